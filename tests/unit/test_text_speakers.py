import pytest

from kg.text import speaker_label

LABELS = [
    ("Q: Did it sink?", "Q", 3),
    ("Q. Did it sink?", "Q", 3),
    ("A: It did.", "A", 3),
    ("A. Yes, it did.", "A", 3),
    ("A. Mr. Roe said so.", "A", 3),
    ("ROE: We will look into it.", "ROE", 5),
    ("MR. ROE: We will look into it.", "MR. ROE", 9),
    ("SEN. JOHN McROE: It sank.", "SEN. JOHN McROE", 17),
    ("THE PRESIDENT: It sank.", "THE PRESIDENT", 15),
    ("ROE (through an interpreter): It sank.", "ROE", 30),
    ("The Times: What do you say?", "The Times", 11),
    ("Jane Doe: I saw it sink.", "Jane Doe", 10),
    ("Doe: We saw it sink.", "Doe", 5),
]
SENTENCES = [
    "The result: a disaster.",
    "Jane Doe: A Life in Boats",
    "Verdict: The boats sank.",
    "Correction: The boats did not sink.",
    "UPDATE: The boats sank.",
    "Photo: We saw it.",
    "She had one wish: to leave.",
    "A. Scott Roe wrote it.",
    "A boat sank: ours.",
    "10:45 a.m.",
    "https://example.com",
    "",
]


@pytest.mark.parametrize(("paragraph", "label", "start"), LABELS)
def test_a_label_and_where_the_speech_begins(paragraph, label, start):
    assert speaker_label(paragraph) == (label, start)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_with_a_colon_is_no_label(sentence):
    assert speaker_label(sentence) is None
