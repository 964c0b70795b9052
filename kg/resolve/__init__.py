"""Mentions to entities: who is who over all articles.

Rooms: *blocking* and *comparing* for people's names, *clustering*, *deciding* and *introduced* for
who they are, *organizations*, *written_small*, *alone*, *places*, *peoples*, *posts* and *labels*
for the rest, *inherited* and *following* for what articles let a reader conclude of posts,
*rulings*, *judging* and *parting* for what a person decided, *doubts* for what a person should,
*matching* and *authorities* for lists of known things, *surroundings*, *circumstances*, *lives* for
what sentences tell of namesakes, *stated* and *surnames* for two names of one, *kinds* for types,
*canonical* and *former* for names and ids, *events* for happenings that several articles tell of.
"""

from kg.resolve.doubts import Doubt, doubts
from kg.resolve.events import HappeningFinder, Told, merge_events, told_by_claims, told_by_noun
from kg.resolve.finding import (
    HAPPENING,
    AllMembers,
    Finder,
    article_of,
    is_of_happenings,
    record_of,
)
from kg.resolve.resolution import resolve, shared_members
from kg.resolve.rulings import find_rulings
from kg.resolve.written_small import is_phrase, promoted

__all__ = [
    "HAPPENING",
    "AllMembers",
    "Doubt",
    "Finder",
    "HappeningFinder",
    "Told",
    "article_of",
    "doubts",
    "find_rulings",
    "is_of_happenings",
    "is_phrase",
    "merge_events",
    "promoted",
    "record_of",
    "resolve",
    "shared_members",
    "told_by_claims",
    "told_by_noun",
]
