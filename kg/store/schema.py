"""Opens a store's file: is it ours, is it whole, is it of this version, and what if not.

A store says what it is in two numbers of its header: the application id, and the number of the last
migration. An older store is copied beside itself and migrated in one transaction; a newer one, a
foreign file and a damaged one are refused and left as they are.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from kg.errors import CorruptStore, InputError, SchemaTooNew, StoreError, StoreLocked
from kg.store.migrations import MIGRATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

APPLICATION_ID = 0x6E736B67  # "nskg"
_BUSY_S = 10.0
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)


@contextmanager
def reported(path: Path) -> Iterator[None]:
    """Turn what SQLite and unreadable rows raise into errors that say what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise _explained(error, path) from error
    except (InputError, zlib.error, json.JSONDecodeError, UnicodeDecodeError) as error:
        raise CorruptStore(
            f"{path} holds a row that cannot be read ({error}); "
            "move the file away and build again from the articles."
        ) from error


def _explained(error: sqlite3.Error, path: Path) -> StoreError:
    # The low byte is the kind of error, the rest its detail.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in _BUSY:
        return StoreLocked(f"{path} is in use by another program ({error}); try again later.")
    if code in _DAMAGED:
        return CorruptStore(
            f"{path} is no newskg store, or a damaged one ({error}); "
            "move it away and build again, or name another file with --store."
        )
    return StoreError(
        f"{path} could not be read or written ({error}); check that the disk has room and that "
        "you may write there, then run the same command again: it goes on where it stopped."
    )


def open_writer(path: Path, migrations: Sequence[Sequence[str]] = MIGRATIONS) -> sqlite3.Connection:
    """Open or create the store at ``path`` for writing, at the schema of ``migrations``."""
    with reported(path):
        connection = sqlite3.connect(path, timeout=_BUSY_S, isolation_level=None)
        try:
            _migrate(connection, path, migrations)
            connection.execute("PRAGMA journal_mode = WAL")
            # Full, not normal: a build has few commits, and each should outlive a power cut.
            connection.execute("PRAGMA synchronous = FULL")
        except BaseException:
            connection.close()
            raise
    return connection


def open_reader(path: Path) -> sqlite3.Connection:
    """Open the store at ``path`` read-only; raises `StoreError` where there is none."""
    if not path.is_file():
        raise StoreError(
            f"There is no store at {path}; make one with: kg build ARTICLES -o {path.parent}"
        )
    with reported(path):
        uri = f"{path.absolute().as_uri()}?mode=ro"
        connection = sqlite3.connect(uri, uri=True, timeout=_BUSY_S, isolation_level=None)
        try:
            _check_current(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _check_current(connection: sqlite3.Connection, path: Path) -> None:
    if _version(connection, path, len(MIGRATIONS)) < len(MIGRATIONS):
        raise StoreError(
            f"{path} was made by an earlier version; run kg build with it once to renew it."
        )


def _version(connection: sqlite3.Connection, path: Path, newest: int) -> int:
    """Return the store's schema version, 0 for an empty file."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if application == 0 and version == 0 and tables == 0:
        return 0
    if application != APPLICATION_ID:
        raise CorruptStore(
            f"{path} is a database of another program; name another file with --store."
        )
    if version > newest:
        raise SchemaTooNew(
            f"{path} was written by a later version of newskg (schema {version}, this one knows "
            f"{newest}); install that version, or name another file with --store."
        )
    return int(version)


def _migrate(
    connection: sqlite3.Connection, path: Path, migrations: Sequence[Sequence[str]]
) -> None:
    version = _version(connection, path, len(migrations))
    if version == len(migrations):
        return
    if version:
        _back_up(connection, path.with_name(f"{path.name}.v{version}"))
    with transaction(connection):
        for statements in migrations[version:]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(migrations)}")


def _back_up(connection: sqlite3.Connection, copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as target:
        connection.backup(target)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Commit what the block writes, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # A failed write may have ended the transaction already.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
