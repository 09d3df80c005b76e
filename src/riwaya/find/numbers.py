"""Numbers: digits and number words as ranges, by the additive engine.

Words of kind `unit` are added, those of kind `hundred` and `thousand` multiply what stands before them; a
conjunction may join them. Vague words ("dozens") and modifiers ("at least") make ranges with an open end.
"""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple

from riwaya.model.layers import Analysed, Entry, Mention, Sentence, Token

MILLION = 1_000_000


class Number(NamedTuple):
    """The tokens `start` to `end` and the range they stand for; `hi` None is open."""

    start: int
    end: int
    lo: int
    hi: int | None
    rule: str


def find_numbers(analysed: Analysed, conjunction: str, taken: Container[int] = ()) -> list[Mention]:
    """The numbers of a report: mentions of kind `number` with `lo` and `hi`; none begins at a token that is `taken`."""
    found: list[Mention] = []
    for sentence in analysed.sentences:
        i = sentence.start
        while i < sentence.end:
            number = _vague_at(analysed, i) or _number_at(analysed, i, sentence.end, conjunction)
            if number is None or i in taken:
                i += 1
                continue
            number = _between(analysed, number, sentence, conjunction) or number
            number = _modified(analysed, number, sentence.start, sentence.end)
            value = {"lo": number.lo, "hi": number.hi}
            found.append(Mention(number.start, number.end, "number", number.rule, value))
            i = number.end
    return found


def _vague_at(analysed: Analysed, i: int) -> Number | None:
    """A vague number that begins at a token."""
    hit = analysed.hit(i, "vague-numbers")
    if hit is None:
        return None
    lo, hi = hit.entry.get("lo"), hit.entry.get("hi")
    return Number(hit.start, hit.end, int(lo), int(hi) if hi else None, f"vague-numbers.{hit.entry.id}")


def _number_at(analysed: Analysed, i: int, last: int, conjunction: str) -> Number | None:
    """A number in digits or words that begins at a token."""
    start, total, current, any_word = i, 0, 0, False
    while i < last:
        token, hit = analysed.tokens[i], analysed.hit(i, "numerals")
        if token.pos == "NUM" and not any_word:
            digits = _digits(token)
            if digits is None:
                return None
            current, any_word, i = digits, True, i + 1
        elif hit:
            total, current = _add(hit.entry, total, current)
            any_word, i = True, hit.end
        elif any_word and token.form == conjunction and i + 1 < last and analysed.hit(i + 1, "numerals"):
            i += 1
        else:
            break
    return Number(start, i, total + current, total + current, "numerals") if any_word else None


def _between(analysed: Analysed, number: Number, sentence: Sentence, conjunction: str) -> Number | None:
    """The range from a number to the next, where they are told as "between one and the other"."""
    end = number.end
    first = max(sentence.start, number.start - 2)
    hits = (analysed.hit(i, "count-modifiers") for i in range(first, number.start))
    hit = next((h for h in hits if h and h.end == number.start and h.entry.get("sense") == "between"), None)
    if hit is None or end + 1 >= sentence.end or analysed.tokens[end].form != conjunction:
        return None
    other = _number_at(analysed, end + 1, sentence.end, conjunction)
    return Number(hit.start, other.end, number.lo, other.hi, number.rule) if other else None


def _digits(token: Token) -> int | None:
    """The whole number that a token of digits writes; None for a decimal."""
    plain = token.form.replace("\u066c", "").replace(",", "")
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) <= 12 else None


def _add(entry: Entry, total: int, current: int) -> tuple[int, int]:
    """The total and the part in hand after one more number word."""
    value, kind = int(entry.get("value")), entry.get("kind")
    if kind == "thousand":
        return total + max(current, 1) * value, 0
    if kind == "hundred" and 0 < current < 10:
        return total, current * value
    return total, current + value


def _modified(analysed: Analysed, number: Number, first: int, last: int) -> Number:
    """The number with a modifier before or after it: "at least", "more than", "less than", "about"."""
    for start in range(max(first, number.start - 4), number.start):
        hit = analysed.hit(start, "count-modifiers")
        if hit and hit.end == number.start and hit.entry.get("side") == "before":
            return _bounded(number._replace(start=hit.start), hit.entry.get("sense"))
    for at in range(number.end, min(last, number.end + 3)):
        hit = analysed.hit(at, "count-modifiers")
        if hit and hit.entry.get("side") == "after":
            return _bounded(number, hit.entry.get("sense"))
    return number


def _bounded(number: Number, sense: str) -> Number:
    """The number as the range that a modifier makes of it."""
    if sense in ("least", "more"):
        return number._replace(hi=None)
    return number._replace(lo=0) if sense == "most" else number
