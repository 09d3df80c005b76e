"""A browser and a running server for the tests that look at pages as a reader does."""

from __future__ import annotations

import runpy
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from riwaya.model import Record
from riwaya.serve import create_app
from riwaya.store import Store

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
START_S = 10.0


@pytest.fixture(scope="session")
def record() -> Record:
    """The record made by hand for the tests of the pages."""
    sample = Path(__file__).parents[1] / "serve" / "sample.py"
    made: Record = runpy.run_path(str(sample))["RECORD"]
    return made


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium of this machine; without one the tests are skipped, and say so."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip(f"no browser on this machine: none of {', '.join(NAMES)} is on the path")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield started
        started.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, record: Record) -> Iterator[str]:
    """The address of a server whose store holds the sample."""
    path = tmp_path_factory.mktemp("store") / "riwaya.db"
    with Store.open(path, fold=str) as store:
        store.put(record, analyser="test")
    server = uvicorn.Server(uvicorn.Config(create_app(path, fold=str), port=0, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    deadline = time.monotonic() + START_S
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """A wide page of the site that fails on an error in the console and on a request to another server."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, base_url=site)
    opened = context.new_page()
    faults: list[str] = []
    opened.on("console", lambda said: faults.append(said.text) if said.type in ("error", "warning") else None)
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("request", lambda asked: faults.append(asked.url) if not asked.url.startswith(site) else None)
    opened.on("response", lambda got: faults.append(f"{got.status} {got.url}") if got.status >= 400 else None)
    yield opened
    context.close()
    assert faults == []
