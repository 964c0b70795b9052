"""Confidence: how likely a claim is to be what its sentence says, from what tends to go wrong.

A logistic model over a few named properties of the clause. The weights were fitted (ridge-penalised,
rounded) to verdicts of readers on random claims; `benchmarks/sample.py --score` shows how well the
confidence keeps its word on a reading.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kg.extract.once import sentence
from kg.model import Stance

if TYPE_CHECKING:
    from kg.extract.clauses import Clause
    from kg.extract.relations import Relation
    from kg.extract.stance import Setting

BIAS = 1.45
WEIGHTS = {
    "main clause": 0.9,
    "adverbial clause": -0.5,  # its subject and its place are the parser's weakest spots
    "relative clause": -0.3,  # attachment to the nearest noun
    "coordinated verb": -0.25,
    "copula": -0.45,  # "is" joins what the sentence only compares, lists or denies
    "passive": 0.3,
    "no object": 0.35,  # fewer places to go wrong
    "object by name": 0.15,
    "pronoun object": -0.2,
    "hypothetical": -0.55,
    "reported": -0.45,  # the source has to be right as well
    "far subject": -0.2,  # more than ten words between subject and verb
    "long sentence": -0.25,  # more than thirty words
    "very long sentence": -0.35,  # more than forty-five
}
_FAR, _LONG, _VERY_LONG = 10, 30, 45


def confidence(clause: Clause, relation: Relation, found: Setting) -> float:
    """Return a confidence in (0, 1), rounded to two places."""
    verb, obj = clause.lead, relation.object
    length = len(sentence(verb))
    holds = {
        "main clause": verb.dep_ == "ROOT",
        "adverbial clause": verb.dep_ == "advcl",
        "relative clause": verb.dep_ == "relcl",
        "coordinated verb": verb.dep_ == "conj",
        "copula": clause.copular,
        "passive": clause.passive,
        "no object": obj is None,
        "object by name": obj is not None and obj.pos_ == "PROPN",
        "pronoun object": obj is not None and obj.pos_ == "PRON",
        "hypothetical": found.stance is Stance.HYPOTHETICAL,
        "reported": found.stance is Stance.REPORTED,
        "far subject": abs(relation.subject.i - verb.i) > _FAR,
        "long sentence": length > _LONG,
        "very long sentence": length > _VERY_LONG,
    }
    score = BIAS + sum(WEIGHTS[name] for name, held in holds.items() if held)
    return round(1 / (1 + math.exp(-score)), 2)
