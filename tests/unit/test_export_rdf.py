"""Names, texts and dates as RDF terms."""

import pytest

from kg.errors import ExportError, OntologyError
from kg.export.rdf import Terms, decimal, instant, iri, literal, stamps, text, web, when
from kg.model import Literal

BASE = "https://newskg.example/id/"


@pytest.mark.parametrize(
    ("value", "term"),
    [
        ("2031-06-07", '"2031-06-07"^^xsd:date'),
        ("2031-06", '"2031-06"^^xsd:gYearMonth'),
        ("2031", '"2031"^^xsd:gYear'),
        ("2031-06-07T21:05:00Z", '"2031-06-07T21:05:00Z"^^xsd:dateTime'),
        ("2031-02-30", '"2031-02-30"'),
        ("2031-13", '"2031-13"'),
        ("2031-06-07T21:05", '"2031-06-07T21:05"'),
        ("0000", '"0000"'),
        ("٢٠٣١", '"٢٠٣١"'),
        ("in spring", '"in spring"'),
    ],
)
def test_dates_are_as_precise_as_they_are(value, term):
    assert when(value) == term


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2031-06-07", [("sem:hasTimeStamp", '"2031-06-07"^^xsd:date')]),
        (
            "2031-03/2031-05-02",
            [
                ("sem:hasBeginTimeStamp", '"2031-03"^^xsd:gYearMonth'),
                ("sem:hasEndTimeStamp", '"2031-05-02"^^xsd:date'),
            ],
        ),
        (
            "2017-W20",
            [
                ("sem:hasBeginTimeStamp", '"2017-05-15"^^xsd:date'),
                ("sem:hasEndTimeStamp", '"2017-05-21"^^xsd:date'),
            ],
        ),
        ("../2031", [("sem:hasEndTimeStamp", '"2031"^^xsd:gYear')]),
        ("2017-W54", []),
        ("P3D", []),
        ("", []),
    ],
)
def test_time_stamps(value, expected):
    assert stamps(value) == expected


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("2031", "time:inXSDgYear"),
        ("2031-06", "time:inXSDgYearMonth"),
        ("2031-06-07", "time:inXSDDate"),
    ],
)
def test_instants(value, name):
    assert instant(value) == (name, when(value))


def test_an_unknown_form_is_no_instant():
    assert instant("2031-W20") is None


@pytest.mark.parametrize(
    ("value", "datatype", "term"),
    [
        ("412", "xsd:integer", '"412"^^xsd:integer'),
        ("1,000", "xsd:integer", '"1,000"'),
        ("4.5", "xsd:decimal", '"4.5"^^xsd:decimal'),
        (".", "xsd:decimal", '"."'),
        ("yes", "xsd:boolean", '"yes"'),
        ("P3D", "xsd:duration", '"P3D"^^xsd:duration'),
        ("PT", "xsd:duration", '"PT"'),
        ("x", "xsd:string", '"x"'),
        ("5", "evil:type> .", '"5"'),
    ],
)
def test_a_literal_whose_form_is_wrong_is_text(value, datatype, term):
    assert literal(Literal(value=value, datatype=datatype)) == term


@pytest.mark.parametrize(
    ("value", "term"), [(0.87, "0.87"), (1, "1.0"), (0, "0.0"), (1 / 3, "0.3333")]
)
def test_decimals_have_at_most_four_places(value, term):
    assert decimal(value) == term


def test_texts_are_escaped():
    assert text('a"b\\c\nd\re\tf\0') == '"a\\"b\\\\c\\nd\\re\\tf\\u0000"'


def test_half_a_surrogate_pair_is_replaced():
    assert text("a\ud83d") == '"a�"'


@pytest.mark.parametrize(
    "address",
    [
        "",
        "relative/path",
        "a b:c",
        "https://x/a b",
        "https://x/<y>",
        "https://x/\n",
        "https://x/\\u003e",
    ],
)
def test_what_is_no_iri_is_none(address):
    assert iri(address) is None


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "//x.example/", "https:"]
)
def test_only_web_addresses_become_links(address):
    assert web(address).startswith('"')


def test_a_web_address_is_an_iri():
    assert web("https://x.example/é?q=1#z") == "<https://x.example/é?q=1#z>"


def test_ids_are_shortened_where_a_prefix_allows():
    terms = Terms(BASE)
    assert terms.node("person/mara-0c806176") == "person:mara-0c806176"
    assert terms.node("unknown/mara") == f"<{BASE}unknown/mara>"
    assert terms.node("person/a> <b") == f"<{BASE}person/a%3E%20%3Cb>"


@pytest.mark.parametrize("base", ["", "no scheme", "https://x/<", "relative/"])
def test_a_base_that_is_no_iri_is_refused(base):
    with pytest.raises(ExportError, match="base"):
        Terms(base)


def test_a_relation_that_is_not_listed_is_refused():
    with pytest.raises(OntologyError, match="org:holdz"):
        Terms(BASE).relation("org:holdz")


def test_a_strange_open_relation_is_still_an_iri():
    assert Terms(BASE).relation("kgr:a> b") == "<https://newskg.example/ontology/rel/a%3E%20b>"
