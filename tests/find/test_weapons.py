"""Weapons: kinds, models and calibres, what makes a word a weapon, and what a number in one is not."""

from __future__ import annotations

from typing import Any

import pytest

KINDS = [
    ("سقطت عشرات الصواريخ الباليستية على المطار.", "الصواريخ الباليستية", "missile"),
    ("أطلقت صاروخا مجنحا من الساحل.", "صاروخا مجنحا", "missile"),
    ("استهدفت الآلية بصواريخ مضادة للدروع.", "صواريخ مضادة للدروع", "missile"),
    ("تصدت لها صواريخ مضادة للطائرات.", "صواريخ مضادة للطائرات", "air-defence"),
    ("أطلق صاروخ أرض جو من التلة.", "صاروخ أرض جو", "air-defence"),
    ("ألقيت القنابل العنقودية على الحقول.", "القنابل العنقودية", "cluster-munition"),
    ("قصفت الأحراج بقذائف فسفورية.", "قذائف فسفورية", "incendiary"),
    ("سقطت قنابل فراغية على الحي.", "قنابل فراغية", "explosive"),
    ("انفجرت العبوتان الناسفتان قرب السوق.", "العبوتان الناسفتان", "explosive"),
    ("انفجرت شاحنة ملغومة عند البوابة.", "شاحنة ملغومة", "vehicle-bomb"),
    ("فجر حزامه قرب الحاجز وكان يحمل أحزمة ناسفة.", "أحزمة ناسفة", "suicide-belt"),
    ("ألقيت البراميل المتفجرة على البلدة.", "البراميل المتفجرة", "air-bomb"),
    ("استخدم غاز الكلور في الهجوم.", "غاز الكلور", "chemical"),
    ("حلقت طائرات بدون طيار فوق الميناء.", "طائرات بدون طيار", "drone"),
    ("زرعوا ألغاما مضادة للأفراد.", "ألغاما مضادة للأفراد", "mine"),
    ("صودرت أسلحة رشاشة وذخائر.", "أسلحة رشاشة", "firearm"),
    ("عثر على ذخائر جوالة في المخزن.", "ذخائر جوالة", "drone"),
    ("تقدمت زوارق مسيرة نحو الناقلة.", "زوارق مسيرة", "warship"),
]


@pytest.mark.parametrize(("text", "words", "kind"), KINDS)
def test_words_beside_a_weapon_tell_its_kind(mentions: Any, text: str, words: str, kind: str) -> None:
    found = mentions("weapon", text)
    assert words in found
    assert found[words]["kind"] == kind


MODELS = [
    ("أسقطت طائرة إف-16 قرب الحدود.", "طائرة إف-16", "aircraft", "F-16"),
    ("نشرت منظومة إس-300 في القاعدة.", "منظومة إس-300", "air-defence", "S-300"),
    ("دمرت دبابة تي-72 عند المدخل.", "دبابة تي-72", "tank", "T-72"),
    ("سقطت مقاتلة سوخوي 25 في البحر.", "مقاتلة سوخوي 25", "aircraft", "Su-25"),
    ("أقلعت طائرات بيرقدار TB2 ليلا.", "طائرات بيرقدار TB2", "drone", "Bayraktar TB2"),
    ("أسقطت مسيرة من طراز «شاهد-136».", "مسيرة من طراز «شاهد-136»", "drone", "Shahed-136"),
    ("استهدفت القوة بقذيفة الياسين 105.", "قذيفة الياسين 105", "rpg", "Yassin-105"),
    ("انطلقت راجمات بي إم-21 غراد.", "راجمات بي إم-21 غراد", "rocket", "BM-21 Grad"),
    ("أطلق صاروخ موجه من نوع كورنيت.", "صاروخ موجه من نوع كورنيت", "missile", "9M133 Kornet"),
    ("استخدمت راجمات هيمارس ليلا.", "راجمات هيمارس", "rocket", "M142 HIMARS"),
    ("حلقت طائرات «الأباتشي» فوق التلال.", "طائرات «الأباتشي»", "helicopter", "AH-64 Apache"),
    ("صودرت قذائف آر بي جي-7 في المنزل.", "قذائف آر بي جي-7", "rpg", "RPG-7"),
]


@pytest.mark.parametrize(("text", "words", "kind", "model"), MODELS)
def test_a_model_belongs_to_its_weapon(mentions: Any, text: str, words: str, kind: str, model: str) -> None:
    found = mentions("weapon", text)
    assert {name: (weapon["kind"], weapon["model"]) for name, weapon in found.items()} == {words: (kind, model)}
    assert mentions("number", text) == {}


CALIBRES = [
    ("سقطت قذائف هاون عيار 120 ملم على القرية.", "قذائف هاون عيار 120 ملم", "mortar", "120"),
    ("قصفت بقذائف من عيار 155 ملليمترا.", "قذائف من عيار 155 ملليمترا", "artillery", "155"),
    ("أطلق رشاش 12.7 ملم من السطح.", "رشاش 12.7 ملم", "firearm", "12.7"),
    ("نصبت رشاشات عيار 14,5 على التلة.", "رشاشات عيار 14,5", "firearm", "14.5"),
]


@pytest.mark.parametrize(("text", "words", "kind", "calibre"), CALIBRES)
def test_a_calibre_belongs_to_its_weapon_and_is_no_count(
    mentions: Any, text: str, words: str, kind: str, calibre: str
) -> None:
    found = mentions("weapon", text)
    assert {name: (weapon["kind"], weapon["calibre"]) for name, weapon in found.items()} == {words: (kind, calibre)}
    assert mentions("number", text) == {}


def test_the_count_before_a_weapon_stays_a_number(mentions: Any) -> None:
    text = "أسقطت 11 مسيرة من طراز شاهد-136 وأصيب 4 جنود."
    assert [number["lo"] for number in mentions("number", text).values()] == [11, 4]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("اعترضت الدفاعات الجوية مسيرات فوق البحر.", "مسيرات"),
        ("شنت مقاتلات غارات على الميناء.", "مقاتلات"),
        ("أصاب صاروخ مدمرة في البحر.", "مدمرة"),
    ],
)
def test_an_ambiguous_word_is_a_weapon_where_words_near_it_say_so(mentions: Any, text: str, words: str) -> None:
    assert words in mentions("weapon", text)


@pytest.mark.parametrize(
    "text",
    [
        "شارك الآلاف في مسيرة حاشدة وسط العاصمة.",
        "نفذت القوات ضربة جوية مدمرة لموقع القيادة.",
        "غرق زورق يقل مهاجرين قبالة الساحل.",
        "تمكن الإطفائيون من إخماد النيران.",
        "وصفت المدينة بأنها مدمرة بالكامل.",
        "دعا الوسيط إلى وقف إطلاق النار.",
        "وافقت الحكومة على وقف فوري لإطلاق النار.",
        "قال إن المال سلاح ذو حدين.",
        "البطالة قنبلة موقوتة.",
        "تحطمت طائرة ركاب فوق المحيط.",
        "وضع الوزير حجر الأساس للمستشفى.",
        "وزعت الجمعية عبوات مياه على الأهالي.",
        "وصلت سيارة الإسعاف بعد دقائق.",
        "بدأت العمليات فجر الثلاثاء في قدر من السرية.",
        "قال شاهد إن بدر الدين غادر.",
        "المدرسة التي قصفت ليلا مغلقة.",
    ],
)
def test_words_of_weapons_that_name_none(mentions: Any, text: str) -> None:
    assert mentions("weapon", text) == {}


def test_a_preposition_is_no_type(mentions: Any) -> None:
    assert list(mentions("weapon", "يمنع القانون ارسال اسلحة الى المنطقة.")) == ["اسلحة"]


def test_a_drone_is_no_march(code: Any) -> None:
    coded = code("أسقطت الدفاعات الجوية مسيرات فوق الميناء.", "2024-05-15")
    assert "PROTEST" not in {event.plover for event in coded.events}
