"""Which members a reference means: by name and article, never by the id of an entity.

    Finder(AllMembers(members)).find(Reference(name="Ann Lee", articles=("article/1",)))   →   {in/1-4}

Whoever has all members at hand looks them up there; whoever reads a store looks up the articles
that are asked for.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from kg import ids
from kg.errors import JudgementError
from kg.names import name_key, split, without_honorific
from kg.resolve.comparing import HARMLESS, relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.model import ArticleEntity, Judgement, Reference

# What the log writes after the words of what happens, where a thing has its type.
HAPPENING = "Happening"
# A side of a judgement that is a record of an authority, by its id.
_RECORD = re.compile(r"<\s*(\S+)\s*>")


class Members(Protocol):
    """The members that articles can share, looked up by article and by name."""

    def in_article(self, article: str) -> Sequence[ArticleEntity]:
        """Return the members of one article."""

    def named(self, name: str) -> Sequence[ArticleEntity]:
        """Return the members of a name, given as `bare` has it."""


class AllMembers:
    """Members that are all at hand."""

    def __init__(self, members: Iterable[ArticleEntity]) -> None:
        """Take the members; they are indexed when somebody asks, which most builds never do."""
        self._members = tuple(members)

    @cached_property
    def _in_article(self) -> dict[str, list[ArticleEntity]]:
        found: dict[str, list[ArticleEntity]] = {}
        for member in self._members:
            found.setdefault(member.article, []).append(member)
        return found

    @cached_property
    def _named(self) -> dict[str, list[ArticleEntity]]:
        found: dict[str, list[ArticleEntity]] = {}
        for member in self._members:
            for name in {name_key(member.name), bare(member.name)}:
                found.setdefault(name, []).append(member)
        return found

    def in_article(self, article: str) -> Sequence[ArticleEntity]:
        """Return the members of one article."""
        return self._in_article.get(article, [])

    def named(self, name: str) -> Sequence[ArticleEntity]:
        """Return the members of a name."""
        return self._named.get(name, [])


class Finder:
    """Finds the members that references mean."""

    def __init__(self, members: Members) -> None:
        """Take where to look."""
        self._members = members
        self._posts: set[str] = set()

    def find(self, reference: Reference) -> frozenset[str]:
        """Return the ids of the members that are meant, none if no article has the name.

        Raises `JudgementError` where the name fits things of two types.
        """
        if record := record_of(reference):
            return frozenset({f"<{record}>"})
        if not reference.articles:
            return self._one_type(reference, self._members.named(bare(reference.name)))
        found: set[str] = set()
        for article in reference.articles:
            members = self._members.in_article(article_of(article))
            found |= self._one_type(reference, _by_name(members, reference))
        return frozenset(found)

    def all_of(self, reference: Reference) -> frozenset[str]:
        """Return the ids of the members that may be meant, of whatever type."""
        try:
            return self.find(reference)
        except JudgementError:
            return frozenset()

    def posts(self, members: Iterable[str]) -> set[bool]:
        """Tell of members that were found whether they are posts: both answers where some are."""
        return {member in self._posts for member in members}

    def _one_type(self, reference: Reference, members: Sequence[ArticleEntity]) -> frozenset[str]:
        fitting = [m for m in members if reference.type in (None, m.type)]
        types = sorted({m.type for m in fitting})
        if len(types) > 1:
            raise JudgementError(
                f"{reference.name!r} is {' and '.join(types)} in one article; write which, like "
                f"'{reference.name} ({types[0]})'."
            )
        self._posts.update(m.id for m in fitting if m.type == "Post")
        return frozenset(m.id for m in fitting)


def record_of(reference: Reference) -> str | None:
    """Return the id of the record that is meant where a reference means one."""
    found = _RECORD.fullmatch(reference.name)
    return found[1] if found else None


def is_of_happenings(judgement: Judgement) -> bool:
    """Tell whether a judgement is about what happens and not about things."""
    return HAPPENING in {judgement.left.type, judgement.right.type}


def article_of(reference: str) -> str:
    """Return the id of an article that is given by its id or its URL."""
    return ids.article_id(reference, "") if "://" in reference else reference


def bare(name: str) -> str:
    """Return a name as `Members.named` is asked for it."""
    return name_key(without_honorific(name))


def _by_name(members: Sequence[ArticleEntity], reference: Reference) -> list[ArticleEntity]:
    """Return the members of one article that bear a name: as their own, else among others.

    Else people whose names differ by a middle name only: what is read as part of a name may change
    from one version of the rules to the next.
    """
    wanted = {name_key(reference.name), bare(reference.name)}
    fitting = [m for m in members if reference.type in (None, m.type)]
    own = [m for m in fitting if wanted & {name_key(m.name), bare(m.name)}]
    return (
        own or [m for m in fitting if wanted & set(_other_names(m))] or _alike(fitting, reference)
    )


def _alike(members: Sequence[ArticleEntity], reference: Reference) -> list[ArticleEntity]:
    name = split(reference.name)
    doubts = {m.id: relation(name, split(m.name)) for m in members if m.type == "Person"}
    found = [m for m in members if (d := doubts.get(m.id)) is not None and d <= HARMLESS]
    return found if name.given and len(found) == 1 else []


def _other_names(member: ArticleEntity) -> Iterator[str]:
    for name in (*member.forms, member.keyword_name or ""):
        yield from {name_key(name), bare(name)}
