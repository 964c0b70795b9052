"""Lists in rows: which column says what, of a table or of a query's result.

    id,name,type,aliases,wikidata,position
    https://a.example/7,Ann Lee,person,A. Lee|Anna Lee,Q4242,mayor of Norhaven

A column for ids and one for names are needed; capitals and underscores in their names do not
matter. Several values in a cell are parted by ``|`` or ``;``. The columns of a Wikidata query
(``item``, ``itemLabel``, ``itemAltLabel``) are known as well. Other columns are not read.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from kg.authorities.records import AUTHORITIES, Records, iri_of, is_item
from kg.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

ROLES = {
    "id": ("id", "iri", "uri", "qid", "item", "entity", "concept", "subject", "identifier"),
    "name": ("name", "label", "preflabel", "preferredname", "preferred", "caption"),
    "type": ("type", "typelabel", "kind", "class", "schema", "instanceof"),
    "aliases": ("aliases", "alias", "altlabel", "altlabels", "alsoknownas", "aka", "othernames"),
    "same": ("sameas", "exactmatch", "identifiers"),
    "posts": (
        "position", "positions", "positionlabel", "post", "posts", "occupation",
        "occupationlabel", "jobtitle", "role", "description",
    ),
}  # fmt: skip
_SEVERAL = re.compile(r"\s*[|;\n]\s*")
# The label service of Wikidata joins other labels by commas.
_COMMAS = re.compile(r"\s*,\s*")


class Columns:
    """Which column of a list has which role."""

    def __init__(self, names: Sequence[str], source: str) -> None:
        """Find the roles; raises `InputError` where there is no id or no name."""
        if twice := sorted({name for name in names if name and names.count(name) > 1}):
            raise InputError(
                f"{source} has two columns called {twice[0]}; call one of them otherwise."
            )
        known = {_plain(name): name for name in reversed(names)}
        self._of: dict[str, list[str]] = {}
        self.id = next((known[word] for word in ROLES["id"] if word in known), "")
        own = _plain(self.id)
        for role, words in ROLES.items():
            keys = [key for word in words for key in (word, own + word) if key in known]
            self._of[role] = list(dict.fromkeys(known[key] for key in keys))
        self._authorities = {
            known[key]: word for word in sorted(AUTHORITIES) for key in (word, own + word)
            if key in known
        }  # fmt: skip
        self._commas = {known[k] for k in ("altlabel", own + "altlabel") if k in known}
        for role in ("id", "name"):
            if not self._of[role]:
                raise InputError(
                    f"{source} has no column for the {role}; call one of its columns "
                    f"{' or '.join(ROLES[role][:3])}."
                )

    def add(self, row: Mapping[str, str], where: str, records: Records) -> None:
        """Take one row into the records."""
        id_ = row.get(self.id, "").strip()
        names = (row.get(column, "").strip() for column in self._of["name"])
        name = next((n for n in names if n and not is_item(n)), "")
        if not id_ or not name:
            records.leave_out(where, f"has no {'name' if id_ else 'id'}")
            return
        outside = [iri_of(v, a) for c, a in self._authorities.items() for v in _values(row, [c])]
        records.add(
            id_,
            name,
            type_=next(iter(_values(row, self._of["type"])), ""),
            aliases=[a for c in self._of["aliases"] for a in self._aliases(row, c)],
            identifiers=[*outside, *map(iri_of, _values(row, self._of["same"]))],
            posts=_values(row, self._of["posts"]),
        )

    def _aliases(self, row: Mapping[str, str], column: str) -> list[str]:
        values = _values(row, [column])
        if column in self._commas:
            return [part for value in values for part in _COMMAS.split(value)]
        return values


def _values(row: Mapping[str, str], columns: Iterable[str]) -> list[str]:
    cells = (row.get(column, "") for column in columns)
    return [value for cell in cells for value in _SEVERAL.split(cell.strip()) if value]


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def read_table(text: str, source: str) -> Records:
    """Return the records of a table with commas, semicolons or tabs between its cells."""
    head = text.partition("\n")[0]
    records = Records(source)
    delimiter = max("\t;,", key=head.count)
    # Strict: a quotation mark that is never closed would make the rest of the list one name.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        names = next(reader, [])
        columns = Columns(names, source)
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) > len(names):
                records.leave_out(
                    f"line {reader.line_num}", "has more cells than there are columns"
                )
                continue
            row = dict(zip(names, cells, strict=False))
            columns.add(row, f"line {reader.line_num}", records)
    except csv.Error as error:
        raise InputError(
            f"{source} is no table: line {reader.line_num} cannot be read ({error}); mend it."
        ) from error
    return records
