"""The layers that the stages hand on: each holds the one before, so that types prove the order.

Report -> Analysed (language) -> Found (find) -> Claimed (claims) -> Coded (events) -> Record
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from riwaya.model.record import Claim, Event, Issue, Relation, Report
from riwaya.model.spans import Span


class Lemmatiser(Protocol):
    """What tells the lemma of a word that no table of a pack has."""

    def lemma(self, typed: str, pos: str) -> str:
        """The lemma of a word as it is typed, by its part of speech; folded."""


class Token(NamedTuple):
    """A syntactic word: a written word, or one of the clitics that are written with it."""

    span: Span
    form: str  # folded, as it stands
    stem: str  # folded, without the article
    definite: bool
    clitic: str  # "", "pro" or "en": stands by itself, before, or after its host
    word: int  # number of the written word that it belongs to
    pos: str  # VERB NOUN ADJ NUM PART PREP CONJ PRON COMP ADV PUNCT LATIN
    features: str  # of an inflected form that a lexicon knows, or by a verb's affixes: "VERB past 3 f sg"
    base: str  # folded: the lemma, where a table of the pack tells it, otherwise ""
    typed: str = ""  # as it is typed, without the article and as it is written where no pronoun follows
    lemmas: Lemmatiser | None = None

    @property
    def lemma(self) -> str:
        """The lemma, folded; where no table tells it, it is looked up, which is slow the first time."""
        if self.base or self.lemmas is None:
            return self.base or self.stem
        return self.lemmas.lemma(self.typed, self.pos)


class Entry(NamedTuple):
    """A word of a lexicon in one of its forms."""

    lexicon: str
    id: str
    features: str  # of this form: "VERB past 3 f sg"
    columns: Mapping[str, str]  # of its row: gloss, act, kind, ...
    article: str = ""  # "with": counts only with the article; "without": only without it

    def get(self, column: str) -> str:
        """The value of a column of the entry's row; empty where there is none."""
        return self.columns.get(column, "")


class Hit(NamedTuple):
    """An entry found: the tokens `start` to `end` (half-open)."""

    start: int
    end: int
    entry: Entry


class Sentence(NamedTuple):
    """The tokens `start` to `end` of one sentence; `block` numbers the block of the report it stands in."""

    start: int
    end: int
    block: int


class Quotation(NamedTuple):
    """A stretch in quotation marks: the tokens between the marks, half-open; `level` 0 is outermost.

    Of a quotation over several paragraphs each holds a piece: `more` says that the next piece goes on with it,
    `opened` that the piece begins with a mark of its own.
    """

    start: int
    end: int
    level: int
    closed: bool
    opened: bool = True
    more: bool = False


class Anchors(NamedTuple):
    """Where words stand in a report: numbers of tokens, in order."""

    lexicons: Mapping[str, Sequence[int]]  # of the entries of each lexicon, by their first token
    words: Mapping[str, Sequence[int]]  # of each form and stem


def find_anchors(tokens: Sequence[Token], hits: Mapping[int, Sequence[Hit]]) -> Anchors:
    """Where the entries of each lexicon begin, and where each form and stem stands."""
    lexicons: dict[str, list[int]] = defaultdict(list)
    words: dict[str, list[int]] = defaultdict(list)
    for i, at in hits.items():
        if len(at) == 1:
            lexicons[at[0].entry.lexicon].append(i)
            continue
        for name in {hit.entry.lexicon for hit in at}:
            lexicons[name].append(i)
    for i, token in enumerate(tokens):
        form, stem = token.form, token.stem
        words[form].append(i)
        if stem != form:
            words[stem].append(i)
    return Anchors(dict(lexicons), dict(words))


@dataclass(frozen=True, slots=True)
class Analysed:
    """A report as language: tokens, sentences, quotations, and the lexicon entries at each token."""

    report: Report
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    hits: tuple[tuple[Hit, ...], ...]  # by first token
    issues: tuple[Issue, ...]
    anchors: Anchors

    def span(self, start: int, end: int) -> Span:
        """The span of the report's text that the tokens `start` to `end` (half-open) cover."""
        return Span(self.tokens[start].span.start, self.tokens[end - 1].span.end)

    def words(self, start: int, end: int) -> str:
        """The words of the tokens `start` to `end` as the report has them."""
        return self.span(start, end).cut(self.report.text)

    def beginning(self, sentence: Sentence, *lexicons: str) -> list[int]:
        """The tokens of a sentence at which entries of some lexicons begin, in order."""
        found: set[int] = set()
        for lexicon in lexicons:
            if at := self.anchors.lexicons.get(lexicon):
                found.update(at[bisect_left(at, sentence.start) : bisect_left(at, sentence.end)])
        return sorted(found)

    def standing(self, start: int, end: int, lexicon: str) -> Sequence[int]:
        """The tokens from `start` up to `end` at which entries of a lexicon begin, in order."""
        at = self.anchors.lexicons.get(lexicon, ())
        return at[bisect_left(at, start) : bisect_left(at, end)] if at else at

    def hit(self, i: int, lexicon: str) -> Hit | None:
        """The longest entry of a lexicon at a token; None also before the first token and beyond the last."""
        for hit in reversed(self.hits[i]) if 0 <= i < len(self.hits) else ():
            if hit.entry.lexicon == lexicon:
                return hit
        return None

    def cell(self, i: int, lexicon: str, column: str) -> str:
        """What the longest entry of a lexicon at a token has in a column; empty where none begins there."""
        hit = self.hit(i, lexicon)
        return hit.entry.get(column) if hit else ""

    def preposition(self, i: int) -> str:
        """The id of the longest preposition at a token; empty where none begins there."""
        hit = self.hit(i, "prepositions")
        return hit.entry.id if hit else ""

    def has_pronoun(self, i: int) -> bool:
        """Whether a pronoun is written at the end of the word that a token is of; False also for the last token."""
        following = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        return following is not None and following.clitic == "en" and following.word == self.tokens[i].word

    def relative(self, i: int) -> bool:
        """Whether a relative pronoun that opens a clause stands at a token; False also beyond the last token."""
        return self.cell(i, "clause-openers", "kind") == "relative"

    def opens(self, i: int, *lexicons: str) -> bool:
        """Whether an entry of one of some lexicons begins at a token; False also where there is no such token."""
        if 0 <= i < len(self.hits):
            for hit in self.hits[i]:  # asked so often that a generator would cost more than the look
                if hit.entry.lexicon in lexicons:
                    return True
        return False


class Mention(NamedTuple):
    """A stretch of tokens that names something: an actor, a place, a time, a number, a weapon, a trigger."""

    start: int
    end: int
    kind: str
    rule: str  # the rule or lexicon entry that found it
    value: Mapping[str, object]  # what it stands for, by kind: see riwaya.find

    def covers(self, other: Mention) -> bool:
        """Whether the other mention stands inside this one."""
        return self.start <= other.start and other.end <= self.end


class Name(NamedTuple):
    """A name: the tokens `start` to `end`, its kind (PERS, LOC, ORG), how often such a one is right."""

    start: int
    end: int
    kind: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Found:
    """An analysed report and what it names."""

    analysed: Analysed
    mentions: tuple[Mention, ...]  # by first token
    issues: tuple[Issue, ...] = ()
    names: tuple[Name, ...] = ()  # what the recogniser reads, also inside of mentions; in order


class Evidence(NamedTuple):
    """One step of an explanation: a part, its words, and why it was taken so."""

    name: str
    words: str
    why: str


class Explanation(NamedTuple):
    """Why a claim or an event was read: the rule, what the rule says, and the steps."""

    rule: str
    about: str
    steps: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Claimed:
    """A report's names and its claims, with the explanation of each claim by its id."""

    found: Found
    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]
    explanations: Mapping[str, Explanation]
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class Coded:
    """A report's claims and its events, with the explanation of each event by its id."""

    claimed: Claimed
    events: tuple[Event, ...]
    explanations: Mapping[str, Explanation]
    issues: tuple[Issue, ...] = ()
    doers: tuple[Mention, ...] = ()  # who is said to have done what, in other words than those of its own clause
