"""The figures of relations: which claims contradict, corroborate or answer each other, or are met with silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from riwaya.evaluate.claims import ClaimPair
from riwaya.evaluate.figures import Figure, Share, Tally
from riwaya.evaluate.reading import ReadRelation
from riwaya.model import RELATION_KINDS


class Related(NamedTuple):
    """A relation by its kind and the ids of its claims, in either order."""

    kind: str
    claims: frozenset[str]


def related(relations: Iterable[ReadRelation]) -> set[Related]:
    """The relations without the order of their claims."""
    return {Related(r.kind, frozenset((r.a, r.b))) for r in relations}


def on_gold(found: Iterable[ReadRelation], pairs: Iterable[ClaimPair]) -> dict[Related, Related]:
    """The found relations, each as it reads with the ids of the gold claims that its own are paired with."""
    ids = {p.found.id: p.gold.id for p in pairs}
    # A claim that is paired with none keeps an id that no gold claim has.
    return {
        r: Related(r.kind, frozenset(ids.get(claim, f"found {claim}") for claim in r.claims)) for r in related(found)
    }


def relation_figures(
    gold: tuple[ReadRelation, ...], found: tuple[ReadRelation, ...], pairs: list[ClaimPair]
) -> Iterator[Figure]:
    """The figures of one report's relations: all, those of each kind, and those whose claims were both found."""
    ours, theirs = related(gold), list(on_gold(found, pairs).values())
    yield "relations", _tally(ours, theirs)
    for kind in RELATION_KINDS:
        yield kind, _tally({r for r in ours if r.kind == kind}, [r for r in theirs if r.kind == kind])
    met = {p.gold.id for p in pairs}
    for relation in ours:
        if relation.claims <= met:
            yield "relations_of_found_claims", Share(relation in theirs, 1)


def _tally(gold: set[Related], found: list[Related]) -> Tally:
    """How many of the found relations are in the gold."""
    return Tally(sum(r in gold for r in found), len(gold), len(found))
