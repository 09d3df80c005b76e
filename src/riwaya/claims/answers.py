"""Answers and silences: what a source says to another's word, and where it says nothing to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from riwaya.claims.frames import Stretch
from riwaya.claims.gists import Gist, Gists, hits_in
from riwaya.claims.pointing import Pointing
from riwaya.model import Relation
from riwaya.model.layers import Analysed, Hit

_OBJECT = 8  # tokens after a word of answering that tell what is answered
_HEAD = 10  # tokens at the head of a content in which a response is what it tells
_SILENT = 8  # terms of a claim of silence that points back, its speaker among them
_ACTING = ("assert", "admit", "claim_responsibility", "promise", "threaten")


class Answers:
    """Finds what claims of one report answer, and what others are silent on."""

    def __init__(self, analysed: Analysed, gists: Sequence[Gist], reader: Gists, pointing: Pointing) -> None:
        """`gists` in the order of the report."""
        self._analysed, self._gists, self._reader, self._pointing = analysed, gists, reader, pointing

    def of(self, gist: Gist) -> Iterator[Relation]:
        """The relations of a claim to the earlier claim that it answers, or says nothing to."""
        if gist.claim.act == "silence":
            yield from self._silence(gist)
        elif answered := self._replied(gist) or self._responded(gist):
            yield Relation(kind="answers", a=gist.claim.id, b=answered[0].claim.id, about=answered[1])

    def _silence(self, gist: Gist) -> Iterator[Relation]:
        """One source tells, another says nothing of it; who declines to comment has been asked and answers."""
        told = self._unanswered(gist)
        if told is None:
            return
        if any(hit.entry.get("kind") == "refusal" for hit in self._hits(gist.content)):
            about = f"{gist.speaker.entity} declines to comment on the word of {told.speaker.entity}"
            yield Relation(kind="answers", a=gist.claim.id, b=told.claim.id, about=about)
        else:
            about = f"{told.speaker.entity} speaks of it, {gist.speaker.entity} does not"
            yield Relation(kind="silence", a=gist.claim.id, b=told.claim.id, about=about)

    def _unanswered(self, gist: Gist) -> Gist | None:
        """The claim that a silent source says nothing to: in its sentence, in its words, or of the same sort."""
        near = list(self._pointing.nearest(gist))
        told = {term for term in gist.terms if not term.startswith("name:")}
        for earlier in near:
            if earlier.sentence == gist.sentence or told & earlier.terms:
                return earlier
        if gist.violent:
            return next((earlier for earlier in near if earlier.violent), None)
        return self._pointing.claim(gist, self._said(gist), most=_SILENT)

    def _replied(self, gist: Gist) -> tuple[Gist, str] | None:
        """The claim that words before the content name as what is answered: "in answer to", "commenting on"."""
        start = self._analysed.sentences[gist.sentence].start
        first = gist.number == 0 or self._gists[gist.number - 1].sentence != gist.sentence
        for hit in self._hits((start, gist.content[0])):
            if hit.entry.get("kind") == "reply" and first:
                words = (hit.end, min(hit.end + _OBJECT, gist.content[0]))
                if answered := self._named(gist, words) or self._pointing.claim(gist, words, most=_OBJECT):
                    return answered, f"{gist.speaker.entity} speaks in answer to {answered.speaker.entity}"
        return None

    def _named(self, gist: Gist, words: Stretch) -> Gist | None:
        """The nearest claim of another source that tells what some words name."""
        terms = {term for i in range(*words) if (term := self._reader.term(i)) and not term.startswith("name:")}
        return next((earlier for earlier in self._pointing.nearest(gist) if terms & earlier.terms), None)

    def _responded(self, gist: Gist) -> tuple[Gist, str] | None:
        """The accusation just before to which the act that is told is the response."""
        if gist.claim.act not in _ACTING or gist.number == 0:
            return None
        before = self._gists[gist.number - 1]
        head = (gist.content[0], min(gist.content[0] + _HEAD, gist.content[1]))
        bare = any(hit.entry.get("kind") == "response" and not self._complement(hit) for hit in self._hits(head))
        if bare and before.claim.act == "accuse" and before.sentence == gist.sentence:
            return before, f"{gist.speaker.entity} calls the act a response to what it is said to follow"
        return None

    def _complement(self, hit: Hit) -> bool:
        """Whether a response tells itself what it responds to."""
        return self._analysed.tokens[hit.end].pos == "PREP" if hit.end < len(self._analysed.tokens) else False

    def _said(self, gist: Gist) -> Stretch:
        """The tokens of a claim of silence from its cue on."""
        start = gist.cue[0] if gist.cue else gist.content[0]
        return min(start, gist.content[1] - 1), gist.content[1]

    def _hits(self, words: Stretch) -> list[Hit]:
        """The words of answering among some tokens."""
        return hits_in(self._analysed, words, "answers")
