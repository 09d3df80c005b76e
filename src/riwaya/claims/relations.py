"""Relations between the claims of one report."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from riwaya.model import Claim, Relation


def find_relations(claims: Sequence[Claim]) -> tuple[Relation, ...]:
    """The relations that the acts of claims speak for.

    A claim of silence is set against the claim before it, by another source, on which that source is silent.
    """
    relations: list[Relation] = []
    for before, claim in pairwise(claims):
        if claim.act == "silence" and before.act != "silence" and before.chain[-1].entity != claim.chain[-1].entity:
            about = f"{before.chain[-1].entity} speaks of it, {claim.chain[-1].entity} does not"
            relations.append(Relation(kind="silence", a=claim.id, b=before.id, about=about))
    return tuple(relations)
