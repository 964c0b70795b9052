"""Who is meant by what a reporter types: "Sessions", "attorney general", "the Courier".

    >>> jeff = Named(iri="x:j", name="Jeff Sessions", kind="person", called=("Jeff Sessions",))
    >>> resolve("sessions", [jeff], "thing").name
    'Jeff Sessions'

A whole name goes before a part of one; case, accents and dots do not matter. Where several fit
equally well, nobody is chosen: the error lists them. What belongs to one article alone has no name
here. An id of an earlier build, which a merge has replaced since, is that of what replaced it.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.query.asking import question
from kg.query.run import Limits, select

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

# All names of a graph are read at once; a graph has fewer names than triples.
_LIMITS = Limits(timeout_s=60, rows=5_000_000, memory_bytes=2 << 30)
_SHOWN = 8
_APART = ("role", "publisher")
_ID = re.compile(r"\S+[/:]\S+")
_REPLACED = """
PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT ?former ?thing WHERE { ?thing dcterms:replaces ?former } ORDER BY ?former ?thing
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Something that can be asked about: what it is called, and in how many articles it is."""

    iri: str
    name: str
    kind: str
    called: tuple[str, ...]
    articles: int = 0


def names(path: Path) -> tuple[Named, ...]:
    """Return everything in a graph that can be asked about, by IRI."""
    found: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for row in select(path, question("names").sparql, limits=_LIMITS).rows:
        called, name, kind, articles, thing = (term.value if term else "" for term in row)
        found.setdefault((thing, kind), []).append((called, name, articles))
    return tuple(
        Named(
            iri=iri,
            name=rows[0][1],
            kind=kind,
            called=tuple(dict.fromkeys(called for called, _, _ in rows)),
            articles=int(rows[0][2] or 0),
        )
        for (iri, kind), rows in sorted(found.items())
    )


def current(path: Path, typed: str) -> str:
    """Return the IRI of what replaced the id that is typed; what is typed if nothing did."""
    if not _ID.fullmatch(typed):
        return typed
    rows = select(path, _REPLACED, limits=_LIMITS).rows
    pairs = [(former.value, thing.value) for former, thing in rows if former and thing]
    return next((thing for former, thing in pairs if _has_id(former, typed)), typed)


def resolve(typed: str, known: Iterable[Named], kind: str) -> Named:
    """Return the one thing that is meant; raises `QueryError` where it is none, or several."""
    able = [one for one in known if _is_of(one, kind)]
    for fits in _fits(typed):
        chosen = [one for one in able if fits(one)]
        if len(chosen) == 1:
            return chosen[0]
        if chosen:
            raise QueryError(_several(typed, chosen))
    raise QueryError(_none(typed, able))


def _is_of(one: Named, kind: str) -> bool:
    return one.kind == kind if kind in _APART else one.kind not in _APART


def _fits(typed: str) -> Sequence[Callable[[Named], bool]]:
    """Return the ways in which a name can fit, the closest first."""
    wanted = fold(typed)
    words = set(wanted.split())
    return (
        lambda one: _has_id(one.iri, typed),
        lambda one: any(fold(each) == wanted for each in one.called),
        lambda one: bool(words) and any(words <= set(fold(each).split()) for each in one.called),
        lambda one: bool(words) and any(fold(each).startswith(wanted) for each in one.called),
    )


def _has_id(iri: str, typed: str) -> bool:
    return iri == typed or iri.endswith("/" + typed.replace(":", "/"))


def fold(name: str) -> str:
    """Return a name without case, accents, dots and a leading article."""
    plain = unicodedata.normalize("NFKD", name.casefold()).replace(".", "")
    bare = " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())
    return bare.removeprefix("the ")


def _several(typed: str, chosen: Sequence[Named]) -> str:
    first = sorted(chosen, key=lambda one: (-one.articles, one.name, one.iri))
    told = [f"{one.name} ({one.kind}, {_count(one)}, {_id(one)})" for one in first[:_SHOWN]]
    more = f" and {len(first) - _SHOWN} more" if len(first) > _SHOWN else ""
    return f"{typed!r} can be {'; '.join(told)}{more}: give the whole name, or the id."


def _none(typed: str, able: Sequence[Named]) -> str:
    spelled = {fold(each): one.name for one in able for each in one.called}
    near = dict.fromkeys(spelled[key] for key in difflib.get_close_matches(fold(typed), spelled))
    hint = f"did you mean {' or '.join(near)}?" if near else "kg ask names lists every name."
    return f"nothing in the graph is called {typed!r}; {hint}"


def _count(one: Named) -> str:
    return f"{one.articles} article{'' if one.articles == 1 else 's'}"


def _id(one: Named) -> str:
    return "/".join(one.iri.split("/")[-2:])
