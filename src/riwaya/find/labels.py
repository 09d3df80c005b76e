"""Labels of words in a row: which row of labels scores highest (Viterbi), by whole-number weights.

A name's first word is labelled `B-` and its kind, its further words `I-`; every other word `O`. The weights of a
feature for all labels are packed into one integer, a lane of 32 bits for each label, relative to `O`: adding
integers adds them all at once.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from operator import add

KINDS = ("PERS", "LOC", "ORG")
LABELS = ("O", *(f"{side}-{kind}" for kind in KINDS for side in "BI"))
OUTSIDE = 0
_FIRSTS = (1, 3, 5)  # the labels B-; each is followed by its I-
_LANES = len(LABELS) - 1
_ZERO = 1 << 31  # what a lane holds for the sum 0, so that it is never negative
_LIFT = sum(_ZERO << (32 * lane) for lane in range(_LANES))
_ONES = sum(1 << (32 * lane) for lane in range(_LANES))
_FAR = -(1 << 60)
_LONGEST = 10  # words of a name
PACKED = 32 * _LANES  # bits of packed weights
_unpack = struct.Struct(f"<{_LANES}I").unpack

Row = Sequence[int]


def pack_weights(weights: Row) -> int:
    """One integer for the weights of the labels but `O`, in their order."""
    a, b, c, d, e, f = weights
    return a + (b << 32) + (c << 64) + (d << 96) + (e << 128) + (f << 160)


def unpack_weights(packed: int) -> tuple[int, ...]:
    """The weights that an integer holds.

    >>> unpack_weights(pack_weights((-3, 0, 0, 0, 0, 4)))
    (-3, 0, 0, 0, 0, 4)
    """
    a, b, c, d, e, f = _unpack((packed + _LIFT).to_bytes(4 * _LANES, "little"))
    return (a - _ZERO, b - _ZERO, c - _ZERO, d - _ZERO, e - _ZERO, f - _ZERO)


class Transitions:
    """What it adds that one label follows another."""

    def __init__(self, weights: Mapping[str, Row]) -> None:
        """The weights by the label before, in the order of LABELS."""
        zeros = [0] * len(LABELS)
        self._rows = [list(weights.get(label, zeros)) for label in LABELS]
        self._into = list(zip(*self._rows, strict=True))
        self._plan = [(b, self._into[b], self._rows[b][b + 1], self._rows[b + 1][b + 1]) for b in _FIRSTS]
        # To stay outside of names is worth much: a word of a name at least gives what `_worth` says of its label. What
        # gives less than half of it is no name, whatever stands beside it: the row is parted there.
        stay, leave = self._rows[OUTSIDE][OUTSIDE], max(row[OUTSIDE] for row in self._rows[1:])
        least = [
            stay - max(w for a, w in enumerate(into) if b in _FIRSTS or a in (b, b - 1)) for b, into in self._told()
        ]
        self._worth = pack_weights([w + max(0, stay - leave) // _LONGEST for w in least])
        self._doubtful = pack_weights([w // 2 for w in least])
        self._entering, self._leaving = [-w for w in least], leave - stay

    def _told(self) -> list[tuple[int, tuple[int, ...]]]:
        """Each label of names with the weights of coming to it."""
        return list(enumerate(self._into))[1:]

    def best(self, scores: Sequence[int], outside: int) -> list[int]:
        """The labels of the best row, given the score of `O` and each word's packed scores of the other labels."""
        labels = [OUTSIDE] * len(scores)
        # A lane's highest bit tells whether its score is as high as asked.
        doubtful, worth = (_LIFT - outside * _ONES - asked for asked in (self._doubtful, self._worth))
        last = 0
        for i, score in enumerate(scores):
            if i >= last and (score + worth) & _LIFT:
                start, last = i, i + 1
                while start and (scores[start - 1] + doubtful) & _LIFT:
                    start -= 1
                while last < len(scores) and (scores[last] + doubtful) & _LIFT:
                    last += 1
                rows = [unpack_weights(s) for s in scores[start:last]]
                for first, end in self._possible(rows, outside):
                    labels[start + first : start + end] = self._stretch(rows[first:end], outside)
        return labels

    def _possible(self, scores: Sequence[Row], outside: int) -> list[tuple[int, int]]:
        """The stretches of words in which names can be: those of no other word can outweigh that all are outside."""
        gains = [max(map(add, row, self._entering)) - outside for row in scores]
        best, until = self._leaving, []  # of all rows of words of a name that end with this one
        for gain in gains:
            best = gain + max(best, self._leaving)
            until.append(best)
        found: list[tuple[int, int]] = []
        best, end = 0, 0  # of all that begin with the next one
        for i in range(len(gains) - 1, -1, -1):
            if until[i] + best >= 0:
                end = end or i + 1
            elif end:
                found.append((i + 1, end))
                end = 0
            best = max(0, best + gains[i])
        return [*found, (0, end)] if end else found

    def _stretch(self, scores: Sequence[Row], outside: int) -> list[int]:
        """The labels of some words that stand between words outside of names."""
        into_outside, plan = self._into[OUTSIDE], self._plan
        best = [0, *[_FAR] * _LANES]
        steps = [best]
        for others in scores:
            new = [max(map(add, best, into_outside)) + outside]
            for first, into_first, from_first, from_inner in plan:
                begun, gone_on = best[first] + from_first, best[first + 1] + from_inner
                new += (
                    max(map(add, best, into_first)) + others[first - 1],
                    (begun if begun >= gone_on else gone_on) + others[first],
                )
            best = new
            steps.append(best)
        labels = []
        label = self._before(best, OUTSIDE)
        for earlier in reversed(steps[:-1]):
            labels.append(label)
            label = self._before(earlier, label)
        return labels[::-1]

    def _before(self, best: Row, label: int) -> int:
        """The label from which a label is best come to."""
        if label == OUTSIDE or label in _FIRSTS:
            sums = list(map(add, best, self._into[label]))
            return sums.index(max(sums))
        first = label - 1
        from_first, from_inner = best[first] + self._rows[first][label], best[label] + self._rows[label][label]
        return first if from_first >= from_inner else label


def names_in(labels: Sequence[int]) -> list[tuple[int, int, str]]:
    """The names that a row of labels shows: first word, end, kind.

    >>> names_in([0, 1, 2, 1, 0, 5])
    [(1, 3, 'PERS'), (3, 4, 'PERS'), (5, 6, 'ORG')]
    """
    names: list[tuple[int, int, str]] = []
    start = None
    for i, label in enumerate((*labels, OUTSIDE)):
        if start is not None and label != labels[start] + 1:
            names.append((start, i, LABELS[labels[start]][2:]))
            start = None
        if label in _FIRSTS:
            start = i
    return names
