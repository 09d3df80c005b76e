"""Tellings: how the words of a sentence tell an event: as one that is known already, as another, as what was before.

Identity weighs these signs (`identity.py`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from riwaya.events.clauses import Scene
from riwaya.events.guards import refers
from riwaya.events.harm import HarmReader
from riwaya.events.told import Told
from riwaya.model import Event, Time
from riwaya.model.layers import Analysed, Mention
from riwaya.rules.tables import Row

_DAYS = ("weekdays", "relative-days")
_QUALIFIED = 2  # tokens after a trigger that may qualify its noun
_LEAD = 2  # sentences after the title that tell again what it told
_UNCOUNTED = ("mutual", "talks", "alone", "act-noun")  # frames of nouns whose number tells nothing: "the shelling"
_SUFFERED = 8  # tokens from a verb of suffering to what is suffered
_HEAD = 3  # tokens at the head of a sentence
_FRONT = 20  # code points from the head of a sentence to a place that opens it: "And in the city of"
_GOVERNED = 5  # tokens from words such as "in answer to" to the trigger that they govern


class TellingReader:
    """Reads how the events of one report are told."""

    def __init__(self, analysed: Analysed, harm: HarmReader) -> None:
        """`harm` knows the words for the dead and hurt."""
        self._analysed, self._harm = analysed, harm
        body = [s.start for s in analysed.sentences if s.block == 1]
        self._leads = frozenset(body[:_LEAD])

    def told(self, event: Event, scene: Scene, concept: Row, before: Scene | None, *, sure: bool) -> Told:
        """The event of a scene as it is told; `before` is the scene before it, `sure`: it is history beyond doubt."""
        return Told(
            event,
            concept["id"],
            sure=sure,
            days=self._days(event.time),
            sentence=scene.sentence.start,
            block=scene.sentence.block,
            leads=scene.sentence.start in self._leads,
            harm=self._harm.is_harm(scene),
            verb=scene.is_verb,
            definite=self._definite(scene.trigger),
            updated=self._harm.is_updated(scene),
            another=self._another(scene.trigger),
            before=self._before(scene),
            plural=self._plural(scene, concept),
            says=self._says(scene, before),
            refers=refers(scene.trigger),
            fronted=self._fronted(event, scene),
            turns=self._turns(scene),
        )

    def _fronted(self, event: Event, scene: Scene) -> bool:
        """Whether the place of an event opens its sentence."""
        if event.place is None:
            return False
        opens = self._analysed.tokens[scene.sentence.start].span.start
        return 0 <= event.place.span.start - opens <= _FRONT and event.place.span.end <= event.trigger.start

    def _turns(self, scene: Scene) -> bool:
        """Whether a sentence opens with words that turn to something else: "on the other hand", "meanwhile"."""
        head = range(scene.sentence.start, min(scene.sentence.start + _HEAD, scene.trigger.start))
        return any(self._analysed.cell(i, "background-marks", "scope") == "opening" for i in head)

    def _days(self, time: Time | None) -> Mapping[str, str]:
        """By which weekday, and which day counted from that of publication, a time is told, as far as it is."""
        if time is None:
            return {}
        tokens = self._analysed.tokens
        first = bisect_left(tokens, time.span.start, key=lambda token: token.span.start)
        last = bisect_left(tokens, time.span.end, first, key=lambda token: token.span.start)
        hits = (self._analysed.hit(i, lexicon) for i in range(first, last) for lexicon in _DAYS)
        return {hit.entry.lexicon: hit.entry.get("days") or hit.entry.id for hit in hits if hit}

    def _definite(self, trigger: Mention) -> bool:
        """Whether a trigger is a noun that a listener knows already: with the article, a pronoun, or of a known one."""
        tokens, end = self._analysed.tokens, trigger.end
        if tokens[trigger.start].definite or tokens[trigger.start].pos == "VERB" or end >= len(tokens):
            return tokens[trigger.start].definite
        return tokens[end].clitic == "en" or (tokens[end].definite and tokens[end].pos == "NOUN")

    def _another(self, trigger: Mention) -> bool:
        """Whether a word beside a trigger tells it from one told before: "a similar attack", "the second raid"."""
        beside = (("before", trigger.start - 1), *(("after", trigger.end + i) for i in range(_QUALIFIED)))
        return any(self._analysed.cell(i, "another", "where") == where for where, i in beside)

    def _says(self, scene: Scene, before: Scene | None) -> int | None:
        """Where what an event says of another opens, in code points: a relative clause, a verb, what one suffers."""
        if before and before.end == scene.end and before.trigger.value["frame"] == "undergoes" and before.is_verb:
            suffered = not scene.is_verb and scene.trigger.start - before.trigger.end <= _SUFFERED
            return self._analysed.span(before.trigger.start, before.trigger.end).end if suffered else None
        return scene.relative or (self._analysed.tokens[scene.trigger.start].span.start if scene.is_verb else None)

    def _before(self, scene: Scene) -> bool:
        """Whether words such as "in answer to", "two days after" govern a trigger, so that it was before another."""
        near = range(max(scene.first, scene.trigger.start - _GOVERNED), scene.trigger.start)
        hits = [hit for i in near if (hit := self._analysed.hit(i, "sequels"))]
        return any(hit.end <= scene.trigger.start for hit in hits)

    def _plural(self, scene: Scene, concept: Row) -> bool | None:
        """Whether an attack's noun is of several; None for other words, and where a plural may be one ("clashes")."""
        features = str(scene.trigger.value["features"]).split()
        uncounted = concept["extent"] or scene.trigger.value["frame"] in _UNCOUNTED
        if "NOUN" not in features or uncounted or self._harm.is_harm(scene):
            return None
        return bool({"pl", "du"} & set(features))
