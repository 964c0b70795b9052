"""Negation: whether a word of its own clause denies a verb.

    "has not met", "no longer employs", "at no time did she praise", "neither borrowed nor repaid"

Scope over other clauses ("does not think that …") is the affair of `kg.extract.stance`. After
Huddleston and Pullum (2002, ch. 9) and Morante and Sporleder (2012).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.clauses import SUBJECTS
from kg.extract.once import children, once
from kg.lexicon import embedding as lex

if TYPE_CHECKING:
    from spacy.tokens import Token

_ARGUMENTS = SUBJECTS | {"dobj", "attr"}
_ADVERBIAL = frozenset({"advmod", "npadvmod", "preconj"})
# "pointed to no evidence" denies; "left with no warning" only says how.
_ARGUMENT_PREPOSITIONS = frozenset({"to", "for", "of", "at", "into", "about", "from"})


@once
def is_negated(verb: Token) -> bool:
    """Tell whether a verb is denied by a word of its own clause."""
    return any(_denies_verb(child, verb) for child in children(verb)) or _after_nor(verb)


def _denies_verb(child: Token, verb: Token) -> bool:
    dep = child.dep_
    if dep == "neg":
        return not _denies_the_next(child, verb)
    if dep in _ADVERBIAL:
        return (child.i < verb.i or verb.pos_ == "AUX") and _negative_adverb(child)
    if dep in _ARGUMENTS:
        return denies(child)
    if dep == "acomp":  # "no more effective than placebo"
        return any(g.dep_ == "neg" or g.lower_ == "no" for g in children(child))
    if dep == "prep":
        return _negative_phrase(child, verb)
    return dep == "aux" and any(g.dep_ == "neg" for g in children(child))


def _negative_adverb(adverb: Token) -> bool:
    """``never``, ``hardly ever``, ``no longer``, ``almost``: a near miss did not happen."""
    words = {adverb.lower_, *(c.lower_ for c in children(adverb))}
    if adverb.lower_ in lex.NEAR_MISS_ADVERBS:
        return True
    if adverb.lower_ == "longer":
        return "no" in words
    return bool(words & lex.NEGATIVE_ADVERBS) or adverb.lower_ == "neither"


def _negative_phrase(preposition: Token, verb: Token) -> bool:
    denied = any(denies(g) for g in children(preposition) if g.dep_ == "pobj")
    return denied and (preposition.i < verb.i or preposition.lower_ in _ARGUMENT_PREPOSITIONS)


def _after_nor(verb: Token) -> bool:
    if verb.dep_ != "conj":
        return False
    between = [c for c in children(verb.head) if c.dep_ == "cc" and c.i < verb.i]
    if not between:
        return False
    last = between[-1]
    rather = last.lower_ == "than" and any(c.lower_ == "rather" for c in children(last))
    return last.lower_ == "nor" or rather


def is_contrasted(noun: Token, verb: Token) -> bool:
    """Tell whether what a clause says of a participant is the reverse of what it says of the others.

    ``fired shells but not rockets``, ``is not a judge but a clerk``, ``not Ida but Tom resigned``.
    """
    if _singled_out(noun, verb):
        return True
    if noun.dep_ != "conj" or _singled_out(noun.head, verb):
        return False
    first = noun.head
    between = [c.lower_ for c in children(first) if c.dep_ == "cc" and first.i < c.i < noun.i]
    return between[-1:] == ["but"] and is_negated(verb)


def _singled_out(noun: Token, verb: Token) -> bool:
    """``not shells``: the word right before a phrase denies this phrase."""
    before = noun.left_edge.nbor(-1) if noun.left_edge.i else noun
    own = (c for c in children(noun) if c.i < noun.i)
    words = [*own, before] if before.head == verb and _denies_the_next(before, verb) else [*own]
    return any(w.lower_ == "not" and not _limits(w) for w in words)


def _denies_the_next(word: Token, verb: Token) -> bool:
    """``fired not shells but rockets``: not the verb, which would have *did not*."""
    return word.dep_ == "neg" and word.i > verb.i and verb.pos_ == "VERB"


def _limits(word: Token) -> bool:
    """``not only``, ``not all``: how many, rather than who not."""
    return word.i + 1 < len(word.doc) and word.nbor(1).lower_ in lex.LIMITING


@once
def denies(noun: Token) -> bool:
    """Tell whether a noun phrase says that there is no such thing: ``no one``, ``neither side``."""
    if noun.lower_ in lex.NEGATIVE_PRONOUNS:
        return True
    if noun.lower_ == "one" and noun.i and noun.nbor(-1).lower_ == "no":
        return True
    return any(
        c.lower_ in lex.NEGATIVE_DETERMINERS and c.dep_ in {"det", "preconj"}
        for c in children(noun)
    )
