"""Numbers: digits of both kinds, number words put together, modifiers, and words for a vague many."""

from __future__ import annotations

from typing import Any

import pytest

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
    ("نزح مليون ونصف مليون شخص.", 1_500_000, 1_500_000),
    ("نزح مليون ونصف المليون شخص.", 1_500_000, 1_500_000),
    ("نزح نصف مليون شخص.", 500_000, 500_000),
    ("نزح مليون ومئتا ألف شخص.", 1_200_000, 1_200_000),
    ("نزح 1.5 مليون شخص.", 1_500_000, 1_500_000),
    ("نزح ألف مليون شخص.", 1_000_000_000, 1_000_000_000),
    ("أصيب ثمانية وعشرون جنديا.", 28, 28),
    ("أصيبت إحدى عشرة امرأة.", 11, 11),
    ("أصيبت ثماني عشرة امرأة.", 18, 18),
    ("أصيب ثمانمئة وتسعة وتسعون شخصا.", 899, 899),
    ("نزح 3 آلاف و250 شخصا.", 3250, 3250),
    ("أصيب عشرون ونيف.", 20, 29),
    ("أصيب 30 شخصا كحد أقصى.", 0, 30),
    ("نزح بضعة آلاف من السكان.", 3000, 9000),
    ("نزحت آلاف العائلات.", 2000, None),
    ("أصيب 20-30 شخصا.", 20, 30),
    ("نزح بين 10 و15 ألف شخص.", 10_000, 15_000),
    ("بلغ ارتفاع المياه 3.5 متر.", 3.5, 3.5),
    ("أكل نصف الرغيف.", 0.5, 0.5),
    ("أكل ثلاثة أرباع الرغيف.", 0.75, 0.75),
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
        "صدر القرار 1701 عن المجلس.",
        "أطلقوا النار من رشاش عيار 12.7 ملم.",
        "حلقت طائرة إف-16 فوق البلدة.",
        "وصل الفوج 46 إلى القرية.",
        "بلغت النسبة 3.5 بالمئة.",
    ],
)
def test_text_without_counts_has_none(mentions: Any, text: str) -> None:
    assert mentions("number", text) == {}


SENSES = [
    ("قطعت القافلة 100 كيلومتر.", "100", "measure"),
    ("دفعوا 500 دولار.", "500", "money"),
    ("أصيب 12 جنديا.", "12", "count"),
    ("أصيب 2014 جنديا.", "2014", "count"),
    ("عاد إلى بلده في 2014.", "2014", "year"),
]


@pytest.mark.parametrize(("text", "words", "sense"), SENSES)
def test_a_number_says_what_it_is_told_of(mentions: Any, text: str, words: str, sense: str) -> None:
    assert mentions("number", text)[words]["sense"] == sense


PERCENTAGES = [
    ("ارتفعت الأسعار 10 في المئة.", "10 في المئة", 10, 10),
    ("ارتفعت الأسعار عشرين بالمئة.", "عشرين بالمئة", 20, 20),
    ("ارتفعت الأسعار 3,5%.", "3,5%", 3.5, 3.5),
    ("ارتفعت الأسعار أكثر من 40 بالمائة.", "أكثر من 40 بالمائة", 40, None),
]


@pytest.mark.parametrize(("text", "words", "lo", "hi"), PERCENTAGES)
def test_a_percentage_is_no_count(mentions: Any, text: str, words: str, lo: float, hi: float | None) -> None:
    (found,) = mentions("percent", text).items()
    assert (found[0], found[1]["lo"], found[1]["hi"]) == (words, lo, hi)
    assert mentions("number", text) == {}


ORDINALS = [
    ("دخل الفوج الثالث القرية.", "الثالث", 3),
    ("الغارة الحادية عشرة منذ الهدنة.", "الحادية عشرة", 11),
    ("في الذكرى الخامسة والعشرين للحرب.", "الخامسة والعشرين", 25),
    ("الضحية التسعون في البلدة.", "التسعون", 90),
]


@pytest.mark.parametrize(("text", "words", "value"), ORDINALS)
def test_an_ordinal_has_its_place_in_the_row(mentions: Any, text: str, words: str, value: int) -> None:
    found = mentions("ordinal", text)
    assert (found[words]["lo"], found[words]["hi"]) == (value, value)


DURATIONS = [
    ("استمر القتال ثلاثة أيام.", "ثلاثة أيام", 3, 3, "day"),
    ("استمر القتال يومين.", "يومين", 2, 2, "day"),
    ("استمر القتال ساعة ونصف.", "ساعة ونصف", 1.5, 1.5, "hour"),
    ("استمر القتال نصف ساعة.", "نصف ساعة", 0.5, 0.5, "hour"),
    ("استمر القتال لمدة شهر كامل.", "شهر كامل", 1, 1, "month"),
    ("استمر القتال طوال الأسبوع.", "طوال الأسبوع", 1, 1, "week"),
    ("استمر القتال بضعة أيام.", "بضعة أيام", 3, 9, "day"),
    ("استمر القتال أكثر من شهر.", "شهر", 1, 1, "month"),
]


@pytest.mark.parametrize(("text", "words", "lo", "hi", "unit"), DURATIONS)
def test_a_duration_is_so_many_units(mentions: Any, text: str, words: str, lo: float, hi: float, unit: str) -> None:
    found = mentions("duration", text)
    assert {w: (d["lo"], d["hi"], d["unit"]) for w, d in found.items()} == {words: (lo, hi, unit)}


def test_the_parts_of_a_duration_are_one(mentions: Any) -> None:
    found = mentions("duration", "استمر القتال شهرين و21 يوما.")
    assert found["شهرين و21 يوما"]["parts"] == ((2, 2, "month"), (21, 21, "day"))
