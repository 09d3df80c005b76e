"""Tolls: how many a word of harm tells of, by the part that it plays (lexicon/harms.tsv).

A count noun ("dead", "wounded") has its number before it or in its form; those hurt by a verb or a verbal noun are read
by `riwaya.events.hurt`. The manner of an injury ("with wounds") counts nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from riwaya.events.harm_words import HarmWords
from riwaya.events.hurt import HurtReader
from riwaya.events.victims import FORMS, NOBODY, NUMBERS, Bounds, People, VictimReader
from riwaya.language.phrases import Phrases
from riwaya.model.layers import Analysed, Entry, Hit, Mention

_REACH = 8  # tokens between a noun for those hurt and the figure that it reaches
_NEAR = 4  # tokens between a word of rising and a noun for those hurt, or the figure to which it rises
_SENTENCE = 30  # tokens between a word of rising that opens a sentence and the figure
_ELSE = ("VERB", "COMP", "CONJ")  # parts of speech with which something else is told


class Toll(NamedTuple):
    """Killed, injured or both, how many, the noun for them if one is known, and whether a number tells how many."""

    kind: str
    bounds: Bounds
    noun: Entry | None
    start: int  # of the words that tell who was hurt
    end: int
    counted: bool  # by a number, not by the form of a word


class TollReader:
    """Reads the tolls of one report."""

    def __init__(
        self, analysed: Analysed, mentions: Sequence[Mention], phrases: Phrases, pronouns: Mapping[str, str]
    ) -> None:
        """Sets up the readers of victims; `pronouns` tells the number of each pronoun that is written with a word."""
        self._analysed, self._tokens = analysed, analysed.tokens
        self.words, self._phrases = HarmWords(analysed, mentions), phrases
        self._victims = VictimReader(analysed, mentions, phrases)
        self._hurt = HurtReader(analysed, phrases, self.words, self._victims, pronouns)
        self._counted: dict[tuple[str, str], list[People]] = defaultdict(list)  # by kind and noun, as far as read

    def in_number(self, i: int) -> bool:
        """Whether a token is of the words of a count."""
        return self._victims.in_number(i)

    def read(self, word: Hit, first: int, last: int) -> Toll | None:
        """The toll of a word of harm, read from the tokens `first` to `last`; None where nobody is counted."""
        part = word.entry.get("part")
        kind = word.entry.get("harm")
        if part == "manner":
            bounds = self._victims.counted_before(word.start, first)
            return Toll(kind, bounds, None, word.start, word.end, counted=True) if bounds else None
        if part == "count-noun":
            return self._of_count_noun(word, first, last)
        if both := self._of_both(word, first, last):
            return both
        read = self._hurt.of_verb if part == "verb" else self._hurt.of_verbal_noun
        people = self._summed(word, first, last) or read(word, first, last)
        if people and self._is_graded(people, last):
            return None
        return _toll(kind, self._as_counted(kind, people), people) if people else None

    def _is_graded(self, people: People, last: int) -> bool:
        """Whether it is told how badly some of those hurt are: "the injury of one of them is grave"."""
        pronoun, after = (self._tokens[i] if i < last else None for i in (people.start + 1, people.start + 2))
        graded = after is not None and after.pos == "ADJ" and not after.definite
        return graded and pronoun is not None and pronoun.clitic == "en"

    def _as_counted(self, kind: str, people: People) -> Bounds:
        """How many some people are; of a plural that the reader knows, as many as the report counted before."""
        if people.noun is None:
            return people.bounds
        told = self._counted[kind, people.noun.id]
        if people.counted:
            told.append(people)
        elif people.bounds == FORMS["pl"] and self._tokens[people.start].definite:
            return next((one.bounds for one in reversed(told) if one.end <= people.start), people.bounds)
        return people.bounds

    def _of_both(self, word: Hit, first: int, last: int) -> Toll | None:
        """The toll of two words of harm that share those hurt: "the killing and wounding of dozens"."""
        before = self.words.word(word.start - 2) if word.start - 2 >= first else None
        pair = (before, word) if before and before.end == word.start - 1 else (word, self.words.word(word.end + 1))
        one, other = pair
        if one is None or other is None or self._tokens[one.end].pos != "CONJ" or not _share(one, other):
            return None
        if one.entry.get("part") == "verb" and self._hurt.subject(one.start, first):
            return None
        people = self._victims.at(other.end, last)
        return _toll("both", _joint(people.bounds), people) if people else None

    def _of_count_noun(self, word: Hit, first: int, last: int) -> Toll | None:
        """The toll of a noun for those hurt."""
        kind, end = word.entry.get("harm"), word.end
        if kind == "injured" and self._are_dead(word, first):
            return None
        if joint := self._joint(word, first, last):
            return Toll("both", joint, None, word.start, end, counted=True)
        noun = self._analysed.hit(end, "victims") if end < last else None
        number = (
            self._victims.counted_before(word.start, first)
            or self._shared(word, first)
            or self._reached(word, first, last)
        )
        if number is None and self.words.denied(word, first):
            number = NOBODY
        bounds = number or self._by_form(word, first)
        if bounds is None:
            return None
        return Toll(kind, bounds, noun.entry if noun else None, end, noun.end if noun else end, number is not None)

    def _are_dead(self, word: Hit, first: int) -> bool:
        """Whether those wounded before have died: "one of the wounded died", "the death of a wounded man"."""
        at = word.start - 1
        if at > first and self._analysed.opens(at, "people-words", "numerals"):
            at -= 1
        before = self.words.word(at) if at >= first else None
        dying = before and before.end in (word.start - 1, word.start) and before.entry.get("harm") == "killed"
        return bool(dying and before and before.entry.get("part") in ("verb", "verbal-noun"))

    def _joint(self, word: Hit, first: int, last: int) -> Bounds | None:
        """One to all but one of a sum of killed and wounded: "thirty dead and wounded", "thirty, dead or wounded"."""
        pair = self._pair(word, first, last)
        if pair is None:
            return None
        between = self.words.marked_before(pair.start, "both", first)
        total = (
            self._victims.counted_phrase_before(between.start, first)
            if between
            else self._victims.counted_before(pair.start, first)
        )
        return _joint(total) if total and total != (1, 1) else None

    def _pair(self, word: Hit, first: int, last: int) -> Hit | None:
        """The first of two count nouns that "and" joins, the second in the singular: "dead and wounded"."""
        for one, at in ((word, word.end + 1), (self._single_before(word, first), word.start)):
            if one is None or at >= last or self._tokens[at - 1].pos != "CONJ":
                continue
            other = self.words.word(at)
            single = other and other.entry.get("part") == "count-noun" and "sg" in self.words.features(other)
            if other and single and other.entry.get("harm") != one.entry.get("harm"):
                return one
        return None

    def _single_before(self, word: Hit, first: int) -> Hit | None:
        """The count noun that stands before a count noun and "and"."""
        at = word.start - 2
        before = self.words.word(at) if at >= first else None
        return before if before and before.entry.get("part") == "count-noun" else None

    def _shared(self, word: Hit, first: int) -> Bounds | None:
        """The count of many that two plurals share: "dozens of the dead and wounded"."""
        before = self._single_before(word, first)
        known = before and self._tokens[before.start].definite and self._tokens[word.start].definite
        bounds = self._victims.counted_before(before.start, first) if before and known else None
        return bounds if bounds and bounds[1] is None else None

    def _reached(self, word: Hit, first: int, last: int) -> Bounds | None:
        """The figure after a plural: "the three dead", "the number of the dead rose to twelve"."""
        if word.end >= last:
            return None
        if bounds := self._victims.number_at(word.end):
            people = self._victims.at(word.end, last)
            return bounds if people and (self._tokens[word.start].definite or people.noun) else None
        return self._figure(word, first, last) if self._rises(word.start, first) else None

    def _figure(self, word: Hit, first: int, last: int) -> Bounds | None:
        """The number of people that something rises to, or reaches, after a token: "rose in two days to twelve"."""
        before = range(max(first, word.start - _NEAR), word.start)
        reach = word.end + (_SENTENCE if any(map(self._changes, before)) else _REACH)
        reached = any(self.words.kind(at) == "reaches" for at in before)
        for at in range(word.end, last - 1):
            if reached and (bounds := self._victims.number_at(at)) and self._victims.at(at, last):
                return bounds
            mark = self._analysed.hit(at, "toll-words") if self.words.kind(at) == "reaches" else None
            if mark and (bounds := self._victims.number_at(mark.end)) and self._victims.at(mark.end, last):
                return bounds
            if self._changes(at):
                reach = at + _NEAR
            elif self._tokens[at].pos in _ELSE and (at > reach or self._tokens[at + 1].pos == "VERB"):
                return None
            if self.words.kind(at) == "figure" or self.words.word(at):
                return None
        return None

    def _changes(self, i: int) -> bool:
        """Whether a token tells that a figure rises, falls or is reached."""
        return self._analysed.opens(i, "count-changes") or (
            self.words.kind(i) == "reaches" and self._tokens[i].pos == "VERB"
        )

    def _summed(self, word: Hit, first: int, last: int) -> People | None:
        """Those whom a relative clause tells of after the word for a figure: "the number of those killed rose to"."""
        at = word.start - 1
        if at < first or not self._analysed.relative(at) or not self.words.marked_before(at, "figure", first):
            return None
        bounds = self._figure(word, first, last)
        return People(word.start, word.end, bounds, counted=True) if bounds else None

    def _rises(self, i: int, first: int) -> bool:
        """Whether a count noun is the figure of a toll, or something that rises or falls."""
        if any(self._analysed.opens(at, "count-changes") for at in range(max(first, i - _NEAR), i)):
            return True
        if i > first and self._tokens[i - 1].pos == "CONJ":  # "the dead to five and the wounded to ten"
            return "figure" in map(self.words.kind, range(max(first, i - 2 * _REACH), i))
        return self.words.marked_before(i, "figure", first) is not None

    def _is_of_known(self, word: Hit) -> bool:
        """Whether a count noun is annexed to a noun that the reader knows: "the victims of the attack"."""
        phrase = self._phrases.at(word.start, len(self._tokens))
        return phrase is not None and phrase.definite and phrase.annexed > word.end

    def _by_form(self, word: Hit, first: int) -> Bounds | None:
        """The count that the form of a count noun gives; none for a definite plural, unless it stands for a figure."""
        features = self.words.features(word)
        owned = word.end < len(self._tokens) and self._tokens[word.end].clitic == "en"
        definite = self._tokens[word.start].definite or owned or self._is_of_known(word)
        before = self._single_before(word, first)
        start = before.start if before else word.start
        if definite and "pl" in features and not self.words.marked_before(start, "figure", first):
            return None
        return next((FORMS[number] for number in NUMBERS if number in features), None)


def _toll(kind: str, bounds: Bounds, people: People) -> Toll:
    """The toll of some people."""
    return Toll(kind, bounds, people.noun, people.start, people.end, people.counted)


def _share(one: Hit, other: Hit) -> bool:
    """Whether two words, of killing and of injuring, play the same part and are no count nouns."""
    parts = {one.entry.get("part"), other.entry.get("part")}
    return one.entry.get("harm") != other.entry.get("harm") and len(parts) == 1 and parts <= {"verb", "verbal-noun"}


def _joint(total: Bounds) -> Bounds:
    """How many of a sum of killed and wounded may be of each: one to all but one."""
    return (1, None if total[1] is None else max(1, total[1] - 1))
