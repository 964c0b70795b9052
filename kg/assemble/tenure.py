"""From when until when somebody held a post, as far as dated words say.

    "attorney general since February 2017"   since 2017-02
    "mayor from 2001 to 2009"                since 2001, until 2009

The date of publication is never a bound: that somebody holds a post on the day of an article does
not say since when. ``former`` alone says that it is over, not when.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import PostStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.model import Claim, Qualifier

_DATE = re.compile(r"\d{4}(?:-(?:\d{2}(?:-\d{2})?|W\d{2}))?")
_UNTIL = re.compile(r"(?:until|till|through|up to|before|ending|by)\b", re.IGNORECASE)
_SINCE = re.compile(r"(?:ever )?(?:since|as of|starting|beginning|after)\b", re.IGNORECASE)
_BOTH = re.compile(r"(?:from|between|\d{4}\s*[-–—]|\d{4} to)", re.IGNORECASE)
HELD = frozenset({PostStatus.CURRENT, PostStatus.ACTING, PostStatus.FORMER})


def tenure(claims: Iterable[Claim]) -> tuple[str | None, str | None]:
    """Return since when and until when the claims say that a post was held."""
    since: list[str] = []
    until: list[str] = []
    for claim in claims:
        if claim.status not in HELD:
            continue
        for qualifier in claim.qualifiers:
            if qualifier.role == "time":
                start, end = _bounds(qualifier)
                since += start
                until += end
    return earliest(since), latest(until)


def _bounds(qualifier: Qualifier) -> tuple[list[str], list[str]]:
    """Return the bounds that a time gives: at most one start and one end."""
    start, _, end = (qualifier.value or "").partition("/")
    starts = [start] if _DATE.fullmatch(start) else []
    ends = [end] if _DATE.fullmatch(end) else []
    words = qualifier.name.strip()
    if _UNTIL.match(words):
        return [], ends or starts
    if _SINCE.match(words):
        return starts, []
    if _BOTH.match(words):
        return starts, ends
    # "in 2017" is a date at which the post was held; "in recent weeks" is some time in an interval.
    return ([] if end else starts), []


def earliest(values: Sequence[str]) -> str | None:
    """Return the first of some dates, as precisely as any of them gives it."""
    if not values:
        return None
    first = min(values)
    return min((v for v in values if v.startswith(first) and v != first), default=first)


def latest(values: Sequence[str]) -> str | None:
    """Return the last of some dates; ``2009`` ends after ``2009-05``, but says less."""
    return max(values, default=None)
