"""Metadata: what a page says of itself for machines: headline, writer, outlet, address, language, day.

JSON-LD stands before OpenGraph and other meta elements, these before what is shown.
"""

from __future__ import annotations

import html as entities
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

Json = Mapping[str, Any]

_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report)$")
_SEPARATOR = re.compile("\\s+(?:[-\u2013\u2014|:\u2022\u00bb\u00ab]+|::)\\s+")
_PUBLISHED_KEYS = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "article:published",
    "datepublished",
    "publishdate",
    "publish_date",
    "publish-date",
    "pubdate",
    "published_time",
    "published",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "dc.date.created",
    "date",
)
_AUTHOR_KEYS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl")
_OUTLET_KEYS = ("og:site_name", "application-name")
_AUTHOR_PATH = (
    "//*[@itemprop='author' or @rel='author'][not(self::meta)]"
    "|//*[contains(concat(' ', normalize-space(@class), ' '), ' byline ')]"
    "|//*[contains(concat(' ', normalize-space(@class), ' '), ' author-name ')]"
)
_MAX_NAME = 100  # code points of a name of a writer or an outlet
_MAX_NAME_WORDS = 4  # words of an outlet's name in a <title>
_MIN_TITLE_WORDS = 4  # words from which a <title> alone is a headline


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself; `published` holds what it gives as its day, the most trusted first."""

    title: str | None
    byline: str | None
    outlet: str | None
    url: str | None
    language: str | None
    published: tuple[str, ...]


def read_metadata(tree: HtmlElement, *, url: str | None) -> Metadata:
    """The metadata of a page that was found at `url`."""
    meta, articles = _meta(tree), list(_articles(tree))
    outlet = _outlet(tree, meta, articles)
    return Metadata(
        title=_title(tree, meta, articles, outlet),
        byline=_byline(tree, meta, articles, outlet),
        outlet=outlet or (urlsplit(url).hostname if url else None),
        url=_address(tree, meta, url),
        language=_language(tree, meta),
        published=tuple(_published(meta, articles)),
    )


def plain(words: object) -> str:
    """The words on one line, entities resolved; empty for what is no text.

    >>> plain(" a &amp; b "), plain(None)
    ('a & b', '')
    """
    return " ".join(entities.unescape(words).split()) if isinstance(words, str) else ""


def shown(element: HtmlElement) -> str:
    """The text of an element on one line."""
    return plain(element.text_content())


def _meta(tree: HtmlElement) -> dict[str, str]:
    """The page's meta elements by name, in small letters; the first of each name."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = plain(element.get("content"))
        for attribute in ("property", "name", "itemprop"):
            name = (element.get(attribute) or "").lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _articles(tree: HtmlElement) -> Iterator[Json]:
    """The JSON-LD nodes that describe the page itself: an article first, then the web page."""
    nodes = [node for script in tree.iter("script") for node in _nodes(_json(script))]
    yield from (node for node in nodes if _ARTICLE.search(_type(node)))
    yield from (node for node in nodes if _type(node) == "WebPage")


def _json(script: HtmlElement) -> object:
    """The value of a JSON-LD script; None for another script or for broken JSON."""
    if "ld+json" not in (script.get("type") or "").lower():
        return None
    try:
        return json.loads(script.text or "", strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: object) -> Iterator[Json]:
    """The nodes at the top of a JSON-LD value, and those of its graph; none of a list of other pages."""
    if isinstance(value, list):
        for part in value:
            if isinstance(part, dict):
                yield from _nodes(part)
    elif isinstance(value, dict):
        yield value
        graph = value.get("@graph")
        yield from (part for part in graph if isinstance(part, dict)) if isinstance(graph, list) else ()


def _type(node: Json) -> str:
    """The node's type, or the first of its types."""
    kind = node.get("@type")
    if isinstance(kind, list):
        kind = kind[0] if kind else ""
    return kind if isinstance(kind, str) else ""


def _names(value: object) -> list[str]:
    """The names that a JSON-LD person, organisation, string or list of these gives."""
    if isinstance(value, list):
        return [name for part in value if isinstance(part, str | dict) for name in _names(part)]
    if isinstance(value, dict):
        value = value.get("name")
    name = plain(value)
    return [name] if name and "://" not in name else []


def _outlet(tree: HtmlElement, meta: Mapping[str, str], articles: Sequence[Json]) -> str | None:
    """The outlet's name: by OpenGraph, JSON-LD, or the end of the page's title."""
    named = [meta.get(key, "") for key in _OUTLET_KEYS[:1]]
    named += [name for node in articles for name in _names(node.get("publisher"))]
    named += [meta.get(key, "") for key in _OUTLET_KEYS[1:]]
    named += _title_names(tree, meta)
    return next((name for name in named if name and len(name) <= _MAX_NAME), None)


def _title_names(tree: HtmlElement, meta: Mapping[str, str]) -> list[str]:
    """The outlet's name as the page's title gives it, after the headline or before it."""
    parts = _SEPARATOR.split(_page_title(tree))
    headlines = {meta.get("og:title", ""), *_headings(tree)}
    if len(parts) < 2:
        return []
    fits = [part for part in (parts[-1], parts[0]) if len(part.split()) <= _MAX_NAME_WORDS and part not in headlines]
    return fits[:1]


def _page_title(tree: HtmlElement) -> str:
    """The words of the <title> element, or none."""
    element = next(tree.iter("title"), None)
    return shown(element) if element is not None else ""


def _title(tree: HtmlElement, meta: Mapping[str, str], articles: Sequence[Json], outlet: str | None) -> str | None:
    """The headline without the outlet's name, or None where the page has none."""
    page_title = _page_title(tree)
    named = [plain(node.get("headline")) for node in articles if _ARTICLE.search(_type(node))]
    named += [meta.get("og:title", ""), *_headings(tree), meta.get("twitter:title", "")]
    if len(_bare(page_title, outlet).split()) >= _MIN_TITLE_WORDS:
        named.append(page_title)
    names = [outlet, *_title_names(tree, meta)]
    for name in filter(None, names):
        named = [_bare(title, name) for title in named]
    return next((title for title in named if title and title not in names), None)


def _headings(tree: HtmlElement) -> list[str]:
    """The text of the page's only <h1>; with several, none is surely the headline."""
    headings = [shown(heading) for heading in tree.iter("h1")]
    return headings if len(headings) == 1 else []


def _bare(title: str, outlet: str | None) -> str:
    """A title without the outlet's name before or after it."""
    if not outlet:
        return title
    parts = list(_SEPARATOR.finditer(title))
    if parts and title[parts[-1].end() :] == outlet:
        return title[: parts[-1].start()]
    if parts and title[: parts[0].start()] == outlet:
        return title[parts[0].end() :]
    return title


def _byline(tree: HtmlElement, meta: Mapping[str, str], articles: Sequence[Json], outlet: str | None) -> str | None:
    """Who wrote the report, when the page names somebody other than the outlet."""
    named = [", ".join(_names(node.get("author"))) for node in articles]
    named += [meta.get(key, "") for key in _AUTHOR_KEYS]
    named += [shown(element) for element in tree.xpath(_AUTHOR_PATH)]
    return next((name for name in named if _is_person(name, outlet)), None)


def _is_person(name: str, outlet: str | None) -> bool:
    """Whether a name can be that of a writer: no address, not the outlet itself."""
    return 0 < len(name) <= _MAX_NAME and "://" not in name and not (outlet and outlet in name)


def _address(tree: HtmlElement, meta: Mapping[str, str], url: str | None) -> str | None:
    """The page's canonical URL; another host than the one it was found at is not believed."""
    links = [link.get("href") or "" for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    for address in (*links, meta.get("og:url", "")):
        try:
            whole = str(urljoin(url or "", address.strip()))
            parts = urlsplit(whole)
        except ValueError:
            continue
        same_host = url is None or parts.hostname == urlsplit(url).hostname
        if address.strip() and parts.scheme in ("http", "https") and parts.hostname and same_host:
            return whole
    return url


def _language(tree: HtmlElement, meta: Mapping[str, str]) -> str | None:
    """The language that the page gives, as a code of two or three letters."""
    root = tree.getroottree().getroot()
    given = root.get("lang") or root.get("xml:lang") or meta.get("og:locale") or meta.get("language") or ""
    code = re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", given.strip())
    return code.group().lower() if code else None


def _published(meta: Mapping[str, str], articles: Sequence[Json]) -> Iterator[str]:
    """What the page gives as the time of publishing."""
    yield from (plain(node.get("datePublished")) for node in articles)
    yield from (meta[key] for key in _PUBLISHED_KEYS if key in meta)
