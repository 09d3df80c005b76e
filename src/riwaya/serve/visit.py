"""A visit: one request in one language, and the pages that answer it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from urllib.parse import quote, urlencode

from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request

from riwaya.serve.interface import Interface, choose, interfaces

TEMPLATES = Path(__file__).parent / "templates"
COOKIE = "lang"
YEAR_S = 365 * 24 * 60 * 60


class Visit:
    """A request and the interface that it is answered in."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.asked = request.query_params.get("lang")
        self.interface: Interface = choose(self.asked, request.cookies.get(COOKIE))

    def page(self, template: str, status_code: int = 200, **values: object) -> HTMLResponse:
        """A page made from a template, in the visit's language, which later visits remember."""
        values |= {"visit": self, "ui": self.interface, "interfaces": interfaces().values()}
        answer = HTMLResponse(_environment().get_template(template).render(values), status_code)
        if self.asked == self.interface.language:
            answer.set_cookie(COOKIE, self.asked, max_age=YEAR_S, httponly=True, samesite="lax")
        return answer

    def here(self, **changes: object) -> str:
        """A link to the same page with parts of its query changed or, by None, left out; never to another server."""
        query = dict(self.request.query_params) | changes
        return "?" + urlencode({name: value for name, value in query.items() if value is not None})


@cache
def _environment() -> Environment:
    """The templates, with everything they print escaped."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["web_link"] = web_link
    environment.filters["part"] = _part
    return environment


def web_link(url: str | None) -> str | None:
    """The address itself where a browser may follow it as a page of the web, else nothing.

    >>> web_link("https://example.org/a"), web_link("javascript:alert(1)")
    ('https://example.org/a', None)
    """
    return url if url and url.lower().startswith(("http://", "https://")) else None


def _part(any_id: str) -> str:
    """An id as one part of a path or as a fragment."""
    return quote(any_id, safe="")
