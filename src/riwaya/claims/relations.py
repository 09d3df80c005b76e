"""Relations between the claims of one report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from riwaya.model import Claim, Relation, Span
from riwaya.model.layers import Found


def find_relations(claims: Sequence[Claim], found: Found) -> tuple[Relation, ...]:
    """The relations that the acts of claims speak for.

    `silence`: a claim of silence against the claim before it in its sentence, by another source. `contradicts`:
    two accusations of which each lays it at the door of the state that speaks in the other.
    """
    return (*_silences(claims, found.analysed.report.text), *_mutual_blame(claims, found))


def _silences(claims: Sequence[Claim], text: str) -> Iterator[Relation]:
    """What one source tells and another, in the same sentence, says nothing of."""
    for before, claim in pairwise(claims):
        speakers = before.chain[-1].entity, claim.chain[-1].entity
        beside = not set(text[before.content.end : claim.content.start]) & set(".\n")
        silent = claim.act == "silence" and before.act != "silence"
        if silent and speakers[0] != speakers[1] and beside:
            about = f"{speakers[0]} speaks of it, {speakers[1]} does not"
            yield Relation(kind="silence", a=claim.id, b=before.id, about=about)


def _mutual_blame(claims: Sequence[Claim], found: Found) -> Iterator[Relation]:
    """Accusations of two states that name each other."""
    states = {str(m.value["actor"]): str(m.value["iso3"]) for m in found.mentions if m.kind == "actor"}
    blames = [(claim, states.get(claim.chain[-1].actor or "", "")) for claim in claims if claim.act == "accuse"]
    for (a, one), (b, other) in combinations(blames, 2):
        if one and other and one != other and one in _named(b, found) and other in _named(a, found):
            about = f"{a.chain[-1].entity} and {b.chain[-1].entity} blame each other"
            yield Relation(kind="contradicts", a=b.id, b=a.id, about=about)


def _named(claim: Claim, found: Found) -> set[str]:
    """The states (ISO 3166 alpha-3) that a claim names from its cue to the end of its content."""
    start = min(claim.cue.start if claim.cue else claim.content.start, claim.content.start)
    stretch = Span(start, claim.content.end)
    actors = (m for m in found.mentions if m.kind == "actor" and m.value["iso3"])
    within = (m for m in actors if found.analysed.span(m.start, m.end).within(stretch))
    return {str(m.value["iso3"]) for m in within}
