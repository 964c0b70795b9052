"""The events of a build: happenings that at least two articles tell of, with their tellings.

    merge_events(claims, resolution, articles).links["claim/4f…"]   →   "event/tern-fired-vale-1f3a9c02"

Conservative: two tellings are compared only if somebody or something with a name takes part in both and
nothing else parts them, and join only if they surely are of one happening. What one article alone tells
stays as it is. A pure function of its arguments: the order of the claims changes nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.resolve.events.clustering import cluster
from kg.resolve.events.comparing import agreement, likelihood
from kg.resolve.events.contradicting import bounds_of, contradict
from kg.resolve.events.coverage import Coverage
from kg.resolve.events.describing import Describer
from kg.resolve.events.pairing import candidate_pairs
from kg.resolve.events.tellings import tellings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.model import Article, Claim, Entity, Resolution
    from kg.resolve.events.tellings import Slot, Telling

# How sure a build is of an event; at one half as many mergers would be wrong as right.
SURE = 0.7
# Two names in common and two dates that fit are surer than any likeness of words.
CERTAIN = 0.95
_WEEK = 7


def merge_events(
    claims: Iterable[Claim], resolution: Resolution, articles: Mapping[str, Article]
) -> Resolution:
    """Return the resolution with one event for each happening that several articles tell of.

    ``claims`` are relinked by ``resolution``. The links get the claims and event nouns that tell of
    an event; nouns that were merged are no things of their own any more.
    """
    things = {entity.id: entity for entity in resolution.entities}
    known = {claim.id: claim for claim in claims}
    dates = {a: articles[a].published for a in {claim.article for claim in known.values()}}
    every = {t.id: t for t in tellings(known.values(), things, dates) if t.named}
    told = [every[id_] for id_ in sorted(every)]
    texts = {a: _text(articles[a]) for a in {telling.article for telling in told}}
    coverage = Coverage(texts, dates)
    describer = Describer(known, things, coverage)
    events = [describer.event(group) for group in together(told, coverage)]
    return _with_events(resolution, events)


def together(told: list[Telling], coverage: Coverage) -> list[list[Telling]]:
    """Return the tellings of each happening that at least two articles tell of."""
    named = [telling.named for telling in told]
    pairs = {
        (a, b): value
        for a, b in candidate_pairs(told, coverage)
        if (shared := len(named[a] & named[b]))
        and (value := sureness(told[a], told[b], shared, coverage)) > 0
    }
    groups = [
        [told[n] for n in group] for group in cluster([bounds_of(t) for t in told], pairs, SURE)
    ]
    return [group for group in groups if len({t.article for t in group}) > 1]


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
