"""The figures of claims: what is claimed, whose word it is, from whom the outlet has it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from riwaya.evaluate.figures import Figure, Share, Tally
from riwaya.evaluate.pairing import SameSource, pair
from riwaya.evaluate.reading import ReadClaim, ReadLink
from riwaya.model import overlap_ratio

_LEAST_OVERLAP = 0.5


@dataclass(frozen=True, slots=True)
class ClaimPair:
    """A gold claim and the found claim with the same content; what of it is right."""

    gold: ReadClaim
    found: ReadClaim
    source: bool
    act: bool
    speech: bool
    chain: bool
    links: Tally

    @property
    def overlap(self) -> float:
        """How well the contents agree, .5 to 1."""
        return overlap_ratio(self.gold.content, self.found.content)

    @property
    def strict(self) -> bool:
        """Whether it is the right thing in the right mouth."""
        return self.source and self.act


def pair_claims(gold: tuple[ReadClaim, ...], found: tuple[ReadClaim, ...], same: SameSource) -> list[ClaimPair]:
    """The claims that agree in their content, one to one."""
    pairs = pair(gold, found, lambda g, f: overlap_ratio(g.content, f.content), least=_LEAST_OVERLAP)
    return [_compare(gold[i], found[j], same) for i, j in pairs]


def _compare(gold: ReadClaim, found: ReadClaim, same: SameSource) -> ClaimPair:
    """What of a found claim is right."""
    ours, theirs = gold.chain, found.chain
    return ClaimPair(
        gold=gold,
        found=found,
        source=bool(ours and theirs) and same(ours[-1], theirs[-1]),
        act=gold.act == found.act,
        speech=gold.speech == found.speech,
        chain=len(ours) == len(theirs) and all(map(same, ours, theirs)),
        links=_links(ours, theirs, same),
    )


def _links(gold: tuple[ReadLink, ...], found: tuple[ReadLink, ...], same: SameSource) -> Tally:
    """The links that agree, wherever they stand in the chain."""
    return Tally(len(pair(gold, found, same, least=1)), len(gold), len(found))


def claim_figures(
    gold: tuple[ReadClaim, ...], found: tuple[ReadClaim, ...], pairs: list[ClaimPair]
) -> Iterator[Figure]:
    """The figures of one report's claims."""
    yield "claims", Tally(len(pairs), len(gold), len(found))
    yield "strict_claims", Tally(sum(p.strict for p in pairs), len(gold), len(found))
    for p in pairs:
        yield "links", p.links
        yield "source", Share(p.source, 1)
        yield "act", Share(p.act, 1)
        yield "speech", Share(p.speech, 1)
        yield "chain", Share(p.chain, 1)
        if len(p.gold.chain) > 1:
            yield "long_chain", Share(p.chain, 1)


def judged_claims(found: tuple[ReadClaim, ...], pairs: list[ClaimPair]) -> Iterator[tuple[float, bool]]:
    """The confidence of each found claim, and whether content, source and act are right."""
    right = {p.found.id for p in pairs if p.strict}
    return ((c.confidence, c.id in right) for c in found if c.confidence is not None)
