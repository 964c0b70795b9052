"""What judgements make of the events that the rules found: a judgement always wins.

    rules {a, b} {c}, judged the same: b and c        →  {a, b, c}
    rules {a, b, c},  judged different: a and c       →  {a, b} {c}, or {a} {b, c}

Tellings judged different are never joined on the way, and whoever nobody judged goes where the
rules find it more alike. Then the groups of tellings judged the same become one; where that would
bring together what is judged different, the rules begin anew with what is judged the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from kg.model import Verdict
from kg.resolve.events.clustering import cluster
from kg.resolve.grouping import Unions
from kg.resolve.judging import JUDGED
from kg.resolve.rulings import together

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.resolve.events.contradicting import Bounds
    from kg.resolve.rulings import Ruling


@dataclass(frozen=True, slots=True)
class Judged:
    """What is judged of some tellings, by their positions: which are one, and which are not."""

    same: tuple[frozenset[int], ...] = ()
    apart: frozenset[tuple[int, int]] = frozenset()

    def clusters(
        self, bounds: Sequence[Bounds], pairs: Mapping[tuple[int, int], float], least: float
    ) -> list[list[int]]:
        """Return the groups of tellings as the rules and the judgements have them."""
        groups = cluster(bounds, pairs, least, apart=self.apart)
        at = {n: i for i, group in enumerate(groups) for n in group}
        unions = Unions(range(len(groups)))
        for one, *others in map(sorted, self.same):
            for other in others:
                unions.join(at[one], at[other])
        found: list[list[int]] = []
        for united in unions.sets():
            members = sorted(n for i in united for n in groups[i])
            if len(united) > 1 and self._parted(members):
                found += self._anew(members, bounds, pairs, least)
            else:
                found.append(members)
        return sorted(found)

    def _parted(self, members: Sequence[int]) -> bool:
        return any(pair in self.apart for pair in combinations(members, 2))

    def _anew(
        self,
        members: Sequence[int],
        bounds: Sequence[Bounds],
        pairs: Mapping[tuple[int, int], float],
        least: float,
    ) -> list[list[int]]:
        """Return groups of some tellings, those that are judged the same together from the start."""
        own = frozenset(members)
        among = {pair: value for pair, value in pairs.items() if own.issuperset(pair)}
        begun = [sorted(same) for same in self.same if same <= own]
        groups = cluster(bounds, among, least, apart=self.apart, begun=begun)
        return [group for group in groups if own.issuperset(group)]


def judged(rulings: Sequence[Ruling], positions: Mapping[str, int]) -> Judged:
    """Return what rulings say of tellings; ``positions`` has those of all that they speak of."""
    unions = together(rulings)
    same = {unions.root(ids[0]): ids for ids in unions.sets()}
    apart = {
        (min(a, b), max(a, b))
        for ruling in rulings
        if ruling.verdict is Verdict.DIFFERENT
        for left in ruling.left
        for right in ruling.right
        for a in _all(same[unions.root(left)], positions)
        for b in _all(same[unions.root(right)], positions)
    }
    joined = [frozenset(_all(ids, positions)) for ids in same.values() if len(ids) > 1]
    return Judged(same=tuple(sorted(joined, key=sorted)), apart=frozenset(apart))


def _all(ids: Iterable[str], positions: Mapping[str, int]) -> list[int]:
    return [positions[id_] for id_ in ids]


def said_of(ids: Iterable[str], rulings: Iterable[Ruling]) -> tuple[str, ...]:
    """Return what was judged of some tellings, as reasons."""
    own = frozenset(ids)
    told = {f"{JUDGED[r.verdict]}: {r.subject}" for r in rulings if own & (r.left | r.right)}
    return tuple(sorted(told))
