"""The recogniser of names: persons, places and organisations that no table has, by the weights of a model.

A text is read twice: a word that was taken for a name in one sentence is looked at anew wherever else it stands.
The weights come from `models/names.tsv` of a pack; `tools/train_names.py` writes it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from operator import add
from typing import NamedTuple

from riwaya.find.labels import KINDS, LABELS, OUTSIDE, PACKED, Transitions, names_in, pack_weights, unpack_weights
from riwaya.find.name_features import (
    EDGE,
    Features,
    Kinds,
    Phrases,
    Word,
    form_features,
    kind_features,
    kinds_of,
    known_marks,
    mark_features,
    stem_features,
    words_of,
)
from riwaya.find.name_words import NameWords
from riwaya.language.sums import joined, parted
from riwaya.model.layers import Analysed, Mention, Name

_CACHED = 200_000
_SHORTEST = 3  # shorter stems tell nothing of other sentences
_TOLD = "@#&%"  # what begins a line that tells of words, letters or settings

Given = tuple[int, int, int, int, int]  # to the word itself, the one before, after, two before, two after
_NOTHING: Given = (0, 0, 0, 0, 0)


class Passage(NamedTuple):
    """A sentence with the packed score of each word."""

    words: list[Word]
    scores: list[int]


class Recogniser:
    """The recogniser of a pack; safe to share between threads."""

    def __init__(self, lines: Mapping[str, str]) -> None:
        """`lines`: the model, by feature."""
        told = {name: cell for name, cell in lines.items() if name[0] in _TOLD}
        uses: dict[str, tuple[str, ...]] = {}
        letters: dict[str, int] = {}
        for name, cell in told.items():
            if name[0] == "@":
                uses |= dict.fromkeys(cell.split(), tuple(name[1:].split()))
            if name[0] == "%":
                letters |= dict.fromkeys(cell.split(), int(name[1:]))
        self._name_words = NameWords(uses, letters)
        self._phrases = Phrases({name[1:]: cell.split("|") for name, cell in told.items() if name[0] == "&"})
        settings = {name[1:]: _numbers(cell) for name, cell in told.items() if name[0] == "#"}
        self._transitions = Transitions({label: settings[label] for label in LABELS if label in settings})
        self._outside = -settings.get("lift", (0,))[0]
        self._trust = {kind: settings.get(f"trust-{kind}", ()) for kind in KINDS}
        self._step = settings.get("step", (1,))[0]
        weights = cache(lambda cell: pack_weights(_numbers(cell)))  # many features weigh the same
        self._weights = {name: weights(cell) for name, cell in lines.items() if name not in told}
        self._near, self._far = _by_sides(self._weights)
        self._pairs: dict[str, dict[str, int]] = {}
        for name, weight in self._weights.items():
            if name[0] == "c":
                first, _, second = name[2:].partition(" ")
                self._pairs.setdefault(first, {})[name[1] + second] = weight
        self._stems: dict[tuple[str, bool], Given] = {}
        self._seen: dict[tuple[tuple[str, ...], frozenset[str] | None], Given] = {}  # words with their marks
        self._kinds: dict[Kinds, int] = {}
        self._marks: dict[frozenset[str], Given] = {}

    def recognise(self, analysed: Analysed, mentions: Iterable[Mention]) -> list[Name]:
        """The names of an analysed text, in order, given what was found in it by tables and rules."""
        sentences = [words_of(analysed, sentence) for sentence in analysed.sentences]
        marks = known_marks(analysed, mentions)
        self._phrases.mark(sentences, marks)
        passages = [self._passage(words, marks) for words in sentences]
        labels = [self._labels(passage.scores) for passage in passages]
        self._read_again(passages, labels)
        return [name for passage, row in zip(passages, labels, strict=True) for name in self._names(passage, row)]

    def _sum(self, names: Iterable[str]) -> int:
        """What features add up to for the word that has them."""
        return sum(filter(None, map(self._weights.get, names)))

    def _sums(self, features: Features) -> Given:
        """What a word's own features add up to for itself and for the words around it."""
        near = sum(filter(None, map(self._near.get, features.near)))
        far = sum(filter(None, map(self._far.get, features.far)))
        return (self._sum(features.own), *parted(near, PACKED), *parted(far, PACKED))

    def _of_word(self, word: Word) -> Given:
        """What a word gives by itself: its stem, which many words share, and how it is written."""
        stem, definite = word.stem, word.definite
        sums = self._stems.get((stem, definite))
        if sums is None:
            if len(self._stems) > _CACHED:
                self._stems.clear()
            sums = self._stems[stem, definite] = self._sums(stem_features(stem, self._name_words, definite=definite))
        return added(sums, self._sums(form_features(word)))

    def _of_seen(self, word: Word, marks: frozenset[str] | None) -> Given:
        """What a word gives by itself and by its marks."""
        found = self._of_word(word)
        return added(found, self._marked(marks)) if marks else found

    def _passage(self, words: list[Word], marks: Mapping[int, frozenset[str]]) -> Passage:
        """A sentence with the sum of each word's weights."""
        known, kinds = self._seen, self._kinds
        rows: list[Given] = []
        joints: list[int] = []
        for word, around in zip(words, kinds_of(words), strict=True):
            seen = word.key, marks.get(word.host)
            sums = known.get(seen)
            if sums is None:
                if len(known) > _CACHED:
                    known.clear()
                sums = known[seen] = self._of_seen(word, seen[1])
            joint = kinds.get(around)
            if joint is None:
                joint = kinds[around] = self._sum(kind_features(around))
            rows.append(sums)
            joints.append(joint)
        owns, befores, afters, second_befores, second_afters = zip(*rows, _NOTHING, _NOTHING, strict=True)
        given = zip(joints, owns, befores[1:], (0, *afters), second_befores[2:], (0, 0, *second_afters), strict=False)
        scores = [joint + own + b + a + sb + sa for joint, own, b, a, sb, sa in given]
        self._add_pairs([word.stem for word in words], scores)
        return Passage(words, scores)

    def _add_pairs(self, stems: Sequence[str], scores: list[int]) -> None:
        """Adds what two words together give: by the first, its sign and the second (`pair_features`)."""
        every, last = self._pairs, len(stems) - 1
        for i, stem in enumerate((EDGE, EDGE, *stems), start=-2):
            pairs = every.get(stem)
            if not pairs:
                continue
            after = stems[i + 1] if -1 <= i < last else EDGE
            second = stems[i + 2] if i + 1 < last else EDGE
            for at, key in ((i, ">" + after), (i + 1, "<" + after), (i + 1, "=" + second), (i + 2, "2" + after)):
                if 0 <= at <= last and key in pairs:
                    scores[at] += pairs[key]

    def _marked(self, marks: frozenset[str]) -> Given:
        """What a word's marks add up to."""
        sums = self._marks.get(marks)
        if sums is None:
            if len(self._marks) > _CACHED:
                self._marks.clear()
            sums = self._marks[marks] = self._sums(mark_features(marks))
        return sums

    def _labels(self, scores: Sequence[int]) -> list[int]:
        """The labels of the best row."""
        return self._transitions.best(scores, self._outside)

    def _read_again(self, passages: Sequence[Passage], labels: list[list[int]]) -> None:
        """Labels anew the sentences with words that are names elsewhere in the text."""
        seen = labels_by_stem((p.words, row) for p, row in zip(passages, labels, strict=True))
        if not seen:
            return
        again = []
        for number, (passage, row) in enumerate(zip(passages, labels, strict=True)):
            rows = elsewhere(passage.words, row, seen)
            if any(rows):
                again.append((number, list(map(self._sum, rows))))
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


def added(some: Given, more: Given) -> Given:
    """Two sums for the same words as one."""
    own, before, after, second_before, second_after = map(add, some, more)
    return own, before, after, second_before, second_after


def _by_sides(weights: Mapping[str, int]) -> tuple[dict[str, int], dict[str, int]]:
    """What a feature gives to the words before and after it, joined: to those beside it, to those beyond them."""
    sides: tuple[dict[str, list[int]], ...] = ({}, {})
    for name, weight in weights.items():
        if name[0] in "<>":
            far = name[1] == name[0]
            sides[far].setdefault(name[1 + far :], [0, 0])[name[0] == "<"] = weight
    near, beyond = ({name: joined(before, after, PACKED) for name, (before, after) in side.items()} for side in sides)
    return near, beyond


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
