"""Numbers: digits and number words as ranges, with what the words round them make of them.

The numerals are read by riwaya.find.numerals. Vague words ("dozens") and modifiers ("at least") make ranges with an
open end, "between" and a hyphen make ranges of two numbers. A mention's `sense` tells a count from a measure, a sum
of money, a fraction and a possible year; a number that is part of a name ("resolution 1701") is of kind `label`, and
one per cent of kind `percent`.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import NamedTuple

from riwaya.find.digits import Amount
from riwaya.find.numerals import Numeral, NumeralReader
from riwaya.model.layers import Analysed, Hit, Mention, Sentence

_YEARS, _OLD_YEARS = range(1800, 2101), range(1000, 1800)
_LEXICONS = frozenset({"numerals", "vague-numbers", "number-signs", "fraction-links"})
_TEN = 10
_REACH = 7  # tokens before a range in which a word of rising or falling makes it none


class Number(NamedTuple):
    """The tokens `start` to `end` and the range they stand for; `hi` None is open."""

    start: int
    end: int
    lo: Amount
    hi: Amount | None
    rule: str
    numeral: Numeral | None = None  # None for vague words


def find_numbers(analysed: Analysed, conjunction: str, taken: Container[int] = ()) -> list[Mention]:
    """The numbers of a report: mentions of kind `number`, `percent` and `label` with `lo`, `hi` and `sense`.

    None begins at a token that is `taken`: a calibre or a model is no count.
    """
    reader = _NumberReader(analysed, conjunction, taken)
    return [mention for sentence in analysed.sentences for mention in reader.read(sentence)]


class _NumberReader:
    """Reads the numbers of one report."""

    def __init__(self, analysed: Analysed, conjunction: str, taken: Container[int]) -> None:
        self._analysed, self._conjunction, self._taken = analysed, conjunction, taken
        self._numerals = NumeralReader(analysed, conjunction)

    def read(self, sentence: Sentence) -> Iterator[Mention]:
        """The numbers of a sentence, in order."""
        i = sentence.start
        while i < sentence.end:
            number = self._number_at(i, sentence.end) if self._may_begin(i) else None
            if number is None:
                i += 1
                continue
            numeral = number
            number = self._range(number, sentence) or number
            number = self._modified(number, sentence)
            yield self._mention(number, numeral, sentence)
            i = max(number.end, i + 1)

    def _may_begin(self, i: int) -> bool:
        """Whether a number may begin at a token; most tokens are passed over by this look."""
        if i in self._taken:
            return False
        token = self._analysed.tokens[i]
        if token.pos == "NUM" or token.form in ("-", ".", "\u066b"):
            return True
        for hit in self._analysed.hits[i]:  # noqa: SIM110 (a generator is too slow here)
            if hit.entry.lexicon in _LEXICONS:
                return True
        return False

    def _number_at(self, i: int, last: int) -> Number | None:
        """The vague number or numeral that begins at a token."""
        hit = self._analysed.hit(i, "vague-numbers")
        if hit is not None:
            lo, hi = hit.entry.get("lo"), hit.entry.get("hi")
            return Number(hit.start, hit.end, int(lo), int(hi) if hi else None, f"vague-numbers.{hit.entry.id}")
        numeral = self._numerals.read(i, last)
        return numeral and Number(numeral.start, numeral.end, numeral.amount, numeral.amount, "numerals", numeral)

    def _range(self, number: Number, sentence: Sentence) -> Number | None:
        """The range from a number to the next: between ... and, from ... to, or a hyphen."""
        first = number.numeral
        if first is None:
            return None
        opener = self._before(number, sentence, ("between",))
        if opener and (split := self._split(number, opener)):
            return split
        if number.end + 1 >= sentence.end:
            return None
        link, start = self._link(number.end), opener.start if opener else number.start
        joins = link and (link == "-" or (opener is not None))
        second = self._numerals.read(number.end + 1, sentence.end) if joins else None
        if second is None or (_is_year(first) and _is_year(second)):
            return None
        lo = (
            first.amount * second.scale
            if first.scale == 1 and first.amount < second.amount / second.scale
            else first.amount
        )
        if lo >= second.amount or (link == "-" and not self._plain_hyphen(first, second)):
            return None
        return Number(start, second.end, lo, second.amount, number.rule, second)

    def _split(self, number: Number, opener: Hit) -> Number | None:
        """The range in what was read as one sum: between three thousand and four thousand."""
        for at in range(number.start + 1, number.end - 1):
            if self._analysed.tokens[at].form == self._conjunction:
                first, second = self._numerals.read(number.start, at), self._numerals.read(at + 1, number.end)
                whole = first and second and first.end == at and second.end == number.end
                if first and second and whole and first.scale == second.scale and first.amount < second.amount:
                    return Number(opener.start, number.end, first.amount, second.amount, number.rule, second)
        return None

    def _link(self, i: int) -> str:
        """What joins two numbers at a token: a hyphen, a conjunction, or nothing that does."""
        form = self._analysed.tokens[i].form
        if form in ("-", "~", "\u2013"):
            return "-"
        return form if form == self._conjunction else ""

    def _plain_hyphen(self, first: Numeral, second: Numeral) -> bool:
        """Whether a hyphen makes a range, and is no part of a date, a telephone number or a name."""
        tokens = self._analysed.tokens
        signs = ("-", "/", ".", ":")
        outer = tokens[first.start - 1].form if first.start else ""
        after = tokens[second.end].form if second.end < len(tokens) else ""
        return outer not in signs and (
            after not in signs or second.end + 1 >= len(tokens) or tokens[second.end + 1].pos != "NUM"
        )

    def _before(self, number: Number, sentence: Sentence, senses: tuple[str, ...]) -> Hit | None:
        """The modifier of one of the senses that ends where a number begins."""
        for start in range(max(sentence.start, number.start - 5), number.start):
            hit = self._analysed.hit(start, "count-modifiers")
            entry = hit.entry if hit and hit.end == number.start and hit.entry.get("side") == "before" else None
            if hit and entry and (not senses or entry.get("sense") in senses):
                return hit
        return None

    def _modified(self, number: Number, sentence: Sentence) -> Number:
        """The number with a modifier before or after it: "at least", "more than", "less than", "about"."""
        hit = self._before(number, sentence, ("least", "more", "most", "about"))
        if hit:
            return _bounded(number._replace(start=hit.start), hit.entry.get("sense"))
        for at in range(number.end, min(sentence.end, number.end + 3)):
            hit = self._analysed.hit(at, "count-modifiers")
            if hit and hit.entry.get("side") == "after":
                near = at == number.end
                number = number._replace(end=hit.end) if near else number
                return _bounded(number, hit.entry.get("sense")) if near or hit.entry.get("sense") != "odd" else number
        return number

    def _mention(self, number: Number, first: Number, sentence: Sentence) -> Mention:
        """The number as a mention of the kind that the words round it make of it."""
        percent = self._analysed.hit(number.end, "percent-words") if number.end < sentence.end else None
        noun = "yes" if self._counts_noun(number.end, sentence) else ""
        sense = self._sense(number, sentence)
        value = {"lo": number.lo, "hi": number.hi, "sense": sense, "noun": noun, "form": _form(first)}
        if percent:
            return Mention(number.start, percent.end, "percent", number.rule, {**value, "sense": "percent"})
        label = self._is_label(first, sentence) or value["sense"] == "calibre"
        label = label or (number.lo == number.hi == 0 and number.start > sentence.start)
        kind = "label" if label else "number"
        return Mention(number.start, number.end, kind, number.rule, value)

    def _sense(self, number: Number, sentence: Sentence) -> str:
        """What a number is told of."""
        unit = self._analysed.hit(number.end, "measure-units") if number.end < sentence.end else None
        if unit:
            return unit.entry.get("sense")
        if number.numeral and _is_year(number.numeral) and not self._counts_noun(number.end, sentence):
            return "year" if number.numeral.amount in _YEARS else "old-year"
        return "count" if isinstance(number.lo, int) and isinstance(number.hi, int | None) else "fraction"

    def _counts_noun(self, i: int, sentence: Sentence) -> bool:
        """Whether the token after a number is a noun that it may count."""
        if i >= sentence.end:
            return False
        token = self._analysed.tokens[i]
        return token.pos in ("NOUN", "ADJ") and not token.definite and token.clitic == ""

    def _is_label(self, number: Number, sentence: Sentence) -> bool:
        """Whether digits are part of a name: after a word for what is numbered, or a hyphen after letters."""
        numeral, tokens = number.numeral, self._analysed.tokens
        if numeral is None or not numeral.digits or number.start == sentence.start:
            return False
        before = tokens[number.start - 1]
        if before.form == "-" and number.start - 2 >= sentence.start:
            glued = tokens[number.start - 2].span.end == before.span.start
            name = tokens[number.start - 2]
            return glued and before.span.end == tokens[number.start].span.start and name.pos not in ("NUM", "PUNCT")
        named = any(
            hit.end == number.start
            for at in range(max(sentence.start, number.start - 2), number.start)
            for hit in self._analysed.hits[at]
            if hit.entry.lexicon == "label-words"
        )
        glued = before.span.end == tokens[number.start].span.start and before.form.isascii() and before.form.isalpha()
        return (named and not self._counts_noun(number.end, sentence)) or glued


def _form(number: Number) -> str:
    """How a number is written: in digits, in four digits as a year may be, as one word under ten, or in words."""
    numeral = number.numeral
    if numeral is None:
        return "vague"
    if numeral.amount == 1 and not numeral.digits:
        return "one"
    if _is_year(numeral):
        return "year"
    alone = numeral.end - numeral.start == 1 and numeral.amount < _TEN
    return "digits" if numeral.digits else "unit" if alone else "words"


def _is_year(numeral: Numeral) -> bool:
    """Whether a numeral may be the number of a year."""
    return (
        numeral.digits
        and numeral.end - numeral.start == 1
        and (numeral.amount in _YEARS or numeral.amount in _OLD_YEARS)
    )


def _bounded(number: Number, sense: str) -> Number:
    """The number as the range that a modifier makes of it."""
    if sense in ("least", "more"):
        return number._replace(hi=None)
    if sense == "odd" and isinstance(number.lo, int):
        zeros = len(str(number.lo)) - len(str(number.lo).rstrip("0"))
        return number._replace(hi=number.lo + 10**zeros - 1)
    return number._replace(lo=0) if sense == "most" else number
