r"""Which questions are ready-made, and how what a reporter types is put into one.

    >>> from kg.query.results import Term
    >>> said = question("said")
    >>> said.title
    'What did X say, in which words?'
    >>> mara = Term(kind="uri", value="https://a.example/person/mara")
    >>> "VALUES ?speaker { <https://a.example/person/mara> }" in fill(said, {"speaker": [mara]})
    True

A question is a file in ``questions/``: plain SPARQL 1.1 that answers as it stands, for everybody,
in any engine. Its comments say what it asks and which parameters it takes. A parameter is a line
``VALUES ?name { … }`` or ``PREFIX name: <…>``; to fill it is to put RDF terms, written by the RDF
library, in the place of those that stand there. Nothing that anybody typed becomes part of a query.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.query.results import Term

FOLDER = Path(__file__).parent / "questions"

_PARAMETER = re.compile(
    r"# \?(?P<name>\w+) \((?P<kind>\w+)(?P<required>, required)?\): (?P<help>.+)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """What a question can be narrowed to.

    ``kind`` tells what is typed: the name of a ``thing``, of a ``role`` or of a ``publisher``, or
    a ``date``; ``names`` is a thing by all that it is called.
    """

    name: str
    kind: str
    help: str
    required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A ready-made question: its name, what it asks, what to know about the answer, its SPARQL."""

    name: str
    title: str
    about: str
    parameters: tuple[Parameter, ...]
    sparql: str


@cache
def questions() -> tuple[Question, ...]:
    """Return every question, by name."""
    return tuple(_read(file) for file in sorted(FOLDER.glob("*.rq")))


def question(name: str) -> Question:
    """Return one question; raises `QueryError` for a name that none has."""
    for one in questions():
        if one.name == name:
            return one
    known = ", ".join(one.name for one in questions())
    raise QueryError(f"no question is called {name!r}; choose among {known}")


def _read(file: Path) -> Question:
    text = file.read_text(encoding="utf-8")
    comments = text.partition("\n\n")[0].splitlines()
    told = [line.removeprefix("#").strip() for line in comments if not _PARAMETER.fullmatch(line)]
    found = [match for line in comments if (match := _PARAMETER.fullmatch(line))]
    return Question(
        name=file.stem,
        title=told[0],
        about=" ".join(told[1:]).strip(),
        parameters=tuple(
            Parameter(name=m["name"], kind=m["kind"], help=m["help"], required=bool(m["required"]))
            for m in found
        ),
        sparql=text,
    )


def fill(asked: Question, values: Mapping[str, Sequence[Term]]) -> str:
    """Return the query with the terms in the places of its parameters."""
    text = asked.sparql
    for name, terms in values.items():
        written = " ".join(_written(term) for term in terms)
        place = re.compile(rf"(VALUES \?{name} \{{ )[^\n]*?( \}})|(PREFIX {name}: )<[^<>\n]*>")
        text, places = place.subn(partial(_placed, written), text)
        if places != 1:
            raise QueryError(f"the question {asked.name} has no one place for ?{name}")
    return text


def _placed(written: str, match: re.Match[str]) -> str:
    return match[3] + written if match[3] else match[1] + written + match[2]


def _written(term: Term) -> str:
    """Return a term as SPARQL writes it; the library escapes it, and refuses what is no IRI."""
    try:
        return str(ox.NamedNode(term.value) if term.kind == "uri" else ox.Literal(term.value))
    except ValueError as error:
        raise QueryError(f"{term.value!r} cannot be asked about: {error}") from error
