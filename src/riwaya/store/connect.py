"""Connections to a store's file, and what SQLite's errors mean to a user."""

from __future__ import annotations

import json
import sqlite3
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event
from sqlalchemy.pool import QueuePool

from riwaya.errors import StoreError

# The primary result code of SQLite -> code, what is wrong, what to do (https://sqlite.org/rescode.html).
_UNWRITABLE = (
    "store.unwritable",
    "the file cannot be opened or written",
    "give the right to write to the file and its folder (SQLite keeps -wal and -shm files beside it)",
)
_LOCKED = ("store.locked", "another process is writing", "wait until it is done and try again")
SMALLEST = 512  # bytes of an SQLite file that is not empty
_MEANINGS = {
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_FULL: ("store.full", "the disk is full", "make room and run again"),
    sqlite3.SQLITE_READONLY: _UNWRITABLE,
    sqlite3.SQLITE_PERM: _UNWRITABLE,
    sqlite3.SQLITE_CANTOPEN: _UNWRITABLE,
    sqlite3.SQLITE_IOERR: _UNWRITABLE,
    sqlite3.SQLITE_NOTADB: ("store.not-a-store", "this is no SQLite file", "give the path of a riwaya store"),
    sqlite3.SQLITE_CORRUPT: (
        "store.damaged",
        "the file is damaged",
        "restore a copy, or read the reports into a new store",
    ),
}


def engine_for(path: Path, *, create: bool, wait_s: float) -> Engine:
    """The engine for a store's file; its errors are StoreErrors that name the file."""
    mode = "rwc" if create else "rw"
    connect = partial(_connect, f"{path.absolute().as_uri()}?mode={mode}", wait_s)
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=connect,
        poolclass=QueuePool,
        json_serializer=partial(json.dumps, ensure_ascii=False),
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", partial(_explain, path))
    return engine


def writing(engine: Engine) -> Engine:
    """The engine whose transactions take the write lock at once, so that none has to be given up midway."""
    return engine.execution_options(begin="BEGIN IMMEDIATE")


def outside_transactions(engine: Engine) -> Engine:
    """The engine whose statements stand alone, for the few settings that SQLite takes in no transaction."""
    return engine.execution_options(begin=None)


def _connect(uri: str, wait_s: float) -> sqlite3.Connection:
    """A connection that begins no transaction of its own accord."""
    connection = sqlite3.connect(uri, uri=True, timeout=wait_s, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")
    return connection


def _begin(connection: Connection) -> None:
    """Nothing; begins the transaction that Python's module would begin too late for a snapshot."""
    begin = connection.get_execution_options().get("begin", "BEGIN")
    if begin:
        connection.exec_driver_sql(begin)


def _explain(path: Path, context: ExceptionContext) -> None:
    """Nothing; raises StoreError where SQLite's error is the file's or the disk's, not ours."""
    code = getattr(context.original_exception, "sqlite_errorcode", None)
    if code is not None and (meaning := _MEANINGS.get(code & 0xFF)):
        name, what, todo = meaning
        raise StoreError(name, what, where=str(path), todo=todo) from context.original_exception
