"""Which terms the graph may use: what a relation, a type or a prefix means.

    >>> expand("org:holds")
    'http://www.w3.org/ns/org#holds'
    >>> load().classes("Person")
    ('http://xmlns.com/foaf/0.1/Person', 'https://schema.org/Person')

The vocabulary is data (``ontology/*.ttl``, installed as ``kg/_data/ontology``); this file only
reads it, once, when it is first asked. An open relation (``kgr:turn_down``) needs no entry; a typed
one that has none is an error. Nothing is inferred but the classes above a class.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from kg import ids
from kg.errors import OntologyError

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_THING = "https://schema.org/Thing"
_OPEN = "kgr:"
_HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Ontology:
    """The vocabulary: prefixes, labels, relations that claims may use, types and classes."""

    prefixes: dict[str, str]
    labels: dict[str, str]
    relations: frozenset[str]
    types: dict[str, tuple[str, ...]]
    above: dict[str, tuple[str, ...]]

    def expand(self, compact: str) -> str:
        """Return the IRI of ``prefix:name``; raises `OntologyError` for an unknown prefix."""
        prefix, colon, name = compact.partition(":")
        if not colon or prefix not in self.prefixes:
            raise OntologyError(
                f"unknown prefix in {compact!r}; declare it in ontology/newskg.ttl or use one of "
                f"{', '.join(sorted(self.prefixes))}"
            )
        return self.prefixes[prefix] + name

    def check_predicate(self, compact: str) -> str:
        """Return the IRI of a predicate; raises `OntologyError` for a typed one not listed."""
        iri = self.expand(compact)
        if compact.startswith(_OPEN) or iri in self.relations:
            return iri
        raise OntologyError(
            f"the ontology has no relation {compact}; add it to ontology/newskg.ttl as a "
            "kg:TypedRelation or use an open relation (kgr:…)"
        )

    def classes(self, type_: str) -> tuple[str, ...]:
        """Return the class IRIs of an entity type; of an unknown one, ``schema:Thing``."""
        return self.types.get(type_, (_THING,))

    def is_a(self, cls: str, ancestor: str) -> bool:
        """Tell whether ``cls`` (an IRI) is ``ancestor`` or below it."""
        return cls == ancestor or ancestor in self.above.get(cls, ())


@cache
def folder() -> Path:
    """Return the folder of the vocabulary: the installed one, else the checkout's."""
    for candidate in (_HERE / "_data" / "ontology", _HERE.parent / "ontology"):
        if (candidate / "newskg.ttl").is_file():
            return candidate
    raise OntologyError(f"no ontology beside {_HERE}; install the package again")


@cache
def load() -> Ontology:
    """Read the vocabulary, once; raises `OntologyError` where it is missing or no Turtle."""
    path = folder() / "newskg.ttl"
    try:
        parser = ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)
        triples = [(_text(q.subject), _text(q.predicate), _text(q.object)) for q in parser]
    except (OSError, SyntaxError) as error:
        raise OntologyError(f"cannot read {path}: {error}; restore it") from error
    return _build(dict(parser.prefixes), triples)


def expand(compact: str) -> str:
    """Return the IRI of a compact one; raises `OntologyError` for an unknown prefix."""
    return load().expand(compact)


def check_predicate(compact: str) -> str:
    """Return the IRI of a claim's predicate; raises `OntologyError` for a typed one not listed."""
    return load().check_predicate(compact)


def _text(term: object) -> str:
    return str(getattr(term, "value", term))


def _build(prefixes: dict[str, str], triples: list[tuple[str, str, str]]) -> Ontology:
    def pairs(predicate: str) -> list[tuple[str, str]]:
        return sorted((s, o) for s, p, o in triples if p == predicate)

    typed = ids.ONTOLOGY + "TypedRelation"
    return Ontology(
        prefixes=prefixes,
        labels=dict(pairs(_RDFS + "label")),
        relations=frozenset(s for s, o in pairs(_RDF + "type") if o == typed),
        types=_grouped([(word, cls) for cls, word in pairs(ids.ONTOLOGY + "entityType")]),
        above=_closure(_grouped(pairs(_RDFS + "subClassOf"))),
    )


def _grouped(pairs: list[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    grouped: dict[str, list[str]] = {}
    for key, value in sorted(pairs):
        grouped.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in grouped.items()}


def _closure(parents: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Follow the classes above a class to the top; a circle ends where it began."""
    above: dict[str, tuple[str, ...]] = {}
    for start, first in parents.items():
        seen: dict[str, None] = {}
        waiting = list(first)
        while waiting:
            cls = waiting.pop()
            if cls not in seen:
                seen[cls] = None
                waiting.extend(parents.get(cls, ()))
        above[start] = tuple(sorted(seen))
    return above
