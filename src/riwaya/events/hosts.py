"""Hosts: who is visited where only the place says so: "arrived in Beirut", "a visit to Damascus"."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.events.clauses import Scene
from riwaya.find.context import starting_in
from riwaya.model.layers import Analysed, Mention

_VISIT = "visit"  # the concept of events that have a host
_COUNTRY = 1  # the precision of a place that is a country
_NEAR = 16  # tokens between a visit and where it goes
_TO = "to"


def host(analysed: Analysed, places: Sequence[Mention], scene: Scene) -> str:
    """The country whose capital, or which itself, somebody visits: right after the trigger, or after "to"; or ""."""
    if scene.trigger.value["concept"] != _VISIT:
        return ""
    for place in starting_in(places, scene.trigger.end, min(scene.end, scene.trigger.end + _NEAR)):
        state = place.rule.endswith(".capital") or place.value["precision"] == _COUNTRY
        if state and (place.start == scene.trigger.end or _goes_to(analysed, place.start)):
            return str(place.value["country"] or "")
    return ""


def _goes_to(analysed: Analysed, i: int) -> bool:
    """Whether the preposition before a place says that somebody goes there; a name without one is an object."""
    return analysed.tokens[i - 1].pos != "PREP" or analysed.cell(i - 1, "role-words", "role") == _TO
