"""Mood: what kind of sentence it is – one that says, asks or orders.

    "Has she resigned?", "Sell the ships", "She could say that they won" → not said to be so

A question in somebody's quotation within the sentence is not the sentence's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.clauses import SUBJECTS, is_bare, subjects
from kg.extract.once import children, once, sentence
from kg.extract.stance.conditions import conditional

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLOSING = frozenset({'"', "”", "’", "'"})
_MARKS = frozenset({'"', "“", "”"})


def is_unreal(verb: Token) -> bool:
    """Tell whether a governing verb is itself only possible, asked or ordered."""
    ordered = is_bare(verb) and verb.dep_ in {"ROOT", "ccomp", "advcl"} and not subjects(verb)[0]
    return (
        ordered
        or any(c.dep_ == "aux" and c.tag_ == "MD" for c in children(verb))
        or conditional(verb)
    )


@once
def is_question(root: Token) -> bool:
    """Tell whether the sentence of a root verb asks."""
    last = (t for t in reversed(sentence(root)) if not t.is_space)
    asked = next((t for t in last if t.text not in _CLOSING), None)
    if asked is None or asked.text != "?":
        return False
    # an odd number of marks on the way: somebody else asks, in a quotation
    return sum(t.text in _MARKS for t in root.doc[root.i : asked.i]) % 2 == 0


def is_imperative(root: Token, verb: Token) -> bool:
    """Tell whether a verb is the root of its sentence and orders: ``Sell the ships``."""
    if root != verb or verb.tag_ != "VB":
        return False
    return not any(c.dep_ in SUBJECTS | {"aux"} for c in children(verb))
