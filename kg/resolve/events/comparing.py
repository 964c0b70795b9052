"""How likely two tellings are of one happening, from features that have names.

    same word · articles alike · same patient   →   .93

The features are few and say what a reader would say. Their weights are in `event_weights.json`, learnt by
logistic regression on the odd topics of ECB+ (Cybulska and Vossen 2014; `benchmarks/train_events.py`);
the head word and the article decide most there (Upadhyay and others 2016; Barhom and others 2019). What
rules two tellings out is no feature (see *contradicting*).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.lexicon.happenings import kinds
from kg.resolve.events import parties
from kg.resolve.events.weights import EVENTS, chance

if TYPE_CHECKING:
    from kg.resolve.events.coverage import Coverage
    from kg.resolve.events.tellings import Slot, Telling


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
    agents = (left.article, left.agent), (right.article, right.agent)
    patients = (left.article, left.patient), (right.article, right.patient)
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
        "same agent": agreement(*agents, coverage),
        "same patient": agreement(*patients, coverage),
        "other agent": _unlike(*agents, coverage),
        "other patient": _unlike(*patients, coverage),
        "one is a noun": float(left.noun != right.noun),
    }


def likelihood(left: Telling, right: Telling, coverage: Coverage) -> float:
    """Return how likely it is that two tellings are of one happening, from 0 to 1."""
    return chance(features(left, right, coverage), EVENTS)


def agreement(
    left: tuple[str, Slot | None], right: tuple[str, Slot | None], coverage: Coverage
) -> float:
    """Return how much two participants, each with its article, look like one, from 0 to 1."""
    (here, one), (there, other) = left, right
    if one is None or other is None:
        return 0.0
    if one.id and other.id:
        return float(one.id == other.id)
    return parties.likelihood(one.party(here), other.party(there), coverage)


def _unlike(
    left: tuple[str, Slot | None], right: tuple[str, Slot | None], coverage: Coverage
) -> float:
    """Return how much two participants look like two; where one is not told, nothing does."""
    if left[1] is None or right[1] is None:
        return 0.0
    return 1.0 - agreement(left, right, coverage)
