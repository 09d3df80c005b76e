"""Background by signs that are added up, by dates, and by words that say nothing alone."""

from __future__ import annotations

from typing import Any

import pytest

LEAD = "قصفت القوات الروسية الميناء. "
FILLER = "وقال السكان إن المياه مقطوعة عن الأحياء الشرقية. "


def _last(code: Any, sentence: str, published: str | None = "2024-05-15") -> bool:
    return bool(code(LEAD + FILLER * 20 + sentence, published).events[-1].background)


def test_what_the_narrator_tells_far_down_is_background_but_not_what_a_source_does(code: Any) -> None:
    assert _last(code, "وتظاهر المئات في العاصمة.")
    assert not _last(code, "وقالت الشرطة إن المئات تظاهروا في العاصمة.")


def test_a_fresh_date_or_another_piece_of_news_speaks_against_it(code: Any) -> None:
    assert not _last(code, "من جهة أخرى تظاهر المئات في العاصمة.")
    assert not _last(code, "ودعت فرنسا الطرفين إلى ضبط النفس.")


def test_what_has_not_happened_is_no_history(code: Any) -> None:
    assert not _last(code, "ويعتزم الجيش الروسي شن هجوم على خاركيف.")


def test_a_place_that_witnessed_it_speaks_for_it(code: Any) -> None:
    text = LEAD + FILLER * 12 + "وشهدت البلدة اشتباكات متكررة. " + FILLER * 8
    assert code(text).events[-1].background
    assert not code("شهدت البلدة اشتباكات بين الجيش السوداني وقوات الدعم السريع أمس.").events[-1].background


@pytest.mark.parametrize(
    ("text", "published", "background"),
    [
        ("هاجم مسلحون المستشفى في حماة يوم 12 نيسان 2016.", None, True),
        ("هاجم مسلحون المستشفى في حماة يوم 12 نيسان.", None, False),
        ("هاجم مسلحون المستشفى في حماة أمس الثلاثاء 12 نيسان 2016.", None, False),
        ("هاجم مسلحون المستشفى في حماة يوم 12 أيار 2024.", "2024-05-15", False),
    ],
)
def test_an_undated_report_leaves_out_the_year_of_its_news(
    code: Any, text: str, published: str | None, background: bool
) -> None:
    assert [event.background for event in code(text, published).events] == [background]


def test_a_date_goes_for_what_follows_it_in_its_sentence(events: Any) -> None:
    found = events("هاجم انتحاري فندقا في كابل عام 2015 ما أدى إلى مقتل عشرين شخصا.")
    assert found["مقتل"].background


def test_one_event_is_news_in_all_its_tellings(code: Any) -> None:
    text = (
        "اغتيال محافظ عدن\nاغتال مسلحون محافظ عدن أمس.\n"
        + FILLER * 20
        + "واتجهت سيارة المحافظ نحو الميناء قبل اغتياله."
    )
    told = [event for event in code(text).events if event.mode == "targeted"]
    assert [event.background for event in told] == [False] * len(told)


DEEDS = [
    # the news came days after it
    ("أغلقت السلطات المعبر بعد أيام من مقتل ثلاثة جنود في هجوم.", "مقتل", True),
    ("أعلنت تركيا حملة بعد أسبوعين على بدء غارات جوية في العراق.", "غارات", True),
    ("أغلقت السلطات المعبر بعد ساعات من إعلان هدنة.", "هدنة", False),
    ("وصل الوفد بعد أيام من الهجوم.", "الهجوم", False),  # one that the reader knows
    # a week or more ago; but not "ten months later", nor this year
    ("أدان الوزير مجزرة قتل فيها أربعون رجلا قبل أسبوع.", "قتل", True),
    ("قصفت الطائرات القرية بعد عشرة أشهر.", "قصفت", False),
    ("قتل رجلان في قصف أمريكي بداية العام.", "قصف", False),
    # what has gone on for years is news
    ("تحاصر القوات السورية البلدة منذ ستة أشهر.", "تحاصر", False),
    # the pluperfect is that of the verb after it
    ("أفرج مسلحون عن تلميذات كانوا قد خطفوهن في قرية.", "خطفو", True),
    ("أفرج مسلحون عن تلميذات كانوا قد خطفوهن في قرية.", "أفرج", False),
    ("وقال الناطق إن القوات السورية كانت قبلها قد قصفت القرية.", "قصفت", True),
    # the month of another deed
    ("مصرع جنديين يرفع قتلى أبريل إلى 16.", "مصرع", False),
]


@pytest.mark.parametrize(("text", "trigger", "background"), DEEDS)
def test_how_long_before_the_news_tells_history(events: Any, text: str, trigger: str, background: bool) -> None:
    event = next(event for words, event in events(text).items() if words.startswith(trigger))
    assert event.background == background
