"""Does the QASRL scorer pair arguments with answers as computed by hand?"""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

import qasrl
from qasrl import Verb

COLUMNS = "qasrl_id,verb_idx,question,answer_range,is_negated\n"


def words(start, end):
    return frozenset(range(start, end))


def test_overlap_is_intersection_over_union():
    assert qasrl.overlap(words(0, 4), words(2, 6)) == pytest.approx(2 / 6)
    assert qasrl.overlap(words(0, 2), words(2, 4)) == 0.0


def test_an_overlap_of_three_tenths_is_enough():
    assert qasrl.pairs([words(0, 10)], [words(0, 3)]) == 1
    assert qasrl.pairs([words(0, 11)], [words(0, 3)]) == 0


def test_an_answer_is_used_once():
    assert qasrl.pairs([words(0, 4)], [words(0, 3), words(1, 4)]) == 1


def test_as_many_pairs_as_can_be():
    # the first argument fits both answers, the second only the first: both find one
    gold, found = [words(0, 4), words(3, 6)], [words(2, 5), words(0, 3)]
    assert qasrl.pairs(gold, found) == 2


def test_scores_of_three_verbs_by_hand():
    gold = [
        Verb("s", 1, (words(0, 1), words(2, 4)), negated=False),
        Verb("s", 5, (words(0, 1),), negated=True),
        Verb("t", 0, (words(3, 9),), negated=True),
    ]
    found = {
        ("s", 1): Verb("s", 1, (words(2, 4), words(5, 6)), negated=False),
        ("s", 5): Verb("s", 5, (words(0, 2),), negated=True),
        ("s", 9): Verb("s", 9, (words(0, 2),), negated=True),
    }
    result = qasrl.score(gold, found)
    assert result["with a clause"] == pytest.approx(2 / 3)
    assert result["argument recall"] == pytest.approx(2 / 4)
    assert result["precision"] == pytest.approx(2 / 3)
    assert result["negation right"] == 1.0
    assert result["denials found"] == pytest.approx(1 / 2)
    assert result["denials right"] == 1.0


def test_every_span_of_an_answer_is_one(tmp_path):
    (tmp_path / "gold.csv").write_text(
        COLUMNS + "s,3,How?,4:6~!~1:2,False\ns,3,Who didn't?,0:1,True\nt,0,What?,1:2,False\n",
        encoding="utf-8",
    )
    assert qasrl.read_gold(tmp_path / "gold.csv") == [
        Verb("s", 3, (words(4, 6), words(1, 2), words(0, 1)), negated=True),
        Verb("t", 0, (words(1, 2),), negated=False),
    ]


@pytest.mark.model
def test_our_verbs_count_tokens_as_the_data_does():
    (verb,) = qasrl.our_verbs("s", "Mr. Holm did n't sell the well-known ferry .")
    assert verb == Verb("s", 4, (words(0, 2), words(6, 8)), negated=True)
