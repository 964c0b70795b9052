"""Readers of distances and stretches: ``two days ago``, ``the next day``, ``the past three years``.

``ago`` counts from publication, ``later`` from the last point that the story named just before; a
distance in years is known to the year, one in months to the month.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.annotate.times import periods
from kg.annotate.times.periods import Grain, Period
from kg.annotate.times.reading import Context, Reading, dated
from kg.annotate.times.words import (
    CLOCK_UNITS,
    GRAINS,
    RECENT,
    STEPS,
    UNITS,
    count_of,
    duration,
    unit_of,
)

if TYPE_CHECKING:
    from re import Match

BACKWARD: Final = frozenset({"earlier", "before", "previously"})
MARGINS: Final = {"more than": 1, "over": 1, "at least": 1, "less than": -1, "fewer than": -1}
EXACT_COUNT: Final = 10  # beyond it "more than N years" is not between N and N + 1 years
HOURS_IN_DAY: Final = 24
HOURS_OF_SAME_DAY: Final = 6  # more hours may well end on another day
SAME: Final = {"today": Grain.DAY, "this week": Grain.WEEK, "this month": Grain.MONTH}
# "Fell from the year before": figures are compared with those of the year last spoken of.
COMPARED: Final = frozenset({"before", "previous", "prior", "preceding"})
FINER: Final = {Grain.WEEK: Grain.DAY, Grain.MONTH: Grain.DAY, Grain.YEAR: Grain.MONTH}


def ago(match: Match[str], context: Context) -> Reading:
    """Read ``two weeks ago`` as a week, ``three years ago`` as a year; ``a year ago today``."""
    there = _away(match, context.published, -1)
    if match["same"] is None or there.period is None or context.published is None:
        return there
    unit, count = unit_of(match["unit"]), count_of(match["number"])
    distance = None if count is None else distance_of(unit, count)
    grain = SAME[match["same"]]
    if distance is None or not periods.is_known(context.published, grain):
        return there
    day = periods.move(context.published.first, -distance[0], distance[1])
    return there if day is None else dated(periods.containing(grain, day))


def from_now(match: Match[str], context: Context) -> Reading:
    """Read ``three days from now``."""
    return _away(match, context.published, 1)


def later(match: Match[str], context: Context) -> Reading:
    """Read ``two days later`` from the last point that the story named.

    ``An hour later`` is still the day of which the story tells.
    """
    unit, count = unit_of(match["unit"]), count_of(match["number"])
    if unit in CLOCK_UNITS and (unit != "hour" or (count or 1) <= HOURS_OF_SAME_DAY):
        return dated(_day(context.previous) or context.story)
    return _away(match, context.previous, -1 if match["way"] in BACKWARD else 1)


def _day(period: Period | None) -> Period | None:
    return period if period is not None and period.grain is Grain.DAY else None


def _away(match: Match[str], anchor: Period | None, way: int) -> Reading:
    unit, count = unit_of(match["unit"]), count_of(match["number"])
    distance = None if count is None else distance_of(unit, count)
    if distance is None:
        return Reading(kind="date")
    number, grain = distance
    there = periods.beside(anchor, way * number, grain)
    margin = 0 if unit in CLOCK_UNITS else MARGINS.get(match["approx"] or "", 0)
    if there is None or not margin:
        return dated(there)
    bound = periods.beside(anchor, way * (number + margin), grain)
    if bound is None or number >= EXACT_COUNT:
        return Reading(kind="date")
    first, last = sorted((there, bound), key=lambda period: period.first)
    return dated(periods.between(first, last))


def distance_of(unit: str, count: float) -> tuple[int, Grain] | None:
    """Count a distance in days, weeks, months or years; None for hours that make no whole day."""
    grain, size = UNITS[unit].grain, UNITS[unit].size
    if unit == "hour" and count % HOURS_IN_DAY == 0:
        return int(count) // HOURS_IN_DAY, Grain.DAY
    if grain is None:
        return None
    if count == int(count):
        return int(count) * size, grain
    return (round(count * size * 12), Grain.MONTH) if grain is Grain.YEAR else None


def adjacent(match: Match[str], context: Context) -> Reading:
    """Read ``the previous day``, ``that year``, ``the day after`` from the story's last point."""
    grain = GRAINS.get(match["unit"])
    if grain is None:
        return Reading(kind="date")
    anchor = context.previous
    if anchor is None and match["unit"] == "year" and match["way"] in COMPARED:
        anchor = context.latest
    return dated(periods.beside(anchor, STEPS[match["way"]], grain))


def then(_: Match[str], context: Context) -> Reading:
    """Read ``since then`` by the story's last point."""
    return dated(context.previous)


def recent(match: Match[str], context: Context) -> Reading:
    """Read ``recent weeks`` as the four weeks until publication."""
    unit = unit_of(match["unit"])
    grain = UNITS[unit].grain
    if unit not in RECENT or grain is None or context.after == "of":
        return Reading(kind="interval")
    ahead = match["way"].startswith(("coming", "next"))
    return _until_or_from(context.published, RECENT[unit] * (1 if ahead else -1), grain, grain)


def stretch(match: Match[str], context: Context) -> Reading:
    """Read ``the past three years``: until publication, ``of his life`` only how long."""
    unit, count = unit_of(match["unit"]), count_of(match["number"] or "one")
    distance = None if count is None else distance_of(unit, count)
    if context.after == "of" and count is not None:
        return Reading(kind="duration", text=duration(unit, count))
    if context.after == "of" or distance is None:
        return Reading(kind="interval")
    number, grain = distance
    # "The past year" is no calendar year: its ends are known to the month.
    fine = FINER.get(grain, grain) if number == 1 else grain
    return _until_or_from(context.published, number * (STEPS[match["way"]]), grain, fine)


def _until_or_from(published: Period | None, number: int, grain: Grain, fine: Grain) -> Reading:
    fine = Grain.DAY if fine is Grain.WEEK else fine
    if published is None or not periods.is_known(published, fine):
        return Reading(kind="interval")
    there = periods.move(published.first, number, grain)
    if there is None:
        return Reading(kind="interval")
    first, last = sorted((published.first, there))
    return dated(periods.between(periods.containing(fine, first), periods.containing(fine, last)))
