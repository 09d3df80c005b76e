"""Blocks: which lines of a report are its title, dateline, byline and paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from riwaya.extract.lines import Line, line_at
from riwaya.extract.words import PageWords
from riwaya.model import Block, Span

_HEAD_LINES = 5  # lines at the head in which datelines and bylines are looked for
_TITLE = 150  # code points that a title has at most


def is_kept(line: Line, words: PageWords) -> bool:
    """Whether a line is a dateline or byline, so no furniture even if it is all digits or foreign letters."""
    return words.bylines.is_byline(line) or words.dates.of_line(line.words) is not None


def is_title(line: Line, following: Sequence[Line]) -> bool:
    """Whether a first line is a headline: short, no finished sentence, with longer paragraphs after it."""
    if len(line.words) > _TITLE or line.words.endswith((".", ":", ",", "\u060c")) or line.count < 2:
        return False
    return any(len(other.words) > max(100, 1.3 * len(line.words)) for other in following)


def make_blocks(
    text: str, lines: Sequence[Line], words: PageWords, *, titled: bool, outlet: str | None
) -> Iterator[Block]:
    """The blocks of a report in their order; furniture between paragraphs belongs to none.

    `titled` says that the first line is the title.
    """
    head, last = True, len(lines) - 1
    for i, line in enumerate(lines):
        if i == 0 and titled:
            yield Block(kind="title", span=line.span)
        elif words.bylines.is_byline(line) and ((head and i < _HEAD_LINES) or i == last):
            yield Block(kind="byline", span=line.span)
        elif head and i < _HEAD_LINES and _is_dateline(line, words, outlet):
            yield Block(kind="dateline", span=line.span)
        elif words.furniture.side(line) is None and any(map(str.isalnum, line.words)):
            yield from _paragraph(text, line, words, outlet if head else None, head=head)
            head = head and len(line.words) < 100


def _is_dateline(line: Line, words: PageWords, outlet: str | None) -> bool:
    """Whether a line of the head gives a day, or a place and a sender, and hardly more."""
    return words.dates.of_line(line.words) is not None or words.bylines.is_dateline(line, outlet)


def _paragraph(text: str, line: Line, words: PageWords, outlet: str | None, *, head: bool) -> Iterator[Block]:
    """The block of a paragraph, or two where it begins with a dateline."""
    end = words.bylines.dateline_end(line.words, outlet, is_dated=words.dates.in_words) if head else 0
    if end:
        dateline = line_at(text, Span(line.span.start, line.span.start + end), words.pack.key)
        yield Block(kind="dateline", span=dateline.span)
        line = line_at(text, Span(line.span.start + end, line.span.end), words.pack.key)
    yield Block(kind="paragraph", span=line.span)
