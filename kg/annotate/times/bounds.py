"""Intervals of which the words name one end: ``since March``, ``until last week``, ``before 2008``.

``since`` ends on the day of publication. The others have an open start, written as ISO 8601-2 has
it: ``until 2020`` is ``../2020`` and ``before 2008`` ``../2007``. ``postponed until Friday`` and
``does not open until Friday`` name the day alone, and ``before Friday's vote`` an event.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from kg.annotate.times import periods
from kg.annotate.times.periods import GRAIN_OF_ENDS, Grain, Period
from kg.annotate.times.tense import POSTPONING
from kg.annotate.times.words import UNITS

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from kg.annotate.times.reading import Reading

OPEN: Final = ".."
UNTIL: Final = frozenset({"until", "till", "til", "through"})
POSSESSIVES: Final = frozenset({"'s", "’s", "'", "’"})
EDGES: Final = (
    "the end ",
    "the close ",
    "the middle ",
)  # "before the end of May": in May, or before
HALFWAY: Final = frozenset({"halfway", "midway", "partway", "part", "way"})
DATED: Final = frozenset({"date", "interval"})


def bounded(
    span: Span, before: str, reading: Reading, published: str | None
) -> tuple[str, str | None]:
    """Return the kind and the value of a time by the preposition before it."""
    period = reading.period
    if reading.kind not in DATED:
        return reading.kind, reading.value
    if before == "since":
        return "interval", _until_publication(period, published)
    if period is None or not _is_bound(span, before, period, published):
        return reading.kind, reading.value
    leaves_out = before == "before" and not span.text.lower().startswith(EDGES)
    return "interval", f"{OPEN}/{_end(period, leaves_out=leaves_out)}"


def _until_publication(period: Period | None, published: str | None) -> str | None:
    """Make ``since March`` the interval from March to the day of publication."""
    if period is None or published is None or period.first >= periods.parse(published).first:
        return None
    return f"{periods.start_of(period)}/{published}"


def _is_bound(span: Span, before: str, period: Period, published: str | None) -> bool:
    doc, start, end = span.doc, span.start, span.end
    if before not in UNTIL | {"before"} or (end < len(doc) and doc[end].lower_ in POSSESSIVES):
        return False
    if before == "through" and _is_within(period, published):
        return False
    earlier = doc[start - 2] if start > 1 else None
    if earlier is not None and (earlier.lower_ in HALFWAY or earlier.lower_.rstrip("s") in UNITS):
        return False  # "halfway through 2016", "the day before Christmas"
    heads = {doc[start - 1].head, span.root.head}
    if before in UNTIL and any(_names_the_day(head) for head in heads):
        return False
    return span.root.dep_ not in {"compound", "nmod", "poss", "nummod"}


def _is_within(period: Period, published: str | None) -> bool:
    """Tell ``through the 1990s`` and ``the sale went through last year`` from ``through Sunday``."""
    is_over = published is not None and period.last < periods.parse(published).first
    return is_over or not period.grain.is_point


def _names_the_day(head: Token) -> bool:
    """Say whether something begins with what follows: ``postponed until``, ``not due until``."""
    is_negated = any(child.dep_ == "neg" for child in (*head.children, *head.head.children))
    return is_negated or head.lemma_ in POSTPONING


def _end(period: Period, *, leaves_out: bool) -> str:
    """Write the last day, month or year of the interval, which may leave the period out."""
    grain = GRAIN_OF_ENDS.get(period.grain, period.grain)
    if leaves_out:
        return periods.iso(periods.containing(grain, period.first - timedelta(days=1)))
    if grain is Grain.WEEK:
        return periods.iso(periods.day_of(period.last))
    return periods.iso(periods.containing(grain, period.last))
