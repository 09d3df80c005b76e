"""Likeness: the signs that a telling is, or is not, of an event that was told before.

It is compared with all tellings of that event together, so that no two events are joined by a third that is like both.
What each sign weighs stands in `pack.toml`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from math import cos, hypot, radians
from operator import itemgetter

from riwaya.events.kinship import Kinship
from riwaya.events.told import Group, Told, Toll, When, named
from riwaya.model import Event, Place, Time

_WIDE = {2: 150, 3: 60, 4: 25}  # kilometres from the middle of a region, district or town to what may lie in it
_DEGREE = 111.2  # kilometres
_DONE = {"actual", "ongoing", "hypothetical"}  # what is feared may be what another says has happened
_OPEN = {"planned", "demanded", "threatened", "hypothetical"}
_BESIDE = 12  # code points between a noun and its relative clause: room for an adjective
_ROUNDED, _RISEN = 1.1, 2.0  # how many times as many may be the same, told in round numbers, or told later
_MEANS = {  # modes of an attack that are of one kind; those of two kinds are two attacks
    "aerial": "from afar",
    "drone": "from afar",
    "heavy-weapons": "from afar",
    "suicide-attack": "blast",
    "abduct": "capture",
}


class Likeness:
    """Tells the signs by the kinship of concepts."""

    def __init__(self, kinship: Kinship) -> None:
        """Takes what each concept is to each other."""
        self._kinship = kinship

    def signs(self, group: Group, one: Told) -> list[str] | None:
        """The signs for and against a telling being of a group's event; None where something rules it out."""
        near = group.in_sentence(one.sentence)
        kin = self._kin(group, one)
        answered = one.before and any(not other.before for other in near)
        if (kin == "other" and not near) or answered or _cannot_be(group, one, here=bool(near)):
            return None
        told = [f"kin-{kin}", *_by_facts(group, one), *_by_time(group, one, here=bool(near))]
        if kin != "other" and _has_toll(group, one.event):
            told.append("toll")
        return [*told, *(self._here(near, one, kin) if near else _again(group, one, kin))]

    def _kin(self, group: Group, one: Told) -> str:
        """What a telling's word is to those of a group: an act is held against the acts, if any is told."""
        acts = group.concepts if self.tells_harm(one) else group.acts or group.concepts
        kin = self._kinship.nearest(acts, one.concept)
        return "broader" if kin == "other" and one.points_back and self._kinship.stands_for_any(one.concept) else kin

    def tells_harm(self, one: Told) -> bool:
        """Whether a telling's word is one for the dead and hurt."""
        return self._kinship.tells_harm(one.concept)

    def _here(self, near: Collection[Told], one: Told, kin: str) -> Iterator[str]:
        """The signs where the event was told in the same sentence."""
        yield "here"
        beside = self._kinship.nearest([other.concept for other in near], one.concept)
        described = any(describes(other, one) and not self.tells_harm(other) for other in near)
        if beside == "harms" or (beside == "harm" and (self.tells_harm(one) or kin == "harm")):
            yield f"here-{beside}"
        elif not (one.points_back or one.verb or described):
            yield "here-indefinite"
        if one.points_back and kin != "other" and one.event.plover == "ASSAULT" and not self.tells_harm(one):
            yield "here-definite"
        if kin != "other" and any(_same_toll(other.event, one.event) for other in near):
            yield "here-toll"
        if described:
            yield "describes"
        if any(other.before and not one.before for other in near):
            yield "before"


def _again(group: Group, one: Told, kin: str) -> Iterator[str]:
    """The signs where the event was told in another sentence."""
    if one.points_back:
        yield "definite"
        if kin == "broader":
            yield "definite-broader"
    else:
        yield "verb" if one.verb else "indefinite"
    if group.in_title and one.block > 0:
        yield "title" if one.points_back or one.verb or one.leads else "title-indefinite"
        if one.leads:
            yield "lead"


def _by_facts(group: Group, one: Told) -> Iterator[str]:
    """The signs by what is told: places, parties, tolls, and whether it is one event or several."""
    event = one.event
    if one.another:
        yield "another"
    if one.is_bare:
        yield "bare"
    if event.place is not None and group.places:
        if event.place.name in group.places:
            yield "place"
        elif any(_elsewhere(place, event.place) for place in group.places.values()):
            yield "other-place"
    actors, targets = named(event.actors), named(event.targets)
    for role, ours, theirs in (("actor", actors, group.actors), ("target", targets, group.targets)):
        if ours & theirs:
            yield role
        elif _apart(ours, theirs):
            yield f"other-{role}"
    if _exchanged(group, actors, targets):
        yield "exchanged"
    if one.plural is not None and (not one.plural) in group.plurals:
        yield "number"


def _by_time(group: Group, one: Told, *, here: bool) -> Iterator[str]:
    """The signs by days, and by history held against news."""
    event, first = one.event, group.first
    if event.time is not None and any(_on_other_days(when, When(event.time, one.days)) for when in group.times):
        yield "other-day"
    if event.background == first.event.background:
        return
    if not event.background and first.sure:
        yield "history-here" if here else "history-again" if one.points_back else "history-before"
    elif not (event.background and one.sure):
        yield "background"


def _cannot_be(group: Group, one: Told, *, here: bool) -> bool:
    """Whether a telling cannot be of a group's event: by its toll, its means, its status, or as history."""
    event = one.event
    toll = event.killed
    if toll is not None and any(_other_toll(toll, other, updated=one.updated and not here) for other in group.killed):
        return True
    if len({_MEANS.get(mode) for mode in (*group.modes, event.mode or "")} - {None}) > 1:
        return True
    if not all(same_status(status, event.status) for status in group.statuses):
        return not (one.definite and event.status == "denied")
    return event.background and one.sure and group.is_news


def same_status(a: str, b: str) -> bool:
    """Whether two statuses may be of one event: what is done and what is under way are, and what is yet to happen."""
    return a == b or {a, b} <= _DONE or {a, b} <= _OPEN


def describes(a: Told, b: Told) -> bool:
    """Whether an event is what is said of another, just named: by a relative clause or a verb."""
    beside = b.says is not None and 0 <= b.says - a.event.trigger.end <= _BESIDE
    return beside and not (a.verb and b.verb)


def differ(a: Event, b: Event) -> bool:
    """Whether two events of a sentence are of another kind, time, place, toll, or have other parties."""
    times = a.time is not None and b.time is not None and not _same_days(a.time, b.time)
    tolls = a.killed is not None and b.killed is not None and _other_toll(a.killed, b.killed)
    means = {_MEANS.get(a.mode or ""), _MEANS.get(b.mode or "")} - {None}
    places = a.place is not None and b.place is not None and _elsewhere(a.place, b.place)
    pairs = ((a.actors, b.actors), (a.targets, b.targets))
    parties = any(_apart({p.code for p in ours}, {p.code for p in theirs}) for ours, theirs in pairs)
    return times or tolls or len(means) > 1 or places or parties


def _countries(codes: Collection[str]) -> set[str]:
    """The countries of some parties, as far as they are known."""
    return {code.partition(" ")[0] for code in codes} - {"UNK"}


def _apart(a: Collection[str], b: Collection[str]) -> bool:
    """Whether two lists of parties share no country, though both name some."""
    ours, theirs = _countries(a), _countries(b)
    return bool(ours and theirs) and not ours & theirs


def _exchanged(group: Group, actors: set[str], targets: set[str]) -> bool:
    """Whether whoever acts was acted on, or the other way round: an attack and the one that answers it."""
    return bool(
        (actors and actors <= group.targets and not actors & group.actors)
        or (targets and targets <= group.actors and not targets & group.targets)
    )


def _elsewhere(a: Place, b: Place) -> bool:
    """Whether two places are not the same, nor the one within the other as far as their distance tells."""
    if a.name == b.name or min(a.precision or 1, b.precision or 1) < 2:
        return False
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:  # a village that nobody knows may lie in it
        return a.precision == b.precision or a.country != b.country
    wide = _WIDE.get(min(a.precision or 1, b.precision or 1), 0) if a.precision != b.precision else 0
    return a.country != b.country or _kilometres(a.lat, a.lon, b.lat, b.lon) > wide


def _kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The distance of two points near each other."""
    east = (lon - other_lon) * cos(radians((lat + other_lat) / 2))
    return _DEGREE * hypot(lat - other_lat, east)


def _on_other_days(a: When, b: When) -> bool:
    """Whether two events are told to have been on other days, as far as dates or the days of the week tell."""
    shared = a.days.keys() & b.days.keys()
    if shared and all(a.days[kind] != b.days[kind] for kind in shared):
        return True
    return a.time is not None and b.time is not None and not _same_days(a.time, b.time)


def _same_days(a: Time, b: Time) -> bool:
    """Whether two times share a day, or one of them is unresolved."""
    if a.lo is None or a.hi is None or b.lo is None or b.hi is None:
        return True
    return a.lo[:10] <= b.hi[:10] and b.lo[:10] <= a.hi[:10]


def _other_toll(a: Toll, b: Toll, *, updated: bool = False) -> bool:
    """Whether two tolls are of two events: they share no number, nor is one of one of many, nor the other rounded.

    A toll that is `updated` is another's only if it has more than doubled, or more than halved.
    """
    (low, high), (least, _) = sorted((a, b), key=itemgetter(0))
    if low <= 1 or high is None or least <= high:
        return False
    return least > high * (_RISEN if updated else _ROUNDED)


def _has_toll(group: Group, event: Event) -> bool:
    """Whether an event has a toll of several that was told before."""
    pairs = ((group.killed, event.killed), (group.injured, event.injured))
    return any(toll and toll[0] > 1 and any(toll[0] == other[0] for other in known) for known, toll in pairs)


def _same_toll(a: Event, b: Event) -> bool:
    """Whether two events have one toll, as where a clause tells what the other did."""
    return (a.killed is not None and a.killed == b.killed) or (a.injured is not None and a.injured == b.injured)
