"""The result of a SPARQL query as JSON, as the query service of Wikidata gives it to be saved.

    {"head": {"vars": ["item", "itemLabel"]}, "results": {"bindings": [
        {"item": {"type": "uri", "value": "…/Q4242"}, "itemLabel": {"value": "Ann Lee"}}]}}

Also its short form, a list of objects with plain values. Variables are columns
(`kg.authorities.rows`); several rows of one item are one record.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kg.authorities.records import Records
from kg.authorities.rows import Columns
from kg.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping


def is_query_result(text: str) -> bool:
    """Tell whether JSON is one value with rows rather than an entity a line."""
    start = text.lstrip()[:200]
    return start.startswith("[") or '"head"' in start or '"results"' in start


def read_query_result(text: str, source: str) -> Records:
    """Return the records of a result; raises `InputError` where it is none."""
    try:
        rows = _rows(json.loads(text))
    except (ValueError, RecursionError) as error:
        raise InputError(f"{source} is no JSON ({error}); save the result again.") from error
    if not rows:
        raise InputError(f"{source} is no result of a SELECT query, or an empty one.")
    records = Records(source)
    columns = Columns(list(dict.fromkeys(name for row in rows for name in row)), source)
    for number, row in enumerate(rows, start=1):
        columns.add(row, f"row {number}", records)
    return records


def _rows(data: Any) -> list[dict[str, str]]:  # noqa: ANN401 - any JSON
    if isinstance(data, dict):
        results = data.get("results")
        data = results.get("bindings") if isinstance(results, dict) else None
    if not isinstance(data, list):
        return []
    return [_row(row) for row in data if isinstance(row, dict)]


def _row(row: Mapping[str, Any]) -> dict[str, str]:
    values = {k: v.get("value") if isinstance(v, dict) else v for k, v in row.items()}
    return {name: value for name, value in values.items() if isinstance(value, str)}
