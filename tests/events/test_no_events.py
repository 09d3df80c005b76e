"""Sport, economy, weather, accidents and pictures of speech, in words of war: no event of a conflict."""

from __future__ import annotations

from typing import Any

import pytest

NO_EVENTS = [
    "فاز المنتخب المغربي على نظيره الإسباني بركلات الترجيح.",
    "شن الفريق هجوما مرتدا في الدقائق الأخيرة من المباراة.",
    "ضربت موجة حر شديدة جنوب أوروبا.",
    "اشتعلت حرب الأسعار بين شركات الطيران.",
    "قفزت أسعار النفط بعد خفض الإنتاج.",
    "كسر العداء الإثيوبي الرقم القياسي العالمي.",
    "شهدت البورصة المصرية هبوطا حادا.",
    "دافع المحامي عن موكله أمام المحكمة.",
    "نشرت الصحيفة تقريرا عن حرب النجوم.",
    "أجرى الجراحون عملية جراحية معقدة لطفل.",
    "تراجعت البورصة تحت ضغط المبيعات.",
    "سحقت البرازيل ضيفتها بخمسة أهداف.",
    "قاد المدرب ثورة في أسلوب اللعب.",
    "تسلل الملل إلى المدرجات.",
    "أطلقت الشركة هاتفا جديدا في الأسواق.",
    "غزت المنتجات الآسيوية رفوف المتاجر.",
    "هطلت أمطار كالقذائف على البلدة.",
    "شنت الصحف حملة على المدرب بعد الخسارة.",
    "أسقط البرلمان مشروع القانون.",
    "قصف المهاجم البرازيلي مرمى الضيوف بتسديدة قوية.",
    "احتدمت المعركة على لقب الدوري بين الهلال والنصر.",
    "انفجر المدرب غاضبا في وجه الحكم بعد صافرة النهاية.",
    "سجل المهاجم هدفين في مرمى الخصم.",
    "ضرب زلزال بقوة ست درجات سواحل اليابان.",
    "اجتاحت العاصفة الرملية مطار القاهرة.",
    "هاجم إعصار مدمر سواحل الفلبين.",
    "أعلنت الشركة هدنة مع منافستها في نزاع براءات الاختراع.",
    "أطلقت الوزارة حملة للتشجير.",
    "أطلقت الصين قمرا اصطناعيا للاتصالات.",
    "قتل عامل في حادث سير على الطريق الساحلي.",
    "لقي ثلاثة متسلقين مصرعهم في انهيار ثلجي.",
    "انتشلت فرق الإنقاذ ضحايا الفيضان.",
    "اقتحم الفيلم شباك التذاكر بإيرادات قياسية.",
    "أصيب اللاعب في كاحله خلال التدريب.",
    "انسحب اللاعب من البطولة بسبب الإصابة.",
    "تفشى هجوم الجراد في حقول القمح.",
    "حققت الرواية انفجارا في المبيعات.",
    "نجح الأطباء في محاصرة الفيروس.",
    "هزمت الصين اليابان في نهائي كأس آسيا.",
    "أحرز الفريق هدف التعادل في الوقت القاتل.",
    "يواجه المزارعون حربا على الحشرات.",
    "قصف جبهة إعلامي بين نجمين على التلفزيون.",
    "احتل النادي صدارة الترتيب.",
    "دمر الحريق مصنعا للأخشاب بسبب تماس كهربائي.",
]

# Read as events today; each must go on failing until it is promoted to the list above.
STILL_EVENTS = [
    "تعرضت السواحل لهجوم من أسماك القرش.",
    "انفجرت فقاعة العقارات في الصين.",
    "احتلت الجامعة المرتبة الأولى في التصنيف.",
    "خسر الفريق المعركة الأخيرة أمام ضيفه.",
]

# War where sport, trade and weather are: these happened.
REAL_EVENTS = [
    ("قصفت القوات الروسية ملعب كرة قدم في خاركيف.", "قصفت"),
    ("انفجرت سيارة مفخخة أمام مقر البورصة في كراتشي.", "انفجرت"),
    ("شنت الطائرات الإسرائيلية غارات على بيروت قبل مباراة المنتخب.", "غارات"),
    ("تراجعت الليرة بعد اشتباكات بين الجيش اللبناني ومسلحين.", "اشتباكات"),
    ("قصف الجيش السوري صوامع القمح في حلب.", "قصف"),
    pytest.param(
        "لو قصفت روسيا الميناء لارتفعت الأسعار.",
        "قصفت",
        marks=pytest.mark.xfail(strict=True, reason="a word of peace in the sentence hides the event"),
    ),
    pytest.param(
        "أدى القصف التركي على سوريا إلى حريق.",
        "القصف",
        marks=pytest.mark.xfail(strict=True, reason="a word of peace in the sentence hides the event"),
    ),
    pytest.param(
        "ارتفعت أسعار النفط بعدما هاجم الحوثيون ناقلة في البحر الأحمر.",
        "هاجم",
        marks=pytest.mark.xfail(strict=True, reason="a word of peace in the sentence hides the event"),
    ),
    pytest.param(
        "قتل لاعب كرة قدم سوداني في قصف على أم درمان.",
        "قصف",
        marks=pytest.mark.xfail(strict=True, reason="a word of peace in the sentence hides the event"),
    ),
]


@pytest.mark.parametrize("text", NO_EVENTS)
def test_nothing_of_a_conflict_happened(code: Any, text: str) -> None:
    assert code(text).events == ()


@pytest.mark.xfail(strict=True, reason="a word of war in another sense is coded as an event")
@pytest.mark.parametrize("text", STILL_EVENTS)
def test_a_word_of_war_in_another_sense_is_no_event(code: Any, text: str) -> None:
    assert code(text).events == ()


@pytest.mark.parametrize(("text", "trigger"), REAL_EVENTS)
def test_an_event_in_a_sentence_with_words_of_peace_is_still_one(events: Any, text: str, trigger: str) -> None:
    assert trigger in events(text)
