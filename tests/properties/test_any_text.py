"""Whatever the text: no exception but the one that refuses it, a record that holds together, the same one twice."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import riwaya
from riwaya.errors import PageError
from riwaya.model import Record

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("2022-*"))
MARKS = '«»“”„"‹›'
VOCABULARY = """
قالت قال أعلن أضاف وأضافت نقلت نفى اتهم يواصل قصفت قتل أصيب انسحبت تعرضت لم لن قد كان أما فأكد جاء في عن
إلى على من بين مع أن إن أنها إنه بأن بقصف لقصف وزارة الدفاع الأوكرانية الأرمينية الجيش السوداني رويترز
وكالة تاس متحدث مصدر أمني بيان قوله العدو الطرفان البلدين الحكومة موسكو بغداد خاركيف أوديسا مدينة الحدود
أمس الاثنين مساء عام 2014 12 ١٥ ثلاثة وعشرون مئة ألف عشرات نحو على الأقل جنود مدنيين صاروخا بطائرة مسيرة
اشتباكات هدنة وفقا حسبما ذكرت نقلا مشيرا قائلا مؤكدة بينما فيما لكن الذي يذكر قَصَفَتْ الـقـوات ﻻ ﷲ ﷺ
ﺍﻟﺠﻴﺶ &quot; \u200f F-16 3.5% 🕊
"""
SIGNS = ["،", ".", ":", "؛", "؟", "...", "\n", "\n\n", "(", ")", "-", "/", *MARKS]
TEXTS = st.lists(st.sampled_from(VOCABULARY.split()) | st.sampled_from(SIGNS), min_size=1, max_size=60).map(" ".join)
ODD = st.text(st.sampled_from('ابتوقلمهنيأإآىة ،.:؛«»"\n\u064e\u0640\u200f٣4aﻻ'), max_size=80)


@settings(max_examples=120, deadline=None)
@given(TEXTS, st.sampled_from([None, "2024-05-15", "2024-02-29T23:59"]))
def test_words_of_reports_in_any_order(text: str, published: str | None) -> None:
    check_text(text, published)


@settings(max_examples=60, deadline=None)
@given(ODD)
def test_any_letters_marks_and_signs(text: str) -> None:
    check_text(text, "2024-05-15")


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_an_example_that_breaks_off_anywhere(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([record.text for record in example_records()]))
    check_text(text[: data.draw(st.integers(1, len(text)))], "2022-09-14")


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_an_example_that_begins_anywhere(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([record.text for record in example_records()]))
    start = data.draw(st.integers(0, len(text) - 1))
    check_text(text[start : start + 600], "2022-09-14")


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_an_example_with_its_quotation_marks_mixed_up_or_lost(data: st.DataObject) -> None:
    quoted = [record.text for record in example_records() if re.search(f"[{MARKS}]", record.text)]
    text = data.draw(st.sampled_from(quoted))
    found = re.findall(f"[{MARKS}]", text)
    marks = iter(data.draw(st.lists(st.sampled_from([*MARKS, ""]), min_size=len(found), max_size=len(found))))
    check_text(re.sub(f"[{MARKS}]", lambda _: next(marks), text), "2022-09-14")


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(EXAMPLES), st.data())
def test_a_page_that_breaks_off_anywhere(path: Path, data: st.DataObject) -> None:
    content = path.read_bytes()
    cut = content[: data.draw(st.integers(1, len(content)))]
    try:
        record = riwaya.load("ar").read_page(cut, name=path.name)
    except PageError:
        assume(False)
    check(record)


@pytest.mark.parametrize(
    "text",
    [
        "قالت وزارة الدفاع الهندية إنها",
        "، وفقا لوكالة رويترز.",
        "وفقا لرويترز",
        "قال ﷺ",
        "قال الوزير إن له",
        "قتل مسلحون من أبناء",
        "قال مسؤول في",
    ],
)
def test_a_report_that_ends_with_no_content(text: str) -> None:
    check(riwaya.load("ar").read_text(text))


def example_records() -> list[Record]:
    """The records of the examples, read once."""
    if not _READ:
        _READ.extend(riwaya.load("ar").read_page(path.read_bytes(), name=path.name) for path in EXAMPLES)
    return _READ


_READ: list[Record] = []


def check_text(text: str, published: str | None) -> None:
    """Nothing; fails where the record of a text does not hold together, or differs when it is read again."""
    reader = riwaya.load("ar")
    try:
        record = reader.read_text(text, published)
    except PageError:
        assume(False)
    check(record)
    assert reader.read_text(text, published) == record


def check(record: Record) -> None:
    """Nothing; fails where a record does not hold together."""
    assert Record.from_json(record.to_json()) == record
    assert all(span.cut(record.text).strip() == span.cut(record.text) != "" for _, span in record.spans())
    ids = [record.id, *(claim.id for claim in record.claims), *(event.id for event in record.events)]
    assert len(ids) == len(set(ids))
    assert all(claim.chain for claim in record.claims)
    assert all(before.content <= after.content for before, after in pairwise(record.claims))
    for event in record.events:
        if event.claim:
            (claim,) = (claim for claim in record.claims if claim.id == event.claim)
            assert event.trigger.within(claim.content)
