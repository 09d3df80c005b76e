"""Layout: a record as rows, each a block of the text with the cards that belong beside it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from riwaya.model import Block, Record, Span
from riwaya.serve.cards import Cards, ClaimCard, EventCard, IssueCard, cards_of, marks_of
from riwaya.serve.choice import Choice
from riwaya.serve.segments import Mark, Segment, segments, word_start

ANYTHING = Choice()

Card = ClaimCard | EventCard | IssueCard


@dataclass(frozen=True, slots=True)
class Piece:
    """A segment of the text, its name in the page if it has one, and the pins that stand before it."""

    segment: Segment
    anchor: str | None
    claims: tuple[ClaimCard, ...]
    issues: tuple[IssueCard, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A block of the text in pieces, and the cards beside it."""

    kind: str
    pieces: tuple[Piece, ...]
    claims: tuple[ClaimCard, ...]
    events: tuple[EventCard, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A record laid out for reading."""

    record: Record
    cards: Cards
    anchors: dict[str, str]  # the name in the page that each card's key goes by
    rows: tuple[Row, ...]
    shown: frozenset[str]  # the keys of the cards that are not left out

    @property
    def n_head(self) -> int:
        """How many rows make the head of the report: those up to its title."""
        return next((n for n, row in enumerate(self.rows, 1) if row.kind == "title"), 0)

    @property
    def n_claims(self) -> int:
        """How many claims are shown."""
        return sum(card.key in self.shown for card in self.cards.claims)

    @property
    def n_events(self) -> int:
        """How many events are shown."""
        return sum(card.key in self.shown for card in self.cards.events)


def page_of(record: Record, choice: Choice = ANYTHING) -> Page:
    """The page of a record: every word of its text stands in just one row.

    Cards that the choice leaves out stay in their rows, so that a link can lead to them, but set no marks.
    """
    cards = cards_of(record)
    shown = choice.shown(cards)
    blocks = list(_blocks(record))
    starts = [block.span.start for block in blocks]
    beside: dict[int, list[Card]] = defaultdict(list)
    every: list[Card] = [*cards.claims, *cards.events, *cards.issues]
    for card in every:
        if (start := _start(card)) is not None:
            beside[max(0, bisect_right(starts, start) - 1)].append(card)
    marks = _marks_by_block(starts, [mark for mark in marks_of(cards) if mark.card in shown])
    named = {
        node.place.start: node.anchor for card in cards.claims for node in card.nodes if node.place and node.anchor
    }
    rows = tuple(_row(record.text, block, beside[n], marks[n], named) for n, block in enumerate(blocks))
    return Page(record, cards, cards.anchors, rows, shown)


def _marks_by_block(starts: list[int], marks: list[Mark]) -> dict[int, list[Mark]]:
    """The marks of each block, by its number, of blocks that begin at these places."""
    found: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        first, beyond = bisect_right(starts, mark.span.start) - 1, bisect_left(starts, mark.span.end)
        for n in range(max(0, first), beyond):
            found[n].append(mark)
    return found


def _start(card: Card) -> int | None:
    """Where the words of a card begin; nothing for an issue about no words."""
    if isinstance(card, IssueCard):
        return card.issue.span.start if card.issue.span else None
    return card.claim.content.start if isinstance(card, ClaimCard) else card.event.trigger.start


def _row(text: str, block: Block, cards: list[Card], marks: list[Mark], anchors: dict[int, str]) -> Row:
    """The row of a block, with the cards that begin in it."""
    pins: dict[int, list[Card]] = defaultdict(list)
    for card in cards:
        if not isinstance(card, EventCard):
            place = min(max(_start(card) or 0, block.span.start), block.span.end - 1)
            pins[word_start(text, place, block.span.start)].append(card)
    parts = segments(text, block.span, marks, [*pins, *anchors])
    return Row(
        kind=block.kind,
        pieces=tuple(_piece(part, anchors.get(part.start), pins.get(part.start, [])) for part in parts),
        claims=tuple(card for card in cards if isinstance(card, ClaimCard)),
        events=tuple(card for card in cards if isinstance(card, EventCard)),
    )


def _piece(segment: Segment, anchor: str | None, pins: list[Card]) -> Piece:
    """The segment with the pins that stand before it."""
    return Piece(
        segment=segment,
        anchor=anchor,
        claims=tuple(card for card in pins if isinstance(card, ClaimCard)),
        issues=tuple(card for card in pins if isinstance(card, IssueCard)),
    )


def _blocks(record: Record) -> Iterator[Block]:
    """The blocks in order without overlap; words that no block holds become paragraphs of their own."""
    done = 0
    for block in sorted(record.blocks, key=lambda block: block.span):
        start = max(done, block.span.start)
        yield from _paragraphs(record.text, done, start)
        if start < block.span.end:
            yield Block(kind=block.kind, span=Span(start, block.span.end))
            done = block.span.end
    yield from _paragraphs(record.text, done, len(record.text))


def _paragraphs(text: str, start: int, end: int) -> Iterator[Block]:
    """The lines between two places of the text that hold words."""
    for line in text[start:end].splitlines(keepends=True):
        if line.strip():
            yield Block(kind="paragraph", span=Span(start, start + len(line)))
        start += len(line)
