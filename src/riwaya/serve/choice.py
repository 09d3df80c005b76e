"""A choice: which claims of a report a reader asks for, by source and by act."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from riwaya.model import Claim
from riwaya.serve.cards import Cards
from riwaya.serve.chains import Node, source_of


@dataclass(frozen=True, slots=True)
class Choice:
    """The source that a claim's chain must hold and the act that it must be; an empty one asks for nothing."""

    source: str = ""
    act: str = ""

    def __bool__(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.source or self.act)

    def admits(self, claim: Claim) -> bool:
        """Whether a claim is asked for."""
        sources = {source_of(link) for link in claim.chain}
        return self.act in ("", claim.act) and self.source in ("", *sources)

    def shown(self, cards: Cards) -> frozenset[str]:
        """The keys of the cards to be shown: of the claims asked for, what they tell of, and every issue.

        What the report tells in its own voice is nobody's claim, and shown where nothing is asked for.
        """
        claims = {card.key for card in cards.claims if self.admits(card.claim)}
        told = {card.key for card in cards.events if not self or (card.teller and card.teller.key in claims)}
        return frozenset(claims | told | {card.key for card in cards.issues})


@dataclass(frozen=True, slots=True)
class SourceOption:
    """A source that can be asked for, a node that names it, and how many claims it stands behind."""

    value: str
    node: Node
    n_claims: int


def source_options(cards: Cards) -> tuple[SourceOption, ...]:
    """The sources of a report, those behind most claims first."""
    per_claim = [{source_of(node.link): node for node in card.nodes} for card in cards.claims]
    counts = Counter(source for sources in per_claim for source in sources)
    nodes = {source: node for sources in reversed(per_claim) for source, node in sources.items()}
    return tuple(SourceOption(source, nodes[source], n) for source, n in counts.most_common())


def act_options(cards: Cards) -> list[tuple[str, int]]:
    """The acts of a report's claims and how many claims are such, the most frequent first."""
    return Counter[str](card.claim.act for card in cards.claims).most_common()
