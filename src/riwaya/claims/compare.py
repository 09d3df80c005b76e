"""Comparison: how much of one claim stands in another, by the terms they share.

Claims are looked up by their terms, and a term that many claims of the report hold is not looked up: the work grows
with the number of claims, not with the number of their pairs.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from riwaya.claims.agreement import UNRESOLVED
from riwaya.claims.gists import Gist
from riwaya.claims.sources import same_source

_COMMON = 12  # claims that hold a term, beyond which it tells nothing
_NEAREST = 6  # claims that one is compared with
_BODIES = ("government", "ministry", "military")  # that may be called in several ways


class Likeness(NamedTuple):
    """A later and an earlier claim with the terms they share."""

    later: Gist
    earlier: Gist
    shared: frozenset[str]
    weight: float  # of the shared terms; 1 for a term that these two alone hold
    share: float  # of the weight of the claim that says less
    denied: float  # of the weight of the later claim

    @property
    def told(self) -> frozenset[str]:
        """The shared terms that are no names."""
        return frozenset(term for term in self.shared if not term.startswith("name:"))


class Comparison:
    """Compares the claims of one report."""

    def __init__(self, gists: Sequence[Gist]) -> None:
        """Looks up for each claim the earlier ones that share most of its terms."""
        holding: dict[str, list[int]] = defaultdict(list)
        for gist in gists:
            for term in gist.terms:
                holding[term].append(gist.number)
        most = math.log(1 + max(len(gists), 2) / 2)
        self._weights = {term: min(1.0, math.log(1 + len(gists) / len(held)) / most) for term, held in holding.items()}
        self._gists, self._all = gists, [self.weight(gist.terms) for gist in gists]
        telling = {term: held for term, held in holding.items() if 1 < len(held) <= _COMMON}
        self._earlier = [self._look_up(gist, telling) for gist in gists]

    def earlier(self, gist: Gist) -> Sequence[Likeness]:
        """The earlier claims that share most with one, the most alike first."""
        return self._earlier[gist.number]

    def weight(self, terms: Iterable[str]) -> float:
        """The weight of some terms together: of each at most 1, the less the more claims hold it."""
        return sum(self._weights[term] for term in terms)

    def _look_up(self, gist: Gist, telling: dict[str, list[int]]) -> list[Likeness]:
        """The earlier claims that share most terms with one."""
        met = Counter(number for term in gist.terms for number in telling.get(term, ()) if number < gist.number)
        likely = (self._likeness(gist, self._gists[number]) for number, _ in met.most_common(_NEAREST))
        return sorted(likely, key=lambda like: (-like.weight, -like.earlier.number))

    def _likeness(self, later: Gist, earlier: Gist) -> Likeness:
        """What two claims share."""
        shared = later.terms & earlier.terms
        weight, of, other = self.weight(shared), self._all[later.number], self._all[earlier.number]
        return Likeness(later, earlier, shared, weight, weight / min(of, other), weight / of)


def listed(terms: Iterable[str]) -> str:
    """Terms on one line, for a reader: without the sort of the term.

    >>> listed({"event:ceasefire-violation", "harm:killed", "name:Taiz"})
    'Taiz, ceasefire violation, killed'
    """
    return ", ".join(sorted(term.partition(":")[2].replace("-", " ") or term for term in terms))


def same_voice(a: Gist, b: Gist) -> bool:
    """Whether two claims are the word of one source: the same entity, one name shortened, two names of a ministry."""
    one, other = a.speaker, b.speaker
    if UNRESOLVED in (one.entity, other.entity):  # who speaks is not told: it may be the other
        return True
    if one.kind == other.kind and one.kind in _BODIES and a.sides & b.sides:
        return True
    if one.actor and other.actor:
        return one.actor == other.actor
    shortened = bool(a.voice and b.voice and (a.voice <= b.voice or b.voice <= a.voice))
    if one.kind == other.kind == "unnamed":  # two sources that nobody names may be called alike
        return same_source(one, other) and (shortened or not (a.voice and b.voice))
    return same_source(one, other) or shortened
