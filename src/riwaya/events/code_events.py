"""The events stage: Claimed -> Coded. A trigger's entry gives the concept, the ontology its codes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from riwaya.events.actuality import Actuality, ActualityReader
from riwaya.events.clauses import Clauses, Scene
from riwaya.events.guards import Guards
from riwaya.events.harm import Harm, HarmReader
from riwaya.events.identity import Told, same_events, with_harm
from riwaya.events.roles import RoleReader, Roles
from riwaya.find.context import starting_in
from riwaya.find.find_mentions import published_day
from riwaya.find.references import unresolved
from riwaya.language.phrases import Phrases, PhraseTables
from riwaya.model import Event, Issue, Place, Time, content_id
from riwaya.model.layers import Claimed, Coded, Evidence, Explanation, Mention, Sentence
from riwaya.packs import Pack
from riwaya.rules.tables import Row

_CONFIDENCE = 0.75


class Coder:
    """The event coder of a pack, safe to share between threads."""

    def __init__(self, pack: Pack) -> None:
        """Takes the ontology's concepts, by id."""
        self._concepts = pack.concepts
        self._key = pack.key
        self._phrases = PhraseTables.of(pack)
        self._clause_ends = frozenset(pack.settings["clause_ends"])

    def code(self, claimed: Claimed) -> Coded:
        """The report with its events, in the order of their triggers."""
        clauses = Clauses(claimed.found.analysed, claimed.claims, self._clause_ends)
        phrases = Phrases(claimed.found.analysed, self._phrases)
        reading = _Reading(claimed, clauses, self._concepts, Guards(claimed, self._key), phrases)
        sentences = claimed.found.analysed.sentences
        told = [one for sentence in sentences for one in with_harm(tuple(reading.events(sentence)))]
        return Coded(claimed, same_events(told), reading.explanations, reading.issues)


class _Reading:
    """Reads the events of one report."""

    def __init__(
        self, claimed: Claimed, clauses: Clauses, concepts: Mapping[str, Row], guards: Guards, phrases: Phrases
    ) -> None:
        """Sets up the readers of roles, actuality and harm."""
        self._found, self._analysed = claimed.found, claimed.found.analysed
        self._clauses, self._concepts, self._guards = clauses, concepts, guards
        mentions = claimed.found.mentions
        self._roles = RoleReader(self._analysed, mentions, phrases)
        self._harm = HarmReader(self._analysed, mentions)
        today: date | None = published_day(self._analysed.report.published)
        self._actuality = ActualityReader(self._analysed, today)
        self._by_kind = {
            kind: [m for m in mentions if m.kind == kind] for kind in ("trigger", "time", "place", "weapon")
        }
        self._owners = self._times_by_trigger()
        self._located_places = [place for place in self._by_kind["place"] if self._located(place)]
        self._named_places = [
            place
            for place in self._located_places
            if not place.value.get("refers") and place.value.get("detail") != "told"
        ]
        self._states = {
            str(m.value["actor"]): str(m.value["iso3"]) for m in mentions if m.kind == "actor" and m.value["actor"]
        }
        self.explanations: dict[str, Explanation] = {}

    @property
    def issues(self) -> tuple[Issue, ...]:
        """Parties whom the voice of no speaker tells, each word once."""
        return tuple(unresolved(self._analysed, mention) for mention in self._roles.unresolved.values())

    def events(self, sentence: Sentence) -> Iterable[Told]:
        """The events of a sentence as they are told: one for each stretch of trigger words of which a reading holds."""
        inside = starting_in(self._by_kind["trigger"], sentence.start, sentence.end)
        before: Scene | None = None
        for _, readings in groupby(inside, key=lambda trigger: trigger.start):
            scenes = (self._clauses.scene(trigger, sentence) for trigger in readings)
            holding = [scene for scene in scenes if self._guards.hold(scene)]
            scene = min(holding, key=self._guards.rank, default=None)
            if scene and not (before and self._harm.continues(before, scene)):
                before = scene
                yield self._draft(scene, self._concepts[str(scene.trigger.value["concept"])])

    def _draft(self, scene: Scene, concept: Row) -> Told:
        """The event of a scene with what tells whether it was told before."""
        first = self._analysed.tokens[scene.trigger.start]
        return Told(
            self._event(scene, concept),
            concept["id"],
            sentence=scene.sentence.start,
            harm=self._harm.is_harm(scene),
            definite=first.definite,
            relative=scene.relative,
        )

    def _event(self, scene: Scene, concept: Row) -> Event:
        """The event of a scene."""
        speaker = self._speaker(scene)
        place = self._place(scene)
        country = (place.country if place else None) or ""
        roles = self._roles.roles(scene, concept["plover"], speaker, country, harm=self._harm.is_harm(scene))
        harm = self._harm.read(scene) if concept["plover"] == "ASSAULT" else Harm()
        if harm.sector and not roles.targets:
            roles = roles._replace(targets=(self._roles.hurt(harm.sector, harm.who),))
        time = self._nearest(scene, [t for t in self._near_times(scene) if self._is_of(t, scene.trigger)])
        actuality = self._actuality.read(scene, time)
        weapons = self._weapons(scene) if concept["plover"] in ("ASSAULT", "MOBILIZE") else {}
        span = self._analysed.span(scene.trigger.start, scene.trigger.end)
        event = Event(
            id=content_id("evt", self._analysed.report.id, span, concept["id"]),
            trigger=span,
            **_codes(concept, weapons),
            actors=roles.actors,
            targets=roles.targets,
            place=place,
            time=self._time(time),
            status=actuality.status,  # type: ignore[arg-type]
            background=actuality.background,
            weapons=tuple(weapons),
            killed=harm.killed,
            injured=harm.injured,
            harm_who=self._hurt(roles, harm),
            claim=scene.claim.id if scene.claim else None,
            confidence=_CONFIDENCE if roles.actors or roles.targets or harm.killed else _CONFIDENCE - 0.15,
            rule=scene.trigger.rule,
        )
        self.explanations[event.id] = self._explained(scene, event, roles, actuality)
        return event

    def _speaker(self, scene: Scene) -> str:
        """The country of whose word the scene is."""
        if scene.claim is None:
            return ""
        return next(
            (self._states[link.actor] for link in reversed(scene.claim.chain) if link.actor in self._states),
            "",
        )

    def _times_by_trigger(self) -> dict[int, int]:
        """For each year that stands right after a trigger ("the war of 2020"), the first token of that trigger."""
        ends = {trigger.end: trigger.start for trigger in self._by_kind["trigger"]}
        times = [t.start for t in self._by_kind["time"] if t.value["precision"] in ("year", "decade")]
        owned = ((time, ends.get(time) or ends.get(time - 1)) for time in times)  # a preposition may part them
        return {time: owner for time, owner in owned if owner is not None}

    def _near_times(self, scene: Scene) -> Sequence[Mention]:
        """The times of a scene's content or sentence."""
        return starting_in(self._by_kind["time"], scene.first, scene.last)

    def _is_of(self, time: Mention, trigger: Mention) -> bool:
        """Whether a time may be that of a trigger: a year right after another trigger is that one's."""
        return self._owners.get(time.start, trigger.start) == trigger.start

    def _nearest(self, scene: Scene, mentions: Sequence[Mention]) -> Mention | None:
        """The mention of the clause, or else of the content or sentence, that stands nearest to the trigger."""
        stretches = ((scene.start, scene.end), (scene.first, scene.last))
        for start, end in stretches:
            inside = starting_in(mentions, start, end)
            if inside:
                return min(inside, key=lambda m: _distance(m, scene.trigger))
        return None

    def _time(self, time: Mention | None) -> Time | None:
        """When, in the record's form."""
        if time is None:
            return None
        value: Mapping[str, Any] = time.value
        span = self._analysed.span(time.start, time.end)
        return Time(span=span, lo=value["lo"], hi=value["hi"], precision=value["precision"])

    def _place(self, scene: Scene) -> Place | None:
        """Where, in the record's form: the nearest place that is no party by its name alone."""
        place = self._nearest(scene, self._named_places) or self._nearest(scene, self._located_places)
        if place is None:
            return None
        value: Mapping[str, Any] = place.value
        fields: dict[str, Any] = {
            name: value.get(name) for name in ("name", "geonames", "lat", "lon", "country", "precision")
        }
        return Place(span=self._analysed.span(place.start, place.end), **fields)

    def _located(self, place: Mention) -> bool:
        """Whether a place is told as one: a state or capital only after in, to, near, or as territory or border."""
        if (place.value["precision"] != 1 and not place.rule.endswith(".capital")) or place.value["sense"]:
            return True
        before = self._analysed.hits[place.start - 1] if place.start else ()
        return any(h.entry.lexicon == "role-words" and h.entry.get("role") in ("in", "to", "with") for h in before)

    def _weapons(self, scene: Scene) -> dict[str, str]:
        """The kinds of weapon that the clause names, with the mode that each implies."""
        near = starting_in(self._by_kind["weapon"], scene.start, scene.end)
        named = (m for m in near if not scene.trigger.covers(m))  # the fire of a ceasefire is no weapon
        return {str(m.value["kind"]): str(m.value["mode"]) for m in named}

    def _hurt(self, roles: Roles, harm: Harm) -> str | None:
        """The code of those hurt."""
        if not (harm.killed or harm.injured):
            return None
        if roles.targets:
            return roles.targets[0].code
        return f"UNK {harm.sector}" if harm.sector else None

    def _explained(self, scene: Scene, event: Event, roles: Roles, actuality: Actuality) -> Explanation:
        """Why the event was read."""
        text, value = self._analysed.report.text, scene.trigger.value
        steps = [Evidence("trigger", event.trigger.cut(text), f"entry {scene.trigger.rule}: {value['gloss']}")]
        steps.append(Evidence("codes", "", f"concept {value['concept']}: {event.plover}, CAMEO {event.cameo}"))
        for name, parties in (("actor", event.actors), ("target", event.targets)):
            steps += [Evidence(name, p.span.cut(text) if p.span else "", f"{p.code}, {roles.why}") for p in parties]
        steps.append(Evidence("status", event.status, actuality.why))
        return Explanation(scene.trigger.rule, str(value["gloss"]), tuple(steps))


def _codes(concept: Row, weapons: Mapping[str, str]) -> dict[str, Any]:
    """The codes of a concept; a drone makes an air strike a drone strike."""
    acled = (concept["acled_type"], concept["acled_sub"]) if concept["acled_type"] else None
    mode = concept["mode"]
    if mode == "aerial" and "drone" in weapons.values():
        mode = "drone"
    return {
        "plover": concept["plover"],
        "mode": mode or None,
        "cameo": concept["cameo"].lstrip("c"),
        "acled": acled,
    }


def _distance(mention: Mention, trigger: Mention) -> int:
    """How many tokens lie between a mention and the trigger; one that follows counts as nearer."""
    if mention.start >= trigger.end:
        return mention.start - trigger.end
    return trigger.start - mention.end + 1
