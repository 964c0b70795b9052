"""What readers see: the last complete build, in the contract's order, unmoved by a running one.

A view is a read transaction of its own: a build that publishes meanwhile does not change what an
open view yields. Rows are streamed; nothing is held but the article at hand.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Self, TypeVar

from kg.model import Article, Attribution, Claim, Entity, Issue, Mention, Statement
from kg.store.rows import ARTICLE_COLUMNS, fold, load, row_article, unpack
from kg.store.schema import open_reader, reported

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

T = TypeVar("T")

_VALUES = "SELECT value FROM json_each(?)"

_COLUMNS = ", ".join(f"version.{name}" for name in ARTICLE_COLUMNS.split(", "))
_LIVE = (
    f"SELECT {_COLUMNS} FROM live "  # noqa: S608 - constants of this package
    "JOIN version ON version.id = live.article AND version.sha256 = live.sha256"
)


class StoredView:
    """The read side of a store; a `kg.view.View`, and the look-ups that a person asks for."""

    def __init__(self, path: Path) -> None:
        """Open the store at ``path`` and hold its present state."""
        self._path = path
        self._connection = open_reader(path)
        with reported(path):
            self._connection.execute("BEGIN")
            # The snapshot is taken by the first read, not by BEGIN.
            self._connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()

    def close(self) -> None:
        """Let the state go; a closed view yields nothing more."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def articles(self) -> Iterator[Article]:
        """Yield articles by id."""
        with reported(self._path):
            for row in self._connection.execute(f"{_LIVE} ORDER BY live.article"):
                yield row_article(row)

    def entities(self) -> Iterator[Entity]:
        """Yield merged and local entities by id."""
        yield from self._loaded(Entity, "SELECT payload FROM entity ORDER BY id")

    def mentions(self) -> Iterator[Mention]:
        """Yield mentions by article, field, offsets."""
        yield from self._unpacked(Mention, "SELECT mentions FROM resolved ORDER BY article")

    def mentions_in(self, article: str) -> Iterator[Mention]:
        """Yield the mentions of one article by field and offsets."""
        query = "SELECT mentions FROM resolved WHERE article = ?"
        yield from self._unpacked(Mention, query, (article,))

    def claims(self) -> Iterator[Claim]:
        """Yield claims by article, quote offsets, id."""
        yield from self._unpacked(Claim, "SELECT claims FROM resolved ORDER BY article")

    def claims_in(self, article: str) -> Iterator[Claim]:
        """Yield the claims of one article by quote offsets and id."""
        query = "SELECT claims FROM resolved WHERE article = ?"
        yield from self._unpacked(Claim, query, (article,))

    def attributions(self) -> Iterator[Attribution]:
        """Yield attributions by article and cue offset."""
        yield from self._unpacked(Attribution, "SELECT attributions FROM resolved ORDER BY article")

    def statements(self) -> Iterator[Statement]:
        """Yield statements by id."""
        yield from self._loaded(Statement, "SELECT payload FROM statement ORDER BY id")

    def issues(self) -> Iterator[Issue]:
        """Yield issues by article, stage, code."""
        query = "SELECT article, stage, code, message FROM issue ORDER BY 1, 2, 3, 4"
        with reported(self._path):
            for article, stage, code, message in self._connection.execute(query):
                yield Issue(article=article, stage=stage, code=code, message=message)

    def article(self, article: str) -> Article | None:
        """Return the live article with this id, if there is one."""
        with reported(self._path):
            query = f"{_LIVE} WHERE live.article = ?"
            row = self._connection.execute(query, (article,)).fetchone()
        return row_article(row) if row else None

    def entities_named(self, name: str) -> tuple[Entity, ...]:
        """Return the merged entities called ``name``, else those with a name that starts so.

        Case, accents and the words before do not matter: ``elysee`` finds ``Palais de l'Élysée``,
        ``sessions`` finds ``Jeff Sessions``. The most mentioned come first.
        """
        folded = fold(name)
        same = "SELECT entity FROM entity_name WHERE folded = ?"
        starts = "SELECT entity FROM entity_name WHERE folded >= ? AND folded < ?"
        found = self._entities(same, (folded,))
        return found or self._entities(starts, (folded, folded + "\U0010ffff"))

    def entity(self, entity: str) -> Entity | None:
        """Return the entity with this id, if there is one."""
        query = "SELECT payload FROM entity WHERE id = ?"
        return next(self._loaded(Entity, query, (entity,)), None)

    def identified(self, entity: str) -> tuple[Entity, ...]:
        """Return what an id means: of one that an earlier build gave, where its mentions are now.

        Several where it was parted; the most mentioned come first. Else what it is a former id of,
        which builds of other stores may have given.
        """
        now = self.entity(entity)
        if now:
            return (now,)
        former = "SELECT entity FROM entity_name WHERE folded = ?"
        return self._succeeding(entity) or self._entities(former, (f"<{entity}>",))

    def _succeeding(self, entity: str) -> tuple[Entity, ...]:
        query = "SELECT payload FROM retired WHERE id = ?"
        known = next(self._loaded(Entity, query, (entity,)), None)
        if known is None:
            return ()
        return self._entities(
            f"SELECT entity FROM link WHERE member IN ({_VALUES})",  # noqa: S608 - a constant
            (json.dumps(known.members),),
        )

    def _entities(self, ids: str, values: tuple[str, ...]) -> tuple[Entity, ...]:
        query = f"SELECT payload FROM entity WHERE id IN ({ids})"  # noqa: S608 - constants above
        found = self._loaded(Entity, query, values)
        return tuple(sorted(found, key=lambda entity: (-entity.mentions, entity.id)))

    def claims_about(self, entity: str) -> Iterator[Claim]:
        """Yield the claims in which the entity takes part, as subject, object, detail or source."""
        query = (
            "SELECT claims FROM resolved JOIN appearance USING (article) "
            "WHERE appearance.entity = ? ORDER BY article"
        )
        for claim in self._unpacked(Claim, query, (entity,)):
            if entity in participants(claim):
                yield claim

    def articles_naming(self, entity: str) -> tuple[str, ...]:
        """Return the ids of the articles that name an entity which articles share."""
        query = "SELECT article FROM mentioned WHERE entity = ? ORDER BY article"
        with reported(self._path):
            return tuple(row[0] for row in self._connection.execute(query, (entity,)))

    def linked(self, members: Iterable[str]) -> dict[str, tuple[str, str]]:
        """Return id and type of the entities that mention chains are of, by the id of the chain."""
        query = (
            "SELECT member, entity.id, entity.type FROM link JOIN entity ON entity.id = link.entity "  # noqa: S608 - a constant
            f"WHERE member IN ({_VALUES})"
        )
        with reported(self._path):
            rows = self._connection.execute(query, (json.dumps([*members]),))
            return {member: (entity, type_) for member, entity, type_ in rows}

    def check(self) -> tuple[str, ...]:
        """Return what SQLite finds wrong with the file; nothing when it is whole."""
        with reported(self._path):
            rows = self._connection.execute("PRAGMA quick_check(10)").fetchall()
        return tuple(row[0] for row in rows if row[0] != "ok")

    def _loaded(self, type_: type[T], query: str, values: tuple[str, ...] = ()) -> Iterator[T]:
        with reported(self._path):
            for (payload,) in self._connection.execute(query, values):
                yield load(type_, payload)

    def _unpacked(self, type_: type[T], query: str, values: tuple[str, ...] = ()) -> Iterator[T]:
        with reported(self._path):
            for (packed,) in self._connection.execute(query, values):
                yield from unpack(type_, packed)


def participants(claim: Claim) -> frozenset[str]:
    """Return the ids of all things that take part in a claim."""
    object_id = getattr(claim.object, "id", None)
    ids = [claim.subject.id, object_id, claim.event, *(q.id for q in claim.qualifiers)]
    ids += [source.id for source in claim.attribution]
    return frozenset(i for i in ids if i)
