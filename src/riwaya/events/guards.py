"""Guards: whether a trigger's words mean what its entry says where they stand.

The column `when` of triggers.tsv lists what must hold: `needs:actor`, `needs:weapon` (named in the content or
sentence), `with:W|W` (one of the words follows in the clause), `not-after:W|W`, `not-before:W|W` (the next word).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable

from riwaya.errors import PackError
from riwaya.events.clauses import Scene
from riwaya.find.actors import OUTLETS
from riwaya.find.context import covered_until, starting_in
from riwaya.model.layers import Claimed, Mention

_ARMED = ("MIL", "REB", "COP", "UAF", "SPY")  # sectors of those who bear arms
_BOMBS = ("shelling", "air-strike", "drone-strike", "missile-strike", "bombing", "car-bomb", "suicide-bombing")
_END = float("inf")


class Guards:
    """The guards, over the mentions of one report."""

    def __init__(self, claimed: Claimed, key: Callable[[str], str]) -> None:
        """`key` folds the words of a guard."""
        self._analysed, self._key = claimed.found.analysed, key
        kinds = {"actor": [], "weapon": [], "time": []}  # type: dict[str, list[Mention]]
        for mention in claimed.found.mentions:
            if mention.kind in kinds:
                kinds[mention.kind].append(mention)
        armed = [m.start for m in kinds["weapon"]]
        armed += [m.start for m in kinds["actor"] if m.value["sector"] in _ARMED]
        self._armed = self._sentences(armed)
        named = [m.start for m in claimed.found.mentions if m.kind in ("actor", "place") and self._fits(m)]
        self._named_in = self._sentences(named)
        tokens = range(len(self._analysed.tokens))
        self._other_senses = self._sentences(i for i in tokens if self._analysed.hit(i, "other-senses"))
        self._named = covered_until((*kinds["actor"], *kinds["time"]))
        self._weapons = {i: weapon for weapon in kinds["weapon"] for i in range(weapon.start, weapon.end)}
        self._kinds = {kind: [m for m in mentions if self._fits(m)] for kind, mentions in kinds.items()}

    def _sentences(self, tokens: Iterable[int]) -> set[int]:
        """The first tokens of the sentences that some tokens stand in."""
        sentences = self._analysed.sentences
        return {sentences[bisect_right(sentences, (at, _END)) - 1].start for at in tokens}

    def hold(self, scene: Scene) -> bool:
        """Whether the trigger counts: no part of a name or a time, and every guard of its entry holds."""
        trigger = scene.trigger
        if self._named.get(trigger.start, 0) >= trigger.end:
            return False
        weapon = self._weapons.get(trigger.start, trigger)
        longer = weapon.end - weapon.start > trigger.end - trigger.start or weapon.value.get("needs")
        if weapon.covers(trigger) and longer:
            return False
        if self._in_another_sense(scene):
            return False
        guards = str(trigger.value.get("when") or "")
        return all(self._holds(*guard.partition(":")[::2], scene) for guard in guards.split(",") if guard)

    def _in_another_sense(self, scene: Scene) -> bool:
        """Whether the sentence speaks of sport, business, nature and the like, and of nobody armed.

        A word of bombs and shells counts even there, where a party or a place is named with it.
        """
        sentence = scene.sentence
        if sentence.start in self._armed or (
            scene.trigger.value["concept"] in _BOMBS and sentence.start in self._named_in
        ):
            return False
        return sentence.start in self._other_senses

    def rank(self, scene: Scene) -> int:
        """What sorts the better reading of one spelling first: complemented, then of the class that the token shows."""
        definite = self._analysed.tokens[scene.trigger.start].definite
        verb = scene.trigger.value["class"] == "verb"
        complemented = "with:" in str(scene.trigger.value.get("when") or "")
        return 0 if complemented else 2 if verb and definite else 1

    def _holds(self, name: str, value: str, scene: Scene) -> bool:
        """Whether one guard holds; raises PackError (pack.guard) for one that there is not."""
        if name == "needs":
            return bool(starting_in(self._kinds.get(value, ()), scene.first, scene.last))
        if name == "with":
            wanted = {self._key(word) for word in value.split("|")}
            return any(self._analysed.tokens[i].stem in wanted for i in range(scene.trigger.end, scene.end))
        if name not in ("not-after", "not-before"):
            todo = "write needs, with, not-after or not-before"
            raise PackError("pack.guard", f"no guard {name!r}", where=scene.trigger.rule, todo=todo)
        at = scene.trigger.start - 1 if name == "not-after" else scene.trigger.end
        step = -1 if name == "not-after" else 1
        barred = {self._key(word) for word in value.split("|")}
        while 0 <= at < len(self._analysed.tokens) and self._analysed.tokens[at].clitic:
            at += step
        return not (0 <= at < len(self._analysed.tokens) and self._analysed.tokens[at].stem in barred)

    @staticmethod
    def _fits(mention: Mention) -> bool:
        """Whether a mention may be what a guard needs: an outlet is no party."""
        return mention.kind != "actor" or mention.value["kind"] not in OUTLETS
