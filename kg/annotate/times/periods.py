"""Which days does a date of honest precision cover, and how is it written?

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
        """Say whether the period is one day, week, month or year of the calendar."""
        return self in FINENESS


FINENESS = {Grain.DAY: 0, Grain.WEEK: 1, Grain.MONTH: 2, Grain.YEAR: 3}
ENDS = {Grain.DAYS: Grain.DAY, Grain.MONTHS: Grain.MONTH, Grain.YEARS: Grain.YEAR}
PLURAL = {
    Grain.DAY: Grain.DAYS,
    Grain.WEEK: Grain.DAYS,
    Grain.MONTH: Grain.MONTHS,
    Grain.YEAR: Grain.YEARS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days from ``first`` to ``last``, both included, known to the precision ``grain``."""

    first: date
    last: date
    grain: Grain


def parse(iso: str) -> Period:
    """Read an ISO 8601 day, month or year; anything else raises InputError."""
    parts = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", iso)
    try:
        if not parts:
            raise ValueError
        year, month, day = (int(part) if part else None for part in parts.groups())
        if year is None or month is None:
            return year_of(int(iso))
        return month_of(year, month) if day is None else day_of(date(year, month, day))
    except ValueError:
        raise InputError(
            f"The publication date {iso!r} is no ISO 8601 day, month or year; "
            "write it as 2017-06-06, 2017-06 or 2017, or leave it out."
        ) from None


def iso(period: Period) -> str:
    """Write a period in ISO 8601."""
    if period.grain.is_point:
        return _point(period.first, period.grain)
    end = ENDS[period.grain]
    return f"{_point(period.first, end)}/{_point(period.last, end)}"


def start_of(period: Period) -> str:
    """Write the first day, month or year of a period, as precise as the period is."""
    grain = ENDS.get(period.grain, period.grain)
    return _point(period.first, Grain.DAY if grain is Grain.WEEK else grain)


def _point(day: date, grain: Grain) -> str:
    if grain is Grain.WEEK:
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}"
    return day.isoformat()[: {Grain.DAY: 10, Grain.MONTH: 7, Grain.YEAR: 4}[grain]]


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


def years(first: int, last: int) -> Period:
    """Make the years from ``first`` to ``last`` a period."""
    return Period(first=date(first, 1, 1), last=date(last, 12, 31), grain=Grain.YEARS)


def months(year: int, month: int, count: int) -> Period:
    """Make ``count`` months from a month on a period."""
    first = month_of(year, month)
    last = containing(Grain.MONTH, add_months(first.first, count - 1))
    return Period(first=first.first, last=last.last, grain=Grain.MONTHS)


def between(first: Period, last: Period) -> Period:
    """Join two periods into one from the start of the first to the end of the last."""
    coarser = max(_end_grain(first), _end_grain(last), key=FINENESS.__getitem__)
    return Period(first=first.first, last=last.last, grain=PLURAL[coarser])


def _end_grain(period: Period) -> Grain:
    return period.grain if period.grain.is_point else ENDS[period.grain]


def containing(grain: Grain, day: date) -> Period:
    """Find the day, week, month or year that a day is in."""
    if grain is Grain.DAY:
        return day_of(day)
    if grain is Grain.WEEK:
        return week_of(day)
    return month_of(day.year, day.month) if grain is Grain.MONTH else year_of(day.year)


def add_months(day: date, count: int) -> date:
    """Go ``count`` months on, to the last day of a month that is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def move(day: date, count: int, grain: Grain) -> date:
    """Go ``count`` days, weeks, months or years on; back if it is negative."""
    if grain in {Grain.DAY, Grain.WEEK}:
        return day + timedelta(days=count * (7 if grain is Grain.WEEK else 1))
    return add_months(day, count * (12 if grain is Grain.YEAR else 1))


def is_known(anchor: Period | None, grain: Grain) -> bool:
    """Say whether an anchor is precise enough to count in days, weeks, months or years from it."""
    return (
        anchor is not None and anchor.grain.is_point and FINENESS[anchor.grain] <= FINENESS[grain]
    )


def beside(anchor: Period | None, count: int, grain: Grain) -> Period | None:
    """Find the day, week, month or year ``count`` away from the anchor's, None if too vague."""
    if anchor is None or not is_known(anchor, grain):
        return None
    return containing(grain, move(anchor.first, count, grain))
