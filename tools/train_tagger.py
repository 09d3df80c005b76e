"""Trains the weights of the tagger, or measures them by held-out folds.

    python tools/train_tagger.py wikinews.pos.ref
    python tools/train_tagger.py wikinews.pos.ref --folds 5

The file holds one written word a line: its morphemes parted by `+`, a tab, their tags parted by `+`, as in Farasa's
WikiNews data. The same input gives the same weights, to the byte.
"""

from __future__ import annotations

import argparse
import math
import random
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from riwaya.language.segment import Splitter, segments
from riwaya.language.tag import (
    START,
    TAGS,
    UNSCORED,
    Outlook,
    Tagger,
    around,
    outlook_of,
    packed_scores,
    place_features,
    seen,
    word_features,
)
from riwaya.language.vocabulary import Vocabulary
from riwaya.packs import load_pack
from train_segmenter import LETTERS, example_of, packed

PACK = load_pack("ar")
MODEL = PACK.folder / "models" / "tagger.tsv"
HEADER = (
    "# weights of the tagger: weights of a verb and of an adjective as against a noun, features that have them\n"
    "# written by tools/train_tagger.py; data, licences and scores in README.md\n"
)
TAG_OF = {"V": "VERB", "ADJ": "ADJ"}  # of Farasa's tags; all others of open classes are nouns
OPEN = {"V", "NOUN", "ADJ", "NUM", "ADV", "FOREIGN", "ABBREV"}
ROUNDS = 8
STEP = 0.1
FLAT = 1e-3  # a slope nearer to 0 than this teaches nothing
SCALE = 100  # the weights are written as whole numbers
SMALLEST = 15  # weights nearer to 0 than this are left out
ONCE = 2  # a word met less often than this is unknown to the lexicon that training pretends


class Word(NamedTuple):
    """A token of the training text: its outlook without scores, what makes them, and the number of its tag or -1."""

    outlook: Outlook
    typed: str
    around: str
    tag: int
    readings: str  # of the pack


def read_words(path: Path, splitter: Splitter, vocabulary: Vocabulary) -> list[Word]:
    """The tokens of a file in Farasa's form."""
    words: list[Word] = []
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        letters, _, tags = line.partition("\t")
        parts = list(zip(letters.split("+"), tags.split("+"), strict=False))
        words += _tokens(parts, splitter, vocabulary)
    return words


def _tokens(parts: list[tuple[str, str]], splitter: Splitter, vocabulary: Vocabulary) -> list[Word]:
    """The tokens of a written word."""
    whole = "".join(form for form, _ in parts)
    example = next(example_of(parts, splitter, {}), None) if LETTERS.fullmatch(whole) else None
    if example is None:
        return [_word(PACK.key(whole), whole, _tag(parts), vocabulary)] if PACK.key(whole) else []
    chosen = example.candidates[example.right]
    near = around(chosen.proclitic, chosen.definite, chosen.enclitic)
    found = []
    for segment in segments(chosen, len(example.word)):
        typed = example.typed[segment.start : segment.end]
        found.append(_word(segment.stem, typed, _tag(parts), vocabulary, segment.definite, segment.clitic, near))
    return found


def _word(
    stem: str, typed: str, tag: str, vocabulary: Vocabulary, definite: bool = False, clitic: str = "", near: str = ""
) -> Word:
    """A token as the tagger meets it; one that a table settles has no tag to be learnt."""
    settled = vocabulary.settled(stem, definite=definite, clitic=clitic)
    pos = settled.pos if settled else ""
    outlook = outlook_of(pos, UNSCORED, stem, definite, typed[-1])
    readings = "" if settled or clitic else " ".join(sorted(vocabulary.readings(stem, definite=definite)))
    return Word(outlook, typed, near, -1 if settled or clitic else TAGS.index(tag), readings)


def _tag(parts: list[tuple[str, str]]) -> str:
    """The tag of a word's host: that of its first open morpheme."""
    return next((TAG_OF.get(tag, "NOUN") for _, tag in parts if tag in OPEN), "NOUN")


def train(words: Sequence[Word]) -> dict[str, tuple[int, int]]:
    """The weights of a log-linear model, learnt by AdaGrad (Duchi et al. 2011), with the right tags before a word.

    A word is met in turns as one that no lexicon has, and with what half of the words are known to be.
    """
    known = _half_known(words)
    lessons = [
        (word.tag, [_names(words, i, told) for told in ("", known.get(word.outlook.stem, ""), word.readings)])
        for i, word in enumerate(words)
        if word.tag >= 0
    ]
    weights: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(TAGS))
    squares: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(TAGS))
    shuffle = random.Random(1).shuffle
    for turn in range(ROUNDS):
        shuffle(lessons)
        for i, (tag, views) in enumerate(lessons):
            _learn(tag, views[(turn + i) % len(views)], weights, squares)
    noun = TAGS.index("NOUN")
    rows = {name: (_whole(row[0] - row[noun]), _whole(row[2] - row[noun])) for name, row in weights.items()}
    return {name: row for name, row in rows.items() if any(row)}


def _whole(weight: float) -> int:
    """A weight as it is written: a whole number, 0 for a small one."""
    whole = round(SCALE * weight)
    return whole if abs(whole) >= SMALLEST else 0


def _names(words: Sequence[Word], i: int, readings: str) -> tuple[str, ...]:
    """The names of the features of a word in its place."""
    word = words[i]
    tags = ["", "PUNCT", *(_known_tag(w) for w in words[max(i - 2, 0) : i])]
    before = seen(words[i - 1].outlook, tags[-1]) if i else START
    following = words[i + 1].outlook if i + 1 < len(words) else None
    after, ahead = (following.neighbour, following.kind) if following else ("", "")
    alone = word_features(word.outlook.stem, word.typed, word.around, readings)
    return (*alone, *place_features(tags[-2], before, word.outlook._replace(readings=readings), after, ahead))


def _known_tag(word: Word) -> str:
    """The part of speech of a token of the training text."""
    return word.outlook.settled or TAGS[word.tag]


def _learn(tag: int, names: tuple[str, ...], weights: dict[str, list[float]], squares: dict[str, list[float]]) -> None:
    """One step: the right tag made likelier, the others less."""
    rows = [weights[name] for name in names]
    scores = [sum(row[n] for row in rows) for n in range(len(TAGS))]
    shares = [math.exp(score - max(scores)) for score in scores]
    for n in range(len(TAGS)):
        slope = (n == tag) - shares[n] / sum(shares)
        if abs(slope) >= FLAT:
            for name, row in zip(names, rows, strict=True):
                squares[name][n] += slope * slope
                row[n] += STEP * slope / math.sqrt(squares[name][n])


def _half_known(words: Sequence[Word]) -> dict[str, str]:
    """What half of the stems that occur twice can be: so the weights learn how far to trust a lexicon."""
    tags: dict[str, list[str]] = defaultdict(list)
    for word in words:
        if word.tag >= 0:
            tags[word.outlook.stem].append(TAGS[word.tag])
    return {
        stem: " ".join(sorted(set(found)))
        for stem, found in tags.items()
        if len(found) >= ONCE and crc32(stem.encode()) % 2
    }


def held_out(words: Sequence[Word], folds: int) -> tuple[float, float]:
    """The shares of open words tagged rightly, and told rightly for a verb or none, without any lexicon."""
    right = verbs = total = 0
    size = -(-len(words) // folds)
    for i in range(folds):
        test = words[i * size : (i + 1) * size]
        learnt = train([*words[: i * size], *words[(i + 1) * size :]])
        tagger = Tagger({name: packed_scores(*row) for name, row in learnt.items()})
        outlooks = [
            w.outlook._replace(scores=tagger.scores(w.outlook.stem, w.typed, w.around, "")) if w.tag >= 0 else w.outlook
            for w in test
        ]
        for word, tag in zip(test, tagger.tag(outlooks), strict=True):
            if word.tag >= 0:
                total += 1
                right += tag == TAGS[word.tag]
                verbs += (tag == "VERB") == (TAGS[word.tag] == "VERB")
    return right / total, verbs / total


def main() -> None:
    """Train and write, or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("words", type=Path)
    parser.add_argument("--folds", type=int, default=0, help="measure only, with so many folds")
    parser.add_argument("--out", type=Path, default=MODEL)
    options = parser.parse_args()
    words = read_words(options.words, Splitter(PACK.rows("clitics")), Vocabulary(PACK))
    if options.folds:
        right, verbs = held_out(words, options.folds)
        print(f"{sum(w.tag >= 0 for w in words)} open words: {right:.2%} right, {verbs:.2%} told for a verb or none")
        return
    weights = train(words)
    options.out.write_text(
        HEADER + packed({name: f"{row[0]} {row[1]}" for name, row in weights.items()}), encoding="utf-8"
    )
    print(f"{options.out}: {len(weights)} weights from {len(words)} words")


if __name__ == "__main__":
    main()
