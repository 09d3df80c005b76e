"""When a report was published: what the page says for machines, then its URL, then what it shows.

Nothing is made up: a date lacks no part, and no date of a comment or of another story is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import islice
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from riwaya.extract.dates import DateWords, WrittenDate
from riwaya.model import Issue

_ISO = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})(?P<time>[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)?"
    r"\s*(?P<zone>Z|[+-]\d{2}:?\d{2})?"
)
_IN_URL = (
    re.compile(r"(?<!\d)((?:19|20)\d{2})([/-])(\d{1,2})\2(\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)((?:19|20)\d{2})()(\d{2})(\d{2})(?!\d)"),
)
# Parts of a page that belong to other stories, to readers, or to every page of the site.
_ELSEWHERE = re.compile(
    r"(?:^|[\s_-])(?:comments?|respond|related|sidebar|widget|footer|ticker|breaking|recent|popular|latest|"
    r"most-read|mostread|carousel|menu|nav|navbar|topbar|top-bar|masthead|copyright)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NO_TEXT = frozenset(
    ("script", "style", "noscript", "template", "select", "textarea", "head", "aside", "nav", "footer")
)
_INLINE = frozenset(("a", "abbr", "b", "bdi", "em", "font", "i", "label", "small", "span", "strong", "time", "u"))
_BEFORE = 4  # lines before the headline in which a date may stand
_AFTER = 2  # lines from the first paragraph on in which a date may stand
_MAX_TIMES = 50  # <time> elements that are looked at
_MAX_YEAR = 2100


class Published(NamedTuple):
    """A time of publishing, ISO 8601, and what is doubtful about it."""

    when: str | None
    issues: tuple[Issue, ...] = ()


NO_DATE = Published(
    None,
    (Issue(code="report.no-date", said="no day of publishing is given: relative times stay unresolved"),),
)


def from_machine(values: Iterable[str], *, not_after: str | None) -> str | None:
    """The first of the values that is an ISO date or time, and not after the ISO time of fetching."""
    latest = date.fromisoformat(not_after[:10]) + timedelta(days=1) if not_after else date.max
    for value in values:
        match = _ISO.match(value.strip())
        when = _iso(match) if match else None
        if when and date.fromisoformat(when[:10]) <= latest:
            return when
    return None


def from_url(url: str | None) -> str | None:
    """The day in a URL's path (2022/09/13, 2022-09-13, 20220913), or None."""
    for pattern in _IN_URL:
        for match in pattern.finditer(url or ""):
            try:
                return date(int(match[1]), int(match[3]), int(match[4])).isoformat()
            except ValueError:
                continue
    return None


def from_time_elements(tree: HtmlElement) -> Iterator[str]:
    """The times that the page's <time> elements give, those marked as publishing first."""
    dated = (time for time in tree.iter("time") if time.get("datetime"))
    times = [time for time in islice(dated, _MAX_TIMES) if not _is_elsewhere(time)]
    marked = [time for time in times if _is_publishing(time)]
    yield from (time.get("datetime") or "" for time in (*marked, *times))


def from_words(lines: Iterable[str], words: DateWords) -> Published:
    """The first date line of the lines, one that needs no conversion first, with what is doubtful about it."""
    found = [written for line in lines if (written := words.of_line(line))]
    written = min(found, key=lambda written: written.calendar != "gregorian", default=None)
    return _of_written(written) if written else NO_DATE


def near_headline(lines: Sequence[str], title: str | None, first_paragraph: str) -> list[str]:
    """Of the lines that a page shows, those from the headline to the first paragraph, the nearest first."""
    body = next((i for i, line in enumerate(lines) if line[:40] == first_paragraph[:40]), len(lines))
    heads = [i for i, line in enumerate(lines[: body + 1]) if title and line == title]
    anchor = heads[-1] if heads else body
    near = range(max(0, anchor - _BEFORE), min(len(lines), body + _AFTER))
    return [lines[i] for i in sorted(near, key=lambda i: (i < anchor, abs(i - anchor)))]


def shown_lines(tree: HtmlElement) -> Iterator[str]:
    """The lines of text that the page shows, outside the parts that are not the report's."""
    pieces: list[str] = []
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        block = element.tag not in _INLINE
        if block and (line := " ".join(" ".join(pieces).split())):
            yield line
        if block:
            pieces = []
        if event == "end":
            pieces.append(element.tail or "")
        elif _is_other_part(element):
            walk.skip_subtree()
        else:
            pieces.append(element.text or "")
    if line := " ".join(" ".join(pieces).split()):
        yield line


def _of_written(written: WrittenDate) -> Published:
    """The day of a written date, and issues for a wrong weekday or another calendar."""
    issues = []
    if not written.weekday_fits:
        issues.append(Issue(code="report.weekday", said=f"the weekday written beside {written.day} is not its own"))
    if written.calendar != "gregorian":
        said = f"{written.day} is reckoned from the {written.calendar} calendar and may be a day off"
        issues.append(Issue(code="report.converted-date", said=said))
    return Published(written.day.isoformat(), tuple(issues))


def _iso(match: re.Match[str]) -> str | None:
    """The ISO form of a matched date or time, or None where there is no such day."""
    day, time, zone = match["day"], match["time"], match["zone"]
    try:
        if time is None:
            return date.fromisoformat(day).isoformat() if int(day[:4]) < _MAX_YEAR and day > "1900" else None
        when = datetime.fromisoformat(f"{day}T{time[1:]}{(zone or '').replace('Z', '+00:00')}")
    except ValueError:
        return None
    return when.isoformat() if 1900 < when.year < _MAX_YEAR else None


def _is_publishing(time: HtmlElement) -> bool:
    """Whether a <time> element is marked as the time of publishing."""
    marks = " ".join(
        (time.get("itemprop") or "", time.get("class") or "", "pubdate" if "pubdate" in time.attrib else "")
    )
    return any(mark in marks.lower() for mark in ("datepublished", "published", "pubdate", "entry-date"))


def _is_elsewhere(element: HtmlElement) -> bool:
    """Whether an element stands in a part of the page that is not the report's."""
    return any(_is_other_part(part) for part in (element, *element.iterancestors()))


def _is_other_part(part: HtmlElement) -> bool:
    """Whether an element is such a part: by its tag or by the words of its class and id."""
    if part.tag in _NO_TEXT:
        return True
    if part.tag in ("html", "body", "main", "article", "h1"):
        return False
    marks = f"{part.get('class') or ''} {part.get('id') or ''}"
    return bool(_ELSEWHERE.search(marks)) and next(part.iter("h1"), None) is None
