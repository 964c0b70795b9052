"""``kg tuples`` as scorers call it."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.model

SENTENCES = "Mara Lindqvist founded the company in 2031.\n\nHm.\nThe boat\tsank off Norhaven.\n"


def test_each_line_is_sentence_confidence_relation_and_arguments(tmp_path):
    (tmp_path / "in.txt").write_text(SENTENCES, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "kg", "tuples", "in.txt"],
        cwd=tmp_path, capture_output=True, text=True, check=True,
    )  # fmt: skip
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    first = next(row for row in rows if row[0].startswith("Mara"))
    assert first[0] == SENTENCES.partition("\n")[0]
    assert 0 < float(first[1]) <= 1
    assert first[2] == "founded"
    assert first[3:5] == ["Mara Lindqvist", "the company"]
    assert any(
        row[0] == "The boat sank off Norhaven." and row[2].startswith("sank") for row in rows
    )
