"""Agreement: the tellings of one event have the same parties.

Where they differ, those hold that tell more than "civilians" or "gunmen", of these the ones told most often, and of
these the ones told first. A telling that names nobody takes them too.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from riwaya.model import Event, Party

_VAGUE = ("CVL", "UAF")

Parties = tuple[Party, ...]


def agreed(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events, each with the actors and the targets that its group agrees on."""
    tellings: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        tellings[event.same_as or event.id].append(event)
    chosen = {first: (_choice(group, "actors"), _choice(group, "targets")) for first, group in tellings.items()}
    return tuple(_with(event, *chosen[event.same_as or event.id]) for event in events)


def _with(event: Event, actors: Parties, targets: Parties) -> Event:
    """An event with the parties of its group; its own words stay where they name the same, or the other side."""
    return with_parties(event, _own(event.actors, actors, event.targets), _own(event.targets, targets, event.actors))


def _own(told: Parties, chosen: Parties, others: Parties) -> Parties:
    """The parties as a telling has them, where they are those of its group or those are its other side."""
    keeps = _codes(told) == _codes(chosen) or (told and _codes(chosen) & _codes(others))
    return told if keeps else chosen


def _choice(group: Sequence[Event], role: str) -> Parties:
    """The parties in a role that hold for a group: those that tell more, of both sides, the frequent, the first."""
    named = [parties for event in group if (parties := getattr(event, role))]
    often = Counter(map(_codes, named))
    armed = group[0].plover != "PROTEST"  # whoever protests is a civilian
    sides = role == "actors"
    return max(
        named,
        key=lambda told: (armed and _is_telling(told), sides and len(_codes(told)), often[_codes(told)]),
        default=(),
    )


def _codes(parties: Parties) -> frozenset[str]:
    """The codes of some parties."""
    return frozenset(party.code for party in parties)


def _is_telling(parties: Parties) -> bool:
    """Whether some parties are all known by more than that they are civilians or armed."""
    return not any(party.code.endswith(_VAGUE) for party in parties)


def with_parties(event: Event, actors: Parties, targets: Parties) -> Event:
    """An event with other parties; those hurt are the targets."""
    if (actors, targets) == (event.actors, event.targets):
        return event
    hurt = targets[0].code if event.harm_who and targets else event.harm_who
    return event.model_copy(update={"actors": actors, "targets": targets, "harm_who": hurt})
