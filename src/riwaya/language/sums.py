"""Sums of weights: what some features of a log-linear model add up to, remembered by what they are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

_CACHED = 200_000

Made = tuple[str | int, ...]  # what a group of features is made of: letters, lengths, whether something is so


class Sums(dict[Made, int]):
    """What the features of a group add up to: the same letters and neighbours come again and again.

    >>> sums = Sums({"a1": 3, "b1": 4}, lambda n: (f"a{n}", f"b{n}", f"c{n}"))
    >>> sums[1,], sums[2,]
    (7, 0)
    """

    def __init__(self, weights: Mapping[str, int], features: Callable[..., Iterable[str]]) -> None:
        """`features` gives the names of a group's features, given what they are made of."""
        super().__init__()
        self._weights, self._features = weights, features

    def __missing__(self, made: Made) -> int:
        if len(self) >= _CACHED:
            self.clear()
        found = self[made] = sum(filter(None, map(self._weights.get, self._features(*made))))
        return found


def joined(first: int, second: int, bits: int) -> int:
    """Two numbers as one, the first in so many bits: adding such adds both at once."""
    return first + (second << bits)


def parted(both: int, bits: int) -> tuple[int, int]:
    """The two numbers that one joins.

    >>> parted(joined(-3, 5, 8) + joined(1, -6, 8), 8)
    (-2, -1)
    """
    second = (both + (1 << (bits - 1))) >> bits
    return both - (second << bits), second
