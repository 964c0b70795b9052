"""Clauses: who does what to whom in one verb's clause, by grammar alone.

    "She has blamed Mr. Brandt for the delay" → blame: She, Mr. Brandt, for: the delay

Every predicate of a sentence (verb, copula, participle of a reduced relative clause) gives one
`Clause` with its subjects, objects and prepositional arguments, understood subjects included (control
and raising: Rosenbaum 1967; "asked Comey to drop" – Comey is to drop). Whether the clause is so, and
on whose word, is the affair of `kg.extract.stance` and `kg.extract.attribution`.

Labels are those of spaCy's English pipelines (ClearNLP's version of Stanford Dependencies).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.document import having
from kg.extract.lemmas import lemma_of
from kg.extract.once import children, once
from kg.extract.phrases import conjuncts, movable_phrases, opens_a_word
from kg.lexicon.embedding import (
    APPEALS,
    CALLING,
    CAUSATIVE,
    CHOOSING,
    DENIAL,
    DITRANSITIVE,
    ENDEAVOURS,
    EVIDENTIAL_PASSIVES,
    HABIT_NOUNS,
    OBJECT_CONTROL,
    OBJECT_CONTROL_PREPOSITIONS,
    OBJECTLESS,
    OWN_DOINGS,
    RESULT_VERBS,
    RULES,
    SPEECH,
    SUBJECT_CONTROL,
    TROUBLES,
    WITH_CONTENT,
)
from kg.lexicon.nominals import IDIOMS
from kg.lexicon.people import PERSON_NOUNS, person_noun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
# Tags of verbs with tense.
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
# Positions of a verb that is not a predicate of its own.
_NO_PREDICATE = frozenset(
    {"aux", "auxpass", "compound", "amod", "det", "nmod", "case", "mark", "punct", "prep", "cc"}
)
_RELATIVE_TAGS = frozenset({"WP", "WDT", "WP$"})
# Adverbs that change the verb's meaning as particles do: "turned away boats", "sent back".
_PARTICLE_ADVERBS = frozenset("away back down off out over up apart together aside forward".split())
_TEMPORAL = frozenset(
    "before after when while since until as once hours days minutes weeks months".split()
)
_ELLIPTICAL = frozenset({"if", "as", "when", "where", "unless"})
_SINGLING = frozenset("first second third last latest only next sole".split())
_REFLEXIVES = frozenset("himself herself itself themselves myself yourself ourselves".split())
# Prepositions that place a passive in space or time; any other one brings an argument.
SETTING_PREPOSITIONS = frozenset(
    "in at on near during within inside outside around across throughout under above below beside behind "
    "amid among between over before after since until till by along past past via".split()
)
# What an object is called: parsers take the words in quotation marks for an apposition to it.
_NAMING = frozenset({"brand", "call", "deem", "dub", "label", "term"})
_APPEALING = frozenset(verb for verb, _ in APPEALS)
# "in order to", "at a time when"
_SPANNING = frozenset({"range", "vary", "include", "total"})
_FRAME_NOUNS = frozenset({"order", "time", "way", "case"})
# Prepositions that make a gerund the verb's complement; "by", "after" or "without" add a clause instead.
_TYING_PREPOSITIONS = frozenset({"to", "of", "in", "on", "about", "for", "from", "against", "at"})
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
        if is_predicate(token) and not _absorbed(token):
            clause = _clause(token)
            if clause is not None:
                yield clause


@once
def is_predicate(token: Token) -> bool:
    """Tell whether a token is the predicate of a clause."""
    if token.dep_ in _NO_PREDICATE or token.tag_ == "MD" or not token.text[0].isalpha():
        return False
    if token.pos_ == "VERB":
        return True
    return token.pos_ == "AUX" and any(
        c.dep_ in {"attr", "acomp", "nsubj", "prep", "oprd"} for c in children(token)
    )


@once
def complement(verb: Token) -> Token | None:
    """Return the infinitive or gerund that continues ``verb`` with the same subject, if there is one.

    ``want → replace``, ``start → bombarding``; not ``asked Comey → drop``, whose subject is Comey.
    """
    if lemma_of(verb) in DENIAL or _appeals(verb):
        return None
    for child in children(verb):
        continues = child.dep_ == "xcomp" and is_predicate(child) and not _own_subject(child)
        if continues and (not direct_objects(verb) or lemma_of(verb) in SUBJECT_CONTROL):
            return child
        if child.dep_ == "acomp":
            tied = [
                g
                for g in children(child)
                if g.dep_ in {"xcomp", "ccomp"} and is_infinitive(g) and not _own_subject(g)
            ]
            if tied:
                return tied[0]
    return gerund_complement(verb)


def _appeals(verb: Token) -> list[Token]:
    """``called on the bank to fire him``: the bank is to do it."""
    lemma = lemma_of(verb)
    if lemma not in _APPEALING:
        return []
    tied = (c for c in children(verb) if c.dep_ == "prep" and (lemma, c.lower_) in APPEALS)
    return [t for c in tied for p in children(c) if p.dep_ == "pobj" for t in conjuncts(p)]


def gerund_complement(verb: Token) -> Token | None:
    """Return the gerund that a preposition ties to an intransitive verb: ``admitted to hiding it``."""
    if direct_objects(verb) or is_passive(verb) or lemma_of(verb) == "be":
        return None
    tied = (c for c in children(verb) if c.dep_ == "prep" and c.lower_ in _TYING_PREPOSITIONS)
    gerunds = (g for p in tied for g in children(p) if g.dep_ == "pcomp" and g.tag_ == "VBG")
    return next((g for g in gerunds if is_predicate(g) and not _own_subject(g)), None)


def _absorbed(verb: Token) -> bool:
    """A verb whose meaning its complement completes gives no clause of its own."""
    below = complement(verb)
    return below is not None and not direct_objects(verb)


@once
def is_passive(verb: Token) -> bool:
    """Tell whether a clause is passive: by its auxiliary, or as a reduced relative ("seized in May")."""
    below = {c.dep_ for c in children(verb)}
    if below & {"auxpass", "nsubjpass", "csubjpass"}:
        return True
    if verb.tag_ != "VBN":
        return False
    if "dobj" in below and lemma_of(verb) not in DITRANSITIVE | _NAMING:
        return False  # "has flown missions, conducted raids"
    if verb.dep_ in {"acl", "advcl"}:
        return not any(c.dep_ == "aux" for c in children(verb))
    return (
        verb.dep_ == "conj"
        and not below & _AUXILIARIES
        and is_passive(verb.head)
        and not below & SUBJECTS
    )


def _own_subject(verb: Token) -> list[Token]:
    return [c for c in children(verb) if c.dep_ in SUBJECTS]


def is_relative(token: Token) -> bool:
    """Tell whether a token is a relative pronoun."""
    if token.tag_ in _RELATIVE_TAGS:
        return True
    stands_in = token.dep_ in SUBJECTS | {"dobj", "pobj"}
    return token.lower_ == "that" and token.tag_ in {"IN", "WDT"} and stands_in


def relative_clause(token: Token) -> Token | None:
    """Return the verb of the relative clause that a relative pronoun belongs to."""
    for ancestor in token.ancestors:
        if ancestor.dep_ == "relcl":
            return ancestor
        if ancestor.dep_ in {"ccomp", "ROOT"}:
            return None
    return None


def antecedent(token: Token) -> Token | None:
    """Return the noun that a relative pronoun stands for."""
    verb = relative_clause(token)
    if verb is None or verb.head.pos_ not in {"NOUN", "PROPN", "PRON", "NUM", "DET"}:
        return None
    noun: Token | None = verb.head
    if token.tag_ == "WP" or token.lower_ == "whose":
        noun = _person_above(verb.head, verb)
    return described(noun) if noun is not None and noun.lower_ != "way" else None


def _person_above(noun: Token, clause: Token) -> Token | None:
    """``a clerk close to the talks, who asked``: parsers attach *who* to the nearest noun."""
    never_a_person = noun.ent_type_ in {"GPE", "LOC", "DATE"}
    for token in (noun, *noun.ancestors):
        if is_predicate(token):
            return None if never_a_person else noun
        if token.i < clause.i and _can_be_person(token):
            return token
    return noun


def singled_out(noun: Token) -> bool:
    """``the first senator to endorse him``, ``the only Democrat to support her``: the noun did it."""
    return any(
        c.dep_ == "amod" and (c.lower_ in _SINGLING or c.tag_ == "JJS") for c in children(noun)
    )


def _can_be_person(noun: Token) -> bool:
    if noun.ent_type_ in {"GPE", "LOC", "FAC", "ORG", "DATE", "PRODUCT", "WORK_OF_ART", "LAW"}:
        return False
    return _can_act_itself(noun)


def described(noun: Token) -> Token:
    """Return what a predicate noun describes: in "he is a footballer who plays", he plays."""
    if (
        noun.dep_ != "attr"
        or lemma_of(noun.head) != "be"
        or any(c.dep_ == "neg" for c in children(noun.head))
    ):
        return noun
    indefinite = singled_out(noun) or any(
        c.dep_ == "det" and c.lower_ in {"a", "an"} for c in children(noun)
    )
    who = [c for c in children(noun.head) if c.dep_ == "nsubj" and c.i < noun.i and c.tag_ != "EX"]
    return who[0] if indefinite and who and not is_relative(who[0]) else noun


def _resolve(token: Token) -> Token | None:
    """Replace a relative pronoun by its antecedent; None for free relatives and question words."""
    return antecedent(token) if is_relative(token) else token


@once
def subjects(verb: Token) -> tuple[list[Token], bool]:
    """Return the subjects of a verb, and whether they are understood rather than its own."""
    own = _own_subject(verb)
    if any(c.dep_ == "expl" for c in children(verb)):
        return [
            t
            for c in children(verb)
            if c.dep_ in {"attr", "nsubj"} and c.tag_ != "EX"
            for t in conjuncts(c)
        ], False
    if own:
        found = _resolve(own[-1])
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
        return _shared_subject(verb, coordinated_with(verb))
    if dep == "acl" and head.lower_ == "order" and head.head.lower_ == "in" and is_infinitive(verb):
        return subjects(head.head.head)[0] if is_predicate(head.head.head) else []
    if dep in {"acl", "relcl"} and head.pos_ in {"NOUN", "PROPN", "PRON", "NUM", "DET"}:
        return _subject_of_modifier(verb, head)
    if dep in {"xcomp", "ccomp"} and head.dep_ == "acomp" and is_predicate(head.head):
        return subjects(head.head)[0]
    if dep in {"xcomp", "advcl", "ccomp", "dep"} and is_predicate(head):
        return _subject_after_preposition(verb) or _controller(verb, head)
    if dep == "pcomp" and head.dep_ == "prep":
        return _controller_across_preposition(head)
    return []


def coordinated_with(verb: Token) -> Token:
    """Return the verb that a coordinate verb goes with, by its form.

    In "were told to stop and leave" parsers may hang *leave* on *told*, in "pressed for them to stop
    and praised the vote" *praised* on *stop*: infinitives go with infinitives, finite verbs with finite.
    """
    high = verb.head
    if is_bare(verb) and is_finite(high):
        before = (
            c for c in children(high) if high.i < c.i < verb.i and c.dep_ in {"xcomp", "advcl"}
        )
        return next((c for c in before if is_infinitive(c)), high)
    if verb.tag_ in {"VBD", "VBZ"} and is_infinitive(high):
        above = (t for t in high.ancestors if is_predicate(t))
        return next((t for t in above if is_finite(t)), high)
    return high


def is_finite(verb: Token) -> bool:
    """Tell whether a verb has tense, by itself or by its auxiliary."""
    return verb.tag_ in FINITE or any(
        c.dep_ in _AUXILIARIES and c.tag_ in FINITE for c in children(verb)
    )


def _shared_subject(verb: Token, head: Token) -> list[Token]:
    """``stops when users call and offers help``: what offers is not *users*, but what stops."""
    who = subjects(head)[0]
    singular = verb.tag_ == "VBZ" and not any(c.dep_ in _AUXILIARIES for c in children(verb))
    if not (singular and who and all(t.tag_ == "NNS" for t in who)):
        return who
    above = subjects(head.head)[0] if head.dep_ == "advcl" and is_predicate(head.head) else []
    return above if above and above[0].tag_ in {"NN", "NNP", "PRP"} else []


def _noun_before(infinitive: Token) -> Token | None:
    """Return the noun right before ``to``: parsers hang the infinitive on one further up."""
    before = infinitive.left_edge.nbor(-1) if infinitive.left_edge.i else None
    return before if before is not None and before.pos_ == "NOUN" else None


def is_bare(verb: Token) -> bool:
    """Tell whether a verb is an infinitive without ``to``, or an imperative."""
    return verb.tag_ == "VB" and not any(c.dep_ in {"aux", "mark"} for c in children(verb))


def _subject_of_modifier(verb: Token, noun: Token) -> list[Token]:
    """``investigations conducted by`` and ``email seeking``: the noun. ``freedom to do``: whoever has it."""
    troubled = verb.tag_ == "VBG" and lemma_of(noun) in TROUBLES and noun.dep_ == "dobj"
    if troubled or _ranks(verb, noun):
        return []
    if verb.tag_ in {"VBG", "VBN", "VBD"} and not is_infinitive(verb):
        return [described(noun)]
    if not is_infinitive(verb):
        return []
    nearest = _noun_before(verb)
    if singled_out(nearest or noun):
        return [described(nearest or noun)]
    if person_noun(noun.lower_) in PERSON_NOUNS:
        return []
    owner = [c for c in children(noun) if c.dep_ == "poss"]
    by = [p for c in children(noun) if c.lower_ == "by" for p in children(c) if p.dep_ == "pobj"]
    if owner or by:
        return owner or by
    if lemma_of(noun) in RULES:
        return [noun]
    if noun.dep_ == "dobj" and is_predicate(noun.head):
        return subjects(noun.head)[0]
    if lemma_of(noun) in ENDEAVOURS and noun.head.lower_ == "in" and is_predicate(noun.head.head):
        return subjects(noun.head.head)[0]
    return []


def _ranks(verb: Token, noun: Token) -> bool:
    """``lost 4,300 jobs, followed by Spain``: Spain follows whoever lost them, not the jobs."""
    counted = noun.pos_ == "NUM" or any(c.dep_ == "nummod" for c in children(noun))
    return lemma_of(verb) == "follow" and verb.tag_ == "VBN" and counted


def _subject_after_preposition(verb: Token) -> list[Token]:
    """``ended with Sweden winning``, ``opened for guests to see``: parsers hang the clause higher."""
    before = verb.left_edge.nbor(-1) if verb.left_edge.i else verb
    if before.dep_ != "pobj" or before.head.head != verb.head:
        return []
    with_ = verb.tag_ == "VBG" and verb.left_edge == verb and before.head.lower_ == "with"
    for_ = is_infinitive(verb) and before.head.lower_ == "for" and _can_act_itself(before)
    return [before] if with_ or for_ else []


def _can_act_itself(noun: Token) -> bool:
    return noun.pos_ in {"PROPN", "PRON"} or person_noun(noun.lower_) in PERSON_NOUNS


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
        appealed = _appeals(governor)
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
    if opened and verb.i < governor.i and not any(_can_be_person(t) for t in subjects(governor)[0]):
        return False  # "when holding the phone, reception would decrease": people hold it
    after_time = verb.i and verb.nbor(-1).ent_type_ in {"DATE", "TIME"}
    return not after_time and not _tells_a_result(verb, governor)


def governor_of(preposition: Token) -> Token:
    """Return what a prepositional clause modifies.

    Parsers attach ``without`` low: in "picked her to lead it without asking", it is the picking that was
    done without asking, and the purpose is only part of it.
    """
    governor = preposition.head
    if (
        preposition.lower_ == "without"
        and governor.dep_ in {"advcl", "xcomp"}
        and is_infinitive(governor)
    ):
        above = governor.head
        if is_predicate(above) and lemma_of(above) in CHOOSING and direct_objects(above):
            return above
    return governor


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
    return lemma_of(passive) in movers or any(_can_be_person(t) for t in who)


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


def is_infinitive(verb: Token) -> bool:
    """Tell whether a verb is a to-infinitive."""
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in children(verb))


@once
def direct_objects(verb: Token) -> list[Token]:
    """Return the direct objects of a verb, relative pronouns replaced by their antecedents."""
    found = [r for c in children(verb) if c.dep_ == "dobj" and (r := _resolve(c)) is not None]
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
        return [] if pronoun or not _own_subject(above) or _has_complement(verb) else [above.head]
    if (
        verb.dep_ != "relcl"
        or not _own_subject(verb)
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


def _clause(verb: Token) -> Clause | None:
    verbs = _verb_chain(verb)
    lead = verbs[0]
    who, understood = subjects(lead)
    passive = is_passive(verb)
    given = direct_objects(verb)
    twice = len(given) > 1 and given[0].dep_ == given[1].dep_ == "dobj"
    recipient = given[0] if twice and lemma_of(verb) in DITRANSITIVE else None
    label = given[0] if twice and _describes_next(*given[:2]) else None
    objects = [t for o in given if o not in (recipient, label) for t in conjuncts(o)]
    exists = any(c.dep_ == "expl" for c in children(verb))
    found = [c for c in _complements(verb) if not exists]
    if lemma_of(verb) in _NAMING:
        found.extend(c for o in objects for c in children(o) if _is_quoted_apposition(c))
    if any(c.tag_ == "WP" and c.lower_ == "what" and c.dep_ == "dobj" for c in children(verb)):
        return None  # "what they call a coup", "said what it should mean": of nothing named
    attributes = _unique([t for c in found for t in _attributes(c)])
    copular = lemma_of(verb) == "be" or bool(attributes and not objects and not passive)
    arguments = [a for v in verbs for a in _arguments(v)]
    if recipient is not None:
        arguments.append(Argument("recipient", recipient))
    arguments.extend(
        replace(a, beside=o)
        for o in objects
        for p in movable_phrases(o)
        if o.dep_ != "nsubjpass"
        for a in _prepositional(p)
    )
    arguments.extend(a for p in _in_front(lead) for a in _prepositional(p) if a.role != "agent")
    agents = [a.token for a in arguments if a.role == "agent"]
    if copular and not objects:
        objects = [a for a in attributes if not is_relative(a)]
    elif attributes and (objects or passive):
        arguments.extend(Argument("as", a) for a in attributes)
    if not who and not agents:
        return None
    return Clause(
        verbs=verbs,
        subjects=tuple(_unique(who)),
        objects=tuple(_unique(objects)),
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


def first_coordinate(verb: Token) -> Token:
    """Return the first of the verbs that a verb is coordinated with, or itself."""
    while verb.dep_ == "conj" and is_predicate(verb.head):
        verb = verb.head
    return verb


def _in_front(verb: Token) -> list[Token]:
    """``After the attack, police came and disarmed him``: what stands in front holds of both verbs."""
    first = first_coordinate(verb)
    if first == verb:
        return []
    before = min((c.i for c in children(first) if c.dep_ in SUBJECTS), default=first.i)
    return [c for c in children(first) if c.dep_ == "prep" and c.i < before]


def _complements(verb: Token) -> list[Token]:
    """Return what a copula says of its subject, not what stands before both."""
    found = [c for c in children(verb) if c.dep_ in {"attr", "acomp", "oprd"}]
    who = [c.i for c in children(verb) if c.dep_ in SUBJECTS and c.i < verb.i]
    return [c for c in found if not who or c.i > who[0] or c.tag_ in {"WP", "WRB", "WDT"}]


def _attributes(token: Token) -> list[Token]:
    return (
        conjuncts(token)
        if token.pos_ in {"NOUN", "PROPN", "ADJ", "NUM", "PRON", "ADV", "VERB", "DET"}
        else []
    )


def _unique(tokens: list[Token]) -> list[Token]:
    """Return each token once; of ``vice-chairman``, which parsers take for two nouns, the last."""
    once_each = {t.i: t for t in tokens}
    return [t for t in once_each.values() if not (t.i + 2 in once_each and opens_a_word(t))]


def _verb_chain(verb: Token) -> tuple[Token, ...]:
    """Walk up from a complement through the verbs it completes: replace ← want.

    Words that only report are left out: "is said to have offered" is *offered*, reported.
    """
    chain = [verb]
    while True:
        low = chain[0]
        above = low.head
        if (
            (
                low.dep_ == "conj"
                and is_predicate(above)
                and above.dep_ == "xcomp"
                and not _own_subject(low)
            )
            or (
                low.dep_ in {"xcomp", "ccomp"}
                and above.dep_ == "acomp"
                and is_infinitive(low)
                and not _own_subject(low)
            )
            or (
                low.dep_ == "pcomp"
                and is_predicate(above.head)
                and gerund_complement(above.head) == low
            )
        ):
            above = above.head
        elif low.dep_ != "xcomp":
            return tuple(chain)
        if (
            not is_predicate(above)
            or _own_subject(low)
            or not (low.tag_ == "VBG" or is_infinitive(low))
        ):
            return tuple(chain)
        if (
            direct_objects(above)
            and lemma_of(above) not in SUBJECT_CONTROL
            and not is_passive(above)
        ):
            return tuple(chain)
        if lemma_of(above) in DENIAL or _appeals(above):
            return tuple(chain)
        if is_passive(above) and (lemma_of(above) in EVIDENTIAL_PASSIVES or low.tag_ == "VBG"):
            return tuple(chain)
        chain.insert(0, above)


def particle(verb: Token) -> str:
    """Return the particle of a verb, or the noun that makes one idea with it: turn down, take place."""
    for child in children(verb):
        if child.dep_ == "prt":
            return child.lower_
    for child in children(verb):
        if child.dep_ == "advmod" and child.lower_ in _PARTICLE_ADVERBS and child.i == verb.i + 1:
            return child.lower_
    objects = [c for c in children(verb) if c.dep_ == "dobj"]
    bare = bool(objects) and not any(
        c.dep_ in {"det", "amod", "poss"} for c in children(objects[0])
    )
    if bare and (lemma_of(verb), objects[0].lemma_) in IDIOMS:
        return objects[0].lower_
    return ""


def _is_quoted_apposition(child: Token) -> bool:
    first = child.left_edge
    before = first if first.is_quote or first.i == 0 else first.nbor(-1)
    return child.dep_ == "appos" and before.is_quote


def _arguments(verb: Token) -> Iterator[Argument]:
    for child in children(verb):
        if child.dep_ == "dative" and child.pos_ != "ADP" and not opens_a_word(child):
            yield from (Argument("recipient", t) for t in conjuncts(child))
        elif child.dep_ in {"prep", "agent", "dative"}:
            yield from _prepositional(child)


def _prepositional(preposition: Token) -> Iterator[Argument]:
    if preposition.lower_ == "as" and is_passive(preposition.head):
        yield from _agent_after_as(preposition)
    role = _ROLES.get(_role(preposition) or "", _role(preposition))
    if role == "by" and preposition.head.pos_ == "VERB" and is_passive(preposition.head):
        role = "agent"
    if role is None:
        return
    for child in children(preposition):
        if child.dep_ == "pobj" and not _sets_a_frame(child):
            found = _resolve(child)
            if found is not None:
                yield from (Argument(role, t) for t in conjuncts(found))
        elif child.dep_ == "prep":
            inner = [t for c in children(child) if c.dep_ == "pobj" for t in conjuncts(c)]
            yield from (Argument(f"{role} {child.lower_}", t) for t in inner)
        elif child.dep_ == "conj" and child.pos_ == "ADP":
            yield from _prepositional(child)


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


def caused_clause(verb: Token) -> Token | None:
    """Return the infinitive with a subject of its own: ``caused the crane to fall``, ``want him to go``."""
    if lemma_of(verb) not in CAUSATIVE and lemma_of(verb) not in OBJECT_CONTROL:
        return None
    found = (
        c
        for c in children(verb)
        if c.dep_ in {"ccomp", "xcomp"} and c.tag_ == "VB" and is_predicate(c) and not _has_modal(c)
    )
    return next((c for c in found if causees(verb, c)), None)


def _has_modal(verb: Token) -> bool:
    return any(c.tag_ == "MD" or (c.dep_ == "mark" and c.lower_ == "that") for c in children(verb))


def causees(verb: Token, caused: Token) -> list[Token]:
    """Return who or what is made to do it."""
    own = [t for s in _own_subject(caused) for t in conjuncts(s) if not is_relative(t)]
    return _unique(own or [t for o in direct_objects(verb) for t in conjuncts(o)])


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
    return child.i > verb.i or lemma_of(verb) in WITH_CONTENT


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


def is_reflexive(token: Token) -> bool:
    """Tell whether a token is a reflexive pronoun, which adds no participant."""
    return token.lower_ in _REFLEXIVES
