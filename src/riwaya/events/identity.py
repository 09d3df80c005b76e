"""Identity: which events of a report are one, told again.

Each telling is held against the events told before it (`likeness.py`); of those for which more speaks than against, it
is of the one for which most speaks. All tellings of an event are news or all are background, as the first is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from riwaya.events.likeness import Likeness, differ, same_status
from riwaya.events.told import Group, Told
from riwaya.model import Event

_REACH = 40  # events of one type, those told last, among which one may be that is told again
_ENOUGH = 0.25  # by how much more has to speak for an event than against it: two that are joined wrongly mix their harm
ALWAYS = "always"  # the sign that every telling has: most are of no event told before


def with_harm(told: Sequence[Told]) -> tuple[Told, ...]:
    """The events of one sentence, where its only toll and the only attacks beside it complete each other.

    The attack takes who was hurt; the toll takes who attacked.
    """
    tolls = [one for one in told if one.harm and one.event.plover == "ASSAULT"]
    attacks = [one for one in told if not one.harm and one.event.plover == "ASSAULT"]
    if len(tolls) != 1:
        return tuple(told)
    toll = tolls[0].event
    beside = [one.event for one in attacks if _completes(one.event, toll)]
    fuller = {event.id: _completed(event, toll) for event in beside}
    if len(beside) == 1 and not toll.actors:
        fuller[toll.id] = toll.model_copy(update={"actors": beside[0].actors})
    return tuple(one._replace(event=fuller.get(one.event.id, one.event)) for one in told)


def with_sum(told: Sequence[Told]) -> tuple[Told, ...]:
    """The events of one sentence, where its words of harm tell of several dead one after the other, with their sum."""
    tolls = [one.event.killed for one in told if one.harm and one.event.killed]
    words = {one.concept for one in told if one.harm and one.event.killed}
    if len(tolls) < 2 or len(words) > 1 or any(low != high for low, high in tolls):
        return tuple(told)
    dead = sum(low for low, _ in tolls)
    return tuple(one._replace(dead=dead) if one.harm and one.event.killed else one for one in told)


def _completes(attack: Event, toll: Event) -> bool:
    """Whether an attack and a toll of one sentence may be one event."""
    return same_status(attack.status, toll.status) and not differ(attack, toll)


def _completed(attack: Event, toll: Event) -> Event:
    """An attack with those hurt by the toll that stands beside it as its targets where it names none."""
    return attack.model_copy(update={"targets": attack.targets or toll.targets})


class Identity:
    """Tells which tellings are of one event."""

    def __init__(self, likeness: Likeness, weights: Mapping[str, float]) -> None:
        """`weights` is what each sign weighs; one that is not there weighs nothing."""
        self._likeness, self._weights = likeness, weights

    def same_events(self, told: Sequence[Told]) -> tuple[Event, ...]:
        """The events, each told-again one with `same_as` pointing to the first telling of the one it fits best."""
        known: dict[str, dict[str, Group]] = defaultdict(dict)  # by type; the one told last is the last
        linked: list[Event] = []
        for one in {t.event.id: t for t in told}.values():
            groups = known[one.event.plover]
            group = self._fitting(islice(reversed(groups.values()), _REACH), one)
            if group is not None:
                first = group.first.event
                linked.append(one.event.model_copy(update={"same_as": first.id, "background": first.background}))
                group.add(one, tells_harm=self._likeness.tells_harm(one))
                groups[first.id] = groups.pop(first.id)
            elif not one.refers:
                linked.append(one.event)
                groups[one.event.id] = Group(one, tells_harm=self._likeness.tells_harm(one))
        return tuple(linked)

    def _fitting(self, groups: Iterable[Group], one: Told) -> Group | None:
        """The event that a telling fits best, of two the one told last; None where it fits none."""
        best, most = None, _ENOUGH
        for i, group in enumerate(groups):
            signs = self._likeness.signs(group, one, last=i == 0)
            if signs is not None:
                weight = self._weights[ALWAYS] + sum(self._weights.get(sign, 0.0) for sign in signs)
                if weight > most:
                    best, most = group, weight
        return best
