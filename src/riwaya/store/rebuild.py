"""A record put together again from the rows of the store; `rows` is the way in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection, Table, select

from riwaya.errors import StoreError
from riwaya.model import Record, Span
from riwaya.store import tables

Columns = Mapping[Any, Any]

_REPORT = ("riwaya", "id", "url", "outlet", "title", "byline", "language", "published", "retrieved", "text")
_CLAIM = ("id", "speech", "act", "background", "confidence", "rule")
_LINK = ("entity", "actor", "kind")
_EVENT = (
    "id",
    "plover",
    "mode",
    "cameo",
    "status",
    "background",
    "weapons",
    "harm_who",
    "same_as",
    "relevance",
    "confidence",
    "rule",
)
_PARTY = ("code", "actor", "name")


def rebuild(connection: Connection, key: int) -> Record:
    """The record of a report's key, checked as any record is; raises StoreError (store.damaged)."""
    report = connection.execute(select(tables.report).where(tables.report.c.key == key)).mappings().one()
    issues = _rows(connection, tables.issue, key)
    fields = {
        **_pick(report, _REPORT),
        "blocks": [{"kind": row["kind"], "span": _span(row)} for row in _rows(connection, tables.block, key)],
        "issues": [{"code": row["code"], "said": row["said"], "span": _span(row)} for row in issues],
        "claims": _claims(connection, key),
        "events": _events(connection, key),
        "relations": [_pick(row, ("kind", "a", "b", "about")) for row in _rows(connection, tables.relation, key)],
    }
    try:
        return Record.model_validate(fields)
    except ValidationError as wrong:
        raise StoreError(
            "store.damaged",
            f"the rows of this report make no record: {wrong.errors()[0]['msg']}",
            where=report["id"],
            todo="read the report again",
        ) from wrong


def _rows(connection: Connection, table: Table, key: int) -> Sequence[Columns]:
    """The rows of a report in one table, in the order of the record."""
    found = select(table).where(table.c.report_key == key).order_by(table.c.position)
    return connection.execute(found).mappings().all()


def _pick(row: Columns, names: tuple[str, ...]) -> dict[str, Any]:
    """The columns whose names are those of the record's fields."""
    return {name: row[name] for name in names}


def _pair(row: Columns, first: str, second: str) -> tuple[Any, Any] | None:
    """The values of two columns; none where the first is null."""
    return None if row[first] is None else (row[first], row[second])


def _span(row: Columns, name: str = "span") -> Span | None:
    """The span that two columns hold."""
    pair = _pair(row, f"{name}_start", f"{name}_end")
    return pair and Span(*pair)


def _claims(connection: Connection, key: int) -> list[dict[str, Any]]:
    """The claims of a report with their chains."""
    chains = defaultdict(list)
    for row in _rows(connection, tables.link, key):
        chains[row["claim_id"]].append({**_pick(row, _LINK), "span": _span(row)})
    return [
        {
            **_pick(row, _CLAIM),
            "content": _span(row, "content"),
            "cue": _span(row, "cue"),
            "chain": chains[row["id"]],
        }
        for row in _rows(connection, tables.claim, key)
    ]


def _events(connection: Connection, key: int) -> list[dict[str, Any]]:
    """The events of a report with their parties."""
    parties = defaultdict(list)
    for row in _rows(connection, tables.party, key):
        parties[row["event_id"], row["role"]].append({**_pick(row, _PARTY), "span": _span(row)})
    return [
        {
            **_pick(row, _EVENT),
            "trigger": _span(row, "trigger"),
            "acled": _pair(row, "acled_type", "acled_sub_event"),
            "actors": parties[row["id"], "actors"],
            "targets": parties[row["id"], "targets"],
            "place": _place(row),
            "time": _time(row),
            "killed": _pair(row, "killed_lo", "killed_hi"),
            "injured": _pair(row, "injured_lo", "injured_hi"),
            "claim": row["claim_id"],
        }
        for row in _rows(connection, tables.event, key)
    ]


def _place(row: Columns) -> dict[str, Any] | None:
    """Where an event took place, if that is told."""
    span = _span(row, "place")
    if span is None:
        return None
    named = {"span": span, "name": row["place_name"], "precision": row["place_precision"]}
    return named | _pick(row, ("geonames", "lat", "lon", "country"))


def _time(row: Columns) -> dict[str, Any] | None:
    """When an event took place, if that is told."""
    span = _span(row, "time")
    if span is None:
        return None
    return {"span": span, "lo": row["time_lo"], "hi": row["time_hi"], "precision": row["time_precision"]}
