"""Stance: whether a clause is said to be so, and by whom, as its grammar shows.

A clause's *setting* is read by walking from its verb to the root of the sentence: negation, modals and
adverbs on the verb itself; then, edge by edge, what each embedding word makes of what stands under it
("denied that", "wants to", "if", "the plan to"). Speakers found on the way are its attribution,
innermost first. After Saurí and Pustejovsky's FactBank (2009), coarsened to three stances.

Each module reads one construction and imports only those above it:

    walk                    what the way has gathered, and the `Setting` it adds up to
    speakers                whose word a verb of saying puts it on
    conditions              "if", "unless", "had she known"
    mood                    questions, orders, what is only possible
    own_words               "never", "may", "reportedly", "is to": on the verb itself
    noun_complements        "the claim that", "a plan to", "likely to"
    complement_clauses      "said that", "wants to", "it is possible that"
    adverbial_clauses       "if she wins", "to win", "went on to win"
    prepositional_clauses   "without paying", "accused of hiding"
    modifiers               what a noun tells of the relative clause on it
    climbing                the way to the root, edge by edge
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.stance.climbing import climb
from kg.extract.stance.own_words import looks_ahead, own_words
from kg.extract.stance.walk import Setting, Walk
from kg.extract.voices import beside, quoting

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

    from kg.document import Document, Quotation

__all__ = ["Setting", "setting"]


def setting(
    document: Document, verbs: tuple[Token, ...], quotations: Mapping[int, Quotation]
) -> Setting:
    """Return the setting of the clause with these verbs, governing verb first.

    ``quotations`` maps each quoted token to its quotation.
    """
    walk = Walk(quotations)
    lead = verbs[0]
    own_words(walk, lead)
    walk.unreal |= looks_ahead(verbs)
    climb(walk, lead)
    quoted = quoting(document, lead, quotations)
    if quoted is not None:
        walk.reported = True
        if not any(quoted.cue == v.cue or quoted.source == v.source for v in walk.voices):
            walk.voices.append(quoted)
    walk.voices.extend(beside(lead, quotations))
    return walk.result()
