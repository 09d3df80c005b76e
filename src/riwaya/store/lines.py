"""Lists of reports: filtered, sorted, counted, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, func, select

from riwaya.store import tables
from riwaya.store.ids import sound
from riwaya.store.search import SearchIndex
from riwaya.store.tables import report

_TITLE_WORDS = 12


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report in a list. `title` is the first words of the text where the report has none.

    `snippet` is there when a query was given: the words around the first one that it names.
    """

    id: str
    title: str
    outlet: str | None
    published: str | None
    language: str
    n_claims: int
    n_events: int
    n_issues: int
    snippet: str | None = None


@dataclass(frozen=True, slots=True)
class Filter:
    """Which reports are listed: those with all words of `query`, those of `outlet`; None lets all pass.

    A blank query asks for nothing: it lets all pass, too.
    """

    query: str | None = None
    outlet: str | None = None

    @property
    def words(self) -> str:
        """The query; empty where nothing is sought."""
        return (self.query or "").strip()


def lines(connection: Connection, index: SearchIndex, asked: Filter, limit: int, offset: int) -> list[ReportLine]:
    """A page of the reports asked for: the best match first for a query, else the newest first."""
    chosen = _chosen(index, asked)
    page = chosen.order_by(*_order(chosen.selected_columns)).limit(limit).offset(offset).subquery("page")
    # The page is cut first: claims and events are counted for its reports only.
    found = select(
        *report.c["id", "title", "outlet", "published", "language", "text"],
        *(_number(table) for table in (tables.claim, tables.event, tables.issue)),
    )
    listed = found.join(page, page.c.key == report.c.key).order_by(*_order(page.c))
    return [_line(row, index, asked.words) for row in connection.execute(listed)]


def count(connection: Connection, index: SearchIndex, asked: Filter) -> int:
    """How many reports are asked for."""
    chosen = _chosen(index, asked).subquery()
    return connection.scalar(select(func.count()).select_from(chosen)) or 0


def outlets(connection: Connection) -> list[tuple[str, int]]:
    """The outlets that have a name, each with its number of reports, the largest first."""
    number = func.count()
    named = select(report.c.outlet, number).where(report.c.outlet.is_not(None))
    rows = connection.execute(named.group_by(report.c.outlet).order_by(number.desc(), report.c.outlet))
    return [(outlet, n) for outlet, n in rows]


def _chosen(index: SearchIndex, asked: Filter) -> Select[Any]:
    """The keys of the reports asked for, with what they are sorted by."""
    chosen = select(report.c.key, report.c.published)
    if asked.words:
        hits = index.matches(asked.words).subquery("hits")
        chosen = chosen.add_columns(hits.c.rank).join(hits, hits.c.key == report.c.key)
    return chosen if asked.outlet is None else chosen.where(report.c.outlet == sound(asked.outlet))


def _order(columns: Any) -> list[Any]:
    """How a list is sorted: by match where one was sought, then the newest first, undated ones last."""
    newest = [columns.published.desc().nulls_last(), columns.key.desc()]
    return [columns.rank, *newest] if "rank" in columns else newest


def _number(table: Table) -> Any:
    """How many rows of a table belong to a report."""
    own = select(func.count()).select_from(table).where(table.c.report_key == report.c.key)
    return own.scalar_subquery().label(f"n_{table.name}s")


def _line(row: Row[Any], index: SearchIndex, query: str) -> ReportLine:
    """The line of a report."""
    return ReportLine(
        id=row.id,
        title=row.title or " ".join(row.text.split(maxsplit=_TITLE_WORDS)[:_TITLE_WORDS]),
        outlet=row.outlet,
        published=row.published,
        language=row.language,
        n_claims=row.n_claims,
        n_events=row.n_events,
        n_issues=row.n_issues,
        snippet=index.excerpt(row.text, query) if query else None,
    )
