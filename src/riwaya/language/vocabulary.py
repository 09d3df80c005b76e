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
        self.known: set[str] = set()
        for row in pack.rows("lexicon/function-words"):
            for word in cell_values(row, "forms"):
                reading = Reading(row["pos"], "", pack.key(word))
                if row["match"] == "exact" and word.startswith(self._article):
                    self.known.add(self.stem_of(word))
                    self._with_article[self.stem_of(word)] = reading
                else:
                    self._enter(self.stem_of(word), _ORDER["function"], reading)
        unread = frozenset(pack.settings.get("no_reading", ()))
        for letters, entry in pack.words:
            if entry.lexicon in unread:
                continue
            word_class = entry.get("class") or "fixed"
            order = _ORDER.get(word_class, 4)
            words = letters.split()
            if len(words) > 1 and entry.lexicon in self._names:
                self.known.update(map(self.stem_of, words))
            elif len(words) == 1:
                lemma = entry.get("base").partition("|")[0].partition("/")[0] or letters
                pos = entry.features.partition(" ")[0] or _POS.get(word_class, "NOUN")
                self._enter(self.stem_of(letters), order, Reading(pos, entry.features, self.stem_of(lemma)))

        self.known |= pack.gazetteer.known

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
        if clitic == "en":
            return Reading("PRON", "", stem)
        return Reading("NOUN" if definite else self._shape(stem), "", stem)

    def _shape(self, stem: str) -> str:
        """The part of speech that the look of an unknown word speaks for."""
        for starts, ends, least, pos in self._shapes:
            if len(stem) >= least and stem.startswith(starts) and stem.endswith(ends):
                return pos
        return "NOUN"
