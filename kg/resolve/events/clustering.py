"""Which tellings are together: those most alike first, until what is left is too unlike.

Agglomerative clustering by average link (Sokal and Michener 1958) over the pairs that were compared.
Two clusters join if the mean likelihood of their pairs is high enough and nothing that either says
contradicts the other, nor anybody judged them different. Ties go by position, so the same pairs always
give the same clusters.
"""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

from kg.resolve.events.coverage import NEIGHBOURS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from kg.resolve.events.contradicting import Bounds


def cluster(
    bounds: Sequence[Bounds],
    pairs: Mapping[tuple[int, int], float],
    least: float,
    *,
    apart: AbstractSet[tuple[int, int]] = frozenset(),
    begun: Iterable[Sequence[int]] = (),
) -> list[list[int]]:
    """Return groups of positions in ``bounds``; ``pairs`` has the likelihood of some.

    ``apart`` are pairs that no group may have, ``begun`` groups that stand whatever contradicts.
    """
    work = _Agglomeration(bounds, pairs, apart)
    for group in begun:
        work.begin(group)
    work.join_all(least)
    return work.groups()


class _Agglomeration:
    """Clusters in the making, each under the number of its first member."""

    def __init__(
        self,
        bounds: Sequence[Bounds],
        pairs: Mapping[tuple[int, int], float],
        apart: AbstractSet[tuple[int, int]],
    ) -> None:
        self._apart: dict[int, set[int]] = {}
        for left, right in apart:
            self._apart.setdefault(left, set()).add(right)
            self._apart.setdefault(right, set()).add(left)
        self._bounds = list(bounds)
        self._members = {n: [n] for n in range(len(bounds))}
        self._sums: dict[int, dict[int, float]] = {}
        self._heap: list[tuple[float, int, int]] = []
        for (left, right), value in sorted(pairs.items()):
            self._sums.setdefault(left, {})[right] = value
            self._sums.setdefault(right, {})[left] = value
            self._heap.append((-value, left, right))
        heapq.heapify(self._heap)

    def begin(self, group: Sequence[int]) -> None:
        """Join some clusters before all others."""
        first, *others = sorted(group)
        for other in others:
            fitting = self._bounds[first].with_(self._bounds[other])
            self._unite(first, other, fitting or self._bounds[first])

    def join_all(self, least: float) -> None:
        """Join the most alike clusters again and again."""
        while self._heap:
            value, left, right = heapq.heappop(self._heap)
            if -value < least:
                return
            if left not in self._members or right not in self._members:
                continue
            if -value == self._mean(left, right):
                self._join(left, right)

    def groups(self) -> list[list[int]]:
        """Return the clusters, each in order."""
        return [sorted(members) for _, members in sorted(self._members.items())]

    def _mean(self, left: int, right: int) -> float:
        """Return the mean likelihood; pairs that were not compared are unlike.

        Of very large clusters not all pairs can have been compared.
        """
        one, other = len(self._members[left]), len(self._members[right])
        compared = min(one * other, NEIGHBOURS * min(one, other))
        return min(self._sums[left][right] / compared, 1.0)

    def _join(self, left: int, right: int) -> None:
        both = self._bounds[left].with_(self._bounds[right])
        if both is not None and not self._parted(left, right):
            self._unite(min(left, right), max(left, right), both)

    def _parted(self, left: int, right: int) -> bool:
        """Tell whether somebody judged two clusters different."""
        others = set(self._members[right])
        return any(others & self._apart.get(n, set()) for n in self._members[left])

    def _unite(self, left: int, right: int, both: Bounds) -> None:
        self._bounds[left] = both
        self._members[left] += self._members.pop(right)
        near = self._sums.setdefault(left, {})
        for other, value in sorted(self._sums.pop(right, {}).items()):
            if other == left:
                continue
            near[other] = near.get(other, 0.0) + value
            self._sums[other][left] = near[other]
            del self._sums[other][right]
        near.pop(right, None)
        for other in sorted(near):
            mean = self._mean(left, other)
            heapq.heappush(self._heap, (-mean, min(left, other), max(left, other)))
