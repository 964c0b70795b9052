"""Readers of words for a day: ``Tuesday``, ``May 17``, ``yesterday``, ``the weekend``.

``on Friday`` read on Tuesday 2017-06-06 is 2017-06-02 after ``resigned``, 2017-06-09 after ``will
resign``. The hour is not read.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from kg.annotate.times import periods
from kg.annotate.times.periods import Grain
from kg.annotate.times.reading import Reading, dated, explicit_year, year_near
from kg.annotate.times.tense import Tense
from kg.annotate.times.words import HOLIDAYS, STEPS, WEEKDAYS, month_number, number_of

if TYPE_CHECKING:
    from re import Match

    from kg.annotate.times.reading import Context

LAST_MONTH: Final = 12
LEAP_YEAR: Final = 2000  # February 29 may be meant
SATURDAY: Final = 5
WEEK: Final = 7
DAYS_OFF: Final = {"yesterday": -1, "tomorrow": 1, "last": -1} | {
    "before yesterday": -2,
    "after tomorrow": 2,
}


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
    year = int(match["year"])
    low, high = sorted((int(match["one"]), int(match["two"])))
    if low == high or high > LAST_MONTH:
        return _day(year, low, high)
    return dated(periods.year_of(year)) if low else None


def day_of_month(match: Match[str], context: Context) -> Reading | None:
    """Read ``May 17``, ``Tuesday, June 6, 2017``, ``20 January last year``."""
    month, day = month_number(match["month"]), number_of(match["day"])
    year = explicit_year(match, context)
    if year is not None:
        return _day(year, month, day)
    return _place(month, day, match.groupdict().get("weekday"), context)


def _place(month: int, day: int, weekday: str | None, context: Context) -> Reading | None:
    if day > calendar.monthrange(LEAP_YEAR, month)[1]:
        return None
    year = _year_by_weekday(month, day, weekday, context) or context.years.get((month, day))
    year = year or year_near(month, day, context)
    return Reading(kind="date") if year is None else _day(year, month, day)


def _year_by_weekday(month: int, day: int, weekday: str | None, context: Context) -> int | None:
    """Find the year in which ``Friday, June 2`` is a Friday."""
    if weekday is None or context.published is None:
        return None
    year = context.published.first.year
    for candidate in (year, year - 1, year + 1):
        found = _day(candidate, month, day)
        if found and found.period and found.period.first.weekday() == WEEKDAYS[weekday]:
            return candidate
    return None


def days_of_month(match: Match[str], context: Context) -> Reading | None:
    """Read ``March 3-5, 2016`` and ``June 6 and 7``."""
    first = day_of_month(match, context)
    if first is None or first.period is None:
        return first and Reading(kind="interval")
    start = first.period
    last = _day(start.first.year, start.first.month, number_of(match["last"]))
    if last is None or last.period is None or last.period.first <= start.first:
        return None
    return dated(periods.between(start, last.period))


def holiday(match: Match[str], context: Context) -> Reading | None:
    """Read a feast with a fixed date."""
    month, day = HOLIDAYS[match["holiday"]]
    if match["year"]:
        return _day(int(match["year"]), month, day)
    return _place(month, day, None, context)


def attacks_of_2001(_: Match[str], __: Context) -> Reading:
    """Read ``the Sept. 11 attacks`` and ``9/11``, to which newspapers give no year."""
    return dated(periods.day_of(date(2001, 9, 11)))


def weekday(match: Match[str], context: Context) -> Reading:
    """Read ``Tuesday`` by the tense of its verb; the day of publication itself counts."""
    here = context.today
    if here is None or match["article"]:
        return Reading(kind="date")
    number = WEEKDAYS[match["weekday"]]
    if match["rel"]:  # "Tuesday last week"
        monday = periods.week_of(here + timedelta(days=WEEK * STEPS[match["rel"]])).first
        return dated(periods.day_of(monday + timedelta(days=number)))
    return dated(periods.day_of(here + timedelta(days=_offset(number, match["which"], context))))


def _offset(number: int, which: str | None, context: Context) -> int:
    here = context.today.weekday() if context.today else number
    back, ahead = (here - number) % WEEK, (number - here) % WEEK
    step = STEPS[which] if which else 0
    if step:  # "last Tuesday" is not today
        return (ahead or WEEK) if step > 0 else -(back or WEEK)
    return ahead if _leans_ahead(which, context) else -back


def _leans_ahead(which: str | None, context: Context) -> bool:
    """Say whether the verb looks forward, as in ``starts Monday``; ``this`` does without one."""
    if context.tense is Tense.NONE:
        return which == "this"
    return context.tense is not Tense.PAST


def weekend(match: Match[str], context: Context) -> Reading:
    """Read ``the weekend`` as a Saturday and a Sunday, by the tense of its verb."""
    here = context.today
    if here is None:
        return Reading(kind="interval")
    which = match["which"]
    step = STEPS[which]
    back, ahead = (here.weekday() - SATURDAY) % WEEK, (SATURDAY - here.weekday()) % WEEK
    is_now = here.weekday() >= SATURDAY
    if step:
        offset = (ahead or WEEK) if step > 0 else -back - WEEK * is_now
    else:
        offset = ahead if not is_now and _leans_ahead(which, context) else -back
    return dated(periods.days(here + timedelta(days=offset), 2))


def near_day(match: Match[str], context: Context) -> Reading:
    """Read ``yesterday`` and its like; ``Today, a million people speak it`` means nowadays."""
    words = match["day"]
    opens = words == "today" and not context.before and context.after == ","
    if opens and context.tense is Tense.PRESENT:
        return Reading(kind="date")
    if words == "today" and context.is_spoken and context.is_state:
        return Reading(kind="date")
    if context.is_spoken and context.story is not None:  # from the day that the speaker spoke
        return dated(periods.beside(context.story, DAYS_OFF.get(words, 0), Grain.DAY))
    return dated(periods.beside(context.published, DAYS_OFF.get(words, 0), Grain.DAY))
