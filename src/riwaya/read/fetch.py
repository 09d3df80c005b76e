"""Fetching: one page that the user asked for, within limits of time and size, from the public internet.

Redirects are followed by hand, so that every hop is checked like the first.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from http.client import HTTPException
from urllib.parse import urljoin

from urllib3 import BaseHTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    LocationParseError,
    NewConnectionError,
    ReadTimeoutError,
)
from urllib3.util import Url, parse_url

from riwaya import __version__
from riwaya.errors import FetchError
from riwaya.read.addresses import resolve
from riwaya.read.substance import MAX_BYTES, Source, check_text

USER_AGENT = f"riwaya/{__version__} (reads one page that a person asked for)"

_CHUNK_BYTES = 64 * 1024
_TEXT_TYPES = ("text/", "application/xhtml+xml", "application/xml")
_CODINGS = ("", "identity", "gzip", "x-gzip", "deflate")
_REDIRECTS = (301, 302, 303, 307, 308)
_TRIES = 2


@dataclass(frozen=True, slots=True)
class Limits:
    """What a fetch may cost at most; `size_bytes` counts what comes out of the compression."""

    connect_s: float = 10.0
    read_s: float = 20.0
    total_s: float = 60.0
    size_bytes: int = MAX_BYTES
    redirects: int = 5


_DEFAULT = Limits()


@dataclass(frozen=True, slots=True)
class _Visit:
    """One fetch under way: what the user asked for, its limits, when it must be over (monotonic clock)."""

    asked: str
    limits: Limits
    allow_private: bool
    deadline_s: float

    def left_s(self) -> float:
        """The time that is left; raises FetchError (fetch.timeout) when there is none."""
        left = self.deadline_s - time.monotonic()
        if left <= 0:
            raise self.timeout()
        return left

    def error(self, code: str, what: str, todo: str) -> FetchError:
        """An error that names the URL the user gave."""
        return FetchError(code, what, where=self.asked, todo=todo)

    def timeout(self) -> FetchError:
        """The error for a server that takes too long."""
        return self.error(
            "fetch.timeout",
            "the server takes too long",
            "try again later, or save the page and give the file",
        )

    def refused(self, said: object) -> FetchError:
        """The error for a connection that fails."""
        return self.error(
            "fetch.refused", f"no connection ({said})", "check the URL and the network, or try again later"
        )

    def too_large(self) -> FetchError:
        """The error for a page above the size limit."""
        size = self.limits.size_bytes
        return self.error("fetch.too-large", f"the page is larger than {size} bytes", "give the page of one report")


def fetch(url: str, *, allow_private: bool = False, limits: Limits = _DEFAULT) -> Source:
    """The page at a URL, under the URL that it was found at in the end.

    Raises FetchError (fetch.*), and SourceError (source.empty, source.binary) for a page without text. The
    time limit does not cover the look-up of the host's name, which the system bounds.
    """
    visit = _Visit(url, limits, allow_private, time.monotonic() + limits.total_s)
    here = url
    for _hop in range(limits.redirects + 1):
        address = _checked_url(here, visit)
        content, onward = _get(address, visit)
        if onward is None:
            retrieved = datetime.now(UTC).isoformat(timespec="seconds")
            return Source(url, check_text(content, url), url=address.url, retrieved=retrieved)
        here = _onward(address.url, onward, visit)
    raise visit.error("fetch.redirects", f"more than {limits.redirects} redirects", "give the URL of the page itself")


def _checked_url(url: str, visit: _Visit) -> Url:
    """The parts of a URL that may be fetched, without its fragment; raises FetchError (fetch.url)."""
    try:
        address = parse_url(url)
    except LocationParseError as error:
        raise visit.error("fetch.url", "no valid URL", "check how it is written") from error
    if address.scheme not in ("http", "https") or not address.host:
        raise visit.error("fetch.url", f"{url} is no http or https URL", "give the URL of a web page")
    if address.auth:
        raise visit.error("fetch.url", "the URL holds a password", "take it out: URLs are kept in the records")
    return address._replace(fragment=None)


def _onward(url: str, location: str, visit: _Visit) -> str:
    """The URL that a redirect leads to; raises FetchError (fetch.url).

    Headers come in as Latin-1; servers that write other letters into them write UTF-8.
    """
    try:
        return urljoin(url, location.encode("latin-1").decode("utf-8"))
    except ValueError as error:
        raise visit.error("fetch.url", "a redirect to no valid URL", "give the URL of the page itself") from error


def _get(address: Url, visit: _Visit) -> tuple[bytes, str | None]:
    """The content at one address, or where it redirects to; a connection that fails is tried once more."""
    host = (address.host or "").strip("[]")
    port = address.port or (443 if address.scheme == "https" else 80)
    addresses = resolve(host, port, allow_private=visit.allow_private, where=visit.asked)
    failure: Exception | None = None
    for ip in (addresses * _TRIES)[: max(_TRIES, len(addresses))]:
        try:
            return _get_from(ip, host, port, address, visit)
        except (HTTPError, HTTPException, OSError) as error:
            if _is_timeout(error):
                raise visit.timeout() from error
            visit.left_s()  # a connection that was cut off because the time is over ends here
            failure = error
    raise visit.refused(failure) from failure


def _is_timeout(error: Exception) -> bool:
    """Whether an error means that the server is too slow; urllib3 counts refusals among them."""
    slow = isinstance(error, ConnectTimeoutError | ReadTimeoutError | TimeoutError)
    return slow and not isinstance(error, NewConnectionError)


def _get_from(ip: str, host: str, port: int, address: Url, visit: _Visit) -> tuple[bytes, str | None]:
    """The content that the server at one IP gives for the URL, or where it redirects to."""
    with closing(_connection(ip, host, port, address.scheme == "https", visit)) as connection:
        connection.connect()
        connection.sock.settimeout(min(visit.limits.read_s, visit.left_s()))
        with _cut_off(connection.sock, visit):
            connection.request("GET", address.request_uri, headers=_headers(address), preload_content=False)
            with closing(connection.getresponse()) as response:
                return _read(response, visit)


def _connection(ip: str, host: str, port: int, secure: bool, visit: _Visit) -> HTTPConnection:
    """A connection, not yet open, to the server at the IP; over TLS its certificate must be the host's."""
    timeout_s = min(visit.limits.connect_s, visit.left_s())
    if secure:
        return HTTPSConnection(ip, port, timeout=timeout_s, server_hostname=host)
    return HTTPConnection(ip, port, timeout=timeout_s)


def _headers(address: Url) -> dict[str, str]:
    """What is sent with the request: the host by its name, and who asks."""
    return {
        "Host": address.netloc or "",
        "User-Agent": USER_AGENT,
        "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9",
        "Accept-Encoding": "gzip, deflate",
    }


@contextmanager
def _cut_off(sock: socket.socket, visit: _Visit) -> Iterator[None]:
    """A stretch in which the connection is cut when the time is over, however slowly the bytes drip in."""
    watch = threading.Timer(visit.left_s(), _shut, (sock,))
    watch.daemon = True
    watch.start()
    try:
        yield
    finally:
        watch.cancel()


def _shut(sock: socket.socket) -> None:
    """Nothing; the socket is shut, if it is still open."""
    try:
        sock.shutdown(socket.SHUT_RDWR)
    except OSError:
        return


def _read(response: BaseHTTPResponse, visit: _Visit) -> tuple[bytes, str | None]:
    """The body of a response, or where it redirects to; raises FetchError for what is no page of text."""
    onward = response.headers.get("Location")
    if response.status in _REDIRECTS and onward:
        return b"", onward
    if response.status >= 400:
        raise visit.error(
            "fetch.status", f"the server answers {response.status}", "check that the page opens in a browser"
        )
    _check_headers(response, visit)
    body = bytearray()
    while chunk := response.read(_CHUNK_BYTES, decode_content=True):
        body += chunk
        visit.left_s()
        if len(body) > visit.limits.size_bytes:
            raise visit.too_large()
    visit.left_s()
    return bytes(body), None


def _check_headers(response: BaseHTTPResponse, visit: _Visit) -> None:
    """Nothing; raises FetchError where the headers promise no text, or too much of it."""
    content_type = response.headers.get("Content-Type", "text/html").strip().lower()
    if not content_type.startswith(_TEXT_TYPES):
        raise visit.error("fetch.content-type", f"{content_type}, no page of text", "give the URL of a web page")
    coding = response.headers.get("Content-Encoding", "").strip().lower()
    if coding not in _CODINGS:
        raise visit.error("fetch.content-type", f"packed as {coding}", "save the page in a browser and give the file")
    length = response.headers.get("Content-Length", "")
    if length.isascii() and length.isdigit() and int(length) > visit.limits.size_bytes:
        raise visit.too_large()
