"""Identity: which events of a report are one, told again."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.model import Event

_DONE = ("actual", "ongoing")


def same_events(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events, each told-again one with `same_as` pointing to the first of its kind.

    Two are the same when concept codes, actuality and news agree, and parties, place, time and toll do not differ.
    """
    firsts: list[Event] = []
    linked: list[Event] = []
    for event in events:
        first = next((f for f in firsts if _same(f, event)), None)
        if first is None:
            firsts.append(event)
            linked.append(event)
        else:
            linked.append(event.model_copy(update={"same_as": first.id}))
    return tuple(linked)


def _same(a: Event, b: Event) -> bool:
    """Whether two events of a report are told as one."""
    codes = (a.plover, a.mode, a.cameo) == (b.plover, b.mode, b.cameo)
    told = a.background == b.background and (a.status == b.status or {a.status, b.status} <= set(_DONE))
    if not (codes and told and _parties(a, b)):
        return False
    places = not (a.place and b.place) or a.place.name == b.place.name
    times = not (a.time and b.time) or a.time.lo == b.time.lo
    tolls = not (a.killed and b.killed) or a.killed == b.killed
    return places and times and tolls


def _parties(a: Event, b: Event) -> bool:
    """Whether the countries of the actors, and those of the targets, do not differ; some party must be shared."""
    shared = False
    for role in ("actors", "targets"):
        one, other = ({party.code.partition(" ")[0] for party in getattr(event, role)} for event in (a, b))
        if one and other and not (one <= other or other <= one):
            return False
        shared = shared or bool(one & other)
    return shared or bool(a.killed and a.killed == b.killed)
