"""KnowledgeNet: how many of 15 kinds of facts about people and companies do our typed claims say?

    python benchmarks/knowledgenet.py SHARED/bench/knowledgenet

After F. Mesquita and others, "KnowledgeNet: A Benchmark Dataset for Knowledge Base Population",
EMNLP-IJCNLP 2019. Each passage names the properties that were annotated exhaustively in it; only
these count there. A claim is right where a gold fact of its property has a subject and an object
that both overlap the claim's in the text. Gold facts are given once for each way the passage names
the two ends; those of one passage with the same ends (by Wikidata id, else by words) are one fact,
found when any of them is. Precision is the share of our claims that are right, recall the share of
facts found; the totals are micro-averages over all properties.

Passages are cut from longer texts, and half the facts of folds 1 to 3 have a pronoun for an end, most
of them with its noun outside the passage. Our claims are only about what a text explains, so the first
row misses those; for the second, what the row is to show being the relations and not coreference, a
personal pronoun that the passage leaves unexplained stands for somebody (``it`` and ``we``: for a
body), the same one throughout the passage.

Ignored: linking to Wikidata, and claims that are denied or hypothetical. A property that no
predicate of the ontology says is always missed.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from measures import Row, document, f1, folder_parser, lines, run, share, show

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from kg.document import Document
    from kg.model import Claim, Extraction, Literal, Ref

Span: TypeAlias = tuple[int, int]


class Fact(NamedTuple):
    """A property with the code points of its two ends in the passage, and who they are."""

    property: str
    subject: Span
    object: Span
    ends: tuple[str, str] = ("", "")


class Way(NamedTuple):
    """How a predicate of ours says a property: which parts of the claim are its two ends.

    Parts are ``subject``, ``object`` and ``of``, what a post is a post of; ``posts`` are the only
    posts meant, where not all are.
    """

    predicate: str
    subject: str = "subject"
    object: str = "object"
    posts: frozenset[str] = frozenset()


_CHIEF = frozenset({"chief executive", "chief executive officer", "ceo"})

WAYS: Mapping[str, tuple[Way, ...]] = {
    "CEO": (Way("org:holds", "of", "subject", _CHIEF),),
    "CHILD_OF": (Way("schema:parent"), Way("schema:children", "object", "subject")),
    "DATE_FOUNDED": (Way("schema:foundingDate"),),
    "DATE_OF_BIRTH": (Way("schema:birthDate"),),
    "DATE_OF_DEATH": (Way("schema:deathDate"),),
    "EDUCATED_AT": (Way("schema:alumniOf"),),
    "EMPLOYEE_OR_MEMBER_OF": (
        Way("schema:worksFor"),
        Way("org:memberOf"),
        Way("schema:member", "object", "subject"),
        Way("org:headOf"),
        Way("org:holds", "subject", "of"),
    ),
    "FOUNDED_BY": (Way("schema:founder"), Way("kg:founderOf", "object", "subject")),
    "HEADQUARTERS": (Way("schema:location"),),
    "NATIONALITY": (Way("schema:nationality"),),
    "PLACE_OF_BIRTH": (Way("schema:birthPlace"),),
    "PLACE_OF_RESIDENCE": (Way("schema:homeLocation"),),
    "POLITICAL_AFFILIATION": (Way("kg:party"),),
    "SPOUSE": (
        Way("kg:spouse"),
        Way("kg:spouse", "object", "subject"),
        Way("schema:spouse"),
        Way("schema:spouse", "object", "subject"),
    ),
    "SUBSIDIARY_OF": (Way("org:subOrganizationOf"), Way("schema:parentOrganization")),
}


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage, the properties annotated in it, and its facts."""

    text: str
    properties: tuple[str, ...]
    facts: tuple[Fact, ...]


def same(gold: Fact, found: Fact) -> bool:
    """Tell whether a found fact overlaps a gold one of its property at both ends."""
    return (
        gold.property == found.property
        and _overlap(gold.subject, found.subject)
        and _overlap(gold.object, found.object)
    )


def _overlap(left: Span, right: Span) -> bool:
    return left[0] < right[1] and right[0] < left[1]


class Counts(NamedTuple):
    """By property: distinct facts, those found, our claims, those right."""

    facts: Counter[str]
    hit: Counter[str]
    claims: Counter[str]
    right: Counter[str]

    def figures(self, properties: Iterable[str]) -> dict[str, float | int]:
        """Return the micro-average over some properties."""
        facts, hit, claims, right = (sum(c[p] for p in properties) for c in self)
        precision, recall = share(right, claims), share(hit, facts)
        return {
            "P": precision,
            "R": recall,
            "F1": f1(precision, recall),
            "facts": facts,
            "claims": claims,
        }


def score(pairs: Iterable[tuple[Passage, Sequence[Fact]]]) -> Counts:
    """Compare what was found in each passage with its facts."""
    counts = Counts(Counter(), Counter(), Counter(), Counter())
    for passage, found in pairs:
        ours = [f for f in dict.fromkeys(found) if f.property in passage.properties]
        gold = dict.fromkeys((f.property, f.ends) for f in passage.facts)
        hit = dict.fromkeys(
            (g.property, g.ends) for g in passage.facts if any(same(g, o) for o in ours)
        )
        counts.facts.update(name for name, _ in gold)
        counts.hit.update(name for name, _ in hit)
        counts.claims.update(o.property for o in ours)
        counts.right.update(o.property for o in ours if any(same(g, o) for g in passage.facts))
    return counts


def read(path: Path) -> list[Passage]:
    """Read ``folds1-3.jsonl``, with offsets from the start of each passage."""
    return [_passage(json.loads(line)) for line in lines(path)]


def _passage(row: dict[str, Any]) -> Passage:
    start = row["passageStart"]
    facts = (
        Fact(
            f["propertyName"],
            (f["subjectStart"] - start, f["subjectEnd"] - start),
            (f["objectStart"] - start, f["objectEnd"] - start),
            (
                f["subjectUri"] or f["subjectText"].lower(),
                f["objectUri"] or f["objectText"].lower(),
            ),
        )
        for f in row["facts"]
    )
    return Passage(row["passageText"], tuple(row["annotatedProperties"]), tuple(facts))


def facts_of(extraction: Extraction) -> Iterator[Fact]:
    """Yield what the claims of a passage say in terms of the properties."""
    for claim in extraction.claims:
        if claim.polarity == "positive" and claim.stance != "hypothetical":
            for name, ways in WAYS.items():
                for way in ways:
                    yield from _facts(extraction, claim, name, way)


def _facts(extraction: Extraction, claim: Claim, name: str, way: Way) -> Iterator[Fact]:
    post = claim.object.name.lower() if claim.object and hasattr(claim.object, "name") else ""
    if claim.predicate.id != way.predicate or (way.posts and post not in way.posts):
        return
    for subject in _spans(extraction, claim, way.subject):
        for object_ in _spans(extraction, claim, way.object):
            yield Fact(name, subject, object_)


def _spans(extraction: Extraction, claim: Claim, part: str) -> Iterator[Span]:
    """Yield where a part of a claim stands; a qualifier is where its sentence mentions it first."""
    if part != "of":
        end: Ref | Literal | None = claim.subject if part == "subject" else claim.object
        if end is not None and end.start is not None and end.end is not None:
            yield end.start, end.end
        return
    quote = claim.evidence
    for qualifier in claim.qualifiers:
        mentions = [
            (m.start, m.end)
            for m in extraction.mentions
            if qualifier.role == "of"
            and m.entity == qualifier.id
            and quote.start <= m.start < quote.end
        ]
        yield from mentions[:1]


# Personal pronouns by whom they stand for.
_PERSONS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    **dict.fromkeys(("i", "me", "my", "myself"), "i"),
}
_BODIES = {
    **dict.fromkeys(("it", "its", "itself"), "it"),
    **dict.fromkeys(("we", "us", "our"), "we"),
}


def with_pronouns(document: Document) -> Document:
    """Return a document whose unexplained personal pronouns stand for somebody, one for each kind."""
    from kg.document import TokenMention  # noqa: PLC0415 - loads spaCy
    from kg.model import ArticleEntity, MentionKind  # noqa: PLC0415 - as above

    chains, mentions = list(document.chains), list(document.mentions)
    numbers: dict[str, int] = {}
    for token in document.doc:
        kind = _PERSONS.get(token.lower_) or _BODIES.get(token.lower_)
        if kind is None or token.i in document.mention_of_head:
            continue
        type_ = "Person" if kind in _PERSONS else "Organization"
        if kind not in numbers:
            numbers[kind] = len(chains)
            chains.append(
                ArticleEntity(
                    id=f"pronoun/{kind}", article=document.article.id, type=type_, name=kind
                )
            )
        mentions.append(
            TokenMention(
                start=token.i,
                end=token.i + 1,
                head=token.i,
                kind=MentionKind.PRONOUN,
                type=type_,
                chain=numbers[kind],
            )
        )
    mentions.sort(key=lambda m: m.start)
    return replace(
        document,
        chains=tuple(chains),
        mentions=tuple(mentions),
        mention_of_head={m.head: m for m in mentions},
    )


def ours(passage: Document) -> list[Fact]:
    """Return the facts that our claims say of a passage."""
    from kg.extract import extract  # noqa: PLC0415 - loads spaCy

    return list(facts_of(extract(passage)))


def count(folder: Path) -> tuple[Counts, Counts]:
    """Score our claims on folds 1 to 3, without and with unexplained pronouns."""
    named, all_ = [], []
    for passage in read(folder / "folds1-3.jsonl"):
        annotated = document(passage.text)
        named.append((passage, ours(annotated)))
        all_.append((passage, ours(with_pronouns(annotated))))
    return score(named), score(all_)


def rows(folder: Path) -> list[Row]:
    """Score our claims over all properties and, unexplained pronouns too, each by itself."""
    named, all_ = count(folder)
    return [
        Row("KnowledgeNet, folds 1–3", named.figures(WAYS)),
        Row("KnowledgeNet, pronouns too", all_.figures(WAYS)),
        *(Row(f"KnowledgeNet, pronouns too, {name}", all_.figures([name])) for name in WAYS),
    ]


def main() -> None:
    args = folder_parser(__doc__, "the folder of folds1-3.jsonl").parse_args()
    show(rows(args.data))


if __name__ == "__main__":
    raise SystemExit(run(main))
