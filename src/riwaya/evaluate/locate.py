"""Where the words of an expectation stand in a text that was read."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.model import Span
from riwaya.model.layers import Analysed, Token


def located(words: str, analysed: Analysed) -> list[Span]:
    """The places at which words stand in a text, in order.

    They may be given with or without the clitics and the article that are written with them; where they begin or end
    inside a word (one that was parted otherwise), the place is the whole word.
    """
    starts, ends = _edges(analysed.tokens)
    found = list(_occurrences(words, analysed.report.text))
    exact = [span for span in found if span.start in starts and span.end in ends]
    if exact:
        return exact
    inside = [whole for span in found if (whole := _whole(span, analysed.tokens))]
    shortest = min((whole.end - whole.start for whole in inside), default=0)
    return [whole for whole in inside if whole.end - whole.start == shortest]


def _edges(tokens: tuple[Token, ...]) -> tuple[set[int], set[int]]:
    """Where words may begin and end: at a token, and behind its article."""
    starts = {start for token in tokens for start in (token.span.start, token.span.end - len(token.typed))}
    return starts, {token.span.end for token in tokens}


def _occurrences(words: str, text: str) -> Iterator[Span]:
    """Every place at which the letters of some words stand."""
    at = text.find(words)
    while at >= 0:
        yield Span(at, at + len(words))
        at = text.find(words, at + 1)


def _whole(span: Span, tokens: tuple[Token, ...]) -> Span | None:
    """The written words that a span touches; None where it touches none."""
    touched = {token.word for token in tokens if token.span.overlap(span)}
    inside = [token.span for token in tokens if token.word in touched]
    return Span(inside[0].start, inside[-1].end) if inside else None
