"""Outlines: the shapes of countries and what they are called, out of the atlas beside this file.

The atlas is TopoJSON: borders are lines that two shapes share, each point given by its distance from the one before.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any, Literal

ATLAS = Path(__file__).parent / "atlas"

Scale = Literal["50m", "110m"]  # one to so many millions
Point = tuple[float, float]  # longitude and latitude in degrees
Ring = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the world between two longitudes and two latitudes."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def around(cls, points: Iterable[Point]) -> Box:
        """The smallest box that holds the points."""
        lons, lats = zip(*points, strict=True)
        return cls(min(lons), min(lats), max(lons), max(lats))

    def meets(self, other: Box) -> bool:
        """Whether the boxes have a place in common."""
        across = self.west <= other.east and other.west <= self.east
        return across and self.south <= other.north and other.south <= self.north


@dataclass(frozen=True, slots=True)
class Shape:
    """A country's outline: its rings, each with the box around it; ISO 3166-1 letters, where it has a name here."""

    iso3: str | None
    rings: tuple[tuple[Ring, Box], ...]


@cache
def shapes(scale: Scale) -> tuple[Shape, ...]:
    """The shapes of the atlas at a scale."""
    atlas = json.loads((ATLAS / f"countries-{scale}.json").read_text(encoding="utf-8"))
    lines = [tuple(_line(arc, atlas["transform"])) for arc in atlas["arcs"]]
    letters = {row["shape"]: row["iso3"] for row in _rows()}
    return tuple(
        Shape(letters.get(_key(country)), tuple(_with_box(ring) for ring in _rings(country, lines)))
        for country in atlas["objects"]["countries"]["geometries"]
    )


@cache
def country_names(language: str) -> dict[str, str]:
    """What the countries are called in a language of the pages, by their ISO 3166-1 letters."""
    return {row["iso3"]: row[language] for row in _rows()}


@cache
def _rows() -> tuple[dict[str, str], ...]:
    """The rows of the table of countries."""
    lines = (ATLAS / "countries.tsv").read_text(encoding="utf-8").splitlines()
    head, *rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return tuple(dict(zip(head, row, strict=True)) for row in rows)


def _key(country: dict[str, Any]) -> str:
    """What the table knows a shape by: its number in ISO 3166-1, else its name."""
    key: str = country.get("id", country["properties"]["name"])
    return key


def _line(arc: list[list[int]], transform: dict[str, list[float]]) -> Iterator[Point]:
    """The points of a line of the atlas."""
    (x_scale, y_scale), (west, south) = transform["scale"], transform["translate"]
    xs, ys = (accumulate(steps) for steps in zip(*arc, strict=True))
    return zip((x * x_scale + west for x in xs), (y * y_scale + south for y in ys), strict=True)


def _rings(country: dict[str, Any], lines: list[Ring]) -> Iterator[Ring]:
    """The rings of a country, those of lakes and enclaves among them."""
    polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
    for ring in (ring for polygon in polygons for ring in polygon):
        parts = (lines[i] if i >= 0 else lines[~i][::-1] for i in ring)
        yield from _unrolled([point for part in parts for point in part[1:]])


def _unrolled(ring: list[Point]) -> Iterator[Ring]:
    """The ring without leaps from one end of the world to the other: it runs on past the end, and comes in again.

    One that goes round the world holds the southern pole.
    """
    lons, lats = (list(each) for each in zip(*ring, strict=True))
    if max(lons) - min(lons) < 180:
        yield tuple(ring)
        return
    lons = list(accumulate(lons, lambda last, lon: lon - 360 * round((lon - last) / 360)))
    if abs(lons[-1] - lons[0]) > 180:
        lons, lats = [*lons, lons[-1], lons[0]], [*lats, -90.0, -90.0]
    yield tuple(zip(lons, lats, strict=True))
    for beyond, turn in ((max(lons) > 180, -360), (min(lons) < -180, 360)):
        if beyond:
            yield tuple((lon + turn, lat) for lon, lat in zip(lons, lats, strict=True))


def _with_box(ring: Ring) -> tuple[Ring, Box]:
    """The ring with the box around it."""
    return ring, Box.around(ring)
