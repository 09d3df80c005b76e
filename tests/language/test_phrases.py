"""Noun phrases: head, annexation, adjectives, apposition and coordination, as newspapers build them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from riwaya.evaluate.components.measured import paragraph
from riwaya.language.phrases import Phrases, PhraseTables
from riwaya.model.layers import Analysed
from riwaya.pipeline import Reader

Read = Callable[[str], tuple[Analysed, Phrases]]


@pytest.fixture(scope="module")
def read(reader: Reader) -> Read:
    """A function that gives a text's tokens and its phrases."""
    tables = PhraseTables.of(reader.pack)

    def read(text: str) -> tuple[Analysed, Phrases]:
        analysed = reader.analyse(paragraph("ar", text))
        return analysed, Phrases(analysed, tables)

    return read


# A phrase, its appositions after / and what follows it after +; the head, where it is not the first word.
PHRASES: list[tuple[str, str]] = [
    ("قائد القوات المسلحة السودانية / الفريق أول عبد الفتاح البرهان", ""),
    ("رئيسا أركان الجيشين", ""),
    ("المتحدث باسم الجيش / العميد نبيل عبد الله", ""),
    ("سكان حي الشيخ مقصود الخاضع + لسيطرة", ""),
    ("وزير الخارجية الروسي / سيرغي لافروف", ""),
    ("الرئيس السوري / بشار الأسد + أمس", ""),
    ("ثلاثة جنود لبنانيين", "جنود"),
    ("قوات الدعم السريع", ""),
    ("مقاتلو حركة الشباب", ""),
    ("المبعوث الأممي إلى اليمن / هانس غروندبرغ", ""),
    ("نائب وزير الدفاع", ""),
    ("وزير الدولة القطري للشؤون الخارجية", ""),
    ("سيارة مفخخة", ""),
    ("مصدر أمني في محافظة نينوى", ""),
    ("قواتها المسلحة", ""),
    ("وزارة الداخلية العراقية + مساء الأحد", ""),
    ("الرئيس، / عمر البشير + ، في كلمة", ""),
    ("عشرات المدنيين", "المدنيين"),
    ("مدير مستشفى الشفاء / محمد أبو سلمية", ""),
    ("أمين عام حزب الله", ""),
    ("المدير العام لمنظمة الصحة العالمية / تيدروس أدهانوم", ""),
    ("الأمين العام للأمم المتحدة / أنطونيو غوتيريش", ""),
    ("أمين عام الجامعة العربية", ""),
    ("رئيس الوزراء العراقي + الأسبوع الماضي", ""),
    ("كتيبة مدرعات روسية", ""),
    ("مئات المقاتلين الأجانب", "المقاتلين"),
    ("بعض سكان المدينة", "سكان"),
    ("القوات الأميركية والبريطانية", ""),
    ("الناطق الرسمي باسم حركة فتح", ""),
    ("شهود من سكان القرية", ""),
    ("زعيم حركة أنصار الله / عبد الملك الحوثي", ""),
    ("اللواء الركن / خليفة حفتر", ""),
    ("مستشار الأمن القومي الأميركي / جون بولتون", ""),
    ("هذه القوات", "القوات"),
    ("كل أحياء المدينة القديمة", "أحياء"),
    ("طائرات الجيش السوداني الحربية", ""),
    ("قتلى مدنيون", ""),
    ("تنظيم الدولة الإسلامية", ""),
    ("القيادي في الحركة / أسامة حمدان", ""),
    ("صحيفة الشرق الأوسط", ""),
    ("مخيم جباليا + شمالي قطاع غزة", ""),
    ("منزل القائد العسكري", ""),
    ("جنديان إسرائيليان", ""),
    ("المفوضة السامية لحقوق الإنسان", ""),
    ("12 شخصا + على الأقل", "شخصا"),
    ("قائد الجيش / الفريق أول", ""),
    ("القوات التركية + في سوريا", ""),
    ("مقتل ستة جنود", ""),
    ("قذائف هاون", ""),
    ("غارة جوية إسرائيلية", ""),
    ("رئيس حكومة الوحدة الوطنية الليبية / عبد الحميد الدبيبة", ""),
    ("وزير دفاع سابق", ""),
    ("أفراد الشرطة المحلية", ""),
    ("حكومة بغداد", ""),
    ("أبناء القبائل العربية", ""),
    ("المتحدثة باسم الخارجية الروسية / ماريا زاخاروفا", ""),
    ("الهجوم الأخير + على القاعدة", ""),
    ("النائب / أحمد الطيب", ""),
    ("خمسة + من عناصر الأمن", ""),
    ("مقر قيادة العمليات المشتركة", ""),
    ("الدكتور / سامي العلي", ""),
]


PARTED = [  # names that begin like a preposition, which is parted from them
    ("عضو المكتب السياسي لحركة حماس / حسام بدران", ""),
    ("رئيسة المفوضية الأوروبية / أورسولا فون دير لاين", ""),
]
CUT = pytest.mark.xfail(strict=True, reason="a surname that begins like a preposition is parted")


@pytest.mark.parametrize(("marked", "head"), [*PHRASES, *(pytest.param(*one, marks=CUT) for one in PARTED)])
def test_a_phrase_reaches_as_far_as_its_head_carries(read: Read, marked: str, head: str) -> None:
    analysed, phrases = read(marked.replace(" / ", " ").replace(" + ", " "))
    words, *apposed = marked.partition(" + ")[0].split(" / ")
    phrase = phrases.at(0, len(analysed.tokens))
    assert phrase is not None
    assert analysed.words(phrase.start, phrase.end) == " ".join([words, *apposed])
    assert [analysed.words(*stretch) for stretch in phrase.apposed] == apposed
    assert analysed.words(phrase.head, phrase.head + 1) == head or (not head and phrase.head == 0)


ANNEXED = [
    ("قائد القوات المسلحة السودانية الفريق أول عبد الفتاح البرهان", "قائد القوات"),
    ("رئيسا أركان الجيشين", "رئيسا أركان الجيشين"),
    ("سكان حي الشيخ مقصود الخاضع لسيطرة", "سكان حي الشيخ مقصود"),
    ("نائب وزير الدفاع", "نائب وزير الدفاع"),
    ("قواتها المسلحة", "قواتها"),
    ("طائرات الجيش السوداني الحربية", "طائرات الجيش"),
    ("منزل القائد العسكري", "منزل القائد"),
]


@pytest.mark.parametrize(("text", "annexed"), ANNEXED)
def test_a_chain_of_annexed_nouns_ends_with_the_first_definite_one(read: Read, text: str, annexed: str) -> None:
    analysed, phrases = read(text)
    phrase = phrases.at(0, len(analysed.tokens))
    assert phrase is not None
    assert analysed.words(phrase.head, phrase.annexed) == annexed


COORDINATED = [
    ("رئيس مجلس النواب ورئيس الحكومة", ["رئيس مجلس النواب", "رئيس الحكومة"]),
    ("روسيا وأوكرانيا", ["روسيا", "أوكرانيا"]),
    ("مدينة حلب وريفها الشمالي", ["مدينة حلب", "ريفها الشمالي"]),
    ("الجيش وقوات الدعم السريع", ["الجيش", "قوات الدعم السريع"]),
    ("الرئيس الأوكراني فولوديمير زيلينسكي ونظيره البولندي", ["الرئيس الأوكراني فولوديمير زيلينسكي", "نظيره البولندي"]),
]


@pytest.mark.parametrize(("text", "wanted"), COORDINATED)
def test_phrases_stand_side_by_side(read: Read, text: str, wanted: list[str]) -> None:
    analysed, phrases = read(text)
    found = phrases.coordinated(0, len(analysed.tokens))
    assert [analysed.words(phrase.start, phrase.end) for phrase in found] == wanted


@pytest.mark.parametrize("text", ["إن المدينة آمنة", "في المدينة", "، المدينة", "الذي وصل"])
def test_no_phrase_begins_with_a_particle_a_mark_or_a_pronoun(read: Read, text: str) -> None:
    analysed, phrases = read(text)
    assert phrases.at(0, len(analysed.tokens)) is None


def test_a_phrase_reaches_no_further_than_it_is_asked_to(read: Read) -> None:
    analysed, phrases = read("وزير الخارجية الروسي سيرغي لافروف")
    phrase = phrases.at(0, 2)
    assert phrase is not None
    assert analysed.words(phrase.start, phrase.end) == "وزير الخارجية"
