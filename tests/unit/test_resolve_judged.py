"""What a person decided wins over every rule, and what it cannot decide is told."""

from __future__ import annotations

import pytest

from kg.errors import JudgementError
from kg.judgements.lines import parse
from kg.model import Article, ArticleEntity, Guidance, Verdict
from kg.resolve import doubts, resolve


def member(article, name, type_="Person", number=0, **fields):
    fields.setdefault("mentions", 1)
    return ArticleEntity(
        id=f"in/{article}-{number}", article=f"article/{article}", type=type_, name=name, **fields
    )


def articles_of(members):
    return {m.article: Article(id=m.article, text="", sha256=m.article) for m in members}


def guidance(*lines):
    return Guidance(judgements=tuple(parse(line, n).judgement for n, line in enumerate(lines, 1)))


def resolved(members, *lines):
    return resolve(members, articles_of(members), guidance(*lines))


def sets(members, *lines):
    """Return the members of each entity, as the numbers of their articles."""
    found = resolved(members, *lines).entities
    return sorted(
        sorted(m.removeprefix("in/").removesuffix("-0") for m in e.members) for e in found
    )


SMITHS = [
    member(1, "Alan Smith", posts=("mayor",)),
    member(2, "Alan Smith", posts=("mayor",)),
    member(3, "Alan Smith"),
    member(4, "Alan Smith", posts=("treasurer",)),
    member(5, "Alan Smith", posts=("treasurer",)),
]
APART = 'different "Alan Smith @ article/1" "Alan Smith @ article/4"'


def test_without_judgements_one_name_is_one_person():
    assert sets(SMITHS) == [["1", "2", "3", "4", "5"]]


def test_namesakes_are_parted_and_each_article_follows_what_it_shares():
    # Nothing tells whom article 3 means: it goes with the larger part, or the first of two equal.
    assert sets(SMITHS, APART) == [["1", "2", "3"], ["4", "5"]]
    third = 'same "Alan Smith @ article/3" "Alan Smith @ article/4"'
    assert sets(SMITHS, APART, third) == [["1", "2"], ["3", "4", "5"]]


def test_parts_of_one_name_have_ids_and_reasons_of_their_own():
    entities = resolved(SMITHS, APART).entities
    assert len({entity.id for entity in entities}) == 2
    assert all("judged different: Alan Smith and Alan Smith" in e.reasons for e in entities)
    assert not any("5 articles" in reason for e in entities for reason in e.reasons)


def test_who_is_named_with_one_of_the_parts_goes_there():
    people = [*SMITHS[:1], member(4, "Alan Smith"), member(6, "Alan Smith")]
    company = [
        member(n, name, number=k) for n in (4, 6) for k, name in ((1, "Bo Ek"), (2, "Ola By"))
    ]
    parts = resolved([*people, *company], APART).entities
    smiths = sorted(e.members for e in parts if e.name == "Alan Smith")
    assert smiths == [("in/1-0",), ("in/4-0", "in/6-0")]


def test_names_that_no_rule_would_join_are_joined():
    members = [member(1, "Mary Ann Evans"), member(2, "George Eliot"), member(3, "George Eliot")]
    assert sets(members) == [["1"], ["2", "3"]]
    (entity,) = resolved(members, 'same "Mary Ann Evans" "George Eliot"').entities
    assert entity.members == ("in/1-0", "in/2-0", "in/3-0")
    assert {entity.name, *entity.aliases} == {"Mary Ann Evans", "George Eliot"}
    assert "judged the same: George Eliot and Mary Ann Evans" in entity.reasons


def test_a_surname_alone_is_clear_once_its_bearers_are_one():
    members = [member(1, "Alexa Quist"), member(2, "Lexi Anne Quist"), member(3, "Quist")]
    assert sets(members) == [["1"], ["2"], ["3"]]
    line = 'same "Alexa Quist" "Lexi Anne Quist"'
    assert sets(members, line) == [["1", "2", "3"]]
    apart = 'different "Quist @ article/3" "Alexa Quist"'
    assert sets(members, line, apart) == [["1", "2"], ["3"]]


def test_a_judgement_blocks_a_chain():
    # Rules join 1 and 2, a judgement joins 2 and 3, another keeps 1 and 3 apart.
    members = [member(1, "Ann Lee"), member(2, "Ann Lee"), member(3, "Anna Leigh")]
    lines = (
        'same "Ann Lee @ article/2" "Anna Leigh"',
        'different "Ann Lee @ article/1" "Anna Leigh"',
    )
    assert sets(members, *lines) == [["1"], ["2", "3"]]


def test_things_of_every_type_can_be_judged():
    members = [
        member(1, "Tarn Energy", "Organization"),
        member(2, "Tarn", "Organization"),
        member(3, "Norhaven", "Place"),
        member(4, "Old Norhaven", "Place"),
        member(5, "Lincoln", "Place"),
        member(6, "Lincoln", "Organization", mentions=9),
    ]
    lines = (
        'same "Tarn Energy" "Tarn"',
        'same "Norhaven" "Old Norhaven"',
        'same "Lincoln @ article/5" "Lincoln @ article/6"',
    )
    entities = resolved(members, *lines).entities
    assert sorted((e.type, len(e.members)) for e in entities) == [
        ("Organization", 2),
        ("Organization", 2),
        ("Place", 2),
    ]


def test_posts_can_be_judged():
    members = [
        member(1, "Norhaven", "Place"),
        member(1, "mayor", "Post", 1, of="in/1-0"),
        member(2, "mayor", "Post", 1),
    ]
    assert len([e for e in resolved(members).entities if e.type == "Post"]) == 2
    (post,) = [
        e
        for e in resolved(members, 'same "mayor @ article/1" "mayor @ article/2"').entities
        if e.type == "Post"
    ]
    assert post.members == ("in/1-1", "in/2-1")
    assert post.of is not None


def test_two_posts_of_one_thing_that_are_judged_different_have_two_ids():
    members = [
        *(member(n, "Norhaven", "Place") for n in (1, 2)),
        *(member(n, "judge", "Post", 1, of=f"in/{n}-0") for n in (1, 2)),
    ]
    lines = ['different "judge @ article/1" "judge @ article/2"']
    posts = [e for e in resolved(members, *lines).entities if e.type == "Post"]
    assert len({post.id for post in posts}) == 2
    assert len({post.of for post in posts}) == 1


def test_posts_follow_their_judged_holders():
    members = [
        member(1, "Mary Ann Evans"),
        member(1, "editor in chief", "Post", 1, holders=("in/1-0",)),
        member(2, "George Eliot"),
        member(2, "editor in chief", "Post", 1, holders=("in/2-0",)),
    ]
    posts = [e for e in resolved(members).entities if e.type == "Post"]
    judged = resolved(members, 'same "Mary Ann Evans" "George Eliot"').entities
    assert (len(posts), len([e for e in judged if e.type == "Post"])) == (2, 1)


def test_outside_ids_of_two_places_judged_the_same_are_no_longer_certain():
    members = [member(1, "Britain", "Place"), member(2, "France", "Place")]
    (place,) = resolved(members, 'same "Britain" "France"').entities
    assert place.same_as == ()
    assert len(place.close_match) == 2


def test_an_article_is_named_by_url_or_id_and_a_name_by_any_form():
    url = "https://a.example/1"
    from kg import ids  # noqa: PLC0415 - here only

    one = ids.article_id(url, "").removeprefix("article/")
    members = [
        member(one, "Ann Lee", forms=("Annie",)),
        member(2, "Bo Ek", keyword_name="Bo T. Ek"),
    ]
    for left, right in ((f"ms. lee @ {url}", "Bo Ek"), (f"Annie @ {url}", "bo t ek @ article/2")):
        told = resolved(members, f'same "{left}" "{right}"')
        assert len(told.entities) == (1 if "Annie" in left else 2)
        assert bool(told.issues) == ("lee" in left)


def test_a_name_that_is_read_with_or_without_a_middle_name_is_found_in_its_article():
    line = 'same "Ann B. Lee @ article/1" "Bo Ek"'
    assert sets([member(1, "Ann Lee"), member(2, "Bo Ek")], line) == [["1", "2"]]
    assert sets([member(1, "Ann C. Lee"), member(2, "Bo Ek")], line) == [["1"], ["2"]]
    two = [member(1, "Ann Lee"), member(1, "Ann B. C. Lee", number=1), member(2, "Bo Ek")]
    assert resolved(two, line).issues == ()


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ('same "Nobody" "Alan Smith"', "no article calls anything 'Nobody'"),
        ('same "Alan Smith @ article/99" "Alan Smith"', "no article calls anything 'Alan Smith'"),
        ('same "Lincoln @ article/7" "Alan Smith"', "Person and Place in one article"),
        ('different "mayor (Post)" "Alan Smith"', "a post is never anything else"),
        ('same "<https://a.example/7>" "<https://a.example/8>"', "both sides are records"),
    ],
)
def test_a_judgement_that_decides_nothing_is_told_and_changes_nothing(line, complaint):
    members = [
        *SMITHS,
        member(7, "Lincoln", "Place"),
        member(7, "Lincoln", "Person", 1),
        member(7, "mayor", "Post", 2),
    ]
    told = resolved(members, line)
    assert told.entities == resolved(members).entities
    (issue,) = told.issues
    assert (issue.stage, issue.code) == ("resolve", "judgement")
    assert complaint in issue.message


def test_unsure_changes_nothing():
    assert resolved(SMITHS, APART.replace("different", "unsure")) == resolved(SMITHS)


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        (['same "A B" "C D"', 'different "A B" "C D"'], "by line 2 .* but line 1 "),
        (
            ['same "A B" "C D"', 'same "C D" "E F"', 'different "E F" "A B"'],
            "line 1 .* and line 2 ",
        ),
        (['different "A B" "A B"'], "on both of its sides"),
    ],
)
def test_judgements_that_contradict_each_other_name_their_lines(lines, complaint):
    members = [member(1, "A B"), member(2, "C D"), member(3, "E F")]
    with pytest.raises(JudgementError, match=complaint):
        resolved(members, *lines)


def test_local_things_cannot_be_judged():
    members = [member(1, "the gunman", local=True), member(2, "Alan Smith")]
    assert resolved(members, 'same "the gunman" "Alan Smith"').issues


# --- what is in doubt ------------------------------------------------------------------------


def doubtful(members, *lines):
    return doubts(members, articles_of(members), guidance(*lines))


def pairs(members, *lines):
    name = {m.id: m.name for m in members}
    return {
        (frozenset({name[min(d.left)], name[min(d.right)]}), d.now.value)
        for d in doubtful(members, *lines)
    }


@pytest.mark.parametrize(
    ("members", "now"),
    [
        ([member(1, "Sergei Kislyak"), member(2, "Sergey Kislyak")], "different"),
        (
            [
                member(1, "Sergei Kislyak", posts=("ambassador",)),
                member(2, "Sergey Kislyak", posts=("ambassador",)),
            ],
            "same",
        ),
        ([member(1, "Ann Lee"), member(1, "Lee", number=1), member(2, "Bo Lee")], "different"),
        (
            [member(1, "ZFU", "Organization"), member(2, "Zeta Food Union", "Organization")],
            "different",
        ),
        ([member(1, "Lincoln", "Place"), member(2, "Lincoln", "Organization")], "different"),
    ],
)
def test_what_rules_cannot_tell_is_in_doubt_until_judged(members, now):
    names = [member.name for member in members]
    assert (frozenset(names[:2]), now) in pairs(members)
    for verdict in Verdict:
        sides = [f'"{m.name} @ {m.article}"' for m in members[:2]]
        line = f"{verdict} {' '.join(sides)}"
        assert frozenset(names[:2]) not in {names for names, _ in pairs(members, line)}


def test_what_is_certain_is_not_in_doubt():
    members = [
        member(1, "Ann Lee"),
        member(2, "Ann Lee"),
        member(3, "Ann B. Lee"),
        member(4, "Bo Ek"),
    ]
    assert doubtful(members) == ()


def test_the_most_mentioned_come_first_and_namesakes_are_few():
    members = [member(n, "Springfield", "Place", mentions=n) for n in range(1, 40)]
    found = doubtful(members)
    assert len(found) == 38
    assert [d.weight for d in found] == sorted((d.weight for d in found), reverse=True)
