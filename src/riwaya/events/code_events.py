"""The events stage: Claimed -> Coded. A trigger's entry gives the concept, the ontology its codes."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from riwaya.events.actuality import Actuality, ActualityReader
from riwaya.events.addressees import with_addressees
from riwaya.events.agreement import agreed
from riwaya.events.background import BackgroundReader
from riwaya.events.blame import CLAIMED, Blamed, Blames, with_claimants
from riwaya.events.clauses import Clauses, Scene
from riwaya.events.expected import with_expected, with_people, with_taken
from riwaya.events.fighting import as_sides
from riwaya.events.genders import Genders
from riwaya.events.guards import ConceptKinds, FoldedWords, Guards
from riwaya.events.harm import Harm, HarmReader
from riwaya.events.harmed import with_hurt
from riwaya.events.identity import Identity, with_harm, with_sum
from riwaya.events.kinship import Kinship
from riwaya.events.likeness import Likeness
from riwaya.events.parties import PartyReader, but_those
from riwaya.events.relevance import Relevance
from riwaya.events.roles import RoleReader, Roles
from riwaya.events.tellings import TellingReader
from riwaya.events.told import Told
from riwaya.events.trust import with_confidence
from riwaya.events.types import SPEECH
from riwaya.events.where_when import WhereWhen
from riwaya.find.context import starting_in
from riwaya.find.find_mentions import published_day
from riwaya.find.references import unresolved
from riwaya.language.phrases import Phrases, PhraseTables
from riwaya.model import Event, Issue, Party, content_id
from riwaya.model.layers import Claimed, Coded, Evidence, Explanation, Mention, Sentence
from riwaya.packs import Pack
from riwaya.rules.tables import Row

_DEEDS = ("AGREE", "AID", "ASSAULT", "COERCE", "MOBILIZE", "RETREAT")  # types that are more than a word
_FIRE = "opening-fire"
_SENTENCE = "sentence"  # a court does it by saying it
_OF_ANYBODY = ("ASSAULT", "PROTEST", "REJECT", "REQUEST")  # types that may be told without a known party
_HURTING = ("ASSAULT", "COERCE")  # types of which a word of harm may tell: "passed away" is no "passed judgement"


class Coder:
    """The event coder of a pack, safe to share between threads."""

    def __init__(self, pack: Pack) -> None:
        """Takes the ontology's concepts, by id."""
        self._concepts = pack.concepts
        by_type: dict[str, set[str]] = defaultdict(set)
        for name, row in pack.concepts.items():
            by_type[row["plover"]].add(name)
        self._kinds = ConceptKinds(
            deeds=frozenset(name for plover in _DEEDS for name in by_type[plover]),
            violent=frozenset(by_type["ASSAULT"]),
            protests=frozenset(by_type["PROTEST"]),
            talks=frozenset(by_type["CONSULT"]),
        )
        self._key, self._folded = pack.key, FoldedWords(pack.key)
        self._phrases = PhraseTables.of(pack)
        self._genders = Genders(pack)
        self._clause_ends = frozenset(pack.settings["clause_ends"])
        self._sentence_ends = frozenset(pack.settings["sentence_ends"])
        self._weights: Mapping[str, float] = pack.settings["background"]
        self._identity = Identity(Likeness(Kinship(pack.concepts)), pack.settings["identity"])
        self._pronouns = {pack.key(row["form"]): row["number"] for row in pack.rows("lexicon/pronouns")}
        self._relevance = Relevance(pack)
        self._blames = Blames(pack.rules)

    def code(self, claimed: Claimed) -> Coded:
        """The report with its events, in the order of their triggers."""
        reading = self._reading(claimed)
        told = self._told(claimed, reading)
        voices = {claim.id: claim.chain[-1].actor or claim.chain[-1].entity for claim in claimed.claims}
        agreeing = agreed(self._identity.same_events(told), voices, reading.parties.anybody)
        arrested = list(with_expected(agreeing, reading.parties))
        expected = with_people(arrested, reading.parties, reading.two_sided)
        by_verbs = {one.event.id for one in told if one.verb}
        addressed = list(with_taken(with_addressees(expected, claimed.claims, by_verbs)))
        hurt = as_sides(with_hurt(addressed, reading.hurt), reading.two_sided)
        events = self._relevance.judged(claimed.found, with_confidence(hurt))
        return Coded(claimed, events, reading.explanations, reading.issues, reading.doers)

    def tellings(self, claimed: Claimed) -> list[Told]:
        """The report's events as each sentence tells them, before those that are one are joined."""
        return self._told(claimed, self._reading(claimed))

    def _told(self, claimed: Claimed, reading: _Reading) -> list[Told]:
        """The events as each sentence tells them, with what its other events and the report tell of them."""
        sentences = claimed.found.analysed.sentences
        told = [one for sentence in sentences for one in with_sum(with_harm(tuple(reading.events(sentence))))]
        sided = [one._replace(event=reading.with_sides(one.event)) for one in told]
        return with_claimants(sided, claimed.claims, reading.claimants)

    def _reading(self, claimed: Claimed) -> _Reading:
        """What reads the events of a report."""
        actors = [m for m in claimed.found.mentions if m.kind == "actor"]
        clauses = Clauses(claimed.found.analysed, claimed.claims, self._clause_ends, actors)
        phrases = Phrases(claimed.found.analysed, self._phrases)
        layers = (claimed.found.analysed, claimed.found.mentions, phrases)
        doers = self._blames.find(claimed.found)
        roles = RoleReader(*layers[:2], claimed.claims, phrases, self._genders, Blamed(doers))
        harm, where_when = HarmReader(*layers, self._pronouns), WhereWhen(*layers)
        guards = Guards(claimed, self._key, self._folded, self._sentence_ends, self._kinds)
        return _Reading(claimed, clauses, self._concepts, guards, roles, harm, where_when, self._weights, doers)


class _Reading:
    """Reads the events of one report."""

    def __init__(
        self,
        claimed: Claimed,
        clauses: Clauses,
        concepts: Mapping[str, Row],
        guards: Guards,
        roles: RoleReader,
        harm: HarmReader,
        where_when: WhereWhen,
        weights: Mapping[str, float],
        doers: Mapping[int, Mention],
    ) -> None:
        """Takes the readers of roles, harm, places and times, and sets up that of actuality."""
        self._analysed = claimed.found.analysed
        self._clauses, self._concepts, self._guards = clauses, concepts, guards
        mentions = claimed.found.mentions
        self._roles, self._harm, self._where_when = roles, harm, where_when
        today: date | None = published_day(self._analysed.report.published)
        self._actuality = ActualityReader(self._analysed, BackgroundReader(self._analysed, today, weights))
        self._by_kind = {kind: [m for m in mentions if m.kind == kind] for kind in ("trigger", "weapon")}
        self._states = {
            str(m.value["actor"]): str(m.value["iso3"]) for m in mentions if m.kind == "actor" and m.value["actor"]
        }
        cues = [claim.cue for claim in claimed.claims if claim.cue]
        tokens = self._analysed.tokens
        self._cues = {bisect_left(tokens, cue.start, key=lambda token: token.span.start) for cue in cues}
        self._tellings = TellingReader(self._analysed, harm)
        self._claims, self.doers = claimed.claims, tuple(doers.values())
        self.explanations: dict[str, Explanation] = {}
        self.hurt: dict[str, str] = {}  # by event, the code of those hurt where a noun of their own tells who they are
        self.two_sided: set[str] = set()  # the fighting of two sides that is told of as against neither

    def with_sides(self, event: Event) -> Event:
        """An event; fighting of which the words name no side has those that the report names later."""
        return self._roles.fighting.completed(event)

    @property
    def parties(self) -> PartyReader:
        """The reader of parties."""
        return self._roles.parties

    @property
    def claimants(self) -> Mapping[str, Sequence[Party]]:
        """Who claims a deed as his own, by claim."""
        return {claim.id: self._roles.claimant(claim) for claim in self._claims if claim.act == CLAIMED}

    @property
    def issues(self) -> tuple[Issue, ...]:
        """Parties whom the voice of no speaker tells, each word once."""
        return tuple(unresolved(self._analysed, mention) for mention in self._roles.parties.unresolved.values())

    def events(self, sentence: Sentence) -> Iterable[Told]:
        """The events of a sentence as they are told: one for each stretch of trigger words of which a reading holds."""
        inside = starting_in(self._by_kind["trigger"], sentence.start, sentence.end)
        before: Scene | None = None
        handled: dict[int | None, str] = {}  # the type of the deed that asks for the word at a token
        exchanged: set[int | None] = set()  # the words for what two sides exchange: fire is no event beside that
        for start, readings in groupby(inside, key=lambda trigger: trigger.start):
            scenes = (self._clauses.scene(trigger, sentence) for trigger in readings)
            holding = [scene for scene in scenes if self._guards.hold(scene)]
            scene = min(holding, key=self._guards.rank, default=None)
            if scene is None:
                continue
            concept = self._concepts[str(scene.trigger.value["concept"])]
            plover = concept["plover"]
            if plover in _DEEDS and concept["id"] != _SENTENCE and self._only_says(scene):
                continue
            if self._is_told_of(scene, concept, handled.get(start)) or (start in exchanged and concept["id"] == _FIRE):
                continue
            if plover in _DEEDS:
                handled[self._guards.complement(scene)] = plover
            if scene.is_verb and plover == "ASSAULT" and scene.trigger.value["frame"] == "mutual":
                exchanged.add(self._guards.complement(scene))
            if not (before and self._harm.continues(before, scene)):
                told = self._draft(scene, concept, before)
                before = scene
                if not _by_nobody(told.event, scene):
                    yield told

    def _is_told_of(self, scene: Scene, concept: Row, asked: str | None) -> bool:
        """Whether a word is no event beside the verb that asks for it, of type `asked`: the death that somebody meets,
        the bomb that is laid; a protest that is put down is one, and so is an attack that is to stop."""
        plover = concept["plover"]
        if asked is None:
            return False
        kept = asked in (plover, "ASSAULT") or (asked, plover) == ("RETREAT", "ASSAULT")
        return self._harm.is_harm(scene) or not kept

    def _only_says(self, scene: Scene) -> bool:
        """Whether a deed's trigger is no more than the word by which a claim is made: "concedes", "reported that"."""
        return scene.trigger.start in self._cues and self._guards.complement(scene) is None

    def _draft(self, scene: Scene, concept: Row, before: Scene | None) -> Told:
        """The event of a scene with what tells whether it was told before; `before` is the scene before it."""
        time = self._where_when.time(scene, concept["plover"])
        actuality = self._actuality.read(scene, concept, time)
        event = self._event(scene, concept, time, actuality)
        return self._tellings.told(event, scene, concept, before, sure=actuality.sure)

    def _event(self, scene: Scene, concept: Row, time: Mention | None, actuality: Actuality) -> Event:
        """The event of a scene, at some time."""
        speaker = self._speaker(scene)
        place = self._where_when.as_place(self._where_when.place(scene, concept["plover"]))
        country = (place.country if place else None) or ""
        hurts = concept["plover"] in _HURTING and self._harm.is_harm(scene)
        roles = self._roles.roles(scene, concept["plover"], speaker, country, harm=hurts)
        harm = self._harm.read(scene, actuality.status) if concept["plover"] == "ASSAULT" else Harm()
        hurt = self._roles.hurt(harm, speaker)
        mutual = concept["plover"] == "ASSAULT" and scene.trigger.value["frame"] == "mutual" and not roles.targets
        if not roles.targets:
            roles = roles._replace(targets=tuple(but_those(hurt, () if mutual else roles.actors)))
        weapons = self._weapons(scene) if concept["plover"] in ("ASSAULT", "MOBILIZE") else {}
        span = self._analysed.span(*self._guards.naming(scene))
        event = Event(
            id=content_id("evt", self._analysed.report.id, span, concept["id"]),
            trigger=span,
            **_codes(concept, weapons),
            actors=roles.actors,
            targets=roles.targets,
            place=place,
            time=self._where_when.as_time(time),
            status=actuality.status,  # type: ignore[arg-type]
            background=actuality.background,
            weapons=tuple(weapons),
            killed=harm.killed,
            injured=harm.injured,
            harm_who=None,  # `with_hurt` tells it once the targets are known
            claim=scene.claim.id if scene.claim else None,
            confidence=0.0,  # `with_confidence` tells it once all events of the report are known
            rule=scene.trigger.rule,
        )
        self.explanations[event.id] = self._explained(scene, event, roles, actuality)
        if hurt and harm.exact:
            self.hurt[event.id] = hurt[0].code
        if mutual:
            self.two_sided.add(event.id)
        return event

    def _speaker(self, scene: Scene) -> str:
        """The country of whose word the scene is."""
        if scene.claim is None:
            return ""
        return next(
            (self._states[link.actor] for link in reversed(scene.claim.chain) if link.actor in self._states),
            "",
        )

    def _weapons(self, scene: Scene) -> dict[str, str]:
        """The kinds of weapon that the clause names, with the mode that each implies."""
        near = starting_in(self._by_kind["weapon"], scene.start, scene.end)
        named = (m for m in near if not scene.trigger.covers(m))  # the fire of a ceasefire is no weapon
        return {str(m.value["kind"]): str(m.value["mode"]) for m in named}

    def _explained(self, scene: Scene, event: Event, roles: Roles, actuality: Actuality) -> Explanation:
        """Why the event was read."""
        text, value = self._analysed.report.text, scene.trigger.value
        steps = [Evidence("trigger", event.trigger.cut(text), f"entry {scene.trigger.rule}: {value['gloss']}")]
        steps.append(Evidence("codes", "", f"concept {value['concept']}: {event.plover}, CAMEO {event.cameo}"))
        for name, parties in (("actor", event.actors), ("target", event.targets)):
            steps += [Evidence(name, p.span.cut(text) if p.span else "", f"{p.code}, {roles.why}") for p in parties]
        steps.append(Evidence("status", event.status, actuality.why))
        return Explanation(scene.trigger.rule, str(value["gloss"]), tuple(steps))


def _by_nobody(event: Event, scene: Scene) -> bool:
    """Whether something is said, or done without force, and no party of it is known: no political act.

    A noun for a deed ("the withdrawal") may leave out whose it was; what is demanded or refused is told for itself.
    """
    bare = not (event.actors or event.targets) and event.plover not in _OF_ANYBODY
    return bare and (scene.is_verb or event.plover in SPEECH)


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
