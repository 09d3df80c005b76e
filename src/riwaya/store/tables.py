"""The tables of a store, as an analyst meets them in the file.

`report` has a short `key` that joins all tables; ids are those of the record. A span is two columns,
`…_start` and `…_end`, in code points of `report.text`; `position` keeps the order of the record.
What changes here needs a migration beside it: a test compares the two.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    Table,
    Text,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)


def _needed(name: str) -> Column[str]:
    """A text column that is always filled."""
    return Column(name, Text, nullable=False)


def _span(name: str, *, nullable: bool) -> tuple[Column[int], Column[int]]:
    """The two columns of a span."""
    start = Column(f"{name}_start", Integer, nullable=nullable)
    return start, Column(f"{name}_end", Integer, nullable=nullable)


def _key() -> Column[int]:
    """The column that ties a row to its report, and lets it go with the report."""
    return Column("report_key", Integer, ForeignKey("report.key", ondelete="CASCADE"), primary_key=True)


def _position(*, primary_key: bool = False) -> Column[int]:
    """The place of a row among those of its kind in the record, from 0."""
    return Column("position", Integer, primary_key=primary_key, nullable=False)


def _parent(table: str) -> ForeignKeyConstraint:
    """What ties a link to its claim, or a party to its event."""
    return ForeignKeyConstraint(
        ["report_key", f"{table}_id"], [f"{table}.report_key", f"{table}.id"], ondelete="CASCADE"
    )


report = Table(
    "report",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    _needed("riwaya"),  # the version of the record's shape
    Column("url", Text),
    Column("outlet", Text, index=True),
    Column("title", Text),
    Column("byline", Text),
    _needed("language"),
    Column("published", Text, index=True),
    Column("retrieved", Text),
    _needed("text"),
)

analysis = Table(
    "analysis",
    metadata,
    _key(),
    _needed("analyser"),
    _needed("digest"),  # of the record, to see at once that nothing has changed
    _needed("stored"),
    sqlite_with_rowid=False,
)

block = Table(
    "block",
    metadata,
    _key(),
    _position(primary_key=True),
    _needed("kind"),
    *_span("span", nullable=False),
    sqlite_with_rowid=False,
)

issue = Table(
    "issue",
    metadata,
    _key(),
    _position(primary_key=True),
    _needed("code"),
    *_span("span", nullable=True),
    _needed("said"),
    sqlite_with_rowid=False,
)

claim = Table(
    "claim",
    metadata,
    _key(),
    Column("id", Text, primary_key=True, index=True),
    _position(),
    *_span("content", nullable=False),
    *_span("cue", nullable=True),
    _needed("speech"),
    Column("act", Text, nullable=False, index=True),
    Column("background", Boolean, nullable=False),
    Column("confidence", Float, nullable=False),
    _needed("rule"),
    sqlite_with_rowid=False,
)

link = Table(
    "link",
    metadata,
    Column("report_key", Integer, primary_key=True),
    Column("claim_id", Text, primary_key=True),
    _position(primary_key=True),
    *_span("span", nullable=True),
    Column("entity", Text, nullable=False, index=True),
    Column("actor", Text, index=True),
    _needed("kind"),
    _parent("claim"),
    sqlite_with_rowid=False,
)

event = Table(
    "event",
    metadata,
    _key(),
    Column("id", Text, primary_key=True, index=True),
    _position(),
    *_span("trigger", nullable=False),
    Column("plover", Text, nullable=False, index=True),
    Column("mode", Text),
    _needed("cameo"),
    Column("acled_type", Text),
    Column("acled_sub_event", Text),
    *_span("place", nullable=True),
    Column("place_name", Text),
    Column("geonames", Integer),
    Column("lat", Float),
    Column("lon", Float),
    Column("country", Text, index=True),
    Column("place_precision", Integer),
    *_span("time", nullable=True),
    Column("time_lo", Text, index=True),
    Column("time_hi", Text),
    Column("time_precision", Text),
    _needed("status"),
    Column("background", Boolean, nullable=False),
    Column("weapons", JSON, nullable=False),
    Column("killed_lo", Integer),
    Column("killed_hi", Integer),  # null beside a killed_lo: "at least"
    Column("injured_lo", Integer),
    Column("injured_hi", Integer),
    Column("harm_who", Text),
    Column("claim_id", Text),
    Column("same_as", Text),
    Column("confidence", Float, nullable=False),
    _needed("rule"),
    Column("relevance", Float),
    sqlite_with_rowid=False,
)

party = Table(
    "party",
    metadata,
    Column("report_key", Integer, primary_key=True),
    Column("event_id", Text, primary_key=True),
    Column("role", Text, primary_key=True),  # actors or targets
    _position(primary_key=True),
    _needed("code"),
    Column("actor", Text, index=True),
    _needed("name"),
    *_span("span", nullable=True),
    _parent("event"),
    sqlite_with_rowid=False,
)

relation = Table(
    "relation",
    metadata,
    _key(),
    _position(primary_key=True),
    _needed("kind"),
    _needed("a"),
    _needed("b"),
    _needed("about"),
    sqlite_with_rowid=False,
)

# In the order in which rows can be written; FTS5 tables are outside of what SQLAlchemy describes (search.py).
ALL: tuple[Table, ...] = (report, analysis, block, issue, claim, link, event, party, relation)
