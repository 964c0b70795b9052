"""The events of a build: happenings that at least two articles tell of, with their tellings.

    merge_events(claims, resolution, articles).links["claim/4f…"]   →   "event/tern-fired-vale-1f3a9c02"

Conservative: two tellings are compared only if somebody or something with a name takes part in both and
nothing else parts them, and join only if they surely are of one happening. What one article alone tells
stays as it is, unless it is judged the same as something else: a judgement always wins. A pure function
of its arguments: the order of the claims changes nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.model import Ref
from kg.resolve.events.comparing import agreement, likelihood
from kg.resolve.events.contradicting import bounds_of, contradict
from kg.resolve.events.coverage import Coverage
from kg.resolve.events.describing import Describer
from kg.resolve.events.finding import HappeningFinder, told_by_claims, told_by_noun
from kg.resolve.events.judged import judged, said_of
from kg.resolve.events.pairing import candidate_pairs
from kg.resolve.events.tellings import tellings
from kg.resolve.finding import is_of_happenings
from kg.resolve.rulings import find_rulings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.model import Article, Claim, Entity, Judgement, Resolution
    from kg.resolve.events.finding import Told
    from kg.resolve.events.tellings import Slot, Telling
    from kg.resolve.rulings import Ruling, Rulings

# How sure a build is of an event; at one half as many mergers would be wrong as right.
SURE = 0.7
# Two names in common and two dates that fit are surer than any likeness of words.
CERTAIN = 0.95
_WEEK = 7


def merge_events(
    claims: Iterable[Claim],
    resolution: Resolution,
    articles: Mapping[str, Article],
    judgements: Iterable[Judgement] = (),
) -> Resolution:
    """Return the resolution with one event for each happening that several articles tell of.

    ``claims`` are relinked by ``resolution``. The links get the claims and event nouns that tell of
    an event; nouns that were merged are no things of their own any more. Of ``judgements`` those
    about happenings are followed; raises `JudgementError` where they contradict each other.
    """
    things = {entity.id: entity for entity in resolution.entities}
    known = {claim.id: claim for claim in claims}
    dates = {a: articles[a].published for a in {claim.article for claim in known.values()}}
    rulings = _rulings(judgements, known.values(), things)
    spoken = {id_ for ruling in rulings.inside for id_ in ruling.left | ruling.right}
    every = {
        t.id: t
        for t in tellings(known.values(), things, dates, spoken)
        if t.named or t.id in spoken
    }
    told = [every[id_] for id_ in sorted(every)]
    texts = {a: _text(articles[a]) for a in {telling.article for telling in told}}
    coverage = Coverage(texts, dates)
    describer = Describer(known, things, coverage)
    events = [
        describer.event(group, said_of((t.id for t in group), rulings.inside))
        for group in together(told, coverage, rulings.inside)
    ]
    merged = _with_events(resolution, events)
    return replace(merged, issues=(*merged.issues, *rulings.issues))


def _rulings(
    judgements: Iterable[Judgement], claims: Iterable[Claim], things: Mapping[str, Entity]
) -> Rulings:
    """Return what judgements decide about tellings, by their ids."""
    ours = [judgement for judgement in judgements if is_of_happenings(judgement)]
    by_article: dict[str, list[Claim]] = {}
    for claim in claims if ours else ():
        by_article.setdefault(claim.article, []).append(claim)
    found: dict[str, list[Told]] = {}

    def in_article(article: str) -> list[Told]:
        if article not in found:
            found[article] = _told_in(by_article.get(article, ()), things)
        return found[article]

    return find_rulings(ours, HappeningFinder(in_article))


def _told_in(claims: Sequence[Claim], things: Mapping[str, Entity]) -> list[Told]:
    """Return what the claims and the event nouns of one article tell."""
    ids = {r.id for c in claims for r in (c.subject, c.object) if isinstance(r, Ref)}
    ids |= {q.id for c in claims for q in c.qualifiers if q.id}
    nouns = [things[i] for i in sorted(ids) if i in things]
    return [
        *told_by_claims(claims, things.get),
        *(told_by_noun(e.id, e.name) for e in nouns if e.local and e.type == "Event"),
    ]


def together(
    told: list[Telling], coverage: Coverage, rulings: Sequence[Ruling] = ()
) -> list[list[Telling]]:
    """Return the tellings of each happening that two articles tell of, or that somebody joined."""
    named = [telling.named for telling in told]
    pairs = {
        (a, b): value
        for a, b in candidate_pairs(told, coverage)
        if (shared := len(named[a] & named[b]))
        and (value := sureness(told[a], told[b], shared, coverage)) > 0
    }
    decided = judged(rulings, {telling.id: n for n, telling in enumerate(told)})
    joined = frozenset(n for same in decided.same for n in same)
    groups = decided.clusters([bounds_of(t) for t in told], pairs, SURE)
    return [
        [told[n] for n in group]
        for group in groups
        if len({told[n].article for n in group}) > 1 or (len(group) > 1 and joined & set(group))
    ]


def sureness(left: Telling, right: Telling, shared: int, coverage: Coverage) -> float:
    """Return how sure a build is that two tellings are of one happening, 0 where they cannot be.

    ``shared`` is how many named things take part in both.
    """
    if contradict(left, right) or _parted(left, right, coverage):
        return 0.0
    value = likelihood(left, right, coverage)
    if shared > 1 and left.concept == right.concept and _same_time(left, right):
        return max(value, CERTAIN)
    return value


def _parted(left: Telling, right: Telling, coverage: Coverage) -> bool:
    """Tell whether what is done is done to things of other words: a vehicle, somebody."""
    one, other = left.patient, right.patient
    if not _is_told_alike(one, other):
        return False
    return agreement((left.article, one), (right.article, other), coverage) == 0.0


def _is_told_alike(left: Slot | None, right: Slot | None) -> bool:
    """Tell whether two things are there, and both or neither under a name."""
    return left is not None and right is not None and bool(left.id) == bool(right.id)


def _same_time(left: Telling, right: Telling) -> bool:
    """Tell whether both say when, to the week."""
    if left.when is None or right.when is None:
        return False
    return max(left.when[1] - left.when[0], right.when[1] - right.when[0]) < _WEEK


def _text(article: Article) -> str:
    return f"{article.title}\n{article.text}"


def _with_events(resolution: Resolution, events: Iterable[Entity]) -> Resolution:
    merged = {m: event.id for event in events for m in (*event.members, *event.claims)}
    kept = [e for e in resolution.entities if not (e.local and merged.keys() & set(e.members))]
    return replace(
        resolution,
        entities=tuple(sorted([*kept, *events], key=lambda entity: entity.id)),
        links=dict(sorted({**resolution.links, **merged}.items())),
    )
