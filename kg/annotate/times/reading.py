"""What do the words of one pattern mean on a given day?

A reader takes the match of a pattern and its context and gives a `Reading`, or None where the words
are no time after all (``February 30``). ``last Tuesday`` read on 2017-06-06 is 2017-05-30.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kg.annotate.times import periods
from kg.annotate.times.periods import Grain, Period
from kg.annotate.times.tense import Tense
from kg.annotate.times.words import (
    CLOCK_UNITS,
    HOLIDAYS,
    NUMBERS,
    ORDINALS,
    RECENT,
    SEASONS,
    UNITS,
    WEEKDAYS,
    count_of,
    month_of_name,
    unit_of,
)

if TYPE_CHECKING:
    from re import Match

STEPS = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}
STEPS |= {"prior": -1, "preceding": -1, "before": -1, "after": 1, "this": 0, "the": 0, "same": 0}
STEPS |= {"current": 0, "this past": -1, "the past": -1, "this coming": 1, "the coming": 1}
GRAINS = {"day": Grain.DAY, "night": Grain.DAY, "morning": Grain.DAY, "afternoon": Grain.DAY}
GRAINS |= {"evening": Grain.DAY, "week": Grain.WEEK, "month": Grain.MONTH, "year": Grain.YEAR}
LONG_AGO_YEARS = 2  # a narrative this far back keeps its own year for its months
FINER = {Grain.WEEK: Grain.DAY, Grain.MONTH: Grain.DAY, Grain.YEAR: Grain.MONTH}
EXACT_COUNT = 10  # beyond it, "more than N years" names no stretch of one year
MONTHS_IN_QUARTER = 3
LAST_MONTH = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the words around a time say: ``previous`` is the last point named just before."""

    published: Period | None = None
    tense: Tense = Tense.NONE
    previous: Period | None = None
    before: str = ""
    after: str = ""
    is_financial: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The kind of a time, its period if it has a place in the calendar, else its value if any."""

    kind: str
    period: Period | None = None
    text: str | None = None

    @property
    def value(self) -> str | None:
        """Write the time in ISO 8601."""
        return self.text if self.period is None else periods.iso(self.period)


def dated(period: Period | None, kind: str = "date") -> Reading:
    """Read a period, an interval if it is more than one point of the calendar."""
    if period is not None and not period.grain.is_point:
        kind = "interval"
    return Reading(kind=kind, period=period)


def unknown(_: Match[str], __: Context) -> Reading:
    """Read words for a time that nothing places."""
    return Reading(kind="date")


def unknown_stretch(_: Match[str], __: Context) -> Reading:
    """Read words for a stretch of time that nothing places."""
    return Reading(kind="interval")


def unknown_length(_: Match[str], __: Context) -> Reading:
    """Read words for a length of time without a number."""
    return Reading(kind="duration")


def today(context: Context) -> date | None:
    """Give the day of publication, None where only its month or year is known."""
    published = context.published
    return published.first if published and published.grain is Grain.DAY else None


def _is_ahead(context: Context) -> bool:
    return context.tense in {Tense.FUTURE, Tense.PRESENT}


# Days ---------------------------------------------------------------------------------------------


def full_date(match: Match[str], _: Context) -> Reading | None:
    """Read ``2017-06-06``."""
    return _day(int(match["year"]), int(match["month"]), int(match["day"]))


def _day(year: int, month: int, day: int) -> Reading | None:
    try:
        return dated(periods.day_of(date(year, month, day)))
    except ValueError:
        return None


def numeric_date(match: Match[str], _: Context) -> Reading | None:
    """Read ``20/01/2008``; where day and month could be swapped only the year is known."""
    year, one, two = int(match["year"]), int(match["one"]), int(match["two"])
    if one == two or (one > LAST_MONTH) != (two > LAST_MONTH):
        month, day = min(one, two), max(one, two)
        if one == two or max(one, two) > LAST_MONTH:
            return _day(year, month, day)
    return dated(periods.year_of(year)) if max(one, two) <= LAST_MONTH else None


def day_of_month(match: Match[str], context: Context) -> Reading | None:
    """Read ``May 17``, ``Tuesday, June 6, 2017``, ``20 January last year``."""
    month, day = month_of_name(match["month"]), _number(match["day"])
    year = _explicit_year(match, context)
    if year is not None:
        return _day(year, month, day)
    weekday = match.groupdict().get("weekday")
    return _place_day(month, day, weekday, context)


def _place_day(month: int, day: int, weekday: str | None, context: Context) -> Reading | None:
    if day > calendar.monthrange(2000, month)[1]:  # a leap year: February 29 may be meant
        return None
    year = _year_by_weekday(month, day, weekday, context) or _year_near(month, day, context)
    return Reading(kind="date") if year is None else _day(year, month, day)


def _year_by_weekday(month: int, day: int, weekday: str | None, context: Context) -> int | None:
    if weekday is None or context.published is None:
        return None
    year = context.published.first.year
    for candidate in (year, year - 1, year + 1):
        found = _day(candidate, month, day)
        if found and found.period and found.period.first.weekday() == WEEKDAYS[weekday]:
            return candidate
    return None


def _year_near(month: int, day: int | None, context: Context) -> int | None:
    """Choose the year of a month or day: the latest before publication or the next after it."""
    published = context.published
    if published is None or not periods.is_known(published, Grain.MONTH):
        return None
    told = _year_of_narrative(month, context)
    if told is not None:
        return told
    here = (published.first.month, published.first.day)
    there = (month, here[1] if day is None or published.grain is not Grain.DAY else day)
    year = published.first.year
    if context.tense is Tense.FUTURE:
        return year if there >= here else year + 1
    if context.tense is Tense.PAST:
        return year if there <= here else year - 1
    return _nearest_year(there, here, year)


def _nearest_year(there: tuple[int, int], here: tuple[int, int], year: int) -> int:
    months_ahead = there[0] - here[0]
    half = LAST_MONTH // 2
    return year - 1 if months_ahead > half else year + 1 if months_ahead < -half else year


def _year_of_narrative(month: int, context: Context) -> int | None:
    """Keep the year of a story long past: ``began in March 2003. In April the statue fell.``"""
    previous, published = context.previous, context.published
    if previous is None or published is None or context.tense is not Tense.PAST:
        return None
    year = previous.first.year
    if year > published.first.year - LONG_AGO_YEARS:
        return None
    return year if previous.grain is Grain.YEAR or month >= previous.first.month else year + 1


def _explicit_year(match: Match[str], context: Context) -> int | None:
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    if groups.get("rel") and context.published is not None:
        return context.published.first.year + STEPS[groups["rel"]]
    return None


def _number(ordinal: str) -> int:
    return int(ordinal.rstrip("stndrh"))


def days_of_month(match: Match[str], context: Context) -> Reading | None:
    """Read ``March 3-5, 2016`` and ``June 6 and 7``."""
    first = day_of_month(match, context)
    if first is None or first.period is None:
        return first and Reading(kind="interval")
    start = first.period.first
    last = _day(start.year, start.month, _number(match["last"]))
    if last is None or last.period is None or last.period.first <= start:
        return None
    return dated(periods.between(first.period, last.period))


def weekday(match: Match[str], context: Context) -> Reading:
    """Read ``Tuesday`` by the tense of its verb; the day of publication counts as past or next."""
    here = today(context)
    if here is None or match["article"]:
        return Reading(kind="date")
    number = WEEKDAYS[match["weekday"]]
    if match["rel"]:
        week = periods.week_of(here + timedelta(days=7 * STEPS[match["rel"]]))
        return dated(periods.day_of(week.first + timedelta(days=number)))
    back, ahead = (here.weekday() - number) % 7, (number - here.weekday()) % 7
    step = STEPS.get(match["which"] or "", 0)
    if step < 0:
        back = back or 7
    if step > 0:
        ahead = ahead or 7
    forward = step > 0 or (step == 0 and _leans_ahead(match["which"], context))
    return dated(periods.day_of(here + timedelta(days=ahead if forward else -back)))


def _leans_ahead(which: str | None, context: Context) -> bool:
    return _is_ahead(context) or (which == "this" and context.tense is Tense.NONE)


def near_day(match: Match[str], context: Context) -> Reading:
    """Read ``yesterday`` and its like; ``Today, a million people speak it`` means nowadays."""
    words = match["day"]
    offset = {"yesterday": -1, "tomorrow": 1, "last": -1, "before yesterday": -2}
    offset |= {"after tomorrow": 2}
    nowadays = words == "today" and context.after == "," and not context.before
    if nowadays and context.tense is Tense.PRESENT:
        return Reading(kind="date")
    return dated(periods.beside(context.published, offset.get(words, 0), Grain.DAY))


def holiday(match: Match[str], context: Context) -> Reading | None:
    """Read a feast with a fixed date."""
    month, day = HOLIDAYS[match["holiday"]]
    if match["year"]:
        return _day(int(match["year"]), month, day)
    return _place_day(month, day, None, context)


def attacks_of_2001(_: Match[str], __: Context) -> Reading:
    """Read ``the Sept. 11 attacks`` and ``9/11``, a date that newspapers give no year."""
    return dated(periods.day_of(date(2001, 9, 11)))


# Weeks, months, years -----------------------------------------------------------------------------


def month(match: Match[str], context: Context) -> Reading:
    """Read ``March``, ``early May 2016``, ``last November``, ``June of last year``."""
    number = month_of_name(match["month"])
    year = _explicit_year(match, context)
    which = match["which"]
    if year is None and which:
        step = STEPS[which]
        tense = {-1: Tense.PAST, 1: Tense.FUTURE}.get(step, context.tense)
        year = _year_beside(number, step, tense, context)
    elif year is None:
        year = _year_near(number, None, context)
    return Reading(kind="date") if year is None else dated(periods.month_of(year, number))


def _year_beside(number: int, step: int, tense: Tense, context: Context) -> int | None:
    """Find the year of ``last March``, which is never the month of publication."""
    published = context.published
    if published is None or not periods.is_known(published, Grain.MONTH):
        return None
    plain = Context(published=published, tense=tense)
    year = _year_near(number, None, plain)
    same = step and number == published.first.month
    return year + step if same and year is not None else year


def week_of_month(match: Match[str], context: Context) -> Reading:
    """Read ``the first week of April`` as its days 1 to 7; ``the last week`` as its last 7."""
    number = month_of_name(match["month"])
    year = _explicit_year(match, context) or _year_near(number, None, context)
    if year is None:
        return Reading(kind="interval")
    whole = periods.month_of(year, number)
    if match["ordinal"] == "last":
        first = whole.last - timedelta(days=6)
    else:
        first = whole.first + timedelta(days=7 * (ORDINALS[match["ordinal"]] - 1))
    last = first + timedelta(days=6)
    return dated(Period(first=first, last=last, grain=Grain.DAYS))


def year(match: Match[str], _: Context) -> Reading:
    """Read ``1994``."""
    return dated(periods.year_of(int(match["year"])))


def year_range(match: Match[str], _: Context) -> Reading | None:
    """Read ``2010-2014`` and ``2015-16``."""
    first = int(match["year"])
    last = match["last"]
    until = int(last) if len(last) > 2 else first - first % 100 + int(last)  # noqa: PLR2004 digits
    return dated(periods.years(first, until)) if first < until <= first + 100 else None


def unit_beside(match: Match[str], context: Context) -> Reading:
    """Read ``last week``, ``later this month``, ``the end of next year``, ``this century``."""
    unit, step = match["unit"], STEPS[match["which"]]
    if unit == "day":  # "later in the day": the day that the story is at
        return dated(periods.beside(context.previous, 0, Grain.DAY))
    if unit in GRAINS:
        return dated(periods.beside(context.published, step, GRAINS[unit]))
    published = context.published
    if published is None:
        return Reading(kind="interval")
    if unit == "quarter":
        return _quarter_beside(step, published)
    size = UNITS[unit][1]
    offset = 1 if unit == "century" else 0  # the 20th century begins in 1901
    first = (published.first.year - offset) // size * size + offset + step * size
    return dated(periods.years(first, first + size - 1))


def _quarter_beside(step: int, published: Period) -> Reading:
    if not periods.is_known(published, Grain.MONTH):
        return Reading(kind="interval")
    start = periods.add_months(published.first.replace(day=1), step * MONTHS_IN_QUARTER)
    return dated(periods.months(start.year, (start.month - 1) // 3 * 3 + 1, 3))


def weekend(match: Match[str], context: Context) -> Reading:
    """Read ``the weekend`` as a Saturday and a Sunday, by the tense of its verb."""
    here = today(context)
    if here is None:
        return Reading(kind="interval")
    step = STEPS[match["which"]]
    back = (here.weekday() - 5) % 7
    ahead = (5 - here.weekday()) % 7
    in_it = here.weekday() > 4  # noqa: PLR2004 Saturday or Sunday
    if step < 0:
        start = -back - (7 if in_it else 0)
    elif step > 0:
        start = ahead or 7
    else:
        start = ahead if not in_it and _leans_ahead(match["which"], context) else -back
    first = here + timedelta(days=start)
    return dated(Period(first=first, last=first + timedelta(days=1), grain=Grain.DAYS))


def year_end(_: Match[str], context: Context) -> Reading:
    """Read ``year end`` as the year of publication."""
    return dated(periods.beside(context.published, 0, Grain.YEAR))


def season(match: Match[str], context: Context) -> Reading | None:
    """Read ``spring 2016``, ``last summer``; ``winter 2016`` may be either of two, so a year."""
    name, which = match["season"], match.groupdict().get("which")
    first = SEASONS[name]
    if match.groupdict().get("year"):
        return _season_of_year(name, first, int(match["year"]), match["last"])
    if which == "the" and (context.after == "of" or context.before not in IN_A_SEASON):
        return None
    here = context.published
    if here is None or not periods.is_known(here, Grain.MONTH):
        return Reading(kind="interval")
    step = STEPS[which or "the"]
    now = here.first
    starts = [periods.months(y, first, 3) for y in range(now.year - 2, now.year + 3)]
    ended = [p for p in starts if p.last < now]
    begun = [p for p in starts if p.first <= now]
    coming = [p for p in starts if p.last >= now]
    if step < 0:
        return dated(ended[-1])
    if step > 0:
        return dated(next(p for p in coming if p.first > now))
    return dated(begun[-1] if context.tense is Tense.PAST else coming[0])


IN_A_SEASON = frozenset(["in", "during", "over", "since", "by", "until", "till", "through", "throughout", "after"])


def _season_of_year(name: str, first: int, year: int, last: str | None) -> Reading:
    if name == "winter" and last is None:
        return dated(periods.year_of(year))
    return dated(periods.months(year, first, 3))


def part_of_year(match: Match[str], context: Context) -> Reading | None:
    """Read ``the first quarter of 2016``, ``the second half of last year``.

    Without a year a quarter is one of business news, or else of a match.
    """
    ordinal, size = match["ordinal"], 3 if match["part"] == "quarter" else 6
    number = ORDINALS.get(ordinal, 12 // size)
    year = _explicit_year(match, context)
    if number > 12 // size:
        return None
    start = (number - 1) * size + 1
    if year is None and context.is_financial and match["rel"] is None:
        year = _year_near(start, None, context)
    if year is None:
        return Reading(kind="interval")
    return dated(periods.months(year, start, size))


def decade(match: Match[str], _: Context) -> Reading:
    """Read ``the 1990s``, ``the late 1980s``, ``the '70s``."""
    first = int(match["decade"]) if match["decade"] else 1900 + int(match["short"])
    stages = {"early": (0, 4), "mid": (4, 6), "late": (5, 9)}
    start, end = stages.get(match["stage"] or "", (0, 9))
    return dated(periods.years(first + start, first + end))


def century(match: Match[str], _: Context) -> Reading | None:
    """Read ``the 19th century``; ``late`` is its second half."""
    number = ORDINALS.get(match["ordinal"]) or WORD_CENTURIES.get(match["ordinal"])
    number = number or _number(match["ordinal"])
    if match["bc"] or not 1 <= number <= 21:  # noqa: PLR2004 no news from the 22nd
        return Reading(kind="interval") if match["bc"] else None
    first = (number - 1) * 100 + 1
    stages = {"early": (0, 49), "mid": (25, 74), "late": (50, 99)}
    start, end = stages.get(match["stage"] or "", (0, 99))
    return dated(periods.years(first + start, first + end))


WORD_CENTURIES = {
    f"{word}th": NUMBERS[word]
    for word in ["six", "seven", "ten", "eleven", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
} | {"eighth": 8, "ninth": 9, "twelfth": 12, "twentieth": 20, "twenty-first": 21}


# Distances and stretches --------------------------------------------------------------------------


def ago(match: Match[str], context: Context) -> Reading:
    """Read ``two weeks ago`` as a week, ``three years ago`` as a year."""
    return _away(match, context.published, -1)


def from_now(match: Match[str], context: Context) -> Reading:
    """Read ``three days from now``."""
    return _away(match, context.published, 1)


def later(match: Match[str], context: Context) -> Reading:
    """Read ``two days later`` from the last point that the story named."""
    way = -1 if match["way"] in {"earlier", "before", "previously"} else 1
    return _away(match, context.previous, way)


def _away(match: Match[str], anchor: Period | None, way: int) -> Reading:
    unit, count = unit_of(match["unit"]), count_of(match["number"])
    step = None if count is None else _step(unit, count)
    if step is None:
        return Reading(kind="date")
    grain, number = step
    there = periods.beside(anchor, way * number, grain)
    margin = MARGINS.get(match["approx"] or "", 0)
    if there is None or margin == 0 or unit in CLOCK_UNITS:
        return dated(there)
    if number >= EXACT_COUNT:
        return Reading(kind="date")
    bound = periods.beside(anchor, way * (number + margin), grain)
    first, last = sorted((p for p in (there, bound) if p), key=lambda period: period.first)
    return dated(periods.between(first, last))


MARGINS = {"more than": 1, "over": 1, "at least": 1, "less than": -1, "fewer than": -1}


def _step(unit: str, count: float) -> tuple[Grain, int] | None:
    """Say how many days, weeks, months or years a distance is, None below a day."""
    if unit == "hour":
        return (Grain.DAY, int(count) // 24) if count and count % 24 == 0 else None
    grain, size = UNITS[unit][:2]
    if grain is None:
        return None
    if count == int(count):
        return grain, int(count) * size
    return (Grain.MONTH, round(count * size * 12)) if grain is Grain.YEAR else None


def adjacent(match: Match[str], context: Context) -> Reading:
    """Read ``the previous day``, ``the following week``, ``that year`` from the story's last point."""
    unit = match["unit"]
    if unit not in GRAINS:
        return Reading(kind="date")
    return dated(periods.beside(context.previous, STEPS[match["way"]], GRAINS[unit]))


def that_unit(match: Match[str], context: Context) -> Reading:
    """Read ``later that day``, ``that year``."""
    unit = match["unit"]
    if unit not in GRAINS:
        return Reading(kind="date")
    return dated(periods.beside(context.previous, 0, GRAINS[unit]))


def recent(match: Match[str], context: Context) -> Reading:
    """Read ``recent weeks`` as the four weeks until publication."""
    unit = unit_of(match["unit"])
    if unit not in RECENT:
        return Reading(kind="interval")
    return _stretch(context, match["way"], RECENT[unit], UNITS[unit][0], RECENT[unit])


def stretch(match: Match[str], context: Context) -> Reading | None:
    """Read ``the past three years``: until publication, unless it is a stretch of something."""
    unit = unit_of(match["unit"])
    count = count_of(match["number"] or "one")
    step = None if count is None else _step(unit, count)
    if context.after == "of" or step is None:
        return Reading(kind="interval")
    return _stretch(context, match["way"], step[1], step[0], count or 1)


def _stretch(context: Context, way: str, number: int, grain: Grain | None, count: float) -> Reading:
    published = context.published
    if published is None or grain is None:
        return Reading(kind="interval")
    # "The past year" is no calendar year: its ends are known to the month.
    fine = FINER.get(grain, grain) if count == 1 and number == 1 else grain
    fine = Grain.DAY if fine is Grain.WEEK else fine
    if not periods.is_known(published, fine):
        return Reading(kind="interval")
    ahead = STEPS.get(way, -1) > 0
    there = periods.move(published.first, number if ahead else -number, grain)
    first, last = sorted((published.first, there))
    return dated(periods.between(periods.containing(fine, first), periods.containing(fine, last)))


# Lengths and repetitions --------------------------------------------------------------------------


def length(match: Match[str], context: Context) -> Reading | None:
    """Read ``nine-day`` as P9D; ``will launch in two weeks`` as a point ahead."""
    unit, number = unit_of(match["unit"]), match["number"]
    count = count_of(number)
    if _is_article(number) and not _measures(unit, context):
        return None
    if unit in {"quarter", "second"} and (count is None or count <= 1 or unit == "quarter"):
        return None
    if count is None or match["sort"] in {"working", "business", "school", "trading"}:
        return Reading(kind="duration")
    count += 0.5 if match["half"] else 0
    if context.before == "in" and context.tense is Tense.FUTURE:
        step = _step(unit, count)
        ahead = step and periods.beside(context.published, step[1], step[0])
        return dated(ahead or None)
    return Reading(kind="duration", text=iso_length(unit, count))


def _is_article(number: str) -> bool:
    return number in {"a", "an", "one"}


MEASURING = frozenset(
    ["for", "in", "within", "over", "after", "about", "nearly", "almost", "than", "lasting", "lasted", "took", "takes", "roughly", "around", "under", "just", "least", "spent", "last", "during", "up"]
)


def _measures(unit: str, context: Context) -> bool:
    """Tell ``for a day`` from ``a day to remember`` and ``$3 million a year``."""
    return context.before in MEASURING and unit not in {"second", "quarter"}


def iso_length(unit: str, count: float) -> str | None:
    """Write a duration in ISO 8601; half a year is six months, other fractions are not written."""
    _, _, designator, factor = UNITS[unit]
    amount = count * factor
    if amount != int(amount):
        smaller = {"Y": ("M", 12), "H": ("M", 60), "W": ("D", 7), "D": ("H", 24)}
        if designator not in smaller or (designator == "W" and amount * 14 % 7):
            return None
        designator, scale = smaller[designator]
        amount *= scale
    if amount != int(amount):
        return None
    clock = unit in CLOCK_UNITS or designator == "H"
    return f"P{'T' if clock else ''}{int(amount)}{designator}"


def every(match: Match[str], _: Context) -> Reading | None:
    """Read ``every Friday`` as R/P1W, ``every two weeks`` as R/P2W."""
    unit = match["unit"]
    if unit in WEEKDAYS or unit == "weekend":
        return Reading(kind="set", text="R/P2W" if match["other"] else "R/P1W")
    if unit in {"morning", "afternoon", "evening", "night"}:
        unit = "day"
    count = count_of(match["number"] or "one")
    unit = unit_of(unit)
    if count is None or unit == "quarter":
        return Reading(kind="set")
    period = iso_length(unit, count * (2 if match["other"] else 1))
    return Reading(kind="set", text=period and f"R/{period}")


def often(match: Match[str], _: Context) -> Reading:
    """Read ``once a week`` as R/P1W; no value repeats more often than once."""
    period = iso_length(unit_of(match["unit"]), 1) if match["count"] == "once" else None
    return Reading(kind="set", text=period and f"R/{period}")


def weekly(_: Match[str], __: Context) -> Reading:
    """Read ``on Sundays``."""
    return Reading(kind="set", text="R/P1W")


def adverb_of_repetition(match: Match[str], _: Context) -> Reading:
    """Read ``annually``."""
    units = {"annually": "P1Y", "yearly": "P1Y", "monthly": "P1M", "weekly": "P1W", "daily": "P1D"}
    return Reading(kind="set", text=f"R/{units[match['adverb']]}")


def unknown_set(_: Match[str], __: Context) -> Reading:
    """Read ``at times``."""
    return Reading(kind="set")
