"""Acts: what a speaker does with a content that a neutral verb of saying brings: accuse, warn, promise, deny ..."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from riwaya.claims.agreement import Speaker
from riwaya.claims.contents import Contents
from riwaya.claims.frames import Stretch
from riwaya.claims.sources import Sources
from riwaya.model.layers import Analysed, Hit

_CLAUSE = 2  # tokens of the shortest clause
_HEAD = 4  # tokens at the head of a clause in which a modal word governs the whole
_BOUND = ("victims", "institutions", "sources", "source-heads", "states", "groups", "references", "offices")
_OPENING = '«“"'  # marks that may open a quotation between a duty and its deed
_COMPLEMENT = 4  # tokens after a verb in which its preposition begins
_BLAME = 6  # tokens at the head of a clause in which a word of blame is what is said of somebody
_SUBJECT = 12  # tokens of a subject before its verb
_LONG = 16  # tokens up to the predicate of a subject that a relative clause describes
_AHEAD = 3  # tokens between the subject of a promise and the mark of its future


class Part(NamedTuple):
    """A part of a content with its act."""

    content: Stretch
    act: str


class Acts:
    """Reads the acts of one report."""

    def __init__(self, analysed: Analysed, contents: Contents, sources: Sources) -> None:
        """Reads on what is known of contents and of sources."""
        self._analysed, self._contents, self._sources = analysed, contents, sources

    def parts(self, content: Stretch, act: str, speaker: Speaker | None, *, direct: bool) -> Sequence[Part]:
        """The parts of a content by their acts; neighbours of one act, and clauses without a subject, stay together."""
        if act != "assert":
            return [Part(content, act)]
        parts: list[Part] = []
        for clause in self._contents.clauses(content):
            own = self.act(clause.content, speaker, direct=direct)
            dependent = own == "assert" and clause.joined and not self._sources.names_actor(clause.content[0] + 2)
            warned = {"assert", "warn"} == {own, parts[-1].act} and not clause.sentence if parts else False
            if parts and parts[-1].content[1] - parts[-1].content[0] < _CLAUSE:  # "also", "in the end"
                parts[-1] = Part((parts[-1].content[0], clause.content[1]), own)
            elif parts and (parts[-1].act == own or dependent or warned):
                act = "warn" if warned else parts[-1].act
                parts[-1] = Part((parts[-1].content[0], clause.content[1]), act)
            else:
                parts.append(Part(clause.content, own))
        return [Part(self._contents.trimmed(part.content), part.act) for part in parts]

    def act(self, content: Stretch, speaker: Speaker | None, *, direct: bool) -> str:
        """The act of a clause, from the words at its head."""
        return (
            self._verb(content, direct=direct)
            or self._noun(content)
            or self._word(content, "modal-words", self._predicate(content))
            or self._denial(content, direct=direct)
            or self._word(content, "blame", _BLAME)
            or self._grave(content)
            or self._word(content, "dangers", content[1] - content[0])
            or self._undertaking(content, speaker)
            or self._responsibility(content, speaker)
            or "assert"
        )

    def opens_with(self, cue: Stretch, content: Stretch) -> bool:
        """Whether a cue is the verb that opens a content, of the same speaker: "said that he hopes", "they believe"."""
        tokens, first = self._analysed.tokens, cue[0]
        present = "pres" in tokens[first].features.split() and tokens[first - 1].clitic == "en"
        near = content[0] <= first < content[0] + 2
        return near and (bool(self._verb(content, direct=False)) or (present and first == content[0]))

    def _predicate(self, content: Stretch) -> int:
        """How many tokens the head of a clause has: up to its first finite verb, after a subject that stands first."""
        tokens, (start, end) = self._analysed.tokens, content
        relative = False
        for i in range(start, min(start + _SUBJECT, end)):
            if tokens[i].pos == "VERB" and not relative:
                return max(_HEAD, i + 1 - start)
            relative = relative or self._analysed.relative(i)
        return _LONG if relative else _HEAD

    def _verb(self, content: Stretch, *, direct: bool) -> str:
        """The act of a verb of saying that opens a content: "that he hopes", "we demand"."""
        person, (start, end) = "1" if direct else "3", content
        at = start + (start < end and self._analysed.tokens[start].pos in ("NEG", "PART", "PRON", "CONJ"))
        hit = self._analysed.hit(at, "says") if at < end else None
        if hit is None or hit.entry.get("act") == "assert" or not self._has_complement(hit):
            return ""
        features = hit.entry.features.split()
        fits = not direct if not features else "pres" in features and person in features
        return hit.entry.get("act") if fits else ""

    def _has_complement(self, hit: Hit) -> bool:
        """Whether a verb that says something only with a preposition has it: it "concedes", else it "hands over"."""
        asked, _, clause = hit.entry.get("takes").partition("-")
        if clause != "that" or asked in ("passive", "person"):
            return True
        after = (self._analysed.hit(i, "prepositions") for i in range(hit.end, hit.end + _COMPLEMENT))
        return any(word is not None and word.entry.id == asked for word in after)

    def _noun(self, content: Stretch) -> str:
        """The act of a noun of saying that opens a content: "(affirmed) its rejection of", "its backing of"."""
        hit = self._analysed.hit(content[0], "saying-nouns")
        act = hit.entry.get("act") if hit and not self._analysed.tokens[hit.start].definite else ""
        return act if act not in ("assert", "accuse", "threaten", "warn", "expect") else ""

    def _grave(self, content: Stretch) -> str:
        """Accusation, by a word of blame so grave that it counts wherever it stands: "in cold blood"."""
        hits = (self._analysed.hit(i, "blame") for i in range(*content))
        grave = (hit for hit in hits if hit and hit.entry.get("reach") == "clause" and not self._quoted_blame(hit))
        return "accuse" if next(grave, None) else ""

    def _word(self, content: Stretch, lexicon: str, head: int) -> str:
        """The act that a word of a lexicon near the head of a content makes of it."""
        start, end = content
        hits = (self._analysed.hit(i, lexicon) for i in range(start, min(start + head, end)))
        fitting = (hit for hit in hits if hit and self._takes(hit, end) and not self._undone(hit, start))
        found = next((hit for hit in fitting if not self._quoted_blame(hit)), None)
        return (found.entry.get("act") or "accuse") if found else ""

    def _undone(self, hit: Hit, start: int) -> bool:
        """Whether a negation right before a duty undoes it: "is not in need of"."""
        before = hit.start - 1
        return before >= start and hit.entry.get("act") == "demand" and self._analysed.tokens[before].pos == "NEG"

    def _takes(self, hit: Hit, end: int) -> bool:
        """Whether a word has after it what it asks for: anything, a verb in the present, a deed."""
        takes, nxt = hit.entry.get("takes"), self._analysed.tokens[hit.end] if hit.end < end else None
        if not takes:
            return True
        if nxt is None:
            return False
        if takes == "pres":
            return "pres" in nxt.features.split()
        if takes == "whom":  # "it is up to the parties to respect": the deed stands after a noun
            if not (self._sources.names_actor(hit.end) or self._analysed.opens(hit.end, *_BOUND)):
                return False
            near = self._analysed.tokens[hit.end + 1 : min(hit.end + _HEAD + 2, end)]
            clause = takewhile(lambda token: token.pos != "PUNCT" or token.form in _OPENING, near)
            return any(token.pos == "COMP" or "vn" in token.features.split() for token in clause)
        return nxt.pos == "COMP" or "vn" in nxt.features.split() or (nxt.pos == "NOUN" and nxt.definite)

    def _quoted_blame(self, hit: Hit) -> bool:
        """Whether a word of blame stands in quotation marks by itself, or with one other: it is another's word."""
        return hit.entry.lexicon == "blame" and any(
            q.start <= hit.start < q.end and q.end - q.start <= 2 for q in self._analysed.quotations
        )

    def _denial(self, content: Stretch, *, direct: bool) -> str:
        """Denial: a negation of anything at all, or in indirect speech the negated past of a deed at the head."""
        tokens, (start, end) = self._analysed.tokens, content
        for i in range(start, min(start + _HEAD, end - 1)):
            negated = tokens[i].pos == "NEG" and self._analysed.hit(i, "negations")
            if negated and (self._any(i + 1, end) or (i == start and not direct and self._happens(i + 1))):
                return "deny"
        return ""

    def _happens(self, i: int) -> bool:
        """Whether a verb of happening or of force stands at a token."""
        return self._analysed.opens(i, "happenings", "harms", "triggers")

    def _any(self, start: int, end: int) -> bool:
        """Whether "any" or "at all" follows a negation within its clause."""
        return any(self._analysed.hit(i, "negated-wholes") for i in range(start, min(start + 2 * _HEAD, end)))

    def _undertaking(self, content: Stretch, speaker: Speaker | None) -> str:
        """A promise or a threat: the speaker, or his own side, will do something."""
        start, end = content
        own = self._sources.own(start, speaker) if speaker else None
        if own is None and start + 2 < end and self._analysed.tokens[start + 1].clitic == "en":
            own = start + 2  # "his forces", "our country"
        at = own if own is not None else start
        for i in range(at, min(at + (_AHEAD if own is not None else 1), end - 1)):
            hit = self._analysed.hit(i, "undertakings")
            if hit and hit.end < end:
                return "threaten" if self._analysed.hit(hit.end, "threats") else "promise"
        return ""

    def _responsibility(self, content: Stretch, speaker: Speaker | None) -> str:
        """A claim of responsibility: an armed group says that it, or its men, made an attack."""
        tokens, (start, end) = self._analysed.tokens, content
        own_noun = start + 2 < end and tokens[start + 1].clitic == "en"
        group = own_noun and self._analysed.hit(start, "group-heads") is not None
        if not group and (speaker is None or speaker.link.kind != "armed_group"):
            return ""
        at = start + (2 if own_noun else 0)
        attack = self._analysed.hit(at, "attacks") if at < end else None
        own = at > start or tokens[start - 1].clitic == "en" or "1" in tokens[at].features.split()
        return "claim_responsibility" if attack and own else ""
