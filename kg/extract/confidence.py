"""Confidence: how likely a claim is to be what its sentence says, from what tends to go wrong.

A logistic model over a few named properties of the clause. The weights were fitted (ridge-penalised,
rounded) to verdicts of readers on random claims; `benchmarks/sample.py --score` shows how well the
confidence keeps its word on a reading.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kg.extract.once import sentence_bounds
from kg.model import Stance

if TYPE_CHECKING:
    from kg.extract.clauses import Clause
    from kg.extract.relations import Relation
    from kg.extract.stance import Setting

BIAS = 1.5
WEIGHTS = {
    "main clause": 0.35,
    "adverbial clause": -0.2,  # its subject and its place are the parser's weakest spots
    "complement": -0.3,  # an infinitive or gerund: whose it is must be understood
    "coordinated verb": -0.4,
    "coordinated object": -0.45,
    "understood subject": -0.4,
    "subject by name": 0.2,
    "pronoun subject": -0.35,
    "plural subject": -0.2,
    "object by name": 0.2,
    "no object": 0.15,  # fewer places to go wrong
    "hypothetical": -0.5,
    "reported": -0.5,  # the source has to be right as well
    "long sentence": -0.1,  # more than thirty words
    "very long sentence": -0.2,  # more than forty-five
}
_LONG, _VERY_LONG = 30, 45


def confidence(clause: Clause, relation: Relation, found: Setting) -> float:
    """Return a confidence in (0, 1), rounded to two places."""
    verb, who, obj = clause.lead, relation.subject, relation.object
    first, after = sentence_bounds(verb)
    length = after - first
    holds = {
        "main clause": verb.dep_ == "ROOT",
        "adverbial clause": verb.dep_ == "advcl",
        "complement": verb.dep_ in {"xcomp", "pcomp"},
        "coordinated verb": verb.dep_ == "conj",
        "coordinated object": obj is not None and obj.dep_ == "conj",
        "understood subject": clause.understood,
        "subject by name": who.pos_ == "PROPN",
        "pronoun subject": who.pos_ == "PRON",
        "plural subject": who.tag_ == "NNS",
        "object by name": obj is not None and obj.pos_ == "PROPN",
        "no object": obj is None,
        "hypothetical": found.stance is Stance.HYPOTHETICAL,
        "reported": found.stance is Stance.REPORTED,
        "long sentence": length > _LONG,
        "very long sentence": length > _VERY_LONG,
    }
    score = BIAS + sum(WEIGHTS[name] for name, held in holds.items() if held)
    return round(1 / (1 + math.exp(-score)), 2)
