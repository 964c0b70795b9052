"""Complement clauses of verbs: "said that", "wants to", "denied that", "it is possible that".

    "Ida Holm denied that the ship sank" → negative, reported, voice: Ida Holm
    "Ida Holm wants the ship to leave" → hypothetical

Complements of nouns are read by `kg.extract.stance.noun_complements`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.clauses import (
    SUBJECTS,
    direct_objects,
    is_bare,
    is_coordinate,
    is_infinitive,
    is_passive,
    is_predicate,
)
from kg.extract.lemmas import lemma_of
from kg.extract.negation import is_negated
from kg.extract.once import children
from kg.extract.stance.conditions import openers
from kg.extract.stance.mood import is_question, is_unreal
from kg.extract.stance.noun_complements import REPORTING, noun_complement
from kg.extract.stance.speakers import add_voice, agents
from kg.lexicon import embedding as lex
from kg.lexicon.embedding import Embedding

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extract.stance.walk import Walk


def complement_clause(walk: Walk, low: Token, high: Token) -> bool:
    """Read what the verb above makes of a clause; False where nothing further up touches it."""
    if is_coordinate(low, high):
        return False
    if openers(low) & {"whether", "if"} or any(c.lower_ == "whether" for c in children(low)):
        walk.unreal = True
        _ask(walk, high)
        return False  # who does not say whether it is so says nothing of it
    if high.lower_ in lex.CONDITIONAL_MARKS:  # "provided that"
        walk.unreal = True
        return True
    if not is_predicate(high) or high.dep_ == "acomp":
        return noun_complement(walk, high)
    if lemma_of(high) == "be":
        _extraposed(walk, high)
    elif not _announces(high):
        _embedded(walk, low, high)
    return True


def _ask(walk: Walk, verb: Token) -> None:
    """``asked whether``: the question is somebody's; ``did not say whether`` is nobody's claim."""
    if is_predicate(verb) and lemma_of(verb) in lex.QUESTION and not is_negated(verb):
        add_voice(walk, verb)


def _embedded(walk: Walk, low: Token, high: Token) -> None:
    kind = _embedding(low, high)
    if kind in REPORTING:
        _report(walk, high, kind)
    elif kind is Embedding.EVIDENTIAL:
        walk.reported = True
    elif kind is Embedding.SEEMING:
        walk.probable = True
    elif kind in {Embedding.DESIRE, Embedding.QUESTION}:
        walk.unreal = True
        if lemma_of(high) in lex.ATTITUDES:
            add_voice(walk, high)
    elif kind is Embedding.FICTION:
        walk.negative, walk.unreal = True, True
    if kind is None and is_infinitive(low) and direct_objects(high):
        walk.unreal = True  # "used his office to intimidate": what for, not that he did
    if lemma_of(high) in lex.ENABLING and high.tag_ != "VBD":
        walk.unreal = True  # "enables users to edit photos": they can
    entailing = lemma_of(high) in lex.CAUSATIVE | lex.ENTAILING
    if kind is not Embedding.FACTIVE or entailing:
        walk.unreal |= is_unreal(high) or is_question(high)


def _embedding(low: Token, high: Token) -> Embedding | None:
    """Return what the verb ``high`` makes of the clause ``low`` under it."""
    lemma, passive = lemma_of(high), is_passive(high)
    infinitive = is_infinitive(low) or is_bare(low)
    finite_hearsay = not agents(high) and lemma not in lex.FACTIVE
    if passive and lemma in lex.EVIDENTIAL_PASSIVES and (infinitive or finite_hearsay):
        return Embedding.EVIDENTIAL
    if infinitive:
        return Embedding.DESIRE if passive else lex.of_infinitive(lemma)
    if (
        lemma in lex.SUBJUNCTIVE
        and low.tag_ == "VB"
        and not any(c.dep_ == "aux" for c in children(low))
    ):
        return Embedding.DESIRE  # "demanded that he resign"
    return lex.of_finite_clause(lemma)


def _report(walk: Walk, high: Token, kind: Embedding) -> None:
    negated = is_negated(high)
    if kind is Embedding.DENIAL:
        walk.deny()
        walk.unreal |= negated
    elif negated and kind is Embedding.BELIEF:
        walk.deny()  # negative raising: "does not think that" (Horn 1989)
    elif negated:
        walk.unreal = True
    walk.reported = True
    add_voice(walk, high)


def _extraposed(walk: Walk, verb: Token) -> None:
    """``it is (not) true that``, ``it is possible that``: the adjective tells."""
    words = [c for c in children(verb) if c.dep_ in {"acomp", "attr", "oprd"}]
    for word in words:
        lemma = lemma_of(word)
        walk.unreal |= lemma in lex.POSSIBLE_ADJECTIVES | lex.NECESSARY_ADJECTIVES
        walk.probable |= lemma in lex.PROBABLE_ADJECTIVES
        walk.negative ^= lemma in lex.FALSE_WORDS
        walk.negative ^= lemma in lex.TRUE_WORDS and is_negated(verb)
    walk.unreal |= is_unreal(verb) or is_question(verb)


def _announces(verb: Token) -> bool:
    """``it should be noted that``: the writer says so."""
    return (
        lemma_of(verb) in lex.ANNOUNCING
        and is_passive(verb)
        and any(c.dep_ == "aux" and c.tag_ == "MD" for c in children(verb))
        and any(c.dep_ in SUBJECTS and c.lower_ == "it" for c in children(verb))
        and not is_negated(verb)
    )
