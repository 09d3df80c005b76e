"""Corroboration: two sources give one number, say the same, or the one owns to what the other tells."""

from __future__ import annotations

from typing import Any

import pytest

CORROBORATIONS = {
    "one number of the same dead": (
        "أعلنت وزارة الصحة مقتل 14 مدنيا في قصف استهدف سوقا في مدينة إدلب.\n"
        "وقال مسعفون إن 14 مدنيا قتلوا في القصف على السوق.",
        "14 مدنيا قتلوا في القصف على السوق",
    ),
    "a named one and others": (
        "قال الجيش العراقي إن القائد أبو حمزة و21 مسلحا آخرين قتلوا في غارة على الحويجة.\n"
        "وقال مصدر أمني إن 22 مسلحا قتلوا في الغارة على الحويجة.",
        "22 مسلحا قتلوا في الغارة على الحويجة",
    ),
    "most words": (
        "قال شهود عيان إن مسلحين مجهولين أطلقوا النار على حافلة تقل عمالا قرب الرمادي.\n"
        "وقالت الشرطة العراقية إن المسلحين أطلقوا النار على الحافلة التي تقل العمال.",
        "المسلحين أطلقوا النار على الحافلة التي تقل العمال",
    ),
    "responsibility": (
        "قال مصدر أمني إن سيارة مفخخة انفجرت أمام مقر الشرطة في الموصل.\n"
        "وأعلن تنظيم الدولة الإسلامية مسؤوليته عن الانفجار.",
        "مسؤوليته عن الانفجار",
    ),
}

NONE = {
    "one number of other things": (
        "أعلنت وزارة الصحة مقتل 14 مدنيا في قصف على إدلب.\nوقال مسعفون إن 14 سيارة احترقت في القصف على إدلب."
    ),
    "one number of other harms": (
        "قالت الشرطة إن 14 مدنيا قتلوا في قصف على سوق إدلب.\nوقال مسعفون إن 14 مدنيا أصيبوا في القصف على سوق إدلب."
    ),
    "one source twice": (
        "قال مسعفون إن 14 مدنيا قتلوا في القصف على سوق إدلب.\nوأضاف المسعفون أن 14 مدنيا قتلوا في قصف سوق إدلب."
    ),
    "a surname": (
        "قال رئيس الأركان التونسي رشيد عمار إن الجيش أغلق معبر رأس جدير الحدودي أمس.\n"
        "وقال عمار إن الجيش أغلق معبر رأس جدير الحدودي."
    ),
    "a demand and a report": (
        "طالبت الأمم المتحدة بفتح معبر رفح الحدودي أمام شاحنات المساعدات.\n"
        "وقالت مصر إن معبر رفح الحدودي فتح أمام شاحنات المساعدات."
    ),
    "one place, another matter": (
        "قال مسعفون إن ثلاثة جنود قتلوا قرب كركوك.\nوقالت وزارة الزراعة إن محصول القمح في كركوك وفير."
    ),
}


@pytest.mark.parametrize(("text", "later"), CORROBORATIONS.values(), ids=CORROBORATIONS.keys())
def test_claims_corroborate(related: Any, text: str, later: str) -> None:
    assert [(kind, a) for kind, a, _ in related(text)] == [("corroborates", later)]


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_claims_do_not_corroborate(related: Any, text: str) -> None:
    assert [kind for kind, _, _ in related(text) if kind == "corroborates"] == []


def test_a_source_bears_out_a_claim_once(related: Any) -> None:
    text = (
        "قال مصدر أمني إن سيارة مفخخة انفجرت أمام مقر الشرطة في الموصل.\n"
        "وأعلن تنظيم الدولة الإسلامية مسؤوليته عن الانفجار.\nوأعلن تنظيم الدولة الإسلامية مسؤوليته عن انفجار السيارة."
    )
    assert [kind for kind, _, _ in related(text)] == ["corroborates"]
