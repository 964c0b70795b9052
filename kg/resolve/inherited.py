"""What a post is of where its own article does not say.

    "The attorney general, …  The deputy attorney general, …"     of what the attorney general's is
    "the director of Orla Bank … Ida Lund, Brandt's deputy, became acting director"    of Orla Bank
    "Palace Shaken by Resignation … its spokesman … Odo Brandt, the chief of staff"  of the Palace

Three rules, each of which asks for exactly one answer: a deputy's post is of what the post is that
it is deputy to, in the same article; a deputy who comes to hold the post of the one deputised for
holds that one; and where all posts of organisations in an article are of one that its headline
names, another post is of it too if some article tells that it has such a post, and none that any
other organisation of the article has posts at all: what an article is about, it does not say at
every post.
Posts that every body has (*president*, *director*, *spokesman*) say too little for the last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from kg.model import Article, ArticleEntity

# A normalised label and the entity that it is a post of.
Post: TypeAlias = tuple[str, str]
_DEPUTY_TO = re.compile(r"(?:(?:first|principal|associate) )?(?:deputy|vice) (.+)")
_A_DEPUTY = re.compile(r"(?:(?:top|chief|first|longtime) )?deputy")
_ORGANIZATION = "organization/"
_PERSON = "person/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What is known of the posts of one article, and of those that all articles tell of.

    ``settled`` gives the post of every member that is one of something, ``holders`` who holds each
    member, ``held`` by label and person the posts that the person holds, ``named`` the
    organisations that each article names, ``headed`` those in its headline, ``bodies`` all that
    have posts, ``many`` tells whether a label is one of many bodies.
    """

    labels: Mapping[str, str]
    settled: Mapping[str, Post]
    holders: Mapping[str, frozenset[str]]
    held: Mapping[Post, frozenset[Post]]
    named: Mapping[str, frozenset[str]]
    headed: Mapping[str, frozenset[str]]
    bodies: frozenset[str]
    many: Callable[[str], bool]


def in_headlines(
    members: Iterable[ArticleEntity], articles: Mapping[str, Article]
) -> frozenset[str]:
    """Return the organisations that the headlines of their articles name."""
    return frozenset(
        member.id
        for member in members
        if member.type == "Organization"
        and (article := articles.get(member.article))
        and any(_stands_in(article.title or "", form) for form in {member.name, *member.forms})
    )


def _stands_in(title: str, form: str) -> bool:
    return form in title and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", title) is not None


def inherited(members: Sequence[ArticleEntity], beside: Beside) -> dict[str, tuple[Post, str]]:
    """Return for posts of nothing the post of something that each is, and why."""
    in_article: dict[str, list[ArticleEntity]] = {}
    for member in members:
        in_article.setdefault(member.article, []).append(member)
    known = frozenset(beside.settled.values())
    found: dict[str, tuple[Post, str]] = {}
    for _, same in sorted(in_article.items()):
        for member in same:
            post = None if member.id in beside.settled else _post(member, same, beside, known)
            if post:
                found[member.id] = post
    return found


def _post(
    member: ArticleEntity, same: Sequence[ArticleEntity], beside: Beside, known: frozenset[Post]
) -> tuple[Post, str] | None:
    if of := _of_principal(member, same, beside):
        return (beside.labels[member.id], of), "of what the post is that it is deputy to"
    if post := _of_deputised(member, same, beside):
        return post, "held by the deputy of its holder"
    if of := _of_only_body(member, same, beside, known):
        return (beside.labels[member.id], of), "its article is about posts of one organisation"
    return None


def _of_principal(
    member: ArticleEntity, same: Sequence[ArticleEntity], beside: Beside
) -> str | None:
    """Return what the post is of that a member is deputy to."""
    deputy = _DEPUTY_TO.fullmatch(beside.labels[member.id])
    if deputy is None or beside.many(deputy[1]):
        return None
    principals = [beside.settled.get(m.id) for m in same if beside.labels[m.id] == deputy[1]]
    (post, *others) = set(principals) or {None}
    return None if others or post is None else post[1]


def _of_deputised(
    member: ArticleEntity, same: Sequence[ArticleEntity], beside: Beside
) -> Post | None:
    """Return the post of somebody whose deputy holds a post of that label."""
    label = beside.labels[member.id]
    deputised = {
        post[1]
        for m in same
        if (post := beside.settled.get(m.id))
        and _A_DEPUTY.fullmatch(post[0])
        and post[1].startswith(_PERSON)
        and beside.holders[m.id] & beside.holders[member.id]
    }
    posts = {post for person in deputised for post in beside.held.get((label, person), ())}
    whole = len(beside.holders[member.id]) == 1 and len(posts) == 1
    return min(posts) if whole else None


def _of_only_body(
    member: ArticleEntity, same: Sequence[ArticleEntity], beside: Beside, known: frozenset[Post]
) -> str | None:
    """Return the one organisation whose posts an article is about, if it has this post."""
    label = beside.labels[member.id]
    elsewhere = any(beside.held.get((label, p)) for p in beside.holders[member.id])
    if elsewhere or (beside.many(label) and " of " not in label):
        return None
    bodies = {p[1] for m in same if (p := beside.settled.get(m.id)) and _is_body(p[1])}
    if len(bodies) != 1 or not bodies <= beside.headed.get(member.article, frozenset()):
        return None
    body = min(bodies)
    rivals = beside.named.get(member.article, frozenset()) & beside.bodies - bodies
    return body if (label, body) in known and not rivals else None


def _is_body(id_: str) -> bool:
    return id_.startswith(_ORGANIZATION)
