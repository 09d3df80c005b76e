"""Clauses: the stretch of a sentence that a trigger's own words stand in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from riwaya.model import Claim, Span
from riwaya.model.layers import Analysed, Hit, Mention, Sentence


class Scene(NamedTuple):
    """A trigger where it stands: its sentence, the clause round it, and the claim whose content holds it."""

    trigger: Mention
    sentence: Sentence
    start: int  # of the clause
    end: int
    first: int  # of the content, or of the sentence where no claim holds the trigger
    last: int
    claim: Claim | None


class Clauses:
    """Finds the scenes of one report."""

    def __init__(self, analysed: Analysed, claims: Sequence[Claim]) -> None:
        """Notes which tokens open a clause, and the claims from the smallest content on."""
        self._analysed = analysed
        self._claims = sorted(claims, key=lambda c: c.content.end - c.content.start)
        self._cues = [claim.cue for claim in claims if claim.cue]

    def scene(self, trigger: Mention, sentence: Sentence) -> Scene:
        """The scene of a trigger."""
        span = self._analysed.span(trigger.start, trigger.end)
        claim = next((c for c in self._claims if span.overlap(c.content) == span.end - span.start), None)
        first, last = self._tokens(claim.content, sentence) if claim else (sentence.start, sentence.end)
        start = trigger.start
        while start > first and not self._opens(start, first):
            start -= 1
        end = trigger.end
        while end < last and not self._opens(end, first):
            end += 1
        return Scene(trigger, sentence, start, end, first, last, claim)

    def _tokens(self, content: Span, sentence: Sentence) -> tuple[int, int]:
        """The tokens of the sentence that a content covers."""
        inside = [i for i in range(sentence.start, sentence.end) if self._analysed.tokens[i].span.overlap(content) > 0]
        return (inside[0], inside[-1] + 1) if inside else (sentence.start, sentence.end)

    def _opens(self, i: int, first: int) -> bool:
        """Whether a clause begins at a token: a clause word, a conjunction before a finite verb, a semicolon."""
        token = self._analysed.tokens[i]
        if self.hit(i, "clause-openers") or self.hit(i, "complementisers") or token.form in ";؛:.":
            return True
        following = self._analysed.tokens[i + 1] if i + 1 < len(self._analysed.tokens) else None
        verb = following is not None and following.pos == "VERB"
        return i > first and token.pos == "CONJ" and token.clitic == "pro" and verb

    def hit(self, i: int, lexicon: str) -> Hit | None:
        """The longest entry of a lexicon at a token."""
        return next((h for h in reversed(self._analysed.hits[i]) if h.entry.lexicon == lexicon), None)

    def on_cue(self, trigger: Mention) -> bool:
        """Whether a trigger is a claim's own cue."""
        span = self._analysed.span(trigger.start, trigger.end)
        return any(span.overlap(cue) for cue in self._cues)
