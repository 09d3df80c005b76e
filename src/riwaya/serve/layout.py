"""Layout: a record as rows, each a block of the text with the cards that belong beside it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from riwaya.model import Block, Record, Span
from riwaya.serve.cards import Cards, ClaimCard, EventCard, IssueCard, cards_of, marks_of
from riwaya.serve.segments import Segment, segments, word_start

Pin = ClaimCard | IssueCard  # what is numbered in the text


@dataclass(frozen=True, slots=True)
class Piece:
    """A segment of the text, with the pins that stand before it."""

    segment: Segment
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
    rows: tuple[Row, ...]

    @property
    def n_head(self) -> int:
        """How many rows make the head of the report: those up to its title."""
        return next((n for n, row in enumerate(self.rows, 1) if row.kind == "title"), 0)


def page_of(record: Record) -> Page:
    """The page of a record: every word of its text stands in just one row."""
    cards = cards_of(record)
    blocks = list(_blocks(record))
    starts = [block.span.start for block in blocks]
    marks = marks_of(cards)

    def home(place: int) -> int:
        return max(0, bisect_right(starts, place) - 1)

    rows = []
    for n, block in enumerate(blocks):
        claims = tuple(card for card in cards.claims if home(card.claim.content.start) == n)
        events = tuple(card for card in cards.events if home(card.event.trigger.start) == n)
        issues = [card for card in cards.issues if card.issue.span and home(card.issue.span.start) == n]
        pins: dict[int, list[Pin]] = {}
        for card in (*claims, *issues):
            pins.setdefault(_pin_place(card, block, record.text), []).append(card)
        pieces = tuple(_piece(s, pins) for s in segments(record.text, block.span, marks, pins))
        rows.append(Row(block.kind, pieces, claims, events))
    return Page(record, cards, tuple(rows))


def _piece(segment: Segment, pins: dict[int, list[Pin]]) -> Piece:
    """The segment with the pins that stand before it."""
    here = pins.get(segment.start, [])
    claims = tuple(card for card in here if isinstance(card, ClaimCard))
    return Piece(segment, claims, tuple(card for card in here if isinstance(card, IssueCard)))


def _pin_place(card: Pin, block: Block, text: str) -> int:
    """Where the card's number stands: before the word that its span begins in."""
    span = card.claim.content if isinstance(card, ClaimCard) else card.issue.span
    place = min(span.start if span else 0, block.span.end - 1)
    return word_start(text, place, block.span.start)


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
