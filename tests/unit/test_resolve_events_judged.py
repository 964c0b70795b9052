"""Judgements on happenings: what they make of the events that the rules found."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import entity, local, make_article, open_relation
from builders import make_claim as claim

from kg.errors import JudgementError
from kg.model import Judgement, Reference, Resolution, Stance, Verdict
from kg.resolve import merge_events

TERN = entity("Person", "Oda Tern", articles=3)
VALE = entity("Person", "Ruben Vale", articles=3)
MOSS = entity("Person", "Ida Moss", articles=3)
FIRE = open_relation("fire", "fired")
FILLER = (
    "The harbour commission of Ostby has quarrelled about dredging contracts for years, and auditors "
    "found that invoices of a Norhaven shipyard had been paid twice."
)
ARTICLES = [
    make_article(
        f"Oda Tern fired Ruben Vale. {FILLER}",
        url=f"https://paper{n}.example/{n}",
        publisher=f"Paper {n}",
        published="2031-06-07",
    )
    for n in range(4)
]
OTHERS = [
    make_article(f"{word} growers expect a good year.", url=f"https://other.example/{word}")
    for word in ("Apple", "Barley", "Cherry", "Plum", "Maize", "Hop", "Wheat", "Pear")
]


def fired(number, whom=VALE, **fields):
    return claim(ARTICLES[number], TERN, FIRE, whom, "Oda Tern fired Ruben Vale", **fields)


def told(number, words="Oda Tern fired Ruben Vale"):
    return Reference(name=words, articles=(ARTICLES[number].id,), type="Happening")


def judged(verdict, left, right, line=1):
    return Judgement(verdict=Verdict(verdict), left=left, right=right, line=line)


def merged(claims, *judgements, things=(TERN, VALE, MOSS)):
    other = [
        claim(a, MOSS, open_relation(f"{n}-plant", "planted"), None, a.text.split()[0])
        for n, a in enumerate(OTHERS)
    ]
    known = {a.id: a for a in (*ARTICLES, *OTHERS)}
    return merge_events([*claims, *other], Resolution(entities=things), known, judgements)


def events(resolution):
    return [e for e in resolution.entities if e.type == "Event" and not e.local]


def test_what_the_rules_keep_apart_is_one_event_if_judged_the_same():
    left, right = fired(0), fired(1, MOSS)
    assert not events(merged([left, right]))
    found = merged([left, right], judged("same", told(0), told(1, "Oda Tern fired Ida Moss")))
    (event,) = events(found)
    assert set(event.claims) == {left.id, right.id}
    assert (
        event.reasons[-1]
        == "judged the same: Oda Tern fired Ida Moss and Oda Tern fired Ruben Vale"
    )


def test_events_of_the_rules_follow_those_of_their_tellings_that_are_judged():
    vale, moss = [fired(0), fired(1)], [fired(2, MOSS), fired(3, MOSS)]
    assert len(events(merged([*vale, *moss]))) == 2
    same = judged("same", told(0), told(2, "Oda Tern fired Ida Moss"))
    (event,) = events(merged([*vale, *moss], same))
    assert set(event.claims) == {c.id for c in (*vale, *moss)}


def test_what_is_judged_different_is_no_event():
    both = [fired(0), fired(1)]
    assert len(events(merged(both))) == 1
    assert not events(merged(both, judged("different", told(0), told(1))))


def test_the_others_stay_together_where_one_is_judged_different():
    three = [fired(0), fired(1), fired(2)]
    (event,) = events(merged(three, *(judged("different", told(0), told(n)) for n in (1, 2))))
    assert set(event.claims) == {three[1].id, three[2].id}


def test_a_judgement_parts_what_another_would_bring_together():
    """Tellings that the rules join do not follow where one of them is judged different."""
    vale, moss = [fired(0), fired(1)], [fired(2, MOSS), fired(3, MOSS)]
    found = events(
        merged(
            [*vale, *moss],
            judged("same", told(0), told(2, "Oda Tern fired Ida Moss")),
            judged("different", told(1), told(3, "Oda Tern fired Ida Moss"), line=2),
        )
    )
    ways = {c.id: e.id for e in found for c in (*vale, *moss) if c.id in e.claims}
    assert ways[vale[0].id] == ways[moss[0].id]
    assert ways.get(vale[1].id) is None or ways.get(vale[1].id) != ways.get(moss[1].id)


def test_a_noun_without_names_that_nobody_says_happened_can_be_judged():
    noun = replace(local("Event", "removal", ARTICLES[0]), members=("in/noun",))
    wanted = claim(
        ARTICLES[0],
        MOSS,
        open_relation("want", "wanted"),
        noun,
        "Oda Tern",
        stance=Stance.HYPOTHETICAL,
    )
    same = judged("same", told(0), told(0, "removal"))
    found = merged([fired(0), wanted], same, things=(TERN, VALE, MOSS, noun))
    (event,) = events(found)
    assert (event.members, event.claims) == (("in/noun",), (fired(0).id,))
    assert noun.id not in {e.id for e in found.entities}


def test_names_that_change_are_still_found():
    vale = replace(VALE, name="Ruben K. Vale", aliases=("Ruben Vale",))
    claims = [fired(n, vale) for n in (0, 1)]
    assert not events(
        merged(claims, judged("different", told(0), told(1)), things=(TERN, vale, MOSS))
    )


@pytest.mark.parametrize(
    ("right", "why"),
    [
        (told(1, "Oda Tern praised Ruben Vale"), "no article calls anything"),
        (Reference(name="Oda Tern", articles=(ARTICLES[1].id,)), "a thing never happens"),
        (replace(told(1), articles=()), "in which article"),
    ],
)
def test_a_judgement_that_decides_nothing_is_told_of(right, why):
    found = merged([fired(0), fired(1)], judged("different", told(0), right))
    assert len(events(found)) == 1
    assert [why in issue.message for issue in found.issues] == [True]


def test_two_nouns_of_one_name_are_told_apart_by_their_ids():
    nouns = [
        local("Event", "talks", ARTICLES[0], id=f"event/talks-{n}", members=(f"in/{n}",))
        for n in (0, 9)
    ]
    said = [claim(ARTICLES[0], n, open_relation("end", "ended"), None, "Oda Tern") for n in nouns]
    things = (TERN, VALE, MOSS, *nouns)
    found = merged([fired(0), *said], judged("same", told(0), told(0, "talks")), things=things)
    assert "stands for two happenings" in found.issues[0].message
    found = merged([fired(0), *said], judged("same", told(0), told(0, nouns[1].id)), things=things)
    assert [e.members for e in events(found)] == [("in/9",)]


def test_judgements_that_contradict_each_other_stop_the_build():
    with pytest.raises(JudgementError, match="contradicts itself"):
        merged(
            [fired(0), fired(1)],
            judged("same", told(0), told(1)),
            judged("different", told(1), told(0), line=2),
        )
