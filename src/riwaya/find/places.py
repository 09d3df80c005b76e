"""Places: what the captures of a place rule stand for.

A rule names what it captured by these words: place (an entry of the gazetteer), head and name (a place that it
lacks, by its kind and its words), capital, state, other (a second state),
sense (an entry of `place-nouns`: territory, border, airspace), refers (an entry of `references`).
"""

from __future__ import annotations

from collections.abc import Mapping

from riwaya.model.layers import Analysed, Entry, Mention
from riwaya.rules.rule import RuleMatch


def make_place(match: RuleMatch, analysed: Analysed) -> Mention:
    """The mention of kind `place` that a place rule's match stands for.

    Its value holds name (English), lat, lon (degrees), country (ISO 3166 alpha-3), precision (PLOVER: 1 country
    to 5 below a city) and sense.
    """
    entry = {name: capture.hit.entry for name, capture in match.captures.items() if capture.hit}
    if "name" in match.captures:
        value = _unknown(analysed.words(*match.captures["name"][:2]), entry["head"])
    elif "refers" in entry:
        value = _referring(entry["refers"])
    elif "place" in entry:
        value = _place(entry["place"])
    elif "capital" in entry:
        value = _capital(entry["capital"])
    elif "other" in entry:
        states = sorted(entry[name].get("name_en") for name in ("state", "other"))
        value = _border(f"{'-'.join(states)} border")
    elif "sense" in entry and entry["sense"].get("sense") == "border":
        value = _border(f"border of {entry['state'].get('name_en')}")
    else:
        value = _state(entry["state"])
    sense = entry["sense"].get("sense") if "sense" in entry else ""
    return Mention(match.start, match.end, "place", match.rule.id, {**value, "sense": sense})


def _unknown(name: str, head: Entry) -> Mapping[str, object]:
    """A place that no gazetteer has, by its own words; its kind tells how precise it is."""
    precision = int(head.get("precision") or 4)
    return {"name": name, "lat": None, "lon": None, "country": None, "precision": precision}


def _referring(word: Entry) -> Mapping[str, object]:
    """A place that is named elsewhere; see riwaya.find.references."""
    return {**_border(word.get("gloss")), "refers": word.get("refers")}


def _place(place: Entry) -> Mapping[str, object]:
    """A place of the gazetteer."""
    return {
        "name": place.get("name_en"),
        "lat": _degrees(place.get("lat")),
        "lon": _degrees(place.get("lon")),
        "country": place.get("iso3") or None,
        "precision": int(place.get("precision") or 4),
    }


def _capital(state: Entry) -> Mapping[str, object]:
    """The capital of a state."""
    return {
        "name": state.get("capital_en"),
        "lat": _degrees(state.get("capital_lat")),
        "lon": _degrees(state.get("capital_lon")),
        "country": state.get("iso3"),
        "precision": 4,
    }


def _state(state: Entry) -> Mapping[str, object]:
    """A state as a place, at its middle."""
    return {
        "name": state.get("name_en"),
        "lat": _degrees(state.get("lat")),
        "lon": _degrees(state.get("lon")),
        "country": state.get("iso3"),
        "precision": 1,
    }


def _border(name: str) -> Mapping[str, object]:
    """A border: a line, so it has no point of its own."""
    return {"name": name, "lat": None, "lon": None, "country": None, "precision": 2}


def _degrees(cell: str) -> float | None:
    """The degrees that a cell holds."""
    return float(cell) if cell else None
