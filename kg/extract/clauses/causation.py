"""Causation: who is made, asked or wanted to do what.

    "The storm caused the crane to fall" → fall: crane

A clause with a modal or ``that`` is content instead: "asked that she go".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.clauses.objects import direct_objects
from kg.extract.clauses.predicates import is_predicate, own_subject
from kg.extract.clauses.relative import is_relative
from kg.extract.lemmas import lemma_of
from kg.extract.once import children
from kg.extract.phrases import conjuncts, each_once
from kg.lexicon.embedding import CAUSATIVE, OBJECT_CONTROL

if TYPE_CHECKING:
    from spacy.tokens import Token


def caused_clause(verb: Token) -> Token | None:
    """Return the infinitive with a subject of its own: ``caused the crane to fall``, ``want him to go``."""
    if lemma_of(verb) not in CAUSATIVE and lemma_of(verb) not in OBJECT_CONTROL:
        return None
    found = (
        c
        for c in children(verb)
        if c.dep_ in {"ccomp", "xcomp"} and c.tag_ == "VB" and is_predicate(c) and not _has_modal(c)
    )
    return next((c for c in found if causees(verb, c)), None)


def _has_modal(verb: Token) -> bool:
    return any(c.tag_ == "MD" or (c.dep_ == "mark" and c.lower_ == "that") for c in children(verb))


def causees(verb: Token, caused: Token) -> list[Token]:
    """Return who or what is made to do it."""
    own = [t for s in own_subject(caused) for t in conjuncts(s) if not is_relative(t)]
    return each_once(own or [t for o in direct_objects(verb) for t in conjuncts(o)])
