"""Reports found by an id: their own, or that of a claim or event in them, whole or its beginning."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, select, union

from riwaya.errors import StoreError, UnknownId
from riwaya.store.tables import claim, event, report

MIN_PREFIX = 8
_NAMED = 3  # how many candidates an error names
_LAST = "\U0010ffff"  # sorts after whatever can follow a prefix


def key_of_report(connection: Connection, report_id: str) -> int:
    """The key of a report; raises UnknownId (store.unknown-id)."""
    key: int | None = connection.scalar(select(report.c.key).where(report.c.id == sound(report_id)))
    if key is None:
        raise _unknown(report_id, "look it up in the list of reports")
    return key


def key_of_any(connection: Connection, any_id: str) -> int:
    """The key of the report that an id of a report, claim or event, or its first characters, leads to.

    Raises UnknownId (store.unknown-id) and StoreError (store.ambiguous-id).
    """
    sought = sound(any_id)
    found = _found(connection, sought, sought)
    if not found and len(sought) >= MIN_PREFIX:
        found = _found(connection, sought, sought + _LAST)
    if not found:
        raise _unknown(any_id, f"give a whole id or at least its first {MIN_PREFIX} characters")
    if len(found) > 1:
        named = ", ".join(f"{found_id} in {report_id}" for _, found_id, report_id in found[:_NAMED])
        raise StoreError(
            "store.ambiguous-id",
            f"more than one id begins like this: {named}{', …' if len(found) > _NAMED else ''}",
            where=any_id,
            todo="give more characters",
        )
    return found[0][0]


def _found(connection: Connection, lo: str, hi: str) -> list[tuple[int, str, str]]:
    """The first ids from `lo` to `hi`, each with the key and the id of its report."""

    def between(column: ColumnElement[str]) -> ColumnElement[bool]:
        return column.between(lo, hi)

    own = select(report.c.key, report.c.id.label("found"), report.c.id.label("report_id"))
    inner = [
        select(report.c.key, table.c.id, report.c.id)
        .join(table, table.c.report_key == report.c.key)
        .where(between(table.c.id))
        for table in (claim, event)
    ]
    found = union(own.where(between(report.c.id)), *inner).order_by("found").limit(_NAMED + 1)
    return [(key, found_id, report_id) for key, found_id, report_id in connection.execute(found)]


def sound(typed: str) -> str:
    """What was typed, without the bytes of a command line that are no text."""
    return typed.encode("utf-8", "replace").decode()


def _unknown(any_id: str, todo: str) -> UnknownId:
    """The error for an id that is not there."""
    return UnknownId("store.unknown-id", "the store holds no such id", where=any_id, todo=todo)
