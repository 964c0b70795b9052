"""Attachment: what a clause belongs to where parsers attach it too high or too low.

    "picked her to lead it without asking" → without asking: picked
    "ended with England winning the cup" → winning: England

Of the prepositions, only ``without``, ``with`` and ``for`` are known to go wrong so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.clauses.objects import direct_objects
from kg.extract.clauses.persons import can_act_itself
from kg.extract.clauses.predicates import is_predicate
from kg.extract.clauses.verb_forms import is_infinitive
from kg.extract.lemmas import lemma_of
from kg.lexicon.embedding import CHOOSING

if TYPE_CHECKING:
    from spacy.tokens import Token


def noun_before(infinitive: Token) -> Token | None:
    """Return the noun right before ``to``: parsers hang the infinitive on one further up."""
    before = infinitive.left_edge.nbor(-1) if infinitive.left_edge.i else None
    return before if before is not None and before.pos_ == "NOUN" else None


def subject_after_preposition(verb: Token) -> list[Token]:
    """``ended with Sweden winning``, ``opened for guests to see``: parsers hang the clause higher."""
    before = verb.left_edge.nbor(-1) if verb.left_edge.i else verb
    if before.dep_ != "pobj" or before.head.head != verb.head:
        return []
    with_ = verb.tag_ == "VBG" and verb.left_edge == verb and before.head.lower_ == "with"
    for_ = is_infinitive(verb) and before.head.lower_ == "for" and can_act_itself(before)
    return [before] if with_ or for_ else []


def governor_of(preposition: Token) -> Token:
    """Return what a prepositional clause modifies.

    Parsers attach ``without`` low: in "picked her to lead it without asking", it is the picking that was
    done without asking, and the purpose is only part of it.
    """
    governor = preposition.head
    if (
        preposition.lower_ == "without"
        and governor.dep_ in {"advcl", "xcomp"}
        and is_infinitive(governor)
    ):
        above = governor.head
        if is_predicate(above) and lemma_of(above) in CHOOSING and direct_objects(above):
            return above
    return governor
