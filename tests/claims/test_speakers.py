"""Speakers: names that no table has, pronouns that stand for people, and how one speaks; whose a document is."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("وذكر عكوبة أن الطريق مقطوعة.", "عكوبة"),  # ends like a feminine noun
        ("وأعلن الطرشة أن الطريق مقطوعة.", "الطرشة"),
        ("وأوضحت ويتسن أن الطريق مقطوعة.", "ويتسن"),  # written like "and" with a verb
        ("وقال ويت الذي يدير البعثة إن الطريق مقطوعة.", "ويت"),
        ("وأكد الإمام، في درس الجمعة، أن الطريق مقطوعة.", "الإمام"),  # a preposition without the article
        ("وقالت الأم إن الطريق مقطوعة.", "الأم"),
        ("ويؤكد البعض أن الطريق مقطوعة.", "البعض"),
        ("وقال هؤلاء إن الطريق مقطوعة.", "هؤلاء"),
    ],
)
def test_who_is_in_no_table_speaks_all_the_same(told: Any, text: str, source: str) -> None:
    (claim,) = told(text)
    assert (claim.sources, claim.content) == ((source,), "الطريق مقطوعة")


def test_a_second_verb_of_saying_is_no_name(told: Any) -> None:
    (claim,) = told("قال وزير النقل الكيني وأكد أن الطريق مقطوعة.")
    assert claim.sources == ("وزير النقل الكيني",)


def test_a_surname_written_like_and_with_a_verb_belongs_to_the_name(told: Any) -> None:
    first, second = told("قال النائب أمين وهبي إن الطريق مقطوعة. وأضاف وهبي أن الجسر سليم.")
    assert (first.sources, second.sources) == (("النائب أمين وهبي",), ("وهبي",))
    assert first.entities == second.entities


@pytest.mark.parametrize("manner", ["مهاجما خصومه", "مخاطبا الحاضرين", "ساخرا", "متحدثا عن الأزمة"])
def test_how_somebody_speaks_is_not_who_speaks(told: Any, manner: str) -> None:
    first, second = told(f"أكد وزير النقل الكيني أن الجسر سليم. وقال {manner} إن الطريق مقطوعة.")
    assert (second.sources, second.entities) == ((None,), first.entities)


def test_two_ministers_in_the_dual_speak(told: Any) -> None:
    (claim,) = told("وقال رئيسا الحكومتين إن الطريق مقطوعة.")
    assert claim.sources == ("رئيسا الحكومتين",)


@pytest.mark.parametrize(
    ("text", "kinds", "last"),
    [
        ("وذكر تقرير لصحيفة الغارديان أن الطريق مقطوعة.", ("document", "outlet"), "The Guardian"),
        ("وذكر مسؤول لصحيفة الغارديان أن الطريق مقطوعة.", ("outlet", "unnamed"), "official"),
        ("وذكر التقرير الذي ترجمه موقع عكاظ أن الطريق مقطوعة.", ("document",), "report"),
        ("وذكر التقرير الذي اطلعت عليه رويترز أن الطريق مقطوعة.", ("document",), "report"),
        ("وذكر التقرير الذي نشرته رويترز أن الطريق مقطوعة.", ("document", "agency"), "Reuters"),
    ],
)
def test_whose_a_document_is(told: Any, text: str, kinds: tuple[str, ...], last: str) -> None:
    (claim,) = told(text)
    assert (claim.kinds, claim.entities[-1]) == (kinds, last)


def test_whoever_published_a_report_is_its_issuer_afterwards(told: Any) -> None:
    claim = told("نشرت منظمة العفو الدولية تقريرا عن وزارة الداخلية الكينية. وذكر التقرير أن الطريق مقطوعة.")[-1]
    assert claim.entities == ("report", "Amnesty International")


def test_of_two_reports_the_later_one_is_meant(told: Any) -> None:
    text = "ذكر تقرير لصحيفة الغارديان أن لندن رفضت تقرير منظمة العفو الدولية. وأضاف التقرير أن الطريق مقطوعة."
    assert told(text)[-1].entities == ("report", "Amnesty International")


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        # an outlet that is a word too, after people who tell it something; not whom an envoy is sent to
        ("وأوضح الشهود للأناضول أن الطريق مقطوعة.", ("Anadolu Agency", "eyewitness")),
        ("وقالت مصادر للعربية إن الطريق مقطوعة.", ("Al Arabiya", "source")),
        ("وقال مسؤول في وقت لاحق من نهار أمس إن الطريق مقطوعة.", ("official",)),
        ("أصيب الجنود، كما قال مدير المستشفى لوكالة رويترز.", ("Reuters", "مدير المستشفى")),
        ("أصيب الجنود، بحسب ما قال مدير المستشفى لوكالة رويترز.", ("Reuters", "مدير المستشفى")),
    ],
)
def test_to_whom_something_is_told(told: Any, text: str, entities: tuple[str, ...]) -> None:
    (claim,) = told(text)
    assert claim.entities == entities


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        # whose a noun is: the pronoun agrees with who acts in the clause it stands in
        ("قال الناطق إن وزير النقل الكيني جدد دعوته إلى الحوار.", ("الناطق", "وزير النقل الكيني")),
        ("قالت الصحيفة إن الحركة التي أسقطت مطلبها بالحوار انقسمت.", ("الصحيفة", "الحركة")),
        ("قال الناطق إن وزير النقل الكيني سيؤكد أن الطريق مقطوعة.", ("الناطق", "وزير النقل الكيني")),
        ("قال الناطق إن وزير النقل الكيني لم يوضح أسباب الحريق.", ("الناطق", "وزير النقل الكيني")),
    ],
)
def test_who_acts_in_a_content_speaks_within_the_speaker(told: Any, text: str, sources: tuple[str, ...]) -> None:
    assert told(text)[-1].sources == sources


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("قال الناطق إن الخبراء أكدوا أن الطريق آمنة، مضيفا أن الجسر سليم.", ("الناطق",)),
        ("قالت الوزارة إن الناطق أكد أن الطريق آمنة، مضيفا أن الجسر سليم.", ("الوزارة", "الناطق")),  # by gender
    ],
)
def test_a_participle_goes_on_with_the_claim_that_holds_the_last(
    told: Any, text: str, sources: tuple[str, ...]
) -> None:
    claim = next(claim for claim in told(text) if claim.content == "الجسر سليم")
    assert claim.sources == sources


def test_whom_somebody_reached_speaks_where_nobody_spoke_before(told: Any) -> None:
    (claim,) = told("تمكنت الوكالة من التواصل مع طبيب في المدينة، وأكد أن الطريق مقطوعة.")
    assert claim.sources == ("طبيب في المدينة",)


def test_a_verb_of_expressing_is_no_preposition_before_its_noun(told: Any) -> None:
    (claim,) = told("وفي بيروت عبر وزير النقل الكيني عن قلقه من الهجوم.")
    assert (claim.cue, claim.sources) == ("عبر", ("وزير النقل الكيني",))


@pytest.mark.parametrize("text", ["وأكد ضرورة حث كينيا على الرد.", "نظرت المحكمة في جملة مطالب القائمين بالحق."])
def test_a_noun_that_is_annexed_or_a_plural_is_nobodys_word(told: Any, text: str) -> None:
    assert told(text) == []


def test_residents_speak_of_what_they_saw(told: Any) -> None:
    (claim,) = told("وتحدث سكان عن آلاف النازحين في المدينة.")
    assert claim.sources == ("سكان",)


def test_a_deed_is_no_word(told: Any) -> None:
    assert told("رفضت محكمة الاستئناف طلب الإفراج عن الصحافي.") == []  # a court decides


def test_of_an_attack_that_somebody_claimed_the_attack_is_the_content(told: Any) -> None:
    (claim,) = told("وقع الانفجار الذي تبناه تنظيم القاعدة قرب السوق.")
    assert (claim.act, claim.content, claim.sources) == ("claim_responsibility", "الانفجار", ("تنظيم القاعدة",))


def test_what_a_court_denies_and_a_party_refuses_is_said(told: Any) -> None:
    assert [claim.act for claim in told("نفت النيابة العامة وفاة السجين. ورفض الحزب وقف الحرب.")] == ["deny", "deny"]


@pytest.mark.parametrize(
    "text",
    [
        "وجرى اليوم، وفق مصادر طبية، تشكيل لجنة في المستشفى.",
        "وتدفق على المدينة -حسب بعض السكان- مئات المقاتلين من الشرق.",
    ],
)
def test_an_attribution_in_a_clause_that_is_only_begun_is_for_the_whole(told: Any, text: str) -> None:
    (claim,) = told(text)
    assert claim.content == text.removesuffix(".")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        # who hides his name, whatever stands between him and his word
        ("وأضاف المصدر ذاته، الذي رفض كشف هويته، أن الطريق مقطوعة.", "المصدر ذاته"),
        ("وقالت شاهدة أخرى، طلبت عدم ذكر اسمها، إن الطريق مقطوعة.", "شاهدة أخرى"),
        ("وأشار الناطق نفسه إلى أن الطريق مقطوعة.", "الناطق نفسه"),
        ("وقالت أم خالد (45 عاما) إن الطريق مقطوعة.", "أم خالد"),  # written like "or"
    ],
)
def test_the_same_source_and_the_hidden_one(told: Any, text: str, source: str) -> None:
    (claim,) = told(text)
    assert claim.sources == (source,)


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("وأكدت «حماس» أن الطريق مقطوعة.", ("Hamas",)),
        ("وقالت وكالة الأنباء السعودية (واس) إن الطريق مقطوعة.", ("Saudi Press Agency",)),
        (
            "ونقلت صحيفة «الغارديان» البريطانية عن مسؤولين أكراد قولهم إن الطريق مقطوعة.",
            ("The Guardian", "مسؤولين أكراد"),
        ),
    ],
)
def test_names_in_marks_and_brackets(told: Any, text: str, entities: tuple[str, ...]) -> None:
    (claim,) = told(text)
    assert claim.entities[0] == entities[0]
    assert len(claim.entities) == len(entities)


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        # a verb in the feminine shows the gender of its subject, whatever its noun looks like
        ("حذرت الأمم المتحدة من مجاعة. وقالت إن الطريق مقطوعة.", "United Nations"),
        ("قالت رويترز إن الجسر سليم. وأضافت أن الطريق مقطوعة.", "Reuters"),
        # but not that of whom the subject quotes
        ("ذكرت الوكالة أن الجسر سليم. ونقلت عن مصدر أن السد سليم. وأضافت أن الطريق مقطوعة.", "agency"),
        # who met, held or published speaks next, also where his verb looks like a noun
        ("وعقد المتحدث مؤتمرا صحفيا أوضح خلاله أن الطريق مقطوعة.", "المتحدث"),
        ("ترأس وزير النقل الكيني اجتماعا. وأكد أن الطريق مقطوعة.", "Kenyan Minister"),
    ],
)
def test_the_verb_finds_who_goes_on(told: Any, text: str, entity: str) -> None:
    claim = told(text)[-1]
    assert (claim.content, claim.entities[-1]) == ("الطريق مقطوعة", entity)


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("وقطعت الطريق أمس، بحسب ثلاثة مصادر.", ("ثلاثة مصادر",)),
        ("ونقل عن مصادر أمنية أن الطريق مقطوعة.", ("مصادر أمنية",)),  # no noun of wishing
        ("وذكرت مذكرة سرية كتبها السفير أن الطريق مقطوعة.", ("مذكرة سرية", "السفير")),
        ("وقال مراسل الجزيرة في غزة وائل الدحدوح إن الطريق مقطوعة.", ("مراسل الجزيرة في غزة وائل الدحدوح",)),
        ("ونفت الوزارة صحة الأنباء.", ("الوزارة",)),  # no ministry of health
    ],
)
def test_the_words_of_a_source_end_where_it_ends(told: Any, text: str, sources: tuple[str, ...]) -> None:
    (claim,) = told(text)
    assert claim.sources == sources


def test_an_outlet_goes_on_quoting(told: Any) -> None:
    claim = told("قالت هآرتس إن الجسر سليم. ونقلت عن مسؤول إسرائيلي قوله إن الطريق مقطوعة.")[-1]
    assert claim.entities == ("Haaretz", "Israeli official")


def test_a_ministry_has_no_title_after_it(told: Any) -> None:
    claim = told("استدعت الخارجية السفير وأبلغته أن الطريق مقطوعة.")[-1]
    assert claim.sources == ("الخارجية",)


@pytest.mark.parametrize(
    ("text", "kind", "entity"),
    [
        # who is somebody's adviser, wife or office is not he
        ("وقال مستشار ترامب إن الطريق مقطوعة.", "person", "مستشار ترامب (Donald Trump)"),
        ("وقالت زوجة الرئيس مرسي إن الطريق مقطوعة.", "unnamed", "زوجة الرئيس مرسي (Mohamed Morsi)"),
        ("وقال مكتب نتنياهو إن الطريق مقطوعة.", "government", "مكتب نتنياهو (Benjamin Netanyahu)"),
        ("وقال متحدث باسم بوتين إن الطريق مقطوعة.", "person", "متحدث باسم بوتين (Vladimir Putin)"),
        ("وقال جون بولتون مستشار ترامب إن الطريق مقطوعة.", "person", "John Bolton"),
        # but the minister who is named is
        ("وقال وزير الخارجية سامح شكري إن الطريق مقطوعة.", "person", "Sameh Shoukry"),
        ("وقال أمير قطر تميم بن حمد إن الطريق مقطوعة.", "person", "Tamim bin Hamad"),
        ("وقال الناطق باسم حفتر أحمد المسماري إن الطريق مقطوعة.", "person", "Ahmed al-Mismari"),
    ],
)
def test_whose_man_somebody_is_is_another(told: Any, text: str, kind: str, entity: str) -> None:
    (claim,) = told(text)
    assert (claim.kinds, claim.entities) == ((kind,), (entity,))


@pytest.mark.parametrize(
    ("text", "kind", "source"),
    [
        ("وأكدت عائلته أن الطريق مقطوعة.", "unnamed", "عائلته"),  # feminine, though its ending is opened
        ("وقال القيادي في الحشد الشعبي كريم النوري إن الطريق مقطوعة.", "person", "القيادي في الحشد الشعبي كريم النوري"),
        ("وقال الطبيب أحمد إن الطريق مقطوعة.", "person", "الطبيب أحمد"),
        ("وقال الطبيب في المستشفى إن الطريق مقطوعة.", "unnamed", "الطبيب في المستشفى"),
    ],
)
def test_a_name_makes_a_person(told: Any, text: str, kind: str, source: str) -> None:
    (claim,) = told(text)
    assert (claim.kinds, claim.sources) == ((kind,), (source,))
