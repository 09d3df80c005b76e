"""Cutting a text at the boundaries of its marks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from riwaya.model import Span
from riwaya.serve.segments import Mark, Segment, segments, word_start

TEXT = "قالت وزارة الدفاع لرويترز إن 👍 القصف مستمر"

SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda pair: Span(min(pair), max(pair)))
MARKS = st.lists(
    st.builds(
        Mark,
        span=SPANS.filter(lambda span: span.start < span.end),
        role=st.sampled_from(["content", "link", "trigger"]),
        card=st.sampled_from(["c1", "c2", "e1"]),
    ),
    max_size=12,
)
PARTS = SPANS.filter(lambda span: span.start < span.end)


@given(MARKS, PARTS, st.lists(st.integers(-3, len(TEXT) + 3), max_size=4))
def test_segments_put_together_are_the_text(marks: list[Mark], part: Span, cuts: list[int]) -> None:
    found = segments(TEXT, part, marks, cuts)
    assert "".join(segment.text for segment in found) == part.cut(TEXT)
    assert all(TEXT.startswith(segment.text, segment.start) and segment.text for segment in found)


@given(MARKS, PARTS, st.lists(st.integers(-3, len(TEXT) + 3), max_size=4))
def test_every_boundary_of_a_mark_is_one_of_a_segment(marks: list[Mark], part: Span, cuts: list[int]) -> None:
    starts = {segment.start for segment in segments(TEXT, part, marks, cuts)}
    wanted = {place for mark in marks for place in mark.span} | set(cuts)
    assert {place for place in wanted if part.start < place < part.end} <= starts


@given(MARKS, PARTS)
def test_a_segment_has_just_the_marks_that_cover_it(marks: list[Mark], part: Span) -> None:
    for segment in segments(TEXT, part, marks):
        span = Span(segment.start, segment.start + len(segment.text))
        covering = [mark for mark in marks if mark.span.overlap(span)]
        assert sorted(segment.marks, key=repr) == sorted(covering, key=repr)


def test_a_mark_behind_a_letter_that_joins_is_cut_there() -> None:
    start = TEXT.index("رويترز")
    found = segments(TEXT, Span(0, len(TEXT)), [Mark(Span(start, start + 6), "link", "c1")])
    assert [segment.text for segment in found][:2] == ["قالت وزارة الدفاع ل", "رويترز"]


def test_the_narrowest_mark_of_a_role_is_the_first_to_answer() -> None:
    wide, narrow = Mark(Span(0, 9), "content", "c1"), Mark(Span(2, 5), "content", "c2")
    middle: Segment = segments("abcdefghi", Span(0, 9), [narrow, wide])[1]
    assert middle.marks == (wide, narrow)
    assert (middle.first("content"), middle.first("cue"), middle.depth) == (narrow, None, 2)


def test_pointing_means_the_claims_that_a_piece_makes_else_the_narrowest_that_it_is_in() -> None:
    outer, inner = Mark(Span(0, 20), "content", "c1"), Mark(Span(8, 20), "content", "c2")
    source, trigger = Mark(Span(2, 6), "link", "c2"), Mark(Span(10, 14), "trigger", "e1")
    found = segments(TEXT, Span(0, 20), [inner, outer, source, trigger, Mark(Span(9, 14), "place", "e2")])
    pointed = [segment.pointed for segment in found]
    assert pointed == [("c1",), ("c2",), ("c1",), ("c2",), ("c2", "e2"), ("c2", "e1"), ("c2",)]


def test_a_piece_that_is_no_core_of_a_card_is_a_part_of_it() -> None:
    content, source = Mark(Span(0, 6), "content", "c1"), Mark(Span(0, 6), "link", "c2")
    (segment,) = segments("abcdef", Span(0, 6), [content, source])
    assert segment.keys == ("c1", "c2-part")


def test_a_number_stands_before_the_whole_word() -> None:
    place = TEXT.index("رويترز")
    assert word_start(TEXT, place) == place - 1
    assert word_start(TEXT, place, floor=place) == place
