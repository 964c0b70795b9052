"""Whether two windows of days can be one time.

>>> from kg.text.days import days
>>> meet(days("2017-05"), days("2017-05-09"))
(736458, 736458)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.text.days import Days

# Midnight is not the same everywhere, and a paper's Tuesday may be its agency's Monday.
SLACK = 1


def meet(left: Days, right: Days) -> Days | None:
    """Return the days that two windows share, or a day between where they miss by one."""
    start, end = max(left[0], right[0]), min(left[1], right[1])
    if start - end > SLACK:
        return None
    return min(start, end), max(start, end) if start > end else end
