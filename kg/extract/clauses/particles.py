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
_PARTICLE_ADVERBS = frozenset("away back down off out over up apart together aside forward".split())


def particle(verb: Token) -> str:
    """Return the particle of a verb, or the noun that makes one idea with it: turn down, take place."""
    for child in children(verb):
        if child.dep_ == "prt":
            return child.lower_
    for child in children(verb):
        if child.dep_ == "advmod" and child.lower_ in _PARTICLE_ADVERBS and child.i == verb.i + 1:
            return child.lower_
    objects = [c for c in children(verb) if c.dep_ == "dobj"]
    bare = bool(objects) and not any(
        c.dep_ in {"det", "amod", "poss"} for c in children(objects[0])
    )
    if bare and (lemma_of(verb), objects[0].lemma_) in IDIOMS:
        return objects[0].lower_
    return ""
