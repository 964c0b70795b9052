"""Which pairs a person should look at: where the rules could not tell, or told by little.

    Sergei Kislyak | Sergey Kislyak: same surname, given names spelt alike   (kept apart)
    Trump | Donald J. Trump: a surname alone                                 (kept apart)

A pair is made of the members on its two sides. Of many namesakes each is paired with the most
mentioned one only, so there are never many more pairs than things. Pairs that somebody has judged,
also as unsure, are left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from kg.model import Entity, Guidance, Verdict
from kg.names import name_key, split
from kg.resolve.bearers import gather, surname_of
from kg.resolve.blocking import candidate_pairs
from kg.resolve.comparing import compare, surname_key
from kg.resolve.finding import AllMembers, Finder
from kg.resolve.organization_names import acronyms, organization_key
from kg.resolve.resolution import resolve, shared_members, told_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.model import Article, ArticleEntity
    from kg.resolve.bearers import Name
    from kg.resolve.deciding import Corpus

_BEARERS_MAX = 3  # of a surname alone, or of an acronym: more tell nobody anything
_ACRONYM_MAX = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Two sets of members that may be one thing: why, and what the graph says now."""

    left: frozenset[str]
    right: frozenset[str]
    reason: str
    now: Verdict
    weight: int = 0


def doubts(
    entities: Iterable[ArticleEntity],
    articles: Mapping[str, Article],
    guidance: Guidance,
) -> tuple[Doubt, ...]:
    """Return the doubtful pairs that nobody has judged, the most mentioned first."""
    members = shared_members(entities, articles)
    resolution = resolve(members, articles, guidance)
    things = [e for e in resolution.entities if not e.local and e.type != "Post"]
    found = chain(
        _people(members, articles, resolution.links),
        _surnames(things),
        _namesakes(things),
        _acronyms(things),
    )
    mentions = {m.id: max(m.mentions, 1) for m in members}
    unique: dict[frozenset[frozenset[str]], Doubt] = {}
    for doubt in found:
        unique.setdefault(frozenset({doubt.left, doubt.right}), doubt)
    judged = _judged(guidance, Finder(AllMembers(members)))
    left = [_weighed(d, mentions) for d in unique.values() if not _is_judged(d, judged)]
    return tuple(sorted(left, key=lambda d: (-d.weight, d.reason, sorted(d.left | d.right))))


def _weighed(doubt: Doubt, mentions: Mapping[str, int]) -> Doubt:
    """Return a doubt with how many mentions would change hands: those of its smaller side."""
    weight = min(sum(mentions[m] for m in side) for side in (doubt.left, doubt.right))
    left, right = sorted((doubt.left, doubt.right), key=lambda side: (-len(side), sorted(side)))
    return Doubt(left=left, right=right, reason=doubt.reason, now=doubt.now, weight=weight)


def _judged(guidance: Guidance, finder: Finder) -> list[tuple[frozenset[str], frozenset[str]]]:
    found = []
    for judgement in guidance.judgements:
        sides = [finder.all_of(side) for side in (judgement.left, judgement.right)]
        found.append((sides[0], sides[1]))
    return found


def _is_judged(doubt: Doubt, judged: Sequence[tuple[frozenset[str], frozenset[str]]]) -> bool:
    return any(
        (a & doubt.left and b & doubt.right) or (a & doubt.right and b & doubt.left)
        for a, b in judged
    )


def _people(
    members: Sequence[ArticleEntity], articles: Mapping[str, Article], links: Mapping[str, str]
) -> Iterator[Doubt]:
    """Yield full names that may be one person's, and those joined by more than their names."""
    blocks: dict[str, list[ArticleEntity]] = {}
    for member in members:
        if member.type == "Person":
            blocks.setdefault(surname_of(member), []).append(member)
    corpus = told_by(members, articles)
    for _, block in sorted(blocks.items()):
        names = gather(block, corpus)
        for i, j in candidate_pairs([name.bearer for name in names]):
            yield from _of_names(names[i], names[j], links, corpus)


def _of_names(a: Name, b: Name, links: Mapping[str, str], corpus: Corpus) -> Iterator[Doubt]:
    one = {links[m.id] for m in a.members} == {links[m.id] for m in b.members}
    found = compare(a.bearer, b.bearer, corpus.alike)
    if found.verdict is Verdict.UNSURE:
        doubtful = not one
    else:
        doubtful = found.verdict is Verdict.SAME and one and not found.sure
    if not doubtful:
        return
    yield Doubt(
        left=frozenset(m.id for m in a.members),
        right=frozenset(m.id for m in b.members),
        reason=found.reason,
        now=Verdict.SAME if one else Verdict.DIFFERENT,
    )


def _surnames(things: Sequence[Entity]) -> Iterator[Doubt]:
    """Yield people known by a surname alone with those who bear it."""
    bearers = _bearers(things)
    for thing in things:
        for bearer in bearers.get(_surname_alone(thing), [])[:_BEARERS_MAX]:
            yield _apart(thing, bearer, f"a surname alone, which {bearer.name} bears")


def _bearers(things: Iterable[Entity]) -> dict[str, list[Entity]]:
    """Return the people with a full name by surname, the most mentioned first."""
    bearers: dict[str, list[Entity]] = {}
    for thing in _by_mentions(things):
        if thing.type == "Person" and split(thing.name).given:
            bearers.setdefault(surname_key(split(thing.name)), []).append(thing)
    return bearers


def _surname_alone(thing: Entity) -> str:
    """Return the surname of a person of whom no more is known, else nothing."""
    name = split(thing.name)
    return surname_key(name) if thing.type == "Person" and not name.given else ""


def _namesakes(things: Sequence[Entity]) -> Iterator[Doubt]:
    """Yield things of one name with the most mentioned of them.

    Not two of one surname that others bear: whose each is comes first.
    """
    bearers = _bearers(things)
    by_name: dict[str, list[Entity]] = {}
    for thing in _by_mentions(things):
        if _surname_alone(thing) not in bearers:
            by_name.setdefault(name_key(thing.name), []).append(thing)
    for _, (first, *others) in sorted(by_name.items()):
        for other in others:
            types = sorted({first.type, other.type})
            reason = f"one name, {' and '.join(types)}" if len(types) > 1 else "one name"
            yield _apart(first, other, reason)


def _acronyms(things: Sequence[Entity]) -> Iterator[Doubt]:
    """Yield organisations known by capitals alone with those whose names begin with these."""
    fuller: dict[str, list[Entity]] = {}
    for thing in _by_mentions(things):
        if thing.type == "Organization":
            for short in sorted(acronyms(organization_key(thing.name))):
                fuller.setdefault(short, []).append(thing)
    for thing in things:
        plain = thing.name.replace(".", "")
        if thing.type == "Organization" and plain.isupper() and len(plain) <= _ACRONYM_MAX:
            for other in fuller.get(organization_key(thing.name), [])[:_BEARERS_MAX]:
                yield _apart(thing, other, f"{thing.name} can be short for {other.name}")


def _by_mentions(things: Iterable[Entity]) -> list[Entity]:
    return sorted(things, key=lambda thing: (-thing.mentions, thing.id))


def _apart(a: Entity, b: Entity, reason: str) -> Doubt:
    left, right = frozenset(a.members), frozenset(b.members)
    return Doubt(left=left, right=right, reason=reason, now=Verdict.DIFFERENT)
