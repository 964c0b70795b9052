"""The vocabulary as data, and how code reads it."""

import json
import subprocess
import sys

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from kg import model, ontology
from kg.errors import OntologyError

KG = rdflib.Namespace("https://newskg.example/ontology#")
TYPES = "Person Organization Place Group Facility Event Work Product Law Post Phrase".split()


@pytest.fixture(scope="module")
def vocabulary():
    return rdflib.Graph().parse(ontology.folder() / "newskg.ttl", format="turtle")


def test_expands_open_relations():
    assert ontology.expand("kgr:turn_down") == "https://newskg.example/ontology/rel/turn_down"


@pytest.mark.parametrize("compact", ["nope:x", "holds", "", ":x"])
def test_refuses_unknown_prefixes(compact):
    with pytest.raises(OntologyError, match="prefix"):
        ontology.expand(compact)


@pytest.mark.parametrize(
    "compact",
    [
        "org:holds", "org:memberOf", "org:headOf", "org:reportsTo", "org:subOrganizationOf",
        "kg:spouse", "schema:spouse", "schema:parent", "schema:children", "schema:founder",
        "schema:birthPlace", "schema:birthDate", "schema:deathDate", "schema:worksFor",
        "schema:alumniOf", "schema:location", "schema:nationality", "schema:homeLocation",
        "schema:member", "schema:containedInPlace", "owl:sameAs",
    ],
)  # fmt: skip
def test_knows_typed_relations(compact):
    assert ontology.check_predicate(compact).endswith(compact.split(":")[1])


@pytest.mark.parametrize("compact", ["org:holdz", "kg:quote", "schema:Person", "rdf:type"])
def test_a_typed_predicate_that_is_no_relation_is_an_error(compact):
    with pytest.raises(OntologyError, match=compact):
        ontology.check_predicate(compact)


def test_an_open_relation_is_never_refused():
    assert ontology.check_predicate("kgr:never_seen_before").endswith("/rel/never_seen_before")


@pytest.mark.parametrize("type_", TYPES)
def test_every_type_has_a_class(type_):
    assert ontology.load().classes(type_) != ontology.load().classes("no such type")


def test_an_unknown_type_is_a_thing():
    assert ontology.load().classes("Wormhole") == ("https://schema.org/Thing",)


def test_classes_are_below_all_that_is_above_them():
    loaded = ontology.load()
    facility = ontology.expand("kg:Facility")
    assert loaded.is_a(facility, ontology.expand("schema:Thing"))
    assert not loaded.is_a(ontology.expand("schema:Thing"), facility)


def test_claims_and_events_extend_the_standard_classes():
    loaded = ontology.load()
    assert loaded.is_a(ontology.expand("kg:Claim"), ontology.expand("rdf:Statement"))
    assert loaded.is_a(ontology.expand("kg:Event"), ontology.expand("sem:Event"))
    assert loaded.is_a(ontology.expand("kg:OpenRelation"), ontology.expand("rdf:Property"))


def test_every_term_has_a_label_and_a_comment(vocabulary):
    for term in set(vocabulary.subjects()):
        assert (term, RDFS.label, None) in vocabulary, term
        assert (term, RDFS.comment, None) in vocabulary, term


def test_every_property_has_an_example(vocabulary):
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty, KG.TypedRelation):
        for term in vocabulary.subjects(RDF.type, kind):
            assert (term, SKOS.example, None) in vocabulary, term


def test_the_closed_schemes_are_those_of_the_model(vocabulary):
    for scheme in ("Polarity", "Stance", "Certainty", "PostStatus"):
        words = {str(KG[member.value.capitalize()]) for member in getattr(model, scheme)}
        assert {str(term) for term in vocabulary.subjects(RDF.type, KG[scheme])} == words


def test_the_vocabulary_has_no_blank_nodes(vocabulary):
    assert not [node for node in vocabulary.all_nodes() if isinstance(node, rdflib.BNode)]


def test_the_json_ld_context_gives_known_terms():
    document = json.loads((ontology.folder() / "context.jsonld").read_text(encoding="utf-8"))
    document |= {"id": "https://x.example/1", "polarity": "kg:Negative", "quote": "No."}
    quads = list(ox.parse(json.dumps(document), format=ox.RdfFormat.JSON_LD))
    found = {quad.predicate.value: quad.object for quad in quads}
    assert found[ontology.expand("kg:polarity")] == ox.NamedNode(ontology.expand("kg:Negative"))
    assert found[ontology.expand("kg:quote")].value == "No."


def test_the_context_declares_the_prefixes_of_the_vocabulary():
    context = json.loads((ontology.folder() / "context.jsonld").read_text())["@context"]
    for prefix, start in ontology.load().prefixes.items():
        assert context[prefix] == start


def test_importing_reads_nothing_and_needs_no_rdflib():
    code = (
        "import sys; from kg import ontology;"
        "assert ontology.load.cache_info().currsize == 0; assert 'rdflib' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_broken_vocabulary_is_named(tmp_path, monkeypatch):
    (tmp_path / "newskg.ttl").write_text("this is no Turtle")
    monkeypatch.setattr(ontology, "folder", lambda: tmp_path)
    ontology.load.cache_clear()
    try:
        with pytest.raises(OntologyError, match=r"newskg\.ttl"):
            ontology.load()
    finally:
        ontology.load.cache_clear()
