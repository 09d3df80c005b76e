"""What single words tell of names: how they are known, and how much their letters look like those of names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

SHORTEST = 3  # letters of shorter stems tell nothing
_SIZES = (2, 3, 4)
_STEP, _STEPS = 8, 5  # of the sum of letters' weights, for all words
_WIDE, _WIDES = 12, 4  # the same, for words that are known and for those that are not


class NameWords:
    """The words that are known, and weights of letters that stand together."""

    def __init__(self, uses: Mapping[str, Sequence[str]], letters: Mapping[str, int]) -> None:
        """`uses`: how each stem is known; `letters`: weights of runs of letters, higher where names have them."""
        self._uses = uses
        self._letters = letters

    def uses(self, stem: str) -> Sequence[str]:
        """In what ways a stem is known: as a part of names, and how often raw news have it."""
        return self._uses.get(stem, ())

    def looks(self, stem: str) -> tuple[str, ...]:
        """How much the letters of a stem look like a name's, in steps; nothing for short stems and signs."""
        if not self._letters or len(stem) < SHORTEST or not stem.isalpha():
            return ()
        total = sum(filter(None, map(self._letters.get, runs_of(stem))))
        known = "" if stem in self._uses else "."
        return f"y{_within(total // _STEP, _STEPS)}", f"k{known}{_within(total // _WIDE, _WIDES)}"


def runs_of(stem: str) -> list[str]:
    """The runs of two to four letters of a stem, its ends marked.

    >>> runs_of("ab")
    ['^a', 'ab', 'b$', '^ab', 'ab$', '^ab$']
    """
    edged = f"^{stem}$"
    return [edged[i : i + n] for n in _SIZES for i in range(len(edged) - n + 1)]


def _within(step: int, most: int) -> int:
    """A step, not further from 0 than the last."""
    return max(-most, min(most, step))
