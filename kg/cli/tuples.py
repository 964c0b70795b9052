"""``kg tuples``: open information extraction alone, one sentence a line."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import STDIN
from kg.errors import EncodingError

if TYPE_CHECKING:
    from collections.abc import Iterator


def tuples(
    file: Annotated[str, typer.Argument(metavar="FILE", help="One sentence a line, or -.")],
) -> None:
    """Print the relations that single sentences state, in their own words.

    A line of output is: sentence, confidence, relation, arguments, separated by tabs. A sentence
    may give none or many. Nothing is resolved or stored.

    \b
    Examples:
      kg tuples sentences.txt > tuples.tsv
      echo "Barack Obama was born in Hawaii." | kg tuples -
    """  # noqa: D301 - to click, a backspace means: keep these lines
    from kg.pipeline import tuples as extract  # noqa: PLC0415 - kg --help should not wait for it

    with _lines(file) as lines:
        for found in extract(lines):
            fields = [found.sentence, f"{found.confidence:.4f}", found.relation, *found.arguments]
            sys.stdout.write("\t".join(map(_field, fields)) + "\n")


@contextmanager
def _lines(file: str) -> Iterator[Iterator[str]]:
    if file == STDIN:
        yield (_decoded(line, "standard input") for line in sys.stdin.buffer)
        return
    path = Path(file)
    if not path.is_file():
        raise typer.BadParameter(f"there is no file {file!r}", param_hint="FILE")
    with path.open("rb") as stream:
        yield (_decoded(line, file) for line in stream)


def _decoded(line: bytes, name: str) -> str:
    try:
        return line.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise EncodingError(
            f"{name} has a line that is not UTF-8; save the file as UTF-8."
        ) from error


def _field(text: str) -> str:
    """Return ``text`` without what separates fields and lines."""
    return text.replace("\t", " ").replace("\n", " ").replace("\r", " ")
