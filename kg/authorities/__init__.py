"""Lists of known people, organisations and places that users bring: names, aliases, identifiers.

    people.csv   people.ttl   people.ftm.jsonl   query.json   →   AuthorityRecord, AuthorityRecord …

One file a format; what a record is matched with is the question of `kg.resolve`. A list that is no
such file stops the build; a record that has no id or no name is told as an issue and left out.
"""

from kg.authorities.reading import read_authorities
from kg.authorities.records import iri_of

__all__ = ["iri_of", "read_authorities"]
