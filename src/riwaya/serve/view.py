"""Views: a part of the world on a plane, and outlines cut to it.

A degree of longitude is drawn as long as it is at the middle latitude of the view: true enough for a small map.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, hypot, radians

from riwaya.serve.outlines import Box, Point

Place = tuple[float, float]  # x and y from the upper left corner of a view

LEAST_SPAN = 4.0  # degrees of latitude that a view shows at least
FINEST = 0.6  # points nearer to each other than this are drawn as one
MARGIN = 4.0  # how far outside the view an outline is cut, so that no cut is seen
STEPS = 10  # an outline is drawn in tenths of a unit


@dataclass(frozen=True, slots=True)
class View:
    """A part of the world around a middle point, drawn on a plane of a width and a height."""

    width: float
    height: float
    middle: Point
    scale: float  # units for a degree of latitude

    @classmethod
    def around(cls, points: Iterable[Point], width: float, height: float, room: float) -> View:
        """The view that holds the points with some room at its edges."""
        box = Box.around(points)
        lat = (box.south + box.north) / 2
        narrowing = _narrowing(lat)
        span = max(
            box.north - box.south,
            LEAST_SPAN * (height - 2 * room) / height,
            (box.east - box.west) * narrowing * (height - 2 * room) / (width - 2 * room),
        )
        return cls(width, height, ((box.west + box.east) / 2, lat), (height - 2 * room) / span)

    @property
    def narrowing(self) -> float:
        """How long a degree of longitude is, in degrees of latitude."""
        return _narrowing(self.middle[1])

    @property
    def box(self) -> Box:
        """The part of the world that is seen, and a little around it."""
        lon, lat = self.middle
        half_lat = (self.height / 2 + MARGIN) / self.scale
        half_lon = (self.width / 2 + MARGIN) / self.scale / self.narrowing
        return Box(lon - half_lon, lat - half_lat, lon + half_lon, lat + half_lat)

    def place(self, point: Point) -> Place:
        """Where a point of the world is drawn."""
        (lon, lat), (mid_lon, mid_lat) = point, self.middle
        return self.width / 2 + (lon - mid_lon) * self.narrowing * self.scale, self.height / 2 - (
            lat - mid_lat
        ) * self.scale

    def holds(self, place: Place) -> bool:
        """Whether a place lies in the view."""
        return 0 <= place[0] <= self.width and 0 <= place[1] <= self.height

    def drawn(self, ring: Sequence[Point]) -> list[Place]:
        """The part of a ring that lies in the view, in as few places as are told apart; empty where none does."""
        places = cut(_thinned([self.place(point) for point in ring]), self.width, self.height)
        return places if len(places) > 2 else []


def _narrowing(lat: float) -> float:
    """How long a degree of longitude is at a latitude, in degrees of latitude; never so short that nothing fits."""
    return max(0.15, cos(radians(lat)))


def _thinned(places: list[Place]) -> list[Place]:
    """The places without those that lie too near the one before."""
    kept = places[:1]
    for place in places[1:]:
        if hypot(place[0] - kept[-1][0], place[1] - kept[-1][1]) >= FINEST:
            kept.append(place)
    return kept


def cut(ring: list[Place], width: float, height: float) -> list[Place]:
    """The part of a ring inside the plane and its margin (Sutherland and Hodgman 1974): side by side of the plane.

    >>> cut([(0, 0), (30, 0), (30, 10), (0, 10)], 10, 10)
    [(0, 0), (14.0, 0.0), (14.0, 10.0), (0, 10)]
    """
    depths: tuple[Callable[[Place], float], ...] = (
        lambda place: place[0] + MARGIN,
        lambda place: width + MARGIN - place[0],
        lambda place: place[1] + MARGIN,
        lambda place: height + MARGIN - place[1],
    )
    for depth in depths:
        ring = _inside(ring, depth)
    return ring


def _inside(ring: list[Place], depth: Callable[[Place], float]) -> list[Place]:
    """The part of a ring on the side of a line where depths are not below 0."""
    kept: list[Place] = []
    for here, there in pairwise([*ring, *ring[:1]]):
        one, other = depth(here), depth(there)
        if one >= 0:
            kept.append(here)
        if (one < 0) != (other < 0):
            share = one / (one - other)
            kept.append((here[0] + share * (there[0] - here[0]), here[1] + share * (there[1] - here[1])))
    return kept


def path(rings: Iterable[Sequence[Place]]) -> str:
    """The rings as the path of an SVG, in whole steps from place to place.

    >>> path([[(0, 0), (1, 0), (1, 2.5)]])
    'M0 0l10 0 0 25z'
    """
    return "".join(map(_loop, rings))


def _loop(ring: Sequence[Place]) -> str:
    """One ring as a path."""
    steps = [(round(x * STEPS), round(y * STEPS)) for x, y in ring]
    moves = " ".join(f"{b[0] - a[0]} {b[1] - a[1]}" for a, b in pairwise(steps))
    return f"M{steps[0][0]} {steps[0][1]}l{moves}z"
