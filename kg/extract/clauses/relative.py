"""Relative clauses: the noun that a relative pronoun stands for.

    "an official in the ministry who asked" → who: official
    "He is a footballer who plays in Lima" → who: He

Question words and free relatives ("what she signed") stand for nothing named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.clauses.persons import can_be_person
from kg.extract.clauses.predicates import SUBJECTS, is_predicate
from kg.extract.lemmas import lemma_of
from kg.extract.once import children
from kg.extract.phrases import singled_out

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIVE_TAGS = frozenset({"WP", "WDT", "WP$"})


def is_relative(token: Token) -> bool:
    """Tell whether a token is a relative pronoun."""
    if token.tag_ in _RELATIVE_TAGS:
        return True
    stands_in = token.dep_ in SUBJECTS | {"dobj", "pobj"}
    return token.lower_ == "that" and token.tag_ in {"IN", "WDT"} and stands_in


def relative_clause(token: Token) -> Token | None:
    """Return the verb of the relative clause that a relative pronoun belongs to."""
    for ancestor in token.ancestors:
        if ancestor.dep_ == "relcl":
            return ancestor
        if ancestor.dep_ in {"ccomp", "ROOT"}:
            return None
    return None


def antecedent(token: Token) -> Token | None:
    """Return the noun that a relative pronoun stands for."""
    verb = relative_clause(token)
    if verb is None or verb.head.pos_ not in {"NOUN", "PROPN", "PRON", "NUM", "DET"}:
        return None
    noun: Token | None = verb.head
    if token.tag_ == "WP" or token.lower_ == "whose":
        noun = _person_above(verb.head, verb)
    return described(noun) if noun is not None and noun.lower_ != "way" else None


def _person_above(noun: Token, clause: Token) -> Token | None:
    """``a clerk close to the talks, who asked``: parsers attach *who* to the nearest noun."""
    never_a_person = noun.ent_type_ in {"GPE", "LOC", "DATE"}
    for token in (noun, *noun.ancestors):
        if is_predicate(token):
            return None if never_a_person else noun
        if token.i < clause.i and can_be_person(token):
            return token
    return noun


def described(noun: Token) -> Token:
    """Return what a predicate noun describes: in "he is a footballer who plays", he plays."""
    if (
        noun.dep_ != "attr"
        or lemma_of(noun.head) != "be"
        or any(c.dep_ == "neg" for c in children(noun.head))
    ):
        return noun
    indefinite = singled_out(noun) or any(
        c.dep_ == "det" and c.lower_ in {"a", "an"} for c in children(noun)
    )
    who = [c for c in children(noun.head) if c.dep_ == "nsubj" and c.i < noun.i and c.tag_ != "EX"]
    return who[0] if indefinite and who and not is_relative(who[0]) else noun


def resolve(token: Token) -> Token | None:
    """Replace a relative pronoun by its antecedent; None for free relatives and question words."""
    return antecedent(token) if is_relative(token) else token
