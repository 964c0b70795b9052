"""Complements of nouns and adjectives: what a noun makes of the clause under it.

    "the claim that she resigned" → reported
    "a plan to resign", "likely to resign" → hypothetical
    "rejected the claim that she resigned" → negative

Relative clauses, which tell more about their noun, are read by `kg.extract.stance.climbing`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.clauses import is_excessive, is_infinitive, is_passive, is_predicate
from kg.extract.lemmas import lemma_of
from kg.extract.negation import denies
from kg.extract.once import children
from kg.extract.stance.speakers import add_voice
from kg.extract.voices import Voice
from kg.lexicon import embedding as lex
from kg.lexicon.embedding import Embedding

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extract.stance.walk import Walk

REPORTING = frozenset({Embedding.SPEECH, Embedding.BELIEF, Embedding.DENIAL})


def noun_complement(walk: Walk, high: Token) -> bool:
    """``the rumor that``, ``the claim that``, ``no evidence that``, ``a plan to``, ``likely to``."""
    lemma = high.lower_ if high.tag_ == "VBN" else lemma_of(high)  # "is concerned that"
    kind = lex.NOUN_EMBEDDING.get(lemma)
    # "no evidence that", "rejected any suggestion that": nobody is said to say so
    walk.unreal |= denies(high) or any(c.lower_ == "any" for c in children(high))
    if lemma in lex.FALSE_WORDS:
        walk.deny()
        return True
    if kind in REPORTING:
        walk.reported = True
        owner = next((c for c in children(high) if c.dep_ == "poss"), None)
        if owner is not None:
            walk.voices.append(Voice(owner, high))
        walk.negative ^= kind is Embedding.DENIAL
        _rejected(walk, high)
    elif kind in {Embedding.DESIRE, Embedding.QUESTION}:
        walk.unreal = True
    elif high.pos_ == "ADJ" or high.tag_ == "VBN":
        if is_excessive(high):
            walk.deny()  # "too big to enter"
        if lemma in lex.FELT:
            _felt(walk, high)
        walk.unreal |= lemma in lex.PROSPECTIVE_ADJECTIVES | lex.ATTITUDE_ADJECTIVES
    return True


def _felt(walk: Walk, adjective: Token) -> None:
    """``The union is concerned that the plant will close``: it is the union that thinks so."""
    finite = any(c.dep_ == "ccomp" and not is_infinitive(c) for c in children(adjective))
    if finite and is_predicate(adjective.head):
        walk.reported = True
        add_voice(walk, adjective.head)


def _rejected(walk: Walk, noun: Token) -> None:
    """``refuted the claim that``, ``the claim that … was disproved``: who denies the claim denies it all."""
    verb = noun.head
    if not is_predicate(verb) or lemma_of(verb) not in lex.DENIAL:
        return
    if noun.dep_ == "dobj" or (noun.dep_ == "nsubjpass" and is_passive(verb)):
        walk.deny()
        add_voice(walk, verb)
