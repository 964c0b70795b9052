"""Verb forms: passive, finite, bare or with ``to``.

    "The firm, founded in May, has failed to pay" → founded: passive; failed: finite; pay: infinitive

What the form means, an order or a wish, is left to `kg.extract.stance`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.clauses.predicates import SUBJECTS
from kg.extract.lemmas import lemma_of
from kg.extract.once import children, once
from kg.lexicon.embedding import DITRANSITIVE

if TYPE_CHECKING:
    from spacy.tokens import Token

# Tags of verbs with tense.
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
AUXILIARIES = frozenset({"aux", "auxpass"})
# What an object is called: parsers take the words in quotation marks for an apposition to it.
NAMING = frozenset({"brand", "call", "deem", "dub", "label", "term"})


@once
def is_passive(verb: Token) -> bool:
    """Tell whether a clause is passive: by its auxiliary, or as a reduced relative ("seized in May")."""
    below = {c.dep_ for c in children(verb)}
    if below & {"auxpass", "nsubjpass", "csubjpass"}:
        return True
    if verb.tag_ != "VBN":
        return _is_short_passive(verb)
    if "dobj" in below and lemma_of(verb) not in DITRANSITIVE | NAMING:
        return False  # "has flown missions, conducted raids"
    if verb.dep_ in {"acl", "advcl"}:
        return not any(c.dep_ == "aux" for c in children(verb))
    return (
        verb.dep_ == "conj"
        and not below & AUXILIARIES
        and is_passive(verb.head)
        and not below & SUBJECTS
    )


def _is_short_passive(verb: Token) -> bool:
    """``when asked whether``: a past without subject after *when* is a participle."""
    opened = any(c.lower_ in {"when", "if", "once"} for c in children(verb))
    alone = not any(c.dep_ in SUBJECTS | {"dobj"} for c in children(verb))
    return verb.tag_ == "VBD" and verb.dep_ == "advcl" and opened and alone


def is_finite(verb: Token) -> bool:
    """Tell whether a verb has tense, by itself or by its auxiliary."""
    return verb.tag_ in FINITE or any(
        c.dep_ in AUXILIARIES and c.tag_ in FINITE for c in children(verb)
    )


def is_bare(verb: Token) -> bool:
    """Tell whether a verb is an infinitive without ``to``, or an imperative."""
    return verb.tag_ == "VB" and not any(c.dep_ in {"aux", "mark"} for c in children(verb))


def is_infinitive(verb: Token) -> bool:
    """Tell whether a verb is a to-infinitive."""
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in children(verb))
