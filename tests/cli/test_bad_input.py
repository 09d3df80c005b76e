"""Bad input: one clear line a source on stderr (where, what, what to do, code); the others are done."""

from __future__ import annotations

import re
import socket
import threading
import time
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from riwaya.model import Record
from riwaya.read import Limits, fetch
from riwaya.read.addresses import resolve

LINE = re.compile(r"^(?P<where>.+?): (?P<what>[^;]+); (?P<todo>.+) \[(?P<code>[a-z]+\.[a-z-]+)\]$")
SECTIONS = [
    "الرئيسية",
    "أخبار",
    "سياسة",
    "اقتصاد",
    "رياضة",
    "ثقافة",
    "صحة",
    "علوم",
    "فيديو",
    "صور",
    "مقالات",
    "برامج",
    "البث",
    "تواصل",
]
MENU = "".join(f'<li><a href="/{n}">{section}</a></li>' for n, section in enumerate(SECTIONS))
ENGLISH = "<p>The ministry of defence said on Monday that the port had been shelled at dawn by the enemy.</p>" * 6

FILES: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "source.empty"),
    "blank.html": (b" \n\t\n ", "source.empty"),
    "no-text.html": (b"<html><body></body></html>", "page.empty"),
    "menu.html": (f"<html><body><nav><ul>{MENU}</ul></nav></body></html>".encode(), "page.empty"),
    "english.html": (f"<html><body><article>{ENGLISH}</article></body></html>".encode(), "page.language"),
    "picture.html": (b"\x89PNG\r\n\x1a\n" + b"\0" * 200, "source.binary"),
    "archive.html": (b"PK\x03\x04" + b"\0" * 200, "source.binary"),
    "nul.txt": (b"abc\0def" * 40, "source.binary"),
}


def told(err: str) -> list[re.Match[str]]:
    """The lines of stderr, each of which must have the four parts of a message."""
    lines = [LINE.match(line) for line in err.splitlines()]
    assert all(lines), err
    return [line for line in lines if line]


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_is_one_line(run: Any, tmp_path: Path, name: str) -> None:
    content, code = FILES[name]
    path = tmp_path / name
    path.write_bytes(content)
    outcome = run("read", path, "--format", "jsonl")
    (line,) = told(outcome.err)
    assert (outcome.code, outcome.out) == (1, "")
    assert (line["where"], line["code"]) == (str(path), code)


def test_a_page_of_numbered_links_is_no_report(run: Any, tmp_path: Path) -> None:
    links = "".join(f'<li><a href="/{n}">القسم {n}</a></li>' for n in range(30))
    (tmp_path / "links.html").write_text(f"<html><body><nav><ul>{links}</ul></nav></body></html>", encoding="utf-8")
    assert run("read", tmp_path).code == 1


@pytest.mark.parametrize(
    ("name", "code"),
    [("missing.html", "source.missing"), ("no\nline.html", "source.missing"), ("ftp://host/a", "source.scheme")],
)
def test_a_source_that_is_not_there(run: Any, tmp_path: Path, name: str, code: str) -> None:
    outcome = run("read", name if "://" in name else tmp_path / name)
    assert outcome.code == 1
    assert f"[{code}]" in outcome.err


def test_an_empty_folder_is_one_line(run: Any, tmp_path: Path) -> None:
    outcome = run("read", tmp_path)
    assert outcome.code == 1
    assert [line["code"] for line in told(outcome.err)] == ["source.no-files"]


def test_one_broken_file_among_good_ones_costs_only_itself(run: Any, good: Path, tmp_path: Path) -> None:
    (tmp_path / "a-broken.html").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 200)
    (tmp_path / "z-last.txt").write_bytes(good.read_bytes())
    outcome = run("read", tmp_path, "--format", "jsonl", "--store", tmp_path / "r.db")
    (line,) = told(outcome.err)
    assert outcome.code == 3
    assert line["where"].endswith("a-broken.html")
    assert len([Record.from_json(written) for written in outcome.out.splitlines()]) == 2


def test_empty_standard_input_is_one_line(run: Any) -> None:
    outcome = run("read", "-")
    (line,) = told(outcome.err)
    assert (outcome.code, line["where"], line["code"]) == (1, "standard input", "source.empty")


def test_a_store_that_is_none_is_one_line(run: Any, good: Path) -> None:
    outcome = run("read", good, "--store", good)
    (line,) = told(outcome.err)
    assert (outcome.code, line["code"]) == (1, "store.not-a-store")


def test_deep_nesting_and_entities_end_in_a_record_or_a_line(run: Any, good: Path, tmp_path: Path) -> None:
    deep = "<div>" * 20_000 + good.read_text(encoding="utf-8") + "</div>" * 20_000
    bomb = '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><html><body><p>&b;</p></body></html>'
    (tmp_path / "deep.html").write_text(f"<html><body>{deep}</body></html>", encoding="utf-8")
    (tmp_path / "bomb.html").write_text(bomb, encoding="utf-8")
    outcome = run("read", tmp_path, "--format", "jsonl")
    assert outcome.code == 3
    assert 1 <= len(told(outcome.err)) <= 2
    assert len(outcome.out.splitlines()) + len(told(outcome.err)) == 3


class Handler(BaseHTTPRequestHandler):
    """Answers each path in its own bad way."""

    def log_message(self, *_: object) -> None:
        """Nothing: the tests' output stays clean."""

    def do_GET(self) -> None:
        """Answer."""
        if self.path == "/slow":
            time.sleep(1.0)
        self.send_response({"/private": 302, "/gone": 404}.get(self.path, 200))
        self.send_header("Content-Type", "application/pdf" if self.path == "/pdf" else "text/html; charset=utf-8")
        if self.path == "/private":
            self.send_header("Location", "http://10.0.0.1/secret")
        if self.path == "/huge":
            self.send_header("Content-Length", str(100_000_000))
        self.end_headers()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a server on the loopback; a fetch waits half a second for it."""
    quick = Limits(connect_s=0.5, read_s=0.3, total_s=0.5)
    monkeypatch.setattr("riwaya.read.sources.fetch", partial(fetch, limits=quick))
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/huge", "fetch.too-large"),
        ("/slow", "fetch.timeout"),
        ("/gone", "fetch.status"),
        ("/pdf", "fetch.content-type"),
        ("/empty", "source.empty"),
    ],
)
def test_a_url_that_gives_no_page(run: Any, server: str, monkeypatch: pytest.MonkeyPatch, path: str, code: str) -> None:
    monkeypatch.setenv("RIWAYA_ALLOW_PRIVATE", "1")
    outcome = run("read", f"{server}{path}")
    (line,) = told(outcome.err)
    assert (outcome.code, line["where"], line["code"]) == (1, f"{server}{path}", code)


def test_a_url_of_this_machine_is_refused_unless_it_is_allowed(run: Any, server: str) -> None:
    outcome = run("read", f"{server}/")
    (line,) = told(outcome.err)
    assert line["code"] == "fetch.private-address"
    assert "RIWAYA_ALLOW_PRIVATE=1" in line["todo"]


def test_a_redirect_into_the_network_is_refused(run: Any, server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def resolve_but_ours(host: str, port: int, **options: Any) -> list[str]:
        return [host] if host == "127.0.0.1" else resolve(host, port, **options)

    monkeypatch.setattr(import_module("riwaya.read.fetch"), "resolve", resolve_but_ours)
    outcome = run("read", f"{server}/private")
    (line,) = told(outcome.err)
    assert (outcome.code, line["code"]) == (1, "fetch.private-address")
    assert "10.0.0.1" in line["what"]


def test_a_url_that_nobody_answers_is_one_line_and_the_file_is_read(
    run: Any, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RIWAYA_ALLOW_PRIVATE", "1")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/"
        outcome = run("read", url, good, "--format", "json")
    (line,) = told(outcome.err)
    assert (outcome.code, line["where"], line["code"]) == (3, url, "fetch.refused")
    assert Record.from_json(outcome.out).claims
