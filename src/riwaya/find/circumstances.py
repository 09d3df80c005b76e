"""Circumstances: the state that a report is about, and places that follow from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from riwaya.find.actors import is_of_state
from riwaya.model.layers import Analysed, Entry, Mention

_CLEAR = 2  # times as often as any other a state must be named for the report to be about it
_TOLD_FIRST = 2  # mentions that the place of a dateline or title counts for


class Home:
    """The state that a report is about, worked out when it is asked for."""

    def __init__(
        self,
        analysed: Analysed,
        actors: Sequence[Mention],
        places: Sequence[Mention],
        outlets: Mapping[str, str],
    ) -> None:
        """`outlets` gives the states of outlets by their folded names."""
        self._analysed, self._actors, self._places, self._outlets = analysed, actors, places, outlets

    @cached_property
    def state(self) -> str:
        """Its code (ISO 3166 alpha-3), if one is named far more than any other; else empty."""
        acting = {(m.start, m.end) for m in self._actors}  # "France" that condemns is no place where something happened
        where = [m for m in self._places if m.value.get("country") and (m.start, m.end) not in acting]
        counts = Counter(str(m.value["iso3"]) for m in self._actors if is_of_state(m.value))
        counts.update(str(m.value["country"]) for m in where)
        told = next((m for m in where if m.start == 0 or self._in_title(m)), None)
        if told:
            counts[str(told.value["country"])] += _TOLD_FIRST
        ranked = [*counts.most_common(2), ("", 0), ("", 0)]
        (best, n), (_, second) = ranked[:2]
        return best if n >= _CLEAR and n >= _CLEAR * second else ""

    @cached_property
    def told(self) -> frozenset[str]:
        """The codes of all states of its actors and places."""
        values = [m.value.get("iso3") for m in self._actors] + [m.value.get("country") for m in self._places]
        return frozenset(str(value) for value in values if value)

    def _in_title(self, mention: Mention) -> bool:
        """Whether a mention stands in the title of the report."""
        end = self._analysed.span(mention.start, mention.end).end
        return any(block.kind == "title" and end <= block.span.end for block in self._analysed.report.blocks[:1])


def state_place(state: Entry) -> Mapping[str, object]:
    """A state as a place, at its middle."""
    return _place(state, "name_en", "lat", "lon", 1)


def capital_place(state: Entry) -> Mapping[str, object]:
    """The capital of a state."""
    return _place(state, "capital_en", "capital_lat", "capital_lon", 4)


def _place(state: Entry, name: str, lat: str, lon: str, precision: int) -> Mapping[str, object]:
    """A place by columns of a state's row."""
    return {
        "name": state.get(name),
        "lat": float(state.get(lat)) if state.get(lat) else None,
        "lon": float(state.get(lon)) if state.get(lon) else None,
        "country": state.get("iso3"),
        "precision": precision,
        "sense": "",
    }
