"""Find the times of an article and read them in the order of the text.

The order matters, since ``two days later`` counts from the last point named before it. Neighbours
that make one time are then joined: ``from 2010 to 2014``, ``3 p.m. on Tuesday``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from kg.annotate.times import anchors, calendars, periods
from kg.annotate.times.bounds import bounded
from kg.annotate.times.evidence import is_time
from kg.annotate.times.patterns import PATTERNS, TRIGGER, Pattern
from kg.annotate.times.reading import Context, Reading, dated
from kg.annotate.times.tense import POSTPONING, Tense, governing_tense, tells_a_state
from kg.document import TimeExpression

if TYPE_CHECKING:
    from datetime import date
    from re import Match

    from spacy.tokens import Doc, Span

    from kg.annotate.times.periods import Period

PLAIN = {"’": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " "}
DASHES = frozenset({"-", "–", "—", " - ", " – "})
RANGE_MARKS = DASHES | {" to ", " until ", " till ", " through "}
CLOCK_MARKS = frozenset({" ", ", ", " on ", " at ", ", at ", " at about ", " at around "})
REACH = 48  # characters; longer times have more than one trigger
# fmt: off
BUSINESS = frozenset({
    "bank", "company", "earning", "earnings", "economy", "export", "gdp", "growth", "import",
    "inflation", "loss", "market", "profit", "revenue", "sale", "share", "shareholder", "spending",
    "trade", "unemployment",
})
# fmt: on


class Window(NamedTuple):
    """A stretch of the text and the kinds of words for times in it."""

    start: int
    end: int
    near: frozenset[str]
    text: str = ""


class Candidate(NamedTuple):
    """One match of the pattern number ``rank``, without its preposition."""

    start: int
    end: int
    rank: int
    match: Match[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One time in the text with what it was read from."""

    span: Span
    pattern: Pattern
    match: Match[str]
    context: Context
    reading: Reading


def find_times(
    doc: Doc, published: str | None, spoken: frozenset[int] = frozenset()
) -> tuple[TimeExpression, ...]:
    """Find the time expressions of an article and their values.

    Sorted and disjoint; spans leave the preposition out. ``published`` is an ISO 8601 day, month or
    year, or None, when only dates with a year of their own have values; else raises InputError.
    ``spoken`` are the tokens of quoted speech, whose ``today`` is the day on which it was spoken.
    """
    anchor = periods.parse(published) if published else None
    found = _with_clock_times(_with_ranges(_read(doc, anchor, spoken)))
    return tuple(_expression(one, published) for one in found)


def value_of(words: str, *, anchor: date, tense: Tense = Tense.PAST) -> str | None:
    """Give the ISO 8601 value of words alone, such as ``last month``; None if there is none."""
    context = Context(published=periods.day_of(anchor), tense=tense)
    text = _plain(words)
    for pattern in PATTERNS:
        match = pattern.regex.fullmatch(text)
        reading = match and pattern.read(match, context)
        if reading:
            return reading.value
    return None


def _plain(text: str) -> str:
    """Put text in lower case, each character where it was."""
    lower = text.lower()
    if len(lower) != len(text):  # "İ" has two characters in lower case
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for mark, plain in PLAIN.items():
        lower = lower.replace(mark, plain)
    return lower


def _windows(text: str) -> list[Window]:
    """List the stretches of the text that can hold a time; searching all of it takes far longer."""
    windows: list[Window] = []
    for match in TRIGGER.finditer(text):
        start = max(0, text.rfind(" ", 0, max(0, match.start() - REACH)) + 1)
        end = text.find(" ", match.end() + REACH)
        end = len(text) if end < 0 else end
        near = frozenset({match.lastgroup or ""})
        if windows and start <= windows[-1].end:
            last = windows.pop()
            start, near = last.start, near | last.near
        windows.append(Window(start, end, near))
    return [w._replace(text=text[w.start : w.end]) for w in windows]


def _candidates(text: str) -> list[Candidate]:
    """List all matches, the leftmost first, then the longest, then by the order of the table."""
    windows = _windows(text)
    found = [
        Candidate(*match.span("span" if match.groupdict().get("span") else 0), rank, match)
        for window in windows
        for rank, pattern in enumerate(PATTERNS)
        if pattern.can_be_in(window.text, window.near)
        for match in pattern.regex.finditer(text, window.start, window.end)
    ]
    return sorted(found, key=lambda one: (one.start, -one.end, one.rank))


def _read(doc: Doc, anchor: Period | None, spoken: frozenset[int]) -> list[Found]:
    found: list[Found] = []
    years: dict[tuple[int, int], int] = {}
    taken = 0
    for candidate in _candidates(_plain(doc.text)):
        if candidate.start < taken:
            continue
        pattern, match = PATTERNS[candidate.rank], candidate.match
        span = doc.char_span(candidate.start, candidate.end, alignment_mode="expand")
        if span is None or span.start_char < taken or not is_time(span, pattern.name, match):
            continue
        context = _context(span, anchor, found, pattern)
        context = replace(
            context,
            years=years,
            is_spoken=span.start in spoken,
            is_apposed=match.string[taken : span.start_char] == ", ",
        )
        reading = pattern.read(match, context)
        if reading is not None:
            found.append(
                Found(span=span, pattern=pattern, match=match, context=context, reading=reading)
            )
            taken = span.end_char
            years.update(_year_of_day(match, reading))
    return found


def _year_of_day(match: Match[str], reading: Reading) -> dict[tuple[int, int], int]:
    """Remember ``Jan. 6, 2021``, which the rest of the article calls ``Jan. 6``."""
    period = reading.period
    if period is None or period.grain is not periods.Grain.DAY or "month" not in match.groupdict():
        return {}
    return {(period.first.month, period.first.day): period.first.year}


def _context(span: Span, anchor: Period | None, found: list[Found], pattern: Pattern) -> Context:
    doc, sent = span.doc, span.sent
    before = anchors.previous(found, sent)
    return Context(
        published=anchor,
        tense=governing_tense(span),
        is_state=tells_a_state(span),
        previous=before.reading.period if before else None,
        is_aside=before is not None and anchors.is_aside(before.span),
        latest=anchors.latest(found, anchor),
        story=anchors.story(found, anchor),
        before=doc[span.start - 1].lower_ if span.start > sent.start else "",
        after=doc[span.end].lower_ if span.end < sent.end else "",
        is_financial=pattern.read is calendars.part_of_year and _is_financial(sent),
    )


def _is_financial(sent: Span) -> bool:
    return any(
        token.lemma_ in BUSINESS or token.ent_type_ in {"MONEY", "PERCENT"} for token in sent
    )


def _with_ranges(found: list[Found]) -> list[Found]:
    """Join ``from 2010 to 2014`` and ``between March and May`` into one interval."""
    joined: list[Found] = []
    for one in found:
        before = joined[-1] if joined else None
        both = _range(before, one) if before else None
        if both:
            joined[-1] = both
        else:
            joined.append(one)
    return joined


def _range(first: Found, last: Found) -> Found | None:
    if not _is_range(first, last):
        return None
    end = last.reading.period
    start = first.reading.period
    if end is None or not end.grain.is_point:
        return None
    if start is None or start.first > end.first or (_has_year(last) and not _has_year(first)):
        context = replace(
            first.context, published=periods.day_of(end.first), tense=Tense.PAST, previous=None
        )
        again = first.pattern.read(first.match, context)
        start = again.period if again else None
    if start is None or start.first >= end.first or not start.grain.is_point:
        return None
    span = first.span.doc[first.span.start : last.span.end]
    return replace(first, span=span, reading=dated(periods.between(start, end)))


def _gap(first: Found, last: Found) -> str:
    return first.match.string[first.span.end_char : last.span.start_char]


def _is_range(first: Found, last: Found) -> bool:
    if not first.reading.kind == last.reading.kind == "date":
        return False
    text = _gap(first, last)
    grains = {one.reading.period.grain for one in (first, last) if one.reading.period}
    if text in DASHES and len(grains) > 1:
        return False
    if text == " and ":
        return first.context.before == "between"
    # "Moved from Friday to Monday" names two days, not the days between them.
    moved = any(token.lemma_ in POSTPONING for token in first.span.root.ancestors)
    return text in RANGE_MARKS and not moved


def _has_year(found: Found) -> bool:
    groups = found.match.groupdict()
    return bool(groups.get("year") or groups.get("rel"))


def _with_clock_times(found: list[Found]) -> list[Found]:
    """Join ``3 p.m.`` to the day beside it, whose value it shares."""
    joined: list[Found] = []
    for one in found:
        before = joined[-1] if joined else None
        if before and _is_clock_and_day(before, one):
            day = one if before.pattern.name == "clock time" else before
            joined[-1] = replace(day, span=one.span.doc[before.span.start : one.span.end])
        else:
            joined.append(one)
    return joined


def _is_clock_and_day(first: Found, last: Found) -> bool:
    text = _gap(first, last)
    clocks = [one.pattern.name == "clock time" for one in (first, last)]
    day = last if clocks[0] else first
    period = day.reading.period
    return (
        sum(clocks) == 1
        and text in CLOCK_MARKS
        and period is not None
        and period.grain is periods.Grain.DAY
    )


def _expression(found: Found, published: str | None) -> TimeExpression:
    kind, value = bounded(found.span, found.context.before, found.reading, published)
    return TimeExpression(start=found.span.start, end=found.span.end, kind=kind, value=value)
