"""Room for names on a map: where the name of a point or a country is written, so that it hides nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from riwaya.serve.view import Place, View

LETTER, LINE = 5.6, 11.0  # the room that a letter of a name takes, and the name's height, about
CELL = 5.0
SCANS = 7  # lines along which the room for the name of a country is sought

Chord = tuple[float, Place]  # a line across a country: its length and its middle
Corners = tuple[float, float, float, float]  # left, top, right, bottom


def chords(rings: list[list[Place]], view: View) -> list[Chord]:
    """The longest line across a country in view at each of some heights, the longest first."""
    ys = [y for ring in rings for _, y in ring]
    top, bottom = max(min(ys), 0.0), min(max(ys), view.height)
    heights = [top + (bottom - top) * n / (SCANS + 1) for n in range(1, SCANS + 1)]
    longest = (max(_across(rings, y, view.width), default=(0.0, (0.0, y))) for y in heights)
    return sorted(longest, reverse=True)


def _across(rings: list[list[Place]], y: float, width: float) -> Iterator[Chord]:
    """The lines inside rings at a height."""
    crossings = sorted(
        min(max(a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]), 0.0), width)
        for ring in rings
        for a, b in pairwise([*ring, ring[0]])
        if (a[1] <= y) != (b[1] <= y)
    )
    for start, end in zip(crossings[::2], crossings[1::2], strict=False):
        yield end - start, ((start + end) / 2, y)


def _box(middle: Place, width: float, height: float) -> Corners:
    """The corners of a box around its middle."""
    x, y = middle
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


@dataclass(slots=True)
class Room:
    """What is still free of a view, in cells, so that no name lies upon another or a point."""

    view: View
    taken: set[tuple[int, int]] = field(default_factory=set)

    def beside(self, point: Place, radius: float, name: str) -> Place | None:
        """Where the name of a point is written, which is then taken: on one of its sides or corners, or nowhere."""
        (x, y), width = point, LETTER * len(name)
        out, up = radius + 2 + width / 2, radius + 2 + LINE / 2
        sides = [(x + out, y), (x - out, y), (x, y - up), (x, y + up)]
        sides += [(x + out, y - up), (x + out, y + up), (x - out, y - up), (x - out, y + up)]
        return next((side for side in sides if self._claim(_box(side, width, LINE))), None)

    def along(self, chords: Sequence[Chord], name: str) -> Place | None:
        """Where the name of a country is written, which is then taken; or nowhere."""
        width = LETTER * len(name)
        fitting = [middle for length, middle in chords if name and length >= width]
        return next((middle for middle in fitting if self._claim(_box(middle, width, LINE))), None)

    def take(self, middle: Place, width: float, height: float) -> None:
        """Nothing; the cells of a box around its middle are taken."""
        self.taken |= _cells(_box(middle, width, height))

    def _claim(self, corners: Corners) -> bool:
        """Whether the box is in view and free; it is then taken."""
        left, top, right, bottom = corners
        inside = left >= 0 and top >= 0 and right <= self.view.width and bottom <= self.view.height
        free = inside and not self.taken & _cells(corners)
        if free:
            self.taken |= _cells(corners)
        return free


def _cells(corners: Corners) -> set[tuple[int, int]]:
    """The cells that a box touches."""
    left, top, right, bottom = (int(side // CELL) for side in corners)
    return {(x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)}
