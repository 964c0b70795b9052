"""Gold entities of ECB+ as parties (`kg.resolve.events.parties`), all topics together.

    corpus = read_parties(shared / "bench" / "ecbplus", even=False)

Gold mentions that a build resolves to one thing, by coreference in an article and by names over articles,
are one party from the start; pronouns that it does not resolve are parties that nothing joins. Groups of
parties are then compared and clustered as participants of events are.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from pathlib import Path

from chains import Conll, conll
from ecb import EcbMention
from ecb_events import Read, read_all, resolved
from spacy.tokens import Span, Token

from kg.model import Entity
from kg.resolve.events.clustering import cluster
from kg.resolve.events.contradicting import UNBOUND
from kg.resolve.events.coverage import Coverage
from kg.resolve.events.parties import Party, comparable, likelihood
from kg.resolve.events.tellings import words_of

# Where links gained and lost balance.
BALANCED = 0.2
_MODIFIERS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_PRONOUNS = frozenset({"PRON", "DET"})
Chain = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Mention:
    """A gold mention: its chain, what we resolve it to, and it alone as a party."""

    chain: Chain
    thing: str
    party: Party


@dataclass(frozen=True, kw_only=True)
class PartyCorpus:
    """Parties, and the chains of the gold mentions of each."""

    parties: tuple[Party, ...]
    chains: tuple[tuple[Chain, ...], ...]
    coverage: Coverage

    @cached_property
    def pairs(self) -> list[tuple[int, int]]:
        """The pairs of parties worth comparing: of one article or of two that are alike."""
        index: dict[str, list[int]] = {}
        for number, party in enumerate(self.parties):
            for article in party.articles:
                index.setdefault(article, []).append(number)
        found = {pair for inside in index.values() for pair in combinations(inside, 2)}
        found |= {
            (min(a, b), max(a, b))
            for left, right in self.coverage.pairs()
            for a in index.get(left, ())
            for b in index.get(right, ())
            if a != b
        }
        return sorted((a, b) for a, b in found if comparable(self.parties[a], self.parties[b]))

    def usual(self, number: int) -> Chain:
        """Return the chain that most mentions of a party are of."""
        counts = Counter(self.chains[number])
        return min(counts, key=lambda chain: (-counts[chain], chain))


def read_parties(folder: Path, *, even: bool) -> PartyCorpus:
    """Return the gold entities of the even or the odd topics as parties."""
    documents = read_all(folder, even=even)
    resolution, things, coverage = resolved(documents)
    links = resolution.links
    found: dict[str, list[_Mention]] = {}
    for read in documents:
        for mention in (m for m in read.gold.mentions if m.kind == "entity"):
            one = _mention(read, mention, links, things)
            found.setdefault(one.thing, []).append(one)
    return _corpus(found, coverage)


def _mention(
    read: Read, mention: EcbMention, links: dict[str, str], things: dict[str, Entity]
) -> _Mention:
    span = read.document.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if span is None:
        raise ValueError(f"{read.gold.name}: no words at {mention.start} to {mention.end}")
    head = _noun(span)
    ours = read.document.mention_of_head.get(head.i)
    thing = things[links[read.document.chains[ours.chain].id]] if ours else None
    alone = f"{read.gold.name}:{mention.start}-{mention.end}:{mention.chain}"
    chain = (read.gold.topic, mention.chain)
    return _Mention(chain, thing.id if thing else alone, _party(read, head, thing))


def _noun(span: Span) -> Token:
    """Return the head of a mention; of "at the rally", where it is, the rally."""
    nouns = [t for t in span.root.children if t.dep_ == "pobj" and span.start <= t.i < span.end]
    return nouns[0] if nouns else span.root


def _party(read: Read, head: Token, thing: Entity | None) -> Party:
    """Return what a mention shows, and what a build knows of the thing that it means."""
    article = read.document.article.id
    shared = thing is not None and not thing.local
    return Party(
        articles=frozenset({article}),
        heads=frozenset() if head.pos_ in _PRONOUNS else frozenset({head.lemma_.lower()}),
        modifiers=frozenset(c.lower_ for c in head.children if c.pos_ in _MODIFIERS),
        names=words_of(" ".join((thing.name, *thing.aliases))) if thing and shared else frozenset(),
        type=thing.type if thing else "",
        proper=head.pos_ == "PROPN",
        sentences=frozenset({(article, head.sent.start_char)}),
    )


def read_own_parties(folder: Path, *, even: bool) -> PartyCorpus:
    """Return all that we find in the sentences with gold; a chain is its document and its head."""
    documents = read_all(folder, even=even)
    resolution, things, coverage = resolved(documents)
    links = resolution.links
    found: dict[str, list[_Mention]] = {}
    for read in documents:
        for mention in read.document.mentions:
            head = read.document.doc[mention.head]
            if read.careful(head.idx):
                thing = things[links[read.document.chains[mention.chain].id]]
                at = (read.gold.name, str(head.idx))
                one = _Mention(at, thing.id, _party(read, head, thing))
                found.setdefault(thing.id, []).append(one)
    return _corpus(found, coverage)


def _corpus(found: Mapping[str, Sequence[_Mention]], coverage: Coverage) -> PartyCorpus:
    groups = [found[thing] for thing in sorted(found)]
    return PartyCorpus(
        parties=tuple(_together(group) for group in groups),
        chains=tuple(tuple(m.chain for m in group) for group in groups),
        coverage=coverage,
    )


def own_chains(corpus: PartyCorpus, groups: Sequence[Sequence[int]]) -> list[frozenset[Chain]]:
    """Return groups of our own parties as chains of document and head, each mention once."""
    seen: set[Chain] = set()
    chains = []
    for group in groups:
        heads = {head for number in group for head in corpus.chains[number]} - seen
        seen |= heads
        chains.append(frozenset(heads))
    return chains


def _together(group: Sequence[_Mention]) -> Party:
    parties = [m.party for m in group]
    return Party(
        articles=frozenset[str]().union(*(p.articles for p in parties)),
        heads=frozenset[str]().union(*(p.heads for p in parties)),
        modifiers=frozenset[str]().union(*(p.modifiers for p in parties)),
        names=parties[0].names,
        type=parties[0].type,
        proper=any(p.proper for p in parties),
        sentences=frozenset[tuple[str, int]]().union(*(p.sentences for p in parties)),
    )


def joined(corpus: PartyCorpus, least: float = BALANCED) -> list[list[int]]:
    """Return the groups of parties that comparison and clustering make."""
    parties = corpus.parties
    pairs = {(a, b): likelihood(parties[a], parties[b], corpus.coverage) for a, b in corpus.pairs}
    return cluster([UNBOUND] * len(parties), pairs, least)


def score(corpus: PartyCorpus, groups: Sequence[Sequence[int]]) -> Conll:
    """Return the scores of groups of parties, over all topics as one."""
    gold: dict[Chain, set[tuple[int, int]]] = {}
    for number, chains in enumerate(corpus.chains):
        for place, chain in enumerate(chains):
            gold.setdefault(chain, set()).add((number, place))
    response = [
        frozenset((n, place) for n in group for place in range(len(corpus.chains[n])))
        for group in groups
    ]
    return conll([([frozenset(chain) for chain in gold.values()], response)])
