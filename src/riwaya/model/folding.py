"""Folding: a text on one spelling, with every change recorded as an edit.

Matching is done on the folded text; spans are handed back in code points of the report's own text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from riwaya.model.spans import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """One change: the code points `start` to `end` of the own text became `gives`."""

    start: int
    end: int
    gives: str


@dataclass(frozen=True)
class FoldedText:
    """A folded text and the edits that led to it."""

    raw: str
    text: str
    edits: tuple[Edit, ...]

    @cached_property
    def _anchors(self) -> tuple[list[int], list[int]]:
        """Positions after each edit that changes the length: in the folded text, and in the own text."""
        folded, raw, shift = [0], [0], 0
        for edit in self.edits:
            change = len(edit.gives) - (edit.end - edit.start)
            if change:
                shift += change
                folded.append(edit.end + shift)
                raw.append(edit.end)
        return folded, raw

    def _raw_position(self, position: int) -> int:
        """Where a folded code point begins in the own text (its end, for one inside a longer edit)."""
        folded, raw = self._anchors
        i = bisect_right(folded, position) - 1
        return raw[i] + position - folded[i]

    def folded_position(self, position: int) -> int:
        """Where a code point of the own text stands in the folded text (the next one, where it was deleted)."""
        folded, raw = self._anchors
        i = bisect_right(raw, position) - 1
        at = folded[i] + position - raw[i]
        return min(at, folded[i + 1]) if i + 1 < len(folded) else at

    def raw_span(self, start: int, end: int) -> Span:
        """The span of the own text that a folded range stands for, its diacritics included.

        >>> fold = Fold({"\\u064e": "", "\\u0623": "\\u0627"})
        >>> folded = fold.apply("\\u0623\\u064e\\u0628 \\u0628")
        >>> folded.text == "\\u0627\\u0628 \\u0628", folded.raw_span(0, 1), folded.raw_span(3, 4)
        (True, Span(start=0, end=2), Span(start=4, end=5))
        """
        first, last = self._raw_position(start), self._raw_position(end - 1) + 1
        while last < len(self.raw) and unicodedata.category(self.raw[last]) == "Mn":
            last += 1
        return Span(first, last)


class Fold:
    """The folding that a pack's orthography gives; see `apply`."""

    def __init__(self, table: Mapping[str, str]) -> None:
        """`table` maps what is folded (one code point or a short string) to what it becomes."""
        self._table = dict(table)
        alternatives = sorted(map(re.escape, self._table), key=len, reverse=True)
        self._pattern = re.compile("|".join(alternatives) or r"(?!)")
        self._single = str.maketrans({k: v for k, v in self._table.items() if len(k) == 1})
        self._longer = any(len(k) > 1 for k in self._table)

    def apply(self, raw: str) -> FoldedText:
        """The folded text with the edits that led to it."""
        edits: list[Edit] = []
        pieces: list[str] = []
        done = 0
        for match in self._pattern.finditer(raw):
            start, end = match.span()
            gives = self._table[match.group()]
            edits.append(Edit(start, end, gives))
            pieces += (raw[done:start], gives)
            done = end
        pieces.append(raw[done:])
        return FoldedText(raw, "".join(pieces), tuple(edits))

    def key(self, words: str) -> str:
        """The folded words alone, for looking up; blanks are made single."""
        if self._longer:
            words = self._pattern.sub(lambda m: self._table[m.group()], words)
        return " ".join(words.translate(self._single).split())
