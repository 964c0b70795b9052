"""Which articles are copies of one story: wire texts, reprints, the same article at two addresses.

    stories({"article/1": text, "article/2": text + " Read more."})   →   both "article/1"

Two articles are copies if at least half of the five-word sequences of the shorter stand in the
longer. A quotation both print is not enough. Rewritten stories with no common wording are not
found: they are independent as far as wording can tell. Only pairs that share a sampled sequence are
compared, so the work grows with the number of words and not with the number of pairs.
"""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]

WORDS = 5  # a shared run of five words is rarely chance; quotations and names are shorter or few
SAMPLE = 4  # one sequence in four is indexed, chosen by its hash and so alike in all articles
OVERLAP = 0.5  # of the shorter text: editors cut wire stories to half, rarely below

_WORD = re.compile(r"\w+")
# Odd 64-bit constants (Knuth's and SplitMix64's) spread 32-bit word hashes over 64 bits.
_MULTIPLIER = np.uint64(6364136223846793005)
_MIX = np.uint64(0xBF58476D1CE4E5B9)


def stories(texts: Mapping[str, str]) -> dict[str, str]:
    """Return for each article the least id among its copies, itself included."""
    names = sorted(texts)
    shingles = [_shingles(texts[name]) for name in names]
    parent = list(range(len(names)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for left, right in _candidates(shingles):
        a, b = root(left), root(right)
        if a != b and _overlap(shingles[left], shingles[right]) >= OVERLAP:
            parent[max(a, b)] = min(a, b)
    return {name: names[root(index)] for index, name in enumerate(names)}


def _shingles(text: str) -> Hashes:
    """Return the hashes of all five-word sequences, sorted; of a shorter text, of the whole."""
    codes = [
        zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in _WORD.findall(text.lower())
    ]
    words = np.array(codes, dtype=np.uint64)
    if len(words) == 0:
        return words
    width = min(WORDS, len(words))
    hashes = np.zeros(len(words) - width + 1, dtype=np.uint64)
    for offset in range(width):
        hashes = hashes * _MULTIPLIER + words[offset : offset + len(hashes)] + np.uint64(1)
    hashes ^= hashes >> np.uint64(31)
    hashes *= _MIX
    hashes ^= hashes >> np.uint64(29)
    unique: Hashes = np.unique(hashes)
    return unique


def _candidates(shingles: list[Hashes]) -> Iterator[tuple[int, int]]:
    """Yield pairs of articles that share a sampled sequence: neighbours in its list, and the first.

    A story in a thousand papers so costs two thousand pairs and not a million.
    """
    sampled = [_sample(hashes) for hashes in shingles]
    if not sampled:
        return
    keys = np.concatenate(sampled)
    owners = np.repeat(np.arange(len(sampled)), [len(hashes) for hashes in sampled])
    order = np.lexsort((owners, keys))
    keys, owners = keys[order], owners[order]
    same = keys[1:] == keys[:-1]
    starts = np.maximum.accumulate(np.where(np.r_[True, ~same], np.arange(len(keys)), 0))
    later = np.flatnonzero(same) + 1
    neighbours = np.stack([owners[later - 1], owners[later]], axis=1)
    first = np.stack([owners[starts[later]], owners[later]], axis=1)
    pairs = np.unique(np.concatenate([neighbours, first]), axis=0)
    yield from ((left, right) for left, right in pairs.tolist())


def _sample(hashes: Hashes) -> Hashes:
    """Return one hash in four; of a text too short for that, the least."""
    chosen: Hashes = hashes[hashes % np.uint64(SAMPLE) == 0]
    return chosen if len(chosen) else hashes[:1]


def _overlap(left: Hashes, right: Hashes) -> float:
    """Return the share of the shorter text's sequences that the longer has as well."""
    shorter = min(len(left), len(right))
    if not shorter:
        return 0.0
    return len(np.intersect1d(left, right, assume_unique=True)) / shorter
