"""The attribute ruler with a memory: does it answer like the one without?"""

import pytest
import spacy

from kg.annotate.ruler import RememberingMatcher, remember_matches

TEXTS = [
    "Let's go, y'all: it's gonna rain.",
    "It got wet. There is you, and it saw you.",
    "Gon na get 'em, c'm on!",
    "",
]


@pytest.fixture
def pipeline():
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    ruler.add([[{"LOWER": "it"}]], {"POS": "PRON"})
    ruler.add([[{"LOWER": {"IN": ["got", "let"]}}, {"LOWER": "wet"}]], {"POS": "ADJ"}, index=1)
    ruler.add([[{"LOWER": {"REGEX": "^y'?$"}}]], {"LEMMA": "you"})
    return nlp


def test_matches_are_those_of_the_matcher(pipeline):
    ruler = pipeline.get_pipe("attribute_ruler")
    plain = ruler.matcher
    remember_matches(pipeline)
    assert isinstance(ruler.matcher, RememberingMatcher)
    for text in TEXTS * 2:
        doc = pipeline.make_doc(text)
        assert sorted(ruler.matcher(doc, allow_missing=True, as_spans=False)) == sorted(
            plain(doc, allow_missing=True)
        )


def test_a_known_text_is_not_matched_again(pipeline):
    remember_matches(pipeline)
    matcher = pipeline.get_pipe("attribute_ruler").matcher
    pipeline("It got wet.")
    matcher.matcher = None
    assert pipeline("It got wet.")[2].pos_ == "ADJ"


def test_words_that_no_pattern_names_are_one_word(pipeline):
    remember_matches(pipeline)
    matcher = pipeline.get_pipe("attribute_ruler").matcher
    pipeline("Rain fell.")
    matcher.matcher = None
    assert pipeline("Snow came.").text == "Snow came."


def test_patterns_of_other_kinds_are_refused(pipeline):
    ruler = pipeline.get_pipe("attribute_ruler")
    ruler.add([[{"LOWER": "a"}, {"LOWER": "b"}, {"LOWER": "c"}]], {"POS": "X"})
    with pytest.raises(ValueError, match="cannot be remembered"):
        remember_matches(pipeline)


def test_a_second_token_without_a_word_is_refused(pipeline):
    pipeline.get_pipe("attribute_ruler").add([[{"LOWER": "a"}, {"TAG": "NN"}]], {"POS": "X"})
    with pytest.raises(ValueError, match="cannot be remembered"):
        remember_matches(pipeline)


@pytest.mark.model
def test_the_pipeline_sets_what_it_set_before(annotate):
    doc = annotate("Let's see, he said: it got wet, and there was nothing to do.").doc
    assert [doc[i].lemma_ for i in range(3)] == ["let", "us", "see"]
