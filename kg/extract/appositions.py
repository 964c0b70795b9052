"""Appositions that are no posts: what something is, and where a place lies.

    "the Rohingya, a stateless minority" → Rohingya – is – stateless minority
    "swimming along the coast of Aceh, Indonesia" → Aceh – is in – Indonesia
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg import ids
from kg.extract.claims import make_claim
from kg.extract.stance import Setting
from kg.model import Certainty, Polarity, Predicate, Ref, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extract.claims import Bench
    from kg.model import Claim

EXTRACTOR = "apposition@1"
_LOCATION = Predicate(id="schema:containedInPlace", lemma="be in", label="is in")
_IDENTITY = Predicate(id=ids.relation_term("be"), lemma="be", label="is")
_SETTING = Setting(polarity=Polarity.POSITIVE, stance=Stance.ASSERTED, certainty=Certainty.CERTAIN, voices=())
_LOCATION_CONFIDENCE = 0.9
_IDENTITY_CONFIDENCE = 0.8


def apposition_claims(bench: Bench) -> Iterator[Claim]:
    """Yield a claim for each apposition between a name and a description, or between two places."""
    for token in bench.document.doc:
        if token.dep_ != "appos" or token.i in bench.document.skip or token.i in bench.times:
            continue
        subject, obj = bench.references.known(token.head), bench.references.known(token)
        if subject is not None and obj is not None and subject.id != obj.id:
            yield from _between_names(bench, token, subject, obj)
        elif subject is not None and obj is None and _describes(token) and token.i not in bench.posts:
            yield from _description(bench, token, subject)


def _between_names(bench: Bench, token: Token, subject: Ref, obj: Ref) -> Iterator[Claim]:
    if {subject.type, obj.type} <= {"Place", "Facility"} and token.i > token.head.i:
        yield _make(bench, token, subject, _LOCATION, obj, _LOCATION_CONFIDENCE)


def _description(bench: Bench, token: Token, subject: Ref) -> Iterator[Claim]:
    thing = bench.references.description(token)
    yield _make(bench, token, subject, _IDENTITY, thing, _IDENTITY_CONFIDENCE)


def _describes(token: Token) -> bool:
    """A common noun with a determiner or a modifier describes; a bare one is often a parse error."""
    return token.pos_ == "NOUN" and any(c.dep_ in {"det", "amod", "compound", "poss"} for c in token.children)


def _make(bench: Bench, token: Token, subject: Ref, predicate: Predicate, obj: Ref, score: float) -> Claim:
    quoted = bench.quotations.get(token.i)
    found = bench.setting((token,)) if quoted is not None and quoted.speech else _SETTING
    return make_claim(
        bench,
        subject=subject,
        predicate=predicate,
        obj=obj,
        anchor=token,
        found=found,
        qualifiers=(),
        extractor=EXTRACTOR,
        score=score,
    )
