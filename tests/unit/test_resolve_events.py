"""Events of several articles: what joins tellings, what keeps them apart, and what comes of it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

import pytest
from builders import entity, local, make_article, open_relation
from builders import make_claim as claim

from kg.assemble import assemble
from kg.assemble.relink import Relinker
from kg.lexicon.happenings import concept, happens, kinds, verb_of
from kg.model import Extraction, Polarity, Qualifier, Resolution, Stance
from kg.resolve import merge_events
from kg.resolve.events import parties
from kg.resolve.events.comparing import agreement, features
from kg.resolve.events.contradicting import bounds_of, contradict
from kg.resolve.events.coverage import Coverage
from kg.resolve.events.parties import Party
from kg.resolve.events.tellings import Slot, Telling, head_of, told_by, words_of
from kg.resolve.events.weights import EVENTS, PARTIES, trained
from kg.resolve.events.windows import meet
from kg.text.days import days

TERN = entity("Person", "Oda Tern", articles=3)
VALE = entity("Person", "Ruben Vale", articles=3)
MOSS = entity("Person", "Ida Moss", articles=3)
OSTBY = entity("Place", "Ostby", articles=3)
ROME = entity("Place", "Rome", articles=3)
NAMED = (TERN, VALE, MOSS, OSTBY, ROME)
FILLER = (
    "The harbour commission of Ostby has quarrelled about dredging contracts for years, and auditors "
    "found that invoices of a Norhaven shipyard had been paid twice."
)
FIRE, DISMISS, PRAISE = (
    open_relation("fire", "fired"),
    open_relation("be dismissed", "was dismissed"),
    open_relation("believe", "believed"),
)


AGAIN = (
    "Invoices of a shipyard in Norhaven had been paid twice, as auditors of the harbour of Ostby saw. "
    "Over its dredging contracts the commission has been at odds for long."
)


def article(number, text, published="2031-06-07", about=FILLER):
    return make_article(
        f"{text} {about}",
        url=f"https://paper{number}.example/{number}",
        publisher=f"Paper {number}",
        published=published,
    )


def on(value):
    return (Qualifier(role="time", name="then", value=value),)


def in_(place):
    return (Qualifier(role="place", name=place.name, id=place.id),)


# Articles about other things, so that words can be rare.
OTHERS = tuple(
    make_article(
        f"{word} growers in the south expect a good year after much rain, said one of them.",
        url=f"https://other.example/{word}",
    )
    for word in ("Apple", "Barley", "Cherry", "Plum", "Maize", "Hop", "Wheat", "Pear")
)


def merged(*claims, articles, things=NAMED):
    known = {a.id: a for a in (*articles, *OTHERS)}
    other = [
        claim(a, MOSS, open_relation(f"{n}-plant", "planted"), None, a.text.split()[0])
        for n, a in zip("abcdefgh", OTHERS, strict=True)
    ]
    return merge_events([*claims, *other], Resolution(entities=things), known)


def events(resolution):
    return [e for e in resolution.entities if e.type == "Event" and not e.local]


ONE = article(1, "Oda Tern fired Ruben Vale on Tuesday.")
TWO = article(2, "Ruben Vale was dismissed by the commission's Oda Tern.", about=AGAIN)


def fired(where=ONE, by=TERN, whom=VALE, **fields):
    return claim(where, by, FIRE, whom, where.text.split(".", maxsplit=1)[0], **fields)


def dismissed(where=TWO, whom=VALE, **fields):
    return claim(where, whom, DISMISS, None, where.text.split(".", maxsplit=1)[0], **fields)


def test_two_articles_telling_one_happening_in_other_words_are_one_event():
    left, right = fired(qualifiers=on("2031-06-05")), dismissed()
    found = merged(left, right, articles=(ONE, TWO))
    (event,) = events(found)
    assert event.name == "Oda Tern fired Ruben Vale"
    assert event.aliases == ("Ruben Vale was dismissed",)
    assert event.claims == tuple(sorted((left.id, right.id)))
    assert event.when == "2031-06-05"
    assert (event.articles, event.mentions) == (2, 2)
    assert found.links[left.id] == found.links[right.id] == event.id
    assert event.reasons[:2] == (
        "told by 2 articles: dismiss (1), fire (1)",
        "Ruben Vale takes part in 2 articles",
    )


LATER = article(3, "Oda Tern fired Ruben Vale.", "2031-09-01")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (fired(qualifiers=on("2031-06-05")), fired(TWO, qualifiers=on("2031-05"))),
        (fired(qualifiers=in_(OSTBY)), fired(TWO, qualifiers=in_(ROME))),
        (fired(), fired(TWO, whom=MOSS)),
        (fired(), fired(TWO, by=MOSS)),
        (fired(), fired(LATER)),
        (fired(), fired(TWO, polarity=Polarity.NEGATIVE)),
        (fired(), fired(TWO, stance=Stance.HYPOTHETICAL)),
        (fired(), claim(TWO, TERN, open_relation("praise", "praised"), VALE, "Ruben Vale")),
        (
            claim(ONE, TERN, PRAISE, VALE, "Oda Tern"),
            claim(TWO, TERN, PRAISE, VALE, "Oda Tern"),
        ),
    ],
    ids="time place patient agent weeks denied wished action no-happening".split(),
)
def test_what_contradicts_or_is_no_happening_stays_apart(left, right):
    assert not events(merged(left, right, articles=(ONE, TWO, LATER)))


def test_a_doubtful_telling_cannot_join_two_that_contradict_each_other():
    three = article(3, "Oda Tern fired the director of the harbour.")
    fits_both = claim(three, TERN, FIRE, None, "Oda Tern fired the director")
    found = merged(fired(), fired(TWO, whom=MOSS), fits_both, articles=(ONE, TWO, three))
    named = [{TERN.id, VALE.id}, {TERN.id, MOSS.id}]
    for event in events(found):
        tellers = [c for c in (fired(), fired(TWO, whom=MOSS)) if c.id in event.claims]
        assert len(tellers) < len(named)


def test_what_one_article_says_twice_is_no_event_of_several():
    again = claim(ONE, TERN, DISMISS, None, "auditors found")
    assert not events(merged(fired(), again, articles=(ONE,)))


def test_a_noun_joins_the_verb_and_is_no_thing_of_its_own_any_more():
    noun = replace(local("Event", "dismissal of Ruben Vale", TWO), members=("in/noun",))
    reported = claim(
        TWO, noun, open_relation("surprise", "surprised"), OSTBY, "Ruben Vale was dismissed"
    )
    known = claim(TWO, VALE, PRAISE, None, "Ruben Vale")
    found = merged(fired(), reported, known, articles=(ONE, TWO), things=(*NAMED, noun))
    (event,) = events(found)
    assert event.members == ("in/noun",)
    assert event.aliases == ("dismissal of Ruben Vale",)
    assert found.links["in/noun"] == event.id
    assert noun.id not in {e.id for e in found.entities}


def test_the_evidence_of_an_event_is_pooled_in_statements():
    left, right = fired(qualifiers=in_(OSTBY)), dismissed()
    found = merged(left, right, articles=(ONE, TWO))
    (event,) = events(found)
    relinker = Relinker(found)
    told = [
        c
        for one in (left, right)
        for c in relinker.relink(Extraction(article=one.article, claims=(one,))).claims
    ]
    assert {c.event for c in told} == {event.id}
    entities = {e.id: e for e in found.entities}
    statements = assemble(told, {a.id: a for a in (ONE, TWO)}, entities)
    said = {
        (s.predicate.id, s.object and s.object.id): s
        for s in statements
        if s.subject.id == event.id
    }
    assert said["kgr:happen", None].claims == event.claims
    assert said["kgr:happen", None].publishers == 2
    assert said["sem:hasActor", VALE.id].articles == 2
    assert said["sem:hasActor", TERN.id].articles == 1
    assert said["sem:hasPlace", OSTBY.id].articles == 1
    alone = assemble(told[:1], {ONE.id: ONE}, entities)
    (once,) = [s for s in alone if s.predicate.id == "kgr:happen"]
    assert said["kgr:happen", None].belief > once.belief


def test_what_an_article_says_itself_does_not_rest_on_somebodys_word_too():
    left, right = fired(), dismissed(stance=Stance.REPORTED)
    found = merged(left, right, articles=(ONE, TWO))
    (event,) = events(found)
    told = [replace(c, event=event.id) for c in (left, right)]
    entities = {e.id: e for e in found.entities}
    statements = assemble(told, {a.id: a for a in (ONE, TWO)}, entities)
    happened = [s for s in statements if s.predicate.id == "kgr:happen"]
    assert [(s.stance, s.claims) for s in happened] == [("asserted", (left.id,))]


def test_copies_of_one_story_make_an_event_no_surer():
    copies = [replace(ONE, id=f"article/{n}", url=f"https://copy{n}.example/") for n in range(4)]
    same = [replace(fired(), id=f"claim/{n}", article=a.id) for n, a in enumerate(copies)]
    found = merged(*same, articles=copies)
    (event,) = events(found)
    entities = {e.id: e for e in found.entities}
    told = [replace(c, event=event.id) for c in same]
    statements = assemble(told, {a.id: a for a in copies}, entities)
    alone = assemble(told[:1], {a.id: a for a in copies}, entities)
    beliefs = {
        s.belief for s in (*statements, *alone) if s.predicate.id in ("kgr:happen", "sem:hasActor")
    }
    assert len(beliefs) == 1


def test_a_passive_tells_of_its_subject_as_the_one_it_is_done_to():
    things = {e.id: e for e in NAMED}
    told = told_by(dismissed(), things, None)
    assert told is not None
    assert (told.word, told.agent, told.patient and told.patient.id) == ("dismiss", None, VALE.id)


def test_times_meet_within_a_day_and_not_beyond():
    monday, tuesday, thursday = (days(f"2031-06-{n:02}") for n in (2, 3, 5))
    assert meet(monday, tuesday) is not None
    assert meet(monday, thursday) is None
    assert days("P2D") is None


def test_mutual_deeds_have_no_order():
    met = [
        Telling(id=str(n), article=str(n), word="meet", agent=a, patient=b)
        for n, (a, b) in enumerate([(_slot(TERN), _slot(VALE)), (_slot(VALE), _slot(TERN))])
    ]
    assert not contradict(*met)
    assert contradict(*(replace(telling, word="fire") for telling in met))
    third = replace(met[0], patient=_slot(MOSS))
    assert bounds_of(met[1]).with_(bounds_of(third)) is None


def _slot(thing):
    return Slot(words=words_of(thing.name), id=thing.id, type=thing.type)


def test_articles_are_alike_by_their_rare_words():
    texts = {a.id: a.text for a in (ONE, TWO, *OTHERS)}
    coverage = Coverage(texts, {})
    assert coverage.likeness(ONE.id, TWO.id) > 0.5 > coverage.likeness(ONE.id, OTHERS[0].id)
    assert coverage.rarity("vale") > coverage.rarity("said")
    assert coverage.likeness(ONE.id, ONE.id) == 1.0


def test_a_word_of_all_articles_does_not_bring_all_of_them_together():
    texts = {f"a{n:04}": f"Oda Tern, harbour talk day{n // 3:03}" for n in range(1200)}
    coverage = Coverage(texts, {})
    assert len(coverage.pairs()) <= 60 * len(texts)
    assert coverage.likeness("a0000", "a0001") > 0


def test_the_weights_are_those_that_were_reviewed():
    told = Telling(id="1", article="a", word="fire")
    party = Party(articles=frozenset({"a"}), heads=frozenset({"judge"}))
    coverage = Coverage({"a": "b"}, {})
    for path, found in (
        (EVENTS, features(told, told, coverage)),
        (PARTIES, parties.features(party, party, coverage)),
    ):
        data = json.loads(path.read_text(encoding="utf-8"))
        assert data["weights"].keys() == found.keys()
        written = json.dumps(data["weights"], sort_keys=True).encode()
        assert data["sha256"] == hashlib.sha256(written).hexdigest()
        assert trained(path)["articles alike"] > 0


def test_unnamed_participants_are_compared_by_their_nouns():
    texts = {a.id: a.text for a in (ONE, TWO, *OTHERS)}
    coverage = Coverage(texts, {})
    judges = [slot_of(name) for name in ("old harbour judge", "judge of the harbour", "ferry")]
    one, other, third = ((ONE.id, judges[0]), (TWO.id, judges[1]), (TWO.id, judges[2]))
    assert agreement(one, other, coverage) > 0.5 > agreement(one, third, coverage)


def slot_of(phrase):
    return Slot(words=words_of(phrase), head=head_of(phrase))


def test_words_of_one_action_or_kind():
    assert concept("resignation") == "resign"
    assert kinds("quit") & kinds("resignation")
    assert not kinds("marry") & kinds("resign")
    assert not happens("believe")
    assert [verb_of(w) for w in ("shot", "carried", "arrested", "due")] == [
        "shoot", "carry", "arrest", "",
    ]  # fmt: skip
