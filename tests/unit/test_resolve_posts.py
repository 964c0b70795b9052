"""Posts whose articles do not say what they are of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.model import ArticleEntity
from kg.resolve import resolve
from kg.resolve.following import followed
from tests.builders import make_article

A, B = "article/a", "article/b"


class Told:
    """What articles tell: members made on first use, each with an id of its article."""

    def __init__(self):
        self.members = {}

    def thing(self, article, type_, name, **fields):
        id_ = f"in/{article[-1]}-{type_}-{name}-{fields.get('of')}"
        self.members[id_] = ArticleEntity(
            id=id_, article=article, type=type_, name=name, forms=(name,), mentions=1, **fields
        )
        return id_

    def post(self, article, label, *people, of=None):
        """Say that people hold a post, ``of`` being a type and a name; return its member."""
        what = self.thing(article, *of) if of else None
        holders = tuple(sorted(self.thing(article, "Person", name) for name in people))
        return self.thing(article, "Post", label, of=what, holders=holders)

    def resolved(self, articles=()):
        found = resolve(self.members.values(), {a.id: a for a in articles})
        return found.links, {e.id: e for e in found.entities}


PALACE = ("Organization", "Orla Palace")
NAVY = ("Organization", "Norland Navy")
NORLAND = ("Place", "Kenya")


@pytest.fixture
def told():
    return Told()


def test_a_deputy_s_post_is_of_what_the_post_is_that_it_is_deputy_to(told):
    told.post(A, "attorney general", "Ida Lund", of=NORLAND)
    first = told.post(A, "deputy attorney general", "Odo Brandt")
    told.post(B, "attorney general", "Ida Lund", of=NORLAND)
    second = told.post(B, "deputy attorney general", "Eva Quist")
    links, things = told.resolved()
    assert links[first] == links[second]
    post = things[links[first]]
    assert things[post.of].name == "Kenya"
    assert "of what the post is that it is deputy to" in post.reasons


@pytest.mark.parametrize("label", ["president", "director", "chairman"])
def test_vice_presidents_are_of_many_bodies(told, label):
    told.post(A, label, "Ida Lund", of=NORLAND)
    first = told.post(A, f"vice {label}", "Odo Brandt")
    told.post(B, label, "Ida Lund", of=NORLAND)
    second = told.post(B, f"vice {label}", "Eva Quist")
    links, _ = told.resolved()
    assert links[first] != links[second]


def test_a_deputy_beside_two_attorneys_general_is_nobody_s(told):
    told.post(A, "attorney general", "Ida Lund", of=NORLAND)
    told.post(A, "attorney general", "Bo Ek", of=("Place", "Florida"))
    deputy = told.post(A, "deputy attorney general", "Odo Brandt")
    links, things = told.resolved()
    assert things[links[deputy]].of is None


def test_the_deputy_of_a_holder_who_comes_to_the_post_holds_that_post(told):
    bank = told.post(A, "director", "Odo Brandt", of=("Organization", "Orla Bank"))
    told.post(A, "deputy", "Ida Lund", of=("Person", "Odo Brandt"))
    acting = told.post(A, "director", "Ida Lund")
    other = told.post(A, "acting director", "Eva Quist")
    links, things = told.resolved()
    assert links[bank] == links[acting] != links[other]
    assert "held by the deputy of its holder" in things[links[bank]].reasons


HEADED = make_article("Nothing here.").id
HEADLINE = "Orla Palace shaken by a resignation"


def chiefs(told, *, beside=(), label="chief of staff"):
    """Return a post of the palace, and one of nothing where only posts of the palace are told."""
    known = told.post("article/2", label, "Ida Lund", of=PALACE)
    told.post(HEADED, "press secretary", "Eva Quist", of=PALACE)
    for name in beside:
        told.thing(HEADED, *name)
    return known, told.post(HEADED, label, "Odo Brandt")


def joins(told, ids, headline=HEADLINE):
    links, _ = told.resolved([make_article("Nothing here.", title=headline)])
    return links[ids[0]] == links[ids[1]]


def test_a_post_among_posts_of_the_organisation_of_the_headline_is_that_one_s(told):
    known, loose = chiefs(told, beside=[NAVY])
    links, things = told.resolved([make_article("Nothing here.", title=HEADLINE)])
    assert links[known] == links[loose]
    assert "its article is about posts of one organisation" in things[links[known]].reasons


@pytest.mark.parametrize("headline", ["A resignation", "Norland Navy shaken", "Orla Palacey"])
def test_not_where_the_headline_does_not_name_it(told, headline):
    assert not joins(told, chiefs(told, beside=[NAVY]), headline)


@pytest.mark.parametrize("label", ["chief of staff", "envoy"])
def test_not_where_another_organisation_of_the_article_has_posts(told, label):
    told.post("article/c", label, "Bo Ek", of=NAVY)
    assert not joins(told, chiefs(told, beside=[NAVY]))


def test_not_among_posts_of_two_organisations(told):
    told.post(HEADED, "strategist", "Odo Brandt", of=NAVY)
    assert not joins(told, chiefs(told))


def test_not_where_its_holder_holds_such_posts_elsewhere(told):
    told.post("article/c", "chief of staff", "Odo Brandt", of=NAVY)
    assert not joins(told, chiefs(told))


@pytest.mark.parametrize("label", ["director", "president", "spokesman", "general"])
def test_not_for_posts_that_every_body_has(told, label):
    assert not joins(told, chiefs(told, label=label))


def test_chiefs_of_staff_of_two_bodies_are_two(told):
    army = told.post(A, "chief of staff", "Ida Lund", of=("Organization", "Army"))
    palace = told.post(B, "chief of staff", "Ida Lund", of=PALACE)
    links, _ = told.resolved()
    assert links[army] != links[palace]


@pytest.mark.parametrize(
    ("text", "label", "joins"),
    [
        ("Ida Lund will succeed Odo Brandt as security adviser.", "security adviser", True),
        ("Security advisor Odo Brandt was replaced by Ms. Lund.", "security adviser", True),
        ("Ida Lund succeeds Odo Brandt on the board.", "security adviser", False),
        ("No security adviser yet. Ida Lund succeeded Odo Brandt.", "security adviser", False),
        ("Ida Lund met security adviser Odo Brandt.", "security adviser", False),
        ("Ida Lund succeeded Bo Ek as security adviser of Odo Brandt.", "security adviser", False),
        ("Ida Lund will succeed Odo Brandt as president.", "president", False),
    ],
)
def test_who_followed_somebody_had_the_same_post(told, text, label, joins):
    article = make_article(text)
    for name in ("Ida Lund", "Odo Brandt"):
        told.thing(article.id, "Person", name)
    first = told.post("article/1", label, "Odo Brandt")
    second = told.post("article/2", label, "Ida Lund")
    links, things = told.resolved([article])
    assert (links[first] == links[second]) is joins
    told_why = "an article says that one holder followed another" in things[links[first]].reasons
    assert told_why is joins


def test_a_headline_says_who_follows_whom():
    article = make_article("Nothing here.", title="Orla picks Lund to replace Brandt as bishop")
    told = Told()
    lund = told.thing(article.id, "Person", "Ida Lund")
    brandt = told.thing(article.id, "Person", "Odo Brandt")
    (found,) = followed(told.members.values(), {article.id: article})
    assert (found.one, found.other, found.words) == (lund, brandt, article.title)


@pytest.mark.parametrize(
    ("name", "of", "joins"),
    [
        ("Ida Lund", "Kenya", True),
        ("Odo Brandt", "Kenya", False),
        ("Ida Lund", "Uganda", False),
    ],
)
def test_a_federal_judge_is_also_called_a_judge(told, name, of, joins):
    federal = told.post(A, "federal judge", "Ida Lund", of=NORLAND)
    plain = told.post(B, "judge", name, of=("Place", of))
    links, things = told.resolved()
    assert (links[federal] == links[plain]) is joins
    assert ("federal judge is also called judge" in things[links[federal]].reasons) is joins


def test_a_state_senator_is_no_senator(told):
    state = told.post(A, "state senator", "Ida Lund", of=("Place", "Ohio"))
    plain = told.post(B, "senator", "Ida Lund", of=("Place", "Ohio"))
    links, _ = told.resolved()
    assert links[state] != links[plain]


@pytest.mark.parametrize("label", ["senator", "lieutenant general", "adviser", "justice"])
def test_a_role_of_nothing_is_one_for_each_who_holds_it(told, label):
    ida = told.post(A, label, "Ida Lund")
    again = told.post(B, label, "Ida Lund")
    odo = told.post("article/c", label, "Odo Brandt")
    links, _ = told.resolved()
    assert links[ida] == links[again] != links[odo]
    alone = Told()
    later = alone.post(B, label, "Ida Lund")
    other = alone.post("article/d", label, "Eva Quist")
    assert alone.resolved()[0][later] != alone.resolved()[0][other]


def test_an_office_of_nothing_is_one_in_an_article_whoever_holds_it(told):
    told.members["in/a-lund"] = replace(
        told.members[told.post(A, "attorney general", "Ida Lund")], id="in/a-lund"
    )
    told.post(A, "attorney general", "Odo Brandt")
    links, _ = told.resolved()
    assert links["in/a-lund"] == links["in/a-Post-attorney general-None"]


def law_officer(told, article, *, of=NORLAND):
    told.post(article, "attorney general", "Odo Brandt", of=of)


def test_an_office_of_governments_is_of_the_one_that_its_article_is_about(told):
    law_officer(told, A)
    told.post(A, "ambassador", "Bo Ek", of=("Place", "Peru"))
    counsel = told.post(A, "special counsel", "Ida Lund")
    elsewhere = told.post(B, "special counsel", "Ida Lund")
    links, things = told.resolved()
    assert things[links[counsel]].of == links[told.thing(A, *NORLAND)]
    assert links[counsel] == links[elsewhere]
    assert "its articles are about the government of one country" in things[links[counsel]].reasons


@pytest.mark.parametrize("other", [("president", "Peru"), ("chancellor", "Peru")])
def test_not_where_the_article_is_about_two_governments(told, other):
    law_officer(told, A)
    told.post(A, other[0], "Eva Quist", of=("Place", other[1]))
    counsel = told.post(A, "special counsel", "Ida Lund")
    links, things = told.resolved()
    assert things[links[counsel]].of is None


@pytest.mark.parametrize("place", [("Place", "Ohio"), ("Organization", "Orla Bank")])
def test_not_where_the_law_officer_is_of_no_country(told, place):
    law_officer(told, A, of=place)
    counsel = told.post(A, "special counsel", "Ida Lund")
    links, things = told.resolved()
    assert things[links[counsel]].of is None


@pytest.mark.parametrize(("articles", "found"), [((A,), False), ((A, B), True)])
def test_a_vice_president_is_of_a_country_if_two_articles_tell_so(told, articles, found):
    for article in articles:
        law_officer(told, article)
        vice = told.post(article, "vice president", "Ida Lund")
    links, things = told.resolved()
    assert (things[links[vice]].of is not None) == found


@pytest.mark.parametrize(
    ("seat", "chamber", "found"),
    [("senator", "Senate", True), ("representative", "House", True), ("senator", "House", False)],
)
def test_a_majority_leads_the_chamber_that_its_leader_sits_in(told, seat, chamber, found):
    told.post(A, seat, "Ida Lund", of=("Place", "Ohio"))
    named = told.thing(A, "Organization", chamber)
    leader = told.post(A, "majority leader", "Ida Lund")
    links, things = told.resolved()
    assert (things[links[leader]].of == links[named]) == found


def test_a_majority_leader_of_whom_no_seat_is_told_leads_no_chamber(told):
    told.post(A, "senator", "Odo Brandt", of=("Place", "Ohio"))
    told.thing(A, "Organization", "Senate")
    leader = told.post(A, "majority leader", "Ida Lund")
    links, things = told.resolved()
    assert things[links[leader]].of is None
