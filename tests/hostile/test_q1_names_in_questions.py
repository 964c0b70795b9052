"""Q1: names that strangers chose, in articles or on the command line, stay data in a question."""

import builders as b
import pytest

from kg.cli.main import main
from kg.export import ExportOptions, write_all

EVIL = (
    '" } } INSERT DATA { <x:a> <x:b> <x:c> } #',
    "x> } SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } #",
    "'''\"\"\"",
    "?who",
    "\\u0022 } DROP ALL #",
    "}",
)


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    people = tuple(
        b.entity("Person", f"Evil {n}", aliases=(name,), articles=1, mentions=1)
        for n, name in enumerate(EVIL)
    )
    sample = b.sample_view()
    view = b.make_view(
        articles=sample.article_rows,
        entities=(*b.ENTITIES, *people),
        claims=b.CLAIMS,
        statements=b.STATEMENTS,
    )
    folder = tmp_path_factory.mktemp("evil")
    write_all(view, folder, ExportOptions(), ["turtle"])
    return folder


@pytest.mark.parametrize("number", range(len(EVIL)))
@pytest.mark.parametrize("question", ["declined", "said", "timeline"])
def test_q1_an_evil_name_of_the_graph_is_asked_about_like_any_other(
    build, question, number, capsys
):
    graph = (build / "graph.ttl").read_bytes()
    assert main(["ask", question, f"Evil {number}", "--out", str(build)]) == 0
    assert capsys.readouterr().out == "(0 answers)\n"
    assert (build / "graph.ttl").read_bytes() == graph


@pytest.mark.parametrize("typed", EVIL)
def test_q1_an_evil_name_that_is_typed_is_looked_up_or_unknown(build, typed, capsys):
    assert main(["ask", "said", f"no {typed}", "--out", str(build)]) == 1
    assert "nothing in the graph is called" in capsys.readouterr().err
    assert main(["ask", "said", f"speaker={typed}", "--out", str(build)]) == 0
    assert capsys.readouterr().out == "(0 answers)\n"
