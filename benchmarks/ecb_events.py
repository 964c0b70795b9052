"""Gold events of ECB+ as a build would tell and join them, all topics together.

    corpus = read_events(shared / "bench" / "ecbplus", even=False)

A gold event is a telling (`kg.resolve.events.tellings`): that of our claim in its sentence with its verb,
or of our event noun, else its head word and its sentence alone. Denied and hypothetical events are gold
too, so what a claim says of that is ignored here. Which documents belong to one topic is for us to find.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

from chains import Conll, conll
from ecb import EcbDocument, EcbMention, read_topic, topics
from measures import annotator

from kg.assemble.relink import Relinker
from kg.document import Document
from kg.extract import extract
from kg.model import Claim, Entity, Extraction, Polarity, Resolution, Stance
from kg.resolve import resolve
from kg.resolve.events.clustering import cluster
from kg.resolve.events.comparing import likelihood
from kg.resolve.events.contradicting import bounds_of
from kg.resolve.events.coverage import Coverage
from kg.resolve.events.pairing import candidate_pairs
from kg.resolve.events.tellings import Telling, tellings, told_by, words_of

# Where links gained and lost balance; a build asks for more (`kg.resolve.events.merging.SURE`).
BALANCED = 0.3
_NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A document with its gold, our annotation of it and what we extract."""

    gold: EcbDocument
    document: Document
    extraction: Extraction

    def careful(self, offset: int) -> bool:
        """Tell whether an offset is in a sentence that was annotated."""
        return any(start <= offset < end for start, end in self.gold.annotated)


@dataclass(frozen=True, kw_only=True)
class EventCorpus:
    """Tellings of gold events, and the chain of each: its topic and its name."""

    tellings: tuple[Telling, ...]
    chains: tuple[tuple[str, str], ...]
    coverage: Coverage

    @cached_property
    def pairs(self) -> list[tuple[int, int]]:
        """The pairs that a build would compare."""
        return sorted(set(candidate_pairs(self.tellings, self.coverage)))


@cache
def read_all(folder: Path, *, even: bool) -> tuple[Read, ...]:
    """Annotate the documents of the even or the odd topics, once a run."""
    numbers = [t for t in topics(folder) if (int(t) % 2 == 0) == even]
    return tuple(_read(gold) for number in numbers for gold in read_topic(folder, number))


def _read(gold: EcbDocument) -> Read:
    document = annotator().annotate(gold.article())
    return Read(gold=gold, document=document, extraction=extract(document))


def resolved(documents: Sequence[Read]) -> tuple[Resolution, dict[str, Entity], Coverage]:
    """Return who is who over documents, the things by id, and which documents are alike."""
    articles = {d.document.article.id: d.document.article for d in documents}
    resolution = resolve([e for d in documents for e in d.extraction.entities], articles)
    things = {entity.id: entity for entity in resolution.entities}
    return resolution, things, Coverage({id_: a.text for id_, a in articles.items()}, {})


def read_events(folder: Path, *, even: bool) -> EventCorpus:
    """Return the gold events of the even or the odd topics as tellings."""
    documents = read_all(folder, even=even)
    resolution, things, coverage = resolved(documents)
    relinker = Relinker(resolution)
    found: list[Telling] = []
    chains: list[tuple[str, str]] = []
    for read in documents:
        claims = relinker.relink(read.extraction).claims
        for mention in read.gold.mentions:
            if mention.kind == "event":
                found.append(_telling(read, mention, claims, things))
                chains.append((read.gold.topic, mention.chain))
    return EventCorpus(tellings=tuple(found), chains=tuple(chains), coverage=coverage)


def _telling(
    read: Read, mention: EcbMention, claims: Iterable[Claim], things: dict[str, Entity]
) -> Telling:
    """Return what our claim about a gold event tells, or else its words alone."""
    span = read.document.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if span is None:
        raise ValueError(f"{read.gold.name}: no words at {mention.start} to {mention.end}")
    head, sent = span.root, span.root.sent
    word = head.lemma_.lower()
    bare = Telling(id="", article=read.document.article.id, word=word)
    ours = (
        told_by(replace(claim, polarity=Polarity.POSITIVE, stance=Stance.ASSERTED), things, None)
        for claim in claims
        if claim.evidence.start <= head.idx < claim.evidence.end
    )
    return replace(
        next((telling for telling in ours if telling and telling.word == word), bare),
        id=f"{read.gold.name}:{mention.start}-{mention.end}",
        context=words_of(sent.text) - {head.lower_},
        start=sent.start_char,
        noun=head.pos_ in _NOUNS,
    )


def read_own_events(folder: Path, *, even: bool) -> EventCorpus:
    """Return what a build tells in the sentences with gold; a chain is its document and its head."""
    documents = read_all(folder, even=even)
    resolution, things, coverage = resolved(documents)
    relinker = Relinker(resolution)
    found: dict[tuple[str, str], Telling] = {}
    for read in documents:
        for telling in tellings(relinker.relink(read.extraction).claims, things, {}):
            head = _head(read, telling)
            if head is not None and read.careful(head):
                found.setdefault((read.gold.name, str(head)), telling)
    return EventCorpus(tellings=tuple(found.values()), chains=tuple(found), coverage=coverage)


def _head(read: Read, telling: Telling) -> int | None:
    """Return where the word of a telling stands: the first in its sentence with that lemma."""
    tokens = (t for t in read.document.doc if t.idx >= telling.start)
    return next((t.idx for t in tokens if t.lemma_.lower() == telling.word), None)


def own_score(
    read: Iterable[Read], kind: str, response: Sequence[frozenset[tuple[str, str]]]
) -> Conll:
    """Return the scores of chains of document and head against the gold chains of a kind.

    Of gold mentions with one head, the first is the one that can be found.
    """
    gold: dict[tuple[str, str], set[tuple[str, str]]] = {}
    taken: set[tuple[str, str]] = set()
    for one in read:
        for number, mention in enumerate(m for m in one.gold.mentions if m.kind == kind):
            span = one.document.doc.char_span(mention.start, mention.end, alignment_mode="expand")
            head = (one.gold.name, str(span.root.idx if span else mention.start))
            place = (one.gold.name, f"again {number}") if head in taken else head
            taken.add(head)
            gold.setdefault((one.gold.topic, mention.chain), set()).add(place)
    return conll([([frozenset(chain) for chain in gold.values()], [c for c in response if c])])


def joined(corpus: EventCorpus, least: float = BALANCED) -> list[list[int]]:
    """Return the groups of tellings that the comparison and the clustering of a build make."""
    told = corpus.tellings
    pairs = {(a, b): likelihood(told[a], told[b], corpus.coverage) for a, b in corpus.pairs}
    return cluster([bounds_of(t) for t in told], pairs, least)


def by_word(corpus: EventCorpus) -> list[list[int]]:
    """Return the tellings of each topic by their head lemma: the baseline, which knows the topics."""
    groups: dict[tuple[str, str], list[int]] = {}
    for number, (telling, (topic, _)) in enumerate(
        zip(corpus.tellings, corpus.chains, strict=True)
    ):
        groups.setdefault((topic, telling.word), []).append(number)
    return list(groups.values())


def score(corpus: EventCorpus, groups: Sequence[Sequence[int]]) -> Conll:
    """Return the scores of groups, over all topics as one."""
    gold: dict[tuple[str, str], set[int]] = {}
    for number, chain in enumerate(corpus.chains):
        gold.setdefault(chain, set()).add(number)
    response = [frozenset(group) for group in groups]
    return conll([([frozenset(chain) for chain in gold.values()], response)])
