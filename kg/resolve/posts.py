"""Which posts are one post: the same label and the same thing it is a post of.

The attorney general of the United States is not that of New York. Posts of a party, and posts of
nothing in particular (``the attorney general``), are one if they share a holder, and so on: an
article that names Sessions and Yates joins one that names Sessions and one that names Yates. The
latter are taken for a post of that label that a holder is said to hold elsewhere, if there is just
one. Whether a holder is acting or former does not matter.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from kg.names import name_key
from kg.resolve.comparing import COMMON_POSTS
from kg.resolve.grouping import Group, Unions, in_articles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.model import ArticleEntity

# A normalised label and the entity that it is a post of.
Post: TypeAlias = tuple[str, str]
_QUALIFIED = re.compile(r"(?:former|acting|interim|then|incoming|outgoing|current|late|ex) ")
_SAME_LABEL = {
    "ceo": "chief executive", "chief executive officer": "chief executive",
    "cfo": "chief financial officer", "coo": "chief operating officer",
    "vp": "vice president", "congressman": "representative", "congresswoman": "representative",
    "ag": "attorney general", "pm": "prime minister",
}  # fmt: skip
_SPELT = {"advisor": "adviser", "defence": "defense"}
# Nouns of posts that many countries, states or bodies have, so that holders of several such
# posts are named together: two presidents, two senators, two chief executives.
_OF_MANY = COMMON_POSTS | frozenset(
    {
        "admiral", "ambassador", "archbishop", "bishop", "boss", "captain", "chair", "chairperson",
        "chancellor", "chief", "colonel", "commander", "commissioner", "congressman",
        "congresswoman", "consul", "councilman", "councilwoman", "deputy", "emir", "envoy",
        "governor", "justice", "king", "lieutenant", "major", "mayor", "minister", "premier",
        "president", "prince", "princess", "prosecutor", "queen", "secretary", "senator",
        "sergeant", "sheriff", "sultan", "superintendent", "treasurer",
    }
)  # fmt: skip
# … but these are spoken of one government at a time.
_OF_ONE = re.compile(r"(?:.+ )?(?:security adviser|press secretary|secretary of .+)")
_PEOPLE = "group/"  # how the ids of peoples and parties begin
_RANK = re.compile(r"(?:(?:brigadier|lieutenant|major|rear|vice) )?(?:general|admiral)")


def label_key(label: str) -> str:
    """Return the normalised label of a post.

    >>> label_key("former Chief Executive Officer")
    'chief executive'
    """
    key = name_key(label)
    while _QUALIFIED.match(key):
        key = _QUALIFIED.sub("", key, count=1)
    key = " ".join(_SPELT.get(word, word) for word in key.split())
    return _SAME_LABEL.get(key, key)


def is_of_many(label: str) -> bool:
    """Tell whether holders of two posts of a label are often named together.

    >>> is_of_many("prime minister"), is_of_many("attorney general")
    (True, False)
    """
    if _OF_ONE.fullmatch(label):
        return False
    head = label.partition(" of ")[0].rpartition(" ")[2]
    return head in _OF_MANY or _RANK.fullmatch(label) is not None


def group_posts(members: Sequence[ArticleEntity], links: Mapping[str, str]) -> list[Group]:
    """Return the posts among the members; ``links`` gives the entity of every other member."""
    placed: dict[Post, list[ArticleEntity]] = {}
    loose: dict[str, list[ArticleEntity]] = {}
    for member in members:
        of = links.get(member.of) if member.of else None
        if of:
            placed.setdefault((label_key(member.name), of), []).append(member)
        else:
            loose.setdefault(label_key(member.name), []).append(member)
    holders = {m.id: frozenset(links[h] for h in m.holders if h in links) for m in members}
    held = _held(placed, holders)
    groups: list[Group] = []
    taken: dict[Post, list[ArticleEntity]] = {}
    for label, same in sorted(loose.items()):
        for component in _components(same, holders):
            left: list[ArticleEntity] = []
            for member, post in _placed(label, component, holders, held):
                (taken.setdefault(post, []) if post else left).append(member)
            groups += [_group(left, None, 0)] if left else []
    for post, same in sorted(placed.items()):
        joined = taken.get(post, [])
        if not post[1].startswith(_PEOPLE):
            groups.append(_group([*same, *joined], post[1], len(joined)))
            continue
        # A party has a leader in each chamber: of people, only holders tell which post is meant.
        for component in _components([*same, *joined], holders):
            known = sorted({person for m in component for person in holders[m.id]})
            loose_here = sum(m in joined for m in component)
            groups.append(_group(component, post[1], loose_here, tuple(known)))
    return groups


def _held(
    placed: Mapping[Post, list[ArticleEntity]], holders: Mapping[str, frozenset[str]]
) -> dict[Post, frozenset[Post]]:
    """Return by label and person the posts of something that the person holds."""
    held: dict[Post, set[Post]] = {}
    for post, members in placed.items():
        for person in frozenset[str]().union(*(holders[m.id] for m in members)):
            held.setdefault((post[0], person), set()).add(post)
    return {key: frozenset(posts) for key, posts in held.items()}


def _components(
    members: list[ArticleEntity], holders: Mapping[str, frozenset[str]]
) -> list[list[ArticleEntity]]:
    """Return the members of one label in sets that holders link, also by way of others."""
    by_id = {m.id: m for m in members}
    unions = Unions(sorted(by_id))
    first: dict[str, str] = {}
    for id_ in sorted(by_id):
        for person in sorted(holders[id_]):
            unions.join(first.setdefault(person, id_), id_)
    return [[by_id[id_] for id_ in sorted(ids)] for ids in unions.sets()]


def _placed(
    label: str,
    component: list[ArticleEntity],
    holders: Mapping[str, frozenset[str]],
    held: Mapping[Post, frozenset[Post]],
) -> Iterator[tuple[ArticleEntity, Post | None]]:
    """Yield each member with the post of something that it is, or None.

    Who followed one another in a post joins it with them. Presidents and spokesmen who are named
    together may be of two countries or companies, so each of them must be known to hold the post.
    """
    many = is_of_many(label)
    whole = _fitting(label, component, holders, held)
    for member in component:
        own = _fitting(label, [member], holders, held)
        if len(whole) == 1 and not many:
            own = whole
        post = min(own) if len(own) == 1 else None
        if many and any(post not in held.get((label, p), ()) for p in holders[member.id]):
            post = None
        yield member, post


def _fitting(
    label: str,
    members: Sequence[ArticleEntity],
    holders: Mapping[str, frozenset[str]],
    held: Mapping[Post, frozenset[Post]],
) -> frozenset[Post]:
    """Return the posts of something that a holder of the members holds."""
    people = frozenset[str]().union(*(holders[m.id] for m in members))
    return frozenset(post for person in people for post in held.get((label, person), ()))


def _group(
    members: list[ArticleEntity], of: str | None, loose: int, known: tuple[str, ...] = ()
) -> Group:
    """Return a post; ``known`` are the holders that tell it from others of its name."""
    articles = len({m.article for m in members})
    reasons = [f"same post in {in_articles(articles)}"] if articles > 1 else []
    if loose:
        reasons.append("loose mentions of the label with the same holder")
    return Group(
        type="Post",
        members=tuple(sorted(members, key=lambda m: m.id)),
        reasons=tuple(reasons),
        of=of,
        marks=known or ((of,) if of else ()),
    )
