"""Reports of HTML pages in several layouts and encodings, and of hostile ones."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from riwaya.errors import PageError
from riwaya.extract import extract_report
from riwaya.model import Report
from riwaya.packs import Pack

from .conftest import BLOG, BODY, OLD_CMS, PARAGRAPHS, TITLE


def report_of(page: str, pack: Pack, **given: str) -> Report:
    """The report of a page in UTF-8."""
    return extract_report(page.encode(), pack, name="page", **given)


def texts(report: Report, kind: str) -> list[str]:
    """The words of the report's blocks of one kind."""
    return [block.span.cut(report.text) for block in report.blocks if block.kind == kind]


@pytest.mark.parametrize("page", [BLOG, OLD_CMS], ids=["blog", "table and breaks"])
def test_title_and_paragraphs_are_taken_and_no_furniture(page: str, pack: Pack) -> None:
    report = report_of(page, pack)
    assert (report.title, report.outlet) == (TITLE, "صدى السهل")
    assert texts(report, "title") == [TITLE]
    assert texts(report, "paragraph") == list(PARAGRAPHS)
    assert report.text.startswith(TITLE)
    assert report.text.endswith(PARAGRAPHS[-1])


def test_a_page_without_a_headline_has_no_title(pack: Pack) -> None:
    report = report_of(f"<!DOCTYPE html><html><body><article>{BODY}</article></body></html>", pack)
    assert report.title is None
    assert report.text == "\n\n".join(PARAGRAPHS)


def test_the_byline_is_a_name_alone(pack: Pack) -> None:
    assert report_of(BLOG, pack).byline == "سامر الوادي"


def test_an_address_on_another_host_is_not_believed(pack: Pack) -> None:
    assert report_of(BLOG, pack, url="https://sada.example/hajiz?utm=1").url == "https://sada.example/hajiz"
    assert report_of(BLOG, pack, url="https://other.example/x").url == "https://other.example/x"


def test_what_the_caller_gives_stands_before_the_page(pack: Pack) -> None:
    report = report_of(BLOG, pack, outlet="منبر", published="2021-05-06", retrieved="2021-05-07T00:00:00+00:00")
    assert (report.outlet, report.published) == ("منبر", "2021-05-06")


@pytest.mark.parametrize("declared", ["utf-8", "windows-1256", "iso-8859-6", "no-such-charset", ""])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1256", "iso-8859-6"])
def test_any_encoding_is_read_whatever_is_declared(encoding: str, declared: str, pack: Pack) -> None:
    words = [part.replace("“", '"').replace("”", '"') for part in PARAGRAPHS]
    meta = f'<meta charset="{declared}">' if declared else ""
    page = f"<html><head>{meta}</head><body><article>{''.join(f'<p>{part}</p>' for part in words)}</article></html>"
    report = extract_report(page.encode(encoding), pack, name="page")
    assert report.text == "\n\n".join(words)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "windows-1256", "iso-8859-6"])
def test_plain_text_in_any_encoding_and_either_line_end(encoding: str, pack: Pack) -> None:
    words = "\r\n\r\n".join(part.replace("“", '"').replace("”", '"') for part in PARAGRAPHS)
    content = (b"\xff\xfe" if encoding == "utf-16-le" else b"") + words.encode(encoding)
    assert extract_report(content, pack, name="text").text == words.replace("\r\n", "\n")


def test_a_page_cut_within_a_letter_is_still_utf8(pack: Pack) -> None:
    report = extract_report(BLOG.encode()[: BLOG.encode().index("المفاوضات".encode()) + 1], pack, name="page")
    assert report.text.startswith(TITLE)
    assert "report.encoding" in [issue.code for issue in report.issues]


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("<html><body><p>التخطي إلى المحتوى</p><p>جميع الحقوق محفوظة</p></body></html>", "page.empty"),
        ("<html></html>", "page.empty"),
        ("<html><body><p>" + "The ministry said that five soldiers were killed. " * 9 + "</p></html>", "page.language"),
        ("<html><body><p>" + "Министерство обороны сообщило о гибели солдат. " * 9 + "</p></html>", "page.language"),
        ('<?xml version="1.0"?><rss version="2.0"><channel><title>أخبار</title></channel></rss>', "page.broken"),
        ("<html><body>" + "<i></i>" * 200_000, "page.broken"),
    ],
)  # fmt: skip
def test_a_page_without_a_report_says_why(page: str, code: str, pack: Pack) -> None:
    with pytest.raises(PageError) as caught:
        report_of(page, pack)
    assert caught.value.code == code
    assert caught.value.where == "page"


def test_the_language_that_a_page_names_is_told(pack: Pack) -> None:
    page = '<html lang="ru-RU"><body><p>' + "Министерство обороны сообщило о гибели солдат. " * 9
    with pytest.raises(PageError, match="'ru'"):
        report_of(page, pack)


def test_another_language_in_the_same_script_is_an_issue(pack: Pack) -> None:
    persian = "سخنگوی وزارت دفاع گفت پنج سرباز در حمله به پاسگاه کشته شدند و چند نفر زخمی شدند. " * 4
    issues = report_of(f"<html><body><article><p>{persian}</p></article></body></html>", pack).issues
    assert "report.language" in [issue.code for issue in issues]


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<div>" * 10_000 + BODY + "</div>" * 10_000,
        "<html><body><p>" + "<b>" * 10_000 + PARAGRAPHS[0],
        "<html><body>" + "<table><tr><td>" * 5_000 + BODY,
        '<html><body><p class="' + "x" * 5_000_000 + '">' + BODY,
        '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><html><body>' + BODY + "&b;" * 10_000,
        '<html><head><script type="application/ld+json">' + "[" * 500_000 + "</script></head><body>" + BODY,
        "<html><body>" + "<script>alert('<p>x</p>')</script>" * 1_000 + BODY,
        "<html><body>" + "<" * 100_000 + BODY,
        "<html><body>\0\0\x01" + BODY,
        "<html><body><div class=sidebar>" + "<time datetime=2020-01-01>x</time>" * 20_000 + "</div>" + BODY,
    ],
    ids=["divs", "inline", "tables", "attribute", "entities", "json", "scripts", "angles", "controls", "times"],
)  # fmt: skip
def test_a_hostile_page_ends_in_a_report_or_an_error_in_time(page: str, pack: Pack) -> None:
    began = time.monotonic()
    with suppress(PageError):
        report_of(page, pack)
    assert time.monotonic() - began < 5


def test_no_parser_opens_a_file(pack: Pack) -> None:
    page = '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><html><body><p>&x;</p>'
    report = report_of(page + BODY, pack)
    assert "&x;" in report.text or "\n".join(PARAGRAPHS) == report.text.replace("\n\n", "\n")
