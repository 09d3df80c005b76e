"""Settling: which of the places of one name a report means, by what else it names.

The countries that it names speak first, then the places beside the name, then how large a place is. What remains
open has no coordinates and says so. A distance or a direction that follows a name tells where the place lies.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import cos, hypot, radians
from typing import Any

from riwaya.find.places import KM_A_DEGREE, offset
from riwaya.model import Issue
from riwaya.model.layers import Analysed, Mention

_NEAR_KM = 150.0  # places beside each other in a text mostly lie within this
_SAME_KM = 30.0  # two of a name that lie so close are as good as one
_LARGE = 400_000  # people of a city that is named without its country
_LARGER = 5  # how many times larger a place must be to be meant where nothing else speaks
_OFF_KM = 50.0  # how far off the distance that a report tells may be, besides half of it
_GAP = 3  # tokens between a name and the words that tell where it lies
_POINT = ("name", "geonames", "lat", "lon", "country", "precision")
_FOR_SETTLING = frozenset({"among", "by", "population", "needs_country", "of_province"})
_SETTLEMENT, _BELOW_CITY = 4, 5  # PLOVER
_FOR_JOINING = frozenset({"from", "km"})
_DETAIL = ("distance", "side")

Value = Mapping[str, Any]


class Settler:
    """Settles the places of one report."""

    def __init__(self, analysed: Analysed, actors: Iterable[Mention], found: Sequence[Mention]) -> None:
        """`actors` and sure places tell the countries that the report is about."""
        self._analysed = analysed
        sure = [place for place in found if not _choices(place)]
        covered = {i for place in found for i in range(place.start, place.end)}
        named = [str(m.value["iso3"]) for m in actors if m.value["iso3"] and m.start not in covered]
        named += [str(place.value["country"]) for place in sure if place.value["country"]]
        single = [_choices(place)[0] for place in found if len(_choices(place)) == 1]
        named += [str(place["country"]) for place in single if place["country"] and not place["needs_country"]]
        self._countries = Counter(named)
        self._sure = [place for place in sure if place.value["lat"] is not None and place.value["precision"] != 1]
        self._sure += [p for p in found if len(_choices(p)) == 1 and not _choices(p)[0]["needs_country"]]
        self.issues: list[Issue] = []
        self.details: list[Mention] = []  # words that only tell where the place before them lies

    def settle(self, found: Sequence[Mention]) -> list[Mention]:
        """The places, each one of those of its name; those that nothing speaks for are left out."""
        settled = [self._settled(place) for place in found]
        joined = self._joined([place for place in settled if place])
        return [
            place._replace(value={k: v for k, v in place.value.items() if k not in _FOR_JOINING}) for place in joined
        ]

    def _settled(self, place: Mention) -> Mention | None:
        """One place settled, or None where its name is hardly a place here."""
        choices = _choices(place)
        if not choices:
            return place._replace(value=_shown(place.value))
        likely = [choice for choice in choices if self._may_be(choice, place)]
        if not likely:
            kind_said = place.value["head"] or (place.value["precision"] == _BELOW_CITY and place.end - place.start > 1)
            return _nameless(place, self._analysed) if kind_said else None
        best = max(likely, key=lambda choice: self._weight(choice, place))
        rivals = [choice for choice in likely if choice is not best and self._rivals(best, choice, place)]
        chosen = {name: best[name] for name in _POINT}
        if rivals:
            chosen |= {"geonames": None, "lat": None, "lon": None}
            chosen["country"] = best["country"] if all(r["country"] == best["country"] for r in rivals) else None
            self._tell(place, [best, *rivals])
        by: Any = place.value.get("by")
        if by:
            chosen |= {**offset(chosen, *by), "geonames": None}
            chosen |= {name: place.value[name] for name in ("name", "precision")}
        return place._replace(value=_shown(place.value) | chosen)

    def _may_be(self, choice: Value, place: Mention) -> bool:
        """Whether a name may be that place: its country is named, or it is large, or the words before it say so."""
        if not choice["needs_country"] or choice["country"] in self._countries:
            return True
        return choice["population"] >= _LARGE or (bool(place.value["head"]) and not self._countries)

    def _weight(self, choice: Value, place: Mention) -> tuple[bool, bool, int]:
        """What speaks for a place: its country, its neighbours in the sentence, its people."""
        return (
            choice["country"] in self._countries or not choice["country"],
            self._is_near(choice, place),
            choice["population"],
        )

    def _is_near(self, choice: Value, place: Mention) -> bool:
        """Whether a place that is sure lies near it, among those of the sentence."""
        start, end = self._sentence(place)
        return any(
            apart(choice, other.value) < _NEAR_KM
            for other in self._sure
            if start <= other.start < end and other.start != place.start
        )

    def _sentence(self, place: Mention) -> tuple[int, int]:
        """The bounds of the sentence that a place stands in."""
        inside = (s for s in self._analysed.sentences if s.start <= place.start < s.end)
        return next(((s.start, s.end) for s in inside), (place.start, place.end))

    def _rivals(self, best: Value, choice: Value, place: Mention) -> bool:
        """Whether nothing tells two places apart: neither country nor neighbours nor people."""
        if apart(best, choice) < _SAME_KM or self._weight(choice, place)[:2] != self._weight(best, place)[:2]:
            return False
        if self._countries[str(choice["country"])] < self._countries[str(best["country"])]:
            return False
        return bool(best["population"] <= _LARGER * choice["population"])

    def _tell(self, place: Mention, choices: Sequence[Value]) -> None:
        """Note that a name stays open."""
        words, span = self._analysed.words(place.start, place.end), self._analysed.span(place.start, place.end)
        names = ", ".join(sorted({f"{c['name']} ({c['country'] or '?'})" for c in choices}))
        said = f"{words}: {len(choices)} places have this name, and the report tells them not apart: {names}"
        self.issues.append(Issue(code="place.unresolved", span=span, said=said))

    def _joined(self, places: list[Mention]) -> list[Mention]:
        """The places; words that tell where the one before lies settle its point, and only a distance stays a place."""
        joined: list[Mention] = []
        details: list[Mention] = []
        for place in places:
            told = str(place.value.get("detail", "")) in _DETAIL
            if told and joined and self._belongs(joined[-1], place):
                joined[-1] = _located(joined[-1], place)
                self.details.append(place)
                if place.value["detail"] == _DETAIL[0]:
                    details.append(place._replace(value={**place.value, "detail": "told"}))
            else:
                joined.append(place)
        return sorted([*joined, *details], key=lambda place: place.start)

    def _belongs(self, place: Mention, detail: Mention) -> bool:
        """Whether a detail tells where a place lies: it follows it, with no words between that say otherwise."""
        begin: Any = detail.value["from"]
        elsewhere = place.value["precision"] == 1 or place.value.get("detail") or place.value.get("refers")
        if elsewhere or not 0 <= begin - place.end <= _GAP:
            return False
        between = self._analysed.tokens[place.end : begin]
        if detail.value["detail"] == "side" and between:
            return False
        return all(token.pos == "PUNCT" for token in between)


def _nameless(place: Mention, analysed: Analysed) -> Mention:
    """A place whose name is that of places elsewhere alone: known by its own words."""
    words = analysed.words(place.start, place.end)
    own = {"name": words, "geonames": None, "lat": None, "lon": None, "country": None}
    return place._replace(value=_shown(place.value) | own)


def _shown(value: Value) -> dict[str, Any]:
    """What a place keeps of its value once it is settled."""
    return {name: one for name, one in value.items() if name not in _FOR_SETTLING}


def _located(place: Mention, detail: Mention) -> Mention:
    """A place by the words that tell where it lies: without a point, or with one far off, it takes theirs."""
    value = dict(place.value)
    told = detail.value
    km: Any = told.get("km")
    far = km and told["lat"] is not None and value["lat"] is not None and apart(value, told) > _OFF_KM + float(km) / 2
    if told["lat"] is not None and (value["lat"] is None or far):
        value |= {name: told[name] for name in ("lat", "lon", "country", "radius_km")} | {"geonames": None}
    return place._replace(value=value)


def _choices(place: Mention) -> Sequence[Value]:
    """The places that a name may be; none where it is no name of the gazetteer."""
    among: Any = place.value.get("among", ())
    return tuple(among)


def apart(one: Value, other: Value) -> float:
    """How many km lie between two places; far more than the earth is round where a point is missing."""
    if one["lat"] is None or other["lat"] is None:
        return 1e6
    lat, lon, other_lat, other_lon = (float(v) for v in (one["lat"], one["lon"], other["lat"], other["lon"]))
    return KM_A_DEGREE * hypot(lat - other_lat, (lon - other_lon) * cos(radians(lat)))
