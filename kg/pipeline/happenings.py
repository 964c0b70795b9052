"""What the articles of a store tell of happenings, read article by article as somebody asks for it.

    StoredHappenings(store, view).in_article("article/1f3a9c02")    # its claims and its event nouns

Claims are called by the names of the last build; nouns by their own words, also where the build
made them one with other tellings.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kg.resolve import told_by_claims, told_by_noun
from kg.resolve.canonical import local_entity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model import Entity
    from kg.resolve import Told
    from kg.store import Store, StoredView

_EVENT = "Event"
_CACHED = 512  # articles whose tellings are kept


class StoredHappenings:
    """The tellings of a store's last build."""

    def __init__(self, store: Store, view: StoredView) -> None:
        """Take where to read."""
        self._store = store
        self._view = view
        self._members: dict[str, str] = {}
        self.in_article = lru_cache(_CACHED)(self._in_article)

    def is_one(self, entity: Entity) -> bool:
        """Tell whether an entity happens: an event of several tellings, or a noun of one."""
        return entity.type == _EVENT and (entity.local or bool(entity.claims))

    def tellings_of(self, entity: Entity) -> dict[str, list[Told]]:
        """Return the tellings of an event, by article."""
        found: dict[str, list[Told]] = {}
        for article in sorted({claim.article for claim in self._view.claims_about(entity.id)}):
            told = [t for t in self.in_article(article) if self._is_of(t, entity)]
            if told:
                found[article] = told
        return found

    def members_of(self, tellings: Iterable[str]) -> frozenset[str]:
        """Return the ids of the mentions of nouns among some tellings that were read."""
        return frozenset(self._members[t] for t in tellings if t in self._members)

    def _is_of(self, told: Told, entity: Entity) -> bool:
        return told.id in entity.claims or self._members.get(told.id) in entity.members

    def _in_article(self, article: str) -> tuple[Told, ...]:
        told = [*told_by_claims(self._view.claims_in(article), self._view.entity)]
        for member in self._store.article_entities_in(article):
            if member.local and member.type == _EVENT:
                noun = local_entity(member).id
                self._members[noun] = member.id
                told.append(told_by_noun(noun, member.name))
        return tuple(told)
