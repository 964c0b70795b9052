"""The parts of names, and which names fit one person."""

from __future__ import annotations

import pytest

from kg import names


@pytest.mark.parametrize(
    ("text", "given", "middle", "surname", "suffix"),
    [
        ("Donald J. Trump", "Donald", ("J.",), "Trump", ""),
        ("Mr. Sessions", "", (), "Sessions", ""),
        ("Jefferson B. Sessions III", "Jefferson", ("B.",), "Sessions", "III"),
        ("George H.W. Bush", "George", ("H.", "W."), "Bush", ""),
        ("J.K. Rowling", "J.", ("K.",), "Rowling", ""),
        ("HR McMaster", "H.", ("R.",), "McMaster", ""),
        ("JRR Tolkien", "J.", ("R.", "R."), "Tolkien", ""),
        ("George HW Bush", "George", ("H.", "W."), "Bush", ""),
        ("AL Gore", "AL", (), "Gore", ""),
        ("JEB Bush", "JEB", (), "Bush", ""),
        ("LI Keqiang", "Keqiang", (), "LI", ""),
        ("JD VANCE", "JD", (), "VANCE", ""),
        ("JD van der Berg", "J.", ("D.",), "van der Berg", ""),
        ("QB Cam Newton", "QB", ("Cam",), "Newton", ""),
        ("JFK Jr.", "", (), "JFK", "Jr."),
        ("Bashar AL Assad", "Bashar", (), "AL Assad", ""),
        ("Ursula von der Leyen", "Ursula", (), "von der Leyen", ""),
        ("Mr. de Blasio", "", (), "de Blasio", ""),
        ("Ben Carson", "Ben", (), "Carson", ""),
        ("Al Gore", "Al", (), "Gore", ""),
        ("Sen. Chris Murphy", "Chris", (), "Murphy", ""),
        ("Xi Jinping", "Jinping", (), "Xi", ""),
        ("Kim Jong-un", "Jong-un", (), "Kim", ""),
        ("Roh Moo Hyun", "Moo Hyun", (), "Roh", ""),
        ("Kim Kardashian", "Kim", (), "Kardashian", ""),
        ("Lee Anne", "Lee", (), "Anne", ""),
        ("Ang Lee", "Ang", (), "Lee", ""),
        ("Trump’s", "", (), "Trump", ""),
        ("", "", (), "", ""),
    ],
)
def test_split(text, given, middle, surname, suffix):
    name = names.split(text)
    assert (name.given, name.middle, name.surname, name.suffix) == (given, middle, surname, suffix)


@pytest.mark.parametrize("text", ["Xi Jinping", "Ang Lee", "Kim Jong-un", "Donald J. Trump"])
def test_full_keeps_the_printed_order(text):
    assert names.split(text).full == text


@pytest.mark.parametrize(
    ("keyword", "natural"),
    [
        ("Sessions  Jefferson B III", "Jefferson B. Sessions III"),
        ("Trump  Donald J", "Donald J. Trump"),
        ("Xi  Jinping", "Xi Jinping"),
        ("United States Politics and Government", None),
        ("Justice Department", None),
        ("  Trump", None),
    ],
)
def test_natural_order(keyword, natural):
    assert names.natural_order(keyword) == natural


@pytest.mark.parametrize(
    ("left", "right", "fits"),
    [
        ("Jeff Sessions", "Jefferson B. Sessions III", True),
        ("Bill Clinton", "William J. Clinton", True),
        ("Mitt Romney", "Willard Mitt Romney", True),
        ("Mr. Xi", "Xi Jinping", True),
        ("George W. Bush", "George H.W. Bush", False),
        ("George HW Bush", "George H. W. Bush", True),
        ("George W. Bush", "George HW Bush", False),
        ("HR McMaster", "H.R. McMaster", True),
        ("JD Vance", "J. D. Vance", True),
        ("JD Vance", "James Vance", True),
        ("AL Gore", "L. Gore", False),
        ("Ken Griffey Jr.", "Ken Griffey Sr.", False),
        ("Mr. Clinton", "Mrs. Clinton", False),
        ("Theresa May", "Brian May", False),
    ],
)
def test_compatible(left, right, fits):
    assert names.compatible(left, right) is fits
    assert names.compatible(right, left) is fits


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The F.B.I.", "FBI"),
        ("José Bové", "Jose Bove"),
        ("Beto O’Rourke", "Beto O'Rourke"),
        ("Johnson & Johnson", "Johnson and Johnson"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Trump’s", "TRUMP"),
    ],
)
def test_name_key_joins_spellings(left, right):
    assert names.name_key(left) == names.name_key(right)


def test_name_key_keeps_other_alphabets_apart():
    assert names.name_key("Barack Оbama") != names.name_key("Barack Obama")  # a Cyrillic О


def test_name_key_of_the_article_alone():
    assert names.name_key("The") == "the"


def test_fullest():
    assert names.fullest(["Mr. Trump", "Donald Trump", "Donald J. Trump"]) == "Donald J. Trump"


def test_given_names_are_known_by_their_short_forms():
    assert names.is_given("Emma")
    assert not names.is_given("Beyoncé")
    assert "william" in names.given_variants("Bill")
