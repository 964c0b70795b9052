"""Which posts are one post: the same label and the same thing it is a post of.

The attorney general of the United States is not that of New York. A post of nothing in particular
(``the attorney general``) is taken for the one post of that label that the same person is said to
hold, if there is just one, and otherwise for one with loose posts of the same label and holder.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.names import name_key
from kg.resolve.grouping import Group, in_articles

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.model import ArticleEntity

_QUALIFIED = re.compile(r"(?:former|acting|interim|then|incoming|outgoing|current|late) ")
_SAME_LABEL = {
    "ceo": "chief executive", "chief executive officer": "chief executive",
    "cfo": "chief financial officer", "coo": "chief operating officer",
    "vp": "vice president", "congressman": "representative", "congresswoman": "representative",
    "ag": "attorney general", "pm": "prime minister",
}  # fmt: skip


def label_key(label: str) -> str:
    """Return the normalised label of a post.

    >>> label_key("former Chief Executive Officer")
    'chief executive'
    """
    key = name_key(label)
    while _QUALIFIED.match(key):
        key = _QUALIFIED.sub("", key, count=1)
    return _SAME_LABEL.get(key, key)


def group_posts(
    members: Sequence[ArticleEntity],
    links: Mapping[str, str],
    holders: Mapping[tuple[str, str], frozenset[str]],
) -> list[Group]:
    """Return the posts among the members.

    ``links`` gives the entity of every other member, ``holders`` the people who hold a post of a
    label (`label_key`) in an article.
    """
    placed: dict[tuple[str, str], list[ArticleEntity]] = {}
    loose: list[ArticleEntity] = []
    for member in members:
        of = links.get(member.of) if member.of else None
        if of:
            placed.setdefault((label_key(member.name), of), []).append(member)
        else:
            loose.append(member)
    held = _held(placed, holders)
    apart: dict[tuple[str, str], list[ArticleEntity]] = {}
    taken: dict[tuple[str, str], list[ArticleEntity]] = {}
    for member in loose:
        key = (label_key(member.name), _holder_or_self(member, holders))
        fitting = {post for p in _holders([member], holders) for post in held.get((key[0], p), ())}
        if len(fitting) == 1:
            taken.setdefault(min(fitting), []).append(member)
        else:
            apart.setdefault(key, []).append(member)
    groups = [
        _group([*same, *taken.get(key, ())], key[1], len(taken.get(key, ())))
        for key, same in sorted(placed.items())
    ]
    return groups + [_group(same, None, 0) for _, same in sorted(apart.items())]


def _held(
    placed: Mapping[tuple[str, str], list[ArticleEntity]],
    holders: Mapping[tuple[str, str], frozenset[str]],
) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """Return by label and person the posts of something that the person holds."""
    held: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for key, members in sorted(placed.items()):
        for person in sorted(_holders(members, holders)):
            held.setdefault((key[0], person), []).append(key)
    return held


def _holders(
    members: Sequence[ArticleEntity], holders: Mapping[tuple[str, str], frozenset[str]]
) -> frozenset[str]:
    found = (holders.get((m.article, label_key(m.name)), frozenset()) for m in members)
    return frozenset(person for people in found for person in people)


def _holder_or_self(
    member: ArticleEntity, holders: Mapping[tuple[str, str], frozenset[str]]
) -> str:
    people = _holders([member], holders)
    return min(people) if len(people) == 1 else member.id


def _group(members: list[ArticleEntity], of: str | None, loose: int) -> Group:
    articles = len({m.article for m in members})
    reasons = [f"same post in {in_articles(articles)}"] if articles > 1 else []
    if loose:
        reasons.append("loose mentions of the label with the same holder")
    return Group(
        type="Post",
        members=tuple(sorted(members, key=lambda m: m.id)),
        reasons=tuple(reasons),
        of=of,
        marks=(of,) if of else (),
    )
