"""Clauses: the stretch of a sentence that a trigger's own words stand in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from riwaya.model import Claim, Span
from riwaya.model.layers import Analysed, Mention, Sentence


class Scene(NamedTuple):
    """A trigger where it stands: its sentence, the clause round it, and the claim whose content holds it."""

    trigger: Mention
    sentence: Sentence
    start: int  # of the clause
    end: int
    first: int  # of the content, or of the sentence where no claim holds the trigger
    last: int
    claim: Claim | None
    relative: int | None  # where the clause opens, in code points, if it describes the noun before it

    @property
    def is_verb(self) -> bool:
        """Whether the trigger is a verb."""
        return self.trigger.value["class"] == "verb"


class Clauses:
    """Finds the scenes of one report."""

    def __init__(
        self, analysed: Analysed, claims: Sequence[Claim], ends: frozenset[str], actors: Iterable[Mention] = ()
    ) -> None:
        """Notes which tokens open a clause, and the claims from the smallest content on; `ends` are marks.

        No clause opens within the name of one of the `actors`.
        """
        self._analysed, self._ends = analysed, ends
        within = {i for actor in actors for i in range(actor.start, actor.end)}
        self._openers = [i for i in range(len(analysed.tokens)) if i not in within and self._opens(i)]
        self._claims: dict[int, list[Claim]] = defaultdict(list)  # by the first token of each of their sentences
        for claim in sorted(claims, key=lambda c: (c.content.end - c.content.start, _told_again(c))):
            for sentence in self._sentences_of(claim):
                self._claims[sentence.start].append(claim)

    def _sentences_of(self, claim: Claim) -> Sequence[Sentence]:
        """The sentences that a claim's content stands in: one, or those of a quotation over several paragraphs."""
        tokens, sentences = self._analysed.tokens, self._analysed.sentences
        first = bisect_right(sentences, claim.content.start, key=lambda s: tokens[s.start].span.start)
        last = bisect_left(sentences, claim.content.end, key=lambda s: tokens[s.start].span.start)
        return sentences[first - 1 : max(first, last)]

    def scene(self, trigger: Mention, sentence: Sentence) -> Scene:
        """The scene of a trigger."""
        span = self._analysed.span(trigger.start, trigger.end)
        claim = next(
            (c for c in self._claims[sentence.start] if span.overlap(c.content) == span.end - span.start), None
        )
        first, last = self._tokens(claim.content, sentence) if claim else (sentence.start, sentence.end)
        before = bisect_right(self._openers, trigger.start)
        after = bisect_left(self._openers, trigger.end)
        start = max(self._openers[before - 1] if before else first, first)
        end = min(self._openers[after] if after < len(self._openers) else last, last)
        return Scene(trigger, sentence, start, end, first, last, claim, self._relative(start))

    def _tokens(self, content: Span, sentence: Sentence) -> tuple[int, int]:
        """The tokens of the sentence that a content covers."""
        tokens, (first, last) = self._analysed.tokens, sentence[:2]
        start = bisect_right(tokens, content.start, first, last, key=lambda token: token.span.end)
        end = bisect_left(tokens, content.end, start, last, key=lambda token: token.span.start)
        return (start, end) if start < end else (first, last)

    def _opens(self, i: int) -> bool:
        """Whether a clause begins at a token: a clause word, a conjunction before a finite verb, a semicolon."""
        token = self._analysed.tokens[i]
        if (
            self._analysed.hit(i, "clause-openers")
            or self._analysed.hit(i, "complementisers")
            or token.form in self._ends
        ):
            return True
        following = self._analysed.tokens[i + 1] if i + 1 < len(self._analysed.tokens) else None
        verb = following is not None and following.pos in ("VERB", "NEG")
        return token.pos == "CONJ" and token.clitic != "en" and verb

    def _relative(self, start: int) -> int | None:
        """Where a clause opens, in code points, if it is a relative one, of the noun before it."""
        return self._analysed.tokens[start].span.start if self._analysed.relative(start) else None


def _told_again(claim: Claim) -> bool:
    """Whether a claim is told after its content, by somebody else than who said it first: "which Tehran denies"."""
    return claim.cue is not None and claim.cue.start >= claim.content.end
