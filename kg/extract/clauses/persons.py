"""Persons: which nouns may name somebody who acts.

    "the clerk", "Ida Holm", "she" – not "Geneva", "the harbor"

The nouns that name people are in `kg.lexicon.people`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.lexicon.people import PERSON_NOUNS, person_noun

if TYPE_CHECKING:
    from spacy.tokens import Token


def can_be_person(noun: Token) -> bool:
    """Tell whether a noun may name a person: by its word, and by the type of its name."""
    if noun.ent_type_ in {"GPE", "LOC", "FAC", "ORG", "DATE", "PRODUCT", "WORK_OF_ART", "LAW"}:
        return False
    return can_act_itself(noun)


def can_act_itself(noun: Token) -> bool:
    """Tell whether a noun is a name, a pronoun or a word for people."""
    return noun.pos_ in {"PROPN", "PRON"} or person_noun(noun.lower_) in PERSON_NOUNS
