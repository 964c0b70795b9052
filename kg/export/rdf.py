r"""How a name, a text or a date becomes an RDF term that every reader reads back the same.

    >>> Terms("https://newskg.example/id/").node("person/mara-0c806176")
    'person:mara-0c806176'
    >>> text("two\nlines")
    '"two\\nlines"'
    >>> when("2031-06")
    '"2031-06"^^xsd:gYearMonth'

IRIs are made from the base and ids only; an outside address that is no IRI stays text. There are no
blank nodes: a part of a thing has an id made from its id. Language tags are not written: an article
does not say its language.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import quote

import pyoxigraph as ox

from kg import ids, ontology
from kg.errors import ExportError

if TYPE_CHECKING:
    from kg.model import Literal

Rows = list[tuple[str, str]]

# Kinds of ids that get a prefix of their own, besides the entity types.
_KINDS = ("article", "attribution", "claim", "in", "membership", "publisher", "role", "statement")
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")

# What RFC 3987 allows, less what one of two parsers refused or changed (non-characters, specials).
_IRI = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20\x7f-\xa0<>\"{}|\\^`\ud800-\uf8ff\ufff0-\uffff]+"
)
_WEB = re.compile(r"https?://[^/?#]", re.IGNORECASE)

_RISKY = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]')
_NAMED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}

_YEAR = r"(?!0000)[0-9]{4}"
_CLOCK = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,9})?"
_ZONE = r"(?:Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9])?"
_NUMBER = r"[+-]?(?:[0-9]{1,300}(?:\.[0-9]{0,300})?|\.[0-9]{1,300})"
_LEXICAL = {
    "xsd:string": re.compile(r".*", re.DOTALL),
    "xsd:boolean": re.compile(r"true|false"),
    "xsd:integer": re.compile(r"[+-]?[0-9]{1,300}"),
    "xsd:decimal": re.compile(_NUMBER),
    "xsd:double": re.compile(_NUMBER + r"(?:[eE][+-]?[0-9]{1,3})?"),
    "xsd:date": re.compile(rf"{_YEAR}-[0-9]{{2}}-[0-9]{{2}}"),
    "xsd:gYear": re.compile(_YEAR),
    "xsd:gYearMonth": re.compile(rf"{_YEAR}-(?:0[1-9]|1[0-2])"),
    "xsd:dateTime": re.compile(rf"{_YEAR}-[0-9]{{2}}-[0-9]{{2}}T{_CLOCK}{_ZONE}"),
    "xsd:duration": re.compile(
        r"P(?=[0-9T])(?:[0-9]{1,9}Y)?(?:[0-9]{1,9}M)?(?:[0-9]{1,9}D)?"
        r"(?:T(?=[0-9])(?:[0-9]{1,9}H)?(?:[0-9]{1,9}M)?(?:[0-9]{1,9}S)?)?"
    ),
}
_CALENDAR = ("xsd:date", "xsd:dateTime")
_TIMES = ("xsd:date", "xsd:gYearMonth", "xsd:gYear", "xsd:dateTime")
_INSTANTS = {
    "xsd:date": "time:inXSDDate",
    "xsd:gYearMonth": "time:inXSDgYearMonth",
    "xsd:gYear": "time:inXSDgYear",
}
_WEEK = re.compile(rf"({_YEAR})-W([0-9]{{2}})")


class Terms:
    """IRIs under one base, written short where a prefix allows it."""

    def __init__(self, base: str) -> None:
        if iri(base) is None:
            raise ExportError(f"the base {base!r} is no IRI; give one such as {ids.DEFAULT_BASE}")
        self._base = base
        words = ontology.load().types
        kinds = sorted({*_KINDS, *(ids.slug(word) for word in words)})
        self._own = {kind: f"{base}{kind}/" for kind in kinds}
        self._relations: dict[str, str] = {}

    def header(self) -> str:
        """Return the prefix declarations."""
        vocabulary = ontology.load().prefixes
        declared = [*sorted(vocabulary.items()), *sorted(self._own.items())]
        return "".join(f"@prefix {name}: <{start}> .\n" for name, start in declared)

    def node(self, id_: str) -> str:
        """Return the term of a thing by its id."""
        kind, _, name = id_.partition("/")
        if kind in self._own and _LOCAL.fullmatch(name):
            return f"{kind}:{name}"
        return f"<{self._base}{quote(id_, safe='/-_.~', errors='replace')}>"

    def part(self, whole: str, letter: str, number: int) -> str:
        """Return the term of a numbered part of a thing."""
        return self.node(f"{whole}-{letter}{number}")

    def relation(self, compact: str) -> str:
        """Return the term of a predicate; raises `OntologyError` for a typed one not listed."""
        term = self._relations.get(compact)
        if term is None:
            full = ontology.check_predicate(compact)
            name = compact.partition(":")[2]
            term = compact if _LOCAL.fullmatch(name) else f"<{quote(full, safe=':/#-_.~')}>"
            self._relations[compact] = term
        return term


def block(subject: str, rows: Rows) -> str:
    """Return the triples of one subject."""
    lines = " ;\n    ".join(f"{predicate} {value}" for predicate, value in rows)
    return f"{subject} {lines} .\n"


def individual(value: str) -> str:
    """Return the individual of a closed scheme: ``positive`` is ``kg:Positive``."""
    return f"kg:{value.capitalize()}"


def quoted(quote_: str, start: int, end: int, field: str = "text") -> Rows:
    """Return the exact words of an article and where they stand in it."""
    rows = [("kg:quote", text(quote_)), ("kg:start", str(start)), ("kg:end", str(end))]
    return rows if field == "text" else [*rows, ("kg:field", text(field))]


def text(value: str) -> str:
    """Return a string literal; half a surrogate pair, which no file can hold, becomes U+FFFD."""
    return f'"{_RISKY.sub(_escape, value)}"'


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    if "\ud800" <= char <= "\udfff":
        return "�"
    return _NAMED.get(char) or f"\\u{ord(char):04X}"


def iri(address: str) -> str | None:
    """Return an outside address as an IRI term, or None where it is none."""
    if not _IRI.fullmatch(address):
        return None
    try:
        return str(ox.NamedNode(address))
    except ValueError:
        return None


def web(address: str) -> str:
    """Return a web address as an IRI term, and anything else as text."""
    return (iri(address) if _WEB.match(address) else None) or text(address)


def literal(value: Literal) -> str:
    """Return a literal of its datatype, or plain text where its form is not of that type."""
    if value.datatype != "xsd:string" and _is_a(value.value, value.datatype):
        return f"{text(value.value)}^^{value.datatype}"
    return text(value.value)


def when(value: str) -> str:
    """Return an ISO 8601 value as a literal as precise as it is; an unknown form stays text."""
    datatype = _time_type(value)
    return f'"{value}"^^{datatype}' if datatype else text(value)


def stamps(value: str) -> list[tuple[str, str]]:
    """Return the SEM time stamps of a day, month, year, week or interval; of other forms, none."""
    begin, slash, end = _week(value).partition("/")
    if not slash:
        return [("sem:hasTimeStamp", when(begin))] if _time_type(begin) else []
    sides = (("sem:hasBeginTimeStamp", begin), ("sem:hasEndTimeStamp", end))
    return [(name, when(side)) for name, side in sides if _time_type(side)]


def instant(value: str) -> tuple[str, str] | None:
    """Return the OWL-Time property and literal of a day, month or year; None for other forms."""
    name = _INSTANTS.get(_time_type(value) or "")
    return (name, when(value)) if name else None


def decimal(value: float) -> str:
    """Return a number between 0 and 1 as a decimal of at most four places."""
    return f"{round(value, 4):.4f}".rstrip("0").ljust(3, "0")


def _is_a(value: str, datatype: str) -> bool:
    form = _LEXICAL.get(datatype)
    if form is None or not form.fullmatch(value):
        return False
    return datatype not in _CALENDAR or _is_day(value[:10])


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _time_type(value: str) -> str | None:
    return next((datatype for datatype in _TIMES if _is_a(value, datatype)), None)


def _week(value: str) -> str:
    """Return an ISO week as its Monday and Sunday, because RDF has no type for weeks."""
    match = _WEEK.fullmatch(value)
    if not match:
        return value
    year, week = int(match[1]), int(match[2])
    try:
        days = [date.fromisocalendar(year, week, day).isoformat() for day in (1, 7)]
    except ValueError:
        return value
    return "/".join(days)
