"""Tell which days an ISO 8601 value of honest precision covers, as the page counts them.

    >>> day_range("2017-03")
    (17226, 17256)

Days are counted from 1970-01-01; values are those of `kg.text.days`.
"""

from __future__ import annotations

from datetime import date

from kg.text.days import days

_EPOCH = date(1970, 1, 1).toordinal()


def day_range(value: str | None) -> tuple[int, int] | None:
    """Return the first and the last day that ``value`` covers, or None where it covers none."""
    found = days(value)
    return (found[0] - _EPOCH, found[1] - _EPOCH) if found else None
