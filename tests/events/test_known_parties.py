"""Parties that are known from before: by a surname, by a noun with the article, by an office of a body."""

from __future__ import annotations

from typing import Any

import pytest

KNOWN = [
    # a surname alone is of the side that the office before the full name tells
    (
        "تحدث رئيس المجلس الوطني السوري المعارض سمير نشار أمس. وقال نشار بعد لقائه وزير الخارجية الإيطالي إنه واثق.",
        "لقائ",
        ["SYR OPP"],
        ["ITA GOV"],
    ),
    # people by a noun with the article are of the state that was told with it before, if it was only one
    (
        "احتجزت حركة الشباب خمس رهائن من الكوريين الجنوبيين في الصومال. وأعدمت الحركة اثنين من الرهائن.",
        "أعدمت",
        ["SOM REB"],
        ["KOR CVL"],
    ),
    (
        "وصل حجاج إيرانيون وحجاج أتراك إلى العراق. وقال مسؤول إن مسلحين قتلوا الحجاج في بغداد.",
        "قتلوا",
        ["IRQ UAF"],
        ["IRQ CVL"],
    ),
    # an envoy is of the body that an adjective names, not of where he is sent
    ("دعا المبعوث الأممي إلى اليمن الحوثيين إلى ضبط النفس.", "دعا", ["IGO UNO"], ["YEM REB"]),
    ("دعا المبعوث الأميركي إلى اليمن الحوثيين إلى ضبط النفس.", "دعا", ["USA GOV"], ["YEM REB"]),
    ("يزور الموفد الدولي إلى سوريا كوفي أنان دمشق غدا.", "يزور", ["IGO UNO"], ["SYR GOV"]),
    # whoever is let go was taken before, by those who took him
    (
        "خطف مسلحون من حركة الشباب مهندسا تركيا في مقديشو. ودعت المنظمة إلى الإفراج عنه.",
        "الإفراج",
        ["SOM REB"],
        ["TUR CVL"],
    ),
    # who was killed where nobody tells who they were, and in no fighting, is a civilian
    ("سقط قتيلان بعد احتجاجات في الأردن.", "سقط قتيلان", [], ["JOR CVL"]),
    ("اندلعت معارك في مالي سقط فيها ثلاثون قتيلا.", "معارك", [], []),
    # "a man" is whom another telling names
    (
        "مقتل قيادي في حركة الشباب بغارة أميركية في الصومال. وقال شهود إن رجلا قتل في الغارة.",
        "قتل",
        ["USA MIL"],
        ["SOM REB"],
    ),
]
GROUPS = [
    # whoever a group is loyal to, or backed by, has no part in what it does
    ("شن الجيش العراقي عملية ضد مسلحين موالين لإيران في بغداد.", "عملية", ["IRQ MIL"], ["IRQ UAF"]),
    ("قصفت ميليشيات مدعومة من إيران قاعدة للجيش العراقي في بغداد.", "قصفت", ["IRQ UAF"], ["IRQ MIL"]),
    ("قصفت القوات الموالية للحكومة السورية حلب.", "قصفت", ["SYR MIL"], []),
    # groups of no name, and their members
    ("اندلعت معارك بين الجيش الصومالي وجماعات متمردة في مقديشو.", "معارك", ["SOM MIL", "SOM REB"], []),
    ("قبضت الشرطة الكويتية على ستة أعضاء في خلية إرهابية.", "قبضت", ["KWT COP"], ["KWT REB"]),
    ("قبضت الشرطة الكويتية على ستة أعضاء في ناد رياضي.", "قبضت", ["KWT COP"], ["KWT CVL"]),
]
SIDES = [
    # two adjectives of states that "and" joins
    (
        "أدت الغارات الأميركية والبريطانية إلى مقتل خمسة مدنيين في صنعاء.",
        "الغارات",
        ["USA MIL", "GBR MIL"],
        ["YEM CVL"],
    ),
    # "to" (li) brings what a verbal noun strikes
    ("أدى قصف إسرائيل للقرى الحدودية في لبنان إلى مقتل خمسة مدنيين.", "قصف", ["ISR MIL"], ["LBN CVL"]),
    ("انتقدت المنظمة قتل الجنود الماليين للمرة الثانية.", "قتل", [], ["MLI MIL"]),
    # whose word a noun is by "from"; by whom a relative clause says that an attack was
    ("تجاهلت روسيا طلبا من الحكومة الأرمينية للتدخل.", "طلبا", ["ARM GOV"], ["RUS GOV"]),
    ("أسفر القصف الذي طال قرى لبنانية من قبل الجيش السوري عن أضرار.", "القصف", ["SYR MIL"], []),
    # a preposition with a pronoun before the subject
    ("عقد مجلس الأمن جلسة حول لبنان دعت إليها تونس.", "دعت", ["TUN GOV"], []),
    # what came a week "from" (after) something is not from whom that is of
    ("وقع الهجوم بعد أقل من أسبوع من زيارة الرئيس المصري إلى الخرطوم.", "الهجوم", [], []),
    # the army that tells of the death of rebels killed them
    ("أعلن الجيش المصري مقتل عشرة متشددين في شمال سيناء.", "مقتل", ["EGY MIL"], ["EGY REB"]),
    ("أعلن الجيش المصري مقتل عشرة من جنوده في شمال سيناء.", "مقتل", [], ["EGY MIL"]),
    # the two who stand side by side before "between them"; whose aircraft by a pronoun
    ("دخلت هدنة بين الجيش المالي والحوثيين حيز التنفيذ بعد معارك عنيفة بينهما.", "معارك", ["MLI MIL", "YEM REB"], []),
    ("نفت موسكو أن تكون طائراتها شنت أي غارات أمس.", "غارات", ["RUS MIL"], []),
    # nor does an army fight its own state
    ("قصف الجيش السوداني الخرطوم أمس.", "قصف", ["SDN MIL"], []),
    ("قصف الجيش السوداني جوبا أمس.", "قصف", ["SDN MIL"], ["SSD MIL"]),
    # "many of" counts those of whom it is, and a verb spelt like a feminine plural has its subject after it
    ("قالت حركة الشباب إن مقاتليها قتلوا العديد من الجنود الأجانب في مقديشو.", "قتلوا", ["SOM REB"], ["INT MIL"]),
    ("يدين العراق التفجير في الرياض.", "يدين", ["IRQ GOV"], []),
    # nobody is accused who undergoes "the attack", nor attacked who condemns one on somebody else
    ("يدين مجلس الأمن الهجوم الدامي قوات الطوارئ السعودية ضحيته.", "يدين", ["IGO UNO"], []),
    ("أدان العراق العدوان الذي شنته إسرائيل على القرى الحدودية.", "العدوان", ["ISR MIL"], []),
    # whose sites are struck; who sent what is intercepted
    ("قال متحدث باسم الحوثيين إن القوات السعودية هاجمت مواقعهم.", "هاجمت", ["SAU MIL"], ["YEM REB"]),
    ("أسقطت الدفاعات الجوية الأوكرانية مسيرات أطلقتها القوات الروسية.", "أسقطت", ["UKR MIL"], ["RUS MIL"]),
    # what a deed is done in is done by the same; nobody fights himself
    ("اعتقلت القوات الإسرائيلية عشرة فلسطينيين في حملة دهم بالخليل.", "حملة", ["ISR MIL"], []),
    ("أطلقت الشرطة الإيرانية الرصاص على المتظاهرين فقتلت أربعة منهم.", "قتلت", ["IRN COP"], ["IRN CVL"]),
    # "gunmen" are no army, however often another one is named
    ("طعن مهاجمون المارة في لندن. وقالت الشرطة البريطانية إنها قتلت المهاجمين.", "طعن", ["GBR UAF"], ["GBR CVL"]),
]


@pytest.mark.parametrize(("text", "trigger", "actors", "targets"), [*KNOWN, *GROUPS, *SIDES])
def test_actors_and_targets(events: Any, text: str, trigger: str, actors: list[str], targets: list[str]) -> None:
    event = events(text)[trigger]
    assert ([party.code for party in event.actors], [party.code for party in event.targets]) == (actors, targets)
