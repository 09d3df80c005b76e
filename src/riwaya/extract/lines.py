"""Lines: the pieces of a text that layout works on, each with its folded words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from riwaya.model import Span

_LINE = re.compile("[^\n\u2028\u2029]+")
_CORE = re.compile(r"^[\W\d_]+|[\W\d_]+$")
# Marks that end a sentence: full stops and question marks of several scripts, by their code points.
_STOPS = ".!?\u061f\u06d4\u2026"
_CLOSERS = "\"'”“»«)]’ "


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its span without the blanks at its ends, its words, its folded words."""

    span: Span
    words: str
    key: str

    @property
    def count(self) -> int:
        """How many words it has."""
        return len(self.key.split())

    @property
    def stops(self) -> bool:
        """Whether it ends like a sentence."""
        return self.words.rstrip(_CLOSERS).endswith(tuple(_STOPS))


def lines_of(text: str, key: Callable[[str], str]) -> list[Line]:
    """The lines of a text that are not blank, in their order."""
    return [line_at(text, Span(*match.span()), key) for match in _LINE.finditer(text) if match.group().strip()]


def line_at(text: str, span: Span, key: Callable[[str], str]) -> Line:
    """The line at a span of the text, without the blanks at its ends."""
    words = span.cut(text)
    start = span.start + len(words) - len(words.lstrip())
    words = words.strip()
    return Line(Span(start, start + len(words)), words, key(words))


def core(key: str) -> str:
    """Folded words without the signs and digits around them.

    >>> core("(3) comments: ")
    'comments'
    """
    return _CORE.sub("", key)
