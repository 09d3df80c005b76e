"""Parties: what a mention of an actor or of people stands for, as the code of a record's party."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from riwaya.find.actors import is_of_state
from riwaya.find.people import home_country
from riwaya.model import Party, Span
from riwaya.model.layers import Analysed, Hit, Mention

BY_FORCE = ("ASSAULT", "COERCE")  # what nobody does to himself
_BY_ARMIES = ("ASSAULT", "MOBILIZE")  # what a state does by its army
_OF_ONE_STATE = ("MIL", "COP", "SPY")  # sectors of which a state has one force
_BY_BODIES = (*_BY_ARMIES, "COERCE")  # what the army or the police of a ministry does, elsewhere it is the government's


class PartyReader:
    """Reads the parties of one report."""

    def __init__(self, analysed: Analysed, named: Sequence[Mention], home: Iterable[Mention]) -> None:
        """Gathers the two states that the report names most, and where it is set by the mentions `home`."""
        self._analysed = analysed
        self.unresolved: dict[str, Mention] = {}  # parties that nobody's voice tells, by their words
        self.anybody: set[Span] = (
            set()
        )  # the words for people of whom nothing is told ("a man"), who may be of any side
        states = Counter(str(m.value["iso3"]) for m in named if is_of_state(m.value))
        self._names = {str(m.value["iso3"]): str(m.value["state"]) for m in named if m.value.get("state")}
        self.sides = tuple(iso3 for iso3, _ in states.most_common(2))
        told = list(home)
        self.home = home_country(told)
        self._told = _told_twice(told)
        self._set_in = {str(m.value["country"] or "") for m in told if m.kind == "place"}
        self._where, self._on_the_spot = self.home, False

    def at(self, country: str) -> None:
        """Sets where the parties act whom no state is named with: a country, or else where the report is set.

        A country of which one place alone tells may be a place of the same name elsewhere.
        """
        there = country if country in self._told else ""
        self._where, self._on_the_spot = there or self.home, bool(there)

    def parties(self, mentions: Iterable[Mention], plover: str, speaker: str, *, acting: bool) -> list[Party]:
        """The parties that some mentions stand for."""
        return [party for mention in mentions for party in self._party(mention, plover, speaker, acting=acting)]

    def _party(self, mention: Mention, plover: str, speaker: str, *, acting: bool) -> list[Party]:
        """One party, or the two of "both sides", or the one that "the enemy" is in the speaker's mouth."""
        value, span = mention.value, self._analysed.span(mention.start, mention.end)
        if mention.kind != "actor":
            return [self._people(mention, armed=acting and plover == "ASSAULT")]
        sector = self._sector(value, plover, acting=acting)
        if value.get("refers") == "both":
            sides: Sequence[Mapping[str, object]] = value.get("sides", ())  # type: ignore[assignment]
            return [self._of_two(side, sector, span) for side in sides]
        if value.get("refers") in ("enemy", "own-speaker"):
            return self._by_voice(mention, sector, speaker)
        name = str(value["name"]) or span.cut(self._analysed.report.text)
        code = self._coded(self._state_of(value), sector)
        return [Party(code=code, actor=str(value["actor"]) or None, name=name, span=span)]

    def _state_of(self, value: Mapping[str, object]) -> str:
        """The state of a party; empty for a group that roams: it is of where it acts, or where the report is set."""
        own = str(value["iso3"])
        there = self._on_the_spot or self._where in self._set_in or own not in self._set_in
        return "" if value.get("roams") and self._where and there else own

    def _by_voice(self, mention: Mention, sector: str, speaker: str) -> list[Party]:
        """The enemy of the speaker, or of where it happens; the speaker's own side; nobody where that is unknown."""
        span = self._analysed.span(mention.start, mention.end)
        home = speaker or self._where
        enemies = [iso3 for iso3 in self.sides if iso3 != home] if home else []
        if mention.value.get("refers") == "own-speaker" and speaker:
            return [self.side(speaker, sector, span)]
        if mention.value.get("refers") == "enemy" and len(enemies) == 1:
            return [self.side(enemies[0], sector, span)]
        self.unresolved.setdefault(self._analysed.words(mention.start, mention.end), mention)
        return []

    def _of_two(self, side: Mapping[str, object], sector: str, span: Span) -> Party:
        """One of "both sides": a group by its own code, a state by the sector that the words ask for."""
        if str(side["actor"]).startswith("groups."):
            code = self._coded(self._state_of(side), str(side["sector"]))
            return Party(code=code, actor=str(side["actor"]), name=str(side["name"]), span=span)
        return self.side(str(side["iso3"]), sector, span)

    def side(self, iso3: str, sector: str, span: Span | None) -> Party:
        """A state that is not named where it acts, by the name that it has elsewhere in the report."""
        return Party(code=f"{iso3} {sector}", name=self._names.get(iso3, iso3), span=span)

    def _people(self, mention: Mention, *, armed: bool) -> Party:
        """People by a common noun ("two soldiers"), of the state that an adjective names or where it happens.

        Whoever uses force counts by the column `armed` of the noun, where it has one ("two men opened fire").
        """
        value = mention.value
        code = self._coded(self._state_of(value), str((armed and value.get("armed")) or value["sector"]))
        span = self._analysed.span(mention.start, mention.end)
        if value.get("armed") and value["sector"] == "CVL":
            self.anybody.add(span)
        return Party(code=code, actor=str(value["actor"]) or None, name=str(value["name"] or value["gloss"]), span=span)

    def hurt(self, sector: str, who: str) -> Party:
        """Those hurt by the common noun for them ("three civilians"), of the country where it happens."""
        return Party(code=self._coded("", sector), name=who)

    def of_state(self, hit: Hit, plover: str) -> Party:
        """The state that an adjective names, as it acts."""
        state, sector = hit.entry, "MIL" if plover in _BY_ARMIES else "GOV"
        span = self._analysed.span(hit.start, hit.end)
        code = f"{state.get('iso3')} {sector}"
        return Party(code=code, actor=f"states.{state.id}", name=state.get("name_en"), span=span)

    def _coded(self, iso3: str, sector: str) -> str:
        """The code of a party; without a state of its own, of the country where it happens."""
        return f"{iso3 or self._where or 'UNK'} {sector}".strip()

    @staticmethod
    def _sector(value: Mapping[str, object], plover: str, *, acting: bool) -> str:
        """The sector of a party: a state's own is its army where force is used, its government elsewhere.

        A body of the government that is struck stays one.
        """
        if acting and plover in _BY_ARMIES and value["sector"] == "GOV" and is_of_state(value):
            return "MIL"
        if value.get("kind") == "ministry" and plover not in _BY_BODIES:
            return "GOV"
        if value.get("kind") == "government" and value["sector"] in ("GOV", ""):
            body = str(value["actor"]).count(".") != 1 and value["sector"] == "GOV"
            return "MIL" if plover in _BY_ARMIES and (acting or not body) else "GOV"
        return str(value["sector"])


def as_government(party: Party) -> Party:
    """A state that is named by itself as its government, without words of its own; every other party as it is."""
    state = party.actor is None or (party.actor.startswith("states.") and party.actor.count(".") == 1)
    iso3, _, sector = party.code.partition(" ")
    code = f"{iso3} GOV" if state and sector == "MIL" else party.code
    return party.model_copy(update={"code": code, "span": None})


def but_those(targets: Iterable[Party], actors: Iterable[Party]) -> list[Party]:
    """Some targets without those who act: no group of a name and no force of a state fights itself, or its state."""
    told = list(actors)
    acting = {(party.code, party.actor) for party in told}
    forces = (party.code for party in told if party.code.endswith(_OF_ONE_STATE))
    states = {f"states.{code[:3].lower()}" for code in forces}
    others = [party for party in targets if party.actor not in states]
    return [party for party in others if not (_is_one(party) and (party.code, party.actor) in acting)]


def _is_one(party: Party) -> bool:
    """Whether a party is one body, of which its code and name leave no doubt."""
    grouped = party.actor is not None and party.actor.startswith("groups.")
    return grouped or party.code.endswith(_OF_ONE_STATE)


def _told_twice(mentions: Sequence[Mention]) -> set[str]:
    """The countries of which a report names itself, its capital, a body or two places."""
    names = {(str(m.value["country"] or ""), str(m.value["name"])) for m in mentions if m.kind == "place"}
    places = Counter(country for country, _ in names)
    sure = (m for m in mentions if m.kind == "place" and (m.value["precision"] == 1 or m.rule.endswith(".capital")))
    named = {str(m.value["country"]) for m in sure}
    bodies = {str(m.value["iso3"]) for m in mentions if m.kind == "actor" and is_of_state(m.value)}
    return named | bodies | {country for country, n in places.items() if n > 1}
