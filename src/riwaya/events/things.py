"""Things: whether a verb is done by an attack or a weapon, so that a party after it undergoes it.

"A bomb killed three soldiers", "an attack that targeted the police", "an explosion near the market killed".
"""

from __future__ import annotations

from collections.abc import Collection

from riwaya.events.clauses import Scene
from riwaya.model.layers import Analysed

_FAR = 16  # tokens between a verb and the thing that does it
_NOMINAL = ("NOUN", "ADJ", "NUM", "DET", "LATIN")
_QUANTITY = 1  # tokens before the noun of a thing that may count it: "a series of attacks"
_BELONGING = "of"  # the link of what belongs to a party
_FORCES = ("weapons", "group-heads", "institutions")
_ALIKE = ("CONJ", "PUNCT")


class ThingReader:
    """Reads the things that act in one report."""

    def __init__(self, analysed: Analysed, named: Collection[int]) -> None:
        """`named` are the tokens of parties."""
        self._analysed, self._tokens, self._named = analysed, analysed.tokens, named

    def doing(self, scene: Scene, *, alone: bool) -> int | None:
        """The token of the thing that does the verb of a scene; `alone` says that no party before it might."""
        thing = self._before(scene, alone=alone)
        return self._after(scene) if thing is None and alone else thing

    def _after(self, scene: Scene) -> int | None:
        """The noun right after a verb where it is a thing, and of no party; not what an entry asks for ("opened fire"),
        nor what stands after a verb in the plural, which has its subject before it."""
        i = scene.trigger.end
        several = {"pl", "du"} & set(self._tokens[scene.trigger.start].features.split())
        if several or "with:" in str(scene.trigger.value["when"] or ""):
            return None
        return i if i + 1 < scene.end and self._is_thing(i) and not self._is_owned(i) else None

    def _is_owned(self, i: int) -> bool:
        """Whether a thing is a party's, which then does what it does: "aircraft of the army", "belonging to it"."""
        return i + 1 in self._named or self._owner(i) in self._named

    def belongs(self, i: int, party: int) -> bool:
        """Whether a weapon or a force at a token belongs to the party at another: "the aircraft belonging to"."""
        return self._owner(i) == party and self._analysed.opens(i, *_FORCES)

    def _owner(self, i: int) -> int | None:
        """The token after the words that tie a noun with its adjectives to whom it belongs."""
        at, last = i + 1, len(self._tokens) - 1
        while at < last and self._tokens[at].pos == "ADJ" and not self._analysed.opens(at, "member-links"):
            at += 1
        link = self._analysed.hit(at, "member-links") if at <= last else None
        belongs = link is not None and link.end - link.start > 1 and link.entry.get("link") == _BELONGING
        return link.end if belongs and link is not None else None

    def _before(self, scene: Scene, *, alone: bool) -> int | None:
        """The thing of which the phrase before a verb is, or the one that its relative clause describes."""
        end, first = scene.trigger.start, scene.sentence.start
        least = max(first, end - _FAR)
        if end - 1 > least and (self._analysed.relative(end - 1) or self._tokens[end - 1].clitic == "en"):
            end -= 1
        while end > least:
            start = self._phrase(end, least)
            opens = self._opens(start, first)
            things = [i for i in range(start, min(start + _QUANTITY + 1, end)) if self._is_thing(i)]
            if things and not opens:
                return things[0]
            if start == end or opens or not alone or self._tokens[start - 1].pos != "PREP":
                return None
            end = start - 1
        return None

    def _opens(self, start: int, first: int) -> bool:
        """Whether a phrase stands behind a preposition with which its clause opens, telling when or where."""
        at = start - 1
        if at < first or self._tokens[at].pos != "PREP":
            return False
        return at == first or self._tokens[at - 1].pos in _ALIKE

    def _phrase(self, end: int, least: int) -> int:
        """Where the nouns begin that end at a token."""
        start = end
        while start > least and self._tokens[start - 1].pos in _NOMINAL:
            start -= 1
        return start

    def _is_thing(self, i: int) -> bool:
        """Whether a noun at a token names an attack or a weapon, and no party."""
        if i in self._named or self._tokens[i].pos != "NOUN":
            return False
        return any(
            hit.entry.lexicon == "weapons" or (hit.entry.lexicon == "triggers" and hit.entry.get("class") == "noun")
            for hit in self._analysed.hits[i]
        )
