"""Are times judged as by hand: found, right, wrong, none, unfound, and false finds?"""

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

import times
from gum import Word
from measures import NoDataError
from times import Expected, Judged, Ours

SENTENCES = (("Talks", "failed", "on", "Friday", "."), ("They", "had", "lasted", "two", "weeks"))


def _words():
    return [
        Word(form=form, start=0, end=0, tag="", head=-1, relation="", sentence=number)
        for number, sentence in enumerate(SENTENCES)
        for form in sentence
    ]


def _expected(start, end, values, kind="date"):
    return Expected(
        id="made-01",
        article="made",
        published="2017-06-06",
        start=start,
        end=end,
        text="",
        kind=kind,
        values=values,
    )


FRIDAY = _expected(2, 4, ("2017-06-02",))
WEEKS = _expected(8, 10, ("P2W", "P14D"), "duration")
VAGUE = _expected(12, 13, ("PAST_REF", ""), "vague")


def _entry(**changed):
    entry = {
        "id": "made-01",
        "article": "made",
        "published": "2017-06-06",
        "sentence": 2,
        "words": [4, 5],
        "expression": "two weeks",
        "kind": "duration",
        "value": ["P2W"],
    }
    return entry | changed


def _set(tmp_path, *entries):
    path = tmp_path / "set.jsonl"
    path.write_text("".join(json.dumps(entry) + "\n" for entry in entries), encoding="utf-8")
    return path


def test_sentences_and_words_count_from_one(tmp_path):
    path = _set(tmp_path, _entry(), _entry(article="other"))
    (found,) = times.expected(path, "made", _words())
    assert (found.start, found.end, found.text, found.values) == (8, 10, "two weeks", ("P2W",))


def test_an_entry_whose_words_are_others_is_refused(tmp_path):
    path = _set(tmp_path, _entry(sentence=1))
    with pytest.raises(ValueError, match="made-01"):
        times.expected(path, "made", _words())


@pytest.mark.parametrize(
    ("gold", "own", "verdict"),
    [
        (FRIDAY, Ours(3, 4, "2017-06-02"), "right"),
        (FRIDAY, Ours(3, 4, "2017-06-09"), "wrong"),
        (FRIDAY, Ours(3, 4, ""), "none"),
        (FRIDAY, None, "unfound"),
        (VAGUE, Ours(12, 13, ""), "right"),
        (VAGUE, Ours(12, 13, "2017-06-06"), "wrong"),
        (VAGUE, None, "unfound"),
    ],
)
def test_a_verdict_is_right_wrong_none_or_unfound(gold, own, verdict):
    assert Judged(gold, own).verdict == verdict


def test_what_overlaps_nothing_is_a_false_find():
    judged, false = times.judge([FRIDAY], [Ours(3, 4, "2017-06-02"), Ours(4, 5, "2017")])
    assert [one.verdict for one in judged] == ["right"]
    assert false == [Ours(4, 5, "2017")]


def test_of_two_that_overlap_the_longer_counts_and_neither_is_false():
    long = Ours(8, 12, "P2W")
    judged, false = times.judge([_expected(7, 11, ("P2W",))], [Ours(7, 8, "P1W"), long])
    assert judged[0].ours == long
    assert false == []


def test_shares_are_of_all_and_of_those_found():
    figures = times.total(
        [
            Judged(FRIDAY, Ours(3, 4, "2017-06-02")),
            Judged(FRIDAY, Ours(3, 4, "2017")),
            Judged(WEEKS, Ours(8, 10, "")),
            Judged(WEEKS, None),
            Judged(VAGUE, None),
        ]
    )
    assert figures == {
        "expressions": 5,
        "found": pytest.approx(3 / 5),
        "right value": pytest.approx(1 / 5),
        "of found": pytest.approx(1 / 3),
        "right or rightly silent": pytest.approx(2 / 5),
        "wrong": 1,
        "none": 1,
    }


def test_no_data_is_told(tmp_path):
    with pytest.raises(NoDataError, match="bench"):
        times.score_part(tmp_path, "develop")


def test_the_set_is_of_the_documents_of_the_parts():
    told = {json.loads(line)["article"] for line in times.lines(times.SET)}
    assert told <= {f"GUM_news_{name}" for name in times.PARTS["all"]}
