"""Mentions and chains while they are being built; frozen into the document at the end.

A `Chains` is the only mutable thing of this room. A mention joins one chain, with a reason in
words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import MentionKind


@dataclass(slots=True)
class Draft:
    """A mention: its tokens, kind and type, and what agreement needs to know of it."""

    start: int
    end: int
    head: int
    kind: MentionKind
    type: str
    name: str = ""
    gender: str | None = None
    plural: bool = False
    definite: bool = True
    chain: int = -1
    reason: str = ""


@dataclass(slots=True)
class Chain:
    """Mentions of one thing; ``company_of`` is the chain of who says *we* and means himself too."""

    type: str
    mentions: list[Draft] = field(default_factory=list)
    gender: str | None = None
    keyword_name: str | None = None
    company_of: int | None = None

    @property
    def plural(self) -> bool:
        """Whether its first mention is plural."""
        return bool(self.mentions) and self.mentions[0].plural

    @property
    def named(self) -> bool:
        """Whether any mention names it."""
        return any(m.kind == "name" for m in self.mentions)


class Chains:
    """All chains of a document, by number, and their mentions by head token and by sentence.

    ``sentence`` gives the number of each token's sentence.
    """

    def __init__(self, sentence: list[int]) -> None:
        self._sentence = sentence
        self._in_sentence: dict[int, list[Draft]] = {}
        self._chains: list[Chain] = []
        self._by_head: dict[int, Draft] = {}

    def open(self, mention: Draft, reason: str = "") -> int:
        """Start a chain with its first mention and return its number."""
        self._chains.append(Chain(mention.type))
        self.join(mention, len(self._chains) - 1, reason)
        return len(self._chains) - 1

    def join(self, mention: Draft, number: int, reason: str) -> None:
        """Add a mention to a chain."""
        chain = self._chains[number]
        mention.chain, mention.reason = number, reason
        chain.mentions.append(mention)
        chain.gender = chain.gender or mention.gender
        if mention.head not in self._by_head:
            self._by_head[mention.head] = mention
            self._in_sentence.setdefault(self._sentence[mention.head], []).append(mention)

    def __getitem__(self, number: int) -> Chain:
        return self._chains[number]

    def chain_at(self, head: int) -> int | None:
        """Return the chain of the mention headed by a token."""
        mention = self._by_head.get(head)
        return None if mention is None else mention.chain

    def in_sentences(self, first: int, last: int) -> list[Draft]:
        """Return the mentions of some sentences, both ends included."""
        return [m for n in range(first, last + 1) for m in self._in_sentence.get(n, ())]

    def items(self) -> Iterator[tuple[int, Chain]]:
        """Yield the living chains with their numbers, in order of making."""
        return ((n, c) for n, c in enumerate(self._chains) if c.mentions)
