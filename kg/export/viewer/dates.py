"""Tell which days an ISO 8601 value of honest precision covers.

    >>> day_range("2017-03")
    (17226, 17256)

Days are counted from 1970-01-01. Years, months, weeks, days and intervals ``a/b`` are understood;
anything else (durations, seasons, years beyond 9999) has no days and returns None.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_EPOCH = date(1970, 1, 1).toordinal()
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?|-W(\d{2}))?", re.ASCII)


def day_range(value: str | None) -> tuple[int, int] | None:
    """Return the first and the last day that ``value`` covers, or None where it covers none."""
    if not value:
        return None
    first, _, last = value.partition("/")
    start, end = _days(first), _days(last or first)
    if start is None or end is None or start[0] > end[1]:
        return None
    return start[0], end[1]


def _days(value: str) -> tuple[int, int] | None:
    match = _PARTIAL.fullmatch(value)
    if match is None:
        return None
    year, month, day, week = (int(part) if part else None for part in match.groups())
    try:
        if week:
            monday = date.fromisocalendar(year or 0, week, 1).toordinal() - _EPOCH
            return monday, monday + 6
        first = date(year or 0, month or 1, day or 1)
        last_month = month or 12
        last = date(year or 0, last_month, day or monthrange(year or 0, last_month)[1])
    except ValueError:
        return None
    return first.toordinal() - _EPOCH, last.toordinal() - _EPOCH
