"""Ways of reporting: through agencies, without a name, at the end of a speech, in a document, by a court."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "content", "entities"),
    [
        ("وقال مصدر طبي للأناضول إن المشفى مغلق.", "المشفى مغلق", ("Anadolu Agency", "source")),
        ("وبحسب رويترز، قال الوزير إن المشفى مغلق.", "المشفى مغلق", ("Reuters", "Minister")),
        ("ووفق ما نقلت رويترز عن طبيب كيني، فقد أكد أن المشفى مغلق.", "المشفى مغلق", ("Reuters", "Kenyan doctor")),
        ("لم يصدر أي تعليق رسمي من إسرائيل.", "لم يصدر أي تعليق رسمي من إسرائيل", ("Israel",)),
        ("وقالت وكالة أنباء الجماعة إن المشفى مغلق.", "المشفى مغلق", ("agency",)),
        ("وأصدرت الوزارة بيانا جاء فيه أن المشفى مغلق.", "المشفى مغلق", ("statement", "Ministry")),
        ('قال "الحوثيون" إن المشفى مغلق.', "المشفى مغلق", ("Houthis",)),
        (
            "وختم نائب رئيس الوزراء التركي كلمته بالتأكيد على أن المشفى مغلق.",
            "المشفى مغلق",
            ("Turkish Deputy Prime Minister",),
        ),
    ],
)
def test_who_says_it_and_through_whom(told: Any, text: str, content: str, entities: tuple[str, ...]) -> None:
    (claim,) = told(text)
    assert (claim.content, claim.entities) == (content, entities)


@pytest.mark.parametrize(
    "hidden",
    [
        "طلب عدم الكشف عن هويته لأسباب أمنية",
        "لفرانس برس طالبا عدم كشف هويته",
        "مشترطا عدم ذكر اسمه",
        "، فضل عدم نشر اسمه،",
    ],
)
def test_who_would_not_be_named_still_speaks(told: Any, hidden: str) -> None:
    (claim,) = told(f"وقال مسؤول {hidden} إن المشفى مغلق.")
    assert (claim.content, claim.entities[-1]) == ("المشفى مغلق", "official")


def test_whom_an_agency_quotes_goes_on_speaking_whatever_its_gender(told: Any) -> None:
    _, second = told("نقلت وكالة الأنباء السورية عن مصدر عسكري أن الطريق مقطوعة. وأضاف أن الجسر سليم.")
    assert second.entities == ("source",)


def test_people_of_a_country_are_several(told: Any) -> None:
    _, second = told("وقال سودانيون في أم درمان إن الطريق مقطوعة، وأضافوا أن الجسر سليم.")
    assert second.entities == ("سودانيون في أم درمان",)


@pytest.mark.parametrize(
    ("said", "content"),
    [
        ("مؤكدا احترام بلاده للاتفاق", "احترام بلاده للاتفاق"),
        ("مبينا أهمية الاتفاق", "أهمية الاتفاق"),
        ("مبينا لون الجسر", None),  # a thing is pointed at, no act
        ("زاعما تنفيذ المهمة", "تنفيذ المهمة"),
    ],
)
def test_participles_take_what_their_verbs_take(told: Any, said: str, content: str | None) -> None:
    claims = told(f"وأوضح الوزير أن الطريق مقطوعة، {said}.")
    assert [claim.content for claim in claims[1:]] == ([content] if content else [])


@pytest.mark.parametrize(
    "text",
    [
        "لم يعلن مكان انعقاد القمة الأفريقية.",  # what is not disclosed is no subject
        "وأضافت الشركة أنه لم ترد أنباء عن إصابات.",
    ],
)
def test_nobody_is_silent(told: Any, text: str) -> None:
    assert all(claim.act != "silence" for claim in told(text))


def test_an_attribution_within_a_quotation_is_no_claim_of_its_own(told: Any) -> None:
    (claim,) = told("وذكر الناطق باسم القيادة، في بيان، «القوات تختار أهدافها حسب المعطيات الميدانية».")
    assert claim.content == "القوات تختار أهدافها حسب المعطيات الميدانية"


def test_what_we_had_warned_of_is_part_of_what_we_say(told: Any) -> None:
    (claim,) = told('وأضافت الوزارة: "وكنا قد حذرنا سابقا من عواصف الشتاء".')
    assert claim.content == "وكنا قد حذرنا سابقا من عواصف الشتاء"


def test_where_something_was_announced_does_not_announce_it(told: Any) -> None:
    claims = told("قال الوزير إنه عائد من مؤتمره الصحافي الذي أعلن فيه أن الطريق مقطوعة.")
    assert all("الصحافي" not in claim.sources for claim in claims)


def test_a_long_description_stands_between_what_is_described_and_as_what(told: Any) -> None:
    (claim,) = told("ووصفت كينيا الحريق، الذي أتى على مخازن الحبوب ليل الجمعة، بأنه عمل تخريبي.")
    assert claim.content == "عمل تخريبي"


def test_what_is_counted_is_no_speaker(told: Any) -> None:
    toll, demand = told("كينيا ترفع حصيلة ضحاياها إلى 12 وتطلب مساندة من جيرانها")
    assert (toll.entities, toll.content) == (("Kenya",), "حصيلة ضحاياها إلى 12")
    assert (demand.entities, demand.content) == (("Kenya",), "مساندة من جيرانها")


def test_a_verb_may_end_a_report(told: Any) -> None:
    (claim,) = told("قال الوزير إن الطريق مقطوعة وإن الأهالي ينتظرون")
    assert claim.content == "الطريق مقطوعة وإن الأهالي ينتظرون"
