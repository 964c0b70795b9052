"""Conditions: clauses that say under what condition something is so.

    "if she resigns", "as long as she pays", "had she resigned", "she resigns only if they pay"

The word lists are in `kg.lexicon.embedding`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.clauses import SUBJECTS
from kg.extract.once import children
from kg.lexicon import embedding as lex

if TYPE_CHECKING:
    from spacy.tokens import Token


def inverted(verb: Token) -> bool:
    """``had it happened``, ``should he resign``: an auxiliary before the subject makes a condition."""
    auxiliary = next((c for c in children(verb) if c.dep_ in {"aux", "auxpass"}), None)
    subject = next((c for c in children(verb) if c.dep_ in SUBJECTS), None)
    if auxiliary is None or subject is None or auxiliary.i > subject.i:
        return False
    return auxiliary.lower_ in {"had", "should", "were"} and auxiliary.i <= verb.left_edge.i + 1


def holds_only_if(verb: Token) -> bool:
    """``raises fares only if prices double``: a present tense under a condition tells of no event."""
    if verb.tag_ not in {"VBZ", "VBP"}:
        return False
    return any(c.dep_ == "advcl" and conditional(c) for c in children(verb))


def openers(verb: Token) -> set[str]:
    """Return the subordinating words of a clause."""
    tags = {"IN", "WRB", "VBN", "VBG"}
    return {
        c.lower_
        for c in children(verb)
        if c.dep_ in {"mark", "advmod"} and c.tag_ in tags and c.i < verb.i
    }


def conditional(verb: Token) -> bool:
    """``if``, ``unless``, ``as if``, ``as long as``."""
    if openers(verb) & lex.CONDITIONAL_MARKS:
        return True
    return verb.head.lower_ == "long" and any(c.lower_ in {"as", "so"} for c in children(verb.head))
