"""Writing: whole reports, in the caller's transaction, and only those in which something is new."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from pydantic import ValidationError
from pydantic_core import PydanticSerializationError
from sqlalchemy import Connection, Table, delete, func, insert, select

from riwaya.errors import StoreError
from riwaya.model import Record
from riwaya.store.rows import Row, rows_of
from riwaya.store.search import SearchIndex
from riwaya.store.tables import ALL, analysis, report

_LARGEST = 2**63 - 1  # integer that SQLite keeps


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells one analysis of a report from another: who made it, and a hash of all it says."""

    analyser: str
    digest: str


def stamp(record: Record, analyser: str) -> Stamp:
    """The stamp of a record; raises StoreError (store.unfit).

    The time of retrieval is no part of it: a page that is fetched again and says the same is no news.
    """
    try:
        said = record.model_dump_json(exclude={"retrieved"})
    except PydanticSerializationError as error:  # half a surrogate pair
        raise _unfit(record, "its text holds a sign that is no character") from error
    return Stamp(analyser, hashlib.sha256(said.encode()).hexdigest())


def write(connection: Connection, records: Iterable[Record], analyser: str, index: SearchIndex) -> int:
    """How many reports were new or changed, and so were stored; of two records with one id the last counts.

    A changed report is replaced whole and keeps its key. Raises StoreError (store.unfit).
    """
    by_id = {record.id: record for record in records}
    stamps = {report_id: stamp(record, analyser) for report_id, record in by_id.items()}
    known = _known(connection, list(by_id))
    news = [
        record
        for report_id, record in by_id.items()
        if report_id not in known or known[report_id][1] != stamps[report_id]
    ]
    if not news:
        return 0
    for record in news:
        check(record)
    replaced = {record.id: known[record.id][0] for record in news if record.id in known}
    _remove(connection, list(replaced.values()), index)
    fresh = [record.id for record in news if record.id not in replaced]
    keys = replaced | _new_keys(connection, fresh)
    _insert(connection, [(keys[record.id], record, stamps[record.id]) for record in news], index)
    return len(news)


def check(record: Record) -> None:
    """Nothing; raises StoreError (store.unfit) for a record that could not be read back as it is."""
    wrong = _twins([claim.id for claim in record.claims]) or _twins([event.id for event in record.events])
    if any(number > _LARGEST for number in _numbers(record)):
        wrong = "a number in it is too large to be kept"
    try:
        Record.model_validate(record.model_dump())  # nobody has checked a record made by model_copy
    except ValidationError as error:
        wrong = error.errors()[0]["msg"]
    if wrong:
        raise _unfit(record, wrong)


def _unfit(record: Record, wrong: str) -> StoreError:
    """The error for a record that the store does not take."""
    todo = "this is a fault of the reading, not of the store: tell the authors of the analyser"
    return StoreError("store.unfit", wrong, where=record.id, todo=todo)


def _twins(ids: Sequence[str]) -> str:
    """What is wrong with the ids of claims or events; empty where each is there once."""
    twice = [twin for twin, n in Counter(ids).items() if n > 1]
    return f"{twice[0]} is the id of two claims or events" if twice else ""


def _numbers(record: Record) -> Iterable[int]:
    """The counts and codes of a record that have no upper bound."""
    for event in record.events:
        yield from (n for n in (*(event.killed or ()), *(event.injured or ())) if n is not None)
        yield event.place.geonames or 0 if event.place else 0


def _known(connection: Connection, ids: list[str]) -> dict[str, tuple[int, Stamp]]:
    """The reports of these ids that are stored, with their keys and stamps."""
    columns = (report.c.id, report.c.key, analysis.c.analyser, analysis.c.digest)
    rows = connection.execute(select(*columns).join(analysis).where(report.c.id.in_(ids)))
    return {report_id: (key, Stamp(analyser, digest)) for report_id, key, analyser, digest in rows}


def _remove(connection: Connection, keys: list[int], index: SearchIndex) -> None:
    """Nothing; takes reports out, with all that hangs on them."""
    if not keys:
        return
    index.remove(connection, keys)
    connection.execute(delete(report).where(report.c.key.in_(keys)))


def _new_keys(connection: Connection, ids: list[str]) -> dict[str, int]:
    """The next free keys for new reports; the write lock keeps others from taking them."""
    last = connection.scalar(select(func.max(report.c.key))) or 0
    return {report_id: key for key, report_id in enumerate(ids, last + 1)}


def _insert(connection: Connection, news: Iterable[tuple[int, Record, Stamp]], index: SearchIndex) -> None:
    """Nothing; puts reports in under their keys, one statement for each table."""
    rows: dict[Table, list[Row]] = defaultdict(list)
    texts: dict[int, str] = {}
    now = datetime.now(UTC).isoformat(timespec="seconds")
    for key, record, mark in news:
        for table, row in rows_of(record, key):
            rows[table].append(row)
        rows[analysis].append({"report_key": key, "analyser": mark.analyser, "digest": mark.digest, "stored": now})
        texts[key] = f"{record.title or ''}\n{record.text}"
    for table in ALL:
        if rows[table]:
            connection.execute(insert(table), rows[table])
    index.add(connection, texts)
