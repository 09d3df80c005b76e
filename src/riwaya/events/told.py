"""Told: an event as one sentence tells it, and the tellings of one event together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from riwaya.model import Event, Party, Place, Time

T = TypeVar("T")
_AHEAD = ("planned", "demanded", "threatened")  # statuses of what is told like an infinitive: "plan the attack on"
Toll = tuple[int, int | None]


class Told(NamedTuple):
    """An event as one sentence tells it."""

    event: Event
    concept: str
    sure: bool  # that it is background, where it is: words or a date say so
    days: Mapping[str, str]  # by which weekday it is told, and by which day counted from that of publication
    sentence: int
    block: int  # of the report, in which it is told; 0 is the title
    leads: bool  # told in the sentences after the title, which tell again what it told
    harm: bool  # told by a word of harm, not by the act
    verb: bool  # told by a verb
    definite: bool  # told by a noun that a listener knows already: with the article, a pronoun, or of a known one
    updated: bool  # told by a toll that is said to have changed, or is summed up
    another: bool  # told by a noun that its words set apart from one told before: "a similar attack"
    before: bool  # told as what was before another event: what that answers, or came hours or days after
    plural: bool | None  # told by a noun for several; None where a plural may be one event ("clashes"), or for a verb
    says: int | None  # where what it says of a noun opens: a relative clause ("that targeted ..."), a verb after it
    refers: bool  # told by a word that is an event only where one was told before ("the incident")
    fronted: bool = False  # told in a sentence that opens with where it was: "And in Kirkuk"
    turns: bool = False  # told in a sentence whose head turns to something else: "On the other hand", "Meanwhile"
    dead: int | None = (
        None  # how many the words of harm of its sentence tell together, each of some ("2 ..., while 11")
    )

    @property
    def points_back(self) -> bool:
        """Whether it is told by a noun that a listener knows already; what is planned or asked for may be new."""
        return self.definite and not self.verb and self.event.status not in _AHEAD

    @property
    def is_bare(self) -> bool:
        """Whether nothing is told of an event but that it happened."""
        event = self.event
        return not (event.actors or event.targets or event.place or event.time or event.killed or event.injured)


class When(NamedTuple):
    """When an event is told to have been."""

    time: Time | None
    days: Mapping[str, str]


class Group:
    """The tellings of one event so far, and what they tell together."""

    def __init__(self, first: Told, *, tells_harm: bool) -> None:
        """Begins with one telling; `tells_harm` says that its word is one for the dead and hurt."""
        self.first = first
        self.tellings: list[Told] = []
        self.concepts: set[str] = set()
        self.acts: set[str] = set()  # concepts that are no harm
        self.actors: set[str] = set()
        self.targets: set[str] = set()
        self.places: dict[str, Place] = {}
        self.times: list[When] = []
        self.killed: set[Toll] = set()
        self.injured: set[Toll] = set()
        self.statuses: set[str] = set()
        self.plurals: set[bool] = set()
        self.in_title = False
        self.is_news = False
        self.add(first, tells_harm=tells_harm)

    def add(self, one: Told, *, tells_harm: bool) -> None:
        """Takes one telling more."""
        event = one.event
        self.tellings.append(one)
        self.concepts.add(one.concept)
        if not tells_harm:
            self.acts.add(one.concept)
        self.actors |= named(event.actors)
        self.targets |= named(event.targets)
        if event.place is not None:
            self.places.setdefault(event.place.name, event.place)
        when = When(event.time, one.days)
        if event.time is not None and when not in self.times:
            self.times.append(when)
        self.killed |= _known(event.killed)
        self.injured |= _known(event.injured)
        self.statuses.add(event.status)
        self.plurals |= _known(one.plural)
        self.in_title |= one.block == 0
        self.is_news |= not event.background

    def in_sentence(self, sentence: int) -> Sequence[Told]:
        """The tellings in the sentence that was read last, if it is this one; the last first."""
        return tuple(self._latest(sentence))

    def _latest(self, sentence: int) -> Iterator[Told]:
        """The last tellings as long as they stand in a sentence."""
        for one in reversed(self.tellings):
            if one.sentence != sentence:
                return
            yield one


def _known(value: T | None) -> set[T]:
    """A value, if there is one."""
    return set() if value is None else {value}


def named(parties: Sequence[Party]) -> set[str]:
    """The codes of the parties that words name; those that were only inferred tell nothing of an event."""
    return {party.code for party in parties if party.span is not None}
