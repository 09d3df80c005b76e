"""Who did it and to whom: active, passive, verbal noun, two-sided, by a demonym, in a speaker's mouth."""

from __future__ import annotations

from typing import Any

import pytest


def failing(reason: str, *values: object) -> Any:
    """A case that fails today and must go on failing until it is promoted."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))


# text, trigger, actors, targets
ROLES = [
    ("قصف الجيش الإسرائيلي مواقع لحزب الله في جنوب لبنان.", "قصف", ["ISR MIL"], ["LBN REB"]),
    ("هاجم الجيش الكونغولي مواقع للجيش الرواندي.", "هاجم", ["COD MIL"], ["RWA MIL"]),
    ("اعتقلت الشرطة التونسية ضابطا في الجيش الليبي.", "اعتقلت", ["TUN COP"], ["LBY MIL"]),
    ("اتهمت أوكرانيا روسيا بارتكاب جرائم حرب.", "اتهمت", ["UKR GOV"], ["RUS GOV"]),
    ("فرض الاتحاد الأوروبي عقوبات على بيلاروسيا.", "عقوبات", ["IGO EUR"], ["BLR GOV"]),
    ("زار الرئيس المصري الخرطوم.", "زار", ["EGY GOV"], ["SDN GOV"]),
    ("قطعت المغرب علاقاتها مع إيران.", "قطعت", ["MAR GOV"], ["IRN GOV"]),
    ("أطلق مسلحون النار على دورية للشرطة الكينية.", "أطلق", ["KEN UAF"], ["KEN COP"]),
    ("انسحبت القوات الفرنسية من مالي.", "انسحبت", ["FRA MIL"], []),
    ("اغتال مسلحون حاكم الولاية في كابل.", "اغتال", ["AFG UAF"], ["AFG GOV"]),
    ("اعتقلت الشرطة التونسية طالبتين وصحافية.", "اعتقلت", ["TUN COP"], ["TUN EDU", "TUN JRN"]),
    (
        "اندلعت اشتباكات بين الجيش السوداني وقوات الدعم السريع في الخرطوم.",
        "اشتباكات",
        ["SDN MIL", "SDN REB"],
        [],
    ),
    ("قصف متبادل بين الهند وباكستان عبر الحدود", "قصف متبادل", ["IND MIL", "PAK MIL"], []),
    ("اتفقت أرمينيا وأذربيجان على وقف القتال.", "اتفقت", ["ARM GOV", "AZE GOV"], []),
    ("استمر القصف التركي على سوريا حتى الفجر.", "القصف", ["TUR MIL"], ["SYR MIL"]),
    (
        "قالت وزارة الدفاع الأذربيجانية إن القوات الأرمينية قصفت مواقعها.",
        "قصفت",
        ["ARM MIL"],
        ["AZE MIL"],
    ),
    (
        "قصف العدو مواقعنا على الحدود، حسبما قالت وزارة الدفاع الأرمينية بعد اشتباكات مع القوات الأذربيجانية.",
        "قصف",
        ["AZE MIL"],
        ["ARM MIL"],
    ),
    ("تعرض الجيش المالي لهجوم من تنظيم القاعدة.", "هجوم", ["MLI REB"], ["MLI MIL"]),
    # side by side
    ("فرضت الشرطة المغربية والجيش المغربي حصارا على الحي.", "حصارا", ["MAR COP", "MAR MIL"], []),
    ("استخدمت روسيا والصين الفيتو.", "الفيتو", ["RUS GOV", "CHN GOV"], []),
    # who is hurt does no attack, and who is counted is the same whatever form the noun may be
    ("قتل ثلاثة مسلحين في غارة جوية أمريكية بالعراق.", "قتل", ["USA MIL"], ["IRQ UAF"]),
    ("قتل أربعة جنود ماليين في هجوم بشمال مالي.", "هجوم", [], ["MLI MIL"]),
    ("إن شخصين قتلا في انفجار ببغداد.", "قتلا", [], ["IRQ CVL"]),
    ("وقتل مهاجم 47 شخصا في باكستان.", "قتل", ["PAK UAF"], ["PAK CVL"]),
    # a verb of doing beside a noun
    ("قتل خمسة جنود ماليين في هجوم شنه مسلحون نيجريون قرب الحدود.", "هجوم", ["NER UAF"], ["MLI MIL"]),
    ("وقع الهجوم الذي نفذته جبهة النصرة في حلب.", "الهجوم", ["SYR REB"], []),
    ("شنت القوات الأوكرانية هجوما على مواقع للجيش الروسي.", "هجوما", ["UKR MIL"], ["RUS MIL"]),
    ("واصل الجيش السوداني قصف مواقع قوات الدعم السريع.", "قصف", ["SDN MIL"], ["SDN REB"]),
    ("نفذت عملية اغتيال قرب المسجد في بيروت.", "اغتيال", [], []),
    # whom somebody speaks to or accuses
    ("دعا الرئيس المصري الجيش السوداني إلى الانسحاب من المدينة.", "الانسحاب", ["SDN MIL"], []),
    ("دعا الرئيس المصري إلى الانسحاب من المدينة.", "الانسحاب", [], []),
    # pronouns
    ("أعلن الجيش اليمني أنه قتل ثلاثة من قادة المتمردين.", "قتل", ["YEM MIL"], ["YEM REB"]),
    ("قال مسؤول في الشرطة العراقية إن ثلاثة جنود قتلوا.", "قتلوا", [], ["IRQ MIL"]),
    ("اقتحم مسلحون المستشفى في صنعاء وخطفوا طبيبين.", "خطفوا", ["YEM UAF"], ["YEM MED"]),
    ("قال المسؤول إن الرجل الذي قتله جنود في باريس كان مسلحا.", "قتل", ["FRA MIL"], ["FRA CVL"]),
    ("إن عسكريين ماليين خطفهم متمردون في النيجر.", "خطف", ["NER REB"], ["MLI MIL"]),
    ("كثف المتمردون في كولومبيا هجماتهم على الشرطة.", "هجمات", ["COL REB"], ["COL COP"]),
    ("عاد جنود ماليون إلى باماكو بعد خطفهم في الصحراء.", "خطف", [], ["MLI MIL"]),
    # voice
    ("خطف مسلحون قبل أيام عددا من العمال في العراق.", "خطف", ["IRQ UAF"], ["IRQ LAB"]),
    ("خطف ثلاثة جنود ماليين في شمال مالي.", "خطف", [], ["MLI MIL"]),
    ("اختطف تسعة عراقيين في بغداد.", "اختطف", [], ["IRQ CVL"]),
    ("استشهد شاب برصاص الجيش الإسرائيلي في الخليل.", "استشهد", ["ISR MIL"], ["PSE CVL"]),
    ("قتل ستة طلاب في بغداد من قبل مسلحين.", "قتل", ["IRQ UAF"], ["IRQ EDU"]),
    ("نجا قائد الشرطة العراقية من محاولة اغتيال.", "محاولة اغتيال", [], ["IRQ COP"]),
    ("خطف المهندس في النيجر على يد متمردين مسلحين.", "خطف", ["NER REB"], ["NER CVL"]),
    # a comma may part a verb from the noun that it controls
    ("شنت القوات الأوكرانية، أمس، هجوما على القرم.", "هجوما", ["UKR MIL"], []),
    # people by common nouns
    ("أطلق رجلان النار على دورية للشرطة الإيرانية.", "أطلق", ["IRN UAF"], ["IRN COP"]),
    ("أطلقت الشرطة الإيرانية النار على رجلين.", "أطلقت", ["IRN COP"], ["IRN CVL"]),
    ("قصفت المعارضة المسلحة ثكنة في سوريا.", "قصفت", ["SYR REB"], ["SYR MIL"]),
    # what is attacked beside people
    ("وقع هجوم على نقطة تفتيش في العراق.", "هجوم", [], ["IRQ COP"]),
    ("وقع هجوم قرب نقطة تفتيش في العراق.", "هجوم", [], []),
    ("انفجرت عبوة على دورية بريطانية في البصرة.", "انفجرت", [], ["GBR MIL"]),
    # a government that is struck stays one; a state is struck as its army
    ("شن المتمردون هجوما على الحكومة السودانية في الخرطوم.", "هجوما", ["SDN REB"], ["SDN GOV"]),
    # protests
    ("تظاهر الآلاف في تونس احتجاجا على قرار الحكومة التونسية.", "تظاهر", ["TUN CVL"], ["TUN GOV"]),
    ("شهدت تركيا مظاهرات ضد الغلاء.", "مظاهرات", ["TUR CVL"], []),
    # an attack or a weapon does it, so that who stands after it undergoes it
    ("قتلت قذيفة ثلاثة جنود لبنانيين.", "قتلت", [], ["LBN MIL"]),
    ("قتل جندي في هجوم بسيارة مفخخة استهدفت قوات البيشمركة.", "هجوم", [], ["IRQ MIL"]),
    ("هجوم انتحاري يستهدف السفارة الفرنسية في نواكشوط", "هجوم انتحاري", [], ["FRA GOV"]),
    ("استهدف هجوم انتحاري السفارة الفرنسية في نواكشوط.", "هجوم انتحاري", [], ["FRA GOV"]),
    ("وقع هجوم في صنعاء استهدف قوات الشرطة اليمنية.", "هجوم", [], ["YEM COP"]),
    ("تعرض موكب السفير الفرنسي لهجوم في صنعاء.", "هجوم", [], ["FRA GOV"]),
    ("التقى الوفد الحكومة التركية غداة الهجوم في سروج.", "الهجوم", [], []),
    ("شن الجيش المالي هجوما استهدف متمردين في غاو.", "هجوما", ["MLI MIL"], ["MLI REB"]),
    ("وفي هجوم آخر استهدف مسلحون الشرطة العراقية.", "هجوم", ["IRQ UAF"], ["IRQ COP"]),
    ("انفجرت قنبلة قرب مقر الشرطة العراقية في الموصل.", "انفجرت", [], []),
    ("الشرطة تكافح لاحتواء العنف في كينيا.", "العنف", [], []),
    # members of a group have its code, which is of where they are if it roams
    ("قتل قياديان من القاعدة في اليمن في قصف أمريكي.", "قتل", ["USA MIL"], ["YEM REB"]),
    ("القضاء على ستة من قادة داعش في الموصل.", "القضاء على", [], ["IRQ REB"]),
    ("هاجم مسلحون يعتقد أنهم ينتمون لجبهة النصرة بلدة في إدلب.", "هاجم", ["SYR REB"], []),
    ("قتل ثلاثة جنود من القاعدة في اليمن.", "قتل", [], ["YEM MIL"]),
    # who is arrested is so by the police
    ("اعتقال أربعة أشخاص في الرياض.", "اعتقال", ["SAU COP"], ["SAU CVL"]),
    ("أعلن الجيش اللبناني اعتقال أربعة أشخاص.", "اعتقال", ["LBN MIL"], ["LBN CVL"]),
    ("قتل قائد عمليات حركة الشباب في مقديشو.", "قتل", [], ["SOM REB"]),
    ("لقي مسؤول العمليات في تنظيم القاعدة حتفه باليمن.", "حتف", [], ["YEM REB"]),
    # nouns and adjectives that lend their owner
    ("لدى محاولة الجيش المالي اقتحام القرية انسحب السكان.", "اقتحام", ["MLI MIL"], []),
    ("اشتبكت القوات العراقية مع عناصر داعش لدى محاولتهم اقتحام قرية قرب كركوك.", "اقتحام", ["IRQ REB"], []),
    ("يشتبه في ضلوع حركة الشباب في سلسلة هجمات وقعت في الصومال.", "هجمات", ["SOM REB"], []),
    ("المتمردون مسؤولون عن التفجير الذي وقع في كولومبيا.", "التفجير", ["COL REB"], []),
    ("تحاول قوات الأمن احتواء العنف في كينيا.", "العنف", [], []),
    ("نفى الجيش الإسرائيلي استهداف مدرسة في غزة.", "استهداف", ["ISR MIL"], ["PSE EDU"]),
    # a city after an attack is where it was; a state is invaded
    ("ارتفعت حصيلة هجوم لندن إلى سبعة قتلى.", "هجوم", [], ["GBR CVL"]),
    ("بعد الغزو الروسي لأوكرانيا", "الغزو", ["RUS MIL"], ["UKR MIL"]),
    ("بعد غزو العراق بقليل قتل جنديان أمريكيان في هجوم.", "غزو", [], ["IRQ MIL"]),
    # two states in one breath
    ("عطل الفيتو الروسي الصيني القرار.", "الفيتو", ["RUS GOV", "CHN GOV"], []),
    # tribes that fight are armed
    ("دارت معارك بين قبيلة المسيرية وجيش جنوب السودان.", "معارك", ["SSD UAF", "SSD MIL"], []),
    # forces that are sent or withdrawn act, with nobody for a target
    ("بدأ سحب الجنود الأمريكيين من العراق.", "سحب", ["USA MIL"], []),
    # whoever talks does so with the other
    ("انتهت المحادثات بين إيران وتركيا.", "المحادثات", ["IRN GOV", "TUR GOV"], []),
    ("أجرى الرئيس المصري محادثات مع نظيره السوداني.", "محادثات", ["EGY GOV", "SDN GOV"], []),
    ("رفضت الحكومة الإثيوبية الحوار مع جبهة تحرير تيغراي.", "الحوار", ["ETH GOV", "ETH REB"], []),
    # whose attack it is, after "of"
    ("وقع هجوم لتنظيم الدولة الإسلامية في الرمادي.", "هجوم", ["IRQ REB"], []),
    ("أسقطت الدفاعات الجوية السورية طائرة إسرائيلية قرب دمشق.", "أسقطت", ["SYR MIL"], ["ISR MIL"]),
    ("لقي ثلاثة أشخاص مصرعهم، معظمهم من الإيرانيين، في هجوم على مطعم في بغداد.", "مصرع", [], ["IRQ CVL"]),
    ("قتل خمسة من العمال في هجوم لمسؤول عمليات القاعدة في اليمن.", "قتل", ["YEM REB"], ["YEM LAB"]),
    # whom somebody asks
    ("طلبت الحكومة اللبنانية من الأمم المتحدة إرسال مراقبين.", "طلبت", ["LBN GOV"], ["IGO UNO"]),
    ("حثت واشنطن كلا من الهند وباكستان على ضبط النفس.", "حثت", ["USA GOV"], ["IND GOV", "PAK GOV"]),
    ("رفضت إيران الاتهامات الأمريكية.", "الاتهامات", ["USA GOV"], ["IRN GOV"]),
    # those hurt are the people that the toll tells of
    ("قتل خمسة إيرانيين في هجوم على قافلة في شمال العراق.", "هجوم", [], ["IRN CVL"]),
    ("قتل ثلاثة من قادة المتمردين في هجوم نفذته وحدة خاصة في اليمن.", "هجوم", ["YEM MIL"], ["YEM REB"]),
    ("ارتفعت الخسائر البشرية بين صفوف القوات الأمريكية.", "الخسائر البشرية", [], ["USA MIL"]),
    # whose aircraft they are
    ("شن الطيران السعودي غارات على صنعاء.", "غارات", ["SAU MIL"], []),
    ("قصف الطيران السوري حي الشعار في حلب.", "قصف", ["SYR MIL"], []),
    ("قصفت الطائرات التابعة للجيش السوري بلدة داريا.", "قصفت", ["SYR MIL"], []),
    ("اقتحمت الكتيبة التابعة لتنظيم داعش حقل المبروك في ليبيا.", "اقتحمت", ["LBY REB"], []),
    ("استهدف الجيش اليمني منصة تابعة للحوثيين في مأرب.", "استهدف", ["YEM MIL"], ["YEM REB"]),
    # who is said to have done it, in other words than those of its own clause
    ("قتل تسعة في هجوم نسبته السلطات إلى جماعة بوكو حرام.", "هجوم", ["NGA REB"], ["NGA CVL"]),
    ("قتل سبعة جنود في تفجير قرب مقديشو، وتبنته حركة الشباب.", "تفجير", ["SOM REB"], ["SOM MIL"]),
    ("قتل ثلاثة مدنيين في مقديشو، وحملت السلطات حركة الشباب مسؤولية التفجير.", "التفجير", ["SOM REB"], ["SOM CVL"]),
    ("وتبنت مسؤولية اغتيال المدعي العام في مقديشو.", "اغتيال", [], ["SOM JUD"]),
    ("قصفت بلدات أذربيجانية من قبل القوات الأرمينية.", "قصفت", ["ARM MIL"], ["AZE CVL"]),
    ("هددت روسيا بقصف كييف.", "قصف", ["RUS MIL"], ["UKR MIL"]),
    ("تبادلت الهند وباكستان القصف على الحدود.", "القصف", ["IND MIL", "PAK MIL"], []),
    # some of those told before, by a number and "of them"
    ("داهمت الشرطة الغانية منازل ناشطين واعتقلت نحو ثلاثين منهم.", "اعتقلت", ["GHA COP"], ["GHA OPP"]),
    ("لاحق الجيش النيجري المسلحين وقتل منهم أربعة.", "قتل", ["NER MIL"], ["NER UAF"]),
    ("قال الجيش التشادي إن جنوده تعرضوا لكمين وقتل ستة منهم.", "قتل", [], ["TCD MIL"]),
]


@pytest.mark.parametrize(("text", "trigger", "actors", "targets"), ROLES)
def test_actors_and_targets(events: Any, text: str, trigger: str, actors: list[str], targets: list[str]) -> None:
    event = events(text)[trigger]
    assert ([party.code for party in event.actors], [party.code for party in event.targets]) == (actors, targets)


def test_an_outlet_is_no_party(events: Any) -> None:
    for event in events("قالت رويترز إن الطائرات قصفت الميناء الليبي.").values():
        assert all("JRN" not in party.code for party in (*event.actors, *event.targets))


def test_a_party_keeps_its_own_words_and_id(events: Any) -> None:
    text = "قصف الجيش الإسرائيلي مواقع لحزب الله في جنوب لبنان."
    event = events(text)["قصف"]
    assert [(party.span.cut(text), party.actor) for party in event.actors] == [("الجيش الإسرائيلي", "states.isr.jaysh")]


def test_both_sides_in_a_trigger_of_two_are_the_states_named_before(events: Any) -> None:
    text = "تقاتلت إثيوبيا وإريتريا أمس. ثم تواصلت الاشتباكات بين البلدين."
    event = events(text)["الاشتباكات"]
    assert {party.code for party in event.actors} == {"ETH MIL", "ERI MIL"}


def codes(parties: Any) -> list[str]:
    return [party.code for party in parties]


def test_the_tellings_of_one_event_have_the_parties_that_tell_most(events: Any) -> None:
    told = events("مقتل ستة في هجوم بالعراق\n\nقتل ستة من عناصر البيشمركة في هجوم شنه تنظيم داعش قرب كركوك بالعراق.")
    assert [codes(told[trigger].targets) for trigger in ("مقتل", "هجوم", "هجوم 3")] == [["IRQ MIL"]] * 3


def test_another_event_keeps_its_own_parties(events: Any) -> None:
    told = events("قتل جندي عراقي في هجوم بالموصل. وخطف مسلحون طبيبا في البصرة.")
    assert codes(told["خطف"].targets) == ["IRQ MED"]


def test_fighting_that_names_no_side_has_those_that_are_told_later(events: Any) -> None:
    text = "تواصلت المعارك شمالي البلاد. وكانت الاشتباكات بين الجيش اليمني والمتمردين قد بدأت قبل شهر في صعدة."
    assert {party.code for party in events(text)["المعارك"].actors} == {"YEM MIL", "YEM REB"}


def test_fighting_of_which_no_side_is_told_has_none(events: Any) -> None:
    assert events("تواصلت المعارك في محيط المدينة.")["المعارك"].actors == ()


def test_a_group_that_roams_has_the_code_of_a_state_of_which_more_than_one_place_tells(events: Any) -> None:
    text = "شنت حركة طالبان هجوما في وادي سوات. وقال الجيش الباكستاني إنه يطارد المهاجمين."
    assert [party.code for party in events(text, "2009-05-15")["هجوما"].actors] == ["PAK REB"]


def test_a_known_group_in_marks_is_that_group(events: Any) -> None:
    event = events('قتل جندي في هجوم شنته حركة "طالبان" في أفغانستان.', "2009-05-15")["هجوم"]
    assert [party.actor for party in event.actors] == ["groups.taliban"]
