"""Which type a name has where articles disagree: the overwhelming majority decides, else nobody.

``Goldman Sachs`` tagged as a person in one article and as an organisation in nine is an
organisation. Names of one word are left alone (Ford, Lincoln), and so are names of places, which
teams and governments bear as well (New York).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.names import name_key
from kg.resolve.comparing import OVERWHELMING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kg.model import ArticleEntity

VOTING = frozenset({"Person", "Organization", "Place"})


def vote(members: Iterable[ArticleEntity], is_place: Callable[[str], bool]) -> list[ArticleEntity]:
    """Return the members with the types that the majority of their name has."""
    members = list(members)
    votes: dict[str, Counter[str]] = {}
    for member in members:
        if member.type in VOTING:
            votes.setdefault(name_key(member.name), Counter())[member.type] += 1
    return [_voted(member, votes, is_place) for member in members]


def _voted(
    member: ArticleEntity, votes: dict[str, Counter[str]], is_place: Callable[[str], bool]
) -> ArticleEntity:
    key = name_key(member.name)
    if member.type not in VOTING or len(votes[key]) == 1 or " " not in key:
        return member
    (winner, most), *others = votes[key].most_common()
    if most < OVERWHELMING * sum(n for _, n in others) or winner == member.type:
        return member
    if "Place" in votes[key] and is_place(key):
        return member
    return replace(member, type=winner)
