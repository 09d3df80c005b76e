"""What is told: the cards of a report's events put together by the event, with the place and time told best."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from riwaya.model import Place, Time
from riwaya.serve.cards import EventCard
from riwaya.serve.interface import DAY


@dataclass(frozen=True, slots=True)
class Interval:
    """A time that is resolved: when it begins and ends, by the clock of the place."""

    time: Time
    lo: datetime
    hi: datetime


@dataclass(frozen=True, slots=True)
class Told:
    """One event with all the cards that tell it, in the order of the text."""

    cards: tuple[EventCard, ...]

    @property
    def first(self) -> EventCard:
        """The card that tells it first."""
        return self.cards[0]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of its cards."""
        return tuple(card.key for card in self.cards)

    @property
    def background(self) -> bool:
        """Whether every card tells it as background."""
        return all(card.event.background for card in self.cards)

    @property
    def place(self) -> Place | None:
        """The place told most exactly, one with a point before any without."""
        places = [card.event.place for card in self.cards if card.event.place]
        return max(places, key=lambda place: (place.lat is not None, place.precision or 0), default=None)

    @property
    def interval(self) -> Interval | None:
        """The time told most exactly of those that are resolved."""
        times = [interval_of(card.event.time) for card in self.cards if card.event.time]
        return min(filter(None, times), key=lambda interval: interval.hi - interval.lo, default=None)


def told_by(cards: Iterable[EventCard]) -> tuple[Told, ...]:
    """The events that cards tell of, each once, in the order of the text."""
    together: dict[str, list[EventCard]] = defaultdict(list)
    for card in cards:
        together[card.first.event_id].append(card)
    return tuple(Told(tuple(each)) for each in together.values())


def interval_of(time: Time) -> Interval | None:
    """The interval that a time names; nothing where it is unresolved.

    A day that ends it is over at midnight; of an open interval the end that is known stands for both.
    """
    lo, hi = time.lo or time.hi, time.hi or time.lo
    if not (lo and hi):
        return None
    start = _moment(lo)
    return Interval(time, start, max(start, end_of(hi)))


def end_of(iso: str) -> datetime:
    """The moment itself of an ISO 8601 time; of a day, the midnight after it.

    >>> end_of("2022-09-13"), end_of("2022-09-13T06:00+03:00")
    (datetime.datetime(2022, 9, 14, 0, 0), datetime.datetime(2022, 9, 13, 6, 0))
    """
    moment = _moment(iso)
    return moment if len(iso) > DAY or moment.date() == datetime.max.date() else moment + timedelta(days=1)


def _moment(iso: str) -> datetime:
    """The moment that an ISO 8601 day or time names, without its zone."""
    return datetime.fromisoformat(iso).replace(tzinfo=None)
