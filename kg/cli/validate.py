"""``kg validate``: whether a graph keeps its own rules."""

from __future__ import annotations

import sys
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import Annotated

import typer

from kg.errors import ValidationFailed


def validate(
    path: Annotated[Path, typer.Argument(metavar="OUT_OR_FILE", help="A build or an RDF file.")],
) -> None:
    """Check a graph against the shapes and assertions of the ontology.

    What is wrong is printed, one finding a line; the exit code is 4 if there is any.

    \b
    Examples:
      kg validate outputs
      kg validate outputs/graph.ttl > findings.txt
    """  # noqa: D301 - to click, a backspace means: keep these lines
    from kg.validate import describe  # noqa: PLC0415 - kg --help should not wait for it
    from kg.validate import validate as check  # noqa: PLC0415 - as above

    report = check(path)
    sys.stdout.write(describe(report))
    if not report.conforms:
        raise ValidationFailed(
            f"{path} breaks the rules above; build it again, and report it if that does not help."
        )
