"""Predicates: which words head a clause, and which subjects stand beside them.

    "The mayor, who has been ill, will resign" → been, resign; not: has, will

Auxiliaries and participles that only describe a noun in front of it head no clause.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.once import children, once

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
# Positions of a verb that is not a predicate of its own.
_NO_PREDICATE = frozenset(
    {"aux", "auxpass", "compound", "amod", "det", "nmod", "case", "mark", "punct", "prep", "cc"}
)


@once
def is_predicate(token: Token) -> bool:
    """Tell whether a token is the predicate of a clause."""
    if token.dep_ in _NO_PREDICATE or token.tag_ == "MD" or not token.text[0].isalpha():
        return False
    if token.pos_ == "VERB":
        return True
    return token.pos_ == "AUX" and any(
        c.dep_ in {"attr", "acomp", "nsubj", "prep", "oprd"} for c in children(token)
    )


def own_subject(verb: Token) -> list[Token]:
    """Return the subjects that hang on a verb itself, as they stand."""
    return [c for c in children(verb) if c.dep_ in SUBJECTS]
