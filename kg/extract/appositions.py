"""What stands beside a name and is no post: what something is, its age, where it belongs.

    "They praised the Rohingya, a stateless minority." → Rohingya – is – stateless minority
    "English defender Kyle Walker was booked." → Kyle Walker – is – English defender
    "They swam along the coast of Aceh, Indonesia." → Aceh – is in – Indonesia
    "Thomas Sam, 42, was arrested." → Thomas Sam – is aged – 42

The relation needs no verb; titles and appositions that are posts are those of `kg.extract.posts`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kg import ids
from kg.document import having
from kg.extract.bench import Extractor, make_claim
from kg.extract.once import children
from kg.extract.stance import Setting
from kg.lexicon.people import PERSON_NOUNS, person_noun
from kg.lexicon.titles import OCCUPATIONS
from kg.model import Certainty, Literal, Polarity, Predicate, Ref, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extract.bench import Bench
    from kg.model import Claim

_NAME = "apposition@1"
_SETTING = Setting(
    polarity=Polarity.POSITIVE, stance=Stance.ASSERTED, certainty=Certainty.CERTAIN, voices=()
)
_OLDEST = 120  # years; a number beside a name is an age only in this range
_AGENT_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "ee", "eur", "star", "keeper")
_PLACES = frozenset({"Place", "Facility"})
_AGENTS = frozenset({"Person", "Organization"})


class _Kind(NamedTuple):
    """A relation that needs no verb, and how often it is right, by reading."""

    predicate: Predicate
    confidence: float


def _open(lemma: str, label: str, confidence: float) -> _Kind:
    return _Kind(Predicate(id=ids.relation_term(lemma), lemma=lemma, label=label), confidence)


_IS = _open("be", "is", 0.8)
_TITLE = _open("be", "is", 0.85)
_AGED = _open("be aged", "is aged", 0.92)
_IN = _Kind(Predicate(id="schema:containedInPlace", lemma="be in", label="is in"), 0.9)
# Prepositions between two names, by what they say of a person, an organisation or a place.
_BESIDE_PERSON = {
    "of": _open("be of", "is of", 0.82),
    "from": _open("be from", "is from", 0.82),
    "at": _open("be at", "is at", 0.75),
}
_BESIDE_PLACE = {"in": _open("be in", "is in", 0.85), "near": _open("be near", "is near", 0.85)}


def apposition_claims(bench: Bench) -> Iterator[Claim]:
    """Yield the claims that names and what stands beside them make, in order of the tokens."""
    for token in having(bench.document.doc, "DEP", ("appos", "compound", "amod", "nmod", "pobj")):
        if token.i in bench.document.skip or token.i in bench.times.at or token.i in bench.posts:
            continue
        if token.dep_ == "appos":
            yield from _apposed(bench, token)
        elif token.dep_ in {"compound", "amod", "nmod"}:
            yield from _titled(bench, token)
        elif token.dep_ == "pobj":
            yield from _placed(bench, token)


def _apposed(bench: Bench, token: Token) -> Iterator[Claim]:
    subject, obj = bench.references.known(token.head), bench.references.known(token)
    if token.left_edge.i and "not" in {token.left_edge.lower_, token.left_edge.nbor(-1).lower_}:
        return  # "a clerk, not a judge"
    if obj is not None and subject is not None and subject.id == obj.id and _named_by(bench, token):
        yield _make(bench, token.head, obj, _IS, bench.references.description(token.head))
    elif subject is None:
        introduced = _introduces(token.head) or bench.references.named_right_after(token.head)
        if obj is not None and token.head.pos_ in {"NOUN", "PROPN"} and introduced:
            yield _make(bench, token.head, obj, _IS, bench.references.description(token.head))
    elif obj is not None and {subject.type, obj.type} <= _PLACES and subject.id != obj.id:
        if token.i > token.head.i and not _is_listed(token):
            yield _make(bench, token, subject, _IN, obj)
    elif _is_age(token, subject):
        yield _make(bench, token, subject, _AGED, Literal(value=token.text, datatype="xsd:integer"))
    elif _describes(token, obj):
        yield _make(bench, token, subject, _IS, bench.references.description(token))


def _is_listed(place: Token) -> bool:
    """``Oslo, Bergen, and Tromsø``: what parsers take for apposed stands in a list."""
    return any(c.dep_ == "conj" for c in children(place))


def _named_by(bench: Bench, name: Token) -> bool:
    """``their child, Ida``: the name after a noun that is known to mean the same person."""
    noun = name.head
    known = bench.references.is_named(name) and not bench.references.is_named(noun)
    return known and _introduces(noun) and noun.i not in bench.posts


def _is_age(token: Token, subject: Ref) -> bool:
    return subject.type == "Person" and token.text.isdecimal() and 0 < int(token.text) <= _OLDEST


def _describes(token: Token, named: Ref | None) -> bool:
    """A noun with a determiner or a modifier describes; a bare one is often a parse error.

    So does the name of a group: ``Ron Wyden, a Democrat from Oregon``.
    """
    group = named is not None and named.type == "Group"
    if group and any(c.dep_ in {"det", "prep"} for c in children(token)):
        return True
    return token.pos_ == "NOUN" and any(
        c.dep_ in {"det", "amod", "compound", "poss"} for c in children(token)
    )


def _introduces(noun: Token) -> bool:
    """``one villager, Muhammad Amin``, ``their child, Ida``: the name tells which one is meant."""
    person = person_noun(noun.lower_) in PERSON_NOUNS
    return any(
        c.lower_ in {"one", "a", "an", "another"} or (person and c.dep_ == "poss")
        for c in children(noun)
    )


def _titled(bench: Bench, token: Token) -> Iterator[Claim]:
    """A common noun or a group right in front of a person's name: ``defender Kyle Walker``."""
    name = bench.references.known(token.head)
    if name is None or name.type != "Person" or token.i > token.head.i or name.start is None:
        return
    if token.idx >= name.start:
        return
    group = bench.references.known(token)
    if group is not None and group.type == "Group" and token.pos_ in {"PROPN", "NOUN"}:
        yield _make(bench, token, name, _TITLE, group)
    elif token.tag_ == "NN" and group is None and _names_a_person(token):
        yield _make(bench, token, name, _TITLE, bench.references.description(token))


def _names_a_person(noun: Token) -> bool:
    """Tell whether a noun says what somebody is: ``defender``, ``barrister``, not ``defence``."""
    word = noun.lower_
    return person_noun(word) in PERSON_NOUNS or word in OCCUPATIONS or word.endswith(_AGENT_ENDINGS)


def _placed(bench: Bench, token: Token) -> Iterator[Claim]:
    """A preposition between two names: ``Anna Kowalska of Warsaw``."""
    preposition = token.head
    name, place = bench.references.known(preposition.head), bench.references.known(token)
    if preposition.dep_ != "prep" or name is None or place is None or name.id == place.id:
        return
    if not bench.references.is_named(preposition.head):
        return
    if preposition.i != preposition.head.i + 1 or preposition.head.i in bench.posts:
        return
    if place.id in bench.held_of(name.id):
        return
    kinds = (
        _BESIDE_PERSON if name.type == "Person" else _BESIDE_PLACE if name.type in _PLACES else {}
    )
    kind = kinds.get(preposition.lower_)
    if kind is not None and place.type in _PLACES | _AGENTS - {"Person"}:
        yield _make(bench, token, name, kind, place)


def _make(bench: Bench, token: Token, subject: Ref, kind: _Kind, obj: Ref | Literal) -> Claim:
    quoted = bench.quotations.get(token.i)
    found = bench.setting((token,)) if quoted is not None and quoted.speech else _SETTING
    return make_claim(
        bench,
        subject=subject,
        predicate=kind.predicate,
        obj=obj,
        anchor=token,
        found=found,
        qualifiers=(),
        extractor=_NAME,
        score=kind.confidence,
    )


EXTRACTOR = Extractor(name=_NAME, claims=apposition_claims)
