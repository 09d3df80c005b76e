"""Noun phrases: head, annexation, adjectives, apposition, coordination.

A phrase is read at a token when it is asked for. Definiteness parts annexation from adjectives: an annexed chain is
open as long as its last noun has neither article nor pronoun and is no name; what follows with the article describes
it, and a title or, after somebody's office, a name is in apposition to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from riwaya.language.genders import EitherGender
from riwaya.model.layers import Analysed, Hit, Token
from riwaya.packs import Pack, cell_values

_NOMINAL = ("NOUN", "ADJ", "LATIN", "PROPN")
_ALSO_NOMINAL = ("PREP", "VERB", "ADV", "NUM")  # with the article, whatever the word is without it
_BEFORE_HEAD = ("DET", "NUM")
_NUMBERED = 3  # features of an adjective that tell its gender and number: "ADJ m pl"


class Phrase(NamedTuple):
    """A noun phrase of the tokens `start` to `end` (half-open), without what is coordinated with it."""

    start: int
    head: int
    annexed: int  # where the chain of annexed nouns ends that the head opens
    described: int  # where the adjectives end, and what a preposition adds to the head
    apposed: tuple[tuple[int, int], ...]  # titles and names in apposition
    end: int
    definite: bool


class PhraseTables(NamedTuple):
    """What a pack says of noun phrases."""

    names: frozenset[str]  # lexicons of names: a name closes a chain
    titles: frozenset[str]  # lexicons of titles that open an apposition
    offices: frozenset[str]  # lexicons of nouns after which a bare name is in apposition
    compounds: frozenset[str]  # lexicons of nouns of several words that open a chain together
    stops: frozenset[str]  # lexicons of words that are adverbs there: times
    units: frozenset[str]  # lexicons of words that are such adverbs only before one of `directions`
    directions: frozenset[str]
    numbers: frozenset[str]  # lexicons of number words, which stand before a head
    pauses: frozenset[str]
    feminine: frozenset[str]  # letters that end a feminine noun
    either: EitherGender
    links: Mapping[str, frozenset[str]]  # the prepositions that a head takes with it, by its stem

    @classmethod
    def of(cls, pack: Pack) -> PhraseTables:
        """The tables of a pack."""
        settings = pack.settings["phrases"]
        links: dict[str, frozenset[str]] = {}
        for row in pack.rows("lexicon/phrase-links"):
            words = frozenset(map(pack.key, cell_values(row, "links")))
            for head in cell_values(row, "heads"):
                links[pack.key(head)] = links.get(pack.key(head), frozenset()) | words
        named = {name: frozenset(words) for name, words in settings.items()}
        feminine = frozenset(pack.settings["feminine_endings"])
        return cls(feminine=feminine, either=EitherGender.of(pack), links=links, **named)


class Phrases:
    """Reads the noun phrases of one report; each is read once."""

    def __init__(self, analysed: Analysed, tables: PhraseTables) -> None:
        """`tables` are those of the pack."""
        self._analysed, self._tokens, self._tables = analysed, analysed.tokens, tables
        self._read: dict[tuple[int, int], Phrase | None] = {}

    def pauses(self, i: int) -> bool:
        """Whether a comma stands at a token."""
        return self._tokens[i].form in self._tables.pauses

    def at(self, i: int, last: int) -> Phrase | None:
        """The phrase that begins at a token and ends at `last` at the latest; None where none does."""
        if (i, last) not in self._read:
            self._read[i, last] = self._phrase(i, last)
        return self._read[i, last]

    def coordinated(self, i: int, last: int) -> tuple[Phrase, ...]:
        """The phrases that stand side by side from a token on: "the president and the prime minister"."""
        phrases: list[Phrase] = []
        while phrase := self.at(i, last):
            if phrases and phrase.definite != phrases[0].definite:
                break
            phrases.append(phrase)
            if phrase.end >= last or self._tokens[phrase.end].pos != "CONJ":
                break
            i = phrase.end + 1
        return tuple(phrases)

    def _phrase(self, i: int, last: int) -> Phrase | None:
        """The phrase at a token."""
        head = i
        while head < last and self._before_head(head):
            head += 1
        if head > i and not self._nominal(head, last):  # "two of them", "the third"
            head -= 1
        if not self._nominal(head, last):
            return None
        annexed, closed = self._annexed(head, last)
        if closed and annexed < last and self._differs(head, annexed):
            described = annexed
        else:
            described = self._described(annexed, last, closed=closed)
        described = self._linked(head, described, last)
        apposed, end = self._apposed(head, described, last, closed=closed)
        return Phrase(i, head, annexed, described, apposed, end, closed)

    def _before_head(self, i: int) -> bool:
        """Whether a number or a determiner stands at a token."""
        token = self._tokens[i]
        return not token.clitic and (token.pos in _BEFORE_HEAD or self._is_of(i, self._tables.numbers))

    def _nominal(self, i: int, last: int) -> bool:
        """Whether a noun or adjective stands at a token, no clitic."""
        if i >= last or self._tokens[i].clitic:
            return False
        token = self._tokens[i]
        return token.pos in _NOMINAL or (token.definite and token.pos in _ALSO_NOMINAL)

    def _annexed(self, head: int, last: int) -> tuple[int, bool]:
        """Where the annexation ends that a head opens, and whether it is definite."""
        end, closed = self._unit(head, last)
        while not closed and self._nominal(end, last) and not self._stops(end):
            if self._adjective(end, definite=False):
                break
            end, closed = self._unit(end, last)  # with the article it cannot describe what has none
        return end, closed

    def _unit(self, i: int, last: int) -> tuple[int, bool]:
        """The end of a noun with its pronoun, or of a name of several words, and whether it is definite."""
        name = self._name(i, last)
        if name:
            return name.end, True
        hits = self._analysed.hits[i]
        compound = [h.end for h in hits if h.entry.lexicon in self._tables.compounds and h.end <= last]
        if (
            compound
            and self._nominal(compound[-1], last)
            and not any(t.definite for t in self._tokens[i : compound[-1]])
        ):
            return compound[-1], False
        token = self._tokens[i]
        if i + 1 < last and self._tokens[i + 1].clitic == "en" and self._tokens[i + 1].word == token.word:
            return i + 2, True
        return i + 1, token.definite

    def _name(self, i: int, last: int) -> Hit | None:
        """The longest name at a token."""
        hits = (hit for hit in self._analysed.hits[i] if hit.entry.lexicon in self._tables.names and hit.end <= last)
        return max(hits, key=lambda hit: hit.end, default=None)

    def _described(self, i: int, last: int, *, closed: bool) -> int:
        """Where the adjectives end that begin at a token: all with the article, or all without it."""
        while self._nominal(i, last) and self._tokens[i].definite == closed and not self._title(i, last):
            if (not closed and self._tokens[i].pos != "ADJ") or self._stops(i):
                break
            i += 1
            if i + 1 < last and self._tokens[i].pos == "CONJ" and self._adjective(i + 1, definite=closed):
                i += 1  # "the American and British forces"
        return i

    def _differs(self, head: int, i: int) -> bool:
        """Whether an adjective at a token agrees with no noun of the chain before it: "(blamed) the army | the rebels".

        Only where forms tell it: nouns in the singular, of one gender, before an adjective of the other or a plural.
        """
        adjective = self._tokens[i].features.split()
        if self._tokens[i].pos != "ADJ" or adjective[1:2] != ["m"] or len(adjective) < _NUMBERED:
            return False
        nouns = [self._tokens[k] for k in range(head, i) if self._tokens[k].clitic != "en"]
        if not all(noun.pos == "NOUN" and "sg" in noun.features.split() for noun in nouns):
            return False
        joined = head > 0 and self._tokens[head - 1].pos == "CONJ"  # "of defence and of the interior, both Syrian"
        return not joined if adjective[2] != "sg" else all(map(self._feminine, nouns))

    def _feminine(self, noun: Token) -> bool:
        """Whether the form of a noun in the singular is feminine."""
        ending = self._analysed.report.text[noun.span.end - 1] in self._tables.feminine
        return "f" in noun.features.split() or (ending and not self._tables.either.fits(noun.stem))

    def _adjective(self, i: int, *, definite: bool) -> bool:
        """Whether an adjective stands at a token."""
        return self._tokens[i].pos == "ADJ" and self._tokens[i].definite == definite

    def _linked(self, head: int, i: int, last: int) -> int:
        """Where the phrase ends that a preposition adds to the head: "the spokesman for the army"."""
        links = self._tables.links.get(self._tokens[head].stem)
        if not links or i >= last:
            return i
        after = i
        while after < last and self._tokens[after].word == self._tokens[i].word:
            after += 1
        written = "".join(token.form for token in self._tokens[i:after])
        first = self._tokens[i]
        if written in links:
            inner = self.at(after, last)
        elif first.clitic == "pro" and first.form in links:
            inner = self.at(i + 1, last)
        else:
            return i
        return self._joined(inner.described, last) if inner else i

    def _joined(self, i: int, last: int) -> int:
        """Where a second noun ends that "and" joins to what a preposition adds: "for security and foreign policy"."""
        if i + 1 >= last or self._tokens[i].pos != "CONJ" or not self._tokens[i + 1].definite:
            return i
        if self._office(i + 1) or self._is_of(i + 1, self._tables.offices | self._tables.names):
            return i
        inner = self.at(i + 1, last)
        return inner.described if inner else i

    def _apposed(self, head: int, i: int, last: int, *, closed: bool) -> tuple[tuple[tuple[int, int], ...], int]:
        """The titles and names in apposition, and where the last of them ends."""
        apposed: list[tuple[int, int]] = []
        while i < last:
            start = i + (self._tokens[i].form in self._tables.pauses)
            after_comma = start > i
            named = closed and self._office(head) and self._nominal(start, last)
            opens = self._title(start, last) or (self._name(start, last) if start < last and after_comma else named)
            if not opens or not self._nominal(start, last) or self._stops(start) or (after_comma and not named):
                break
            end = self._name_end(start, last)
            apposed.append((start, end))
            i = end
        return tuple(apposed), i

    def _name_end(self, i: int, last: int) -> int:
        """Where a title with its name, or a name, ends: at what is neither noun nor adjective."""
        while self._nominal(i, last) and not self._stops(i):
            i += 1
        return i

    def _title(self, i: int, last: int) -> bool:
        """Whether a title stands at a token."""
        return i < last and self._is_of(i, self._tables.titles)

    def _office(self, i: int) -> bool:
        """Whether a noun at a token is somebody's office."""
        return self._tokens[i].stem in self._tables.links or self._is_of(i, self._tables.offices)

    def _stops(self, i: int) -> bool:
        """Whether a word at a token is an adverb of time there."""
        unit = self._is_of(i, self._tables.units) and i + 1 < len(self._tokens)
        return self._is_of(i, self._tables.stops) or (unit and self._is_of(i + 1, self._tables.directions))

    def _is_of(self, i: int, lexicons: frozenset[str]) -> bool:
        """Whether an entry of one of the lexicons stands at a token."""
        return any(hit.entry.lexicon in lexicons for hit in self._analysed.hits[i])
