"""Quotations: marks of every style, nested, unbalanced, and typed the wrong way round."""

from __future__ import annotations

from typing import Any

import pytest


def quotations(code: Any, text: str) -> list[tuple[int, str]]:
    """The level and the words of each quotation."""
    layer = code(text).claimed.found.analysed
    return [(q.level, layer.words(q.start, q.end)) for q in layer.quotations]


def unbalanced(code: Any, text: str) -> list[str]:
    """The marks that an issue names."""
    issues = code(text).claimed.found.analysed.issues
    return [issue.span.cut(text) for issue in issues if issue.code == "quotation.unbalanced"]


@pytest.mark.parametrize(
    "text",
    [
        "قال «لن نعود» وخرج.",
        "قال “لن نعود” وخرج.",
        'قال "لن نعود" وخرج.',
        "قال ‹لن نعود› وخرج.",
        "قال „لن نعود“ وخرج.",
        "قال ″لن نعود″ وخرج.",
        "قال {لن نعود} وخرج.",
        "قال &quot;لن نعود&quot; وخرج.",
        "قال ”لن نعود” وخرج.",
        "قال ”لن نعود“ وخرج.",
        "قال »لن نعود« وخرج.",
        "قال:«لن نعود»، وخرج.",
        "قال (“لن نعود”) وخرج.",
    ],
)
def test_every_style_of_marks_and_marks_typed_the_wrong_way_round(code: Any, text: str) -> None:
    assert quotations(code, text) == [(0, "لن نعود")]
    assert unbalanced(code, text) == []


def test_a_closing_mark_typed_where_an_opening_one_belongs(code: Any) -> None:
    assert quotations(code, "وصفهم بأنهم”مرتزقة” و”خونة“ معا.") == [(0, "مرتزقة"), (0, "خونة")]


def test_several_quotations_in_one_sentence(code: Any) -> None:
    text = 'تحدث عن «نصر» ثم عن “هدنة” ثم عن "سلام".'
    assert quotations(code, text) == [(0, "نصر"), (0, "هدنة"), (0, "سلام")]


def test_a_quotation_in_another_of_the_same_pair_of_marks(code: Any) -> None:
    assert quotations(code, "قال «سميناها «الوعد» منذ البداية» وخرج.") == [
        (0, "سميناها «الوعد» منذ البداية"),
        (1, "الوعد"),
    ]


def test_a_quotation_in_straight_marks_inside_another(code: Any) -> None:
    assert quotations(code, 'قال «رفضوا "الصفقة" كلها» وخرج.') == [(0, 'رفضوا "الصفقة" كلها'), (1, "الصفقة")]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("قال «لن نعود وخرج.", ["«"]),
        ("قال لن نعود» وخرج.", ["»"]),
        ("قال «لن نعود» وأضاف «لن نقبل.", ["«"]),
        ("«قال «لن نعود وخرج.", ["«", "«"]),
        ("»", ["»"]),
        ("«", ["«"]),
        ('"', ['"']),
    ],
)
def test_a_mark_without_a_partner_is_an_issue_and_no_exception(code: Any, text: str, marks: list[str]) -> None:
    assert unbalanced(code, text) == marks


def test_an_open_quotation_ends_with_its_paragraph(code: Any) -> None:
    text = "قال الوزير «لن نعود أبدا.\nعاد الهدوء «أمس» إلى المدينة."
    layer = code(text).claimed.found.analysed
    assert [q.closed for q in layer.quotations] == [False, True]
    assert quotations(code, text) == [(0, "لن نعود أبدا."), (0, "أمس")]


def test_an_unbalanced_mark_costs_no_other_claim(code: Any) -> None:
    text = "قالت وزارة الدفاع الكينية «إن الوضع هادئ.\nوقالت الشرطة التونسية إن الطريق مغلق."
    assert "الطريق مغلق" in [claim.content.cut(text) for claim in code(text).claimed.claims]


def test_empty_marks_are_no_quotation(code: Any) -> None:
    assert quotations(code, "قال «» ثم خرج.") == []
