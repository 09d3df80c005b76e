"""Quotations: stretches in quotation marks, lone marks and the ends of sentences, on marked texts.

The gold is `marked.txt`: texts with their quotations, sentences and lone marks marked by signs that stand in no
newspaper; the head of the file tells them.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import starmap
from pathlib import Path
from typing import NamedTuple

from riwaya.evaluate.components.measured import Measured, gold_file, paragraphs, read_sections
from riwaya.evaluate.figures import Tally
from riwaya.model import Span
from riwaya.pipeline import Reader

_OPENS, _CLOSES, _PARTS, _LONE = "\u27e6\u27e7\u2016\u00a4"


Marks = Set[Span] | Set[int]


class Marked(NamedTuple):
    """A text of the gold, in paragraphs, and what is marked in it, in code points."""

    name: str
    text: str
    quotations: frozenset[Span]
    lone: frozenset[int]  # marks without a partner
    breaks: frozenset[int]  # where a sentence begins within a paragraph


def measure_quotations(reader: Reader, folder: Path) -> Measured:
    """Quotations with just their words, lone marks told as issues, and sentence breaks within paragraphs.

    Raises GoldError where there are no marked texts.
    """
    counts: dict[str, Tally] = {}
    mistakes: list[str] = []
    words = 0
    for gold in read_marked(gold_file(folder, "marked.txt")):
        words += len(gold.text.split())
        quotations, lone, breaks = _read(reader, gold)
        sets: dict[str, tuple[Marks, Marks]] = {
            "quotations": (gold.quotations, quotations),
            "lone marks": (gold.lone, lone),
            "sentence breaks": (gold.breaks, breaks),
        }
        for name, (wanted, got) in sets.items():
            counts[name] = counts.get(name, Tally()) + Tally(len(wanted & got), len(wanted), len(got))
            told = {"missed": wanted - got, "extra": got - wanted}
            mistakes += [f"{gold.name}\t{name}\t{what} {_said(gold.text, one)}" for what in told for one in told[what]]
    return Measured(counts, words, (), tuple(mistakes))


def _read(reader: Reader, gold: Marked) -> tuple[set[Span], set[int], set[int]]:
    """What is read in a text, in the terms of the gold."""
    analysed = reader.analyse(paragraphs(reader.pack.code, gold.text))
    quotations = set(starmap(analysed.span, (q[:2] for q in analysed.quotations)))
    lone = {issue.span.start for issue in analysed.issues if issue.span and issue.code == "quotation.unbalanced"}
    firsts = {block.span.start for block in analysed.report.blocks}
    starts = {analysed.tokens[sentence.start].span.start for sentence in analysed.sentences}
    return quotations, lone, starts - firsts


def _said(text: str, one: Span | int) -> str:
    """The words of a quotation, or those after a place."""
    return one.cut(text) if isinstance(one, Span) else text[one : one + 20]


def read_marked(path: Path) -> Iterator[Marked]:
    """The marked texts of a file."""
    yield from (_marked(name, text) for name, text in read_sections(path))


def _marked(name: str, marked: str) -> Marked:
    """One marked text, its signs taken out."""
    text = ""
    opened: list[int] = []
    quotations: list[Span] = []
    lone: list[int] = []
    breaks: list[int] = []
    after_break = False
    for sign in marked:
        if sign == _OPENS:
            opened.append(len(text))
        elif sign == _CLOSES:
            quotations.append(Span(opened.pop(), len(text)))
        elif sign == _LONE:
            lone.append(len(text))
        elif sign == _PARTS:
            after_break = True
        else:
            if after_break and not sign.isspace():
                breaks.append(len(text))
                after_break = False
            text += sign
    return Marked(name, text, frozenset(quotations), frozenset(lone), frozenset(breaks))
