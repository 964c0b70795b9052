"""Which days an ISO 8601 value of honest precision covers.

    >>> days("2017-03"), days("2017-05-09/2017-05-11")
    ((736389, 736419), (736458, 736460))

Days are proleptic ordinals (`datetime.date.toordinal`). Years, months, weeks, days and intervals ``a/b``
are understood; anything else (durations, seasons, years beyond 9999) has no days and gives None.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import TypeAlias

Days: TypeAlias = tuple[int, int]

_VALUE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?|-W(\d{2}))?", re.ASCII)


def days(value: str | None) -> Days | None:
    """Return the first and the last day of a value, or None where it tells none."""
    first, _, last = (value or "").partition("/")
    start, end = _covered(first), _covered(last or first)
    if start is None or end is None or start[0] > end[1]:
        return None
    return start[0], end[1]


def _covered(value: str) -> Days | None:
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    year, month, day, week = (int(part) if part else 0 for part in match.groups())
    try:
        if week:
            monday = date.fromisocalendar(year, week, 1).toordinal()
            return monday, monday + 6
        last = month or 12
        first = date(year, month or 1, day or 1).toordinal()
        return first, date(year, last, day or monthrange(year, last)[1]).toordinal()
    except ValueError:
        return None
