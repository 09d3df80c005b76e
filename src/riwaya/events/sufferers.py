"""The hurt: people right after a word of harm, who do not do what another word of the sentence names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from riwaya.model.layers import Analysed, Mention

ARMED = ("MIL", "COP", "REB", "UAF", "SPY", "PRM", "GOV")
_HARM = ("killed", "injured")
_COUNTED = 6  # tokens between a word of harm and those whom it counts
_BETWEEN = ("NOUN", "ADJ", "NUM", "DET", "PREP")  # parts of speech between a word of harm and those hurt


def is_unarmed(mention: Mention) -> bool:
    """Whether a party is people who bear no arms."""
    people = mention.kind == "victim" or mention.value["kind"] == "unnamed"
    return people and mention.value["sector"] not in ARMED


def names_harm(analysed: Analysed, i: int) -> bool:
    """Whether a word of killing or wounding stands at a token; one of taking or driving out is none."""
    return analysed.cell(i, "harms", "harm") in _HARM


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
