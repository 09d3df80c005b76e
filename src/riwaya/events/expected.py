"""Expected parties: who is meant where no words need say it: whoever is arrested is so by the police."""

from __future__ import annotations

from riwaya.events.agreement import with_parties
from riwaya.events.parties import PartyReader
from riwaya.model import Event


def with_expected(event: Event, parties: PartyReader) -> Event:
    """An arrest of which nobody is said to do it, with the police of where it happens, or of those arrested."""
    if event.mode != "arrest" or event.actors:
        return event
    told = next((party.code.partition(" ")[0] for party in event.targets), "")
    iso3 = (event.place and event.place.country) or told or parties.home
    return with_parties(event, (parties.side(iso3, "COP", None),), event.targets) if iso3 not in ("", "UNK") else event
