"""Victims: how many people some words tell of: "two soldiers", "Abu Qatada and 21 gunmen", "dozens of civilians"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from riwaya.find.context import covered_until
from riwaya.language.phrases import Phrases
from riwaya.model.layers import Analysed, Entry, Hit, Mention

Bounds = tuple[int, int | None]
FORMS: dict[str, Bounds] = {"sg": (1, 1), "du": (2, 2), "pl": (1, None)}
NUMBERS = ("du", "pl", "sg")  # the likelier before the less likely
NOBODY: Bounds = (0, 0)
_NEAR = 4  # tokens between a number and the noun that it counts
_NOUN = 3  # tokens after a number among which its noun stands
_PHRASE = 14  # tokens of a phrase that a count begins
_LINKED = 8  # tokens that may describe people before "and" adds others
_OFFICES = ("titles", "offices", "institutions", "sources")  # nouns for who somebody is
_THINGS = ("place-heads", "place-nouns", "weapons", "time-units", "measure-units")
_DESCRIBING = ("NOUN", "ADJ", "PRON", "LATIN")
_NO_HEADS = ("VERB", "PREP", "COMP", "PRON", "PART", "NEG", "ADV", "PUNCT", "CONJ")


class People(NamedTuple):
    """The tokens `start` to `end` that tell of people: how many, the noun for them, and whether a number tells."""

    start: int
    end: int
    bounds: Bounds
    noun: Entry | None = None
    counted: bool = False


class VictimReader:
    """Reads how many people the words of one report tell of."""

    def __init__(self, analysed: Analysed, mentions: Sequence[Mention], phrases: Phrases) -> None:
        """Gathers the counts by their first token; numbers of a time, a duration or a measure are none."""
        self._analysed, self._phrases = analysed, phrases
        times = covered_until(m for m in mentions if m.kind in ("time", "duration"))
        numbers = (m for m in mentions if m.kind == "number" and m.value["sense"] in ("count", "year", "old-year"))
        counts = [m for m in numbers if times.get(m.start, 0) < m.end]
        self._counts = {m.start: m for m in counts}
        self._ending = {m.end: m for m in counts}
        self._within = {i for m in counts for i in range(m.start, m.end)}
        actors = [m for m in mentions if m.kind == "actor"]
        self._persons = {m.start: m for m in actors if m.value["kind"] == "person"}
        self._two = self._tells_of_two()
        self._bodies = {m.start: m for m in actors if m.value["kind"] != "person"}
        self._in_body = {i for m in self._bodies.values() for i in range(m.start, m.end)}

    def number_before(self, i: int) -> Bounds | None:
        """The count that ends where a token begins."""
        number = self._ending.get(i)
        return _bounds(number) if number else None

    def counted_before(self, i: int, first: int) -> Bounds | None:
        """The count before a noun, with nothing but nouns between."""
        for at in range(i, max(i - _NEAR, first), -1):
            if bounds := self.number_before(at):
                return bounds
            if self._analysed.tokens[at - 1].pos not in ("NOUN", "ADJ"):
                return None
        return None

    def counted_phrase_before(self, i: int, first: int) -> Bounds | None:
        """The count that begins the phrase before a token: "thirty men of the army", then the token."""
        for at in range(i, max(i - _PHRASE, first), -1):
            if bounds := self.number_before(at):
                return bounds
            token = self._analysed.tokens[at - 1]
            if token.pos not in (*_DESCRIBING, "DET") and not self._is_from(at - 1):
                return None
        return None

    def number_at(self, i: int) -> Bounds | None:
        """The count that begins at a token."""
        number = self._counts.get(i)
        return _bounds(number) if number else None

    def in_number(self, i: int) -> bool:
        """Whether a token is of the words of a count: the verb of "no fewer than five" tells of no deed."""
        return i in self._within

    def body_end(self, i: int) -> int | None:
        """Where the name of a state or body ends that begins at a token."""
        body = self._bodies.get(i)
        return body.end if body else None

    def before_person(self, i: int, end: int) -> int:
        """The end of a phrase that begins at a token, or where somebody is named in it: "in the raid the leader"."""
        return next((at for at in range(i + 1, end) if at in self._persons), end)

    def is_part(self, i: int) -> bool:
        """Whether a word stands at a token after which some of those told of before are counted."""
        return self._analysed.cell(i, "among", "kind") == "part"

    def at(self, i: int, last: int) -> People | None:
        """The people of whom the words from a token on tell, with those of the same kind that "and" adds to them."""
        people = self._some(i, last)
        return self._with_more(people, last) if people else None

    def somebody(self, i: int, last: int) -> People | None:
        """One person for a noun that no lexicon knows as one of people, where the grammar asks for people there."""
        token = self._analysed.tokens[i] if i < last else None
        if token is None or token.clitic or token.pos in _NO_HEADS or "pl" in token.features.split():
            return None
        if self._is_thing(i) or i in self._in_body or i in self._ending:
            return None
        return self._with_more(People(i, self._end(i, last, i + 1), (1, 1)), last)

    def _with_more(self, people: People, last: int) -> People:
        """The people with those of the same kind that "and" adds to them."""
        while more := self._more(people, last):
            bounds, counted = _sum(people.bounds, more.bounds), people.counted or more.counted
            people = People(people.start, more.end, bounds, people.noun or more.noun, counted)
        return people

    def _some(self, i: int, last: int) -> People | None:
        """The people that a number, a noun for people or a name at a token tells of."""
        if i >= last:
            return None
        number = self._counts.get(i)
        if number:
            return self._counted(number, last)
        if (person := self._persons.get(i)) and not self._is_common(person):
            return People(i, person.end, (1, 1))
        if word := self._analysed.hit(i, "people-words"):
            lo, hi = word.entry.get("lo"), word.entry.get("hi")
            return People(i, word.end, (int(lo), int(hi) if hi else None))
        if noun := self._analysed.hit(i, "victims"):
            return self._of_noun(noun, last)
        if self._analysed.opens(i, *_OFFICES) and i not in self._in_body and not self._plural(i):
            return People(i, self._end(i, last, i + 1), (1, 1))
        return None

    def _of_noun(self, noun: Hit, last: int) -> People:
        """The people that a noun tells of, with the number after it ("the two attackers, attackers three")."""
        number = self._counts.get(noun.end) if noun.end < last else None
        if number is None:
            end = self._end(noun.start, last, noun.end)
            return People(noun.start, end, self._by_form(noun.start), noun.entry)
        counted = None if self._analysed.tokens[noun.start].definite else self._counted(number, last)
        if counted and counted.noun:  # "gunmen killed three soldiers"
            return counted
        end = self._end(noun.start, last, number.end)
        others = self._analysed.hit(end, "people-words")  # "two gunmen, others"
        return People(noun.start, others.end if others else end, _bounds(number), noun.entry, counted=True)

    def _is_common(self, person: Mention) -> bool:
        """Whether what the recogniser took for a name of one word is a noun for people."""
        return person.end - person.start == 1 and self._analysed.opens(person.start, "victims")

    def _counted(self, number: Mention, last: int) -> People | None:
        """The people that a number counts; None where it counts something else."""
        nouns = (self._analysed.hit(i, "victims") for i in range(number.end, min(last, number.end + _NOUN)))
        noun = next((hit for hit in nouns if hit), None)
        if noun is None and number.end < last and self._is_thing(number.end):
            return None
        end = self._end(number.start, last, noun.end if noun else number.end)
        return People(number.start, end, _bounds(number), noun.entry if noun else None, counted=True)

    def is_deed(self, i: int) -> bool:
        """Whether a token names an event that is neither harm nor people."""
        return self._analysed.opens(i, "triggers") and not self._analysed.opens(i, "harms", "victims")

    def _is_thing(self, i: int) -> bool:
        """Whether a noun is one of things or events, which nobody kills."""
        deed = self._analysed.opens(i, "triggers") and not self._analysed.opens(i, "harms")
        return deed or self._analysed.opens(i, *_THINGS)

    def _tells_of_two(self) -> bool:
        """Whether the report tells of two hurt by a form that is no plural: "both were killed"."""
        harms = self._analysed.anchors.lexicons.get("harms", ())
        return any("du" in (told := self._numbers_of(i, "harms")) and "pl" not in told for i in harms)

    def _numbers_of(self, i: int, lexicon: str) -> set[str]:
        """The grammatical numbers that the entries of a lexicon at a token tell."""
        return {word for hit in self._analysed.hits[i] if hit.entry.lexicon == lexicon for word in _number(hit.entry)}

    def _by_form(self, i: int) -> Bounds:
        """How many a noun for people tells of by its form.

        A plural that is spelled like a dual is a plural, unless the report tells elsewhere of two who were hurt.
        """
        told = self._numbers_of(i, "victims")
        plural = "pl" in told and not ("du" in told and self._two)
        return FORMS["pl" if plural else "du" if "du" in told else "sg"]

    def _plural(self, i: int) -> bool:
        """Whether a token is a plural as far as its features tell."""
        return "pl" in self._analysed.tokens[i].features.split()

    def _end(self, i: int, last: int, least: int) -> int:
        """Where the noun phrase at a token ends, `least` at the earliest."""
        phrase = self._phrases.at(i, last)
        return max(least, phrase.end) if phrase else least

    def _more(self, people: People, last: int) -> People | None:
        """Those whom "and" adds: of the same kind, or of whom no word tells the kind."""
        for i in range(people.end, min(last, people.end + _LINKED)):
            token = self._analysed.tokens[i]
            if token.pos == "CONJ":
                return self._added(people, i + 1, last)
            comma = token.pos == "PUNCT" and i + 1 < last and self._analysed.tokens[i + 1].pos == "CONJ"
            describes = token.pos in _DESCRIBING or self._analysed.opens(i, "forenames")
            if not (describes or comma or self._is_from(i)) or self._is_else(i):
                return None
        return None

    def _is_from(self, i: int) -> bool:
        """Whether a token joins people to those whom they are of: "two of the guards"."""
        return self._analysed.cell(i, "member-links", "link") == "from"

    def _is_else(self, i: int) -> bool:
        """Whether at a token a deed is told, or some of those told of before."""
        return self._analysed.opens(i, "triggers") or self.is_part(i)

    def _added(self, people: People, i: int, last: int) -> People | None:
        """The people that stand after "and", if they are of one kind with those before."""
        if i >= last or self._analysed.opens(i, "harms"):
            return None
        more = self._some(i, last)
        if more is None:
            return None
        same = not more.noun or not people.noun or more.noun.get("sector") == people.noun.get("sector")
        named = people.bounds == (1, 1) and not people.noun
        return more if same or named or self._are_theirs(more) else None

    def _are_theirs(self, people: People) -> bool:
        """Whether a pronoun says that people are of those told of before: "an officer and two of his guards"."""
        end = min(people.end + 1, len(self._analysed.tokens))
        return any(self._analysed.tokens[i].clitic == "en" for i in range(people.start + 1, end))


def _number(entry: Entry) -> set[str]:
    """The numbers that an entry's features tell."""
    return set(entry.features.split()) & FORMS.keys()


def _sum(a: Bounds, b: Bounds) -> Bounds:
    """Two ranges added up."""
    return a[0] + b[0], None if a[1] is None or b[1] is None else a[1] + b[1]


def _bounds(number: Mention) -> Bounds:
    """The range of a number."""
    hi = number.value["hi"]
    return int(str(number.value["lo"])), None if hi is None else int(str(hi))
