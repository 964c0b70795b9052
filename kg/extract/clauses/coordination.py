"""Coordination: which verb a verb after "and" goes with, and what both have in common.

    "She was told to stop and leave" → leave: stop
    "After the vote, she rose and left" → left: After the vote

Coordinate nouns are found by `kg.extract.phrases`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.clauses.predicates import SUBJECTS, is_predicate
from kg.extract.clauses.verb_forms import AUXILIARIES, is_bare, is_finite, is_infinitive
from kg.extract.once import children

if TYPE_CHECKING:
    from spacy.tokens import Token


# Where an infinitive stands that a later one can go with.
_OF_INFINITIVES = frozenset({"xcomp", "advcl", "acl", "ccomp"})


def coordinated_with(verb: Token) -> Token:
    """Return the verb that a coordinate verb goes with, by its form.

    In "were told to stop and leave" parsers may hang *leave* on *told*, in "pressed for them to stop
    and praised the vote" *praised* on *stop*: infinitives go with infinitives, finite verbs with finite.
    """
    high = verb.head
    if is_bare(verb) and is_finite(high):
        between = verb.doc[high.i + 1 : verb.i]
        below = (
            t for t in reversed([*between]) if t.dep_ in _OF_INFINITIVES and high in t.ancestors
        )
        return next((t for t in below if is_infinitive(t)), high)
    if _has_tense(verb) and is_infinitive(high):
        above = (t for t in high.ancestors if is_predicate(t))
        return next((t for t in above if is_finite(t)), high)
    return high


def _has_tense(verb: Token) -> bool:
    """Tell whether a verb has tense for sure: parsers take infinitives for presents ("VBP") too."""
    own = [verb, *(c for c in children(verb) if c.dep_ in AUXILIARIES)]
    return any(t.tag_ in {"VBD", "VBZ"} for t in own)


def first_coordinate(verb: Token) -> Token:
    """Return the first of the verbs that a verb is coordinated with, or itself."""
    while verb.dep_ == "conj" and is_predicate(verb.head):
        verb = verb.head
    return verb


def in_front(verb: Token) -> list[Token]:
    """``After the attack, police came and disarmed him``: what stands in front holds of both verbs."""
    first = first_coordinate(verb)
    if first == verb:
        return []
    before = min((c.i for c in children(first) if c.dep_ in SUBJECTS), default=first.i)
    return [c for c in children(first) if c.dep_ == "prep" and c.i < before]
