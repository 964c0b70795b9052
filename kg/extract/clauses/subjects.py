"""Subjects: who or what a predicate is said of, understood subjects included.

    "Ida Holm asked the bank to drop it" → drop: bank
    "Ida Holm promised the bank to drop it" → drop: Ida Holm
    "He was arrested on suspicion of robbing her" → rob: He

The subject of one verb is often that of another (control and raising: Rosenbaum 1967), so these
functions call each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.clauses.attachment import governor_of, noun_before, subject_after_preposition
from kg.extract.clauses.coordination import coordinated_with
from kg.extract.clauses.objects import direct_objects
from kg.extract.clauses.persons import can_be_person
from kg.extract.clauses.predicates import is_predicate, own_subject
from kg.extract.clauses.relative import described, is_relative, resolve
from kg.extract.clauses.verb_chain import appeals
from kg.extract.clauses.verb_forms import AUXILIARIES, is_bare, is_infinitive, is_passive
from kg.extract.lemmas import lemma_of
from kg.extract.once import children, once
from kg.extract.phrases import conjuncts, singled_out
from kg.lexicon.embedding import (
    ABILITIES,
    CALLING,
    ENDEAVOURS,
    HABIT_NOUNS,
    NOUN_EMBEDDING,
    OBJECT_CONTROL,
    OBJECT_CONTROL_PREPOSITIONS,
    OWN_DOINGS,
    RESULT_VERBS,
    RULES,
    SPEECH,
    TROUBLES,
)
from kg.lexicon.people import PERSON_NOUNS, person_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

_ELLIPTICAL = frozenset({"if", "as", "when", "where", "unless"})
_SPANNING = frozenset({"range", "vary", "include", "total"})


@once
def subjects(verb: Token) -> tuple[list[Token], bool]:
    """Return the subjects of a verb, and whether they are understood rather than its own."""
    own = own_subject(verb)
    if any(c.dep_ == "expl" for c in children(verb)):
        return [
            t
            for c in children(verb)
            if c.dep_ in {"attr", "nsubj"} and c.tag_ != "EX"
            for t in conjuncts(c)
        ], False
    if own:
        found = resolve(own[-1])
        if found is None or found.pos_ in {"VERB", "AUX"}:
            return [], False
        return [*conjuncts(found), *_examples(found)], is_relative(own[-1])
    return _understood(verb), True


def _examples(noun: Token) -> list[Token]:
    """``sites such as Gawker.com said``: what holds of the kind is said of its examples."""
    such = (
        c
        for c in children(noun)
        if c.lower_ == "as" and any(g.lower_ == "such" for g in children(c))
    )
    return [t for c in such for p in children(c) if p.dep_ == "pobj" for t in conjuncts(p)]


def _understood(verb: Token) -> list[Token]:
    head, dep = verb.head, verb.dep_
    if (
        dep == "advcl"
        and verb.tag_ == "VBN"
        and any(c.lower_ in _ELLIPTICAL for c in children(verb))
    ):
        return []  # "if needed", "as planned": what is needed is left out
    if is_bare(verb) and dep in {"ccomp", "advcl", "dep", "parataxis"}:
        return []  # an imperative: "“Burn it,” he told them"
    if dep == "conj" and is_predicate(head):
        high = coordinated_with(verb)
        return [] if _stands_alone(verb, high) else _shared_subject(verb, high)
    if dep == "acl" and head.lower_ == "order" and head.head.lower_ == "in" and is_infinitive(verb):
        return subjects(head.head.head)[0] if is_predicate(head.head.head) else []
    if dep in {"acl", "relcl"} and head.pos_ in {"NOUN", "PROPN", "PRON", "NUM", "DET"}:
        return _subject_of_modifier(verb, head)
    if dep in {"xcomp", "ccomp"} and head.dep_ == "acomp" and is_predicate(head.head):
        return subjects(head.head)[0]
    if dep in {"xcomp", "advcl", "ccomp", "dep"} and is_predicate(head):
        return subject_after_preposition(verb) or _controller(verb, head)
    if dep == "pcomp" and head.dep_ == "prep":
        return _controller_across_preposition(head)
    return []


def _stands_alone(verb: Token, high: Token) -> bool:
    """``Sales doubled; sold 5 million``, ``he came, leave it``: no subject reaches there."""
    across = any(t.text == ";" for t in verb.doc[high.i : verb.i])
    return across or (is_bare(verb) and high.tag_ in {"VBD", "VBZ"})


def _shared_subject(verb: Token, head: Token) -> list[Token]:
    """``stops when users call and offers help``: what offers is not *users*, but what stops."""
    who = subjects(head)[0]
    singular = verb.tag_ == "VBZ" and not any(c.dep_ in AUXILIARIES for c in children(verb))
    if not (singular and who and all(t.tag_ == "NNS" for t in who)):
        return who
    above = subjects(head.head)[0] if head.dep_ == "advcl" and is_predicate(head.head) else []
    return above if above and above[0].tag_ in {"NN", "NNP", "PRP"} else []


def _subject_of_modifier(verb: Token, noun: Token) -> list[Token]:
    """``investigations conducted by`` and ``email seeking``: the noun. ``freedom to do``: whoever has it."""
    troubled = verb.tag_ == "VBG" and lemma_of(noun) in TROUBLES and noun.dep_ == "dobj"
    if troubled or _ranks(verb, noun):
        return []
    if verb.tag_ in {"VBG", "VBN", "VBD"} and not is_infinitive(verb):
        return [described(noun)]
    if not is_infinitive(verb):
        return []
    nearest = noun_before(verb)
    if singled_out(nearest or noun):
        return [described(nearest or noun)]
    if person_noun(noun.lower_) in PERSON_NOUNS:
        return []
    owner = [c for c in children(noun) if c.dep_ == "poss"]
    by = [p for c in children(noun) if c.lower_ == "by" for p in children(c) if p.dep_ == "pobj"]
    if owner or by:
        return owner or by
    if lemma_of(noun) in RULES or _undergoes(verb, noun):
        return [noun]
    if noun.dep_ == "dobj" and is_predicate(noun.head):
        return subjects(noun.head)[0]
    if lemma_of(noun) in ENDEAVOURS and noun.head.lower_ == "in" and is_predicate(noun.head.head):
        return subjects(noun.head.head)[0]
    return []


def _undergoes(verb: Token, noun: Token) -> bool:
    """``announced a concert to be held``: the concert; but the right to be heard is somebody's."""
    return is_passive(verb) and lemma_of(noun) not in NOUN_EMBEDDING.keys() | ABILITIES


def _ranks(verb: Token, noun: Token) -> bool:
    """``lost 4,300 jobs, followed by Spain``: Spain follows whoever lost them, not the jobs."""
    counted = noun.pos_ == "NUM" or any(c.dep_ == "nummod" for c in children(noun))
    return lemma_of(verb) == "follow" and verb.tag_ == "VBN" and counted


def _controller(verb: Token, governor: Token) -> list[Token]:
    """Return who is understood to do what a complement or adverbial clause says."""
    if is_infinitive(verb):
        return _controller_of_infinitive(verb, governor)
    if verb.dep_ in {"ccomp", "dep"} or (
        verb.dep_ == "advcl" and not _shares_subject(verb, governor)
    ):
        return []
    return subjects(governor)[0]


def _controller_of_infinitive(verb: Token, governor: Token) -> list[Token]:
    if verb.dep_ == "advcl" and is_passive(governor) and not _can_act(governor):
        return []  # "pebbles are thrown to represent it": the pebbles have no purpose
    if verb.dep_ in {"xcomp", "advcl"}:
        appealed = appeals(governor)
        calls = lemma_of(governor) in CALLING and lemma_of(verb) in SPEECH
        controls = lemma_of(governor) in OBJECT_CONTROL and not is_passive(governor) and not calls
        objects = direct_objects(governor) if controls else []
        if appealed or objects:
            return appealed or conjuncts(objects[0])
    return subjects(governor)[0]


def _shares_subject(verb: Token, governor: Token) -> bool:
    """Tell whether an adverbial clause has the subject of its governor: participles do, mostly."""
    participle = verb.tag_ in {"VBG", "VBN"}
    if not participle and any(c.dep_ == "mark" for c in children(verb)):
        return False
    if lemma_of(verb) in _SPANNING:
        return False  # "won support ranging from grants to gifts": the support ranges
    if verb.tag_ != "VBG":
        return True
    # "in the days leading up to": the days lead up, not the subject
    opened = any(c.dep_ in {"advmod", "mark"} and c.tag_ == "WRB" for c in children(verb))
    if opened and verb.i < governor.i and not any(can_be_person(t) for t in subjects(governor)[0]):
        return False  # "when holding the phone, reception would decrease": people hold it
    after_time = verb.i and verb.nbor(-1).ent_type_ in {"DATE", "TIME"}
    return not after_time and not _tells_a_result(verb, governor)


def _can_act(passive: Token) -> bool:
    """Tell whether the patient of a passive may itself do what it was done for."""
    who = subjects(passive)[0]
    movers = {
        "deploy",
        "send",
        "dispatch",
        "appoint",
        "hire",
        "call",
        "bring",
        "use",
        "set",
        "form",
        "create",
    }
    return lemma_of(passive) in movers or any(can_be_person(t) for t in who)


def _tells_a_result(verb: Token, governor: Token) -> bool:
    """``luggage tripped pilgrims, causing a bottleneck``: it is the event that causes, not its subject.

    Somebody named may well be said to cause what his deed does; a thing, or the subject of a
    passive, may not.
    """
    if lemma_of(verb) not in RESULT_VERBS or verb.i < governor.i:
        return False
    who = subjects(governor)[0]
    return is_passive(governor) or not all(
        t.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"} for t in who
    )


def _controller_across_preposition(preposition: Token) -> list[Token]:
    governor = governor_of(preposition)
    if (
        lemma_of(governor) in HABIT_NOUNS
        and governor.dep_ == "dobj"
        and is_predicate(governor.head)
    ):
        return subjects(governor.head)[0]  # "have a policy of turning boats away"
    if not is_predicate(governor):
        return _whoever_has(governor)
    if (lemma_of(governor), preposition.lower_) in OBJECT_CONTROL_PREPOSITIONS and not is_passive(
        governor
    ):
        objects = direct_objects(governor)
        if objects:
            return conjuncts(objects[0])
    return subjects(governor)[0]


def _whoever_has(noun: Token) -> list[Token]:
    """``arrested on suspicion of murdering her``, ``with the aim of winning``: the subject above."""
    if lemma_of(noun) not in OWN_DOINGS or any(c.dep_ == "poss" for c in children(noun)):
        return []
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    return subjects(above)[0] if noun.dep_ in {"pobj", "dobj"} and is_predicate(above) else []
