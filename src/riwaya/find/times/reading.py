"""A time rule's captures as values, with what stands round them: the day of publication and the tense of the clause."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import cached_property
from itertools import pairwise

from riwaya.find.times.tense import direction_at
from riwaya.model.layers import Analysed, Mention, Sentence
from riwaya.rules.elements import Capture
from riwaya.rules.rule import RuleMatch

_FIGURES = frozenset({"a", "b", "c"})


class Reading:
    """One time expression."""

    def __init__(self, match: RuleMatch, analysed: Analysed, sentence: Sentence, now: datetime | None) -> None:
        """`now` is when the report was published; midnight where only the day is known."""
        self._captures: Mapping[str, Capture] = match.captures
        self.gives: Mapping[str, str] = match.rule.gives
        self.analysed, self._sentence, self.now = analysed, sentence, now
        self.start, self.end = match.start, match.end

    @property
    def today(self) -> date | None:
        """The day of publication."""
        return self.now.date() if self.now else None

    @cached_property
    def tense(self) -> str:
        """Where the clause looks: past, future, alone (the text is this expression), or nowhere."""
        return direction_at(self.analysed, self._sentence, self.start, self.end)

    def has(self, *names: str) -> bool:
        """Whether the rule captured or gives one of these."""
        return any(name in self._captures or name in self.gives for name in names)

    def column(self, name: str, column: str) -> str:
        """A column of the entry that a capture holds; empty where it holds none."""
        capture = self._captures.get(name)
        return capture.hit.entry.get(column) if capture and capture.hit else ""

    def mention(self, name: str) -> Mention | None:
        """The mention that a capture holds."""
        capture = self._captures.get(name)
        return capture.mention if capture else None

    def features(self, name: str) -> str:
        """The features of the form that a capture holds."""
        capture = self._captures.get(name)
        return capture.hit.entry.features if capture and capture.hit else ""

    def number(self, name: str) -> int | None:
        """The whole number that a capture holds, or that the rule gives; of a range, its least."""
        mention = self.mention(name)
        if mention is not None:
            lo = mention.value["lo"]
            return lo if isinstance(lo, int) else None
        if value := self.column(name, "value"):
            return int(value)
        if (words := self.words(name)).isascii() and words.isdigit():
            return int(words)
        return int(self.gives[name]) if name in self.gives else None

    def words(self, name: str) -> str:
        """The forms of the tokens that a capture took, put together."""
        capture = self._captures.get(name)
        tokens = self.analysed.tokens[capture.start : capture.end] if capture else ()
        return "".join(token.form for token in tokens)

    def solid(self, name: str = "") -> bool:
        """Whether no blank stands inside a capture, or between the figures that the rule captured."""
        if name:
            captures = [self._captures[name]] if name in self._captures else []
        else:
            captures = [c for n, c in self._captures.items() if n in _FIGURES]
        first, last = min((c.start for c in captures), default=0), max((c.end for c in captures), default=0)
        tokens = self.analysed.tokens[first:last]
        return all(a.span.end == b.span.start for a, b in pairwise(tokens))

    @property
    def shift(self) -> int | None:
        """Last (-1), this (0) or next (1), where the words say so."""
        shift = self.column("direction", "shift") or self.gives.get("shift", "")
        return int(shift) if shift else None
