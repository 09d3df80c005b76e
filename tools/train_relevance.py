"""Trains the weights of relevance on open event records, or measures them by held-out folds.

    python tools/train_relevance.py events
    python tools/train_relevance.py events --folds 5

The folder holds `assault.csv` and `protest.csv` of arabic_event_gsr: a sentence a row, how many annotators accepted it
and how many rejected it, and the label made of that. What is learnt is the share of those who accept; sentences of two
minds are learnt from, too, but not measured on. A document, and sentences that are much alike, are never parted by
folds; the cut is chosen inside the training part of each fold. Needs scikit-learn (`pip install -e .[train]`). The same
input gives the same weights.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from statistics import fmean, pstdev
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression

from riwaya.events.relevance import BIAS, SCALE, TYPES, features, units
from riwaya.extract import extract_text
from riwaya.packs import load_pack
from riwaya.pipeline import Reader

HEADER = (
    "# weights of relevance: of an assault and of a protest, features that have them\n"
    "# learnt from arabic_event_gsr (MIT); written by tools/train_relevance.py; card in README.md\n"
)
RARE = 3  # features of fewer sentences are left out
SMALLEST = 3  # weights nearer to 0 than this are left out
STRENGTH = {"ASSAULT": 1.0, "PROTEST": 1.5}  # the inverse of how near to 0 the weights are kept
LEFT_OUT: dict[str, tuple[str, ...]] = {"ASSAULT": (), "PROTEST": ("h:",)}  # what does not help, by how it begins
POWER = {"ASSAULT": 1, "PROTEST": 2}  # of the share of those who accept; above 1 what all accept counts most
SEEDS = range(20, 25)  # ways to part the documents; not those by which the settings were chosen
FOLDS = 5  # by which the scale of the weights is chosen
INNER = 4  # folds by which the cut is chosen
ALIKE = 0.35  # share of word triples in common from which sentences are alike
COMMON = 60  # a triple of so many sentences tells nothing

Floats = Any  # an array of numbers


class Row(NamedTuple):
    """A sentence of the records: what was read in each part that is judged, and what annotators say."""

    parts: list[tuple[set[str], set[str]]]
    told: bool  # whether an event of the type was read that happened
    share: float  # of annotators who accept
    label: bool | None  # None: of two minds
    group: int


def read_rows(path: Path, plover: str, reader: Reader) -> list[Row]:
    """The rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    rows = []
    for row, group in zip(table, groups(table), strict=True):
        coded = reader.code(extract_text(row["text"], reader.pack, name="text"))
        found = coded.claimed.found
        events = [event for event in coded.events if event.plover == plover]
        parts = [features(found, sentence, told) for sentence, _, told in units(found, events)]
        if not parts:  # what holds no event teaches by its words
            parts = [features(found, sentence, ()) for sentence in found.analysed.sentences] or [(set(), set())]
        happened = any(event.status in ("actual", "ongoing") for event in events)
        label = None if row["label"] == "ambiguous" else row["label"] == "yes"
        rows.append(Row(parts, happened, int(row["accept"]) / int(row["total"]), label, group))
    return rows


def groups(table: Sequence[dict[str, str]]) -> list[int]:
    """The group of each row: rows of one document, or much alike, have the same."""
    parent = list(range(len(table)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    documents: dict[str, int] = {}
    having: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    triples: list[set[tuple[str, str, str]]] = []
    for i, row in enumerate(table):
        parent[i] = root(documents.setdefault(re.sub(r"[-_]\d+$", "", row["id"]), i))
        words = re.findall(r"\w+", row["text"])
        own = set(zip(words, words[1:], words[2:], strict=False))
        shared = Counter(j for triple in own if len(having[triple]) < COMMON for j in having[triple])
        for j, n in shared.items():
            if n >= ALIKE * len(own | triples[j]):
                parent[root(i)] = root(j)
        for triple in own:
            having[triple].append(i)
        triples.append(own)
    return [root(i) for i in range(len(table))]


class Table(NamedTuple):
    """The parts of all rows as numbers."""

    names: list[str]
    cells: csr_matrix  # a line for each part
    row: Floats  # the number of the row that each part is of
    share: Floats  # of each row's annotators who accept
    label: Floats  # 1, 0, or -1 where they are of two minds
    group: Floats
    told: Floats


def make_table(rows: Sequence[Row], plover: str) -> Table:
    """The rows of a type as a table of features."""
    met = Counter(name for row in rows for name in set().union(*(a | b for a, b in row.parts)))
    names = sorted(name for name, n in met.items() if n >= RARE and not name.startswith(LEFT_OUT[plover]))
    number = {name: i for i, name in enumerate(names)}
    lines: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    of: list[int] = []
    for i, row in enumerate(rows):
        for blocks in row.parts:
            for block in blocks:
                known = sorted(number[name] for name in block if name in number)
                lines += [len(of)] * len(known)
                columns += known
                values += [1 / max(1, len(block)) ** 0.5] * len(known)
            of.append(i)
    cells = csr_matrix((values, (lines, columns)), shape=(len(of), len(names)))
    return Table(
        names,
        cells,
        np.array(of),
        np.array([row.share for row in rows]),
        np.array([-1 if row.label is None else int(row.label) for row in rows]),
        np.array([row.group for row in rows]),
        np.array([row.told for row in rows]),
    )


def learn(table: Table, rows: Floats, plover: str) -> LogisticRegression:
    """The model of a type learnt from some rows: each part counts as accepted by its share, otherwise as rejected."""
    parts = np.flatnonzero(np.isin(table.row, rows))
    share = table.share[table.row[parts]] ** POWER[plover]
    weight = 1 / np.bincount(table.row)[table.row[parts]]
    cells = vstack([table.cells[parts], table.cells[parts]]).tocsr()
    right = np.r_[np.ones(len(parts)), np.zeros(len(parts))]
    weights = np.r_[share * weight, (1 - share) * weight]
    model = LogisticRegression(C=STRENGTH[plover], solver="liblinear", random_state=1)
    return model.fit(cells[weights > 0], right[weights > 0], sample_weight=weights[weights > 0])


def scores(table: Table, model: LogisticRegression) -> Floats:
    """The score of each row: that of its best part."""
    best = np.full(len(table.share), -np.inf)
    np.maximum.at(best, table.row, model.decision_function(table.cells))
    return best


def folds(group: Floats, count: int, seed: int) -> Floats:
    """The fold of each row; a group lies in one."""
    listed = sorted(set(group))
    random.Random(seed).shuffle(listed)
    fold = {name: i % count for i, name in enumerate(listed)}
    return np.array([fold[name] for name in group])


def held_out(table: Table, rows: Floats, count: int, seed: int, plover: str) -> Floats:
    """The score of each of some rows by a model that saw nothing of its group."""
    found = np.zeros(len(rows))
    fold = folds(table.group[rows], count, seed)
    for i in range(count):
        found[fold == i] = scores(table, learn(table, rows[fold != i], plover))[rows[fold == i]]
    return found


def f1(label: Floats, taken: Floats) -> tuple[float, float, float]:
    """Precision, recall and F1; rows of two minds are left out."""
    hits, found, wanted = (taken & (label == 1)).sum(), (taken & (label >= 0)).sum(), (label == 1).sum()
    return hits / max(1, found), hits / wanted, 2 * hits / (found + wanted)


def best_cut(label: Floats, score: Floats) -> float:
    """The score from which taking a row gives the best F1."""
    tried: list[float] = sorted(set(score[label == 1]))
    return max(tried, key=lambda cut: f1(label, score >= cut)[2])


def measure(table: Table, count: int, plover: str) -> Iterator[str]:
    """The figures by folds, with a cut chosen in the training part, over several ways to part the documents."""
    everything = np.arange(len(table.share))
    told = table.told
    yield f"{plover}\twithout it\t{_shown(f1(table.label, told))}"
    figures = []
    for seed in SEEDS:
        taken = np.zeros(len(everything), dtype=bool)
        fold = folds(table.group, count, seed)
        for i in range(count):
            known, new = everything[fold != i], everything[fold == i]
            inner = held_out(table, known, INNER, seed + 100, plover)
            cut = best_cut(table.label[known], np.where(told[known], inner, -np.inf))
            taken[new] = scores(table, learn(table, known, plover))[new] >= cut
        figures.append(f1(table.label, taken & told))
        yield f"{plover}\tseed {seed}\t{_shown(figures[-1])}"
    spread = pstdev(figure[2] for figure in figures)
    yield f"{plover}\tmean\t{_shown(tuple(map(fmean, zip(*figures, strict=True))))}, spread {spread:.3f}"


def _shown(figure: Sequence[float]) -> str:
    """Precision, recall and F1 as text."""
    return "P {:.3f}, R {:.3f}, F1 {:.3f}".format(*figure)


def weights_of(table: Table, plover: str) -> tuple[dict[str, float], float]:
    """The weights of a type, so stretched that held-out scores tell the share of those who accept; and the best cut."""
    everything = np.arange(len(table.share))
    score = np.mean([held_out(table, everything, FOLDS, seed, plover) for seed in SEEDS], axis=0)
    both = np.r_[score, score].reshape(-1, 1)
    right = np.r_[np.ones(len(score)), np.zeros(len(score))]
    line = LogisticRegression(C=1e6).fit(both, right, sample_weight=np.r_[table.share, 1 - table.share])
    slope, lift = float(line.coef_[0, 0]), float(line.intercept_[0])
    model = learn(table, everything, plover)
    weights = dict(zip(table.names, slope * model.coef_[0], strict=True))
    cut = best_cut(table.label, np.where(table.told, score, -np.inf))
    told = 1 / (1 + np.exp(-(slope * score + lift)))
    for low in np.arange(0, 1, 0.2):
        inside = (told >= low) & (told < low + 0.2)
        print(f"{plover}\theld out, {low:.1f} and more\t{inside.sum()} rows, accepted {table.share[inside].mean():.2f}")
    return {BIAS: slope * float(model.intercept_[0]) + lift, **weights}, 1 / (1 + np.exp(-(slope * cut + lift)))


def write(weights: Sequence[dict[str, float]], path: Path) -> None:
    """Nothing; writes the weights of the types."""
    rounded = {
        name: tuple(round(SCALE * one.get(name, 0.0)) for one in weights) for name in sorted(set().union(*weights))
    }
    kept = {name: cell for name, cell in rounded.items() if max(map(abs, cell)) >= SMALLEST or name == BIAS}
    lines = (
        "\t".join((" ".join(map(str, cell)), *sorted(same)))
        for cell, same in groupby(sorted(kept, key=lambda name: (kept[name], name)), key=kept.__getitem__)
    )
    path.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(kept)} weights, {path.stat().st_size} bytes")


def main() -> None:
    """Nothing; measures or trains."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=Path, help="the folder of assault.csv and protest.csv")
    parser.add_argument("--folds", type=int, help="measure by so many folds, write nothing")
    options = parser.parse_args()
    pack = load_pack("ar")
    reader = Reader(pack)
    learnt = []
    for plover in TYPES:
        table = make_table(read_rows(options.records / f"{plover.lower()}.csv", plover, reader), plover)
        if options.folds:
            print(*measure(table, options.folds, plover), sep="\n")
        else:
            weights, cut = weights_of(table, plover)
            print(f"{plover}\tbest cut {cut:.2f}")
            learnt.append(weights)
    if learnt:
        write(learnt, pack.folder / "models" / "relevance.tsv")


if __name__ == "__main__":
    main()
