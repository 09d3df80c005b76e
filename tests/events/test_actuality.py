"""Whether an event was done, is under way, tried, planned, demanded, threatened or denied; and news or history."""

from __future__ import annotations

from typing import Any

import pytest


def failing(reason: str, *values: object) -> Any:
    """A case that fails today and must go on failing until it is promoted."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))


STATUS = [
    ("قصفت القوات الروسية الميناء.", "قصفت", "actual"),
    ("قالت كييف إن القوات الروسية قصفت الميناء.", "قصفت", "actual"),
    ("يواصل الجيش الروسي قصف خاركيف.", "قصف", "ongoing"),
    ("لا تزال الاشتباكات مستمرة في الخرطوم.", "الاشتباكات", "ongoing"),
    ("حاول مسلحون اقتحام السجن في كانو.", "اقتحام", "attempted"),
    ("أحبطت الشرطة المصرية محاولة تفجير كنيسة.", "تفجير", "attempted"),
    ("فشل المتمردون في اقتحام الثكنة.", "اقتحام", "attempted"),
    ("يعتزم الجيش العراقي شن هجوم على الموصل.", "هجوم", "planned"),
    ("دعت فرنسا إسرائيل إلى وقف القصف.", "وقف القصف", "demanded"),
    ("طالبت الأمم المتحدة بوقف القصف على غزة.", "وقف القصف", "demanded"),
    ("هددت روسيا بقصف كييف.", "قصف", "threatened"),
    ("نفت تركيا قصف المستشفى.", "قصف", "denied"),
    ("لم تقصف القوات الروسية المستشفى.", "تقصف", "denied"),
    ("لو قصفت روسيا الميناء لغرقت السفن.", "قصفت", "hypothetical"),
    ("من المقرر أن تنسحب القوات الأمريكية من النيجر.", "تنسحب", "planned"),
    ("قد تقصف روسيا كييف مجددا.", "تقصف", "hypothetical"),
]


@pytest.mark.parametrize(("text", "trigger", "status"), STATUS)
def test_the_status_of_an_event(events: Any, text: str, trigger: str, status: str) -> None:
    assert events(text)[trigger].status == status


HISTORY = [
    ("قصفت إسرائيل بيروت عام 1982.", "قصفت"),
    ("كانت القوات الفرنسية قد انسحبت من مالي عام 2022.", "انسحبت"),
    ("قصفت الطائرات الميناء في 3 آذار 2012.", "قصفت"),
    ("يذكر أن القوات الفرنسية انسحبت من مالي.", "انسحبت"),
    failing("before now, in front of a verb, is not found", "سبق أن قصفت القوات الروسية الميناء.", "قصفت"),
]


@pytest.mark.parametrize(("text", "trigger"), HISTORY)
def test_what_is_older_or_set_apart_is_background(events: Any, text: str, trigger: str) -> None:
    assert events(text)[trigger].background


@pytest.mark.parametrize(
    "text",
    ["قصفت القوات الروسية الميناء.", "قصفت القوات الروسية الميناء أمس.", "قصفت القوات الروسية الميناء في 2 أيار."],
)
def test_what_is_new_is_no_background(events: Any, text: str) -> None:
    assert not events(text)["قصفت"].background


def test_a_year_is_background_even_without_a_day_of_publication(events: Any) -> None:
    assert events("قصفت إسرائيل بيروت عام 1982.", None)["قصفت"].background
