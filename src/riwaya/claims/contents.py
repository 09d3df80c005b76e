"""Contents: where the reported proposition begins and ends, and whether it is direct speech."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from riwaya.claims.frames import Stretch
from riwaya.claims.tables import Marks
from riwaya.model.layers import Found, Hit, Quotation
from riwaya.rules.forms import Forms

_DEEDS = ("triggers", "harms", "saying-nouns", "announced", "dangers")
_JOINT = 6  # tokens between an adversative and the claim that it opens


class Clause(NamedTuple):
    """A clause of a content.

    `joined`: "and" and a verb open it, so that it may share the subject before it; `sentence`: it opens a sentence;
    `follows`: it tells what follows from the clause before it, which is no word of its own ("if ..., then ...").
    """

    content: Stretch
    joined: bool
    sentence: bool
    follows: bool = False


class Contents:
    """Reads the contents of one report."""

    def __init__(self, found: Found, marks: Marks, forms: Forms) -> None:
        """Gathers the quotations, and the marks at their ends; `forms` are those of verbs."""
        self._tables, self.forms = marks, forms
        self._analysed = analysed = found.analysed
        self._timed = {m.start for m in found.mentions if m.kind in ("time", "duration")}
        self._named = {m.start for m in found.mentions if m.kind in ("actor", "place")}
        self._quotations = {q.start - 1: q for q in reversed(analysed.quotations)}  # by the token before the first word
        self.opening = {q.start - 1 for q in analysed.quotations if q.opened}  # the opening quotation marks
        self._marks = self.opening | {q.end for q in analysed.quotations if q.closed}
        self._starts = [q.start for q in analysed.quotations]
        self._until = list(accumulate((q.end for q in analysed.quotations), max))  # how far those up to each go on
        closed = [q for q in analysed.quotations if q.closed]
        self._since = innermost(closed)
        self._closing = {q.end: q.start for q in closed}  # by its closing mark, where the innermost quotation began
        self._ends = {q.start: q.end for q in closed}  # by its first word, where a quotation ends

    def bounded(
        self, content: Stretch, borders: Iterable[int], *, embedded: bool = False, nominal: bool = False, act: str = ""
    ) -> Stretch:
        """The content up to the nearest of the borders, or to where the narrator takes over, trimmed.

        An `embedded` one describes a noun of the narrator's clause, so that a comma ends it; a `nominal` one is a noun
        for a clause, so that a verb joined to it goes on with the narrator's own ("demanded its withdrawal and left"),
        and unless the act is to assert so does a clause of time or contrast ("demanded its withdrawal after the raid").
        """
        start, end = self._word_start(*content), content[1]
        if self._since.get(start, start) < start:  # what begins within a quotation ends with it
            end = min(end, self._ends[self._since[start]])
        if embedded:
            commas = (i for i in range(start, end) if self._analysed.tokens[i].form in self._tables.commas)
            end = next((i for i in commas if not self._listed(i + 1)), end)
        if nominal:
            end = self._nominal_end(start, end)
            end = next((i for i in range(start + 1, end) if self._circumstance(i, start, told=act == "assert")), end)
        end = min((border for border in borders if start < border < end), default=end)
        return self.trimmed((start, self._narrator(start, end)))

    def _circumstance(self, i: int, start: int, *, told: bool) -> bool:
        """Whether a circumstance of saying what a noun tells begins at a token; `told`: the noun tells what happened,
        so that a time or a contrast is its own ("announced the death of five after a raid")."""
        if self._quoted(i, start):
            return False
        if self._occasion(i):
            return True
        if told:
            return False
        tokens, hit = self._analysed.tokens, self._analysed.hit(i, "content-enders")
        if tokens[i].pos == "CONJ" and tokens[i].clitic == "pro" and i + 2 < len(tokens):
            pronoun, verb = tokens[i + 1 : i + 3]
            if pronoun.pos == "PRON" and not pronoun.clitic and verb.pos == "VERB":  # "while they raise"
                return True
        after = hit.end if hit else i
        timed = after < len(tokens) and (after in self._timed or tokens[after].pos in ("NUM", "DET"))
        contrast = hit is not None and hit.entry.get("when") == "nominal"
        return contrast and not timed and tokens[i - 1].pos != "PREP"

    def _occasion(self, i: int) -> bool:
        """Whether a circumstance of saying begins at a token: "in a remark to", "during his meeting with"."""
        analysed, tokens = self._analysed, self._analysed.tokens
        within = analysed.preposition(i) == "in"
        hit = analysed.hit(i, "speech-circumstances")
        during = hit is not None and hit.entry.get("kind") == "preposition"
        at = i + 1 if within else hit.end if during and hit else 0
        if not at or at >= len(tokens) or tokens[at].definite:
            return False
        noun, owned = analysed.hit(at, "occasions"), analysed.has_pronoun(at)
        if within:
            return noun is not None and noun.entry.get("kind") in ("statement", "word")
        return noun is not None or (owned and analysed.opens(at, "meetings"))

    def _listed(self, i: int) -> bool:
        """Whether "and" with a further noun for an act stands at a token: charges that are listed."""
        tokens = self._analysed.tokens
        joined = i + 1 < len(tokens) and tokens[i].pos == "CONJ" and tokens[i].clitic == "pro"
        return joined and tokens[i + 1].pos == "NOUN" and self.deed(i + 1)

    def _nominal_end(self, start: int, end: int) -> int:
        """Where a noun that tells what is said ends: with its quotation, at "where", at a first verb after "and"."""
        tokens = self._analysed.tokens
        quotation = self._quotations.get(start)
        whole = quotation is not None and quotation.closed and quotation.end < end
        if quotation and whole and tokens[min(quotation.end + 1, end - 1)].form in self._tables.commas:
            return quotation.end + 1
        where = (i for i in range(start + 2, end) if self._where(i) and not self._quoted(i, start))
        end = next(where, end)
        first = next((i for i in range(start + 1, end) if tokens[i].pos == "VERB" or self._opens_clause(i)), end)
        joined = first < end and self._joins(first - 1)
        past = first < end and "past" in tokens[first].features.split() and not self._quoted(first, start)
        past = past and not (self._verbal_noun(first) and self.deed(start))
        verb = (
            past and tokens[first].pos == "VERB" and not self._analysed.opens(first, "harms")
        )  # "killing and wounding"
        return first - 1 if joined and verb else end

    def _joins(self, i: int) -> bool:
        """Whether an "and" stands at a token: no "so", nor the first letter of a verb that was read as one."""
        tokens = self._analysed.tokens
        conjunction = tokens[i].pos == "CONJ" and tokens[i].clitic == "pro"
        if not conjunction or tokens[i].form in self._tables.consequences:
            return False
        return not any("VERB" in told.features for told in self.forms.readings(tokens[i].form + tokens[i + 1].form))

    def deed(self, i: int) -> bool:
        """Whether a noun for an act, a danger or what is said stands at a token."""
        return "vn" in self._analysed.tokens[i].features.split() or self._analysed.opens(i, *_DEEDS)

    def _verbal_noun(self, i: int) -> bool:
        """Whether a verb at a token is written as its own verbal noun: "and he put", "and putting" after another."""
        token = self._analysed.tokens[i]
        told = self._analysed.opens(i, "says", "refusals")
        return not told and any("vn" in reading.features.split() for reading in self.forms.readings(token.form))

    def done(self, i: int) -> bool:
        """Whether a verb at a token may be read as one in the past: "has gone", spelt as "may direct"."""
        return any("past" in told.features.split() for told in self.forms.readings(self._analysed.tokens[i].form))

    def _where(self, i: int) -> bool:
        """Whether a clause of the narrator opens after a noun: "where" after a comma, "but", "in spite of", "which"."""
        after = self._analysed.cell(i, "content-enders", "after")
        return after in ("claim", "object") or (after == "noun" and self._analysed.tokens[i - 1].pos == "PUNCT")

    def _opens_clause(self, i: int) -> bool:
        """Whether a clause within a noun phrase opens at a token: "that", "who"."""
        return self._analysed.tokens[i].pos == "COMP" or self._analysed.relative(i)

    def begun(self, content: Stretch) -> Stretch:
        """The content from its first word of its own on."""
        return self._word_start(*content), content[1]

    def introduced(self, start: int) -> bool:
        """Whether a content is a clause that a complementiser, a colon or nothing brings, not the object of a verb."""
        if start == 0:
            return True
        before = self._analysed.tokens[start - 1 - (start > 1 and start - 1 in self.opening)]
        return before.pos == "COMP" or (before.pos == "PUNCT" and before.form not in self._tables.commas)

    def tells(self, content: Stretch) -> bool:
        """Whether a noun as content tells an act or a state: "shelling", "that", "new sites", not "the driver"."""
        start = content[0]
        token = self._analysed.tokens[start]
        if token.pos == "DET" and start + 1 < content[1]:  # "these losses"
            start += 1
            token = self._analysed.tokens[start]
        return self.deed(start) or start in self._marks or (token.pos in ("NOUN", "NUM") and not token.definite)

    def _word_start(self, start: int, end: int) -> int:
        """The first token of the content: after a complementiser's pronoun; with a preposition written with it."""
        tokens = self._analysed.tokens
        first = start
        while first < end and tokens[first].clitic == "en":
            first += 1
        while 0 < first < end and tokens[first - 1].clitic == "pro" and tokens[first - 1].pos != "CONJ":
            first -= 1
        return first

    def after_condition(self, content: Stretch) -> Stretch:
        """A content from what a condition at its head brings: "if they refuse, | we shall"; else the whole content."""
        start, end = content
        brought = range(start + 1, end - 1) if self._analysed.opens(start, "conditions") else ()
        return next(((at, end) for i in brought if (at := self._brought(i))), content)

    def conditional(self, content: Stretch) -> bool:
        """Whether a content is but a condition, or tells nowhere where that ends."""
        return content[0] < content[1] and self._analysed.opens(content[0], "conditions")

    def _brought(self, i: int) -> int:
        """Where what a condition brings begins, at a token or after it: a future, "then"; 0 where it does not."""
        token = self._analysed.tokens[i]
        if token.form in self._tables.consequences and token.pos == "CONJ" and token.clitic == "pro":
            return i + 1
        return i if self._analysed.opens(i, "undertakings") else 0

    def _narrator(self, start: int, end: int) -> int:
        """Where the narrator's own words begin again."""
        opening = self._analysed.hit(start, "content-enders")  # the whole of "without that he"
        for i in self._analysed.standing(opening.end if opening else start + 1, end, "content-enders"):
            hit = self._analysed.hit(i, "content-enders")
            if hit and not self._quoted(i, start) and self._ends_here(hit, i, start):
                return i
        return end

    def joint(self, start: int) -> int:
        """Where the join to a claim begins: at the adversative a few tokens before it, or at the claim itself."""
        for i in range(start - 1, max(start - _JOINT, 0) - 1, -1):
            hit = self._analysed.hit(i, "content-enders")
            if hit and hit.entry.get("after") == "claim":
                return i
            if self._analysed.tokens[i].pos == "PUNCT":
                break
        return start

    def _ends_here(self, hit: Hit, i: int, start: int) -> bool:
        """Whether what stands before an ender is what the ender asks for: a comma, a closed quotation, anything."""
        tokens, after = self._analysed.tokens, hit.entry.get("after")
        if hit.end < len(tokens) and tokens[hit.end].form in hit.entry.get("unless").split("|"):
            return False
        before = i - 1
        while before > start and tokens[before].clitic == "pro":
            before -= 1
        comma = tokens[before].pos == "PUNCT" and before not in self._marks
        when = hit.entry.get("when")
        if (when == "occasion" and self._occasion(hit.end)) or (when == "comma" and comma):
            return True
        quoted = before in self._marks or (comma and before - 1 in self._marks)
        return after == "any" or (after == "comma" and comma) or quoted

    def _quoted(self, i: int, start: int) -> bool:
        """Whether a token stands in a closed quotation that began within the content."""
        return self._since.get(i, -1) >= start

    def trimmed(self, content: Stretch) -> Stretch:
        """The content without punctuation and dangling conjunctions, and without marks round the whole of it."""
        tokens = self._analysed.tokens
        start, end = content
        while start < end and tokens[start].pos == "PUNCT" and start not in self._marks:
            start += 1
        while start < end and self._loose(end - 1, start):
            end -= 1
        whole = self._quotation_at(start, end)
        return self.trimmed((whole.start, whole.end)) if whole else (start, end)

    def _loose(self, i: int, start: int) -> bool:
        """Whether a token at the end of a content is no part of it."""
        token = self._analysed.tokens[i]
        if i in self._marks:
            return self._closing.get(i, 0) - 1 < start
        return (token.pos == "PUNCT" and token.form not in "])%") or token.pos == "CONJ" or token.clitic == "pro"

    def _quotation_at(self, start: int, end: int) -> Quotation | None:
        """The quotation that takes up a stretch as a whole."""
        if start not in self._marks:
            return None
        quotation = self._quotations.get(start)
        return quotation if quotation and quotation.end in (end - 1, end) else None

    def speech(self, content: Stretch, *, direct: bool) -> str:
        """Whether the content is direct speech, indirect, or partly quoted; a name in marks is no speech."""
        start, end = content
        begun = bisect_right(self._starts, start)
        if direct or (begun and end <= self._until[begun - 1]):
            return "direct"
        return "mixed" if any(map(self._speaks, self.begun_within(start, end))) else "indirect"

    def begun_within(self, start: int, end: int) -> Sequence[Quotation]:
        """The quotations whose first word stands within some words, but not as the first of them."""
        return self._analysed.quotations[bisect_right(self._starts, start) : bisect_left(self._starts, end)]

    def _speaks(self, quotation: Quotation) -> bool:
        """Whether quoted words are somebody's own: no name of a place or movement, no single word but a deed."""
        first, last = quotation.start, quotation.end
        words = last - first > 1 or "vn" in self._analysed.tokens[first].features.split()
        words = words or self._analysed.opens(first, "triggers", "harms")
        return words and first not in self._named and not self._names(first)

    def narrated(self, cue: Stretch) -> bool:
        """Whether a cue is part of a phrase in which the narrator himself speaks ("it is recalled that")."""
        return self._analysed.hit(cue[0], "narrator-phrases") is not None

    def says_something(self, content: Stretch) -> bool:
        """Whether quoted words are a proposition: a name or a title in quotation marks is none."""
        tokens, (start, end) = self._analysed.tokens, content
        announced = start >= 2 and ":" in (tokens[start - 1].form, tokens[start - 2].form)
        verb = any(tokens[i].pos in ("VERB", "NEG") for i in range(start, end))
        return announced or verb or (end - start >= 2 and not self._names(start))

    def _names(self, start: int) -> bool:
        """Whether quoted words are the name of what the noun before their mark says: a movement, a newspaper."""
        if start < 2 or self._analysed.tokens[start - 2].definite:  # "the front «is quiet»" names nothing
            return False
        return self._analysed.opens(start - 2, "group-heads", "place-heads")

    def continued(self, content: Stretch) -> Sequence[Stretch]:
        """The further pieces of a quotation that goes on in the paragraphs after a content, each trimmed."""
        quotations = iter(self._analysed.quotations)
        piece = next((q for q in quotations if q.more and q.start <= content[0] and content[1] <= q.end), None)
        pieces: list[Stretch] = []
        while piece and piece.more:
            end = piece.end
            piece = next((q for q in quotations if q.level == 0 and q.start >= end), None)
            pieces += [self.trimmed((piece.start, piece.end))] if piece else []
        return pieces

    def halves(self, content: Stretch) -> Sequence[Stretch]:
        """The content, parted where a whole quoted clause is joined to what stands before it."""
        start, end = content
        for q in self.begun_within(start, end):
            before = self._analysed.tokens[q.start - 2]
            joined = start < q.start - 2 and before.pos == "CONJ" and len(before.form) == 1  # "and", not "until"
            joined = joined and q.start - 3 not in self._closing  # "his foe «broke the pact» and «betrayed him»"
            if (
                joined
                and q.closed
                and q.end in (end, end - 1)
                and q.end - q.start >= 3
                and any(token.pos in ("VERB", "NEG", "COMP") for token in self._analysed.tokens[q.start : q.end])
            ):
                return (self.trimmed((start, q.start - 2)), (q.start, q.end))
        return (content,)

    def clauses(self, content: Stretch) -> Sequence[Clause]:
        """The clauses of a content that stand side by side: sentences, "and that", "and" with a finite verb."""
        start, end = content
        clauses = [Clause((start, end), joined=False, sentence=True)]
        for i in range(start + 2, end - 2):
            if clause := self._clause(i, end):
                clauses[-1] = clauses[-1]._replace(content=(clauses[-1].content[0], i))
                clauses.append(clause)
        return clauses

    def _clause(self, i: int, end: int) -> Clause | None:
        """The clause that opens at a token."""
        tokens = self._analysed.tokens
        if tokens[i - 1].form in self._tables.stops and tokens[i].pos != "PUNCT":
            return Clause((i, end), joined=False, sentence=True)
        if tokens[i].pos != "CONJ" or tokens[i].clitic != "pro":
            return None
        follows = tokens[i].form in self._tables.consequences
        if tokens[i + 1].pos == "COMP":
            return Clause((i, end), joined=False, sentence=False, follows=follows)
        word = self._analysed.hit(i + 1, "modal-words")
        if word and word.entry.get("act") == "demand" and word.entry.get("reach") == "clause":  # "and there must be"
            return Clause((i, end), joined=False, sentence=False, follows=follows)
        finite = tokens[i + 1].pos == "VERB" and "past" in tokens[i + 1].features.split()
        finite = finite and not (self._verbal_noun(i + 1) and self.deed(i - 1))  # "killing and wounding"
        undertaken = self._analysed.hit(i + 1, "undertakings") and "1" in tokens[i + 2].features.split()
        return Clause((i, end), joined=True, sentence=False, follows=follows) if finite or undertaken else None


def innermost(quotations: Sequence[Quotation]) -> Mapping[int, int]:
    """By token: where the innermost of the quotations begins in which it stands; they come in order.

    >>> outer, inner = Quotation(1, 6, 0, closed=True), Quotation(2, 4, 1, closed=True)
    >>> innermost([outer, inner])
    {1: 1, 2: 2, 3: 2, 4: 1, 5: 1}
    """
    since: dict[int, int] = {}
    around: list[Quotation] = []
    borders = [*(q.start for q in quotations[1:]), max((q.end for q in quotations), default=0)]
    for quotation, border in zip(quotations, borders, strict=False):
        around.append(quotation)
        i = quotation.start
        while around and i < border:
            inner = around[-1]
            stop = max(i, min(inner.end, border))
            since |= dict.fromkeys(range(i, stop), inner.start)
            i = stop
            if inner.end <= i:
                around.pop()
    return since
