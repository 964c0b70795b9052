"""Prepositional clauses: what a preposition and the word before it make of the clause after it.

    "left without paying", "kept her from paying" → negative
    "accused her of hiding it" → reported

Phrases without a verb say nothing of a clause.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.clauses import governor_of, is_predicate
from kg.extract.lemmas import lemma_of
from kg.extract.once import children
from kg.extract.stance.conditions import openers
from kg.extract.stance.mood import is_unreal
from kg.extract.stance.speakers import add_voice
from kg.lexicon import embedding as lex
from kg.lexicon.embedding import Embedding

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extract.stance.walk import Walk


def prepositional_clause(walk: Walk, low: Token, high: Token) -> bool:
    """``without consulting``, ``about whether``, ``accused of hiding``, ``prevented from leaving``."""
    word = high.lower_
    if word == "without" or (
        word in {"of", "than"} and high.i and high.nbor(-1).lower_ in {"instead", "rather"}
    ):
        walk.deny()
    walk.unreal |= bool(openers(low) & {"whether", "if"}) or any(
        c.lower_ == "whether" for c in children(low)
    )
    governor = governor_of(high)
    if not is_predicate(governor):
        kind = lex.NOUN_EMBEDDING.get(lemma_of(governor))
        walk.unreal |= kind in {Embedding.DESIRE, Embedding.QUESTION}
        walk.reported |= kind in {Embedding.SPEECH, Embedding.BELIEF}
        return True
    lemma = lemma_of(governor)
    if (lemma, word) in lex.OBJECT_CONTROL_PREPOSITIONS and lemma in lex.ALLEGING:
        walk.reported = True
        add_voice(walk, governor)
    elif lemma in lex.CLEARING and word == "of":
        walk.negative, walk.unreal = True, True
    elif (lemma, word) in lex.OBJECT_CONTROL_PREPOSITIONS and lemma in lex.PREVENTING:
        walk.deny()
    elif lemma in lex.DESIRE and word in {"about", "of", "on", "for", "against", "to"}:
        walk.unreal = True
    walk.unreal |= is_unreal(governor)
    return True
