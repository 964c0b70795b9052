"""Are the figures of several gold files added up as by hand?"""

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

import facts
from facts import Scored
from measures import NoDataError

ONE = {
    "facts": 3,
    "claims": 12,
    "strict": 0.667,
    "lenient": 1.0,
    "polarity": "2/2",
    "stance": "1/2",
    "source": "0/1",
    "negative right": "1/1",
    "hypothetical right": "0/0",
    "reported right": "0/1",
}
TWO = ONE | {"facts": 7, "claims": 8, "strict": 0.143, "lenient": 0.143, "polarity": "0/1"}
TWO |= {"time": "1/1", "stance": "1/1", "negative right": "2/4"}
del TWO["source"]


@pytest.fixture
def figures():
    return facts.total([Scored("one", ONE, ()), Scored("two", TWO, ())])


def test_every_fact_counts_the_same(figures):
    assert figures["facts"] == 10
    assert figures["strict"] == pytest.approx(3 / 10)
    assert figures["lenient"] == pytest.approx(4 / 10)


def test_what_is_found_under_a_part_of_the_name_only_is_told(figures):
    assert figures["strict of lenient"] == pytest.approx(3 / 4)


def test_the_last_row_is_of_all_groups(monkeypatch, tmp_path):
    made = dict(
        zip(facts.GROUPS, ([Scored("one", ONE, ())], [Scored("two", TWO, ())], []), strict=True)
    )
    made["seeds"] = made["given"]
    monkeypatch.setattr(facts, "score_group", lambda _, name: made[name])
    *_, last = facts.rows(tmp_path)
    assert last.name == "gold facts, all"
    assert last.figures["facts"] == 3 + 7 + 3
    assert last.figures["strict"] == pytest.approx(5 / 13)


def test_claims_per_fact_tells_how_much_else_is_said(figures):
    assert figures["claims per fact"] == pytest.approx(20 / 10)


def test_what_was_judged_is_added_up(figures):
    assert figures["polarity"] == pytest.approx(2 / 3)
    assert figures["stance"] == pytest.approx(2 / 3)


def test_what_one_file_does_not_judge_counts_in_the_others_alone(figures):
    assert (figures["source"], figures["time"], figures["former"]) == (0.0, 1.0, 0.0)


def test_rare_kinds_stay_counts(figures):
    assert figures["negative right"] == "3/5"
    assert figures["hypothetical right"] == "0/0"
    assert figures["reported right"] == "0/2"


def test_misses_stand_before_the_figures():
    result = facts.read_score("one", f"f3   strict lenient\nf9   stance\n{json.dumps(ONE)}\n")
    assert result == Scored("one", ONE, ("f3   strict lenient", "f9   stance"))


def test_gold_without_its_articles_is_no_data(tmp_path):
    with pytest.raises(NoDataError, match="gold"):
        facts.given(tmp_path, tmp_path)
