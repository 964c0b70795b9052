"""Arguments: what prepositions bring to a verb, and whom a thing is given to.

    "She gave Tom a ship because of the debt" → recipient: Tom, cause: debt
    "He was sworn in by the judge" → agent: judge

``according to`` brings none: it is attribution (`kg.extract.attribution`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.clauses.relative import resolve
from kg.extract.clauses.verb_forms import is_passive
from kg.extract.once import children
from kg.extract.phrases import conjuncts, opens_a_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

_REFLEXIVES = frozenset("himself herself itself themselves myself yourself ourselves".split())
# Prepositions that place a passive in space or time; any other one brings an argument.
SETTING_PREPOSITIONS = frozenset(
    "in at on near during within inside outside around across throughout under above below beside behind "
    "amid among between over before after since until till by along past past via".split()
)
# "in order to", "at a time when"
_FRAME_NOUNS = frozenset({"order", "time", "way", "case"})
# Prepositions of several words, and the role names that the contract has for what they bring.
_ROLES = {
    "due": "cause",
    "due to": "cause",
    "because of": "cause",
    "because": "cause",
    "thanks to": "cause",
}
# Roles that frame an event and are never what its verb is about.
CIRCUMSTANCES = frozenset(
    {"cause", "despite", "without", "like", "unlike", "except", "besides", "instead of", "as of"}
    | {"including", "excluding"}
)


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument by its head token; ``role`` is a preposition or a role name.

    ``beside`` is the object whose phrase it stands in: "met Ann in Oslo and Tom in Lima".
    """

    role: str
    token: Token
    beside: Token | None = None


def arguments_of(verb: Token) -> Iterator[Argument]:
    """Yield what the prepositions and recipients of a verb bring to it."""
    for child in children(verb):
        if child.dep_ == "dative" and child.pos_ != "ADP" and not opens_a_word(child):
            yield from (Argument("recipient", t) for t in conjuncts(child))
        elif child.dep_ in {"prep", "agent", "dative"}:
            yield from prepositional(child)


def prepositional(preposition: Token) -> Iterator[Argument]:
    """Yield what one prepositional phrase brings, each coordinate by itself."""
    if preposition.lower_ == "as" and is_passive(preposition.head):
        yield from _agent_after_as(preposition)
    role = _ROLES.get(_role(preposition) or "", _role(preposition))
    if role == "by" and preposition.head.pos_ == "VERB" and is_passive(preposition.head):
        role = "agent"
    if role is None:
        return
    for child in children(preposition):
        if child.dep_ == "pobj" and not _sets_a_frame(child):
            found = resolve(child)
            if found is not None:
                yield from (Argument(role, t) for t in conjuncts(found))
        elif child.dep_ == "prep":
            inner = [t for c in children(child) if c.dep_ == "pobj" for t in conjuncts(c)]
            yield from (Argument(f"{role} {child.lower_}", t) for t in inner)
        elif child.dep_ == "conj" and child.pos_ == "ADP":
            yield from prepositional(child)


def _agent_after_as(preposition: Token) -> Iterator[Argument]:
    """``sworn in as attorney general by the vice president``: parsers hang the agent on the post."""
    for post in children(preposition):
        for by in children(post):
            if by.lower_ == "by" and by.dep_ in {"prep", "agent"}:
                yield from (
                    Argument("agent", t)
                    for c in children(by)
                    if c.dep_ == "pobj"
                    for t in conjuncts(c)
                )


def _sets_a_frame(noun: Token) -> bool:
    """``in order to``, ``at a time when``: grammar words in the shape of nouns."""
    return noun.lower_ in _FRAME_NOUNS and any(c.dep_ in {"acl", "relcl"} for c in children(noun))


def _role(preposition: Token) -> str | None:
    """Return the role of a prepositional phrase; None for ``according to``, which is attribution."""
    word = preposition.lower_
    if word == "according":
        return None
    if preposition.dep_ == "agent":
        return "agent"
    if preposition.dep_ == "dative" and word == "to":
        return "recipient"
    first = [
        c.lower_
        for c in children(preposition)
        if c.i < preposition.i and c.dep_ in {"advmod", "prep", "pcomp"}
    ]
    if word == "of" and first == ["because"]:
        return "because of"
    if first in (["because"], ["out"], ["up"], ["prior"], ["instead"], ["ahead"]):
        return f"{first[0]} {word}"
    return word


def is_reflexive(token: Token) -> bool:
    """Tell whether a token is a reflexive pronoun, which adds no participant."""
    return token.lower_ in _REFLEXIVES
