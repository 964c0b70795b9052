"""Reads plain text: a headline, if it has one, and the body.

    Boat sinks off Aceh

    More than 200 people were rescued on Friday. …

The first paragraph is the headline when it is short, no sentence, and set apart by a blank line.
"""

from __future__ import annotations

import re

from kg.sources.record import Record
from kg.text import clean, furniture, unwrap

_LONGEST_HEADLINE = 150
_FEWEST_WORDS = 2
_STOP = re.compile(r"[.:;,][\"”’')]*$")
_HEADLINE = re.compile(r"\n*(?P<title>[^\n]+)\n[^\S\n]*\n\s*(?P<body>\S.*)", re.DOTALL)


def parse_plain(text: str) -> Record:
    """Return the record of a plain text."""
    tidy = clean(text)
    match = _HEADLINE.fullmatch(tidy)
    if match is None or not _is_headline(match["title"]):
        return Record(text=unwrap(tidy, only_with_blank_lines=False))
    return Record(title=match["title"], text=unwrap(match["body"], only_with_blank_lines=False))


def _is_headline(line: str) -> bool:
    if len(line) > _LONGEST_HEADLINE or len(line.split()) < _FEWEST_WORDS:
        return False
    return _STOP.search(line) is None and not furniture(line)
