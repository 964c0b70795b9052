"""Extract: one annotated article in, its claims out.

    Document → clauses · posts · typed relations · appositions → Claim*, Attribution*, ArticleEntity*

Each extractor is one file with a generator of claims and an ``EXTRACTOR``; `EXTRACTORS` lists them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import appositions, claims, posts, typed
from kg.extract.attribution import attributions
from kg.extract.bench import Bench
from kg.extract.clauses import clauses
from kg.extract.references import References
from kg.extract.timing import Timetable
from kg.extract.tuples import tuples
from kg.model import Extraction, Mention

if TYPE_CHECKING:
    from kg.document import Document
    from kg.model import Claim

__all__ = ["EXTRACTORS", "extract", "tuples"]

# In the order they run: of two claims with one id the first stays.
EXTRACTORS = (posts.EXTRACTOR, typed.EXTRACTOR, claims.EXTRACTOR, appositions.EXTRACTOR)


def extract(document: Document) -> Extraction:
    """Return everything that an annotated article yields, in a fixed order."""
    bench = Bench(
        document=document,
        references=References(document),
        quotations={i: q for q in document.quotations for i in range(q.start, q.end)},
        times=Timetable(document),
        posts=frozenset(i for h in document.holdings for i in range(h.start, h.end)),
        clauses=tuple(clauses(document.doc)),
    )
    found = _distinct([c for extractor in EXTRACTORS for c in extractor.claims(bench)])
    said = attributions(bench)
    return Extraction(
        article=document.article.id,
        entities=tuple(
            sorted((*bench.references.chains(), *bench.references.made), key=lambda e: e.id)
        ),
        mentions=_mentions(document),
        claims=found,
        attributions=said,
    )


def _distinct(found: list[Claim]) -> tuple[Claim, ...]:
    """Keep the first of claims with one id, in order of their sentences."""
    unique = {c.id: c for c in reversed(found)}
    return tuple(sorted(unique.values(), key=lambda c: (c.evidence.start, c.evidence.end, c.id)))


def _mentions(document: Document) -> tuple[Mention, ...]:
    found = []
    for mention in document.mentions:
        start, end = document.offsets(mention)
        found.append(
            Mention(
                article=document.article.id,
                start=start,
                end=end,
                text=document.article.text[start:end],
                kind=mention.kind,
                type=mention.type,
                entity=document.chains[mention.chain].id,
            )
        )
    return tuple(found)
