"""A verb's own words: negation, modals and adverbs on the verb itself.

    "never resigned", "may resign", "reportedly resigned", "is to resign", "is expected to resign"

What stands above the verb is read on the way to the root (`kg.extract.stance.climbing`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.clauses import is_infinitive, is_passive
from kg.extract.lemmas import lemma_of
from kg.extract.negation import is_negated
from kg.extract.once import children
from kg.extract.stance.conditions import holds_only_if, inverted
from kg.lexicon import embedding as lex

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extract.stance.walk import Walk


def own_words(walk: Walk, verb: Token) -> None:
    """Read negation, modality and adverbs off the verb and its auxiliaries."""
    negated = is_negated(verb)
    walk.negative ^= negated
    modals = [c for c in children(verb) if c.dep_ == "aux" and c.tag_ == "MD"]
    walk.unreal |= bool(modals) and not (negated and modals[0].lower_ in lex.INABILITY)
    walk.unreal |= _ordered(verb) or inverted(verb) or holds_only_if(verb) or _is_alternative(verb)
    for child in children(verb):
        if child.dep_ in {"advmod", "npadvmod"}:
            walk.reported |= child.lower_ in lex.HEARSAY_ADVERBS
            walk.probable |= child.lower_ in lex.PROBABLE_ADVERBS and child.i < verb.i + 3
            walk.probable |= any(c.lower_ in lex.NEAR_MISS_ADVERBS for c in children(child))
            walk.unreal |= child.lower_ in lex.POSSIBLE_ADVERBS


def looks_ahead(verbs: tuple[Token, ...]) -> bool:
    """``is expected to win``, ``is likely to win``: the winning is all it says, and it is to come."""
    lead = verbs[0]
    if len(verbs) > 1 and is_passive(lead) and lemma_of(lead) in lex.EXPECTED_PASSIVES:
        return True
    return any(
        v.head.dep_ == "acomp" and lemma_of(v.head) in lex.PROSPECTIVE_ADJECTIVES for v in verbs[1:]
    )


def _ordered(verb: Token) -> bool:
    """``is to meet``, ``figures to be published``: arranged, not done."""
    if is_infinitive(verb) and verb.dep_ in {"ROOT", "dep", "nsubj", "appos"}:
        return True
    described = any(c.dep_ in {"acomp", "attr", "oprd"} for c in children(verb))
    below = (c for c in children(verb) if c.dep_ in {"xcomp", "ccomp"} and c.tag_ == "VB")
    return lemma_of(verb) == "be" and not described and any(is_infinitive(c) for c in below)


def _is_alternative(verb: Token) -> bool:
    """``either resigned or was fired``: neither is said to be so."""
    first = verb.head if verb.dep_ == "conj" else verb
    words = {c.lower_ for c in children(first) if c.dep_ in {"preconj", "cc"}}
    return {"either", "or"} <= words
