"""Forms: what words a spelling may be, by the generated tables of a pack's verbs.

`morphology/forms.tsv` has a line for each folded spelling. It is read at once and kept as it is: what a spelling
may be is worked out when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from riwaya.rules.tables import Row


class Inflected(NamedTuple):
    """A word in one of its forms."""

    features: str  # "VERB past 3 f sg act", "NOUN sg vn", "ADJ f pl ptcp pass"
    lemma: str  # folded: of a verb its past, of a verbal noun and a participle the singular
    word: str  # its id in words.tsv
    verb: str  # the id of the verb that it is or comes of, in lexicon/verbs.tsv


class Forms:
    """The spellings of the verbs of a pack, their verbal nouns and participles; folded, without the article."""

    def __init__(self, forms: str, words: str, features: Iterable[Row], key: Callable[[str], str]) -> None:
        """`forms` and `words` are the texts of the tables, `features` rows. `spellings` leaves rare forms out."""
        common, _, rare = _body(forms).partition("\nrare\t\n")
        self._at = _cells(common)
        self.spellings: frozenset[str] = frozenset(self._at)
        self._at |= _cells(rare)
        self._words = dict(line.split("\t", 1) for line in _body(words).splitlines())
        self._features = [row["features"] for row in features]
        self._key = key

    def readings(self, spelling: str) -> tuple[Inflected, ...]:
        """The words that a spelling may be, the commoner forms first; none for a spelling that is no form of a verb."""
        at = self._at.get(spelling)
        return tuple(reading for cell in at.split() for reading in self._read(cell)) if at else ()

    def _read(self, cell: str) -> Iterable[Inflected]:
        """What `word:2,24` stands for."""
        word, _, numbers = cell.partition(":")
        lemma, _, verb = self._words[word].partition("\t")
        lemma = self._key(lemma)
        return [Inflected(self._features[int(n) - 1], lemma, word, verb) for n in numbers.split(",")]


def _body(table: str) -> str:
    """A generated table without the comments at its head."""
    return table[table.rindex("#") :].partition("\n")[2]


def _cells(lines: str) -> dict[str, str]:
    """What stands beside each spelling."""
    cells = lines.rstrip("\n").replace("\n", "\t").split("\t")
    return dict(zip(cells[::2], cells[1::2], strict=True))
