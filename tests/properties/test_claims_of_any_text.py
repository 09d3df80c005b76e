"""The claims stage on any text: no exception, spans that hold, an order, an id and an explanation for each claim."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.claims import Claimer
from riwaya.model import Span
from riwaya.model.layers import Claimed, Found
from riwaya.pipeline import Reader

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("2022-*"))
MARKS = '«»“”„"‹›'
MARK = re.compile(f"[{MARKS}]")
LETTERS = st.characters(min_codepoint=0x0600, max_codepoint=0x06FF) | st.sampled_from(f" \n.:!?-()0aA{MARKS}\u200f")
VOCABULARY = """
قال قالت وقال إن أن أنه بأن إلى عن من لم نفى ونفت اتهم حذر أعلنت وأضاف مضيفا مؤكدة قائلا قوله نقلت نقلا جاء
في بيان وفقا بحسب حسبما كما ذكرت أما فأكد لكن كان دون ذكر رفض التعليق مسؤوليته يعتقد قيل مصدر أمني متحدث باسم
الجيش السوداني وزارة الدفاع رويترز ل هجوم قصف الحدود ، . : ؛ « » " ( ) -
"""
SPOKEN = st.sampled_from([*VOCABULARY.split(), "\n"])

Claims = Callable[[str], Claimed]


@pytest.fixture(scope="module")
def texts(reader: Reader) -> list[str]:
    """The texts of the examples."""
    return [reader.read_page(path.read_bytes(), name=path.name).text for path in EXAMPLES]


@pytest.fixture(scope="module")
def claims(find: Callable[[str], Found], claimer: Claimer) -> Claims:
    """A function that gives the claims of a text, checked."""

    def claims(text: str) -> Claimed:
        claimed = claimer.claim(find(text))
        check(claimed)
        return claimed

    return claims


@settings(max_examples=60, deadline=None)
@given(st.text(LETTERS, max_size=200))
def test_any_arabic_letters(claims: Claims, text: str) -> None:
    claims(text)


@settings(max_examples=150, deadline=None)
@given(st.lists(SPOKEN, max_size=60).map(" ".join))
def test_words_of_saying_in_any_order(claims: Claims, text: str) -> None:
    claims(text)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_report_cut_off_at_both_ends(claims: Claims, texts: list[str], data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(texts))
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    claims(text[start:end])


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_quotation_marks_in_any_order(claims: Claims, texts: list[str], data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([text for text in texts if MARK.search(text)]))
    marks = iter(data.draw(st.permutations(MARK.findall(text))))
    claims(MARK.sub(lambda _: next(marks), text))


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_quotation_marks_taken_away(claims: Claims, texts: list[str], data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([text for text in texts if MARK.search(text)]))
    found = MARK.findall(text)
    kept = iter(data.draw(st.lists(st.booleans(), min_size=len(found), max_size=len(found))))
    claims(MARK.sub(lambda mark: mark[0] if next(kept) else "", text))


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_paragraphs_in_any_order(claims: Claims, texts: list[str], data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(texts))
    claims("\n".join(data.draw(st.permutations(text.splitlines()))))


def test_a_report_gives_the_same_claims_each_time(claims: Claims, texts: list[str]) -> None:
    for text in texts:
        assert claims(text).claims == claims(text).claims != ()


@pytest.mark.parametrize("noun", ["قيادة", "وحدات", "دوريات", "مسيرات", "مواقع"])
def test_a_noun_and_a_name_in_quotation_marks_are_a_source(claims: Claims, noun: str) -> None:
    assert claims(f"أعلنت {noun} «بركان الغضب» أن الطريق مفتوح.").claims


def check(claimed: Claimed) -> None:
    """Nothing; fails where the claims of a text do not hold together."""
    text, claims = claimed.found.analysed.report.text, claimed.claims
    ids = {claim.id for claim in claims}
    assert len(ids) == len(claims)
    assert claimed.explanations.keys() == ids
    assert all((a.content, a.id) <= (b.content, b.id) for a, b in pairwise(claims))
    assert {end for relation in claimed.relations for end in (relation.a, relation.b)} <= ids
    for claim in claims:
        assert claim.chain
        assert all(link.entity for link in claim.chain)
        spans = (claim.content, claim.cue, *(link.span for link in claim.chain))
        assert all(holds(span, text) for span in spans if span)
    assert all(holds(issue.span, text) for issue in claimed.issues if issue.span)


def holds(span: Span, text: str) -> bool:
    """Whether a span lies inside a text and begins and ends with something to be read."""
    return 0 <= span.start < span.end <= len(text) and span.cut(text) == span.cut(text).strip()
