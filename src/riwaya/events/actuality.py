"""Actuality: whether an event was done, is under way, tried, planned ... and whether it is news or background."""

from __future__ import annotations

from typing import NamedTuple

from riwaya.events.background import BackgroundReader
from riwaya.events.clauses import Scene
from riwaya.events.types import DONE_BY_SAYING
from riwaya.model.layers import Analysed, Hit, Mention
from riwaya.rules.tables import Row

_REACH = 5  # tokens before a trigger in which a word of status governs it
_TOLD = "told as done"
_USUALLY = "usually "  # before a status that holds where nothing else tells one
_VERB_REACH = 9  # tokens before a trigger in which a verb of status governs it as its object
_BY_ACT = {"demand": "demanded", "threaten": "threatened", "promise": "planned", "deny": "denied"}
_FEARED = ("warn", "expect")  # acts of a claim in which what is no past is not yet so
_TAKES_PLACE = {"actual", "ongoing"}
_TURNING = ("denied", "hypothetical", "planned")  # statuses that a word before a governing verb gives
_FOILED = 12  # tokens between a plan and the word by which it was foiled
_LASTING = ("lasting", "backdrop")
_NEAR = 4  # tokens from the beginning of a content in which what is feared stands
_OVER = "over"  # what a word says of what went on before something else
_NEAR_ONLY = {"denied", "fact", _OVER}  # statuses that a word gives only to what follows it at once


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
        past = self._background.read(scene, concept, time, happened=status in _TAKES_PLACE)
        open_still = status in _TAKES_PLACE and concept["plover"] not in DONE_BY_SAYING and not past.sure
        ahead = time and scene.start <= time.start < scene.end and self._ahead(time.start, time.end)
        if open_still and (ahead or (why == _TOLD and not scene.is_verb and self._is_for_later(scene))):
            status, why = "planned", "its time is still ahead"
            past = self._background.read(scene, concept, time, happened=False)
        return Actuality(status, past.holds, past.sure, f"{why}; {past.why}" if past.why else why)

    def _ahead(self, start: int, end: int) -> bool:
        """Whether words tell of a time still to come: "tomorrow", "next week"."""
        for i in range(start, end):
            day, turned = self._analysed.hit(i, "relative-days"), self._analysed.hit(i, "time-directions")
            if (day and int(day.entry.get("days")) > 0) or (turned and int(turned.entry.get("shift")) > 0):
                return True
        return False

    def _is_for_later(self, scene: Scene) -> bool:
        """Whether a noun tells for what somebody will do something: "they meet next week to discuss an exchange"."""
        tokens, i = self._analysed.tokens, scene.trigger.start
        purpose = any(self._analysed.opens(at, "purposes") for at in range(max(scene.start, i - _NEAR), i))
        return purpose and not tokens[i].definite and self._ahead(scene.start, i)

    def _status(self, scene: Scene, concept: Row) -> tuple[str, str]:
        """The status that the entry, a governing word, the claim's act or the verb's tense gives."""
        own, _, usual = str(scene.trigger.value.get("status") or "").partition(_USUALLY)
        if own:
            return own, "the trigger's entry says so"
        plain = self._plain(scene, concept)
        if usual and plain[1] == _TOLD:
            plain = usual, "what its noun names is mostly so"
        governing = self._governing(scene, concept)
        if governing is not None and not _was_said(concept, governing.entry.get("status")):
            status = self._turned(governing, scene)
            why = f"governed by {self._analysed.words(governing.start, governing.end)}"
            if status == _OVER:  # "after the war"
                return ("actual", why) if plain[0] == "ongoing" else plain
            return plain if status == "fact" else (status, why)
        status = self._of_act(scene, concept, plain[0])
        if scene.claim and status and not _was_said(concept, status):
            return status, f"the claim's act is {scene.claim.act}"
        following = self._analysed.hit(scene.trigger.end, "status-words") if scene.trigger.end < scene.end else None
        if following and following.entry.get("class") == "adj":
            return following.entry.get("status"), f"followed by {self._analysed.words(following.start, following.end)}"
        return plain

    def _turned(self, governing: Hit, scene: Scene) -> str:
        """The status that a governing word gives, as the word before it turns it, the plot that was foiled, and what a
        threat announces."""
        status = governing.entry.get("status")
        if status == "planned" and scene.claim and scene.claim.act == "threaten":
            return "threatened"
        before = self._analysed.hit(governing.start - 1, "status-words") if governing.start > scene.first else None
        turned = before.entry.get("status") if before and before.end == governing.start else ""
        present = "pres" in self._analysed.tokens[governing.start].features.split()
        if governing.entry.get("class") == "verb" and present and turned in _TURNING:
            return turned
        if status == "planned" and governing.entry.get("class") == "noun":
            near = range(governing.start - 1, max(scene.start, governing.start - _FOILED) - 1, -1)
            foiled = (hit for i in near if (hit := self._analysed.hit(i, "status-words")))
            return "attempted" if any(hit.entry.get("status") == "attempted" for hit in foiled) else status
        return status

    def _plain(self, scene: Scene, concept: Row) -> tuple[str, str]:
        """The status where nothing governs the trigger: by its tense, or by what its noun names."""
        if scene.is_verb and " pres " in str(scene.trigger.value["features"]):
            if concept["plover"] in DONE_BY_SAYING:
                return "actual", "it is done by being said"
            if self._analysed.report.blocks[scene.sentence.block].kind == "title" and concept["extent"] not in _LASTING:
                return "actual", "headlines tell in the present what was done"
            return "ongoing", "the verb is in the present"
        definite = self._analysed.tokens[scene.trigger.start].definite and not self._is_past(scene, concept)
        if not scene.is_verb and (concept["extent"] in _LASTING or (concept["extent"] and definite)):
            return "ongoing", "what the noun names goes on"
        return "actual", _TOLD

    def _is_past(self, scene: Scene, concept: Row) -> bool:
        """Whether clashes are told of as over: a verb of the past stands before them, or after them, or they are when
        or why something was done."""
        if concept["extent"] in _LASTING:
            return False
        i, end = scene.trigger.start, scene.trigger.end
        end += self._analysed.relative(end)
        during = self._analysed.hit(i - 1, "role-words") if i > scene.first else None
        if during and during.end == i and during.entry.get("role") == "cause":
            return True
        near = [j for j in (i - 1, end) if scene.first <= j < scene.last]
        return any(self._ends(j) for j in near)

    def _ends(self, i: int) -> bool:
        """Whether a verb of the past stands at a token that does not tell of what goes on."""
        token, going = self._analysed.tokens[i], self._analysed.hit(i, "status-words")
        past = token.pos == "VERB" and "past" in token.features.split()
        return past and (going is None or going.entry.get("status") != "ongoing")

    def _governing(self, scene: Scene, concept: Row) -> Hit | None:
        """The nearest word before a trigger that says whether it was done; of a past verb only one of its clause."""
        verb, present = scene.is_verb, " pres " in str(scene.trigger.value["features"])
        start = max(scene.start if verb and not present else scene.first, scene.trigger.start - _VERB_REACH)
        for i in range(scene.trigger.start - 1, start - 1, -1):
            hit = self._analysed.hit(i, "status-words")
            opener = self._analysed.hit(i, "clause-openers")
            if hit is None and opener and opener.entry.get("kind") == "clause":
                return None  # "but", "while": what stands before governs its own clause
            if hit is None or hit.end > scene.trigger.start or hit.entry.get("class") == "adj":
                continue
            wider = self._analysed.hit(i - 1, "status-words") if i > start else None
            hit = wider if wider and wider.end == hit.end else hit
            if i < scene.trigger.start - _REACH and not self._is_object(hit, scene):
                return None
            if hit.entry.get("class") == "verb" and self._has_verb(hit.end, scene.trigger.start):
                continue
            near = scene.trigger.start - hit.end <= 1
            fits = self._fits(hit, scene, verb=verb, present=present)
            status = hit.entry.get("status")
            if status == "actual" and not near and not verb and hit.entry.get("takes") == "noun":
                continue
            far = status not in _NEAR_ONLY and (status == "hypothetical" or concept["extent"] not in _LASTING)
            if fits and (near or far):
                return hit
        return None

    def _fits(self, hit: Hit, scene: Scene, *, verb: bool, present: bool) -> bool:
        """Whether a word of status governs such a trigger; one before a verb of the present governs its object too."""
        match hit.entry.get("takes"):
            case "pres":
                return present or (not verb and self._opens_present(hit.end, scene))
            case "noun":
                return not verb
            case "unpast":
                return not verb or present
        past = verb and not present and self._analysed.tokens[scene.trigger.start].pos == "VERB"
        return not (past and hit.entry.get("class") in ("verb", "noun"))

    def _is_object(self, hit: Hit, scene: Scene) -> bool:
        """Whether a trigger may be the object of a verb some way before it: no verb and no event stands between."""
        if hit.entry.get("class") != "verb" or hit.entry.get("status") == "demanded" or scene.is_verb:
            return False
        return not any(self._analysed.opens(i, "triggers") for i in range(hit.end, scene.trigger.start))

    def _has_verb(self, start: int, end: int) -> bool:
        """Whether a verb stands between two tokens."""
        return any(token.pos == "VERB" for token in self._analysed.tokens[start:end])

    def _opens_present(self, i: int, scene: Scene) -> bool:
        """Whether a verb of the present stands at a token, and no other verb between it and the trigger."""
        tokens = self._analysed.tokens
        if tokens[i].pos != "VERB" or "pres" not in tokens[i].features.split():
            return False
        return not self._has_verb(i + 1, scene.trigger.start)

    def _of_act(self, scene: Scene, concept: Row, plain: str) -> str:
        """The status that the act of its claim gives to a trigger, "" for none."""
        act = scene.claim.act if scene.claim else ""
        past = scene.is_verb and plain == "actual"
        definite = self._analysed.tokens[scene.trigger.start].definite
        known = concept["extent"] in _LASTING or concept["harms"] == "told" or (definite and not scene.is_verb)
        to_end = act == "demand" and concept["plover"] == "ASSAULT" and known
        if to_end or (scene.is_verb and scene.relative is not None):
            return ""  # what describes a noun, goes on, has cost lives or is known is not what is asked for
        happens = concept["extent"] or definite
        if act in _FEARED and not past and not happens and scene.trigger.start - scene.first <= _NEAR:
            return "hypothetical"
        return _BY_ACT.get(act, "") if not past or act == "deny" else ""


def _was_said(concept: Row, status: str) -> bool:
    """Whether what is denied is an act of speech: an accusation was made all the same."""
    return status == "denied" and concept["plover"] in ("ACCUSE", "REQUEST", "THREATEN")
