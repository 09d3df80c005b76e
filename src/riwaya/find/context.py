"""Contexts: the sentences of a report as rules see them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from riwaya.model.layers import Analysed, Hit, Mention, Sentence
from riwaya.rules.elements import Context, Stretches


class Contexts:
    """Makes the context of each sentence; what does not change between steps is gathered once."""

    def __init__(self, analysed: Analysed) -> None:
        """Gathers entries by where they end, and quotations by their marks."""
        self._analysed = analysed
        self._hits = {i: hits for i, hits in enumerate(analysed.hits) if hits}
        ends: dict[int, list[Hit]] = defaultdict(list)
        for hits in self._hits.values():
            for hit in hits:
                ends[hit.end].append(hit)
        # The longest entry last, as in the look-up by first token.
        for one in ends.values():
            if len(one) > 1:
                one.sort(key=lambda h: h.end - h.start)
        self._ends = ends
        self._quotations = {q.start - 1: q for q in analysed.quotations if q.opened}
        self._marks = sorted(self._quotations)
        self._standing: dict[object, Any] = {}
        self._quotation_ends = {q.end + 1: q for q in analysed.quotations if q.closed}

    def of(
        self, mentions: Sequence[Mention], phrases: Mapping[str, Stretches] | None = None
    ) -> Iterator[tuple[Sentence, Context]]:
        """Each sentence with its context, given what was found so far and the stretches that a stage reads itself."""
        starts, ends = by_start(mentions), by_end(mentions)
        for sentence in self._analysed.sentences:
            yield (
                sentence,
                Context(
                    tokens=self._analysed.tokens,
                    first=sentence.start,
                    last=sentence.end,
                    hits=self._hits,
                    hits_by_end=self._ends,
                    mentions=starts,
                    mentions_by_end=ends,
                    quotations=self._quotations,
                    quotations_by_end=self._quotation_ends,
                    anchors=self._analysed.anchors,
                    phrases=phrases or {},
                    marks=self._marks,
                    standing=self._standing,
                ),
            )


def by_start(mentions: Iterable[Mention]) -> Mapping[int, list[Mention]]:
    """Mentions by their first token, the longest first."""
    starts: dict[int, list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda m: m.start - m.end):
        starts[mention.start].append(mention)
    return starts


def by_end(mentions: Iterable[Mention]) -> Mapping[int, list[Mention]]:
    """Mentions by the token after them, the longest first."""
    ends: dict[int, list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda m: m.start - m.end):
        ends[mention.end].append(mention)
    return ends


def starting_in(mentions: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    """Of mentions that stand by their first token, those that begin at the tokens `start` to `end` (half-open)."""
    first = bisect_left(mentions, start, key=lambda m: m.start)
    return mentions[first : bisect_left(mentions, end, lo=first, key=lambda m: m.start)]


def covered_until(mentions: Iterable[Mention]) -> Mapping[int, int]:
    """For each token that a mention covers, where the one that reaches farthest ends."""
    until: dict[int, int] = {}
    for mention in mentions:
        for i in range(mention.start, mention.end):
            until[i] = max(mention.end, until.get(i, 0))
    return until


def longest_apart(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions that no longer one overlaps, by their first token; of equals the first counts."""
    taken: set[int] = set()
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, m.start)):
        covered = range(mention.start, mention.end)
        if taken.isdisjoint(covered):
            taken.update(covered)
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)
