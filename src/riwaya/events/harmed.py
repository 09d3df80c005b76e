"""The harmed: who was killed or injured in an event, told by a noun of their own or as those attacked.

An attack on a ministry may hurt passers-by. Where a telling has no words for those hurt, they are its targets, else
those of another telling: of one with the same figures ("105 of its dead", "105 soldiers killed") or of the same harm.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from riwaya.model import Event

_Key = tuple[object, ...]


def with_hurt(events: Sequence[Event], told: Mapping[str, str]) -> tuple[Event, ...]:
    """The events with the code of those hurt, where somebody was; `told`: by event, the code of a noun for them."""
    own = {event.id: _own(event, told.get(event.id, "")) for event in events}
    first: dict[_Key, str] = {}  # by what an event's tellings share, who was hurt by the first that says it
    for event in events:
        if own[event.id] and event.is_harmful:
            for key in _alike(event):
                first.setdefault(key, own[event.id])
        if event.id in told:
            first.setdefault((event.first_telling,), own[event.id])
    return tuple(_with(event, own[event.id] or _elsewhere(event, first)) for event in events)


def _elsewhere(event: Event, first: Mapping[_Key, str]) -> str | None:
    """The code of those hurt by the other tellings: with the same figures, of the same harm, else of any."""
    return next((first[key] for key in (*_alike(event), (event.first_telling,)) if key in first), None)


def _alike(event: Event) -> tuple[_Key, _Key]:
    """What a telling shares with those of the same figures, and with those of the same harm."""
    figures = (event.killed, event.injured)
    return (event.first_telling, *figures), (event.first_telling, *map(bool, figures))


def _with(event: Event, code: str | None) -> Event:
    """An event with the code of those hurt, where somebody was."""
    return event.model_copy(update={"harm_who": code}) if event.is_harmful else event


def _own(event: Event, code: str) -> str:
    """The code of those hurt by a telling alone: of its noun for them, else of its first target; empty for none."""
    return _of(event, code) if code else next((target.code for target in event.targets), "")


def _of(event: Event, code: str) -> str:
    """The code of those hurt; of the targets' state where one of them is of the same sector."""
    _, _, sector = code.partition(" ")
    return next((target.code for target in event.targets if target.code.endswith(f" {sector}")), code)
