"""The application: routes, static files, security headers, and pages for what goes wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.responses import Response

from riwaya import __version__
from riwaya.errors import RiwayaError, UnknownId
from riwaya.serve.explanation import Explain
from riwaya.serve.routes import Site, router
from riwaya.serve.security import SecurityHeaders
from riwaya.serve.visit import Visit

STATIC = Path(__file__).parent / "static"


def create_app(store_path: Path, *, fold: Callable[[str], str], explain: Explain | None = None) -> FastAPI:
    """The web application over a store; raises StoreError where the store cannot be opened.

    `fold` folds the words of a search as the store's were; `explain` gives the rule behind a claim or event.
    """
    app = FastAPI(title="riwaya", version=__version__, docs_url=None, redoc_url=None)
    app.state.site = Site(store_path, fold, explain)
    app.state.site.store().close()
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.include_router(router)
    app.add_middleware(SecurityHeaders)
    app.add_exception_handler(RiwayaError, _refuse)
    app.add_exception_handler(RequestValidationError, _refuse)
    app.add_exception_handler(HTTPException, _refuse)
    return app


def _refuse(request: Request, error: Exception) -> Response:
    """The page, or for a program the JSON, that says what went wrong and what to do."""
    said, todo, status_code = _reason(error)
    code = error.code if isinstance(error, RiwayaError) else None
    visit = Visit(request)
    what, advice = visit.interface.say(said), visit.interface.say(todo)
    if request.url.path.endswith((".json", "/healthz")):
        return JSONResponse({"error": {"code": code, "what": what, "todo": advice}}, status_code)
    return visit.page("error.html", status_code, what=what, todo=advice, code=code)


def _reason(error: Exception) -> tuple[str, str, int]:
    """What to say of an error, what to do about it (keys of the strings), and the status code."""
    if isinstance(error, UnknownId):
        return "unknown_report", "not_found_todo", 404
    if isinstance(error, RiwayaError):
        return "failed", "failed_todo", 503
    if isinstance(error, HTTPException) and error.status_code == 404:
        return "not_found", "not_found_todo", 404
    return "bad_request", "bad_request_todo", getattr(error, "status_code", 400)
