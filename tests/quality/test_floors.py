"""Floors under what the extractor finds. They only rise: a change that lowers one is a regression.

The measurements are those of `benchmarks/`; the gold of the given articles lies outside the
repository and is skipped where it is missing.
"""

import importlib
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
sys.path.append(str(ROOT / "benchmarks"))

facts, traps = importlib.import_module("facts"), importlib.import_module("traps")

pytestmark = pytest.mark.model
needs_shared = pytest.mark.skipif(
    not (SHARED / "eval").is_dir(), reason="the evaluation data is not beside the checkout"
)

# group of articles → the least share of gold facts found strictly, and the most claims per fact
FLOORS = {"given": (0.70, 3.0), "GUM, development": (0.70, 3.0), "seeds": (0.78, 3.0)}


@pytest.mark.shared
@needs_shared
@pytest.mark.parametrize("group", FLOORS)
def test_gold_facts_are_found_and_meant_as_the_article_means_them(group):
    least, most = FLOORS[group]
    figures = facts.total(facts.score_group(SHARED, group))
    assert figures["strict"] >= least
    assert figures["claims per fact"] <= most
    assert figures["polarity"] >= 0.97
    assert figures["stance"] >= 0.92
    assert figures["source"] >= 0.80
    assert figures["time"] >= 0.75


@pytest.fixture(scope="module")
def judged():
    return traps.verdicts()


def test_no_trap_leaves_a_bare_claim(judged):
    assert [line for v in judged if v.broken for line in traps.describe(v)] == []


def test_the_plain_member_of_a_pair_is_found(judged):
    assert traps.figures(judged)["found"] >= 0.93


def test_what_a_trap_says_instead_is_read(judged):
    assert traps.figures(judged)["read"] >= 0.88
