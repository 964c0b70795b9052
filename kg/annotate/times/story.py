"""Readers of words that only the story places: ``in the evening``, ``the 62nd minute``.

They mean the day of which the article tells, which is the last one that it named in the week before
publication. Without such a day they have no value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.times.reading import Context, Reading, dated
from kg.annotate.times.tense import Tense

if TYPE_CHECKING:
    from re import Match


def part_of_day(_: Match[str], context: Context) -> Reading | None:
    """Read ``in the evening`` and ``the last match of the day`` after a verb in the past.

    In the present it is what happens on any day: ``he swims in the morning``.
    """
    return dated(context.story) if context.tense is Tense.PAST else None


def numbered_day(_: Match[str], context: Context) -> Reading:
    """Read ``Monday, day two of the trial``; elsewhere the first day would have to be known."""
    return dated(context.previous if context.is_apposed else None)


def minute_of_match(_: Match[str], context: Context) -> Reading:
    """Read ``scored in the 62nd minute`` as the day of the match; the hour is not known."""
    return dated(context.story)
