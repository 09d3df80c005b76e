"""Quotations: stretches in quotation marks, lone marks and the ends of sentences, on marked texts.

The gold is `marked.txt`: texts with their quotations, sentences and lone marks marked by signs that stand in no
newspaper; the head of the file tells them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from riwaya.evaluate.components.measured import Measured, gold_file
from riwaya.evaluate.figures import Tally
from riwaya.model import Block, Report, Span
from riwaya.pipeline import Reader

_OPENS, _CLOSES, _PARTS, _LONE = "\u27e6\u27e7\u2016\u00a4"


class Marked(NamedTuple):
    """A text of the gold, in paragraphs, and what is marked in it, in code points."""

    name: str
    text: str
    quotations: frozenset[tuple[int, int]]
    lone: frozenset[int]  # marks without a partner
    breaks: frozenset[int]  # where a sentence begins within a paragraph


def measure_quotations(reader: Reader, folder: Path) -> Measured:
    """Quotations with just their words, lone marks told as issues, and sentence breaks within paragraphs.

    Raises GoldError where there are no marked texts.
    """
    counts = {name: [0, 0, 0] for name in ("quotations", "lone marks", "sentence breaks")}
    mistakes: list[str] = []
    words = 0
    for gold in read_marked(gold_file(folder, "marked.txt")):
        words += len(gold.text.split())
        read = _read(reader, gold)
        for name, wanted, got in zip(counts, gold[2:], read, strict=True):
            _count(counts[name], wanted, got)
            mistakes += [f"{gold.name}\t{name}\tmissed {_said(gold.text, one)}" for one in sorted(wanted - got)]
            mistakes += [f"{gold.name}\t{name}\textra {_said(gold.text, one)}" for one in sorted(got - wanted)]
    return Measured({name: Tally(*count) for name, count in counts.items()}, words, (), tuple(mistakes))


def _read(reader: Reader, gold: Marked) -> tuple[set[tuple[int, int]], set[int], set[int]]:
    """What is read in a text, in the terms of the gold."""
    analysed = reader.analyse(_report(reader, gold.text))
    quotations = {tuple(analysed.span(q.start, q.end)) for q in analysed.quotations}
    lone = {issue.span.start for issue in analysed.issues if issue.span and issue.code == "quotation.unbalanced"}
    firsts = {block.span.start for block in analysed.report.blocks}
    starts = {analysed.tokens[sentence.start].span.start for sentence in analysed.sentences}
    return quotations, lone, starts - firsts


def _report(reader: Reader, text: str) -> Report:
    """A text as a report, a paragraph a line."""
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Block(kind="paragraph", span=Span(start, start + len(line))))
        start += len(line) + 1
    return Report.make(text=text, language=reader.pack.code, blocks=tuple(blocks), published=None)


def _count(count: list[int], wanted: frozenset[object] | set[object], got: set[object]) -> None:
    """Add what a text gives to a count of hits, gold and found."""
    for n, more in enumerate((len(wanted & got), len(wanted), len(got))):
        count[n] += more


def _said(text: str, one: tuple[int, int] | int) -> str:
    """The words of a quotation, or those after a place."""
    return Span(*one).cut(text) if isinstance(one, tuple) else text[one : one + 20]


def read_marked(path: Path) -> Iterator[Marked]:
    """The marked texts of a file."""
    name, lines = "", list[str]()
    for line in [*path.read_text(encoding="utf-8").splitlines(), "#"]:
        if not line.startswith("#"):
            lines.append(line)
            continue
        if lines:
            yield _marked(name, "\n".join(lines))
        name, lines = line.removeprefix("#").strip(), []


def _marked(name: str, marked: str) -> Marked:
    """One marked text, its signs taken out."""
    text = ""
    opened: list[int] = []
    quotations: list[tuple[int, int]] = []
    lone: list[int] = []
    breaks: list[int] = []
    after_break = False
    for sign in marked:
        if sign == _OPENS:
            opened.append(len(text))
        elif sign == _CLOSES:
            quotations.append((opened.pop(), len(text)))
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
