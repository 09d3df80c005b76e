"""Harm: how many were killed and injured, and who they were, from the words round a trigger."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from riwaya.events.clauses import Scene
from riwaya.find.context import covered_until
from riwaya.model.layers import Analysed, Entry, Mention

Bounds = tuple[int, int | None]
_JOINED = 10  # tokens between the killed and the injured of one count
_REACH = 4  # tokens between a word of harm and its count


class Harm(NamedTuple):
    """The killed and the injured as ranges, and who was hurt: sector and noun ("" where no word says)."""

    killed: Bounds | None = None
    injured: Bounds | None = None
    sector: str = ""
    who: str = ""


class HarmReader:
    """Reads the harm in one report."""

    def __init__(self, analysed: Analysed, mentions: Sequence[Mention]) -> None:
        """Gathers the counts by their first token; numbers of a time, a duration or a measure are none."""
        self._analysed = analysed
        times = covered_until(m for m in mentions if m.kind in ("time", "duration"))
        numbers = (m for m in mentions if m.kind == "number" and m.value["sense"] in ("count", "year", "old-year"))
        free = [m for m in numbers if times.get(m.start, 0) < m.end]
        self._numbers = {m.start: m for m in free}
        self._ending = {m.end: m for m in free}
        self._persons = {m.start for m in mentions if m.kind == "actor" and m.value["kind"] == "person"}

    def is_harm(self, scene: Scene) -> bool:
        """Whether a trigger is itself a word of harm."""
        return self._kind(scene) != ""

    def continues(self, before: Scene, scene: Scene) -> bool:
        """Whether a trigger goes on with the harm of the one before it: "the death of three and wounding of five"."""
        kinds = self._kind(before), self._kind(scene)
        return "" not in kinds and kinds[0] != kinds[1] and scene.trigger.start - before.trigger.end <= _JOINED

    def _kind(self, scene: Scene) -> str:
        """The harm that a trigger names: killed, injured ..., or nothing."""
        hit = self._analysed.hit(scene.trigger.start, "harms")
        return hit.entry.get("harm") if hit else ""

    def read(self, scene: Scene) -> Harm:
        """The harm that the scene's sentence tells from the trigger on, or just before it."""
        killed = injured = victim = None
        last = self._last(scene)
        for i in range(scene.trigger.start, last):
            hit = self._analysed.hit(i, "harms")
            if hit is None or hit.entry.get("harm") not in ("killed", "injured"):
                continue
            bounds = self._count(hit.start, hit.end, scene.first, last)
            if bounds is None:
                continue
            if hit.entry.get("harm") == "killed":
                killed = killed or bounds
            else:
                injured = injured or bounds
            victim = victim or self._victim(hit.start, last)
        who = (victim.get("sector"), victim.get("gloss")) if victim else ("", "")
        return Harm(killed, injured, *who)

    def _last(self, scene: Scene) -> int:
        """Where the harm of this trigger ends: at the next trigger that is no word of harm, or with the content."""
        for i in range(scene.trigger.end, scene.last):
            other = self._analysed.hit(i, "triggers")
            if (
                other
                and other.entry.get("frame") not in ("hurt-noun", "undergoes")
                and not self._analysed.hit(i, "harms")
            ):
                return i
        return scene.last

    def _count(self, start: int, end: int, first: int, last: int) -> Bounds | None:
        """The count beside a word of harm: after it, before it, or in its own form (dual, bare plural)."""
        before = self._ending.get(start)
        if before:
            return _bounds(before)
        for i in range(end, min(last, end + _REACH)):
            if number := self._numbers.get(i):
                return _bounds(number)
            if self._analysed.hit(i, "harms") or self._analysed.tokens[i].pos in ("PUNCT", "CONJ"):
                break
        for i in range(start, max(start - _REACH, first), -1):
            number = self._ending.get(i)
            if number and self._near(i, start):
                return _bounds(number)
        return self._by_form(start, end, last)

    def _near(self, end: int, start: int) -> bool:
        """Whether only nouns stand between a number and a word of harm."""
        return all(self._analysed.tokens[i].pos in ("NOUN", "ADJ") for i in range(end, start))

    def _by_form(self, start: int, end: int, last: int) -> Bounds | None:
        """The count that the form of the word of harm, or of the victims' noun after it, gives."""
        victim = self._analysed.hit(end, "victims") if end < last else None
        features = (victim.entry.features if victim else self._analysed.tokens[start].features).split()
        if "du" in features:
            return (2, 2)
        if "pl" in features:
            return (1, None)
        return (1, 1) if victim or end in self._persons else None

    def _victim(self, start: int, last: int) -> Entry | None:
        """The noun of the victims that are named within a few tokens of a word of harm."""
        hits = (self._analysed.hit(i, "victims") for i in range(start, min(last, start + 6)))
        return next((hit.entry for hit in hits if hit), None)


def _bounds(number: Mention) -> Bounds:
    """The range of a number."""
    hi = number.value["hi"]
    return int(str(number.value["lo"])), None if hi is None else int(str(hi))
