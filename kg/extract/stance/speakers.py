"""Speakers: whose word a verb of saying puts a clause on.

    "Ida Holm said …", "it was denied by Ida Holm that …" → Ida Holm

Quotations and phrases beside the clause are read by `kg.extract.voices`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.clauses import is_passive, subjects
from kg.extract.once import children
from kg.extract.voices import Voice

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extract.stance.walk import Walk


def add_voice(walk: Walk, verb: Token) -> None:
    """Put what is read on the word of the subject of a verb, or of a passive's agent."""
    who = agents(verb) if is_passive(verb) else subjects(verb)[0]
    if who:
        walk.voices.append(Voice(who[0], verb))


def agents(verb: Token) -> list[Token]:
    """Return who does what a passive says: ``denied by Ida Holm``."""
    return [p for c in children(verb) if c.dep_ == "agent" for p in children(c) if p.dep_ == "pobj"]
