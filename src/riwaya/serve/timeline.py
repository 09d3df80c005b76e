"""The time line of a report: when its events were, on a scale that gives the more room the nearer to publication.

A report tells of an hour ago and of a war thirty years back. So the scale is that of the logarithm of the distance
from publication: a day and a year can both be seen, and what lies within what still does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import copysign, log2
from operator import itemgetter

from riwaya.model import Time
from riwaya.serve.told import Interval, Told, end_of

DAY_S = 24 * 60 * 60
NEAR_DAYS = 0.5  # up to this distance from publication the scale is nearly even
AGES = {"day": 1, "week": 7, "month": 30, "year": 365, "decade": 3_653, "century": 36_525}  # in days
LEAST_WIDTH = 1.6  # in hundredths of the line, as all that follow
LEAST_GAP = 12.0
ROOM = 2.5


@dataclass(frozen=True, slots=True)
class Moment:
    """An interval, the events of that time, and where its bar lies, in hundredths of the line."""

    key: str
    time: Time
    events: tuple[Told, ...]
    start: float
    width: float

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the cards that tell its events."""
        return tuple(key for event in self.events for key in event.keys)


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of the scale: how far from publication (a name of the ages), and where."""

    age: str
    at: float


@dataclass(frozen=True, slots=True)
class TimeLine:
    """The moments of a report, news and background apart, each in order; publication; the scale's marks."""

    news: tuple[Moment, ...]
    background: tuple[Moment, ...]
    undated: tuple[Told, ...]
    published: float | None  # where it lies; nothing where it is not known, and the last end of news stands for it
    ticks: tuple[Tick, ...]

    @property
    def n_moments(self) -> int:
        """How many moments there are."""
        return len(self.news) + len(self.background)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where on the line a moment lies: `now` is the one that distances are taken from."""

    now: datetime
    lowest: float
    highest: float

    def at(self, depth: float) -> float:
        """Where on the line a depth lies."""
        return ROOM + (depth - self.lowest) / max(self.highest - self.lowest, 1e-9) * (100 - 2 * ROOM)


def time_line_of(all_told: Sequence[Told], seen: Sequence[Told], published: str | None) -> TimeLine:
    """The time line of the events that are seen, on the scale of all of them: it stays while a reader chooses."""
    known = [interval for event in all_told if (interval := event.interval)]
    now = end_of(published) if published else max((interval.hi for interval in known), default=datetime.max)
    depths = [_depth(moment, now) for interval in known for moment in (interval.lo, interval.hi)]
    scale = _Scale(now, min([0.0, *depths]), max([0.0, *depths]))
    dated = [(event, interval) for event in seen if (interval := event.interval)]
    return TimeLine(
        news=tuple(_moments("news", [each for each in dated if not each[0].background], scale)),
        background=tuple(_moments("past", [each for each in dated if each[0].background], scale)),
        undated=tuple(event for event in seen if not event.interval),
        published=scale.at(0) if published else None,
        ticks=tuple(_ticks(scale)) if known else (),
    )


def _moments(kind: str, dated: list[tuple[Told, Interval]], scale: _Scale) -> Iterator[Moment]:
    """The moments of events and their intervals, those that begin first before the others."""
    together: dict[tuple[datetime, datetime], list[tuple[Told, Interval]]] = defaultdict(list)
    for event, interval in dated:
        together[interval.lo, interval.hi].append((event, interval))
    for n, ((lo, hi), told) in enumerate(sorted(together.items(), key=itemgetter(0)), 1):
        start, end = scale.at(_depth(lo, scale.now)), scale.at(_depth(hi, scale.now))
        width = max(end - start, LEAST_WIDTH)
        events, (first, *_) = zip(*told, strict=True)
        yield Moment(f"{kind}-{n}", first.time, events, min(start, 100 - ROOM - width), width)


def _depth(moment: datetime, now: datetime) -> float:
    """How far a moment lies from another on the scale; below 0 before it."""
    days = (moment - now).total_seconds() / DAY_S
    return copysign(log2(1 + abs(days) / NEAR_DAYS), days)


def _ticks(scale: _Scale) -> Iterator[Tick]:
    """The marks of the scale that have room between each other and publication, those near to it first."""
    for before in (True, False):
        last = scale.at(0)
        for age, days in AGES.items():
            depth = copysign(log2(1 + days / NEAR_DAYS), -1 if before else 1)
            place = scale.at(depth)
            if scale.lowest <= depth <= scale.highest and abs(place - last) >= LEAST_GAP:
                last = place
                yield Tick(age, place)
