"""Relations that a noun says of whom it describes: the wife of, its founder, a subsidiary of, a member of.

    "Tom Brandt, the son of Olof Brandt, left." → Tom Brandt – schema:parent – Olof Brandt
    "Her husband, Tom Brandt, is a pilot." → Tom Brandt – kg:spouse – Anna Berger
    "Anna Berger is a German physicist at Acme." → schema:nationality Germany, schema:worksFor Acme
    "Blue Labs, a Seattle-based firm" → Blue Labs – schema:location – Seattle

The noun is an apposition, a predicate noun, what stands after "as", or stands right before a name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kg.document import having
from kg.extract.clauses import subjects
from kg.extract.lemmas import lemma_of
from kg.extract.once import children
from kg.extract.phrases import conjuncts
from kg.extract.typed import making
from kg.extract.typed.verbs import enclosing
from kg.lexicon.demonyms import place_of
from kg.lexicon.people import PERSON_NOUNS, person_noun
from kg.lexicon.titles import OCCUPATIONS, POST_HEADS
from kg.lexicon.typed_relations import (
    AGENT_ENDINGS,
    BASED,
    NATION,
    NO_COUNTRY,
    NOUNS,
    OUTSIDERS,
    PARTY,
    PAST,
    POLITICIANS,
    SENT_ABROAD,
    TIES,
    WORK,
    WORK_TIES,
    Frame,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extract.bench import Bench
    from kg.extract.stance import Setting
    from kg.model import Claim

_COPULAS = frozenset({"be", "become", "remain"})
_ROLES_OF = frozenset({"serve", "work", "act"})
_OF = frozenset({"of"})
_HYPHENS = frozenset({"-", "–", "‑"})
# What holds for good is so though its noun is in the past: a former student studied there.
_LASTING = frozenset({"schema:alumniOf", "schema:parent", "schema:children", "kg:founderOf"})


class Described(NamedTuple):
    """A noun, whom it describes, and the setting of the clause that says so."""

    who: Token
    noun: Token
    setting: Setting


def noun_claims(bench: Bench) -> Iterator[Claim]:
    """Yield the claims that describing nouns make, in order of the nouns."""
    pairs = sorted(_described(bench), key=lambda d: (d.noun.i, d.who.i))
    for described in pairs:
        subject = making.who(bench, described.who)
        if subject is None or described.noun.i in bench.document.skip:
            continue
        for other, frame, words in _said(bench, described):
            obj = making.who(bench, other)
            if obj is not None:
                finding = making.Finding(
                    subject,
                    obj,
                    frame,
                    f"be {words}",
                    f"is {words}",
                    described.noun,
                    described.setting,
                )
                claim = making.claim(bench, finding)
                if claim is not None:
                    yield claim


# --- who is described ------------------------------------------------------------------------------


def _described(bench: Bench) -> Iterator[Described]:
    for token in having(bench.document.doc, "DEP", ("appos", "compound", "nmod", "amod")):
        if token.dep_ == "appos":
            yield from _apposed(bench, token)
        elif token.pos_ in {"NOUN", "PROPN"}:
            name = token.head
            if token.i < name.i and name.pos_ == "PROPN" and _outside_name(bench, token, name):
                yield Described(name, token, making.nominal_setting(bench, token))
    for clause in bench.clauses:
        if clause.passive:
            continue
        setting = bench.setting(clause.verbs)
        lemma = lemma_of(clause.verb)
        nouns = list(clause.objects) if lemma in _COPULAS else []
        if lemma in _ROLES_OF:
            nouns = [a.token for a in clause.arguments if a.role == "as"]
        for who in clause.subjects:
            yield from (Described(who, n, setting) for n in nouns if n.pos_ in {"NOUN", "PROPN"})


def _apposed(bench: Bench, token: Token) -> Iterator[Described]:
    """``Tom Brandt, the son of Olof`` and ``her husband, Tom Brandt``."""
    setting = making.nominal_setting(bench, token)
    head = token.head
    if bench.references.is_named(head):
        yield from (Described(head, n, setting) for n in conjuncts(token) if n.pos_ != "PRON")
    elif head.pos_ == "NOUN" and bench.references.is_named(token):
        named = conjuncts(token) if head.tag_ == "NNS" else [token]
        yield from (Described(n, head, setting) for n in named)


def _outside_name(bench: Bench, token: Token, name: Token) -> bool:
    mention = bench.document.mention_of_head.get(name.i)
    return mention is not None and token.i < mention.start


# --- what the noun says ----------------------------------------------------------------------------


def _said(bench: Bench, described: Described) -> Iterator[tuple[Token, Frame, str]]:
    """Yield the other end, the frame, and the words of the relation."""
    noun = described.noun
    word = person_noun(noun.lower_)
    past = any(c.lower_ in PAST for c in children(noun))
    frame = None if _part_of_word(noun) else NOUNS.get(word) or NOUNS.get(noun.lower_)
    if frame is not None and not (past and not _LASTING.intersection(frame.predicates)):
        for token in _tied(noun, TIES.get(word, _OF)):
            yield token, frame, f"{word} of"
        for token in _owners(described):
            yield token, frame, f"{word} of"
    staff = _names_a_person(word) and word not in OUTSIDERS and noun.i not in bench.posts
    if frame is None and staff and not past:
        yield from ((token, WORK, f"{word} at") for token in _tied(noun, WORK_TIES))
    if _says_what_somebody_is(noun, word):
        yield from _nation(described, word)
    yield from _party(described, word)
    yield from _based(bench, noun)


def _part_of_word(noun: Token) -> bool:
    """A ``son-in-law`` is no son and an ``ex-wife`` no wife; a ``co-founder`` is a founder."""
    doc = noun.doc
    if noun.i + 1 < len(doc) and doc[noun.i + 1].text in _HYPHENS and not noun.whitespace_:
        return True
    before = doc[max(0, noun.i - 2) : noun.i]
    hyphened = len(before) > 1 and before[1].text in _HYPHENS and not before[1].whitespace_
    return hyphened and before[0].lower_ != "co"


def _says_what_somebody_is(noun: Token, word: str) -> bool:
    indefinite = any(c.lower_ in {"a", "an"} for c in children(noun))
    return _names_a_person(word) or indefinite or word.endswith(AGENT_ENDINGS)


def _names_a_person(word: str) -> bool:
    return word in PERSON_NOUNS or word in OCCUPATIONS or word in POST_HEADS


def _tied(noun: Token, prepositions: frozenset[str]) -> Iterator[Token]:
    """Yield what prepositions tie to a noun: ``professor of law at Ostby University``."""
    for child in children(noun):
        if child.dep_ != "prep":
            continue
        for token in (p for c in children(child) if c.dep_ == "pobj" for p in conjuncts(c)):
            if child.lower_ in prepositions:
                yield token
            elif child.lower_ in {"of", "in"} and noun.i < token.i:
                yield from _tied_once(token, prepositions - {"of"})


def _tied_once(noun: Token, prepositions: frozenset[str]) -> Iterator[Token]:
    for child in children(noun):
        if child.dep_ == "prep" and child.lower_ in prepositions:
            yield from (p for c in children(child) if c.dep_ == "pobj" for p in conjuncts(c))


def _owners(described: Described) -> Iterator[Token]:
    """``her husband``, ``Acme's founder``, ``Acme founder Ida Holm``."""
    noun, who = described.noun, described.who
    beside = [c for c in children(who) if c.i < noun.i] if noun.head == who else []
    for child in (*children(noun), *beside):
        if child.dep_ == "poss" and child.i < noun.i:
            yield from conjuncts(child)
            if (
                noun.dep_ == "conj"
                and child.lower_ in {"his", "her"}
                and child.i
                and child.nbor(-1).dep_ == "cc"
            ):
                yield noun.head  # "Steve, 42, and his wife": his is Steve's
    if noun.dep_ == "dobj" and lemma_of(noun.head) == "have" and who.i > noun.i:
        yield from subjects(noun.head)[0]  # "she has a son, Emil"
    if noun.i and noun.nbor(-1).dep_ == "compound" and noun.nbor(-1).head in {noun, who}:
        yield noun.nbor(-1)


def _modifiers(described: Described) -> list[Token]:
    """Return what stands before the noun, on it or on the name that it is a title of."""
    noun = described.noun
    own = [c for c in children(noun) if c.i < noun.i]
    title = noun.dep_ in {"compound", "nmod", "amod"}
    beside = [c for c in children(noun.head) if c.i < noun.i and c != noun] if title else []
    first = [c for c in (*beside, *own) if c.dep_ in {"amod", "compound", "nmod"}]
    return [
        t for c in first for t in (c, *(d for d in children(c) if d.dep_ in {"conj", "compound"}))
    ]


def _nation(described: Described, word: str) -> Iterator[tuple[Token, Frame, str]]:
    if word in SENT_ABROAD:
        return
    for token in _modifiers(described):
        place = place_of(token.lower_)
        hyphened = token.i + 1 < len(token.doc) and token.nbor(1).text in _HYPHENS
        country = place is not None and place not in NO_COUNTRY and not hyphened
        if country and token.pos_ in {"ADJ", "PROPN"}:
            yield token, NATION, "national of"


def _party(described: Described, word: str) -> Iterator[tuple[Token, Frame, str]]:
    if making.is_party(described.noun.text) and described.noun.tag_ in {"NN", "NNP"}:
        yield described.noun, PARTY, "member of"
    if word in POLITICIANS:
        yield from ((t, PARTY, "member of") for t in _modifiers(described))
        yield from ((t, PARTY, "member of") for t in _tied(described.noun, _OF) if word != "member")


def _based(bench: Bench, noun: Token) -> Iterator[tuple[Token, Frame, str]]:
    for place in based(noun):
        for token in (place, *enclosing(bench, place)):
            yield token, BASED, "based in"


def based(noun: Token) -> Iterator[Token]:
    """``a Seattle-based company``: yield Seattle."""
    for child in children(noun):
        if child.lower_ in {"based", "headquartered"} and child.dep_ == "amod":
            yield from (c for c in children(child) if c.i < child.i and c.pos_ == "PROPN")
