"""Roles: who did it and to whom, as parties with their codes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from riwaya.events.clauses import Scene
from riwaya.events.frames import BY_FRAME, Role
from riwaya.find.actors import OUTLETS, is_of_state
from riwaya.find.context import covered_until, starting_in
from riwaya.find.people import apart, home_country
from riwaya.language.phrases import Phrases
from riwaya.model import Party, Span
from riwaya.model.layers import Analysed, Hit, Mention

FORCE = ("ASSAULT", "MOBILIZE")
_APPOSED = 2  # tokens between a noun and the relative clause that describes it
_GOVERNS = 4  # tokens between a verb of suffering and the attack that it governs
_OWN_SIDE = {"does", "doer-noun", "act-noun", "toward", "alone", "talks"}


class Roles(NamedTuple):
    """Actors and targets, and why."""

    actors: tuple[Party, ...]
    targets: tuple[Party, ...]
    why: str


class RoleReader:
    """Reads the roles in one report."""

    def __init__(self, analysed: Analysed, mentions: Sequence[Mention], phrases: Phrases) -> None:
        """Gathers the actors that may be parties, and the two states that the report names most."""
        self._analysed, self._phrases = analysed, phrases
        named = [m for m in mentions if m.kind == "actor" and m.value["kind"] not in OUTLETS and not _unknown(m)]
        people = [m for m in mentions if m.kind == "victim"]
        self._actors = sorted(apart(named, people), key=lambda m: m.start)
        self._covered = covered_until(self._actors)
        self._marks = {q.start - 1 for q in analysed.quotations if q.opened} | {q.end for q in analysed.quotations}
        self.unresolved: dict[str, Mention] = {}  # parties that nobody's voice tells, by their words
        self._fighting: list[Party] = []  # the sides of the fighting that was told last
        states = Counter(str(m.value["iso3"]) for m in named if is_of_state(m.value))
        self._names = {str(m.value["iso3"]): str(m.value["state"]) for m in named if m.value.get("state")}
        self.sides = tuple(iso3 for iso3, _ in states.most_common(2))
        self._home = home_country(m for m in mentions if m.kind == "place" or m.value.get("kind") not in OUTLETS)

    def roles(self, scene: Scene, plover: str, speaker: str, country: str, *, harm: bool) -> Roles:
        """The roles of a scene.

        `speaker` is the country of whose word it is, for "the enemy"; `country` the one where it happens, for
        parties that no state is named with ("two soldiers", "the army"); `harm` says that the trigger is a word of
        harm, whose voice the letters do not show.
        """
        self._where = country or self._home
        frame = "undergoes" if self._undergone(scene) else str(scene.trigger.value["frame"])
        standing = [self._role(mention, scene) for mention in self._in_clause(scene)]
        actors, targets = BY_FRAME[frame](standing)
        why = f"frame {frame}"
        if frame == "does" and harm and len(actors) == 1 and not targets:
            actors, targets, why = [], actors, "one party beside a word of harm: it was hurt"
        if not actors and not targets and frame in _OWN_SIDE and (subject := self._subject(scene)):
            actors, why = [subject], f"{why}; the actor is the subject of the clause"
            targets = [t for t in targets if t is not subject]
        parties = [self._parties(group, plover, speaker) for group in (actors, targets)]
        demonym = self._demonym(scene, plover)
        if demonym and frame != "hurt-noun" and demonym.code not in {p.code for p in parties[0]}:
            parties[0] = [demonym, *parties[0]] if frame == "mutual" else parties[0] or [demonym]
        own = {party.code.partition(" ")[0] for party in parties[0]}
        by_force = plover == "ASSAULT" and frame in ("does", "doer-noun", "act-noun")
        if by_force and not parties[1] and len(own) == 1 and set(self.sides) == own | {speaker} != own:
            parties[1] = [self._side(speaker, "MIL", None)]
            why += "; the target is the speaker's side"
        if frame == "mutual" and plover == "ASSAULT":
            parties[0], added = self._both_sides(parties[0], own, speaker)
            why += added
        return Roles(_distinct(parties[0]), _distinct(parties[1]), why)

    def _undergone(self, scene: Scene) -> bool:
        """Whether a noun of attack is what somebody came under ("came under an attack by")."""
        if scene.trigger.value["class"] == "verb":
            return False
        before = range(max(scene.start, scene.trigger.start - _GOVERNS), scene.trigger.start)
        verbs = (h.entry for i in before for h in self._hits(i) if h.entry.lexicon == "triggers")
        return any(entry.get("frame") == "undergoes" and entry.get("voice") == "active" for entry in verbs)

    def _both_sides(self, named: list[Party], own: set[str], speaker: str) -> tuple[list[Party], str]:
        """Both sides of some fighting of which the words name one or none, and why."""
        if len(own) > 1:
            self._fighting = named
        elif len(own) == 1 and set(self.sides) == own | {speaker} != own:
            return [*named, self._side(speaker, "MIL", None)], "; the other side is the speaker's"
        elif not named and self._fighting:
            sides = [party.model_copy(update={"span": None}) for party in self._fighting]
            return sides, "; the sides are those of the fighting told before"
        return named, ""

    def _in_clause(self, scene: Scene) -> list[Mention]:
        """The actors of the clause, but the trigger's own words."""
        return list(starting_in(self._actors, scene.start, scene.end))

    def _role(self, mention: Mention, scene: Scene) -> Role:
        """How an actor stands to the trigger."""
        trigger = scene.trigger
        preposition = self._preposition(mention.start, scene.start)
        if mention.end <= trigger.start:
            return Role(mention, "before") if not preposition else Role(mention, f"before-{preposition}")
        if preposition:
            return Role(mention, preposition)
        between = {self._analysed.tokens[i].pos for i in range(trigger.end, mention.start) if not self._is_mark(i)}
        if between <= {"ADJ", "PRON", "DET", "ADV"} or self._annexed(trigger, mention, scene.end):
            return Role(mention, "genitive")
        return Role(mention, "far" if between & {"VERB", "PUNCT"} else "after")

    def _annexed(self, trigger: Mention, mention: Mention, last: int) -> bool:
        """Whether an actor stands in the chain of nouns that a noun of the trigger opens."""
        if trigger.value["class"] == "verb":
            return False
        phrase = self._phrases.at(trigger.start, last)
        return phrase is not None and mention.start < phrase.annexed

    def _is_mark(self, i: int) -> bool:
        """Whether a token is a quotation mark, which parts no phrase."""
        return i in self._marks

    def _preposition(self, start: int, first: int) -> str:
        """The role that the preposition before a mention gives, over the nouns that stand between them."""
        tokens = self._analysed.tokens
        for i in range(start - 1, max(first, start - 5) - 1, -1):
            hit = self._analysed.hit(i, "role-words")
            if hit:
                return hit.entry.get("role")
            if tokens[i].pos == "CONJ":
                continue
            if tokens[i].pos not in ("NOUN", "ADJ", "NUM", "DET") or self._is_trigger(i):
                return ""
        return ""

    def _is_trigger(self, i: int) -> bool:
        """Whether a token is a word that names an event."""
        return self._analysed.hit(i, "triggers") is not None

    def _subject(self, scene: Scene) -> Role | None:
        """The subject of the clause: the noun that a relative clause describes, or else the first actor of the content.

        An actor after a preposition is none.
        """
        if scene.relative is not None:
            before = starting_in(self._actors, scene.sentence.start, scene.start)
            return Role(before[-1], "before") if before and scene.start - before[-1].end <= _APPOSED else None
        for mention in starting_in(self._actors, scene.first, scene.trigger.start):
            if not self._preposition(mention.start, scene.first):
                return Role(mention, "before")
        return None

    def _demonym(self, scene: Scene, plover: str) -> Party | None:
        """The state that an adjective of the trigger names ("the Azerbaijani shelling")."""
        end = scene.trigger.end
        hits = self._analysed.hits[end] if end < scene.end else ()
        hit: Hit | None = next((h for h in hits if h.entry.lexicon == "demonyms"), None)
        if hit is None or end in self._covered:
            return None
        sector = "MIL" if plover in FORCE else "GOV"
        state = hit.entry
        span = self._analysed.span(hit.start, hit.end)
        code = f"{state.get('iso3')} {sector}"
        return Party(code=code, actor=f"states.{state.id}", name=state.get("name_en"), span=span)

    def _parties(self, roles: Iterable[Role], plover: str, speaker: str) -> list[Party]:
        """The parties that some mentions stand for."""
        return [party for role in roles for party in self._party(role.mention, plover, speaker)]

    def _party(self, mention: Mention, plover: str, speaker: str) -> list[Party]:
        """One party, or the two of "both sides", or the one that "the enemy" is in the speaker's mouth."""
        value, span = mention.value, self._analysed.span(mention.start, mention.end)
        if mention.kind == "victim":
            return [self._people(mention)]
        sector = self._sector(value, plover)
        if value.get("refers") == "both":
            sides: Sequence[Mapping[str, object]] = value.get("sides", ())  # type: ignore[assignment]
            return [self._of_two(side, sector, span) for side in sides]
        if value.get("refers") in ("enemy", "own-speaker"):
            return self._by_voice(mention, sector, speaker)
        name = str(value["name"]) or span.cut(self._analysed.report.text)
        code = self._coded("" if value.get("roams") and self._where else str(value["iso3"]), sector)
        return [Party(code=code, actor=str(value["actor"]) or None, name=name, span=span)]

    def _by_voice(self, mention: Mention, sector: str, speaker: str) -> list[Party]:
        """The enemy of the speaker, or of where it happens; the speaker's own side; nobody where that is unknown."""
        span = self._analysed.span(mention.start, mention.end)
        home = speaker or self._where
        enemies = [iso3 for iso3 in self.sides if iso3 != home] if home else []
        if mention.value.get("refers") == "own-speaker" and speaker:
            return [self._side(speaker, sector, span)]
        if mention.value.get("refers") == "enemy" and len(enemies) == 1:
            return [self._side(enemies[0], sector, span)]
        self.unresolved.setdefault(self._analysed.words(mention.start, mention.end), mention)
        return []

    def _of_two(self, side: Mapping[str, object], sector: str, span: Span) -> Party:
        """One of "both sides": a group by its own code, a state by the sector that the words ask for."""
        if str(side["actor"]).startswith("groups."):
            return Party(code=str(side["code"]), actor=str(side["actor"]), name=str(side["name"]), span=span)
        return self._side(str(side["iso3"]), sector, span)

    def _side(self, iso3: str, sector: str, span: Span | None) -> Party:
        """A state that is not named where it acts, by the name that it has elsewhere in the report."""
        return Party(code=f"{iso3} {sector}", name=self._names.get(iso3, iso3), span=span)

    def _people(self, mention: Mention) -> Party:
        """People by a common noun ("two soldiers"), of the state that an adjective names or where it happens."""
        value = mention.value
        code = self._coded(str(value["iso3"]), str(value["sector"]))
        span = self._analysed.span(mention.start, mention.end)
        return Party(code=code, actor=str(value["actor"]) or None, name=str(value["name"] or value["gloss"]), span=span)

    def hurt(self, sector: str, who: str) -> Party:
        """Those hurt by the common noun for them ("three civilians"), of the country where it happens."""
        return Party(code=self._coded("", sector), name=who)

    def _hits(self, i: int) -> Sequence[Hit]:
        """The lexicon entries at a token; none beyond the last."""
        return self._analysed.hits[i] if i < len(self._analysed.hits) else ()

    def _coded(self, iso3: str, sector: str) -> str:
        """The code of a party; without a state of its own, of the country where it happens."""
        return f"{iso3 or self._where or 'UNK'} {sector}".strip()

    @staticmethod
    def _sector(value: Mapping[str, object], plover: str) -> str:
        """The sector of a party: a state's own is its army where force is used, its government elsewhere."""
        if value.get("kind") == "government" and value["sector"] in ("GOV", ""):
            return "MIL" if plover in FORCE else "GOV"
        return str(value["sector"])


def _unknown(mention: Mention) -> bool:
    """Whether only the recogniser sees a name, and nothing says whose it is: it tells no party's side."""
    return mention.value.get("by") == "model" and mention.value["code"] == "UNK"


def _distinct(parties: Iterable[Party]) -> tuple[Party, ...]:
    """The parties, each code and name once."""
    return tuple({(party.code, party.name): party for party in parties}.values())
