"""Run all measures and write what came out into README.md.

    python benchmarks/run.py ../shared --date 2031-06-07

Prints each result as it comes, then rewrites the table between the two marks in README.md, with the
date and the machine. A measure whose data is not there is named and left out; without the folder
itself nothing is run and the exit status is 2. This is the only script that asks what day it is.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import carb
import coreference
import crossdoc
import entities
import facts
import knowledgenet
import pairs
import qasrl
import speed
import times
import traps
from measures import ROOT, NoDataError, Row, annotator, need, run, show

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

README = ROOT / "benchmarks" / "README.md"
METRICS = frozenset({"precision", "recall", "F1"})
BEGIN, END = "<!-- results: begin -->\n", "<!-- results: end -->\n"


def grouped(numbers: Mapping[str, float]) -> list[Row]:
    """Return numbers by name as rows: ``names precision`` and ``names recall`` are one.

    What stands before the first comma, or before a last word of `METRICS`, names the row.
    """
    rows: dict[str, dict[str, float | int | str]] = {}
    for name, number in numbers.items():
        stem, comma, figure = name.partition(", ")
        if not comma:
            first, _, last = name.rpartition(" ")
            stem, figure = (first, last) if first and last in METRICS else (name, "")
        rows.setdefault(stem, {})[figure] = number
    return [Row(stem, figures) for stem, figures in rows.items()]


def each(measure: Callable[[Path], Mapping[str, float]]) -> Callable[[Path], list[Row]]:
    """Return a measure of rows from one that gives numbers by name."""
    return lambda shared: grouped(measure(shared))


# Speed first, while this process holds no memory; then in order of what a reader cares for.
MEASURES: tuple[tuple[Callable[[Path], list[Row]], str], ...] = (
    (speed.rows, ""),
    (facts.rows, ""),
    (traps.rows, ""),
    (pairs.rows, ""),
    (carb.rows, "bench/carb"),
    (qasrl.rows, "bench/qasrl-gs"),
    (knowledgenet.rows, "bench/knowledgenet"),
    (times.rows, ""),
    (each(coreference.measure), ""),
    (each(entities.measure), ""),
    (each(crossdoc.measure), ""),
)


def results(shared: Path) -> Iterator[Row]:
    """Yield the rows of every measure that has its data."""
    for rows, folder in MEASURES:
        try:
            yield from rows(need(shared / folder))
        except NoDataError as error:
            print(f"left out: {error}", file=sys.stderr)


def table(rows: Sequence[Row], day: str, machine: str) -> str:
    """Return the results as a Markdown table with its date and machine."""
    lines = [f"{day}, {machine}.", "", "| measure | result |", "|---|---|"]
    lines += [f"| {row.name} | {row.text()} |" for row in rows]
    return "\n".join(lines) + "\n"


def between_marks(readme: str, content: str) -> str:
    """Return the text with what stands between the marks replaced."""
    head, begin, rest = readme.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not (begin and end):
        raise SystemExit(f"{README.name} lacks the line {(END if begin else BEGIN).strip()}")
    return f"{head}{BEGIN}{content}{END}{tail}"


def machine() -> str:
    """Return what the results depend on besides the code."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    model = annotator().version.partition("+")[0]
    return f"{cores} cores ({platform.machine()}), Python {platform.python_version()}, {model}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, metavar="FOLDER", help="bench, gold, seeds and eval")
    parser.add_argument("--date", default=None, help="the date to print; default today")
    args = parser.parse_args()
    need(args.data)
    readme = need(README).read_text(encoding="utf-8")
    between_marks(readme, "")  # refuse before the work rather than after it
    rows = []
    for row in results(args.data):
        show([row])
        rows.append(row)
    day = args.date or date.today().isoformat()  # noqa: DTZ011 - the day where the reader is
    README.write_text(between_marks(readme, table(rows, day, machine())), encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(run(main))
