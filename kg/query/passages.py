"""How the answer to a ready-made question is printed for reading: a heading, what, quote, source.

    Jeff Sessions
      he had misled anyone (cue: denied)
          “The attorney general denied that he had misled anyone.”
          The Example Courier, 2017-03-02, Sessions Steps Aside From Inquiries Into 2016 Campaign

The first column is the heading, printed once for the rows that share it, the second says what;
columns named quote, publisher, published, article and url are the evidence, all others details.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from kg.query.render import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.query.results import Result

_EVIDENCE = ("publisher", "published", "article", "url")


def passages(result: Result) -> str:
    """Return an answer as text, with a line end."""
    rows = [
        {
            name: shown(term.value)
            for name, term in zip(result.variables, row, strict=True)
            if term and term.value
        }
        for row in result.rows
    ]
    heading, *columns = result.variables
    blocks = (
        "\n".join((key, *(line for row in same for line in _lines(row, columns))))
        for key, same in groupby(rows, lambda row: row.get(heading, "–"))
    )
    return (
        "".join(f"{block}\n\n" for block in blocks)
        + f"{_count(len(rows), 'cut at the limit' if result.truncated else '')}\n"
    )


def _lines(row: dict[str, str], columns: list[str]) -> Iterator[str]:
    what, *rest = [name for name in columns if name not in (*_EVIDENCE, "quote")]
    details = "; ".join(f"{_spaced(name)}: {row[name]}" for name in rest if name in row)
    yield f"  {row.get(what, '–')}" + (f" ({details})" if details else "")
    quotes = [name for name in columns if name == "quote" or name.endswith("_quote")]
    yield from (f"      “{row[name]}”" for name in quotes if name in row)
    if source := ", ".join(row[name] for name in _EVIDENCE if name in row):
        yield f"      {source}"


def _spaced(name: str) -> str:
    return name.replace("_", " ")


def _count(rows: int, note: str) -> str:
    return f"({rows} answer{'' if rows == 1 else 's'}{', ' * bool(note)}{note})"
