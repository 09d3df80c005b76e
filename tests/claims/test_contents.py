"""Where a content ends: the narrator takes over again, another claim begins, the sentence stops."""

from __future__ import annotations

from typing import Any

import pytest

SAID = "قال الجيش الصومالي إن قواته دخلت البلدة"
ENDS = [
    f"{SAID}.",
    f"{SAID}، في حين انسحب المقاتلون.",
    f"{SAID}، فيما واصلت المدفعية قصف التلال.",
    f"{SAID}، في خطوة تهدف إلى فتح الطريق.",
    f"{SAID}، وفقا لوكالة رويترز.",
    f"{SAID}، وأضاف أن الطريق مفتوح.",
    f"{SAID}، مشيرا إلى أن الطريق مفتوح.",
    f"{SAID}، مؤكدا على أن الطريق مفتوح.",
    f"{SAID}، معربا عن أمله أن يفتح الطريق.",
    f"{SAID}، مشددا على «ضرورة فتح الطريق».",
    f"{SAID}، كجزء من خطة أوسع.",
    f"{SAID}. ونزح السكان إلى الجنوب.",
    f"{SAID}\nونزح السكان إلى الجنوب.",
    f"{SAID}، ونفت حركة الشباب ذلك.",
]


@pytest.mark.parametrize("text", ENDS)
def test_a_content_ends_where_the_narrator_takes_over(told: Any, text: str) -> None:
    assert told(text)[0].content == "قواته دخلت البلدة"


GOES_ON = [
    "قواته دخلت البلدة بعد معارك",
    "قواته دخلت البلدة، ثم عادت إلى قواعدها",
    "قواته دخلت البلدة وأمنت الطريق",
    "قواته دخلت البلدة، بينما نزح السكان إلى الجنوب",
    "قواته دخلت البلدة رغم القصف",
    "قواته دخلت البلدة (شمال) فجرا",
    "40% من البلدة آمن",
]


@pytest.mark.parametrize("content", GOES_ON)
def test_a_content_goes_on_over_its_own_clauses(told: Any, content: str) -> None:
    assert told(f"قال الجيش الصومالي إن {content}.")[0].content == content


@pytest.mark.parametrize(
    ("content", "act"),
    [
        ("إذا تأخر الوفد فإنه سيؤجل الجلسة", "promise"),  # what is said of the condition is said by its consequence
        ("على الرغم من أن الزوارق كانت قريبة فإنها لم تقصف الميناء", "deny"),
        ("وفقا للميثاق فإن الحكومة مطالبة بفتح المعبر", "demand"),
        ("الموقوف كان المسؤول عن التفجيرات، وإن له أقارب في البلدة", "accuse"),  # "and that to it": the same is told on
    ],
)
def test_what_follows_from_a_clause_is_no_claim_of_its_own(told: Any, content: str, act: str) -> None:
    (claim,) = told(f"وقال الوزير الكيني إن {content}.")
    assert (claim.content, claim.act) == (content, act)


def test_a_further_clause_of_another_act_is_a_claim_of_its_own(told: Any) -> None:
    claims = told("وقال الوزير الكيني إن الجسر فتح أمام القوافل، وإن الأطراف يجب أن تحترم الهدنة.")
    assert [claim.act for claim in claims] == ["assert", "demand"]


def test_what_begins_within_a_quotation_ends_with_it(told: Any) -> None:
    claims = told("«تؤكد كينيا دعمها للبعثة في سعيها للسلام»، يضيف الدبلوماسي الكيني.")
    assert [claim.content for claim in claims if len(claim.sources) == 2] == ["دعمها للبعثة في سعيها للسلام"]


def test_quoted_words_after_a_conjunction_of_time_are_no_claim_of_their_own(told: Any) -> None:
    claims = told("قال الوزير الكيني إن الطريق مفتوح، متعهدا بمواصلة القتال إلى حين «استعادة سيادة الدولة».")
    assert claims[-1].content == "بمواصلة القتال إلى حين «استعادة سيادة الدولة»"


def test_a_noun_ends_before_what_the_narrator_sets_against_it(told: Any) -> None:
    for against in ("رغم معارضة حزبها", "إلا أن حزبها انقسم", "، وهو ما أغضب حزبها"):
        (claim,) = told(f"رفضت الوزيرة الكينية التراجع عن تصريحاتها {against}.")
        assert claim.content == "التراجع عن تصريحاتها"


def test_two_quotations_that_are_joined_share_their_subject(told: Any) -> None:
    (claim,) = told("وقال الوزير الكيني إن خصمه «نقض العهد» و«حاول أن يطعنه في الظهر».")
    assert claim.content == "خصمه «نقض العهد» و«حاول أن يطعنه في الظهر»"


def test_what_nobody_tells_ends_what_is_told(told: Any) -> None:
    claims = told("وأكد مسؤول كيني على موافقة الطرفين على تمديد الهدنة دون ذكر مزيد من التفاصيل.")
    assert [claim.content for claim in claims] == [
        "موافقة الطرفين على تمديد الهدنة",
        "دون ذكر مزيد من التفاصيل",
    ]


def test_a_reason_is_not_what_a_noun_of_saying_tells(told: Any) -> None:
    (claim,) = told("طلبت المصادر الكينية عدم نشر أسمائها لأن الأحاديث كانت خاصة.")
    assert (claim.content, claim.act) == ("عدم نشر أسمائها لأن الأحاديث كانت خاصة", "demand")


def test_a_quotation_ends_its_content_even_where_the_sentence_goes_on(told: Any) -> None:
    text = "قال الجيش الصومالي «دخلنا البلدة. لا خسائر.» بعد معارك استمرت يومين."
    assert told(text)[0].content == "دخلنا البلدة. لا خسائر"


def test_the_pronoun_of_the_complementiser_is_no_part_of_the_content(told: Any) -> None:
    assert told("قال الجيش الصومالي إنه دخل البلدة.")[0].content == "دخل البلدة"


def test_a_preposition_written_with_its_noun_stays_with_it(told: Any) -> None:
    assert told("طالبت كييف بفتح الميناء.")[0].content == "بفتح الميناء"


def test_an_accusation_holds_the_accused(told: Any) -> None:
    assert told("اتهمت كييف موسكو بقصف الميناء.")[0].content == "موسكو بقصف الميناء"


@pytest.mark.parametrize(
    "text",
    [
        "قالت وزارة الدفاع الهندية إنها",
        "قال الوزير المالي إن",
        "قال الوزير المالي:",
        "قال الوزير المالي «»",
        "قال الوزير المالي «",
        "وفقا",
        "نقلت رويترز عن",
        "اتهمت كييف موسكو ب",
    ],
)
def test_a_sentence_that_breaks_off_claims_nothing_and_raises_nothing(told: Any, text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("دعا الموفد الأفريقي إلى رفع الحصار ووضع حد للقصف.", "رفع الحصار ووضع حد للقصف"),
        ("دعا الموفد الأفريقي إلى رفع الحصار وعاد إلى نيروبي.", "رفع الحصار"),
    ],
)
def test_a_noun_goes_on_with_a_verbal_noun_that_is_written_like_a_verb(told: Any, text: str, content: str) -> None:
    (claim,) = told(text)
    assert claim.content == content


def test_who_signs_a_report_before_a_colon_is_no_speaker_where_another_one_speaks(told: Any) -> None:
    claims = told("نادي الصيادين الكيني: قالت شرطة الميناء إن ثلاثة قوارب غرقت")
    assert [claim.content for claim in claims] == ["ثلاثة قوارب غرقت"]
    assert told("الجيش الكيني: ثلاثة قوارب غرقت")[0].content == "ثلاثة قوارب غرقت"


def test_backing_by_which_something_is_done_is_no_word_of_anybody(told: Any) -> None:
    text = "وقال الوزير الكيني إن الحرب طالت بدعم الصومال للمتمردين."
    assert [claim.act for claim in told(text)] == ["assert"]
    assert [claim.act for claim in told("وأعرب الوزير الكيني عن دعمه للمتمردين.")] == ["support"]


def test_the_subject_of_a_clause_is_whom_its_verb_is_about(told: Any) -> None:
    claims = told("قال الوزير الكيني إن البلدة محاصرة. وحذر من أن الوضع ينذر بمجاعة.")
    assert [claim.act for claim in claims] == ["assert", "warn"]
    assert [claim.act for claim in told("قال الوزير الكيني إن البلدة محاصرة. وأنذر بمجاعة.")] == ["assert", "warn"]
