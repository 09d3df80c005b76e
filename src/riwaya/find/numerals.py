"""Numerals: the tokens of one number, in digits or words, added up.

The table `numerals` says of each word whether it is added (unit, tens), multiplies what stands before it (hundred,
scale, dozen) or divides (part, parts); a conjunction joins only what may follow in a number of the language: tens
after units, anything smaller after a hundred or a scale, a part after a whole.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from riwaya.model.layers import Analysed, Entry, Hit

Amount = int | float
_GROUPED = re.compile(r"\d{1,3}(?:[,\u066c]\d{3})+(?:[.\u066b]\d+)?|\d{1,3}(?:\.\d{3}){2,}")
_THREE = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_DECIMAL = re.compile(r"\d*[.,\u066b]\d+")
_LONGEST = 18


class Numeral(NamedTuple):
    """The tokens `start` to `end`, their amount, and the last scale word (1 where there is none)."""

    start: int
    end: int
    amount: Amount
    scale: int = 1
    digits: bool = False  # in digits alone


def whole(amount: Amount) -> Amount:
    """The amount as a whole number where it is one.

    >>> whole(3.0), whole(3.5), whole(0.1 + 0.2)
    (3, 3.5, 0.3)
    """
    rounded = round(amount, 9)
    return int(rounded) if rounded == int(rounded) else rounded


def digits(word: str) -> Amount | None:
    """The number that a token of digits writes; a comma, point or Arabic sign groups thousands or parts decimals.

    >>> digits("1,500"), digits("4,8"), digits("1.200.000"), digits("01.10"), digits("3.125")
    (1500, 4.8, 1200000, 1.1, 3.125)
    """
    if len(word) > _LONGEST:
        return None
    if word.isascii() and word.isdigit():
        return int(word)
    if _GROUPED.fullmatch(word):
        plain = word.replace(",", "").replace("\u066c", "").replace("\u066b", ".")
        return whole(float(plain)) if plain.count(".") < 2 else int(plain.replace(".", ""))
    if _DECIMAL.fullmatch(word):
        return whole(float(re.sub("[,\u066b]", ".", word)))
    return None


def _divides(hit: Hit) -> bool:
    """Whether a number word is a part, which may follow digits: 3 and a half."""
    return hit.entry.get("kind") in ("part", "fraction")


class NumeralReader:
    """Reads numerals in one text."""

    def __init__(self, analysed: Analysed, conjunction: str) -> None:
        """Numbers are joined by `conjunction`."""
        self._analysed, self._tokens, self._conjunction = analysed, analysed.tokens, conjunction

    def read(self, i: int, last: int) -> Numeral | None:
        """The numeral that begins at a token and ends before `last`; None where none begins."""
        hit = self._analysed.hit(i, "number-signs")
        if hit and hit.entry.get("sign") == "minus" and hit.end < last and (after := self._read(hit.end, last)):
            return after._replace(start=i, amount=-after.amount)
        token = self._tokens[i]
        if token.form == "-" and i + 1 < last and self._glued(i) and not self._glued(i - 1):
            after = self._read(i + 1, last) if self._tokens[i + 1].pos == "NUM" else None
            return after and after._replace(start=i, amount=-after.amount)
        return self._read(i, last)

    def _glued(self, i: int) -> bool:
        """Whether nothing stands between a token and the next."""
        return 0 <= i and i + 1 < len(self._tokens) and self._tokens[i].span.end == self._tokens[i + 1].span.start

    def _read(self, i: int, last: int) -> Numeral | None:
        """A numeral without a sign, with the fraction that may follow it."""
        number = self._sum(i, last)
        if number is None:
            return self._share(i, last)
        number = self._power(self._decimal_words(number, last), last)
        link = self._analysed.hit(number.end, "fraction-links") if number.end < last else None
        below = self._sum(link.end, last) if link and link.end < last else None
        if below and below.amount > 1:
            return Numeral(i, below.end, whole(number.amount / below.amount))
        return number

    def _share(self, i: int, last: int) -> Numeral | None:
        """One part of a hundred or more, where nothing says how many parts."""
        link = self._analysed.hit(i, "fraction-links")
        if link is None or link.entry.get("opens") != "yes" or link.end >= last:
            return None
        below = self._sum(link.end, last)
        return Numeral(i, below.end, 1 / below.amount) if below and below.amount >= 100 else None

    def _power(self, number: Numeral, last: int) -> Numeral:
        """The number raised to the power that a circumflex tells."""
        at = number.end
        if at + 1 >= last or self._tokens[at].form != "^" or not self._glued(at - 1):
            return number
        sign = self._tokens[at + 1].form if self._tokens[at + 1].form in ("-", "+") else ""
        exponent = self._sum(at + 1 + len(sign), last) if at + 1 + len(sign) < last else None
        if exponent is None or not exponent.digits or abs(exponent.amount) > _LONGEST * 2:
            return number
        power = abs(number.amount) ** (-exponent.amount if sign == "-" else exponent.amount)
        return Numeral(number.start, exponent.end, whole(float(power)), digits=True)

    def _decimal_words(self, number: Numeral, last: int) -> Numeral:
        """The number with decimals told in words: one point five."""
        hit = self._analysed.hit(number.end, "number-signs") if number.end < last else None
        if hit is None or hit.entry.get("sign") != "point" or hit.end >= last:
            return number
        after = self._sum(hit.end, last)
        if after is None or not isinstance(after.amount, int):
            return number
        return Numeral(number.start, after.end, whole(float(f"{number.amount}.{after.amount}")))

    def _sum(self, i: int, last: int) -> Numeral | None:
        """Words and digits added up, as far as they go on as one number."""
        start, total, current, lowest, scale, plain = i, 0, None, None, 1, True
        while i < last:
            joined = current is not None and self._tokens[i].form == self._conjunction and i + 1 < last
            at = i + 1 if joined else i
            if self._tokens[at].pos in ("NUM", "PUNCT"):
                value, end = self._figure(at, last)
                if value is None or not (current is None or self._follows(value, lowest, joined)):
                    break
                total, current = (total, value) if current is None else (total + current, value)
                lowest, i = value, end
                continue
            hit = self._analysed.hit(at, "numerals")
            step = self._step(hit.entry, current, lowest, scale, joined) if hit and hit.end <= last else None
            parts = self._parts_after(hit, last) if hit and joined and step is None else None
            if parts and current is not None:
                return Numeral(start, parts[0], whole(total + current + parts[1]), scale)
            if hit is None or step is None or (plain and current is not None and joined and not _divides(hit)):
                break
            if hit.end < last and self._tokens[hit.end].clitic == "en":
                break
            plain = False
            kind, value = hit.entry.get("kind"), step
            if kind in ("scale", "dozen"):
                again = kind == "scale" and current == 0 and not joined
                scale = int(hit.entry.get("value")) if kind == "scale" else scale
                total, current, lowest = total * value if again else total + value, 0, int(hit.entry.get("value"))
            elif kind in ("hundred", "parts"):
                current, lowest = value, int(hit.entry.get("value")) if kind == "hundred" else 0
            else:
                current, lowest = (current or 0) + value, value
            i = hit.end
            if kind == "part" and i < last:
                i, current = self._part_of_scale(i, last, current, value)
        return None if current is None else Numeral(start, i, whole(total + current), scale, plain)

    def _parts_after(self, hit: Hit, last: int) -> tuple[int, Amount] | None:
        """Where a fraction such as three fifths ends, and its amount."""
        below = self._analysed.hit(hit.end, "numerals") if hit.end < last else None
        if below is None or below.entry.get("kind") != "parts" or hit.entry.get("kind") != "unit":
            return None
        return below.end, int(hit.entry.get("value")) / int(below.entry.get("value"))

    def _part_of_scale(self, i: int, last: int, current: Amount, part: Amount) -> tuple[int, Amount]:
        """Half a million: the scale word after a part multiplies the part alone."""
        hit = self._analysed.hit(i, "numerals")
        if hit is None or hit.entry.get("kind") not in ("scale", "dozen") or hit.end > last:
            return i, current
        return hit.end, current if part > 1 else current - part + part * int(hit.entry.get("value"))

    def _figure(self, i: int, last: int) -> tuple[Amount | None, int]:
        """The number in digits at a token, and its end: a decimal without its zero, groups parted by a comma."""
        token = self._tokens[i]
        if token.pos == "PUNCT":
            begins = token.form in (".", "\u066b") and i + 1 < last and self._glued(i) and not self._glued(i - 1)
            following = self._tokens[i + 1].form if begins else ""
            return (float(f"0.{following}"), i + 2) if following.isascii() and following.isdigit() else (None, i)
        word, end = token.form, i + 1
        while end + 1 < last and self._is_group(word, end):
            word, end = word + self._tokens[end + 1].form, end + 2
        if _THREE.fullmatch(word) and not self._measured(end, last):
            return int(word.replace(".", "")), end
        return digits(word), end

    def _is_group(self, word: str, i: int) -> bool:
        """Whether an Arabic comma and three digits go on with a number."""
        group = self._tokens[i + 1].form
        glued = self._glued(i - 1) and self._glued(i)
        return glued and self._tokens[i].form == "\u060c" and len(group) == 3 and (word + group).isdigit()

    def _measured(self, i: int, last: int) -> bool:
        """Whether a unit of measure or a scale word follows: then a point parts decimals."""
        return i < last and any(
            h.entry.lexicon in ("measure-units", "numerals", "percent-words") for h in self._analysed.hits[i]
        )

    @staticmethod
    def _follows(value: Amount, lowest: Amount | None, joined: bool) -> bool:
        """Whether digits may go on with a number: after a hundred or a scale word, and smaller than it."""
        return lowest is not None and lowest >= 100 and value < (lowest if joined else 10)

    @staticmethod
    def _step(entry: Entry, current: Amount | None, lowest: Amount | None, scale: int, joined: bool) -> Amount | None:
        """What a number word makes of the part in hand, or adds to it; None where it begins another number."""
        kind = entry.get("kind")
        value = float(entry.get("value")) if kind == "fraction" else int(entry.get("value"))
        if kind == "scale" and not joined and current == 0 and lowest is not None and 1000 <= lowest < value:
            return value  # a thousand million: the caller multiplies what stands before it
        if kind in ("hundred", "scale", "dozen") and not joined:
            fits = current is None or (kind != "hundred" and current > 0) or 0 < current < 10
            return value * (1 if current is None else current) if fits else None
        if kind == "parts":
            return current / value if current and not joined else None
        if kind in ("part", "fraction"):
            share = value if kind == "fraction" else (scale if joined and lowest == scale else 1) / value
            return share if current is None or joined else None
        if current is None:
            return value
        if kind == "zero" or not joined:
            return None
        if kind == "tens" and lowest is not None and 1 <= lowest <= 9:
            return value
        return value if lowest is not None and lowest >= 100 and value < lowest else None
