"""FollowTheMoney, as OpenSanctions and OCCRP write it: one entity a line.

    {"id": "Q4242", "schema": "Person", "properties": {"name": ["Ann Lee"], "position": ["mayor"]}}

Weak aliases are not read, for they are bare first names and initials; entities without a name
(ownerships, addresses) are no records.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kg.authorities.records import Records, iri_of
from kg.errors import InputError
from kg.limits import DEFAULT as LIMITS

if TYPE_CHECKING:
    from collections.abc import Mapping

_ALIASES = ("name", "alias", "previousName", "abbreviation")
_IDS = (("wikidataId", "wikidata"), ("isniCode", "isni"))


def read_followthemoney(text: str, source: str) -> Records:
    """Return the records of some lines; raises `InputError` where one is no entity."""
    records = Records(source)
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            _add(_entity(line, number, source), records)
    if not records.records():
        raise InputError(f"{source} holds no FollowTheMoney entity that has a name.")
    return records


def _entity(line: str, number: int, source: str) -> dict[str, Any]:
    try:
        if len(line) > LIMITS.json_line_bytes:
            raise InputError(f"{source}: line {number} is too long for an entity.")
        entity = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{source}: line {number} is no JSON object; mend it.") from error
    wanted = (("id", str), ("schema", str), ("properties", dict))
    if not isinstance(entity, dict) or any(not isinstance(entity.get(k), t) for k, t in wanted):
        raise InputError(
            f"{source}: line {number} is no FollowTheMoney entity; it needs id, schema, properties."
        )
    return entity


def _add(entity: Mapping[str, Any], records: Records) -> None:
    properties = entity["properties"]
    names = [name for key in _ALIASES for name in _strings(properties, key)]
    caption = entity.get("caption")
    preferred = caption if isinstance(caption, str) and caption in names else None
    if names:
        records.add(
            entity["id"],
            preferred or names[0],
            type_=entity["schema"],
            aliases=names,
            identifiers=[iri_of(v, a) for key, a in _IDS for v in _strings(properties, key)],
            posts=_strings(properties, "position"),
        )


def _strings(properties: Mapping[str, Any], key: str) -> list[str]:
    values = properties.get(key, ())
    return [v for v in values if isinstance(v, str)] if isinstance(values, list) else []
