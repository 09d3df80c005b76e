"""Places: names of settlements and quarters, each with its region, put where they lie.

A name is "region : place", as a person wrote it. The gazetteer has it where the words of the place, with or without
its kind before them, are a name that it holds in the region's country, not far from the region's seat; of several the
nearest to the seat is taken. Of a place that it lacks the region is asked instead.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from riwaya.evaluate.components.measured import Measured, gold_file
from riwaya.evaluate.figures import Share
from riwaya.find.places import Value, place_value
from riwaya.find.settle_places import apart
from riwaya.model.layers import Entry
from riwaya.packs import Pack
from riwaya.pipeline import Reader
from riwaya.rules.gazetteer import Stems

_FILES = ("syria_places.json", "places.json")
_WITHIN_KM = 25.0
_FAR_KM = 100.0  # as far as a place may lie from the seat of its region


class GoldPlace(NamedTuple):
    """A place of the gold: its region, its own words, and the point where it lies, if the gold has one."""

    region: str
    place: str
    point: Mapping[str, float | None]


def measure_places(reader: Reader, folder: Path) -> Measured:
    """The share of places that the gazetteer has, and of those put within 25 km; the same with the regions."""
    gold = read_places(gold_file(folder, *_FILES))
    lookup = Lookup(reader.pack)
    fine = [lookup.place(one) for one in gold]
    coarse = [place or lookup.region(one) for place, one in zip(fine, gold, strict=True)]
    counts = {
        "has": Share(sum(place is not None for place in fine), len(gold)),
        "within": _within(fine, gold),
        "has-or-region": Share(sum(place is not None for place in coarse), len(gold)),
        "within-or-seat": _within(coarse, gold),
    }
    mistakes = sorted(_mistake(*pair) for pair in zip(fine, gold, strict=True))
    return Measured(counts, mistakes=tuple(mistake for mistake in mistakes if mistake))


def _within(found: list[Value | None], gold: list[GoldPlace]) -> Share:
    """How many of the places that were found lie where the gold has them, among those for which it has a point."""
    placed = [apart(place, one.point) for place, one in zip(found, gold, strict=True) if place and one.point["lat"]]
    return Share(sum(km <= _WITHIN_KM for km in placed), len(placed))


def _mistake(place: Value | None, gold: GoldPlace) -> str:
    """What is wrong with a place, in a line."""
    if place is None:
        return f"missed\t{gold.region} : {gold.place}"
    km = apart(place, gold.point) if gold.point["lat"] else 0.0
    return f"{km:.0f} km off\t{gold.region} : {gold.place}\t{place['name']}" if km > _WITHIN_KM else ""


def read_places(file: Path) -> list[GoldPlace]:
    """The places of a file, direction marks taken out."""
    gold = []
    for row in json.loads(file.read_text(encoding="utf-8")):
        name = "".join(sign for sign in row["name_ar"] if unicodedata.category(sign) != "Cf")
        region, _, place = (part.strip() for part in name.partition(":"))
        point = {side: float(row[side]) if row[side] else None for side in ("lat", "lon")}
        gold.append(GoldPlace(region, place or region, point))
    return gold


class Lookup:
    """Looks names up in the gazetteer of a pack."""

    def __init__(self, pack: Pack) -> None:
        """Gathers the words that may stand before a name, and the capitals, which have a table of their own."""
        self._pack = pack
        heads = (row["base"].split("|") for row in pack.rows("lexicon/place-heads"))
        self._heads = {pack.stems(head) for forms in heads for head in forms}
        self._capitals, self._states = (
            {pack.stems(letters): entry for letters, entry in pack.entries if entry.lexicon == lexicon}
            for lexicon in ("capitals", "states")
        )

    def place(self, gold: GoldPlace) -> Value | None:
        """The place of the gazetteer that a name of the gold is."""
        region = self.region(gold)
        here = [p for p in self._named(gold.place) if region is None or p["country"] == region["country"]]
        if region is None or region["precision"] == 1:
            return max(here, key=lambda p: int(str(p["population"])), default=None)
        near = [p for p in here if apart(p, region) <= _FAR_KM]
        return min(near, key=lambda p: apart(p, region), default=None)

    def region(self, gold: GoldPlace) -> Value | None:
        """The state or the largest place that a region's name is."""
        if state := self._states.get(self._pack.stems(gold.region)):
            return place_value(state)
        return max(self._named(gold.region), key=lambda p: int(str(p["population"])), default=None)

    def _named(self, name: str) -> list[Value]:
        """All places of a name, with or without its kind before it; or else of the name after any kind."""
        stems = self._pack.stems(name)
        bare = stems[1:] if stems[:1] in self._heads else ()
        entries = self._entries(stems) + self._entries(bare)
        if not entries:
            entries = [entry for head in self._heads for entry in self._entries((*head, *(bare or stems)))]
        return [place_value(entry) for entry in entries]

    def _entries(self, stems: Stems) -> list[Entry]:
        """The places and the capital of exactly this name."""
        capital = [self._capitals[stems]] if stems in self._capitals else []
        return self._pack.gazetteer.named(stems) + capital
