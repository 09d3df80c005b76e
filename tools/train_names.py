"""Trains the recogniser of names, or measures it by held-out folds.

    python tools/train_names.py anercorp_train.txt --persons peoples.json --pairs dict_FINAL.json --units names.sqlite3
    python tools/train_names.py ... --folds 5

The first file holds a word and its tag a line, sentences parted by empty lines. The others tell which words are
parts of names, and are counted only:
--persons  well-known people by their names: `ArWikiCats/jsons/people/peoples.json` of ArWikiCats (MIT)
--pairs    transliterated names: `arabnamer/data/dict_FINAL.json` of arabnamer (CC BY 4.0, from JRC-Names)
--units    given and family names: `arabic_name_romanizer/resources/names.sqlite3` of arabic-name-romanizer
           (CC0 and MIT, from Wikidata)
The words are read by the pack as it is: train anew when its gazetteers have grown. The same input gives the same
weights, to the byte.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sqlite3
import struct
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from riwaya.evaluate.components.names import Passage, read_passages
from riwaya.find.labels import KINDS, LABELS, OUTSIDE, Transitions, names_in
from riwaya.find.name_features import Word, joint_features, known_marks, mark_features, word_features, words_of
from riwaya.find.names import name_parts
from riwaya.find.recognise import elsewhere, labels_by_stem
from riwaya.model.layers import Analysed, Found, Mention
from riwaya.packs import Pack, load_pack
from riwaya.pipeline import Reader

HEADER = (
    "# weights of the recogniser of names: feature, weights of B-PERS I-PERS B-LOC I-LOC B-ORG I-ORG\n"
    "# learnt from ANERcorp, CC BY-SA 4.0, and so under CC BY-SA 4.0: names.LICENSE.txt; card in README.md\n"
    "# written by tools/train_names.py\n"
)
ROUNDS = 8
FIRST_ROUNDS = 5  # for the labels that the second reading learns from
SEEDS = (1, 2, 3)  # so many models are learnt and their weights averaged
FOLDS = 5
HIDDEN = 0.3  # of the words hide who they are while learning
SECOND = 0.6  # of the sentences are learnt as on the second reading
LIFT = 100  # so much less counts that a word is no name, in tenths
RAREST = 2  # features met less often are left out
SMALLEST = 15  # weights that are all nearer to 0 are left out, in tenths
SCALE = 10
STEP = 50  # of the margin of a name, for its confidence
STEPS = 12
_LANE = 64
_ZERO = 1 << (_LANE - 2)
_LIFTED = sum(_ZERO << (_LANE * lane) for lane in range(len(LABELS)))
_unpack = struct.Struct(f"<{len(LABELS)}Q").unpack

Rows = list[list[str]]
Weights = Mapping[str, Sequence[int]]


class Example(NamedTuple):
    """A sentence: its words, what is looked at in each, the right labels, and the number of its report."""

    words: list[Word]
    rows: Rows
    right: list[int]
    report: int


def count_parts(options: argparse.Namespace, pack: Pack) -> dict[str, str]:
    """The words of people's names, each with how it is used: the letter of a use, and how often, up to three.

    F and L: first and further word of a well-known name; G and S: given and family name; J: transliterated name.
    """
    uses: Counter[tuple[str, str]] = Counter()
    for name in _values(options.persons):
        words = _stems(re.sub(r"\(.*?\)", "", name), pack)
        if len(words) > 1:
            uses[words[0], "F"] += 1
            uses.update((word, "L") for word in words[1:])
    uses.update((word, "J") for name in _values(options.pairs) for word in _stems(name, pack))
    if options.units:
        with closing(sqlite3.connect(options.units)) as units:
            for letters, role, n in units.execute("SELECT arabic_key, role, count FROM units"):
                for word in _stems(letters, pack):
                    uses[word, "S" if role == "surname" else "G"] += n
    told: dict[str, list[str]] = defaultdict(list)
    for (word, use), n in sorted(uses.items()):
        if n > 1 or use not in "GS":  # a single bearer may be a slip
            told[word].append(f"{use}{min(n, 3)}")
    return {word: " ".join(cells) for word, cells in told.items()}


def _values(path: Path | None) -> Iterable[str]:
    """The values of an object in a file."""
    return json.loads(path.read_text(encoding="utf-8")).values() if path else ()


def _stems(name: str, pack: Pack) -> list[str]:
    """The words of a name as a text has them: folded, without the article."""
    article = str(pack.settings["article"])
    words = [word for word in re.split(r"[\s.\-]+", name) if len(word) > 1 and word.isalpha()]
    return [pack.key(word.removeprefix(article) if len(word) > 4 else word) for word in words]


def examples_of(reader: Reader, passages: Iterable[Passage], parts: Mapping[str, str]) -> list[Example]:
    """The sentences of some reports as examples."""
    own = name_parts(reader.pack)

    def known(stem: str) -> Sequence[str]:
        return (*parts.get(stem, "").split(), *own.get(stem, ()))

    clues = Clues()
    reader._finder._names = clues  # type: ignore[assignment]
    examples: list[Example] = []
    for number, passage in enumerate(passages):
        found = reader.find(passage.report)
        labels = _right_labels(found, passage)
        marks = clues.marks
        for sentence in found.analysed.sentences:
            words = words_of(found.analysed, sentence)
            rows = [[*row] for row in _rows(words, marks, known)]
            examples.append(Example(words, rows, [labels.get(word.host, OUTSIDE) for word in words], number))
    return examples


class Clues:
    """Stands where the recogniser stands in the finder, and keeps what it would be given."""

    def __init__(self) -> None:
        self.marks: Mapping[int, frozenset[str]] = {}

    def add(
        self, analysed: Analysed, actors: Sequence[Mention], places: Sequence[Mention], others: Sequence[Mention]
    ) -> tuple[Sequence[Mention], Sequence[Mention]]:
        """The actors and places as they are."""
        self.marks = known_marks(analysed, [*others, *actors, *places])
        return actors, places


def _right_labels(found: Found, passage: Passage) -> dict[int, int]:
    """The label of each token that carries a word of a name; a mark at the end of a name is no part of it."""
    tokens, labels = found.analysed.tokens, {}
    spans = sorted((passage.words[s].start, passage.words[e - 1].end, kind) for s, e, kind in passage.names)
    i = 0
    for start, end, kind in spans:
        while tokens[i].span.start < start:
            i += 1
        inside = []
        while i < len(tokens) and tokens[i].span.start < end:
            inside.append(i)
            i += 1
        hosts = [t for t in inside if not tokens[t].clitic]
        while len(hosts) > 1 and tokens[hosts[-1]].pos == "PUNCT":
            hosts.pop()
        while len(hosts) > 1 and tokens[hosts[0]].pos == "PUNCT":
            hosts.pop(0)
        for n, host in enumerate(hosts):
            labels[host] = LABELS.index(f"{'I' if n else 'B'}-{kind}")
    return labels


def _rows(words: Sequence[Word], marks: Mapping[int, frozenset[str]], known) -> Iterator[list[str]]:  # type: ignore[no-untyped-def]
    """The features of each word of a sentence."""
    told = [(word_features(word, known), mark_features(marks.get(word.host, ()))) for word in words]
    for i in range(len(words)):
        row = [name for features in told[i] for name in features.own if name != "m="]
        for shift, sign, far in ((-1, "<", False), (1, ">", False), (-2, "<<", True), (2, ">>", True)):
            if 0 <= i + shift < len(words):
                row += [
                    sign + name for features in told[i + shift] for name in (features.far if far else features.near)
                ]
        yield [*row, *joint_features(words, i)]


def learn(examples: Sequence[Example], again: Sequence[Rows] | None, *, rounds: int, seed: int) -> dict[str, list[int]]:
    """Averaged weights of a structured perceptron (Collins 2002), in tenths, all labels.

    `again` are the features of the second reading. The weights of a feature for all labels stand in one integer.
    """
    counts = Counter(name for example in examples for row in example.rows for name in row)
    ids: dict[str, int] = {}
    full, bare, more = [], [], []
    for n, example in enumerate(examples):
        kept = [[name for name in row if counts[name] >= RAREST] for row in example.rows]
        full.append([[ids.setdefault(name, len(ids)) for name in row] for row in kept])
        bare.append([[ids[name] for name in row if not _hides(name)] for row in kept])
        more.append([[ids.setdefault(name, len(ids)) for name in row] for row in again[n]] if again else [])
    weights, sums = [0] * len(ids), [0] * len(ids)
    size = range(len(LABELS))
    moves, move_sums = ([[0] * len(LABELS) for _ in size] for _ in range(2))
    chance = random.Random(seed)
    order, step = list(range(len(examples))), 1
    for _ in range(rounds):
        chance.shuffle(order)
        for n in order:
            right, step = examples[n].right, step + 1
            rows = [b if chance.random() < HIDDEN else f for f, b in zip(full[n], bare[n], strict=True)]
            if again and chance.random() < SECOND:
                rows = [row + added for row, added in zip(rows, more[n], strict=True)]
            got = _best(rows, weights, moves)
            before = wrong_before = -1
            for row, label, wrong in zip(rows, right, got, strict=True):
                if label != wrong:
                    change = (1 << (_LANE * label)) - (1 << (_LANE * wrong))
                    for i in row:
                        weights[i] += change
                        sums[i] += step * change
                if before >= 0 and (before, label) != (wrong_before, wrong):
                    for a, b, by in ((before, label, 1), (wrong_before, wrong, -1)):
                        moves[a][b] += by
                        move_sums[a][b] += by * step
                before, wrong_before = label, wrong
    averaged = {
        name: [round(SCALE * (w - s / step)) for w, s in zip(_lanes(weights[i]), _lanes(sums[i]), strict=True)]
        for name, i in ids.items()
    }
    rows_of = {f"#{LABELS[a]}": [round(SCALE * (moves[a][b] - move_sums[a][b] / step)) for b in size] for a in size}
    return averaged | rows_of


def _hides(name: str) -> bool:
    """Whether a feature tells which word it is."""
    return name[0] in "wsc" or (name[:1] in "pe" and len(name) == 5)


def _lanes(packed: int) -> list[int]:
    """The weights of all labels that an integer holds."""
    return [lane - _ZERO for lane in _unpack((packed + _LIFTED).to_bytes(8 * len(LABELS), "little"))]


def _best(rows: Sequence[Sequence[int]], weights: Sequence[int], moves: Sequence[Sequence[int]]) -> list[int]:
    """The labels of the best row by weights as they are while learning."""
    scores = [_lanes(sum([weights[i] for i in row])) for row in rows]
    even = [[lane - score[0] for lane in score[1:]] for score in scores]
    return Transitions(dict(zip(LABELS, moves, strict=True))).best(even, 0)


def mean(models: Sequence[Weights]) -> dict[str, list[int]]:
    """The average of some models' weights; those of words outside of names are taken off the others."""
    total: dict[str, list[int]] = {}
    for model in models:
        for name, weights in model.items():
            old = total.get(name)
            total[name] = [a + b for a, b in zip(old, weights, strict=True)] if old else list(weights)
    out = {}
    for name, weights in total.items():
        even = [round(w / len(models)) for w in weights]
        out[name] = even if name[0] == "#" else [w - even[0] for w in even[1:]]
    return out


def label(model: Weights, example: Example, added: Rows | None = None) -> tuple[list[int], list[list[int]]]:
    """The labels of a sentence by averaged weights, and each word's scores."""
    nothing = [0] * (len(LABELS) - 1)
    scores = []
    for i, row in enumerate(example.rows):
        found = [model[name] for name in (*row, *(added[i] if added else ())) if name in model]
        scores.append([sum(lane) for lane in zip(*found, strict=True)] if found else nothing)
    moves = {label: model[f"#{label}"] for label in LABELS}
    return Transitions(moves).best(scores, -LIFT), scores


def second_rows(examples: Sequence[Example], labels: Sequence[list[int]]) -> list[Rows]:
    """For each sentence the features of the second reading, given the labels of the first."""
    rows: list[Rows] = [[] for _ in examples]
    for number in {example.report for example in examples}:
        own = [n for n, example in enumerate(examples) if example.report == number]
        seen = labels_by_stem((examples[n].words, labels[n]) for n in own)
        for n in own:
            rows[n] = elsewhere(examples[n].words, labels[n], seen)
    return rows


def train(examples: Sequence[Example]) -> dict[str, list[int]]:
    """The weights, with what margins are worth."""
    first: list[list[int]] = [[] for _ in examples]
    sure: dict[str, list[Counter[bool]]] = {kind: [Counter() for _ in range(STEPS)] for kind in KINDS}
    for fold in range(FOLDS):
        rest = [e for e in examples if e.report // 2 % FOLDS != fold]
        model = mean([learn(rest, None, rounds=FIRST_ROUNDS, seed=1)])
        for n, example in enumerate(examples):
            if example.report // 2 % FOLDS == fold:
                first[n], scores = label(model, example)
                _weigh(example, first[n], scores, sure)
    again = second_rows(examples, first)
    weights = mean([learn(examples, again, rounds=ROUNDS, seed=seed) for seed in SEEDS])
    kept = {n: w for n, w in weights.items() if n[0] == "#" or max(map(abs, w)) >= SMALLEST}
    trust = {f"#trust-{kind}": _trust(counts) for kind, counts in sure.items()}
    return {**kept, **trust, "#lift": [LIFT], "#step": [STEP]}


def _weigh(example: Example, labels: list[int], scores: list[list[int]], sure: dict[str, list[Counter[bool]]]) -> None:
    """Counts for each name of a held-out sentence whether it is right, by its smallest margin."""
    right = set(names_in(example.right))
    for start, end, kind in names_in(labels):
        margin = min(scores[i][labels[i] - 1] + LIFT for i in range(start, end))
        sure[kind][max(0, min(margin // STEP, STEPS - 1))][(start, end, kind) in right] += 1


def _trust(counts: Sequence[Counter[bool]]) -> list[int]:
    """How often names of each margin are right, in percent; never falling."""
    rates: list[int] = []
    for step in counts:
        rate = round(100 * (step[True] + 1) / (step.total() + 2))
        rates.append(max([rate, *rates[-1:]]))
    return rates


def main() -> None:
    """Train and write, or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("words", type=Path)
    parser.add_argument("--persons", type=Path)
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--units", type=Path)
    parser.add_argument("--folds", type=int, default=0, help="measure only, with so many folds")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    pack = load_pack("ar")
    reader = Reader(replace(pack, settings={**pack.settings, "models": {}}))
    parts = count_parts(options, pack)
    examples = examples_of(reader, read_passages(pack.code, options.words), parts)
    if options.folds:
        measure(examples, options.folds)
        return
    weights = train(examples)
    lines = [f"{name}\t{' '.join(map(str, cells))}\n" for name, cells in weights.items()]
    stems: dict[str, list[str]] = defaultdict(list)
    for stem, cell in sorted(parts.items()):
        stems[cell].append(stem)
    lines += [f"@{cell}\t{' '.join(words)}\n" for cell, words in stems.items()]
    out = options.out or pack.folder / "models" / "names.tsv"
    out.write_text(HEADER + "".join(sorted(lines)), encoding="utf-8")
    print(f"{out}: {len(lines)} lines from {len(examples)} sentences")


def measure(examples: Sequence[Example], folds: int) -> None:
    """Prints how many names are found exactly in held-out folds of whole reports."""
    hit = gold = found = 0
    for fold in range(folds):
        rest = [e for e in examples if e.report // 4 % folds != fold]
        own = [e for e in examples if e.report // 4 % folds == fold]
        model = train(rest)
        first = [label(model, example)[0] for example in own]
        for example, added in zip(own, second_rows(own, first), strict=True):
            right, got = set(names_in(example.right)), set(names_in(label(model, example, added)[0]))
            hit, gold, found = hit + len(right & got), gold + len(right), found + len(got)
    print(f"P {hit / found:.3f} R {hit / gold:.3f} F1 {2 * hit / (gold + found):.3f} ({gold} names)")


if __name__ == "__main__":
    main()
