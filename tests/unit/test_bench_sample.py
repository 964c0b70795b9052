"""Is a sample the same every time, and are verdicts added up as by hand?"""

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

import sample


def claim(number, **fields):
    return {
        "id": f"claim/{number:03}",
        "article": {"id": "article/1", "url": None},
        "subject": {"name": "Mara Holm"},
        "predicate": {"label": "left"},
        "object": None,
        "qualifiers": [],
        "polarity": "positive",
        "stance": "asserted",
        "certainty": "certain",
        "attribution": [],
        "evidence": {"quote": "Ms. Holm left.", "start": number, "end": number + 14},
        "confidence": 0.9,
    } | fields


def reading(verdict, confidence, error=""):
    return {"claim": "c", "verdict": verdict, "confidence": confidence, "error": error}


CLAIMS = [claim(n) for n in range(50)]


def test_the_seed_alone_decides_what_is_drawn():
    first = sample.draw(CLAIMS, 10, 1)
    assert sample.draw(CLAIMS[::-1], 10, 1) == first
    assert sample.draw(CLAIMS, 10, 2) != first
    assert len({c["id"] for c in first}) == 10


def test_all_are_drawn_where_there_are_fewer():
    assert sample.draw(CLAIMS[:3], 10, 1) == CLAIMS[:3]


def test_a_claim_is_printed_with_all_it_says():
    told = claim(
        1,
        object={"name": "the ferry"},
        qualifiers=[{"role": "time", "name": "Tuesday", "value": "2031-06-03"}],
        polarity="negative",
        stance="reported",
        attribution=[{"name": "an aide"}],
    )
    assert sample.in_words(told) == (
        "Mara Holm | left | the ferry | [time: Tuesday = 2031-06-03]  (NOT, reported, says an aide)"
    )
    assert sample.in_words(CLAIMS[0]) == "Mara Holm | left | –"


def test_interval_of_a_share():
    # Wilson (1927) for 8 of 10: centre (.8 + .19208) / 1.38416, half width .22785…
    low, high = sample.interval(8, 10)
    assert (low, high) == (pytest.approx(0.4902, abs=1e-3), pytest.approx(0.9433, abs=1e-3))
    assert sample.interval(0, 0) == (0.0, 1.0)
    assert sample.interval(5, 5)[1] == 1.0


def test_verdicts_are_added_up_by_confidence_and_error():
    lines = sample.summary(
        [
            reading("right", 0.95),
            reading("right", 0.9),
            reading("wrong", 0.92, "object"),
            reading("wrong", 0.7),
            reading("", 0.7),
        ]
    )
    assert lines[0].startswith("all: 2 of 4 right, .500 (")
    assert [line.partition(" right")[0] for line in lines[1:4]] == [
        "confidence 0.00 up: 0 of 1",
        "confidence 0.90 up: 1 of 2",
        "confidence 0.95 up: 1 of 1",
    ]
    assert lines[4:] == ["error in object: 1", "error in not said: 1", "not judged yet: 1"]


def test_a_verdict_in_other_words_is_refused():
    with pytest.raises(SystemExit, match="maybe"):
        sample.summary([reading("maybe", 0.9)])


def test_verdicts_are_never_overwritten(tmp_path):
    path = tmp_path / "readings" / "day.jsonl"
    sample.write(path, CLAIMS[:2])
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [r["claim"] for r in rows] == ["claim/000", "claim/001"]
    assert {"article", "triple", "quote", "confidence", "verdict", "error"} <= set(rows[0])
    with pytest.raises(SystemExit, match="already"):
        sample.write(path, CLAIMS)
