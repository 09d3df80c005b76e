"""The harmed: who was killed or injured in an event, told by a noun of their own or as those attacked.

An attack on a ministry may hurt passers-by. Where a telling has no words for those hurt, they are those of another
telling of the event, and otherwise its targets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from riwaya.model import Event


def with_hurt(events: Sequence[Event], told: Mapping[str, str]) -> tuple[Event, ...]:
    """The events with the code of those hurt, where somebody was; `told`: by event, the code of a noun for them."""
    first: dict[str, str] = {}  # by event and its tellings, who was hurt by the first that tells it
    for event in events:
        if event.id in told:
            first.setdefault(event.same_as or event.id, _of(event, told[event.id]))
    return tuple(_with(event, told, first) for event in events)


def _with(event: Event, told: Mapping[str, str], first: Mapping[str, str]) -> Event:
    """An event with the code of those hurt."""
    if not any(toll and toll[1] != 0 for toll in (event.killed, event.injured)):
        return event
    code = _of(event, told[event.id]) if event.id in told else ""
    named = next((target.code for target in event.targets), "")
    return event.model_copy(update={"harm_who": code or named or first.get(event.same_as or event.id)})


def _of(event: Event, code: str) -> str:
    """The code of those hurt; of the targets' state where one of them is of the same sector."""
    _, _, sector = code.partition(" ")
    return next((target.code for target in event.targets if target.code.endswith(f" {sector}")), code)
