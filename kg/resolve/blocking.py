"""Which names are compared at all: those that share a surname and the beginning of a given name.

Identical names are grouped before (see *clustering*), so ten thousand articles about one person are
one name here. What remains is compared within small blocks, and a block that is still too large is
cut into those that share the given name itself: comparisons stay below 50 for each name.

    >>> from kg.names import split
    >>> "clinton w" in block_keys(split("Bill Clinton"))
    True
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from kg.lexicon.spellings import transliterated
from kg.names import given_variants, name_key
from kg.resolve.comparing import surname_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.names import PersonName
    from kg.resolve.comparing import Bearer

# 100 names make 4,950 pairs, which is the promised 50 comparisons a name (reliability M4).
BLOCK_MAX = 100


def block_keys(name: PersonName) -> frozenset[str]:
    """Return the keys of the blocks in which a full name is compared."""
    surname = surname_key(name)
    givens = [name_key(name.given), *(name_key(w) for w in name.middle)]
    variants = {variant for given in givens for variant in given_variants(given)}
    initials = {v[0] for v in variants if v} | {transliterated(v)[0] for v in variants if v}
    return frozenset(f"{surname} {initial}" for initial in initials)


def candidate_pairs(bearers: Sequence[Bearer]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of indices worth comparing, each once, in order."""
    blocks: dict[str, list[int]] = {}
    for index, bearer in enumerate(bearers):
        for key in sorted(_keys(bearer, coarse=True)):
            blocks.setdefault(key, []).append(index)
    pairs: set[tuple[int, int]] = set()
    for indices in blocks.values():
        for block in _cut(indices, bearers):
            pairs.update(combinations(block, 2))
    yield from sorted(pairs)


def _keys(bearer: Bearer, *, coarse: bool) -> frozenset[str]:
    names = [name for name in (bearer.text, bearer.keyword) if name]
    if coarse:
        return frozenset(key for name in names for key in block_keys(name))
    return frozenset(f"{surname_key(n)} {name_key(n.given)}" for n in names)


def _cut(indices: list[int], bearers: Sequence[Bearer]) -> Iterator[list[int]]:
    if len(indices) <= BLOCK_MAX:
        yield indices
        return
    finer: dict[str, list[int]] = {}
    for index in indices:
        for key in sorted(_keys(bearers[index], coarse=False)):
            finer.setdefault(key, []).append(index)
    for block in finer.values():
        # Over a hundred people with one given name and one surname cannot be told apart by names.
        if len(block) <= BLOCK_MAX:
            yield block
