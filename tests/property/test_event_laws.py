"""Laws of events: order and repetition change nothing, and no event contradicts itself."""

from __future__ import annotations

from dataclasses import replace

from builders import entity, make_article, make_claim, open_relation
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Qualifier, Resolution
from kg.resolve import merge_events

PEOPLE = tuple(entity("Person", name) for name in ("Oda Tern", "Ruben Vale", "Ida Moss"))
PLACES = tuple(entity("Place", name) for name in ("Ostby", "Norhaven"))
VERBS = ("fire", "dismiss", "be dismissed", "meet", "attack")
STORIES = ("harbour dredging invoices", "ferry timetable strike", "opera roof storm")


@st.composite
def told(draw):
    """Draw some articles on three stories, each with a few claims."""
    claims, articles = [], {}
    for number in range(draw(st.integers(2, 6))):
        story = draw(st.sampled_from(STORIES))
        article = make_article(
            f"Word number{number} of {story}. {story.title()} again.",
            url=f"https://example.org/{number}",
            published=draw(st.sampled_from(["2031-06-07", "2031-06-08", "2031-09-01", None])),
        )
        articles[article.id] = article
        for place in range(draw(st.integers(1, 3))):
            verb = draw(st.sampled_from(VERBS))
            subject = draw(st.sampled_from(PEOPLE))
            object_ = draw(st.sampled_from([p for p in PEOPLE if p != subject]))
            where = draw(st.sampled_from([*PLACES, None]))
            when = draw(st.sampled_from(["2031-06-06", "2031-05", None]))
            details = [Qualifier(role="time", name="then", value=when)] if when else []
            details += [Qualifier(role="place", name=where.name, id=where.id)] if where else []
            claim = make_claim(
                article,
                subject,
                open_relation(verb, verb),
                None if verb.startswith("be ") else object_,
                article.text,
                qualifiers=tuple(details),
            )
            claims.append(replace(claim, id=f"claim/{number}-{place}"))
    return claims, articles


def resolved(claims, articles):
    return merge_events(claims, Resolution(entities=(*PEOPLE, *PLACES)), articles)


@settings(max_examples=60, deadline=None)
@given(told(), st.randoms())
def test_order_and_repetition_change_nothing(drawn, random):
    claims, articles = drawn
    expected = resolved(claims, articles)
    shuffled = [*claims, *claims[:2]]
    random.shuffle(shuffled)
    backwards = dict(reversed(articles.items()))
    assert resolved(shuffled, backwards) == expected


@settings(max_examples=60, deadline=None)
@given(told())
def test_tellings_of_one_event_never_contradict_each_other(drawn):
    claims, articles = drawn
    by_id = {c.id: c for c in claims}
    events = [e for e in resolved(claims, articles).entities if e.type == "Event"]
    taken = [c for e in events for c in e.claims]
    assert len(taken) == len(set(taken))
    for event in events:
        own = [by_id[c] for c in event.claims]
        assert len({c.article for c in own}) == event.articles > 1
        times = {q.value for c in own for q in c.qualifiers if q.role == "time"}
        assert not {"2031-06-06", "2031-05"} <= times
        places = [{q.id for q in c.qualifiers if q.role == "place"} for c in own]
        assert len(set().union(*places)) <= 1
        if "meet" not in {c.predicate.lemma for c in own}:
            assert len({c.subject.id for c in own if c.object}) <= 1
            objects = {c.object.id for c in own if c.object}
            assert len(objects | {c.subject.id for c in own if not c.object}) <= 1
