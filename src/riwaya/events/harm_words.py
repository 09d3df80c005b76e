"""Words of harm: which word of killing or injuring stands at a token, and what the words round it make of its toll."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.model.layers import Analysed, Hit, Mention

_REACH = 8  # tokens between a verb and what it is said to have caused
_MARK = 6  # tokens of the longest word round a toll
PAUSES = (":", ";", "\u061b", "-", "\u2013", "(", ")")  # marks at which another clause begins


class HarmWords:
    """The words of harm of one report, and the words round a toll (lexicon/toll-words.tsv)."""

    def __init__(self, analysed: Analysed, mentions: Sequence[Mention]) -> None:
        """Takes the report and its mentions: a word within the name of a place or a known body is none of harm."""
        self._analysed, self._tokens = analysed, analysed.tokens
        names = (m for m in mentions if m.kind == "place" or (m.kind == "actor" and m.value["actor"]))
        self._in_name = {i for m in names if m.end - m.start > 1 for i in range(m.start, m.end)}

    def word(self, i: int) -> Hit | None:
        """The word of killing or injuring that begins at a token."""
        if i >= len(self._tokens) or i in self._in_name:
            return None
        hits = [hit for hit in self._analysed.hits[i] if hit.entry.lexicon == "harms"]
        hits = [hit for hit in hits if hit.end == hits[-1].end]
        if not hits or hits[-1].entry.get("harm") not in ("killed", "injured"):
            return None
        joined = self._joined(i)
        return max(hits, key=lambda hit: (hit.entry.get("part") in joined, *self._likely(hit)))

    def _joined(self, i: int) -> set[str]:
        """The parts of the words of harm to which "and" joins a token: "the death and wounding of", no verb."""
        if i < 2 or self._tokens[i - 1].pos != "CONJ":
            return set()
        return {hit.entry.get("part") for hit in self._analysed.hits[i - 2] if hit.entry.lexicon == "harms"}

    def _likely(self, hit: Hit) -> tuple[bool, bool]:
        """What speaks for a reading of a word: a verb before a preposition, which follows no noun of its object."""
        after = self._tokens[hit.end].pos if hit.end < len(self._tokens) else ""
        verb = hit.entry.get("part") == "verb"
        named = self._tokens[hit.start].pos == "NOUN" and self._analysed.opens(hit.start - 1, "triggers")  # an act of
        ungoverned = after in ("PREP", "ADV", "CONJ", "COMP") and not (named or self._tokens[hit.start].definite)
        return verb == (ungoverned or self._tokens[hit.start].pos == "VERB"), verb

    def features(self, word: Hit) -> list[str]:
        """What the form of a word of harm tells; of several words, that of the first."""
        return (word.entry.features or self._tokens[word.start].features).split()

    def kind(self, i: int) -> str:
        """The kind of the word round a toll that begins at a token; empty where none does."""
        return self._analysed.cell(i, "toll-words", "kind")

    def marked_before(self, i: int, kind: str, first: int) -> Hit | None:
        """The word of a kind round a toll that ends where a token begins."""
        for start in range(i - 1, max(first, i - _MARK) - 1, -1):
            mark = self._analysed.hit(start, "toll-words")
            if mark and mark.end == i and mark.entry.get("kind") == kind:
                return mark
        return None

    def denied(self, word: Hit, first: int) -> bool:
        """Whether a word before a noun of harm denies it: "without injuries", "no injuries were reported"."""
        if word.end < len(self._tokens) and self._tokens[word.end].clitic == "en":  # "his death" is no denied one
            return False
        at = word.start
        while at > first and self._tokens[at - 1].pos in ("NOUN", "ADJ", "DET"):
            if self.marked_before(at, "none", first):
                return True
            at -= 1
        return self.marked_before(at, "none", first) is not None or self._without_result(at, first)

    def _without_result(self, i: int, first: int) -> bool:
        """Whether what stands before a token is said to have had no such result: "the attack caused no"."""
        for at in range(i - 1, max(first, i - _REACH) - 1, -1):
            if self._tokens[at].pos == "VERB":
                denied = self.marked_before(at, "none", first) is not None
                return denied and (self.kind(at) == "results" or self._analysed.opens(at, "happenings", "light-words"))
            if self._tokens[at].pos in ("CONJ", "PUNCT"):
                return False
        return False

    def begins(self, i: int) -> bool:
        """Whether a clause begins after a token."""
        token = self._tokens[i]
        if token.pos in ("VERB", "COMP") or token.form in PAUSES:
            return True
        return self.kind(i) in ("apart", "when") or self._analysed.opens(i, "clause-openers")
