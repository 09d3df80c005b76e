"""Spans are brought onto the gold's text by their words, or given up and counted."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from riwaya.evaluate import Reading
from riwaya.evaluate.align import bring_over, carrier
from riwaya.model import Record, Span

GOLD = "تخطي إلى المحتوى\n\nقالت رويترز إن الجيش قصف المدينة.\n\nإعلان\n\nوأضافت أن ثلاثة قتلوا."
PAGE = "عنوان آخر\nقالت رويترز إن  الجيش قصف المدينة.\nوأضافت أن ثلاثة قتلوا."


def _words(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def test_words_are_found_again_past_other_blanks_and_dropped_lines() -> None:
    carry = carrier(PAGE, GOLD)
    for words in ("رويترز", "المدينة", "ثلاثة قتلوا"):
        assert carry(_words(PAGE, words)) == _words(GOLD, words)
    assert carry(_words(PAGE, "إن  الجيش قصف")) == _words(GOLD, "إن الجيش قصف")


def test_a_part_of_a_word_keeps_its_letters() -> None:
    assert carrier(PAGE, GOLD)(_words(PAGE, "مدينة")) == _words(GOLD, "مدينة")


def test_words_that_are_not_there_are_given_up() -> None:
    assert carrier(PAGE, GOLD)(_words(PAGE, "عنوان آخر")) is None


def test_what_is_given_up_is_counted(right: Record) -> None:
    other = "ونقلت رويترز عن متحدث باسم الحركة قوله إن مقاتليها انسحبوا. نهاية"
    moved, dropped = bring_over(Reading.of(right), right.text, other)
    assert [claim.id for claim in moved.claims] == ["c3"]
    assert [event.id for event in moved.events] == ["e4"]
    assert moved.claims[0].content.cut(other) == "مقاتليها انسحبوا"
    assert dropped == 3 + 3 + 2  # contents and the ministry; triggers; place and time


@given(st.text(alphabet="ابت .،\n", max_size=60), st.text(alphabet="ابت .،\n", max_size=60), st.data())
def test_a_span_that_is_carried_lies_in_the_other_text(text: str, onto: str, data: st.DataObject) -> None:
    carry = carrier(text, onto)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    if start < end:
        carried = carry(Span(start, end))
        assert carried is None or 0 <= carried.start < carried.end <= len(onto)
