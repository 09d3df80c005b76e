"""Numerals: the tokens of one number, in digits or words, added up.

The table `numerals` says of each word whether it is added (unit, tens), multiplies what stands before it (hundred,
scale, dozen) or divides (part, parts); a conjunction joins only what may follow in a number of the language: tens
after units, anything smaller after a hundred or a scale, a part after a whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from riwaya.find.digits import LONGEST, Amount, digits, whole
from riwaya.model.layers import Analysed, Entry, Hit

_THREE = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_TEN, _HUNDRED, _THOUSAND = 10, 100, 1000


class Numeral(NamedTuple):
    """The tokens `start` to `end`, their amount, and the last scale word (1 where there is none)."""

    start: int
    end: int
    amount: Amount
    scale: int = 1
    digits: bool = False  # in digits alone


@dataclass(slots=True)
class _Sum:
    """A number as far as it is read: the total, the part in hand, and the value of the last word."""

    total: Amount = 0
    current: Amount = 0
    lowest: Amount = 0
    scale: int = 1
    part: Amount = 0  # the last half, third or quarter
    begun: bool = False
    digits: bool = True

    def numeral(self, start: int, end: int) -> Numeral:
        """The numeral that ends here."""
        return Numeral(start, end, whole(self.total + self.current), self.scale, self.digits)

    def add_figure(self, value: Amount, joined: bool) -> bool:
        """Whether digits go on with the number: after a hundred or a scale word, and smaller than it."""
        if self.begun and not (self.lowest >= _HUNDRED and value < (self.lowest if joined else _TEN)):
            return False
        self.total, self.current = self.total + self.current, value
        self.lowest, self.begun = value, True
        return True

    def add_word(self, entry: Entry, *, joined: bool) -> bool:
        """Whether a number word goes on with the number."""
        kind = entry.get("kind")
        if kind in ("part", "fraction"):
            return self._add_part(float(entry.get("value")), kind, joined=joined)
        value = int(entry.get("value"))
        if kind in ("hundred", "scale", "dozen") and not joined:
            return self._multiply(value, kind)
        if kind == "parts":
            return self._divide(value, joined=joined)
        if self.begun and not (joined and kind != "zero" and self._follows(value, kind)):
            return False
        self._add(value, kind)
        return True

    def _follows(self, value: int, kind: str) -> bool:
        """Whether a word may be joined: tens to units, anything smaller to a hundred or a scale word."""
        if self.digits:
            return False
        return (kind == "tens" and 1 <= self.lowest < _TEN) or (self.lowest >= _HUNDRED and value < self.lowest)

    def _add(self, value: int, kind: str) -> None:
        """Add a word; thousands and more are done with."""
        if value >= _THOUSAND:
            self.total += self.current + value
            self.current = 0
        else:
            self.current += value
        self.scale = value if kind == "scale" else self.scale
        self.lowest, self.begun, self.digits = value, True, False

    def _multiply(self, value: int, kind: str) -> bool:
        """Whether a hundred or a scale word multiplies what stands before it, or begins the number."""
        if self.begun and kind == "scale" and self.current == 0 and _THOUSAND <= self.lowest < value:
            self.total *= value  # a thousand million
        elif self.begun and not (0 < self.current < _TEN or (kind != "hundred" and self.current > 0)):
            return False
        elif kind == "hundred":
            self.current = value * (self.current if self.begun else 1)
        else:
            self.total, self.current = self.total + value * (self.current if self.begun else 1), 0
        self.scale = value if kind == "scale" else self.scale
        self.lowest, self.begun, self.digits = value, True, False
        return True

    def _divide(self, value: int, *, joined: bool) -> bool:
        """Whether parts divide what stands before them: three quarters."""
        if not self.current or joined:
            return False
        self.current, self.lowest, self.digits = self.current / value, 0, False
        return True

    def _add_part(self, value: float, kind: str, *, joined: bool) -> bool:
        """Whether a half or third begins the number or is joined to it; after a scale word it is a part of that."""
        if self.begun and not joined:
            return False
        after_scale = joined and self.scale > 1 and self.lowest == self.scale
        self.part = value if kind == "fraction" else (self.scale if after_scale else 1) / value
        self.current += self.part
        self.lowest, self.begun, self.digits = 0, True, False
        return True

    def scale_part(self, value: int) -> None:
        """Multiply the last part by a scale word, unless it is of that scale already."""
        if self.part < 1:
            self.current += self.part * value - self.part


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
        return i >= 0 and i + 1 < len(self._tokens) and self._tokens[i].span.end == self._tokens[i + 1].span.start

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
        if exponent is None or not exponent.digits or abs(exponent.amount) > LONGEST * 2:
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
        start, total = i, _Sum()
        while i < last:
            joined = total.begun and self._tokens[i].form == self._conjunction and i + 1 < last
            at = i + 1 if joined else i
            if self._tokens[at].pos in ("NUM", "PUNCT"):
                value, end = self._figure(at, last)
                if value is None or not total.add_figure(value, joined):
                    break
            else:
                hit = self._analysed.hit(at, "numerals")
                if hit is None or hit.end > last or self._is_other_word(hit, last):
                    break
                if joined and (parts := self._parts_after(hit, last)):
                    total.current += parts[1]
                    return total.numeral(start, parts[0])
                if not total.add_word(hit.entry, joined=joined):
                    break
                end = self._scaled_part(hit, last, total)
            i = end
        return total.numeral(start, i) if total.begun else None

    def _is_other_word(self, hit: Hit, last: int) -> bool:
        """Whether a scale word is none, since a pronoun is written with it."""
        enclitic = hit.end < last and self._tokens[hit.end].clitic == "en"
        return enclitic and hit.entry.get("kind") == "scale"

    def _scaled_part(self, hit: Hit, last: int, total: _Sum) -> int:
        """Where a word ends, with the scale word after a part: half a million multiplies the part alone."""
        scale = self._analysed.hit(hit.end, "numerals") if hit.entry.get("kind") == "part" and hit.end < last else None
        if scale is None or scale.entry.get("kind") not in ("scale", "dozen") or scale.end > last:
            return hit.end
        total.scale_part(int(scale.entry.get("value")))
        return scale.end

    def _parts_after(self, hit: Hit, last: int) -> tuple[int, Amount] | None:
        """Where a fraction such as three fifths ends, and its amount."""
        below = self._analysed.hit(hit.end, "numerals") if hit.end < last else None
        if below is None or below.entry.get("kind") != "parts" or hit.entry.get("kind") != "unit":
            return None
        return below.end, int(hit.entry.get("value")) / int(below.entry.get("value"))

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
