"""Identity: which events of a report are one, told again.

What speaks for it is added up: the same kind of event, a shared party, place or toll, a definite noun that points
back, a word of harm beside the attack that did it; and taken away, other parties, another place. Another day, another
toll, history by its date against news rule it out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import cos, hypot, radians
from operator import itemgetter
from typing import NamedTuple

from riwaya.model import Event, Party, Place, Time

_WIDE = {2: 150, 3: 60, 4: 25}  # kilometres from the middle of a region, district or town to what may lie in it
_DEGREE = 111.2  # kilometres
_DONE = {"actual", "ongoing"}
_OPEN = {"planned", "demanded", "threatened", "hypothetical"}
_ENOUGH = 1.0
_OTHER = 2.0  # what other parties, or another place, speak against it: they may be misread
_LEAD = 1  # the last block that tells what the title told
_BESIDE = 12  # code points between a noun and its relative clause: room for an adjective
_MEANS = {  # modes of an attack that are of one kind; those of two kinds are two attacks
    "aerial": "from afar",
    "drone": "from afar",
    "heavy-weapons": "from afar",
    "suicide-attack": "blast",
    "abduct": "capture",
}
_BLOODLESS = {"abduct", "destroy"}  # modes of an attack of which a word of harm tells nothing
_ANY_ATTACK = (None, "190")  # mode and CAMEO code of a word for violence of no particular kind


class Told(NamedTuple):
    """An event as one sentence tells it."""

    event: Event
    concept: str
    sure: bool  # that it is background, where it is: words or a date say so
    days: Mapping[str, str]  # by which weekday it is told, and by which day counted from that of publication
    sentence: int
    block: int  # of the report, in which it is told; 0 is the title
    harm: bool  # told by a word of harm, not by the act
    definite: bool  # told by a noun that a listener knows already: with the article, a pronoun, or of a known one
    before: bool  # told as what was before another event: what that answers, or came hours or days after
    plural: bool | None  # told by a noun for several; None where a plural may be one event ("clashes"), or for a verb
    says: int | None  # where what it says of a noun opens: a relative clause ("that targeted ..."), a verb after it
    refers: bool  # told by a word that is an event only where one was told before ("the incident")


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


def _completes(attack: Event, toll: Event) -> bool:
    """Whether an attack and a toll of one sentence may be one event."""
    apart = _differ(attack, toll) or _other_parties(attack, toll) or _other_places(attack, toll)
    return _same_status(attack, toll) and not apart


def _completed(attack: Event, toll: Event) -> Event:
    """An attack with those hurt by the toll that stands beside it as its targets where it names none."""
    return attack.model_copy(update={"targets": attack.targets or toll.targets})


def same_events(told: Sequence[Told]) -> tuple[Event, ...]:
    """The events, each told-again one with `same_as` pointing to the first telling of the one it fits best."""
    alike: dict[str, list[list[Told]]] = defaultdict(list)
    linked: list[Event] = []
    for one in {t.event.id: t for t in told}.values():
        groups = alike[one.event.plover]
        fit, best = max(((_fit(group, one), group) for group in groups), key=itemgetter(0), default=(0.0, []))
        if fit >= _ENOUGH:
            first = best[0].event
            linked.append(one.event.model_copy(update={"same_as": first.id, "background": first.background}))
            best.append(one)
        elif not one.refers:
            linked.append(one.event)
            groups.append([one])
    return tuple(linked)


def _fit(group: Sequence[Told], one: Told) -> float:
    """How much speaks for an event being that of a group; minus infinity where something rules it out."""
    if any(_cannot_be(other, one) for other in group):
        return float("-inf")
    return max(_evidence(other, one) for other in group)


def _cannot_be(a: Told, b: Told) -> bool:
    """Whether two tellings cannot be of one event."""
    told = _same_status(a.event, b.event) or (b.definite and b.event.status == "denied")
    history = a.event.background != b.event.background and (a.sure or b.sure)
    answered = a.sentence == b.sentence and a.before != b.before
    return answered or not told or history or _differ(a.event, b.event) or _on_other_days(a, b)


def _on_other_days(a: Told, b: Told) -> bool:
    """Whether two events are told by other days of the week, or other days before that of publication."""
    shared = a.days.keys() & b.days.keys()
    return bool(shared) and all(a.days[kind] != b.days[kind] for kind in shared)


def _differ(a: Event, b: Event) -> bool:
    """Whether two events are of another kind, time or toll."""
    times = a.time is not None and b.time is not None and not _same_days(a.time, b.time)
    tolls = a.killed is not None and b.killed is not None and _other_toll(a.killed, b.killed)
    means = {_MEANS.get(a.mode or ""), _MEANS.get(b.mode or "")} - {None}
    return a.plover != b.plover or times or tolls or len(means) > 1


def _same_status(a: Event, b: Event) -> bool:
    """Whether two events agree in status: what is done and what is under way do, and whatever has not happened yet."""
    return a.status == b.status or any({a.status, b.status} <= statuses for statuses in (_DONE, _OPEN))


def _other_parties(a: Event, b: Event) -> bool:
    """Whether two events have no actor, or no target, of one country, though both have some."""
    return any(_apart(getattr(a, role), getattr(b, role)) for role in ("actors", "targets"))


def _other_places(a: Event, b: Event) -> bool:
    """Whether two events have places of which neither lies in the other."""
    return a.place is not None and b.place is not None and _elsewhere(a.place, b.place)


def _apart(a: Sequence[Party], b: Sequence[Party]) -> bool:
    """Whether two lists of parties share no country, though both name some."""
    one, other = ({party.code.partition(" ")[0] for party in parties} - {"UNK"} for parties in (a, b))
    return bool(one and other) and not one & other


def _elsewhere(a: Place, b: Place) -> bool:
    """Whether two places are not the same, nor the one within the other as far as their distance tells."""
    if a.name == b.name or min(a.precision or 1, b.precision or 1) < 2:
        return False
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return True
    wide = _WIDE.get(min(a.precision or 1, b.precision or 1), 0) if a.precision != b.precision else 0
    return a.country != b.country or _kilometres(a.lat, a.lon, b.lat, b.lon) > wide


def _kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The distance of two points near each other."""
    east = (lon - other_lon) * cos(radians((lat + other_lat) / 2))
    return _DEGREE * hypot(lat - other_lat, east)


def _same_days(a: Time, b: Time) -> bool:
    """Whether two times share a day, or one of them is unresolved."""
    if a.lo is None or a.hi is None or b.lo is None or b.hi is None:
        return True
    return a.lo[:10] <= b.hi[:10] and b.lo[:10] <= a.hi[:10]


def _other_toll(a: tuple[int, int | None], b: tuple[int, int | None]) -> bool:
    """Whether two tolls are of two events: they share no number, and neither is of one of many."""
    return not _overlap(a, b) and min(a[0], b[0]) > 1


def _overlap(a: tuple[int, int | None], b: tuple[int, int | None]) -> bool:
    """Whether two ranges share a number."""
    return (b[1] is None or a[0] <= b[1]) and (a[1] is None or b[0] <= a[1])


def _evidence(a: Told, b: Told) -> float:
    """What speaks for two tellings being of one event."""
    kind = _kinship(a, b)
    party = any(_share(getattr(a.event, role), getattr(b.event, role)) for role in ("actors", "targets"))
    place = a.event.place is not None and b.event.place is not None and a.event.place.name == b.event.place.name
    toll = a.event.killed is not None and b.event.killed is not None and a.event.killed[0] == b.event.killed[0]
    beside = a.sentence == b.sentence and (a.harm != b.harm or _describes(a, b))
    lead = a.block == 0 and 0 < b.block <= _LEAD
    against = 1.5 * (a.plural is not None and b.plural is not None and a.plural != b.plural)
    against += 1.0 * (a.event.background != b.event.background)
    against += _OTHER * _other_places(a.event, b.event)
    against += _OTHER * (not _describes(a, b) and _other_parties(a.event, b.event))
    points = b.definite and a.sentence != b.sentence
    told = 1.0 * party + 1.0 * place + 1.5 * toll + 1.0 * points + 1.0 * lead + 1.0 * _bare(b.event)
    return kind + told + 1.5 * beside - against


def _bare(event: Event) -> bool:
    """Whether nothing is told of an event but that it happened."""
    return not (event.actors or event.targets or event.place or event.time or event.killed or event.injured)


def _describes(a: Told, b: Told) -> bool:
    """Whether an event is what is said of another, just named: by a relative clause or a verb."""
    return b.says is not None and 0 <= b.says - a.event.trigger.end <= _BESIDE


def _kinship(a: Told, b: Told) -> float:
    """How near two kinds of event are: the same; an act and its harm; "the attack" of any violence; another."""
    if a.concept == b.concept:
        return 1.0
    if a.event.plover != "ASSAULT":
        return -2.0
    if (b.definite and _is_any_attack(b)) or (_describes(a, b) and (_is_any_attack(a) or _is_any_attack(b))):
        return 1.0
    if a.harm or b.harm:
        return -1.0 if {a.event.mode, b.event.mode} & _BLOODLESS else 0.5
    return 0.0 if (a.event.mode, a.event.acled) == (b.event.mode, b.event.acled) else -1.0


def _share(a: Sequence[Party], b: Sequence[Party]) -> bool:
    """Whether two lists of parties share one."""
    return bool({party.code for party in a} & {party.code for party in b})


def _is_any_attack(told: Told) -> bool:
    """Whether an event is told by a word for violence of no particular kind ("attack", "targeted")."""
    return (told.event.mode, told.event.cameo) == _ANY_ATTACK
