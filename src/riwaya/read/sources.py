"""Sources: what the arguments of a command name, opened one by one.

A source that cannot be read is handed on as a value, so that the others are still read.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from riwaya.errors import SourceError
from riwaya.read.fetch import fetch
from riwaya.read.substance import MAX_BYTES, Source, check_text, too_large

SUFFIXES = (".html", ".htm", ".xhtml", ".txt")

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")


def open_sources(
    arguments: Iterable[str], *, stdin: BinaryIO | None = None, allow_private: bool = False
) -> Iterator[Source | SourceError]:
    """The sources that the arguments name, each as it is opened, or the error that says why it cannot be.

    An argument is a file, a folder (its pages and texts, sorted), `-` (standard input) or an http(s) URL.
    `allow_private` lets a URL lead to the user's own machine or network.
    """
    for argument in arguments:
        try:
            yield from _open(argument, stdin, allow_private)
        except SourceError as error:
            yield error


def _open(argument: str, stdin: BinaryIO | None, allow_private: bool) -> Iterator[Source | SourceError]:
    """The sources of one argument; raises SourceError."""
    if argument == "-":
        yield _read_stream(stdin)
    elif scheme := _SCHEME.match(argument):
        yield _open_url(argument, scheme[1].lower(), allow_private)
    elif (path := Path(argument)).is_dir():
        yield from _open_folder(path)
    else:
        yield read_file(path)


def _open_url(url: str, scheme: str, allow_private: bool) -> Source:
    """The page at the URL; raises SourceError (source.scheme) and FetchError."""
    if scheme not in ("http", "https"):
        raise SourceError(
            "source.scheme",
            f"{scheme}:// cannot be read",
            where=url,
            todo="give an http or https URL, or a path",
        )
    return fetch(url, allow_private=allow_private)


def _open_folder(folder: Path) -> Iterator[Source | SourceError]:
    """The sources of a folder, sorted by path; hidden files and folders are left out."""
    found = False
    for path_or_error in _walk(folder):
        found = True
        if isinstance(path_or_error, SourceError):
            yield path_or_error
            continue
        try:
            yield read_file(path_or_error)
        except SourceError as error:
            yield error
    if not found:
        raise SourceError(
            "source.no-files",
            f"no file that ends in {', '.join(SUFFIXES)}",
            where=str(folder),
            todo="give another folder, or the files by name",
        )


def _walk(folder: Path) -> Iterator[Path | SourceError]:
    """The pages and texts below a folder, and an error for each folder that cannot be opened."""
    refused: list[OSError] = []
    for here, folders, names in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and name.lower().endswith(SUFFIXES):
                yield Path(here, name)
    for error in refused:
        yield _unreadable(str(error.filename), error)


def read_file(path: Path) -> Source:
    """The source that a file holds; raises SourceError."""
    name = str(path)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise SourceError("source.unreadable", "no regular file", where=name, todo="pipe it in and give -")
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise SourceError("source.missing", "no such file or folder", where=name, todo="check the path") from error
    except OSError as error:
        raise _unreadable(name, error) from error
    return _checked(name, content)


def _read_stream(stream: BinaryIO | None) -> Source:
    """The source that standard input holds; raises SourceError."""
    if stream is None:
        raise SourceError("source.missing", "no standard input", where="-", todo="pipe a page in, or give a path")
    try:
        content = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: the stream is closed
        raise _unreadable("standard input", error) from error
    return _checked("standard input", content)


def _checked(name: str, content: bytes) -> Source:
    """The source, when its size and bytes are those of a text; raises SourceError."""
    if len(content) > MAX_BYTES:
        raise too_large(name)
    return Source(name, check_text(content, name))


def _unreadable(name: str, error: Exception) -> SourceError:
    """The error for what the system refuses to read."""
    said = getattr(error, "strerror", None) or str(error)
    return SourceError("source.unreadable", f"cannot be read ({said})", where=name, todo="check its permissions")
