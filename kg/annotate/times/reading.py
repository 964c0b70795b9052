"""What a reader is given and what it gives back, and the year of a month that names none.

A reader takes the match of a pattern and its context and gives a `Reading`, or None where the words
are no time after all. ``March`` read in June 2017 is of 2017 after ``was``, of 2018 after ``will``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from kg.annotate.times import periods
from kg.annotate.times.periods import Grain, Period
from kg.annotate.times.tense import Tense
from kg.annotate.times.words import STEPS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from re import Match

LONG_AGO_YEARS: Final = 2  # a story this far back keeps its own year for its months
UP_TO_NOW: Final = frozenset({"since", "of"})  # "since February", "as of February"
HALF_A_YEAR: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the words around a time say.

    ``previous`` is the last point named in this sentence or the two before, ``before`` and
    ``after`` are the words beside, ``is_financial`` says that the sentence is about business,
    ``years`` holds the year of each month and day that the article has already named, ``latest`` is
    the last point named anywhere above, ``story`` the last day named there of the week before
    publication. ``is_spoken`` says that somebody else's words are quoted,
    ``is_state`` that they tell how things are (``is as strong today``), ``is_apposed`` that the
    point before is named again (``Monday, day two of the trial``), ``is_aside`` that the point
    before was said in passing (``the firm, founded in 2005``).
    """

    published: Period | None = None
    tense: Tense = Tense.NONE
    previous: Period | None = None
    before: str = ""
    after: str = ""
    is_financial: bool = False
    is_spoken: bool = False
    is_state: bool = False
    is_apposed: bool = False
    is_aside: bool = False
    latest: Period | None = None
    story: Period | None = None
    years: Mapping[tuple[int, int], int] = field(default_factory=dict)

    @property
    def today(self) -> date | None:
        """Give the day of publication, None where only its month or year is known."""
        published = self.published
        return published.first if published and published.grain is Grain.DAY else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The kind of a time, its period if it has a place in the calendar, else its value if any."""

    kind: str
    period: Period | None = None
    text: str | None = None

    @property
    def value(self) -> str | None:
        """Write the time in ISO 8601."""
        return self.text if self.period is None else periods.iso(self.period)


def dated(period: Period | None, kind: str = "date") -> Reading:
    """Read a period, an interval if it is more than one point of the calendar."""
    if period is not None and not period.grain.is_point:
        kind = "interval"
    return Reading(kind=kind, period=period)


def unplaced_date(_: Match[str], __: Context) -> Reading:
    """Read words for a time that nothing places."""
    return Reading(kind="date")


def vague(_: Match[str], __: Context) -> Reading:
    """Read words that point to present, past or future without a measure."""
    return Reading(kind="date")


def unplaced_interval(_: Match[str], __: Context) -> Reading:
    """Read words for a stretch of time that nothing places."""
    return Reading(kind="interval")


def explicit_year(match: Match[str], context: Context) -> int | None:
    """Read the year that the words themselves name: ``2016``, ``last year``."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    if groups.get("rel") and context.published is not None:
        return context.published.first.year + STEPS[groups["rel"]]
    return None


def year_near(month: int, day: int | None, context: Context) -> int | None:
    """Choose the year of a month, or of its day: the latest up to publication or the next one.

    The tense decides; in the present or without a verb the nearer one is meant. None where the
    month of publication is not known.
    """
    published = context.published
    if published is None or not periods.is_known(published, Grain.MONTH):
        return None
    told = (
        None
        if day is not None and _is_year(context.previous)
        else _year_of_story(month, published, context)
    )
    if told is not None:
        return told
    here = (published.first.month, published.first.day)
    is_exact = day is not None and published.grain is Grain.DAY
    there = (month, day if is_exact and day else here[1])
    year = published.first.year
    if context.tense is Tense.FUTURE:
        return year + (there < here)
    if context.tense is Tense.PAST:
        return year - (there > here)
    if context.tense is Tense.PRESENT:
        return year + (there < here)  # "her term ends in January": a plan, told in the present
    ahead = month - here[0]
    return year - (ahead > HALF_A_YEAR) + (ahead < -HALF_A_YEAR)


def _is_year(previous: Period | None) -> bool:
    """``director from 2001 to 2013. … fired on May 9``: a bare year is background, no story."""
    return previous is not None and previous.grain is Grain.YEAR


def _year_of_story(month: int, published: Period, context: Context) -> int | None:
    """Keep the year of a story long past: ``began in March 2003. In April it ended``."""
    previous = context.previous
    is_told = context.tense is Tense.PAST and context.before not in UP_TO_NOW
    if previous is None or context.is_aside or not is_told:
        return None
    year = previous.first.year
    if year > published.first.year - LONG_AGO_YEARS:
        return None
    is_later_month = previous.grain is Grain.YEAR or month >= previous.first.month
    return year if is_later_month else year + 1
