"""Reach: how far from a trigger the words may stand that tell where and when its event was.

Words that stand nearer to another trigger are those of another event, the more surely the less a trigger asks for a
place: what is said, or done without force, has the words of its own clause, before the next event is named; of an act
of speech only those right beside it count, for what follows is where and when that was of which it speaks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from riwaya.events.clauses import Scene
from riwaya.events.sufferers import names_harm
from riwaya.events.types import SPEECH
from riwaya.find.context import covered_until
from riwaya.model.layers import Analysed, Mention

FORCE = ("ASSAULT", "PROTEST")  # types of events that ask for a place
_FEW = 8  # mentions before and after a trigger, of which one may be its place or time
_HEAD = 4  # tokens at the head of a sentence in which a time or place may be that of all of it
_OPENING = ("CONJ", "PREP", "ADV", "PART", "PUNCT")  # parts of speech before a time with which a sentence opens
_CHAINED = 2  # words for other events between a time and a verb that goes on with what was done then
_PHRASE = 4  # tokens of an event's own phrase after it
_WITHIN = ("in", "cause")  # roles of prepositions that bring in the course of an event
_OCCASION = 3  # tokens of an occasion before the verb that describes it
_JOINED = 2  # tokens between two nouns of one course of events, or between one and its preposition
_SUBJECT = 6  # tokens between a noun and the verb that describes it, or of which it is the subject
_BEFORE = 8  # tokens between such a word as "after" and the event that it brings in
_BESIDE = 2  # tokens between an act of speech and the time before it


class ReachReader:
    """Tells which words of one report are in the reach of a trigger."""

    def __init__(self, analysed: Analysed, ends: Mapping[int, int], times: Iterable[Mention]) -> None:
        """`ends` tells where the name of a party ends that begins at a token; the words of `times` name no event."""
        self._analysed, self._ends = analysed, ends
        named = {i for start, end in ends.items() for i in range(start, end)} | set(covered_until(times))
        triggers = (i for i in analysed.anchors.lexicons.get("triggers", ()) if i not in named)
        self._words = list(self._without_circumstances(triggers))
        self._events = [i for i in self._words if not analysed.opens(i, "happenings")]
        self._deeds = [i for i in self._events if not names_harm(analysed, i)]

    def _without_circumstances(self, triggers: Iterable[int]) -> Iterator[int]:
        """Of words for events those that tell of another one, not in what course or on what occasion one was done:
        "in a raid and search", "during a conference held"."""
        last: int | None = None  # the last noun of such a course
        for i in triggers:
            verb = self._analysed.tokens[i].pos == "VERB"
            if not verb and (self._is_within(i) or (last is not None and i - last <= _JOINED)):
                last = i
            elif not verb or last is None or i - last > _OCCASION:
                yield i

    def _is_within(self, i: int) -> bool:
        """Whether a preposition such as "in" or "during" brings in a noun, perhaps over one to which it is annexed."""
        before = range(max(0, i - _JOINED), i)
        return any(self._analysed.cell(at, "role-words", "role") in _WITHIN for at in before)

    def times(self, mentions: Sequence[Mention], scene: Scene, plover: str) -> list[Mention]:
        """Of some times those that may be that of a trigger of a PLOVER type."""
        return [time for time in _around(mentions, scene.trigger.start) if self._is_time(time, scene, plover)]

    def places(self, mentions: Sequence[Mention], scene: Scene, plover: str) -> list[Mention]:
        """Of some places those that may be that of a trigger of a PLOVER type."""
        return [place for place in _around(mentions, scene.trigger.start) if self._is_place(place, scene, plover)]

    def _is_time(self, time: Mention, scene: Scene, plover: str) -> bool:
        """Whether a time may be that of a trigger."""
        between, inside = self._between(time, scene, plover), scene.start <= time.start < scene.end
        if time.start < scene.trigger.start:
            if not scene.is_verb and self._was_before(time.end, scene.trigger.start):
                return False
            leads = self._leads(time, scene) or (between <= _CHAINED and self._goes_on(time, scene))
            if plover in SPEECH:
                return (between == 0 and leads) or (inside and scene.trigger.start - time.end <= _BESIDE)
            return leads or (between == 0 and inside) or (plover in FORCE and between <= 1)
        if between == 0:
            return True
        if plover in FORCE:
            return inside or (between == 1 and not self._turns(scene)) or self._kind(scene.end) == "when"
        return inside and between <= self._passed(scene, time, plover)

    def _was_before(self, start: int, end: int) -> bool:
        """Whether a word between two tokens tells that what follows came before what was told: "after", "in answer to";
        its time is another."""
        marks = (i for i in range(max(start, end - _BEFORE), end))
        return any(self._kind(i) in ("before", "after") or self._analysed.opens(i, "sequels") for i in marks)

    def _is_place(self, place: Mention, scene: Scene, plover: str) -> bool:
        """Whether a place may be that of a trigger."""
        if plover in SPEECH:
            return self._stands_beside(place, scene)
        between, inside = self._between(place, scene, plover), scene.start <= place.start < scene.end
        if place.start < scene.trigger.start:
            return between == 0 if inside else plover in FORCE
        return plover in FORCE or (inside and between <= self._passed(scene, place, plover))

    def _passed(self, scene: Scene, mention: Mention, plover: str) -> int:
        """How many words for other events may stand before what tells of a trigger: one that is no verb, or none."""
        at = bisect_left(self._events, scene.trigger.end)
        other = self._events[at] if at < len(self._events) else mention.start
        verb = other < mention.start and self._analysed.tokens[other].pos == "VERB"
        return int(plover not in SPEECH and (not verb or self._describes(other, scene)))

    def _describes(self, i: int, scene: Scene) -> bool:
        """Whether a verb tells of no event besides: it says something of the trigger ("an accord that they signed", "a
        truce that came into force") or in the present of another noun ("a tanker flying the flag of")."""
        tokens = self._analysed.tokens
        if not scene.is_verb and i - scene.trigger.end <= _SUBJECT:
            return True
        bare = tokens[i - 1].pos in ("NOUN", "ADJ") and not tokens[i - 1].definite
        return bare and "pres" in tokens[i].features.split()

    def _stands_beside(self, place: Mention, scene: Scene) -> bool:
        """Whether a place follows an act of speech, or who speaks, with no more than a preposition between."""
        end = scene.trigger.end
        if scene.sentence.start <= place.start < scene.sentence.start + _HEAD:
            return 0 <= scene.trigger.start - place.end <= _BESIDE
        return place.start - 1 in (end, self._ends.get(end)) and self._analysed.tokens[place.start - 1].pos == "PREP"

    def _turns(self, scene: Scene) -> bool:
        """Whether the clause after a trigger's tells of another event: it opens with "whereas", or describes a noun
        that is not the trigger."""
        apart = self._kind(scene.end) == "apart"
        return apart or (self._analysed.relative(scene.end) and scene.end - scene.trigger.end > _PHRASE)

    def _kind(self, i: int) -> str:
        """The kind of the word round a toll that begins at a token; empty where none does."""
        return self._analysed.cell(i, "toll-words", "kind")

    def _goes_on(self, time: Mention, scene: Scene) -> bool:
        """Whether a verb goes on with the subject and the time of the verb before it: "and" stands before it, and
        nobody after it who may be its subject."""
        start, end, tokens = scene.trigger.start, scene.trigger.end, self._analysed.tokens
        if not scene.is_verb or start <= scene.first or tokens[start - 1].clitic != "pro":
            return False
        at = bisect_left(self._words, time.start)
        if not at or self._words[at - 1] < scene.sentence.start or tokens[self._words[at - 1]].pos != "VERB":
            return False
        subject = end in self._ends or self._analysed.opens(end, "source-heads")
        return not subject or "obl" in tokens[end].features.split()

    def _leads(self, time: Mention, scene: Scene) -> bool:
        """Whether the sentence, or the content, opens with a time: it is that of all that follows."""
        tokens = self._analysed.tokens
        opens = (first for first in (scene.sentence.start, scene.first) if first <= time.start <= first + _HEAD)
        return any(all(tokens[i].pos in _OPENING for i in range(first, time.start)) for first in opens)

    def _between(self, mention: Mention, scene: Scene, plover: str) -> int:
        """How many words for other events begin between a mention and the trigger."""
        words = self._deeds if plover in FORCE else self._words if plover in SPEECH else self._events
        first, last = scene.trigger.end, mention.start
        if mention.start < scene.trigger.start:
            first, last = mention.end, scene.trigger.start
        return max(0, bisect_left(words, last) - bisect_left(words, first))


def _around(mentions: Sequence[Mention], i: int) -> Iterable[Mention]:
    """The few mentions before and after a token, of some that stand by their first token."""
    at = bisect_left(mentions, i, key=lambda m: m.start)
    return mentions[max(0, at - _FEW) : at + _FEW]
