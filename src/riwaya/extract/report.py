"""Extraction: a page or a plain text becomes a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.errors import PageError
from riwaya.extract.blocks import is_kept, is_title, make_blocks
from riwaya.extract.encoding import Decoded, decode
from riwaya.extract.furniture import report_window
from riwaya.extract.lines import Line, lines_of
from riwaya.extract.metadata import read_metadata
from riwaya.extract.page import is_html, main_paragraphs, parse_page
from riwaya.extract.published import (
    Published,
    from_machine,
    from_time_elements,
    from_url,
    from_words,
    near_headline,
    shown_lines,
)
from riwaya.extract.script import check_script
from riwaya.extract.words import PackWords, PageWords, page_words
from riwaya.model import Block, Issue, Report

_MENU_LINES = 5  # short lines from which on they are a menu
_SENTENCE_WORDS = 5  # words from which on a line may be a sentence


@dataclass(frozen=True, slots=True)
class _Given:
    """What the caller knows of a report; it stands before what the page says."""

    name: str
    url: str | None
    outlet: str | None
    published: str | None
    retrieved: str | None


def extract_report(
    content: bytes,
    pack: PackWords,
    *,
    name: str,
    url: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    retrieved: str | None = None,
) -> Report:
    """The report of a page or plain text in any usual encoding; what the caller gives goes before the page.

    Raises PageError: page.empty, page.language, page.encoding, page.broken.
    """
    given = _Given(name, url, outlet, published, retrieved)
    decoded = decode(content, pack.letters, name=name)
    read = _from_page if is_html(decoded.text) else _from_text
    return read(decoded.text, page_words(pack), given, _unreadable(decoded))


def extract_text(
    text: str,
    pack: PackWords,
    *,
    name: str = "text",
    url: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    retrieved: str | None = None,
) -> Report:
    """The report of a plain text: one slice of it, with line ends made `\\n`.

    Raises PageError: page.empty, page.language.
    """
    return _from_text(text, page_words(pack), _Given(name, url, outlet, published, retrieved), ())


def _from_text(text: str, words: PageWords, given: _Given, issues: tuple[Issue, ...]) -> Report:
    """The report of a plain text."""
    text = _report_part(text.replace("\r\n", "\n").replace("\r", "\n"), words, given.name)
    issues += check_script(text, words, name=given.name)
    lines = lines_of(text, words.pack.key)
    title = lines[0].words if is_title(lines[0], lines[1:]) and not is_kept(lines[0], words) else None
    blocks = tuple(make_blocks(text, lines, words, titled=title is not None, outlet=given.outlet))
    machine = given.published or from_url(given.url)
    when = Published(machine) if machine else from_words(_datelines(text, blocks), words.dates)
    return Report.make(
        text=text,
        language=words.pack.code,
        blocks=blocks,
        url=given.url,
        outlet=given.outlet,
        title=title,
        byline=_byline(None, text, blocks, words),
        published=when.when,
        retrieved=given.retrieved,
        issues=(*issues, *when.issues),
    )


def _from_page(markup: str, words: PageWords, given: _Given, issues: tuple[Issue, ...]) -> Report:
    """The report of an HTML page: its headline, if it has one, and its paragraphs, parted by blank lines."""
    tree = parse_page(markup, name=given.name)
    meta = read_metadata(tree, url=given.url)
    times = (*meta.published, *from_time_elements(tree))
    machine = given.published or from_machine(times, not_after=given.retrieved) or from_url(meta.url or given.url)
    shown = [] if machine else list(shown_lines(tree))  # before extraction, which changes the tree
    paragraphs = _without_title(main_paragraphs(tree, markup), meta.title, words)
    body = _report_part("\n\n".join(paragraphs), words, given.name)
    text = f"{meta.title}\n\n{body}" if meta.title else body
    issues += check_script(body, words, name=given.name, declared=meta.language)
    outlet = given.outlet or meta.outlet
    lines = lines_of(text, words.pack.key)
    blocks = tuple(make_blocks(text, lines, words, titled=meta.title is not None, outlet=outlet))
    near = near_headline(shown, meta.title, body.partition("\n")[0])
    when = Published(machine) if machine else from_words((*_datelines(text, blocks), *near), words.dates)
    return Report.make(
        text=text,
        language=words.pack.code,
        blocks=blocks,
        url=meta.url,
        outlet=outlet,
        title=meta.title,
        byline=_byline(meta.byline, text, blocks, words),
        published=when.when,
        retrieved=given.retrieved,
        issues=(*issues, *when.issues),
    )


def _report_part(text: str, words: PageWords, name: str) -> str:
    """The slice of a text that is its report; raises PageError (page.empty) where there is none."""
    lines = lines_of(text, words.pack.key)

    def kept(line: Line) -> bool:
        return is_kept(line, words)

    start, end = report_window(lines, words.furniture, kept=kept, letters=words.pack.letters)
    if start >= end or _is_menu(lines[start:end]):
        what = "the text is empty" if not lines else "nothing but menus, links and notes of the site"
        raise PageError("page.empty", what, where=name, todo="give the page of one report")
    return text[lines[start].span.start : lines[end - 1].span.end]


def _is_menu(lines: Sequence[Line]) -> bool:
    """Whether lines are the names of links: many, and none long enough to tell anything."""
    return len(lines) >= _MENU_LINES and all(line.count < _SENTENCE_WORDS and not line.stops for line in lines)


def _unreadable(decoded: Decoded) -> tuple[Issue, ...]:
    """An issue where some signs of the page could not be read."""
    if not decoded.unreadable:
        return ()
    said = f"{decoded.unreadable} signs are unreadable (the page is read as {decoded.encoding})"
    return (Issue(code="report.encoding", said=said),)


def _without_title(paragraphs: list[str], title: str | None, words: PageWords) -> list[str]:
    """The paragraphs without a repetition of the headline at their head."""
    key = words.pack.key(title or "")
    return [part for i, part in enumerate(paragraphs) if i > 2 or words.pack.key(part) != key]


def _datelines(text: str, blocks: Sequence[Block]) -> list[str]:
    """The words of the report's datelines."""
    return [block.span.cut(text) for block in blocks if block.kind == "dateline"]


def _byline(named: str | None, text: str, blocks: Sequence[Block], words: PageWords) -> str | None:
    """Who wrote the report: as the page names them, or else as its byline does."""
    shown = (block.span.cut(text) for block in blocks if block.kind == "byline")
    whole = named or next(shown, None)
    return words.bylines.name(whole) if whole else None
