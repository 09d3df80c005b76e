"""How many are told of as killed and injured: by what word, before or after it, and of which attack."""

from __future__ import annotations

from typing import Any

import pytest

Bounds = tuple[int, int | None] | None

OF_A_WORD = [
    # a verb and its subject or object
    ("قال الناطق إن تسعة حراس وثلاثة حراس آخرين قتلوا أمس.", "قتلوا", (12, 12), None),
    ("قال الناطق إن تسعة مسلحين وثلاثة مدنيين قتلوا أمس.", "قتلوا", (9, 9), None),  # a record for each group
    ("أعلن المستشفى أن العشرات قتلوا في المعارك.", "قتلوا", (20, None), None),
    ("قال شاهد إن رجلين قتلا في الحادث.", "قتلا", (2, 2), None),
    ("وكان الضابط سامي الحلاق قتل في غارة جوية.", "قتل", (1, 1), None),
    ("وقتل في الاشتباكات سبعة من عناصر الشرطة.", "قتل", (7, 7), None),
    ("قتل مسلحون ثلاثة جنود عند الحاجز.", "قتل", (3, 3), None),
    ("قتلت قوات الاحتلال شابا فلسطينيا قرب جنين.", "قتلت", (1, 1), None),
    ("جرح 16 شخصا 3 منهم في حالة خطرة.", "جرح", None, (16, 16)),
    ("قتل خمسة من الزوار من بينهم سيدة.", "قتل", (5, 5), None),
    ("لقي 20 شخصا مصرعهم في تفجير.", "لقي", (20, 20), None),
    ("لقي عاملان في منظمة أطباء بلا حدود مصرعهما في غارة.", "لقي", (2, 2), None),  # "without" is part of a name
    ("قال السكان إن مئات المزارعين لقوا حتفهم.", "لقوا", (200, None), None),
    ("أودى الهجوم بحياة ضابط وجنديين.", "أودى", (3, 3), None),
    ("أصيب جنديان بجروح طفيفة.", "أصيب", None, (2, 2)),
    ("أصيب عدد من الركاب بجروح.", "أصيب", None, (1, None)),
    ("اغتال مسلحون ضابطا برتبة عقيد.", "اغتال", (1, 1), None),
    ("مقتل شرطيين في كمين. وقال الناطق إن القتيلين كانا في دورية.", "مقتل", (2, 2), None),  # else any number of them
    ("أصيب خلالها أكثر من 20 رجلا.", "أصيب", None, (20, None)),
    # a verbal noun and those hurt
    ("أكد الجيش مقتل أحد جنوده وجرح آخر.", "مقتل", (1, 1), (1, 1)),
    ("أدى الهجوم إلى مقتل سائق وإصابة زميله.", "مقتل", (1, 1), (1, 1)),
    ("مقتل أبو ليث و14 مسلحا آخرين في غارة", "مقتل", (15, 15), None),
    ("أدى الحادث إلى مقتلهما.", "مقتل", (2, 2), None),
    ("تسبب الهجوم في مقتل وإصابة عشرين مدنيا.", "مقتل", (1, 19), (1, 19)),
    # a noun for those hurt
    ("عثر الأهالي على جثث خمسة جنود.", "جثث", (5, 5), None),
    ("سقط أكثر من 30 شخصا بين قتيل وجريح.", "قتيل", (1, None), (1, None)),
    ("سقوط 40 قتيلا وجريحا في تفجير انتحاري.", "قتيلا", (1, 39), (1, 39)),
    ("ارتفعت حصيلة القتلى إلى 30.", "القتلى", (30, 30), None),
    ("أعلنت الوزارة ارتفاع عدد القتلى إلى 50 والجرحى إلى 200.", "القتلى", (50, 50), (200, 200)),
    ("نقلت سيارات الإسعاف القتلى إلى المشرحة.", "القتلى", None, None),  # told of before
    ("وكان بين أولئك القتلى قائد ميداني.", "القتلى", None, None),
    # nobody
    ("ولم ترد أنباء عن وقوع إصابات.", "إصابات", None, (0, 0)),
]


@pytest.mark.parametrize(("text", "trigger", "killed", "injured"), OF_A_WORD)
def test_the_toll_of_a_word_of_harm(events: Any, text: str, trigger: str, killed: Bounds, injured: Bounds) -> None:
    event = next(event for words, event in events(text).items() if words.startswith(trigger))
    assert (event.killed, event.injured) == (killed, injured)


OF_AN_ATTACK = [
    ("قتل ثلاثة أشخاص وجرح 16 آخرون في انفجار قنبلة.", "انفجار", (3, 3), (16, 16)),
    ("قتل جنديان عندما قصفت الطائرات موقعا للجيش.", "قصفت", (2, 2), None),
    ("وقع هجوم استهدف دورية للشرطة وأسفر عن مقتل ستة جنود.", "هجوم", (6, 6), None),
    ("فجر انتحاري نفسه وسط حشد ما أسفر عن مقتل 17 شخصا على الأقل.", "فجر", (17, None), None),
    ("لم يسفر الهجوم عن ضحايا.", "الهجوم", (0, 0), None),
    ("تسبب الهجوم بإصابات في صفوف الجنود.", "الهجوم", None, (1, None)),
    ("لم يصب أحد بأذى في الهجوم.", "الهجوم", None, (0, 0)),
    # the toll of another attack or another matter
    ("أوقعت الحرب 900 قتيل منذ الغزو.", "الغزو", None, None),
    ("قتل ثلاثة جنود في كمين بينما تتواصل الاشتباكات في المدينة.", "الاشتباكات", None, None),
    ("شن المسلحون هجوما وقال شاهد إن حارسا قتل.", "هجوما", None, None),
    ("استنكر الوزير الهجوم بعد القصف الذي أوقع عشرة قتلى.", "الهجوم", None, None),
    ("أحبطت الشرطة محاولة اغتيال وزير.", "محاولة", None, None),
]


@pytest.mark.parametrize(("text", "trigger", "killed", "injured"), OF_AN_ATTACK)
def test_the_toll_of_an_attack(events: Any, text: str, trigger: str, killed: Bounds, injured: Bounds) -> None:
    event = next(event for words, event in events(text).items() if words.startswith(trigger))
    assert (event.killed, event.injured) == (killed, injured)


def test_an_arrest_and_the_murder_before_it_are_two_events(code: Any) -> None:
    assert [event.plover for event in code("اعتقلت الشرطة خمسة رجال بعد اغتيال القاضي.").events] == [
        "COERCE",
        "ASSAULT",
    ]


def test_those_hurt_may_stand_behind_where_and_when(events: Any) -> None:
    assert events("قتل في الحرب الأولى بين 1988 و1994 نحو 30 ألف شخص.")["قتل"].killed == (30_000, 30_000)
    found = events("قتل في الهجوم سبعة رجال.")
    assert (found["الهجوم"].actors, found["الهجوم"].killed) == ((), (7, 7))
