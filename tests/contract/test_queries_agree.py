"""Q6: the questions a newsroom asks have the same answers from two independent engines."""

from collections import Counter

import builders as b
import pytest
import rdflib

from kg import ontology
from kg.export import ExportOptions, write_all
from kg.query import select

QUERIES = {
    "who holds what": "SELECT ?who ?post { ?p org:holds/rdfs:label ?post ; rdfs:label ?who }",
    "who held what, until when": "SELECT ?who ?post ?end { ?m org:member/rdfs:label ?who ; "
    "kg:post/rdfs:label ?post ; kg:status kg:Former . "
    "OPTIONAL { ?m org:memberDuring/time:hasEnd/time:inXSDgYearMonth ?end } }",
    "what is denied": "SELECT ?quote { ?c kg:polarity kg:Negative ; kg:quote ?quote ; a kg:Claim }",
    "on whose word": "SELECT ?label ?source ?cue { ?c rdfs:label ?label ; kg:attributionStep "
    "[ kg:source/rdfs:label ?source ; kg:cue ?cue ] }",
    "unnamed sources": "SELECT ?name (COUNT(?c) AS ?n) { ?c prov:wasAttributedTo ?s . "
    "?s a kg:AnonymousSource ; skos:prefLabel ?name } GROUP BY ?name",
    "outermost source": "SELECT ?label ?who { ?c a kg:Claim ; rdfs:label ?label ; "
    "kg:attributionStep ?s . ?s kg:source/rdfs:label ?who "
    "FILTER NOT EXISTS { ?s kg:reportedVia ?next } }",
    "confirmed twice": "SELECT ?label { ?s a kg:Statement ; rdfs:label ?label ; "
    "kg:publishers ?n FILTER(?n > 1) }",
    "in 2031": "SELECT ?label ?t { ?c rdfs:label ?label ; kg:qualifier ?q . ?q kg:role 'time' . "
    "?q sem:hasTimeStamp|sem:hasBeginTimeStamp ?t FILTER(STRSTARTS(STR(?t), '2031')) }",
    "articles about": "SELECT ?title { ?a schema:headline ?title ; "
    "schema:mentions/skos:altLabel 'Mr. Renner' }",
    "said verbatim": "SELECT ?who ?words { ?q a schema:Quotation ; kg:quote ?words ; "
    "schema:spokenByCharacter/rdfs:label ?who }",
    "by relation": "SELECT ?lemma (COUNT(?c) AS ?n) { ?c a kg:Claim ; "
    "rdf:predicate/kg:lemma ?lemma } GROUP BY ?lemma ORDER BY DESC(?n) ?lemma",
    "mayors anywhere": "SELECT ?place { ?post org:role/rdfs:label 'mayor' ; "
    "org:postIn/rdfs:label ?place }",
}


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    folder = tmp_path_factory.mktemp("build")
    write_all(b.sample_view(), folder, ExportOptions(), ["turtle"])
    return folder


@pytest.fixture(scope="module")
def oracle(build):
    return rdflib.Graph().parse(build / "graph.ttl", format="turtle")


@pytest.mark.parametrize("question", QUERIES)
def test_two_engines_agree(build, oracle, question):
    query = QUERIES[question]
    result = select(build, query)
    ours = Counter(tuple(term and term.value for term in row) for row in result.rows)
    rows = oracle.query(query, initNs=ontology.load().prefixes)
    theirs = Counter(tuple(None if v is None else str(v) for v in row) for row in rows)
    assert ours == theirs
    assert ours
