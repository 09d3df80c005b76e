"""How Alembic runs the migrations: on the connection it is handed, in the transaction that is open there."""

from __future__ import annotations

from alembic import context

from riwaya.store.tables import metadata


def migrate() -> None:
    """Nothing; runs the migrations that were asked for."""
    context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
    with context.begin_transaction():
        context.run_migrations()


if __name__ == "env_py":  # Alembic's name for this file: imported by anybody else, it does nothing
    migrate()
