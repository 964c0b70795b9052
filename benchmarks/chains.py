"""Score coreference chains: MUC, B³, CEAF-e and their mean, the CoNLL score.

    conll([(key, response)]).f1            # a document: two partitions of its mentions

A mention is anything hashable that is equal on both sides when both found the same mention. Sums
run over all documents before dividing, as in the reference scorer (Pradhan et al. 2014). BLANC and
CEAF-m are left out.
"""

from collections.abc import Hashable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
from scipy.optimize import linear_sum_assignment

Chain: TypeAlias = AbstractSet[Hashable]
Chains: TypeAlias = Sequence[Chain]


@dataclass(frozen=True, slots=True)
class Tally:
    """What was found of what was there, and what was right of what was given."""

    found: float = 0.0
    there: float = 0.0
    right: float = 0.0
    given: float = 0.0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.found + other.found,
            self.there + other.there,
            self.right + other.right,
            self.given + other.given,
        )

    @property
    def recall(self) -> float:
        """Return the share found of what was there, 0 where nothing was."""
        return self.found / self.there if self.there else 0.0

    @property
    def precision(self) -> float:
        """Return the share right of what was given, 0 where nothing was."""
        return self.right / self.given if self.given else 0.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of the two."""
        total = self.recall + self.precision
        return 2 * self.recall * self.precision / total if total else 0.0

    def __str__(self) -> str:
        return f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}"


@dataclass(frozen=True, slots=True)
class Conll:
    """The three measures of one or many documents; ``f1`` is the mean of theirs."""

    muc: Tally = field(default_factory=Tally)
    b3: Tally = field(default_factory=Tally)
    ceafe: Tally = field(default_factory=Tally)
    mentions: Tally = field(default_factory=Tally)

    def __add__(self, other: "Conll") -> "Conll":
        return Conll(
            self.muc + other.muc,
            self.b3 + other.b3,
            self.ceafe + other.ceafe,
            self.mentions + other.mentions,
        )

    @property
    def f1(self) -> float:
        """Return the CoNLL score."""
        return (self.muc.f1 + self.b3.f1 + self.ceafe.f1) / 3


def conll(documents: Iterable[tuple[Chains, Chains]]) -> Conll:
    """Return the scores of documents, each a pair of key and response; chains must not overlap."""
    total = Conll()
    for key, response in documents:
        total += Conll(
            muc=muc(key, response),
            b3=b_cubed(key, response),
            ceafe=ceaf_e(key, response),
            mentions=mention_tally(key, response),
        )
    return total


def muc(key: Chains, response: Chains) -> Tally:
    """Return the links kept: a chain of n mentions has n - 1, and loses one for each break."""
    found, there = _links(key, response)
    right, given = _links(response, key)
    return Tally(found, there, right, given)


def _links(chains: Chains, others: Chains) -> tuple[int, int]:
    where = _where(others)
    kept = 0
    for chain in chains:
        alone = sum(1 for mention in chain if mention not in where)
        parts = len({where[mention] for mention in chain if mention in where})
        kept += len(chain) - alone - parts
    return kept, sum(len(chain) - 1 for chain in chains)


def b_cubed(key: Chains, response: Chains) -> Tally:
    """Return, summed over mentions, the share of each one's chain that the other side has too."""
    overlaps = _overlaps(key, response)
    return Tally(
        found=sum(n * n / len(key[k]) for (k, _), n in overlaps.items()),
        there=sum(len(chain) for chain in key),
        right=sum(n * n / len(response[r]) for (_, r), n in overlaps.items()),
        given=sum(len(chain) for chain in response),
    )


def ceaf_e(key: Chains, response: Chains) -> Tally:
    """Return the likeness of chains under the best one-to-one pairing of key and response."""
    if not key or not response:
        return Tally(there=len(key), given=len(response))
    likeness = np.zeros((len(key), len(response)))
    for (k, r), n in _overlaps(key, response).items():
        likeness[k, r] = 2 * n / (len(key[k]) + len(response[r]))
    rows, columns = linear_sum_assignment(likeness, maximize=True)
    total = float(likeness[rows, columns].sum())
    return Tally(total, len(key), total, len(response))


def mention_tally(key: Chains, response: Chains) -> Tally:
    """Return the mentions that both sides have."""
    there = {mention for chain in key for mention in chain}
    given = {mention for chain in response for mention in chain}
    both = len(there & given)
    return Tally(both, len(there), both, len(given))


def _where(chains: Chains) -> dict[Hashable, int]:
    return {mention: number for number, chain in enumerate(chains) for mention in chain}


def _overlaps(key: Chains, response: Chains) -> dict[tuple[int, int], int]:
    """Return how many mentions each pair of chains shares, where it shares any."""
    where = _where(response)
    shared: dict[tuple[int, int], int] = {}
    for number, chain in enumerate(key):
        for mention in chain:
            if mention in where:
                pair = (number, where[mention])
                shared[pair] = shared.get(pair, 0) + 1
    return shared
