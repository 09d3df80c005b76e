"""Relevance of events."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Nothing; gives events the column of their relevance, which is null until the report is read again."""
    op.add_column("event", sa.Column("relevance", sa.Float))


def downgrade() -> None:
    """Nothing; takes the column away."""
    op.drop_column("event", "relevance")
