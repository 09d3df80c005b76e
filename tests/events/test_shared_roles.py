"""Who acts where a verb has no subject of its own, and to whom words are said that name nobody."""

from __future__ import annotations

from typing import Any

import pytest

# text, trigger, actors, targets
SUBJECTS = [
    # a verb after "and" has the subject of the one before it
    ("اقتحم الجيش السوري البلدة ودمر ثلاثة منازل.", "دمر", ["SYR MIL"], ["SYR CVL"]),
    ("هاجم مسلحون قرية في مالي ثم أحرقوا المدرسة.", "أحرقوا", ["MLI UAF"], ["MLI EDU"]),
    ("داهمت الشرطة التونسية مقهى واعتقلت عشرات الشبان.", "اعتقلت", ["TUN COP"], ["TUN CVL"]),
    ("ورحبت الولايات المتحدة بالخطوة ودعت حركة حماس إلى التهدئة.", "دعت", ["USA GOV"], ["PSE REB"]),
    ("رحبت كندا بالقرار، لكنها توعدت الحوثيين برد.", "توعدت", ["CAN GOV"], ["YEM REB"]),
    # but not one of another gender, or one that has its own
    ("انتقدت فرنسا القرار وانتقد الجيش اللبناني إسرائيل.", "انتقد", ["LBN MIL"], ["ISR GOV"]),
    ("احتجز الجيش الإيراني ناقلة ترفع علم بنما، وطالبت لندن بالإفراج عنها.", "طالبت", ["GBR GOV"], []),
    # who does not agree with the verb before it is its object
    ("استدعت إثيوبيا سفيرها واتهمت الجيش السوداني بالتوغل.", "اتهمت", ["ETH GOV"], ["SDN MIL"]),
    # an official of a party, a unit of a force
    ("رحب الأمين العام للأمم المتحدة بالاتفاق.", "رحب", ["IGO UNO"], []),
    ("قضت مفارز للجيش الجزائري على ثلاثة إرهابيين.", "قضت", ["DZA MIL"], ["DZA UAF"]),
    # a participle has the subject of its clause
    ("غادر الوزير الروسي القاعة محذرا أوكرانيا من الرد.", "محذرا", ["RUS GOV"], ["UKR GOV"]),
    ("حذرت روسيا من التصعيد، متهمة أوكرانيا بقصف الجسر.", "متهمة", ["RUS GOV"], ["UKR GOV"]),
    ("وصل مسلحون إلى قرية في مالي وأطلقوا النار على المزارعين.", "أطلقوا", ["MLI UAF"], ["MLI AGR"]),
    # people whom a verb describes
    ("فرقت الشرطة المصرية محتجين حاولوا اقتحام البرلمان.", "اقتحام", ["EGY CVL"], ["EGY LEG"]),
    # who speaks for the commander of a group; who threatens those who did it has not done it
    ("في السودان اتهم مستشار قائد الدعم السريع الجيش بقصف السوق.", "اتهم", ["SDN REB"], ["SDN MIL"]),
    ("توعد الرئيس التركي مدبري التفجير بالعقاب.", "التفجير", [], []),
    # whose weapons they are
    ("قصفت مروحيات للجيش المالي المهاجمين.", "قصفت", ["MLI MIL"], ["MLI UAF"]),
    ("هدمت جرافات إسرائيلية منزلا في رام الله بالضفة الغربية.", "هدمت", ["ISR MIL"], ["PSE CVL"]),
    ("نفى متحدث باسم الجيش الليبي أن تكون طائراته قصفت مدرسة.", "قصفت", ["LBY MIL"], ["LBY EDU"]),
    ("أصيب جندي مالي في كمين نصبه مسلحون.", "كمين", ["MLI UAF"], ["MLI MIL"]),
    # what is taken from somebody, what is done with somebody's help
    ("أعلن الجيش السوداني استعادة مدينة سنجة من قوات الدعم السريع.", "استعادة", ["SDN MIL"], ["SDN REB"]),
    ("ورد الجيش الإسرائيلي بقصف بلدة كفركلا اللبنانية.", "قصف", ["ISR MIL"], []),
    # members of a body by a pronoun, bodies of two states by one noun
    ("أعلنت جبهة النصرة مقتل ثلاثة من عناصرها في غارة.", "مقتل", [], ["SYR REB"]),
    ("بدأت القوات المصرية والسودانية تدريبات في قاعدة مروي.", "تدريبات", ["EGY MIL", "SDN MIL"], []),
    # who is told of is not who is sent there, and forces are sent to nobody
    ("نشرت بولندا كتيبتين على حدودها مع بيلاروسيا.", "نشرت", ["POL MIL"], []),
]

ADDRESSEES = [
    ("نفى المتمردون اتهامات الحكومة السورية بقصف الحي.", "نفى", ["SYR REB"], ["SYR GOV"]),
    ("نفى المتمردون اتهامات الحكومة السورية بقصف الحي.", "اتهامات", ["SYR GOV"], ["SYR REB"]),
    ("اتهمت قطر مصر بالتجسس. ونفت القاهرة ذلك.", "نفت", ["EGY GOV"], ["QAT GOV"]),
    ("قصفت طائرات تركية مواقع في العراق، وأدانت بغداد القصف التركي.", "أدانت", ["IRQ GOV"], ["TUR GOV"]),
    ("هددت حركة الشباب بشن هجمات إذا لم تسحب كينيا قواتها.", "هددت", ["SOM REB"], ["KEN GOV"]),
    ("هددت حركة الشباب بشن هجمات.", "هددت", ["SOM REB"], []),
    # who does something else besides is not who is answered
    ("رفضت تركيا المقترح فيما دعت ألمانيا إلى التهدئة.", "رفضت", ["TUR GOV"], []),
    ("رفضت تركيا المقترح فيما دعت ألمانيا إلى التهدئة.", "دعت", ["DEU GOV"], []),
    ("رفض الجيش السوداني هدنة اقترحتها تركيا.", "رفض", ["SDN MIL"], ["TUR GOV"]),
    ("رفض الجيش السوداني هدنة طويلة.", "رفض", ["SDN MIL"], []),
    ("توعدت الحكومة العراقية في بغداد تركيا بالرد.", "توعدت", ["IRQ GOV"], ["TUR GOV"]),
    ("دعت السعودية مجلس الأمن إلى الضغط على إيران.", "دعت", ["SAU GOV"], ["IGO UNO"]),
    ("يصل وزير الخارجية الإيراني إلى بيروت الأحد.", "يصل", ["IRN GOV"], ["LBN GOV"]),
    ("يصل وزير الخارجية الإيراني إلى طهران الأحد.", "يصل", ["IRN GOV"], []),
    ("اعتقلت السلطات العراقية صحافية بعدما اتهمتها الحكومة العراقية بالتجسس.", "اتهمت", ["IRQ GOV"], ["IRQ JRN"]),
]


@pytest.mark.parametrize(("text", "trigger", "actors", "targets"), [*SUBJECTS, *ADDRESSEES])
def test_who_acts_and_who_is_meant(events: Any, text: str, trigger: str, actors: list[str], targets: list[str]) -> None:
    event = events(text)[trigger]
    assert ([party.code for party in event.actors], [party.code for party in event.targets]) == (actors, targets)


def test_a_truce_without_sides_is_of_those_who_fight(events: Any) -> None:
    found = events("اندلعت معارك بين الجيش اليمني والحوثيين في تعز. ثم أعلنت هدنة لثلاثة أيام.")
    assert [party.code for party in found["هدنة"].actors] == ["YEM MIL", "YEM REB"]


def test_a_warning_of_an_attack_is_not_of_one_by_whom_it_is_said_to(events: Any) -> None:
    found = events("حذرت واشنطن كييف من هجوم وشيك.")
    assert [party.code for event in found.values() for party in event.actors if event.plover == "ASSAULT"] == []


def test_who_is_accused_did_nothing_that_the_next_sentence_tells(events: Any) -> None:
    found = events("وجهت باريس اتهامات للجيش السوري. وفي قصف بالمدفعية قتل شخصان.")
    assert found["قصف بالمدفعية"].actors == ()
    blamed = events("وجهت باريس اتهامات للجيش السوري بقصف الحي.")
    assert [party.code for party in blamed["قصف"].actors] == ["SYR MIL"]


def test_protests_of_a_country_are_those_of_its_people(events: Any) -> None:
    protest = events("تواصلت الاحتجاجات المصرية أمس.")["الاحتجاجات"]
    assert ([party.code for party in protest.actors], protest.targets) == (["EGY CVL"], ())
    shelling = events("أدى القصف المصري إلى مقتل شخصين.")["القصف"]
    assert [party.code for party in shelling.actors] == ["EGY MIL"]
