"""Turn an article's text into data of the page: its parts, mentions in it, and who says what.

    {"t": [(0, "Falk met Ibarra.")], "m": [(0, 4, 12), (9, 15, 3)]}

Mentions do not overlap, so that each letter has at most one to be clicked. All offsets are UTF-16
units. Without the whole text only the quotes of evidence are kept, and what lies in them.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from kg.model import MentionKind, SpeechKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from kg.export.viewer.reading import Reading
    from kg.model import Article, Mention

Span = tuple[int, int]


class Texts:
    """Packs the texts of a reading; ``entity_at`` gives the place of each entity."""

    def __init__(self, reading: Reading, entity_at: Mapping[str, int], *, whole: bool) -> None:
        self._reading = reading
        self._entity_at = entity_at
        self._whole = whole
        self._quoted: dict[str, list[Span]] = defaultdict(list)
        for claim in reading.claims.values():
            if claim.evidence.field == "text":
                self._quoted[claim.article].append((claim.evidence.start, claim.evidence.end))

    def pack(self, article: Article, unit: Callable[[int], int]) -> dict[str, Any]:
        """Return the parts of a text, its mentions and the words said in it."""
        parts = [(0, len(article.text))] if self._whole else _joined(self._quoted[article.id])
        packed: dict[str, Any] = {"t": [(unit(s), article.text[s:e]) for s, e in parts]}
        if mentions := self._mentions(article.id, parts, unit):
            packed["m"] = mentions
        if said := self._said(article.id, parts, unit):
            packed["q"] = said
        return packed

    def _mentions(
        self, article: str, parts: list[Span], unit: Callable[[int], int]
    ) -> list[tuple[int, int, int]]:
        mentions = (m for m in self._reading.mentions.get(article, ()) if m.field == "text")
        return [
            (unit(m.start), unit(m.end), self._entity_at[m.entity])
            for m in _outermost(mentions)
            if m.entity in self._entity_at and _inside(m.start, m.end, parts)
        ]

    def _said(
        self, article: str, parts: list[Span], unit: Callable[[int], int]
    ) -> list[tuple[int, int, int, int]]:
        return [
            (
                unit(span.start),
                unit(span.end),
                self._entity_at.get(attribution.entity or "", -1),
                int(attribution.kind is not SpeechKind.INDIRECT),
            )
            for attribution in self._reading.attributions.get(article, ())
            for span in attribution.content
            if _inside(span.start, span.end, parts)
        ]


def _joined(spans: list[Span]) -> list[Span]:
    """Return spans in order, joined where they touch."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _inside(start: int, end: int, parts: list[Span]) -> bool:
    return any(first <= start and end <= last for first, last in parts)


def _outermost(mentions: Iterable[Mention]) -> list[Mention]:
    """Return mentions that do not overlap; of two that do, a name wins, then the longer one."""
    kept: list[Mention] = []
    by_worth = sorted(
        mentions, key=lambda m: (m.kind is not MentionKind.NAME, m.start - m.end, m.start)
    )
    occupied: set[int] = set()
    for mention in by_worth:
        covered = range(mention.start, mention.end)
        if occupied.isdisjoint(covered):
            occupied.update(covered)
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)
