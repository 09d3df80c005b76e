"""Actors: states, bodies, people, groups, outlets, and the short words that stand for them."""

from __future__ import annotations

from typing import Any

import pytest

NAMED = [
    ("أعلنت إثيوبيا تعبئة عامة.", "إثيوبيا", "ETH GOV", "government"),
    ("ردت باريس على البيان.", "باريس", "FRA GOV", "government"),
    ("أرسلت المملكة العربية السعودية وفدا.", "المملكة العربية السعودية", "SAU GOV", "government"),
    ("تقدم الجيش السوداني نحو التلة.", "الجيش السوداني", "SDN MIL", "military"),
    ("انتشرت قوات الأمن اللبنانية ليلا.", "قوات الأمن اللبنانية", "LBN COP", "police"),
    ("عبرت القوات الأذربيجانية الجسر.", "القوات الأذربيجانية", "AZE MIL", "military"),
    ("أكدت وزارة الخارجية الصينية موقفها.", "وزارة الخارجية الصينية", "CHN GOV", "ministry"),
    ("استقبل رئيس الوزراء العراقي الوفد.", "رئيس الوزراء العراقي", "IRQ GOV", "person"),
    ("حضر رئيس أركان الجيش الهندي العرض.", "رئيس أركان الجيش الهندي", "IND MIL", "person"),
    ("رد حزب الله على العرض.", "حزب الله", "LBN REB", "armed_group"),
    ("رحبت جامعة الدول العربية بالاتفاق.", "جامعة الدول العربية", "IGO", "organisation"),
    ("خطط تنظيم القاعدة لذلك.", "تنظيم القاعدة", "AFG REB", "armed_group"),
    ("أعلن الكرملين رفضه.", "الكرملين", "RUS GOV", "government"),
    ("نزح آلاف الأرمن ليلا.", "الأرمن", "ARM CVL", "unnamed"),
    ("ذكرت وكالة سانا ذلك.", "وكالة سانا", "SYR JRN", "agency"),
    ("كتبت صحيفة نيويورك تايمز ذلك.", "صحيفة نيويورك تايمز", "USA JRN", "outlet"),
]


@pytest.mark.parametrize(("text", "words", "code_wanted", "kind"), NAMED)
def test_a_named_actor_has_its_code(mentions: Any, text: str, words: str, code_wanted: str, kind: str) -> None:
    found = mentions("actor", text)
    assert words in found
    assert (found[words]["code"], found[words]["kind"]) == (code_wanted, kind)


PERSONS = [
    ("الرئيس الأذربيجاني إلهام علييف", "2022-09-14", "AZE GOV"),
    ("رئيس الوزراء الأرميني نيكول باشينيان", "2022-09-14", "ARM GOV"),
    ("مايك بومبيو", "2017-09-14", "USA SPY"),
    ("مايك بومبيو", "2019-09-14", "USA GOV"),
    ("زيلينسكي", "2022-03-24", "UKR GOV"),
]


@pytest.mark.parametrize(("words", "published", "code_wanted"), PERSONS)
def test_a_person_has_the_office_of_the_day(mentions: Any, words: str, published: str, code_wanted: str) -> None:
    found = mentions("actor", f"تحدث {words} طويلا.", published)
    assert found[words]["code"] == code_wanted


def test_a_person_without_a_day_has_the_latest_office(mentions: Any) -> None:
    latest, dated = (mentions("actor", "تحدث مايك بومبيو طويلا.", day) for day in (None, "2017-09-14"))
    assert latest["مايك بومبيو"]["actor"] != dated["مايك بومبيو"]["actor"]


def test_an_office_before_a_name_is_one_actor_with_it(mentions: Any) -> None:
    text = "التقى ولي العهد السعودي محمد بن سلمان الرئيس الأمريكي جو بايدن."
    found = mentions("actor", text, "2022-07-15")
    assert [(words, actor["name"]) for words, actor in found.items()] == [
        ("ولي العهد السعودي محمد بن سلمان", "Mohammed bin Salman"),
        ("الرئيس الأمريكي جو بايدن", "Joe Biden"),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("نشرت صحيفة الشرق الأوسط مقابلة.", "صحيفة الشرق الأوسط"),
        ("نشرت صحيفة النهار مقابلة.", "صحيفة النهار"),
        ("نشرت «الشرق الأوسط» مقابلة.", "الشرق الأوسط"),
    ],
)
def test_an_outlet_named_by_ordinary_words_counts_in_context(mentions: Any, text: str, words: str) -> None:
    assert mentions("actor", text)[words]["kind"] == "outlet"


@pytest.mark.parametrize(
    "text", ["سافر إلى الشرق الأوسط مرتين.", "عاد العمال في وضح النهار.", "عادت الحياة إلى القرية."]
)
def test_the_same_words_out_of_context_are_no_outlet(mentions: Any, text: str) -> None:
    assert mentions("actor", text) == {}


def test_a_group_named_by_an_ordinary_word_counts_in_marks(mentions: Any) -> None:
    assert mentions("actor", "وافقت «فتح» على العرض.")["فتح"]["kind"] in ("party", "armed_group")
    assert mentions("actor", "وافق الحارس على فتح الطريق.") == {}


@pytest.mark.xfail(strict=True, reason="a quotation that begins with an ordinary word is taken for an outlet's name")
def test_the_first_word_of_a_quotation_is_no_outlet(mentions: Any) -> None:
    assert mentions("actor", 'قال شاهد "المدينة هادئة منذ الصباح".') == {}


SHORT = [
    ("هاجم الجيش الكونغولي المتمردين. وقال الجيش إنه سيتقدم.", "الجيش", "COD MIL"),
    ("أكدت الشرطة الكينية ذلك. وأضافت الشرطة أنه اعترف.", "الشرطة", "KEN COP"),
    ("أكدت الشرطة الكينية والشرطة الصومالية ذلك. وأضافت الشرطة أنه اعترف.", "الشرطة", "SOM COP"),
    ("نفت وزارة الدفاع الروسية ذلك. ثم صمتت وزارة الدفاع.", "وزارة الدفاع", "RUS MIL"),
    ("أكدت وزارة الخارجية الصينية ذلك. ثم دعت الوزارة إلى الهدوء.", "الوزارة", "CHN GOV"),
]


@pytest.mark.parametrize(("text", "words", "code_wanted"), SHORT)
def test_a_short_form_is_the_last_body_of_its_kind(mentions: Any, text: str, words: str, code_wanted: str) -> None:
    assert mentions("actor", text)[words]["code"] == code_wanted


def test_a_short_form_of_nobody_stays_open(mentions: Any) -> None:
    actor = mentions("actor", "قال الجيش إنه سيتقدم.")["الجيش"]
    assert (actor["actor"], actor["iso3"], actor["code"]) == ("", "", "MIL")


@pytest.mark.parametrize(
    ("text", "words", "both"),
    [
        ("تقاتلت إثيوبيا وإريتريا. ودعا الوسيط البلدين إلى الهدوء.", "البلدين", ("ETH", "ERI")),
        ("اشتبك الجيش الأرميني مع الجيش الأذربيجاني. ثم صمت الطرفان.", "الطرفان", ("ARM", "AZE")),
        ("تراجع الجانبان.", "الجانبان", None),
    ],
)
def test_both_sides_are_the_two_states_named(
    mentions: Any, text: str, words: str, both: tuple[str, str] | None
) -> None:
    actor = mentions("actor", text)[words]
    assert (actor["refers"], actor.get("both")) == ("both", both)


def test_the_enemy_is_left_to_the_one_who_speaks(mentions: Any) -> None:
    actor = mentions("actor", "قال الجيش الأرميني إنه صد العدو.")["العدو"]
    assert (actor["refers"], actor["code"]) == ("enemy", "UNK")


@pytest.mark.parametrize("text", ["وصل الوفد ظهرا.", "وعد المعلم تلاميذه برحلة.", "اجتمعت لجنة التحكيم ظهرا."])
def test_ordinary_words_are_no_actors(mentions: Any, text: str) -> None:
    assert mentions("actor", text) == {}


PEOPLE = [
    ("قتل جنديان أميركيان.", "جنديان أميركيان", "USA", "MIL"),
    ("قتل خمسة عناصر من الشرطة العراقية.", "عناصر من الشرطة العراقية", "IRQ", "COP"),
    ("اعتقل ضابط في الجيش الليبي.", "ضابط في الجيش الليبي", "LBY", "MIL"),
    ("قتل قيادي في حركة حماس.", "قيادي في حركة حماس", "PSE", "REB"),
    ("خطف متطوعون من كوريا الجنوبية.", "متطوعون من كوريا الجنوبية", "KOR", "CVL"),
    ("أصيب متطوعون مسيحيون من كوريا الجنوبية.", "متطوعون مسيحيون من كوريا الجنوبية", "KOR", "CVL"),
    ("تفرق متظاهرون فلسطينيون.", "متظاهرون فلسطينيون", "PSE", "CVL"),
    ("قتل أربعة جنود أجانب.", "جنود أجانب", "INT", "MIL"),
    ("أطلق مسلحون النار على دورية للجيش المالي.", "مسلحون", "", "UAF"),
    ("تظاهر مواطنون أمام السفارة العراقية.", "مواطنون", "", "CVL"),
]


@pytest.mark.parametrize(("text", "words", "iso3", "sector"), PEOPLE)
def test_people_have_the_code_of_their_state_and_body(
    mentions: Any, text: str, words: str, iso3: str, sector: str
) -> None:
    found = {**mentions("actor", text), **mentions("victim", text)}
    assert words in found
    assert (found[words]["iso3"], found[words]["sector"]) == (iso3, sector)


def test_a_verb_that_is_spelt_like_people_is_nobody(mentions: Any) -> None:
    assert list(mentions("victim", "وطالب المجلس بفتح المعبر.")) == []
    assert list(mentions("victim", "قتل طالب في الجامعة.")) == ["طالب"]


def test_the_country_of_the_scene_stays_apart(mentions: Any) -> None:
    found = mentions("victim", "قتل مسلحون شخصين في بغداد.")
    assert (found["مسلحون"]["iso3"], found["مسلحون"]["scene"]) == ("", "IRQ")


@pytest.mark.parametrize(
    ("text", "words", "iso3"),
    [
        ("قتل سبعة فلسطينيين في الغارة.", "فلسطينيين", "PSE"),
        ("أصيب 13 عراقيا.", "عراقيا", "IRQ"),
        ("خطف الكوريين الجنوبيين مسلحون.", "الكوريين الجنوبيين", "KOR"),
        ("احتشد آلاف اليمنيين في الساحة.", "اليمنيين", "YEM"),
    ],
)
def test_people_by_the_adjective_of_their_state(mentions: Any, text: str, words: str, iso3: str) -> None:
    found = mentions("actor", text)
    assert (found[words]["iso3"], found[words]["sector"]) == (iso3, "CVL")


@pytest.mark.parametrize("text", ["وقع هجوم انتحاري في المدينة.", "أدان الوزير كل هجوم إرهابي.", "وقف أمام المبنى."])
def test_a_word_that_describes_is_nobody(mentions: Any, text: str) -> None:
    assert not any(actor["sector"] in ("UAF", "REL") for actor in mentions("victim", text).values())


@pytest.mark.parametrize("text", ["سقطت قذائف شمال بغداد.", "وقع انفجار في العراق.", "سار المتظاهرون في وسط بيروت."])
def test_a_state_or_capital_may_be_but_a_place(mentions: Any, text: str) -> None:
    assert mentions("actor", text) == {}


NEW_NAMES = [
    ("قتل العقيد رياض السامرائي.", "العقيد رياض السامرائي", "MIL", "person"),
    ("وصل اللواء الركن عبد الكريم صالح الجبوري.", "اللواء الركن عبد الكريم صالح الجبوري", "MIL", "person"),
    ("اغتيل النائب أنطوان غانم.", "النائب أنطوان غانم", "LEG", "person"),
    ("ظهر القيادي أبو حفص.", "القيادي أبو حفص", "UAF", "person"),
    ("نفذت جماعة «فرسان الفجر» الهجوم.", "جماعة «فرسان الفجر»", "UAF", "armed_group"),
    ("اعتقل أعضاء حزب السنبلة الجزائري.", "حزب السنبلة الجزائري", "DZA PTY", "party"),
    ("انهارت حكومة الرئيس عمر البشير.", "حكومة الرئيس عمر البشير", "SDN GOV", "government"),
    ("انسحبت القوات الأجنبية.", "القوات الأجنبية", "INT MIL", "military"),
]


@pytest.mark.parametrize(("text", "words", "code_wanted", "kind"), NEW_NAMES)
def test_a_name_that_no_table_has(mentions: Any, text: str, words: str, code_wanted: str, kind: str) -> None:
    actor = mentions("actor", text, "2008-05-15")[words]
    assert (actor["code"], actor["kind"]) == (code_wanted, kind)


@pytest.mark.parametrize(
    ("words", "published", "code_wanted"),
    [
        ("حركة طالبان", "2008-05-15", "AFG REB"),
        ("حركة طالبان", "2022-05-15", "AFG GOV"),
        ("حركة طالبان", None, "AFG REB"),
        ("قوات الدعم السريع", "2019-05-15", "SDN MIL"),
        ("قوات الدعم السريع", "2024-05-15", "SDN REB"),
        ("جيش الإسلام", "2007-05-15", "PSE REB"),
        ("جيش الإسلام", "2015-05-15", "SYR REB"),
    ],
)
def test_a_group_has_the_standing_of_the_day(
    mentions: Any, words: str, published: str | None, code_wanted: str
) -> None:
    assert mentions("actor", f"أعلنت {words} موقفها.", published)[words]["code"] == code_wanted


@pytest.mark.parametrize(
    ("text", "words", "code_wanted"),
    [
        ("قتل زعيم جماعة بوكو حرام أبو بكر شيكاو.", "زعيم جماعة بوكو حرام أبو بكر شيكاو", "NGA REB"),
        ("رد المتحدث باسم الجيش الصومالي العقيد أحمد عدي.", "المتحدث باسم الجيش الصومالي العقيد أحمد عدي", "SOM MIL"),
        ("زار رئيس الوزراء السابق نوري المالكي أربيل.", "رئيس الوزراء السابق نوري المالكي", "IRQ GOV"),
        ("وصل وزير الخارجية الروسي، سيرغي لافروف.", "وزير الخارجية الروسي، سيرغي لافروف", "RUS GOV"),
    ],
)
def test_an_office_in_a_body_is_one_actor_with_its_holder(
    mentions: Any, text: str, words: str, code_wanted: str
) -> None:
    assert mentions("actor", text, "2014-03-01")[words]["code"] == code_wanted


def test_forces_are_of_the_state_of_the_leader_they_are_loyal_to(mentions: Any) -> None:
    found = mentions("actor", "دخلت القوات الموالية لبشار الأسد البلدة فجرا.", "2016-05-15")
    assert found["القوات الموالية لبشار الأسد"]["code"] == "SYR MIL"


OFFICES = [
    ("التقى السفير المغربي لدى تونس محمد آل جابر في القصر.", "السفير المغربي لدى تونس محمد آل جابر", "MAR GOV"),
    ("قال محافظ أسيوط سمير حسنين إن الطريق مفتوح.", "محافظ أسيوط سمير حسنين", "EGY GOV"),
    (
        "أكد قائد الجيش الأوغندي الجنرال جون كامبل ذلك.",
        "قائد الجيش الأوغندي الجنرال جون كامبل",
        "UGA MIL",
    ),
]


@pytest.mark.parametrize(("text", "words", "code_wanted"), OFFICES)
def test_an_office_reaches_to_the_name_over_what_it_is_of(
    mentions: Any, text: str, words: str, code_wanted: str
) -> None:
    found = mentions("actor", text)
    assert found[words]["code"] == code_wanted
    assert len(found) == 1


READINGS = [
    ("نددت كينيا بالهجوم.", "كينيا", "actor"),
    ("عاد اللاجئون من كينيا أمس.", "كينيا", "place"),
    ("وقع انفجار بنيروبي.", "نيروبي", "place"),
    ("جاء القصف بدعم من فرنسا.", "فرنسا", "actor"),
    ("سقطت قذائف في تشاد والنيجر.", "النيجر", "place"),
    ("وصل إلى العاصمة الكينية نيروبي.", "نيروبي", "place"),
]


@pytest.mark.parametrize(("text", "words", "kind"), READINGS)
def test_a_state_is_an_actor_or_a_place_by_the_words_before_it(mentions: Any, text: str, words: str, kind: str) -> None:
    other = {"actor": "place", "place": "actor"}[kind]
    assert words in mentions(kind, text)
    assert words not in mentions(other, text)


def test_what_stands_inside_a_longer_mention_is_none(mentions: Any) -> None:
    text = "قال رئيس الإمارات محمد بن زايد ذلك بتوقيت اليمن على حدود لبنان."
    assert "الإمارات" not in mentions("place", text)
    assert "لبنان" not in mentions("actor", text)


def test_groups_are_known_by_their_short_names(mentions: Any) -> None:
    assert mentions("actor", "نفت حماس ذلك.")["حماس"]["code"] == "PSE REB"
    assert mentions("actor", "تقدمت قسد شرق الفرات.")["قسد"]["code"] == "SYR REB"
    assert not mentions("actor", "صفق الحضور بحماس.")


def test_a_verb_that_is_spelt_like_a_noun_for_people_names_nobody(mentions: Any) -> None:
    assert "طالب" not in mentions("victim", "طالب نواب كويتيون الحكومة بإلغاء القرار.")
    assert "طالب" in mentions("victim", "اعتقلت الشرطة الكويتية ثلاثة معلمين وأفرجت عن طالب واحد.")


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("استقبل رئيس مجلس النواب العراقي السفراء.", "رئيس مجلس النواب العراقي", "IRQ LEG"),
        ("صدت قوات الشرطة الاتحادية العراقية الهجوم.", "قوات الشرطة الاتحادية العراقية", "IRQ COP"),
        ("تسللت قوة إسرائيلية خاصة إلى المخيم.", "قوة إسرائيلية", "ISR MIL"),
        ("أعلنت القيادة الفلسطينية الحداد.", "القيادة الفلسطينية", "PSE GOV"),
    ],
)
def test_bodies_of_a_state_have_their_sector(mentions: Any, text: str, words: str, expected: str) -> None:
    assert mentions("actor", text)[words]["code"] == expected
