"""The promised fields of the JSON Lines files."""

import json
from io import BytesIO

import builders as b
import pytest

from kg.export import ExportOptions, exporters
from kg.model import Literal

FIELDS = {
    "articles": ["id", "url", "title", "published", "publisher", "keywords", "text"],
    "mentions": ["article", "start", "end", "text", "kind", "type", "entity"],
    "entities": ["id", "name", "type", "aliases", "same_as", "articles", "mentions"],
    "claims": [
        "id", "article", "subject", "predicate", "object", "qualifiers", "polarity", "stance",
        "certainty", "attribution", "evidence", "confidence",
    ],
    "attributions": ["article", "kind", "source", "cue", "content"],
    "statements": [
        "id", "subject", "predicate", "object", "polarity", "stance", "since", "until", "claims",
        "articles", "publishers", "independent", "belief",
    ],
    "issues": ["article", "stage", "code", "message"],
}  # fmt: skip


def written(name, view=None, **options):
    out = BytesIO()
    exporters()[name].write(view or b.sample_view(), out, ExportOptions(**options))
    return out.getvalue().decode("utf-8")


def records(name, view=None, **options):
    return [json.loads(line) for line in written(name, view, **options).split("\n")[:-1]]


def record(name, id_):
    return next(row for row in records(name) if row["id"] == id_)


@pytest.mark.parametrize("name", FIELDS)
def test_records_begin_with_the_promised_fields_in_order(name):
    rows = records(name)
    assert rows
    for row in rows:
        assert list(row)[: len(FIELDS[name])] == FIELDS[name]


@pytest.mark.parametrize("name", FIELDS)
def test_an_empty_view_gives_an_empty_file(name):
    assert written(name, b.make_view()) == ""


def test_a_claim_is_as_promised():
    row = record("claims", b.OFFER_CLAIM.id)
    assert row["article"] == {
        "id": b.ARTICLE_ONE.id,
        "url": "https://courier.example/2031/06/lindqvist-offer",
        "published": "2031-06-07",
    }
    assert row["subject"] == {"id": b.LINDQVIST.id, "name": "Mara Lindqvist", "type": "Person"}
    assert row["predicate"] == {"id": "kgr:offer", "label": "offered", "lemma": "offer"}
    assert row["object"] == {"id": b.RESIGNATION.id, "name": "resignation", "type": "Event"}
    assert row["qualifiers"] == [{"role": "time", "name": "on 6 June 2031", "value": "2031-06-06"}]
    assert (row["polarity"], row["stance"], row["certainty"]) == ("positive", "reported", "certain")
    assert row["attribution"] == [
        {"id": b.OFFICIALS.id, "name": "two officials", "cue": "said", "anonymous": True}
    ]
    assert row["evidence"]["extractor"] == "clause@1"
    assert row["confidence"] == 0.87
    assert "status" not in row


def test_quotes_are_exact():
    texts = {row["id"]: row["text"] for row in records("articles")}
    for row in records("claims"):
        evidence = row["evidence"]
        assert texts[row["article"]["id"]][evidence["start"] : evidence["end"]] == evidence["quote"]


def test_a_claim_without_object_says_null():
    assert record("claims", b.SINKING_CLAIM.id)["object"] is None


def test_a_literal_has_a_value_and_a_datatype():
    found = record("claims", b.STAFF_CLAIM.id)["object"]
    assert found == {"value": "412", "datatype": "xsd:integer"}


def test_posts_have_a_status():
    assert record("claims", b.MAYOR_CLAIM.id)["status"] == "former"


def test_qualifiers_carry_only_what_is_known():
    row = record("claims", b.KEEP_CLAIM.id)
    assert row["qualifiers"] == [
        {"role": "recipient", "name": "Norhaven Courier", "id": b.COURIER.id}
    ]


def test_places_of_mentions_are_given_where_known():
    subject = b.replace(b.SINKING_CLAIM.subject, start=278, end=283)
    literal = Literal(value="1", datatype="xsd:integer", start=1, end=2)
    claim = b.replace(b.SINKING_CLAIM, subject=subject, object=literal)
    row = records("claims", b.make_view(claims=(claim,)))[0]
    assert (row["subject"]["start"], row["subject"]["end"]) == (278, 283)
    assert (row["object"]["start"], row["object"]["end"]) == (1, 2)


def test_names_are_the_canonical_ones():
    named = b.replace(b.SINKING_CLAIM, subject=b.replace(b.SINKING_CLAIM.subject, name="it"))
    row = records("claims", b.make_view(entities=(b.FERRY,), claims=(named,)))[0]
    assert row["subject"]["name"] == "ferry"


def test_mentions_name_their_entity_and_their_field():
    rows = records("mentions")
    assert {row["entity"]["name"] for row in rows if row["text"] == "her"} == {"Mara Lindqvist"}
    assert [row["field"] for row in rows if "field" in row] == ["title"]


def test_entities_say_what_is_special_about_them():
    anonymous = record("entities", b.OFFICIALS.id)
    assert (anonymous["local"], anonymous["anonymous"]) == (True, True)
    assert record("entities", b.MAYOR.id)["of"] == b.OSTBY.id
    assert record("entities", b.FINANCE_MINISTER.id)["reasons"] == ["title"]
    assert {"local", "anonymous", "of", "reasons"}.isdisjoint(record("entities", b.RENNER.id))


def test_a_source_that_nobody_names_is_null():
    rows = records("attributions")
    assert [row["source"] for row in rows if row["kind"] == "mixed"] == [None]
    direct = next(row for row in rows if row["kind"] == "direct")
    assert direct["source"] == {
        "start": 181,
        "end": 191,
        "text": "Mr. Renner",
        "entity": b.RENNER.id,
        "anonymous": False,
    }


def test_statements_list_their_claims():
    row = next(row for row in records("statements") if row["belief"] == 0.83)
    assert row["claims"] == sorted([b.OFFER_CLAIM.id, b.SECOND_OFFER_CLAIM.id])


def test_the_text_can_be_left_out():
    assert all("text" not in row for row in records("articles", text=False))


@pytest.mark.parametrize(
    "char", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\0", "\r", "\n"]
)
def test_no_character_breaks_a_line(char):
    article = b.make_article(f"one{char}two")
    text = written("articles", b.make_view(articles=(article,)))
    assert len(text.splitlines()) == 1
    assert json.loads(text)["text"] == f"one{char}two"


def test_letters_are_not_escaped():
    article = b.make_article("Zürich 東京 😀")
    assert "Zürich 東京 😀" in written("articles", b.make_view(articles=(article,)))


def test_half_a_surrogate_pair_does_not_stop_the_export():
    article = b.make_article("a\ud83db")
    assert json.loads(written("articles", b.make_view(articles=(article,))))["text"] == "a?b"
