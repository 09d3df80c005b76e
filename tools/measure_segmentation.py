"""Measures the clitic segmenter on a treebank in CoNLL-U, for instance Universal Dependencies' Arabic PUD.

    python tools/measure_segmentation.py ar_pud-ud-test.conllu
    python tools/measure_segmentation.py ar_pud-ud-test.conllu --known --errors 40

A written word is what stands between blanks and punctuation; it counts as right when it is parted just as in
the treebank. `--known` gives the segmenter the words of the pack's lexicons and gazetteers.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from riwaya.language.segment import Segmenter
from riwaya.language.vocabulary import Vocabulary
from riwaya.packs import load_pack

LETTERS = re.compile("[\u0621-\u064a]+")
Split = tuple[str, str]  # a word parted by +: as wanted, as given
Words = list[list[str]]  # each written word as its syntactic words, as typed but without diacritics


def read_words(path: Path) -> Words:
    """The written words of a treebank, those that hold other signs than letters left out."""
    words: Words = []
    for sentence in path.read_text(encoding="utf-8").split("\n\n"):
        text = next((line for line in sentence.split("\n") if line.startswith("# text =")), "")
        found = [[_plain(part) for part in word] for word in _written(sentence) if "".join(word) in text]
        words += [word for word in found if LETTERS.fullmatch("".join(word))]
    return words


def _plain(typed: str) -> str:
    """The letters without diacritics and tatweel."""
    return re.sub("[\u0640\u064b-\u065f\u0670]", "", typed)


def _written(sentence: str) -> Iterator[list[str]]:
    """The syntactic words of each written word of a sentence."""
    word: list[str] = []
    for line in sentence.split("\n"):
        cells = line.split("\t")
        if len(cells) != 10:
            continue
        alone = cells[3] in {"PUNCT", "SYM"}
        if alone and word:
            yield word
            word = []
        word.append(cells[1])
        if alone or "SpaceAfter=No" not in cells[9]:
            yield word
            word = []
    if word:
        yield word


def compare(segmenter: Segmenter, words: Words, key: Callable[[str], str]) -> tuple[Counter[Split], float]:
    """The words parted otherwise than in the treebank, and the seconds that all words took."""
    asked = [(key("".join(word)), word[-1][-1]) for word in words]
    started = time.perf_counter()
    found = [segmenter.split(word, last) for word, last in asked]
    seconds = time.perf_counter() - started
    errors: Counter[Split] = Counter()
    for parts, (word, _), segments in zip(words, asked, found, strict=True):
        wanted, given = "+".join(map(key, parts)), "+".join(word[s.start : s.end] for s in segments)
        if wanted != given:
            errors[wanted, given] += 1
    return errors, seconds


def main() -> None:
    """Print the share of words parted rightly, the speed, and the most frequent errors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("--known", action="store_true")
    parser.add_argument("--errors", type=int, default=20)
    options = parser.parse_args()
    pack = load_pack("ar")
    known = Vocabulary(pack).known if options.known else frozenset[str]()
    segmenter = Segmenter(pack.rows("clitics"), pack.weights("segmenter"), known)
    words = read_words(options.treebank)
    errors, seconds = compare(segmenter, words, pack.key)
    wrong, total = errors.total(), len(words)
    print(f"{total} words, {wrong} wrong: {1 - wrong / total:.2%} exact; {total / seconds:,.0f} words/s")
    for (wanted, given), n in errors.most_common(options.errors):
        print(f"{n:4}  wanted {wanted}  got {given}")


if __name__ == "__main__":
    main()
