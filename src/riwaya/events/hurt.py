"""Those hurt: of how many people a verb or a verbal noun of harm tells.

A verbal noun ("the death of") is followed by those hurt, or has a pronoun for them; a verb has them as its object where
it is active, otherwise as its subject, before or after it.
"""

from __future__ import annotations

from collections.abc import Mapping

from riwaya.events.harm_words import HarmWords
from riwaya.events.victims import FORMS, NOBODY, NUMBERS, People, VictimReader
from riwaya.language.phrases import Phrases
from riwaya.model.layers import Analysed, Hit

_REACH = 8  # tokens between a word of harm and those hurt
_NEAR = 4  # tokens between a verbal noun and the number of those hurt
_CLAUSE = 40  # tokens between a verb and the beginning of its clause


class HurtReader:
    """Reads those hurt in one report."""

    def __init__(
        self, analysed: Analysed, phrases: Phrases, words: HarmWords, victims: VictimReader, pronouns: Mapping[str, str]
    ) -> None:
        """`pronouns` tells the number of each pronoun that is written with a word."""
        self._analysed, self._tokens, self._phrases = analysed, analysed.tokens, phrases
        self._words, self._victims, self._pronouns = words, victims, pronouns

    def of_verbal_noun(self, word: Hit, first: int, last: int) -> People | None:
        """Those hurt after a verbal noun: "the death of three", "his death", "the army's killing of three"."""
        if bounds := self._victims.counted_before(word.start, first):
            return People(word.start, word.end, bounds, counted=True)
        if self._words.denied(word, first):
            return People(word.start, word.end, NOBODY, counted=True)
        if pronoun := self._pronoun(word.end, last):
            return self._owner(word, pronoun, first)
        people = self._victims.at(word.end, last)
        if people is None or not people.counted:
            body = self._victims.body_end(word.end)
            people = (self._some_way_on(body - 1, last) if body else None) or people
        if people or self._tokens[word.start].definite:
            return people
        if "pl" in self._words.features(word):
            return None if self._is_manner(word, first) else People(word.start, word.end, FORMS["pl"])
        joined = word.start > first and self._tokens[word.start - 1].pos == "CONJ"  # "the death of one and wounding of"
        certain = joined or word.entry.get("harm") == "killed"  # only people are killed
        return self._some_way_on(word.end, last) or (self._victims.somebody(word.end, last) if certain else None)

    def _is_manner(self, word: Hit, first: int) -> bool:
        """Whether a plural tells how somebody was hurt: "was wounded, with injuries"."""
        if word.start <= first or self._analysed.cell(word.start - 1, "role-words", "role") != "with":
            return False
        return any(map(self._words.word, range(max(first, word.start - _REACH), word.start)))

    def _owner(self, word: Hit, pronoun: str, first: int) -> People | None:
        """Those for whom the pronoun of a verbal noun stands: the subject before it, or as many as it tells."""
        for i in range(word.start - 1, max(first, word.start - 2 * _REACH) - 1, -1):
            if self._tokens[i].pos in ("VERB", "COMP"):
                people = self._first_people(i + 1, word.start)
                return people or (self.subject(i, first) if pronoun == "pl" else None) or _as_many(word, pronoun)
        return _as_many(word, pronoun)

    def of_verb(self, word: Hit, first: int, last: int) -> People | None:
        """Those hurt by a verb of harm: its object where it is active, otherwise its subject."""
        features = self._tokens[word.start].features.split()
        denied = self._words.marked_before(word.start, "none", first) is not None
        pronoun = self._pronoun(word.end, last)
        if pronoun and word.end - word.start == 1:
            return None if denied else self._object_pronoun(word, pronoun, first)
        start = word.end + 1 if pronoun else word.end
        active = "act" in features and not word.entry.get("subject")
        people = self._after_verb(start, last, active=active)
        if denied:
            return People(word.start, people.end, NOBODY, counted=True) if people and people.bounds == (1, 1) else None
        return people or self._subject_of(word, first, last)

    def _object_pronoun(self, word: Hit, pronoun: str, first: int) -> People | None:
        """Those for whom the pronoun of a verb stands: "the three whom the police killed"."""
        if pronoun == "pl" and (people := self._antecedent(word.start, first)):
            return people
        return _as_many(word, pronoun)

    def _antecedent(self, i: int, first: int) -> People | None:
        """Those whom the relative clause describes that a token opens, where a number tells how many."""
        if i - 1 <= first or not self._analysed.relative(i - 1):
            return None
        bounds = self._victims.number_before(i - 1)
        return People(i - 1, i, bounds, counted=True) if bounds else None

    def _after_verb(self, start: int, last: int, *, active: bool) -> People | None:
        """Those hurt after a verb; of an active one that has a subject too, its object."""
        last = min(last, start + 2 * _REACH)
        if start < last and self._victims.is_deed(start):  # "fell victim to the attack seven"
            phrase = self._phrases.at(start, last)
            start = phrase.end if phrase else start + 1
        people = self._first_people(start, last)
        if not active:
            return people
        if people:
            inside = range(people.end if people.counted else people.start + 1, self._past_manner(people.end) + 1)
            after = next((found for at in inside if (found := self._object(at, last))), None)
            return people if after is None or self._victims.is_part(after.end) else after
        subject = self._phrases.at(start, last)
        end = self._past_manner(self._victims.body_end(start) or (subject.end if subject else start))
        return next((found for at in range(start + 1, min(end + 1, last)) if (found := self._object(at, last))), None)

    def _object(self, i: int, last: int) -> People | None:
        """The people without an article that a token after a subject tells of, unless it is no object.

        A demonym describes the subject; a nominative is one itself.
        """
        if i >= last or self._tokens[i].definite or self._analysed.hit(i, "demonyms"):
            return None
        if "nom" in self._tokens[i].features.split():
            return None
        return self._victims.at(i, last)

    def _first_people(self, i: int, last: int) -> People | None:
        """The first people of whom a clause tells from a token on, but for those after prepositions."""
        while i < last and not self._victims.is_part(i):
            i = self._past_manner(i)
            if people := self._victims.at(i, last):
                return people
            token = self._tokens[i]
            if token.pos == "PREP":
                phrase, others = self._phrases.at(i + 1, last), self._victims.at(i + 1, last)
                end = self._victims.before_person(i + 1, phrase.end) if phrase else i + 1
                i = max(end, others.end if others else 0)
            elif past := self._past_aside(i, last):
                i = past
            elif self._goes_on(i, last) or token.pos in ("ADV", "PRON", "PART") or self._is_when(i):
                i += 1
            else:
                return None
        return None

    def _past_aside(self, i: int, last: int) -> int | None:
        """The token after a relative clause between two commas of which the first stands at a token."""
        if self._tokens[i].pos != "PUNCT" or not self._analysed.relative(i + 1):
            return None
        mark = self._tokens[i].form
        return next((at + 1 for at in range(i + 1, min(last, i + _CLAUSE)) if self._tokens[at].form == mark), None)

    def _past_manner(self, i: int) -> int:
        """The token after words for how somebody was killed ("by hanging"), or the token itself."""
        manner = self._analysed.hit(i, "toll-words") if self._words.kind(i) == "manner" else None
        return manner.end if manner else i

    def _goes_on(self, i: int, last: int) -> bool:
        """Whether a token goes on with when and where: a number that counts nobody, or "and" before such or "in"."""
        if self._tokens[i].pos == "CONJ" and i + 1 < last:
            return self._tokens[i + 1].pos == "PREP" or self._goes_on(i + 1, last)
        return self._tokens[i].pos == "NUM" and self._victims.number_at(i) is None

    def _some_way_on(self, i: int, last: int) -> People | None:
        """Those hurt a few tokens on, up to a word of harm, a verb or a pause."""
        for at in range(i + 1, min(last, i + _NEAR)):
            if self._tokens[at].pos in ("PUNCT", "CONJ", "VERB") or self._analysed.opens(at, "harms", "triggers"):
                return None
            if self._victims.number_at(at):
                return self._victims.at(at, last)
        return None

    def _subject_of(self, word: Hit, first: int, last: int) -> People | None:
        """Those hurt as the subject before a verb, or as many as the verb's form tells."""
        features = self._words.features(word)
        number = next((number for number in NUMBERS if number in features), "")
        if number in ("du", "pl"):
            told = self._victims.number_before(word.start)  # "nine that were killed"
            people = People(word.start, word.end, told, counted=True) if told else self._antecedent(word.start, first)
            return people or self.subject(word.start, first) or _as_many(word, number)
        after = self._tokens[word.end].pos if word.end < last else ""
        killed = word.entry.get("harm") == "killed"
        if after in ("NOUN", "ADJ", "LATIN") and not self._is_when(word.end):
            return self._victims.somebody(word.end, last) if killed and "act" not in features else None
        before = self.subject(word.start, first)
        if before and (before.counted or before.bounds == (1, 1)):
            return before
        return _as_many(word, "sg") if killed else None

    def _is_when(self, i: int) -> bool:
        """Whether a token tells when or with what, and is no subject."""
        return self._analysed.opens(i, "weekdays", "day-parts", "relative-days", "months", "day-words")

    def subject(self, i: int, first: int) -> People | None:
        """The people that stand before a verb as its subject: the first of its clause."""
        start = i
        if start - 1 > first and self._tokens[start - 1].pos == "VERB":  # an auxiliary: "they had been killed"
            start -= 1
        first = max(first, i - _CLAUSE)
        while start > first and (self._victims.in_number(start - 1) or not self._words.begins(start - 1)):
            start -= 1
        return self._first_people(start, i)

    def _pronoun(self, i: int, last: int) -> str:
        """The number of the pronoun that is written with the word before a token; empty where there is none."""
        if i >= last or self._tokens[i].clitic != "en":
            return ""
        return self._pronouns.get(self._tokens[i].form, "")


def _as_many(word: Hit, number: str) -> People | None:
    """As many as a grammatical number tells."""
    return People(word.start, word.end, FORMS[number]) if number in FORMS else None
