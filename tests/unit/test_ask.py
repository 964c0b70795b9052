"""The ready-made questions: what is typed, who is meant, what is answered, how it is printed."""

from dataclasses import replace

import builders as b
import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from kg.cli.main import app, main
from kg.errors import QueryError
from kg.export import ExportOptions, write_all
from kg.query import (
    Named,
    Result,
    Term,
    bind,
    check,
    fill,
    names,
    passages,
    question,
    questions,
    resolve,
)
from kg.query.paths import shortest

WANTED = {
    "contradictions", "declined", "denied", "met", "names", "new", "path", "posts", "said",
    "tellings", "timeline", "unnamed",
}  # fmt: skip


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ask")
    write_all(b.sample_view(), folder, ExportOptions(), ["turtle"])
    return folder


def answered(build, *argv):
    result = CliRunner().invoke(app, ["ask", *argv, "--out", str(build)])
    assert result.exit_code == 0, result.exception
    return result.stdout


# --- what there is to ask --------------------------------------------------------------------


def test_the_questions_of_a_newsroom_are_there():
    assert {one.name for one in questions()} == WANTED


@pytest.mark.parametrize("asked", questions(), ids=lambda one: one.name)
def test_every_question_says_what_it_asks_and_passes_the_guard(asked):
    assert asked.title.endswith("?")
    assert asked.about
    assert {one.kind for one in asked.parameters} <= {"thing", "names", "role", "publisher", "date"}
    check(asked.sparql)


@pytest.mark.parametrize("asked", questions(), ids=lambda one: one.name)
def test_every_parameter_has_its_place_in_the_query(asked):
    for one in asked.parameters:
        assert "urn:x-place" in fill(asked, {one.name: [Term(kind="uri", value="urn:x-place")]})


def test_an_unknown_question_is_named_with_the_known_ones():
    with pytest.raises(QueryError, match=r"gossip.*said"):
        question("gossip")


# --- how a parameter gets into a query -------------------------------------------------------


def test_several_terms_stand_side_by_side():
    terms = [Term(kind="literal", value="A"), Term(kind="literal", value="B")]
    assert 'VALUES ?name { "A" "B" }' in fill(question("declined"), {"name": terms})


def test_filling_twice_replaces():
    asked = question("new")
    filled = fill(asked, {"since": [Term(kind="literal", value="2031")]})
    assert 'VALUES ?since { "2031" }' in filled
    assert '"2017-06-01"' not in filled


def test_a_place_that_is_not_there_is_an_error():
    with pytest.raises(QueryError, match="nobody"):
        fill(question("said"), {"nobody": [Term(kind="uri", value="x:y")]})


@pytest.mark.parametrize(
    "evil", ["x:y> } INSERT DATA { <x:a> <x:b> <x:c> } #", "no iri", "", "x:\n", "x:{}"]
)
def test_what_is_no_iri_is_refused(evil):
    with pytest.raises(QueryError, match="cannot be asked about"):
        fill(question("said"), {"speaker": [Term(kind="uri", value=evil)]})


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_text_breaks_out_of_its_literal(text):
    filled = fill(question("declined"), {"name": [Term(kind="literal", value=text)]})
    values = filled.partition("VALUES ?name { ")[2].partition(" }\n  ?relation")[0]
    (row,) = ox.Store().query(f"SELECT ?name {{ VALUES ?name {{ {values} }} }}")
    assert row["name"].value == text
    assert len(list(ox.Store().query(filled))) == 0  # it is one whole query still


# --- what is typed ---------------------------------------------------------------------------


def test_values_go_to_parameters_in_order_or_by_name():
    assert bind(question("met"), ["A", "B"]) == {"person": "A", "other": "B"}
    assert bind(question("met"), ["other=B", "A"]) == {"other": "B", "person": "A"}
    assert bind(question("met"), ["E=mc2"]) == {"person": "E=mc2"}
    assert bind(question("met"), []) == {}


@pytest.mark.parametrize(
    ("name", "typed", "match"),
    [
        ("said", ["A", "B"], "no use for 'B'"),
        ("path", ["A"], "needs y"),
        ("new", [], "needs since"),
        ("met", ["A", "person=B", "C"], "no use for 'C'"),
    ],
)
def test_too_much_or_too_little_is_an_error(name, typed, match):
    with pytest.raises(QueryError, match=match):
        bind(question(name), typed)


@pytest.mark.parametrize("typed", ["yesterday", "2031-13-01", "2031-02-30", "31", "2031' . } #"])
def test_what_is_no_date_is_an_error(build, typed, capsys):
    assert main(["ask", "new", typed, "--out", str(build)]) == 1
    assert "no date" in capsys.readouterr().err


# --- who is meant ----------------------------------------------------------------------------


def named(iri, name, *aliases, kind="person", articles=1):
    return Named(iri=iri, name=name, kind=kind, called=(name, *aliases), articles=articles)


KNOWN = (
    named("https://n.example/person/mara-1", "Mara J. Lindqvist", "Mara Lindqvist", articles=3),
    named("https://n.example/person/emil-2", "Emil Lindqvist", "Lindqvist"),
    named("https://n.example/person/dusan-3", "Dušan Marković"),
    named("https://n.example/place/ostby-4", "Ostby", kind="place"),
    named("https://n.example/organization/ostby-5", "Ostby", kind="organization"),
    named("https://n.example/role/mayor-6", "mayor", kind="role"),
    named("https://n.example/publisher/c-7", "The Norhaven Courier", kind="publisher"),
)


@pytest.mark.parametrize(
    ("typed", "kind", "iri"),
    [
        ("Mara Lindqvist", "thing", "mara-1"),
        ("mara j lindqvist", "thing", "mara-1"),
        ("Mara", "thing", "mara-1"),
        ("Lindqvist", "thing", "emil-2"),  # a whole name goes before a part of one
        ("markovic", "thing", "dusan-3"),
        ("Dušan M", "thing", "dusan-3"),
        ("place/ostby-4", "thing", "ostby-4"),
        ("place:ostby-4", "thing", "ostby-4"),
        ("https://n.example/organization/ostby-5", "thing", "ostby-5"),
        ("Mayor", "role", "mayor-6"),
        ("norhaven courier", "publisher", "c-7"),
    ],
)
def test_who_is_meant(typed, kind, iri):
    assert resolve(typed, KNOWN, kind).iri.endswith(iri)


def test_where_several_fit_they_are_listed():
    with pytest.raises(QueryError) as error:
        resolve("Ostby", KNOWN, "thing")
    assert "place, 1 article, place/ostby-4" in str(error.value)
    assert "organization, 1 article, organization/ostby-5" in str(error.value)


@pytest.mark.parametrize(
    ("typed", "match"), [("Lindquist", "Lindqvist"), ("mayor", "kg ask names"), ("", "kg ask")]
)
def test_where_nobody_fits_the_error_helps(typed, match):
    with pytest.raises(QueryError, match=match):
        resolve(typed, KNOWN, "thing")


@pytest.mark.parametrize("typed", ["person/renner-00", "person:renner-00"])
def test_an_id_of_an_earlier_build_is_that_of_what_replaced_it(tmp_path, typed):
    rows = [
        replace(e, former_ids=("person/renner-00",)) if e.name == "Tobias Renner" else e
        for e in b.ENTITIES
    ]
    view = replace(b.sample_view(), entity_rows=tuple(rows))
    write_all(view, tmp_path, ExportOptions(), ["turtle"])
    by_name = answered(tmp_path, "said", "Tobias Renner")
    assert by_name
    assert answered(tmp_path, "said", typed) == by_name


def test_names_are_those_that_articles_share(build):
    found = {one.name: one for one in names(build)}
    assert "Mr. Renner" in found["Tobias Renner"].called
    assert found["finance minister"].kind in ("post", "role")
    assert all(one.articles or one.kind == "role" for one in found.values())


# --- the shortest path -----------------------------------------------------------------------


def test_the_shortest_chain_wins_and_each_step_says_where_it_leads():
    links = {
        "c1": ("a", "b"),
        "c2": ("b", "c"),
        "c3": ("c", "d"),
        "c4": ("a", "x"),
        "c5": ("x", "d"),
    }
    assert shortest(links, "a", "d") == (("c4", "x"), ("c5", "d"))


def test_of_equal_chains_the_one_through_what_is_less_talked_of_wins():
    links = {"c1": ("a", "hub"), "c2": ("hub", "z"), "c3": ("hub", "y"), "c4": ("hub", "x")}
    links |= {"d1": ("a", "village"), "d2": ("village", "z")}
    assert shortest(links, "a", "z") == (("d1", "village"), ("d2", "z"))


def test_without_a_link_there_is_no_chain():
    assert shortest({"c1": ("a", "b"), "c2": ("c", "d")}, "a", "d") == ()
    assert shortest({}, "a", "d") == ()


# --- answers ---------------------------------------------------------------------------------


def test_without_a_question_they_are_listed(build):
    out = answered(build)
    assert all(f"{one.name:<15} {one.title}" in out for one in questions())
    assert "since: the first day" in out


@pytest.mark.parametrize(
    ("argv", "expected"),
    [
        (["posts", "lindqvist"], ["finance minister", "Mara Lindqvist"]),
        (["said", "Renner"], ["Tobias Renner", "cue: "]),
        (["path", "Lindqvist", "Renner"], ["1. Mara Lindqvist – Tobias Renner"]),
        (["met", "Renner"], ["with: Tobias Renner", "when: 2031-03/2031-05"]),
        (["unnamed"], ["how: reported"]),
        (["names"], ["Mr. Renner"]),
        (["new", "2031"], ["2031-"]),
        (["timeline", "Tobias Renner"], ["how: "]),
    ],
)
def test_answers_have_their_evidence(build, argv, expected):
    out = answered(build, *argv)
    assert all(words in out for words in expected)
    if argv != ["names"]:
        assert "      “" in out


def test_the_query_can_be_taken_elsewhere(build):
    out = answered(build, "said", "Renner", "--sparql")
    assert out.startswith("# What did X say")
    assert f"{b.RENNER.id}> }}" in out


def test_other_formats_are_those_of_queries(build):
    assert answered(build, "posts", "--format", "csv").startswith("post,who,status,since")
    assert answered(build, "posts", "--format", "json").startswith('{"head"')
    assert "─" in answered(build, "posts", "--format", "table")


def test_an_unknown_question_is_wrong_usage(build):
    assert main(["ask", "gossip", "--out", str(build)]) == 2


def test_nobody_of_that_name_is_a_failure(build, capsys):
    assert main(["ask", "said", "Nobody", "--out", str(build)]) == 1
    assert "called 'Nobody'" in capsys.readouterr().err


def test_control_characters_do_not_steer_the_terminal():
    term = Term(kind="literal", value="\x1b]0;owned\x07")
    out = passages(Result(form="select", variables=("a", "b", "quote"), rows=((term,) * 3,)))
    assert "\x1b" not in out
    assert out.count("\\x1b") == 3


def test_rows_of_one_heading_stand_together():
    def row(*values):
        return tuple(Term(kind="literal", value=value) if value else None for value in values)

    rows = (row("A", "x", "1", "q"), row("A", "y", "", "r"), row("B", "", "2", ""))
    result = Result(form="select", variables=("who", "what", "seen_first", "quote"), rows=rows)
    assert passages(result) == (
        "A\n  x (seen first: 1)\n      “q”\n  y\n      “r”\n\nB\n  – (seen first: 2)\n\n(3 answers)\n"
    )
