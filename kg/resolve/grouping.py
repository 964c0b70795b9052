"""What goes between the rules for one type and the making of entities: a set of members and why.

    Group(type="Person", members=(…, …), reasons=("same full name in 2 articles",))

Also the union of keys that every type needs. No rule about names lives here.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from kg.model import ArticleEntity

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Members taken for one thing. ``name`` overrules the name that their forms would give.

    ``marks`` tells the group from namesakes, best mark first.
    """

    type: str
    members: tuple[ArticleEntity, ...]
    reasons: tuple[str, ...] = ()
    name: str | None = None
    of: str | None = None
    same_as: tuple[str, ...] = ()
    close_match: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()


class Unions(Generic[Key]):
    """Sets of keys that grow together; the outcome does not depend on the order of joins."""

    def __init__(self, keys: Iterable[Key]) -> None:
        """Start with each key alone."""
        self._parent = {key: key for key in keys}

    def root(self, key: Key) -> Key:
        """Return the key that stands for the set of ``key``."""
        path = []
        while self._parent[key] != key:
            path.append(key)
            key = self._parent[key]
        for passed in path:
            self._parent[passed] = key
        return key

    def join(self, left: Key, right: Key) -> None:
        """Make one set of the sets of two keys."""
        self._parent[self.root(left)] = self.root(right)

    def sets(self) -> list[list[Key]]:
        """Return the sets in the order in which their first keys were given."""
        found: dict[Key, list[Key]] = {}
        for key in self._parent:
            found.setdefault(self.root(key), []).append(key)
        return list(found.values())


def in_articles(count: int) -> str:
    """Return ``1 article`` or ``3 articles``."""
    return f"{count} article{'' if count == 1 else 's'}"
