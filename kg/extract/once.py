"""What is asked of a token again and again, found once: its sentence, its children, its subjects.

spaCy finds ``token.sent`` by going through the whole document each time, which took three quarters of
this room's time; and several extractors ask for the objects of one verb.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc, Span, Token

T = TypeVar("T")
_SENTENCES = "newskg.sentences"
_CHILDREN = "newskg.children"


def once(function: Callable[[Token], T]) -> Callable[[Token], T]:
    """Make a function of a token keep its answers with the document; nobody changes an answer."""
    key = f"newskg.{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def remembering(token: Token) -> T:
        answers: dict[int, T] = token.doc.user_data.setdefault(key, {})
        i = token.i
        if i not in answers:
            answers[i] = function(token)
        return answers[i]

    return remembering


def children(token: Token) -> tuple[Token, ...]:
    """Return the words that hang on a token, in order; spaCy makes each of them anew at every look."""
    found: list[tuple[Token, ...]] | None = token.doc.user_data.get(_CHILDREN)
    if found is None:
        found = _children(token.doc)
        token.doc.user_data[_CHILDREN] = found
    return found[token.i]


def _children(doc: Doc) -> list[tuple[Token, ...]]:
    rows: list[list[Token]] = [[] for _ in range(len(doc))]
    for token, distance in zip(doc, doc.to_array("HEAD").astype("int64").tolist(), strict=True):
        if distance:
            rows[token.i + distance].append(token)
    return [tuple(row) for row in rows]


def sentence_bounds(token: Token) -> tuple[int, int]:
    """Return the first token of the sentence of a token, and the one after its last."""
    return _bounds(token.doc)[token.i]


def sentence(token: Token) -> Span:
    """Return the sentence that a token stands in."""
    start, end = sentence_bounds(token)
    span: Span = token.doc[start:end]
    return span


@once
def sentence_span(token: Token) -> tuple[int, int]:
    """Return the offsets of the sentence of a token without the white space around it."""
    doc = token.doc
    first, last = sentence_bounds(token)
    last -= 1
    while first < last and doc[first].is_space:
        first += 1
    while last > first and doc[last].is_space:
        last -= 1
    return doc[first].idx, doc[last].idx + len(doc[last])


def _bounds(doc: Doc) -> list[tuple[int, int]]:
    """Return the first token and the one after the last of the sentence of each token."""
    bounds: list[tuple[int, int]] | None = doc.user_data.get(_SENTENCES)
    if bounds is None:
        starts = [i for i, mark in enumerate(doc.to_array("SENT_START")) if mark == 1 or i == 0]
        ends = [*starts[1:], len(doc)]
        bounds = [(a, b) for a, b in zip(starts, ends, strict=True) for _ in range(a, b)]
        doc.user_data[_SENTENCES] = bounds
    return bounds
