"""What the store does with files that are not as they should be."""

import os
import sqlite3
from contextlib import closing

import fakes
import pytest

from kg.errors import CorruptStore, SchemaTooNew, StoreError, StoreLocked
from kg.store import Store, WriterLock, schema
from kg.store.migrations import MIGRATIONS

ARTICLE = fakes.article("Ann sees Bob.", "https://a.example/1")


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "store.sqlite"
    with Store.open(path, write=True) as store:
        store.add([ARTICLE])
    return path


def change(path, statement):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


def test_no_store_says_how_to_make_one(tmp_path):
    with pytest.raises(StoreError, match="kg build"):
        Store.open(tmp_path / "store.sqlite", write=False)


def test_an_empty_file_becomes_a_store(tmp_path):
    path = tmp_path / "store.sqlite"
    path.touch()
    with Store.open(path, write=True) as store:
        assert store.add([ARTICLE]) == 1


def test_a_store_of_a_later_version_is_refused_and_left_alone(path):
    change(path, "PRAGMA user_version = 999")
    before = path.read_bytes()
    for write in (True, False):
        with pytest.raises(SchemaTooNew, match="999"):
            Store.open(path, write=write)
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "other.sqlite"
    change(path, "CREATE TABLE bookmarks (url TEXT)")
    before = path.read_bytes()
    for write in (True, False):
        with pytest.raises(CorruptStore, match="another program"):
            Store.open(path, write=write)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"Dear reader,\n" * 99, b"\x00" * 4096, b"SQLite format 3\0"])
def test_what_is_no_database_is_refused(tmp_path, content):
    path = tmp_path / "store.sqlite"
    path.write_bytes(content)
    with pytest.raises(CorruptStore):
        Store.open(path, write=True)
    assert path.read_bytes() == content


def test_a_damaged_page_is_reported_as_damage(path):
    content = bytearray(path.read_bytes())
    content[4096:8192] = b"\xa5" * 4096
    path.write_bytes(content)
    with Store.open(path, write=True) as store, pytest.raises(CorruptStore, match="build again"):
        store.add([fakes.article("Cid sees Dan.", "https://b.example")])


def test_a_row_that_cannot_be_read_is_reported_as_damage(path):
    change(path, "INSERT INTO entity VALUES ('x', 'Person', 'X', 0, '{\"id\": 3}')")
    with (
        Store.open(path, write=False) as store,
        store.view() as view,
        pytest.raises(CorruptStore, match="cannot be read"),
    ):
        list(view.entities())


def test_an_older_store_is_copied_and_migrated(path):
    added = (*MIGRATIONS, ("ALTER TABLE live ADD COLUMN note TEXT",))
    with closing(schema.open_writer(path, added)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (len(added),)
        assert connection.execute("SELECT note FROM live").fetchall() == []
    backup = path.with_name(f"{path.name}.v{len(MIGRATIONS)}")
    with closing(schema.open_writer(backup)) as connection:
        assert connection.execute("SELECT id FROM version").fetchall() == [(ARTICLE.id,)]


def test_a_migration_that_fails_leaves_the_old_store(path):
    broken = (*MIGRATIONS, ("CREATE TABLE extra (x)", "CREATE TABLE extra (x)"))
    with pytest.raises(StoreError):
        schema.open_writer(path, broken)
    with Store.open(path, write=True) as store:
        assert store.add([ARTICLE]) == 0


def test_a_reader_does_not_migrate(path):
    change(path, f"PRAGMA user_version = {len(MIGRATIONS)}")
    added = (*MIGRATIONS, ("CREATE TABLE extra (x)",))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", added)
        with pytest.raises(StoreError, match="earlier version"):
            Store.open(path, write=False)


def test_a_second_writer_is_told_who_writes(path):
    with WriterLock(path), pytest.raises(StoreLocked, match=f"process {os.getpid()}"):
        Store.open(path, write=True)
    with Store.open(path, write=True) as store:
        assert store.add([ARTICLE]) == 0


def test_readers_do_not_wait_for_a_writer(path):
    with WriterLock(path), Store.open(path, write=False) as store, store.view() as view:
        assert list(view.articles()) == []


def test_a_refused_store_leaves_no_lock_behind(tmp_path):
    path = tmp_path / "store.sqlite"
    path.write_bytes(b"Dear reader,\n" * 99)
    with pytest.raises(CorruptStore):
        Store.open(path, write=True)
    WriterLock(path).release()


def test_the_lock_is_not_taken_through_a_link(tmp_path):
    target = tmp_path / "precious"
    target.write_text("keep", encoding="utf-8")
    path = tmp_path / "store.sqlite"
    path.with_name("store.sqlite.lock").symlink_to(target)
    with pytest.raises(StoreError, match="lock file"):
        WriterLock(path)
    assert target.read_text(encoding="utf-8") == "keep"


def test_a_folder_that_is_missing_is_named(tmp_path):
    with pytest.raises(StoreError, match="nowhere"):
        Store.open(tmp_path / "nowhere" / "store.sqlite", write=True)


def test_the_check_finds_a_whole_store_whole(path):
    with Store.open(path, write=False) as store, store.view() as view:
        assert view.check() == ()


def test_a_path_with_odd_characters_is_opened(tmp_path):
    path = tmp_path / "a?b#c %20" / "store.sqlite"
    path.parent.mkdir()
    with Store.open(path, write=True) as store:
        store.add([ARTICLE])
    with Store.open(path, write=False) as store:
        assert list(store.articles()) == [ARTICLE.id]
