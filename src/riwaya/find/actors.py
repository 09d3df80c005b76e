"""Actors: what the captures of an actor rule stand for: a state, an office, a person, a group, an outlet.

A rule names what it captured by these words: person, institution, state, group, organisation, firm, outlet,
people, refers. Names, codes and dates of office come from the gazetteer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from riwaya.model.layers import Analysed, Entry, Hit, Mention
from riwaya.rules.elements import Capture
from riwaya.rules.rule import RuleMatch

Value = Mapping[str, object]
OUTLETS = ("agency", "outlet", "social_media")
BODIES = ("government", "ministry", "military", "police", "organisation", "armed_group", "party")  # who are no persons
ARMED = ("armed_group",)
_NO_STATE = ("IGO", "NGO", "INT")
_PERSONS = ("persons", "surnames")
_GROUPS = ("groups", "groups-short", "groups-context")


def make_actor(match: RuleMatch, analysed: Analysed, today: date | None) -> Mention | None:
    """The mention of kind `actor` that an actor rule's match stands for; None where a state is but a place.

    Its value holds actor (id), name (English), state (its English name), iso3, sector, code ("ISO3 SECTOR"), kind
    (of a chain's link), and `refers` ("both", "enemy", "same") where it stands for an actor named elsewhere.
    """
    captures, gives = match.captures, match.rule.gives
    if captures.keys() == {"state"} and _is_place(analysed, match.start):
        return None
    if "institution" in captures and _parts(analysed, captures["institution"]):
        return None
    value = dict(_value(captures, analysed, today))
    value.update(gives)
    value["code"] = " ".join(part for part in (str(value["iso3"]), str(value["sector"])) if part) or "UNK"
    start = captures["before"].end if "before" in captures else match.start
    while analysed.tokens[start].pos == "PUNCT":  # a mark that the rule asks for is no part of the name
        start += 1
    return Mention(start, match.end, "actor", match.rule.id, value)


def _parts(analysed: Analysed, capture: Capture) -> bool:
    """Whether two nouns are no name together, for only the first has the article: "the ministry | the truth of"."""
    first, last = analysed.tokens[capture.start], analysed.tokens[capture.end - 1]
    return (
        capture.end - capture.start == 2
        and first.definite
        and last.pos == "NOUN"
        and not (last.definite or last.clitic)
    )


def _is_place(analysed: Analysed, start: int) -> bool:
    """Whether the word before a state or capital makes a place of it: "in the north of Iraq"."""
    return any(hit.end == start for i in range(max(0, start - 3), start) for hit in analysed.hits[i] if _places(hit))


def _places(hit: Hit) -> bool:
    """Whether an entry says where."""
    return hit.entry.lexicon in ("inside", "place-heads", "place-nouns") and not hit.entry.get("reads")


def _value(captures: Mapping[str, Capture], analysed: Analysed, today: date | None) -> Value:
    """The value of the most telling capture."""
    entry = {name: capture.hit.entry for name, capture in captures.items() if capture.hit}
    if "person" in captures and captures["person"].hit:
        holders = same_words(analysed, captures["person"].hit, _PERSONS)
        value = person_value(in_office(holders, today))
        # Without a day the office that the words name tells more than the latest one.
        return value | {"sector": entry["institution"].get("sector")} if not today and "institution" in entry else value
    if "holder" in entry:
        holder = in_office(same_words(analysed, captures["holder"].hit, _PERSONS), today)  # type: ignore[arg-type]
        return _body_of(entry["institution"], holder)
    if "title" in entry:
        return _fields("", "", "", entry["title"].get("sector"), "person")
    if "head" in entry:
        return _known_group(captures, analysed, today) or _named_group(captures, entry, analysed)
    if "refers" in entry:
        sector = entry["institution"].get("sector") if "institution" in entry else ""
        return _fields("", entry["refers"].get("gloss"), "", sector, "government") | {
            "refers": entry["refers"].get("refers")
        }
    if "institution" in entry and "foreign" in entry:
        body = entry["institution"]
        return _fields("", f"foreign {body.get('name_en')}", "INT", body.get("sector"), body.get("kind"))
    if "institution" in entry and "state" in entry:
        return institution_value(entry["institution"], entry["state"])
    if "institution" in entry:
        body = entry["institution"]
        return _fields("", body.get("name_en"), "", body.get("sector"), body.get("kind")) | {
            "refers": "same",
            "institution": body.id,
        }
    if "people" in entry:
        return people_value(entry["people"])
    if "state" in entry:
        return state_value(entry["state"])
    if "group" in entry:
        rows = same_words(analysed, captures["group"].hit, _GROUPS)  # type: ignore[arg-type]
        return group_value(in_force(rows, today))
    if "organisation" in entry:
        return _coded(entry["organisation"], "organisations", "organisation")
    if "firm" in entry:
        return _coded(entry["firm"], "firms", "organisation")
    outlet = entry["outlet"]
    return _fields(f"media.{outlet.id}", outlet.get("name_en"), outlet.get("iso3"), "JRN", outlet.get("kind"))


def _fields(actor: str, name: str, iso3: str, sector: str, kind: str) -> dict[str, object]:
    """A value from its parts."""
    return {"actor": actor, "name": name, "iso3": iso3, "sector": sector, "kind": kind}


def state_value(state: Entry) -> Value:
    """A state as an actor: its government, also where its capital speaks for it."""
    fields = _fields(f"states.{state.id}", state.get("name_en"), state.get("iso3"), "GOV", "government")
    return fields | {"state": state.get("name_en")}


def people_value(state: Entry) -> dict[str, object]:
    """The people of a state."""
    fields = _fields(f"people.{state.id}", f"{state.get('adjective_en')} people", state.get("iso3"), "CVL", "unnamed")
    return fields | {"code": f"{state.get('iso3')} CVL"}


def institution_value(institution: Entry, state: Entry) -> Value:
    """A body or office of a state: "Armenian Ministry of Defence"."""
    name = f"{state.get('adjective_en')} {institution.get('name_en')}"
    actor = f"states.{state.id}.{institution.id}"
    fields = _fields(actor, name, state.get("iso3"), institution.get("sector"), institution.get("kind"))
    return fields | {"state": state.get("name_en")}


def person_value(person: Entry) -> dict[str, object]:
    """A person in an office."""
    actor = f"persons.{person.id}"
    return _fields(actor, person.get("name_en"), person.get("iso3"), person.get("sector"), "person")


def group_value(group: Entry) -> Value:
    """A group; one that acts in several states roams: its code is that of the state where it does."""
    return _coded(group, "groups", group.get("kind")) | {"roams": group.get("roams") == "yes"}


def _body_of(institution: Entry, holder: Entry) -> Value:
    """A body named by who leads it: "Bush's administration"."""
    name = f"{institution.get('name_en')} of {holder.get('name_en')}"
    sector = holder.get("sector") if holder.get("sector") == "REB" else institution.get("sector")
    return _fields("", name, holder.get("iso3"), sector, institution.get("kind"))


def _known_group(captures: Mapping[str, Capture], analysed: Analysed, today: date | None) -> Value | None:
    """The group of a table whose name stands in marks after the noun for its kind; None where no table has it."""
    name = captures["name"]
    start = next((i for i in range(name.start, name.end) if analysed.tokens[i].pos != "PUNCT"), name.start)
    hits = [hit for hit in analysed.hits[start] if hit.entry.lexicon in _GROUPS and hit.end >= name.end]
    return group_value(in_force(same_words(analysed, hits[0], _GROUPS), today)) if hits else None


def _named_group(captures: Mapping[str, Capture], entry: Mapping[str, Entry], analysed: Analysed) -> Value:
    """A group that no table has, by the noun for its kind and its own words; its state where an adjective names it."""
    head, name = entry["head"], captures["name"]
    iso3 = entry["state"].get("iso3") if "state" in entry else ""
    return _fields("", analysed.words(captures["head"].start, name.end), iso3, head.get("sector"), head.get("kind"))


def _coded(entry: Entry, table: str, kind: str) -> dict[str, object]:
    """A group or organisation whose row gives its code ("IRQ REB")."""
    iso3, _, sector = entry.get("code").partition(" ")
    return _fields(f"{table}.{entry.id}", entry.get("name_en"), iso3, sector, kind)


def same_words(analysed: Analysed, hit: Hit, lexicons: Sequence[str]) -> list[Entry]:
    """All entries of some lexicons that the same tokens are."""
    at = (other for other in analysed.hits[hit.start] if other.end == hit.end)
    return [other.entry for other in at if other.entry.lexicon in lexicons]


def in_office(holders: Iterable[Entry], today: date | None) -> Entry:
    """The row of the office held on a day; without a day or a fitting row, the latest office."""
    rows = sorted(holders, key=lambda e: e.get("valid_from"))
    return (_holding(rows, today) or rows)[-1]


def in_force(rows: Iterable[Entry], today: date | None) -> Entry:
    """The row of a group that holds on a day; without a day or a fitting row, the earliest."""
    ordered = sorted(rows, key=lambda e: e.get("valid_from"))
    return (_holding(ordered, today) or ordered)[0]


def _holding(rows: Iterable[Entry], today: date | None) -> list[Entry]:
    """The rows whose dates hold on a day."""
    day = str(today or "")
    return [e for e in rows if day and e.get("valid_from") <= day <= (e.get("valid_until") or "9999")]


def is_of_state(value: Value) -> bool:
    """Whether an actor belongs to a state: no outlet, and no body or official of many states."""
    return bool(value["iso3"]) and value["iso3"] not in _NO_STATE and value["kind"] not in OUTLETS
