"""Ordinals: first to ninety-ninth and the hundredth, as mentions of kind `ordinal`."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.model.layers import Analysed, Hit, Mention


def find_ordinals(analysed: Analysed, conjunction: str) -> list[Mention]:
    """The ordinals of a report, each with its place in the row as `lo` and `hi`."""
    found: list[Mention] = []
    for sentence in analysed.sentences:
        until = sentence.start
        for i in analysed.beginning(sentence, "ordinals"):
            if i >= until and (ordinal := _ordinal_at(analysed, i, sentence.end, conjunction)):
                found.append(ordinal)
                until = ordinal.end
    return found


def _ordinal_at(analysed: Analysed, i: int, last: int, conjunction: str) -> Mention | None:
    """The ordinal that begins at a token: a word, or a unit joined with tens."""
    readings = [hit for hit in analysed.hits[i] if hit.entry.lexicon == "ordinals"]
    for hit in sorted(readings, key=lambda hit: (-hit.end, hit.entry.get("kind") == "joined")):
        end, value = hit.end, int(hit.entry.get("value"))
        kind = hit.entry.get("kind")
        joined = list(_joined(analysed, end, last, conjunction))
        if kind in ("unit", "joined", "hundred") and joined:
            tens = joined[0]
            return _mention(hit.start, tens.end, value + int(tens.entry.get("value")), hit)
        if kind in ("unit", "teen") or (kind in ("tens", "hundred") and _stands_alone(analysed, end, last)):
            return _mention(hit.start, end, value, hit)
    return None


def _joined(analysed: Analysed, i: int, last: int, conjunction: str) -> Iterator[Hit]:
    """The tens that a conjunction joins to a unit: twenty-first."""
    if i + 1 < last and analysed.tokens[i].form == conjunction:
        yield from (h for h in analysed.hits[i + 1] if h.entry.lexicon == "ordinals" and h.entry.get("kind") == "tens")


def _stands_alone(analysed: Analysed, i: int, last: int) -> bool:
    """Whether nothing follows that a number could count."""
    return i >= last or analysed.tokens[i].pos not in ("NOUN", "ADJ", "NUM") or analysed.tokens[i].definite


def _mention(start: int, end: int, value: int, hit: Hit) -> Mention:
    """The ordinal as a mention."""
    return Mention(start, end, "ordinal", f"ordinals.{hit.entry.id}", {"lo": value, "hi": value})
