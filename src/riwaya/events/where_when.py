"""Where and when an event took place: the place and the time that the words round its trigger tell.

The clause speaks first, then the content or the sentence, then what the sentence begins with ("In Basra, police said
that ..."). A place of the clause is the more likely the nearer it stands and the more exactly it is told; a state or a
capital counts where it is a place and no party, or where the trigger itself makes a place of it ("the visit to", "the
invasion of"); a place that only a common noun tells ("on the road") counts where the clause names none. A stretch of
time ("for weeks") tells when where no day does.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Any, get_args

from riwaya.events.clauses import Scene
from riwaya.events.reach import FORCE, ReachReader
from riwaya.events.types import SPEECH
from riwaya.find.context import starting_in
from riwaya.find.places import place_value
from riwaya.language.phrases import Phrases
from riwaya.model import Place, Time
from riwaya.model.layers import Analysed, Mention
from riwaya.model.terms import TimePrecision

_FIELDS = ("name", "geonames", "lat", "lon", "country", "precision")
_HEAD = 3  # tokens at the head of a sentence in which a place tells where all of it happens
_COMMA = 2  # tokens after a place in which a comma adds its name
_CHAIN = 4  # tokens between a place and the one in which it lies
_FAR = 60  # tokens between a trigger and a place that only a common noun tells
_RELATION = 3  # tokens of the longest word that says how something lies to a place
_NAMED = ("month", "season")  # precision of times that a noun is annexed to
_VAGUE = 4  # tokens that a place may stand farther off than a state
_STATES = (".actors.state", ".actors.capital")  # ends of the rules that name them
_AT_SITES = ("COERCE", "MOBILIZE", "RETREAT", "SANCTION")  # types of events that common nouns tell a place of
_VISITS = ("visit",)  # concepts whose object is where they take place
_INVASIONS = ("invasion", "occupation")  # concepts whose nouns stand before what is invaded
_UNDERGONE = ("act-noun", "mutual", "alone")  # frames of nouns after which a state is where it happens, no doer


class WhereWhen:
    """Reads places and times of events in one report."""

    def __init__(self, analysed: Analysed, mentions: Sequence[Mention], phrases: Phrases) -> None:
        """Gathers the places and times, and the triggers that times belong to."""
        self._analysed, self._phrases = analysed, phrases
        self._times = [m for m in mentions if m.kind == "time"]
        places = [m for m in mentions if m.kind == "place"]
        self._places = [m for m in places if not m.value.get("refers") and m.value.get("detail") != "told"]
        self._described = [m for m in places if m.value.get("refers") or m.value.get("detail") == "told"]
        self._states = [m for m in mentions if m.kind == "actor" and m.rule.endswith(_STATES)]
        self._ends = {m.start: m.end for m in mentions if m.kind in ("actor", "victim")}
        self._reach = ReachReader(analysed, self._ends, self._times)
        self._stretches = [stretch for m in mentions if m.kind == "duration" and (stretch := self._stretch(m))]
        self._owners = self._times_by_trigger([m for m in mentions if m.kind == "trigger"])

    def time(self, scene: Scene, plover: str) -> Mention | None:
        """The mention of when an event of a PLOVER type took place."""
        dated, stretches = (self._reach.times(some, scene, plover) for some in (self._times, self._stretches))
        times = [time for time in dated if self._is_of(time, scene.trigger)]
        return self._nearest(scene, times) or self._nearest(scene, stretches)

    def place(self, scene: Scene, plover: str) -> Mention | None:
        """The mention of where an event of a PLOVER type took place."""
        named, described = (self._reach.places(some, scene, plover) for some in (self._places, self._described))
        if plover in FORCE:
            place = self._of_force(scene, self._nearest(scene, named), self._nearest(scene, described))
        else:
            place = self._exact(self._nearest(scene, named))
            if plover not in SPEECH:
                place = place or self._of_politics(scene, plover, described)
        return self._apposed(place) if place else None

    def _of_politics(self, scene: Scene, plover: str, described: Sequence[Mention]) -> Mention | None:
        """Where something was done without force that no named place tells: a state, or what a description tells."""
        sites = self._reach.places(self._sites(scene, None), scene, plover) if plover in _AT_SITES else []
        return self._governed(scene) or self._nearest(scene, described) or self._nearest(scene, sites)

    def _of_force(self, scene: Scene, named: Mention | None, described: Mention | None) -> Mention | None:
        """Where force was used, of the likeliest named place and the likeliest one that its description tells."""
        beside = named is not None and scene.start <= named.start < scene.end
        sites = () if beside else self._sites(scene, named)
        where = self._before_where(scene)
        if where and not (beside and named and _finer(named, where)):
            return self._exact(where)
        return (
            self._exact(named if beside else None)
            or self._governed(scene)
            or self._nearest(scene, starting_in(sites, scene.start, scene.end))
            or self._exact(named)
            or self._at_head(scene)
            or described
            or self._nearest(scene, sites)
        )

    def _before_where(self, scene: Scene) -> Mention | None:
        """The place before a clause that "where" opens: "in Aden, where fighting goes on"."""
        if not self._analysed.opens(scene.start, "where-words"):
            return None
        end = scene.start - self._pauses(scene.start - 1)
        at = bisect_left(self._places, end, key=lambda m: m.start)
        return self._places[at - 1] if at and self._places[at - 1].end == end else None

    def _exact(self, place: Mention | None) -> Mention | None:
        """The place itself, or the more exact one that stands before it and lies in it: "the airport of" a town."""
        if place is None:
            return None
        at = bisect_left(self._places, place.start, key=lambda m: m.start)
        while at > 0 and self._contains(self._places[at], self._places[at - 1]):
            at -= 1
        return self._places[at]

    def _apposed(self, place: Mention) -> Mention:
        """The town that a comma adds to a place ("the capital of Kenya, Nairobi"), or else the place itself."""
        if not self._pauses(place.end):
            return place
        states = starting_in(self._states, place.end, place.end + _COMMA)
        capitals = [self._as_place_mention(state) for state in states if state.rule.endswith(".capital")]
        found = [*capitals, *starting_in(self._places, place.end, place.end + _COMMA)]
        same = (one for one in found if one and place.value["country"] in (None, one.value["country"]))
        return next((one for one in same if not _finer(place, one)), place)

    def _pauses(self, i: int) -> bool:
        """Whether a comma stands at a token; False also beyond the last token."""
        return 0 <= i < len(self._analysed.tokens) and self._phrases.pauses(i)

    def _contains(self, place: Mention, before: Mention) -> bool:
        """Whether a place is told as that in which the one before it lies."""
        between = range(before.end, place.start)
        nominal = all(self._analysed.tokens[i].pos in ("PREP", "NOUN", "ADJ") for i in between)
        joined = len(between) <= _CHAIN and nominal and not any(self._analysed.opens(i, "triggers") for i in between)
        bearing = any(self._analysed.opens(i, "directions") for i in between)  # "near Tripoli, to the west of Sirte"
        return joined and (bearing or _finer(before, place))

    def _sites(self, scene: Scene, named: Mention | None) -> Sequence[Mention]:
        """The places near a trigger that a common noun tells ("outside the mosque"), in the country of a named one."""
        first, last = max(scene.first, scene.trigger.start - _FAR), min(scene.last, scene.trigger.end + _FAR)
        nouns = self._analysed.beginning(scene.sentence._replace(start=first, end=last), "sites")
        country = named.value["country"] if named else None
        found = (self._site(i, scene, country) for i in nouns if i > first)
        return [site for site in found if site]

    def _site(self, i: int, scene: Scene, country: object) -> Mention | None:
        """The place that a noun at a token tells of, where a preposition or what is done to it makes one of it."""
        if self._analysed.cell(i, "sites", "owned") == "no" and self._analysed.has_pronoun(i):
            return None
        start = i - 1 if self._analysed.tokens[i - 1].pos == "DET" else i
        done_to = start in (scene.trigger.end, self._ends.get(scene.trigger.end))
        if not (done_to or self._analysed.tokens[start - 1].pos == "PREP" or self._lies(start)):
            return None
        phrase = self._phrases.at(i, scene.last)
        end = phrase.described if phrase else i + 1
        value = {**dict.fromkeys(_FIELDS), "name": self._analysed.words(start, end), "country": country}
        return Mention(start, end, "place", "sites", value)

    def _lies(self, i: int) -> bool:
        """Whether the word before a token says how something lies to what follows: outside, in the middle of."""
        near = [hit for at in range(max(0, i - _RELATION), i) for hit in self._analysed.hits[at] if hit.end == i]
        return any(hit.entry.lexicon in ("place-relations", "inside") for hit in near)

    def as_time(self, time: Mention | None) -> Time | None:
        """When, in the record's form."""
        if time is None:
            return None
        value: Mapping[str, Any] = time.value
        span = self._analysed.span(time.start, time.end)
        return Time(span=span, lo=value["lo"], hi=value["hi"], precision=value["precision"])

    def as_place(self, place: Mention | None) -> Place | None:
        """Where, in the record's form."""
        if place is None:
            return None
        value: Mapping[str, Any] = place.value
        fields: dict[str, Any] = {name: value.get(name) for name in _FIELDS}
        return Place(span=self._analysed.span(place.start, place.end), **fields)

    def _stretch(self, duration: Mention) -> Mention | None:
        """The time that a duration tells of, with no days of its own: "for weeks", "within two days"."""
        near = range(max(0, duration.start - 2), duration.start)
        openers = [hit for i in near if (hit := self._analysed.hit(i, "duration-openers")) and hit.entry.get("during")]
        opener = next((hit for hit in openers if hit.end == duration.start), None)
        unit = duration.value["unit"]
        if opener is None or unit not in get_args(TimePrecision):
            return None
        value = {"lo": None, "hi": None, "precision": unit, "dated": False}
        return duration._replace(start=opener.start, kind="time", value=value)

    def _times_by_trigger(self, triggers: Sequence[Mention]) -> dict[int, int]:
        """For each time annexed to a trigger ("the dead of May", "the war of 2020"), the trigger's first token."""
        nouns = {trigger.end: trigger.start for trigger in triggers if trigger.value["class"] != "verb"}
        ends = {trigger.end: trigger.start for trigger in triggers}
        years = [t.start for t in self._times if t.value["precision"] in ("year", "decade")]
        owned = [(t.start, nouns.get(t.start)) for t in self._times if t.value["precision"] in _NAMED]
        owned += [(time, ends.get(time) or ends.get(time - 1)) for time in years]  # a preposition may part them
        return {time: owner for time, owner in owned if owner is not None}

    def _is_of(self, time: Mention, trigger: Mention) -> bool:
        """Whether a time may be that of a trigger: one that is annexed to another trigger is that one's."""
        return self._owners.get(time.start, trigger.start) == trigger.start

    def _nearest(self, scene: Scene, mentions: Sequence[Mention]) -> Mention | None:
        """The likeliest mention of the clause, or else of the content or sentence."""
        for start, end in ((scene.start, scene.end), (scene.first, scene.last)):
            inside = starting_in(mentions, start, end)
            if inside:
                return min(inside, key=lambda m: _distance(m, scene.trigger) + self._unlikely(m))
        return None

    def _unlikely(self, mention: Mention) -> int:
        """How many tokens off a mention counts as besides: a mere state, or a place that something comes from."""
        if mention.kind != "place":
            return 0
        origin = self._analysed.cell(mention.start - 1, "role-words", "role") == "from"
        return _VAGUE * (origin + (mention.value["precision"] == 1))

    def _governed(self, scene: Scene) -> Mention | None:
        """The state or capital that a trigger makes a place of: "the invasion of Iraq", "the attack in London"."""
        trigger = scene.trigger
        if trigger.value["concept"] in _VISITS:
            states = starting_in(self._states, trigger.end, scene.end)
            visited = [state for state in states if not self._analysed.opens(state.start, "demonyms")] or states[-1:]
            return self._as_place_mention(visited[0]) if visited else None
        if scene.is_verb:
            return None
        undergone = trigger.value["frame"] in _UNDERGONE or trigger.value["concept"] in _INVASIONS
        found = (self._annexed(state, undergone=undergone) for state in self._beside(scene))
        return next((place for place in found if place), None)

    def _beside(self, scene: Scene) -> Sequence[Mention]:
        """The states and capitals that a noun of attack is joined to: by a preposition first, or in its own chain."""
        i = scene.trigger.end
        phrase = self._phrases.at(scene.trigger.start, scene.end)
        chain = starting_in(self._states, i, max(i + 1, phrase.annexed if phrase else 0))
        i = chain[-1].end if chain else i
        while i < scene.end and self._analysed.tokens[i].pos == "ADJ":
            i += 1
        joined = starting_in(self._states, i + 1, i + 2) if i < scene.end and self._is_to(i) else ()
        return [*joined, *chain]

    def _annexed(self, state: Mention, *, undergone: bool) -> Mention | None:
        """A state or capital as a place, if what is done there is done to it and not by it."""
        done_to = undergone or state.rule.endswith(".capital") or self._is_to(state.start - 1)
        return self._as_place_mention(state) if done_to else None

    def _is_to(self, i: int) -> bool:
        """Whether a preposition stands at a token that joins a noun of attack to where it is done."""
        return self._analysed.cell(i, "role-words", "role") == "to"

    def _as_place_mention(self, state: Mention) -> Mention | None:
        """The mention of a state or capital as one of a place."""
        lexicon = "capitals" if state.rule.endswith(".capital") else "states"
        hit = self._analysed.hit(state.start, lexicon)
        return state._replace(kind="place", value=place_value(hit.entry)) if hit else None

    def _at_head(self, scene: Scene) -> Mention | None:
        """The place at the head of the sentence, where the content tells none."""
        inside = starting_in(self._places, scene.sentence.start, min(scene.first, scene.sentence.start + _HEAD))
        return inside[0] if inside else None


def _finer(one: Mention, other: Mention) -> bool:
    """Whether a place is told more exactly than another."""
    return int(str(one.value["precision"] or 0)) > int(str(other.value["precision"] or 0))


def _distance(mention: Mention, trigger: Mention) -> int:
    """How many tokens lie between a mention and the trigger; one that follows counts as nearer."""
    if mention.start >= trigger.end:
        return mention.start - trigger.end
    return trigger.start - mention.end + 1
