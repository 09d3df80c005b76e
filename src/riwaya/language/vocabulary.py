"""The vocabulary: what a pack's tables say of a single word: whether it is known, its part of speech, its lemma."""

from __future__ import annotations

from typing import NamedTuple

from riwaya.packs import Pack, cell_values


class Reading(NamedTuple):
    """A word out of context: part of speech, features of the form, lemma (folded)."""

    pos: str
    features: str
    lemma: str


# Where one spelling is several words, the reading of the earlier class is taken.
_ORDER = {"function": 0, "verb": 1, "noun": 2, "adj": 3, "fixed": 4}
_POS = {"verb": "VERB", "noun": "NOUN", "adj": "ADJ", "fixed": "NOUN"}


class Vocabulary:
    """The single words of a pack, folded, without article and clitics."""

    def __init__(self, pack: Pack) -> None:
        """Collects them from all lexicons and from `lexicon/function-words.tsv`."""
        self._pack = pack
        self._article = str(pack.settings.get("article", ""))
        self._shapes = [
            (row["starts"], row["ends"], int(row["least"]), row["pos"]) for row in pack.rows("lexicon/shapes")
        ]
        self._names = frozenset(pack.settings.get("lexicons", {}))  # of the gazetteer: their phrases are names
        self._readings: dict[str, tuple[int, Reading]] = {}
        self._with_article: dict[str, Reading] = {}  # words that are what they are only with it
        self._forms = pack.forms
        self.known = set(self._forms.spellings)
        for row in pack.rows("lexicon/function-words"):
            for word in cell_values(row, "forms"):
                reading = Reading(row["pos"], "", pack.key(word))
                if row["match"] == "exact" and word.startswith(self._article):
                    self.known.add(self.stem_of(word))
                    self._with_article[self.stem_of(word)] = reading
                else:
                    self._enter(self.stem_of(word), _ORDER["function"], reading)
        for letters, entry in pack.words:
            word_class = entry.get("class") or "fixed"
            order = _ORDER.get(word_class, 4)
            words = letters.split()
            if len(words) > 1 and entry.lexicon in self._names:
                self.known.update(map(self.stem_of, words))
            elif len(words) == 1:
                lemma = entry.get("base").partition("|")[0].partition("/")[0] or letters
                pos = entry.features.partition(" ")[0] or _POS.get(word_class, "NOUN")
                stem = self.verb_stem if pos == "VERB" else self.stem_of
                self._enter(stem(letters), order, Reading(pos, entry.features, stem(lemma)))

    def _enter(self, stem: str, order: int, reading: Reading) -> None:
        """Note a reading of a word, unless an earlier class has one."""
        self.known.add(stem)
        if stem not in self._readings or order < self._readings[stem][0]:
            self._readings[stem] = (order, reading)

    def stem_of(self, letters: str) -> str:
        """A single word of a table, folded, without its article.

        The article is looked for before folding: a word may begin with the same letters once it is folded.
        """
        cut = letters.removeprefix(self._article)
        return self._pack.key(cut if len(cut) >= 2 else letters)

    def verb_stem(self, letters: str) -> str:
        """A form of a verb, folded: one that begins like the article has none."""
        return self._pack.key(letters)

    def reading(self, stem: str, *, definite: bool, clitic: str) -> Reading:
        """What the word is, out of context; a word with the article is no verb."""
        if not stem[0].isalnum():
            return Reading("PUNCT", "", stem)
        if stem[0].isdigit():
            return Reading("NUM", "", stem)
        if definite and stem in self._with_article:
            return self._with_article[stem]
        found = self._readings.get(stem)
        if found and not (definite and found[1].pos == "VERB"):
            return found[1]
        if stem in self._forms.spellings and (formed := self.formed(stem, definite=definite)):
            return formed[0]
        if clitic == "en":
            return Reading("PRON", "", stem)
        return Reading("NOUN" if definite else self._shape(stem), "", stem)

    def formed(self, stem: str, *, definite: bool) -> list[Reading]:
        """What the word may be as a form of a verb, a verbal noun or a participle, the commoner first."""
        forms = self._forms.readings(stem)
        readings = [Reading(form.features.partition(" ")[0], form.features, form.lemma) for form in forms]
        return [self._voiceless(reading) for reading in readings if not (definite and reading.pos == "VERB")]

    def _voiceless(self, reading: Reading) -> Reading:
        """The reading of a verb without its voice: what stands beside the word has a say in that."""
        if reading.pos != "VERB":
            return reading
        return reading._replace(features=reading.features.removesuffix(" act").removesuffix(" pass"))

    def _shape(self, stem: str) -> str:
        """The part of speech that the look of an unknown word speaks for."""
        for starts, ends, least, pos in self._shapes:
            if len(stem) >= least and stem.startswith(starts) and stem.endswith(ends):
                return pos
        return "NOUN"
