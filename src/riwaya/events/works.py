"""Works: the state whose proposal or policy somebody rejects or denounces, by its adjective: "a French initiative"."""

from __future__ import annotations

from collections.abc import Collection

from riwaya.events.clauses import Scene
from riwaya.model.layers import Analysed, Hit

_WORK = 12  # tokens between a word of rejection and the adjective of the state
_ENDS = ("COMP", "VERB", "PUNCT")


def state_of_work(analysed: Analysed, covered: Collection[int], scene: Scene) -> Hit | None:
    """The adjective of a state that describes a noun after a verb; none in a clause of its own, nor one of a party."""
    tokens, start = analysed.tokens, scene.trigger.end
    for i in range(start, min(scene.end, start + _WORK)):
        if tokens[i].pos in _ENDS or (tokens[i].pos == "PREP" and not tokens[i].clitic):
            return None
        described = i > start and tokens[i].pos == "ADJ" and i - 1 not in covered
        if described and (state := analysed.hit(i, "demonyms")):
            return state
    return None
