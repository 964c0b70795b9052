"""Measure who is who across articles: ECB+ topics and MEANTIME's sixty Wikinews articles.

    python benchmarks/crossdoc.py SHARED [--topics odd] [--only meantime]

ECB+: the even-numbered topics are held back and are what is reported; tune on the odd ones. The baseline
puts gold mentions with the same head lemma in a topic together, for entities and for events, and so knows
the topics. *Ours* does not: all documents are annotated, extracted and resolved at once, and scored as one
(`ecb_events.py`, `ecb_parties.py`), chains of one mention included, as is usual there. For *things of a
build* gold mentions take the entity of our mention with the same head or stay alone: a build never joins
what has no name over articles. *Own mentions* are all of ours in the sentences that were annotated, where
gold has only what takes part in events. Times are left out.

MEANTIME: entities over all articles, first six sentences, by heads; phrases of one chain with one
head count once. ``named kinds`` are people, organisations and places alone.
"""

import argparse
import sys
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import ecb_events
import ecb_parties
from chains import Chains, Conll, conll
from ecb import EcbDocument
from ecb_events import read_all
from meantime import MeantimeArticle, read_meantime
from measures import annotator, need, run

from kg.document import Document
from kg.extract import extract
from kg.model import Article, ArticleEntity
from kg.resolve import resolve

_KINDS = {"PER": "Person", "ORG": "Organization", "LOC": "Place"}
ENTITY, EVENT = frozenset({"entity"}), frozenset({"event"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """A mention of ours by the offset of its head; ``entity`` is what it was resolved to."""

    head: int
    type: str
    entity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A gold mention: where its head is, its head lemma, its chain."""

    article: str
    head: int
    lemma: str
    kind: str
    chain: str


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One article as gold and as ours, both in the ranges that gold covers."""

    name: str
    group: str
    gold: tuple[Gold, ...]
    own: tuple[Own, ...]


Cluster: TypeAlias = Callable[[News, Gold], Hashable]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Annotated:
    name: str
    group: str
    gold: tuple[Gold, ...]
    mentions: tuple[tuple[int, str, str], ...]


def read_ecb(folder: Path, *, even: bool) -> list[News]:
    """Return the documents of the even or the odd topics, resolved together."""
    documents = read_all(folder, even=even)
    found: list[_Annotated] = []
    members: list[ArticleEntity] = []
    for read in documents:
        gold, document = read.gold, read.document
        members += read.extraction.entities
        found.append(
            _Annotated(
                name=gold.name,
                group=gold.topic,
                gold=_ecb_gold(gold, document),
                mentions=_mentions(document, gold.annotated),
            )
        )
    return _resolved(found, members, [d.document.article for d in documents])


def read_all_meantime(folder: Path) -> list[News]:
    """Return the articles, resolved together."""
    articles = read_meantime(folder)
    found: list[_Annotated] = []
    members: list[ArticleEntity] = []
    for gold in articles:
        document = annotator().annotate(gold.article())
        members += extract(document).entities
        found.append(
            _Annotated(
                name=gold.name,
                group="all",
                gold=_meantime_gold(gold, document),
                mentions=_mentions(document, ((0, gold.dense_end),)),
            )
        )
    return _resolved(found, members, [a.article() for a in articles])


def _resolved(
    found: Sequence[_Annotated], members: Sequence[ArticleEntity], articles: Sequence[Article]
) -> list[News]:
    links = resolve(members, {a.id: a for a in articles}).links
    return [
        News(
            name=one.name,
            group=one.group,
            gold=one.gold,
            own=tuple(Own(head=h, type=t, entity=links[member]) for h, t, member in one.mentions),
        )
        for one in found
    ]


def _mentions(
    document: Document, ranges: Sequence[tuple[int, int]]
) -> tuple[tuple[int, str, str], ...]:
    """Return head offset, type and chain of our mentions in some ranges of the text."""
    heads = ((document.doc[m.head].idx, m) for m in document.mentions)
    return tuple(
        (head, m.type, document.chains[m.chain].id)
        for head, m in heads
        if any(start <= head < end for start, end in ranges)
    )


def _ecb_gold(gold: EcbDocument, document: Document) -> tuple[Gold, ...]:
    roots = [(m, _root(document, m.start, m.end)) for m in gold.mentions]
    return tuple(
        Gold(article=gold.name, head=at, lemma=lemma, kind=m.kind, chain=m.chain)
        for m, (at, lemma) in roots
    )


def _meantime_gold(gold: MeantimeArticle, document: Document) -> tuple[Gold, ...]:
    """Return the mentions; of those with one head and one chain, the first."""
    found: dict[tuple[int, str], Gold] = {}
    for m in gold.mentions:
        at, lemma = _root(document, *m.head)
        one = Gold(article=gold.name, head=at, lemma=lemma, kind=m.type, chain=m.chain)
        found.setdefault((at, m.chain), one)
    return tuple(found.values())


def _root(document: Document, start: int, end: int) -> tuple[int, str]:
    """Return offset and lemma of the word that a span of text hangs by."""
    span = document.doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        raise ValueError(f"{document.article.id}: no words at {start} to {end}")
    return span.root.idx, span.root.lemma_.lower()


def by_lemma(_: News, gold: Gold) -> Hashable:
    """Put gold mentions with one head lemma together: the baseline."""
    return ("lemma", gold.lemma)


def by_entity(one: News, gold: Gold) -> Hashable:
    """Put gold mentions together that we have as one entity; those that we lack stay alone."""
    return _entities(one).get(gold.head, gold)


def _entities(one: News) -> dict[int, str]:
    return {own.head: own.entity for own in reversed(one.own)}


def gold_mentions(news: Sequence[News], kinds: frozenset[str], cluster: Cluster) -> Conll:
    """Score gold mentions of some kinds, put together by a function, group by group."""
    pairs = []
    for group in _groups(news):
        gold = [(one, g) for one in group for g in one.gold if g.kind in kinds]
        key = _chains((g.chain, i) for i, (_, g) in enumerate(gold))
        response = _chains((cluster(one, g), i) for i, (one, g) in enumerate(gold))
        pairs.append((key, response))
    return conll(pairs)


def own_mentions(
    news: Sequence[News], kinds: frozenset[str], types: frozenset[str] | None = None
) -> Conll:
    """Score all our mentions, of some types where given, against gold ones with the same head."""
    pairs = []
    for group in _groups(news):
        gold = [(one, g) for one in group for g in one.gold if g.kind in kinds]
        number = {(g.article, g.head): i for i, (_, g) in reversed(list(enumerate(gold)))}
        key = _chains((g.chain, i) for i, (_, g) in enumerate(gold))
        response = _chains(
            (own.entity, number.get((one.name, own.head), (one.name, own.head)))
            for one in group
            for own in one.own
            if types is None or own.type in types
        )
        pairs.append((key, response))
    return conll(pairs)


def _groups(news: Sequence[News]) -> list[list[News]]:
    found: dict[str, list[News]] = {}
    for one in news:
        found.setdefault(one.group, []).append(one)
    return list(found.values())


def _chains(pairs: Iterable[tuple[Hashable, Hashable]]) -> Chains:
    found: dict[Hashable, set[Hashable]] = {}
    for chain, mention in pairs:
        found.setdefault(chain, set()).add(mention)
    return [frozenset(mentions) for mentions in found.values()]


def ecb_scores(shared: Path, *, even: bool) -> dict[str, Conll]:
    """Return the scores on the even or on the odd topics."""
    folder = need(shared / "bench" / "ecbplus")
    news = read_ecb(folder, even=even)
    events = ecb_events.read_events(folder, even=even)
    parties = ecb_parties.read_parties(folder, even=even)
    return {
        "events, gold mentions, same head lemma": gold_mentions(news, EVENT, by_lemma),
        "events, gold mentions, ours": ecb_events.score(events, ecb_events.joined(events)),
        "events, own mentions, ours": _own_events(folder, even=even),
        "entities, gold mentions, same head lemma": gold_mentions(news, ENTITY, by_lemma),
        "entities, gold mentions, ours": ecb_parties.score(parties, ecb_parties.joined(parties)),
        "entities, gold mentions, things of a build": gold_mentions(news, ENTITY, by_entity),
        "entities, own mentions, ours": _own_parties(folder, even=even),
        "entities, own mentions, things of a build": own_mentions(news, ENTITY),
    }


def _own_events(folder: Path, *, even: bool) -> Conll:
    corpus = ecb_events.read_own_events(folder, even=even)
    groups = ecb_events.joined(corpus)
    chains = [frozenset(corpus.chains[n] for n in group) for group in groups]
    return ecb_events.own_score(read_all(folder, even=even), "event", chains)


def _own_parties(folder: Path, *, even: bool) -> Conll:
    corpus = ecb_parties.read_own_parties(folder, even=even)
    chains = ecb_parties.own_chains(corpus, ecb_parties.joined(corpus))
    return ecb_events.own_score(read_all(folder, even=even), "entity", chains)


def meantime_scores(shared: Path) -> dict[str, Conll]:
    """Return the scores on MEANTIME."""
    news = read_all_meantime(need(shared / "bench" / "meantime"))
    named, types = frozenset(_KINDS), frozenset(_KINDS.values())
    every = frozenset(g.kind for one in news for g in one.gold)
    return {
        "gold mentions, same head lemma": gold_mentions(news, every, by_lemma),
        "gold mentions, ours": gold_mentions(news, every, by_entity),
        "own mentions, ours": own_mentions(news, every),
        "named kinds, gold mentions, same head lemma": gold_mentions(news, named, by_lemma),
        "named kinds, gold mentions, ours": gold_mentions(news, named, by_entity),
        "named kinds, own mentions, ours": own_mentions(news, named, types),
    }


def measure(shared: Path) -> dict[str, float]:
    """Return CoNLL and B³ F1 on the held-back topics of ECB+ and on MEANTIME."""
    scores = {f"ECB+ {name}": score for name, score in ecb_scores(shared, even=True).items()}
    scores |= {f"MEANTIME {name}": score for name, score in meantime_scores(shared).items()}
    found: dict[str, float] = {}
    for name, score in scores.items():
        found[f"{name}, CoNLL F1"] = score.f1
        found[f"{name}, B³ F1"] = score.b3.f1
    return found


def _print(title: str, scores: dict[str, Conll]) -> None:
    print(f"\n{title}")
    for name, score in scores.items():
        print(f"  {name}: CoNLL F1 {score.f1:.3f}")
        print(f"      mentions {score.mentions};  B³ {score.b3}")
        print(f"      MUC {score.muc};  CEAFe {score.ceafe}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--topics", choices=["even", "odd"], default="even", help="of ECB+")
    parser.add_argument("--only", choices=["ecb", "meantime"])
    args = parser.parse_args()
    if args.only != "meantime":
        even = args.topics == "even"
        _print(f"ECB+, {args.topics} topics", ecb_scores(args.shared, even=even))
    if args.only != "ecb":
        _print("MEANTIME, first six sentences", meantime_scores(args.shared))


if __name__ == "__main__":
    sys.exit(run(main))
