r"""Which texts are queries that only read the graph.

    >>> check("SELECT ?s { ?s ?p ?o }")
    >>> check("SELECT * { SERVICE <x:y> { ?s ?p ?o } }")    # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
        ...
    kg.errors.QueryRefused: SERVICE would fetch from another server

SPARQL can fetch (SERVICE), name other data (FROM) and write (INSERT, LOAD …). The check blanks out
what cannot hold a keyword (comments, strings, IRIs, variables, local names) and looks for the words
in what is left. Oxigraph needs no space after a keyword (``SERVICEex:a`` works), so a word that
merely contains one is refused too. SPARQL lets any letter be written ``\u0053``, and engines differ
in when they read it, so that a quotation mark written so may or may not end a string: each order of
reading is checked. Syntax is left to the engine. The process that runs the query cannot open a
connection either, so this is the first of two locks, and the one with the clear message.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from kg.errors import QueryError, QueryRefused

MAX_CHARS = 200_000

_BLANKED = re.compile(
    r"""
      '''(?:[^'\\]|\\.|'(?!''))*''' | \"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\"
    | '(?:[^'\\\n\r]|\\.)*' | "(?:[^"\\\n\r]|\\.)*"
    | <[^<>"{}|^`\s]*>
    | \#[^\n\r]*
    | [?$]\w+
    | @[A-Za-z]+(?:-[A-Za-z0-9]+)*
    | (?<=:)(?:[\w:]|%[0-9A-Fa-f]{2}|\\.)(?:[\w.:-]|%[0-9A-Fa-f]{2}|\\.)*
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_WORD = re.compile(r"[^\W\d_]\w*")
_PROLOGUE = re.compile(r"\s*(?:(?:PREFIX\s*[\w.-]*\s*:|BASE)\s*)*", re.IGNORECASE)
_FORM = re.compile(r"SELECT|ASK|CONSTRUCT|DESCRIBE", re.IGNORECASE)

_REASONS = {
    "SERVICE": "SERVICE would fetch from another server; query one graph at a time",
    "FROM": "FROM would name other data; give the file to query instead",
}
_UPDATE = re.compile(
    r"(?<![\w:])(?:INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD|WITH|USING)\b(?!\s*:)",
    re.IGNORECASE,
)


def read_query(argument: str) -> str:
    """Return the query that an argument is or, where it names a ``.rq`` file, holds."""
    if not argument.endswith((".rq", ".sparql")) or "\n" in argument:
        return argument
    try:
        return Path(argument).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"cannot read the query {argument}: {error}") from error


def check(query: str) -> None:
    """Raise `QueryRefused` unless the text is a query that only reads the graph."""
    if len(query) > MAX_CHARS:
        raise QueryRefused(f"the query has {len(query)} characters; {MAX_CHARS} are allowed")
    for code in dict.fromkeys((_blank(query), _blank(_unescape(query)), _unescape(_blank(query)))):
        _check_reading(code)


def _blank(query: str) -> str:
    return _BLANKED.sub(" \x00 ", query)


def _unescape(query: str) -> str:
    def char(match: re.Match[str]) -> str:
        code = int(match[1] or match[2], 16)
        return chr(code) if code <= sys.maxunicode else match[0]

    return _ESCAPE.sub(char, query)


def _check_reading(code: str) -> None:
    words = [word.upper() for word in _WORD.findall(code)]
    for keyword, reason in _REASONS.items():
        if any(keyword in word for word in words):
            raise QueryRefused(reason)
    if update := _UPDATE.search(code):
        word = update[0].upper()
        raise QueryRefused(f"{word} would change the graph; only SELECT, ASK and CONSTRUCT run")
    start = _PROLOGUE.sub("", code.replace("\x00", " "), count=1)
    if not _FORM.match(start):
        raise QueryRefused("this is no query; begin with SELECT, ASK or CONSTRUCT")
