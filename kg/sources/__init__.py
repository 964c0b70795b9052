"""Which articles some files hold.

    >>> [article.title for article in read(["seeds"])]  # doctest: +SKIP

`read` takes files, folders and ``-`` (JSON Lines on standard input) and yields articles, and an
issue for everything that is refused or doubtful. Nothing is fetched, nothing is merged: an article
that comes twice is yielded twice. One format is one file; a new one is a new file and a line here.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from kg.errors import ArticleRejected
from kg.limits import DEFAULT
from kg.sources.files import Found, discover, is_alias, open_regular, read_whole, refuse_format
from kg.sources.jsonl import lines, parse_line
from kg.sources.plain import parse_plain
from kg.sources.record import Record, admit, rejection
from kg.sources.seed import parse_seed
from kg.text import decode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kg.limits import Limits
    from kg.model import Article, Issue

__all__ = ["read"]

_STDIN = "-"
_JSON_LINES = frozenset({".jsonl", ".ndjson"})


def read(
    paths: Iterable[Path | str], *, stdin: BinaryIO | None = None, limits: Limits = DEFAULT
) -> Iterator[Article | Issue]:
    """Yield the articles at ``paths`` in the order of their names, and what is wrong with them.

    The issue of a refused article names its file (``folder/a.txt``, ``a.jsonl:12``); that of an
    article that was taken with a doubt follows it and has its id. Raises `InputError` at once when
    a path does not exist.
    """
    given = [str(path) for path in paths]
    files = [file for path in given if path != _STDIN for file in discover(Path(path))]
    streams = [stdin or sys.stdin.buffer] if _STDIN in given else []
    return _read(sorted(files), streams, limits)


def _read(files: list[Found], streams: list[BinaryIO], limits: Limits) -> Iterator[Article | Issue]:
    for file in files:
        try:
            if not is_alias(file):
                yield from _read_file(file, limits)
        except ArticleRejected as error:
            yield rejection(file.name, error)
    for stream in streams:
        yield from _read_lines(stream, "stdin", limits)


def _read_file(file: Found, limits: Limits) -> Iterator[Article | Issue]:
    refuse_format(file)
    if file.suffix in _JSON_LINES:
        with open_regular(file) as stream:
            yield from _read_lines(stream, file.name, limits)
    else:
        data = read_whole(file, limits)
        yield from _admitted(file.name, partial(_parse_text, data), limits)


def _parse_text(data: bytes) -> Record:
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    return parse_seed(text) or parse_plain(text)


def _read_lines(stream: BinaryIO, name: str, limits: Limits) -> Iterator[Article | Issue]:
    for number, line in lines(stream, limits):
        yield from _admitted(f"{name}:{number}", partial(parse_line, line, limits), limits)


def _admitted(name: str, parse: Callable[[], Record], limits: Limits) -> Iterator[Article | Issue]:
    try:
        article, doubts = admit(parse(), limits)
    except ArticleRejected as error:
        yield rejection(name, error)
        return
    yield article
    yield from doubts
