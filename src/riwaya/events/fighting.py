"""Fighting: its sides where the words name one of them or none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from riwaya.events.parties import PartyReader
from riwaya.events.sufferers import BEARING
from riwaya.model import Event, Party, Span

_OPPOSED: Mapping[str, str] = {"MIL": "REB", "REB": "MIL"}  # who fights whom within one country


class Fighting:
    """The sides of the fighting that one report tells of."""

    def __init__(self, parties: PartyReader) -> None:
        """`parties` knows the two states that the report names most."""
        self._parties = parties
        self._last: list[Party] = []  # the sides of the fighting that was told last
        self._first: list[Party] = []  # and of that told first
        self._sideless: set[Span] = set()  # the words of fighting that names no side before any did
        self._one_sided: set[Span] = set()  # and of that which names but one
        self._armed: dict[str, Party] = {}  # soldiers and rebels that act or are acted on by force, by code
        self._times: Counter[str] = Counter()  # how often

    def note(self, parties: Iterable[Party]) -> None:
        """Keeps who acts, or is acted on, by force somewhere in the report."""
        for party in parties:
            if party.code.partition(" ")[2] in _OPPOSED:
                self._armed.setdefault(party.code, party)
                self._times[party.code] += 1

    def sides(self, trigger: Span, named: list[Party], speaker: str) -> tuple[list[Party], str]:
        """Both sides of some fighting of which the words name some, and why."""
        states = {party.code.partition(" ")[0] for party in named}
        if len(named) > 1:
            self._last, self._first = named, self._first or named
        elif named and set(self._parties.sides) == states | {speaker} != states:
            return [*named, self._parties.side(speaker, "MIL", None)], "; the other side is the speaker's"
        elif not named and self._last:
            return _without_words(self._last), "; the sides are those of the fighting told before"
        elif not named:
            self._sideless.add(trigger)
        else:
            self._one_sided.add(trigger)
        return named, ""

    def completed(self, event: Event) -> Event:
        """An event; fighting that names no side, before any did, has those of the fighting that is told first.

        Where one side is named, or none anywhere, the army and the rebels of one country are against each other.
        """
        if event.targets:
            return event
        if event.trigger in self._one_sided and len(event.actors) == 1:
            other = self._opponent(event.actors[0])
            return event.model_copy(update={"actors": (*event.actors, *_without_words(other))}) if other else event
        if event.trigger not in self._sideless or event.actors:
            return event
        return event.model_copy(update={"actors": tuple(_without_words(self._first or self._pair()))})

    def _opponent(self, party: Party) -> list[Party]:
        """The other side within a party's country, of those who act by force the most frequent; none if none does."""
        country, _, sector = party.code.partition(" ")
        other = self._armed.get(f"{country} {_OPPOSED.get(sector, '')}")
        return [other] if other else []

    def _pair(self) -> list[Party]:
        """The army and the rebels of one country that are told of most."""
        for code, _ in self._times.most_common():
            if other := self._opponent(self._armed[code]):
                return [self._armed[code], *other]
        return []


def as_sides(events: Sequence[Event], two_sided: Collection[str]) -> tuple[Event, ...]:
    """The events; what two sides do to each other has no target of its own, though somebody was hurt in it.

    Whom another telling of it names as the target of one side is the other side, if they bear arms.
    """
    return tuple(_as_sides(event) if event.id in two_sided and event.targets else event for event in events)


def _as_sides(event: Event) -> Event:
    """Fighting with both its sides as actors."""
    one = {party.code for party in event.actors}
    others = [party for party in event.targets if party.code.endswith(BEARING) and party.code not in one]
    actors = (*event.actors, *others) if len(one) == 1 and len(others) == 1 else event.actors
    return event.model_copy(update={"actors": actors, "targets": ()})


def _without_words(parties: Iterable[Party]) -> list[Party]:
    """Parties that are not named where they act."""
    return [party.model_copy(update={"span": None}) for party in parties]
