"""The walk through doubtful pairs: what speaks for them, what the articles say, and a question.

Answers are read a line at a time, from a terminal or a pipe; the end of input ends the walk. Each
is written into the log at once, so nothing is lost when somebody stops.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING

import typer

from kg.cli.terminal import say
from kg.errors import InputError, JudgementError
from kg.log import visible
from kg.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.pipeline.judging import Desk
    from kg.resolve import Doubt

_QUOTES = 2
_AROUND = 90  # characters of text shown on each side of a name that no claim quotes
_ANSWERS = {
    "s": Verdict.SAME, "same": Verdict.SAME,
    "d": Verdict.DIFFERENT, "different": Verdict.DIFFERENT,
    "u": Verdict.UNSURE, "unsure": Verdict.UNSURE,
}  # fmt: skip
_LATER, _END = ("", "l", "later"), ("q", "quit", "end")
_NOW = {Verdict.SAME: "taken for one", Verdict.DIFFERENT: "kept apart"}


def review(store: Path, log: Path, *, pairs: bool) -> None:
    """Walk through the doubtful pairs; with ``pairs`` print them only."""
    from kg.pipeline.judging import Desk  # noqa: PLC0415 - kg --help should not wait for it

    with Desk(store, log) as desk:
        found = desk.doubts()
        if not found:
            say("No pair is in doubt.")
        for number, doubt in enumerate(found, start=1):
            try:
                _show(desk, doubt, f"{number} of {len(found)}")
            except InputError as error:
                say(f"{number} of {len(found)} is left out: {error}")
                continue
            if not pairs and not _asked(desk, doubt):
                break


def _show(desk: Desk, doubt: Doubt, number: str) -> None:
    sides = [desk.side(side) for side in (doubt.left, doubt.right)]
    typer.echo(visible(f"{number}: {sides[0].name} | {sides[1].name}, {_NOW[doubt.now]}"))
    typer.echo(visible(f"  why: {doubt.reason}"))
    for side, reference in zip((doubt.left, doubt.right), sides, strict=True):
        members = desk.members.everything
        articles = {members[m].article for m in side}
        counted = f"{len(articles)} article{'' if len(articles) == 1 else 's'}"
        typer.echo(visible(f"  {reference.name} ({members[min(side)].type}), in {counted}"))
        for line in islice(_quotes(desk, side), _QUOTES):
            typer.echo(visible(f"      {line}"))


def _quotes(desk: Desk, side: frozenset[str]) -> Iterator[str]:
    """Yield what the articles say of some members, one quote an article."""
    articles = sorted({desk.members.everything[m].article for m in side})
    entity, _ = desk.view.linked([min(side)]).get(min(side), ("", ""))
    told: set[str] = set()
    for claim in desk.view.claims_about(entity):
        if claim.article in articles and claim.article not in told:
            told.add(claim.article)
            yield f"“{claim.evidence.quote}” {_where(desk, claim.article)}"
    for article in articles:
        if article not in told:
            yield from _words_around(desk, article, entity)


def _words_around(desk: Desk, article: str, entity: str) -> Iterator[str]:
    """Yield where an article first names an entity of which no claim says anything."""
    for mention in desk.view.mentions_in(article):
        if mention.entity == entity:
            one = desk.article(article)
            text = one.title if mention.field == "title" else one.text
            start, end = max(0, mention.start - _AROUND), mention.end + _AROUND
            yield f"“…{text[start:end]}…” {_where(desk, article)}"
            return


def _where(desk: Desk, article: str) -> str:
    one = desk.article(article)
    return ", ".join(part for part in (one.publisher, one.published, one.url) if part)


def _asked(desk: Desk, doubt: Doubt) -> bool:
    """Ask until there is an answer that can stand; tell whether to go on."""
    while True:
        say("same, different or unsure? [s/d/u, Enter: later, q: end]")
        line = sys.stdin.readline()
        answer = line.strip().lower()
        if not line or answer in _END:
            return False
        if answer in _LATER:
            return True
        if answer in _ANSWERS and _answered(desk, doubt, _ANSWERS[answer]):
            return True
        if answer not in _ANSWERS:
            say(f"{answer!r} is no answer.")


def _answered(desk: Desk, doubt: Doubt, verdict: Verdict) -> bool:
    try:
        made = desk.about(verdict, doubt, dated(doubt.reason))
    except JudgementError as error:
        say(str(error))
        return False
    say(f"{desk.log}, line {desk.write(made).line}: {verdict}")
    return True


def dated(note: str) -> str:
    """Return a note that begins with today's date."""
    return f"{datetime.now(UTC):%Y-%m-%d} {note}".strip()
