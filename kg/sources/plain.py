"""Reads plain text: a headline, if it has one, and the body.

    Boat sinks off Aceh

    More than 200 people were rescued on Friday. …

The first paragraph is the headline when it is short, no sentence, and set apart by a blank line.
"""

from __future__ import annotations

import re

from kg.sources.record import Record
from kg.text import furniture, one_line

_LONGEST_HEADLINE = 150
_FEWEST_WORDS = 2
_STOP = re.compile(r"[.:;,][\"”’')]*$")
_HEADLINE = re.compile(r"\s*(?P<title>\S[^\n]*)\n[^\S\n]*\n(?P<body>.*\S.*)", re.DOTALL)


def parse_plain(text: str) -> Record:
    """Return the record of a plain text."""
    match = _HEADLINE.fullmatch(text)
    if match is None or not _is_headline(one_line(match["title"])):
        return Record(text=text)
    return Record(title=match["title"], text=match["body"])


def _is_headline(line: str) -> bool:
    if len(line) > _LONGEST_HEADLINE or len(line.split()) < _FEWEST_WORDS:
        return False
    return _STOP.search(line) is None and not furniture(line)
