"""Actuality: whether an event was done, is under way, tried, planned ... and whether it is news or background."""

from __future__ import annotations

from typing import NamedTuple

from riwaya.events.background import BackgroundReader
from riwaya.events.clauses import Scene
from riwaya.model.layers import Analysed, Hit, Mention
from riwaya.rules.tables import Row

_REACH = 5  # tokens before a trigger in which a word of status governs it
_BY_ACT = {"demand": "demanded", "threaten": "threatened", "promise": "planned", "deny": "denied"}
_FEARED = ("warn", "expect")  # acts of a claim in which what is no past is not yet so
_SPEECH = ("ACCUSE", "REJECT", "REQUEST", "THREATEN")  # types of events that are done by being said
_TAKES_PLACE = {"actual", "ongoing"}
_LASTING = ("lasting", "backdrop")
_NEAR = 4  # tokens from the beginning of a content in which what is feared stands
_NEAR_ONLY = {"denied", "fact"}  # statuses that a word gives only to what follows it at once


class Actuality(NamedTuple):
    """The status of an event, whether it is background, and why."""

    status: str
    background: bool
    sure: bool  # that it is background: words or a date say so
    why: str


class ActualityReader:
    """Reads the actuality of events in one report."""

    def __init__(self, analysed: Analysed, background: BackgroundReader) -> None:
        """Takes the reader that tells background from news."""
        self._analysed, self._background = analysed, background

    def read(self, scene: Scene, concept: Row, time: Mention | None) -> Actuality:
        """The actuality of a scene of a concept; `time` is when it took place."""
        status, why = self._status(scene, concept)
        if status in _TAKES_PLACE and time and scene.start <= time.start < scene.end and self._ahead(time):
            status, why = "planned", "its time is still ahead"
        past = self._background.read(scene, concept, time, happened=status in _TAKES_PLACE)
        return Actuality(status, past.holds, past.sure, f"{why}; {past.why}" if past.why else why)

    def _ahead(self, time: Mention) -> bool:
        """Whether a time is still to come: its words say so ("tomorrow", "next week")."""
        for i in range(time.start, time.end):
            day, turned = self._analysed.hit(i, "relative-days"), self._analysed.hit(i, "time-directions")
            if (day and int(day.entry.get("days")) > 0) or (turned and int(turned.entry.get("shift")) > 0):
                return True
        return False

    def _status(self, scene: Scene, concept: Row) -> tuple[str, str]:
        """The status that the entry, a governing word, the claim's act or the verb's tense gives."""
        if own := str(scene.trigger.value.get("status") or ""):
            return own, "the trigger's entry says so"
        plain = self._plain(scene, concept)
        governing = self._governing(scene, concept)
        if governing is not None and not _was_said(concept, governing.entry.get("status")):
            status = governing.entry.get("status")
            why = f"governed by {self._analysed.words(governing.start, governing.end)}"
            return plain if status == "fact" else (status, why)
        status = self._of_act(scene, concept, plain[0])
        if scene.claim and status and not _was_said(concept, status):
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
            opener = self._analysed.hit(i, "clause-openers")
            if hit is None and opener and opener.entry.get("kind") == "clause":
                return None  # "but", "while": what stands before governs its own clause
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


def _was_said(concept: Row, status: str) -> bool:
    """Whether what is denied is an act of speech: an accusation was made all the same."""
    return status == "denied" and concept["plover"] in ("ACCUSE", "REQUEST", "THREATEN")
