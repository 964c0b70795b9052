"""How likely two tellings are of one happening, from features that have names.

    same word · articles alike · same patient   →   .93

The features are few and say what a reader would say. Their weights are in `weights.json`, learnt by
logistic regression on the odd topics of ECB+ (Cybulska and Vossen 2014; `benchmarks/train_events.py`);
the head word and the article decide most there (Upadhyay and others 2016; Barhom and others 2019). What
rules two tellings out is no feature (see *contradicting*).
"""

from __future__ import annotations

import json
import math
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.lexicon.happenings import kinds

if TYPE_CHECKING:
    from kg.resolve.events.coverage import Coverage
    from kg.resolve.events.tellings import Slot, Telling

WEIGHTS = Path(__file__).with_name("weights.json")
_PLACES = 6


def comparable(left: Telling, right: Telling) -> bool:
    """Tell whether two words can name the same happening at all."""
    return left.concept == right.concept or bool(kinds(left.word) & kinds(right.word))


def features(left: Telling, right: Telling, coverage: Coverage) -> dict[str, float]:
    """Return what speaks for and against, by name."""
    word, concept = left.word == right.word, left.concept == right.concept
    here = left.article == right.article
    alike = 0.0 if here else coverage.likeness(left.article, right.article)
    same_sentence = here and left.start == right.start
    context = 0.0 if same_sentence else coverage.overlap(left.context, right.context)
    arguments = coverage.overlap(left.words, right.words)
    return {
        "any": 1.0,
        "same word": float(word),
        "same action": float(concept and not word),
        "articles alike": alike,
        "articles alike, same action": alike * concept,
        "articles very alike": max(alike - 0.2, 0.0),
        "rare word": coverage.share(left.word) if word else 0.0,
        "same article": float(here),
        "same sentence": float(same_sentence),
        "shared words around": context,
        "shared words of arguments": arguments,
        "no arguments known": float(not left.words or not right.words),
        "same agent": _agreement(left.agent, right.agent, coverage),
        "same patient": _agreement(left.patient, right.patient, coverage),
        "other agent": disagreement(left.agent, right.agent, coverage),
        "other patient": disagreement(left.patient, right.patient, coverage),
        "one is a noun": float(left.noun != right.noun),
    }


def likelihood(left: Telling, right: Telling, coverage: Coverage) -> float:
    """Return how likely it is that two tellings are of one happening, from 0 to 1."""
    weights = trained()
    found = features(left, right, coverage)
    score = math.fsum(weights[name] * value for name, value in found.items())
    return round(1 / (1 + math.exp(-score)), _PLACES)


@cache
def trained() -> dict[str, float]:
    """Return the weight of each feature."""
    data = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return {str(name): float(value) for name, value in data["weights"].items()}


def _agreement(left: Slot | None, right: Slot | None, coverage: Coverage) -> float:
    """Return how much two participants look like one, from 0 to 1."""
    if left is None or right is None:
        return 0.0
    if left.id and right.id:
        return float(left.id == right.id)
    return coverage.overlap(left.words, right.words)


def disagreement(left: Slot | None, right: Slot | None, coverage: Coverage) -> float:
    """Return how much two participants look like two."""
    if left is None or right is None:
        return 0.0
    return 1.0 - _agreement(left, right, coverage)
