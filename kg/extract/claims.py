"""Clauses as claims: relations, settings and references put together, with their evidence.

"Maria Keller turned down the offer." → Maria Keller – turned down – offer
"Tom Brandt offered to resign." → Tom Brandt – offered – resignation
"The contract was signed by Maria Keller." → Maria Keller – signed – contract
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg import ids
from kg.document import having
from kg.extract.adjuncts import adjuncts
from kg.extract.bench import Extractor, make_claim
from kg.extract.clauses import Argument
from kg.extract.confidence import confidence
from kg.extract.content import content_name, content_of
from kg.extract.lemmas import lemma_of
from kg.extract.negation import denies, is_contrasted
from kg.extract.once import children, sentence_bounds
from kg.extract.phrases import join, movable_phrases
from kg.extract.relations import Relation, relations
from kg.lexicon.embedding import (
    HEARSAY_ADVERBS,
    LIGHT_INFINITIVES,
    NEGATIVE_ADVERBS,
    OBJECT_NEEDED,
    POSSIBLE_ADVERBS,
    PROBABLE_ADVERBS,
)
from kg.lexicon.nominals import NOUN_OF
from kg.model import Claim, Literal, Polarity, Predicate, Qualifier, Ref

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from kg.extract.bench import Bench
    from kg.extract.clauses import Clause
    from kg.extract.stance import Setting

_NAME = "clause@1"
_PAIRING = "newskg.pairing"
_MANNER = frozenset("outright together alone aloud hard fast well badly twice once openly".split())
# Adverbs in -ly that are no manner: of time, of the speaker's view, of degree.
_SENTENCE_ADVERBS = (
    HEARSAY_ADVERBS
    | PROBABLE_ADVERBS
    | POSSIBLE_ADVERBS
    | frozenset(
        "only early daily weekly monthly yearly recently currently previously formerly finally".split()
    )
    | frozenset(
        "nearly really actually simply merely eventually immediately shortly usually mostly mainly".split()
    )
)
_MAX_QUALIFIERS = 6
_VAGUE = frozenset("those all some many most others both few several one any".split())
# What makes a length a distance in time.
_OFFSETS = frozenset("before after ago later earlier prior from".split())
_NO_QUANTITIES = frozenset({"Person", "Organization", "Group", "Place"})
_PLACE_PREPOSITIONS = frozenset("in at near on outside inside across throughout around".split())


def clause_claims(bench: Bench) -> Iterator[Claim]:
    """Yield the claims of all clauses, in order of their verbs."""
    for clause in bench.clauses:
        yield from claims_of(bench, clause)


def claims_of(bench: Bench, clause: Clause) -> tuple[Claim, ...]:
    """Return the claims of one clause; what types a relation asks for them too."""
    key = clause.verb.i
    if key not in bench.made:
        bench.made[key] = tuple(_claims_of(bench, clause))
    return bench.made[key]


def _claims_of(bench: Bench, clause: Clause) -> Iterator[Claim]:
    if clause.verb.i in bench.document.skip or _is_paired(clause):
        return
    found = bench.setting(clause.verbs)
    for relation in relations(clause, bench.times.at):
        claim = _claim(bench, clause, relation, found)
        if claim is not None:
            yield claim


def _is_paired(clause: Clause) -> bool:
    """``killed 102 and 21 people respectively``: not each of them did it to each."""
    return sentence_bounds(clause.verb) in _pairing(clause.verb.doc)


def _pairing(doc: Doc) -> frozenset[tuple[int, int]]:
    """Return the sentences that pair what they list, found once a document."""
    found: frozenset[tuple[int, int]] | None = doc.user_data.get(_PAIRING)
    if found is None:
        found = frozenset(sentence_bounds(t) for t in having(doc, "LOWER", ("respectively",)))
        doc.user_data[_PAIRING] = found
    return found


def _claim(bench: Bench, clause: Clause, relation: Relation, found: Setting) -> Claim | None:
    if relation.object is not None and clause.copular and relation.object.i in bench.posts:
        return None
    if denies(relation.subject) and relation.subject.head != clause.lead:
        return None  # "no survivors found there": who is not there does nothing
    if _is_vague(relation.subject) or _only_picks_out(bench, clause, relation):
        return None
    subject = bench.references.thing(relation.subject)
    if not isinstance(subject, Ref) or _quoted_by(bench, clause, relation):
        return None
    if (
        subject.start is not None
        and subject.end is not None
        and subject.start < clause.verb.idx < subject.end
    ):
        return None  # "people fleeing the war" is called so because they flee
    found = _contrasted(clause, relation, found)
    obj, lemma, label = _object(bench, clause, relation)
    if obj is None and (relation.object is not None or _says_nothing(clause)):
        return None
    if isinstance(obj, Ref) and obj.id == subject.id:
        return None
    if clause.copular and isinstance(obj, Literal) and subject.type in _NO_QUANTITIES:
        return None  # "it was forty percent": no government is, so *it* was read wrongly
    return make_claim(
        bench,
        subject=subject,
        predicate=Predicate(id=ids.relation_term(lemma), lemma=lemma, label=label),
        obj=obj,
        anchor=clause.verb,
        found=found,
        qualifiers=_qualifiers(bench, clause, relation),
        extractor=_NAME,
        score=confidence(clause, relation, found),
    )


def _only_picks_out(bench: Bench, clause: Clause, relation: Relation) -> bool:
    """``in all cases examined``, ``two weeks left``: a bare participle says which, and no more."""
    if clause.verb.dep_ != "acl" or not clause.passive or relation.object is not None:
        return False
    bare = all(c.dep_ in {"punct", "advmod"} for c in children(clause.verb))
    return bare and bench.times.of(clause) is None


def _contrasted(clause: Clause, relation: Relation, found: Setting) -> Setting:
    """``praised Ida but not Tom``: the other polarity for one of them."""
    ends = (t for t in (relation.subject, relation.object) if t is not None)
    if sum(is_contrasted(t, clause.lead) for t in ends) != 1:
        return found
    positive = found.polarity is Polarity.NEGATIVE
    return replace(found, polarity=Polarity.POSITIVE if positive else Polarity.NEGATIVE)


def _is_vague(subject: Token) -> bool:
    """``those were tripped``, ``most agreed``: nobody in particular acts."""
    restricted = any(c.dep_ in {"prep", "nummod"} for c in children(subject))
    return subject.lower_ in _VAGUE and not restricted


def _says_nothing(clause: Clause) -> bool:
    """``hoped to have``, ``had made``: a verb whose object was not understood is no claim."""
    lemma = lemma_of(clause.verb)
    light = len(clause.verbs) > 1 and lemma in LIGHT_INFINITIVES
    bare = lemma in OBJECT_NEEDED and not clause.objects and not clause.arguments
    if lemma == "be" and clause.particle:
        return True  # "the delays are down to the strike"
    return (light or bare) and not clause.particle and not clause.passive


def _quoted_by(bench: Bench, clause: Clause, relation: Relation) -> bool:
    """``"…", added the agency``: parsers take the speaker after the verb for its object."""
    obj = relation.object
    return obj is not None and any(
        q.cue == clause.verb.i and q.speaker == obj.i for q in bench.document.quotations
    )


def _object(
    bench: Bench, clause: Clause, relation: Relation
) -> tuple[Ref | Literal | None, str, str]:
    if relation.object is not None:
        bare = relation.object in clause.objects and not clause.copular
        return bench.references.thing(relation.object, bare=bare), relation.lemma, relation.label
    verb = clause.verb
    arranged = lemma_of(clause.lead) == "be"  # "is to run": no action that somebody offers or plans
    if len(clause.verbs) > 1 and not (clause.passive or clause.copular or arranged):
        return _as_event(bench, clause, relation)
    return _content(bench, verb), relation.lemma, relation.label


def _content(bench: Bench, verb: Token) -> Ref | None:
    tokens = content_of(bench.document, verb)
    return bench.references.content(verb, content_name(verb, tokens), tokens) if tokens else None


def _as_event(bench: Bench, clause: Clause, relation: Relation) -> tuple[Ref | None, str, str]:
    """``offered to resign``: offered – resignation. The action gets a noun where English has one."""
    verb = clause.verb
    content = _content(bench, verb)
    if content is not None:
        return content, relation.lemma, relation.label
    if _says_nothing(clause):
        return None, relation.lemma, relation.label
    action = f"{lemma_of(verb)} {clause.particle}".strip()
    name = NOUN_OF.get(action) or (f"to {action}" if verb.tag_ == "VB" else verb.lower_)
    upper = clause.verbs[-2]
    lemma = _cut_last_verb(relation.lemma, upper)
    label = _cut_last_verb(relation.label, upper)
    return bench.references.event(verb, name, (verb.i,)), lemma, label


def _cut_last_verb(words: str, upper: Token) -> str:
    """Return a lemma or label up to and with the verb above the last: ``offer to resign`` → ``offer``."""
    parts = words.split()
    for position in range(len(parts) - 1, 0, -1):
        if (
            parts[position - 1] in {lemma_of(upper), upper.lower_}
            and parts[position] != upper.lower_
        ):
            return " ".join(parts[:position])
    return parts[0]


def _qualifiers(bench: Bench, clause: Clause, relation: Relation) -> tuple[Qualifier, ...]:
    rows: list[Qualifier] = []
    when = bench.times.of(clause)
    if when is not None:
        text = join(bench.document.doc, tuple(range(when.start, when.end)))
        rows.append(Qualifier(role="time", name=text, value=when.value))
    rows.extend(_lengths(bench, clause))
    rows.extend(_manner(clause))
    rows.extend(_amounts(bench, clause))
    found = [_qualifier(bench, argument) for argument in relation.rest]
    found += [row for argument in relation.rest for row in _places_within(bench, argument)]
    rows.extend(dict.fromkeys(row for row in found if row is not None))
    if relation.object is not None:
        tokens = content_of(bench.document, clause.verb, beside_object=True)
        name = content_name(clause.verb, tokens)
        rows.extend([Qualifier(role="content", name=name)] if name else [])
    for adjunct in (a for v in clause.verbs for a in adjuncts(v)):
        name = content_name(adjunct.verb, adjunct.tokens)
        rows.append(Qualifier(role=adjunct.role, name=name))
    return tuple(rows[:_MAX_QUALIFIERS])


def _lengths(bench: Bench, clause: Clause) -> Iterator[Qualifier]:
    """``for 22 days``, ``within a week``, ``waited two hours``: the role is the preposition, if any."""
    doc = bench.document.doc
    for time in bench.times.lengths(clause):
        root = doc[time.start : time.end].root
        after = doc[time.end].lower_ if time.end < len(doc) else ""
        if after == "of" or (after in _OFFSETS and root.dep_ != "pobj"):
            continue  # "after two days of rain", "two days before the launch" tell no length
        role = root.head.lower_ if root.dep_ == "pobj" else "amount"
        name = join(doc, tuple(range(time.start, time.end)))
        yield Qualifier(role=role, name=name, value=time.value)


def _amounts(bench: Bench, clause: Clause) -> list[Qualifier]:
    """How much or how, without a preposition: ``rose 5 percent``, ``goes both ways``."""
    rows = []
    ended = -1
    for child in children(clause.verb):
        bare = child.dep_ == "npadvmod" or (child.dep_ == "advmod" and child.like_num)
        bare = bare and child.pos_ not in {"DET", "PRON"}  # "for $2 each"
        if not bare or child.i <= max(clause.verb.i, ended) or child.i in bench.times.at:
            continue
        words = [*child.subtree]
        last = words[-1].i
        while last + 1 < len(child.doc) and child.nbor(last + 1 - child.i).text == "-":
            last += 2  # "18-fold"
        ended = min(last, len(child.doc) - 1)
        name = join(bench.document.doc, tuple(range(words[0].i, ended + 1)))
        role = "amount" if any(c.isdigit() for c in name) else "manner"
        rows.append(Qualifier(role=role, name=name))
    return rows


def _manner(clause: Clause) -> list[Qualifier]:
    """``asked outright``, ``resigned abruptly``: under a denial the manner is what is denied."""
    adverbs = (c for c in children(clause.verb) if c.dep_ == "advmod" and c.tag_ == "RB")
    manner = [
        c
        for c in adverbs
        if c.lower_.endswith("ly") or (c.i > clause.verb.i and c.lower_ in _MANNER)
    ]
    return [
        Qualifier(role="manner", name=c.lower_)
        for c in manner
        if c.lower_ not in _SENTENCE_ADVERBS | NEGATIVE_ADVERBS and not _also(c)
    ]


def _also(adverb: Token) -> bool:
    """``made the chips as well``: also, and not how."""
    return adverb.lower_ == "well" and adverb.i > 0 and adverb.nbor(-1).lower_ == "as"


def _qualifier(bench: Bench, argument: Argument) -> Qualifier | None:
    thing = bench.references.thing(argument.token)
    if thing is None:
        return None
    if isinstance(thing, Literal):
        return Qualifier(role=argument.role, name=thing.value, value=thing.value)
    placed = argument.role in _PLACE_PREPOSITIONS and thing.type in {"Place", "Facility"}
    return Qualifier(role="place" if placed else argument.role, name=thing.name, id=thing.id)


def _places_within(bench: Bench, argument: Argument) -> Iterator[Qualifier]:
    """``arrested at his house in Oslo``: in Oslo, too."""
    if argument.role not in _PLACE_PREPOSITIONS:
        return
    for preposition in movable_phrases(argument.token):
        for token in (c for c in children(preposition) if c.dep_ == "pobj"):
            row = _qualifier(bench, Argument(preposition.lower_, token))
            if row is not None and row.role == "place":
                yield row


EXTRACTOR = Extractor(name=_NAME, claims=clause_claims)
