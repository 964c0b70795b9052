r"""How an answer is printed: for people, for programs, for spreadsheets.

    >>> from kg.query.results import Result
    >>> render(Result(form="ask", boolean=True), "json")
    '{"head": {}, "boolean": true}\n'

``json`` is the SPARQL 1.1 Query Results JSON Format, ``csv`` the Results CSV Format (plain values,
CR LF; nothing is added against formulas, as it is data), ``table`` shortens IRIs and long cells and
shows control characters escaped, so that no title can steer a terminal.
"""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from typing import TYPE_CHECKING

from kg.errors import QueryError

if TYPE_CHECKING:
    from kg.query.results import Result, Term

FORMATS = ("table", "json", "csv")
_MAX_CELL = 80
_STRING = "http://www.w3.org/2001/XMLSchema#string"


def render(result: Result, format_: str) -> str:
    """Return an answer as a table, JSON or CSV, with a line end; raises `QueryError` for others."""
    if format_ == "json":
        return json.dumps(_json(result), ensure_ascii=False) + "\n"
    if format_ == "csv":
        return _csv(result)
    if format_ == "table":
        return _table(result)
    raise QueryError(f"no format {format_!r}; choose among {', '.join(FORMATS)}")


def _json(result: Result) -> dict[str, object]:
    if result.form == "ask":
        return {"head": {}, "boolean": result.boolean}
    bindings = [
        {name: _json_term(term) for name, term in zip(result.variables, row, strict=True) if term}
        for row in result.rows
    ]
    return {"head": {"vars": list(result.variables)}, "results": {"bindings": bindings}}


def _json_term(term: Term) -> dict[str, str]:
    found = {"type": term.kind, "value": term.value}
    if term.language:
        found["xml:lang"] = term.language
    elif term.datatype and term.datatype != _STRING:
        found["datatype"] = term.datatype
    return found


def _csv(result: Result) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    if result.form == "ask":
        return f"{str(result.boolean).lower()}\r\n"
    writer.writerow(result.variables)
    writer.writerows([_plain(term) for term in row] for row in result.rows)
    return out.getvalue()


def _plain(term: Term | None) -> str:
    if term is None:
        return ""
    return f"_:{term.value}" if term.kind == "bnode" else term.value


def _table(result: Result) -> str:
    if result.form == "ask":
        return "yes\n" if result.boolean else "no\n"
    rows = [[_cell(term, result.prefixes) for term in row] for row in result.rows]
    lines = [list(result.variables), *rows]
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    lines.insert(1, ["─" * width for width in widths])
    text = "".join(_line(line, widths) for line in lines)
    more = ", cut at the limit" if result.truncated else ""
    return f"{text}({len(rows)} row{'' if len(rows) == 1 else 's'}{more})\n"


def _line(cells: list[str], widths: list[int]) -> str:
    padded = (
        cell + " " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=True)
    )
    return "  ".join(padded).rstrip() + "\n"


def _cell(term: Term | None, prefixes: tuple[tuple[str, str], ...]) -> str:
    value = _shorten(term, prefixes) if term and term.kind == "uri" else _plain(term)
    cut = value if len(value) <= _MAX_CELL else value[: _MAX_CELL - 1] + "…"
    return shown(cut)


def shown(text: str) -> str:
    """Return text with every character escaped that would steer a terminal."""
    return text if text.isprintable() else "".join(_visible(char) for char in text)


def _visible(char: str) -> str:
    """Return a character as it is, or escaped where it would steer the terminal or reorder text."""
    hidden = unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
    return char.encode("unicode_escape").decode() if hidden else char


def _shorten(term: Term, prefixes: tuple[tuple[str, str], ...]) -> str:
    fitting = [(start, name) for name, start in prefixes if term.value.startswith(start)]
    if not fitting:
        return term.value
    start, name = max(fitting, key=lambda pair: (len(pair[0]), pair[1]))
    return f"{name}:{term.value[len(start) :]}"


def _width(text: str) -> int:
    """Return how many columns a terminal needs: East Asian wide characters take two."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )
