"""Are prefixed words one word, with the lemma of their verb?"""

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "word", "lemma"),
    [
        ("Ida Holm co-founded Orbis.", "co-founded", "co-found"),
        ("Tom Brandt was re-elected in May.", "re-elected", "re-elect"),
        ("They re-evaluated the bids.", "re-evaluated", "re-evaluate"),
        ("They re-planned the road.", "re-planned", "re-plan"),
    ],
)
def test_a_prefixed_verb_is_one_word_with_its_lemma(annotator, sentence, word, lemma):
    found = [(t.text, t.lemma_) for t in annotator.nlp(sentence) if "-" in t.text]
    assert found == [(word, lemma)]


def test_other_hyphens_part_words_as_before(annotator):
    assert [t.text for t in annotator.nlp("a state-owned firm")] == [
        "a",
        "state",
        "-",
        "owned",
        "firm",
    ]
