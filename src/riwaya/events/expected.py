"""Expected parties: who is meant where no words need say it: whoever is arrested is so by those who arrest there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from riwaya.events.agreement import with_parties
from riwaya.events.parties import PartyReader
from riwaya.model import Event, Party

_ARREST, _RELEASE = "arrest", "release"
_TAKEN = (_ARREST, "abduct")  # modes of events by which people are held


def with_expected(events: Iterable[Event], parties: PartyReader) -> Iterator[Event]:
    """The events; an arrest of which nobody is said to do it has those who did the one before in that country.

    Where none was told, it has the police of where it happens, or of those arrested.
    """
    before: dict[str, tuple[Party, ...]] = {}
    for event in events:
        if event.mode != _ARREST:
            yield event
            continue
        where = _where(event, parties)
        if event.actors:
            before[where] = event.actors
            yield event
        else:
            yield _done(event, where, before, parties)


def with_taken(events: Iterable[Event]) -> Iterator[Event]:
    """The events; those who are let go were taken before, by those who took them, where no words name them."""
    taken: Event | None = None
    for event in events:
        if event.mode in _TAKEN and event.targets:
            taken = event
        yield _released(event, taken) if taken and event.mode == _RELEASE else event


def _released(event: Event, taken: Event) -> Event:
    """A release with those who took somebody, and whom they took, unless its words name others."""
    codes = {party.code for party in taken.targets}
    others = event.targets and not codes & {party.code for party in event.targets}
    own = {party.code for party in event.actors} - {party.code for party in taken.actors}
    if others or own or event.plover != "RETREAT":
        return event
    actors, targets = (
        tuple(p.model_copy(update={"span": None}) for p in side) for side in (taken.actors, taken.targets)
    )
    return with_parties(event, event.actors or actors, event.targets or targets)


def _where(event: Event, parties: PartyReader) -> str:
    """The country of an arrest, or else of those arrested, or where the report is set."""
    told = next((party.code.partition(" ")[0] for party in event.targets), "")
    return (event.place and event.place.country) or told or parties.home


def _done(event: Event, where: str, before: dict[str, tuple[Party, ...]], parties: PartyReader) -> Event:
    """An arrest with those who did it."""
    if where in ("", "UNK"):
        return event
    told = tuple(party.model_copy(update={"span": None}) for party in before.get(where, ()))
    return with_parties(event, told or (parties.side(where, "COP", None),), event.targets)


def with_people(events: Sequence[Event], parties: PartyReader, two_sided: Collection[str]) -> tuple[Event, ...]:
    """The events; who was killed or wounded where no telling says who they were, and in no fighting, is a civilian."""
    fought = {event.first_telling for event in events if event.id in two_sided}
    told = {event.first_telling for event in events if event.targets}
    return tuple(_hurting(event, parties, fought | told) for event in events)


def _hurting(event: Event, parties: PartyReader, known: Collection[str]) -> Event:
    """An event with civilians hurt, where some were hurt and it is none of those of which somebody tells who."""
    where = (event.place and event.place.country) or parties.home
    if not event.is_harmful or not where or event.first_telling in known or len({p.code for p in event.actors}) > 1:
        return event
    return with_parties(event, event.actors, (Party(code=f"{where} CVL", name="civilians"),))
