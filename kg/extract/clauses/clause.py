"""The clause: a predicate together with its subjects, objects and arguments.

    "She has blamed Mr. Brandt for the delay" → blame: She, Mr. Brandt, for: the delay

What is not in the clause itself, a speaker or a condition, is left to `kg.extract.stance`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.document import having
from kg.extract.clauses.arguments import Argument, arguments_of, prepositional
from kg.extract.clauses.coordination import in_front
from kg.extract.clauses.copulas import attributes_of, copula_complements, is_quoted_apposition
from kg.extract.clauses.objects import direct_objects
from kg.extract.clauses.particles import particle
from kg.extract.clauses.predicates import is_predicate
from kg.extract.clauses.relative import is_relative
from kg.extract.clauses.subjects import subjects
from kg.extract.clauses.verb_chain import absorbed, verb_chain
from kg.extract.clauses.verb_forms import NAMING, is_passive
from kg.extract.lemmas import lemma_of
from kg.extract.once import children
from kg.extract.phrases import conjuncts, each_once, movable_phrases
from kg.lexicon.embedding import DITRANSITIVE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A predicate with its arguments.

    ``verbs`` runs from the governing verb to the lowest: (want, replace). ``lead`` is the first of
    them, which carries tense, negation and stance. ``understood`` is set when the subject is not
    in the clause itself.
    """

    verbs: tuple[Token, ...]
    subjects: tuple[Token, ...]
    objects: tuple[Token, ...]
    arguments: tuple[Argument, ...]
    passive: bool
    copular: bool
    understood: bool
    particle: str = ""

    @property
    def lead(self) -> Token:
        """The verb that carries negation, modality and attribution."""
        return self.verbs[0]

    @property
    def verb(self) -> Token:
        """The verb that carries the meaning."""
        return self.verbs[-1]


def clauses(doc: Doc) -> Iterator[Clause]:
    """Yield the clauses of a document in order of their verbs."""
    for token in having(doc, "POS", ("VERB", "AUX")):
        if is_predicate(token) and not absorbed(token):
            clause = _clause(token)
            if clause is not None:
                yield clause


def _clause(verb: Token) -> Clause | None:
    verbs = verb_chain(verb)
    lead = verbs[0]
    who, understood = subjects(lead)
    passive = is_passive(verb)
    given = direct_objects(verb)
    twice = len(given) > 1 and given[0].dep_ == given[1].dep_ == "dobj"
    recipient = given[0] if twice and lemma_of(verb) in DITRANSITIVE else None
    label = given[0] if twice and _describes_next(*given[:2]) else None
    objects = [t for o in given if o not in (recipient, label) for t in conjuncts(o)]
    exists = any(c.dep_ == "expl" for c in children(verb))
    found = [c for c in copula_complements(verb) if not exists]
    if lemma_of(verb) in NAMING:
        found.extend(c for o in objects for c in children(o) if is_quoted_apposition(c))
    if any(c.tag_ == "WP" and c.lower_ == "what" and c.dep_ == "dobj" for c in children(verb)):
        return None  # "what they call a coup", "said what it should mean": of nothing named
    attributes = each_once([t for c in found for t in attributes_of(c)])
    copular = lemma_of(verb) == "be" or bool(attributes and not objects and not passive)
    arguments = [a for v in verbs for a in arguments_of(v)]
    if recipient is not None:
        arguments.append(Argument("recipient", recipient))
    arguments.extend(
        replace(a, beside=o)
        for o in objects
        for p in movable_phrases(o)
        if o.dep_ != "nsubjpass"
        for a in prepositional(p)
    )
    arguments.extend(a for p in in_front(lead) for a in prepositional(p) if a.role != "agent")
    agents = [a.token for a in arguments if a.role == "agent"]
    if copular and not objects:
        objects = [a for a in attributes if not is_relative(a)]
    elif attributes and (objects or passive):
        arguments.extend(Argument("as", a) for a in attributes)
    if not who and not agents:
        return None
    return Clause(
        verbs=verbs,
        subjects=tuple(each_once(who)),
        objects=tuple(each_once(objects)),
        arguments=tuple(arguments),
        passive=passive,
        copular=copular,
        understood=understood,
        particle=particle(verb),
    )


def _describes_next(noun: Token, name: Token) -> bool:
    """``beats electronics retailer Best Buy``: parsers take the noun for an object of its own."""
    common = noun.pos_ == "NOUN" and name.pos_ == "PROPN"
    return common and name.left_edge.i == noun.i + 1
