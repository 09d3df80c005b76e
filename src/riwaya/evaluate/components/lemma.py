"""Lemmas of the words that a treebank gives, compared folded and without diacritics."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from riwaya.evaluate.components.measured import Measured
from riwaya.evaluate.components.pos import given_words
from riwaya.evaluate.figures import Share
from riwaya.pipeline import Reader


def measure_lemma(reader: Reader, folder: Path) -> Measured:
    """The share of words whose lemma is right, signs left out; raises GoldError where there is no treebank."""
    wrong: Counter[tuple[str, str, str, str]] = Counter()
    total = 0
    for node, token in given_words(reader, folder):
        wanted, given = (_letters(reader, lemma) for lemma in (node.lemma, token.lemma))
        total += 1
        wrong.update([(node.pos, node.form, wanted, given)] if wanted != given else [])
    mistakes = tuple(f"{n}\t{p}\t{form}\twanted {w}\tgot {g}" for (p, form, w, g), n in wrong.most_common())
    return Measured({"lemmas": Share(total - wrong.total(), total)}, total, (), mistakes)


def _letters(reader: Reader, lemma: str) -> str:
    """A lemma folded, letters and digits alone: treebanks write some vowels with signs of their own."""
    return "".join(sign for sign in reader.pack.key(lemma) if sign.isalnum())
