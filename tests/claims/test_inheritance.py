"""Speakers that no words of the sentence name: who was last, who agrees with the verb, and when nobody does."""

from __future__ import annotations

from typing import Any

import pytest


def last(told: Any, text: str) -> Any:
    """The last claim of a text."""
    return told(text)[-1]


@pytest.mark.parametrize(
    ("text", "content", "entity"),
    [
        (
            "أكد وزير الخارجية التركي أن بلاده لن تشارك. وأضاف أن الحوار هو الحل الوحيد.",
            "الحوار هو الحل الوحيد",
            "Turkish Foreign Minister",
        ),
        (
            "أعلنت وزارة الدفاع الهندية وصول التعزيزات. وأوضحت أن الطريق فتح.",
            "الطريق فتح",
            "Indian Ministry of Defence",
        ),
        (
            "قال المتحدث باسم الجيش اللبناني: «الوضع هادئ». وأضاف: «نراقب الحدود».",
            "نراقب الحدود",
            "Lebanese army spokesman",
        ),
    ],
)
def test_the_last_speaker_goes_on_in_the_next_sentence(told: Any, text: str, content: str, entity: str) -> None:
    claim = last(told, text)
    assert (claim.content, claim.sources, claim.entities) == (content, (None,), (entity,))


def test_a_speaker_goes_on_over_a_paragraph(told: Any) -> None:
    claim = last(told, "قال الرئيس الأوكراني إن بلاده صامدة.\nوأضاف أن الدعم الغربي مستمر.")
    assert (claim.sources, claim.entities) == ((None,), ("Ukrainian President",))


def test_a_speaker_goes_on_over_sentences_of_the_narrator(told: Any) -> None:
    text = "قال الرئيس الأوكراني إن بلاده صامدة. وتفقد الجبهة مساء. وتابع أن الدعم الغربي مستمر."
    assert last(told, text).entities == ("Ukrainian President",)


@pytest.mark.parametrize(("verb", "entity"), [("وأضافت", "Sudanese government spokesman"), ("وأضاف", "Sudanese army")])
def test_the_gender_of_the_verb_chooses_between_speakers(told: Any, verb: str, entity: str) -> None:
    text = "قالت المتحدثة باسم الحكومة السودانية إن العاصمة آمنة. وقال الجيش السوداني إن المعارك قريبة. "
    assert last(told, f"{text}{verb} أن الأسواق مفتوحة.").entities == (entity,)


def test_a_participle_continues_the_speaker_of_its_own_sentence(told: Any) -> None:
    text = "قال مدير المستشفى إن الجرحى نقلوا، مشيرا إلى أن الدم ينقص، ومؤكدا أن الأطباء صامدون."
    assert [(claim.content, claim.entities) for claim in told(text)] == [
        ("الجرحى نقلوا", ("مدير المستشفى",)),
        ("الدم ينقص", ("مدير المستشفى",)),
        ("الأطباء صامدون", ("مدير المستشفى",)),
    ]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("وقال إن المدينة خالية.", "قال"),
        ("وأضافت أن الأسواق مفتوحة.", "أضافت"),
        ("عاد الهدوء إلى القرية. وتابع: «نراقب الحدود».", "تابع"),
        ("قالت وزارة الدفاع الهندية إن الطريق فتح. وأضاف أن المعبر مغلق.", "أضاف"),
    ],
)
def test_a_speaker_that_nobody_can_be_is_an_issue_and_no_guess(code: Any, told: Any, text: str, cue: str) -> None:
    issues = [issue for issue in code(text).claimed.issues if issue.code == "claim.unresolved-speaker"]
    assert [issue.span.cut(text) for issue in issues] == [cue]
    claim = next(claim for claim in told(text) if claim.cue == cue)
    assert (claim.sources, claim.kinds, claim.entities) == ((None,), ("unnamed",), ("unresolved",))


def test_an_inherited_speaker_is_less_sure_than_a_named_one(code: Any) -> None:
    text = "أكد وزير الخارجية التركي أن بلاده لن تشارك. وأضاف أن الحوار هو الحل الوحيد."
    named, inherited = code(text).claimed.claims
    assert 0 < inherited.confidence < named.confidence <= 1


def test_a_short_form_of_the_speaker_is_a_name_and_no_inheritance(told: Any) -> None:
    claim = last(told, "أكدت الشرطة الكينية توقيف رجل. وأوضحت الشرطة أنه أجنبي.")
    assert (claim.sources, claim.entities) == (("الشرطة",), ("Kenyan police",))


@pytest.mark.parametrize("whom", ["السلطات", "الحكومة الليبية"])
def test_a_masculine_verb_calls_on_a_feminine_body_and_is_not_said_by_it(told: Any, whom: str) -> None:
    claim = last(told, f"أدان الاتحاد الإفريقي الهجوم ودعا {whom} إلى حماية المدنيين.")
    assert (claim.act, claim.content, claim.entities) == ("demand", "حماية المدنيين", ("African Union",))


@pytest.mark.parametrize(
    "text",
    [
        "قال أحد المسؤولين إن الطريق مقطوع. وأضاف أن الجسر نسف.",
        "قال واحد من الجنود إن الطريق مقطوع. وأضاف أن الجسر نسف.",
    ],
)
def test_one_of_several_goes_on_in_the_singular(told: Any, text: str) -> None:
    first, second = told(text)
    assert second.entities == first.entities


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("أعلنت القوات المسلحة اللبنانية أن الطريق فتح. وأكدت أن الجنود بخير.", "Lebanese Armed Forces"),
        ("عقد لقاء شارك فيه وزير الخارجية العراقي مساء، وقال إن الحوار تقدم.", "Iraqi Foreign Minister"),
        ("نشرت ميركل صورة من الاجتماع، وقالت إن الحوار تقدم.", "Angela Merkel"),
        ("أكد رئيس البلدية أن الطريق فتح. وتابع قوله: «الجنود بخير».", "رئيس البلدية"),
        ("جاء ذلك في تقرير أصدرته منظمة العفو الدولية. وأضاف أن الأسرى بخير.", "Amnesty International"),
    ],
)
def test_the_form_of_the_verb_finds_its_speaker(told: Any, text: str, entity: str) -> None:
    claim = last(told, text)
    assert claim.entities[-1] == entity


def test_a_noun_that_somebody_has_is_no_speaker(told: Any) -> None:
    claims = told("أعلن مسؤوليته عن التفجير «وعن الهجوم على المخفر».")
    assert all("مسؤوليت" not in (source or "") for claim in claims for source in claim.sources)


def test_an_aside_of_another_source_is_not_whom_the_next_verb_means(told: Any) -> None:
    text = "قالت المتحدثة باسم المفوضية إن المخيم فارغ، ووفقا لصحيفة الحياة فإن النازحين رحلوا. وحذرت من كارثة."
    assert last(told, text).entities[-1] == told(text)[0].entities[-1]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("وقال علي حمود، مدير الصحة، إن الدواء نفد.", "علي حمود"),
        ("وذكر علي السعدي المتحدث باسم الحركة «أن الطريق فتح».", "علي السعدي المتحدث باسم الحركة"),
        ("شدد وزير النقل العراقي علي ضرورة فتح الطريق.", "وزير النقل العراقي"),
    ],
)
def test_a_name_written_like_a_preposition_speaks_after_its_verb(told: Any, text: str, source: str) -> None:
    (claim,) = told(text)
    assert claim.sources == (source,)


def test_a_relative_clause_is_the_word_of_whom_it_describes(told: Any) -> None:
    text = "عقدت ميركل اجتماعا مع رئيس الوزراء الكيني الذي شدد على ضرورة وقف إطلاق النار."
    assert last(told, text).sources == ("رئيس الوزراء الكيني",)


def test_whose_wish_a_noun_tells_is_not_whom_the_sentence_goes_on_with(told: Any) -> None:
    text = "عقد المبعوث الدولي مؤتمرا صحفيا أكد فيه إصرار الأمم المتحدة على الهدنة، وقال إن الحوار تقدم."
    assert last(told, text).sources[-1] != "الأمم المتحدة"


def test_a_noun_of_stance_with_a_pronoun_is_no_claim_within_its_own(told: Any) -> None:
    claims = told("قالت النقابة إن العمال جاعوا، معلنة تضامنها مع المضربين.")
    assert [claim.content for claim in claims] == ["العمال جاعوا", "تضامنها مع المضربين"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("قال وزير النقل الكيني إن الرئيس أمر بفتح المعبر، مؤكدا أن الهدنة صامدة.", "وزير النقل الكيني"),
        ("أمر وزير النقل الكيني بفتح المعبر، مؤكدا أن الهدنة صامدة.", "وزير النقل الكيني"),
    ],
)
def test_a_participle_goes_on_with_who_speaks_not_with_who_asked_a_deed(told: Any, text: str, source: str) -> None:
    assert last(told, text).sources == (source,)
