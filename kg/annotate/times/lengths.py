"""Readers of lengths and repetitions: ``nine-day`` is P9D, ``every Friday`` is R/P1W.

``in two weeks`` after ``will launch`` is no length but a week ahead. Ages are left out before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.annotate.times import periods
from kg.annotate.times.distances import distance_of
from kg.annotate.times.reading import Context, Reading, dated
from kg.annotate.times.tense import Tense
from kg.annotate.times.words import PARTS_OF_DAY, WEEKDAYS, count_of, duration, unit_of

if TYPE_CHECKING:
    from re import Match

# Words after which "a day" is a length: "for a day", against "$300 a day" and "a day to remember".
# fmt: off
MEASURING: Final = frozenset({
    "for", "in", "within", "over", "after", "about", "nearly", "almost", "than", "lasting",
    "lasted", "took", "takes", "roughly", "around", "under", "just", "least", "only", "spent",
})
# fmt: on
OPEN_DAYS: Final = frozenset({"working", "business", "school", "trading"})
OPEN_DAYS_OF_WEEK: Final = 5
ADVERBS: Final = {
    "annual": "R/P1Y",
    "annually": "R/P1Y",
    "biennial": "R/P2Y",
    "yearly": "R/P1Y",
    "monthly": "R/P1M",
    "weekly": "R/P1W",
    "daily": "R/P1D",
}


def length(match: Match[str], context: Context) -> Reading | None:
    """Read ``nine-day`` as P9D; ``will launch in two weeks`` as a week ahead."""
    unit, number = unit_of(match["unit"]), match["number"]
    count = count_of(number)
    if not _is_length(unit, number, count, context):
        return None
    if count is None:
        return Reading(kind="duration")
    if match["sort"] in OPEN_DAYS:
        return Reading(kind="duration", text=_of_open_days(count))
    count += 0.5 if match["half"] else 0
    if context.before == "in" and context.tense is Tense.FUTURE:
        distance = distance_of(unit, count)
        return dated(distance and periods.beside(context.published, *distance))
    return Reading(kind="duration", text=duration(unit, count))


def _of_open_days(count: float) -> str | None:
    """Write ``ten working days`` as two weeks; what makes no whole week has no ISO 8601 value."""
    weeks, rest = divmod(count, OPEN_DAYS_OF_WEEK)
    return None if rest else duration("week", weeks)


def _is_length(unit: str, number: str, count: float | None, context: Context) -> bool:
    """Leave out ``three quarters``, ``a second time`` and ``a day`` that measures nothing."""
    if unit == "quarter" or (unit == "second" and (count is None or count <= 1)):
        return False
    is_measured = context.before in MEASURING or context.after in {"after", "before"}
    return number not in {"a", "an", "one"} or is_measured


def unplaced_length(_: Match[str], __: Context) -> Reading:
    """Read words for a length of time without a number."""
    return Reading(kind="duration")


def every(match: Match[str], _: Context) -> Reading:
    """Read ``every Friday`` as R/P1W, ``every two weeks`` as R/P2W."""
    words, other = match["unit"], 2 if match["other"] else 1
    if words in WEEKDAYS or words == "weekend":
        return Reading(kind="set", text=f"R/P{other}W")
    unit = "day" if words in PARTS_OF_DAY else unit_of(words)
    count = count_of(match["number"] or "one")
    period = None if count is None else duration(unit, count * other)
    return Reading(kind="set", text=period and f"R/{period}")


def often(match: Match[str], _: Context) -> Reading:
    """Read ``once a week`` as R/P1W; nothing is written for ``three times a week``."""
    period = duration(unit_of(match["unit"]), 1) if match["count"] == "once" else None
    return Reading(kind="set", text=period and f"R/{period}")


def weekly(_: Match[str], __: Context) -> Reading:
    """Read ``on Sundays``."""
    return Reading(kind="set", text="R/P1W")


def adverb(match: Match[str], _: Context) -> Reading:
    """Read ``annually`` and the ``annual`` of ``the annual fair``."""
    return Reading(kind="set", text=ADVERBS[match["adverb"]])


def unplaced_set(_: Match[str], __: Context) -> Reading:
    """Read ``at times``."""
    return Reading(kind="set")
