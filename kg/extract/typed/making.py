"""What is found becomes a claim: the ends checked against the relation, the setting of the clause kept.

    Finding(Anna Berger, be born in, Dayton) → Anna Berger – schema:birthPlace – Dayton

A frame lists several relations; the first whose ends fit is meant ("joined": a party or a firm).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from kg.extract.bench import make_claim
from kg.extract.stance import Setting
from kg.lexicon.typed_relations import (
    COUNTRIES,
    ENDS,
    PARTIES,
    PARTY_NAMES,
    PARTY_WORDS,
    SCHOOLS,
    Frame,
)
from kg.model import Certainty, Literal, MentionKind, Polarity, Predicate, Ref, Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.document import TimeExpression, TokenMention
    from kg.extract.bench import Bench
    from kg.model import Claim, Qualifier

NAME = "typed@1"
OWN = Setting(
    polarity=Polarity.POSITIVE, stance=Stance.ASSERTED, certainty=Certainty.CERTAIN, voices=()
)
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_NAME_WORDS = 6  # a name is sought within so many words
_YEAR = re.compile(r"\d{4}")
_DATATYPES = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}


class Finding(NamedTuple):
    """A relation as its words say it: two ends, lemma, label, the token it hangs on, its setting."""

    subject: Ref
    object: Ref
    frame: Frame
    lemma: str
    label: str
    anchor: Token
    setting: Setting
    qualifiers: tuple[Qualifier, ...] = ()


def claim(bench: Bench, found: Finding) -> Claim | None:
    """Return the claim of a finding, or None where its ends fit none of its relations."""
    subject, obj = found.subject, found.object
    if found.frame.inverse:
        subject, obj = obj, subject
    predicate = next((p for p in found.frame.predicates if fits(p, subject, obj)), None)
    if predicate is None or subject.id == obj.id:
        return None
    return make_claim(
        bench,
        subject=subject,
        predicate=Predicate(id=predicate, lemma=found.lemma, label=found.label),
        obj=obj,
        anchor=found.anchor,
        found=found.setting,
        qualifiers=found.qualifiers,
        extractor=NAME,
        score=found.frame.confidence,
    )


def fits(predicate: str, subject: Ref, obj: Ref) -> bool:
    """Tell whether a relation can hold between two things."""
    subjects, objects = ENDS[predicate]
    if subject.type not in subjects or obj.type not in objects:
        return False
    if predicate == "schema:alumniOf":
        return is_school(obj.name)
    if predicate == "schema:nationality":
        return obj.name in COUNTRIES
    return predicate != "kg:party" or is_party(obj.name)


def dated(
    bench: Bench,
    subject: Ref,
    predicate: Predicate,
    value: Literal,
    anchor: Token,
    found: Setting,
    score: float,
) -> Claim:
    """Return a claim whose object is a date."""
    return make_claim(
        bench,
        subject=subject,
        predicate=predicate,
        obj=value,
        anchor=anchor,
        found=found,
        qualifiers=(),
        extractor=NAME,
        score=score,
    )


def date_literal(value: str | None, start: int, end: int) -> Literal | None:
    """Return a day, month or year as a literal with its place in the text; None for other values."""
    if value is None or _DATE.fullmatch(value) is None:
        return None
    return Literal(value=value, datatype=_DATATYPES[len(value)], start=start, end=end)


def time_literal(bench: Bench, time: TimeExpression | None) -> Literal | None:
    """Return the date that a time expression names, if it names one."""
    if time is None or time.kind != "date":
        return None
    words = bench.document.doc[time.start : time.end]
    if _YEAR.search(words.text) is None and bench.document.article.published is None:
        return None  # "a year later": later than what is a guess
    return date_literal(time.value, words.start_char, words.end_char)


def nominal_setting(bench: Bench, token: Token) -> Setting:
    """What a noun says is the writer's own, or that of whoever is quoted."""
    quoted = bench.quotations.get(token.i)
    return bench.setting((token,)) if quoted is not None and quoted.speech else OWN


def who(bench: Bench, token: Token) -> Ref | None:
    """Return what a name, pronoun or noun refers to where a name of it is known."""
    mention = bench.document.mention_of_head.get(token.i)
    if mention is None or bench.document.chains[mention.chain].local:
        return None
    known = bench.references.known(token)
    name = _name_beside(bench, token, mention) if mention.kind is MentionKind.NOMINAL else None
    return replace(known, start=name.start, end=name.end) if known and name else known


def _name_beside(bench: Bench, token: Token, mention: TokenMention) -> Ref | None:
    """``his wife, Amity`` and ``Acme, a maker of …``: the words that say who is meant are the name's."""
    doc = bench.document.doc
    comma = mention.end < len(doc) and doc[mention.end].text == ","
    after = mention.end + 1 if comma else mention.end
    near = list(doc[after : after + _NAME_WORDS])
    for other in (token.head, *near):
        found = bench.document.mention_of_head.get(other.i)
        if found is None or found.chain != mention.chain or found.kind is not MentionKind.NAME:
            continue
        if found.start == after or (other == token.head and token.dep_ == "appos"):
            return bench.references.known(other)
    return None


def is_school(name: str) -> bool:
    """Tell whether a name is that of a place to study."""
    return any(word in SCHOOLS for word in _words(name))


def is_party(name: str) -> bool:
    """Tell whether a name is that of a political party or of its people."""
    words = _words(name)
    return bool(
        name.lower() in PARTY_NAMES or name.lower() in PARTIES or PARTY_WORDS.intersection(words)
    )


def _words(name: str) -> list[str]:
    return re.findall(r"[\w-]+", name.lower())
