"""Folding: any text on one spelling, every change recorded, every span found again in the own text."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import riwaya
from riwaya.model.folding import Fold, FoldedText

FOLD = riwaya.load("ar").pack.fold
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي" + "أإآىةؤئٱگپچڤیک" + "ېۍۀہھےژڨڥڭڪەێۆڵڕٲ"
MARKS = "\u064b\u064c\u064e\u0650\u0651\u0652\u0654\u0655\u0670\u06d6\u08f0\u0640\u200f\u200e\u202b\u2067\u061c"
MARKS += "\u200b\u200c\u200d\u2060\u00ad\ufeff\ufe0f\u034f"
SHAPES = "\ufe8d\ufeed\ufee3\ufb56\ufe93\ufbfc\ufb92\ufe70"  # presentation forms of one letter each, and of a vowel
LIGATURES = ("\ufefb", "\ufef7", "\ufefc", "\ufef5", "\ufdf2", "\ufdfa")  # of two letters, of four, of a whole phrase
ENTITIES = ("&quot;", "&amp;", "&#34;", "&#39;", "&nbsp;", "&laquo;", "&", "''", "<<", ">>")
OTHER = '0123٠١٢٣۴۵۰۹ .،؛«»"\u00a0\u2009\n🕊👩\U0001f1f8\U0001f1fea'

PLAIN = st.text(st.sampled_from(LETTERS + MARKS + SHAPES + OTHER), max_size=30)
TEXTS = st.lists(st.one_of(PLAIN, st.sampled_from(ENTITIES)), max_size=6).map("".join)


def replayed(folded: FoldedText) -> str:
    """The own text with the edits made again."""
    pieces: list[str] = []
    done = 0
    for edit in folded.edits:
        pieces += (folded.raw[done : edit.start], edit.gives)
        done = edit.end
    return "".join((*pieces, folded.raw[done:]))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_the_edits_reproduce_the_folded_text(text: str) -> None:
    folded = FOLD.apply(text)
    assert folded.raw == text
    assert replayed(folded) == folded.text


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_the_raw_span_of_every_folded_token_folds_to_that_token(text: str) -> None:
    folded = FOLD.apply(text)
    at = 0
    for token in folded.text.split():
        start = folded.text.index(token, at)
        at = start + len(token)
        span = folded.raw_span(start, at)
        assert 0 <= span.start < span.end <= len(text)
        assert FOLD.key(span.cut(text)) == token


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_spans_of_neighbours_do_not_overlap_and_take_their_diacritics_along(text: str) -> None:
    folded = FOLD.apply(text)
    spans = [folded.raw_span(i, i + 1) for i in range(len(folded.text))]
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(span.end == len(text) or unicodedata.category(text[span.end]) != "Mn" for span in spans)


@settings(max_examples=150, deadline=None)
@given(TEXTS.filter(lambda text: "&" not in text))
def test_a_key_folded_again_stays_as_it_is(text: str) -> None:
    key = FOLD.key(text)
    assert FOLD.key(key) == key
    assert "  " not in key
    assert key == key.strip()


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.data())
def test_a_place_in_the_own_text_and_back(text: str, data: st.DataObject) -> None:
    folded = FOLD.apply(text)
    if folded.text:
        at = data.draw(st.integers(0, len(folded.text) - 1))
        assert folded.folded_position(folded.raw_span(at, at + 1).start) == at


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("قَصَفَتِ القُوّاتُ", "قصفت القوات"),
        ("الـــقـــتـــال", "القتال"),
        ("\u200fالهدنة\u200e", "الهدنه"),
        ("إلى أن", "الي ان"),
        ("ﻣﺪﻳﻨﺔ", "مدينه"),
        ("١٢ و۳۴", "12 و34"),
        ("قال:&nbsp;&quot;لا&quot;", 'قال: "لا"'),
        ("ي\u0654", "ي"),
        ("مسا\u0655ل", "مسال"),
        ("هٰذا", "هذا"),
        ("ﻻ ﷲ", "لا الله"),
        ("کابل و یزد", "كابل و يزد"),
        ("ولسوالۍ غزنې", "ولسوالي غزني"),
        ("ڨفصة", "قفصه"),
        ("أڭادير", "اكادير"),
        ("می\u200cرود", "ميرود"),
        ("كوردستان\u061c", "كوردستان"),
        ("قال <<لا>> وقال ''نعم''", 'قال «لا» وقال "نعم"'),
        ("أر\u00adمينيا", "ارمينيا"),
        ("كركوك\u00a0\u00a0ﻭﺃﺭﺑﻴﻞ", "كركوك واربيل"),
    ],
)
def test_spellings_that_are_one(typed: str, key: str) -> None:
    assert FOLD.key(typed) == key


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_every_place_of_the_own_text_is_found_again(text: str) -> None:
    folded = FOLD.apply(text)
    for place in range(len(text)):
        at = folded.folded_position(place)
        if at < len(folded.text):
            span = folded.raw_span(at, at + 1)
            assert span.start <= place < span.end or not FOLD.key(text[place : span.start])
        assert at <= len(folded.text)


@pytest.mark.parametrize(
    ("typed", "start", "end", "words"), [("1443 هـ ثم", 5, 6, "هـ"), ("قالـــتْ ثم", 0, 4, "قالـــتْ")]
)
def test_a_span_takes_the_stretching_of_its_last_letter_along(typed: str, start: int, end: int, words: str) -> None:
    assert FOLD.apply(typed).raw_span(start, end).cut(typed) == words


@pytest.mark.parametrize("entity", ["&quot;", "&amp;", "&#34;", "&#39;", "<<", "''"])
def test_the_span_of_an_entity_is_the_whole_entity(entity: str) -> None:
    folded = FOLD.apply(f"قال {entity}لا")
    assert folded.raw_span(4, 5).cut(folded.raw) == entity


@pytest.mark.parametrize("ligature", LIGATURES)
def test_every_letter_of_a_ligature_stands_in_the_ligature(ligature: str) -> None:
    folded = FOLD.apply(f"قال {ligature}")
    first = folded.text.index(" ") + 1
    assert {folded.raw_span(i, i + 1) for i in range(first, len(folded.text))} == {(4, 5)}


def test_a_fold_without_a_table_changes_nothing() -> None:
    folded = Fold({}).apply("قَال")
    assert (folded.text, folded.edits) == ("قَال", ())


def test_the_longest_of_two_signs_is_folded() -> None:
    assert Fold({"&": "و", "&amp;": "&"}).apply("a&amp;b&c").text == "a&bوc"
