"""Adjuncts: the clauses that say why, what for, when and how, as qualifiers of a claim.

    "He left because the deal failed" → cause: the deal failed
    "They hired her to lead the inquiry" → purpose: to lead the inquiry

What such a clause says by itself is a claim of its own; here it only tells more of another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kg.extract.clauses import gerund_complement, is_infinitive, is_predicate
from kg.extract.once import children

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

# What the opening word makes of the clause; any other opener is the role itself ("after", "if").
_ROLES = {
    "because": "cause", "by": "manner", "in": "manner", "whilst": "while",
    "to": "purpose", "though": "although",
}  # fmt: skip
_PREPOSITIONS = frozenset(
    {"by", "after", "before", "without", "while", "since", "for", "in", "on", "upon", "despite"}
)


class Adjunct(NamedTuple):
    """A clause by its verb and its tokens in order; ``role`` is a qualifier's."""

    role: str
    verb: Token
    tokens: tuple[int, ...]


def adjuncts(verb: Token) -> Iterator[Adjunct]:
    """Yield the clauses that tell more of a verb, in order."""
    for child in children(verb):
        if child.dep_ == "advcl" and is_predicate(child):
            yield Adjunct(_role(child), child, _tokens(child))
        elif (
            child.dep_ == "xcomp"
            and is_infinitive(child)
            and any(c.dep_ == "dobj" for c in children(verb))
        ):
            yield Adjunct("purpose", child, _tokens(child))
        elif child.dep_ == "prep" and child.lower_ in _PREPOSITIONS:
            clauses = (c for c in children(child) if c.dep_ == "pcomp" and is_predicate(c))
            yield from (
                Adjunct(_ROLES.get(child.lower_, child.lower_), c, _tokens(c))
                for c in clauses
                if c != gerund_complement(verb)
            )


def _role(verb: Token) -> str:
    if is_infinitive(verb):
        return "purpose"
    openers = [
        c.lower_
        for c in children(verb)
        if c.dep_ in {"mark", "advmod"} and c.i < verb.i and c.tag_ in {"IN", "WRB"}
    ]
    return _ROLES.get(openers[0], openers[0]) if openers else "manner"


def _tokens(verb: Token) -> tuple[int, ...]:
    tokens = [t for t in verb.subtree if not t.is_space]
    while len(tokens) > 1 and (tokens[0].is_punct or tokens[0].dep_ == "mark"):
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1].is_punct and tokens[-1].text != "%":
        tokens = tokens[:-1]
    return tuple(t.i for t in tokens)
