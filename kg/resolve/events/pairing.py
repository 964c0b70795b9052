"""Which tellings are compared at all: those of one article or of two that are alike, in words of one kind.

Articles have a bounded number of others like them (*coverage*), so comparisons grow with the number
of articles; ten thousand articles that name one person are no reason to compare them all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.lexicon.happenings import kinds

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.resolve.events.coverage import Coverage
    from kg.resolve.events.tellings import Telling

# A text that says "attacked" a hundred times is a list; its first few tell enough.
SAME_MAX = 12


def candidate_pairs(tellings: Sequence[Telling], coverage: Coverage) -> Iterator[tuple[int, int]]:
    """Yield the positions of pairs worth comparing, the lower first, each once."""
    index = _by_article(tellings)
    for article in sorted(index):
        yield from _between(index[article], index[article])
    for left, right in coverage.pairs():
        if left in index and right in index:
            yield from _between(index[left], index[right])


def _by_article(tellings: Sequence[Telling]) -> dict[str, dict[str, list[int]]]:
    """Return for each article its tellings by action and by kind."""
    index: dict[str, dict[str, list[int]]] = {}
    for number, telling in enumerate(tellings):
        here = index.setdefault(telling.article, {})
        for key in sorted({telling.concept, *(f"kind {k}" for k in kinds(telling.word))}):
            same = here.setdefault(key, [])
            if len(same) < SAME_MAX:
                same.append(number)
    return index


def _between(
    left: Mapping[str, Sequence[int]], right: Mapping[str, Sequence[int]]
) -> Iterator[tuple[int, int]]:
    found = {
        (min(a, b), max(a, b)) for key in left.keys() & right.keys()
        for a in left[key] for b in right[key] if a != b
    }  # fmt: skip
    yield from sorted(found)
