"""The bench that every extractor works at: one document, look-ups by token, and how claims are made.

An extractor is a module with a generator of claims and an ``EXTRACTOR`` at its end; `kg.extract` lists
them. What several of them need is here, once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg import ids
from kg.extract.once import sentence_span
from kg.extract.stance import Setting, setting
from kg.model import Claim, Evidence, Literal, Predicate, Qualifier, Ref, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.tokens import Token

    from kg.document import Document, Quotation
    from kg.extract.clauses import Clause
    from kg.extract.references import References
    from kg.extract.timing import Timetable


@dataclass(frozen=True, slots=True)
class Extractor:
    """A named, versioned way of finding claims; the name stands in the evidence of each."""

    name: str
    claims: Callable[[Bench], Iterator[Claim]]


@dataclass(frozen=True, slots=True)
class Bench:
    """What every extractor works with: the document, its references and clauses, and look-ups by token.

    ``made`` keeps the claims of clauses by their verbs, so that they are made once.
    """

    document: Document
    references: References
    quotations: dict[int, Quotation]
    times: Timetable
    posts: frozenset[int]
    clauses: tuple[Clause, ...]
    made: dict[int, tuple[Claim, ...]] = field(default_factory=dict)
    _settings: dict[tuple[Token, ...], Setting] = field(default_factory=dict)

    def setting(self, verbs: tuple[Token, ...]) -> Setting:
        """Return the setting of a clause with these verbs; several extractors ask for the same."""
        if verbs not in self._settings:
            self._settings[verbs] = setting(self.document, verbs, self.quotations)
        return self._settings[verbs]

    def held_of(self, person: str) -> frozenset[str]:
        """Return the ids of what a person's posts are of."""
        chains = self.document.chains
        rows = (
            h for h in self.document.holdings if h.of is not None and chains[h.person].id == person
        )
        return frozenset(chains[h.of].id for h in rows if h.of is not None)

    def sources(self, found: Setting) -> tuple[Source, ...]:
        """Return the sources of a setting, innermost first."""
        result = []
        for voice in found.voices:
            if voice.source is None:
                continue
            if voice.source.pos_ == "PRON" and self.references.known(voice.source) is None:
                continue
            id_, name, anonymous = self.references.source(voice.source, voice.cue)
            cue = "according to" if voice.cue.lower_ == "according" else voice.cue.text
            result.append(Source(id=id_, name=name, cue=cue, anonymous=anonymous))
        return tuple({s.id: s for s in result}.values())

    def evidence(self, token: Token, extractor: str) -> Evidence:
        """Return the sentence of a token as evidence."""
        start, end = sentence_span(token)
        return Evidence(
            quote=self.document.article.text[start:end], start=start, end=end, extractor=extractor
        )


def make_claim(
    bench: Bench,
    *,
    subject: Ref,
    predicate: Predicate,
    obj: Ref | Literal | None,
    anchor: Token,
    found: Setting,
    qualifiers: tuple[Qualifier, ...],
    extractor: str,
    score: float,
) -> Claim:
    """Return a claim with its evidence, sources and id."""
    evidence = bench.evidence(anchor, extractor)
    object_key = obj.id if isinstance(obj, Ref) else obj.value if obj else None
    article = bench.document.article.id
    return Claim(
        id=ids.claim_id(
            article,
            anchor.idx,
            subject.id,
            predicate.lemma,
            object_key,
            found.polarity,
            found.stance,
        ),
        article=article,
        subject=subject,
        predicate=predicate,
        object=obj,
        polarity=found.polarity,
        stance=found.stance,
        certainty=found.certainty,
        evidence=evidence,
        confidence=score,
        qualifiers=qualifiers,
        attribution=bench.sources(found),
    )
