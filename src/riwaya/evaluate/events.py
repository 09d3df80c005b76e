"""The figures of events: mentions that `same_as` joins are one event."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass

from riwaya.evaluate.figures import Figure, Share, Tally
from riwaya.evaluate.pairing import pair
from riwaya.evaluate.reading import ReadEvent, Where
from riwaya.model import Span

Group = tuple[ReadEvent, ...]
Values = frozenset[Hashable]

_HAPPENED = {"actual", "ongoing"}


def groups(events: Iterable[ReadEvent]) -> list[Group]:
    """The mentions of each event, in the order of the first; a `same_as` to nothing is passed over."""
    parent: dict[str, str] = {}
    members: dict[str, list[ReadEvent]] = {}

    def root(event: str) -> str:
        while parent[event] != event:
            event = parent[event]
        return event

    listed = list(events)
    parent.update((event.id, event.id) for event in listed)
    for event in listed:
        if event.same_as in parent:
            parent[root(event.id)] = root(event.same_as)
    for event in listed:
        members.setdefault(root(event.id), []).append(event)
    return [tuple(group) for group in members.values()]


def same_trigger(a: ReadEvent, b: ReadEvent) -> bool:
    """Whether two mentions stand on the same word."""
    return a.trigger.overlap(b.trigger) > 0


def same_event(a: ReadEvent, b: ReadEvent) -> bool:
    """Whether two mentions stand on the same word and are of one PLOVER type."""
    return same_trigger(a, b) and a.plover == b.plover


def pair_groups(
    gold: list[Group], found: list[Group], same: Callable[[ReadEvent, ReadEvent], bool]
) -> list[tuple[Group, Group]]:
    """The groups of which one mention is the same, one to one."""
    pairs = pair(gold, found, lambda g, f: any(same(a, b) for a in g for b in f), least=1)
    return [(gold[i], found[j]) for i, j in pairs]


def _is_news_of_violence(group: Group) -> bool:
    """Whether the group is of violence that took or takes place, and is no history."""
    happened = any(event.status in _HAPPENED and not event.background for event in group)
    return group[0].plover == "ASSAULT" and happened


def event_figures(gold: list[Group], found: list[Group], pairs: list[tuple[Group, Group]]) -> Iterator[Figure]:
    """The figures of one report's events; `pairs` agree in trigger and type."""
    yield "triggers", Tally(len(pair_groups(gold, found, same_trigger)), len(gold), len(found))
    yield "events", Tally(len(pairs), len(gold), len(found))
    ours, theirs = (list(filter(_is_news_of_violence, side)) for side in (gold, found))
    yield "violence", Tally(len(pair_groups(ours, theirs, same_trigger)), len(ours), len(theirs))
    for g, f in pairs:
        for field in compare(g, f):
            if field.counts:
                yield field.name, Share(field.right, 1)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of two groups that are one event: the values of each side, and whether they agree."""

    name: str
    gold: Values
    found: Values
    right: bool
    counts: bool = True


def compare(gold: Group, found: Group) -> Iterator[Field]:
    """The fields of two groups that are one event."""
    for name in ("actors", "targets"):
        yield _equal(name, _codes(gold, name), _codes(found, name))
        yield _equal(f"{name}_country", _countries(gold, name), _countries(found, name))
    for name in ("mode", "acled", "status"):
        yield _meeting(name, _values(gold, name), _values(found, name))
    yield _equal("background", frozenset({gold[0].background}), frozenset({found[0].background}))
    for name in ("killed", "injured"):
        ours, theirs = (_values(side, name) - {None} for side in (gold, found))
        yield Field(name, ours, theirs, bool(ours & theirs), counts=bool(ours or theirs))
    for name in ("place", "time"):
        yield _place(name, gold, found)


def _equal(name: str, gold: Values, found: Values) -> Field:
    return Field(name, gold, found, gold == found)


def _meeting(name: str, gold: Values, found: Values) -> Field:
    return Field(name, gold, found, bool(gold & found))


def _place(name: str, gold: Group, found: Group) -> Field:
    """Place or time: right when any words overlap; counted where the gold has one."""
    ours, theirs = _words(gold, name), _words(found, name)
    right = any(a.overlap(b) for a in ours for b in theirs)
    counts = any(getattr(event, name) for event in gold)
    return Field(name, frozenset(ours), frozenset(theirs), right, counts)


def _words(group: Group, name: str) -> set[Span]:
    """The spans of the places, or of the times, of a group."""
    places: list[Where | None] = [getattr(event, name) for event in group]
    return {place.span for place in places if place and place.span}


def _values(group: Group, field: str) -> Values:
    return frozenset(getattr(event, field) for event in group)


def _codes(group: Group, role: str) -> Values:
    return frozenset(code for event in group for code in getattr(event, role) if code)


def _countries(group: Group, role: str) -> Values:
    return frozenset(str(code).split()[0] for code in _codes(group, role))


def judged_events(found: Iterable[ReadEvent], gold: Iterable[ReadEvent]) -> Iterator[tuple[float, bool]]:
    """The confidence of each found mention, and whether a gold mention has its word and type."""
    known = list(gold)
    for event in found:
        if event.confidence is not None:
            yield event.confidence, any(same_event(event, other) for other in known)
