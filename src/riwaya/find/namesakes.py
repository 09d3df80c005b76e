"""Namesakes: persons who share but the surname of one of the gazetteer: "Rifaat al-Assad" is not Bashar al-Assad.

A surname alone stands for whom the gazetteer has. Behind a given name that is none of his, nor another spelling of one
("Emil" for "Emile"), it is somebody else's; so are then the bare surnames further down, unless the report names him by
his whole name, or before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from riwaya.model.layers import Analysed, Entry, Mention, Name

_SURNAMES = "surnames"
_UNNAMED = ("titles", "institutions", "offices", "victims")  # lexicons whose words are no given names
_ALIKE = 0.7  # how much two spellings of one given name share


class Apart(NamedTuple):
    """The actors without those taken for somebody of the gazetteer, and the tokens of bare surnames that are freed."""

    actors: list[Mention]
    alone: list[int]


def part_namesakes(
    actors: Sequence[Mention], names: Iterable[Name], analysed: Analysed, stems: Callable[[str], Sequence[str]]
) -> Apart:
    """The actors whom their surname does stand for; `stems` parts the names of a row into folded words."""
    inside = {name.end: name for name in names if name.kind == "PERS"}
    told = {person for actor in actors if (person := _person(actor)) and not _surname(actor, analysed)}
    namesakes: set[str] = set()  # those of the gazetteer with whom somebody was found to share but the surname
    apart = Apart([], [])
    for actor in sorted(actors, key=lambda m: m.start):
        entry, person = _surname(actor, analysed), _person(actor)
        name = inside.get(actor.end) if entry else None
        given = range(name.start, actor.start) if name else range(0)
        if entry and given and _another(given, entry, analysed, stems):
            namesakes.add(person)
        elif entry and person in namesakes and person not in told:
            apart.alone.extend([] if name else [actor.end - 1])
        else:
            apart.actors.append(actor)
            told.add(person)
    return apart


def _person(actor: Mention) -> str:
    """Whom of the gazetteer an actor is, whatever the office; empty for anybody else."""
    known = str(actor.value["actor"]).startswith("persons.")
    return str(actor.value["name"]) if known else ""


def _surname(actor: Mention, analysed: Analysed) -> Entry | None:
    """The surname in the gazetteer that an actor's last word is, where nothing else tells who it is."""
    if not _person(actor) or any(hit.entry.lexicon == "persons" for hit in analysed.hits[actor.start]):
        return None
    hits = analysed.hits[actor.end - 1]
    return next((hit.entry for hit in hits if hit.entry.lexicon == _SURNAMES and hit.end == actor.end), None)


def _another(given: range, entry: Entry, analysed: Analysed, stems: Callable[[str], Sequence[str]]) -> bool:
    """Whether the words before a surname are given names, and none of whom the gazetteer has by it."""
    tokens, own = analysed.tokens, {stem for name in entry.get("names").split("|") for stem in stems(name)}
    named = all(tokens[i].pos != "PUNCT" and not analysed.opens(i, *_UNNAMED) for i in given)
    return named and not any(_alike(tokens[i].stem, stem) for i in given for stem in own)


def _alike(one: str, other: str) -> bool:
    """Whether two words may be spellings of one name."""
    return SequenceMatcher(None, one, other).ratio() >= _ALIKE
