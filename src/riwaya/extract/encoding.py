"""Encodings: the bytes of a page as text, whatever the page says of itself.

What is valid UTF-8 is UTF-8, because no text in another encoding is so by chance. Otherwise the encodings
that the page declares, that a detector proposes and that are usual are tried, and the one that gives the most
letters of the pack's script wins.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from riwaya.errors import PageError

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""")
_USUAL = ("utf-8", "cp1256", "iso8859_6", "cp1252", "cp1251")
_HEAD_BYTES = 4096
_SAMPLE = 200_000  # bytes that are enough to tell encodings apart
_REPLACED = "\ufffd"
_MAX_REPLACED = 0.05  # share of unreadable signs above which the text is lost


class Decoded(NamedTuple):
    """A text, the encoding it was in, and how many of its signs could not be read."""

    text: str
    encoding: str
    unreadable: int


def decode(content: bytes, letters: re.Pattern[str], *, name: str) -> Decoded:
    """The text of the bytes; raises PageError (page.encoding) where no encoding gives one."""
    encoding = _marked(content) or ("utf-8" if _is_utf8(content) else _best(content, letters))
    text = content.decode(encoding, errors="replace").removeprefix("\ufeff")
    unreadable = text.count(_REPLACED)
    if unreadable > _MAX_REPLACED * len(text) + 1:
        raise PageError(
            "page.encoding",
            f"{unreadable} signs are unreadable (read as {encoding})",
            where=name,
            todo="save the page as UTF-8",
        )
    return Decoded(text, encoding, unreadable)


def _marked(content: bytes) -> str | None:
    """The encoding that a byte order mark gives."""
    return next((encoding for mark, encoding in _BYTE_ORDER_MARKS if content.startswith(mark)), None)


def _is_utf8(content: bytes) -> bool:
    """Whether the bytes are valid UTF-8."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _best(content: bytes, letters: re.Pattern[str]) -> str:
    """The encoding that gives the largest share of the script's letters; the first of equals."""
    sample = content[:_SAMPLE]
    return max(dict.fromkeys(_candidates(sample)), key=lambda encoding: _share(sample, encoding, letters))


def _candidates(content: bytes) -> Iterator[str]:
    """The encodings worth trying: declared, detected, usual."""
    from resiliparse.parse.encoding import detect_encoding  # noqa: PLC0415  its import is slow

    declared = [match.decode("ascii") for match in _DECLARED.findall(content[:_HEAD_BYTES])]
    for label in (*declared, detect_encoding(content), *_USUAL):
        try:
            yield codecs.lookup(label or "").name
        except LookupError:
            continue


def _share(content: bytes, encoding: str, letters: re.Pattern[str]) -> float:
    """The share of the script's letters among the signs above ASCII that the encoding gives."""
    try:
        text = content.decode(encoding, errors="replace")
    except (UnicodeError, LookupError):  # a codec that is none for text
        return 0.0
    signs = [sign for sign in text if sign > "\x7f" and unicodedata.category(sign)[0] not in "MPZ"]
    return sum(map(bool, map(letters.match, signs))) / len(signs) if signs else 0.0
