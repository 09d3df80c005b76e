"""Expected parties: who is meant where no words need say it: whoever is arrested is so by those who arrest there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from riwaya.events.agreement import with_parties
from riwaya.events.parties import PartyReader
from riwaya.model import Event, Party

_ARREST = "arrest"


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
