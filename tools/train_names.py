"""Trains the recogniser of names, or measures it by held-out folds.

    python tools/train_names.py anercorp_train.txt --wikicats ArWikiCats/jsons --pairs dict_FINAL.json \
        --units names.sqlite3
    python tools/train_names.py ... --folds 5

The first file holds a word and its tag a line, sentences parted by empty lines. The others tell which words are
parts of names and which phrases are names:
--wikicats well-known people, clubs and places: the folder `jsons` of ArWikiCats (MIT)
--pairs    transliterated names: `arabnamer/data/dict_FINAL.json` of arabnamer (CC BY 4.0, from JRC-Names)
--units    given and family names: `arabic_name_romanizer/resources/names.sqlite3` of arabic-name-romanizer
           (CC0 and MIT, from Wikidata)
The pack's own lists of bodies, firms, newspapers and clubs are `models/name-lists.tsv`; how often a word is met in raw
news is told by the weights of the segmenter.
The words are read by the pack as it is: train anew when its gazetteers have grown. The same input gives the same
weights, to the byte. Needs python-crfsuite (MIT; `pip install python-crfsuite==0.9.12`), which learns them.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pycrfsuite

from riwaya.evaluate.components.names import Passage, read_passages
from riwaya.find.labels import KINDS, LABELS, OUTSIDE, Transitions, names_in, pack_weights
from riwaya.find.name_features import (
    Phrases,
    Word,
    kind_features,
    kinds_of,
    known_marks,
    mark_features,
    pair_features,
    word_features,
    words_of,
)
from riwaya.find.name_words import SHORTEST, NameWords, runs_of
from riwaya.find.names import Named
from riwaya.find.recognise import elsewhere, labels_by_stem
from riwaya.model.layers import Analysed, Found, Mention
from riwaya.packs import Pack, cell_values, load_pack
from riwaya.pipeline import Reader

HEADER = (
    "# weights of the recogniser of names: feature, weights of B-PERS I-PERS B-LOC I-LOC B-ORG I-ORG\n"
    "# learnt from ANERcorp, CC BY-SA 4.0, and so under CC BY-SA 4.0: names.LICENSE.txt; card in README.md\n"
    "# written by tools/train_names.py\n"
)
ROUNDS = 80
FIRST_ROUNDS = 60  # for the labels that the second reading learns from
PRUNING = 0.1  # L1: how soon a weight is left at 0
SHRINKING = 0.5  # L2: how near to 0 the weights are kept
FOLDS = 5
SECOND = 0.6  # of the sentences are learnt as on the second reading
LIFT = 80  # so much less counts that a word is no name, in hundredths
JOINED = 150  # so much less counts, in hundredths, that a word goes on a name where a conjunction is written with it
SMALLEST = 4  # weights that are all nearer to 0 are left out, in hundredths
SCALE = 100
STEP = 150  # of the margin of a name, for its confidence
STEPS = 12
LONGEST = 4  # words of a phrase
PLACES = ("cities/cities_full.json", "geography/popopo.json", "cities/yy2.json")
PERSON = "person"  # kind of the lists of our own that tell words of names
LISTS = ("sports/Clubs_key.json", *PLACES)
FOREIGN = ("people/peoples.json", "cities/cities_full.json")  # names that are mostly foreign
OFTEN, MOST = 4, 8  # in raw news, in steps of doubling: a word met so often is no name; no steps beyond
LETTER_ROUNDS = 60
LETTER_PRUNING = LETTER_SHRINKING = 0.5
LETTER_SCALE = 10
CLUB_WORDS = {"ar": ("نادي", "لكرة", "القدم", "كرة", "قدم", "فريق", "رياضي", "السلة")}  # tell no clubs apart

Rows = list[list[str]]
Weights = Mapping[str, Sequence[int]]
Learnt = Mapping[tuple[str, str], float]


class Example(NamedTuple):
    """A sentence: its words, what is looked at in each, the right labels, and the number of its report."""

    words: list[Word]
    rows: Rows
    right: list[int]
    report: int


def count_parts(options: argparse.Namespace, pack: Pack) -> dict[str, str]:
    """The words of people's names, each with how it is used: the letter of a use, and how often, up to three.

    F and L: first and further word of a well-known name; G and S: given and family name; J: transliterated name;
    K and P: a given name and a word of a person's name of the pack; R: a word of raw news, in steps of doubling.
    """
    uses: Counter[tuple[str, str]] = Counter()
    own = (name for row in _lists(pack) if row["kind"] == PERSON for name in cell_values(row, "names"))
    for name in (*_values(options.wikicats and options.wikicats / "people/peoples.json"), *own):
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
    for use, table, column in (("K", "lexicon/given-names", "forms"), ("P", "gazetteer/persons", "names")):
        names = (name for row in pack.rows(table) for name in cell_values(row, column))
        for word in sorted({word for name in names for word in _stems(name, pack)}):
            told[word].append(use)
    for word, n in _raw_words(pack).items():
        told[word].append(f"R{min(n, MOST)}")
    return {word: " ".join(cells) for word, cells in told.items()}


def _raw_words(pack: Pack) -> dict[str, int]:
    """How often each stem was met in raw news, in steps of doubling, as the segmenter has counted it."""
    weights = pack.weights("segmenter", int)
    return {name[1:]: n for name, n in sorted(weights.items()) if name[0] == "w" and name[1:].isalpha()}


def learn_letters(options: argparse.Namespace, pack: Pack, parts: Mapping[str, str]) -> dict[str, int]:
    """Weights of runs of letters: higher where foreign names have them, lower where common words have them."""
    raw = _raw_words(pack)
    folder = options.wikicats
    foreign = {word for part in FOREIGN if folder for name in _values(folder / part) for word in _stems(name, pack)}
    foreign |= {word for name in _values(options.pairs) for word in _stems(name, pack)}
    names = {word for word in foreign if raw.get(word, 0) <= OFTEN}
    common = {word for word in raw if word not in foreign and not set("FLGSJKP") & set(parts.get(word, ""))}
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.select("lbfgs")
    trainer.set_params({"c1": LETTER_PRUNING, "c2": LETTER_SHRINKING, "max_iterations": LETTER_ROUNDS})
    for kind, words in (("name", names), ("word", common)):
        for word in sorted(words):
            if len(word) >= SHORTEST:
                trainer.append([runs_of(word)], [kind])
    weights: dict[str, float] = defaultdict(float)
    for (run, kind), weight in _learnt(trainer)[0].items():
        weights[run] += weight if kind == "name" else -weight
    rounded = {run: round(LETTER_SCALE * weight) for run, weight in weights.items()}
    return {run: weight for run, weight in sorted(rounded.items()) if weight}


def phrases_of(folder: Path | None, pack: Pack) -> dict[str, list[str]]:
    """The names of `models/name-lists.tsv`, and of clubs and places of ArWikiCats, folded, by what they name."""
    names: dict[str, set[str]] = defaultdict(set)
    for row in _lists(pack):
        if row["kind"] != PERSON:  # their words are counted; as phrases they made the rest worse
            names[row["kind"]].update(" ".join(_stems(name, pack)) for name in cell_values(row, "names"))
    common = {pack.key(word) for word in CLUB_WORDS[pack.code]}
    for part in LISTS if folder else ():
        kind = "town" if part in PLACES else "club"
        for name in _values(folder / part):  # type: ignore[operator]
            words = _stems(re.sub(r"\(.*?\)", "", name), pack)
            words = [word for word in words if kind == "town" or word not in common]
            if 0 < len(words) <= LONGEST:
                names[kind].add(" ".join(words))
    return {kind: sorted(name for name in found if name and name.count(" ") < LONGEST) for kind, found in names.items()}


def _lists(pack: Pack) -> list[dict[str, str]]:
    """The pack's own lists of names."""
    return pack.rows("models/name-lists")


def _values(path: Path | None) -> Iterable[str]:
    """The values of an object in a file."""
    return json.loads(path.read_text(encoding="utf-8")).values() if path else ()


def _stems(name: str, pack: Pack) -> list[str]:
    """The words of a name as a text has them: folded, without the article."""
    article = str(pack.settings["article"])
    words = [word for word in re.split(r"[\s.\-]+", name) if len(word) > 1 and word.isalpha()]
    return [pack.key(word.removeprefix(article) if len(word) > 4 else word) for word in words]


def examples_of(reader: Reader, passages: Iterable[Passage], known: NameWords, phrases: Phrases) -> list[Example]:
    """The sentences of some reports as examples."""
    clues = Clues()
    reader._finder._names = clues  # type: ignore[assignment]
    examples: list[Example] = []
    for number, passage in enumerate(passages):
        found = reader.find(passage.report)
        labels = _right_labels(found, passage)
        marks = clues.marks
        sentences = [words_of(found.analysed, sentence) for sentence in found.analysed.sentences]
        phrases.mark(sentences, marks)
        for words in sentences:
            rows = [[*row] for row in _rows(words, marks, known)]
            examples.append(Example(words, rows, [labels.get(word.host, OUTSIDE) for word in words], number))
    return examples


class Clues:
    """Stands where the recogniser stands in the finder, and keeps what it would be given."""

    def __init__(self) -> None:
        self.marks: dict[int, frozenset[str]] = {}

    def add(
        self, analysed: Analysed, actors: Sequence[Mention], places: Sequence[Mention], others: Sequence[Mention]
    ) -> Named:
        """The actors and places as they are."""
        self.marks = known_marks(analysed, [*others, *actors, *places])
        return Named(list(actors), list(places))


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


def _rows(words: Sequence[Word], marks: Mapping[int, frozenset[str]], known: NameWords) -> Iterator[list[str]]:
    """The features of each word of a sentence."""
    told = [(word_features(word, known), mark_features(marks.get(word.host, ()))) for word in words]
    for i, kinds in enumerate(kinds_of(words)):
        row = [name for features in told[i] for name in features.own if name != "m="]
        for shift, sign, far in ((-1, "<", False), (1, ">", False), (-2, "<<", True), (2, ">>", True)):
            if 0 <= i + shift < len(words):
                row += [
                    sign + name for features in told[i + shift] for name in (features.far if far else features.near)
                ]
        yield [*row, *pair_features(words, i), *kind_features(kinds)]


def learn(examples: Sequence[Example], again: Sequence[Rows] | None, *, rounds: int) -> dict[str, list[int]]:
    """Weights of a conditional random field (L-BFGS), in hundredths, against those of a word outside of names.

    `again` are the features of the second reading.
    """
    chance = random.Random(1)
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.select("lbfgs")
    trainer.set_params({"c1": PRUNING, "c2": SHRINKING, "max_iterations": rounds, "feature.possible_transitions": True})
    for n, example in enumerate(examples):
        rows = example.rows
        if again and chance.random() < SECOND:
            rows = [row + added for row, added in zip(rows, again[n], strict=True)]
        # Every row of labels begins and ends beside a word outside of names.
        trainer.append([[], *rows, []], [LABELS[OUTSIDE], *(LABELS[right] for right in example.right), LABELS[OUTSIDE]])
    states, transitions = _learnt(trainer)
    weights: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(LABELS))
    for (name, label), weight in states.items():
        weights[name][LABELS.index(label)] = weight
    for (before, label), weight in transitions.items():
        weights[f"#{before}"][LABELS.index(label)] = weight
    return {
        name: [round(SCALE * w) for w in row] if name[0] == "#" else [round(SCALE * (w - row[0])) for w in row[1:]]
        for name, row in sorted(weights.items())
    }


def _learnt(trainer: pycrfsuite.Trainer) -> tuple[Learnt, Learnt]:
    """What a trainer learns: the weights of a feature with a label, and of a label after another."""
    with TemporaryDirectory() as folder:
        trainer.train(f"{folder}/model")
        tagger = pycrfsuite.Tagger()
        tagger.open(f"{folder}/model")
        info = tagger.info()
        tagger.close()
    return info.state_features, info.transitions


def label(model: Weights, example: Example, added: Rows | None = None) -> tuple[list[int], list[list[int]]]:
    """The labels of a sentence by averaged weights, and each word's scores."""
    nothing = [0] * (len(LABELS) - 1)
    scores = []
    for i, row in enumerate(example.rows):
        found = [model[name] for name in (*row, *(added[i] if added else ())) if name in model]
        scores.append([sum(lane) for lane in zip(*found, strict=True)] if found else nothing)
    moves = {label: model[f"#{label}"] for label in LABELS}
    return Transitions(moves).best([pack_weights(row) for row in scores], -LIFT), scores


def second_rows(examples: Sequence[Example], labels: Sequence[list[int]]) -> list[Rows]:
    """For each sentence the features of the second reading, given the labels of the first."""
    rows: list[Rows] = [[] for _ in examples]
    for number in {example.report for example in examples}:
        own = [n for n, example in enumerate(examples) if example.report == number]
        seen = labels_by_stem((examples[n].words, labels[n]) for n in own)
        for n in own:
            rows[n] = elsewhere(examples[n].words, labels[n], seen)
    return rows


def train(examples: Sequence[Example], conjunction: str) -> dict[str, list[int]]:
    """The weights, with what margins are worth."""
    first: list[list[int]] = [[] for _ in examples]
    sure: dict[str, list[Counter[bool]]] = {kind: [Counter() for _ in range(STEPS)] for kind in KINDS}
    for fold in range(FOLDS):
        rest = [e for e in examples if e.report // 2 % FOLDS != fold]
        model = learn(rest, None, rounds=FIRST_ROUNDS)
        for n, example in enumerate(examples):
            if example.report // 2 % FOLDS == fold:
                first[n], scores = label(model, example)
                _weigh(example, first[n], scores, sure)
    again = second_rows(examples, first)
    weights = learn(examples, again, rounds=ROUNDS)
    kept = {
        n: _parted(w) if n.startswith("a" + conjunction) else w
        for n, w in weights.items()
        if n[0] == "#" or max(map(abs, w)) >= SMALLEST
    }
    trust = {f"#trust-{kind}": _trust(counts) for kind, counts in sure.items()}
    return {**kept, **trust, "#lift": [LIFT], "#step": [STEP]}


def _parted(weights: Sequence[int]) -> list[int]:
    """Weights with less for going on a name: two names joined by "and" are two."""
    return [weight - JOINED * (lane % 2) for lane, weight in enumerate(weights)]


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
    parser.add_argument("--wikicats", type=Path)
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--units", type=Path)
    parser.add_argument("--folds", type=int, default=0, help="measure only, with so many folds")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    pack = load_pack("ar")
    reader = Reader(replace(pack, settings={**pack.settings, "models": {}}))
    parts = count_parts(options, pack)
    phrases = phrases_of(options.wikicats, pack)
    letters = learn_letters(options, pack, parts)
    known = NameWords({stem: tuple(cell.split()) for stem, cell in parts.items()}, letters)
    examples = examples_of(reader, read_passages(pack.code, options.words), known, Phrases(phrases))
    if options.folds:
        measure(examples, options.folds, str(pack.settings["conjunction"]))
        return
    weights = train(examples, str(pack.settings["conjunction"]))
    lines = [f"{name}\t{' '.join(map(str, cells))}\n" for name, cells in weights.items()]
    stems: dict[str, list[str]] = defaultdict(list)
    for stem, cell in sorted(parts.items()):
        stems[cell].append(stem)
    lines += [f"@{cell}\t{' '.join(words)}\n" for cell, words in stems.items()]
    lines += [f"&{kind}\t{'|'.join(names)}\n" for kind, names in phrases.items()]
    runs: dict[int, list[str]] = defaultdict(list)
    for run, weight in letters.items():
        runs[weight].append(run)
    lines += [f"%{weight}\t{' '.join(found)}\n" for weight, found in runs.items()]
    out = options.out or pack.folder / "models" / "names.tsv"
    out.write_text(HEADER + "".join(sorted(lines)), encoding="utf-8")
    print(f"{out}: {len(lines)} lines from {len(examples)} sentences")


def measure(examples: Sequence[Example], folds: int, conjunction: str) -> None:
    """Prints how many names are found exactly in held-out folds of whole reports."""
    hit = gold = found = 0
    for fold in range(folds):
        rest = [e for e in examples if e.report // 4 % folds != fold]
        own = [e for e in examples if e.report // 4 % folds == fold]
        model = train(rest, conjunction)
        first = [label(model, example)[0] for example in own]
        for example, added in zip(own, second_rows(own, first), strict=True):
            right, got = set(names_in(example.right)), set(names_in(label(model, example, added)[0]))
            hit, gold, found = hit + len(right & got), gold + len(right), found + len(got)
    print(f"P {hit / found:.3f} R {hit / gold:.3f} F1 {2 * hit / (gold + found):.3f} ({gold} names)")


if __name__ == "__main__":
    main()
