"""The store: opened, filled, asked and closed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine

from riwaya.errors import StoreError
from riwaya.model import Record
from riwaya.store.connect import SMALLEST, engine_for, writing
from riwaya.store.ids import key_of_any, key_of_report
from riwaya.store.lines import Filter, ReportLine, count, lines, outlets
from riwaya.store.rebuild import rebuild
from riwaya.store.schema import prepare
from riwaya.store.search import Fold, SearchIndex
from riwaya.store.write import write

_MAX_BATCH = 10_000  # ids in one statement; SQLite takes 32,766


class Store:
    """Reports and what was read in them, in one file.

    Threads may share a store, and other processes may read and write the file at the same time: every
    method is one transaction. Besides what its docstring names, any of them raises StoreError
    (store.locked, store.full, store.unwritable, store.damaged) when the file or the disk is at fault.
    """

    def __init__(self, engine: Engine, index: SearchIndex) -> None:
        """Use `Store.open`."""
        self._engine, self._index = engine, index

    @classmethod
    def open(cls, path: Path | str, *, fold: Fold, create: bool = True, wait_s: float = 5.0) -> Self:
        """The store in a file, which is made or brought up to date where need be.

        `fold` brings words to the spelling on which they are searched (a pack's); `create=False` wants a
        store that exists; `wait_s` is how long to wait for another process that writes, in seconds.
        Raises StoreError: store.missing, store.not-a-store, store.newer.
        """
        path = Path(path)
        _refuse_path(path, create=create)
        engine = engine_for(path, create=create, wait_s=wait_s)
        try:
            prepare(engine, path, create=create)
        except StoreError:
            engine.dispose()
            raise
        return cls(engine, SearchIndex(fold))

    def put(self, record: Record, *, analyser: str) -> bool:
        """Whether anything was new and is now stored.

        `analyser` names the version that made the record; what an earlier one made is replaced. A record
        that differs in nothing but the time of retrieval changes nothing. Raises StoreError (store.unfit).
        """
        return self._write([record], analyser) > 0

    def put_all(self, records: Iterable[Record], *, analyser: str, batch: int = 500) -> int:
        """How many reports were new or changed; see `put`.

        Each batch is one transaction, so that a broken-off run keeps what the batches before it stored. No
        lock is held while the next records are being made.
        """
        return sum(self._write(records, analyser) for records in _batches(records, batch))

    def record(self, report_id: str) -> Record:
        """The record of a report, equal to what was put; raises UnknownId (store.unknown-id)."""
        with self._engine.begin() as connection:
            return rebuild(connection, key_of_report(connection, report_id))

    def record_of(self, any_id: str) -> Record:
        """The record that holds the report, claim or event of an id, or of its first 8 or more characters.

        Raises UnknownId (store.unknown-id) and StoreError (store.ambiguous-id).
        """
        with self._engine.begin() as connection:
            return rebuild(connection, key_of_any(connection, any_id))

    def reports(
        self, *, query: str | None = None, outlet: str | None = None, limit: int = 50, offset: int = 0
    ) -> list[ReportLine]:
        """A page of the reports, the newest first; with a query, those that answer it, the best first.

        A report answers when it has all the words and all the "phrases" of the query.
        """
        with self._engine.begin() as connection:
            return lines(connection, self._index, Filter(query, outlet), limit, offset)

    def count(self, *, query: str | None = None, outlet: str | None = None) -> int:
        """How many reports `reports` would list over all pages."""
        with self._engine.begin() as connection:
            return count(connection, self._index, Filter(query, outlet))

    def outlets(self) -> list[tuple[str, int]]:
        """The outlets, each with its number of reports, the largest first."""
        with self._engine.begin() as connection:
            return outlets(connection)

    def close(self) -> None:
        """Nothing; gives the file back."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        """The store itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing; gives the file back."""
        self.close()

    def _write(self, records: Iterable[Record], analyser: str) -> int:
        """How many of the reports were stored, in one transaction."""
        with writing(self._engine).begin() as connection:
            return write(connection, records, analyser, self._index)


def _refuse_path(path: Path, *, create: bool) -> None:
    """Nothing; raises StoreError for a path at which no store can be."""
    try:
        fault = _fault(path, create=create)
    except OSError as error:
        fault = ("store.unwritable", error.strerror or "the path cannot be looked at", "give another path")
    if fault:
        code, what, todo = fault
        raise StoreError(code, what, where=str(path), todo=todo)


def _fault(path: Path, *, create: bool) -> tuple[str, str, str] | None:
    """Code, what is wrong, and what to do about a path; none where SQLite may try."""
    if path.is_dir():
        return "store.not-a-store", "this is a folder", "name a file in it"
    if not create and not path.exists():
        return "store.missing", "no such store", "check the path"
    if not path.absolute().parent.is_dir():
        return "store.unwritable", "its folder does not exist", "make the folder"
    if path.is_file() and 0 < path.stat().st_size < SMALLEST:  # SQLite would take it for empty, and fill it
        return "store.not-a-store", "this is no SQLite file", "give the path of a riwaya store"
    return None


def _batches(records: Iterable[Record], size: int) -> Iterator[list[Record]]:
    """The records in lists of at most `size`; raises ValueError where SQLite could not take such a list."""
    if not 1 <= size <= _MAX_BATCH:
        raise ValueError(f"a batch has 1 to {_MAX_BATCH} reports, not {size}")
    rest = iter(records)
    while batch := list(islice(rest, size)):
        yield batch
