"""Does the CaRB scorer give what is computed by hand, and the known numbers of OpenIE 5?"""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

import carb
from carb import Extraction, Match

SHARED = Path(__file__).resolve().parents[3] / "shared" / "bench" / "carb"
GOLD = Extraction("made an offer on", ("Ms. Holm", "the old ferry", "last year"))


def test_words_are_counted_slot_by_slot():
    found = Extraction("made", ("Ms. Holm", "a final offer on the old ferry"))
    # of the 10 words found, 1 + 2 + 3 stand in the same slot; the gold has 4 + 2 + 5 words
    assert carb.compare(GOLD, found) == Match(6 / 10, 6 / 11)


def test_a_word_counts_as_often_as_both_have_it():
    gold = Extraction("saw", ("the son of the king", "it"))
    found = Extraction("saw", ("the the the king", "it"))
    assert carb.compare(gold, found) == Match(5 / 6, 5 / 7)


def test_relations_without_a_common_word_do_not_match():
    assert carb.compare(GOLD, Extraction("bought", GOLD.arguments)) == carb.NOTHING


def test_be_stands_for_any_form_of_it():
    gold = Extraction("was", ("Holm", "mayor"))
    assert carb.compare(gold, Extraction("be", ("Holm", "mayor"))) == Match(1.0, 1.0)


def test_arguments_of_a_verb_of_speech_may_change_places():
    gold = Extraction("said", ("it is over", "Holm"))
    assert carb.compare(gold, Extraction("said", ("Holm", "it is over"))) == Match(1.0, 1.0)
    gold = Extraction("sold", ("it is over", "Holm"))
    assert carb.compare(gold, Extraction("sold", ("Holm", "it is over"))) == Match(1 / 5, 1 / 5)


def test_precision_takes_the_best_pair_first_and_each_tuple_once():
    matches = [[Match(0.9, 0), Match(0.8, 0)], [Match(0.8, 0), Match(0.25, 0)]]
    assert carb.pair_precision(matches) == pytest.approx(0.9 + 0.25)


def test_recall_lets_one_extraction_cover_several_gold_tuples():
    matches = [[Match(0, 0.5), Match(0, 0.1)], [Match(0, 0.7), Match(0, 0.2)]]
    assert carb.cover_recall(matches) == pytest.approx(0.5 + 0.7)


def test_curve_goes_down_through_the_confidences():
    gold = {"s": [Extraction("sold", ("Holm", "ferry")), Extraction("left", ("she", "town"))]}
    right = Extraction("sold", ("Holm", "ferry"), 0.9)
    wrong = Extraction("ate", ("Holm", "ferry"), 0.5)
    half = Extraction("left", ("he", "town of Ostby"), 0.5)
    points = carb.curve(gold, {"s": [wrong, right, half], "t": [right]})
    assert points == [
        carb.Point(0.9, 1.0, 1 / 2),
        carb.Point(0.5, pytest.approx((1 + 2 / 5) / 3), pytest.approx((1 + 2 / 3) / 2)),
    ]
    assert carb.best(points) == points[0]
    assert carb.area(points) == pytest.approx(1 / 2 + (1 / 3) * (7 / 15))


def test_context_arguments_of_the_gold_are_left_out(tmp_path):
    (tmp_path / "dev.tsv").write_text("S .\tsold\tHolm\tit\tC: they said\n", encoding="utf-8")
    assert carb.read_gold(tmp_path / "dev.tsv") == {"S .": [Extraction("sold", ("Holm", "it"))]}


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="needs the evaluation data beside the checkout")
def test_openie5_gets_its_known_numbers():
    found = carb.read_openie5(SHARED / "openie5_output.txt")
    figures = carb.row("OpenIE 5", carb.read_gold(SHARED / "dev.tsv"), found).figures
    assert [round(figures[n], 3) for n in ("P", "R", "F1", "AUC")] == [0.526, 0.406, 0.458, 0.240]
