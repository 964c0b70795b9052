"""SKOS and other RDF with labels: the concepts of a thesaurus, the people of a register.

    <https://a.example/7> skos:prefLabel "Ann Lee"@en ; skos:altLabel "A. Lee" ;
        skos:exactMatch <http://www.wikidata.org/entity/Q4242> .

Of labels in several languages the English one is preferred, then one without a language; the
others are aliases, for news prints foreign names too. Nodes without an IRI and concept schemes are
no records. Nothing is fetched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.authorities.records import Records, iri_of, type_of
from kg.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".xml": ox.RdfFormat.RDF_XML,
}
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
# The first of these that a thing has is what it is called.
_NAMES = (
    f"{_SKOS}prefLabel",
    "http://www.w3.org/2000/01/rdf-schema#label",
    "http://xmlns.com/foaf/0.1/name",
    "http://schema.org/name",
    "https://schema.org/name",
)
_OTHER_NAMES = (
    f"{_SKOS}altLabel",
    f"{_SKOS}hiddenLabel",
    "http://schema.org/alternateName",
    "https://schema.org/alternateName",
)
_SAME = (
    f"{_SKOS}exactMatch",
    "http://www.w3.org/2002/07/owl#sameAs",
    "http://schema.org/sameAs",
    "https://schema.org/sameAs",
)
_POSTS = (
    "http://schema.org/jobTitle",
    "https://schema.org/jobTitle",
    f"{_SKOS}definition",
    "http://schema.org/description",
    "https://schema.org/description",
    "http://purl.org/dc/terms/description",
)
_READ = frozenset({_TYPE, *_NAMES, *_OTHER_NAMES, *_SAME, *_POSTS})
_NOT_THINGS = frozenset({f"{_SKOS}ConceptScheme", f"{_SKOS}Collection"})


def read_skos(data: bytes, suffix: str, source: str) -> Records:
    """Return the records of an RDF file; raises `InputError` where it is none."""
    told: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = {}
    try:
        for triple in ox.parse(data, format=FORMATS[suffix]):
            predicate, value = triple.predicate.value, triple.object
            if isinstance(triple.subject, ox.NamedNode) and predicate in _READ:
                said = told.setdefault(triple.subject.value, {})
                if isinstance(value, ox.NamedNode | ox.Literal):
                    said.setdefault(predicate, []).append(value)
    except (SyntaxError, ValueError) as error:
        raise InputError(f"{source} is no RDF that can be read ({error}); mend it.") from error
    records = Records(source)
    for subject in sorted(told):
        _add(records, subject, told[subject])
    if not records.records():
        raise InputError(f"{source} names nothing: no IRI in it has a skos:prefLabel or a label.")
    return records


def _add(records: Records, subject: str, said: dict[str, list[ox.NamedNode | ox.Literal]]) -> None:
    types = {value.value for value in said.get(_TYPE, ())}
    labels = [label for predicate in _NAMES for label in _labels(said.get(predicate, ()))]
    if types & _NOT_THINGS or not labels:
        return
    records.add(
        subject,
        labels[0],
        type_=next((t for t in sorted(types) if type_of(t)), ""),
        aliases=[*labels[1:], *(a for p in _OTHER_NAMES for a in _labels(said.get(p, ())))],
        identifiers=[iri_of(v.value) for p in _SAME for v in said.get(p, ())],
        posts=[text for p in _POSTS for text in _labels(said.get(p, ()))],
    )


def _labels(values: Iterable[ox.NamedNode | ox.Literal]) -> list[str]:
    """Return texts, English ones first, then those of no language."""

    def place(literal: ox.Literal) -> tuple[int, str, str]:
        language = literal.language or ""
        english = language == "en" or language.startswith("en-")
        return (0 if english else 1 if not language else 2, language, literal.value)

    literals = [value for value in values if isinstance(value, ox.Literal)]
    return [literal.value for literal in sorted(literals, key=place)]
