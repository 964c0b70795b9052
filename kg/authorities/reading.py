"""Which format a list has, by the ending of its name, and its records in a fixed order.

.csv .tsv           a table (`kg.authorities.rows`)
.ttl .nt .rdf .xml  SKOS, or other RDF with labels (`kg.authorities.skos`)
.jsonl .ndjson      FollowTheMoney, one entity a line (`kg.authorities.followthemoney`)
.json               the result of a Wikidata query, or FollowTheMoney
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.authorities.followthemoney import read_followthemoney
from kg.authorities.rows import read_table
from kg.authorities.skos import FORMATS, read_skos
from kg.authorities.wikidata import is_query_result, read_query_result
from kg.errors import InputError
from kg.limits import DEFAULT as LIMITS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kg.authorities.records import Records
    from kg.model import AuthorityRecord, Issue

_TABLES = (".csv", ".tsv")
_LINES = (".jsonl", ".ndjson")


def read_authorities(
    paths: Sequence[Path],
) -> tuple[tuple[AuthorityRecord, ...], tuple[Issue, ...]]:
    """Return the records of some lists, each id once a list, and what was left out.

    Raises `InputError` for a file that is not there or no list of a format that is known.
    """
    records: list[AuthorityRecord] = []
    issues: list[Issue] = []
    for path in paths:
        found = _read(path)
        records += found.records()
        issues += found.issues
    return tuple(sorted(set(records), key=repr)), tuple(sorted(set(issues), key=repr))


def _read(path: Path) -> Records:
    suffix = path.suffix.lower()
    if suffix not in (*_TABLES, *_LINES, ".json", *FORMATS):
        known = ", ".join((*_TABLES, *_LINES, ".json", *FORMATS))
        raise InputError(f"{path} is no list of a known format; these are known: {known}.")
    data = _bytes(path)
    if suffix in FORMATS:
        return read_skos(data, suffix, path.name)
    text = _text(data, path)
    if suffix in _TABLES:
        return read_table(text, path.name)
    if suffix in _LINES or not is_query_result(text):
        return read_followthemoney(text, path.name)
    return read_query_result(text, path.name)


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LIMITS.authority_bytes:
            raise InputError(
                f"{path} is larger than {LIMITS.authority_bytes:,} bytes; leave out what is never "
                "in the news."
            )
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            f"The authority list {path} cannot be read ({error.strerror}); check --authority."
        ) from error


def _text(data: bytes, path: Path) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8 text ({error.reason}); save it as such.") from error
