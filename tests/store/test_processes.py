"""Several processes and threads on one store, and a kill at the worst moment."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from riwaya.model import Record
from riwaya.store import Store

KILLED_WHILE_REPLACING = """
import os, signal, sys
from sqlalchemy import Engine, event
from riwaya.model import Record
from riwaya.store import Store

def kill(connection, cursor, statement, *rest):
    if statement.startswith(sys.argv[3]):
        os.kill(os.getpid(), signal.SIGKILL)

record = Record.from_json(sys.stdin.read())
event.listen(Engine, "before_cursor_execute", kill)
Store.open(sys.argv[1], fold=str).put(record, analyser=sys.argv[2])
"""

WRITES_BOTH_IN_TURN = """
import sys
from riwaya.model import Record
from riwaya.store import Store

first, second = map(Record.from_json, sys.stdin.read().splitlines())
with Store.open(sys.argv[1], fold=str) as store:
    for turn in range(60):
        store.put((first, second)[turn % 2], analyser="1")
"""

OPENS_AND_PUTS = """
import sys
from riwaya.model import Record
from riwaya.store import Store

with Store.open(sys.argv[1], fold=str) as store:
    store.put(Record(id=f"rep_{sys.argv[2]}", language="ar", text="x"), analyser="1")
"""


def start(code: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", code, *arguments], stdin=subprocess.PIPE, text=True)


@pytest.mark.parametrize("statement", ["DELETE FROM report ", "INSERT INTO event", "INSERT INTO report_words"])
def test_a_kill_while_a_report_is_replaced_leaves_the_old_one_whole(
    path: Path, fold: Callable[[str], str], full: Record, dump: Callable[[], str], statement: str
) -> None:
    with Store.open(path, fold=fold) as store:
        store.put(full, analyser="1")
    before = dump()
    changed = full.model_copy(update={"byline": "x"})
    writer = start(KILLED_WHILE_REPLACING, str(path), "2", statement)
    writer.communicate(changed.to_json())
    assert writer.returncode == -signal.SIGKILL
    assert dump() == before
    with Store.open(path, fold=fold, create=False) as store:
        assert store.record(full.id) == full
        assert store.put(changed, analyser="2")
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.execute("INSERT INTO report_words (report_words) VALUES ('integrity-check')")
    connection.close()


def test_a_reader_sees_whole_records_while_another_process_writes(store: Store, path: Path, full: Record) -> None:
    other = full.model_copy(update={"claims": full.claims[:1], "relations": (), "blocks": (), "byline": "x"})
    store.put(full, analyser="1")
    writer = start(WRITES_BOTH_IN_TURN, str(path))
    assert writer.stdin
    writer.stdin.write(f"{full.to_json()}\n{other.to_json()}")
    writer.stdin.close()
    seen = set()
    while writer.poll() is None:
        record = store.record(full.id)
        assert record in (full, other)
        assert store.count(query="الدفاع") == 1
        seen.add(record.byline)
    assert writer.returncode == 0
    assert seen == {"x", full.byline}, "the reader saw both while they changed"


def test_processes_that_make_the_same_store_at_once_share_it(path: Path, fold: Callable[[str], str]) -> None:
    writers = [start(OPENS_AND_PUTS, str(path), str(n)) for n in range(3)]
    for writer in writers:
        writer.communicate()
    assert [writer.returncode for writer in writers] == [0, 0, 0]
    with Store.open(path, fold=fold) as store:
        assert store.count() == 3


def test_threads_may_share_a_store(store: Store, full: Record, make: Callable[..., Record]) -> None:
    store.put(full, analyser="1")

    def work(n: int) -> bool:
        return store.put(make(f"نص {n}"), analyser="1") and store.record(full.id) == full

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(32)))
    assert store.count() == 33
