"""A record laid out in rows."""

from __future__ import annotations

from riwaya.model import Block, Record, Span
from riwaya.serve.layout import Page, page_of


def words(page: Page) -> list[str]:
    return ["".join(piece.segment.text for piece in row.pieces) for row in page.rows]


def test_rows_are_the_blocks_and_each_card_has_one_row(record: Record) -> None:
    page = page_of(record)
    assert words(page) == [block.span.cut(record.text) for block in record.blocks]
    claims = [card.claim.id for row in page.rows for card in row.claims]
    events = [card.event.id for row in page.rows for card in row.events]
    assert sorted(claims) == sorted(claim.id for claim in record.claims)
    assert sorted(events) == sorted(event.id for event in record.events)


def test_claims_are_numbered_in_the_order_of_the_text(record: Record) -> None:
    cards = page_of(record).cards.claims
    assert [card.number for card in cards] == list(range(1, len(cards) + 1))
    assert [card.claim.content.start for card in cards] == sorted(c.content.start for c in record.claims)


def test_every_claim_and_issue_has_its_number_once_in_the_text(record: Record) -> None:
    page = page_of(record)
    pieces = [piece for row in page.rows for piece in row.pieces]
    assert [card.key for piece in pieces for card in piece.claims] == [c.key for c in page.cards.claims]
    spanned = {card.key for card in page.cards.issues if card.issue.span}
    assert {card.key for piece in pieces for card in piece.issues} == spanned


def test_a_number_is_never_set_inside_a_word(record: Record) -> None:
    for row in page_of(record).rows:
        for piece in row.pieces:
            before = record.text[piece.segment.start - 1 : piece.segment.start]
            assert not (piece.claims or piece.issues) or before in ("", " ", "\n")


def test_an_inherited_speaker_is_named_by_its_first_words_in_the_report(record: Record) -> None:
    card = next(card for card in page_of(record).cards.claims if card.claim.id == "clm_00000000000000a6")
    assert card.claim.chain[0].span is None
    assert card.nodes[0].words == "باكو"


def test_a_relation_is_seen_from_both_claims(record: Record) -> None:
    first, second = page_of(record).cards.claims[:2]
    assert [(tie.outgoing, tie.other_number) for tie in first.ties] == [(False, 2)]
    assert [(tie.outgoing, tie.other_number) for tie in second.ties] == [(True, 1)]


def test_words_outside_every_block_are_shown_all_the_same(record: Record) -> None:
    title = record.blocks[0]
    page = page_of(record.model_copy(update={"blocks": (title,)}))
    assert "\n".join(line.rstrip("\n") for line in words(page)) == record.text


def test_overlapping_blocks_show_no_word_twice(record: Record) -> None:
    blocks = [Block(kind="paragraph", span=Span(0, 40)), Block(kind="caption", span=Span(20, 60))]
    page = page_of(record.model_copy(update={"blocks": (*blocks,)}))
    assert words(page)[:2] == [record.text[:40], record.text[40:60]]
    assert "".join(words(page)) == record.text


def test_words_that_run_over_blocks_are_marked_in_each(record: Record) -> None:
    first, second, third = record.blocks[2:5]
    claim = record.claims[2].model_copy(update={"content": Span(first.span.end - 9, third.span.start + 9)})
    page = page_of(record.model_copy(update={"claims": (claim,), "events": (), "relations": (), "issues": ()}))
    marked = ["".join(piece.segment.text for piece in row.pieces if piece.segment.depth) for row in page.rows]
    text = record.text
    assert marked[2:5] == [
        text[first.span.end - 9 : first.span.end],
        second.span.cut(text),
        text[third.span.start : third.span.start + 9],
    ]
    assert not any(marked[:2] + marked[5:])


def test_a_record_with_nothing_in_it_is_a_page_too(record: Record) -> None:
    empty = Record(id="rep_empty", language="ar", text="")
    page = page_of(empty)
    assert (page.rows, page.cards.claims, page.n_head) == ((), (), 0)


def test_a_claim_that_begins_between_blocks_keeps_its_number(record: Record) -> None:
    claim = record.claims[0].model_copy(update={"content": Span(0, 60)})
    late = Block(kind="paragraph", span=Span(10, len(record.text)))
    text = " " * 10 + record.text[10:]
    page = page_of(Record(id="rep_1", language="ar", text=text, blocks=(late,), claims=(claim,)))
    assert [card.key for row in page.rows for piece in row.pieces for card in piece.claims] == ["c1"]
