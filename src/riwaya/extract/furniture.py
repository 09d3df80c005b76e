"""Furniture: what a page sets around its report, and the window that is left when it is taken off.

Whole lines are compared, folded, so that no sentence is ever cut. The sides of the pack's table say where a
line is furniture: `head`, `tail`, `both`; `middle` for one that also stands between paragraphs (read also);
`end` for a line after which nothing belongs to the report (the heading of the comments).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from riwaya.extract.lines import Line, core
from riwaya.rules.tables import values

_SUBSTANTIAL = 100  # code points from which a line is a paragraph of the report
_HEADLINE = 80  # code points up to which a line may be the headline of another story
_TINY = 2  # words up to which a line may be an entry of a menu


class Furniture:
    """The furniture words of a pack."""

    def __init__(self, rows: Sequence[Mapping[str, str]], key: Callable[[str], str]) -> None:
        """`rows` are those of the pack's furniture table, `key` its folding."""
        self._whole: dict[str, str] = {}
        starts: dict[str, list[str]] = {}
        for row in rows:
            for form in values(row["forms"]):
                if row["match"] == "whole":
                    self._whole.setdefault(core(key(form)), row["side"])
                else:
                    starts.setdefault(row["side"], []).append(re.escape(key(form)))
        groups = (f"(?P<{side}>{'|'.join(sorted(forms, reverse=True))})" for side, forms in starts.items())
        self._starts = re.compile(rf"\W*(?:{'|'.join(groups)})(?:(?<!\w)|(?!\w))")

    def side(self, line: Line) -> str | None:
        """The side that the line is furniture of, or None."""
        whole = self._whole.get(core(line.key))
        if whole:
            return whole
        match = self._starts.match(line.key)
        return match.lastgroup if match else None


def report_window(
    lines: Sequence[Line], furniture: Furniture, *, kept: Callable[[Line], bool], letters: re.Pattern[str]
) -> tuple[int, int]:
    """The first line of the report and the one after its last, found by walking in from both ends.

    A line that `kept` names (a dateline, a byline) is no furniture, whatever it is made of; a short one
    without any of the `letters` is.
    """
    sides = [_side(line, furniture, kept, letters) for line in lines]
    end = _walk_back(lines, sides, _first_end(lines, sides))
    return _walk_on(lines, sides, end), end


def _side(line: Line, furniture: Furniture, kept: Callable[[Line], bool], letters: re.Pattern[str]) -> str | None:
    """The side that a line is furniture of; a short line in no letters of the script is so on both."""
    side = furniture.side(line)
    if side is None and len(line.words) <= _HEADLINE and not letters.search(line.key) and not kept(line):
        return "both"
    return side


def _first_end(lines: Sequence[Line], sides: Sequence[str | None]) -> int:
    """The first line after the report's paragraphs that ends it for good, or the number of lines."""
    seen = False
    for i, (line, side) in enumerate(zip(lines, sides, strict=True)):
        if side == "end" and seen:
            return i
        seen = seen or (side is None and (len(line.words) >= _SUBSTANTIAL or (line.stops and line.count > 7)))
    return len(lines)


def _walk_back(lines: Sequence[Line], sides: Sequence[str | None], end: int) -> int:
    """The end of the report: furniture is taken off, with headlines of other stories that stand among it."""
    at = end
    while at > 0:
        line, side = lines[at - 1], sides[at - 1]
        if side not in (None, "head"):
            end = at - 1
        elif line.stops or len(line.words) > _HEADLINE:
            break
        at -= 1
    return end


def _walk_on(lines: Sequence[Line], sides: Sequence[str | None], end: int) -> int:
    """The start of the report: furniture is taken off, with menu entries that stand among it."""
    start = 0
    for i in range(end):
        if sides[i] not in (None, "tail"):
            start = i + 1
        elif start == 0 or lines[i].count > _TINY or lines[i].stops:
            break
    return start
