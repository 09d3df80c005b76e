"""Folding: a text on one spelling, with every change recorded as an edit.

Matching is done on the folded text; spans are handed back in code points of the report's own text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from riwaya.model.spans import Span

_SIGNS = ("Mn", "Lm")  # categories of what stands on the letter before it or lengthens it
_category = cache(unicodedata.category)


class Edit(NamedTuple):
    """One change: the code points `start` to `end` of the own text became `gives`."""

    start: int
    end: int
    gives: str


_Shifts = tuple[list[int], list[int], list[Edit]]


@dataclass(frozen=True)
class FoldedText:
    """A folded text and the edits that led to it."""

    raw: str
    text: str
    edits: tuple[Edit, ...]

    @cached_property
    def _shifts(self) -> _Shifts:
        """The edits that change the length, by where they begin in the folded and in the own text."""
        folded: list[int] = []
        raw: list[int] = []
        edits: list[Edit] = []
        shift = 0
        for edit in self.edits:
            if len(edit.gives) != edit.end - edit.start:
                folded.append(edit.start + shift)
                raw.append(edit.start)
                edits.append(edit)
                shift += len(edit.gives) - (edit.end - edit.start)
        return folded, raw, edits

    @cached_property
    def _raw_bounds(self) -> tuple[Sequence[int], Sequence[int]]:
        """Where in the own text each folded code point begins and ends: itself, or the whole of a longer edit."""
        starts: list[int] = []
        ends: list[int] = []
        done = 0
        for edit in self._shifts[2]:
            starts += (*range(done, edit.start), *[edit.start] * len(edit.gives))
            ends += (*range(done + 1, edit.start + 1), *[edit.end] * len(edit.gives))
            done = edit.end
        starts += range(done, len(self.raw))
        ends += range(done + 1, len(self.raw) + 1)
        return starts, ends

    def folded_position(self, position: int) -> int:
        """Where a code point of the own text stands in the folded text (the next one, where it was deleted)."""
        folded, raw, edits = self._shifts
        i = bisect_right(raw, position) - 1
        if i < 0:
            return position
        inside = position < edits[i].end
        return folded[i] + (0 if inside else len(edits[i].gives) + position - edits[i].end)

    def raw_span(self, start: int, end: int) -> Span:
        """The span of the own text that a folded range stands for, its diacritics and stretching signs included.

        >>> fold = Fold({"\\u064e": "", "\\u0623": "\\u0627"})
        >>> folded = fold.apply("\\u0623\\u064e\\u0628 \\u0628")
        >>> folded.text == "\\u0627\\u0628 \\u0628", folded.raw_span(0, 1), folded.raw_span(3, 4)
        (True, Span(start=0, end=2), Span(start=4, end=5))
        """
        starts, ends = self._raw_bounds
        last = ends[end - 1]
        if self._has_signs:
            while last < len(self.raw) and self._belongs_before(last):
                last += 1
        return Span(starts[start], last)

    @cached_property
    def _has_signs(self) -> bool:
        """Whether there is any sign at all that belongs to a letter before it; most texts have none."""
        return any(_category(letter) in _SIGNS for letter in set(self.raw))

    def _belongs_before(self, position: int) -> bool:
        """Whether a code point is a sign on the letter before it, or one that folding deletes from within a word."""
        category = _category(self.raw[position])
        return category == "Mn" or (category == "Lm" and self._deleted(position))

    def _deleted(self, position: int) -> bool:
        """Whether folding left nothing of a code point of the own text."""
        _, raw, edits = self._shifts
        i = bisect_right(raw, position) - 1
        return i >= 0 and position < edits[i].end and not edits[i].gives


class Fold:
    """The folding that a pack's orthography gives; see `apply`."""

    def __init__(self, table: Mapping[str, str]) -> None:
        """`table` maps what is folded (one code point or a short string) to what it becomes."""
        self._table = dict(table)
        longer = sorted(filter(lambda sign: len(sign) > 1, self._table), key=len, reverse=True)
        single = "".join(re.escape(sign) for sign in self._table if len(sign) == 1)
        alternatives = [*map(re.escape, longer), *([f"[{single}]"] if single else [])]
        self._pattern = re.compile("|".join(alternatives) or r"(?!)")
        self._single = str.maketrans({k: v for k, v in self._table.items() if len(k) == 1})
        self._longer = re.compile("|".join(map(re.escape, longer))) if longer else None

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
        return " ".join(self._folded(words).split())

    def keys(self, words: Sequence[str]) -> list[str]:
        """The keys of many words at once; a line break may stand in none.

        >>> Fold({"\u0623": "\u0627"}).keys(["\u0623 \u0628", "\u0623"]) == ["\u0627 \u0628", "\u0627"]
        True
        """
        folded = self._folded("\n".join(words)) if words else ""
        lines = folded.split("\n") if words else []
        single = len(folded.split()) == folded.count(" ") + len(lines)  # each blank parts two words, as it should
        return lines if single else [" ".join(line.split()) for line in lines]

    def _folded(self, words: str) -> str:
        """The folded words, blanks as they are."""
        if self._longer:
            words = self._longer.sub(lambda m: self._table[m.group()], words)
        return words.translate(self._single)
