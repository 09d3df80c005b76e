"""Claims in other turns of phrase than a verb of saying and its clause, and phrases like them that claim nothing."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "cue", "content", "sources", "act"),
    [
        ("وأكد هؤلاء أن البئر جفت.", "أكد", "البئر جفت", ("هؤلاء",), "assert"),
        ("ودعا هذا الأخير إلى هدنة شهر.", "دعا", "هدنة شهر", ("هذا الأخير",), "demand"),
        ("علمت جريدة الاتحاد أن الوالي أقيل.", "علمت", "الوالي أقيل", ("جريدة الاتحاد",), "assert"),
        ("علم لدى مصدر قضائي أن الجلسة أجلت.", "علم", "الجلسة أجلت", ("مصدر قضائي",), "assert"),
        ("لم يستبعد الوزير إغلاق الحدود.", "يستبعد", "إغلاق الحدود", ("الوزير",), "expect"),
        ("ولم ينكر زعيم الحركة أن رجاله انسحبوا.", "ينكر", "رجاله انسحبوا", ("زعيم الحركة",), "admit"),
        ("لم يخف السفير قلقه من تجدد القتال.", "يخف", "تجدد القتال", ("السفير",), "warn"),
        ("وجهت البلدية نداء إلى السكان لإخلاء الحي.", "نداء", "لإخلاء الحي", ("البلدية",), "demand"),
        ("أهابت الوزارة بالمواطنين عدم الاقتراب من النهر.", "أهابت", "عدم الاقتراب من النهر", ("الوزارة",), "demand"),
        ("رصدت المنظمة مقتل أربعة مدنيين.", "رصدت", "مقتل أربعة مدنيين", ("المنظمة",), "assert"),
        ("أغلقت البلدية السوق بذريعة الترميم.", "ذريعة", "الترميم", ("البلدية",), "assert"),
        ("اعتقلت الشرطة رجلين بتهمة التهريب.", "تهمة", "التهريب", ("الشرطة",), "accuse"),
        ("أوقف شابان بتهمة التظاهر.", "تهمة", "التظاهر", (None,), "accuse"),
        ("أدانت المحكمة ثلاثة ضباط بالتعذيب.", "أدانت", "ثلاثة ضباط بالتعذيب", ("المحكمة",), "accuse"),
        ("ورفع المتظاهرون لافتات تندد بالفساد.", "تندد", "بالفساد", ("المتظاهرون",), "condemn"),
        ("تلقى الأهالي رسائل تطالبهم بالرحيل.", "تطالب", "بالرحيل", ("رسائل",), "demand"),
        ("تقدم الوزير بالتعازي إلى أسر الضحايا.", "تقدم", "بالتعازي إلى أسر الضحايا", ("الوزير",), "support"),
        ("جاء هذا بعد نفي الشركة وقوع أي تسرب.", "نفي", "وقوع أي تسرب", ("الشركة",), "deny"),
        ("وتساءل النائب كيف نفد الوقود.", "تساءل", "كيف نفد الوقود", ("النائب",), "doubt"),
        ("وصفت النقابة المفاوضات بالعبثية.", "وصفت", "المفاوضات بالعبثية", ("النقابة",), "condemn"),
    ],
)
def test_a_turn_of_phrase_is_a_claim(
    told: Any, text: str, cue: str, content: str, sources: tuple[str | None, ...], act: str
) -> None:
    found = [(claim.cue, claim.content, claim.sources, claim.act) for claim in told(text)]
    assert (cue, content, sources, act) in found


@pytest.mark.parametrize(
    "text",
    [
        "علمت الأم أن ابنها عاد من السفر.",
        "لم يخف المهرب البضاعة في الشاحنة.",
        "رصد الرادار سفينة قرب الميناء.",
        "رفع التاجر دعوى على شريكه السابق.",
        "رفضت المحكمة طلب الدفاع تأجيل الجلسة.",
        "ورفض القاضي إخلاء سبيل الموقوفين.",
        "علقت البلدية لافتات جديدة في الشوارع.",
        "أصدرت الوزارة كتابا عن تاريخها.",
        "هذه قضايا تهم الوضع في المدينة.",
    ],
)
def test_a_phrase_like_it_claims_nothing(told: Any, text: str) -> None:
    assert told(text) == []


def test_the_latter_is_the_nearest_before(told: Any) -> None:
    (claim,) = told("زار رئيس الوزراء الياباني المبعوث الأممي. وقال هذا الأخير إن الهدنة صامدة.")
    assert (claim.sources, claim.kinds) == (("هذا الأخير",), ("person",))


def test_a_headline_goes_on_after_its_dots(told: Any) -> None:
    title, told_again = told(
        "الرئيس الكيني: الحدود آمنة... والجيش في مواقعه\nقال الرئيس الكيني إن الحدود آمنة منذ شهر."
    )
    assert title.content == "الحدود آمنة... والجيش في مواقعه"
    assert told_again.content == "الحدود آمنة منذ شهر"


def test_a_headline_with_another_speaker_after_its_dots_is_his(told: Any) -> None:
    claims = told("الرئيس الكيني: الحدود آمنة... والمعارضة تطالب بالتحقيق\nقال الرئيس الكيني إن الحدود آمنة.")
    assert [claim.content for claim in claims[:2]] == ["الحدود آمنة", "بالتحقيق"]


def test_a_participle_of_manner_is_no_speaker(told: Any) -> None:
    claims = told("استقال النائب حسن العامري. وقال مهاجما الحكومة إن وعودها سراب.")
    assert [claim.entities for claim in claims] == [("النائب حسن العامري",)]


def test_a_participle_at_the_head_of_a_sentence_goes_on_with_the_speaker(told: Any) -> None:
    claims = told("قال وزير الري السوداني إن الجولة فشلت.\nمشيرا إلى حرص بلاده على الحوار.")
    assert [(claim.content, claim.entities) for claim in claims[1:]] == [("حرص بلاده على الحوار", claims[0].entities)]


@pytest.mark.parametrize("text", ["سنرد إذا رفض الجيش الانسحاب.", "وستتوقف الحرب لو أعلنت الحركة قبول الهدنة."])
def test_a_condition_is_not_said_yet(told: Any, text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("quoted", "act"),
    [
        ("أعزي أسر الضحايا في هذا المصاب", "support"),
        ("نقف إلى جانب أشقائنا في ليبيا", "support"),
        ("إنهم يسعون إلى جر المنطقة إلى حرب", "accuse"),
        ("نسعى إلى حل سلمي للأزمة", "assert"),
    ],
)
def test_words_within_a_quotation_tell_its_act(told: Any, quoted: str, act: str) -> None:
    (claim,) = told(f'قال الوزير الليبي: "{quoted}".')
    assert claim.act == act
