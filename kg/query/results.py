"""What a query answers: rows of terms, a yes or no, or triples.

    >>> Result(form="ask", boolean=True).boolean
    True

The triples of CONSTRUCT and DESCRIBE are rows too, of the variables subject, predicate and object.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """An RDF term: ``kind`` is ``uri``, ``literal`` or ``bnode``, as in SPARQL results."""

    kind: str
    value: str
    datatype: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """An answer: ``form`` is ``select``, ``ask`` or ``construct``; an unbound variable is None.

    ``truncated`` tells that there were more rows than the limit; ``prefixes`` shorten IRIs.
    """

    form: str
    variables: tuple[str, ...] = ()
    rows: tuple[tuple[Term | None, ...], ...] = ()
    boolean: bool | None = None
    truncated: bool = False
    prefixes: tuple[tuple[str, str], ...] = ()

    @property
    def triples(self) -> tuple[tuple[Term | None, ...], ...]:
        """The triples of a CONSTRUCT."""
        return self.rows if self.form == "construct" else ()
