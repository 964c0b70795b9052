"""Relations: the lemma and label of a clause's predicate, and its objects.

    "turned down the offer" → turn down / turned down → the offer
    "does not want to replace Mr. Sessions" → want to replace → Mr. Sessions
    "recused himself from any investigations" → recuse from → any investigations
    "three officers were killed" → be killed → nothing

The lemma carries its particle, its preposition and the verbs it hangs on; never less than what makes
the meaning.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.clauses import (
    CIRCUMSTANCES,
    SETTING_PREPOSITIONS,
    Argument,
    caused_clause,
    causees,
    content_clause,
    is_infinitive,
    is_passive,
    is_reflexive,
    particle,
)
from kg.extract.lemmas import lemma_of
from kg.extract.once import children
from kg.lexicon.embedding import CAUSATIVE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from spacy.tokens import Token

    from kg.extract.clauses import Clause


# Auxiliaries that a label does without: of infinitives, questions and denials; contracted ones.
_UNSPOKEN = frozenset(
    "to do does did ' ’ ve re ll s d m 's ’s 'd ’d 'll ’ll 've ’ve 're ’re 'm ’m ca wo".split()
)
_NO_OBJECT = CIRCUMSTANCES | {"agent", "recipient", "as"}


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation of a clause: who, by which words, to what; the rest are qualifiers."""

    subject: Token
    lemma: str
    label: str
    object: Token | None
    rest: tuple[Argument, ...]


def relations(clause: Clause, times: Collection[int]) -> Iterator[Relation]:
    """Yield the relations of a clause, one for each pair of subject and object.

    ``times`` are the tokens of time expressions, which are never objects.
    """
    arguments = tuple(a for a in clause.arguments if a.token.i not in times)
    if clause.passive:
        yield from _passive(clause, arguments)
    else:
        yield from _active(clause, arguments, times)


def _active(
    clause: Clause, arguments: tuple[Argument, ...], times: Collection[int]
) -> Iterator[Relation]:
    lemma, label = _lemma(clause), _label(clause)
    caused = caused_clause(clause.verb)
    if caused is not None:
        yield from _caused(clause, caused, arguments)
        return
    objects = [
        o
        for o in clause.objects
        if o.i not in times and not is_reflexive(o) and o.lower_ != clause.particle
    ]
    if objects:
        for subject in clause.subjects:
            for obj in objects:
                yield Relation(subject, lemma, label, obj, _of_object(obj, arguments))
        return
    yield from _with_preposition(clause, lemma, label, clause.subjects, arguments)


def _of_object(obj: Token, arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """Leave out what stands beside another object, unless it closes the row: ``Ann and Tom in Oslo``."""
    own = {a.role for a in arguments if a.beside == obj}
    return tuple(
        a
        for a in arguments
        if a.beside in (None, obj) or (a.beside.i > obj.i and a.role not in own)
    )


def _caused(clause: Clause, caused: Token, arguments: tuple[Argument, ...]) -> Iterator[Relation]:
    """``caused the crane to fall``: cause to fall. ``wants him to replace her`` stays *want*, who wants whom.

    "Want to replace" would say that the subject does the replacing.
    """
    lemma, label = _lemma(clause), _label(clause)
    if lemma_of(clause.verb) in CAUSATIVE:
        what = _join("to" if is_infinitive(caused) else "", lemma_of(caused), particle(caused))
        lemma, label = f"{lemma} {what}", f"{label} {what}"
    for subject in clause.subjects:
        for obj in causees(clause.verb, caused):
            yield Relation(subject, lemma, label, obj, arguments)


def _with_preposition(
    clause: Clause, lemma: str, label: str, who: tuple[Token, ...], arguments: tuple[Argument, ...]
) -> Iterator[Relation]:
    """A verb without object takes its first prepositional argument as one: ``fumed to allies``."""
    role = _object_role(clause, arguments)
    chosen = [a for a in arguments if a.role == role and a.token.i > clause.verb.i] if role else []
    chosen = chosen or [a for a in arguments if a.role == role]
    rest = tuple(a for a in arguments if a not in chosen)
    for subject in who:
        if not chosen:
            yield Relation(subject, lemma, label, None, rest)
        for argument in chosen:
            word = _printed(argument)
            yield Relation(subject, _join(lemma, word), _join(label, word), argument.token, rest)


def _printed(argument: Argument) -> str:
    """Return the preposition of an argument; ``was named director`` has none."""
    token = argument.token
    while token.dep_ == "conj":
        token = token.head
    return "" if token.dep_ in {"oprd", "attr"} else argument.role


def _object_role(clause: Clause, arguments: tuple[Argument, ...]) -> str | None:
    if content_clause(clause.verb) is not None:
        return None  # "explained in a statement that …": the object is what was explained
    roles = [a.role for a in arguments if a.role not in _NO_OBJECT and a.token.i > clause.verb.i]
    if clause.passive:
        roles = [r for r in roles if r not in SETTING_PREPOSITIONS]
    if not roles:
        return next((a.role for a in arguments if a.role == "as"), None) if clause.passive else None
    return roles[0]


def _passive(clause: Clause, arguments: tuple[Argument, ...]) -> Iterator[Relation]:
    agents = [a.token for a in arguments if a.role == "agent"]
    patients = clause.subjects
    rest = tuple(a for a in arguments if a.role != "agent")
    if agents and len(clause.verbs) == 1:
        lemma = _join(lemma_of(clause.verb), clause.particle)
        for agent in agents:
            for patient in patients:
                yield Relation(
                    agent, lemma, _join(clause.verb.lower_, clause.particle), patient, rest
                )
        return
    lemma, label = _passive_lemma(clause), _label(clause)
    if clause.objects:
        for patient in patients:
            for obj in clause.objects:
                yield Relation(patient, lemma, label, obj, rest)
        return
    yield from _with_preposition(clause, lemma, label, patients, rest)


def _passive_lemma(clause: Clause) -> str:
    lead = clause.lead
    first = ["be", lead.lower_] if is_passive(lead) else [lemma_of(lead)]
    return _join(*first, *_lower_verbs(clause), clause.particle)


def _lemma(clause: Clause) -> str:
    lead = clause.lead
    first = lemma_of(lead)
    if len(clause.verbs) > 1 and any(c.dep_ == "auxpass" for c in children(lead)):
        first = f"be {lead.lower_}"
    return _join(first, *_lower_verbs(clause), clause.particle)


def _lower_verbs(clause: Clause) -> list[str]:
    words: list[str] = []
    for verb in clause.verbs[1:]:
        if verb.dep_ == "pcomp" or verb.head.dep_ == "acomp":
            words.append(verb.head.lower_)
        passive = is_passive(verb)
        if any(c.dep_ == "neg" for c in children(verb)):
            words.append("not")  # "asked not to be named" does not deny the asking
        if verb.tag_ == "VBG" and not any(c.dep_ == "aux" for c in children(verb)):
            words.append(f"being {verb.lower_}" if passive else verb.lower_)
        else:
            words.extend(("to", "be", verb.lower_) if passive else ("to", lemma_of(verb)))
    return words


def _label(clause: Clause) -> str:
    """Return the predicate as printed: ``has blamed``, ``were killed``, ``might sell``."""
    lead = clause.lead
    words = [
        c.lower_
        for c in children(lead)
        if c.dep_ in {"aux", "auxpass"} and c.lower_ not in _UNSPOKEN
    ]
    if clause.passive and not words and len(clause.verbs) == 1:
        many = len(clause.subjects) == 1 and clause.subjects[0].tag_ in {"NNS", "NNPS"}
        words = ["were" if many else "was"]
    return _join(*words, lead.lower_, *_lower_verbs(clause), clause.particle)


def _join(*words: str) -> str:
    return " ".join(w for w in words if w)
