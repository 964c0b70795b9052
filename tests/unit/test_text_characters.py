import unicodedata

import pytest

from kg.text import canonical, one_line


@pytest.mark.parametrize(
    "char", [chr(c) for c in (*range(9), *range(0x0E, 0x20), 0x7F, 0x80, 0x9F)]
)
@pytest.mark.parametrize("place", [0, 5, 14])
def test_t3_control_characters_are_removed(char, place):
    text = "The boat sank."

    assert canonical(text[:place] + char + text[place:]) == text


@pytest.mark.parametrize(
    "char",
    ["\u200b", "\ufeff", "\u00ad", "\u202e", "\u2066", "\u200f", "\ufffe", "\U000e0041", "\ud800"],
)
def test_t4_invisible_characters_are_removed(char):
    assert canonical(f"The bo{char}at sank.{char}") == "The boat sank."


def test_t4_a_zero_width_space_between_sentences_leaves_two_paragraphs():
    assert canonical("the end.\u200bThe beginning") == "the end.\nThe beginning"


def test_t4_joiners_stay_where_a_script_or_an_emoji_needs_them():
    text = "می\u200cخواهم and 👩\u200d🚀"

    assert canonical(text) == text


@pytest.mark.parametrize("text", ["Ja\u200dne", "Jane\u200c Doe", "\u200dJane", "é\u200d"])
def test_t4_joiners_that_join_nothing_are_removed(text):
    assert "\u200c" not in canonical(text)
    assert "\u200d" not in canonical(text)


def test_white_space_is_folded():
    assert canonical("The\u00a0boat\t \u2003sank. \n") == "The boat sank."


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_line_break_is_one(end):
    assert canonical(f"It sank.{end}It rose.") == "It sank.\nIt rose."


def test_text_is_composed():
    assert canonical("cafe\u0301") == "café"


@pytest.mark.parametrize("extra", [-1, 0, 1])
def test_t8_combining_marks_are_capped(extra):
    text = "x" + "\u0323" * (30 + extra)

    marks = sum(map(bool, map(unicodedata.combining, canonical(text))))

    assert marks <= 30


@pytest.mark.parametrize(("run", "kept"), [("((", "(("), ("(((", "((("), ("((((", "(((")])
def test_t7_repeated_punctuation_is_capped(run, kept):
    assert canonical(f"so {run} what") == f"so {kept} what"


@pytest.mark.parametrize("length", [29, 30, 31, 400])
def test_t7_mixed_punctuation_is_capped(length):
    run = ("(!" * length)[:length]

    assert canonical(f"so {run} what") == f"so {run[:30]} what"


@pytest.mark.parametrize(("length", "words"), [(999, 1), (1000, 1), (1001, 2), (2500, 3)])
def test_t1_unbroken_runs_are_broken(length, words):
    assert len(canonical("x" * length).split(" ")) == words


def test_one_line_joins_lines():
    assert one_line(" Boat\nsinks\t off  Aceh ") == "Boat sinks off Aceh"
