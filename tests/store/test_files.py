"""Files that are no store, stores that cannot be used, and what the user is told."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from riwaya.errors import StoreError
from riwaya.model import Record
from riwaya.store import Store

Fold = Callable[[str], str]


def change(path: Path, sql: str) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(sql)
    connection.close()


def refused(path: Path, fold: Fold, *, create: bool = True) -> StoreError:
    with pytest.raises(StoreError) as raised:
        Store.open(path, fold=fold, create=create)
    assert raised.value.where == str(path)
    assert raised.value.todo
    return raised.value


@contextmanager
def every_connection(pragma: str) -> Iterator[None]:
    """Connections as they are on a machine with less room or fewer rights."""

    def limit(connection: sqlite3.Connection, _: object) -> None:
        connection.execute(f"PRAGMA {pragma}")

    event.listen(Engine, "connect", limit)
    try:
        yield
    finally:
        event.remove(Engine, "connect", limit)


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize("content", ["قالت الوزارة\n" * 100, "x"])
def test_a_file_that_is_no_sqlite_is_left_alone(path: Path, fold: Fold, content: str, create: bool) -> None:
    path.write_text(content, encoding="utf-8")
    assert refused(path, fold, create=create).code == "store.not-a-store"
    assert path.read_text(encoding="utf-8") == content


@pytest.mark.parametrize("table", ["mine", "report", "alembic_version"])
def test_an_sqlite_file_of_somebody_else_is_left_alone(path: Path, fold: Fold, table: str) -> None:
    change(path, f"CREATE TABLE {table} (version_num TEXT); INSERT INTO {table} VALUES ('0001')")
    before = path.read_bytes()
    assert refused(path, fold).code == "store.not-a-store"
    assert path.read_bytes() == before


def test_only_create_makes_a_store(path: Path, fold: Fold) -> None:
    assert refused(path, fold, create=False).code == "store.missing"
    assert not path.exists()
    path.touch()
    assert refused(path, fold, create=False).code == "store.not-a-store"
    Store.open(path, fold=fold).close()
    Store.open(str(path), fold=fold, create=False).close()


def test_a_folder_is_no_store_and_a_store_needs_one(tmp_path: Path, fold: Fold) -> None:
    assert refused(tmp_path, fold).code == "store.not-a-store"
    assert refused(tmp_path / "none" / "riwaya.db", fold).code == "store.unwritable"
    assert refused(tmp_path / ("x" * 300), fold).code == "store.unwritable"


def test_signs_in_a_path_that_mean_something_in_a_url_mean_nothing(tmp_path: Path, fold: Fold) -> None:
    path = tmp_path / "رواية #1?mode=memory%20.db"
    Store.open(path, fold=fold).close()
    assert path.exists()


def test_a_store_of_a_newer_riwaya_is_left_to_it(path: Path, fold: Fold) -> None:
    Store.open(path, fold=fold).close()
    change(path, "UPDATE alembic_version SET version_num = '9999'")
    error = refused(path, fold)
    assert error.code == "store.newer"
    assert "9999" in error.what


def test_a_writer_that_waits_too_long_says_so_and_readers_do_not_wait(path: Path, fold: Fold, full: Record) -> None:
    with Store.open(path, fold=fold, wait_s=0.05) as store:
        store.put(full, analyser="1")
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError) as raised:
            store.put(full, analyser="2")
        assert raised.value.code == "store.locked"
        assert store.record(full.id) == full
        other.close()
        assert store.put(full, analyser="2")


def test_a_full_disk_loses_nothing_that_was_stored(path: Path, fold: Fold, full: Record) -> None:
    with Store.open(path, fold=fold) as store:
        store.put(full, analyser="1")
    longer = full.model_copy(update={"text": full.text + " نص" * 500_000})
    with every_connection("max_page_count = 100"), Store.open(path, fold=fold) as store:
        with pytest.raises(StoreError) as raised:
            store.put(longer, analyser="1")
        assert raised.value.code == "store.full"
        assert store.record(full.id) == full
        assert store.count(query="القصف") == 1


def test_a_store_that_may_only_be_read_can_be_read(path: Path, fold: Fold, full: Record) -> None:
    with Store.open(path, fold=fold) as store:
        store.put(full, analyser="1")
    with every_connection("query_only = ON"), Store.open(path, fold=fold, create=False) as store:
        assert store.record(full.id) == full
        with pytest.raises(StoreError) as raised:
            store.put(full, analyser="2")
    assert raised.value.code == "store.unwritable"


def test_rows_that_somebody_changed_are_no_record(store: Store, path: Path, full: Record) -> None:
    store.put(full, analyser="1")
    change(path, "UPDATE claim SET content_end = 100000")
    with pytest.raises(StoreError, match="does not lie in a text") as raised:
        store.record(full.id)
    assert raised.value.code == "store.damaged"


def test_a_file_with_a_piece_overwritten_says_so(path: Path, fold: Fold, full: Record) -> None:
    with Store.open(path, fold=fold) as store:
        store.put(full, analyser="1")
    pages = bytearray(path.read_bytes())
    pages[4096:] = b"\xff" * (len(pages) - 4096)
    path.write_bytes(pages)
    with pytest.raises(StoreError) as raised, Store.open(path, fold=fold) as store:
        store.record(full.id)
    assert raised.value.code == "store.damaged"
