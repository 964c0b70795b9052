"""Particles: the small word or bare noun that makes one idea with a verb.

    "turned down the offer" → down
    "took place in Lima" → place

Prepositions with a noun of their own bring arguments (`kg.extract.clauses.arguments`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.lemmas import lemma_of
from kg.extract.once import children
from kg.lexicon.nominals import IDIOMS

if TYPE_CHECKING:
    from spacy.tokens import Token

# Adverbs that change the verb's meaning as particles do: "turned away boats", "sent back".
_PARTICLE_ADVERBS = frozenset(
    "away back down off out over through up apart together aside forward".split()
)

# Clauses that leave no gap for a noun further up.
_NO_GAP = frozenset({"ROOT", "conj", "ccomp"})
# What follows a preposition that has no noun.
_CLOSING = frozenset({"PUNCT", "CCONJ", "SCONJ", "ADV", "SPACE"})


def particle(verb: Token) -> str:
    """Return the particle of a verb, or the noun that makes one idea with it: turn down, take place."""
    for child in children(verb):
        if child.dep_ == "prt":
            return child.lower_
    for child in children(verb):
        if child.dep_ == "advmod" and child.lower_ in _PARTICLE_ADVERBS and child.i == verb.i + 1:
            return child.lower_
    for child in children(verb):
        if child.dep_ == "prep" and child.i == verb.i + 1 and _is_stranded(child):
            return child.lower_  # "were built in", "was dealt with"
    objects = [c for c in children(verb) if c.dep_ == "dobj"]
    bare = bool(objects) and not any(
        c.dep_ in {"det", "amod", "poss"} for c in children(objects[0])
    )
    if bare and (lemma_of(verb), objects[0].lemma_) in IDIOMS:
        return objects[0].lower_
    return ""


def _is_stranded(preposition: Token) -> bool:
    """Tell whether a preposition has no noun, nor takes up one further up: ``the house he lives in``.

    What stands after it must close the phrase: parsers also lose a noun that is there.
    """
    after = preposition.i + 1
    closed = after == len(preposition.doc) or preposition.nbor().pos_ in _CLOSING
    free = not children(preposition) and preposition.head.dep_ in _NO_GAP
    return free and closed and preposition.pos_ == "ADP"
