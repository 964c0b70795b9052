"""Verb chains: verbs that share a subject and make one predicate.

    "Ida Holm wants to start selling ships" → want, start, sell
    "He admitted to hiding it" → admit, hide

A verb whose complement has a subject of its own ends the chain: "asked her to go".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.clauses.objects import direct_objects
from kg.extract.clauses.predicates import is_predicate, own_subject
from kg.extract.clauses.verb_forms import is_infinitive, is_passive
from kg.extract.lemmas import lemma_of
from kg.extract.once import children, once
from kg.extract.phrases import conjuncts
from kg.lexicon.embedding import APPEALS, CONTINUATIVE, DENIAL, EVIDENTIAL_PASSIVES, SUBJECT_CONTROL

if TYPE_CHECKING:
    from spacy.tokens import Token

_APPEALING = frozenset(verb for verb, _ in APPEALS)
# Prepositions that make a gerund the verb's complement; "by", "after" or "without" add a clause instead.
_TYING_PREPOSITIONS = frozenset({"to", "of", "in", "on", "about", "for", "from", "against", "at"})


@once
def complement(verb: Token) -> Token | None:
    """Return the infinitive or gerund that continues ``verb`` with the same subject, if there is one.

    ``want → replace``, ``start → bombarding``; not ``asked Comey → drop``, whose subject is Comey.
    """
    if lemma_of(verb) in DENIAL or appeals(verb):
        return None
    for child in children(verb):
        continues = child.dep_ == "xcomp" and is_predicate(child) and not own_subject(child)
        if continues and (not direct_objects(verb) or lemma_of(verb) in SUBJECT_CONTROL):
            return child
        if child.dep_ == "acomp" and not is_excessive(child):
            tied = [
                g
                for g in children(child)
                if g.dep_ in {"xcomp", "ccomp"} and is_infinitive(g) and not own_subject(g)
            ]
            if tied:
                return tied[0]
    return gerund_complement(verb)


def is_excessive(adjective: Token) -> bool:
    """``too big to enter``: what is too big does not enter."""
    return any(c.lower_ == "too" and c.dep_ == "advmod" for c in children(adjective))


def appeals(verb: Token) -> list[Token]:
    """``called on the bank to fire him``: the bank is to do it."""
    lemma = lemma_of(verb)
    if lemma not in _APPEALING:
        return []
    tied = (c for c in children(verb) if c.dep_ == "prep" and (lemma, c.lower_) in APPEALS)
    return [t for c in tied for p in children(c) if p.dep_ == "pobj" for t in conjuncts(p)]


def gerund_complement(verb: Token) -> Token | None:
    """Return the gerund that a preposition ties to an intransitive verb: ``admitted to hiding it``."""
    if direct_objects(verb) or is_passive(verb) or lemma_of(verb) == "be":
        return None
    tied = (c for c in children(verb) if c.dep_ == "prep" and c.lower_ in _TYING_PREPOSITIONS)
    gerunds = (g for p in tied for g in children(p) if g.dep_ == "pcomp" and g.tag_ == "VBG")
    return next((g for g in gerunds if is_predicate(g) and not own_subject(g)), None)


def absorbed(verb: Token) -> bool:
    """A verb whose meaning its complement completes gives no clause of its own."""
    below = complement(verb) or _what_came_next(verb)
    return below is not None and not direct_objects(verb)


def _what_came_next(verb: Token) -> Token | None:
    """``went on to say``: going on is nothing but what came next."""
    below = [c for c in children(verb) if c.dep_ in {"advcl", "xcomp"} and is_infinitive(c)]
    return next((c for c in below if continues(verb, c)), None)


def continues(verb: Token, infinitive: Token) -> bool:
    """Tell whether an infinitive says what came next: ``went on to become chancellor``."""
    between = (c for c in children(verb) if c.dep_ in {"prt", "advmod"} and c.i < infinitive.i)
    return any((lemma_of(verb), c.lower_) in CONTINUATIVE for c in between)


def verb_chain(verb: Token) -> tuple[Token, ...]:
    """Walk up from a complement through the verbs it completes: replace ← want.

    Words that only report are left out: "is said to have offered" is *offered*, reported.
    """
    chain = [verb]
    while True:
        low = chain[0]
        above = low.head
        if (
            (
                low.dep_ == "conj"
                and is_predicate(above)
                and above.dep_ == "xcomp"
                and not own_subject(low)
            )
            or (
                low.dep_ in {"xcomp", "ccomp"}
                and above.dep_ == "acomp"
                and not is_excessive(above)
                and is_infinitive(low)
                and not own_subject(low)
            )
            or (
                low.dep_ == "pcomp"
                and is_predicate(above.head)
                and gerund_complement(above.head) == low
            )
        ):
            above = above.head
        elif low.dep_ != "xcomp":
            return tuple(chain)
        if (
            not is_predicate(above)
            or own_subject(low)
            or not (low.tag_ == "VBG" or is_infinitive(low))
        ):
            return tuple(chain)
        if (
            direct_objects(above)
            and lemma_of(above) not in SUBJECT_CONTROL
            and not is_passive(above)
        ):
            return tuple(chain)
        if lemma_of(above) in DENIAL or appeals(above):
            return tuple(chain)
        if is_passive(above) and (lemma_of(above) in EVIDENTIAL_PASSIVES or low.tag_ == "VBG"):
            return tuple(chain)
        chain.insert(0, above)
