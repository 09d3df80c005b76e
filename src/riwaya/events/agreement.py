"""Agreement: what one voice tells of an event has the same parties each time.

Where its tellings differ, those hold that tell more than "civilians" or "gunmen" (who are no army), of these the ones
told most often, and of these the ones told first. A telling that names nobody takes them too, or the narrator's where
its own voice names nobody at all. What another source says who did it stays that source's word; whom it befell does
not, where a telling says no more of them than "a man".
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from riwaya.events.parties import BY_FORCE, but_those
from riwaya.model import Event, Party, Span

_VAGUE = ("CVL", "UAF")
_NAMELESS = "UAF"
_FORCES = ("MIL", "COP", "GOV", "SPY")
_NARRATOR = ""

Parties = tuple[Party, ...]
_Key = tuple[str, str]  # the first telling of an event, and who tells it


def agreed(events: Sequence[Event], voices: Mapping[str, str], anybody: Collection[Span] = ()) -> tuple[Event, ...]:
    """The events, each with the actors and the targets that its voice's tellings agree on.

    `voices`: who speaks, by claim; what stands in none of them is the narrator's. `anybody`: words for people of whom
    they tell nothing ("a man"), who are those whom other tellings name, whoever tells them.
    """
    events = _of_sides(events, anybody)
    tellings: dict[_Key, list[Event]] = defaultdict(list)
    for event in events:
        tellings[_telling(event, voices)].append(event)
    doing = {key: _choice(group, "actors") for key, group in tellings.items()}
    struck = {key: [_but_those(event, doing[key]) for event in group] for key, group in tellings.items()}
    chosen = {key: (doing[key], _choice(group, "targets")) for key, group in struck.items()}
    events = [_but_those(event, doing[_telling(event, voices)]) for event in events]
    return tuple(_with(event, *_parties(_telling(event, voices), chosen)) for event in events)


def _of_sides(events: Sequence[Event], anybody: Collection[Span]) -> list[Event]:
    """The events; a target of whom nothing is told is left out where another telling of the event names one."""
    doing = {(event.first_telling, party.code) for event in events for party in event.actors}
    told: dict[str, Parties] = {}
    for event in events:
        first = event.first_telling
        if _names(event, anybody) and not any((first, party.code) in doing for party in event.targets):
            told.setdefault(first, event.targets)
    return [
        with_parties(event, event.actors, told[event.first_telling])
        if event.first_telling in told and _is_anybody(event.targets, anybody)
        else event
        for event in events
    ]


def _names(event: Event, anybody: Collection[Span]) -> bool:
    """Whether a telling has a target of whom more is told than that they are people."""
    nameless = any(party.code.endswith(_NAMELESS) for party in event.targets)
    return bool(event.targets) and not nameless and not _is_anybody(event.targets, anybody)


def _is_anybody(parties: Parties, anybody: Collection[Span]) -> bool:
    """Whether nothing is told of some parties but that they are people."""
    return bool(parties) and all(party.span in anybody for party in parties)


def _but_those(event: Event, actors: Parties) -> Event:
    """A telling without targets who are those that act in the others, as long as these are of one side."""
    if event.plover not in BY_FORCE or len(_codes(actors)) != 1 or not event.targets:
        return event
    return with_parties(event, event.actors, tuple(but_those(event.targets, actors)))


def _telling(event: Event, voices: Mapping[str, str]) -> _Key:
    """The first telling of an event, and who tells it here."""
    return event.first_telling, voices.get(event.claim or "", _NARRATOR)


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
    nameless = sides and any(code.endswith(_NAMELESS) for codes in often for code in codes)
    return max(
        named,
        key=lambda told: (
            armed and _is_telling(told) and not (nameless and _is_of_states(told)),
            sides and len(_codes(told)),
            often[_codes(told)],
        ),
        default=(),
    )


def _codes(parties: Parties) -> frozenset[str]:
    """The codes of some parties."""
    return frozenset(party.code for party in parties)


def _is_telling(parties: Parties) -> bool:
    """Whether some parties are all known by more than that they are civilians or armed."""
    return not any(party.code.endswith(_VAGUE) for party in parties)


def _is_of_states(parties: Parties) -> bool:
    """Whether some parties are all forces of states, which "gunmen" do not stand for."""
    return all(party.code.endswith(_FORCES) for party in parties)


def with_parties(event: Event, actors: Parties, targets: Parties) -> Event:
    """An event with other parties."""
    if (actors, targets) == (event.actors, event.targets):
        return event
    return event.model_copy(update={"actors": actors, "targets": targets})
