"""``kg judge``: who is who, as a person decides it; every build follows."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import Annotated

import typer

from kg.cli.options import JudgementLog, StoreFile, find_log, find_store
from kg.cli.review import dated, review
from kg.cli.terminal import say
from kg.judgements import read_log, take_back, written
from kg.log import visible
from kg.model import Verdict


class Action(StrEnum):
    """What to do with the judgement log."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    REVIEW = "review"
    LIST = "list"
    UNDO = "undo"


_SIDES = {Action.REVIEW: 0, Action.LIST: 0, Action.UNDO: 1}
_WANTED = {0: "no names", 1: "the number of a line", 2: "two names"}


def judge(
    action: Annotated[
        Action,
        typer.Argument(metavar="ACTION", help="same, different, unsure, review, list or undo."),
    ],
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="A B", help="Names, ids, or names in articles: 'NAME @ URL'."),
    ] = None,
    note: Annotated[str, typer.Option(help="Why, for whoever reads the log.")] = "",
    pairs: Annotated[
        bool, typer.Option("--pairs", help="Review: print the pairs and ask nothing.")
    ] = False,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="OUT", help="The folder of a build.")
    ] = None,
    store: StoreFile = None,
    judgements: JudgementLog = None,
) -> None:
    """Decide who is who, in a text file that every build follows.

    A is a name that kg show finds, the id of an entity, or a name as one article has it ('Ann Lee @
    https://…'), which also parts namesakes that were taken for one. B may be the id of a record in
    another authority ('<http://www.wikidata.org/entity/Q42>'). What happens is judged by the ids of
    events, or by what a claim says ('Ann Lee met Bo Ek (Happening) @ https://…'). A judgement
    wins over every rule; undo takes one back, and so does deleting its line. The graph follows at
    the next kg build.

    review shows doubtful pairs, with what speaks for them and what the articles say, and asks; the
    answers may come from a pipe, one a line: s, d, u, nothing (later), q (end).

    \b
    Examples:
      kg judge same "Sergei Kislyak" "Sergey I. Kislyak" --note "both ambassador"
      kg judge different "Ann Lee @ https://a.example/1" "Ann Lee @ https://b.example/2"
      kg judge same "Angela Merkel" "<Q567>"
      kg judge review
      kg judge list
      kg judge undo 4
    """  # noqa: D301 - to click, a backspace means: keep these lines
    given = names or []
    wanted = _SIDES.get(action, 2)
    if len(given) != wanted:
        raise typer.BadParameter(f"{action} takes {_WANTED[wanted]}", param_hint="NAMES")
    log = find_log(judgements)
    if action is Action.LIST:
        _list(log)
    elif action is Action.UNDO:
        _undo(log, given[0])
    elif action is Action.REVIEW:
        review(find_store(store, out), log, pairs=pairs)
    else:
        _judge(Verdict(action), given, note, find_store(store, out), log)


def _judge(verdict: Verdict, names: list[str], note: str, store: Path, log: Path) -> None:
    from kg.pipeline.judging import Desk  # noqa: PLC0415 - kg --help should not wait for it

    with Desk(store, log) as desk:
        made = desk.judgement(verdict, names[0], names[1], dated(note))
        line = desk.write(made)
    say(f"{log}, line {line.line}: {written(line)}")
    say("The next kg build follows it.")


def _list(log: Path) -> None:
    for judgement in read_log(log):
        typer.echo(visible(f"{judgement.line}  {written(judgement)}"))


def _undo(log: Path, number: str) -> None:
    if not number.isdecimal():
        raise typer.BadParameter(f"{number!r} is no number of a line", param_hint="NUMBER")
    judgement = take_back(log, int(number))
    say(f"{log}, line {number} is undone: {written(judgement)}")
    say("The next kg build follows it.")
