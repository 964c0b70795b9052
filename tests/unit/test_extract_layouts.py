"""Page furniture and layouts of the trade yield no false claim."""

import pytest

from kg.extract import extract
from kg.model import Article, Ref
from kg.text import canonical

pytestmark = pytest.mark.model


def rows(annotator, text):
    clean = canonical(text)
    article = Article(id="article/x", text=clean, sha256="0" * 64, published="2017-06-06")
    found = extract(annotator.annotate(article))
    return [(c, c.object.name if isinstance(c.object, Ref) else None) for c in found.claims]


FURNITURE = [
    "By JANE DOE and JOHN ROE",
    "By Jane Doe, Staff Writer",
    "Reporting by Jane Doe; Editing by John Roe",
    "Jane Doe contributed reporting from Oslo.",
    "Read more: The minister resigned after the vote",
    "Related: Police arrest the mayor of Bonn",
    "Sign up for our daily newsletter",
    "Follow Jane Doe on Twitter",
    "Correction: June 7, 2017 An earlier version of this article misstated the date of the vote.",
    "This article has been updated to reflect that the mayor left office in May.",
    "Advertisement",
    "Photo: Jane Doe/Example Agency",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_says_nothing(annotator, line):
    text = f"The mayor of Bonn opened the bridge.\n{line}\nThe council praised the engineers."
    lemmas = {claim.predicate.lemma for claim, _ in rows(annotator, text)}
    assert {"open", "praise"} <= lemmas
    assert lemmas <= {"open", "praise", "hold", "be of"}


DATELINES = ["WASHINGTON — ", "LONDON, March 3 (Reuters) - ", "SAN FRANCISCO (AP) — "]


@pytest.mark.parametrize("dateline", DATELINES)
def test_a_dateline_takes_no_part_in_its_sentence(annotator, dateline):
    found = rows(annotator, f"{dateline}Maria Keller signed the treaty on Monday.")
    assert [(c.subject.name, c.predicate.lemma, o) for c, o in found] == [
        ("Maria Keller", "sign", "treaty")
    ]


def test_glued_paragraphs_are_two_sentences(annotator):
    found = rows(annotator, "Maria Keller signed the treaty.Tom Brandt praised the deal.")
    assert {(c.subject.name, c.predicate.lemma, o) for c, o in found} == {
        ("Maria Keller", "sign", "treaty"),
        ("Tom Brandt", "praise", "deal"),
    }


def test_british_single_quotes_are_speech(annotator):
    found = rows(annotator, "‘The treaty failed the farmers,’ Maria Keller said. She left.")
    (claim,) = [c for c, _ in found if c.predicate.lemma == "fail"]
    assert claim.stance == "reported"
    assert [s.name for s in claim.attribution] == ["Maria Keller"]


def test_an_explainer_asks_and_answers_in_its_own_voice(annotator):
    text = "Q: Did the court block the order?\nA: Judge Maria Keller blocked the order on Monday."
    claims = {(c.predicate.lemma, str(c.stance)): c for c, _ in rows(annotator, text)}
    assert claims["block", "asserted"].attribution == ()
    assert claims["block", "hypothetical"].attribution == ()


def test_an_interview_is_its_speakers(annotator):
    text = "KELLER: I signed the treaty in May.\nBRANDT: You betrayed the farmers."
    met = "Maria Keller met Tom Brandt.\n"
    found = {c.predicate.lemma: c for c, _ in rows(annotator, met + text)}
    assert found["sign"].stance == "reported"
    assert [s.name for s in found["sign"].attribution] == ["Maria Keller"]


def test_a_live_blog_keeps_its_times_apart(annotator):
    earlier = "10:45 a.m. ET\nMaria Keller signed the treaty."
    later = "11:02 a.m. ET\nTom Brandt praised the deal."
    found = rows(annotator, f"{earlier}\n{later}")
    assert {c.predicate.lemma for c, _ in found} == {"sign", "praise"}


def test_a_heading_names_somebody_and_says_nothing(annotator):
    paragraphs = [
        "Maria Keller met Tom Brandt.",
        "Mayor Olof Sandberg resigns",
        "The mayor left the harbor.",
        "Nobody followed him.",
    ]
    article = Article(id="article/x", text="\n\n".join(paragraphs), sha256="0" * 64)
    found = extract(annotator.annotate(article))
    assert "Olof Sandberg" in {m.text for m in found.mentions}
    assert not [c for c in found.claims if c.evidence.quote == paragraphs[1]]
