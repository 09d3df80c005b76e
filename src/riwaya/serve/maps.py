"""The map of a report: where its events were, upon the outlines of countries, drawn on the server.

It shows the part of the world where most of them were. What lies far from there stands on a smaller map of all places,
lest a capital on another continent shrink a front line to a dot. Where no more than a country is named, the country
itself is marked, not a point in its middle.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import sqrt

from riwaya.model import Place
from riwaya.serve.outlines import Box, Point, shapes
from riwaya.serve.room import Chord, Room, chords
from riwaya.serve.told import Told
from riwaya.serve.view import Place as Where
from riwaya.serve.view import View, path

Name = Callable[[Place], str]

WIDTH, HEIGHT, ROOM = 320.0, 230.0, 34.0
SMALL_WIDTH, SMALL_HEIGHT, SMALL_ROOM = 112.0, 70.0, 8.0
GAP = 10.0  # degrees without any place between two parts of the world that are not shown on one map
FINE = 4.0  # units for a degree from which the finer outlines are drawn
COUNTRY, PROVINCE = 1, 2  # precisions of a place
NEWS, PAST = 3, 1  # how much an event counts for the part of the world that is shown


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the report, the name that the reader knows it by, and the events there."""

    key: str
    place: Place
    name: str
    events: tuple[Told, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the cards that tell its events."""
        return tuple(key for event in self.events for key in event.keys)

    @property
    def background(self) -> bool:
        """Whether nothing that was here is news."""
        return all(event.background for event in self.events)

    @property
    def vague(self) -> bool:
        """Whether its point only stands for a province or a wider region."""
        return (self.place.precision or PROVINCE) <= PROVINCE

    @property
    def mapped(self) -> bool:
        """Whether it has a place on a map."""
        return _anchor(self.place) is not None


@dataclass(frozen=True, slots=True)
class Dot:
    """A spot drawn as a point, and the middle of its name, where there is room for it."""

    spot: Spot
    at: Where
    radius: float
    name_at: Where | None


@dataclass(frozen=True, slots=True)
class Land:
    """A country drawn as a path, its letters and the spot that it is, if it is one, and the middle of its name."""

    iso3: str | None
    outline: str
    spot: Spot | None
    name_at: Where | None


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map as it is drawn: what stands later lies above; `frame` is the part that a larger map shows."""

    view: View
    lands: tuple[Land, ...]
    dots: tuple[Dot, ...]
    frame: tuple[Where, Where] | None = None


@dataclass(frozen=True, slots=True)
class Map:
    """The places of a report: drawn, on a smaller map too where some lie far off, and the events without one."""

    near: Drawing | None
    far: Drawing | None
    spots: tuple[Spot, ...]
    unplaced: tuple[Told, ...]

    @property
    def afar(self) -> tuple[Spot, ...]:
        """The spots that stand on the smaller map alone."""
        return tuple(dot.spot for dot in self.far.dots) if self.far else ()


def map_of(all_told: Sequence[Told], seen: Sequence[Told], name: Name, country_names: dict[str, str]) -> Map:
    """The map of the events that are seen, on the view of all of them: it stays while a reader chooses.

    `name` gives the name that the reader knows a place by.
    """
    spots = tuple(_spots(seen, name))
    unplaced = tuple(event for event in seen if not event.place)
    view = _main_view(all_told)
    if view is None:
        return Map(None, None, spots, unplaced)
    near = _near(view, spots, country_names)
    drawn = {dot.spot.key for dot in near.dots} | {land.spot.key for land in near.lands if land.spot}
    far = [spot for spot in spots if spot.mapped and spot.key not in drawn]
    return Map(near, _far(far, view) if far else None, spots, unplaced)


def _main_view(all_told: Sequence[Told]) -> View | None:
    """The view of the part of the world where most events were; nothing where no place is known.

    Countries and regions say which part it is, but they widen the view only where there is nothing more exact.
    """
    weights: dict[Point, int] = defaultdict(int)
    places: list[tuple[Point, Place]] = []
    for event in all_told:
        if event.place and (point := _anchor(event.place)):
            weights[point] += PAST if event.background else NEWS
            places.append((point, event.place))
    main = set(max(parts([*weights]), key=lambda part: sum(weights[point] for point in part), default=[]))
    here = [(point, place) for point, place in places if point in main]
    exact = [point for point, place in here if place.precision != COUNTRY]
    around = exact or _corners({country for _, place in here if (country := country_of(place))}) or main
    return View.around(around, WIDTH, HEIGHT, ROOM) if around else None


def country_of(place: Place) -> str | None:
    """The letters of the country that a place is, where it is a whole one that the atlas knows."""
    known = place.precision == COUNTRY and place.country in _country_boxes()
    return place.country if known else None


def parts(points: list[Point]) -> list[list[Point]]:
    """The points by the part of the world: wherever there is a wide gap east to west or south to north.

    >>> parts([(44.5, 40.2), (-77.0, 38.9), (46.0, 39.8)])
    [[(-77.0, 38.9)], [(44.5, 40.2), (46.0, 39.8)]]
    """
    for axis in (0, 1):
        ordered = sorted(points, key=lambda point: point[axis])
        cuts = [n for n, (a, b) in enumerate(pairwise(ordered), 1) if b[axis] - a[axis] > GAP]
        if cuts:
            pieces = pairwise([0, *cuts, len(ordered)])
            return [part for start, end in pieces for part in parts(ordered[start:end])]
    return [points] if points else []


def _spots(seen: Sequence[Told], name: Name) -> Iterator[Spot]:
    """The places of events, those of most events first."""
    together: dict[object, list[tuple[Place, Told]]] = defaultdict(list)
    for event in seen:
        if place := event.place:
            point = _point(place)
            where = country_of(place) or (point and (round(point[0], 2), round(point[1], 2))) or name(place)
            together[where].append((place, event))
    ordered = sorted(together.values(), key=len, reverse=True)
    for n, here in enumerate(ordered, 1):
        places, events = zip(*here, strict=True)
        best = min(places, key=lambda place: len(name(place)))
        yield Spot(f"place-{n}", best, name(best), events)


def _point(place: Place) -> Point | None:
    """The longitude and latitude of a place, where they are such."""
    if place.lon is None or place.lat is None:
        return None
    return (place.lon, place.lat) if -180 <= place.lon <= 180 and -90 <= place.lat <= 90 else None


@lru_cache(maxsize=1)
def _country_boxes() -> dict[str, Box]:
    """The box around the widest ring of each country, by its letters."""
    return {shape.iso3: max((box for _, box in shape.rings), key=_area) for shape in shapes("50m") if shape.iso3}


def _area(box: Box) -> float:
    """How wide a box is."""
    return (box.east - box.west) * (box.north - box.south)


def _corners(countries: set[str]) -> list[Point]:
    """The corners of the boxes around countries."""
    boxes = [_country_boxes()[country] for country in countries]
    return [point for box in boxes for point in ((box.west, box.south), (box.east, box.north))]


def _near(view: View, spots: Sequence[Spot], country_names: dict[str, str]) -> Drawing:
    """The map itself: the countries and the spots in view, with as many names as there is room for."""
    whole = {country: spot for spot in spots if (country := country_of(spot.place))}
    dots = [
        Dot(spot, view.place(point), min(3.2 + 1.5 * sqrt(len(spot.events)), 10.0), None)
        for spot in spots
        if (point := _point(spot.place)) and not country_of(spot.place) and view.holds(view.place(point))
    ]
    room = Room(view)
    for dot in dots:
        room.take(dot.at, 2 * dot.radius, 2 * dot.radius)
    named = tuple(Dot(dot.spot, dot.at, dot.radius, room.beside(dot.at, dot.radius, dot.spot.name)) for dot in dots)
    lands = [
        Land(iso3, outline, whole.get(iso3 or ""), room.along(chords, country_names.get(iso3 or "", "")))
        for iso3, outline, chords in _lands(view)
    ]
    return Drawing(view, tuple(sorted(lands, key=lambda land: land.spot is not None)), named)


def _far(spots: Sequence[Spot], near: View) -> Drawing:
    """The smaller map: the spots that are out of view, and the frame of the view."""
    points = [(spot, point) for spot in spots if (point := _anchor(spot.place))]
    box = near.box
    ends = ((box.west, box.north), (box.east, box.south))
    view = View.around([*ends, *(point for _, point in points)], SMALL_WIDTH, SMALL_HEIGHT, SMALL_ROOM)
    lands = tuple(Land(iso3, outline, None, None) for iso3, outline, _ in _lands(view))
    dots = tuple(Dot(spot, view.place(point), 3.0, None) for spot, point in points)
    return Drawing(view, lands, dots, (view.place(ends[0]), view.place(ends[1])))


def _anchor(place: Place) -> Point | None:
    """The point of a place, or the middle of the country that it is."""
    if (point := _point(place)) or not (country := country_of(place)):
        return point
    box = _country_boxes()[country]
    return (box.west + box.east) / 2, (box.south + box.north) / 2


@lru_cache(maxsize=128)
def _lands(view: View) -> tuple[tuple[str | None, str, tuple[Chord, ...]], ...]:
    """The countries in view: letters, path, and the longest line across each from which its name can be written."""
    found = []
    seen = view.box
    for shape in shapes("50m" if view.scale >= FINE else "110m"):
        rings = [drawn for ring, box in shape.rings if box.meets(seen) and (drawn := view.drawn(ring))]
        if rings:
            found.append((shape.iso3, path(rings), tuple(chords(rings, view))))
    return tuple(found)
