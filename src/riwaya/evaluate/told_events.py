"""Told events: what is found in a text in the words of an event case, and how it differs from what is expected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from riwaya.evaluate.events import Group, groups
from riwaya.evaluate.expected import Rank
from riwaya.evaluate.locate import located
from riwaya.evaluate.reading import ReadEvent
from riwaya.evaluate.trials import Finding, fields
from riwaya.model import Span
from riwaya.model.layers import Analysed, Coded

FIELDS = ("mode", "status", "background", "actors", "targets", "place", "time", "killed", "injured")
_WHERE = ("place", "time")


class ToldEvent(NamedTuple):
    """A found event as a case tells it: of all its mentions the triggers, and every value that one of them has."""

    type: str
    triggers: tuple[Span, ...]
    words: tuple[str, ...]
    background: bool
    values: dict[str, frozenset[Any]]  # mode, status, actors, targets, killed, injured
    where: dict[str, tuple[Span, ...]]  # place, time
    text: str


class WantedEvent(NamedTuple):
    """An expected event, and where its triggers, place and time stand in the text."""

    of: Mapping[str, Any]
    triggers: tuple[Span, ...]
    where: dict[str, tuple[Span, ...]]


def told_events(coded: Coded) -> list[ToldEvent]:
    """The events of a text as cases tell of them, in the order of their first mentions."""
    text = coded.claimed.found.analysed.report.text
    mentions = sorted(coded.events, key=lambda event: event.trigger)
    return [_told_event(group, text) for group in groups(ReadEvent.model_validate(e.model_dump()) for e in mentions)]


def _told_event(group: Group, text: str) -> ToldEvent:
    """The mentions of one event as a case tells of it."""
    triggers = tuple(event.trigger for event in group)
    values = {name: _values(getattr(event, name) for event in group) for name in ("mode", "status")}
    values |= {name: _values(getattr(event, name) for event in group) for name in ("killed", "injured")}
    values |= {
        name: _values(code for event in group for code in getattr(event, name)) for name in ("actors", "targets")
    }
    where = {name: tuple(w.span for e in group if (w := getattr(e, name)) and w.span) for name in _WHERE}
    words = tuple(span.cut(text) for span in triggers)
    return ToldEvent(group[0].plover, triggers, words, group[0].background, values, where, text)


def _values(some: Iterable[Hashable]) -> frozenset[Hashable]:
    """The values that are given."""
    return frozenset(value for value in some if value is not None)


def wanted_events(events: Sequence[Finding], analysed: Analysed) -> list[WantedEvent]:
    """The expected events of a text, each with where its words stand in it."""
    triggers = _triggers(events, analysed)
    return [
        WantedEvent(event, spans, {name: _spans(event.get(name), analysed) for name in _WHERE})
        for event, spans in zip(events, triggers, strict=True)
    ]


def _triggers(events: Sequence[Finding], analysed: Analysed) -> Iterator[tuple[Span, ...]]:
    """Where the triggers of each event stand: a word that is listed twice stands for two places, in order."""
    used: dict[str, set[Span]] = defaultdict(set)
    for event in events:
        spans: list[Span] = []
        for word in _listed(event["triggers"]):
            places = located(word, analysed)
            free = [span for span in places if span not in used[word]] or places
            best = next((span for span in free if not spans or span.start > spans[-1].start), free[0] if free else None)
            if best is not None:
                used[word].add(best)
                spans.append(best)
        yield tuple(spans)


def _spans(words: object, analysed: Analysed) -> tuple[Span, ...]:
    """Every place at which the words of a place or time stand; none where none is expected."""
    return tuple(located(str(words), analysed)) if words is not None else ()


def _listed(value: Any) -> list[Any]:
    """The values of a list of a case."""
    return list(value or ())


def rank(found: ToldEvent, wanted: WantedEvent) -> Rank | None:
    """How near a found event comes to an expected one; None where they share no trigger."""
    if not shares_trigger(found, wanted):
        return None
    return found.type != wanted.of["type"], len(differing(found, wanted))


def shares_trigger(found: ToldEvent, wanted: WantedEvent) -> bool:
    """Whether a mention of a found event stands on a trigger of an expected one."""
    return any(a.overlap(b) for a in found.triggers for b in wanted.triggers)


def differing(found: ToldEvent, wanted: WantedEvent) -> list[str]:
    """The fields in which a found event is not as expected; where its type is another one, that alone.

    A field that is not given is not compared, but for `background`, which is false then. Of the mentions of an event
    one has to have its status, its dead and its hurt; the modes and parties are those of all; the first tells whether
    it is background.
    """
    if found.type != wanted.of["type"]:
        return ["type"]
    given = [name for name in FIELDS if name in wanted.of or name == "background"]
    return [name for name in given if not _same(name, found, wanted)]


def _same(name: str, found: ToldEvent, wanted: WantedEvent) -> bool:
    """Whether a field of a found event is as expected."""
    value: Any = wanted.of.get(name)
    if name == "background":
        return found.background == bool(value)
    if name in _WHERE:
        return _same_where(found, name, wanted.where[name]) if value is not None else not found.where[name]
    if name in ("killed", "injured"):
        return tuple(value) in found.values[name] if value is not None else not found.values[name]
    if name == "status":
        return value in found.values[name]
    return found.values[name] == (frozenset(value) if isinstance(value, list) else _values([value]))


def _same_where(found: ToldEvent, name: str, wanted: Iterable[Span]) -> bool:
    """Whether the words of a found place or time overlap the expected ones, or are the same elsewhere in the text."""
    places = list(wanted)
    words = {word for span in places for word in span.cut(found.text).split()}
    return any(
        any(span.overlap(place) for place in places) or set(span.cut(found.text).split()) <= words
        for span in found.where[name]
    )


def as_finding(found: ToldEvent) -> Finding:
    """A found event as a case would expect it; a field that its mentions tell differently has all values."""
    told: dict[str, object] = {"triggers": list(found.words), "type": found.type}
    for name in FIELDS:
        if name == "background":
            told[name] = found.background
        elif name in _WHERE:
            told[name] = _one(dict.fromkeys(span.cut(found.text) for span in found.where[name]))
        elif name in ("actors", "targets"):
            told[name] = sorted(found.values[name])
        else:
            told[name] = _one(sorted(found.values[name], key=str))
    return told


def _one(values: Iterable[Any]) -> object:
    """The value, or all values where there are several; None where there is none."""
    listed = [list(value) if isinstance(value, tuple) else value for value in values]
    return listed[0] if len(listed) == 1 else " | ".join(map(str, listed)) or None


def told(event: Finding) -> str:
    """An expected or found event on one line."""
    return fields({name: value for name, value in event.items() if name not in ("fails", "why")})
