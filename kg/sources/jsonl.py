"""Reads JSON Lines: one article a line, with ``url title keywords date text author publisher``.

    {"url": "https://example.com/a", "date": "2017-06-06", "text": "The boat sank on Friday."}

Any field may be missing, others are ignored. JSON is read strictly: a repeated key, ``NaN``, a
wrong type or half a surrogate pair refuses the line by its number, and the rest goes on.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, BinaryIO, NoReturn

from kg.errors import ArticleRejected, EncodingError, LimitExceeded
from kg.sources.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.limits import Limits

_BOM = b"\xef\xbb\xbf"
# An unclosed string runs to the end: looking for its end again at every quote would be quadratic.
_STRING_OR_BRACKET = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[\]{}]', re.DOTALL)
_CHUNK = 1 << 20


def lines(stream: BinaryIO, limits: Limits) -> Iterator[tuple[int, bytes | None]]:
    """Yield the number and bytes of each line that is not blank; None for one that is too long."""
    number = 0
    while line := stream.readline(limits.json_line_bytes + 1):
        number += 1
        if len(line) > limits.json_line_bytes and not line.endswith(b"\n"):
            _skip_rest(stream)
            yield number, None
            continue
        body = (line.removeprefix(_BOM) if number == 1 else line).strip()
        if body:
            yield number, body


def _skip_rest(stream: BinaryIO) -> None:
    while chunk := stream.readline(_CHUNK):
        if chunk.endswith(b"\n"):
            return


def parse_line(line: bytes | None, limits: Limits) -> Record:
    """Return the record of one line; raises `ArticleRejected`."""
    if line is None:
        raise LimitExceeded(
            f"the line is longer than {limits.json_line_bytes:,} bytes; split it into articles"
        )
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise EncodingError(
            f"the line is not UTF-8 (first wrong byte at {error.start}); save it as UTF-8"
        ) from error
    value = _load(text, limits)
    if not isinstance(value, dict):
        raise ArticleRejected("the line is no JSON object; write one object a line", code="json")
    return Record(
        text=_text(value, "text"),
        url=_text(value, "url"),
        title=_text(value, "title"),
        keywords=_keywords(value),
        date=_text(value, "date") or _text(value, "published"),
        publisher=_text(value, "publisher"),
        author=_text(value, "author"),
    )


def _load(text: str, limits: Limits) -> object:
    if _depth(text) > limits.json_depth:
        raise ArticleRejected(
            f"the JSON is nested deeper than {limits.json_depth} levels", code="json"
        )
    try:
        value: object = json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant)
    except ValueError as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "a number is too long"
        raise ArticleRejected(
            f"the line is no JSON ({reason}); is it cut off?", code="json"
        ) from error
    return value


def _depth(text: str) -> int:
    depth = deepest = 0
    for match in _STRING_OR_BRACKET.finditer(text):
        if match[0] in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif match[0] in "]}":
            depth -= 1
    return deepest


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ArticleRejected(
            "a key stands twice in one object; which value is meant?", code="json"
        )
    return found


def _no_constant(name: str) -> NoReturn:
    raise ArticleRejected(f"{name} is no JSON; use null", code="json")


def _text(value: dict[str, object], key: str) -> str:
    found = value.get(key)
    if found is None:
        return ""
    if not isinstance(found, str):
        raise ArticleRejected(
            f"the field {key!r} is no string; put it in quotation marks", code="json"
        )
    return _sound(found, key)


def _keywords(value: dict[str, object]) -> tuple[str, ...]:
    found = value.get("keywords")
    if isinstance(found, list):
        if not all(isinstance(word, str) for word in found):
            raise ArticleRejected(
                "the field 'keywords' has something that is no string", code="json"
            )
        return tuple(_sound(word, "keywords") for word in found)
    return tuple(_text(value, "keywords").split(","))


def _sound(text: str, key: str) -> str:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise EncodingError(
            f"the field {key!r} has half a surrogate pair; write the character itself"
        ) from error
    return text
