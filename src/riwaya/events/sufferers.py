"""The hurt: people right after a word of harm, who do not do what another word of the sentence names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from riwaya.events.clauses import Scene
from riwaya.find.context import starting_in
from riwaya.model.layers import Analysed, Mention

ARMED = ("MIL", "COP", "REB", "UAF", "SPY", "PRM", "GOV")
BEARING = ("MIL", "COP", "REB", "UAF", "PRM")
_HARM = ("killed", "injured")
_COUNTED = 6  # tokens between a word of harm and those whom it counts
_DESCRIBES = 8  # tokens of a relative clause up to whom it tells of
_DESCRIBING = ("NOUN", "ADJ", "PRON", "PART", "DET")
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


def suffering(analysed: Analysed, actors: Sequence[Mention], scene: Scene) -> list[Mention]:
    """Whom the relative clause of a noun says that it befell: "the attack to which the army was exposed"."""
    described, last = False, min(scene.sentence.end, scene.trigger.end + _DESCRIBES)
    for i in range(scene.trigger.end, last):
        if described and is_suffering(analysed, i):
            return list(starting_in(actors, i + 1, min(scene.sentence.end, i + _DESCRIBES)))[:1]
        described = described or analysed.relative(i)
        if analysed.tokens[i].pos not in _DESCRIBING:
            return []
    return []


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
