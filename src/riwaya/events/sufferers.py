"""The hurt: people right after a word of harm, who do not do what another word of the sentence names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from riwaya.events.clauses import Scene
from riwaya.find.context import starting_in
from riwaya.model.layers import Analysed, Mention

ARMED = ("MIL", "COP", "REB", "UAF", "SPY", "PRM", "GOV")
BEARING = ("MIL", "COP", "REB", "UAF", "PRM")
_HARM = ("killed", "injured")
_AIMED = "targeting"  # the concept of verbs that only say whom an attack was aimed at
_COUNTED = 6  # tokens between a word of harm and those whom it counts
_DESCRIBES = 8  # tokens of a relative clause up to whom it tells of
_DESCRIBING = ("NOUN", "ADJ", "PRON", "PART", "DET")
_ALONG = (*_DESCRIBING, "PREP", "NUM")  # between a noun and a verb that goes on with it: "an attack in the city that"
_BETWEEN = ("NOUN", "ADJ", "NUM", "DET", "PREP")  # parts of speech between a word of harm and those hurt


def is_unarmed(mention: Mention) -> bool:
    """Whether a party is people who bear no arms."""
    people = mention.kind == "victim" or mention.value["kind"] == "unnamed"
    return people and mention.value["sector"] not in ARMED


def is_body(mention: Mention) -> bool:
    """Whether a party is a body or a group, or armed people: no person, and nothing that is struck."""
    people = mention.kind == "victim" and mention.value["sector"] not in BEARING
    return mention.kind != "objective" and mention.value["kind"] != "person" and not people


def is_armed(mention: Mention) -> bool:
    """Whether a party is a body or people that bear arms."""
    return is_body(mention) and mention.value["sector"] in BEARING


def names_harm(analysed: Analysed, i: int) -> bool:
    """Whether a word of killing or wounding stands at a token; one of taking or driving out is none."""
    return analysed.cell(i, "harms", "harm") in _HARM


def is_suffering(analysed: Analysed, i: int) -> bool:
    """Whether a verb at a token can only be told of whom something befalls."""
    if analysed.tokens[i].pos == "PREP":
        return False
    verbs = [hit.entry for hit in analysed.hits[i] if hit.entry.lexicon == "triggers"]
    told = any(entry.get("frame") == "undergoes" and entry.get("voice") == "active" for entry in verbs)
    return told and not any(entry.get("frame") == "does" for entry in verbs)


class Befallen(NamedTuple):
    """Whom an attack befell by a verb that goes with its noun, and who that verb says made it, if it says so."""

    doers: list[Mention]
    hurt: list[Mention]


def befallen(analysed: Analysed, actors: Sequence[Mention], scene: Scene) -> Befallen:
    """Whom the verb that a noun of attack goes with says that it befell, or was aimed at.

    "The attack to which the army was exposed", "an attack targeting the embassy", "an attack targeted the embassy", "in
    an attack, gunmen targeted the police".
    """
    end = scene.sentence.end
    if scene.trigger.start > scene.start and _is_aimed(analysed, scene.trigger.start - 1):
        return Befallen([], _object(analysed, starting_in(actors, scene.trigger.end, end), scene.trigger.end))
    described, close = False, True
    for i in range(scene.trigger.end, min(end, scene.trigger.end + _DESCRIBES)):
        near = list(starting_in(actors, i + 1, min(end, i + _DESCRIBES)))
        if _is_aimed(analysed, i):
            first = _object(analysed, near, i + 1)
            second = _object(analysed, near[1:], first[0].end) if first and not described else []
            return Befallen(first, second) if second else Befallen([], first)
        if close and described and is_suffering(analysed, i):
            return Befallen([], near[:1])
        described = described or analysed.relative(i)
        close = close and analysed.tokens[i].pos in _DESCRIBING
        if not close and analysed.tokens[i].pos not in _ALONG:
            break
    return Befallen([], [])


def _is_aimed(analysed: Analysed, i: int) -> bool:
    """Whether a verb at a token tells whom an attack was aimed at: "a blast that targeted the convoy"."""
    verb = analysed.tokens[i].pos == "VERB"
    return verb and any(hit.entry.get("concept") == _AIMED for hit in analysed.hits[i])


def _object(analysed: Analysed, mentions: Iterable[Mention], start: int) -> list[Mention]:
    """The first of some mentions, if only words of its own noun phrase stand before it from a token on."""
    first = next(iter(mentions), None)
    whole = first and all(analysed.tokens[i].pos in _DESCRIBING for i in range(start, first.start))
    return [first] if first and whole else []


def hurt_beside(analysed: Analysed, actors: Sequence[Mention], counted: Mapping[int, int]) -> Iterator[int]:
    """The first tokens of people right after a word of harm: those that a number counts, those who bear no arms."""
    starts = {m.start: m for m in actors if m.kind == "victim"}
    for at in analysed.anchors.lexicons.get("harms", ()):
        hit = analysed.hit(at, "harms")
        if hit is None or not names_harm(analysed, at):
            continue
        for i in range(hit.end, min(hit.end + _COUNTED, len(analysed.tokens))):
            if i in starts and (i - 1 in counted or is_unarmed(starts[i])):
                yield i
            if i in starts or (i not in counted and analysed.tokens[i].pos not in _BETWEEN):
                break
            if analysed.opens(i, "attacks"):  # "the victims of the attacks of"
                break
