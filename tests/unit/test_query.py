"""Answers, and how they are printed."""

import csv
import io
import json

import builders as b
import pytest

from kg.errors import QueryError
from kg.export import ExportOptions, write_all
from kg.query import Result, Term, check, read_query, render, select

NAME = Term(kind="uri", value="https://newskg.example/ontology#Claim")
PREFIXES = (("kg", "https://newskg.example/ontology#"), ("x", "https://newskg.example/"))


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    folder = tmp_path_factory.mktemp("build")
    write_all(b.sample_view(), folder, ExportOptions(), ["turtle"])
    return folder


def values(result):
    return {tuple(term and term.value for term in row) for row in result.rows}


def test_prefixes_need_no_declaration(build):
    query = "SELECT ?name { ?who org:holds ?post ; skos:prefLabel ?name }"
    assert values(select(build, query)) == {("Mara Lindqvist",)}


def test_prefixes_of_the_file_need_none_either(build):
    query = f"ASK {{ {b.RENNER.id.replace('/', ':')} a schema:Person }}"
    assert select(build, query).boolean is True


def test_a_query_may_declare_its_own(build):
    query = "PREFIX org: <http://www.w3.org/ns/org#> ASK { ?who org:holds ?post }"
    assert select(build / "graph.ttl", query).boolean is True


def test_construct_gives_triples(build):
    result = select(build, "CONSTRUCT { ?post <x:of> ?who } WHERE { ?who org:holds ?post }")
    (triple,) = result.triples
    assert [term.value for term in triple][1] == "x:of"
    assert result.variables == ("subject", "predicate", "object")


def test_unbound_variables_are_none(build):
    result = select(build, "SELECT ?who ?no { ?who org:holds ?p OPTIONAL { ?who <x:no> ?no } }")
    assert result.rows[0][1] is None


def test_literals_keep_type_and_language(tmp_path):
    file = tmp_path / "a.nt"
    file.write_text(
        '<x:s> <x:p> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .\n<x:s> <x:q> "un"@fr .\n'
    )
    result = select(file, "SELECT ?n ?w { ?s <x:p> ?n ; <x:q> ?w }")
    number, word = result.rows[0]
    assert number.datatype.endswith("#integer")
    assert (word.value, word.language) == ("un", "fr")


def test_named_graphs_are_read_as_one(tmp_path):
    file = tmp_path / "a.trig"
    file.write_text("<x:g> { <x:s> <x:p> <x:o> }")
    assert select(file, "ASK { <x:s> <x:p> <x:o> }").boolean is True


def test_wrong_syntax_is_an_error_with_its_place(build):
    with pytest.raises(QueryError, match="1:"):
        select(build, "SELECT * { ?s ?p }")


@pytest.mark.parametrize(("name", "match"), [("none.ttl", "kg build"), ("a.pdf", "no RDF file")])
def test_what_is_no_graph_is_an_error(tmp_path, name, match):
    (tmp_path / "a.pdf").write_text("hello")
    with pytest.raises(QueryError, match=match):
        select(tmp_path / name, "ASK {}")


def test_a_broken_graph_is_an_error(tmp_path):
    (tmp_path / "graph.ttl").write_text("<x:s> <x:p>")
    with pytest.raises(QueryError, match="failed"):
        select(tmp_path, "ASK {}")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service ?from { ?service ?from 'SERVICE <x:y> FROM INSERT' }",
        'ASK { ?s ?p "it said \\"FROM\\" and SERVICE"@en-from }',
        "PREFIX x: <http://from.example/service#> ASK { x:service x:from x:drop.from }",
        "ASK { ?s kgr:drop ?o ; kgr:move_from ?p } # FROM here, SERVICE there",
        "ASK { ?s kgr:want_to_drop [] . _:from kgr:load '''INSERT 'DATA' ''' }",
        "BASE <http://x.example/> PREFIX : <#> DESCRIBE <from>",
        "SELECT (COUNT(*) AS ?n) { ?a ?b ?c FILTER(?a < ?b && ?c > ?b) }",
        "# a comment first\nprefix x: <x:>\nselect * { ?s ?p ?o }",
    ],
)
def test_innocent_queries_pass_the_guard(query):
    check(query)


def test_a_query_is_read_from_a_file(tmp_path):
    file = tmp_path / "q.rq"
    file.write_text("ASK {}")
    assert read_query(str(file)) == "ASK {}"
    assert read_query("ASK {}") == "ASK {}"
    with pytest.raises(QueryError, match=r"none\.rq"):
        read_query(str(tmp_path / "none.rq"))


def test_json_is_the_standard_format():
    text = Term(kind="literal", value="é\n", datatype="http://www.w3.org/2001/XMLSchema#string")
    whole = Term(kind="literal", value="1", datatype="http://www.w3.org/2001/XMLSchema#integer")
    french = Term(kind="literal", value="un", language="fr")
    result = Result(
        form="select", variables=("a", "b", "c", "d"), rows=((NAME, text, whole, french),)
    )
    assert json.loads(render(result, "json")) == {
        "head": {"vars": ["a", "b", "c", "d"]},
        "results": {
            "bindings": [
                {
                    "a": {"type": "uri", "value": NAME.value},
                    "b": {"type": "literal", "value": "é\n"},
                    "c": {"type": "literal", "value": "1", "datatype": whole.datatype},
                    "d": {"type": "literal", "value": "un", "xml:lang": "fr"},
                }
            ]
        },
    }


def test_json_leaves_unbound_variables_out():
    result = Result(form="select", variables=("a",), rows=((None,),))
    assert json.loads(render(result, "json"))["results"]["bindings"] == [{}]


def test_csv_is_the_standard_format():
    value = Term(kind="literal", value='=1+1, "x"\n')
    node = Term(kind="bnode", value="b0")
    result = Result(form="select", variables=("a", "b", "c"), rows=((value, node, None),))
    text = render(result, "csv")
    assert text.startswith("a,b,c\r\n")
    assert list(csv.reader(io.StringIO(text, newline="")))[1] == ['=1+1, "x"\n', "_:b0", ""]


def test_tables_shorten_iris_and_long_cells():
    long = Term(kind="literal", value="word " * 40)
    result = Result(
        form="select", variables=("who", "what"), rows=((NAME, long),), prefixes=PREFIXES
    )
    line = render(result, "table").splitlines()[2]
    assert line.startswith("kg:Claim  word word")
    assert line.endswith("…")
    assert len(line) == len("kg:Claim  ") + 80


def test_tables_show_control_characters_escaped():
    evil = Term(kind="literal", value="\x1b]0;owned\x07\u202e\nnext")
    result = Result(form="select", variables=("x",), rows=((evil,),))
    table = render(result, "table")
    assert "\\x1b]0;owned\\x07\\u202e\\nnext" in table
    assert table.count("\n") == 4


def test_tables_are_aligned_for_wide_characters():
    rows = tuple((Term(kind="literal", value=word), NAME) for word in ("東京", "Ostby", "e\u0301"))
    result = Result(form="select", variables=("a", "b"), rows=rows, prefixes=PREFIXES)
    lines = render(result, "table").splitlines()
    assert lines[2] == "東京   kg:Claim"
    assert lines[3] == "Ostby  kg:Claim"
    assert lines[4] == "e\u0301      kg:Claim"


@pytest.mark.parametrize(
    ("format_", "text"),
    [("table", "yes\n"), ("csv", "true\r\n"), ("json", '{"head": {}, "boolean": true}\n')],
)
def test_yes_or_no(format_, text):
    assert render(Result(form="ask", boolean=True), format_) == text


def test_a_cut_table_says_so():
    result = Result(form="select", variables=("x",), rows=((NAME,),), truncated=True)
    assert render(result, "table").endswith("(1 row, cut at the limit)\n")


def test_an_unknown_format_is_named():
    with pytest.raises(QueryError, match="xml"):
        render(Result(form="ask", boolean=True), "xml")
