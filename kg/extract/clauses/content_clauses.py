"""Content clauses: the finite clause that a verb is about.

    "Ida Holm said (that) the ship had sunk" → said: sunk

Infinitives belong to `kg.extract.clauses.verb_chain` and `kg.extract.clauses.causation`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.clauses.objects import direct_objects
from kg.extract.clauses.predicates import SUBJECTS, is_predicate
from kg.extract.clauses.verb_forms import is_finite
from kg.extract.lemmas import lemma_of
from kg.extract.once import children, once
from kg.lexicon.embedding import OBJECT_NEEDED, WITH_CONTENT

if TYPE_CHECKING:
    from spacy.tokens import Token

_TEMPORAL = frozenset(
    "before after when while since until as once hours days minutes weeks months".split()
)


@once
def content_clause(verb: Token) -> Token | None:
    """Return the finite clause that is the object of a verb: ``said (that) …``."""
    if direct_objects(verb):
        return None
    found = (c for c in children(verb) if is_content_of(c, verb))
    return next((c for c in found if not is_coordinate(c, verb)), None)


def is_content_of(child: Token, verb: Token) -> bool:
    """Tell whether a clause says what a verb is about.

    In front of a verb of doing stands a cause or another sentence: ``the judge refused, so she signed it``.
    """
    if child.dep_ != "ccomp" or not is_predicate(child):
        return False
    if lemma_of(verb) in WITH_CONTENT:
        return True
    return child.i > verb.i and not _is_noun(child) and not _is_swallowed(child, verb)


def _is_swallowed(child: Token, verb: Token) -> bool:
    """``They will have a fleet and the planes will fit in``: the fleet is had, nothing is thought."""
    takes_things = lemma_of(verb) in OBJECT_NEEDED - {"ensure"}
    return takes_things and is_finite(child) and not any(c.dep_ == "mark" for c in children(child))


def _is_noun(verb: Token) -> bool:
    """``imperils the buy plan``: without subject or "that" it is a noun that parsers take for a verb."""
    opened = any(c.dep_ in SUBJECTS | {"mark", "aux", "auxpass", "expl"} for c in children(verb))
    return verb.tag_ in {"VB", "VBP"} and not opened


def is_coordinate(low: Token, high: Token) -> bool:
    """Tell whether a clause that parsers take for a complement in front only comes before "and".

    ``It began in May and officials say it will go on``: nobody says that it began in May.
    """
    if low.dep_ != "ccomp" or low.i > high.i:
        return False
    if any(
        c.dep_ in {"mark", "prep", "npadvmod"} and c.lower_ in _TEMPORAL and low.i < c.i < high.i
        for c in children(high)
    ):
        return True  # "was sworn in, hours before the judges ruled"
    who = next((c for c in children(high) if c.dep_ in SUBJECTS), high)
    before = who.left_edge.nbor(-1) if who.left_edge.i else who
    open_ = not any(c.dep_ == "mark" for c in children(low))
    joined = before.lower_ in {"and", "but", "while"} or (before.text == ";" and open_)
    return before.i > low.i and joined
