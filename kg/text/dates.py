"""Which day a date line or a date header names.

    >>> parse_date("Tuesday, June 6, 2017")
    '2017-06-06'
    >>> parse_date("2017-06-06T23:30:00-04:00"), parse_date("June 2017"), parse_date("02/03/2017")
    ('2017-06-06', '2017-06', None)

Days are those the publisher prints: a time zone is not applied. What is ambiguous (day or month
first?), impossible or absent is None, never a guess. Relative dates are not for this file.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from kg.limits import DEFAULT

if TYPE_CHECKING:
    from kg.limits import Limits

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?,? )?"
_LABEL = r"(?:(?:first |last )?(?:published|updated|posted|modified)(?: on| at)?:? )?"
_TIME = (
    r"(?:[ T]?,? ?(?:at |- |\| )?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d{1,9})?)?"
    r" ?(?:[ap]\.?m\.?)?,? ?(?:z|[a-z]{2,4}|[+-]\d{2}:?\d{2})?)?"
)
_FORMS = tuple(
    re.compile(_LABEL + _WEEKDAY + form + _TIME, re.IGNORECASE)
    for form in (
        rf"{_YEAR}[-/.](?P<month>\d{{1,2}})[-/.]{_DAY}",
        rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)",
        rf"{_MONTH} {_DAY},? {_YEAR}",
        rf"{_DAY}[ -](?:of )?{_MONTH},?[ -]{_YEAR}",
        rf"(?P<first>\d{{1,2}})[/.](?P<second>\d{{1,2}})[/.]{_YEAR}",
        rf"{_MONTH},? {_YEAR}",
        rf"{_YEAR}-(?P<month>\d\d)",
        _YEAR,
    )
)
_LONGEST = 80


def parse_date(text: str, limits: Limits = DEFAULT) -> str | None:
    """Return the ISO 8601 day, month or year that ``text`` names and nothing else, or None."""
    line = " ".join(text.split())
    if len(line) > _LONGEST:
        return None
    for form in _FORMS:
        match = form.fullmatch(line)
        if match is not None:
            return _iso(match.groupdict(), limits)
    return None


def _iso(parts: dict[str, str | None], limits: Limits) -> str | None:
    year = int(parts["year"] or 0)
    if not limits.first_year <= year <= limits.last_year:
        return None
    month, day = _month_and_day(parts)
    if month is None:
        return None if "first" in parts else f"{year:04}"
    try:
        found = date(year, month, day or 1)
    except ValueError:
        return None
    return found.isoformat() if day is not None else f"{year:04}-{month:02}"


def _month_and_day(parts: dict[str, str | None]) -> tuple[int | None, int | None]:
    first, second = parts.get("first"), parts.get("second")
    if first and second:
        return _unambiguous(int(first), int(second))
    month, day = parts.get("month"), parts.get("day")
    number = None
    if month:
        number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    return number, int(day) if day else None


def _unambiguous(first: int, second: int) -> tuple[int | None, int | None]:
    """Return month and day where only one order of the two is possible."""
    if first == second or first > len(_MONTHS):
        return second, first
    return (first, second) if second > len(_MONTHS) else (None, None)
