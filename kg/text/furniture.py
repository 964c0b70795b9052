r"""Which stretches of a text belong to the page and not to its story.

    >>> text = "WASHINGTON — The boat sank.\nRead more: Ten boats"
    >>> [(f.kind, text[f.start : f.end]) for f in furniture(text)]
    [('dateline', 'WASHINGTON — '), ('link', 'Read more: Ten boats')]

Bylines, datelines, wire credits, links and notices make sentences that say nothing about the world.
What is doubtful stays in: captions and section headings read like prose and are left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.text.dates import parse_date
from kg.text.notices import (
    CITY_DATELINE,
    CREDITED_FROM,
    DATELINES,
    NOTICES,
    TRAILING_CREDIT,
    TRAILING_WIRE,
)

_TOP = 6  # paragraphs among which a date line may stand
_TAIL = 4  # paragraphs among which "X reported from Y" is a credit
_LONGEST = 700  # no notice is longer, so that the patterns never see a body
_HEAD = 120  # no dateline is longer
_FULL_DATE = len("2017-06-06")

_BYLINE_WORDS = 25  # names and offices of several people
_SMALL_WORDS = frozenset(
    "and of for the in at de del della der den van von bin al el la le du da dos & | - – — to "
    "with".split()
)
_BYLINE = re.compile(r"(?:By|BY|Story by|Words by|Text by|Written by):? (?=[A-Z])")
_OFFICE = re.compile(
    r"[A-Z][^,.;:]{2,60}, (?:(?:Senior |Chief |Special )?"
    r"(?:Staff|Political|National|Foreign|Business|Sports|Science|Education|Health|News|Legal) )?"
    r"(?:Staff|Writer|Reporter|Correspondent|Editor|Columnist|Associated Press|The Associated Press"
    r"|Reuters|Bloomberg News|Special to .{3,40})"
)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Furniture:
    """A half-open range of the canonical text, and what it is."""

    start: int
    end: int
    kind: str


def furniture(text: str) -> tuple[Furniture, ...]:
    """Return the furniture of canonical ``text`` in order, without overlaps.

    Kinds: advertisement, byline, contributor, copyright, correction, credit, date, dateline, link,
    newsletter, share, time, wire. A whole paragraph is one range without its line break; a dateline
    is one with the space after it.
    """
    found: list[Furniture] = []
    paragraphs = text.split("\n")
    at, lead = 0, True
    for number, paragraph in enumerate(paragraphs):
        kind = _whole(paragraph, number, len(paragraphs))
        if kind is not None:
            found.append(Furniture(start=at, end=at + len(paragraph), kind=kind))
        else:
            found.extend(_parts(paragraph, at, lead=lead))
            lead = False
        at += len(paragraph) + 1
    return tuple(found)


def _whole(paragraph: str, number: int, total: int) -> str | None:
    if not paragraph or len(paragraph) > _LONGEST:
        return None
    if number < _TOP and len(parse_date(paragraph) or "") == _FULL_DATE:
        return "date"
    if _is_byline(paragraph):
        return "byline"
    if number >= total - _TAIL and CREDITED_FROM.fullmatch(paragraph):
        return "contributor"
    return next((kind for kind, notice in NOTICES if notice.fullmatch(paragraph)), None)


def _is_byline(paragraph: str) -> bool:
    """Tell whether this is ``By`` and names: a sentence that begins so has other words too."""
    match = _BYLINE.match(paragraph)
    if match is None:
        return _OFFICE.fullmatch(paragraph) is not None
    words = paragraph[match.end() :].split()
    return len(words) <= _BYLINE_WORDS and all(
        not word[0].islower() or word in _SMALL_WORDS or "@" in word for word in words
    )


def _parts(paragraph: str, at: int, *, lead: bool) -> list[Furniture]:
    head = paragraph[:_HEAD]
    patterns = (*DATELINES, CITY_DATELINE) if lead else DATELINES
    dateline = next((match for p in patterns if (match := p.match(head))), None)
    spans = [(0, dateline.end(), "dateline")] if dateline else []
    spans += [(m.start(), m.end(), "wire") for m in TRAILING_WIRE.finditer(paragraph)]
    spans += [(m.start(), m.end(), "credit") for m in TRAILING_CREDIT.finditer(paragraph)]
    return [Furniture(start=at + s, end=at + e, kind=kind) for s, e, kind in sorted(spans)]
