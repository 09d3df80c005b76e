"""References: short forms, both sides, pronouns; by what was named and by who speaks, and what stays open."""

from __future__ import annotations

from typing import Any

import pytest

from riwaya.model import Block, Report, Span
from riwaya.pipeline import Reader

SHORT = [
    ("وافقت حركة حماس على العرض. ثم تراجعت الحركة عنه.", "الحركة", "PSE REB", "حركة حماس"),
    ("رفض حزب الله العرض. ونشر الحزب بيانا.", "الحزب", "LBN REB", "حزب الله"),
    ("هاجم تنظيم داعش الثكنة. وأعلن التنظيم ذلك.", "التنظيم", "IRQ REB", "تنظيم داعش"),
    ("ذكرت وكالة رويترز ذلك. ونقلت الوكالة عن شاهد تفاصيله.", "الوكالة", "GBR JRN", "وكالة رويترز"),
    ("نشرت صحيفة الأهرام الخبر. ثم حذفته الصحيفة.", "الصحيفة", "EGY JRN", "صحيفة الأهرام"),
    ("تقدم الجيش العراقي. وأعلنت القوات المسلحة نصرا.", "القوات المسلحة", "IRQ MIL", "الجيش العراقي"),
    ("سافر الرئيس الروسي فلاديمير بوتين. ثم عاد الرئيس.", "الرئيس", "RUS GOV", "الرئيس الروسي فلاديمير بوتين"),
    ("وصل وزير الخارجية القطري. وقال الوزير إنه متفائل.", "الوزير", "QAT GOV", "وزير الخارجية القطري"),
]


@pytest.mark.parametrize(("text", "words", "code_wanted", "antecedent"), SHORT)
def test_a_short_form_has_the_code_and_the_words_of_what_it_stands_for(
    mentions: Any, text: str, words: str, code_wanted: str, antecedent: str
) -> None:
    actor = mentions("actor", text)[words]
    assert (actor["code"], actor["antecedent"], actor["resolved"]) == (code_wanted, antecedent, True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("توقفت الحركة في الأسواق.", "الحركة"),
        ("رفض حزب الله العرض. وخفت الحركة ليلا.", "الحركة"),
        ("عاد الهدوء إلى الجبهة.", "الجبهة"),
        ("زار الوفد المنظمة.", "المنظمة"),
    ],
)
def test_a_short_form_of_nothing_is_no_actor(mentions: Any, text: str, words: str) -> None:
    assert words not in mentions("actor", text)


FROM_CONTEXT = [
    ("قصفت بلدة قرب تعز في اليمن. وقال سكان في تعز إن الجيش رد.", "الجيش", "YEM MIL"),
    ("وقع انفجار في مقديشو في الصومال. وطوقت الشرطة المكان.", "الشرطة", "SOM COP"),
]


@pytest.mark.parametrize(("text", "words", "code_wanted"), FROM_CONTEXT)
def test_a_body_that_nobody_named_is_of_the_state_the_report_is_about(
    mentions: Any, text: str, words: str, code_wanted: str
) -> None:
    actor = mentions("actor", text)[words]
    assert (actor["code"], actor["antecedent"], actor["resolved"]) == (code_wanted, "", True)


def test_an_organisation_whose_name_begins_so_is_meant_and_no_other(mentions: Any) -> None:
    text = "قتل أربعة بحسب المرصد السوري لحقوق الإنسان والشبكة السورية لحقوق الإنسان. ووصفت الشبكة القصف بأنه جريمة."
    assert mentions("actor", text)["الشبكة"]["antecedent"] == "الشبكة السورية لحقوق الإنسان"


def test_a_body_stays_open_where_two_states_are_at_war(mentions: Any) -> None:
    actor = mentions("actor", "تتقاتل روسيا وأوكرانيا. وقال خبير إن الجيش منهك.")["الجيش"]
    assert (actor["code"], actor["resolved"]) == ("MIL", False)


def test_the_place_of_the_title_is_what_the_report_is_about(reader: Reader) -> None:
    title, paragraph = "قتلى في هجوم شمالي بوركينا فاسو", "قتل خمسة في قرية. ودانت فرنسا الهجوم. وطوق الجيش القرية."
    end = len(title)
    blocks = (
        Block(kind="title", span=Span(0, end)),
        Block(kind="paragraph", span=Span(end + 1, end + 1 + len(paragraph))),
    )
    found = reader.find(Report.make(text=f"{title}\n{paragraph}", language="ar", blocks=blocks))
    codes = {found.analysed.words(m.start, m.end): m.value["code"] for m in found.mentions if m.kind == "actor"}
    assert codes["الجيش"] == "BFA MIL"


def test_who_condemns_from_afar_is_not_the_state_the_report_is_about(mentions: Any) -> None:
    actor = mentions("actor", "قتل خمسة في قرية نائية. ودانت فرنسا الهجوم. وطوق الجيش القرية.")["الجيش"]
    assert (actor["code"], actor["resolved"]) == ("MIL", False)


def test_an_army_without_the_article_is_any_army(mentions: Any) -> None:
    assert mentions("actor", "تقدم الجيش العراقي. وتحتاج أوروبا إلى جيش موحد.")["جيش"]["resolved"] is False


def test_internal_and_external_are_no_ministries(mentions: Any) -> None:
    found = mentions("actor", "ناقش الرئيس العراقي المشكلات الداخلية والخارجية.")
    assert not found.keys() & {"الداخلية", "الخارجية"}


PLACES = [
    ("دخل الجنود مدينة حلب. ثم غادروا المدينة.", "المدينة", "Aleppo"),
    ("انسحبوا من مدينة حمص إلى مدينة حماة. وقصفت المدينة ليلا.", "المدينة", "Hama"),
    ("وصلت قافلة إلى مخيم اليرموك. وخرج منها جرحى المخيم.", "المخيم", "Yarmouk"),
    ("قصفت طائرة مطار الخرطوم في السودان. وسمع الدوي في العاصمة.", "العاصمة", "Khartoum"),
    ("قتل ستة في صعدة في اليمن. وتعاني البلاد من الجوع.", "البلاد", "Yemen"),
    ("التقى الوفدان في العاصمة العمانية مساء.", "العاصمة", "Muscat"),
]


@pytest.mark.parametrize(("text", "words", "name"), PLACES)
def test_a_place_by_its_kind_is_the_last_one_of_that_kind(mentions: Any, text: str, words: str, name: str) -> None:
    assert name in mentions("place", text)[words]["name"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("عاد السكان إلى المدينة.", "المدينة"),
        ("وصل الوفد إلى العاصمة دمشق.", "العاصمة"),
        ("هز انفجار العاصمة السورية، دمشق.", "العاصمة"),
        ("دخل الجنود مدينة حلب. وتحصن المسلحون في القرية.", "القرية"),
    ],
)
def test_a_place_that_nothing_names_or_that_names_itself_is_none(mentions: Any, text: str, words: str) -> None:
    assert words not in mentions("place", text)


TWO = [
    ("تتقاتل الهند وباكستان. ودعا الأمين العام البلدين إلى الهدوء.", "البلدين", ("IND", "PAK")),
    ("تتقاتل أرمينيا وأذربيجان. ثم قالت موسكو إن الطرفين قبلا.", "الطرفين", ("ARM", "AZE")),
    ("أغلقت الجزائر حدودها مع المغرب. وساءت علاقات الجارتين.", "الجارتين", ("DZA", "MAR")),
]


@pytest.mark.parametrize(("text", "words", "both"), TWO)
def test_the_two_are_those_that_were_named(mentions: Any, text: str, words: str, both: tuple[str, str]) -> None:
    assert mentions("actor", text)[words]["both"] == both


def test_two_sides_of_one_state_are_told_apart(code: Any) -> None:
    text = "يقاتل الجيش السوداني قوات الدعم السريع. وتبادل الطرفان القصف."
    event = next(event for event in code(text).events if event.trigger.cut(text) == "القصف")
    assert {party.code for party in event.actors} == {"SDN MIL", "SDN REB"}


def test_both_sides_of_nothing_are_an_issue(code: Any) -> None:
    issues = code("دعا الوسيط الطرفين إلى الهدوء. ثم شكر الطرفين.").claimed.found.issues
    assert [issue.code for issue in issues] == ["reference.unresolved"]


COALITIONS = [
    ("قالت الشرطة العراقية إن قوات التحالف قصفت قرية غرب الموصل.", "2005-11-08", "USA MIL"),
    ("قصفت قوات التحالف مخازن في صنعاء، وقال مسؤول يمني إن حارسا قتل.", "2016-03-01", "SAU MIL"),
]


@pytest.mark.parametrize(("text", "day", "code_wanted"), COALITIONS)
def test_a_coalition_without_a_name_is_of_the_state_that_leads_it_there(
    mentions: Any, text: str, day: str, code_wanted: str
) -> None:
    assert mentions("actor", text, day)["قوات التحالف"]["code"] == code_wanted


def test_a_coalition_of_later_years_is_not_that_of_an_earlier_report(mentions: Any) -> None:
    told = mentions("actor", COALITIONS[1][0], "2009-03-01")["قوات التحالف"]
    assert (told["code"], told["resolved"]) == ("MIL", False)


OWNERS = [
    ("سحبت روسيا قواتها من المدينة.", "قواتها", "RUS MIL"),
    ("قال الرئيس الأوكراني إن قواته تقدمت.", "قواته", "UKR MIL"),
    ("أكد وزير الدفاع التركي لروسيا أن بلاده باقية.", "بلاده", "TUR GOV"),
    ("انتقد الرئيس التونسي حكومته.", "حكومته", "TUN GOV"),
    ("دعت الأمم المتحدة إلى الحوار في ليبيا، وزار مبعوثها المدينة.", "مبعوثها", "IGO UNO"),
    ("قالت فرنسا إن الاتحاد الأوروبي منقسم، ودعا وزير خارجيتها إلى الحوار.", "وزير خارجيتها", "FRA GOV"),
]


@pytest.mark.parametrize(("text", "words", "code_wanted"), OWNERS)
def test_a_body_with_a_pronoun_is_that_of_the_actor_it_agrees_with(
    mentions: Any, text: str, words: str, code_wanted: str
) -> None:
    assert mentions("actor", text)[words]["code"] == code_wanted


SPEAKERS = [
    ("وزارة الدفاع الأرمينية إن العدو", ["AZE MIL"]),
    ("وزارة الدفاع الأذربيجانية إن العدو", ["ARM MIL"]),
    ("وزير الدفاع الأرميني إن قواتنا", ["ARM MIL"]),
]


@pytest.mark.parametrize(("speaker_and_words", "codes"), SPEAKERS)
def test_the_enemy_and_our_forces_are_by_who_speaks(code: Any, speaker_and_words: str, codes: list[str]) -> None:
    text = f"تتقاتل أرمينيا وأذربيجان. وقال {speaker_and_words} قصفت بلدة لاتشين."
    event = next(event for event in code(text).events if event.trigger.cut(text) == "قصفت")
    assert [party.code for party in event.actors] == codes


def test_the_enemy_with_a_demonym_is_that_state(mentions: Any) -> None:
    assert mentions("actor", "أسقط المقاتلون مسيرة للعدو الإثيوبي فوق التلال.")["لعدو الإثيوبي"]["code"] == "ETH GOV"


def test_a_surname_is_the_person_whose_full_name_was_given(code: Any) -> None:
    text = "قال سالم المنصوري إن الجسر سليم. وأكد المنصوري أن الطريق مفتوح."
    first, second = code(text).claimed.claims
    assert first.chain[-1].entity == second.chain[-1].entity == "سالم المنصوري"


def test_an_office_with_its_holder_is_no_open_reference(code: Any) -> None:
    found = code("دعا زعيم التيار الصدري مقتدى الصدر الحكومة العراقية إلى حماية القرى.").claimed.found
    assert found.issues == ()
