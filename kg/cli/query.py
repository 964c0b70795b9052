"""``kg query``: SPARQL over a build or any RDF file."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import Annotated

import typer

from kg.cli.terminal import say


class Format(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def query(
    path: Annotated[Path, typer.Argument(metavar="OUT_OR_FILE", help="A build or an RDF file.")],
    text: Annotated[str, typer.Argument(metavar="QUERY", help="A query, or a file ending in .rq.")],
    format_: Annotated[Format, typer.Option("--format", help="How to print it.")] = Format.TABLE,
) -> None:
    """Answer a SPARQL 1.1 query; the usual prefixes need no declaration.

    A query cannot write, fetch or read other files, and is stopped when it takes too long.

    \b
    Examples:
      kg query outputs 'SELECT ?who ?post { ?p org:holds/rdfs:label ?post ; rdfs:label ?who }'
      kg query outputs questions/posts.rq --format csv > posts.csv
      kg query outputs/graph.ttl 'ASK { ?claim kg:stance kg:Reported }' --format json
    """  # noqa: D301 - to click, a backspace means: keep these lines
    from kg.query import read_query, render, select  # noqa: PLC0415 - kg --help should not wait

    result = select(path, read_query(text))
    sys.stdout.write(render(result, format_.value))
    if result.truncated:
        say("There is more: only the first rows are shown; ask for less with LIMIT or a FILTER.")
