"""The days that a date of honest precision covers, and how it is written.

``Period(first=2017-03-01, last=2017-03-31, grain=MONTH)`` is March 2017, written ``2017-03``; with
the grain ``DAYS`` the same days are ``2017-03-01/2017-03-31``. Clock times are below its precision.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from kg.errors import InputError


class Grain(Enum):
    """How precise a period is; the plural ones are written as an interval of two ends."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"

    @property
    def is_point(self) -> bool:
        """Say whether it is the grain of one day, week, month or year of the calendar."""
        return self in COARSENESS


COARSENESS = {Grain.DAY: 0, Grain.WEEK: 1, Grain.MONTH: 2, Grain.YEAR: 3}
GRAIN_OF_ENDS = {Grain.DAYS: Grain.DAY, Grain.MONTHS: Grain.MONTH, Grain.YEARS: Grain.YEAR}
PLURAL = {
    Grain.DAY: Grain.DAYS,
    Grain.WEEK: Grain.DAYS,  # ISO 8601 intervals are written in days, not in weeks
    Grain.MONTH: Grain.MONTHS,
    Grain.YEAR: Grain.YEARS,
}
WRITTEN_LENGTH = {Grain.DAY: 10, Grain.MONTH: 7, Grain.YEAR: 4}
YEARS_OF_PRINT = range(1400, 9000)  # counting back from there meets no year that has no number


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days from ``first`` to ``last``, both included, known to the precision ``grain``."""

    first: date
    last: date
    grain: Grain


def parse(text: str) -> Period:
    """Read an ISO 8601 day, month or year; anything else raises InputError."""
    parts = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", text, re.ASCII)
    period = _from_numbers(*(int(part or 0) for part in parts.groups())) if parts else None
    if period is None:
        raise InputError(
            f"The publication date {text!r} is no ISO 8601 day, month or year; "
            "write it as 2017-06-06, 2017-06 or 2017, or leave it out."
        )
    return period


def _from_numbers(year: int, month: int, day: int) -> Period | None:
    if year not in YEARS_OF_PRINT:
        return None
    if not month:
        return year_of(year)
    try:
        return day_of(date(year, month, day)) if day else month_of(year, month)
    except ValueError:
        return None


def iso(period: Period) -> str:
    """Write a period in ISO 8601."""
    if period.grain.is_point:
        return _write(period.first, period.grain)
    grain = GRAIN_OF_ENDS[period.grain]
    return f"{_write(period.first, grain)}/{_write(period.last, grain)}"


def start_of(period: Period) -> str:
    """Write the first day, month or year of a period, as precise as the period is."""
    return _write(period.first, GRAIN_OF_ENDS[PLURAL.get(period.grain, period.grain)])


def _write(day: date, grain: Grain) -> str:
    if grain is Grain.WEEK:
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}"
    return day.isoformat()[: WRITTEN_LENGTH[grain]]


def day_of(day: date) -> Period:
    """Make one day a period."""
    return Period(first=day, last=day, grain=Grain.DAY)


def week_of(day: date) -> Period:
    """Find the week, Monday to Sunday, that a day is in."""
    monday = day - timedelta(days=day.weekday())
    return Period(first=monday, last=monday + timedelta(days=6), grain=Grain.WEEK)


def month_of(year: int, month: int) -> Period:
    """Make a month a period."""
    last = calendar.monthrange(year, month)[1]
    return Period(first=date(year, month, 1), last=date(year, month, last), grain=Grain.MONTH)


def year_of(year: int) -> Period:
    """Make a year a period."""
    return Period(first=date(year, 1, 1), last=date(year, 12, 31), grain=Grain.YEAR)


def days(first: date, count: int) -> Period:
    """Make ``count`` days from a day on a period."""
    return Period(first=first, last=first + timedelta(days=count - 1), grain=Grain.DAYS)


def months(year: int, month: int, count: int) -> Period:
    """Make ``count`` months from a month on a period."""
    last_year, last_month = divmod(year * 12 + month - 2 + count, 12)
    return between(month_of(year, month), month_of(last_year, last_month + 1))


def years(first: int, last: int) -> Period:
    """Make the years from ``first`` to ``last`` a period."""
    return between(year_of(first), year_of(last))


def between(first: Period, last: Period) -> Period:
    """Join two points into one period, as precise as the vaguer of them."""
    coarser = max(first.grain, last.grain, key=COARSENESS.__getitem__)
    return Period(first=first.first, last=last.last, grain=PLURAL[coarser])


def containing(grain: Grain, day: date) -> Period:
    """Find the day, week, month or year that a day is in."""
    if grain is Grain.DAY:
        return day_of(day)
    if grain is Grain.WEEK:
        return week_of(day)
    return month_of(day.year, day.month) if grain is Grain.MONTH else year_of(day.year)


def move(day: date, count: int, grain: Grain) -> date | None:
    """Go ``count`` days, weeks, months or years on; None outside the calendar of our years."""
    try:
        if grain in {Grain.DAY, Grain.WEEK}:
            there = day + timedelta(days=count * (7 if grain is Grain.WEEK else 1))
        else:
            there = _add_months(day, count * (12 if grain is Grain.YEAR else 1))
    except (ValueError, OverflowError):
        return None
    return there if 1 < there.year < YEARS_OF_PRINT.stop else None


def _add_months(day: date, count: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def is_known(anchor: Period | None, grain: Grain) -> bool:
    """Say whether an anchor is precise enough to count days, weeks, months or years from it."""
    if anchor is None or not anchor.grain.is_point:
        return False
    return COARSENESS[anchor.grain] <= COARSENESS[grain]


def beside(anchor: Period | None, count: int, grain: Grain) -> Period | None:
    """Find the day, week, month or year ``count`` away from the anchor's, None if too vague."""
    if anchor is None or not is_known(anchor, grain):
        return None
    there = move(anchor.first, count, grain)
    return None if there is None else containing(grain, there)
