"""Sentences for patterns, made of plain words: no language, no pack."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

from riwaya.model import Span
from riwaya.model.layers import Entry, Hit, Mention, Quotation, Token, find_anchors
from riwaya.rules.elements import Context
from riwaya.rules.pattern import compile_pattern

ARTICLE = "the-"
# The words of each lexicon, and the columns of their rows.
LEXICONS: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "says": {
        "said": {"act": "assert", "takes": "that|quote"},
        "denied": {"act": "deny", "takes": "object"},
        "made clear": {"act": "assert", "takes": "that"},
        "made": {"act": "promise", "takes": "object"},
    },
    "complementisers": {"that": {}},
}


def token(word: str, number: int, start: int) -> Token:
    """The token of `form/POS`; the article is written `the-`."""
    form, _, pos = word.partition("/")
    stem = form.removeprefix(ARTICLE)
    shape = "" if stem[0].isalnum() else "PUNCT"
    span = Span(start, start + len(form))
    return Token(span, form, stem, form != stem, "", number, pos or shape or "NOUN", "", stem.rstrip("s"))


def hits(tokens: Sequence[Token]) -> list[Hit]:
    """The entries of the lexicons above, the shorter ones first."""
    found = []
    for start in range(len(tokens)):
        for end in range(start + 1, len(tokens) + 1):
            words = " ".join(t.stem for t in tokens[start:end])
            for name, entries in LEXICONS.items():
                if words in entries:
                    found.append(Hit(start, end, Entry(name, words, "", entries[words])))
    return found


def quotations(tokens: Sequence[Token]) -> list[Quotation]:
    """What stands between square brackets; the last one may be open."""
    found, start = [], None
    for i, one in enumerate(tokens):
        if one.form == "[":
            start = i + 1
        elif one.form == "]" and start is not None:
            found.append(Quotation(start, i, 0, closed=True))
            start = None
    return found if start is None else [*found, Quotation(start, len(tokens), 0, closed=False)]


def make_context(text: str, mentions: Sequence[Mention] = (), first: int = 0, last: int | None = None) -> Context:
    """The context of a sentence of words parted by blanks, or of its tokens `first` to `last`."""
    tokens, start = [], 0
    for number, word in enumerate(text.split()):
        tokens.append(token(word, number, start))
        start += len(word) + 1
    by_start: dict[str, dict[int, list[Any]]] = {"hits": defaultdict(list), "mentions": defaultdict(list)}
    by_end: dict[str, dict[int, list[Any]]] = {"hits": defaultdict(list), "mentions": defaultdict(list)}
    for kind, stretches in (("hits", hits(tokens)), ("mentions", mentions)):
        for one in stretches:
            by_start[kind][one.start].append(one)
            by_end[kind][one.end].append(one)
    quoted = quotations(tokens)
    return Context(
        tokens=tokens,
        first=first,
        last=len(tokens) if last is None else last,
        hits=by_start["hits"],
        hits_by_end=by_end["hits"],
        mentions=by_start["mentions"],
        mentions_by_end=by_end["mentions"],
        quotations={q.start - 1: q for q in quoted},
        quotations_by_end={q.end + 1: q for q in quoted if q.closed},
        anchors=find_anchors(tokens, by_start["hits"]),
    )


@pytest.fixture(name="make_context", scope="session")
def make_context_fixture() -> Callable[..., Context]:
    """The function that makes a context."""
    return make_context


@pytest.fixture(scope="session")
def matched() -> Callable[..., dict[str, str] | None]:
    """A function that gives the words of a match ("") and of its captures; None where nothing matches."""

    def matched(pattern: Sequence[Mapping[str, Any]], context: Context) -> dict[str, str] | None:
        compiled = compile_pattern(pattern, str.lower)

        def words(start: int, end: int) -> str:
            return " ".join(t.form for t in context.tokens[start:end])

        for anchor in range(context.first, context.last):
            if found := compiled.match(context, anchor):
                start, end, captures = found
                return {"": words(start, end), **{n: words(c.start, c.end) for n, c in captures}}
        return None

    return matched
