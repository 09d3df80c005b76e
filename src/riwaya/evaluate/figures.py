"""The figures of the measure: tallies, shares, and how far confidences can be trusted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were in the gold, how many were found, and how many of these are the same.

    >>> Tally(hit=3, gold=4, found=6).f1
    0.6
    """

    hit: int = 0
    gold: int = 0
    found: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.hit + other.hit, self.gold + other.gold, self.found + other.found)

    @property
    def precision(self) -> float:
        """The share of the found that is right."""
        return self.hit / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that is found."""
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.hit / (self.gold + self.found) if self.hit else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many are right."""

    right: int = 0
    of: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.of + other.of)

    @property
    def rate(self) -> float:
        """The share of the right ones, 0.0 where there were none to be right."""
        return self.right / self.of if self.of else 0.0


Figure = tuple[str, Tally | Share]


@dataclass(frozen=True, slots=True)
class Bin:
    """The values with a confidence of one range: how many, their mean confidence, the share that is right."""

    count: int
    confidence: float
    right: float


def reliability(judged: Sequence[tuple[float, bool]], *, bins: int = 10) -> tuple[Bin, ...]:
    """The bins of equal width that hold anything, lowest first.

    >>> reliability([(0.92, True), (0.98, False), (0.2, False)])
    (Bin(count=1, confidence=0.2, right=0.0), Bin(count=2, confidence=0.95, right=0.5))
    """
    parts: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in judged:
        parts.setdefault(min(int(confidence * bins), bins - 1), []).append((confidence, right))
    return tuple(
        Bin(len(part), _mean(confidence for confidence, _ in part), _mean(right for _, right in part))
        for _, part in sorted(parts.items())
    )


def calibration_gap(parts: Sequence[Bin]) -> float:
    """The mean distance between confidence and share right, each bin by its count (0.0 is perfect)."""
    count = sum(part.count for part in parts)
    return sum(part.count * abs(part.confidence - part.right) for part in parts) / count if count else 0.0


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed)
