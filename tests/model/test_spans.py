"""Spans: what they cut, and how two of them stand to each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.model import Span, overlap_ratio

SPANS = st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda pair: Span(pair[0], sum(pair)))


def test_a_span_counts_code_points_not_bytes() -> None:
    assert Span(2, 5).cut("🕊 قال الوزير") == "قال"


@given(SPANS, SPANS)
def test_overlap_is_what_the_two_ranges_share(a: Span, b: Span) -> None:
    assert a.overlap(b) == b.overlap(a) == len(set(range(*a)) & set(range(*b)))


@given(SPANS, SPANS)
def test_the_ratio_is_one_for_equal_spans_and_zero_for_spans_apart(a: Span, b: Span) -> None:
    ratio = overlap_ratio(a, b)
    assert ratio == overlap_ratio(b, a)
    assert (ratio == 1.0) is (a == b)
    assert (ratio == 0.0) is (a.overlap(b) == 0)


@pytest.mark.parametrize(
    ("inner", "outer", "inside"),
    [((2, 5), (2, 5), True), ((3, 4), (2, 5), True), ((1, 4), (2, 5), False), ((4, 6), (2, 5), False)],
)
def test_within_includes_equal_spans(inner: tuple[int, int], outer: tuple[int, int], inside: bool) -> None:
    assert Span(*inner).within(Span(*outer)) is inside
