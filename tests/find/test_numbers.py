"""Numbers: digits of both kinds, number words put together, modifiers, and words for a vague many."""

from __future__ import annotations

from typing import Any

import pytest


def failing(reason: str, *values: object) -> Any:
    """A case that fails today and must go on failing until it is promoted."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))


NUMBERS = [
    ("أصيب 12 جنديا.", 12, 12),
    ("أصيب ١٢ جنديا.", 12, 12),
    ("نزح 1,500 شخص.", 1500, 1500),
    ("نزح ١٬٥٠٠ شخص.", 1500, 1500),
    ("نزح 30 ألف شخص.", 30_000, 30_000),
    ("أصيب خمسة وعشرون جنديا.", 25, 25),
    ("أصيب ثلاثة عشر جنديا.", 13, 13),
    ("أصيب أحد عشر جنديا.", 11, 11),
    ("أصيب مئة وخمسة وعشرون جنديا.", 125, 125),
    ("أصيب ثلاثمائة وأربعة وستون شخصا.", 364, 364),
    ("نزح ثلاثة آلاف وخمسمئة شخص.", 3500, 3500),
    ("نزح مئتان وخمسون شخصا.", 250, 250),
    ("نزح مئتا ألف شخص.", 200_000, 200_000),
    ("أصيب ما لا يقل عن سبعة أشخاص.", 7, None),
    ("أصيب ستة أشخاص على الأقل.", 6, None),
    ("أصيب أكثر من أربعين شخصا.", 40, None),
    ("أصيب أقل من عشرة أشخاص.", 0, 10),
    ("أصيب نحو 50 شخصا.", 50, 50),
    ("أصيب عشرات الأشخاص.", 20, None),
    ("فر مئات السكان.", 200, None),
    ("فرت عشرات الآلاف من العائلات.", 20_000, None),
    ("أصيب بضعة جنود.", 3, 9),
    ("نزح أكثر من مليوني شخص.", 2_000_000, None),
    failing("half a million is not added", "نزح مليون ونصف مليون شخص.", 1_500_000, 1_500_000),
    ("أصيب ما بين 10 و15 شخصا.", 10, 15),
]


@pytest.mark.parametrize(("text", "lo", "hi"), NUMBERS)
def test_a_number_is_a_range(mentions: Any, text: str, lo: int, hi: int | None) -> None:
    assert [(n["lo"], n["hi"]) for n in mentions("number", text).values()] == [(lo, hi)]


def test_the_words_of_a_modifier_belong_to_the_number(mentions: Any) -> None:
    assert list(mentions("number", "أصيب ما لا يقل عن سبعة أشخاص.")) == ["ما لا يقل عن سبعة"]


def test_two_numbers_of_a_sentence_stay_apart(mentions: Any) -> None:
    found = mentions("number", "أصيب سبعة جنود وفر عشرون آخرون من القرية.")
    assert [(n["lo"], n["hi"]) for n in found.values()] == [(7, 7), (20, 20)]


def test_a_conjunction_joins_only_numbers(mentions: Any) -> None:
    found = mentions("number", "وصل خمسة ووزير.")
    assert list(found) == ["خمسة"]


@pytest.mark.parametrize(
    "text",
    [
        "عاد السكان إلى بيوتهم.",
        "عاد السكان في الصباح إلى بيوتهم.",
        "بلغ ارتفاع المياه 3.5 متر.",
        "بلغت النسبة 3.5 بالمئة.",
    ],
)
def test_text_without_whole_numbers_has_none(mentions: Any, text: str) -> None:
    assert mentions("number", text) == {}
