"""Own moves: forces that are sent or withdrawn are those who act, and nobody is acted on by their own state."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.events.clauses import Scene
from riwaya.model import Party

MOVES = ("mobilise-troops", "police-deployment", "withdrawal", "force-posture")
_FORCES = ("MIL", "COP", "PRM", "UNO", "REB", "SPY")

Parties = list[Party]


def moved(scene: Scene, actors: Parties, targets: Parties) -> tuple[Parties, Parties]:
    """The actors and targets of a scene; the forces that it moves, and the side of who moves them, are no targets.

    A state moves its army and not itself; of a noun the forces act that are annexed to it ("the withdrawal of").
    """
    if scene.trigger.value["concept"] not in MOVES:
        return actors, targets
    forces = [party for party in targets if party.code.endswith(_FORCES)]
    own = _countries(actors) or _countries(forces)
    moved_by_state = all(party.code.endswith("GOV") for party in actors) and _countries(forces) == own
    moving = forces if forces and (moved_by_state or not scene.is_verb) else actors
    own = own if moving == actors else _countries(forces)
    return moving, [party for party in targets if not _countries([party]) & own]


def _countries(parties: Sequence[Party]) -> set[str]:
    """The countries of some parties."""
    return {party.code.partition(" ")[0] for party in parties}
