"""Routes: the pages and files, each under its address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import HTMLResponse

from riwaya.errors import UnknownId
from riwaya.model import Record
from riwaya.serve.choice import Choice, options_of
from riwaya.serve.explanation import Explain
from riwaya.serve.layout import Page, page_of
from riwaya.serve.overview import overview_of
from riwaya.serve.visit import Visit
from riwaya.store import Store

REPORTS_PER_PAGE = 30

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Site:
    """What the pages are made from: the store's file, the folding for searches, the explanations."""

    store_path: Path
    fold: Callable[[str], str]
    explain: Explain | None

    def store(self) -> Store:
        """The store, opened for one request: SQLite's connections stay in their thread."""
        return Store.open(self.store_path, fold=self.fold, create=False)

    def record(self, report_id: str) -> Record:
        """The record of a report; raises UnknownId."""
        with self.store() as store:
            return store.record(report_id)


def _site(request: Request) -> Site:
    """The site that the application was made with."""
    site: Site = request.app.state.site
    return site


TheSite = Annotated[Site, Depends(_site)]
TheVisit = Annotated[Visit, Depends(Visit)]


@router.get("/", response_class=HTMLResponse, include_in_schema=False)
def reports(
    site: TheSite,
    visit: TheVisit,
    q: Annotated[str, Query(max_length=500)] = "",
    outlet: Annotated[str, Query(max_length=500)] = "",
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
) -> HTMLResponse:
    """The list of reports, newest first, that match a search and an outlet."""
    query, only = q.replace("\x00", " ").strip() or None, outlet or None
    with site.store() as store:
        n_reports = store.count(query=query, outlet=only)
        pages = max(1, -(-n_reports // REPORTS_PER_PAGE))
        page = min(page, pages)
        skip = (page - 1) * REPORTS_PER_PAGE
        lines = store.reports(query=query, outlet=only, limit=REPORTS_PER_PAGE, offset=skip)
        outlets = store.outlets()
    return visit.page(
        "reports.html",
        lines=lines,
        outlets=outlets,
        n_reports=n_reports,
        query=query or "",
        outlet=outlet,
        number=page,
        pages=pages,
    )


@router.get("/reports/{report_id}.json")
def record(site: TheSite, report_id: str) -> Response:
    """The record of a report as JSON."""
    return Response(site.record(report_id).to_json(), media_type="application/json")


@router.get("/reports/{report_id}", response_class=HTMLResponse, include_in_schema=False)
def report(
    site: TheSite,
    visit: TheVisit,
    report_id: str,
    source: Annotated[str, Query(max_length=500)] = "",
    act: Annotated[str, Query(max_length=500)] = "",
    type: Annotated[str, Query(max_length=500)] = "",
    status: Annotated[str, Query(max_length=500)] = "",
) -> HTMLResponse:
    """A report with its claims, events and issues beside its text; with a choice, some of them alone."""
    choice = Choice(source, act, type, status)
    page = page_of(site.record(report_id), choice)
    return visit.page(
        "report.html",
        page=page,
        record=page.record,
        choice=choice,
        options=options_of(page.cards),
        overview=overview_of(page, visit.interface),
        can_explain=site.explain is not None,
    )


@router.get("/reports/{report_id}/light.css", include_in_schema=False)
def light(site: TheSite, report_id: str) -> Response:
    """The style that lights a card's words with the card, and the card with its words."""
    return Response(light_rules(page_of(site.record(report_id))), media_type="text/css")


def light_rules(page: Page) -> str:
    """Two rules for each card: while one of its parts is pointed at, all of them are lit."""
    pointed = ":is(:hover, :focus-visible, :focus-within, :target)"
    return "".join(
        f"main:has(.on-{key}{pointed}) .{key} {{ --lit: 1; }}\n"
        f"main:has(.on-{key}{pointed}) .{key}-part {{ --part-lit: 1; }}\n"
        for key in page.cards.anchors
    )


@router.get("/reports/{report_id}/explain/{any_id}", response_class=HTMLResponse, include_in_schema=False)
def explanation(site: TheSite, visit: TheVisit, report_id: str, any_id: str) -> HTMLResponse:
    """How a claim or an event of a report was read: its rule, step by step."""
    page = page_of(site.record(report_id))
    keys = {found: key for key, found in page.cards.ids.items()}
    if any_id not in keys:
        raise UnknownId("store.unknown-id", "no claim or event of this report", where=any_id)
    found = site.explain(page.record, any_id) if site.explain else None
    status_code = 200 if found else 404
    return visit.page(
        "explanation.html",
        status_code,
        explanation=found,
        page=page,
        record=page.record,
        key=keys[any_id],
        can_explain=False,
    )


@router.get("/healthz")
def health(site: TheSite) -> dict[str, str | int]:
    """That the store can be read, and how many reports it holds."""
    with site.store() as store:
        return {"status": "ok", "reports": store.count()}
