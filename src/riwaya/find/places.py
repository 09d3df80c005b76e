"""Places: what the captures of a place rule stand for.

A rule names what it captured by these words: place (an entry of the gazetteer), capital, state, other (a second
state), head (the kind before a name), name (of a place that the gazetteer lacks), sense (territory, border,
airspace, near ...), direction and turn (north; and west), distance and unit, part (a region that is told by a place
of it: the countryside of), refers (an entry of `references`: the town), before (words that are no part of the mention).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import atan2, cos, degrees, radians, sin

from riwaya.model.layers import Analysed, Entry, Hit, Mention
from riwaya.rules.elements import Capture
from riwaya.rules.rule import RuleMatch

Value = dict[str, object]
LEXICONS = ("places", "places-context")
_NAMES_OF_PLACES = (*LEXICONS, "capitals")
# How many people a place of the pack's own table is taken to have where it stands against others, by its kind.
_PEOPLE = {"city": 300_000, "town": 20_000, "neighbourhood": 20_000, "camp": 20_000, "village": 3_000}
_PEOPLE_ELSE, _PEOPLE_CAPITAL = 1_000_000, 3_000_000
KM_A_DEGREE = 111.2
_CITY, _BELOW_CITY = 4, 5
_PART_KM = 25.0  # how far from a town the countryside on one side of it is taken to lie
_LEAST_RADIUS_KM, _SHARE_OF_DISTANCE = 5.0, 0.25  # how far off a place may be that is told by distance and direction


def make_place(match: RuleMatch, analysed: Analysed) -> Mention | None:
    """The mention of kind `place` that a place rule's match stands for; None for an adjective that a state is named by.

    Its value holds name (English), geonames (id), lat, lon (degrees), country (ISO 3166 alpha-3), precision (PLOVER:
    1 country to 5 below a city), radius_km where it is told by another place, sense, kind and refers; `among` holds
    the places that the name may be, for `settle_places`.
    """
    captures = match.captures
    entry = {name: capture.hit.entry for name, capture in captures.items() if capture.hit}
    if "state" in captures and "sense" not in captures and _is_adjective(captures["state"], analysed):
        return None
    value = _named(captures, entry, analysed)
    if "distance" in captures or "part" in entry or "direction" in entry:
        value |= _moved(value, captures, entry)
    sense = entry["sense"].get("sense") if "sense" in entry else ""
    head = entry["head"].get("kind") if "head" in entry else ""
    start = _start(match, value)
    value = {"geonames": None, "radius_km": None, "from": match.start, **value, "sense": sense, "head": head}
    return Mention(start, match.end, "place", match.rule.id, {**value, **match.rule.gives})


def _is_adjective(state: Capture, analysed: Analysed) -> bool:
    """Whether a state's name stands with an article that none of its names has: then it is the adjective."""
    token = analysed.tokens[state.start]
    article = token.form.removesuffix(token.stem)
    if not token.definite or not article or state.hit is None:
        return False
    names = (name for name in state.hit.entry.get("names").split("|") if len(name.split()) == state.end - state.start)
    return not any(name.startswith(article) for name in names)


def _start(match: RuleMatch, value: Value) -> int:
    """Where the mention begins: after words before it, and after the side of a town on which something lies."""
    captures = match.captures
    if "before" in captures:
        return captures["before"].end
    if "direction" in captures and value["precision"] != 1 and not {"distance", "part"} & captures.keys():
        side = captures.get("turn", captures["direction"]).end
        return match.start if value.get("of_province") else side
    return match.start


def _named(captures: Mapping[str, Capture], entry: Mapping[str, Entry], analysed: Analysed) -> Value:
    """The place that is named, without what is said of where it lies from there."""
    if "refers" in entry:
        return _referring(entry["refers"])
    if "name" in captures:
        end = captures["rest" if "rest" in captures else "name"].end
        return _unknown(analysed.words(captures["name"].start, end), entry.get("head"))
    if "place" in captures and (hit := captures["place"].hit):
        return _of_gazetteer(_alike(analysed, hit), entry.get("head"))
    if "capital" in captures and (hit := captures["capital"].hit):
        alike = [_place(place) for place in _alike(analysed, hit) if place.lexicon in LEXICONS]
        return {**_capital(hit.entry), "among": (_capital(hit.entry), *alike) if alike else ()}
    if "other" in entry:
        states = sorted(entry[name].get("name_en") for name in ("state", "other"))
        return _border(f"{'-'.join(states)} border")
    if "sense" in entry and entry["sense"].get("sense") == "border":
        return _border(f"border of {entry['state'].get('name_en')}")
    return _state(entry["state"])


def _alike(analysed: Analysed, hit: Hit) -> list[Entry]:
    """All places of the gazetteer that the same words name and that count as the one that the rule took."""
    free = _counts_alone(hit.entry) and hit.entry.lexicon != "capitals"
    at = (h.entry for h in analysed.hits[hit.start] if h.end == hit.end and h.entry.lexicon in _NAMES_OF_PLACES)
    return [entry for entry in at if _counts_alone(entry) or not free]


def _counts_alone(entry: Entry) -> bool:
    """Whether a name counts without a word such as city or village before it."""
    return entry.lexicon != "places-context" and entry.get("match") != "context"


def _unknown(name: str, head: Entry | None) -> Value:
    """A place that no gazetteer has, by its own words; its kind tells how precise it is."""
    precision = int((head.get("precision") if head else "") or _CITY)
    return {"name": name, "lat": None, "lon": None, "country": None, "precision": precision}


def _referring(word: Entry) -> Value:
    """A place that is named elsewhere; see riwaya.find.references."""
    return {**_border(word.get("gloss")), "refers": word.get("refers")}


def _of_gazetteer(among: Sequence[Entry], head: Entry | None) -> Value:
    """A place of the gazetteer: the likeliest of those so named, until the report tells more."""
    fitting = [place for place in among if _is_of_kind(place, head)] or among
    choices = [place_value(place, head) for place in fitting]
    return {**max(choices, key=lambda place: int(str(place["population"]))), "among": tuple(choices)}


def _is_of_kind(place: Entry, head: Entry | None) -> bool:
    """Whether the kind before a name is that of a place: a province, a camp, a settlement."""
    wanted = head.get("precision") if head else ""
    return not wanted or (place.get("precision") or str(_CITY)) == wanted


def place_value(place: Entry, head: Entry | None = None) -> Value:
    """What an entry of the gazetteer, a capital or a state stands for."""
    if place.lexicon == "states":
        return _state(place)
    return _capital(place) if place.lexicon == "capitals" else _place(place, head)


def _place(place: Entry, head: Entry | None = None) -> Value:
    """A place of the gazetteer; "the province of" a town is that province, about its town."""
    precision = int(place.get("precision") or _CITY)
    wanted = int((head.get("precision") if head else "") or precision)
    return {
        "name": place.get("name_en"),
        "geonames": int(place.get("geonames")) if place.get("geonames") else None,
        "lat": _degrees(place.get("lat")),
        "lon": _degrees(place.get("lon")),
        "country": place.get("iso3") or None,
        "precision": min(precision, wanted),
        "population": int(place.get("population") or _PEOPLE.get(place.get("kind"), _PEOPLE_ELSE)),
        "needs_country": place.get("match") == "country",
    }


def _capital(state: Entry) -> Value:
    """The capital of a state."""
    return {
        "name": state.get("capital_en"),
        "lat": _degrees(state.get("capital_lat")),
        "lon": _degrees(state.get("capital_lon")),
        "country": state.get("iso3"),
        "precision": _CITY,
        "geonames": None,
        "population": _PEOPLE_CAPITAL,
        "needs_country": False,
    }


def _state(state: Entry) -> Value:
    """A state as a place, at its middle."""
    return {
        "name": state.get("name_en"),
        "lat": _degrees(state.get("lat")),
        "lon": _degrees(state.get("lon")),
        "country": state.get("iso3"),
        "precision": 1,
    }


def _border(name: str) -> Value:
    """A border: a line, so it has no point of its own."""
    return {"name": name, "lat": None, "lon": None, "country": None, "precision": 2}


def _moved(value: Value, captures: Mapping[str, Capture], entry: Mapping[str, Entry]) -> Value:
    """What becomes of a place by a distance, a direction, or a word for the country around it."""
    bearing = _bearing(entry[name] for name in ("direction", "turn") if name in entry)
    toward = _toward(bearing)
    if value["precision"] == 1:
        return {"name": f"{toward} {value['name']}".strip(), "sense": "part"}
    if "distance" in captures and captures["distance"].mention:
        km = float(str(captures["distance"].mention.value["lo"])) * float(entry["unit"].get("km"))
        said = f"{km:.0f} km {toward} of {value['name']}" if toward else f"{km:.0f} km from {value['name']}"
        radius = max(_LEAST_RADIUS_KM, km * _SHARE_OF_DISTANCE) if toward else km
    elif "part" in entry:
        km, radius = (_PART_KM, _PART_KM) if toward else (0.0, 2 * _PART_KM)
        said = f"{toward} {entry['part'].get('name_en')} of {value['name']}".strip()
    else:
        km, said, radius = 0.0, f"{toward} of {value['name']}", 2 * _PART_KM
    province = value["precision"] in (2, 3)
    moved: Value = {
        "of_province": province,
        "name": said,
        "geonames": None,
        "radius_km": radius,
        "precision": 3,
        "by": (km, bearing),
        "km": km,
    }
    return moved | offset(value, km, bearing)


def offset(place: Mapping[str, object], km: float, bearing: float | None) -> Value:
    """The point so many km from a place (bearing in degrees from the north); the place's own without a bearing."""
    if place["lat"] is None or bearing is None:
        return {"lat": place["lat"], "lon": place["lon"]}
    lat, lon = float(str(place["lat"])), float(str(place["lon"]))
    north, east = km * cos(radians(bearing)), km * sin(radians(bearing))
    return {
        "lat": round(lat + north / KM_A_DEGREE, 3),
        "lon": round(lon + east / (KM_A_DEGREE * cos(radians(lat))), 3),
    }


def _bearing(directions: Iterable[Entry]) -> float | None:
    """The bearing of one direction, or the middle of two; None of none."""
    turns = [float(direction.get("bearing")) for direction in directions]
    if not turns:
        return None
    north = sum(cos(radians(turn)) for turn in turns)
    east = sum(sin(radians(turn)) for turn in turns)
    return round(degrees(atan2(east, north)) / 45) % 8 * 45.0


_NAMES = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")


def _toward(bearing: float | None) -> str:
    """The English name of one of eight directions."""
    return "" if bearing is None else _NAMES[int(bearing // 45) % 8]


def _degrees(cell: str) -> float | None:
    """The degrees that a cell holds."""
    return float(cell) if cell else None
