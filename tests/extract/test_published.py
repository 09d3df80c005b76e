"""The day a report was published: where it is taken from, and what it is never taken from."""

from __future__ import annotations

import pytest

from riwaya.extract import extract_report
from riwaya.extract.words import page_words
from riwaya.packs import Pack

from .conftest import BLOG, BODY, OLD_CMS, TITLE


def published(pack: Pack, head: str = "", body: str = "", url: str | None = None, **given: str) -> str | None:
    """The day of a page with the given head, the given lines under its headline, and a dated comment."""
    page = f"""<html><head>{head}</head><body><header class="masthead">الأحد 2 مارس 2025</header>
    <article><h1>{TITLE}</h1>{body}{BODY}</article>
    <div class="comments"><time datetime="2024-01-05">5 يناير 2024</time><p>رحمهم الله جميعا.</p></div>
    <div class="related"><p>قصة أخرى</p><p>7 يناير 2024</p></div></body></html>"""
    return extract_report(page.encode(), pack, name="page", url=url, **given).published


JSON_LD = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2022-09-13T18:22:00+03:00"}</script>'
)
META = '<meta property="article:published_time" content="2022-09-12T10:00:00Z">'
TIME = '<time datetime="2022-09-11T08:00">أمس</time>'
SHOWN = "<div>الثلاثاء ١٣ سبتمبر ٢٠٢٢ - ٦:٢٢ م</div>"
URL = "https://sada.example/2022/09/10/hajiz"


def test_the_order_of_trust(pack: Pack) -> None:
    found = [
        published(pack, JSON_LD + META, TIME + SHOWN, URL, published="2022-09-14"),
        published(pack, JSON_LD + META, TIME + SHOWN, URL),
        published(pack, META, TIME + SHOWN, URL),
        published(pack, "", TIME + SHOWN, URL),
        published(pack, "", SHOWN, URL),
        published(pack, "", SHOWN),
        published(pack),
    ]
    assert found == [
        "2022-09-14",
        "2022-09-13T18:22:00+03:00",
        "2022-09-12T10:00:00+00:00",
        "2022-09-11T08:00:00",
        "2022-09-10",
        "2022-09-13",
        None,
    ]


def test_no_day_is_an_issue_and_never_that_of_a_comment(pack: Pack) -> None:
    report = extract_report(BLOG.encode(), pack, name="page")
    assert report.published is None
    assert [issue.code for issue in report.issues] == ["report.no-date"]


def test_a_day_in_the_old_cms_is_read(pack: Pack) -> None:
    assert extract_report(OLD_CMS.encode(), pack, name="page").published == "2022-09-13"


@pytest.mark.parametrize("value", ["2022", "2022-09", "1399-02-21", "soon", "2022-02-30", ""])
def test_a_machine_date_that_is_none_is_passed_over(value: str, pack: Pack) -> None:
    assert published(pack, f'<meta name="date" content="{value}">', SHOWN) == "2022-09-13"


def test_a_day_after_the_fetch_is_not_the_day_of_publishing(pack: Pack) -> None:
    assert published(pack, META, SHOWN, retrieved="2022-08-01T00:00:00+00:00") != "2022-09-12T10:00:00+00:00"


@pytest.mark.parametrize("url", ["https://a.example/story-20220913.html", "https://a.example/news/2022-9-13-1.38743"])
def test_a_day_in_the_url(url: str, pack: Pack) -> None:
    assert published(pack, url=url) == "2022-09-13"


@pytest.mark.parametrize(
    "url", ["https://a.example/20229913", "https://a.example/2022/99/13/", "https://a.example/?id=120220913"]
)
def test_digits_in_the_url_that_are_no_day(url: str, pack: Pack) -> None:
    assert published(pack, url=url) is None


@pytest.mark.parametrize(
    "words",
    [
        "13 سبتمبر 2022",
        "13 أيلول/سبتمبر 2022",
        "13 أيلول (سبتمبر) 2022",
        "نشر في: 13 أيلول 2022",
        "13 شتنبر 2022",
        "١٣ سبتمبر، ٢٠٢٢",
        "سبتمبر 13, 2022",
        "الثلاثاء ١٣ سبتمبر ٢٠٢٢ - ٦:٢٢ م",
        "آخر تحديث: الثلاثاء، 13 سبتمبر/أيلول 2022 18:22",
        "13/09/2022",
        "09/13/2022",
        "2022/9/13",
        "13-9-2022م",
        "الثلاثاء 17 صفر 1444هـ - 13 سبتمبر 2022م",
        "الثلاثاء 16 صفر 1444 هـ",
    ],
)
def test_a_written_day(words: str, pack: Pack) -> None:
    written = page_words(pack).dates.of_line(words)
    assert written is not None
    assert written.day.isoformat() == "2022-09-13"


@pytest.mark.parametrize(
    "words",
    [
        "سبتمبر 2022",
        "13 سبتمبر",
        "2022",
        "31 سبتمبر 2022",
        "13/13/2022",
        "قتل 13 مارس 2022 شخصا في هجمات متفرقة شنتها فصائل مسلحة على مواقع عدة",
        "رقم الهاتف 2022-555-1234",
    ],
)
def test_what_is_no_day_is_not_made_one(words: str, pack: Pack) -> None:
    assert page_words(pack).dates.of_line(words) is None


def test_a_day_of_another_calendar_says_that_it_is_reckoned(pack: Pack) -> None:
    page = f"<html><body><article><h1>{TITLE}</h1><p>17 صفر 1444هـ</p>{BODY}</article></body></html>"
    report = extract_report(page.encode(), pack, name="page")
    assert report.published == "2022-09-14"
    assert [issue.code for issue in report.issues] == ["report.converted-date"]


def test_a_day_that_needs_no_conversion_goes_first(pack: Pack) -> None:
    assert published(pack, "", "<p>17 صفر 1444هـ</p><p>13 سبتمبر 2022</p>") == "2022-09-13"


def test_a_weekday_that_is_not_the_days_own_is_an_issue(pack: Pack) -> None:
    page = f"<html><body><article><h1>{TITLE}</h1><p>الأحد 13 سبتمبر 2022</p>{BODY}</article></body></html>"
    report = extract_report(page.encode(), pack, name="page")
    assert [issue.code for issue in report.issues] == ["report.weekday"]
