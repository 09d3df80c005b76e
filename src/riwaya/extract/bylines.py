"""Bylines and datelines: who wrote or sent a report, and the place, agency and day at its head."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from riwaya.extract.lines import Line, core
from riwaya.rules.tables import values

_PARTS = re.compile("[-\u2013\u2014\u0640/|()\\[\\]:,\u060c\u00ab\u00bb]+")
# Where a dateline may end: a row of dashes, a dash between blanks, a colon, a closing bracket.
_ENDS = re.compile("\\s*(?:-{2,}|:\\s*-|[-\u2013\u2014\u0640](?=\\s)|:|\\)\\s*-*(?=\\s))\\s*")
_DASH = re.compile("\\s[-\u2013\u2014\u0640]+\\s")
_EDGES = " :/-()[]"
_REACH = 80  # code points in which a dateline ends, and in which a second dash makes the first a parenthesis


class Bylines:
    """The byline words of a pack.

    Kinds: `by` stands before a name, `label` only before a colon or alone, `agency` and `outlet` are names.
    """

    def __init__(self, rows: Sequence[Mapping[str, str]], key: Callable[[str], str]) -> None:
        """`rows` are those of the pack's byline table, `key` its folding."""
        forms: dict[str, list[str]] = {"by": [], "label": []}
        self._senders: set[str] = set()
        for row in rows:
            keys = [key(form).lower() for form in values(row["forms"])]
            if row["kind"] in forms:
                forms[row["kind"]] += keys
            else:
                self._senders.update(map(core, keys))
        by, label = ("|".join(sorted(map(re.escape, forms[kind]), reverse=True)) for kind in ("by", "label"))
        self._lead = re.compile(rf"(?:(?:{by})(?!\w)\s*[:/-]*|(?:{label})\s*[:/-]+)\s*", re.IGNORECASE)
        self._key = key

    def is_sender(self, words: str, outlet: str | None = None) -> bool:
        """Whether the words are the name of an agency or outlet (this report's too), and no more."""
        key = core(self._key(words).lower())
        return key in self._senders or (outlet is not None and key == core(self._key(outlet).lower()))

    def name(self, words: str) -> str:
        """The name alone, without the words for "written by" before it."""
        words = " ".join(words.split()).strip(_EDGES)
        for end in range(min(len(words), _REACH), 0, -1):
            match = self._lead.fullmatch(self._key(words[:end]))
            if match:
                return words[end:].strip(_EDGES) or words
        return words

    def is_byline(self, line: Line) -> bool:
        """Whether the line says who wrote or sent the report, and no more."""
        if line.count > 8 or len(line.words) > _REACH:
            return False
        lead = self._lead.match(line.key)
        if lead and 0 < len(line.key[lead.end() :].split()) <= 5:
            return not line.stops
        return self.is_sender(line.words)

    def is_dateline(self, line: Line, outlet: str | None) -> bool:
        """Whether the line is a place and a sender, and no more."""
        parts = _parts(line.words)
        if line.count > 8 or line.stops or len(parts) < 2 or any(len(part.split()) > 3 for part in parts):
            return False
        return _is_bare_pair(line.words) or any(self.is_sender(part, outlet) for part in parts)

    def dateline_end(self, words: str, outlet: str | None, *, is_dated: Callable[[str], bool]) -> int:
        """Where the dateline at the head of a paragraph ends, in code points; 0 where there is none."""

        def signs(part: str) -> bool:
            return is_dated(part) or self.is_sender(part, outlet)

        ends = [match for match in _ENDS.finditer(words[: _REACH + 1]) if match.end() < len(words)]
        for match in reversed(ends):
            parts = _parts(words[: match.end()])
            short = len(parts) <= 4 and all(len(part.split()) <= 3 or is_dated(part) for part in parts)
            if short and any(map(signs, parts)):
                return match.end()
        if ends and _is_bare_place(words, ends[0]):
            return ends[0].end()
        return 0


def _is_bare_place(words: str, end: re.Match[str]) -> bool:
    """Whether a paragraph begins with one or two words and a dash that opens no parenthesis."""
    place, rest = words[: end.start()], words[end.end() :]
    dashed = _DASH.match(words, end.start()) is not None
    return dashed and 1 <= len(place.split()) <= 2 and not _DASH.search(rest[:_REACH])


def _is_bare_pair(words: str) -> bool:
    """Whether a line is one or two words, a dash between blanks, and one or two words again."""
    pieces = [piece.split() for piece in _DASH.split(words)]
    return len(pieces) == 2 and all(1 <= len(piece) <= 2 for piece in pieces)


def _parts(words: str) -> list[str]:
    """The pieces of a dateline: place, sender, day."""
    return [part.strip() for part in _PARTS.split(words) if part.strip()]
