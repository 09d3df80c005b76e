"""Circumstances of speaking: where, when, how and to whom something was said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from riwaya.claims.tables import ClaimTables
from riwaya.find.context import by_start
from riwaya.language.phrases import Phrases
from riwaya.model.layers import Analysed, Found

_LONGEST = 24  # tokens of circumstances that stand side by side
_UNITS = 12  # of them
ASIDE = 20  # tokens between two commas or dashes
DASHES = ("-", "–", "—")
PAIRS = {"(": ")", "[": "]"}


class Circumstances:
    """Reads where, when, how and to whom something was said: what stands between a verb and its content."""

    def __init__(self, found: Found, tables: ClaimTables, phrases: Phrases, quoted: Mapping[int, int]) -> None:
        """Gathers what is named; `quoted`: where each name in quotation marks ends."""
        self._analysed: Analysed = found.analysed
        self._tokens = found.analysed.tokens
        self._phrases = phrases
        self._named = by_start(m for m in found.mentions if m.kind in ("actor", "place", "time"))
        self._quotations = {q.start - 1 for q in found.analysed.quotations}
        self._pauses = tables.phrases.pauses
        self._names = quoted
        self._marks = {end: start for start, end in quoted.items()}
        self._ends: dict[tuple[int, int], Sequence[int]] = {}

    def ends(self, start: int, last: int) -> Sequence[int]:
        """Where circumstances end that begin at a token, the shortest first."""
        if (start, last) not in self._ends:
            self._ends[start, last] = list(self._read(start, last))
        return self._ends[start, last]

    def starts(self, end: int, first: int) -> Sequence[int]:
        """Where circumstances begin that end at a token, the shortest first."""
        last = min(end + 1, len(self._tokens))
        places = range(end - 1, max(first, end - _LONGEST) - 1, -1)
        return [start for start in places if end in self.ends(start, last)]

    def _read(self, start: int, last: int) -> Iterator[int]:
        """The end of each circumstance in a row."""
        end, opened = start, start if start < last and self._tokens[start].form in self._pauses else None
        for _ in range(_UNITS):
            further = self._unit(end, last)
            if further <= end and opened is not None:
                further = self._closed(opened, end, last)
            if further <= end:
                return
            if self._tokens[further - 1].form in self._pauses:
                opened = further - 1 if further == end + 1 else None
            end = further
            yield end

    def _closed(self, opened: int, i: int, last: int) -> int:
        """Where an aside ends whose circumstance a clause describes: ", in a speech | he made in Geneva,"."""
        within = self._tokens[opened : min(i + 1, last)]
        described = any(token.pos == "VERB" or (token.pos == "ADJ" and token.definite) for token in within)
        if not (described or self._analysed.relative(i)):
            return 0
        for k in range(i, min(i + ASIDE, last)):
            token = self._tokens[k]
            if token.form in self._pauses:
                return k + 1
            joined = token.pos == "CONJ" and k + 1 < last and self._tokens[k + 1].pos == "VERB"
            if token.pos == "COMP" or token.form == ":" or joined or k in self._quotations - self._names.keys():
                return 0
        return 0

    def _unit(self, i: int, last: int) -> int:
        """Where the circumstance ends that begins at a token; 0 where none does."""
        if i >= last:
            return 0
        if self._tokens[i].pos == "CONJ" and self._tokens[i].clitic == "pro" and i + 1 < last:
            return self._adverbial(i + 1, last) or self._meanwhile(i, last)
        return self._adverbial(i, last) or self._relative(i, last) or self._aside(i, last)

    def _meanwhile(self, i: int, last: int) -> int:
        """Where a clause of circumstance ends: "while she points to the roof"."""
        if self._tokens[i + 1].pos != "PRON" or i + 2 >= last or self._tokens[i + 2].pos != "VERB":
            return 0
        for k in range(i + 3, min(i + ASIDE, last)):
            if self._tokens[k].pos == "COMP" or self._tokens[k].form == ":" or k in self._quotations:
                return k
        return 0

    def _relative(self, i: int, last: int) -> int:
        """Where a relative clause ends that describes an occasion: "in a talk | which he held in Geneva,"."""
        if not self._analysed.relative(i) or i + 1 >= last or self._tokens[i + 1].pos != "VERB":
            return 0
        if self._analysed.cell(i + 1, "says", "act") == "assert":
            return 0
        for k in range(i + 2, min(i + ASIDE, last)):
            if self._tokens[k].pos == "COMP" or self._tokens[k].form in (*self._pauses, ":") or k in self._quotations:
                return k
            if self._analysed.hit(k, "says"):
                return 0
        return 0

    def _adverbial(self, i: int, last: int) -> int:
        """Where a time, an adverb or a preposition with its noun ends."""
        hidden = self._unnamed(i, last)
        listed = hidden or self._listed(i, last)
        if listed and self._annexed(listed, last):  # "unanimously", but "with the unanimity of its members"
            return self._prepositional(i, last) or listed
        day = i + 1 if self._tokens[i].pos == "ADV" and self._tokens[i].definite else 0
        return self._timed(i, last) or listed or self._prepositional(i, last) or day

    def _unnamed(self, i: int, last: int) -> int:
        """Where the clause of a source ends that would not be named: "asking not to be named for security reasons"."""
        hit = self._analysed.hit(i, "anonymity")
        if hit is None:
            return 0
        within = range(hit.end, min(i + ASIDE, last))
        return next((k for k in within if self._tokens[k].pos in ("COMP", "PUNCT") or k in self._quotations), 0)

    def _annexed(self, i: int, last: int) -> bool:
        """Whether a noun with a pronoun stands at a token, to which an indefinite noun before it is annexed."""
        if i + 1 >= last or self._tokens[i].pos != "NOUN" or self._tokens[i + 1].clitic != "en":
            return False
        return self._tokens[i - 1].pos == "NOUN" and not self._tokens[i - 1].definite

    def _timed(self, i: int, last: int) -> int:
        """Where a time ends."""
        return max((m.end for m in self._named.get(i, ()) if m.kind == "time" and m.end <= last), default=0)

    def _listed(self, i: int, last: int) -> int:
        """Where an adverb ends, a participle beside the verb, or a verb that tells of the document."""
        i += self._tokens[i].clitic == "pro" and self._tokens[i].pos == "PART"  # "will broadcast it"
        hit = self._analysed.hit(i, "speech-circumstances")
        if hit is None or hit.end > last:
            if (manner := self._analysed.hit(i, "manners")) and not self._tokens[i].definite and manner.end < last:
                return max(manner.end, self._noun(manner.end, last))
            participle = self._analysed.hit(i, "saying-participles")
            beside = self._tokens[i - 1].form not in self._pauses  # "added, saying", not ", affirming that"
            return participle.end if participle and beside and not self._tokens[i].definite else 0
        if hit.entry.get("kind") == "preposition":
            return self._noun(hit.end, last)
        end = hit.end
        while end < last and self._tokens[end].clitic == "en":
            end += 1
        publisher = end > hit.end and hit.entry.get("kind") in ("verb", "bearer")  # "that the agency published"
        return max(end, self._noun(end, last)) if publisher else end

    def _prepositional(self, i: int, last: int) -> int:
        """Where a preposition with its noun ends."""
        token = self._tokens[i]
        if token.pos != "PREP" or i + 1 >= last or self._tokens[i + 1].pos in ("COMP", "VERB"):
            return 0
        return self._noun(i + 1, last)

    def _noun(self, i: int, last: int) -> int:
        """Where a noun phrase ends, with a name in quotation marks after it; a name that is known ends there."""
        end = max((m.end for m in self._named.get(i, ()) if m.end <= last), default=0)
        if end == i + 1 and self._annexes(i):  # "the forces of the armoured corps"
            end = 0
        if not end and i < last and self._tokens[i].clitic == "en":
            end = i + 1
        if not end and (phrase := self._phrases.at(i, last)):
            end = next((k for k in range(i + 1, phrase.end) if self._begins(k)), phrase.end)
        while i < end < last and self._tokens[end].pos == "ADJ" and self._tokens[end].definite:
            end += 1
        while i < end < last and self._tokens[end].clitic == "en":
            end += 1
        if i < end < last and self._meets(i) and self._tokens[end - 1].clitic == "en":
            end = max(end, self._met(end, last))
        if i <= self._marks.get(end + 1, -1) < end:  # what is named stands in quotation marks: the closing one, too
            end += 1
        named = self._names.get(end or i, end)
        while i < named < last and self._tokens[named].pos == "ADJ" and self._tokens[named].definite:
            named += 1  # "the network «Fox News» | American"
        return named

    def _annexes(self, i: int) -> bool:
        """Whether a noun for a body stands at a token, to which a name is annexed."""
        body = self._analysed.opens(i, "group-heads", "source-heads", "sources") and not self._tokens[i].definite
        return body and i + 1 < len(self._tokens) and i + 1 in self._named

    def _meets(self, i: int) -> bool:
        """Whether a noun tells what somebody does or holds, so that whom he meets may follow it: "his meeting"."""
        return "vn" in self._tokens[i].features.split() or self._analysed.opens(i, "occasions")

    def _met(self, i: int, last: int) -> int:
        """Where the object of "his meeting" ends: a named actor, or a noun with a pronoun ("her counterpart")."""
        named = max((m.end for m in self._named.get(i, ()) if m.kind == "actor" and m.end <= last), default=0)
        if named or i + 1 >= last or self._tokens[i + 1].clitic != "en" or self._tokens[i].pos != "NOUN":
            return named
        end = i + 2
        while end < last and self._tokens[end].pos == "ADJ" and self._tokens[end].definite:
            end += 1
        return end

    def _begins(self, i: int) -> bool:
        """Whether a noun after an adjective begins a phrase of its own: "in a long speech | its responsibility"."""
        token, own = self._tokens[i], i + 1 < len(self._tokens) and self._tokens[i + 1].clitic == "en"
        if token.pos != "NOUN" or token.definite or token.clitic:
            return False
        stance = own and self._analysed.opens(i, "announced", "saying-nouns")  # "in a statement | its responsibility"
        return self._tokens[i - 1].pos == "ADJ" or stance

    def _aside(self, i: int, last: int) -> int:
        """Where an aside ends, its marks included; a comma alone is one."""
        mark = self._tokens[i].form
        if mark in PAIRS or mark in DASHES:
            closing = PAIRS.get(mark, DASHES)
            within = range(i + 1, min(i + 1 + ASIDE, last))
            return next((k + 1 for k in within if self._tokens[k].form in closing), 0)
        if mark not in self._pauses:
            return 0
        told = self._analysed.hit(i + 1, "as-clauses") or self._analysed.hit(i + 1, "attributions")
        if told:
            within = range(i + 1, min(i + 1 + ASIDE, last))
            return next((k + 1 for k in within if self._tokens[k].form in self._pauses), 0)
        return i + 1
