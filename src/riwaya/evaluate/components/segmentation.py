"""Segmentation: written words parted just as a treebank in CoNLL-U parts them.

Beside a treebank a folder may hold names.tsv: names (column `form`), each with what is written together with it,
parted by + in the column `parts`; the clitics of the first word count.

A written word is what stands between blanks and punctuation. Words that hold other signs than letters of the
pack's script are left out.
"""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

from riwaya.evaluate.components.measured import Measured, paragraph
from riwaya.evaluate.components.treebank import open_treebank
from riwaya.evaluate.figures import Share
from riwaya.model.layers import Analysed
from riwaya.pipeline import Reader
from riwaya.rules.tables import read_table

_NAMES = "names.tsv"


def measure_segmentation(reader: Reader, folder: Path) -> Measured:
    """The share of written words parted exactly, and the speed; raises GoldError where there is no treebank."""
    sentences = [(sentence.text, sentence.places()) for sentence in open_treebank(folder)]
    reports = [paragraph(reader.pack.code, text) for text, _ in sentences]
    started = time.perf_counter()
    analysed = [reader.analyse(report) for report in reports]
    seconds = time.perf_counter() - started
    wrong: Counter[tuple[str, str]] = Counter()
    total = 0
    for (_, words), found in zip(sentences, map(_parted, analysed), strict=True):
        for start, parts in words:
            wanted = "+".join(map(reader.pack.key, parts))
            if all(reader.pack.letters.match(letter) for letter in wanted.replace("+", "")):
                total += 1
                given = found.get(start, "")
                wrong.update([(wanted, given)] if wanted != given else [])
    mistakes = tuple(f"{n}\twanted {wanted}\tgot {given}" for (wanted, given), n in wrong.most_common())
    counts = {"words": Share(total - wrong.total(), total)}
    if (folder / _NAMES).is_file():
        counts["names"], wrong_names = _measure_names(reader, folder / _NAMES)
        mistakes += wrong_names
    return Measured(counts, total, (("words a second", f"{total / seconds:,.0f}"),), mistakes)


def _measure_names(reader: Reader, table: Path) -> tuple[Share, tuple[str, ...]]:
    """The share of the names whose first word is parted rightly, and the others, a line each."""
    rows = read_table(table)
    wrong = []
    for row in rows:
        found = _parted(reader.analyse(paragraph(reader.pack.code, row["form"])))
        wanted, given = "+".join(map(reader.pack.key, row["parts"].split("+"))), found.get(0, "")
        if wanted != given:
            wrong.append(f"name\twanted {wanted}\tgot {given}")
    return Share(len(rows) - len(wrong), len(rows)), tuple(wrong)


def _parted(analysed: Analysed) -> dict[int, str]:
    """The written words of an analysed text, folded and parted by +, by where they begin."""
    words: dict[int, str] = {}
    first: dict[int, int] = {}
    for token in analysed.tokens:
        start = first.setdefault(token.word, token.span.start)
        words[start] = f"{words[start]}+{token.form}" if start in words else token.form
    return words
