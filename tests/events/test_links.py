"""Headlines of other reports between the paragraphs of a page: they are no part of its report."""

from __future__ import annotations

from typing import Any

TITLE = "مقتل جنديين في كمين غرب النيجر"
LEAD = "قتل جنديان نيجريان الأحد في كمين نصبه مسلحون غربي البلاد."
MORE = "وقالت وزارة الدفاع إن القوات تلاحق المهاجمين."
LINK = "تفجير يهز سوقا في مايدوغوري"


def _triggers(code: Any, *paragraphs: str) -> list[str]:
    text = "\n".join(paragraphs)
    return [event.trigger.cut(text) for event in code(text).events]


def test_a_line_between_paragraphs_is_no_part_of_the_report(code: Any) -> None:
    with_link = _triggers(code, TITLE, LEAD, LINK, MORE, MORE)
    assert "تفجير" not in with_link
    assert "كمين" in with_link


def test_a_line_before_the_text_begins_is(code: Any) -> None:
    assert "تفجير" in _triggers(code, TITLE, LINK, LEAD, MORE)


def test_where_paragraphs_end_without_a_mark_all_are(code: Any) -> None:
    bare = [paragraph.removesuffix(".") for paragraph in (LEAD, MORE, MORE)]
    assert "تفجير" in _triggers(code, TITLE, bare[0], LINK, *bare[1:])
