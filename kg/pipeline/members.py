"""What the articles of a store tell of things, read article by article as somebody asks for it.

    members = StoredMembers(store, view)
    members.in_article("article/1f3a9c02")    # reads one article
    members.of(entity)                        # reads the articles that name it

Types are those of the last build, in which articles outvote one another. A name without an article
may stand in any: only then, and for a review of everything, is everything read.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from kg.resolve import AllMembers, is_phrase, promoted, shared_members

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.model import ArticleEntity, Entity
    from kg.store import Store, StoredView

# Reasons that join names of several types.
_JOINED = ("judged", "an article calls it both")
_CACHED = 4096  # articles whose members are kept


class StoredMembers:
    """The members that articles can share, of a store's last build; a `kg.resolve.Members`."""

    def __init__(self, store: Store, view: StoredView) -> None:
        """Take where to read."""
        self._store = store
        self._view = view
        self.in_article = lru_cache(_CACHED)(self._in_article)

    def named(self, name: str) -> Sequence[ArticleEntity]:
        """Return the members of a name, wherever it stands."""
        return self._by_name.named(name)

    def of(self, entity: Entity, most: int | None = None) -> Iterator[ArticleEntity]:
        """Yield the members of an entity, by article; those of ``most`` articles at most."""
        ours = frozenset(entity.members)
        for article in islice(self._view.articles_naming(entity.id), most):
            yield from (m for m in self.in_article(article) if m.id in ours)

    @cached_property
    def everything(self) -> Mapping[str, ArticleEntity]:
        """All members by id."""
        return {
            m.id: m for m in shared_members(self._store.article_entities(), self._store.articles())
        }

    @cached_property
    def _by_name(self) -> AllMembers:
        return AllMembers(self.everything.values())

    def _in_article(self, article: str) -> tuple[ArticleEntity, ...]:
        found = self._store.article_entities_in(article)
        small = self._view.linked(m.id for m in found if is_phrase(m))
        names = {id_ for id_, (_, type_) in small.items() if type_ != "Phrase"}
        every = (promoted(m) if m.id in names else m for m in found)
        shared = {m.id: m for m in every if not (m.local or m.anonymous)}
        known = self._view.linked(shared)
        return tuple(self._typed(m, *known.get(m.id, ("", m.type))) for m in shared.values())

    def _typed(self, member: ArticleEntity, id_: str, type_: str) -> ArticleEntity:
        """Return a member with the type that the articles agreed on."""
        if type_ == member.type:
            return member
        entity = self._view.entity(id_)
        if entity and any(reason.startswith(_JOINED) for reason in entity.reasons):
            # The type is that of most of what was judged the same, not of this name.
            return self.everything.get(member.id, member)
        return replace(member, type=type_)
