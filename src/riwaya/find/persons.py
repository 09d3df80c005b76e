"""Persons with the office that stands before the name: "the leader of Boko Haram, Abubakar Shekau" is one actor.

What stands between the office and the name is walked over leftwards: the body or place that the office is of, what
describes it, and the prepositions that the office takes (`lexicon/offices.tsv`): "the envoy to Yemen, M. G.".
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from riwaya.find.actors import group_value
from riwaya.model.layers import Analysed, Entry, Mention

_REACH = 14  # tokens from an office to the name
_PLAIN = 2  # nouns and adjectives in a row that no table knows, between an office and the name
_IN, _AT = "in", "to"  # roles of prepositions; one that no table has counts as "at"


class Office(NamedTuple):
    """An office before a name: where it begins, and the body or place that it is of."""

    start: int
    sector: str
    body: Mention | None


def join_offices(actors: Sequence[Mention], analysed: Analysed, places: Sequence[Mention] = ()) -> list[Mention]:
    """The actors, each person joined with the office, or the office in a body or place, before the name."""
    offices = Offices(analysed, actors, places)
    joined: list[Mention] = []
    for actor in actors:
        office = offices.before(actor) if actor.value["kind"] == "person" and is_name(actor) else None
        if office is None:
            joined.append(actor)
        else:
            joined = [other for other in joined if other.start < office.start]
            joined.append(actor._replace(start=office.start, value=_holder(actor, office)))
    return joined


def is_name(actor: Mention) -> bool:
    """Whether a mention names a person: one of the gazetteer, or by title and name."""
    return str(actor.value["actor"]).startswith("persons.") or not (actor.value["actor"] or actor.value["name"])


class Offices:
    """Finds the offices before the names of one report."""

    def __init__(self, analysed: Analysed, actors: Iterable[Mention], places: Iterable[Mention]) -> None:
        """Gathers the bodies and places by where they end."""
        self._analysed = analysed
        self._places = _by_end(places)
        self._actors = _by_end(actors)
        self._starts = [sentence.start for sentence in analysed.sentences]

    def before(self, person: Mention) -> Office | None:
        """The office right before a person's name; None where there is none."""
        first = max(self._starts[bisect_right(self._starts, person.start) - 1], person.start - _REACH)
        at, plain, body, roles = self._apposed(person.start), 0, None, set[str]()
        titled = self._begins_with_office(person)
        while at > first:
            if office := self._office(at, body, roles, only_annexed=titled and body is None and not roles):
                return self._deputy(office)
            if known := self._actors.get(at) or self._places.get(at) or self._group(at):
                body, at, plain = _of_state(body, known), known.start, 0
                if body.value.get("kind") == "person" and is_name(body):
                    return None
                continue
            token = self._analysed.tokens[at - 1]
            if token.pos == "PREP" or token.clitic == "pro":
                if body is None and not (titled and self._role(at - 1) == _AT):
                    return None
                roles.add(self._role(at - 1))
                at, plain = at - 1, 0
            elif plain < _PLAIN and self._between(at - 1, person, body):
                at, plain = at - 1, plain + 1
            else:
                return None
        return None

    def _between(self, i: int, person: Mention, body: Mention | None) -> bool:
        """Whether a token that no table knows may stand between an office and the name, or begin the name."""
        token = self._analysed.tokens[i]
        if token.pos not in ("NOUN", "ADJ") or token.clitic:
            return False
        surname = i == person.start - 1 and person.end - person.start == 1 and not self._analysed.hits[i]
        return token.definite or body is not None or surname

    def _deputy(self, office: Office) -> Office:
        """An office with that of the deputy or adviser right before it."""
        at, tokens = office.start, self._analysed.tokens
        part = at > 1 and tokens[at - 1].pos == "PREP" and not tokens[at - 1].clitic
        end, roles = (at - 1, {self._role(at - 1)}) if part else (at, set())
        for start in range(max(0, end - _PLAIN), end):
            entry = self._entry(start, end)
            fits = entry is not None and _takes(entry, roles) and not entry.get("alone") and roles != {_IN}
            if fits and (part or not tokens[start].definite):
                return office._replace(start=start)
        return office

    def _group(self, at: int) -> Mention | None:
        """A group whose name is an ordinary word, where an office stands before it: "a leader in Hamas"."""
        for start in range(max(0, at - _PLAIN), at):
            hit = self._analysed.hit(start, "groups-context") or self._analysed.hit(start, "groups-short")
            if hit and hit.end == at and any(self._entry(i, start) for i in range(max(0, start - _PLAIN - 1), start)):
                return Mention(start, at, "actor", "", group_value(hit.entry))
        return None

    def _apposed(self, i: int) -> int:
        """Where the words before a name end: a comma may stand between."""
        return i - 1 if i and self._analysed.tokens[i - 1].pos == "PUNCT" and self._actors.get(i - 1) else i

    def _begins_with_office(self, person: Mention) -> bool:
        """Whether an office stands in a mention already: then only "deputy" and the like may stand before it."""
        hit = self._analysed.hit(person.start, "institutions")
        return hit is not None and hit.end <= person.end

    def _office(self, at: int, body: Mention | None, roles: set[str], *, only_annexed: bool) -> Office | None:
        """The office whose words end at a token, if what was walked over may follow it."""
        known = self._actors.get(at)
        if known and known.value["kind"] == "person" and not is_name(known):
            entry = self._entry(known.start, known.end) or self._entry(known.start, None)
            if only_annexed or not _takes(entry, roles):
                return None
            return Office(known.start, str(known.value["sector"]), _of_state(body, known))
        for start in range(max(0, at - _PLAIN - 2), at):
            entry = self._entry(start, at)
            if entry and _takes(entry, roles):
                if only_annexed and self._analysed.tokens[start].definite:
                    return None
                if body is None and not only_annexed and not entry.get("alone"):
                    continue
                return Office(start, entry.get("sector"), body)
        return None

    def _entry(self, start: int, end: int | None) -> Entry | None:
        """The entry of `offices` at a token, up to a token where that is told."""
        hits = (hit for hit in reversed(self._analysed.hits[start]) if hit.entry.lexicon == "offices")
        return next((hit.entry for hit in hits if end is None or hit.end == end), None)

    def _role(self, i: int) -> str:
        """The role of a preposition."""
        hit = self._analysed.hit(i, "role-words")
        return hit.entry.get("role") if hit else _AT


def _takes(entry: Entry | None, roles: set[str]) -> bool:
    """Whether an office takes the prepositions that stand after it; "in" may stand after any."""
    return roles <= {_IN, *(entry.get("takes").split("|") if entry else ())}


def _of_state(inner: Mention | None, outer: Mention) -> Mention:
    """Of two bodies before a name the one that tells a state: "the head of the government in Libya"."""
    return outer if inner is None or (outer.kind == "actor" and outer.value["iso3"]) else inner


def _by_end(mentions: Iterable[Mention]) -> Mapping[int, Mention]:
    """The longest of the mentions that end at each token."""
    return {m.end: m for m in sorted(mentions, key=lambda m: -m.start)}


def _holder(person: Mention, office: Office) -> dict[str, object]:
    """The value of a person; of one whom no table knows, the state and sector are those of the office."""
    value, body = dict(person.value), office.body
    if not value["actor"] and body:
        told = body.value["country"] if body.kind == "place" else body.value["iso3"]
        value["iso3"] = told or value["iso3"]
        own = body.value["sector"] if body.kind == "actor" and body.value["sector"] != "CVL" else ""
        value["sector"] = own or office.sector or value["sector"]
        value["code"] = " ".join(str(value[key]) for key in ("iso3", "sector") if value[key]) or "UNK"
    return value
