"""Mentions and chains while they are being built; frozen into the document at the end.

A `Chains` is the only mutable thing of this room. A mention joins one chain, with a reason in words;
chains may later be merged, and the mentions follow.
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
    sure: bool = True


@dataclass(slots=True)
class Chain:
    """Mentions of one thing."""

    type: str
    mentions: list[Draft] = field(default_factory=list)
    gender: str | None = None
    reasons: list[str] = field(default_factory=list)
    posts: list[str] = field(default_factory=list)
    keyword_name: str | None = None

    @property
    def plural(self) -> bool:
        """Whether its first mention is plural."""
        return bool(self.mentions) and self.mentions[0].plural

    @property
    def named(self) -> bool:
        """Whether any mention names it."""
        return any(m.kind == "name" for m in self.mentions)


class Chains:
    """All chains of a document, by number."""

    def __init__(self) -> None:
        self._chains: list[Chain] = []
        self._merged_into: dict[int, int] = {}
        self._by_head: dict[int, Draft] = {}

    def open(self, mention: Draft, reason: str = "") -> int:
        """Start a chain with its first mention and return its number."""
        self._chains.append(Chain(mention.type))
        self.join(mention, len(self._chains) - 1, reason)
        return len(self._chains) - 1

    def join(self, mention: Draft, number: int, reason: str) -> None:
        """Add a mention to a chain."""
        number = self.find(number)
        chain = self._chains[number]
        mention.chain, mention.reason = number, reason
        chain.mentions.append(mention)
        chain.gender = chain.gender or mention.gender
        self._by_head.setdefault(mention.head, mention)
        if reason and reason not in chain.reasons:
            chain.reasons.append(reason)

    def merge(self, kept: int, lost: int, reason: str) -> None:
        """Move every mention of one chain into another."""
        kept, lost = self.find(kept), self.find(lost)
        if kept == lost:
            return
        self._merged_into[lost] = kept
        chain = self._chains[lost]
        for mention in chain.mentions:
            self.join(mention, kept, mention.reason or reason)
        self._chains[kept].posts.extend(p for p in chain.posts if p not in self._chains[kept].posts)
        chain.mentions = []

    def find(self, number: int) -> int:
        """Return where a chain ended up after merging."""
        while number in self._merged_into:
            number = self._merged_into[number]
        return number

    def __getitem__(self, number: int) -> Chain:
        return self._chains[self.find(number)]

    def at(self, head: int) -> Draft | None:
        """Return the mention headed by a token."""
        return self._by_head.get(head)

    def chain_at(self, head: int) -> int | None:
        """Return the chain of the mention headed by a token."""
        mention = self._by_head.get(head)
        return None if mention is None else self.find(mention.chain)

    def items(self) -> Iterator[tuple[int, Chain]]:
        """Yield the living chains with their numbers, in order of making."""
        return ((n, c) for n, c in enumerate(self._chains) if c.mentions)
