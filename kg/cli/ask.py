"""``kg ask``: the questions that newsrooms ask, ready-made, with the evidence of every answer."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.terminal import say

if TYPE_CHECKING:
    from kg.query import Named, Question, Result


class Format(StrEnum):
    """How an answer is printed."""

    TEXT = "text"
    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def ask(
    question: Annotated[
        str | None, typer.Argument(metavar="QUESTION", help="Which question; none lists them.")
    ] = None,
    values: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME", help="Names or dates, in order or as parameter=NAME."),
    ] = None,
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="OUT_OR_FILE", help="A build or an RDF file.")
    ] = Path("outputs"),
    format_: Annotated[Format, typer.Option("--format", help="How to print it.")] = Format.TEXT,
    sparql: Annotated[
        bool, typer.Option("--sparql", help="Print the query for other engines, not the answer.")
    ] = False,
) -> None:
    """Answer a ready-made question, each line with its quote, article and date.

    Without a question, lists them. Names are typed as one remembers them: case, accents and first
    names do not matter; where several people fit, they are listed.

    \b
    Examples:
      kg ask
      kg ask said Comey
      kg ask posts role="attorney general"
      kg ask met "Jeff Sessions" Kislyak --out outputs
      kg ask path Spicer Comey
      kg ask new 2017-06-01 about=Trump --format csv > new.csv
      kg ask denied --sparql > denied.rq
    """  # noqa: D301 - to click, a backspace means: keep these lines
    from kg.query import ask as answer  # noqa: PLC0415 - kg --help should not wait
    from kg.query import bind, meant, questions  # noqa: PLC0415

    known = {one.name: one for one in questions()}
    if question is None:
        _list(list(known.values()))
        return
    if question not in known:
        raise typer.BadParameter(f"no question {question!r}; choose among {', '.join(known)}")
    asked = known[question]
    bound = bind(asked, values or [])
    who = meant(out, asked, bound)
    for name, one in who.items():
        _say_who(bound[name], one)
    query, result = answer(out, asked, bound, who)
    sys.stdout.write(query if sparql else _print(result, format_))
    if not sparql:
        _say_limits(result)


def _list(known: list[Question]) -> None:
    for one in known:
        typer.echo(f"{one.name:<15} {one.title}")
        for parameter in one.parameters:
            need = ", required" if parameter.required else ""
            typer.echo(f"{'':<17} {parameter.name}: {parameter.help}{need}")


def _say_who(typed: str, one: Named) -> None:
    if typed != one.name:
        say(f"{typed}: {one.name} ({one.kind})")


def _print(result: Result, format_: Format) -> str:
    from kg.query import passages, render  # noqa: PLC0415

    return passages(result) if format_ is Format.TEXT else render(result, format_.value)


def _say_limits(result: Result) -> None:
    if result.truncated:
        say("There is more: only the first rows are shown; give a name or a date to see less.")
    elif not result.rows:
        say("The articles say nothing of the kind.")
