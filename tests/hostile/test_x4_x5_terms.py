"""X4, X5: no text and no address can break the graph or say more than it should."""

from io import BytesIO

import builders as b
import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.export import ExportOptions
from kg.export.rdf import iri, literal, text, when
from kg.export.turtle import write
from kg.model import Literal

SETTINGS = settings(max_examples=120, deadline=None)
TRIPLE = "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n<x:s> <x:p> {} .\n"
NASTY = [
    '"', "\\", '\\"', '"""', "'''", 'ends in "', "ends in \\", "\\u0041", "a\rb", "a\r\nb", "a\nb",
    "\t", "\b\f", "\0", "\x7f", "\x85", "\u2028\u2029", "\ufeff", "\ufffe", "\U0001f600", "é",
    '" . <x:s> <x:p> <x:evil> . #', "en\n", "@en", "^^<x:y>", "}", "<", "\u202e",
]  # fmt: skip
ADDRESSES = [
    "https://x.example/> <x:evil> <x:evil> . <x:a", 'https://x.example/"', "https://x.example/a b",
    "https://x.example/\n", "https://x.example/\\u003e", "", "relative", "//x.example",
    "https://x.example/{}", "https://x.example/" + "a" * 20_000, "https://[::1", "urn:", "x:\0",
    "https://x.example/%zz", "https://x.example/é", "HTTPS://X.EXAMPLE/", "javascript:alert(1)",
]  # fmt: skip


def with_oxigraph(turtle):
    (quad,) = ox.parse(turtle.encode(), format=ox.RdfFormat.TURTLE)
    return quad.object


def with_rdflib(turtle):
    (triple,) = rdflib.Graph().parse(data=turtle.encode(), format="turtle")
    return triple[2]


def check_text(value):
    turtle = TRIPLE.format(text(value))
    assert with_oxigraph(turtle).value == value
    assert str(with_rdflib(turtle)) == value


@pytest.mark.parametrize("value", NASTY)
def test_nasty_texts_come_back_exactly(value):
    check_text(value)


@SETTINGS
@given(st.text())
def test_any_text_comes_back_exactly(value):
    check_text(value)


@SETTINGS
@given(st.text(alphabet='0123456789-+.:TZWP/ "\\\n^', max_size=24))
def test_any_value_comes_back_exactly_whatever_its_type(value):
    turtle = TRIPLE.format(when(value))
    assert with_oxigraph(turtle).value == value
    assert str(with_rdflib(turtle)) == value


@SETTINGS
@given(
    st.text(max_size=30),
    st.sampled_from(["xsd:integer", "xsd:decimal", "xsd:date", "xsd:boolean", "xsd:x> .", ""]),
)
def test_any_literal_comes_back_exactly(value, datatype):
    turtle = TRIPLE.format(literal(Literal(value=value, datatype=datatype)))
    assert with_oxigraph(turtle).value == value


@SETTINGS
@given(st.text(max_size=40).map(lambda tail: "https://x.example/" + tail))
def test_an_address_is_an_iri_for_both_parsers_or_none(address):
    term = iri(address)
    if term is None:
        return
    assert with_oxigraph(TRIPLE.format(term)).value == address
    assert str(with_rdflib(TRIPLE.format(term))) == address


def graph_of(view):
    out = BytesIO()
    write(view, out, ExportOptions())
    found = {quad.triple for quad in ox.parse(out.getvalue(), format=ox.RdfFormat.TURTLE)}
    assert len(rdflib.Graph().parse(data=out.getvalue(), format="turtle")) == len(found)
    return found


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_says_nothing_but_itself(address):
    plain = graph_of(b.make_view(articles=(b.ARTICLE_ONE,), entities=(b.LINDQVIST,)))
    article = b.replace(b.ARTICLE_ONE, url=address)
    person = b.replace(b.LINDQVIST, same_as=(address,))
    found = graph_of(b.make_view(articles=(article,), entities=(person,)))
    assert {t.subject for t in found} == {t.subject for t in plain}
    assert len(found) == len(plain) - (0 if address else 1)
    written = {t.object.value for t in found}
    assert not address or address in written


def test_a_script_is_no_link():
    article = b.replace(b.ARTICLE_ONE, url="javascript:alert(1)")
    objects = {triple.object for triple in graph_of(b.make_view(articles=(article,)))}
    assert ox.Literal("javascript:alert(1)") in objects


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(NASTY) | st.text(max_size=20))
def test_a_hostile_text_adds_no_triple_anywhere(value):
    plain = graph_of(graph_with("plain"))
    assert len(graph_of(graph_with("x" + value))) == len(plain)


def graph_with(word):
    """Return a view in which every free string is ``word``."""
    article = b.replace(
        b.ARTICLE_ONE, title=word, publisher=word, author=word, published=word, keywords=(word,)
    )
    person = b.replace(b.LINDQVIST, name=word, aliases=(word + "2",), same_as=(), close_match=())
    post = b.replace(b.FINANCE_MINISTER, name=word)
    source = b.replace(b.OFFER_CLAIM.attribution[0], cue=word)
    claim = b.replace(
        b.OFFER_CLAIM,
        predicate=b.replace(b.OFFER_CLAIM.predicate, lemma=word, label=word),
        object=Literal(value=word),
        qualifiers=(b.Qualifier(role=word, name=word, value=word),),
        attribution=(source,),
        evidence=b.replace(b.OFFER_CLAIM.evidence, quote=word, extractor=word, field=word),
    )
    statement = b.replace(b.STATEMENTS[2], since="s" + word, until="u" + word)
    return b.make_view(
        articles=(article,), entities=(person, post), claims=(claim,), statements=(statement,)
    )
