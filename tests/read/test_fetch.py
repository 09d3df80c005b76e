"""Fetching from a server on the loopback that behaves badly in every way."""

from __future__ import annotations

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from riwaya.errors import FetchError, SourceError
from riwaya.read import Limits, Source, fetch, open_sources

PAGE = "<html><body><p>أعلنت الوزارة</p></body></html>".encode()
BOMB = gzip.compress(b"a" * 30_000_000, 1)  # far above the limit when unpacked, far below it as it is sent
QUICK = Limits(connect_s=1.0, read_s=0.3, total_s=0.6, size_bytes=1_000_000, redirects=3)
PATIENT = Limits(connect_s=1.0, read_s=5.0, total_s=10.0, size_bytes=1_000_000, redirects=3)


class Handler(BaseHTTPRequestHandler):
    """Answers each path in its own way."""

    seen: ClassVar[list[tuple[str, str, str]]] = []  # path, host, user agent

    def log_message(self, *_: object) -> None:
        """Nothing: the tests' output stays clean."""

    def page(self, body: bytes = PAGE, status: int = 200, **headers: str) -> None:
        """Send a page with its length, unless the headers say otherwise."""
        self.send_response(status)
        sent = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))}
        for name, value in (sent | {name.replace("_", "-"): value for name, value in headers.items()}).items():
            if value:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def drip(self) -> None:
        """Send a byte now and then, faster than the read limit and without an end."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        for _ in range(100):
            self.wfile.write(b"a")
            self.wfile.flush()
            time.sleep(0.05)

    def drip_headers(self) -> None:
        """Never come to the end of the headers."""
        for _ in range(100):
            self.wfile.write(b"a")
            self.wfile.flush()
            time.sleep(0.05)

    def endless(self) -> None:
        """Send 100 MB without saying so before."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        for _ in range(1600):
            self.wfile.write(b"a" * 65536)

    def do_GET(self) -> None:
        """Answer as the path says."""
        self.seen.append((self.path, self.headers["Host"], self.headers["User-Agent"]))
        answers: dict[str, Callable[[], None]] = {
            "/page": self.page,
            "/gzip": lambda: self.page(gzip.compress(PAGE), Content_Encoding="gzip"),
            "/deflate": lambda: self.page(zlib.compress(PAGE), Content_Encoding="deflate"),
            "/gone": lambda: self.page(status=404),
            "/broken": lambda: self.page(status=503),
            "/image": lambda: self.page(b"\x89PNG", Content_Type="image/png"),
            "/disguised": lambda: self.page(b"\x89PNG\r\n"),
            "/blank": lambda: self.page(b"  \n"),
            "/huge": lambda: self.page(b"a", Content_Length="100000000"),
            "/endless": self.endless,
            "/bomb": lambda: self.page(BOMB, Content_Encoding="gzip"),
            "/double-bomb": lambda: self.page(b"x", Content_Encoding="gzip, gzip"),
            "/not-gzip": lambda: self.page(b"no gzip at all", Content_Encoding="gzip"),
            "/cut-off": lambda: self.page(PAGE, Content_Length=str(len(PAGE) + 10)),
            "/silent": lambda: time.sleep(1.0),
            "/drip": self.drip,
            "/drip-headers": self.drip_headers,
            "/moved": lambda: self.page(b"", 302, Location="/page#part"),
            "/loop": lambda: self.page(b"", 302, Location="/loop"),
            "/to-letters": lambda: self.page(b"", 301, Location="/خبر".encode().decode("latin-1")),
            "/%D8%AE%D8%A8%D8%B1": self.page,
            "/to-nowhere": lambda: self.page(b"", 302, Location="http://[::1"),
            "/away": lambda: self.page(b"", 302, Location="http://inside.example/secret"),
            "/to-file": lambda: self.page(b"", 302, Location="file:///etc/passwd"),
            "/no-type": lambda: self.page(Content_Type=""),
        }
        try:
            answers[self.path]()
        except OSError:
            self.close_connection = True  # the client went away, as it should


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a running server."""
    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.daemon_threads = True
    running.block_on_close = False
    threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_address[1]}"
    running.shutdown()
    running.server_close()


def code_of(url: str, *, allow_private: bool = True, limits: Limits = PATIENT) -> str:
    """The code under which fetching the URL fails."""
    with pytest.raises(SourceError) as caught:
        fetch(url, allow_private=allow_private, limits=limits)
    assert caught.value.where == url
    assert caught.value.todo
    return caught.value.code


@pytest.mark.parametrize("path", ["/page", "/gzip", "/deflate", "/no-type"])
def test_a_page_comes_with_its_address_and_time(server: str, path: str) -> None:
    source = fetch(server + path, allow_private=True, limits=PATIENT)
    assert source.content == PAGE
    assert source.url == server + path
    assert source.retrieved is not None
    assert source.retrieved.endswith("+00:00")


def test_the_server_is_told_who_asks_and_for_which_host(server: str) -> None:
    fetch(server + "/page", allow_private=True)
    _, host, agent = Handler.seen[-1]
    assert host == server.removeprefix("http://")
    assert agent.startswith("riwaya/")


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/gone", "fetch.status"),
        ("/broken", "fetch.status"),
        ("/image", "fetch.content-type"),
        ("/double-bomb", "fetch.content-type"),
        ("/disguised", "source.binary"),
        ("/blank", "source.empty"),
        ("/huge", "fetch.too-large"),
        ("/endless", "fetch.too-large"),
        ("/bomb", "fetch.too-large"),
        ("/not-gzip", "fetch.refused"),
        ("/cut-off", "fetch.refused"),
        ("/loop", "fetch.redirects"),
        ("/to-file", "fetch.url"),
        ("/to-nowhere", "fetch.url"),
    ],
)
def test_what_is_no_page_is_refused(server: str, path: str, code: str) -> None:
    assert code_of(server + path) == code


@pytest.mark.parametrize("path", ["/silent", "/drip", "/drip-headers"])
def test_a_slow_server_is_left_in_time(server: str, path: str) -> None:
    began = time.monotonic()
    assert code_of(server + path, limits=QUICK) == "fetch.timeout"
    assert time.monotonic() - began < 2 * QUICK.total_s


def test_a_redirect_is_followed_to_its_own_address(server: str) -> None:
    assert fetch(server + "/moved", allow_private=True).url == server + "/page"


def test_a_redirect_may_be_written_in_other_letters(server: str) -> None:
    assert fetch(server + "/to-letters", allow_private=True).url == server + "/%D8%AE%D8%A8%D8%B1"


def test_a_closed_port_is_tried_twice_and_refused() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert code_of(f"http://127.0.0.1:{port}/") == "fetch.refused"


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "10.1.2.3", "192.168.0.1", "169.254.169.254", "0.0.0.0", "[::1]", "[fe80::1]",
     "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "100.64.0.1", "224.0.0.1", "2130706433"],
)  # fmt: skip
def test_an_address_inside_is_refused(host: str) -> None:
    assert code_of(f"http://{host}/page", allow_private=False) == "fetch.private-address"


def resolving(answers: dict[str, list[str]], asked: list[str]) -> Callable[..., list[tuple[object, ...]]]:
    """A stand-in for the look-up of names, which notes what it was asked."""

    def look_up(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        asked.append(host)
        if host not in answers:
            raise socket.gaierror("unknown")
        return [(2, 1, 6, "", (address, port)) for address in answers[host]]

    return look_up


def test_one_private_address_among_public_ones_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = {"mixed.example": ["1.1.1.1", "10.0.0.1"]}
    monkeypatch.setattr("riwaya.read.addresses.getaddrinfo", resolving(answers, []))
    assert code_of("http://mixed.example/", allow_private=False) == "fetch.private-address"


def test_a_redirect_inside_is_refused(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = {"outside.example": ["127.0.0.1"], "inside.example": ["10.0.0.1"]}
    asked: list[str] = []
    monkeypatch.setattr("riwaya.read.addresses.getaddrinfo", resolving(answers, asked))
    monkeypatch.setattr("riwaya.read.addresses.is_public", lambda address: str(address) == "127.0.0.1")
    url = server.replace("127.0.0.1", "outside.example") + "/away"
    assert code_of(url, allow_private=False) == "fetch.private-address"
    assert asked == ["outside.example", "inside.example"]


def test_the_checked_address_is_connected_to_without_a_second_look_up(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answers = {"name.example": ["127.0.0.1"]}
    monkeypatch.setattr("riwaya.read.addresses.getaddrinfo", resolving(answers, asked))
    fetch(server.replace("127.0.0.1", "name.example") + "/page", allow_private=True)
    assert asked == ["name.example"]
    assert Handler.seen[-1][1].startswith("name.example:")


def test_an_unknown_host_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("riwaya.read.addresses.getaddrinfo", resolving({}, []))
    assert code_of("http://nowhere.example/") == "fetch.unresolved"


@pytest.mark.parametrize(
    "url", ["http://", "http://user:secret@example.org/", "http://exa mple.org:port/", "http://[::1/", "//example.org"]
)
def test_a_url_that_is_none_is_said(url: str) -> None:
    assert code_of(url) == "fetch.url"


def test_sources_hand_a_failed_fetch_on_as_a_value(server: str) -> None:
    private, good = (
        *open_sources([server + "/page"]),
        *open_sources([server + "/page"], allow_private=True),
    )
    assert isinstance(private, FetchError)
    assert private.code == "fetch.private-address"
    assert isinstance(good, Source)
