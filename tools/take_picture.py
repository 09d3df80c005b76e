"""Takes the picture of a report's page, for the README.

    python tools/take_picture.py STORE REPORT_ID OUTPUT.png [--language en] [--dark] [--height 1000]

Serves the store to itself and needs a Chromium on this machine.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import sync_playwright

from riwaya.serve import create_app

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextmanager
def served(store: Path) -> Iterator[str]:
    """The address of a server over the store; no words are searched, so none need folding."""
    server = uvicorn.Server(uvicorn.Config(create_app(store, fold=str), port=0, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


def take(address: str, output: Path, *, width: int, height: int, dark: bool) -> None:
    """Nothing; the picture of the top of the page is in the output, at two dots for each pixel."""
    browser_path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser_path is None:
        sys.exit(f"no browser on this machine: install one of {', '.join(BROWSERS)}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=QUIET)
        page = browser.new_page(
            viewport={"width": width, "height": height},
            device_scale_factor=2,
            color_scheme="dark" if dark else "light",
        )
        answer = page.goto(address)
        if answer is None or not answer.ok:
            sys.exit(f"{address}: no such report in the store; list its ids with the page /")
        page.evaluate("document.fonts.ready")
        page.wait_for_timeout(200)
        page.screenshot(path=output)
        browser.close()


def main() -> None:
    """Nothing; takes the picture that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path)
    parser.add_argument("report_id")
    parser.add_argument("output", type=Path)
    parser.add_argument("--language", default="ar")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--width", type=int, default=1440)
    parser.add_argument("--height", type=int, default=1000)
    asked = parser.parse_args()
    with served(asked.store) as address:
        page = f"{address}/reports/{asked.report_id}?lang={asked.language}"
        take(page, asked.output, width=asked.width, height=asked.height, dark=asked.dark)


if __name__ == "__main__":
    main()
