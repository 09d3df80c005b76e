"""Agreement: what one voice tells of an event has the same parties each time.

Where its tellings differ, those hold that tell more than "civilians" or "gunmen", of these the ones told most often,
and of these the ones told first. A telling that names nobody takes them too, or the narrator's where its own voice
names nobody at all. What another source says who did it stays that source's word.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from riwaya.model import Event, Party

_VAGUE = ("CVL", "UAF")
_NARRATOR = ""

Parties = tuple[Party, ...]
_Key = tuple[str, str]  # the first telling of an event, and who tells it


def agreed(events: Sequence[Event], voices: Mapping[str, str]) -> tuple[Event, ...]:
    """The events, each with the actors and the targets that its voice's tellings agree on.

    `voices`: who speaks, by claim; what stands in none of them is the narrator's.
    """
    tellings: dict[_Key, list[Event]] = defaultdict(list)
    for event in events:
        tellings[_telling(event, voices)].append(event)
    chosen = {key: (_choice(group, "actors"), _choice(group, "targets")) for key, group in tellings.items()}
    return tuple(_with(event, *_parties(_telling(event, voices), chosen)) for event in events)


def _telling(event: Event, voices: Mapping[str, str]) -> _Key:
    """The first telling of an event, and who tells it here."""
    return event.same_as or event.id, voices.get(event.claim or "", _NARRATOR)


def _parties(
    key: tuple[str, str], chosen: Mapping[tuple[str, str], tuple[Parties, Parties]]
) -> tuple[Parties, Parties]:
    """The actors and the targets by a voice's tellings, else by the narrator's."""
    told, narrated = chosen[key], chosen.get((key[0], _NARRATOR), ((), ()))
    return told[0] or narrated[0], told[1] or narrated[1]


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
    """An event with other parties."""
    if (actors, targets) == (event.actors, event.targets):
        return event
    return event.model_copy(update={"actors": actors, "targets": targets})
