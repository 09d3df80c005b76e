"""Background: whether an event is history, or the news of the report.

Some words and dates tell it alone. Otherwise signs are added up: how far down in the report the event is told and in
whose voice, whether it has a fresh date, and whether it has happened at all. What each sign weighs
stands in `pack.toml`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from riwaya.events.clauses import Scene
from riwaya.model.layers import Analysed, Hit, Mention
from riwaya.rules.tables import Row

_ENOUGH = 2.0  # weight of signs that makes an event background
_FAR, _FARTHER = 0.4, 0.6  # of a report's length: beyond it a newspaper tells what was before
_LEAD = 2  # sentences that tell the news: the title and the one after it
_SHORT = 60  # tokens of a report that is too short for that
_NEAR = 4  # tokens between a trigger and a word of history that speaks of it
_BEFORE = 6  # tokens between a word of guilt and the deed that it speaks of
_OPENING = 2  # tokens at the head of a sentence in which the verb of a pluperfect stands
_NEWS_DAYS = 30  # what is older than that is history
_YEAR = 4  # digits
_LONG = ("month", "season", "quarter", "year", "decade", "century")
_DAY = ("day", "part", "hour", "minute", "second")
_SPEECH = ("ACCUSE", "REJECT", "REQUEST", "THREATEN")  # types of events that are done by being said


class Background(NamedTuple):
    """Whether an event is background, whether words or a date alone say so, and why."""

    holds: bool
    sure: bool
    why: str


_NEWS = Background(False, False, "")


class BackgroundReader:
    """Tells background from news in one report."""

    def __init__(self, analysed: Analysed, today: date | None, weights: Mapping[str, float]) -> None:
        """`today` is the day of publication, `weights` what each sign weighs."""
        self._analysed, self._today, self._weights = analysed, today, weights
        marks = (analysed.hit(i, "background-marks") for i in range(len(analysed.tokens)))
        self._marks = [mark for mark in marks if mark]
        leading = analysed.sentences[:_LEAD]
        self._lead = leading[-1].start if leading else 0

    def read(self, scene: Scene, concept: Row, time: Mention | None, *, happened: bool) -> Background:
        """Whether a scene of a concept is background; `time` is when it took place, if it has `happened`."""
        past = time if happened else None
        return self._sure(scene, concept, past) or self._likely(scene, concept, past, happened=happened)

    def _sure(self, scene: Scene, concept: Row, time: Mention | None) -> Background | None:
        """What a word that sets history apart, the noun itself, or a date says alone."""
        for mark in self._marks_of(scene):
            if not mark.entry.get("weight"):
                return Background(True, True, f"set apart by {self._analysed.words(mark.start, mark.end)}")
        if concept["extent"] == "backdrop" and not scene.is_verb and scene.sentence.block > 0:
            return Background(True, True, "what the noun names is what the news stand before")
        if time is not None and self._dates(time, scene) and self._long_ago(time):
            return Background(True, True, "its time is long before the report")
        return None

    def _marks_of(self, scene: Scene) -> list[Hit]:
        """The marks of a scene's sentence that speak of its trigger."""
        begin, stop = (bisect_left(self._marks, end, key=lambda m: m.start) for end in scene.sentence[:2])
        return [mark for mark in self._marks[begin:stop] if self._reaches(mark, scene)]

    def _likely(self, scene: Scene, concept: Row, time: Mention | None, *, happened: bool) -> Background:
        """What the signs together say."""
        weights = {sign: self._weights[sign] for sign in self._signs(scene, concept, time)}
        if not happened:
            weights["open"] = self._weights["open"]
        for mark in self._marks_of(scene):
            weights[self._analysed.words(mark.start, mark.end)] = float(mark.entry.get("weight"))
        holds = sum(weights.values()) >= _ENOUGH
        return Background(holds, False, f"signs: {', '.join(weights)}") if holds else _NEWS

    def _signs(self, scene: Scene, concept: Row, time: Mention | None) -> Iterator[str]:
        """The signs for and against an event being background."""
        length = len(self._analysed.tokens)
        if scene.sentence.start <= self._lead:
            yield "lead"
        if length > _SHORT and scene.sentence.start > _FAR * length:
            yield "far"
        if length > _SHORT and scene.sentence.start > _FARTHER * length:
            yield "farther"
        if scene.claim is None:
            yield "narrator"
        if time is not None and scene.start <= time.start < scene.end and time.value["precision"] in _DAY:
            yield "dated"
        if concept["plover"] in _SPEECH:
            yield "speech"

    def _dates(self, time: Mention, scene: Scene) -> bool:
        """Whether a time dates a scene surely: it stands in its clause, or before it in its sentence."""
        return scene.start <= time.start < scene.end or scene.sentence.start <= time.start < scene.trigger.start

    def _long_ago(self, time: Mention) -> bool:
        """Whether a time is, or begins, long before the report: a month or a year are, where nobody knows its day.

        There a full date is too, for news leave out the year.
        """
        first, last = time.value["lo"], time.value["hi"]
        if self._today is None:
            return time.value["precision"] in _LONG or (first is not None and self._names_year(time))
        told = first if time.value["precision"] in _LONG else last
        return bool(told) and date.fromisoformat(str(told)[:10]) < self._today - timedelta(days=_NEWS_DAYS)

    def _names_year(self, time: Mention) -> bool:
        """Whether a time names its year, and no day by what the listener knows ("yesterday")."""
        tokens = range(time.start, time.end)
        known = any(self._analysed.hit(i, "relative-days") for i in tokens)
        return not known and any(
            len(self._analysed.tokens[i].form) == _YEAR and self._analysed.tokens[i].form.isdecimal() for i in tokens
        )

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
                governs = mark.entry.get("class") == "fixed" or follows.clitic or follows.pos == "PREP"
                return near and bool(governs) and not self._between(mark, scene, "status-words", "status", "fact")
            case "opening":
                return mark.start - scene.sentence.start <= _OPENING
            case "witnessed":
                return scene.start <= mark.start < trigger.start and not scene.is_verb
            case "head":
                opening = scene.claim is None and mark.start - scene.sentence.start <= _OPENING
                return opening and not self._between(mark, scene, "clause-openers", "kind", "clause")
        return scope == "sentence" or scene.start <= mark.start < scene.end

    def _between(self, mark: Hit, scene: Scene, lexicon: str, column: str, value: str) -> bool:
        """Whether an entry with some value stands between a mark and the trigger."""
        hits = (self._analysed.hit(i, lexicon) for i in range(mark.end, scene.trigger.start))
        return any(hit.entry.get(column) == value for hit in hits if hit)
