"""Each format of authority lists gives the same records, and says what it cannot read."""

from __future__ import annotations

import json

import pytest

from kg.authorities import iri_of, read_authorities
from kg.errors import InputError
from kg.model import AuthorityRecord

WIKIDATA = "http://www.wikidata.org/entity/"
LEE = f"{WIKIDATA}Q4242"
TABLE = """\
id,Name,Type,also_known_as,VIAF,position,shoe size
Q4242,Ann Lee,person,A. Lee|Anna Lee; Annie Lee,77,"mayor of Norhaven",39
https://a.example/7,Tarn Energy,company,,,,
"""
SKOS = """\
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
<https://a.example/people> a skos:ConceptScheme ; skos:prefLabel "People" .
<http://www.wikidata.org/entity/Q4242> a skos:Concept, foaf:Person ;
  skos:prefLabel "Anna Lee"@de, "Ann Lee"@en ; skos:altLabel "A. Lee", "Annie Lee" ;
  skos:definition "mayor of Norhaven" ; skos:exactMatch <https://viaf.org/viaf/77> .
<https://a.example/7> a <http://www.w3.org/ns/org#Organization> ; skos:prefLabel "Tarn Energy" .
[] skos:prefLabel "nobody" .
"""
MONEY = [
    {
        "id": "Q4242",
        "schema": "Person",
        "caption": "Ann Lee",
        "properties": {
            "name": ["Anna Lee", "Ann Lee"],
            "alias": ["A. Lee", "Annie Lee"],
            "weakAlias": ["Ann"],
            "position": ["mayor of Norhaven"],
        },
    },
    {"id": "https://a.example/7", "schema": "Company", "properties": {"name": ["Tarn Energy"]}},
    {"id": "o-1", "schema": "Ownership", "properties": {"role": ["owner"]}},
]


def _uri(value):
    return {"type": "uri", "value": value}


def _text(value):
    return {"type": "literal", "xml:lang": "en", "value": value}


RESULT = {
    "head": {"vars": ["item", "itemLabel", "itemAltLabel", "typeLabel", "viaf"]},
    "results": {
        "bindings": [
            {
                "item": _uri(LEE),
                "itemLabel": _text("Ann Lee"),
                "itemAltLabel": _text("A. Lee, Anna Lee"),
                "typeLabel": _text("human"),
                "viaf": _text("77"),
                "positionLabel": _text("mayor of Norhaven"),
            },
            {"item": _uri(LEE), "itemLabel": _text("Ann Lee"), "itemAltLabel": _text("Annie Lee")},
            {"item": _uri("https://a.example/7"), "itemLabel": _text("Tarn Energy")},
        ]
    },
}


@pytest.fixture
def written(tmp_path):
    def write(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    return write


def as_list(name):
    """Return a list of some format by its file name."""
    if name.endswith((".csv", ".tsv")):
        return TABLE.replace(",", "\t") if name.endswith(".tsv") else TABLE
    if name.endswith(".ttl"):
        return SKOS
    if name == "flat.json":
        rows = [{k: v["value"] for k, v in r.items()} for r in RESULT["results"]["bindings"]]
        return json.dumps(rows)
    return json.dumps(RESULT) if name == "query.json" else "\n".join(map(json.dumps, MONEY))


@pytest.mark.parametrize(
    "name", ["l.csv", "l.tsv", "l.ttl", "l.jsonl", "l.ftm.json", "query.json", "flat.json"]
)
def test_every_format_gives_the_same_record(written, name):
    records, issues = read_authorities([written(name, as_list(name))])
    lee = next(record for record in records if record.id == LEE)
    assert (lee.name, lee.type, lee.source) == ("Ann Lee", "Person", name)
    assert lee.aliases == ("A. Lee", "Anna Lee", "Annie Lee")
    assert lee.posts == ("mayor of norhaven",)
    assert lee.identifiers == (
        () if "l.ftm.json" in name or ".jsonl" in name else ("http://viaf.org/viaf/77",)
    )
    other = next(record for record in records if record.id == "https://a.example/7")
    assert (other.name, other.aliases) == ("Tarn Energy", ())
    assert len(records) == 2
    assert issues == ()


def test_a_table_may_have_semicolons_and_a_byte_order_mark(written):
    records, _ = read_authorities([written("l.csv", "\ufeffid;name\nQ7;Bo Ek\n")])
    assert records == (AuthorityRecord(id=f"{WIKIDATA}Q7", name="Bo Ek", source="l.csv"),)


def test_rows_without_id_or_name_are_told_and_left_out(written):
    table = "qid,label\nQ1,Ann Lee\nQ2,\n,Bo Ek\n\nQ3,A,B\nQ4,Q4\n"
    records, issues = read_authorities([written("l.csv", table)])
    assert [record.name for record in records] == ["Ann Lee"]
    assert [i.message.partition(";")[0] for i in issues] == [
        "l.csv: line 3 has no name",
        "l.csv: line 4 has no id",
        "l.csv: line 6 has more cells than there are columns",
        "l.csv: line 7 has no name",
    ]


@pytest.mark.parametrize(
    ("id_", "authority", "iri"),
    [
        ("Q42", "", f"{WIKIDATA}Q42"),
        ("wd:Q42", "", f"{WIKIDATA}Q42"),
        ("https://www.wikidata.org/wiki/Q42", "", f"{WIKIDATA}Q42"),
        ("https://www.geonames.org/2950159/berlin.html", "", "https://sws.geonames.org/2950159/"),
        ("2950159", "geonames", "https://sws.geonames.org/2950159/"),
        ("0000 0001 2103 2683", "isni", "https://isni.org/isni/0000000121032683"),
        ("NK-abc", "", "NK-abc"),
        ("https://a.example/Q42", "", "https://a.example/Q42"),
    ],
)
def test_an_id_of_a_known_authority_becomes_its_iri(id_, authority, iri):
    assert iri_of(id_, authority) == iri


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("l.xlsx", "", "no list of a known format"),
        ("l.csv", "", "no column for the id"),
        ("l.csv", "name\nAnn Lee\n", "no column for the id"),
        ("l.csv", "id,nom\n1,Ann Lee\n", "no column for the name"),
        ("l.csv", b"id,name\n1,\xff\n", "not UTF-8"),
        ("l.csv", "id,name,name\n1,Ann Lee,Ann\n", "two columns called name"),
        ("l.csv", 'id,name\n1,"Ann Lee\n2,Bo Lee\n', "line 3 cannot be read"),
        ("l.csv", 'id,name\n1,"' + "a" * 200_000, "line 2 cannot be read"),
        ("l.ttl", "<a> b", "no RDF that can be read"),
        ("l.ttl", "<https://a.example/> a <https://a.example/B> .", "names nothing"),
        ("l.rdf", "<rdf", "no RDF that can be read"),
        ("l.jsonl", "{", "line 1 is no JSON object"),
        ("l.jsonl", '{"id": 1}', "line 1 is no FollowTheMoney entity"),
        ("l.jsonl", "[" * 100_000, "line 1 is no JSON object"),
        ("l.jsonl", "", "no FollowTheMoney entity"),
        ("l.json", '{"head": {}, "results": 1}', "no result of a SELECT query"),
        ("l.json", "[1]", "no result of a SELECT query"),
        ("l.json", '[{"name": "Ann Lee"}]', "no column for the id"),
        ("l.json", "[" * 100_000, "no JSON"),
    ],
)
def test_a_file_that_is_no_list_stops_with_its_name(written, name, content, complaint):
    with pytest.raises(InputError, match=complaint) as error:
        read_authorities([written(name, content)])
    assert name in str(error.value)


def test_a_list_that_is_not_there_is_named(tmp_path):
    with pytest.raises(InputError, match=r"nowhere\.csv cannot be read"):
        read_authorities([tmp_path / "nowhere.csv"])


def test_a_list_that_is_too_large_is_refused(written, monkeypatch):
    path = written("l.csv", TABLE)
    from kg.authorities import reading  # noqa: PLC0415 - only here
    from kg.limits import Limits  # noqa: PLC0415 - only here

    size = path.stat().st_size
    monkeypatch.setattr(reading, "LIMITS", Limits(authority_bytes=size))
    assert read_authorities([path])[0]
    monkeypatch.setattr(reading, "LIMITS", Limits(authority_bytes=size - 1))
    with pytest.raises(InputError, match="larger than"):
        read_authorities([path])


def test_names_are_cleaned_of_what_cannot_be_seen(written):
    records, _ = read_authorities([written("l.csv", "id,name\nQ7,Bo \u202e  Ek\x07\n")])
    assert records[0].name == "Bo Ek"
