"""Are the articles of a speed run all different, and are its ratios as by hand?"""

import sys
from itertools import islice
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

import speed

SEED = (
    "https://courier.example/a.html\nHolm Leaves\nHolm  Mara,Norhaven,Renner  Tobias J\n"
    "June 6, 2031\n3\nMs. Holm left. “Holms leave,” Mr. Renner said in Norhaven.\n"
)


def test_surnames_are_all_different():
    assert len(set(islice(speed.surnames(), 7200))) == 7200


def test_people_get_other_surnames_everywhere():
    (copy,) = speed.copies([SEED], 1)
    url, title, keywords, *_, text = copy.strip().split("\n")
    assert url == "https://courier.example/a.html-0"
    assert title == "Barbarberg Leaves"
    assert keywords == "Barbarberg  Mara,Norhaven,Barbardane  Tobias J"
    assert text == "Ms. Barbarberg left. “Holms leave,” Mr. Barbardane said in Norhaven."


def test_no_two_copies_are_the_same():
    texts = list(speed.copies([SEED, SEED.replace("left", "went")], 5))
    assert len({text.partition("\n")[2] for text in texts}) == 5
    assert len({text.partition("\n")[0] for text in texts}) == 5


def test_without_keywords_people_are_names_of_two_words():
    plain = SEED.replace("Holm  Mara,Norhaven,Renner  Tobias J", "Norhaven")
    assert speed.people(plain) == ["Leaves"]
    assert speed.people(plain.replace("Ms. Holm", "Mara Holm")) == ["Leaves", "Holm"]


def test_ratios_are_to_the_time_of_the_plain_pipeline():
    total = speed.Whole(wall_s=20.0, cpu_s=40.0)
    steps = speed.Parts(sentences=2000, spacy_s=10.0, annotate_s=11.5, extract_s=2.0)
    result = speed.figures(100, total, steps)
    assert (result["articles/s"], result["sentences/CPU-s"]) == ("5.0", "50")
    assert result["annotation beyond spaCy / spaCy"] == pytest.approx(0.15)
    assert result["extraction / spaCy"] == pytest.approx(0.2)
    assert result["extraction of the build's CPU time"] == pytest.approx(0.05)
