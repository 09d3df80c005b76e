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
from riwaya.events.types import DONE_BY_SAYING
from riwaya.model.layers import Analysed, Hit, Mention
from riwaya.rules.tables import Row

_ENOUGH = 2.0  # weight of signs that makes an event background
_FAR, _FARTHER = 0.4, 0.6  # of a report's length: beyond it a newspaper tells what was before
_LEAD = 2  # sentences that tell the news: the title and the one after it
_SHORT = 200  # tokens of a report that is too short for that: it tells its news to the end
_NEAR = 4  # tokens between a trigger and a word of history that speaks of it
_BEFORE = 6  # tokens between a word of guilt and the deed that it speaks of
_OPENING = 2  # tokens at the head of a sentence in which the verb of a pluperfect stands
_NEWS_DAYS = 30  # what is older than that is history
_YEAR = 4  # digits
_LONG = ("month", "season", "quarter", "year", "decade", "century")
_DAY = ("day", "part", "hour", "minute", "second")
_SHORT_UNITS = ("hour", "minute", "second")
_LATER = 7  # tokens between "after" and the deed that came so much before
_FEW = 3  # marks of a clause among which "was" stands


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
        dates = time is not None and self._dates(time, scene) and not self._goes_on(scene)
        if time is not None and dates and self._long_ago(time):
            return Background(True, True, "its time is long before the report")
        if not scene.is_verb and self._follows_later(scene):
            return Background(True, True, "the news came some days after it")
        return None

    def _goes_on(self, scene: Scene) -> bool:
        """Whether a trigger is a verb of the present: what has gone on "for years" is news."""
        return scene.is_verb and " pres " in str(scene.trigger.value["features"])

    def _follows_later(self, scene: Scene) -> bool:
        """Whether the news are told as days or more after a deed that the reader need not know: "a week after the"."""
        first = max(scene.first, scene.trigger.start - _LATER)
        if self._analysed.tokens[scene.trigger.start].definite:
            return False
        for i in range(scene.trigger.start - 1, first - 1, -1):
            if self._analysed.tokens[i].pos in ("VERB", "PUNCT", "COMP"):
                return False
            later = self._analysed.hit(i, "sequels")
            if later and later.end <= scene.trigger.start and later.entry.get("later"):
                return True
            mark = self._analysed.hit(i, "toll-words")
            if mark and mark.entry.get("kind") == "after":
                return self._counts_days(mark.end, scene.trigger.start)
        return False

    def _counts_days(self, start: int, end: int) -> bool:
        """Whether between two tokens a length of days or more and a preposition stand: "two years after its"."""
        units = [hit for i in range(start, end) if (hit := self._analysed.hit(i, "time-units"))]
        if not units or units[0].entry.get("unit") in _SHORT_UNITS:
            return False
        return any(self._analysed.tokens[i].pos == "PREP" for i in range(units[0].end, end))

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
        if concept["plover"] in DONE_BY_SAYING:
            yield "speech"

    def _dates(self, time: Mention, scene: Scene) -> bool:
        """Whether a time dates a scene surely: it stands in its clause, or before it in its sentence."""
        return scene.start <= time.start < scene.end or scene.sentence.start <= time.start < scene.trigger.start

    def _long_ago(self, time: Mention) -> bool:
        """Whether a time is, or begins, long before the report: a month or a year are, where nobody knows its day.

        There a full date is too, for news leave out the year.
        """
        if time.value.get("shift") == "0":  # this year, the beginning of the month
            return False
        if time.rule.endswith(".length-ago"):  # a week ago, or ten months after something else
            return time.value["sort"] != "told" and time.value["precision"] in ("week", *_LONG)
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
            case "past-near":
                return not self._goes_on(scene) and -_NEAR <= mark.start - trigger.end <= _NEAR
            case "perfect":
                return mark.end == trigger.start and self._had(scene, mark.start)
            case "next":
                return mark.end == trigger.start and not scene.is_verb
            case "deed":
                if scene.is_verb or not 0 <= trigger.start - mark.end <= _BEFORE:
                    return False
                follows = self._analysed.tokens[mark.end]
                governs = mark.entry.get("class") == "fixed" or follows.clitic or follows.pos == "PREP"
                return bool(governs) and not self._between(mark, scene, "status-words", "status", "fact", "over")
            case "opening":
                return mark.start - scene.sentence.start <= _OPENING
            case "witnessed":
                return scene.start <= mark.start < trigger.start and not scene.is_verb
            case "head":
                opening = scene.claim is None and mark.start - scene.sentence.start <= _OPENING
                return opening and not self._between(mark, scene, "clause-openers", "kind", "clause")
        return scope == "sentence" or scene.start <= mark.start <= trigger.start

    def _had(self, scene: Scene, end: int) -> bool:
        """Whether "was" stands in the clause before a token: with a verb of the past it makes a pluperfect."""
        at = bisect_left(self._marks, scene.start, key=lambda m: m.start)
        return any(mark.start < end and mark.entry.get("scope") == "head" for mark in self._marks[at : at + _FEW])

    def _between(self, mark: Hit, scene: Scene, lexicon: str, column: str, *values: str) -> bool:
        """Whether an entry with one of some values stands between a mark and the trigger."""
        hits = (self._analysed.hit(i, lexicon) for i in range(mark.end, scene.trigger.start))
        return any(hit.entry.get(column) in values for hit in hits if hit)
