"""What a source is made of: its bytes, and the check that they can be text at all."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from riwaya.errors import SourceError

MAX_BYTES = 20_000_000

# How the files begin that people drop by mistake (the file formats' own specifications).
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a", "a RAR archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a WebP image or a sound"),
    (b"ID3", "an MP3 sound"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"SQLite format 3", "a SQLite database"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "an RTF document"),
)
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one report, under the name that messages give it."""

    name: str
    content: bytes
    url: str | None = None
    retrieved: str | None = None  # ISO 8601 in UTC; only for what came over the network


def check_text(content: bytes, name: str) -> bytes:
    """The content itself; raises SourceError (source.empty, source.binary) where it cannot be text."""
    if not content.strip(b" \t\r\n\f\v\0\xef\xbb\xbf\xff\xfe"):
        raise SourceError("source.empty", "nothing in it", where=name, todo="give a page or a text")
    if seems := _binary_kind(content):
        raise SourceError(
            "source.binary",
            f"no text, it seems to be {seems}",
            where=name,
            todo="save it as HTML or plain text",
        )
    return content


def too_large(name: str) -> SourceError:
    """The error for a source above the limit."""
    return SourceError(
        "source.too-large",
        f"more than {MAX_BYTES // 1_000_000} MB",
        where=name,
        todo="a report is far smaller: give the page alone",
    )


def _binary_kind(content: bytes) -> str | None:
    """What the bytes seem to be, or None for text."""
    for signature, kind in _SIGNATURES:
        if content.startswith(signature):
            return kind
    if b"ftyp" in content[4:8]:
        return "a video"
    if b"\0" in content and not content.startswith(_WIDE_MARKS):
        return "a binary file (it holds NUL bytes)"
    return None
