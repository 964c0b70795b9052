"""The promise of the README on the article it was made for, which lies outside the repository."""

from pathlib import Path

import pytest

from kg import build
from kg.query import select

ARTICLE = Path(__file__).resolve().parents[3] / "shared" / "seeds" / "000_ab6598829931c39f.txt"

pytestmark = [
    pytest.mark.model,
    pytest.mark.shared,
    pytest.mark.skipif(not ARTICLE.is_file(), reason="the article is not beside the checkout"),
]

HOLDS = """
SELECT ?post WHERE {
  ?who rdfs:label "Jeff Sessions" ; org:holds ?held . ?held rdfs:label ?post }
"""
OFFERED = """
SELECT ?what ?source WHERE {
  ?claim a kg:Claim ; rdf:subject ?who ; rdf:predicate ?offer ; rdf:object ?thing ;
         kg:stance kg:Reported ; kg:polarity kg:Positive ; prov:wasAttributedTo ?voice .
  ?who rdfs:label "Jeff Sessions" . ?offer rdfs:label "offer" .
  ?thing rdfs:label ?what . ?voice a kg:AnonymousSource ; rdfs:label ?source }
"""
TURNED_DOWN = """
SELECT ?who WHERE { ?p <https://newskg.example/ontology/rel/turn_down> ?o ; rdfs:label ?who }
"""


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    folder = tmp_path_factory.mktemp("out")
    build([ARTICLE], folder, workers=1)
    return folder


def values(out, query):
    result = select(out, query)
    return {tuple(term.value for term in row) for row in result.rows}


def test_sessions_holds_attorney_general(out):
    assert ("attorney general",) in values(out, HOLDS)


def test_the_offer_to_resign_rests_on_two_unnamed_people(out):
    assert values(out, OFFERED) == {
        ("resignation", "two people who were briefed on the discussion")
    }


def test_he_the_president_and_mr_trump_are_one_man(out):
    people = values(out, "SELECT ?name WHERE { ?p a schema:Person ; rdfs:label ?name }")
    assert {name for (name,) in people if "Trump" in name} == {"Donald J. Trump"}
    assert values(out, TURNED_DOWN) == {("Donald J. Trump",)}
