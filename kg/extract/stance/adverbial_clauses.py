"""Adverbial clauses: what the clause above makes of one that gives a condition, a purpose, a time.

    "sold the ship to pay her debts", "if she wins" → hypothetical
    "went on to win" → asserted

Clauses after a preposition are read by `kg.extract.stance.prepositional_clauses`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.clauses import SUBJECTS, continues, is_infinitive, is_predicate
from kg.extract.lemmas import lemma_of
from kg.extract.once import children
from kg.extract.stance.conditions import conditional
from kg.extract.stance.mood import is_unreal
from kg.lexicon import embedding as lex

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extract.stance.walk import Walk


def adverbial_clause(walk: Walk, low: Token, high: Token) -> bool:
    """``if she wins``, ``to win``, ``winning``: read what the clause above makes of it, and go on."""
    if conditional(low):
        walk.unreal = True
        return True
    if is_infinitive(low):
        walk.unreal |= lemma_of(high) not in lex.CAUSATIVE and not continues(high, low)
        return True
    absolute = any(c.dep_ in SUBJECTS for c in children(low)) and low.tag_ in {"VBG", "VBN"}
    if is_predicate(high) and not absolute:
        walk.unreal |= is_unreal(high) and low.tag_ in {"VBG", "VBN", "VBZ", "VBP"}
    return True
