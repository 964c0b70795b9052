"""Quotations: marks, speakers and words that nobody spoke."""

import pytest

pytestmark = pytest.mark.model


def read(document):
    """Return (words, speaker's name or head word, speech) of each quotation."""
    found = []
    for q in document.quotations:
        speaker = None
        if q.speaker_chain is not None:
            speaker = document.chains[q.speaker_chain].name
        elif q.speaker is not None:
            speaker = document.doc[q.speaker].text
        found.append((document.doc[q.start : q.end].text, speaker, q.speech))
    return found


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("“We will win,” said John Smith.", "“We will win,”", "John Smith"),
        ("John Smith said: “We will win.”", "“We will win.”", "John Smith"),
        ("According to Mary Jones, “the plan is dead.”", "“the plan is dead.”", "Mary Jones"),
        ("Mr. Smith said he was “very, very angry” about it.", "“very, very angry”", "Smith"),
        ('"It is," said Smith, "the worst day of my life."',
         '"the worst day of my life."', "Smith"),
        ("“Nobody can stop us,” said John Smith. “We will win.”", "“We will win.”", "John Smith"),
        ("'I'm leaving,' Mary Jones said. 'It's the workers' right.'",
         "'It's the workers' right.'", "Mary Jones"),
        ("‘It’s the workers’ right,’ said Mary Jones.", "‘It’s the workers’ right,’", "Mary Jones"),
        ("“This is great.” - Matthew Ingram", "“This is great.”", "Matthew Ingram"),
        ("“It was late.\n“We left,” said John Smith.", "“It was late.", "John Smith"),
        ("John Smith said: “It was late.\n“We left.”", "“We left.”", "John Smith"),
        ("“Why?” asked Mary Jones.\n“Because,” John Smith said.", "“Because,”", "John Smith"),
        ("Mary Jones was angry. “I will not go,” she said.", "“I will not go,”", "Mary Jones"),
        ("SPICER: I will look into it.\nQ: Sean Spicer, will you?",
         "I will look into it.", "Sean Spicer"),
    ],
)  # fmt: skip
def test_speaker_is_found(annotate, text, words, speaker):
    assert (words, speaker, True) in read(annotate(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The so-called “Muslim ban” was blocked.", "“Muslim ban”"),
        ("She wrote “The Great Gatsby” in 1925.", "“The Great Gatsby”"),
        ("A user labelled “Anonymous” launched it.", "“Anonymous”"),
    ],
)
def test_mere_name_is_no_speech(annotate, text, words):
    assert [(w, s) for w, _, s in read(annotate(text))] == [(words, False)]


@pytest.mark.parametrize(
    "text", ["The workers’ rights are Mr. Jones’s cause.", "It is 6'2\" tall in the '90s."]
)
def test_apostrophes_and_inches_open_nothing(annotate, text):
    assert annotate(text).quotations == ()


def test_forgotten_closing_mark_ends_with_the_paragraph(annotate):
    document = annotate("He said: “It was late.\nThe boat sank.")
    assert [w for w, _, _ in read(document)] == ["“It was late."]


def test_cue_is_the_reporting_verb(annotate):
    document = annotate("“We will win,” John Smith told reporters.")
    (quotation,) = document.quotations
    assert document.doc[quotation.cue].text == "told"


def test_a_lost_closing_mark_covers_one_sentence(annotate):
    document = annotate(
        "He said: “We won the vote. The firm had leased ten ships.\n\nThe port shut."
    )
    assert [w for w, _, _ in read(document)] == ["“We won the vote."]


def test_an_open_mark_runs_on_where_the_next_paragraph_opens_with_one(annotate):
    document = annotate("He said: “We won the vote. We lost the case.\n\n“We will appeal.”")
    assert read(document)[0][0] == "“We won the vote. We lost the case."
