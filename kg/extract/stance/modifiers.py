"""Modified nouns: what the noun tells of the relative or participle clause that hangs on it.

    "It was not she who leaked the memo" → negative
    "the clerk, who left, …" → set off: the writer's own words
    "wants to meet the clerk who left" → definite: the wish does not touch it

How such a clause is read is in `kg.extract.stance.climbing`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.negation import is_negated
from kg.extract.once import children

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extract.stance.walk import Walk


def cleft(walk: Walk, noun: Token) -> None:
    """``It was not she who leaked the memo``."""
    verb = noun.head
    it = any(c.lower_ == "it" and c.dep_ == "nsubj" for c in children(verb))
    walk.negative ^= noun.dep_ == "attr" and it and is_negated(verb)


def set_off(noun: Token, clause: Token) -> bool:
    """Tell whether a clause is told on the side: after a comma, or of an apposition."""
    if noun.dep_ == "appos":
        return True
    if clause.dep_ != "relcl":
        return False
    comma = next((t for t in noun.doc[noun.i + 1 : clause.i] if t.text == ","), None)
    return comma is not None and comma.nbor(1).tag_ in {"WDT", "WP", "WP$", "IN", "WRB"}


def definite(noun: Token) -> bool:
    """Tell whether a noun phrase is a name, a possessive or a definite description."""
    if noun.pos_ == "PROPN" or noun.ent_type_:
        return True
    determiners = {"the", "this", "that", "these", "those"}
    return any(
        c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in determiners) for c in children(noun)
    )
