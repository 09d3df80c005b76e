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
        "قال ‘لن نعود’ وخرج.",
        "قال 'لن نعود' وخرج.",
        "قال ''لن نعود'' وخرج.",
        "قال <<لن نعود>> وخرج.",
        'قال " لن نعود " وخرج.',
        'قال "لن نعود "وخرج.',
        "قال &laquo;لن نعود&raquo; وخرج.",
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


@pytest.mark.parametrize("text", ["وصل شون أو'نيل إلى المدينة.", "قرأ في People's Daily مقالا.", "عند 33°15' تماما."])
def test_an_apostrophe_is_no_quotation_mark_and_no_issue(code: Any, text: str) -> None:
    assert quotations(code, text) == []
    assert unbalanced(code, text) == []


PARAGRAPHS = [
    "قال القائد: «دخلنا الحي أمس.\n«لم نجد فيه أحدا.\n«عدنا قبل الظهر.»\nوعاد الهدوء.",
    'قال القائد: "دخلنا الحي أمس.\nلم نجد فيه أحدا.\nعدنا قبل الظهر.".\nوعاد الهدوء.',
]


@pytest.mark.parametrize("text", PARAGRAPHS)
def test_a_quotation_over_paragraphs_has_a_piece_in_each_and_no_issue(code: Any, text: str) -> None:
    layer = code(text).claimed.found.analysed
    assert quotations(code, text) == [(0, "دخلنا الحي أمس."), (0, "لم نجد فيه أحدا."), (0, "عدنا قبل الظهر.")]
    assert [q.more for q in layer.quotations] == [True, True, False]
    assert unbalanced(code, text) == []


@pytest.mark.parametrize("text", PARAGRAPHS)
def test_each_piece_of_such_a_quotation_is_a_claim_of_one_speaker(code: Any, text: str) -> None:
    claims = code(text).claimed.claims
    contents = [claim.content.cut(text).rstrip(".") for claim in claims]
    assert contents == ["دخلنا الحي أمس", "لم نجد فيه أحدا", "عدنا قبل الظهر"]
    assert {(claim.speech, claim.chain[-1].entity) for claim in claims} == {("direct", claims[0].chain[-1].entity)}
    assert [claim.cue is None for claim in claims] == [False, True, True]


def test_an_event_in_a_later_paragraph_of_a_quotation_is_of_that_claim(code: Any) -> None:
    text = "قال وزير الدفاع السوداني: «لن نترك المدينة.\n«قصفت القوات المستشفى أمس.»"
    coded = code(text)
    assert [event.claim for event in coded.events if event.trigger.cut(text) == "قصفت"] == [coded.claimed.claims[1].id]


def test_a_mark_left_open_does_not_reach_into_a_paragraph_with_marks_of_its_own(code: Any) -> None:
    text = "قال الوزير «لن نعود أبدا.\n«الحياة» نقلت ذلك عن مكتبه صباح اليوم."
    assert unbalanced(code, text) == ["«"]


@pytest.mark.parametrize("head", ["حركة", "مدينة"])
def test_a_name_in_marks_is_no_claim(code: Any, head: str) -> None:
    assert code(f'قال مصدر إن {head} "السلام والعدل" بعيدة.').claimed.claims[0].speech != "direct"
