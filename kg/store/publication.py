"""One complete build on its way to the readers: written in one transaction, only what changed.

Rows equal to those already there are not written, so a build with nothing new changes no byte of
the store; rows that this build no longer has are taken away at the end.
"""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING

from kg.model import Extraction, Issue
from kg.store.rows import dump, folded_names, load, pack
from kg.store.view import participants

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    from kg.model import Entity, Resolution, Statement

_ENTITY = """
INSERT INTO entity VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE
SET type = excluded.type, name = excluded.name, local = excluded.local, payload = excluded.payload
WHERE payload <> excluded.payload
"""
_LINK = """
INSERT INTO link VALUES (?, ?) ON CONFLICT (member) DO UPDATE SET entity = excluded.entity
WHERE entity <> excluded.entity
"""
_RESOLVED = """
INSERT INTO resolved VALUES (?, ?, ?, ?) ON CONFLICT (article) DO UPDATE
SET mentions = excluded.mentions, claims = excluded.claims, attributions = excluded.attributions
WHERE mentions <> excluded.mentions OR claims <> excluded.claims
  OR attributions <> excluded.attributions
"""
_STATEMENT = """
INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE
SET subject = excluded.subject, predicate = excluded.predicate, object = excluded.object,
  polarity = excluded.polarity, stance = excluded.stance, articles = excluded.articles,
  publishers = excluded.publishers, independent = excluded.independent, belief = excluded.belief,
  payload = excluded.payload
WHERE payload <> excluded.payload
"""
_NAMED_NO_MORE = """
DELETE FROM mentioned WHERE article = ? AND entity NOT IN (SELECT value FROM json_each(?))
"""
_NAMED_NOWHERE = "DELETE FROM mentioned WHERE article NOT IN (SELECT key FROM temp.seen_resolved)"
# Table, key, and what else to forget with it.
_SWEPT = (
    ("entity", "id", "entity_name", "entity"),
    ("resolved", "article", "appearance", "article"),
    ("statement", "id", None, None),
    ("link", "member", None, None),
)
# What an id meant last is kept when no build gives it any more, until one does again.
_RETIRE = """
INSERT OR REPLACE INTO retired
SELECT id, payload FROM entity WHERE NOT local AND id NOT IN (SELECT key FROM temp.seen_entity)
"""
_REVIVE = "DELETE FROM retired WHERE id IN (SELECT key FROM temp.seen_entity)"
_SUPERSEDED = """
SELECT version.id, version.published, substr(version.sha256, 1, 12) FROM version
JOIN newest ON newest.id = version.id AND newest.sha256 <> version.sha256
"""
_DUPLICATES = "SELECT id, url, coalesce(kept_url, kept_id) FROM ranked WHERE place > 1"
_BATCH = 1000
_EXTRACTION_ISSUES = """
SELECT extraction.issues FROM current
JOIN extraction ON extraction.article = current.id AND extraction.sha256 = current.sha256
"""


class Publication:
    """Takes a build; made by `kg.store.store.Store.publishing`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._doubts: tuple[Issue, ...] = ()
        self._links: Mapping[str, str] = {}
        self._local: set[str] = set()
        for table, *_ in _SWEPT:
            connection.execute(f"CREATE TEMP TABLE IF NOT EXISTS seen_{table} (key PRIMARY KEY)")
            connection.execute(f"DELETE FROM temp.seen_{table}")  # noqa: S608 - constants above
        connection.execute("DELETE FROM live WHERE (article, sha256) NOT IN current")
        connection.execute("INSERT OR IGNORE INTO live SELECT id, sha256 FROM current")

    def resolution(self, resolution: Resolution) -> None:
        """Take the entities and which mention chains they are made of."""
        self._doubts = resolution.issues
        self._links = resolution.links
        self._local = {e.id for e in resolution.entities if e.local or e.anonymous}
        for entity in resolution.entities:
            self._entity(entity)
        self._put_all("link", _LINK, iter(resolution.links.items()))

    def _entity(self, entity: Entity) -> None:
        row = (entity.id, entity.type, entity.name, entity.local, dump(entity))
        if self._put("entity", _ENTITY, row):
            names = [] if entity.local else sorted(set(folded_names(entity)))
            self._index("entity_name", "entity", entity.id, [(name, entity.id) for name in names])

    def extraction(self, extraction: Extraction) -> None:
        """Take what one article yields, with ids of entities."""
        article = extraction.article
        mentions = sorted(extraction.mentions, key=lambda m: (m.field, m.start, m.end, m.entity))
        claims = sorted(extraction.claims, key=lambda c: (c.evidence.start, c.evidence.end, c.id))
        attributions = sorted(
            extraction.attributions, key=lambda a: (a.cue.start, a.cue.end, repr(a))
        )
        row = (article, pack(mentions), pack(claims), pack(attributions))
        if self._put("resolved", _RESOLVED, row):
            speaks_of = sorted({i for claim in claims for i in participants(claim)})
            self._index("appearance", "article", article, [(i, article) for i in speaks_of])
        self._mentioned(extraction)

    def _mentioned(self, extraction: Extraction) -> None:
        """Note which things that articles can share one article names."""
        linked = {self._links[m.id] for m in extraction.entities if m.id in self._links}
        things = sorted(linked - self._local)
        rows = [(thing, extraction.article) for thing in things]
        self._connection.execute(_NAMED_NO_MORE, (extraction.article, json.dumps(things)))
        self._connection.executemany("INSERT OR IGNORE INTO mentioned VALUES (?, ?)", rows)

    def statements(self, statements: Iterable[Statement]) -> None:
        """Take the statements."""
        self._put_all("statement", _STATEMENT, map(_statement_row, statements))

    def finish(self) -> None:
        """Drop what this build no longer has, and renew the issues."""
        self._connection.execute(_RETIRE)
        self._connection.execute(_REVIVE)
        self._connection.execute(_NAMED_NOWHERE)
        for table, key, index, column in _SWEPT:
            gone = f"NOT IN (SELECT key FROM temp.seen_{table})"  # noqa: S608 - constants above
            self._connection.execute(f"DELETE FROM {table} WHERE {key} {gone}")  # noqa: S608
            if index:
                self._connection.execute(f"DELETE FROM {index} WHERE {column} {gone}")  # noqa: S608
        new = sorted({(i.article, i.stage, i.code, i.message) for i in self._issues()})
        if new != sorted(self._connection.execute("SELECT * FROM issue")):
            self._connection.execute("DELETE FROM issue")
            self._connection.executemany("INSERT INTO issue VALUES (?, ?, ?, ?)", new)

    def _put_all(self, table: str, query: str, rows: Iterator[tuple[object, ...]]) -> None:
        """Write rows of a table that nothing else is kept of, some at a time."""
        while batch := list(islice(rows, _BATCH)):
            self._connection.executemany(_seen(table), [(row[0],) for row in batch])
            self._connection.executemany(query, batch)

    def _put(self, table: str, query: str, row: tuple[object, ...]) -> bool:
        """Write a row and tell whether it was new or changed."""
        self._connection.execute(_seen(table), (row[0],))
        return self._connection.execute(query, row).rowcount > 0

    def _index(self, table: str, column: str, key: str, rows: list[tuple[str, str]]) -> None:
        self._connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (key,))  # noqa: S608
        self._connection.executemany(f"INSERT INTO {table} VALUES (?, ?)", rows)  # noqa: S608

    def _issues(self) -> Iterator[Issue]:
        execute = self._connection.execute
        for article, stage, code, message in execute(
            "SELECT article, stage, code, message FROM rejected"
        ):
            yield Issue(article=article, stage=stage, code=code, message=message)
        yield from self._doubts
        for (packed,) in execute(_EXTRACTION_ISSUES):
            yield from load(Extraction, packed).issues
        for article, published, version in execute(_SUPERSEDED):
            yield Issue(
                article=article,
                stage="store",
                code="superseded",
                message=f"The version of {published or 'unknown date'} ({version}) was replaced by "
                "a later one of the same URL; nothing needs to be done.",
            )
        for article, url, kept in execute(_DUPLICATES):
            yield Issue(
                article=article,
                stage="store",
                code="duplicate",
                message=f"{url or article} has the same text as {kept}, which is kept for both; "
                "nothing needs to be done.",
            )


def _seen(table: str) -> str:
    return f"INSERT OR IGNORE INTO temp.seen_{table} VALUES (?)"  # noqa: S608 - constants above


def _statement_row(stmt: Statement) -> tuple[object, ...]:
    object_ = getattr(stmt.object, "id", None) or getattr(stmt.object, "value", None)
    return (
        stmt.id,
        stmt.subject.id,
        stmt.predicate.id,
        object_,
        stmt.polarity,
        stmt.stance,
        stmt.articles,
        stmt.publishers,
        stmt.independent,
        stmt.belief,
        dump(stmt),
    )
