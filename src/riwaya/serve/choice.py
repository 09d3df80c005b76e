"""A choice: which claims and events of a report a reader asks for, by source, act, type and status."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from riwaya.model import Claim, Event
from riwaya.serve.cards import Cards
from riwaya.serve.chains import Node, source_of


@dataclass(frozen=True, slots=True)
class Choice:
    """The source and act of claims, the type and status of events that are asked for; an empty one asks nothing."""

    source: str = ""
    act: str = ""
    type: str = ""
    status: str = ""

    def __bool__(self) -> bool:
        """Whether anything is asked for."""
        return self.of_claims or self.of_events

    @property
    def of_claims(self) -> bool:
        """Whether claims are chosen among."""
        return bool(self.source or self.act)

    @property
    def of_events(self) -> bool:
        """Whether events are chosen among."""
        return bool(self.type or self.status)

    def admits(self, claim: Claim) -> bool:
        """Whether a claim is asked for."""
        sources = {source_of(link) for link in claim.chain}
        return self.act in ("", claim.act) and self.source in ("", *sources)

    def admits_event(self, event: Event) -> bool:
        """Whether an event is asked for."""
        return self.type in ("", event.plover) and self.status in ("", event.status)

    def shown(self, cards: Cards) -> frozenset[str]:
        """The keys of the cards to be shown: claims asked for that tell of events asked for, these, and every issue.

        Where events are not chosen among, a claim may tell of none; and what the report tells in its own voice,
        which is nobody's claim, is shown where claims are not chosen among.
        """
        claims = {card.key for card in cards.claims if self.admits(card.claim)}
        events = [card for card in cards.events if self.admits_event(card.event)]
        if self.of_claims:
            events = [card for card in events if card.teller and card.teller.key in claims]
        if self.of_events:
            claims &= {card.teller.key for card in events if card.teller}
        return frozenset(claims.union((card.key for card in events), (card.key for card in cards.issues)))


@dataclass(frozen=True, slots=True)
class SourceOption:
    """A source that can be asked for, a node that names it, and how many claims it stands behind."""

    value: str
    node: Node
    n_claims: int


@dataclass(frozen=True, slots=True)
class Options:
    """What can be asked for in a report, each with the number of its claims or events, the most frequent first."""

    sources: tuple[SourceOption, ...]
    acts: list[tuple[str, int]]
    types: list[tuple[str, int]]
    statuses: list[tuple[str, int]]


def options_of(cards: Cards) -> Options:
    """What can be asked for in a report."""
    return Options(
        sources=_sources(cards),
        acts=Counter[str](card.claim.act for card in cards.claims).most_common(),
        types=Counter[str](card.event.plover for card in cards.events).most_common(),
        statuses=Counter[str](card.event.status for card in cards.events).most_common(),
    )


def _sources(cards: Cards) -> tuple[SourceOption, ...]:
    """The sources of a report, those behind most claims first."""
    per_claim = [{source_of(node.link): node for node in card.nodes} for card in cards.claims]
    counts = Counter(source for sources in per_claim for source in sources)
    nodes = {source: node for sources in reversed(per_claim) for source, node in sources.items()}
    return tuple(SourceOption(source, nodes[source], n) for source, n in counts.most_common())
