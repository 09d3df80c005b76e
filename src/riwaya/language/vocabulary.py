"""The vocabulary: what a pack's tables say of a single word: whether it is known, its part of speech, its lemma."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from riwaya.model.layers import Entry
from riwaya.packs import Pack, cell_values


class Reading(NamedTuple):
    """A word out of context: part of speech, features of the form, lemma (folded; "" where no table tells it)."""

    pos: str
    features: str
    lemma: str


class _Pattern(NamedTuple):
    """A pattern of nouns: how it is typed, whether names have it, which of its words are others, what it tells."""

    typed: str
    names: bool
    others: frozenset[str]
    features: str


# Where one spelling is several words of one part of speech, the reading of the earlier class is taken.
_ORDER = {"verb": 1, "noun": 2, "adj": 3, "fixed": 4}
_INFLECTED = _ORDER.keys() - {"fixed"}
_PLAIN = ("", "NOUN sg")  # what lexicons tell of a noun that is no form of a verb
_ARTICLELESS = ("PREP", "CONJ")  # with the article such a word is another: "the imam", "the mother"
_POS = {"verb": "VERB", "noun": "NOUN", "adj": "ADJ", "fixed": "NOUN"}


class Vocabulary:
    """The single words of a pack, folded, without article and clitics."""

    def __init__(self, pack: Pack) -> None:
        """Collects them from all lexicons and from `lexicon/function-words.tsv`."""
        self._pack = pack
        self._article = str(pack.settings.get("article", ""))
        self._shapes = [
            (row["starts"], row["ends"], int(row["least"]), row["features"]) for row in pack.rows("lexicon/shapes")
        ]
        patterns = pack.rows("lexicon/noun-patterns")
        self._patterns = [_pattern(pack, row) for row in patterns]
        self._letters = re.compile("|".join(f"({row['pattern']})" for row in patterns))
        self._names = frozenset(pack.settings.get("lexicons", {}))  # of the gazetteer: their phrases are names
        self._pronouns = {row["form"]: row["gives"] for row in pack.rows("clitics") if row["side"] == "en"}
        self._function: dict[str, Reading] = {}
        self._entries: dict[str, list[Entry]] = defaultdict(list)  # of a single word, in the order of the lexicons
        self._bases: dict[tuple[str, str], str] = {}  # the lemma that a base gives, by its class
        self._with_article: dict[str, Reading] = {}  # words that are what they are only with it
        self._forms = pack.forms
        self.known = set(self._forms.spellings)
        self.names: set[str] = set()
        self.loose: set[str] = set()  # known only from a phrase, which may hold clitics
        for row in pack.rows("lexicon/function-words"):
            for word in cell_values(row, "forms"):
                reading = Reading(row["pos"], "", pack.key(row["lemma"] or word))
                if row["match"] == "exact" and word.startswith(self._article):
                    self.known.add(self.stem_of(word))
                    self._with_article[self.stem_of(word)] = reading
                    self._function.setdefault(pack.key(word), reading)  # where the segmenter leaves the article
                else:
                    self.known.add(self.stem_of(word))
                    self._function.setdefault(self.stem_of(word), reading)
        self._unread = frozenset(pack.settings.get("no_reading", ()))
        for stem, entries in pack.words.single.items():
            self._enter(stem, entries)
        for letters, entry, stem in pack.words.others:
            if " " not in letters:
                self._enter(stem, [entry])
            elif entry.lexicon in self._names and entry.lexicon not in self._unread:
                self.loose.update(map(self.stem_of, letters.split()))
        self.known |= self.names
        self.loose.update(self._entries)
        self.names |= pack.gazetteer.known
        self.known |= pack.gazetteer.known
        self.loose -= self.known

    def _enter(self, stem: str, entries: Iterable[Entry]) -> None:
        """Enters what is read of a single word."""
        for entry in entries:
            if entry.lexicon not in self._unread:
                self._entries[stem].append(entry)
                if entry.lexicon in self._names:
                    self.names.add(stem)
                elif entry.columns.get("class") in _INFLECTED:
                    self.known.add(stem)

    def unowned(self, stem: str) -> bool:
        """Whether a word stands before no pronoun: a noun with nunation, or a verb in the dual, which seldom does."""
        return stem in self._entries and all(map(_is_unowned, self._told(stem).values()))

    def _told(self, stem: str) -> dict[str, Reading]:
        """What the lexicons have a single word as, by part of speech; of each the reading of the earliest class."""
        found: dict[str, tuple[int, Reading]] = {}
        for entry in self._entries.get(stem, ()):
            word_class = entry.get("class") or "fixed"
            pos = entry.features.partition(" ")[0] or _POS.get(word_class, "NOUN")
            order = _ORDER.get(word_class, 4)
            if pos not in found or order < found[pos][0]:
                found[pos] = order, Reading(pos, entry.features, self._lemma(stem, word_class, entry))
        return {pos: reading for pos, (_, reading) in found.items()}

    def _lemma(self, stem: str, word_class: str, entry: Entry) -> str:
        """The lemma of a word of a lexicon, "" where its row does not tell."""
        if word_class == "fixed":
            return stem if entry.lexicon in self._names else ""
        base = word_class, entry.get("base")
        if base not in self._bases:
            bases = cell_values(entry.columns, "base")
            stem_of = self.verb_stem if word_class == "verb" else self.stem_of
            self._bases[base] = stem_of(bases[0].partition("/")[0]) if len(bases) == 1 else ""
        return self._bases[base]

    def stem_of(self, letters: str) -> str:
        """A single word of a table, folded, without its article."""
        return self._pack.stem(letters)

    def has(self, stem: str) -> bool:
        """Whether a table of the pack has a word, by itself or in a phrase."""
        return stem in self.known or stem in self.loose

    def verb_stem(self, letters: str) -> str:
        """A form of a verb, folded: one that begins like the article has none."""
        return self._pack.key(letters)

    def settled(self, stem: str, *, definite: bool, clitic: str) -> Reading | None:
        """What a word is whatever stands around it: a sign, a number, a function word, a pronoun; None for others."""
        if not stem[0].isalnum():
            return Reading("PUNCT", "", stem)
        if stem[0].isdigit():
            return Reading("NUM", "", stem)
        if clitic == "en":
            return Reading("PRON", "", self._pronouns.get(stem, stem))
        if definite and stem in self._with_article:
            return self._with_article[stem]
        reading = self._function.get(stem)
        return None if definite and reading and reading.pos in _ARTICLELESS else reading

    def readings(self, stem: str, *, definite: bool) -> dict[str, Reading]:
        """What the lexicons say that a word can be, by part of speech; a word with the article is no verb."""
        found = self._told(stem)
        for reading in self.formed(stem) if stem in self._forms.spellings else ():
            known = found.setdefault(reading.pos, reading)
            if known.features in _PLAIN and reading.features.endswith(" vn") and stem not in self.names:
                found[reading.pos] = known._replace(features=reading.features)
        if definite:
            found.pop("VERB", None)
        return found

    def formed(self, stem: str) -> list[Reading]:
        """What the word may be as a form of a verb, a verbal noun or a participle, the commoner first."""
        forms = self._forms.readings(stem)
        readings = [Reading(form.features.partition(" ")[0], form.features, form.lemma) for form in forms]
        return [self._voiceless(reading) for reading in readings]

    def _voiceless(self, reading: Reading) -> Reading:
        """The reading of a verb without its voice: what stands beside the word has a say in that."""
        if reading.pos != "VERB":
            return reading
        return reading._replace(features=reading.features.removesuffix(" act").removesuffix(" pass"))

    def with_pattern(self, readings: dict[str, Reading], stem: str, typed: str) -> dict[str, Reading]:
        """The readings of a word; of a noun with what its pattern tells where lexicons tell its number at most."""
        noun = readings.get("NOUN", Reading("NOUN", "", ""))
        match = self._letters.fullmatch(stem)
        if not (match and match.lastindex) or readings.keys() == {"VERB"} or noun.features not in _PLAIN:
            return readings
        pattern = self._patterns[match.lastindex - 1]
        named = stem in self.names and not pattern.names
        if named or stem in pattern.others or not typed.startswith(pattern.typed):
            return readings
        return {**readings, "NOUN": noun._replace(features=pattern.features)}

    def guessed(self, stem: str, pos: str) -> Reading:
        """The reading of a word that no lexicon has: a verb's features by its affixes."""
        if pos != "VERB":
            return Reading(pos, "", "")
        for starts, ends, least, features in self._shapes:
            if len(stem) >= least and stem.startswith(starts) and stem.endswith(ends):
                return Reading(pos, features, "")
        return Reading(pos, "", stem)


def _pattern(pack: Pack, row: Mapping[str, str]) -> _Pattern:
    """The pattern of a row of the table."""
    others = frozenset(map(pack.key, cell_values(row, "except")))
    return _Pattern(row["typed"], row["known"] == "yes", others, row["features"])


def _is_unowned(reading: Reading) -> bool:
    """Whether a word is in a reading an indefinite accusative or a verb in the dual of the past."""
    marks = set(reading.features.split())
    return "acc" in marks or {"VERB", "past", "du"} <= marks
