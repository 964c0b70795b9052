"""Which articles are about the same: those that share words that few others have.

    Coverage({"article/1": "Quake hits Norhaven …", "article/2": "Norhaven struck by quake …"})

A text is its words weighted by frequency and, squared, by rarity (Sparck Jones 1972): names and numbers
weigh most. Two texts are candidates if they share one of their most telling words; a word of very
many texts brings together only those that came out one after the other, so that the work grows with
the number of articles and not with that of their pairs.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import coo_matrix, csr_matrix

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

_WORD = re.compile(r"\w+")
_SHORTEST = 3
# Enough words to know a text by; more add noise and cost.
PROFILE = 96
# The words by which an article finds others, and how many others by one word.
TELLING = 24
RUN = 120
# Less in common than this is chance: of the odd topics of ECB+ 1 of 200 such pairs shares an event.
LEAST = 0.03
NEIGHBOURS = 60
_DIGITS = 6


class Coverage:
    """The words of all articles, how rare each is, and which articles are alike."""

    def __init__(self, texts: Mapping[str, str], dates: Mapping[str, str | None]) -> None:
        """Read the texts; ``dates`` puts those with common words in order."""
        self._articles = sorted(texts, key=lambda a: (dates.get(a) or "", a))
        counts = [_counted(texts[a]) for a in self._articles]
        self._spread = Counter(word for count in counts for word in count)
        self._total = len(counts)
        self._alike = self._compared(counts) if counts else {}

    def rarity(self, word: str) -> float:
        """Return how much a word tells: the logarithm of one in how many articles has it."""
        return math.log((self._total + 1) / (self._spread.get(word, 0) + 1))

    def share(self, word: str) -> float:
        """Return ``rarity`` as a part of the most there can be, from 0 to 1."""
        return self.rarity(word) / math.log(self._total + 1) if self._total else 0.0

    def likeness(self, left: str, right: str) -> float:
        """Return how alike two articles are, from 0 to 1; an article is like itself."""
        if left == right:
            return 1.0
        return self._alike.get((min(left, right), max(left, right)), 0.0)

    def pairs(self) -> list[tuple[str, str]]:
        """Return the pairs of different articles that are alike, in order."""
        return sorted(self._alike)

    def overlap(self, left: frozenset[str], right: frozenset[str]) -> float:
        """Return the cosine of two sets of words, weighted by rarity."""
        both = left & right
        if not both:
            return 0.0
        shared, one, other = (self._weight(words) for words in (both, left, right))
        return shared / math.sqrt(one * other) if shared else 0.0

    def _weight(self, words: frozenset[str]) -> float:
        return math.fsum(self.rarity(word) ** 2 for word in words)

    def _compared(self, counts: Sequence[Counter[str]]) -> dict[tuple[str, str], float]:
        profiles = [self._profile(count) for count in counts]
        numbers = {word: n for n, word in enumerate(sorted({w for p in profiles for w, _ in p}))}
        matrix = _matrix(profiles, numbers)
        found: dict[tuple[str, str], float] = {}
        for rows, columns in _candidates(profiles):
            products = matrix[rows].multiply(matrix[columns]).sum(axis=1)
            values = np.round(np.asarray(products).ravel(), _DIGITS)
            for row, column, value in zip(
                rows.tolist(), columns.tolist(), values.tolist(), strict=True
            ):
                if value >= LEAST:
                    left, right = self._articles[row], self._articles[column]
                    found[min(left, right), max(left, right)] = value
        return _nearest(found)

    def _profile(self, count: Counter[str]) -> list[tuple[str, float]]:
        """Return the most telling words of a text with their weights, together of length 1."""
        weighed = [(w, (1 + math.log(n)) * self.rarity(w) ** 2) for w, n in count.items()]
        shared = [(w, v) for w, v in weighed if self._spread[w] > 1 and v > 0]
        best = sorted(shared, key=lambda row: (-row[1], row[0]))[:PROFILE]
        length = math.sqrt(math.fsum(v * v for _, v in best))
        return [(w, v / length) for w, v in best]


def _counted(text: str) -> Counter[str]:
    return Counter(w for w in _WORD.findall(text.lower()) if len(w) >= _SHORTEST)


def _matrix(
    profiles: Sequence[Sequence[tuple[str, float]]], numbers: Mapping[str, int]
) -> csr_matrix:
    rows = [row for row, profile in enumerate(profiles) for _ in profile]
    columns = [numbers[word] for profile in profiles for word, _ in profile]
    values = [value for profile in profiles for _, value in profile]
    return csr_matrix((values, (rows, columns)), shape=(len(profiles), max(len(numbers), 1)))


_BATCH = 20_000


def _candidates(
    profiles: Sequence[Sequence[tuple[str, float]]],
) -> list[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Return the pairs of articles that share a telling word, each once, some at a time.

    A word of more than ``RUN`` articles is cut into overlapping runs of them, by date.
    """
    having: dict[str, list[int]] = {}
    for row, profile in enumerate(profiles):
        for word, _ in profile[:TELLING]:
            having.setdefault(word, []).append(row)
    runs = [
        rows[start : start + RUN]
        for _, rows in sorted(having.items())
        for start in range(0, max(len(rows) - RUN // 2, 1), RUN // 2)
    ]
    shape = (len(profiles), max(len(runs), 1))
    columns = [number for number, run in enumerate(runs) for _ in run]
    flat = [row for run in runs for row in run]
    shared = coo_matrix((np.ones(len(flat), dtype=np.int32), (flat, columns)), shape=shape).tocsr()
    both = (shared @ shared.T).tocoo()
    upper = both.row < both.col
    order = np.lexsort((both.col[upper], both.row[upper]))
    left, right = both.row[upper][order], both.col[upper][order]
    return [(left[at : at + _BATCH], right[at : at + _BATCH]) for at in range(0, len(left), _BATCH)]


def _nearest(found: Mapping[tuple[str, str], float]) -> dict[tuple[str, str], float]:
    """Keep of each article the pairs with those most like it."""
    near: dict[str, list[tuple[float, tuple[str, str]]]] = {}
    for pair, value in sorted(found.items()):
        for article in pair:
            near.setdefault(article, []).append((-value, pair))
    kept = {pair for rows in near.values() for _, pair in sorted(rows)[:NEIGHBOURS]}
    return {pair: found[pair] for pair in sorted(kept)}
