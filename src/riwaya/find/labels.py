"""Labels of words in a row: which row of labels scores highest (Viterbi), by whole-number weights.

A name's first word is labelled `B-` and its kind, its further words `I-`; every other word `O`. The weights of a
feature for all labels are packed into one integer, a lane of 32 bits for each label, relative to `O`: adding
integers adds them all at once.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence

KINDS = ("PERS", "LOC", "ORG")
LABELS = ("O", *(f"{side}-{kind}" for kind in KINDS for side in "BI"))
OUTSIDE = 0
_FIRSTS = (1, 3, 5)  # the labels B-; each is followed by its I-
_LANES = len(LABELS) - 1
_ZERO = 1 << 31  # what a lane holds for the sum 0, so that it is never negative
_LIFT = sum(_ZERO << (32 * lane) for lane in range(_LANES))
_FAR = -(1 << 60)
_LEAST = 10
_unpack = struct.Struct(f"<{_LANES}I").unpack

Row = Sequence[int]


def pack_weights(weights: Row) -> int:
    """One integer for the weights of the labels but `O`, in their order."""
    return sum(weight << (32 * lane) for lane, weight in enumerate(weights))


def unpack_weights(packed: int) -> tuple[int, ...]:
    """The weights that an integer holds, each lifted by the same amount.

    >>> low, high = unpack_weights(pack_weights((-3, 0, 0, 0, 0, 4)))[::5]
    >>> high - low
    7
    """
    return _unpack((packed + _LIFT).to_bytes(4 * _LANES, "little"))


def lifted(threshold: int) -> int:
    """The score of `O` beside unpacked weights, where names must outdo it by a threshold."""
    return _ZERO + threshold


class Transitions:
    """What it adds that one label follows another."""

    def __init__(self, weights: Mapping[str, Row]) -> None:
        """The weights by the label before, in the order of LABELS."""
        zeros = [0] * len(LABELS)
        self._rows = [list(weights.get(label, zeros)) for label in LABELS]
        self._into = list(zip(*self._rows, strict=True))
        # What lies so far below `O` can be no name whatever stands beside it: the row is parted there.
        self._sure = _LEAST + 2 * (max(map(max, self._rows)) - min(map(min, self._rows)))

    def best(self, scores: Sequence[Row], outside: int) -> list[int]:
        """The labels of the best row, given the score of `O` and each word's scores of the other labels."""
        labels = [OUTSIDE] * len(scores)
        doubtful = outside - self._sure
        start = None
        for i, others in enumerate(scores):
            if max(others) > doubtful:
                start = i if start is None else start
            elif start is not None:
                labels[start:i] = self._stretch(scores[start:i], outside)
                start = None
        if start is not None:
            labels[start:] = self._stretch(scores[start:], outside)
        return labels

    def _stretch(self, scores: Sequence[Row], outside: int) -> list[int]:
        """The labels of some words that stand between words outside of names."""
        into, rows = self._into, self._rows
        best = [0, *[_FAR] * _LANES]
        back: list[list[int]] = []
        for others in scores:
            sums = [b + w for b, w in zip(best, into[OUTSIDE], strict=True)]
            top = max(sums)
            new, came = [top + outside], [sums.index(top)]
            for first in _FIRSTS:
                inner = first + 1
                sums = [b + w for b, w in zip(best, into[first], strict=True)]
                top = max(sums)
                from_first, from_inner = best[first] + rows[first][inner], best[inner] + rows[inner][inner]
                on = from_first >= from_inner
                new += (top + others[first - 1], (from_first if on else from_inner) + others[first])
                came += (sums.index(top), first if on else inner)
            best = new
            back.append(came)
        best = [b + w for b, w in zip(best, into[OUTSIDE], strict=True)]
        label = best.index(max(best))
        labels = []
        for came in reversed(back):
            labels.append(label)
            label = came[label]
        return labels[::-1]


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
