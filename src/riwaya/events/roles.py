"""Roles: who did it and to whom, as parties with their codes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from riwaya.events.blame import Blamed
from riwaya.events.clauses import Scene
from riwaya.events.doers import DoerReader
from riwaya.events.fighting import Fighting
from riwaya.events.frames import of
from riwaya.events.genders import Genders
from riwaya.events.harm import Harm
from riwaya.events.hosts import host
from riwaya.events.known import with_known
from riwaya.events.members import with_bodies
from riwaya.events.own_moves import MOVES, moved
from riwaya.events.owners import OwnerReader
from riwaya.events.parties import BY_FORCE, PartyReader, as_government, but_those
from riwaya.events.protests import aim, is_power
from riwaya.events.sides import SideReader
from riwaya.events.splits import OF_THE_ARMED, SplitReader
from riwaya.events.standing import Role, StandingReader
from riwaya.events.subjects import SubjectReader
from riwaya.events.sufferers import befallen, hurt_beside, is_armed, is_suffering
from riwaya.events.types import SPEECH
from riwaya.events.works import state_of_work
from riwaya.find.actors import OUTLETS
from riwaya.find.context import covered_until, starting_in
from riwaya.find.people import apart
from riwaya.language.phrases import Phrases
from riwaya.model import Claim, Party
from riwaya.model.layers import Analysed, Hit, Mention

_ACCUSED = 14  # tokens between an accusation and what somebody is accused of
_GOVERNS = 4  # tokens between a verb of suffering and the attack that it governs
_ON_THE_SPOT = ("ASSAULT", "MOBILIZE", "COERCE", "PROTEST", "RETREAT", "AID")  # who does it is where it happens
_DEFENCE, _SHOT = "air-defence", "opening-fire"  # concepts of what is intercepted, and of how it was sent
_SENT = 14  # tokens between a word of interception and who sent what is intercepted
_SITES = ("sites", "place-heads", "place-nouns", "objectives", "group-heads", "weapons")  # what a party may have
_OWN_SIDE = {"does", "doer-noun", "act-noun", "toward", "alone", "talks", "mutual"}
_ELSEWHERE = {
    "alone": ("before", "after"),
    "mutual": ("before",),
}  # how no party stands to a noun of force that does it
_ONE_SIDED = ("visit", "mediation", "phone-talks")  # concepts of talks of which one side is the guest or caller
_WHERETO = ("on", "to", "with")  # how those stand to whom, or beside whom, forces are sent
_TAKEN = ("capture-territory", "regain-territory")  # concepts of what is taken from somebody
_OFFER = 8  # tokens between a refusal and the clause that says who offered what is refused
_CONDITIONS = ("hypothetical", "demanded")  # what words before a condition make of it: "if", "unless"
_STRIKES = 12  # tokens between a noun of force and the word for where it strikes
_STRUCK = ("genitive", "after", "on", "against")  # how those stand to a verb of force whom it strikes
_BESIDE = ("to", "with")  # how those do whom its other circumstances name: where to, by whose means
_CROWDS = "crowd-control"
_OF_WORKS = ("REJECT", "ACCUSE")  # types of words against what a state does or proposes
_HELP = ("AID", "SUPPORT")
_OF_BOTH = ("ceasefire", "prisoner-swap")  # concepts of what the sides of the fighting agree on
_DOING = ("doer-noun", "act-noun")  # frames of nouns of what somebody does to another
_REBELS = ("REB", "UAF")
_COUNT = 3  # tokens between a verb of harm and the end of what says how many: "some", "more than"
_SOME = 5  # tokens between such a verb and "of them"
_FROM = "of"  # the preposition that parts some from those they are of
_POSSESSIVE = 2  # tokens between a noun of attack and whose it is: an adjective and "to"
_FORCED = {"does", "doer-noun", "act-noun"}


class Roles(NamedTuple):
    """Actors and targets, and why."""

    actors: tuple[Party, ...]
    targets: tuple[Party, ...]
    why: str


class _Draft(NamedTuple):
    """Who acts and who is acted on as mentions, by the frame that holds, and why."""

    frame: str
    actors: list[Role]
    targets: list[Role]
    why: str
    lent: bool = False  # whether who acts is told by another verb of the sentence


class RoleReader:
    """Reads the roles in one report."""

    def __init__(
        self,
        analysed: Analysed,
        mentions: Sequence[Mention],
        claims: Sequence[Claim],
        phrases: Phrases,
        genders: Genders,
        blamed: Blamed,
    ) -> None:
        """Gathers the actors that may be parties, and those whom harm befell."""
        self._blamed = blamed
        self._analysed = analysed
        mentions = with_known(analysed, sorted(mentions, key=lambda m: m.start))
        named = [m for m in mentions if m.kind == "actor" and m.value["kind"] not in OUTLETS and not _unknown(m)]
        names = covered_until(m._replace(start=m.start + 1) for m in mentions if m.kind == "actor" and _unknown(m))
        people = [m for m in mentions if m.kind in ("victim", "objective") and names.get(m.start, 0) < m.end]
        every = {(m.start, m.end): m for m in apart(named, people)}  # a noun of two readings counts once
        self._actors = with_bodies(analysed, sorted(every.values(), key=lambda m: m.start), genders)
        self._covered = covered_until(self._actors)
        self._places = sorted((m for m in mentions if m.kind == "place"), key=lambda m: m.start)
        numbers = self._numbers = sorted((m for m in mentions if m.kind == "number"), key=lambda m: m.start)
        self._standing = StandingReader(analysed, self._actors, numbers, phrases)
        self._subjects = SubjectReader(analysed, self._actors, claims, self._standing, phrases, genders)
        self._doers = DoerReader(analysed, self._actors, claims, self._standing, self._subjects)
        self._owners = OwnerReader(analysed, self._actors, self._standing, self._subjects)
        self._sides = SideReader(analysed, self._actors, self._standing, self._subjects)
        self._splits = SplitReader(analysed, self._standing, self._doers, self._subjects)
        home = (m for m in mentions if m.kind == "place" or m.value.get("kind") not in OUTLETS)
        self.parties = PartyReader(analysed, named, home)
        self.fighting = Fighting(self.parties)
        self._accused: dict[int, list[Mention]] = {}  # by the last token of the noun that accuses them
        self._hurt = set(hurt_beside(analysed, self._actors, covered_until(numbers)))  # by their first tokens

    def roles(self, scene: Scene, plover: str, speaker: str, country: str, *, harm: bool) -> Roles:
        """The roles of a scene.

        `speaker` is the country of whose word it is, for "the enemy"; `country` the one where it happens, for
        parties that no state is named with ("two soldiers", "the army"); `harm` says that the trigger is a word of
        harm, whose voice the letters do not show.
        """
        self.parties.at(country if plover in _ON_THE_SPOT else "")
        draft = self._draft(scene, plover, harm=harm)
        self._note(draft, scene, plover, harm=harm)
        frame, why = draft.frame, draft.why
        actors = self._parties(draft.actors, plover, speaker, acting=True)
        targets = self._parties(draft.targets, plover, speaker, acting=False)
        demonyms = self._demonyms(scene, plover)
        if plover in _OF_WORKS and not targets and scene.trigger.value["class"] == "verb":
            targets = self._of_work(scene, actors)
        if plover == "PROTEST" and not actors:
            actors, why = self._protesters(demonyms), f"{why}; who protests are civilians"
        elif demonyms:
            actors, targets = _with_demonyms(demonyms, draft, actors, targets)
        guessed = plover == "ASSAULT" and frame in _FORCED and not targets and self._is_at_speaker(actors, speaker)
        if guessed and not self._strikes_somewhere(scene):
            targets, why = [self.parties.side(speaker, "MIL", None)], f"{why}; the target is the speaker's side"
        if frame == "mutual" and (others := self._sides.others(scene, draft.actors, draft.targets, plover)):
            actors = self._parties(others, plover, speaker, acting=True) + actors
        if frame == "mutual" and not targets:
            actors, added = self._with_sides(actors, scene, plover, speaker)
            why += added
        if scene.trigger.value["concept"] == _CROWDS and plover == "ASSAULT" and not targets:
            targets, why = [self.parties.hurt("CVL", "protesters")], f"{why}; a crowd is one of civilians"
        if actors and not targets:
            targets = self._hosts(actors, scene)
        actors, targets = moved(scene, actors, targets)
        if plover in BY_FORCE and frame != "mutual":
            targets = but_those(targets, actors)
            self.fighting.note((*actors, *targets))
        return Roles(_distinct(actors), _distinct(targets), why)

    def _note(self, draft: _Draft, scene: Scene, plover: str, *, harm: bool) -> None:
        """Keeps who does, is accused of or undergoes what a trigger names, for the triggers after it."""
        self._subjects.note(scene, (role.mention for role in draft.actors))
        if plover == "ACCUSE":
            self._accused[scene.trigger.end - 1] = [role.mention for role in draft.targets]
        if plover in BY_FORCE and draft.frame != "mutual":
            self._sides.note(scene, draft.actors, draft.targets)
        if harm or draft.frame == "hurt-noun" or (draft.frame == "undergoes" and plover == "ASSAULT"):
            self._hurt.update(role.mention.start for role in draft.targets)

    def _protesters(self, demonyms: Iterable[Party]) -> list[Party]:
        """Who protests where no noun tells it: civilians, of the states that adjectives name ("Egyptian protests")."""
        countries = [(party.code.partition(" ")[0], party.span) for party in demonyms]
        told = [Party(code=f"{iso3} CVL", name="protesters", span=span) for iso3, span in countries]
        return told or [self.parties.hurt("CVL", "protesters")]

    def _with_sides(self, actors: list[Party], scene: Scene, plover: str, speaker: str) -> tuple[list[Party], str]:
        """The parties of what two sides do, with those sides of the fighting that it does not name, and why."""
        truce = scene.trigger.value["concept"] in _OF_BOTH and not actors
        if plover != "ASSAULT" and not truce:
            return actors, ""
        trigger = self._analysed.span(scene.trigger.start, scene.trigger.end)
        sides, why = self.fighting.sides(trigger, actors, speaker)
        return [as_government(party) for party in sides] if truce else sides, why

    def _hosts(self, actors: Sequence[Party], scene: Scene) -> list[Party]:
        """The government of the country that somebody visits, none of those who act."""
        visited = host(self._analysed, self._places, scene)
        own = {party.code.partition(" ")[0] for party in actors}
        return [self.parties.side(visited, "GOV", None)] if visited and visited not in own else []

    def claimant(self, claim: Claim) -> list[Party]:
        """Who claims a deed as his own."""
        return self.parties.parties(self._doers.innermost(claim), "ASSAULT", "", acting=True)

    def hurt(self, harm: Harm, speaker: str) -> tuple[Party, ...]:
        """Those hurt by the words for them, or by their noun alone; nobody where no word tells who they are."""
        told = starting_in(self._actors, *harm.words)
        people = next((mention for mention in told if mention.kind != "objective"), None)
        if people:
            return _distinct(self.parties.parties([people], "ASSAULT", speaker, acting=False))
        return (self.parties.hurt(harm.sector, harm.who),) if harm.sector else ()

    def _draft(self, scene: Scene, plover: str, *, harm: bool) -> _Draft:
        """Who acts and who is acted on: beside the trigger, or told elsewhere in the sentence."""
        frame = "undergoes" if self._undergone(scene) else str(scene.trigger.value["frame"])
        standing = self._beside(scene, plover, frame, harm=harm)
        frame, (actors, targets) = self._splits.split(scene, frame, standing, harm=harm)
        if scene.trigger.value["concept"] in _TAKEN and (owners := of(standing, "from")):  # it is taken from them
            actors, targets = [role for role in actors if role not in owners], targets or owners
        if plover in (*SPEECH, "CONSULT"):  # nobody visits or accuses a building as a party
            targets = [role for role in targets if role.mention.kind != "objective"]
        struck = [role for role in actors if role.mention.kind == "objective"]
        acting = [role for role in actors if role.mention.kind != "objective"]
        draft = _Draft(frame, acting, struck + targets, f"frame {frame}")
        if frame == "toward":
            draft = self._spoken(draft, scene)
        if not draft.actors:
            draft = self._completed(draft, scene, standing, plover, harm=harm)
        return self._held_responsible(self._by_type(draft, scene, standing, plover), scene, plover)

    def _held_responsible(self, draft: _Draft, scene: Scene, plover: str) -> _Draft:
        """A draft of force with those as actors who are said to have done it ("that the police blame on")."""
        doers, rule = self._blamed.of(scene.trigger, self._actors)
        if plover not in BY_FORCE or not doers:
            return draft
        joined = self._standing.joined(doers[0], scene.sentence.end)
        return draft._replace(actors=[Role(mention, "by") for mention in joined], why=f"{draft.why}; {rule} tells who")

    def _beside(self, scene: Scene, plover: str, frame: str, *, harm: bool) -> list[Role]:
        """The parties of the clause that may have a part in what the trigger names."""
        standing = self._standing.standing(scene)
        if self._is_counted_accused(scene):
            return []
        if plover in BY_FORCE:
            standing = [role for role in standing if not self._blamed.is_doer(role.mention)]
        doing = scene.trigger.value["frame"] == "doer-noun"
        if harm:  # who is killed is so by somebody, not from him
            standing = [role for role in standing if role.relation != "from"]
        else:
            beside = ("before", "genitive", "after") if doing else ("before",)
            standing = [r for r in standing if r.relation not in beside or r.mention.start not in self._hurt]
        if frame in ("mutual", "talks") and not of(standing, "between"):
            standing = [*standing, *self._standing.between(scene)]
        if plover != "ASSAULT" or scene.is_verb:
            return standing
        apart = _ELSEWHERE.get(frame, ())
        standing = [role for role in standing if role.relation not in apart]
        # "the attack of London" is one that took place there
        return [r for r in standing if not (doing and r.relation == "genitive" and _is_capital(r.mention))]

    def _is_counted_accused(self, scene: Scene) -> bool:
        """Whether a participle is itself a noun for people, by a number before it: "sentenced 14 accused"."""
        adjective = scene.trigger.value["class"] == "adj"
        return adjective and self._standing.is_counted(scene.trigger.start)

    def _by_type(self, draft: _Draft, scene: Scene, standing: Sequence[Role], plover: str) -> _Draft:
        """A draft with what an event of its type has besides: who is asked, whose attack it is, both sides of talks."""
        if plover == "REQUEST" and scene.is_verb and not draft.targets:
            return draft._replace(targets=[role for role in of(standing, "from") if self._is_governed(role.mention)])
        if scene.trigger.value["concept"] in MOVES:  # where forces are sent to is no target
            draft = draft._replace(targets=[role for role in draft.targets if role.relation not in _WHERETO])
        if plover == "REJECT" and scene.is_verb and not draft.targets:
            draft = draft._replace(targets=[Role(mention, "to") for mention in self._offering(scene)])
        if plover in SPEECH and not draft.targets and not scene.is_verb:
            draft = draft._replace(targets=[Role(mention, "to") for mention in self._doers.answering(scene)])
        if plover == "THREATEN" and not draft.targets:
            return draft._replace(targets=self._conditioned(draft, scene))
        if plover == "ASSAULT" and not scene.is_verb:
            doers, hurt = befallen(self._analysed, self._actors, scene)
            if hurt:
                acting = [role for role in draft.actors if role.mention not in (*doers, *hurt)]
                acting += [Role(mention, "before") for mention in doers]
                return draft._replace(actors=acting, targets=[Role(mention, "before") for mention in hurt])
        if scene.trigger.value["concept"] == _DEFENCE and not draft.targets:
            draft = draft._replace(targets=[Role(mention, "by") for mention in self._senders(scene)])
        if plover == "ASSAULT" and scene.is_verb and draft.actors and not draft.targets:
            draft = draft._replace(targets=[Role(mention, "to") for mention in self._possessors(scene, draft.actors)])
        if plover in BY_FORCE and scene.is_verb and draft.actors and not draft.targets:
            draft = draft._replace(targets=[Role(mention, "object") for mention in self._of_those(scene, draft.actors)])
        if scene.trigger.value["concept"] == _CROWDS:  # whom the crowd is against is not put down
            draft = draft._replace(targets=[role for role in draft.targets if not is_power(role.mention)])
        if plover == "ASSAULT" and scene.is_verb and any(role.relation in _STRUCK for role in draft.targets):
            draft = draft._replace(targets=[role for role in draft.targets if role.relation not in _BESIDE])
        if plover == "ASSAULT" and not draft.actors and (draft.frame == "doer-noun" or self._is_of_force(draft, scene)):
            return _possessed(draft, scene)
        if plover in _HELP and not scene.is_verb and not draft.actors and self._is_with(scene):
            helped = [Role(mention, "to") for mention in self._subjects.of_clause(scene.trigger.start, scene)]
            return draft._replace(actors=draft.targets, targets=helped)
        if draft.frame == "talks" and self._is_of_both(scene):
            return draft._replace(actors=draft.actors + draft.targets, targets=[])
        if plover == "PROTEST":
            against = [Role(mention, "against") for mention in aim(self._analysed, self._actors, scene)]
            acting = [role for role in draft.actors if not is_power(role.mention)]
            return draft._replace(actors=acting, targets=against)
        return draft

    def _senders(self, scene: Scene) -> list[Mention]:
        """Who sent what is intercepted, by the clause that describes it: "two drones that the rebels launched"."""
        last = min(scene.sentence.end, scene.trigger.end + _SENT)
        for i in range(scene.trigger.end, last):
            shot = any(hit.entry.get("concept") == _SHOT for hit in self._analysed.hits[i])
            sent = shot and self._analysed.has_pronoun(i)
            if sent and (sender := next(iter(starting_in(self._actors, i + 2, i + 3)), None)):
                return self._standing.joined(sender, last)
        return []

    def _possessors(self, scene: Scene, doers: Sequence[Role]) -> list[Mention]:
        """Whose sites somebody strikes, where only a pronoun tells it: "attacked their positions"."""
        at = scene.trigger.end
        at += at < scene.end and self._analysed.cell(at, "role-words", "role") == "on"
        if at + 1 >= scene.sentence.end or not self._analysed.opens(at, *_SITES):
            return []
        owned = at if self._analysed.has_pronoun(at) else at + 1
        if owned > at and self._analysed.cell(owned, "role-words", "role") != "to":
            return []
        if not self._analysed.has_pronoun(owned):
            return []
        return self._subjects.owning(owned + 1, scene, [role.mention for role in doers])

    def _of_those(self, scene: Scene, doers: Sequence[Role]) -> list[Mention]:
        """Of whom a verb takes or hurts some, told by a pronoun: "pursued the gunmen and killed of them"."""
        if not any(self._is_from_them(i) for i in range(scene.trigger.end, min(scene.end, scene.trigger.end + _SOME))):
            return []
        acting = {role.mention.start for role in doers}
        before = starting_in(self._actors, scene.sentence.start, scene.trigger.start)
        people = [m for m in before if m.kind != "objective" and m.start not in acting]
        return self._standing.joined(people[-1], scene.trigger.start) if people else []

    def _is_from_them(self, i: int) -> bool:
        """Whether a token is "from" with a pronoun."""
        return self._analysed.preposition(i) == _FROM and self._analysed.has_pronoun(i)

    def _strikes_somewhere(self, scene: Scene) -> bool:
        """Whether a noun, with the clause that describes it, tells on what or against whom it strikes."""
        if scene.is_verb:
            return False
        after = range(scene.trigger.end, min(scene.sentence.end, scene.trigger.end + _STRIKES))
        return any(self._analysed.cell(i, "role-words", "role") in ("on", "against") for i in after)

    def _is_of_force(self, draft: _Draft, scene: Scene) -> bool:
        """Whether a verbal noun is of the armed who stand after it and "to": where it strikes is told after "on"."""
        of_force = draft.frame == "act-noun" and scene.trigger.value["concept"] in OF_THE_ARMED
        if not of_force or not draft.targets or not is_armed(draft.targets[0].mention):
            return False
        after = range(draft.targets[0].mention.end, min(scene.end, scene.trigger.end + _STRIKES))
        return any(self._analysed.cell(i, "role-words", "role") == "on" for i in after)

    def _conditioned(self, draft: _Draft, scene: Scene) -> list[Role]:
        """Whom a threat is to that names nobody: of whom the condition is told ("unless Nairobi withdraws")."""
        acting = {role.mention.start for role in draft.actors}
        for i in self._analysed.beginning(scene.sentence, "status-words"):
            word = self._analysed.hit(i, "status-words")
            if word and i >= scene.trigger.end and word.entry.get("status") in _CONDITIONS:
                told = next(self._standing.free(word.end, scene.sentence.end), None)
                return [Role(told, "to")] if told and told.start not in acting else []
        return []

    def _of_work(self, scene: Scene, actors: Sequence[Party]) -> list[Party]:
        """The state whose proposal or policy a verb rejects or denounces, none of those who act."""
        state = state_of_work(self._analysed, self._covered, scene)
        own = {party.code.partition(" ")[0] for party in actors}
        return [self.parties.of_state(state, "REJECT")] if state and state.entry.get("iso3") not in own else []

    def _is_governed(self, mention: Mention) -> bool:
        """Whether a preposition stands right before a party."""
        return self._analysed.tokens[mention.start - 1].pos == "PREP"

    def _spoken(self, draft: _Draft, scene: Scene) -> _Draft:
        """A draft with who speaks as the actor, where the trigger is the cue of a claim that found its speaker."""
        speakers = self._doers.speaking(scene)
        speaking = {mention.start for mention in speakers}
        if not speakers or any(role.mention.start in speaking for role in (*draft.actors, *draft.targets)):
            return draft
        addressed = [] if draft.targets else of(draft.actors, "genitive", "after")
        actors = [Role(mention, "before") for mention in speakers]
        why = f"{draft.why}; the actor is who speaks"
        return draft._replace(actors=actors, targets=addressed + draft.targets, why=why)

    def _completed(self, draft: _Draft, scene: Scene, standing: Sequence[Role], plover: str, *, harm: bool) -> _Draft:
        """A draft with who is told elsewhere in the sentence: the actor, or beside a passive the one hurt."""
        doers = self._told_elsewhere(scene, draft, standing, plover)
        if not doers:
            return self._announced(draft, scene) if harm else draft
        told = [Role(mention, "before") for mention in doers]
        if harm and not draft.targets and self._doers.is_speaker(doers, scene):  # nobody tells of his own death
            return draft
        passive = self._splits.may_be_passive(scene, draft.frame) and not self._accused_of(scene)
        if harm and not draft.targets and passive and not self._counts(scene):
            return draft._replace(targets=told, why=f"{draft.why}; the one hurt is told before")
        if (
            harm and scene.is_verb and self._only_tells(doers, scene)
        ):  # an official who says that it killed, or they were
            return draft
        acting = {mention.start for mention in doers}
        targets = [role for role in draft.targets if role.mention.start not in acting]
        if self._accused_of(scene):  # whoever accuses does not suffer it by a pronoun
            targets = [role for role in targets if role.relation != "before"]
        why = f"{draft.why}; the actor is told by another verb of the sentence"
        return draft._replace(actors=told, targets=targets, why=why, lent=True)

    def _counts(self, scene: Scene) -> bool:
        """Whether a verb has those hurt beside it, told by a number alone: "and arrested some fifty of them"."""
        return scene.is_verb and bool(starting_in(self._numbers, scene.trigger.end, scene.trigger.end + _COUNT))

    def _announced(self, draft: _Draft, scene: Scene) -> _Draft:
        """A draft of harm with the army that tells of it as the doer, where it befell rebels."""
        rebels = bool(draft.targets) and all(role.mention.value["sector"] in _REBELS for role in draft.targets)
        armies = self._doers.announcing(scene) if rebels else []
        if not armies:
            return draft
        why = f"{draft.why}; the army that tells of it did it"
        return draft._replace(actors=[Role(mention, "before") for mention in armies], why=why, lent=True)

    def _only_tells(self, doers: list[Mention], scene: Scene) -> bool:
        """Whether the speaker is a person who tells in the third person of harm that others did."""
        person = all(mention.value["kind"] in ("person", "unnamed") for mention in doers)
        first = "1" in self._analysed.tokens[scene.trigger.start].features.split()
        return person and not first and self._doers.is_speaker(doers, scene)

    def _told_elsewhere(self, scene: Scene, draft: _Draft, standing: Sequence[Role], plover: str) -> list[Mention]:
        """Who acts though no word beside the trigger says so."""
        owned = self._splits.has_owner(scene)
        if draft.frame not in _OWN_SIDE:
            return []
        at, verb = scene.trigger.start, scene.is_verb
        if not verb and (doers := self._doers.told_after(scene)):
            return doers
        if not verb and (accused := self._accused_of(scene)):
            return accused
        if not verb and (lent := self._unhurt(self._doers.lent(scene) or self._owners.owners(scene))):
            return lent
        if draft.frame == "mutual" and plover == "ASSAULT" and not owned:
            return []
        if not verb and draft.frame in _DOING and (doers := self._sides.inside(scene)):
            return doers
        told_before = owned or self._splits.is_active(scene, standing)
        if told_before or (self._splits.may_be_verb(scene) and not draft.targets):
            subject = self._doers.owner(scene) if owned else self._doers.subject(at, scene)
            return self._unhurt(self._subjects.shared(scene) or subject)
        acts = not scene.is_verb or self._splits.acts_on_something(scene)
        return self._unhurt(self._subjects.shared(scene)) if acts else []

    def _offering(self, scene: Scene) -> list[Mention]:
        """Whose offer or request a verb rejects: "a truce that Turkey proposed"."""
        tokens, last = self._analysed.tokens, min(scene.sentence.end, scene.trigger.end + _OFFER)
        for i in range(scene.trigger.end, last):
            if tokens[i].pos == "VERB" and self._subjects.describes(i) and self._analysed.has_pronoun(i):
                party = next(self._standing.free(i + 2, last), None)
                return self._standing.joined(party, last) if party and party.start == i + 2 else []
            if tokens[i].pos in ("PREP", "COMP", "PUNCT"):
                return []
        return []

    def _is_with(self, scene: Scene) -> bool:
        """Whether a noun stands behind "with", so that it tells with whose help something is done."""
        word = self._analysed.hit(scene.trigger.start - 1, "role-words") if scene.trigger.start else None
        return word is not None and word.end == scene.trigger.start and word.entry.get("role") == "with"

    def _accused_of(self, scene: Scene) -> list[Mention]:
        """Who is accused of what a noun names: "the accusations against the army of shelling"."""
        at, first = scene.trigger.start, scene.sentence.start
        if at == first or self._analysed.tokens[at - 1].pos != "PREP":
            return []
        near = range(at - 1, max(first - 1, at - _ACCUSED), -1)
        accused: list[Mention] = next((told for i in near if (told := self._accused.get(i))), [])
        if accused:  # of what "and" adds too
            self._accused[scene.trigger.end - 1] = accused
        return accused

    def _is_of_both(self, scene: Scene) -> bool:
        """Whether talks are told by a noun as what both sides do, neither being the guest or the one who meets."""
        one_sided = scene.is_verb or self._splits.has_owner(scene)
        return not one_sided and scene.trigger.value["concept"] not in _ONE_SIDED

    def _unhurt(self, mentions: list[Mention]) -> list[Mention]:
        """Parties, or none where harm befell one of them before."""
        return [] if any(mention.start in self._hurt for mention in mentions) else mentions

    def _undergone(self, scene: Scene) -> bool:
        """Whether a noun of attack is what somebody came under or survived ("came under an attack by")."""
        if scene.is_verb:
            return False
        before = range(max(scene.start, scene.trigger.start - _GOVERNS), scene.trigger.start)
        return any(is_suffering(self._analysed, i) for i in before) or self._doers.suffers(scene)

    def _is_at_speaker(self, actors: Sequence[Party], speaker: str) -> bool:
        """Whether force by one of the two states of a report, in the other's mouth, is against that one."""
        own = {party.code.partition(" ")[0] for party in actors}
        return len(own) == 1 and set(self.parties.sides) == own | {speaker} != own

    def _demonyms(self, scene: Scene, plover: str) -> list[Party]:
        """The states that the adjectives of the trigger name ("the Azerbaijani shelling")."""
        parties: list[Party] = []
        end = scene.trigger.end
        while end < scene.end and end not in self._covered:
            hit: Hit | None = next((h for h in self._analysed.hits[end] if h.entry.lexicon == "demonyms"), None)
            if hit is None:
                break
            parties.append(self.parties.of_state(hit, plover))
            end = hit.end
            joined = end + 1 < scene.end and self._analysed.tokens[end].pos == "CONJ"
            if joined and self._analysed.hit(end + 1, "demonyms"):
                end += 1  # "the American and British raids"
        return parties

    def _parties(self, roles: Iterable[Role], plover: str, speaker: str, *, acting: bool) -> list[Party]:
        """The parties that some roles are of."""
        return self.parties.parties((role.mention for role in roles), plover, speaker, acting=acting)


def _unknown(mention: Mention) -> bool:
    """Whether only the recogniser sees a name, and nothing says whose it is: it tells no party's side."""
    return mention.value.get("by") == "model" and mention.value["code"] == "UNK"


def _with_demonyms(
    demonyms: list[Party], draft: _Draft, actors: list[Party], targets: list[Party]
) -> tuple[list[Party], list[Party]]:
    """The actors and targets of a noun; the states that its adjectives name act where nobody else does."""
    if actors and all(role.relation == "to" for role in draft.actors):  # "the American bombing of"
        actors, targets = [], actors + targets
    if draft.lent:  # "rejected the American accusations"
        actors = []
    if draft.frame == "hurt-noun":
        return actors, targets
    return [*demonyms, *actors] if draft.frame == "mutual" else actors or demonyms, targets


def _possessed(draft: _Draft, scene: Scene) -> _Draft:
    """A draft with who stands right after a noun of attack and "to" as the doer: "an attack of (li) the rebels"."""
    near = scene.trigger.end + _POSSESSIVE
    doers = [role for role in draft.targets if role.relation == "to" and role.mention.start <= near]
    return draft._replace(actors=doers, targets=[role for role in draft.targets if role not in doers])


def _is_capital(mention: Mention) -> bool:
    """Whether a state is named by its capital."""
    return mention.rule.endswith(".capital")


def _distinct(parties: Iterable[Party]) -> tuple[Party, ...]:
    """The parties, each code and name once."""
    return tuple({(party.code, party.name): party for party in parties}.values())
