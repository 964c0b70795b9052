"""Where quotations open and close: pairs of marks, paragraph by paragraph.

    quoted_ranges(doc)  →  [(3, 12), (20, 24)]      # tokens, marks included

Curly, straight and British single marks are read; apostrophes are not marks. A quotation over
several
paragraphs repeats its opening mark in each and closes only in the last, so an unclosed mark is
normal: it runs to the end of its paragraph. Where the next paragraph does not go on with it, its
closing mark was lost, and it is one sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from kg.annotate.sentences import structure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

_FAMILY = {"“": "double", "”": "double", '"': "double", "„": "double", "``": "double",
           "''": "double", "«": "angle", "»": "angle", "‘": "single", "’": "single",
           "'": "single", "`": "single"}  # fmt: skip
# Tokens. Nobody is quoted longer in one breath; past these a mark has been lost.
_LONGEST, _LONGEST_UNCLOSED = 220, 120
_ONLY_OPEN = frozenset("“„«‘")
_ONLY_CLOSE = frozenset("”»’")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Tokens ``[start, end)`` with their marks; not ``closed`` if the last is missing."""

    start: int
    end: int
    closed: bool


def quoted_ranges(doc: Doc, skip: frozenset[int]) -> list[Quoted]:
    """Return the outermost quotations in order."""
    paragraphs = structure(doc).paragraphs
    found: list[Quoted] = []
    for (start, end), after in zip_longest(paragraphs, paragraphs[1:]):
        # the next paragraph opens with the mark of a quotation that goes on
        goes_on = after is not None and doc[after[0]].text in _FAMILY
        found.extend(_in_paragraph(doc, start, end, skip, goes_on=goes_on))
    return found


def _in_paragraph(
    doc: Doc, start: int, end: int, skip: frozenset[int], *, goes_on: bool
) -> Iterator[Quoted]:
    opened: Token | None = None
    for token in doc[start:end]:
        family = _FAMILY.get(token.text)
        if family is None or token.i in skip:
            continue
        if opened is None:
            if _opens(doc, token, start):
                opened = token
        elif family != _FAMILY[opened.text]:
            continue
        elif token.text == "“" or _reopens(doc, token, opened, end):
            # the closing mark of the last quotation was forgotten
            yield _unclosed(doc, opened.i, token.i)
            opened = token
        elif _closes(doc, token) and not _mere_plural(doc, token, end):
            yield _closed(doc, opened.i, token.i)
            opened = None
    if opened is not None and _FAMILY[opened.text] != "single" and end - opened.i > 1:
        yield _unclosed(doc, opened.i, end, lost=not goes_on)


def _closed(doc: Doc, start: int, last: int) -> Quoted:
    if last - start > _LONGEST:
        return _unclosed(doc, start, last)
    return Quoted(start, last + 1, closed=True)


def _unclosed(doc: Doc, start: int, end: int, *, lost: bool = False) -> Quoted:
    """Return a quotation whose end is not marked: to the paragraph's end, or one sentence of a long one.

    Where the next paragraph does not go on with it, a closing mark is ``lost``: one sentence is safe.
    """
    if lost or end - start > _LONGEST_UNCLOSED:
        first = start + 1 if start + 1 < end else start
        end = min(end, doc[first].sent.end)
    return Quoted(start, end, closed=False)


def _reopens(doc: Doc, token: Token, opened: Token, end: int) -> bool:
    """Tell whether a straight mark shaped like an opening one opens, though a quotation is open.

    ``word. "Next`` is a detached closing mark, unless the next mark closes what this one opens.
    """
    if token.text != '"' or token.i - opened.i < 2 or not _shaped_to_open(doc, token):  # noqa: PLR2004
        return False
    later = next((t for t in doc[token.i + 1 : end] if t.text == '"'), None)
    return later is not None and not _shaped_to_open(doc, later)


def _shaped_to_open(doc: Doc, token: Token) -> bool:
    return bool(doc[token.i - 1].whitespace_) and not token.whitespace_


def _opens(doc: Doc, token: Token, start: int) -> bool:
    if token.text in _ONLY_OPEN:
        return True
    if token.text in _ONLY_CLOSE or token.tag_ == "POS":
        return False
    before_is_free = (
        token.i == start or bool(doc[token.i - 1].whitespace_) or doc[token.i - 1].text in "([—–-"
    )
    if token.text in ("'", "`"):
        # a single mark opens only what it can close: 'tis and '90s are apostrophes
        return before_is_free and not token.whitespace_ and _single_close(doc, token) is not None
    if token.i > start and doc[token.i - 1].like_num and not doc[token.i - 1].whitespace_:
        return False
    return before_is_free or not token.whitespace_


def _single_close(doc: Doc, opening: Token) -> int | None:
    for token in doc[opening.i + 2 : opening.i + 80]:
        if token.is_space and "\n" in token.text:
            return None
        if token.text in ("'", "’") and _closes_single(doc, token):
            return int(token.i)
    return None


def _closes_single(doc: Doc, token: Token) -> bool:
    previous = doc[token.i - 1]
    after_free = bool(token.whitespace_) or token.i + 1 >= len(doc) or not doc[token.i + 1].is_alpha
    # ``the workers’ rights``: a possessive after a plural
    possessive = (
        token.tag_ == "POS" and previous.text.endswith(("s", "S")) and not previous.is_punct
    )
    return not previous.whitespace_ and after_free and not possessive


def _mere_plural(doc: Doc, token: Token, end: int) -> bool:
    """Tell whether a single mark after an ``s`` is an apostrophe: a better closing mark follows."""
    if _FAMILY[token.text] != "single" or not doc[token.i - 1].text.endswith("s"):
        return False
    for later in doc[token.i + 1 : end]:
        if later.text in ("‘", "`") or (later.text == "'" and _opens(doc, later, token.i)):
            return False
        if later.text == token.text and doc[later.i - 1].is_punct and _closes_single(doc, later):
            return True
    return False


def _closes(doc: Doc, token: Token) -> bool:
    if token.text in _ONLY_OPEN:
        return False
    if _FAMILY[token.text] == "single":
        return _closes_single(doc, token)
    return True
