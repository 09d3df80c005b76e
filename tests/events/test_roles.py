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
    failing(
        "the aircraft of a state are not its army",
        "شن الطيران السعودي غارات على صنعاء.",
        "غارات",
        ["SAU MIL"],
        ["YEM MIL"],
    ),
    failing(
        "a town by its demonym is no target",
        "قصفت بلدات أذربيجانية من قبل القوات الأرمينية.",
        "قصفت",
        ["ARM MIL"],
        ["AZE CVL"],
    ),
    failing(
        "a threat of shelling takes its object for the one who shells",
        "هددت روسيا بقصف كييف.",
        "قصف",
        ["RUS MIL"],
        ["UKR MIL"],
    ),
    failing(
        "of two who exchange fire only one does the firing",
        "تبادلت الهند وباكستان القصف على الحدود.",
        "القصف",
        ["IND MIL", "PAK MIL"],
        [],
    ),
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
