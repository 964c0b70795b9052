"""Does each claim take the time that its own clause has?"""

import pytest

from kg.extract import extract
from kg.model import Article

pytestmark = pytest.mark.model


def times(annotator, text):
    article = Article(id="article/x", text=text, sha256="0" * 64, published="2017-06-06")
    return {
        claim.predicate.lemma: {q.value for q in claim.qualifiers if q.role == "time"}
        for claim in extract(annotator.annotate(article)).claims
    }


FRIDAY = {"2017-06-02"}


def test_a_time_in_front_holds_of_all_clauses_of_a_row(annotator):
    found = times(
        annotator, "On Friday, Norhaven beat Tarn 2-0; Sundby tied Aldane; and Olm lost to Vik."
    )
    assert [found[verb] for verb in ("beat", "tie", "lose to")] == [FRIDAY] * 3


def test_a_time_before_two_verbs_of_one_subject_holds_of_both(annotator):
    found = times(annotator, "Police on Friday searched the house and arrested its owner.")
    assert found == {"search": FRIDAY, "arrest": FRIDAY}


def test_a_time_before_a_verb_is_not_of_a_clause_with_another_subject(annotator):
    found = times(annotator, "Police on Friday searched the house and its owner has fled abroad.")
    assert found["search"] == FRIDAY
    assert not any(value for verb, value in found.items() if verb != "search")


def test_what_is_caused_happens_at_the_time_of_its_cause(annotator):
    found = times(annotator, "A storm on Friday caused a crane to fall into the harbor.")
    assert found["fall into"] == FRIDAY


def test_what_is_asked_for_does_not_happen_at_the_time_of_asking(annotator):
    found = times(annotator, "The mayor on Friday asked the council to build a bridge.")
    assert not found.get("build")
