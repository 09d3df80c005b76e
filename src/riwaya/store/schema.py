"""The version of a store's tables: looked at on every opening, raised by migrations when it is behind."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine

from riwaya.errors import StoreError
from riwaya.store.connect import outside_transactions, writing

HEAD = "0002"  # the newest migration in migrations/versions; a test compares
APPLICATION_ID = int.from_bytes(b"RIWY")  # in the header of the file: this is a riwaya store


def prepare(engine: Engine, path: Path, *, create: bool) -> None:
    """Nothing; brings the tables up to date.

    Raises StoreError: store.not-a-store, store.newer, and what SQLite tells of the file.
    """
    with engine.connect() as connection:
        version = _version(connection, path)
    if version == HEAD:
        return
    if version is None and not create:
        raise _not_a_store(path, "the file is empty")
    with outside_transactions(engine).connect() as connection:
        connection.exec_driver_sql("PRAGMA journal_mode = WAL")
    with writing(engine).begin() as connection:
        if _version(connection, path) != HEAD:  # another process may have been quicker
            _migrate(connection)


def _version(connection: Connection, path: Path) -> str | None:
    """The version of the tables; none where there is no table yet."""
    if not connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar():
        return None
    if connection.exec_driver_sql("PRAGMA application_id").scalar() != APPLICATION_ID:
        raise _not_a_store(path, "this SQLite file holds other tables")
    version: str = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one()
    if version > HEAD:
        raise StoreError(
            "store.newer",
            f"a newer riwaya wrote this store (its tables are of version {version}, known is {HEAD})",
            where=str(path),
            todo="upgrade riwaya",
        )
    return version


def _migrate(connection: Connection) -> None:
    """Nothing; runs the missing migrations inside the transaction of the connection."""
    # Alembic takes longer to import than a store to open, and is needed once in a store's life.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", "riwaya.store:migrations")
    command.upgrade(config, HEAD)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def _not_a_store(path: Path, what: str) -> StoreError:
    """The error for a file that is something else."""
    return StoreError(
        "store.not-a-store", what, where=str(path), todo="give the path of a riwaya store, or of a new file"
    )
