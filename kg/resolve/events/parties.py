"""Whether two who take part in something are one, the unnamed as well: "the magistrate", "the old judge".

    "the harbour director" and "director of the harbour", in two articles that are alike   →   likely one

A party is what one article calls by some nouns, or what several do under a name. What is unnamed stays a
thing of its article in every build; that two of them are probably one only speaks for one happening.
The weights are learnt on the odd topics of ECB+.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.resolve.events.weights import PARTIES, chance

if TYPE_CHECKING:
    from kg.resolve.events.coverage import Coverage


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """What is called by ``heads`` (nouns, in lower case) with ``modifiers``, in some articles.

    ``names`` are the words of all its names if articles share it, ``type`` is empty if unknown,
    ``sentences`` are where it is mentioned: article and offset.
    """

    articles: frozenset[str]
    heads: frozenset[str]
    modifiers: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    type: str = ""
    proper: bool = False
    sentences: frozenset[tuple[str, int]] = frozenset()


def comparable(left: Party, right: Party) -> bool:
    """Tell whether two parties share a noun, or one is called by a name of the other."""
    return bool(left.heads & right.heads or left.heads & right.names or left.names & right.heads)


def features(left: Party, right: Party, coverage: Coverage) -> dict[str, float]:
    """Return what speaks for and against two parties being one, by name."""
    heads = left.heads & right.heads
    here = bool(left.articles & right.articles)
    alike = (
        max(coverage.likeness(a, b) for a in left.articles for b in right.articles)
        if not here
        else 0.0
    )
    both = bool(left.names and right.names)
    given = bool(left.modifiers and right.modifiers)
    return {
        "any": 1.0,
        "share of nouns": len(heads) / math.sqrt(len(left.heads) * len(right.heads))
        if heads
        else 0.0,
        "no noun in common": float(not heads),
        "rare noun": max((coverage.share(head) for head in heads), default=0.0),
        "articles alike": alike,
        "articles very alike": max(alike - 0.2, 0.0),
        "same article": float(here),
        "same sentence": float(bool(left.sentences & right.sentences)),
        "shared modifiers": coverage.overlap(left.modifiers, right.modifiers),
        "other modifiers": float(given and not left.modifiers & right.modifiers),
        "no modifiers": float(not given),
        "shared words of names": coverage.overlap(left.names, right.names) if both else 0.0,
        "both named": float(both),
        "both named, otherwise": float(both and not left.names & right.names),
        "one named": float(bool(left.names) != bool(right.names)),
        "other type": float(bool(left.type and right.type and left.type != right.type)),
        "both proper nouns": float(left.proper and right.proper),
    }


def likelihood(left: Party, right: Party, coverage: Coverage) -> float:
    """Return how likely it is that two parties are one, from 0 to 1."""
    return chance(features(left, right, coverage), PARTIES) if comparable(left, right) else 0.0
