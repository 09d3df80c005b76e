"""Chains: each link of a claim's chain with the words of the report that name its source."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from dataclasses import dataclass

from riwaya.model import Claim, Link, Record, Span

NOBODY = ("unnamed", "unresolved")  # entities of links


@dataclass(frozen=True, slots=True)
class Node:
    """A link of a chain, the words that name its source best, and the place where they or such words stand.

    An inherited source stands where it was named last before its claim.
    """

    link: Link
    words: str | None
    place: Span | None

    @property
    def anchor(self) -> str | None:
        """The name in the page of the place where an inherited source was named."""
        return f"named-{self.place.start}" if self.place and not self.link.span else None

    @property
    def nobody(self) -> bool:
        """Whether nobody is meant, or the report does not tell who."""
        return self.link.kind == "unnamed" and self.link.entity in NOBODY and not self.link.span


def source_of(link: Link) -> str:
    """What tells the source of a link from others: the id of its actor, else its name."""
    return link.actor or link.entity


def chains_of(record: Record) -> dict[str, tuple[Node, ...]]:
    """The nodes of each claim's chain, by the claim's id."""
    named: dict[str, list[Span]] = defaultdict(list)
    for link in (link for claim in record.claims for link in claim.chain):
        if link.span:
            insort(named[source_of(link)], link.span)
    return {
        claim.id: tuple(_node(link, claim, named[source_of(link)], record.text) for link in claim.chain)
        for claim in record.claims
    }


def _node(link: Link, claim: Claim, named: list[Span], text: str) -> Node:
    """The node of a link; `named` are the places of the report, in order, where a chain names its source."""
    if link.span or not named:
        return Node(link, link.span.cut(text) if link.span else None, link.span)
    before = bisect_left(named, claim.cue or claim.content)
    return Node(link, named[0].cut(text), named[max(0, before - 1)])
