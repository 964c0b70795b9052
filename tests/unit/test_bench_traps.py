"""Are trap pairs judged as their README says, on claims made by hand?"""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

import traps

from kg.model import (
    Certainty,
    Claim,
    Evidence,
    Literal,
    Polarity,
    PostStatus,
    Predicate,
    Ref,
    Source,
    Stance,
)

SOLD = Claim(
    id="c",
    article="a",
    subject=Ref(id="e1", name="Harbor Bank", type="Organization"),
    predicate=Predicate(id="kgr:sell", lemma="sell", label="sold"),
    object=Ref(id="e2", name="old ferry", type="Phrase"),
    polarity=Polarity.POSITIVE,
    stance=Stance.ASSERTED,
    certainty=Certainty.CERTAIN,
    evidence=Evidence(quote="", start=0, end=0, extractor="x"),
    confidence=0.9,
)
DENIED = replace(SOLD, polarity=Polarity.NEGATIVE)
WANTED = {"subject": "the Harbor Bank", "lemma": ["sell"], "object": ["ferry", "old Ferry"]}
ASSERTED = WANTED | {"polarity": "positive", "stance": "asserted", "attribution": None}
PAIR = {
    "id": "p1",
    "phenomenon": "not",
    "kind": "negative",
    "plain": "Harbor Bank sold the old ferry.",
    "trap": "Harbor Bank did not sell the old ferry.",
    "want": [ASSERTED],
    "never": [WANTED],
    "trap_want": [ASSERTED | {"polarity": "negative"}],
}


def test_case_and_determiners_do_not_matter():
    assert traps.says(ASSERTED, SOLD)
    assert not traps.says(ASSERTED | {"object": "new ferry"}, SOLD)


def test_a_star_accepts_no_object_and_null_accepts_nothing_else():
    alone = replace(SOLD, object=None)
    assert traps.says(ASSERTED | {"object": "*"}, alone)
    assert traps.says(ASSERTED | {"object": None}, alone)
    assert not traps.says(ASSERTED | {"object": None}, SOLD)
    assert traps.says(ASSERTED | {"object": "40"}, replace(SOLD, object=Literal(value="40")))


def test_the_verb_that_a_lemma_hangs_on_makes_it_another():
    wants = replace(SOLD, predicate=replace(SOLD.predicate, lemma="want to sell"))
    assert not traps.breaks(WANTED, wants)


def test_what_is_denied_or_hypothetical_breaks_nothing():
    assert traps.breaks(WANTED, SOLD)
    assert not traps.breaks(WANTED, DENIED)
    assert not traps.breaks(WANTED, replace(SOLD, stance=Stance.HYPOTHETICAL))
    reported = replace(SOLD, stance=Stance.REPORTED)
    assert traps.breaks(WANTED, reported)
    assert not traps.breaks(WANTED | {"never_stance": ["asserted"]}, reported)


def test_a_post_may_be_forbidden_by_its_status():
    never = WANTED | {"never_status": ["current", "acting"]}
    assert traps.breaks(never, SOLD)
    assert not traps.breaks(never, replace(SOLD, status=PostStatus.NOMINEE))


def test_sources_run_from_the_innermost_outwards():
    inner, outer = (Source(id=n, name=n, cue="said") for n in ("Ann Lee", "an aide"))
    said = replace(SOLD, stance=Stance.REPORTED, attribution=(inner, outer))
    wanted = WANTED | {"attribution": "Ann Lee"}
    assert traps.says(wanted, said)
    assert traps.says(wanted | {"attribution_chain": ["Ann Lee", "aide"]}, said)
    assert not traps.says(wanted | {"attribution_chain": ["Ann Lee"]}, said)
    assert not traps.says(wanted, SOLD)
    assert not traps.says(WANTED | {"attribution": None}, said)


def test_a_pair_passes_when_it_is_found_and_safe():
    good = traps.judge(PAIR, [SOLD], [DENIED])
    silent = traps.judge(PAIR, [], [])
    fallen = traps.judge(PAIR, [SOLD], [SOLD])
    assert [v.passed for v in (good, silent, fallen)] == [True, False, False]
    result = traps.figures([good, silent, fallen])
    assert result["found"] == pytest.approx(2 / 3)
    assert result["safe of those"] == pytest.approx(1 / 2)
    assert result["all safe"] == pytest.approx(2 / 3)
    assert result["passed"] == pytest.approx(1 / 3)
    assert result["read"] == pytest.approx(1 / 3)


def test_failures_name_the_pair_and_the_sentence():
    (line,) = traps.describe(traps.judge(PAIR, [SOLD], [SOLD, DENIED]))
    assert line.startswith("p1 BROKEN: the Harbor Bank – sell – ")
    assert line.endswith(" | Harbor Bank did not sell the old ferry.")
