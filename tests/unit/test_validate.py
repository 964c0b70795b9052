"""Every shape and every assertion finds what it is for, and nothing in a graph that is right."""

import builders as b
import pyoxigraph as ox
import pytest
import rdflib
from rdflib.namespace import RDF, SH

from kg import ontology
from kg.errors import InputError
from kg.export import ExportOptions, write_all
from kg.validate import Finding, Report, describe, validate

BASE = "https://newskg.example/id/"
CLAIM, OFFER, POST = f"<{b.SINKING_CLAIM.id}>", f"<{b.OFFER_CLAIM.id}>", f"<{b.MAYOR.id}>"
PERSON, SOURCE = f"<{b.LINDQVIST.id}>", f"<{b.OFFICIALS.id}>"
ARTICLE = f"<{b.ARTICLE_ONE.id}>"

# What is done to a good graph, and what must then be found: the shape (or assertion) and its words.
BREAKS = [
    ("claim-subject", f"DELETE WHERE {{ {CLAIM} rdf:subject ?x }}", "one subject"),
    ("claim-predicate", f"INSERT DATA {{ {CLAIM} rdf:predicate kgr:meet }}", "one predicate"),
    ("claim-object", f"INSERT DATA {{ {OFFER} rdf:object {PERSON} }}", "at most one object"),
    ("polarity", f"INSERT DATA {{ {CLAIM} kg:polarity kg:Negative }}", "Polarity"),
    ("stance", f"DELETE WHERE {{ {CLAIM} kg:stance ?x }}", "Stance"),
    ("certainty", f"INSERT DATA {{ {CLAIM} kg:certainty kg:Possible }}", "Certainty"),
    ("status", f"INSERT DATA {{ {CLAIM} kg:status kg:Retired }}", "A status"),
    ("claim-article", f"DELETE WHERE {{ {ARTICLE} a ?x }}", "one article"),
    ("quote", f"DELETE WHERE {{ {CLAIM} kg:quote ?x }}", "one quote"),
    ("start", f"INSERT DATA {{ {CLAIM} kg:start -1 }}", "offset from 0"),
    ("end", f"DELETE WHERE {{ {CLAIM} kg:end ?x }}", "ends at one"),
    ("confidence", f"INSERT DATA {{ {CLAIM} kg:confidence 1.5 }}", "from 0 to 1"),
    ("claim-qualifier", f"INSERT DATA {{ {CLAIM} kg:qualifier <x:q> }}", "kg:Qualifier"),
    ("claim-step", f"INSERT DATA {{ {CLAIM} kg:attributionStep <x:s> }}", "kg:AttributionStep"),
    ("claim-source", f'INSERT DATA {{ {CLAIM} prov:wasAttributedTo "he" }}', "not a text"),
    ("Qualifier", "DELETE { ?q kg:role ?r } WHERE { ?q kg:role ?r }", "one role"),
    ("AttributionStep", "DELETE { ?s kg:cue ?c } WHERE { ?s kg:cue ?c }", "names its source"),
    ("Statement", "DELETE { ?s kg:belief ?c } WHERE { ?s kg:belief ?c }", "Belief"),
    ("Article", f'INSERT DATA {{ {ARTICLE} schema:headline "two" }}', "one headline"),
    ("Entity", f"DELETE WHERE {{ {PERSON} skos:prefLabel ?x }}", "one name"),
    ("Entity", f'INSERT DATA {{ {PERSON} skos:altLabel "Mara Lindqvist" }}', "other names"),
    ("AnonymousSource", f"INSERT DATA {{ {SOURCE} owl:sameAs {PERSON} }}", "never said to be"),
    ("Post", f"DELETE WHERE {{ {POST} org:role ?x }}", "has a role"),
    ("Held", f"INSERT DATA {{ {PERSON} org:holds {ARTICLE} }}", "is a post"),
    ("Membership", "DELETE { ?m kg:post ?p } WHERE { ?m kg:post ?p }", "about one post"),
    (
        "Interval",
        ("DELETE { ?i ?p ?o } WHERE { ?i a time:ProperInterval ; ?p ?o . FILTER(?p != rdf:type) }"),
        "beginning or an end",
    ),
    ("OpenRelation", "INSERT DATA { <x:r> a kg:OpenRelation }", "has its lemma"),
    (
        "Attribution",
        'INSERT DATA { <x:a> a kg:Attribution ; kg:speech "loud" }',
        "direct, indirect",
    ),
    ("Passage", "INSERT DATA { <x:p> a kg:Passage }", "one quote"),
    ("Annotation", "INSERT DATA { <x:a> a oa:Annotation ; oa:hasBody <x:b> }", "its position"),
    ("no-blank-nodes", f"INSERT DATA {{ {PERSON} schema:knows [] }}", "Every node"),
    (
        "quote-length",
        (
            f"DELETE {{ {CLAIM} kg:end ?e }} INSERT {{ {CLAIM} kg:end 9999 }} "
            f"WHERE {{ {CLAIM} kg:end ?e }}"
        ),
        "exactly as long",
    ),
    ("fact-has-claim", f"INSERT DATA {{ {PERSON} schema:spouse <x:y> }}", "no article says"),
    (
        "fact-has-claim",
        f"INSERT DATA {{ <{b.RENNER.id}> kgr:accept <{b.OFFER.id}> }}",
        "no article",
    ),
    ("event-is-told", f"INSERT DATA {{ {PERSON} sem:hasActor <x:y> }}", "takes part"),
    (
        "source-stays-in-its-article",
        f"INSERT DATA {{ <{b.SECOND_OFFER_CLAIM.id}> prov:wasAttributedTo {SOURCE} }}",
        "another article",
    ),
    (
        "chain-is-whole",
        ("DELETE { ?s kg:position 1 } INSERT { ?s kg:position 7 } WHERE { ?s kg:position 1 }"),
        "every position",
    ),
    ("predicate-is-known", "DELETE { kgr:sink a ?x } WHERE { kgr:sink a ?x }", "open relation"),
    (
        "end-after-beginning",
        'INSERT DATA { <x:s> kg:since "2031"^^xsd:gYear ; kg:until "2030"^^xsd:gYear }',
        "Nothing ends",
    ),
]


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    folder = tmp_path_factory.mktemp("build")
    write_all(b.sample_view(), folder, ExportOptions(annotations=True), ["turtle"])
    return folder


def broken(good, update, folder):
    store = ox.Store()
    store.load(path=str(good / "graph.ttl"), format=ox.RdfFormat.TURTLE)
    store.update(update, base_iri=BASE, prefixes=ontology.load().prefixes)
    file = folder / "broken.nt"
    store.dump(str(file), format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    return file


def test_a_good_graph_conforms(good):
    report = validate(good)
    assert report.findings == ()
    assert report.conforms


@pytest.mark.parametrize(("check", "update", "words"), BREAKS)
def test_what_is_broken_is_found(good, tmp_path, check, update, words):
    report = validate(broken(good, update, tmp_path))
    assert not report.conforms
    assert [finding for finding in report.findings if words in finding.message]


def test_every_shape_and_assertion_has_a_failing_example():
    shapes = rdflib.Graph().parse(ontology.folder() / "shapes.ttl")
    named = {str(shape).rpartition("/")[2] for shape in shapes.subjects(RDF.type, SH.NodeShape)}
    used = {
        str(shape).rpartition("/")[2]
        for shape in shapes.objects(None, SH.property)
        if isinstance(shape, rdflib.URIRef)
    }
    queries = {file.stem for file in (ontology.folder() / "assertions").glob("*.rq")}
    assert queries
    # The shape of claims fails with each of its properties.
    assert {check for check, _, _ in BREAKS} == (named | used | queries) - {"Claim"}


def test_a_finding_names_the_node_and_the_check(good, tmp_path):
    update = f"INSERT DATA {{ {CLAIM} kg:polarity kg:Negative }}"
    (finding,) = validate(broken(good, update, tmp_path)).findings
    assert finding.node == BASE + b.SINKING_CLAIM.id
    assert finding.check == "polarity"


def test_two_runs_find_the_same(good, tmp_path):
    update = "DELETE { ?q kg:role ?r } INSERT { ?q kg:start 9 } WHERE { ?q kg:role ?r }"
    file = broken(good, update, tmp_path)
    assert validate(file) == validate(file)


@pytest.mark.parametrize("name", ["none.ttl", "a.pdf", "broken.ttl"])
def test_what_cannot_be_read_is_an_input_error(tmp_path, name):
    (tmp_path / "a.pdf").write_text("x")
    (tmp_path / "broken.ttl").write_text("<x:s> <x:p>")
    with pytest.raises(InputError, match=name):
        validate(tmp_path / name)


def test_a_report_is_printed_line_by_line():
    finding = Finding(check="quote", node="x:n", message="No.", value="a\x1b[2J\nb")
    assert describe(Report(findings=(finding,))) == (
        "quote: x:n: No. (a\\x1b[2J\\nb)\n1 finding.\n"
    )
    assert describe(Report()).startswith("The graph conforms")
