"""The migrations: what they make is what the code describes, and every step goes both ways."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, event

from riwaya.model import Record
from riwaya.store import Store, schema
from riwaya.store.tables import metadata


def config() -> Config:
    made = Config()
    made.set_main_option("script_location", "riwaya.store:migrations")
    return made


def migrate(engine: Engine, direction: Callable[[Config, str], None], revision: str) -> None:
    with engine.begin() as connection:
        made = config()
        made.attributes["connection"] = connection
        direction(made, revision)


def layout(path: Path) -> list[tuple[str, str]]:
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
    connection.close()
    return rows


def test_the_tables_of_the_last_migration_are_those_of_the_code(path: Path, fold: Callable[[str], str]) -> None:
    Store.open(path, fold=fold).close()
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _not_of_the_search})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def _not_of_the_search(name: str | None, kind: str, parents: object) -> bool:
    return not (kind == "table" and str(name).startswith("report_words"))


def test_the_head_is_the_last_migration_and_the_order_is_that_of_the_names() -> None:
    script = ScriptDirectory.from_config(config())
    assert script.get_heads() == [schema.HEAD]
    revisions = [step.revision for step in script.walk_revisions()]
    assert revisions == sorted(revisions, reverse=True)
    assert all(len(revision) == len(schema.HEAD) for revision in revisions)


def test_every_step_goes_up_down_and_up_again(path: Path) -> None:
    engine = create_engine(f"sqlite:///{path}")
    steps = [step.revision for step in ScriptDirectory.from_config(config()).walk_revisions()][::-1]
    layouts: dict[str, list[tuple[str, str]]] = {}
    for revision in steps:
        migrate(engine, command.upgrade, revision)
        layouts[revision] = layout(path)
    for revision in steps[-2::-1]:
        migrate(engine, command.downgrade, revision)
        assert layout(path) == layouts[revision]
    migrate(engine, command.downgrade, "base")
    assert [name for name, _ in layout(path) if not name.startswith("sqlite_")] == ["alembic_version"]
    migrate(engine, command.upgrade, "head")
    assert layout(path) == layouts[schema.HEAD]
    engine.dispose()


def test_an_up_to_date_store_opens_without_alembic(path: Path, fold: Callable[[str], str]) -> None:
    Store.open(path, fold=fold).close()
    code = f"""
import sys
from riwaya.store import Store
Store.open({str(path)!r}, fold=str).close()
sys.exit("alembic" in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_migration_that_is_broken_off_leaves_an_empty_file(
    path: Path, fold: Callable[[str], str], full: Record
) -> None:
    def break_off(*arguments: object) -> None:
        if "CREATE TABLE event" in str(arguments[2]):
            raise KeyboardInterrupt

    event.listen(Engine, "before_cursor_execute", break_off)
    with pytest.raises(KeyboardInterrupt):
        Store.open(path, fold=fold)
    event.remove(Engine, "before_cursor_execute", break_off)
    assert layout(path) == []
    with Store.open(path, fold=fold) as store:
        assert store.put(full, analyser="1")
