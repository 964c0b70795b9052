"""Planted namesakes and aliases over articles: what may never be merged, and how many must be."""

import sys
from collections import Counter
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

import pairs

pytestmark = pytest.mark.model

ALIASES = 45  # of 50


@pytest.fixture(scope="module")
def project():
    return pairs.project()


@pytest.mark.parametrize("together", [False, True], ids=["each a build", "all in one build"])
def test_no_namesakes_are_merged_and_most_aliases_are(project, together):
    judged = project.verdicts(together=together)
    merged = [v for v in judged if v.merged]
    assert [pairs.describe(v) for v in merged if v.pair["kind"] == "homonym"] == []
    passed = Counter(v.pair["kind"] for v in judged if v.passed)
    assert passed["homonym"] == 50
    assert passed["alias"] >= ALIASES, [pairs.describe(v) for v in judged if not v.passed]
