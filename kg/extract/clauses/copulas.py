"""Copulas: what a verb says that its subject or object is.

    "Ida Holm is a judge and a mother" → judge, mother
    "They call the ship “Petrel”" → Petrel

What stands before both verb and subject is not said of the subject, question words apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.clauses.predicates import SUBJECTS
from kg.extract.once import children
from kg.extract.phrases import conjuncts

if TYPE_CHECKING:
    from spacy.tokens import Token


def copula_complements(verb: Token) -> list[Token]:
    """Return what a copula says of its subject, not what stands before both."""
    found = [c for c in children(verb) if c.dep_ in {"attr", "acomp", "oprd"}]
    who = [c.i for c in children(verb) if c.dep_ in SUBJECTS and c.i < verb.i]
    return [c for c in found if not who or c.i > who[0] or c.tag_ in {"WP", "WRB", "WDT"}]


def attributes_of(token: Token) -> list[Token]:
    """Return the coordinates of a complement that describes: a noun, adjective, number …"""
    return (
        conjuncts(token)
        if token.pos_ in {"NOUN", "PROPN", "ADJ", "NUM", "PRON", "ADV", "VERB", "DET"}
        else []
    )


def is_quoted_apposition(child: Token) -> bool:
    """``called it a “disgrace”``: tell whether an apposition stands in quotation marks."""
    first = child.left_edge
    before = first if first.is_quote or first.i == 0 else first.nbor(-1)
    return child.dep_ == "appos" and before.is_quote
