"""Whose deed a noun or verb tells, and whom it strikes: annexed, behind a preposition, in a relative clause, backed."""

from __future__ import annotations

from typing import Any

import pytest

# text, trigger, actors, targets
ROLES = [
    # what only the armed do is done by whoever is annexed to it
    ("قتل خمسة مدنيين بقصف الجيش السوري على ريف حماة.", "قصف", ["SYR MIL"], ["SYR CVL"]),
    ("جرح طفلان في قصف القوات التركية وروسيا على إدلب.", "قصف", ["TUR MIL", "RUS MIL"], ["SYR CVL"]),
    ("أدى قصف مواقع الحوثيين في صعدة إلى تدمير مخزن.", "قصف", [], ["YEM REB"]),
    ("أصيب عشرون شخصا خلال اقتحام القوات الإسرائيلية نابلس.", "اقتحام", ["ISR MIL"], ["PSE CVL"]),
    # an object after the genitive says that the genitive acts
    ("قتلت طبيبة في استهداف القوات الروسية المستشفى في ماريوبول.", "استهداف", ["RUS MIL"], ["UKR MED"]),
    ("أدى استهداف الجيش اليمني شرقي المدينة إلى مقتل ضابط.", "استهداف", [], ["YEM MIL"]),
    ("أدى استهداف القوات الفرنسية صباح الأحد في مالي إلى مقتل ضابط.", "استهداف", [], ["FRA MIL"]),
    # whose a bombardment is, after "of", where "on" says what it strikes
    ("وقع قصف عنيف للحوثيين على مدينة مأرب.", "قصف عنيف", ["YEM REB"], []),
    # a blast strikes what is annexed to it, unless it is a group
    ("نددت أثينا بتفجير السفارة اليونانية في طرابلس.", "تفجير", [], ["GRC GOV"]),
    # whom the relative clause says that it befell
    ("تبنى تنظيم داعش الهجوم الذي تعرض له الجيش المصري في العريش.", "الهجوم", ["EGY REB"], ["EGY MIL"]),
    # people of a body by the pronoun of its members
    ("قالت حركة الشباب إن ثلاثة انتحاريين من عناصرها هاجموا ميناء مقديشو.", "هاجموا", ["SOM REB"], []),
    # an official who tells of deaths killed nobody, a force may have
    ("ذكر مسؤولون غربيون أنه قتل خمسون من جنود الجيش الصومالي.", "قتل", [], ["SOM MIL"]),
    ("ذكر الجيش الصومالي أنه قتل خمسين من مسلحي حركة الشباب.", "قتل", ["SOM MIL"], ["SOM REB"]),
    # where a crowd goes, or what it is against, is not struck
    ("أطلقت القوات العراقية النار على محتجين حاولوا الوصول إلى السفارة الإيرانية.", "أطلقت", ["IRQ MIL"], ["IRQ CVL"]),
    ("فرقت الشرطة المغربية تظاهرة ضد الحكومة في الرباط.", "فرقت", ["MAR COP"], ["MAR CVL"]),
    ("أطلقت الشرطة التونسية الغاز المسيل للدموع في صفاقس.", "أطلقت", ["TUN COP"], ["TUN CVL"]),
    # what is fired has a target, and no party for an object
    ("سقطت قذائف أطلقها الحوثيون على القرى الحدودية في جازان.", "أطلق", ["YEM REB"], ["SAU CVL"]),
    # fire is exchanged with somebody by the subject of the verb before
    (
        "طوقت قوات الأمن الأفغانية الفندق وتبادلت إطلاق النار مع مسلحين في كابول.",
        "تبادلت",
        ["AFG COP", "AFG UAF"],
        [],
    ),
    # forces that belong to a group, and a body that a state backs
    ("اقتحمت قوات تابعة للمجلس الانتقالي الجنوبي ميناء عدن.", "اقتحمت", ["YEM REB"], []),
    ("هاجمت قوات موالية للحكومة اليمنية بلدة في صعدة.", "هاجمت", ["YEM MIL"], []),
    ("هاجمت قوات المجلس الانتقالي الجنوبي المدعومة إماراتيا ميناء عدن.", "هاجمت", ["YEM REB"], []),
    # a pronoun at a verbal noun acts where "to" brings the object, and undergoes it elsewhere
    ("شنت روسيا هجوما بعد غزوها الشامل لأوكرانيا.", "غزو", ["RUS MIL"], ["UKR MIL"]),
    ("ندد سكان بالجيش الإسرائيلي بعد اعتقاله للناشطين في جنين.", "اعتقال", ["ISR MIL"], ["PSE OPP"]),
    ("عاد الجنود الماليون إلى باماكو بعد خطفهم في الصحراء.", "خطف", [], ["MLI MIL"]),
    # a government too acts where an object follows
    ("بعد استعادة الحكومة السورية المساحات الزراعية في إدلب عاد السكان.", "استعادة", ["SYR MIL"], []),
    ("أعاد الجيش المصري اعتقال ثلاثة مسلحين في العريش.", "اعتقال", ["EGY MIL"], ["EGY UAF"]),
    # whoever fights "with" others is the subject of the clause, or the armed who stand before
    ("استعادت قوات البيشمركة بلدة قرب كركوك بعد معارك مع تنظيم داعش.", "معارك", ["IRQ MIL", "IRQ REB"], []),
    ("قتل ثلاثة جنود ماليين في اشتباكات مع متمردين في غاو.", "اشتباكات", ["MLI MIL", "MLI REB"], []),
    ("عاد السكان إلى القرية بعد معارك مع متمردين في شمال مالي.", "معارك", ["MLI REB"], []),
    # both sides of the fighting in which somebody of a side is killed
    (
        "قتلت البيشمركة خمسة من مسلحي تنظيم داعش خلال معارك شمال كركوك.",
        "معارك",
        ["IRQ MIL", "IRQ REB"],
        [],
    ),
    ("قتل الجيش المالي عشرين مسلحا في اشتباكات قرب غاو.", "اشتباكات", ["MLI MIL", "MLI UAF"], []),
    # what somebody is about to do is done to somebody else
    ("داهمت الشرطة التونسية المنزل بهدف اعتقاله.", "اعتقال", ["TUN COP"], []),
    # judges may protest, and are protested against
    ("نفذ قضاة إضرابا في تونس.", "إضرابا", ["TUN JUD"], []),
    # what is struck beside people
    ("قصفت القوات الروسية سوقا شعبية في إدلب.", "قصفت", ["RUS MIL"], ["SYR CVL"]),
    ("استهدفت غارة سيارة إسعاف في غزة.", "غارة", [], ["PSE MED"]),
    ("زار الوزير العراقي مركزا طبيا في أربيل.", "زار", ["IRQ GOV"], []),
    (
        "احتجز الجيش الإيراني ناقلة نفط ترفع علم بنما، وطالبت باريس بالإفراج عنها.",
        "طالبت",
        ["FRA GOV"],
        [],
    ),
    ("طردت الحكومة السودانية القنصل الإثيوبي.", "طردت", ["SDN GOV"], ["ETH GOV"]),
    # an adjective without an article ends the phrase of those who act
    ("هاجم مسلحون مجهولون الجيش المالي في غاو.", "هاجم", ["MLI UAF"], ["MLI MIL"]),
    ("قتلت جماعة مسلحة الجنود الماليين في غاو.", "قتلت", ["MLI REB"], ["MLI MIL"]),
    ("اتهمت منظمة حقوقية الجيش السوداني بالكذب.", "اتهمت", [], ["SDN MIL"]),
    ("قتلت عناصر مسلحة من حركة الشباب جنديا في الصومال.", "قتلت", ["SOM REB"], ["SOM MIL"]),
    # of what "and" adds to an accusation
    ("اتهم ناشطون الجيش السوداني بقتل أسرى، وبتعذيبهم في الخرطوم.", "تعذيب", ["SDN MIL"], ["SDN UAF"]),
    # an army's spokesman tells of its fighting with others
    ("تحدث ناطق باسم الجيش السوداني عن معارك مع متمردين في دارفور.", "معارك", ["SDN MIL", "SDN REB"], []),
    # his people are no government
    ("دعا الرئيس الأوكراني شعبه إلى الصمود.", "دعا", ["UKR GOV"], ["UKR CVL"]),
    # accused at some length
    (
        "وجهت منظمة حقوقية اتهامات للقوات المسلحة السودانية وحركة تحرير السودان بتصفية أسرى.",
        "تصفية أسرى",
        ["SDN MIL", "SDN REB"],
        ["SDN UAF"],
    ),
]

# text, trigger, targets
SPOKEN_TO = [
    # whoever undergoes what is condemned is not blamed for it
    ("أدانت الحكومة العراقية الهجوم على المدنيين في الموصل.", "أدانت", []),
    ("أدان الرئيس الفرنسي مقتل المدنيين في حلب.", "أدان", []),
    ("أدانت الحكومة العراقية هجوم تنظيم داعش على المدنيين في الموصل.", "أدانت", ["IRQ REB"]),
    ("انتقدت روسيا أوكرانيا بسبب قصف المدنيين.", "انتقدت", ["UKR GOV"]),
    # the state whose proposal or policy it is
    ("رفضت الحكومة الجزائرية مقترحا أمريكيا بفتح المجال الجوي.", "رفضت", ["USA GOV"]),
    ("انتقدت الصين السياسة الأميركية في آسيا.", "انتقدت", ["USA GOV"]),
    ("انتقدت المعارضة المصرية القانون المصري.", "انتقدت", []),
    ("رفضت الحكومة الجزائرية مقترحا يعيد السفير الفرنسي.", "رفضت", []),
]


@pytest.mark.parametrize(("text", "trigger", "actors", "targets"), ROLES)
def test_actors_and_targets(events: Any, text: str, trigger: str, actors: list[str], targets: list[str]) -> None:
    event = events(text)[trigger]
    assert ([party.code for party in event.actors], [party.code for party in event.targets]) == (actors, targets)


@pytest.mark.parametrize(("text", "trigger", "targets"), SPOKEN_TO)
def test_whom_words_are_about(events: Any, text: str, trigger: str, targets: list[str]) -> None:
    assert [party.code for party in events(text)[trigger].targets] == targets


def codes(parties: Any) -> list[str]:
    return [party.code for party in parties]


def test_the_occupier_by_the_noun_alone_is_the_one_named_before(events: Any) -> None:
    told = events("اعتقلت قوات الاحتلال الإسرائيلي شابا في نابلس. وقال سكان إن الاحتلال اقتحم المدينة فجرا.")
    assert codes(told["اقتحم"].actors) == ["ISR MIL"]


def test_the_occupier_of_whom_nobody_was_told_is_none(events: Any) -> None:
    told = events("قتل جنديان عراقيان في البصرة. وقال سكان إن الاحتلال قصف المدينة فجرا.")
    assert codes(told["قصف"].actors) == []


def test_whoever_arrested_before_does_so_again(events: Any) -> None:
    told = events("اعتقل الجيش الإسرائيلي شابين في الخليل. وقال سكان إن اعتقال ثلاثة آخرين جرى في الخليل أمس.")
    assert codes(told["اعتقال"].actors) == ["ISR MIL"]


def test_arrests_in_another_country_are_by_its_police(events: Any) -> None:
    told = events("اعتقل الجيش الإسرائيلي شابين في الخليل. وجرى اعتقال أربعة أشخاص في الرياض.")
    assert codes(told["اعتقال"].actors) == ["SAU COP"]


def test_one_place_told_twice_sets_nothing_in_its_country(events: Any) -> None:
    told = events(
        "نشر الجيش المصري قوات في العريش والشيخ زويد بشمال سيناء. وقتل ثلاثة مسلحين في رفح. ثم أصيب جندي في رفح.",
        "2015-07-02",
    )
    assert codes(told["أصيب"].targets) == ["EGY MIL"]
