"""Reads the seed layout: five header lines, then the body.

    URL / title / keywords, separated by commas / date / an integer / body …

Any header line may be empty. Any other text is `kg.sources.plain`'s.
"""

from __future__ import annotations

import re

from kg.errors import ArticleRejected
from kg.sources.record import Record
from kg.text import parse_date

_HEADER_LINES = 5
_URL = re.compile(r"https?://\S+", re.IGNORECASE)
_INTEGER = re.compile(r"[+-]?\d{1,18}")


def parse_seed(text: str) -> Record | None:
    """Return the record of a text in the seed layout, or None if it is in another."""
    found = [line.strip() for line in text.split("\n", _HEADER_LINES)[:_HEADER_LINES]]
    url, title, keywords, date, number = found + [""] * (_HEADER_LINES - len(found))
    is_url = _URL.fullmatch(url) is not None
    is_date = parse_date(date) is not None
    is_integer = _INTEGER.fullmatch(number) is not None
    if text.count("\n") < _HEADER_LINES:
        if is_url and (is_date or is_integer):
            raise ArticleRejected(
                "the file ends after its header; the article has no text", code="empty"
            )
        return None
    if not (is_url or is_date or is_integer):
        return None
    body = text.split("\n", _HEADER_LINES)[_HEADER_LINES]
    return Record(text=body, url=url, title=title, keywords=tuple(keywords.split(",")), date=date)
