"""Readers of words for months, seasons, years and more: ``early May``, ``the 1990s``.

``the second half of 2016`` is 2016-07/2016-12. Seasons are those of the northern half of the world.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from kg.annotate.times import periods
from kg.annotate.times.periods import Grain, Period
from kg.annotate.times.reading import Context, Reading, dated, explicit_year, year_near
from kg.annotate.times.tense import Tense
from kg.annotate.times.words import (
    GRAINS,
    NAMED_DECADES,
    SEASONS,
    STEPS,
    UNITS,
    count_of,
    month_number,
    number_of,
)

if TYPE_CHECKING:
    from datetime import date
    from re import Match

MONTHS_IN_YEAR: Final = 12
DIGITS_OF_SHORT_YEAR: Final = 2
LAST_CENTURY: Final = 21  # no news is from the 22nd
PARTS_OF_DECADE: Final = {"early": (0, 4), "mid": (4, 6), "late": (5, 9)}
PARTS_OF_CENTURY: Final = {"early": (0, 49), "mid": (25, 74), "late": (50, 99)}
# What stands before "the fall" where it is a season: "in the fall", "since the fall".
IN_A_SEASON: Final = frozenset(
    {"in", "during", "over", "since", "by", "until", "till", "through", "throughout", "after"}
)


def month(match: Match[str], context: Context) -> Reading:
    """Read ``March``, ``early May 2016``, ``last November``, ``June of last year``."""
    number = month_number(match["month"])
    year = explicit_year(match, context)
    if year is None:
        step = STEPS[match["which"]] if match["which"] else 0
        year = _year_beside(number, step, context) if step else year_near(number, None, context)
    return Reading(kind="date") if year is None else dated(periods.month_of(year, number))


def _year_beside(number: int, step: int, context: Context) -> int | None:
    """Find the year of ``last March``, which is never the month of publication."""
    tense = Tense.FUTURE if step > 0 else Tense.PAST
    year = year_near(number, None, replace(context, tense=tense, previous=None))
    if year is None or context.published is None:
        return None
    return year + step * (number == context.published.first.month)


def week_of_month(match: Match[str], context: Context) -> Reading:
    """Read ``the first week of April`` as its days 1 to 7, ``the last week`` as its last 7."""
    number = month_number(match["month"])
    year = explicit_year(match, context) or year_near(number, None, context)
    if year is None:
        return Reading(kind="interval")
    whole = periods.month_of(year, number)
    if match["ordinal"] == "last":
        return dated(periods.days(whole.last - timedelta(days=6), 7))
    weeks = number_of(match["ordinal"]) - 1
    return dated(periods.days(whole.first + timedelta(days=7 * weeks), 7))


def year(match: Match[str], _: Context) -> Reading:
    """Read ``1994``."""
    return dated(periods.year_of(int(match["year"])))


def year_range(match: Match[str], _: Context) -> Reading | None:
    """Read ``2010-2014`` and ``2015-16``."""
    first, last = int(match["year"]), int(match["last"])
    if len(match["last"]) == DIGITS_OF_SHORT_YEAR:
        last += first - first % 100
    return dated(periods.years(first, last)) if first < last else None


def unit_beside(match: Match[str], context: Context) -> Reading:
    """Read ``last week``, ``later this month``, ``the end of next year``, ``this century``."""
    unit, step = match["unit"], STEPS[match["which"]]
    if unit == "day":  # "later in the day": the day that the story is at
        return dated(periods.beside(context.previous, 0, Grain.DAY))
    if unit in GRAINS:
        return dated(periods.beside(context.published, step, GRAINS[unit]))
    published = context.published
    if published is None:
        return Reading(kind="interval")
    return _quarter_beside(step, published) if unit == "quarter" else _era(unit, step, published)


def _era(unit: str, step: int, published: Period) -> Reading:
    size = UNITS[unit].size
    start = 1 if unit == "century" else 0  # the 20th century begins in 1901
    first = (published.first.year - start) // size * size + start + step * size
    return dated(periods.years(first, first + size - 1))


def _quarter_beside(step: int, published: Period) -> Reading:
    there = periods.beside(published, 3 * step, Grain.MONTH)
    if there is None:
        return Reading(kind="interval")
    return dated(periods.months(there.first.year, (there.first.month - 1) // 3 * 3 + 1, 3))


def year_end(_: Match[str], context: Context) -> Reading:
    """Read ``year end`` as the year of publication."""
    return dated(periods.beside(context.published, 0, Grain.YEAR))


def season_of_year(match: Match[str], _: Context) -> Reading:
    """Read ``spring 2016``; ``winter 2016`` may be one of two, so only its year is known."""
    name, number = match["season"], int(match["year"])
    if name == "winter" and not match["last"]:
        return dated(periods.year_of(number))
    return dated(periods.months(number, SEASONS[name], 3))


def season(match: Match[str], context: Context) -> Reading | None:
    """Read ``last summer``, ``this fall``, and ``in the fall`` by the tense of its verb."""
    which, here = match["which"], context.published
    if which == "the" and (context.after == "of" or context.before not in IN_A_SEASON):
        return None
    if here is None or not periods.is_known(here, Grain.MONTH):
        return Reading(kind="interval")
    around = range(here.first.year - 2, here.first.year + 3)
    seasons = [periods.months(number, SEASONS[match["season"]], 3) for number in around]
    return dated(_choose(seasons, STEPS[which], here.first, context.tense))


def _choose(seasons: list[Period], step: int, here: date, tense: Tense) -> Period:
    if step < 0:
        return [period for period in seasons if period.last < here][-1]
    if step > 0:
        return next(period for period in seasons if period.first > here)
    if tense is Tense.PAST:
        return [period for period in seasons if period.first <= here][-1]
    return next(period for period in seasons if period.last >= here)


def part_of_year(match: Match[str], context: Context) -> Reading | None:
    """Read ``the first quarter of 2016``, ``the second half of last year``.

    A quarter without a year is the nearest one in business news; elsewhere it is one of a match.
    """
    size = 3 if match["part"] == "quarter" else 6
    count = MONTHS_IN_YEAR // size
    number = count if match["ordinal"] in {"last", "final", "latter"} else None
    number = number or number_of(match["ordinal"])
    if number > count:
        return None
    start = (number - 1) * size + 1
    year = explicit_year(match, context)
    if year is None and context.is_financial and not match["rel"]:
        year = year_near(start, None, context)
    return Reading(kind="interval") if year is None else dated(periods.months(year, start, size))


def first_months(match: Match[str], context: Context) -> Reading:
    """Read ``the first three months of 2016`` and ``the last two months of 2016``."""
    year, count = explicit_year(match, context), count_of(match["number"])
    if year is None or count is None or not 1 < count < MONTHS_IN_YEAR:
        return Reading(kind="interval")
    start = 1 if match["ordinal"] == "first" else MONTHS_IN_YEAR - int(count) + 1
    return dated(periods.months(year, start, int(count)))


def months_to(match: Match[str], context: Context) -> Reading:
    """Read ``the three months to March`` and ``the year to March``, the last month included."""
    last = month_number(match["month"])
    year, count = explicit_year(match, context), count_of(match["number"] or "twelve")
    year = year_near(last, None, context) if year is None else year
    if year is None or count is None or not 1 <= count <= MONTHS_IN_YEAR:
        return Reading(kind="interval")
    first = last - int(count)  # counted from 0; below it is the year before
    year_of_first, month_of_first = divmod(year * MONTHS_IN_YEAR + first, MONTHS_IN_YEAR)
    return dated(periods.months(year_of_first, month_of_first + 1, int(count)))


def decade(match: Match[str], _: Context) -> Reading:
    """Read ``the 1990s``, ``the late 1980s``."""
    return _decade(int(match["decade"]), match["stage"])


def short_decade(match: Match[str], _: Context) -> Reading:
    """Read ``the '70s`` and ``the seventies``."""
    words = match["short"].strip("'s") if match["short"][-2:] in {"0s", "'s"} else match["short"]
    return _decade(1900 + (NAMED_DECADES.get(words) or int(words)), match["stage"])


def _decade(first: int, stage: str | None) -> Reading:
    start, end = PARTS_OF_DECADE.get(stage or "", (0, 9))
    return dated(periods.years(first + start, first + end))


def century(match: Match[str], _: Context) -> Reading | None:
    """Read ``the 19th century``; ``late`` is its second half."""
    number = number_of(match["ordinal"])
    if match["bc"]:
        return Reading(kind="interval")
    if not 1 <= number <= LAST_CENTURY:
        return None
    first = (number - 1) * 100 + 1
    start, end = PARTS_OF_CENTURY.get(match["stage"] or "", (0, 99))
    return dated(periods.years(first + start, first + end))
