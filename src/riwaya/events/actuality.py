"""Actuality: whether an event was done, is under way, tried, planned ... and whether it is news or background."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta
from typing import NamedTuple

from riwaya.events.clauses import Scene
from riwaya.model.layers import Analysed, Hit, Mention

_REACH = 5  # tokens before a trigger in which a word of status governs it
_PYRAMID = 2 / 3  # of a report's length: beyond it a newspaper tells what was before
_NEAR = 4  # tokens between a trigger and a word of history that speaks of it
_NEWS_DAYS = 30  # what is older than that is history
_BY_ACT = {"demand": "demanded", "threaten": "threatened", "promise": "planned", "deny": "denied"}


class Actuality(NamedTuple):
    """The status of an event, whether it is background, and why."""

    status: str
    background: bool
    why: str


class ActualityReader:
    """Reads the actuality of events in one report."""

    def __init__(self, analysed: Analysed, today: date | None) -> None:
        """`today` is the day of publication."""
        self._analysed, self._today = analysed, today
        marks = (analysed.hit(i, "background-marks") for i in range(len(analysed.tokens)))
        self._marks = [mark for mark in marks if mark]

    def read(self, scene: Scene, time: Mention | None) -> Actuality:
        """The actuality of a scene; `time` is when it took place."""
        status, why = self._status(scene)
        past, reason = self._background(scene, time)
        return Actuality(status, past, f"{why}; {reason}" if reason else why)

    def _status(self, scene: Scene) -> tuple[str, str]:
        """The status that the entry, a governing word, the claim's act or the verb's tense gives."""
        if own := str(scene.trigger.value.get("status") or ""):
            return own, "the trigger's entry says so"
        start = max(scene.first, scene.trigger.start - _REACH)
        for i in range(scene.trigger.start - 1, start - 1, -1):
            hit = self._analysed.hit(i, "status-words")
            if hit and hit.end <= scene.trigger.start:
                word = self._analysed.words(hit.start, hit.end)
                if hit.entry.get("takes") == "pres" and " pres " not in str(scene.trigger.value["features"]):
                    continue
                if hit.entry.get("status") != "denied" or scene.trigger.start - hit.end <= 1:
                    return hit.entry.get("status"), f"governed by {word}"
        if scene.claim and scene.claim.act in _BY_ACT:
            return _BY_ACT[scene.claim.act], f"the claim's act is {scene.claim.act}"
        following = self._analysed.hit(scene.trigger.end, "status-words") if scene.trigger.end < scene.end else None
        if following and following.entry.get("status") == "ongoing":
            return "ongoing", f"followed by {self._analysed.words(following.start, following.end)}"
        if " pres " in str(scene.trigger.value["features"]):
            return "ongoing", "the verb is in the present"
        return "actual", "told as done"

    def _reaches(self, mark: Hit, scene: Scene) -> bool:
        """Whether a word that sets history apart speaks of the trigger: in its sentence, its clause, or near it."""
        scope, trigger = mark.entry.get("scope"), scene.trigger
        if scope == "near":
            return -_NEAR <= mark.start - trigger.end <= _NEAR or mark.start <= trigger.start < mark.end
        return scope == "sentence" or scene.start <= mark.start < scene.end

    def _background(self, scene: Scene, time: Mention | None) -> tuple[bool, str]:
        """Whether the event is older than the report's news."""
        begin, stop = (bisect_left(self._marks, end, key=lambda m: m.start) for end in scene.sentence[:2])
        for mark in self._marks[begin:stop]:
            if self._reaches(mark, scene):
                return True, f"set apart by {self._analysed.words(mark.start, mark.end)}"
        if time is not None and time.value["hi"]:
            last = date.fromisoformat(str(time.value["hi"])[:10])
            if self._today and last < self._today - timedelta(days=_NEWS_DAYS):
                return True, "its time is long before the report"
            if (
                self._today is None
                and time.value["precision"] in ("year", "decade", "century", "season", "month", "quarter")
                and time.value["dated"]
            ):
                return True, "dated by a year, as news is not"
            return False, ""
        if scene.claim is None and scene.trigger.start > _PYRAMID * len(self._analysed.tokens):
            return True, "undated, in the narrator's own voice, far down in the report"
        return False, ""
