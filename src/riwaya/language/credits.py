"""Credits: the agency in brackets after the caption of a picture, as a sentence of its own that ends the caption.

Where a page was scraped whole, captions stand within the text without a full stop: "guards at the gate (AFP)".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from riwaya.model.layers import Sentence, Token

_LONGEST = 7  # tokens between the brackets


class Credits(NamedTuple):
    """What credits are made of in a pack's language."""

    agencies: frozenset[str]  # words that name who took a picture, folded
    further: frozenset[str]  # words that may stand beside them: archive
    brackets: tuple[str, str]
    stops: frozenset[str]  # marks that end a sentence

    def part(self, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
        """The sentences, each credit parted from what stands before and after it."""
        opening, _ = self.brackets
        opened = [i for i, token in enumerate(tokens) if token.form == opening]
        parted: list[Sentence] = []
        for sentence in sentences:
            start = sentence.start
            for i in opened[bisect_left(opened, start) : bisect_left(opened, sentence.end)]:
                if i >= start and (end := self._end(tokens, i, sentence.end)):
                    cuts = sorted({start, i, end})
                    parted += (sentence._replace(start=a, end=b) for a, b in pairwise(cuts))
                    start = end
            if start < sentence.end:
                parted.append(sentence._replace(start=start))
        return tuple(parted)

    def _end(self, tokens: Sequence[Token], opening: int, last: int) -> int:
        """Where the credit ends that an opening bracket begins; 0 where other words stand in it, and in a dateline."""
        named = False
        for i in range(opening + 1, min(opening + 2 + _LONGEST, last)):
            form = tokens[i].form
            if form == self.brackets[1]:
                if all(token.form in self.stops for token in tokens[i + 1 : last]):
                    return last if named else 0
                return i + 1 if named and tokens[i + 1].pos != "PUNCT" else 0
            named = named or form in self.agencies
            if form not in self.agencies and form not in self.further and tokens[i].pos != "PUNCT":
                return 0
        return 0
