"""Cards: the claims, events and issues of a record as the page shows them beside the text.

A card has a short key ("c1", "e1", "i1") that ties it to its marks, and its words cut out of the text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from riwaya.model import Claim, Event, Issue, Record, Relation, Span
from riwaya.serve.chains import Node, chains_of
from riwaya.serve.segments import Mark, Role


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation seen from one of its two claims; `outgoing` where that claim is its `a`."""

    relation: Relation
    outgoing: bool
    other_id: str
    other_number: int
    other_source: Node | None


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """A claim, its number on the page, its words, its chain and its relations."""

    key: str
    number: int
    claim: Claim
    words: str
    cue: str | None
    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """One of the tellings of an event: its id, the words of its trigger, and the claim that tells it."""

    event_id: str
    words: str
    teller: ClaimCard | None


@dataclass(frozen=True, slots=True)
class EventCard:
    """An event, the words of its trigger, the claim that tells it, and where else the report tells of it."""

    key: str
    event: Event
    words: str
    teller: ClaimCard | None
    first: Telling  # the first telling of the event in the text, maybe this one
    again: tuple[Telling, ...]  # the others, where this is the first


@dataclass(frozen=True, slots=True)
class IssueCard:
    """An issue with the words it is about."""

    key: str
    issue: Issue
    words: str | None


@dataclass(frozen=True, slots=True)
class Cards:
    """All the cards of a record, each kind in the order of the text."""

    claims: tuple[ClaimCard, ...]
    events: tuple[EventCard, ...]
    issues: tuple[IssueCard, ...]

    @property
    def ids(self) -> dict[str, str]:
        """The id that each key stands for."""
        claims = {card.key: card.claim.id for card in self.claims}
        return claims | {card.key: card.event.id for card in self.events}

    @property
    def anchors(self) -> dict[str, str]:
        """The name in the page that each key's card goes by."""
        return self.ids | {card.key: f"issue-{card.key}" for card in self.issues}


def cards_of(record: Record) -> Cards:
    """The cards of a record."""
    ordered = sorted(record.claims, key=lambda claim: (claim.content.start, -claim.content.end))
    numbers = {claim.id: n for n, claim in enumerate(ordered, 1)}
    chains = chains_of(record)
    claims = tuple(_claim_card(claim, numbers, chains, record) for claim in ordered)
    return Cards(claims, _event_cards(record, claims), _issue_cards(record))


def _claim_card(
    claim: Claim, numbers: dict[str, int], chains: dict[str, tuple[Node, ...]], record: Record
) -> ClaimCard:
    """The card of one claim."""
    number = numbers[claim.id]
    return ClaimCard(
        key=f"c{number}",
        number=number,
        claim=claim,
        words=claim.content.cut(record.text),
        cue=claim.cue.cut(record.text) if claim.cue else None,
        nodes=chains[claim.id],
        ties=tuple(_ties(claim.id, numbers, chains, record.relations)),
    )


def _ties(
    claim_id: str, numbers: dict[str, int], chains: dict[str, tuple[Node, ...]], relations: tuple[Relation, ...]
) -> Iterator[Tie]:
    """The relations of a claim, seen from it."""
    for relation in relations:
        if claim_id in (relation.a, relation.b):
            outgoing = relation.a == claim_id
            other = relation.b if outgoing else relation.a
            yield Tie(relation, outgoing, other, numbers[other], next(reversed(chains[other]), None))


def _event_cards(record: Record, claims: tuple[ClaimCard, ...]) -> tuple[EventCard, ...]:
    """The cards of the events."""
    tellers = {card.claim.id: card for card in claims}
    roots = _roots(record.events)
    ordered = sorted(record.events, key=lambda event: event.trigger)
    told: dict[str, list[Telling]] = defaultdict(list)
    own: dict[str, Telling] = {}
    for event in ordered:
        teller = tellers[event.claim] if event.claim else None
        own[event.id] = Telling(event.id, event.trigger.cut(record.text), teller)
        told[roots[event.id]].append(own[event.id])
    return tuple(
        _event_card(f"e{n}", event, own[event.id], told[roots[event.id]]) for n, event in enumerate(ordered, 1)
    )


def _event_card(key: str, event: Event, own: Telling, told: list[Telling]) -> EventCard:
    """The card of one event, given its own telling and all of them."""
    again = tuple(told[1:]) if own is told[0] else ()
    return EventCard(key, event, own.words, own.teller, told[0], again)


def _roots(events: tuple[Event, ...]) -> dict[str, str]:
    """The id of the telling that each event leads back to, which for most is its own; rings are broken."""
    before = {event.id: event.same_as for event in events}
    roots: dict[str, str] = {}
    for any_id in before:
        way: dict[str, None] = {}
        here = any_id
        while here not in roots and here not in way:
            way[here] = None
            here = before[here] or here
        roots |= dict.fromkeys(way, roots.get(here, here))
    return roots


def _issue_cards(record: Record) -> tuple[IssueCard, ...]:
    """The cards of the issues."""
    return tuple(
        IssueCard(f"i{n}", issue, issue.span.cut(record.text) if issue.span else None)
        for n, issue in enumerate(record.issues, 1)
    )


def marks_of(cards: Cards) -> list[Mark]:
    """The marks that the cards set upon the text."""
    spans: tuple[tuple[Span | None, Role, str], ...] = (
        *((span, role, card.key) for card in cards.claims for span, role in _claim_spans(card)),
        *((span, role, card.key) for card in cards.events for span, role in _event_spans(card.event)),
        *((card.issue.span, "issue", card.key) for card in cards.issues),
    )
    return [Mark(span, role, key) for span, role, key in spans if span]


def _claim_spans(card: ClaimCard) -> Iterator[tuple[Span | None, Role]]:
    """The spans of a claim with their roles; an inherited source has the one where it was named."""
    yield card.claim.content, "content"
    yield card.claim.cue, "cue"
    for node in card.nodes:
        yield node.place, "link"


def _event_spans(event: Event) -> Iterator[tuple[Span | None, Role]]:
    """The spans of an event with their roles."""
    yield event.trigger, "trigger"
    if event.place:
        yield event.place.span, "place"
    if event.time:
        yield event.time.span, "time"
    for party in (*event.actors, *event.targets):
        yield party.span, "party"
