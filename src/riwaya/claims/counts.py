"""Counts: how many of whom or of what a content tells of, and what befell them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from riwaya.claims.frames import Stretch
from riwaya.find.context import by_start, covered_until
from riwaya.model.layers import Analysed, Found, Hit, Mention

_NOUN = 4  # tokens after a number among which its noun stands
_BEFORE, _AFTER = 3, 7  # tokens before and after a count among which the word of its harm stands
_AMONG = 3  # tokens of the longest word that sets a part apart: from among them
_NOMINAL = ("NOUN", "ADJ")


class Count(NamedTuple):
    """A range, the noun that it counts and the harm that befell them ("" where no word says)."""

    lo: int
    hi: int | None
    noun: str
    harm: str
    words: str

    def same_thing(self, other: Count) -> bool:
        """Whether both count the same: one harm, and one noun where both name one."""
        if self.harm or other.harm:
            return self.harm == other.harm and (self.noun == other.noun or not self.noun or not other.noun)
        return bool(self.noun) and self.noun == other.noun

    def agrees(self, other: Count) -> bool:
        """Whether both give one number: the same bounds, or an open range that starts at the other or just below."""
        if None in (self.hi, other.hi):
            return abs(self.lo - other.lo) <= 1
        return (self.lo, self.hi) == (other.lo, other.hi)

    def excludes(self, other: Count) -> bool:
        """Whether no number can be meant by both."""
        below = self.hi is not None and self.hi < other.lo
        return below or (other.hi is not None and other.hi < self.lo)


class Counts:
    """Reads the counts of one report."""

    def __init__(self, found: Found) -> None:
        """Gathers the numbers that count something; those of a time or a duration do not."""
        self._analysed: Analysed = found.analysed
        times = covered_until(m for m in found.mentions if m.kind in ("time", "duration"))
        numbers = (m for m in found.mentions if m.kind == "number" and m.value["sense"] == "count")
        self._numbers: Mapping[int, list[Mention]] = by_start(m for m in numbers if times.get(m.start, 0) < m.end)
        self._marks = {at for q in found.analysed.quotations for at in (q.start - 1, q.end)}

    def of(self, content: Stretch) -> Iterator[Count]:
        """The counts of a content, in order.

        None of a part ("among them two children"), none with the article: "the two dead" were counted before.
        """
        for i in range(*content):
            counts = i in self._numbers or self._dual(i)
            if not counts or self._analysed.tokens[i].definite or self._part(i):
                continue
            if i in self._numbers:
                yield self._counted(self._numbers[i][0], content)
            else:
                yield Count(2, 2, self._of(i), self._harm(i, i + 1, content), self._analysed.words(i, i + 1))

    def _counted(self, number: Mention, content: Stretch) -> Count:
        """The count of a number with its noun; of "21 others" besides one who is named, more may be meant."""
        noun = self._noun(number.end, content[1]) or self._noun_before(number.start, content[0])
        end = number.end if noun is None or noun < number.end else noun + 1
        others = self._marked(end, "others")
        lo, hi = int(str(number.value["lo"])), number.value["hi"]
        return Count(
            lo,
            None if hi is None or others else int(str(hi)),
            "" if noun is None else self._of(noun),
            self._harm(number.start, end, content),
            self._analysed.words(number.start, end),
        )

    def _noun(self, i: int, end: int) -> int | None:
        """The noun that follows a number: somebody whom harm may befall, or the first noun."""
        near = range(i, min(i + _NOUN, end))
        first = next((at for at in near if not self._passed(at)), None)
        if first is None or self._analysed.tokens[first].pos not in _NOMINAL:
            return None
        described = first + 1 < end and not self._person(first) and self._analysed.hit(first + 1, "victims")
        return first + 1 if described else first

    def _passed(self, i: int) -> bool:
        """Whether a token may stand between a number and its noun: "two of the", a quotation mark."""
        link = self._analysed.hit(i, "member-links")
        return i in self._marks or bool(link and link.entry.get("link") == "from")

    def _noun_before(self, i: int, start: int) -> int | None:
        """The noun before a number that stands after what it counts: "attackers two"."""
        before = i - 1
        noun = before >= start and self._analysed.tokens[before].pos == "NOUN"
        return before if noun and not self._analysed.hit(before, "harms") else None

    def _part(self, i: int) -> bool:
        """Whether a number counts a part of those counted before."""
        return any(self._marked(at, "part", end=i) for at in range(max(0, i - _AMONG), i))

    def _marked(self, i: int, kind: str, end: int | None = None) -> bool:
        """Whether a word of a kind that parts counts from each other begins at a token."""
        hit = self._analysed.hit(i, "among")
        return hit is not None and hit.entry.get("kind") == kind and end in (None, hit.end)

    def _dual(self, i: int) -> bool:
        """Whether a token is a dual of persons without a number of its own."""
        hit = self._person(i)
        return bool(hit and "du" in hit.entry.features.split() and i + 1 not in self._numbers)

    def _of(self, i: int) -> str:
        """What is counted, under one name for all its forms; nothing for any person, and for a word of harm."""
        if self._analysed.hit(i, "light-words"):
            return ""
        if hit := self._person(i):
            return "" if hit.entry.lexicon == "harms" else hit.entry.id
        return self._analysed.tokens[i].base or self._analysed.tokens[i].stem

    def _person(self, i: int) -> Hit | None:
        """The entry of somebody whom harm may befall."""
        return self._analysed.hit(i, "harms") or self._analysed.hit(i, "victims")

    def _harm(self, start: int, end: int, content: Stretch) -> str:
        """The harm told beside a count: by the counted word itself, just before it, or after it."""
        before = range(start - 1, max(content[0], start - _BEFORE) - 1, -1)
        after = range(end, min(content[1], end + _AFTER))
        ends = ("PUNCT",), ("PUNCT",), ("PUNCT", "CONJ")
        hits = (
            hit
            for near, end in zip((range(start, end), before, after), ends, strict=True)
            if (hit := self._harmed(near, end))
        )
        return next((hit.entry.get("harm") for hit in hits), "")

    def _harmed(self, near: range, ends: tuple[str, ...]) -> Hit | None:
        """The first word of harm among some tokens, up to what ends them or another count."""
        for i in near:
            if hit := self._analysed.hit(i, "harms"):
                return hit
            if self._analysed.tokens[i].pos in ends or (i in self._numbers and i != near[0]):
                return None
        return None
