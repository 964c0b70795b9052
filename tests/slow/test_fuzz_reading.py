"""Very many made-up texts, files and queries: nothing raises but our errors, nothing takes long."""

import io
import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib.plugins.sparql.parser import parseQuery

from kg.errors import KgError, QueryRefused
from kg.model import Article, Issue
from kg.query import check
from kg.sources import read
from kg.text import canonical, decode, furniture, one_line, parse_date, speaker_label

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

MANY = settings(
    max_examples=2_000,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
SEEDS = tuple(
    path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))
)
LONG_CHARS = 60_000
LONG_S = 2.0
"""Of processor time for a long text: linear work takes a tenth of it, quadratic work minutes."""

MARKS = st.sampled_from(
    [
        "\x00", "\x1b[31m", "\x85", "\xa0", "\xad", "\u0301", "\u0344", "\u061c", "\u200b", "\u200d",
        "\u200f", "\u202e", "\u2028", "\u2029", "\u2066", "\ufeff", "\ufffd", "\ufdd0", "\U000e0041",
        "\U0001f9d1\u200d\U0001f680", "\r", "\r\n", "\n\n", "\t", "\v", "\f", ".", "...", "…", "?!",
        "“", "”", "‘", "’", '"', "'", "(", ")", "[", "]", "«", "»", "—", "-", "_", "%", "$", "@", "#",
        "/", "\\", "://", "www.", ".com", "Mr.", "U.S.", "p.m.", "Q: ", "A: ", "HOLM: ", "By ", "1,000",
        "3.5bn", "June 6, 2017", "2017-06-06", "Reporting by ", "Photo: ", "<p>", "&amp;", "{", "}",
        "שלום", "مرحبا", "你好", "ﬁ", "Å", "İ", "ß", "ǆ",
    ]
)  # fmt: skip
WOVEN = st.lists(
    MARKS | st.text(max_size=8) | st.sampled_from("The mayor left".split()), max_size=60
)
UNITS = st.lists(MARKS | st.characters(codec="utf-8"), min_size=1, max_size=4).map("".join)


@st.composite
def damaged(draw):
    """Draw a seed article with stretches cut, repeated, swapped or spoilt."""
    text = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 12))):
        at, length = draw(st.integers(0, len(text))), draw(st.integers(0, 200))
        piece = draw(st.one_of(MARKS, st.just(""), st.just(text[at : at + length] * 2), UNITS))
        text = text[:at] + piece + text[at + draw(st.sampled_from([0, length])) :]
    return text


TEXTS = st.one_of(st.text(), WOVEN.map("".join), damaged())


def read_bytes(data):
    return list(read(["-"], stdin=io.BytesIO(data)))


# --- texts ----------------------------------------------------------------------------------


@MANY
@given(TEXTS)
def test_canonical_text_is_a_fixed_point_without_anything_hidden(text):
    once = canonical(text)

    assert canonical(once) == once
    assert not re.search(
        r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff]", once
    )
    once.encode("utf-8")


@MANY
@given(TEXTS)
def test_what_reads_a_text_never_raises_and_stays_inside(text):
    text = canonical(text)
    for found in furniture(text):
        assert 0 <= found.start < found.end <= len(text)
    for line in text.split("\n"):
        parse_date(line)
        speaker_label(line)
        assert "\n" not in one_line(line)


@settings(MANY, max_examples=300)
@given(UNITS)
def test_a_long_text_of_one_pattern_takes_no_time(unit):
    text = (unit * LONG_CHARS)[:LONG_CHARS]
    begin = time.process_time()
    furniture(canonical(text))
    read_bytes(json.dumps({"text": text}).encode())

    assert time.process_time() - begin < LONG_S


# --- files ----------------------------------------------------------------------------------


@settings(MANY, suppress_health_check=list(HealthCheck))
@given(st.binary() | TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")), st.data())
def test_any_file_is_articles_and_issues(tmp_path_factory, data, draws):
    encoding = draws.draw(st.sampled_from(["", "utf-8-sig", "utf-16", "cp1252", "utf-32-be"]))
    if encoding:
        data = data.decode("utf-8", "replace").encode(encoding, "replace")
    folder = tmp_path_factory.getbasetemp()
    (folder / "any.txt").write_bytes(data)

    found = list(read([folder / "any.txt"]))

    assert len([one for one in found if isinstance(one, Article)]) <= 1
    assert all(isinstance(one, Article) or (one.code and one.message) for one in found)


@MANY
@given(damaged())
def test_an_article_is_read_the_same_when_what_was_read_is_read_again(text):
    line = json.dumps({"text": text, "date": "2031-06-06"}).encode()
    for article in (one for one in read_bytes(line) if isinstance(one, Article)):
        again = json.dumps({"text": article.text, "date": article.published}).encode()

        assert [one.text for one in read_bytes(again) if isinstance(one, Article)] == [article.text]


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from("text url title date published publisher author keywords x".split()),
            inner,
        )
    ),
    max_leaves=8,
)


@MANY
@given(st.lists(JSON.map(json.dumps) | TEXTS, max_size=4), st.integers(0, 400))
def test_any_lines_are_articles_and_issues(lines, cut):
    data = "\n".join(lines).encode("utf-8", "surrogatepass")

    assert all(isinstance(one, Article | Issue) for one in read_bytes(data[: len(data) - cut]))


@MANY
@given(st.binary())
def test_bytes_are_text_or_refused(data):
    try:
        text = decode(data)
    except KgError as error:
        assert str(error)  # noqa: PT017 - most bytes are refused, and each must say why
    else:
        canonical(text)


# --- queries --------------------------------------------------------------------------------

# Where a word is only a word: texts, names, comments, variables.
HARMLESS = st.sampled_from(
    [
        '?s ?p "SERVICE <x:y> {}" .', "?s ?p 'FROM' .", "?s ?p 'it\\'s SERVICE' .", '?s ?p "\\"FROM" .',
        "?s ?p '''a ' SERVICE '' b''' .", '?s ?p """a " FROM "" b""" .', "?s <x:SERVICE#FROM> ?o .",
        "?FROM ?p ?SERVICE .", "?s ?p 'x'@en-service .", "# SERVICE <x:y> {} ' \"\n", "# it's\n",
        "FILTER(?s < ?o && ?o > 1)", "FILTER(?s<?o&&?o>1)", "OPTIONAL { ?s ?p 1.5e3 }", "?s ?p _:a .",
        "?s ?p 'x'^^<x:FROM> .", "{ ?s ?p ?o } UNION { ?o ?p ?s }", "BIND('#' AS ?b)", "?s ?p '\\\\' .",
        "VALUES ?v { 'LOAD' \"DROP\" }",
    ]
)  # fmt: skip
NEIGHBOURS = HARMLESS | st.just("?s ?p '\\u0027' .")  # itself suspect: it may close its text
HARMFUL = st.sampled_from(
    [
        "SERVICE <x:y> { ?s ?p ?o }", "service<x:y>{?s ?p ?o}", "SeRvIcE SILENT <x:y> { }",
        "SERVICE ?s { ?s ?p ?o }", "SERVICE#'\n<x:y> { ?s ?p ?o }", "OPTIONAL { SERVICE <x:y> { } }",
        "SERVICEex:a { ?s ?p ?o }", "\\u0053ERVICE <x:y> { }", "S\\u0045RVIC\\U00000045 <x:y> { }",
        "{ SELECT * { SERVICE <x:y> { } } }", "FILTER EXISTS { SERVICE <x:y> { } }",
        "GRAPH ?g { SERVICE <x:y> { ?s ?p ?o } }", "MINUS { SERVICE<x:'> { } }",
    ]
)  # fmt: skip
FORMS = st.sampled_from(
    [
        "SELECT * {", "select ?s where {", "ASK {", "CONSTRUCT { ?s ?p ?o } {", "SELECT(1 AS ?x) {",
        "PREFIX ex: <x:> SELECT * {", "BASE <x:y> PREFIX : <x:> ASK {", "# it's\nSELECT * {",
    ]
)  # fmt: skip
TOKENS = st.sampled_from(
    [
        *"SELECT ASK CONSTRUCT SERVICE FROM NAMED INSERT LOAD WHERE FILTER OPTIONAL UNION".split(),
        *"GRAPH PREFIX BASE * { } ( ) < > <x:y> <x:SERVICE> ?s ?p $FROM ex: ex:SERVICE : .".split(),
        *"; , 'a' \"b\" ' \" ''' \"\"\" \\ \\u0053 # @en ^^ 1 && ||".split(),
        *("\n", "\r", "\x00", "SERVICE <x:y> {}", "FROM <x:y>"),
    ]
)  # fmt: skip


@MANY
@given(st.text() | st.lists(TOKENS, max_size=40).map(" ".join) | st.lists(TOKENS).map("".join))
def test_a_query_is_taken_or_refused(query):
    try:
        check(query)
    except QueryRefused as error:
        assert str(error)  # noqa: PT017 - most of them are refused, and each must say why
    else:
        assert not fetches(query)


@MANY
@given(FORMS, st.lists(HARMLESS, max_size=6))
def test_words_in_texts_names_and_comments_do_no_harm(form, items):
    check(f"{form} {' '.join(items)} }}")


@MANY
@given(FORMS, st.lists(NEIGHBOURS, max_size=4), HARMFUL, st.lists(NEIGHBOURS, max_size=4))
def test_no_neighbour_hides_a_service(form, before, harmful, after):
    with pytest.raises(QueryRefused):
        check(f"{form} {' '.join([*before, harmful, *after])} }}")


@settings(MANY, max_examples=300)
@given(st.lists(TOKENS, min_size=1, max_size=4))
def test_a_long_query_of_one_pattern_is_judged_in_no_time(tokens):
    begin = time.process_time()
    try:
        check(("SELECT * { " + " ".join(tokens) * 50_000)[:200_000])
    except QueryRefused:
        pass
    finally:
        assert time.process_time() - begin < LONG_S


def fetches(query):
    """Tell whether another reader of SPARQL finds a service or other data in a query."""
    try:
        parsed = parseQuery(query)
    except Exception:  # noqa: BLE001 - the reader raises many things; what it cannot read is no query
        return False
    return "ServiceGraphPattern" in repr(parsed) or "DatasetClause" in repr(parsed)
