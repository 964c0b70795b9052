"""What all measures share: their rows, their language pipeline, and what to do without data.

    >>> Row("CaRB, dev half", {"P": 0.5263, "tuples": 1659}).text()
    'P .526, tuples 1659'

Every script here says which folder it needs; when that is not there it says so and exits with 2.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from kg.annotate import Annotator
    from kg.document import Document

NO_DATA = 2
ROOT = Path(__file__).resolve().parents[1]


class NoDataError(Exception):
    """The data that a measure needs is not there."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of results: the name of the measure and its figures by name, in order."""

    name: str
    figures: Mapping[str, float | int | str]

    def text(self) -> str:
        """Return the figures in words; shares have three digits and no zero in front."""
        return ", ".join(f"{name} {figure(value)}".strip() for name, value in self.figures.items())


def figure(value: float | str) -> str:
    """Return a number as tables print it: ``.458``, ``1.000``, ``1659``."""
    return f"{value:.3f}".removeprefix("0") if isinstance(value, float) else str(value)


def need(path: Path) -> Path:
    """Return a file or folder that a measure reads; raises `NoDataError` where there is none."""
    if not path.exists():
        raise NoDataError(f"there is no {path}; name the folder that holds the evaluation data")
    return path


@cache
def annotator() -> Annotator:
    """Return the language pipeline, loaded once for all measures of a run."""
    from kg.annotate import Annotator  # noqa: PLC0415 - takes seconds; scorers alone need it not

    return Annotator()


def document(text: str, published: str | None = None) -> Document:
    """Annotate a text as an article of its own."""
    from kg import ids  # noqa: PLC0415 - as above
    from kg.model import Article  # noqa: PLC0415 - as above

    article = Article(id=ids.article_id(None, text), text=text, sha256="", published=published)
    return annotator().annotate(article)


def lines(path: Path) -> list[str]:
    """Return the lines of a file that have something in them."""
    return [line for line in need(path).read_text(encoding="utf-8").split("\n") if line.strip()]


class OfPair(Protocol):
    """A verdict on a pair of a suite."""

    @property
    def pair(self) -> Mapping[str, Any]:
        """The pair, as its file has it."""


V = TypeVar("V", bound=OfPair)


def by(judged: Iterable[V], field: str) -> dict[str, list[V]]:
    """Group verdicts by a field of their pairs, in the order of the file."""
    groups: dict[str, list[V]] = {}
    for verdict in judged:
        groups.setdefault(verdict.pair[field], []).append(verdict)
    return groups


def f1(precision: float, recall: float) -> float:
    """Return the harmonic mean of precision and recall, 0 where both are 0."""
    both = precision + recall
    return 2 * precision * recall / both if both else 0.0


def share(part: float, whole: float) -> float:
    """Return ``part / whole``, 0 of nothing."""
    return part / whole if whole else 0.0


def show(rows: Iterable[Row]) -> None:
    """Print results, one measure a line."""
    for row in rows:
        print(f"{row.name}: {row.text()}", flush=True)


def run(main: Callable[[], None]) -> int:
    """Run a script; missing data is a message and exit status 2, not a traceback."""
    try:
        main()
    except NoDataError as error:
        print(error, file=sys.stderr)
        return NO_DATA
    return 0


def folder_parser(doc: str | None, what: str) -> argparse.ArgumentParser:
    """Return a command line that takes one folder of data."""
    parser = argparse.ArgumentParser(
        description=doc, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, metavar="FOLDER", help=what)
    return parser
