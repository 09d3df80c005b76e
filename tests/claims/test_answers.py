"""Answers: a reply, a response to what was done, a question that is not answered; and silence."""

from __future__ import annotations

from typing import Any

import pytest

RELATIONS = {
    "in answer to": (
        "اتهمت إثيوبيا إريتريا بحشد قواتها على الحدود.\n"
        "وردا على هذه الاتهامات قال وزير الخارجية الإريتري إن بلاده لا تسعى إلى الحرب.",
        ("answers", "بلاده لا تسعى إلى الحرب", "إريتريا بحشد قواتها على الحدود"),
    ),
    "commenting on what was said": (
        "قالت المنظمة إن القصف دمر ثلاث مدارس.\nوتعليقا على تدمير المدارس قال وزير الدفاع إن التحقيق بدأ.",
        ("answers", "التحقيق بدأ", "القصف دمر ثلاث مدارس"),
    ),
    "a response": (
        "قال الجيش الكولومبي إن الهجوم بدأ بعد استفزاز من المتمردين، وأضاف أن قواته قامت برد محدود.",
        ("answers", "قواته قامت برد محدود", "الهجوم بدأ بعد استفزاز من المتمردين"),
    ),
    "declined to comment": (
        "قالت منظمة العفو الدولية إن الجيش النيجيري أعدم محتجزين.\nورفض الجيش النيجيري التعليق على هذه الأنباء.",
        ("answers", "رفض الجيش النيجيري التعليق على هذه الأنباء", "الجيش النيجيري أعدم محتجزين"),
    ),
    "did not confirm": (
        "قال سكان محليون إن القتال أسفر عن مقتل عشرة أشخاص.\nولم تؤكد بعثة الأمم المتحدة هذه الحصيلة.",
        ("answers", "لم تؤكد بعثة الأمم المتحدة هذه الحصيلة", "القتال أسفر عن مقتل عشرة أشخاص"),
    ),
    "no word on a call": (
        "دعت منظمة الصحة العالمية إلى فتح المعابر أمام المساعدات.\nولم تعلق الحكومة السورية على هذه الدعوة.",
        ("silence", "لم تعلق الحكومة السورية على هذه الدعوة", "فتح المعابر أمام المساعدات"),
    ),
}

NONE = {
    "a response that names what it responds to": (
        "اتهم الجيش الكولومبي المتمردين بخرق الهدنة، وقال إن قواته ردت على مصادر النيران."
    ),
    "a hope for a response": (
        "قال الوزير إن الهجوم بدأ بعد استفزاز من المتمردين، وقال إنه يأمل في رد من المجتمع الدولي."
    ),
    "in answer to nobody": "وردا على سؤال قال وزير الخارجية الإريتري إن بلاده لا تسعى إلى الحرب.",
    "no details from the one who speaks": "قال المتحدث إن الجيش قصف موقعا، دون إعطاء مزيد من التفاصيل.",
}


@pytest.mark.parametrize(("text", "relation"), RELATIONS.values(), ids=RELATIONS.keys())
def test_claims_are_answered(related: Any, text: str, relation: tuple[str, str, str]) -> None:
    assert related(text) == [relation]


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_claims_are_not_answered(related: Any, text: str) -> None:
    assert [kind for kind, _, _ in related(text) if kind in ("answers", "silence")] == []
