"""Q1–Q5: a query can neither write, fetch, read files nor stay too long."""

import hashlib
import socket
import threading
import time

import builders as b
import pytest

import kg.query.run
from kg.errors import QueryError, QueryRefused, QueryTimeout
from kg.export import ExportOptions, write_all
from kg.query import Limits, check, select

QUICK = Limits(timeout_s=1.0)


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    folder = tmp_path_factory.mktemp("build")
    write_all(b.sample_view(), folder, ExportOptions(), ["turtle"])
    return folder


@pytest.fixture
def unguarded(monkeypatch):
    """Take the first lock away, to try the second."""
    monkeypatch.setattr(kg.query.run, "check", str)


@pytest.fixture
def listener():
    """A server on the loopback that counts who comes."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.05)
        callers, stop = [], threading.Event()

        def serve():
            while not stop.is_set():
                try:
                    connection, address = server.accept()
                except TimeoutError:
                    continue
                callers.append(address)
                connection.close()

        thread = threading.Thread(target=serve)
        thread.start()
        yield server.getsockname()[1], callers
        stop.set()
        thread.join()


UPDATES = [
    "INSERT DATA { <x:a> <x:b> <x:c> }",
    "DELETE DATA { <x:a> <x:b> <x:c> }",
    "DELETE WHERE { ?s ?p ?o }",
    "DELETE { ?s ?p ?o } INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }",
    "WITH <x:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "LOAD <file:///etc/passwd>",
    "LOAD SILENT <http://127.0.0.1/> INTO GRAPH <x:g>",
    "CLEAR ALL",
    "DROP DEFAULT",
    "CREATE GRAPH <x:g>",
    "COPY <x:a> TO <x:b>",
    "MOVE <x:a> TO <x:b>",
    "ADD <x:a> TO <x:b>",
    "PREFIX x: <x:> insert data { x:a x:b x:c }",
    "SELECT * { ?s ?p ?o } ; DROP ALL",
    "ASK {} ; CLEAR ALL",
    "# SELECT\nDELETE WHERE { ?s ?p ?o }",
    "\\u0049NSERT DATA { <x:a> <x:b> <x:c> }",
]


@pytest.mark.parametrize("update", UPDATES)
def test_q1_updates_are_refused(update):
    with pytest.raises(QueryRefused):
        check(update)


@pytest.mark.parametrize("update", ["INSERT DATA { <x:a> <x:b> <x:c> }", "CLEAR ALL"])
def test_q1_the_engine_refuses_too_and_the_file_stays(build, unguarded, update):
    file = build / "graph.ttl"
    before = hashlib.sha256(file.read_bytes()).hexdigest()
    with pytest.raises(QueryError):
        select(build, update)
    assert hashlib.sha256(file.read_bytes()).hexdigest() == before


SERVICES = [
    "SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ SERVICE SILENT <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ VALUES ?g {{ <{url}> }} SERVICE ?g {{ ?s ?p ?o }} }}",
    "SELECT * {{ OPTIONAL {{ service <{url}> {{ ?s ?p ?o }} }} }}",
    "ASK {{ FILTER EXISTS {{ SERVICE <{url}> {{ ?s ?p ?o }} }} }}",
    "PREFIX x: <{url}> SELECT * {{ SERVICEx:a {{ ?s ?p ?o }} }}",
    "PREFIX x: <{url}> SELECT * {{ SERVICESILENTx: {{ ?s ?p ?o }} }}",
    "PREFIX : <{url}> SELECT * {{ SERVICE:a {{ ?s ?p ?o }} }}",
    "PREFIX x: <x:> SELECT * {{ ?s ?p x:.SERVICE<{url}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ ?s ?p trueSERVICE<{url}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ ?s ?p 1SERVICE<{url}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ ?s ?p 'x'SERVICE<{url}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ ?s ?p '''#'''SERVICE<{url}> {{ ?s ?p ?o }} }}",
    'SELECT * {{ ?s ?p "\\\\"SERVICE<{url}> {{ ?s ?p ?o }} }}',
    "SELECT * {{ # no <\nSERVICE <{url}> {{ ?s ?p ?o }} # >\n }}",
    "SELECT * {{ \\u0053ERVICE <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ ?s ?p '\\u0027' . \\u0053ERVICE <{url}> {{ }} ?s ?p '\\u0027' }}",
    "SELECT * {{ FILTER(?a<1) SERVICE <{url}> {{ ?s ?p ?o }} FILTER(?b>1) }}",
    "SELECT * {{ {{ SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }} }} }}",
    "CONSTRUCT {{ ?s ?p ?o }} WHERE {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
]


@pytest.mark.parametrize("template", SERVICES)
def test_q2_no_query_gets_a_service_past_the_guard(template):
    with pytest.raises(QueryRefused, match="SERVICE"):
        check(template.format(url="http://127.0.0.1:9000/"))


def test_q2_the_process_cannot_call_even_without_the_guard(build, unguarded, listener):
    port, callers = listener
    for template in SERVICES[:5]:
        try:
            result = select(build, template.format(url=f"http://127.0.0.1:{port}/"))
        except QueryError:
            continue
        # SILENT hides the error; it must not have got any row from there either.
        assert all(term is None for row in result.rows for term in row)
    assert callers == []


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM <{url}> {{ ?s ?p ?o }}",
        "SELECT * FROM NAMED <{url}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
        "ASK from<{url}>{{ ?s ?p ?o }}",
        "CONSTRUCT FROM <{url}> WHERE {{ ?s ?p ?o }}",
        "PREFIX f: <{url}> SELECT*FROM f: WHERE {{ ?s ?p ?o }}",
        "SELECT * \\u0046ROM <{url}> {{ ?s ?p ?o }}",
    ],
)
def test_q3_other_data_cannot_be_named(query):
    with pytest.raises(QueryRefused, match="FROM"):
        check(query.format(url="file:///etc/passwd"))


def test_q3_a_file_beside_the_graph_stays_unread(build, unguarded, tmp_path):
    canary = tmp_path / "canary.ttl"
    canary.write_text('<x:secret> <x:is> "canary-7391" .')
    for clause in (f"FROM <{canary.as_uri()}>", f"FROM NAMED <{canary.as_uri()}>"):
        result = select(
            build, f"SELECT * {clause} {{ {{ ?s ?p ?o }} UNION {{ GRAPH ?g {{ ?s ?p ?o }} }} }}"
        )
        assert "canary-7391" not in str(result)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
        "SELECT (COUNT(*) AS ?n) { ?a (!<x:q>|^!<x:q>)* ?b . ?c (!<x:r>|^!<x:r>)* ?d }",
        "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(CONCAT(STR(?a), STR(?d), STR(?g)) = 'no') }",
    ],
)
def test_q4_long_queries_are_stopped(build, query):
    begin = time.monotonic()
    with pytest.raises(QueryTimeout, match="1 s"):
        select(build, query, limits=QUICK)
    assert time.monotonic() - begin < 20  # on a busy machine too


def test_q4_memory_is_limited(build):
    small = Limits(timeout_s=20, memory_bytes=64 * 1024 * 1024)
    with pytest.raises(QueryError, match="64 MB"):
        select(build, "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?i", limits=small)


def test_q4_rows_are_cut_and_the_result_says_so(build):
    result = select(build, "SELECT * { ?a ?b ?c . ?d ?e ?f }", limits=Limits(rows=25))
    assert (len(result.rows), result.truncated) == (25, True)


@pytest.mark.parametrize(
    "query", ["ASK {" + "{" * 5000 + "}" * 5000 + "}", "ASK { FILTER(" + "(" * 5000]
)
def test_q4_deep_nesting_is_an_error_not_a_crash(build, query):
    with pytest.raises(QueryError):
        select(build, query)


def test_q4_a_huge_query_is_refused():
    with pytest.raises(QueryRefused, match="characters"):
        check("ASK {" + " " * 300_000 + "}")


def test_q4_the_next_query_answers(build):
    with pytest.raises(QueryTimeout):
        select(
            build,
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
            limits=QUICK,
        )
    assert select(build, "ASK { ?person org:holds ?post }").boolean is True


def test_q5_regular_expressions_are_linear(tmp_path):
    file = tmp_path / "a.ttl"
    file.write_text(f'<x:s> <x:p> "{"a" * 5000}!" .')
    result = select(file, 'SELECT ?o { ?s ?p ?o FILTER(REGEX(?o, "^(a+)+$")) }')
    assert result.rows == ()


def test_the_guard_itself_is_fast():
    begin = time.monotonic()
    for piece in ("PREFIX ", "\\u0041", "'", '"""', "<", "a:", "# ", "?", "SELECT "):
        with pytest.raises(QueryRefused):
            check("X" + piece * (190_000 // len(piece)))
    assert time.monotonic() - begin < 20
