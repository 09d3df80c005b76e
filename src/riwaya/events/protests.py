"""Protests: whom they are against, by the words that give their reason."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.events.clauses import Scene
from riwaya.find.context import starting_in
from riwaya.model.layers import Analysed, Mention

_POWERS = ("GOV", "MIL", "COP", "JUD", "LEG", "SPY", "UNO", "EUR")
_FORCES = ("MIL", "COP", "SPY")
_REASON = 10  # tokens from the word that gives a reason to the party that it names


def is_power(mention: Mention) -> bool:
    """Whether a party is one that is protested against, rather than one that protests, as judges may."""
    people = mention.kind == "victim" and mention.value["sector"] not in _FORCES
    return mention.value["sector"] in _POWERS and not people


def aim(analysed: Analysed, actors: Sequence[Mention], scene: Scene) -> list[Mention]:
    """Whom a protest is against: the first party of power after a word that gives its reason; nobody else."""
    for i in analysed.beginning(scene.sentence, "protest-reasons"):
        if i >= scene.trigger.start:
            after = starting_in(actors, i, min(i + _REASON, scene.sentence.end))
            if power := next(filter(is_power, after), None):
                return [power]
    return []
