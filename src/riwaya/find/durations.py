"""Durations: so many units of time, in words or digits, as mentions of kind `duration`.

A number beside a unit, a unit in the dual, a unit with "and a half", or a bare unit after a word that measures ("for a
week"); a conjunction adds one to the next. `parts` holds them as (least, most, unit), and `lo`, `hi`, `unit` are the
first of them; a bare plural ("for weeks") is two and more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from riwaya.find.digits import Amount, whole
from riwaya.model.layers import Analysed, Hit, Mention, Sentence

Part = tuple[Amount, Amount | None, str]
_MOST_UNITS = 10  # of a bare plural
_NAMED = frozenset({"weekdays", "months", "relative-days", "hours", "year-words", "day-parts", "holidays", "seasons"})


class _Piece(NamedTuple):
    """The tokens of one part of a duration."""

    start: int
    end: int
    part: Part


def find_durations(analysed: Analysed, numbers: Sequence[Mention], conjunction: str) -> list[Mention]:
    """The durations of a report."""
    reader = _DurationReader(analysed, numbers, conjunction)
    return [mention for sentence in analysed.sentences for mention in reader.read(sentence)]


class _DurationReader:
    """Reads the durations of one report."""

    def __init__(self, analysed: Analysed, numbers: Sequence[Mention], conjunction: str) -> None:
        self._analysed, self._conjunction = analysed, conjunction
        self._starting: Mapping[int, Mention] = {m.start: m for m in numbers if m.kind == "number"}
        self._ending: Mapping[int, Mention] = {m.end: m for m in numbers if m.kind == "number"}

    def read(self, sentence: Sentence) -> list[Mention]:
        """The durations of a sentence."""
        found: list[list[_Piece]] = []
        for i in self._analysed.beginning(sentence, "dual-units", "time-units"):
            if found and i < found[-1][-1].end:
                continue
            piece = self._piece(i, sentence)
            if piece is None:
                continue
            if found and self._goes_on(found[-1][-1].end, piece.start):
                found[-1].append(piece)
            else:
                found.append([piece])
        return [self._mention(pieces) for pieces in found]

    def _goes_on(self, end: int, start: int) -> bool:
        """Whether a piece goes on with the duration that ended before it."""
        return start == end or (start == end + 1 and self._analysed.tokens[end].form == self._conjunction)

    def _piece(self, i: int, sentence: Sentence) -> _Piece | None:
        """The part of a duration whose unit begins at a token."""
        dual = self._analysed.hit(i, "dual-units")
        if dual and dual.end <= sentence.end:
            return self._and_part(_Piece(i, dual.end, (2, 2, dual.entry.get("unit"))), sentence)
        hit = self._analysed.hit(i, "time-units")
        if hit is None or hit.end > sentence.end:
            return None
        unit, token = hit.entry.get("unit"), self._analysed.tokens[i]
        number = self._ending.get(i)
        if number is not None and number.start >= sentence.start and number.value["sense"] in ("count", "fraction"):
            if token.definite and number.value["sense"] == "count":
                return None
            piece = _Piece(number.start, hit.end, (number.value["lo"], number.value["hi"], unit))  # type: ignore[arg-type]
            return self._and_part(piece, sentence)
        return self._bare(hit, unit, sentence)

    def _and_part(self, piece: _Piece, sentence: Sentence) -> _Piece:
        """The piece with the half or quarter that a conjunction adds to it."""
        number = self._starting.get(piece.end + 1)
        joined = piece.end + 1 < sentence.end and self._analysed.tokens[piece.end].form == self._conjunction
        if number is None or not joined or not isinstance(number.value["lo"], float) or number.value["lo"] >= 1:
            return piece
        if self._analysed.hit(number.end, "time-units") and not self._analysed.tokens[number.end].definite:
            return piece
        lo, hi, unit = piece.part
        more = number.value["lo"]
        same = self._analysed.hit(number.end, "time-units")
        end = same.end if same and same.entry.get("unit") == unit else number.end
        return _Piece(piece.start, end, (whole(lo + more), None if hi is None else whole(hi + more), unit))

    def _bare(self, hit: Hit, unit: str, sentence: Sentence) -> _Piece | None:
        """A unit without a number: after a word that measures, with "whole" or "one" after it, or by itself."""
        start, end, token = hit.start, hit.end, self._analysed.tokens[hit.start]
        plural = "pl" in hit.entry.features
        part: Part = (2, _MOST_UNITS, unit) if plural else (1, 1, unit)
        opener = self._opener(start, sentence)
        if token.definite:
            lasts = opener is not None and opener.entry.get("whole") == "yes"
            return _Piece(opener.start, end, part) if opener and lasts and not self._directed(end) else None
        after = self._analysed.hit(end, "whole-words") if end < sentence.end else None
        if after and not after.entry.get("opens") and not plural:
            return self._and_part(_Piece(start, after.end, part), sentence)
        alone = start == sentence.start and self._ends(end, sentence)
        if not (opener or alone) or self._annexed(end, sentence):
            return self._with_half(_Piece(start, end, part), sentence, plural)
        return self._and_part(_Piece(start, end, part), sentence)

    def _with_half(self, piece: _Piece, sentence: Sentence, plural: bool) -> _Piece | None:
        """An hour and a half: a bare unit counts where a part follows it."""
        more = self._and_part(piece, sentence)
        return more if more.end > piece.end and not plural else None

    def _opener(self, i: int, sentence: Sentence) -> Hit | None:
        """The word that measures and ends before a token."""
        for start in range(max(sentence.start, i - 4), i):
            hit = self._analysed.hit(start, "duration-openers") or self._analysed.hit(start, "count-modifiers")
            if hit and hit.end == i and hit.entry.get("side") != "after":
                return hit
        return None

    def _ends(self, i: int, sentence: Sentence) -> bool:
        """Whether nothing but signs stands up to the end of the sentence."""
        return all(self._analysed.tokens[at].pos == "PUNCT" for at in range(i, sentence.end))

    def _directed(self, i: int) -> bool:
        """Whether last or next follows: then the unit is a time."""
        return self._analysed.hit(i, "time-directions") is not None

    def _annexed(self, i: int, sentence: Sentence) -> bool:
        """Whether what follows names the unit: the year 2014, the day before yesterday, the month of Ramadan."""
        if i >= sentence.end:
            return False
        token = self._analysed.tokens[i]
        named = any(hit.entry.lexicon in _NAMED for hit in self._analysed.hits[i])
        return named or token.definite or token.pos in ("NUM", "ADJ") or token.clitic == "en" or i in self._starting

    def _mention(self, pieces: Sequence[_Piece]) -> Mention:
        """The pieces of one duration as a mention."""
        parts = tuple(piece.part for piece in pieces)
        lo, hi, unit = parts[0]
        value = {"lo": lo, "hi": hi, "unit": unit, "parts": parts}
        return Mention(pieces[0].start, pieces[-1].end, "duration", "durations", value)
