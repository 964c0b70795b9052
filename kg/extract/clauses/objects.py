"""Direct objects, those of relative clauses included.

    "the order that she signed", "the order she signed" → sign: order

Clauses that are objects are found by `kg.extract.clauses.content_clauses`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.clauses.predicates import own_subject
from kg.extract.clauses.relative import is_relative, resolve
from kg.extract.clauses.verb_forms import is_infinitive, is_passive
from kg.extract.lemmas import lemma_of
from kg.extract.once import children, once
from kg.lexicon.embedding import OBJECTLESS

if TYPE_CHECKING:
    from spacy.tokens import Token


@once
def direct_objects(verb: Token) -> list[Token]:
    """Return the direct objects of a verb, relative pronouns replaced by their antecedents."""
    found = [r for c in children(verb) if c.dep_ == "dobj" and (r := resolve(c)) is not None]
    if lemma_of(verb) in OBJECTLESS:
        return []
    if found or is_passive(verb):
        return found
    return _after_particle(verb) or _gap(verb)


def _after_particle(verb: Token) -> list[Token]:
    """``played down the episode``: parsers take the object after a particle for an adverb now and then."""
    if not any(c.dep_ == "prt" for c in children(verb)):
        return []
    after = (c for c in children(verb) if c.dep_ == "npadvmod" and c.i > verb.i)
    return [
        c
        for c in after
        if c.ent_type_ not in {"DATE", "TIME", "CARDINAL"} and c.pos_ in {"NOUN", "PROPN"}
    ][:1]


def _gap(verb: Token) -> list[Token]:
    """``the order the president signed``: a relative clause without a pronoun lacks its object."""
    if verb.dep_ == "xcomp" and is_infinitive(verb) and verb.head.dep_ == "relcl":
        above = verb.head  # "the creativity the company wanted to see"
        pronoun = any(is_relative(t) for t in children(above))
        return [] if pronoun or not own_subject(above) or _has_complement(verb) else [above.head]
    if (
        verb.dep_ != "relcl"
        or not own_subject(verb)
        or any(is_relative(t) for t in verb.subtree if verb in (t.head, t.head.head))
    ):
        return []
    if any(
        c.dep_ in {"dobj", "ccomp", "xcomp", "attr", "acomp", "advmod"}
        and c.tag_ in {"WRB", "NN", "NNS", "NNP", "VB", "VBD", "VBZ", "VBN", "JJ"}
        for c in children(verb)
    ):
        return []
    stranded = any(c.dep_ == "prep" and not list(children(c)) for c in children(verb))
    if (
        stranded
        or verb.head.ent_type_ in {"DATE", "TIME"}
        or lemma_of(verb.head) in {"time", "day", "way", "reason", "moment", "year"}
    ):
        return []
    return [verb.head]


def _has_complement(verb: Token) -> bool:
    return any(
        c.dep_ in {"dobj", "ccomp", "xcomp", "prep", "attr", "acomp", "prt"} for c in children(verb)
    )
