"""Actuality: whether an event was done, is under way, tried, planned ... and whether it is news or background."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta
from typing import NamedTuple

from riwaya.events.clauses import Scene
from riwaya.model.layers import Analysed, Hit, Mention
from riwaya.rules.tables import Row

_REACH = 5  # tokens before a trigger in which a word of status governs it
_PYRAMID = 1 / 2  # of a report's length: beyond it a newspaper tells what was before
_SHORT = 60  # tokens of a report that is too short for that
_NEAR = 4  # tokens between a trigger and a word of history that speaks of it
_BEFORE = 6  # tokens between a word of guilt and the deed that it speaks of
_OPENING = 2  # tokens at the head of a sentence in which the verb of a pluperfect stands
_NEWS_DAYS = 30  # what is older than that is history
_LONG = ("month", "season", "quarter", "year", "decade", "century")
_BY_ACT = {"demand": "demanded", "threaten": "threatened", "promise": "planned", "deny": "denied"}
_FEARED = ("warn", "expect")  # acts of a claim in which what is no past is not yet so
_SPEECH = ("ACCUSE", "REJECT", "REQUEST", "THREATEN")  # types of events that are done by being said
_TAKES_PLACE = {"actual", "ongoing"}
_LASTING = ("lasting", "backdrop")
_NEAR_ONLY = {"denied", "fact"}  # statuses that a word gives only to what follows it at once


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

    def read(self, scene: Scene, concept: Row, time: Mention | None) -> Actuality:
        """The actuality of a scene of a concept; `time` is when it took place."""
        status, why = self._status(scene, concept)
        past, reason = self._background(scene, concept, time if status in _TAKES_PLACE else None)
        return Actuality(status, past, f"{why}; {reason}" if reason else why)

    def _status(self, scene: Scene, concept: Row) -> tuple[str, str]:
        """The status that the entry, a governing word, the claim's act or the verb's tense gives."""
        if own := str(scene.trigger.value.get("status") or ""):
            return own, "the trigger's entry says so"
        plain = self._plain(scene, concept)
        governing = self._governing(scene, concept)
        if governing is not None:
            status = governing.entry.get("status")
            why = f"governed by {self._analysed.words(governing.start, governing.end)}"
            return plain if status == "fact" else (status, why)
        if scene.claim and (status := self._of_act(scene, concept, plain[0])):
            return status, f"the claim's act is {scene.claim.act}"
        following = self._analysed.hit(scene.trigger.end, "status-words") if scene.trigger.end < scene.end else None
        if following and following.entry.get("class") == "adj":
            return following.entry.get("status"), f"followed by {self._analysed.words(following.start, following.end)}"
        return plain

    def _plain(self, scene: Scene, concept: Row) -> tuple[str, str]:
        """The status where nothing governs the trigger: by its tense, or by what its noun names."""
        if scene.is_verb and " pres " in str(scene.trigger.value["features"]):
            if concept["plover"] in _SPEECH:
                return "actual", "it is done by being said"
            return "ongoing", "the verb is in the present"
        definite = self._analysed.tokens[scene.trigger.start].definite
        if not scene.is_verb and (concept["extent"] in _LASTING or (concept["extent"] and definite)):
            return "ongoing", "what the noun names goes on"
        return "actual", "told as done"

    def _governing(self, scene: Scene, concept: Row) -> Hit | None:
        """The nearest word before a trigger that says whether it was done; of a past verb only one of its clause."""
        verb, present = scene.is_verb, " pres " in str(scene.trigger.value["features"])
        start = max(scene.start if verb and not present else scene.first, scene.trigger.start - _REACH)
        for i in range(scene.trigger.start - 1, start - 1, -1):
            hit = self._analysed.hit(i, "status-words")
            if hit is None or hit.end > scene.trigger.start or hit.entry.get("class") == "adj":
                continue
            takes, near = hit.entry.get("takes"), scene.trigger.start - hit.end <= 1
            fits = not takes or (takes == "pres" and present) or (takes == "noun" and not verb)
            status = hit.entry.get("status")
            far = status not in _NEAR_ONLY and (status == "hypothetical" or concept["extent"] not in _LASTING)
            if fits and (near or far):
                return hit
        return None

    def _of_act(self, scene: Scene, concept: Row, plain: str) -> str:
        """The status that the act of its claim gives to a trigger, "" for none."""
        act = scene.claim.act if scene.claim else ""
        past = scene.is_verb and plain == "actual"
        known = concept["extent"] or self._analysed.tokens[scene.trigger.start].definite
        if act in _FEARED and not past and not known and scene.trigger.start - scene.first <= _NEAR:
            return "hypothetical"
        return _BY_ACT.get(act, "") if not past or act == "deny" else ""

    def _reaches(self, mark: Hit, scene: Scene) -> bool:
        """Whether a word that sets history apart speaks of the trigger: in its sentence, its clause, or near it."""
        scope, trigger = mark.entry.get("scope"), scene.trigger
        match scope:
            case "near":
                return -_NEAR <= mark.start - trigger.end <= _NEAR or mark.start <= trigger.start < mark.end
            case "next":
                return mark.end == trigger.start and not scene.is_verb
            case "deed":
                near = 0 <= trigger.start - mark.end <= _BEFORE and not scene.is_verb
                follows = self._analysed.tokens[mark.end]
                governs = mark.end == trigger.start or follows.clitic or follows.pos == "PREP"
                return near and bool(governs) and not self._between(mark, scene, "status-words", "status", "fact")
            case "head":
                opening = scene.claim is None and mark.start - scene.sentence.start <= _OPENING
                return opening and not self._between(mark, scene, "clause-openers", "kind", "clause")
        return scope == "sentence" or scene.start <= mark.start < scene.end

    def _between(self, mark: Hit, scene: Scene, lexicon: str, column: str, value: str) -> bool:
        """Whether an entry with some value stands between a mark and the trigger."""
        hits = (self._analysed.hit(i, lexicon) for i in range(mark.end, scene.trigger.start))
        return any(hit.entry.get(column) == value for hit in hits if hit)

    def _background(self, scene: Scene, concept: Row, time: Mention | None) -> tuple[bool, str]:
        """Whether the event is older than the report's news."""
        begin, stop = (bisect_left(self._marks, end, key=lambda m: m.start) for end in scene.sentence[:2])
        for mark in self._marks[begin:stop]:
            if self._reaches(mark, scene):
                return True, f"set apart by {self._analysed.words(mark.start, mark.end)}"
        if concept["extent"] == "backdrop" and not scene.is_verb and scene.sentence.block > 0:
            return True, "what the noun names is what the news stand before"
        if time is not None and scene.start <= time.start < scene.end and self._long_ago(time):
            return True, "its time is long before the report"
        length = len(self._analysed.tokens)
        far_down = length > _SHORT and scene.sentence.start > _PYRAMID * length
        if far_down and scene.claim is None and time is None and concept["plover"] not in _SPEECH:
            return True, "undated, in the narrator's own voice, far down in the report"
        return False, ""

    def _long_ago(self, time: Mention) -> bool:
        """Whether a time is, or begins, long before the report: a month or a year are, where nobody knows its day."""
        first, last = time.value["lo"], time.value["hi"]
        if self._today is None:
            return time.value["precision"] in _LONG
        told = first if time.value["precision"] in _LONG else last
        return bool(told) and date.fromisoformat(str(told)[:10]) < self._today - timedelta(days=_NEWS_DAYS)
