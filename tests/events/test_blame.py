"""Who is said to have done a deed in other words than those of its own clause."""

from typing import Any

import pytest

TOLD = [
    # who claims it, by a noun for it or a pronoun
    (
        "انفجرت سيارة مفخخة في حي الكرادة في بغداد وقتلت 12 شخصا. وأعلن تنظيم الدولة الإسلامية مسؤوليته عن الهجوم.",
        "IRQ REB",
    ),
    ("قتل أربعة جنود في تفجير قرب كيسمايو، وتبنته حركة الشباب الصومالية.", "SOM REB"),
    ("قتل سبعة جنود في تفجير قرب مقديشو. وتبنت التفجير حركة الشباب.", "SOM REB"),
    ("قتل شرطيان في الهجوم الذي أعلنت حركة طالبان مسؤوليتها عنه في غزنة بأفغانستان.", "AFG REB"),
    ("قتل شرطيان في العريش، وأعلنت جماعة أنصار بيت المقدس في تغريدة مسؤوليتها عن العملية.", "EGY REB"),
    ("هز انفجار العاصمة كابول اليوم وأوقع ستة قتلى. وقال متحدث باسم طالبان إن مقاتليها نفذوا الهجوم.", "AFG REB"),
    ("قتل سبعة جنود في تفجير قرب مقديشو. وأعلنت حركة الشباب أنها تقف وراء التفجير.", "SOM REB"),
    # on whom somebody lays it
    ("قتل سبعة جنود في تفجير في عدن. وحملت السلطات تنظيم القاعدة المسؤولية عن التفجير.", "YEM REB"),
    ("قتل سبعة جنود في تفجير في قندهار. وألقى الجيش باللوم على حركة طالبان في التفجير.", "AFG REB"),
    ("قتل سبعة جنود في تفجير في قندهار. وألقى الجيش بمسؤولية الهجوم على حركة طالبان.", "AFG REB"),
    ("قتل سبعة جنود في تفجير في عدن. ونسبت السلطات الهجوم إلى تنظيم القاعدة.", "YEM REB"),
    ("قتل عشرون شخصا في هجوم نسبه الجيش إلى جماعة بوكو حرام في مايدوغوري.", "NGA REB"),
    ("قتل ثلاثون شخصا في تفجير انتحاري في سروج ألقيت المسؤولية فيه على تنظيم الدولة الإسلامية.", "TUR REB"),
    # who is believed to have done it, or undertook it
    ("قتل عشرون شخصا في هجوم يعتقد أن مسلحي بوكو حرام نفذوه في مايدوغوري.", "NGA REB"),
    ("قتل جنديان في عملية قامت بها حركة الشباب في كيسمايو.", "SOM REB"),
    ("قتل جنديان في هجوم تقف وراءه حركة الشباب في كيسمايو.", "SOM REB"),
    ("هز انفجار مدينة عدن، وقال مصدر أمني إن التفجير يحمل بصمات تنظيم القاعدة.", "YEM REB"),
]
NOBODY = [
    "قتل سبعة جنود في تفجير قرب مقديشو. ولم تتبن أي جهة الهجوم.",
    "قتل سبعة جنود في تفجير قرب مقديشو. ولم تعلن أي جهة مسؤوليتها عنه.",
    "قتل سبعة جنود في تفجير قرب مقديشو. ونفت حركة الشباب مسؤوليتها عنه.",
    "قتل سبعة جنود في تفجير قرب مقديشو. وتبنت القمة الأفريقية قرارا يدينه.",
]


def doers(events: Any, text: str) -> set[str]:
    """The codes of those who act in any telling of the violence of a text."""
    told = events(text, "2015-05-15").values()
    return {party.code for event in told if event.plover == "ASSAULT" for party in event.actors}


@pytest.mark.parametrize(("text", "doer"), TOLD)
def test_who_is_said_to_have_done_it(events: Any, text: str, doer: str) -> None:
    assert doers(events, text) == {doer}


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_did_what_nobody_is_said_to_have_done(events: Any, text: str) -> None:
    assert doers(events, text) == set()


def test_whoever_is_blamed_is_not_whom_it_befell(events: Any) -> None:
    told = events("قتل تسعة مزارعين في هجوم نسبته الشرطة إلى جماعة بوكو حرام في مايدوغوري.")
    assert {party.code for event in told.values() for party in event.targets} == {"NGA AGR"}


def test_it_is_told_which_rule_says_so(code: Any) -> None:
    coded = code("قتل تسعة مزارعين في هجوم نسبته الشرطة إلى جماعة بوكو حرام في مايدوغوري.")
    deed = next(
        event for event in coded.events if event.trigger.cut(coded.claimed.found.analysed.report.text) == "هجوم"
    )
    assert any("ar.events.blamed-by-relative" in step.why for step in coded.explanations[deed.id].steps)
