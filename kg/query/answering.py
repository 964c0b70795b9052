"""The answer to a ready-made question, for names and dates as a reporter types them.

    >>> from kg.query import question
    >>> bind(question("met"), ["Sessions", "other=Kislyak"])
    {'person': 'Sessions', 'other': 'Kislyak'}

What is typed goes to the parameters of the question in their order, or by name. Names are looked up
in the graph (`kg.query.naming`), dates are checked; both reach the query as RDF terms only.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.query.asking import Parameter, Question, fill
from kg.query.naming import Named, current, names, resolve
from kg.query.paths import evidence_path
from kg.query.results import Result, Term
from kg.query.run import Limits, select

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

# Our own questions may take longer than what anybody writes.
LIMITS = Limits(timeout_s=60, memory_bytes=4 << 30)

_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_PATH = "path"


def bind(asked: Question, typed: Sequence[str]) -> dict[str, str]:
    """Return what is typed by the parameter it is for; raises `QueryError` where it fits none."""
    free = [parameter.name for parameter in asked.parameters]
    found: dict[str, str] = {}
    for text in typed:
        name, equals, value = text.partition("=")
        if not (equals and name in free):
            name, value = (free[0] if free else ""), text
        if not name:
            raise QueryError(f"{asked.name} has no use for {text!r}; it takes {_usage(asked)}")
        free.remove(name)
        found[name] = value
    missing = [one.name for one in asked.parameters if one.required and one.name not in found]
    if missing:
        raise QueryError(f"{asked.name} needs {' and '.join(missing)}; it takes {_usage(asked)}")
    return found


def _usage(asked: Question) -> str:
    return ", ".join(f"{one.name} ({one.help})" for one in asked.parameters) or "nothing"


def meant(path: Path, asked: Question, bound: Mapping[str, str]) -> dict[str, Named]:
    """Return the things that the bound names mean; raises `QueryError` for a doubtful one."""
    wanted = [one for one in asked.parameters if one.name in bound and one.kind != "date"]
    known = names(path) if wanted else ()
    return {one.name: resolve(current(path, bound[one.name]), known, one.kind) for one in wanted}


def ask(
    path: Path, asked: Question, bound: Mapping[str, str], who: Mapping[str, Named]
) -> tuple[str, Result]:
    """Return the query that is put to the graph, and its answer.

    ``bound`` is from `bind`, ``who`` from `meant`.
    """
    terms = {
        one.name: _terms(one, bound[one.name], who) for one in asked.parameters if one.name in bound
    }
    query = fill(asked, terms)
    if asked.name == _PATH:
        ends = [terms[one.name][0] for one in asked.parameters]
        return query, evidence_path(path, *ends)
    return query, select(path, query, limits=LIMITS)


def _terms(one: Parameter, typed: str, who: Mapping[str, Named]) -> tuple[Term, ...]:
    if one.kind == "date":
        return (Term(kind="literal", value=_day(typed)),)
    if one.kind == "names":
        return tuple(Term(kind="literal", value=called) for called in who[one.name].called)
    return (Term(kind="uri", value=who[one.name].iri),)


def _day(typed: str) -> str:
    """Return a day, month or year; raises `QueryError` for what is none."""
    try:
        date.fromisoformat(f"{typed}-01-01"[:10]) if _DATE.fullmatch(typed) else _no_date(typed)
    except ValueError as error:
        raise QueryError(f"{typed!r} is no date of the calendar: {error}") from error
    return typed


def _no_date(typed: str) -> None:
    raise QueryError(f"{typed!r} is no date; write it as 2017-06-01, 2017-06 or 2017")
