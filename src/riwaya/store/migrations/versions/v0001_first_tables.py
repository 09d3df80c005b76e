"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_CLUSTERED = {"sqlite_with_rowid": False}  # rows of one report lie together

# Letters, digits and the marks on letters make words: a mark that the fold leaves does not split one.
_SEARCH = """
CREATE VIRTUAL TABLE report_words USING fts5(
  words, tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
)
"""


def upgrade() -> None:
    """Nothing; makes the tables of version 1."""
    op.create_table(
        "report",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        _needed("riwaya"),
        sa.Column("url", sa.Text),
        sa.Column("outlet", sa.Text, index=True),
        sa.Column("title", sa.Text),
        sa.Column("byline", sa.Text),
        _needed("language"),
        sa.Column("published", sa.Text, index=True),
        sa.Column("retrieved", sa.Text),
        _needed("text"),
    )
    op.create_table(
        "analysis",
        _key(),
        _needed("analyser"),
        _needed("digest"),
        _needed("stored"),
        **_CLUSTERED,
    )
    op.create_table(
        "block",
        _key(),
        _position(primary_key=True),
        _needed("kind"),
        *_span("span", nullable=False),
        **_CLUSTERED,
    )
    op.create_table(
        "issue",
        _key(),
        _position(primary_key=True),
        _needed("code"),
        *_span("span", nullable=True),
        _needed("said"),
        **_CLUSTERED,
    )
    op.create_table(
        "claim",
        _key(),
        sa.Column("id", sa.Text, primary_key=True, index=True),
        _position(),
        *_span("content", nullable=False),
        *_span("cue", nullable=True),
        _needed("speech"),
        sa.Column("act", sa.Text, nullable=False, index=True),
        sa.Column("background", sa.Boolean, nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
        _needed("rule"),
        **_CLUSTERED,
    )
    op.create_table(
        "link",
        sa.Column("report_key", sa.Integer, primary_key=True),
        sa.Column("claim_id", sa.Text, primary_key=True),
        _position(primary_key=True),
        *_span("span", nullable=True),
        sa.Column("entity", sa.Text, nullable=False, index=True),
        sa.Column("actor", sa.Text, index=True),
        _needed("kind"),
        _parent("claim"),
        **_CLUSTERED,
    )
    op.create_table(
        "event",
        _key(),
        sa.Column("id", sa.Text, primary_key=True, index=True),
        _position(),
        *_span("trigger", nullable=False),
        sa.Column("plover", sa.Text, nullable=False, index=True),
        sa.Column("mode", sa.Text),
        _needed("cameo"),
        sa.Column("acled_type", sa.Text),
        sa.Column("acled_sub_event", sa.Text),
        *_span("place", nullable=True),
        sa.Column("place_name", sa.Text),
        sa.Column("geonames", sa.Integer),
        sa.Column("lat", sa.Float),
        sa.Column("lon", sa.Float),
        sa.Column("country", sa.Text, index=True),
        sa.Column("place_precision", sa.Integer),
        *_span("time", nullable=True),
        sa.Column("time_lo", sa.Text, index=True),
        sa.Column("time_hi", sa.Text),
        sa.Column("time_precision", sa.Text),
        _needed("status"),
        sa.Column("background", sa.Boolean, nullable=False),
        sa.Column("weapons", sa.JSON, nullable=False),
        sa.Column("killed_lo", sa.Integer),
        sa.Column("killed_hi", sa.Integer),
        sa.Column("injured_lo", sa.Integer),
        sa.Column("injured_hi", sa.Integer),
        sa.Column("harm_who", sa.Text),
        sa.Column("claim_id", sa.Text),
        sa.Column("same_as", sa.Text),
        sa.Column("confidence", sa.Float, nullable=False),
        _needed("rule"),
        **_CLUSTERED,
    )
    op.create_table(
        "party",
        sa.Column("report_key", sa.Integer, primary_key=True),
        sa.Column("event_id", sa.Text, primary_key=True),
        sa.Column("role", sa.Text, primary_key=True),
        _position(primary_key=True),
        _needed("code"),
        sa.Column("actor", sa.Text, index=True),
        _needed("name"),
        *_span("span", nullable=True),
        _parent("event"),
        **_CLUSTERED,
    )
    op.create_table(
        "relation",
        _key(),
        _position(primary_key=True),
        _needed("kind"),
        _needed("a"),
        _needed("b"),
        _needed("about"),
        **_CLUSTERED,
    )
    op.execute(_SEARCH)


def downgrade() -> None:
    """Nothing; takes them away again."""
    for table in ("report_words", "relation", "party", "event", "link", "claim", "issue", "block"):
        op.drop_table(table)
    op.drop_table("analysis")
    op.drop_table("report")


def _needed(name: str) -> sa.Column[str]:
    """A text column that is always filled."""
    return sa.Column(name, sa.Text, nullable=False)


def _span(name: str, *, nullable: bool) -> tuple[sa.Column[int], sa.Column[int]]:
    """The two columns of a span."""
    start = sa.Column(f"{name}_start", sa.Integer, nullable=nullable)
    return start, sa.Column(f"{name}_end", sa.Integer, nullable=nullable)


def _key() -> sa.Column[int]:
    """The column that ties a row to its report, and lets it go with the report."""
    return sa.Column("report_key", sa.Integer, sa.ForeignKey("report.key", ondelete="CASCADE"), primary_key=True)


def _position(*, primary_key: bool = False) -> sa.Column[int]:
    """The place of a row among those of its kind in the record, from 0."""
    return sa.Column("position", sa.Integer, primary_key=primary_key, nullable=False)


def _parent(table: str) -> sa.ForeignKeyConstraint:
    """What ties a link to its claim, or a party to its event."""
    return sa.ForeignKeyConstraint(
        ["report_key", f"{table}_id"], [f"{table}.report_key", f"{table}.id"], ondelete="CASCADE"
    )
