"""Same parties: whether who acts and who is acted on speaks for two tellings being of one event, or against it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from riwaya.events.told import Group, Told, named

_VAGUE = (" UAF", " CVL", " UNK")  # sectors of those who may be others too: gunmen are rebels, civilians anybody


def by_parties(group: Group, one: Told) -> Iterator[str]:
    """The signs by who acts and who is acted on."""
    actors, targets = named(one.event.actors), named(one.event.targets)
    for role, ours, theirs in (("actor", actors, group.actors), ("target", targets, group.targets)):
        if ours & theirs:
            yield role
        elif apart(ours, theirs):
            yield f"other-{role}"
        elif _other_kind(ours, theirs):
            yield "unlike-subject" if one.verb and role == "actor" else f"unlike-{role}"
    if _exchanged(group, actors, targets):
        yield "exchanged"


def apart(a: Collection[str], b: Collection[str]) -> bool:
    """Whether two lists of parties share no country, though both name some."""
    ours, theirs = _countries(a), _countries(b)
    return bool(ours and theirs) and not ours & theirs


def _countries(codes: Collection[str]) -> set[str]:
    """The countries of some parties, as far as they are known."""
    return {code.partition(" ")[0] for code in codes} - {"UNK"}


def _other_kind(a: Collection[str], b: Collection[str]) -> bool:
    """Whether two lists of parties name others, though of one country: its army, and its rebels."""
    vague = any(code.endswith(_VAGUE) for code in (*a, *b))
    return bool(a and b) and not vague


def _exchanged(group: Group, actors: set[str], targets: set[str]) -> bool:
    """Whether whoever acts was acted on, or the other way round: an attack and the one that answers it."""
    return bool(
        (actors and actors <= group.targets and not actors & group.actors)
        or (targets and targets <= group.actors and not targets & group.targets)
    )
