"""Is the trap suite well formed?

Example: two lines of `tests/traps/pairs.jsonl` that share an id fail here, before any extractor is
measured with them. The meaning of the file is in `tests/traps/README.md`; whether an extractor
passes the traps is not asked here.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

TRAPS = Path(__file__).parent.parent / "traps"
LINES = (TRAPS / "pairs.jsonl").read_text(encoding="utf-8").splitlines()
Record = dict[str, Any]

PAIR_KEYS = {"id", "phenomenon", "kind", "source", "plain", "trap", "want", "never", "trap_want"}
MATCH_KEYS = {"subject", "lemma", "object"}
WANT_KEYS = MATCH_KEYS | {
    "polarity",
    "stance",
    "attribution",
    "attribution_chain",
    "certainty",
    "status",
}
NEVER_KEYS = MATCH_KEYS | {"never_stance", "never_certainty", "never_status"}
VALUES = {
    "polarity": {"positive", "negative"},
    "stance": {"asserted", "reported", "hypothetical"},
    "certainty": {"certain", "probable"},
    "status": {"current", "former", "acting", "nominee", "designate"},
}
LEAST = {"negative": 100, "hypothetical": 120, "attribution": 60, "factual": 1, "certainty": 1}


@pytest.fixture(scope="module")
def pairs() -> list[Record]:
    return [json.loads(line) for line in LINES]


def names(value: str | list[str] | None) -> set[str | None]:
    """List what a subject, lemma or object field accepts."""
    return set(value) if isinstance(value, list) else {value}


def overlap(left: Record, right: Record) -> bool:
    """Say whether one claim could match both descriptions."""
    return all(
        names(left[key]) & names(right[key]) or "*" in names(left[key]) | names(right[key])
        for key in MATCH_KEYS
    )


def forbids(never: Record, want: Record) -> bool:
    """Say whether a claim that satisfies `want` would be one that `never` forbids."""
    stances = never.get("never_stance", ["asserted", "reported"])
    return (
        overlap(never, want)
        and want["polarity"] == "positive"
        and want.get("stance", "asserted") in stances
        and want.get("certainty", "certain") in never.get("never_certainty", VALUES["certainty"])
        and want.get("status", "current") in never.get("never_status", VALUES["status"])
    )


def test_every_line_has_the_fields_of_a_pair(pairs: list[Record]) -> None:
    assert [pair["id"] for pair in pairs if set(pair) != PAIR_KEYS] == []


def test_ids_and_sentences_are_unique(pairs: list[Record]) -> None:
    for field in ("id", "plain", "trap"):
        assert [v for v, n in Counter(pair[field] for pair in pairs).items() if n > 1] == []


def test_the_trap_differs_from_the_plain_sentence(pairs: list[Record]) -> None:
    assert [pair["id"] for pair in pairs if pair["plain"] == pair["trap"]] == []


def test_sentences_are_of_news_length(pairs: list[Record]) -> None:
    sentences = [pair[side] for pair in pairs for side in ("plain", "trap")]
    assert [s for s in sentences if not 6 <= len(s.split()) <= 25] == []


def test_every_pair_asks_for_something_on_both_sides(pairs: list[Record]) -> None:
    empty = [p["id"] for p in pairs if not (p["want"] and (p["never"] or p["trap_want"]))]
    assert empty == []


def test_claims_use_the_known_fields(pairs: list[Record]) -> None:
    wanted = [claim for pair in pairs for claim in pair["want"] + pair["trap_want"]]
    forbidden = [claim for pair in pairs for claim in pair["never"]]
    assert [c for c in wanted if not MATCH_KEYS | {"polarity"} <= set(c) <= WANT_KEYS] == []
    assert [c for c in forbidden if not MATCH_KEYS <= set(c) <= NEVER_KEYS] == []


def test_claims_use_the_words_of_the_contract(pairs: list[Record]) -> None:
    for pair in pairs:
        for claim in pair["want"] + pair["trap_want"]:
            for field, allowed in VALUES.items():
                assert claim.get(field) in allowed | {None}, (pair["id"], field)
        for claim in pair["never"]:
            for field in ("stance", "certainty", "status"):
                assert set(claim.get(f"never_{field}", [])) <= VALUES[field], pair["id"]


def test_lemmas_are_lists_and_phrases_have_no_determiner(pairs: list[Record]) -> None:
    claims = [c for p in pairs for c in p["want"] + p["never"] + p["trap_want"]]
    assert [c for c in claims if not (isinstance(c["lemma"], list) and c["lemma"])] == []
    phrases = [n for c in claims for n in names(c["subject"]) | names(c["object"]) if n]
    assert [n for n in phrases if re.match(r"(a|an|the|no) ", n, re.IGNORECASE)] == []


def test_no_pair_forbids_what_it_wants_of_the_trap(pairs: list[Record]) -> None:
    clashes = [
        (pair["id"], want["lemma"])
        for pair in pairs
        for want in pair["trap_want"]
        if any(forbids(never, want) for never in pair["never"])
    ]
    assert clashes == []


def test_kinds_are_balanced(pairs: list[Record]) -> None:
    counts = Counter(pair["kind"] for pair in pairs)
    assert set(counts) == set(LEAST)
    assert {kind: n for kind, n in counts.items() if n < LEAST[kind]} == {}


def test_every_source_has_its_reference_in_the_readme(pairs: list[Record]) -> None:
    readme = (TRAPS / "README.md").read_text(encoding="utf-8")
    keys = {re.sub(r", ch\. \d+$", "", pair["source"]) for pair in pairs}
    assert sorted(key for key in keys if f"**{key}**" not in readme) == []
