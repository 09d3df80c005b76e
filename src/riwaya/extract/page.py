"""Pages: the paragraphs of an HTML page's report, without what the page sets around them.

The main part is found by trafilatura, after a pass that gives pages of old systems real paragraphs; where it
finds nothing, by resiliparse. No parser here loads anything.
"""

from __future__ import annotations

import logging
import re
from collections import Counter

from lxml import etree, html
from lxml.html import HtmlElement

from riwaya.errors import PageError

_TAGGED = re.compile(r"<(?:!doctype\s+html|html|head|body|\?xml|!--|div|p|article|table|meta|title|span|h1)\b", re.I)
_TAG_IN_HEAD = re.compile(r"<(?:html|head|body|meta|title|article)\b[^>]*>", re.I)
_FEED = re.compile(r"\s*(?:<\?xml[^>]*>)?\s*(?:<!--.*?-->\s*)?<(rss|feed|urlset|sitemapindex|rdf:RDF)\b", re.I | re.S)
_NESTING = re.compile(r"<(/?)(div|table|span|b|i|font|section|ul|ol|blockquote|center|article|em|strong|u|a)\b", re.I)
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_MAX_DEPTH = 2000  # resiliparse needs time in the square of the depth
_MAX_TAGS = 300_000  # the largest pages of news sites have a tenth of it; extraction needs 20 microseconds each
_HEAD = 2000
_LAYOUT_CELL = 200  # code points from which a table's cell holds paragraphs, not a value
_INLINE = frozenset(("a", "b", "big", "em", "font", "i", "mark", "q", "small", "span", "strong", "sub", "sup", "u"))


def is_html(text: str) -> bool:
    """Whether a text is an HTML page, told by its beginning."""
    head = text.lstrip()[:_HEAD]
    return bool(_TAGGED.match(head) or _TAG_IN_HEAD.search(head))


def parse_page(markup: str, *, name: str) -> HtmlElement:
    """The tree of a page; raises PageError (page.broken) for a feed and for what no parser can read."""
    if feed := _FEED.match(markup[:_HEAD]):
        raise PageError(
            "page.broken", f"a feed ({feed[1].lower()}), no page", where=name, todo="give the pages it lists"
        )
    if (tags := markup.count("<")) > _MAX_TAGS:
        raise PageError("page.broken", f"{tags} tags, no page of one report", where=name, todo="split it up")
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(_UNPRINTABLE.sub("", markup).encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise PageError("page.broken", "no readable HTML", where=name, todo="save the page anew") from error
    if not isinstance(tree, HtmlElement):
        raise PageError("page.broken", "no readable HTML", where=name, todo="save the page anew")
    return tree


def main_paragraphs(tree: HtmlElement, markup: str) -> list[str]:
    """The paragraphs of the page's main part; the tree is changed on the way."""
    import trafilatura  # noqa: PLC0415  its import takes 180 ms

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # a page without text is our error to tell
    _unfold_layout_tables(tree)
    _wrap_broken_lines(tree)
    document = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=False)
    text = getattr(document, "text", None) or _second_opinion(markup)
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


def _second_opinion(markup: str) -> str:
    """The main text as resiliparse finds it; nothing for a page that is nested without end."""
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415  its import is slow

    if _depth(markup) > _MAX_DEPTH:
        return ""
    return str(
        extract_plain_text(markup, main_content=True, comments=False, list_bullets=False, alt_texts=False, links=False)
    )


def _depth(markup: str) -> int:
    """How deep elements are nested at the most, about."""
    open_tags: Counter[str] = Counter()
    depth = deepest = 0
    for closing, tag in _NESTING.findall(markup):
        step = -1 if closing else 1
        if open_tags[tag] + step >= 0:
            open_tags[tag] += step
            depth += step
            deepest = max(deepest, depth)
    return deepest


def _unfold_layout_tables(tree: HtmlElement) -> None:
    """Nothing; tables that hold paragraphs become plain containers, so that they are not taken for data."""
    for table in list(tree.iter("table")):
        if any(_own_length(cell) >= _LAYOUT_CELL for cell in table.iter("td", "th")):
            for part in list(table.iter("table", "tbody", "thead", "tfoot", "tr", "td", "th")):
                part.tag = "div"


def _own_length(cell: HtmlElement) -> int:
    """The code points of a cell's own text and its inline and paragraph elements."""
    return len((cell.text or "").strip()) + sum(
        len(child.text_content()) + len((child.tail or "").strip())
        for child in cell
        if child.tag in _INLINE or child.tag in ("p", "br", "div")
    )


def _wrap_broken_lines(tree: HtmlElement) -> None:
    """Nothing; text that is parted by <br> is given paragraphs."""
    for parent in {line_break.getparent() for line_break in tree.iter("br")}:
        if parent is not None and parent.tag in (
            "div",
            "td",
            "p",
            "article",
            "section",
            "center",
            "font",
            "body",
        ):
            _wrap(parent)


def _wrap(parent: HtmlElement) -> None:
    """Nothing; each run of text and inline elements between breaks and blocks becomes a <p> of the parent."""
    children = list(parent)
    run = html.Element("p")
    run.text, parent.text = parent.text, None
    for child in children:
        tail, child.tail = child.tail, None
        if child.tag in _INLINE:
            run.append(child)
            child.tail = tail
            continue
        _place(parent, run, before=child)
        if child.tag == "br":
            parent.remove(child)
        run = html.Element("p")
        run.text = tail
    _place(parent, run, before=None)
    if parent.tag in ("p", "font"):
        parent.tag = "div"


def _place(parent: HtmlElement, run: HtmlElement, *, before: HtmlElement | None) -> None:
    """Nothing; a run that holds words is set into its parent."""
    if not (len(run) or (run.text or "").strip()):
        return
    if before is None:
        parent.append(run)
    else:
        before.addprevious(run)
