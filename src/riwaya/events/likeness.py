"""Likeness: the signs that a telling is, or is not, of an event that was told before.

It is compared with all tellings of that event together, so that no two events are joined by a third that is like both.
What each sign weighs stands in `pack.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, hypot, radians

from riwaya.events.kinship import Kinship
from riwaya.events.same_parties import apart, by_parties
from riwaya.events.same_tolls import has_toll, is_part, new_tolls, other_toll, same_toll
from riwaya.events.told import Group, Told, When
from riwaya.model import Event, Place, Time

_WIDE = {2: 150, 3: 60, 4: 25}  # kilometres from the middle of a region, district or town to what may lie in it
_DEGREE = 111.2  # kilometres
_DONE = {"actual", "ongoing", "hypothetical"}  # what is feared may be what another says has happened
_OPEN = {"planned", "demanded", "threatened", "hypothetical"}
_WISHED = ("RETREAT", "AID")  # types of what is mostly one in a report
_FAR = 120  # tokens after which an event that was not told again is out of mind
_BESIDE = 12  # code points between a noun and its relative clause: room for an adjective
_MEANS = {  # modes of an attack that are of one kind; those of two kinds are two attacks
    "aerial": "from afar",
    "drone": "from afar",
    "heavy-weapons": "from afar",
    "suicide-attack": "blast",
    "abduct": "capture",
}
_PLANTED = ("1831", "1832", "1833")  # CAMEO codes of bombs that somebody brings or lays; others may be fired from afar


class Likeness:
    """Tells the signs by the kinship of concepts."""

    def __init__(self, kinship: Kinship) -> None:
        """Takes what each concept is to each other."""
        self._kinship = kinship

    def signs(self, group: Group, one: Told, *, last: bool = False) -> list[str] | None:
        """The signs for and against a telling being of a group's event; None where something rules it out."""
        near = group.in_sentence(one.sentence)
        kin = self._kin(group, one)
        answered = one.before and any(not other.before for other in near)
        against = tuple(_against(group, one, here=bool(near)))
        bound = near or self._kinship.is_backdrop(one.concept)
        if (kin == "other" and not near) or answered or (bound and against):
            return None
        new = new_tolls(group, one)
        told = [self._by_word(one, kin), *against, *new, *_by_facts(group, one), *_by_time(group, one, here=bool(near))]
        if is_part(group, one):
            told.append("part")
        if _is_wished(group, one):
            told.append("wished")
        if kin != "other" and has_toll(group, one.event):
            told.append("toll")
        if last and kin not in ("apart", "other") and not (new or one.another or one.turns or "far" in told):
            told += self._last(one, here=bool(near))
        return [*told, *(self._here(near, one, kin) if near else _again(group, one, kin, new=bool(new)))]

    def _by_word(self, one: Told, kin: str) -> str:
        """The sign by what a telling's word is to those of a group; several may be killed one after the other."""
        return "kin-same-harm" if kin == "same" and self.tells_harm(one) else f"kin-{kin}"

    def _last(self, one: Told, *, here: bool) -> Iterator[str]:
        """The sign where the event is the one told last; an indefinite noun brings another into a sentence."""
        if not here:
            yield "last-definite" if one.points_back else "last"
        elif one.points_back or one.verb or self.tells_harm(one):
            yield "last-here"

    def _kin(self, group: Group, one: Told) -> str:
        """What a telling's word is to those of a group: an act is held against the acts, if any is told."""
        acts = group.concepts if self.tells_harm(one) else group.acts or group.concepts
        kin = self._kinship.nearest(acts, one.concept)
        return "broader" if kin == "other" and one.points_back and self._kinship.stands_for_any(one.concept) else kin

    def tells_harm(self, one: Told) -> bool:
        """Whether a telling's word is one for the dead and hurt."""
        return self._kinship.tells_harm(one.concept)

    def _here(self, near: Sequence[Told], one: Told, kin: str) -> Iterator[str]:
        """The signs where the event was told in the same sentence."""
        yield "here"
        beside = self._kinship.nearest([other.concept for other in near], one.concept)
        described = any(describes(other, one) and not self.tells_harm(other) for other in near)
        if beside == "harms" or (beside == "harm" and (self.tells_harm(one) or kin == "harm")):
            yield f"here-{beside}"
        elif not (one.points_back or one.verb or described):
            yield "here-indefinite"
        if self._is_told(near, one):
            yield "here-closed"
        if beside == "same" and self.tells_harm(one) and not any(same_toll(other.event, one.event) for other in near):
            yield "here-again"
        if one.points_back and kin != "other" and one.event.plover == "ASSAULT" and not self.tells_harm(one):
            yield "here-definite"
        if kin != "other" and any(same_toll(other.event, one.event) for other in near):
            yield "here-toll"
        if described:
            yield "describes"
        if any(other.before and not one.before for other in near):
            yield "before"

    def _is_told(self, near: Sequence[Told], one: Told) -> bool:
        """Whether harm is told again after harm and what did it: "killed in a blast, and three were wounded in"."""
        if one.points_back or not self.tells_harm(one) or self.tells_harm(near[0]):
            return False
        return any(self.tells_harm(other) for other in near)


def _again(group: Group, one: Told, kin: str, *, new: bool) -> Iterator[str]:
    """The signs where the event was told in another sentence."""
    if one.points_back:
        yield "definite"
        if kin == "broader":
            yield "definite-broader"
    else:
        yield "verb" if one.verb else "indefinite"
    if group.in_title and one.block > 0 and not new:
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
    yield from by_parties(group, one)
    if one.sentence - group.tellings[-1].sentence > _FAR:
        yield "far"
    if one.fronted and not one.points_back and event.place and event.place.name not in group.places:
        yield "fronted"
    if one.turns and not group.in_sentence(one.sentence):
        yield "turns-definite" if one.points_back else "turns"
    if one.plural is not None and (not one.plural) in group.plurals:
        yield "number"
    if event.status == "ongoing" and "ongoing" not in group.statuses:
        yield "goes-on"


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


def _against(group: Group, one: Told, *, here: bool) -> Iterator[str]:
    """The signs that a telling is of another event: by its toll, its means, its status, or as history."""
    event = one.event
    if event.killed is not None and not is_part(group, one):
        updated = one.updated and not here
        if any(other_toll(event.killed, other, updated=updated) for other in group.killed):
            yield "other-toll"
    means, known = _means(event), {_means(other.event) for other in group.tellings} - {None}
    if means and known and means not in known:
        yield "other-means"
    denied = one.definite and event.status == "denied"
    if not denied and not all(same_status(status, event.status) for status in group.statuses):
        yield "other-wish" if _is_wished(group, one) else "other-status"
    if event.background and one.sure and group.is_news:
        yield "history-news"


def _is_wished(group: Group, one: Told) -> bool:
    """Whether what was asked for or planned, and is no violence, is told again: a truce that some want, then have."""
    told = {one.event.status, *group.statuses}
    return one.event.plover in _WISHED and not one.verb and one.concept in group.concepts and bool(told & _OPEN)


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
    tolls = a.killed is not None and b.killed is not None and other_toll(a.killed, b.killed)
    means = {_means(a), _means(b)} - {None}
    places = a.place is not None and b.place is not None and _elsewhere(a.place, b.place)
    pairs = ((a.actors, b.actors), (a.targets, b.targets))
    parties = any(apart({p.code for p in ours}, {p.code for p in theirs}) for ours, theirs in pairs)
    return times or tolls or len(means) > 1 or places or parties


def _means(event: Event) -> str | None:
    """Of which kind the means of an attack are, where its mode or its bomb tells."""
    return "blast" if event.cameo in _PLANTED else _MEANS.get(event.mode or "")


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
