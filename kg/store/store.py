"""The write side: take articles in, keep what each yields, publish a build.

    with Store.open(path, write=True) as store:
        store.add(articles)                       # every version, once
        for id in store.pending(stage): …         # what this stage has not seen
        store.save(stage, results)
        with store.publishing() as publication: … # readers see all of it or nothing

Which version of an article counts follows from the versions alone, never from the order in which
they came (see the first migration): so any order and any split of the input gives one store.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Self

from kg.errors import StoreError
from kg.model import Article, ArticleEntity, Attribution, Claim, Extraction, Issue, Mention
from kg.store.lock import WriterLock
from kg.store.publication import Publication
from kg.store.rows import ARTICLE_COLUMNS, article_row, dump, load, pack, row_article, unpack
from kg.store.schema import open_reader, open_writer, reported, transaction
from kg.store.view import StoredView

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_CURRENT = (
    f"SELECT {ARTICLE_COLUMNS} FROM version "  # noqa: S608 - constants of this package
    "WHERE id = ? AND sha256 = ?"
)
_ADD = (
    f"INSERT OR IGNORE INTO version ({ARTICLE_COLUMNS}, text_sha256) "  # noqa: S608 - constants
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_PENDING = """
SELECT current.id FROM current
LEFT JOIN extraction ON extraction.article = current.id AND extraction.sha256 = current.sha256
  AND extraction.stage = ? AND extraction.complete
WHERE extraction.article IS NULL ORDER BY current.id
"""
_EXTRACTED = """
SELECT extraction.article, entities, mentions, claims, attributions, issues FROM current
JOIN extraction ON extraction.article = current.id AND extraction.sha256 = current.sha256
ORDER BY current.id
"""
_EXTRACTED_OF = """
SELECT entities FROM extraction
JOIN live ON live.article = extraction.article AND live.sha256 = extraction.sha256
WHERE extraction.article = ?
"""
_COPIES = "SELECT id, kept_id FROM ranked WHERE place > 1 ORDER BY id"
_CACHED_ARTICLES = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What one version of an article yields.

    ``complete`` is False when the attempt was cut short (a killed worker, a deadline): the next
    build tries again.
    """

    article: Article
    extraction: Extraction
    complete: bool = True


class Store:
    """Both sides of a store; made by `Store.open`."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection, lock: WriterLock | None = None
    ) -> None:
        self.path = path
        self._connection = connection
        self._lock = lock

    @classmethod
    def open(cls, path: Path, *, write: bool) -> Store:
        """Open the store at ``path``; for writing it is created where there is none.

        Raises `StoreLocked` where another process writes, `SchemaTooNew` for a store of a later
        version, `CorruptStore` for a foreign or damaged file.
        """
        if not write:
            return cls(path, open_reader(path))
        lock = WriterLock(path)
        try:
            return cls(path, open_writer(path), lock)
        except BaseException:
            lock.release()
            raise

    def close(self) -> None:
        """Close the file and give the lock back."""
        with reported(self.path):
            self._connection.close()
        if self._lock:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def view(self) -> StoredView:
        """Return the last complete build, as it is now."""
        return StoredView(self.path)

    def add(self, articles: Iterable[Article]) -> int:
        """Take in versions of articles, all or none; return how many were new."""
        with self._writing():
            before = self._connection.total_changes
            self._connection.executemany(_ADD, map(article_row, articles))
            return self._connection.total_changes - before

    def reject(self, origin: str, issues: Iterable[Issue]) -> None:
        """Remember what was refused of ``origin``, in place of what it was refused before."""
        new = sorted({(i.article, i.stage, i.code, i.message) for i in issues})
        query = "SELECT article, stage, code, message FROM rejected WHERE origin = ?"
        with self._writing():
            if new != sorted(self._connection.execute(query, (origin,))):
                self._connection.execute("DELETE FROM rejected WHERE origin = ?", (origin,))
                self._connection.executemany(
                    "INSERT INTO rejected VALUES (?, ?, ?, ?, ?)", [(origin, *row) for row in new]
                )

    def pending(self, stage: str) -> tuple[str, ...]:
        """Return the ids of current articles of which ``stage`` has no complete result."""
        with reported(self.path):
            return tuple(row[0] for row in self._connection.execute(_PENDING, (stage,)))

    def articles(self) -> Mapping[str, Article]:
        """Return the current articles by id, read as they are asked for."""
        return _CurrentArticles(self.path, self._connection)

    def kept(self) -> Mapping[str, str]:
        """Return for each article that has the text of another the one that stands for both."""
        with reported(self.path):
            return dict(self._connection.execute(_COPIES))

    def save(self, stage: str, results: Iterable[Result]) -> None:
        """Keep what ``stage`` makes of articles, all or none of ``results``."""
        rows = [_extraction_row(stage, result) for result in results]
        with self._writing():
            self._connection.executemany(
                "INSERT OR REPLACE INTO extraction VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows
            )

    def article_entities(self) -> Iterator[ArticleEntity]:
        """Yield what the current articles tell of, by article."""
        for row in self._extracted():
            yield from unpack(ArticleEntity, row[1])

    def claims(self) -> Iterator[tuple[str, tuple[Claim, ...]]]:
        """Yield the current articles by id, each with its claims."""
        for row in self._extracted():
            yield row[0], unpack(Claim, row[3])

    def article_entities_in(self, article: str) -> tuple[ArticleEntity, ...]:
        """Return what one current article tells of."""
        with reported(self.path):
            row = self._connection.execute(_EXTRACTED_OF, (article,)).fetchone()
        return unpack(ArticleEntity, row[0]) if row else ()

    def extractions(self) -> Iterator[Extraction]:
        """Yield what the current articles yield, by article."""
        for article, entities, mentions, claims, attributions, issues in self._extracted():
            yield Extraction(
                article=article,
                entities=unpack(ArticleEntity, entities),
                mentions=unpack(Mention, mentions),
                claims=unpack(Claim, claims),
                attributions=unpack(Attribution, attributions),
                issues=load(Extraction, issues).issues,
            )

    def _extracted(self) -> Iterator[tuple[str, bytes, bytes, bytes, bytes, str]]:
        with reported(self.path):
            yield from self._connection.execute(_EXTRACTED)

    @contextmanager
    def publishing(self) -> Iterator[Publication]:
        """Replace what readers see by what the block writes, when the block ends well."""
        with self._writing():
            publication = Publication(self._connection)
            yield publication
            publication.finish()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        if self._lock is None:
            raise StoreError(
                f"{self.path} was opened for reading; open it for writing to change it."
            )
        with reported(self.path), transaction(self._connection):
            yield


def _extraction_row(stage: str, result: Result) -> tuple[str | bytes | bool, ...]:
    extraction = result.extraction
    return (
        result.article.id,
        result.article.sha256,
        stage,
        result.complete,
        dump(Extraction(article=extraction.article, issues=extraction.issues)),
        pack(extraction.entities),
        pack(extraction.mentions),
        pack(extraction.claims),
        pack(extraction.attributions),
    )


class _CurrentArticles(Mapping[str, Article]):
    """The current articles by id; the last few are kept, as claims come article by article."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection
        with reported(path):
            # Which version is current is decided over all of them, so it is asked once.
            query = "SELECT id, sha256 FROM current ORDER BY id"
            self._versions: dict[str, str] = dict(connection.execute(query))
        self._find = lru_cache(_CACHED_ARTICLES)(self._read)

    def _read(self, article: str) -> Article:
        with reported(self._path):
            key = (article, self._versions[article])
            return row_article(self._connection.execute(_CURRENT, key).fetchone())

    def __getitem__(self, article: str) -> Article:
        return self._find(article)

    def __contains__(self, article: object) -> bool:
        return article in self._versions

    def __iter__(self) -> Iterator[str]:
        return iter(self._versions)

    def __len__(self) -> int:
        return len(self._versions)
