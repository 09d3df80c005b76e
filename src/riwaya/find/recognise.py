"""The recogniser of names: persons, places and organisations that no table has, by the weights of a model.

A text is read twice: a word that was taken for a name in one sentence is looked at anew wherever else it stands.
The weights come from `models/names.tsv` of a pack; `tools/train_names.py` writes it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from riwaya.find.labels import KINDS, LABELS, OUTSIDE, Transitions, lifted, names_in, pack_weights, unpack_weights
from riwaya.find.name_features import (
    Features,
    Word,
    joint_features,
    known_marks,
    mark_features,
    word_features,
    words_of,
)
from riwaya.model.layers import Analysed, Mention

_CACHED = 200_000
_SHORTEST = 3  # shorter stems tell nothing of other sentences
_NOTHING = (0, 0, 0, 0, 0)

Sums = tuple[int, int, int, int, int]  # to the word itself, the one before, after, two before, two after


class Name(NamedTuple):
    """A name: the tokens `start` to `end`, its kind (PERS, LOC, ORG), how often such a one is right."""

    start: int
    end: int
    kind: str
    confidence: float


class Passage(NamedTuple):
    """A sentence with the packed score of each word."""

    words: list[Word]
    scores: list[int]


class Recogniser:
    """The recogniser of a pack; safe to share between threads."""

    def __init__(self, weights: Mapping[str, str], parts: Mapping[str, tuple[str, ...]]) -> None:
        """`weights`: the lines of the model, by feature; `parts`: the words of names that the pack has."""
        self._cells: dict[str, int | str] = dict(weights)
        self._parts = {
            stem: tuple(f[1:].split()) for f, stems in weights.items() if f[0] == "@" for stem in stems.split()
        }
        self._parts |= {stem: (*self._parts.get(stem, ()), *uses) for stem, uses in parts.items()}
        settings = {name: _numbers(cell) for name, cell in weights.items() if name[0] == "#"}
        self._transitions = Transitions({label: settings[f"#{label}"] for label in LABELS if f"#{label}" in settings})
        self._outside = lifted(-settings.get("#lift", (0,))[0])
        self._trust = {kind: settings.get(f"#trust-{kind}", ()) for kind in KINDS}
        self._step = settings.get("#step", (1,))[0]
        self._words: dict[tuple[str, ...], Sums] = {}
        self._marks: dict[frozenset[str], Sums] = {}

    def recognise(self, analysed: Analysed, mentions: Iterable[Mention]) -> list[Name]:
        """The names of an analysed text, in order, given what was found in it by tables and rules."""
        marks = known_marks(analysed, mentions)
        passages = [self._passage(words_of(analysed, sentence), marks) for sentence in analysed.sentences]
        labels = [self._labels(passage.scores) for passage in passages]
        self._read_again(passages, labels)
        return [name for passage, row in zip(passages, labels, strict=True) for name in self._names(passage, row)]

    def parts(self, stem: str) -> Sequence[str]:
        """In what ways a stem is known as a part of names."""
        return self._parts.get(stem, ())

    def _weight(self, name: str) -> int:
        """The packed weights of a feature; they are read when first asked for."""
        cell = self._cells.get(name)
        if cell is None:
            return 0
        if isinstance(cell, str):
            cell = self._cells[name] = pack_weights(_numbers(cell))
        return cell

    def _sums(self, features: Features) -> Sums:
        """What a word's own features add up to for itself and for the words around it."""
        weight = self._weight
        return (
            sum([weight(name) for name in features.own]),
            sum([weight(">" + name) for name in features.near]),
            sum([weight("<" + name) for name in features.near]),
            sum([weight(">>" + name) for name in features.far]),
            sum([weight("<<" + name) for name in features.far]),
        )

    def _passage(self, words: list[Word], marks: Mapping[int, frozenset[str]]) -> Passage:
        """A sentence with the sum of each word's weights."""
        known, weight, count = self._words, self._weight, len(words)
        # Two more at each end take what words give beyond the ends.
        scores = [0] * (count + 4)
        for i, word in enumerate(words, start=2):
            sums = known.get(word.key)
            if sums is None:
                if len(known) > _CACHED:
                    known.clear()
                sums = known[word.key] = self._sums(word_features(word, self.parts))
            found = marks.get(word.host)
            own, before, after, second_before, second_after = sums
            scores[i] += own
            scores[i - 1] += before
            scores[i + 1] += after
            scores[i - 2] += second_before
            scores[i + 2] += second_after
            if found:
                own, before, after, second_before, second_after = self._marked(found)
                scores[i] += own
                scores[i - 1] += before
                scores[i + 1] += after
                scores[i - 2] += second_before
                scores[i + 2] += second_after
        cells = self._cells
        for i in range(count):
            for name in joint_features(words, i):
                if name in cells:
                    scores[i + 2] += weight(name)
        return Passage(words, scores[2 : count + 2])

    def _marked(self, marks: frozenset[str]) -> Sums:
        """What a word's marks add up to."""
        sums = self._marks.get(marks)
        if sums is None:
            if len(self._marks) > _CACHED:
                self._marks.clear()
            sums = self._marks[marks] = self._sums(mark_features(marks))
        return sums

    def _labels(self, scores: Iterable[int]) -> list[int]:
        """The labels of the best row."""
        return self._transitions.best([unpack_weights(score) for score in scores], self._outside)

    def _read_again(self, passages: Sequence[Passage], labels: list[list[int]]) -> None:
        """Labels anew the sentences with words that are names elsewhere in the text."""
        seen = labels_by_stem((p.words, row) for p, row in zip(passages, labels, strict=True))
        if not seen:
            return
        again = []
        for number, (passage, row) in enumerate(zip(passages, labels, strict=True)):
            rows = elsewhere(passage.words, row, seen)
            if any(rows):
                again.append((number, [sum([self._weight(name) for name in names]) for names in rows]))
        for number, added in again:
            scores = [score + more for score, more in zip(passages[number].scores, added, strict=True)]
            passages[number].scores[:] = scores
            labels[number] = self._labels(scores)

    def _names(self, passage: Passage, labels: Sequence[int]) -> Iterable[Name]:
        """The names of a labelled sentence."""
        if not any(labels):
            return
        for first, end, kind in names_in(labels):
            margin = min(unpack_weights(passage.scores[i])[labels[i] - 1] - self._outside for i in range(first, end))
            trust = self._trust[kind]
            step = max(0, min(margin // self._step, len(trust) - 1))
            confidence = trust[step] / 100 if trust else 0.5
            yield Name(passage.words[first].host, passage.words[end - 1].host + 1, kind, confidence)


def labels_by_stem(read: Iterable[tuple[Sequence[Word], Sequence[int]]]) -> Mapping[str, Counter[int]]:
    """How often each stem that is part of a name has each label in a text."""
    rows = list(read)
    named = {
        word.stem
        for words, labels in rows
        if any(labels)
        for word, label in zip(words, labels, strict=True)
        if label != OUTSIDE and len(word.stem) >= _SHORTEST and word.stem.isalpha()
    }
    seen: dict[str, Counter[int]] = {stem: Counter() for stem in named}
    for words, labels in rows if named else ():
        for word, label in zip(words, labels, strict=True):
            if word.stem in seen:
                seen[word.stem][label] += 1
    return {stem: counts for stem, counts in seen.items() if counts.total() > 1}


def elsewhere(words: Sequence[Word], labels: Sequence[int], seen: Mapping[str, Counter[int]]) -> list[list[str]]:
    """For each word of a sentence the features that its labels in other places of the text give."""
    rows: list[list[str]] = [[] for _ in words]
    told = [_told(seen[w.stem], label) if w.stem in seen else () for w, label in zip(words, labels, strict=True)]
    for i, names in enumerate(told):
        if names:
            rows[i] += names
            if i:
                rows[i - 1].append(">" + names[0])
            if i + 1 < len(rows):
                rows[i + 1].append("<" + names[0])
    return rows


def _told(counts: Counter[int], label: int) -> tuple[str, ...]:
    """What the labels of a word in other places than this one tell."""
    others = {other: n - (other == label) for other, n in counts.items()}
    total = sum(others.values())
    named = [(n, other) for other, n in others.items() if n and other != OUTSIDE]
    if not total:
        return ()
    if not named:
        return (f"D-{min(total, 4)}",)
    times = sum(n for n, _ in named)
    most = LABELS[max(named)[1]]
    share = "all" if times == total else "most" if times * 2 >= total else "few"
    return f"D{most}.{share}", f"D{most[2:]}.{share}", f"D{most[2:]}{min(times, 4)}"


def _numbers(cell: str) -> tuple[int, ...]:
    """The whole numbers of a cell."""
    return tuple(map(int, cell.split()))
