"""What a trigger stands for, in PLOVER and ACLED terms."""

from __future__ import annotations

from typing import Any

import pytest


def failing(reason: str, *values: object) -> Any:
    """A case that fails today and must go on failing until it is promoted."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))


# text, trigger, PLOVER type, mode, ACLED sub-event
CODES = [
    ("قصفت القوات الروسية أوديسا.", "قصفت", "ASSAULT", "heavy-weapons", "Shelling/artillery/missile attack"),
    ("شن الطيران السعودي غارات على صنعاء.", "غارات", "ASSAULT", "aerial", "Air/drone strike"),
    ("قتل جنديان في هجوم بطائرة مسيرة.", "هجوم بطائرة مسيرة", "ASSAULT", "drone", "Air/drone strike"),
    ("فجر انتحاري نفسه في بغداد.", "فجر", "ASSAULT", "suicide-attack", "Suicide bomb"),
    ("انفجرت سيارة مفخخة في مقديشو.", "انفجرت", "ASSAULT", "explosives", "Remote explosive/landmine/IED"),
    ("اندلعت اشتباكات بين الجيش السوداني وقوات الدعم السريع.", "اشتباكات", "ASSAULT", None, "Armed clash"),
    ("خطف مسلحون ثلاثة عمال صينيين في النيجر.", "خطف", "ASSAULT", "abduct", "Abduction/forced disappearance"),
    ("اغتال مسلحون قاضيا في بيروت.", "اغتال", "ASSAULT", "targeted", "Attack"),
    ("أعدمت السلطات الإيرانية متهما.", "أعدمت", "ASSAULT", "targeted", "Attack"),
    (
        "استولت حركة طالبان على قاعدة جوية.",
        "استولت",
        "ASSAULT",
        None,
        "Non-state actor overtakes territory",
    ),
    ("استعاد الجيش الأوكراني بلدة قرب خيرسون.", "استعاد", "ASSAULT", None, "Government regains territory"),
    failing(
        "a state's own army that takes something is coded as a non-state actor",
        "سيطر الجيش السوداني على القصر الرئاسي في الخرطوم.",
        "سيطر",
        "ASSAULT",
        None,
        "Government regains territory",
    ),
    (
        "أسقطت الدفاعات الجوية الإيرانية طائرة مسيرة أمريكية.",
        "أسقطت",
        "ASSAULT",
        None,
        "Disrupted weapons use",
    ),
    (
        "أطلقت كوريا الشمالية صاروخا باليستيا فوق اليابان.",
        "أطلقت",
        "ASSAULT",
        "heavy-weapons",
        "Shelling/artillery/missile attack",
    ),
    (
        "فرقت الشرطة النيجيرية المتظاهرين بالغاز المسيل للدموع.",
        "فرقت",
        "ASSAULT",
        "crowd-control",
        "Excessive force against protesters",
    ),
    ("أحرق مستوطنون منازل فلسطينية.", "أحرق", "ASSAULT", "destroy", "Looting/property destruction"),
    ("اعتقلت الشرطة التونسية عشرة ناشطين.", "اعتقلت", "COERCE", "arrest", "Arrests"),
    ("فرضت السلطات السودانية حظر التجول في بورتسودان.", "حظر التجول", "COERCE", "curfew", "Other"),
    ("أعلن الرئيس المالي حالة الطوارئ.", "أعلن", "COERCE", "martial-law", "Other"),
    ("تظاهر آلاف الأشخاص في الخرطوم.", "تظاهر", "PROTEST", "demo", "Peaceful protest"),
    ("أضرب عمال الميناء عن العمل.", "أضرب", "PROTEST", "strike", "Peaceful protest"),
    ("حشدت روسيا قواتها على الحدود مع أوكرانيا.", "حشدت", "MOBILIZE", "troops", "Other"),
    ("انسحبت القوات الفرنسية من مالي.", "انسحبت", "RETREAT", "withdraw", "Other"),
    ("أعلنت الأطراف وقفا لإطلاق النار.", "وقفا لإطلاق النار", "RETREAT", "ceasefire", "Agreement"),
    ("أفرجت حركة حماس عن رهينتين.", "أفرجت", "RETREAT", "release", "Other"),
    ("اتفقت أرمينيا وأذربيجان على هدنة.", "اتفقت", "AGREE", None, "Agreement"),
    ("فرض الاتحاد الأوروبي عقوبات على بيلاروسيا.", "عقوبات", "SANCTION", "discontinue", None),
    ("طردت فرنسا دبلوماسيين.", "طردت", "SANCTION", "expel", None),
    ("استدعت الجزائر سفيرها من باريس.", "استدعت", "SANCTION", "withdraw", None),
    ("زار الرئيس المصري الخرطوم.", "زار", "CONSULT", "visit", None),
    ("أجرى وزير الخارجية الإيراني محادثات مع نظيره.", "محادثات", "CONSULT", None, None),
    ("توسطت قطر بين الحكومة التشادية والمتمردين.", "توسطت", "CONSULT", "third-party", None),
    ("اتهمت أوكرانيا روسيا بارتكاب جرائم حرب.", "اتهمت", "ACCUSE", "allege", None),
    ("ندد الاتحاد الأفريقي بالانقلاب في الغابون.", "ندد", "ACCUSE", "disapprove", None),
    ("رفضت إسرائيل مقترح الهدنة.", "رفضت", "REJECT", None, None),
    ("أطلق الحوثيون ثلاث طائرات مسيرة على أبها.", "أطلق", "ASSAULT", "drone", "Air/drone strike"),
    ("أطلق مسلحون قذائف على حي في كابل.", "أطلق", "ASSAULT", "heavy-weapons", "Shelling/artillery/missile attack"),
    ("أطلق جنود روس النار على متظاهرين.", "أطلق", "ASSAULT", "firearms", "Attack"),
    ("اعتدت الشرطة السودانية بالضرب على مصور.", "اعتدت", "ASSAULT", "beat", "Attack"),
    ("هددت إيران بإغلاق مضيق هرمز.", "هددت", "THREATEN", None, None),
    ("دعت فرنسا إسرائيل إلى وقف القصف.", "دعت", "REQUEST", None, None),
    ("أيدت الصين المبادرة الأفريقية.", "أيدت", "SUPPORT", None, None),
    ("أرسلت قطر مساعدات إنسانية إلى غزة.", "مساعدات إنسانية", "AID", None, None),
    ("أبرمت الولايات المتحدة اتفاقا مع العراق.", "أبرمت", "AGREE", None, "Agreement"),
    # what a crowd does, and what is done to one
    ("أحرق محتجون إطارات أمام البرلمان المولدوفي.", "أحرق", "PROTEST", "vandalize", "Violent demonstration"),
    ("وكان متظاهرون في داكار قد حطموا مقر الحزب الحاكم.", "حطموا", "PROTEST", "vandalize", "Violent demonstration"),
    ("أحرقت الشرطة خيام المتظاهرين في الخرطوم.", "أحرقت", "ASSAULT", "destroy", "Looting/property destruction"),
    ("أحرق الجيش السوداني قرية في كردفان.", "أحرق", "ASSAULT", "destroy", "Looting/property destruction"),
    ("هتف المتظاهرون في تبليسي ضد الحكومة الجورجية.", "هتف", "PROTEST", "demo", "Peaceful protest"),
    (
        "استخدمت الشرطة الكينية الهراوات ضد الطلاب.",
        "استخدمت",
        "ASSAULT",
        "crowd-control",
        "Excessive force against protesters",
    ),
    # a siege restricts; a ban is lifted
    ("حاصر الجيش الإثيوبي بلدة في أمهرة.", "حاصر", "COERCE", "restrict", "Other"),
    ("ألغت السلطات النيجرية حظر التجول.", "ألغت", "CONCEDE", None, None),
    ("جمدت سويسرا أرصدة الرئيس المخلوع.", "جمدت", "SANCTION", "discontinue", None),
    ("عاد آلاف النازحين إلى قراهم في شمال أوغندا.", "عاد", "RETREAT", None, "Other"),
    ("طهر الجيش العراقي القرية من المسلحين.", "طهر", "ASSAULT", None, "Government regains territory"),
    (
        "فضت الشرطة المصرية اعتصاما أمام البرلمان.",
        "فضت",
        "ASSAULT",
        "crowd-control",
        "Excessive force against protesters",
    ),
    ("فتحت السلطات المصرية معبر رفح أمام المساعدات.", "فتحت", "RETREAT", "access", "Other"),
    ("أوقفت القوات الروسية القصف على حلب.", "أوقفت", "RETREAT", "ceasefire", "Agreement"),
    ("سلم المجلس العسكري في السودان السلطة إلى حكومة مدنية.", "سلم", "CONCEDE", None, None),
    ("وصلت مدمرة أمريكية إلى الخليج وسط القصف.", "وصلت", "MOBILIZE", "troops", "Other"),
    ("وصل وزير الخارجية الأمريكي إلى بغداد.", "وصل", "CONSULT", "visit", None),
    ("ثمنت مصر جهود الوساطة القطرية.", "ثمنت", "SUPPORT", None, None),
    ("اعترضت روسيا على القرار.", "اعترضت", "REJECT", None, None),
    (
        "انهالت القذائف على حي الخالدية في حمص.",
        "انهالت",
        "ASSAULT",
        "heavy-weapons",
        "Shelling/artillery/missile attack",
    ),
    ("أحالت النيابة المصرية عشرين شخصا إلى محكمة الجنايات.", "أحالت", "COERCE", "arrest", None),
    ("حجبت تركيا موقع الصحيفة.", "حجبت", "COERCE", "censor", None),
    ("دهمت قوة من الجيش اللبناني منازل في عرسال.", "دهمت", "COERCE", None, "Other"),
    ("قدمت ألمانيا ثلاثين مليون يورو إلى اللاجئين السوريين.", "قدمت", "AID", None, None),
    ("أطلق الحوثيون طائرات مسيرة على السعودية.", "أطلق", "ASSAULT", "drone", "Air/drone strike"),
    ("ألقت مروحيات سورية براميل متفجرة على داريا.", "ألقت", "ASSAULT", "aerial", "Air/drone strike"),
    ("قصفت طائرات روسية سوقا في إدلب.", "قصفت", "ASSAULT", "aerial", "Air/drone strike"),
    ("ألقت طائرة سورية غاز الكلور على خان شيخون.", "ألقت", "ASSAULT", "unconventional", "Chemical weapon"),
    ("تعرض المعتقلون للصعق بالكهرباء في السجون السورية.", "لصعق بالكهرباء", "ASSAULT", "torture", "Attack"),
    ("نفذت السلطات السعودية القصاص في قاتل.", "نفذت", "ASSAULT", "targeted", "Attack"),
    ("يواصل الأسرى الفلسطينيون إضرابهم المفتوح عن الطعام.", "إضراب", "PROTEST", "hunger", "Peaceful protest"),
    ("هددت كوريا الشمالية بقصف سول.", "هددت", "THREATEN", "violence", None),
    ("قال القائد الإيراني محذرا إسرائيل من عواقب الهجوم.", "محذرا", "THREATEN", None, None),
    ("قال الوزير اللبناني محملا إسرائيل مسؤولية التصعيد.", "محملا", "ACCUSE", "allege", None),
    ("أدين ضابط سوري بتعذيب معتقلين.", "أدين", "SANCTION", "convict", None),
    ("قضت محكمة مصرية بسجن ناشط.", "قضت محكمة", "COERCE", "arrest", None),
    ("انهيار المشاورات بين الحكومة اليمنية والحوثيين.", "انهيار المشاورات", "SANCTION", "discontinue", None),
    ("قررت السلطة الفلسطينية وقف التنسيق الأمني مع إسرائيل.", "وقف التنسيق", "SANCTION", "discontinue", None),
    ("سحبت الحكومة البحرينية جنسية خمسة معارضين.", "سحبت", "COERCE", "restrict", "Other"),
    ("ضبط الجيش اللبناني شاحنة محملة بصواريخ.", "ضبط", "COERCE", "seize", "Disrupted weapons use"),
    ("احتجزت البحرية الإيرانية ناقلة نفط بريطانية.", "احتجزت", "COERCE", "seize", "Other"),
    ("وزعت الأمم المتحدة سلالا غذائية على النازحين.", "وزعت", "AID", None, None),
    ("تقدمت البيشمركة بإسناد من طيران التحالف الدولي.", "إسناد", "AID", None, "Other"),
    ("دفع الجيش التركي بتعزيزات إلى إدلب.", "دفع", "MOBILIZE", "troops", "Other"),
    ("نشر الجيش الروسي منظومة دفاع جوي في طرطوس.", "نشر", "MOBILIZE", "weapons", "Other"),
    ("انتشرت قوات مكافحة الشغب العراقية قرب الجسر.", "انتشرت", "MOBILIZE", "police", "Other"),
    ("بدأ خروج مقاتلي المعارضة السورية من حمص.", "خروج", "RETREAT", "withdraw", "Other"),
    ("تراجعت الحكومة اللبنانية عن فرض الرسوم.", "تراجعت", "CONCEDE", None, None),
    ("خضعت الحكومة العراقية لمطالب المحتجين.", "خضعت", "CONCEDE", None, None),
    ("يتبادل الأردن والعراق معلومات استخبارية.", "يتبادل", "COOPERATE", None, None),
    ("جدد الفصيل السوري بيعة زعيم التنظيم.", "جدد", "SUPPORT", None, "Change to group/activity"),
    # a word that has its sense by what goes with it
    ("وقع الوزيران في جوبا بروتوكولا للدفاع.", "وقع", "AGREE", None, "Agreement"),
    ("أبرمت الحكومة المالية اتفاقا مع المتمردين.", "أبرمت", "AGREE", None, "Agreement"),
    ("ضبطت الشرطة الجزائرية أربع بنادق.", "ضبطت", "COERCE", "seize", "Disrupted weapons use"),
    ("ضبط الأمن المصري خلية مسلحة.", "ضبط", "COERCE", "arrest", "Arrests"),
    ("فككت الشرطة المغربية خلية إرهابية.", "فككت", "COERCE", "arrest", "Arrests"),
    ("دخل الأسرى الفلسطينيون في إضراب جوع.", "إضراب جوع", "PROTEST", "hunger", "Peaceful protest"),
    ("خرج آلاف السودانيين في مواكب إلى القصر.", "خرج", "PROTEST", "demo", "Peaceful protest"),
    ("احتجز المسلحون نزلاء الفندق رهائن.", "احتجز", "ASSAULT", "abduct", "Abduction/forced disappearance"),
    ("نشرت روسيا كتيبتين على الحدود.", "نشرت", "MOBILIZE", "troops", "Other"),
    ("وزعت الأمم المتحدة حصصا على النازحين.", "وزعت", "AID", None, None),
    ("جمدت ألمانيا مساعداتها لأفغانستان.", "جمدت", "SANCTION", "discontinue", None),
    ("حجبت السلطات الإيرانية مواقع إخبارية.", "حجبت", "COERCE", "censor", None),
    ("قطعت السلطات السودانية خدمة الإنترنت.", "قطعت", "COERCE", "censor", None),
    ("هددت إيران بإغلاق مضيق هرمز.", "إغلاق مضيق", "COERCE", "restrict", "Other"),
    ("تراجعت الحكومة التونسية عن قرار الزيادة.", "تراجعت", "CONCEDE", None, None),
    ("تراجعت القوات الليبية عن مواقعها.", "تراجعت", "RETREAT", "withdraw", "Other"),
    ("قضى القضاء المصري على ثلاثة متهمين بالسجن.", "قضى", "COERCE", "arrest", None),
    ("قضى الجيش المصري على خمسة مسلحين.", "قضى", "ASSAULT", None, None),
]


@pytest.mark.parametrize(("text", "trigger", "plover", "mode", "acled"), CODES)
def test_a_trigger_has_its_codes(
    events: Any, text: str, trigger: str, plover: str, mode: str | None, acled: str | None
) -> None:
    event = events(text)[trigger]
    assert (event.plover, event.mode, event.acled and event.acled[1]) == (plover, mode, acled)


@pytest.mark.parametrize("text", [getattr(case, "values", case)[0] for case in CODES])
def test_every_code_is_one_of_the_ontology(code: Any, reader: Any, text: str) -> None:
    rows = reader.pack.concepts.values()
    types, cameo = {row["plover"] for row in rows}, {row["cameo"].removeprefix("c") for row in rows}
    for event in code(text).events:
        assert event.plover in types
        assert event.cameo in cameo


def test_an_event_names_the_entry_that_found_it(code: Any) -> None:
    coded = code("قصفت القوات الروسية أوديسا.")
    (event,) = coded.events
    assert event.rule.startswith("ar.lexicon.triggers.")
    explanation = coded.explanations[event.id]
    assert explanation.rule == event.rule
    assert explanation.steps[0].words == "قصفت"
    assert any(event.cameo in step.why for step in explanation.steps)
