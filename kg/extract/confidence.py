"""Confidence: how likely a claim is to be what the sentence says, from what tends to go wrong.

A logistic model over a few named properties of the claim. The weights are the first ones, set by
reading claims; `benchmarks/calibration.py` measures how well they keep their word.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kg.extract.sentences import sentence
from kg.model import Stance

if TYPE_CHECKING:
    from kg.extract.clauses import Clause
    from kg.extract.relations import Relation
    from kg.extract.stance import Setting

BIAS = 2.6
WEIGHTS = {
    "understood subject": -0.7,  # control and reduced relatives depend on attachment
    "pronoun subject": -0.5,  # a coreference link stands between text and claim
    "pronoun object": -0.4,
    "no object": -0.4,
    "far subject": -0.4,  # more than ten words between subject and verb
    "long sentence": -0.5,  # parse errors grow with length
    "coordinated verb": -0.3,
    "hypothetical": -0.2,
}


def confidence(clause: Clause, relation: Relation, found: Setting) -> float:
    """Return a confidence in (0, 1), rounded to two places."""
    verb = clause.verb
    holds = {
        "understood subject": clause.understood,
        "pronoun subject": relation.subject.pos_ == "PRON",
        "pronoun object": relation.object is not None and relation.object.pos_ == "PRON",
        "no object": relation.object is None,
        "far subject": abs(relation.subject.i - verb.i) > 10,
        "long sentence": len(sentence(verb)) > 35,
        "coordinated verb": verb.dep_ == "conj",
        "hypothetical": found.stance is Stance.HYPOTHETICAL,
    }
    score = BIAS + sum(WEIGHTS[name] for name, held in holds.items() if held)
    return round(1 / (1 + math.exp(-score)), 2)
