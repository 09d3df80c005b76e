"""Expected parties: who is meant where no words need say it: whoever is arrested is so by the police."""

from __future__ import annotations

from riwaya.events.agreement import with_parties
from riwaya.events.parties import PartyReader
from riwaya.model import Event


def with_expected(event: Event, parties: PartyReader) -> Event:
    """An arrest of which nobody is said to do it, with the police of the country that those arrested are of."""
    if event.mode != "arrest" or event.actors:
        return event
    iso3 = next((party.code.partition(" ")[0] for party in event.targets), "UNK")
    return event if iso3 == "UNK" else with_parties(event, (parties.side(iso3, "COP", None),), event.targets)
