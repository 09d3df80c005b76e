"""Spans: half-open ranges of code points in a report's own text."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Where something stands in the report's text: code points, half-open.

    >>> span = Span(3, 8)
    >>> span.cut("on Tuesday")
    'Tuesd'
    """

    start: int
    end: int

    def cut(self, text: str) -> str:
        """The words of the span."""
        return text[self.start : self.end]

    def within(self, other: Span) -> bool:
        """Whether this span lies inside the other (or equals it)."""
        return other.start <= self.start and self.end <= other.end

    def overlap(self, other: Span) -> int:
        """How many code points the two spans share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


def overlap_ratio(a: Span, b: Span) -> float:
    """Intersection over union of two spans, 0.0 to 1.0.

    >>> overlap_ratio(Span(0, 4), Span(2, 6))
    0.3333333333333333
    """
    shared = a.overlap(b)
    return shared / ((a.end - a.start) + (b.end - b.start) - shared) if shared else 0.0
