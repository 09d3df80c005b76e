"""Same tolls: whether how many were killed and hurt speaks for two tellings being of one event, or against it."""

from __future__ import annotations

from operator import itemgetter

from riwaya.events.told import Group, Told, Toll
from riwaya.model import Event

_ROUNDED, _RISEN = 1.1, 2.0  # how many times as many may be the same, told in round numbers, or told later
_MANY, _OPEN_UP_TO = 100, 10  # what "dead", and how many times what "dozens" says, may at most stand for


def other_toll(a: Toll, b: Toll, *, updated: bool = False) -> bool:
    """Whether two tolls are of two events: they share no number, nor is one of one of many, nor the other rounded.

    A toll that is `updated` is another's only if it has more than doubled, or more than halved.
    """
    (low, high), (least, _) = sorted((a, b), key=itemgetter(0))
    if low <= 1 or high is None or least <= high:
        return False
    return least > high * (_RISEN if updated else _ROUNDED)


def same_toll(a: Event, b: Event) -> bool:
    """Whether two events have one toll, as where a clause tells what the other did."""
    return (a.killed is not None and a.killed == b.killed) or (a.injured is not None and a.injured == b.injured)


def has_toll(group: Group, event: Event) -> bool:
    """Whether an event has a toll of several that was told before."""
    pairs = ((group.killed, event.killed), (group.injured, event.injured))
    return any(toll and toll[0] > 1 and any(toll[0] == other[0] for other in known) for known, toll in pairs)


def is_part(group: Group, one: Told) -> bool:
    """Whether the dead that a telling tells, and the others of its sentence, are together those of an event."""
    return one.dead is not None and any(one.dead == low for low, _ in group.killed)


def new_tolls(group: Group, one: Told) -> list[str]:
    """The signs that a telling tells how many were hurt, and not those that were told."""
    if one.points_back or one.updated or is_part(group, one):
        return []
    event = one.event
    pairs = (("killed", event.killed, group.killed), ("injured", event.injured, group.injured))
    return [f"new-{harm}" for harm, ours, known in pairs if ours and known and not any(_may_be(ours, t) for t in known)]


def _may_be(a: Toll, b: Toll) -> bool:
    """Whether two tolls may be of the same: dozens may be sixty-seven, but not six hundred."""
    return a[0] <= _highest(b) and b[0] <= _highest(a)


def _highest(toll: Toll) -> int:
    """How many a toll may at most be, told in words such as "dozens" or "dead" too."""
    low, high = toll
    return high if high is not None else max(_MANY, _OPEN_UP_TO * low)
