"""What cases of claims and cases of events share: which of the found reads what is expected, and what is wrong.

A `rank` says how near a found thing comes to an expected one, the nearest lowest; None where it is no reading of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

from riwaya.evaluate.trials import Finding

W = TypeVar("W")
F = TypeVar("F")
Rank = tuple[float, ...]


def paired(
    wanted: Sequence[W], found: Sequence[F], rank: Callable[[F, W], Rank | None]
) -> tuple[list[F | None], list[F]]:
    """For each expected thing the found one that reads it, right or wrong, or None; and what is found besides."""
    ranks = ((rank(f, w), i, n) for i, w in enumerate(wanted) for n, f in enumerate(found))
    pairs: list[F | None] = [None] * len(wanted)
    used: set[int] = set()
    for _, i, n in sorted((near, i, n) for near, i, n in ranks if near is not None):
        if pairs[i] is None and n not in used:
            pairs[i] = found[n]
            used.add(n)
    return pairs, [f for n, f in enumerate(found) if n not in used]


class Judged(NamedTuple):
    """An expected thing of a case, whether it is met, and on one line each it and what was found for it."""

    wanted: Finding
    met: bool
    told: str
    found: str | None


def wrong_of_expected(judged: Sequence[Judged]) -> Iterator[str]:
    """What is wrong with the expected things of a case, a line each."""
    for one in judged:
        if one.met and "fails" in one.wanted:
            yield f"found now: take away `fails`  {one.told}"
        elif not one.met and "fails" not in one.wanted:
            yield f"missed  {one.told}"
            if one.found is not None:
                yield f"  found {one.found}"


def wrong_of_extra(
    found: Sequence[F], extra: Sequence[Finding], same: Callable[[F, Finding], bool], told: Callable[[Any], str]
) -> Iterator[str]:
    """What is found and not expected, and what is no longer found though it is said to be, a line each."""
    left = list(found)
    for known in extra:
        near = next((f for f in left if same(f, known)), None)
        if near is None:
            yield f"no longer found: take away from `extra`  {told(known)}"
        else:
            left.remove(near)
    yield from (f"found, not expected  {told(f)}" for f in left)
