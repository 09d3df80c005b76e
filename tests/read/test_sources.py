"""What arguments open, and what is said of those that cannot be opened."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from riwaya.errors import SourceError
from riwaya.read import MAX_BYTES, Source, open_sources

PAGE = "<p>أعلنت الوزارة</p>".encode()


def the_source(*arguments: str | Path, stdin: io.BytesIO | None = None) -> Source:
    """The one source that the arguments open."""
    (found,) = open_sources(map(str, arguments), stdin=stdin)
    assert isinstance(found, Source), found
    return found


def the_error(*arguments: str | Path, stdin: io.BytesIO | None = None) -> SourceError:
    """The one error that the arguments give."""
    (found,) = open_sources(map(str, arguments), stdin=stdin)
    assert isinstance(found, SourceError), found
    return found


def test_a_file_is_read_whole_under_its_path(tmp_path: Path) -> None:
    path = tmp_path / "صفحة.html"
    path.write_bytes(PAGE)
    assert the_source(path) == Source(str(path), PAGE)


def test_standard_input_is_read() -> None:
    assert the_source("-", stdin=io.BytesIO(PAGE)).content == PAGE


def test_no_standard_input_is_said() -> None:
    assert the_error("-").code == "source.missing"


def test_a_closed_standard_input_is_said() -> None:
    stream = io.BytesIO()
    stream.close()
    assert the_error("-", stdin=stream).code == "source.unreadable"


def test_a_folder_gives_its_pages_and_texts_sorted_and_nothing_hidden(tmp_path: Path) -> None:
    for name in ("b.html", "a.TXT", "sub/c.xhtml", "sub/d.htm", ".e.html", ".git/f.html", "g.json", "h.pdf"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(PAGE)
    names = [Path(found.name).name for found in open_sources([str(tmp_path)]) if isinstance(found, Source)]
    assert names == ["a.TXT", "b.html", "c.xhtml", "d.htm"]


def test_one_bad_file_of_a_folder_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"")
    (tmp_path / "b.html").write_bytes(PAGE)
    bad, good = open_sources([str(tmp_path)])
    assert isinstance(bad, SourceError)
    assert bad.code == "source.empty"
    assert "a.html" in bad.where
    assert isinstance(good, Source)


def test_one_bad_argument_does_not_stop_the_others(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(PAGE)
    bad, good = open_sources([str(tmp_path / "none.txt"), str(path)])
    assert isinstance(bad, SourceError)
    assert isinstance(good, Source)


def test_a_folder_without_pages_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "data.csv").write_bytes(PAGE)
    assert the_error(tmp_path).code == "source.no-files"


@pytest.mark.parametrize("argument", ["/no/such/file.html", "a\0b.html", "pyproject.toml/x.html"])
def test_a_path_that_is_not_there_is_missing(argument: str) -> None:
    assert the_error(argument).code == "source.missing"


def test_a_device_is_not_read() -> None:
    assert the_error(os.devnull).code == "source.unreadable"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert the_error(tmp_path).code == "source.unreadable"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(PAGE)
    path.chmod(0)
    assert the_error(path).code == "source.unreadable"


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", b"\xef\xbb\xbf\n", b"\0\0"])
def test_nothing_but_blanks_is_empty(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    assert the_error(path).code == "source.empty"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "zip"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"\0\0\0\x18ftypmp42", "video"),
        (b"text with a\0 in it", "NUL"),
    ],
)
def test_a_file_that_is_no_text_is_named_for_what_it_is(tmp_path: Path, content: bytes, kind: str) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(content)
    error = the_error(path)
    assert error.code == "source.binary"
    assert kind in error.what


def test_utf16_is_text_for_all_its_nul_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("قال بيان".encode("utf-16"))
    assert the_source(path).content.startswith(b"\xff\xfe")


def test_a_file_above_the_limit_is_refused_without_reading_it_all(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.truncate(50 * MAX_BYTES)  # takes no room on the disk
    assert the_error(path).code == "source.too-large"


@pytest.mark.parametrize("url", ["ftp://example.org/a.html", "file:///etc/passwd", "HTTPX://example.org"])
def test_only_web_addresses_are_fetched(url: str) -> None:
    assert the_error(url).code == "source.scheme"
