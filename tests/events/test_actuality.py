"""Whether an event was done, is under way, tried, planned, demanded, threatened or denied; and news or history."""

from __future__ import annotations

from typing import Any

import pytest

from riwaya.pipeline import Reader


def failing(reason: str, *values: object) -> Any:
    """A case that fails today and must go on failing until it is promoted."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))


STATUS = [
    ("قصفت القوات الروسية الميناء.", "قصفت", "actual"),
    ("قالت كييف إن القوات الروسية قصفت الميناء.", "قصفت", "actual"),
    ("يواصل الجيش الروسي قصف خاركيف.", "قصف", "ongoing"),
    ("لا تزال الاشتباكات مستمرة في الخرطوم.", "الاشتباكات", "ongoing"),
    ("حاول مسلحون اقتحام السجن في كانو.", "اقتحام", "attempted"),
    ("أحبطت الشرطة المصرية محاولة تفجير كنيسة.", "تفجير", "attempted"),
    ("فشل المتمردون في اقتحام الثكنة.", "اقتحام", "attempted"),
    ("يعتزم الجيش العراقي شن هجوم على الموصل.", "هجوم", "planned"),
    ("دعت فرنسا إسرائيل إلى وقف القصف.", "وقف القصف", "demanded"),
    ("طالبت الأمم المتحدة بوقف القصف على غزة.", "وقف القصف", "demanded"),
    ("هددت روسيا بقصف كييف.", "قصف", "threatened"),
    ("نفت تركيا قصف المستشفى.", "قصف", "denied"),
    ("لم تقصف القوات الروسية المستشفى.", "تقصف", "denied"),
    ("لو قصفت روسيا الميناء لغرقت السفن.", "قصفت", "hypothetical"),
    ("من المقرر أن تنسحب القوات الأمريكية من النيجر.", "تنسحب", "planned"),
    ("قد تقصف روسيا كييف مجددا.", "تقصف", "hypothetical"),
    ("يتصاعد العنف في شمال البلاد.", "العنف", "ongoing"),
    ("دعا المجلس إلى احتواء القتال في الفاشر.", "القتال", "ongoing"),
    ("طالب النواب بتحقيق بعد قصف المدرسة في غزة.", "قصف", "actual"),
    ("نفى الجيش السوداني مقتل قائده خلال اشتباكات في أم درمان.", "اشتباكات", "actual"),
    ("طالب السكان بحماية القرية التي أحرقها المسلحون.", "أحرق", "actual"),
    ("قتل الجنود الحارس قبل أن يقصف الجيش الروسي البلدة.", "يقصف", "actual"),
    ("كانت المدفعية الروسية تقصف البلدة عندما وصلت القافلة.", "تقصف", "actual"),
    ("وصل الوفد الليبي إلى تونس لإجراء محادثات مع الحكومة.", "محادثات", "planned"),
    ("أعلنت الشرطة المصرية اعتقال رجل خطط لهجوم محتمل على السفارة.", "هجوم", "planned"),
    ("الرئيس المالي يدعو المتمردين إلى الحوار.", "يدعو", "actual"),
    ("حذرت الأمم المتحدة من هجوم وشيك على رفح.", "هجوم", "hypothetical"),
    ("يزور الوزير الفرنسي بغداد غدا.", "يزور", "planned"),
    ("يلتقي الوزير الفرنسي الرئيس العراقي الأسبوع المقبل.", "يلتقي", "planned"),
    ("يزور الوزير الفرنسي بغداد اليوم.", "يزور", "ongoing"),
    ("يريد الحوثيون هدنة بينما ترفض الحكومة اليمنية ذلك.", "ترفض", "actual"),
    ("نفى الحوثيون اتهامات الحكومة اليمنية.", "اتهامات", "actual"),
    ("واشنطن في حاجة إلى مزيد من التعاون من باكستان.", "التعاون", "demanded"),
    ("قال الجيش المصري إنه لن يدخر جهدا في دعم السودان.", "دعم", "planned"),
    ("دعا الأمين العام إلى الضغط على النظام السوري لوقف القتال.", "وقف القتال", "demanded"),
    ("سترد روسيا على أي هجوم أوكراني.", "هجوم", "hypothetical"),
    ("أفشلت الشرطة المصرية تفجير كنيسة.", "تفجير", "attempted"),
    ("كشفت الشرطة الأردنية مخططا لتفجير فندق.", "تفجير", "planned"),
    # a word before the governing one turns it
    ("قال الوزير إن مصر لا تعتزم مهاجمة إثيوبيا.", "مهاجمة", "denied"),
    ("قال الوزير إن بلاده ستبدأ بمحاربة حركة الشباب.", "محاربة", "planned"),
    ("قالت الشرطة إن الخلية كانت تخطط للهجوم على سفارة.", "لهجوم", "planned"),
    ("وقد تجددت المعارك في الخرطوم.", "المعارك", "ongoing"),
    ("أحبط الأمن الأردني مخططا لتفجير فندق.", "تفجير", "attempted"),
    ("قد تشن إسرائيل هجوما على بيروت.", "هجوما", "hypothetical"),
    # what was agreed, unless something is done, and from what one is protected
    ("اتفقت مصر والسودان على تسيير دوريات على الحدود.", "تسيير دوريات", "planned"),
    ("وقع الطرفان اتفاقا يقضي بسحب القوات الروسية من البلدة.", "سحب", "planned"),
    ("توعدت الحركة بالرد إذا لم تنسحب القوات الإثيوبية من الصومال.", "تنسحب", "demanded"),
    ("قررت الحكومة تشكيل لجنة لحماية القوافل من هجمات المسلحين.", "هجمات", "hypothetical"),
    # no word governs a verb of the past, and a threat is made today
    ("انتشر الجنود تحسبا لتظاهرات دعا إليها زعيم المعارضة.", "دعا", "actual"),
    ("توعد حزب الله إسرائيل بالرد إذا مرت المسيرة غدا.", "توعد", "actual"),
    ("توعد الرئيس النيجيري منفذي الهجوم بالملاحقة.", "الهجوم", "actual"),
    ("يلتقي ممثلو الطرفين الأسبوع المقبل لبحث تبادل الأسرى.", "تبادل الأسرى", "planned"),
    ("التقى ممثلو الطرفين أمس بعد تبادل الأسرى.", "تبادل الأسرى", "actual"),
    ("دارت معارك استمرت أسبوعين وأسفرت عن مقتل جنديين.", "مقتل", "actual"),  # that of the verb between
    # what a word mostly is, unless something else tells
    ("ناقش البرلمان الألماني نشر ألف جندي في ليتوانيا.", "نشر", "planned"),
    ("بدأ الجيش الألماني نشر ألف جندي في ليتوانيا.", "نشر", "ongoing"),
    ("ناقش الوسطاء في القاهرة تفكيك حزب الله.", "تفكيك", "demanded"),
    ("طالبت الصين بالاعتذار لمقتل جنديها في جنوب السودان.", "مقتل", "actual"),
    # clashes and wars that are over
    ("عاد السكان إلى البصرة بعد الحرب.", "الحرب", "actual"),
    ("وقعت الاشتباكات قرب الحدود السودانية.", "الاشتباكات", "actual"),
    ("قتل ثمانية جنود خلال المواجهات.", "المواجهات", "actual"),
    ("أسفرت المعارك عن مقتل جنديين سودانيين.", "المعارك", "actual"),
]


@pytest.mark.parametrize(("text", "trigger", "status"), STATUS)
def test_the_status_of_an_event(events: Any, text: str, trigger: str, status: str) -> None:
    assert events(text)[trigger].status == status


HISTORY = [
    ("قصفت إسرائيل بيروت عام 1982.", "قصفت"),
    ("كانت القوات الفرنسية قد انسحبت من مالي عام 2022.", "انسحبت"),
    ("قصفت الطائرات الميناء في 3 آذار 2012.", "قصفت"),
    ("يذكر أن القوات الفرنسية انسحبت من مالي.", "انسحبت"),
    ("وكان مسلحون هاجموا الثكنة.", "هاجموا"),
    ("اعتقلت الشرطة الكينية رجلا متهما بتفجير الفندق.", "تفجير"),
    ("يسود التوتر البلدة منذ اغتيال المحافظ.", "اغتيال"),
    ("قصفت الطائرات الميناء في الشهر الماضي.", "قصفت"),
    failing("before now, in front of a verb, is not found", "سبق أن قصفت القوات الروسية الميناء.", "قصفت"),
]


@pytest.mark.parametrize(("text", "trigger"), HISTORY)
def test_what_is_older_or_set_apart_is_background(events: Any, text: str, trigger: str) -> None:
    assert events(text)[trigger].background


@pytest.mark.parametrize(
    "text",
    ["قصفت القوات الروسية الميناء.", "قصفت القوات الروسية الميناء أمس.", "قصفت القوات الروسية الميناء في 2 أيار."],
)
def test_what_is_new_is_no_background(events: Any, text: str) -> None:
    assert not events(text)["قصفت"].background


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("كان الرئيس في المطار عندما هاجم مسلحون الثكنة.", "هاجم"),
        ("اعتقلت الشرطة الكينية أربعة متهمين بعد تفجير الفندق.", "تفجير"),
        ("تعتزم القوات الفرنسية الانسحاب من مالي في العام المقبل.", "الانسحاب"),
    ],
)
def test_what_only_looks_like_history_is_no_background(events: Any, text: str, trigger: str) -> None:
    assert not events(text)[trigger].background


def test_a_war_is_what_the_news_stand_before_but_in_a_title(code: Any) -> None:
    coded = code("الحرب في السودان تدخل عامها الثالث\n\nقتل خمسة مدنيين في الفاشر منذ يومين رغم الحرب في البلاد.")
    wars = [event.background for event in coded.events if event.rule.endswith("harb-n")]
    assert wars == [False, True]


def test_undated_and_far_down_is_history_only_in_a_report_of_some_length(code: Any) -> None:
    lead = "قصفت القوات الروسية الميناء. " + "وقال السكان إن المياه مقطوعة عن الأحياء الشرقية. " * 20
    long, short = (
        code(lead + "وتظاهر المئات في العاصمة."),
        code("قصفت القوات الروسية الميناء. وتظاهر المئات في العاصمة."),
    )
    assert [coded.events[-1].background for coded in (long, short)] == [True, False]


def test_a_year_is_background_even_without_a_day_of_publication(events: Any) -> None:
    assert events("قصفت إسرائيل بيروت عام 1982.", None)["قصفت"].background


def test_a_headline_tells_in_the_present_what_was_done(reader: Reader) -> None:
    first = "قال مسؤولون في الميناء إن الجيش الروسي قصف أرصفة الشحن في أوديسا أمس الثلاثاء وأحرق مستودعا كبيرا للحبوب."
    second = "الجيش الروسي يقصف الميناء منذ الصباح بصواريخ بعيدة المدى، كما أضاف المسؤولون."
    record = reader.read_text(f"الجيش الروسي يقصف ميناء أوديسا\n{first}\n{second}", published="2024-05-15")
    shelled = [e.status for e in record.events if e.trigger.cut(record.text) == "يقصف"]
    assert record.blocks[0].kind == "title"
    assert shelled == ["actual", "ongoing"]
