"""Which type a name has where articles disagree: the overwhelming majority decides, else what they say.

``Goldman Sachs`` tagged as a person in one article and as an organisation in nine is an
organisation. Names of one word are left alone by majorities (Ford, Lincoln), and so are names of
places, which teams and governments bear as well (New York).

Where there is no majority, two articles that tell the same around a name mean one thing: of
``Orla Dairies Ltd``, which bought a mill in Ulm, and a person ``Orla Dairies``, who did,
the one is right who has evidence: pronouns, posts and forms of address for a person, a legal form
or a telling last word for anything else.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from kg.lexicon.organizations import type_of_head
from kg.lexicon.spellings import spelt
from kg.names import name_key, split
from kg.resolve.comparing import OVERWHELMING
from kg.resolve.grouping import Unions
from kg.resolve.lives import STORM
from kg.resolve.organization_names import TRADES, without_legal_form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from kg.model import ArticleEntity
    from kg.resolve.surroundings import Surroundings

VOTING = frozenset({"Person", "Organization", "Place"})
# Of types without evidence the one that annotation takes for another least often.
_TRUST = ("Event", "Law", "Place", "Organization", "Facility", "Work", "Product", "Person")
_QUOTED = re.compile(r"[\"“”'‘’]([A-Z]\w+)[\"“”'‘’]")
_MANY = 12  # members of one name with several types: more are a matter of majorities


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


def agree(
    members: Sequence[ArticleEntity], around: Surroundings, is_place: Callable[[str], bool]
) -> list[ArticleEntity]:
    """Return the members with one type for those of one name of which two articles tell the same."""
    by_key: dict[str, list[ArticleEntity]] = {}
    for member in members:
        if member.type in _TRUST:
            for key in _keys(member, is_place):
                by_key.setdefault(key, []).append(member)
    pairs = [
        (a, b)
        for same in by_key.values()
        if len({m.type for m in same}) > 1 and len(same) <= _MANY
        for a, b in combinations(same, 2)
        if a.type != b.type and around.tell_the_same(a.id, b.id)
    ]
    by_id = {m.id: m for pair in pairs for m in pair}
    unions = Unions(sorted(by_id))
    for a, b in pairs:
        unions.join(a.id, b.id)
    types = {
        id_: type_
        for ids in unions.sets()
        for type_ in [_trusted([by_id[id_] for id_ in ids])]
        for id_ in ids
    }
    return [replace(m, type=types[m.id]) if m.id in types else m for m in members]


def _keys(member: ArticleEntity, is_place: Callable[[str], bool]) -> frozenset[str]:
    """Return the names under which a thing may be tagged as something else in another article."""
    return frozenset(" ".join(sorted(key.split())) for key in _names(member, is_place) if key)


def _names(member: ArticleEntity, is_place: Callable[[str], bool]) -> Iterator[str]:
    key = spelt(name_key(member.name))
    yield key
    yield STORM.sub("", key)
    if member.type == "Organization":
        yield without_legal_form(key)
        first, _, last = key.rpartition(" ")
        yield first if last in TRADES and not is_place(first) else ""
    if member.type == "Person" and (quoted := _QUOTED.search(member.name)):
        yield name_key(f"{quoted[1]} {split(member.name).surname}")


def _trusted(members: Sequence[ArticleEntity]) -> str:
    if any(_is_human(m) for m in members):
        return "Person"
    return min(
        (m.type for m in members), key=lambda type_: (_doubt(type_, members), _TRUST.index(type_))
    )


def _is_human(member: ArticleEntity) -> bool:
    """Tell whether an article treats something as a person."""
    shown = member.gender or member.posts or member.keyword_name
    return member.type == "Person" and bool(shown or any(split(f).honorific for f in member.forms))


def _doubt(type_: str, members: Iterable[ArticleEntity]) -> bool:
    """Tell whether no name has a last word that says that it is of a type."""
    heads = {type_of_head(m.name.split()[-1]) for m in members if m.name.split()}
    legal = any(without_legal_form(name_key(m.name)) != name_key(m.name) for m in members)
    return type_ not in heads and not (legal and type_ == "Organization")
