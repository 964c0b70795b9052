"""Reading is strict, and says where."""

import pytest
from builders import CLAIMS, sample_view

from kg.codec import from_json, to_json
from kg.errors import InputError
from kg.model import Claim, Literal, Mention, Ref, Resolution, Span, Stance

SPAN = {"start": 0, "end": 2, "text": "He"}


def test_every_claim_of_the_sample_survives():
    assert [from_json(Claim, to_json(claim)) for claim in CLAIMS] == list(CLAIMS)


def test_every_row_of_the_sample_survives():
    view = sample_view()
    for rows in (view.articles(), view.entities(), view.mentions(), view.attributions(),
                 view.statements(), view.issues()):  # fmt: skip
        for row in rows:
            assert from_json(type(row), to_json(row)) == row


def test_fields_at_their_default_are_written():
    assert to_json(Ref(id="a", name="b", type="c")) == {
        "id": "a", "name": "b", "type": "c", "start": None, "end": None
    }  # fmt: skip


def test_a_field_left_out_has_its_default():
    assert from_json(Literal, {"value": "3"}).datatype == "xsd:string"


def test_a_mapping_is_written_in_the_order_of_its_keys():
    links = {"b": "y", "a": "x"}
    assert list(to_json(Resolution(links=links))["links"]) == ["a", "b"]
    assert from_json(Resolution, to_json(Resolution(links=links))).links == links


def test_words_become_enumerations():
    claim = to_json(CLAIMS[0])
    assert claim["stance"] == "asserted"
    assert from_json(Claim, claim).stance is Stance.ASSERTED


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        ({**SPAN, "colour": "red"}, "Span has no field 'colour'"),
        ({"start": 0, "end": 2}, "Span lacks text"),
        ({**SPAN, "start": "0"}, "Span.start: expected a whole number, found a string"),
        ({**SPAN, "start": True}, "Span.start: expected a whole number, found a bool"),
        ({**SPAN, "text": None}, "Span.text: expected a string, found null"),
        ([], "expected an object for Span, found a list"),
        (None, "expected an object for Span, found null"),
    ],
)
def test_anything_else_is_refused(data, complaint):
    with pytest.raises(InputError, match=complaint.replace("(", r"\(")):
        from_json(Span, data)


def test_the_complaint_leads_to_the_place():
    claim = to_json(CLAIMS[0])
    claim["subject"]["name"] = 3
    with pytest.raises(InputError, match=r"Claim\.subject: Ref\.name: expected a string"):
        from_json(Claim, claim)


def test_an_unknown_word_is_refused():
    claim = to_json(CLAIMS[0])
    claim["stance"] = "alleged"
    with pytest.raises(InputError, match="expected one of asserted, reported, hypothetical"):
        from_json(Claim, claim)


def test_a_number_must_be_finite():
    claim = to_json(CLAIMS[0])
    claim["confidence"] = float("nan")
    with pytest.raises(InputError, match="finite"):
        from_json(Claim, claim)


def test_a_complaint_does_not_repeat_the_article():
    with pytest.raises(InputError) as caught:
        from_json(Mention, {"article": {"text": "secret words"}})
    assert "secret" not in str(caught.value)
