"""Reports of plain texts as scrapers leave them: one slice of the input, with its blocks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.errors import PageError
from riwaya.extract import extract_text
from riwaya.extract.lines import lines_of
from riwaya.extract.words import page_words
from riwaya.model import Report
from riwaya.packs import Pack, load_pack
from riwaya.rules.tables import values

from .conftest import PARAGRAPHS, TITLE

REPORT = "\n\n".join(PARAGRAPHS)


def kinds(report: Report) -> list[str]:
    """The kinds of the report's blocks."""
    return [block.kind for block in report.blocks]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("التخطي إلى المحتوى\n\n", "\n\nالتعليقات\n\nاترك تعليقاً\n\nلن يتم نشر عنوان بريدك الإلكتروني.\n"),
        (
            "تخطى الى المحتوى\nالقائمة\nالرئيسية\nبورصة المال\nرياضة\n",
            "\n\nشارك على فيسبوك\nTwitter\nجميع الحقوق محفوظة © 2022",
        ),
        ("", "\n\nمواضيع ذات صلة\nهجوم جديد على حاجز للجيش\nالوزارة تعلن حصيلة جديدة\nالأكثر قراءة\nحالة الطقس"),
        (
            "",
            "\n\nتعليقات (2)\n\nأبو أحمد\nرحم الله الشهداء وألهم ذويهم الصبر والسلوان، ونسأل الله أن يعم السلام."
            "\n\nإرسال التعليق",
        ),
        ("\u200f\n \n", "\n\n-----\n\n17302\n"),
    ],
)  # fmt: skip
def test_furniture_at_both_ends_is_cut_and_nothing_else(before: str, after: str, pack: Pack) -> None:
    report = extract_text(before + REPORT + after, pack)
    assert report.text == REPORT
    assert kinds(report) == ["paragraph"] * 3


@pytest.mark.parametrize(
    "sentence",
    [
        "شارك الآلاف في المظاهرة",
        "مشاركة واسعة في الانتخابات رغم القصف",
        "الرئيسية في نظر المعارضة هي إسقاط النظام",
        "بحث الوزيران سبل وقف إطلاق النار",
        "دخول قافلة مساعدات إلى المدينة المحاصرة",
        "انتهى الاجتماع دون اتفاق بين الطرفين",
        "إعلان هدنة في الجنوب",
        "المصدر أكد أن الهجوم وقع ليلا",
        "أخبار الهجوم وصلت إلى القرى المجاورة",
        "العالم يدين الهجوم على الحاجز",
        "تابع المسلحون تقدمهم نحو المدينة",
        "انضم إلى مجموعة مسلحة قبل عامين",
        "جميع الحقوق الفلسطينية غير قابلة للتصرف",
    ],
)
def test_a_sentence_that_begins_like_furniture_stays(sentence: str, pack: Pack) -> None:
    assert extract_text(f"{sentence}\n{REPORT}\n{sentence}.", pack).text == f"{sentence}\n{REPORT}\n{sentence}."


def test_a_line_of_furniture_in_the_middle_stays_in_the_text_but_in_no_block(pack: Pack) -> None:
    text = "\n".join((PARAGRAPHS[0], "اقرأ أيضا: هدنة جديدة في الجنوب", *PARAGRAPHS[1:]))
    report = extract_text(text, pack)
    assert report.text == text
    assert [block.span.cut(text) for block in report.blocks] == list(PARAGRAPHS)


def test_title_dateline_and_byline_are_told_apart(pack: Pack) -> None:
    text = f"{TITLE}\nالثلاثاء 13 أيلول 2022\nبقلم: سامر الوادي\nبيروت - رويترز: {PARAGRAPHS[0]}\n{PARAGRAPHS[1]}"
    report = extract_text(text, pack)
    assert kinds(report) == ["title", "dateline", "byline", "dateline", "paragraph", "paragraph"]
    assert (report.title, report.byline, report.published) == (TITLE, "سامر الوادي", "2022-09-13")
    assert report.blocks[3].span.cut(text) == "بيروت - رويترز:"


@pytest.mark.parametrize(
    "dateline",
    ["روما -", "باكو - رويترز:", "الرياض – الوكالات:", "دمشق، سوريا (CNN) --", "(أ ف ب) -", "رويترز:",
     "نيويورك في 14 سبتمبر 2022 (سواحل) -", "جواهاتي ـ الهند (وكالات)"],
)  # fmt: skip
def test_a_dateline_at_the_head_of_a_paragraph(dateline: str, pack: Pack) -> None:
    report = extract_text(f"{dateline} {PARAGRAPHS[0]}\n{PARAGRAPHS[1]}", pack)
    assert kinds(report) == ["dateline", "paragraph", "paragraph"]
    assert report.blocks[0].span.cut(report.text) == dateline


@pytest.mark.parametrize(
    "head",
    ["قالت رويترز: إن", "قال الوزير - الذي يزور المدينة - إن", "وأضاف:", "أكد مصدر عسكري: سقط", "بحسب وكالة رويترز،"],
)
def test_a_sentence_with_a_colon_or_dashes_has_no_dateline(head: str, pack: Pack) -> None:
    assert kinds(extract_text(f"{head} {PARAGRAPHS[0]}\n{PARAGRAPHS[1]}", pack)) == ["paragraph", "paragraph"]


def test_a_first_paragraph_is_no_title(pack: Pack) -> None:
    assert extract_text(REPORT, pack).title is None


@pytest.mark.parametrize("text", ["", " \n\n ", "القائمة\nالرئيسية\nجميع الحقوق محفوظة", "12345\n\n---"])
def test_a_text_of_furniture_alone_is_empty(text: str, pack: Pack) -> None:
    with pytest.raises(PageError) as caught:
        extract_text(text, pack, name="a.txt")
    assert (caught.value.code, caught.value.where) == ("page.empty", "a.txt")


def test_every_form_of_the_furniture_table_is_recognised(pack: Pack) -> None:
    furniture = page_words(pack).furniture
    for row in pack.rows("lexicon/furniture"):
        for form in values(row["forms"]):
            (line,) = lines_of(form, pack.key)
            assert furniture.side(line) is not None, form


LINES = st.sampled_from(
    (*PARAGRAPHS, TITLE, "اقرأ أيضا", "التعليقات", "الرئيسية", "بيروت - رويترز: قصف.", "13/09/2022", "A")
)
TEXTS = st.one_of(
    st.text(max_size=300),
    st.text(alphabet="ابت ةى:-–()\u0640\u064b\u200f\ufeff\r\n\u2028.،12", max_size=200),
    st.lists(st.one_of(LINES, st.text(max_size=20)), max_size=12).map("\n".join),
)


@settings(max_examples=300, deadline=None)
@given(text=TEXTS)
def test_any_text_gives_an_error_or_a_slice_with_ordered_blocks(text: str) -> None:
    try:
        report = extract_text(text, load_pack_once())
    except PageError:
        return
    assert report.text in text.replace("\r\n", "\n").replace("\r", "\n")
    end = 0
    for block in report.blocks:
        assert end <= block.span.start < block.span.end <= len(report.text)
        assert block.span.cut(report.text).strip() == block.span.cut(report.text)
        end = block.span.end


_packs: list[Pack] = []


def load_pack_once() -> Pack:
    """The Arabic pack, loaded at the first call: a property takes no fixture."""
    if not _packs:
        _packs.append(load_pack("ar"))
    return _packs[0]
