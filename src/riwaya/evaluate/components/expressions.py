"""Gold expressions: the two open formats for times and numbers, and what a reading finds in their texts.

Duckling's corpus gives a text and the value that the whole text stands for. The specifications of Recognizers
give a text and the stretches in it that stand for something; they count UTF-16 units, and some of their texts
carry stray blanks and full stops, so a stretch is looked up by its words.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from riwaya.evaluate.components.measured import Measured, gold_file, paragraph
from riwaya.evaluate.figures import Share, Tally
from riwaya.model.layers import Analysed, Found, Mention
from riwaya.model.spans import Span
from riwaya.pipeline import Reader

# Where an expression begins and ends is counted without these: "on Friday" and "Friday" are one.
_EDGE_TAGS = frozenset({"PREP", "CONJ", "PUNCT"})
_EDGE_WORDS = frozenset({"day-words"})
_DAY = "2016-11-07"  # of the specifications of Recognizers that give none
Right = Callable[[Mention, str], bool]


class Stretch(NamedTuple):
    """A text, the spans in it that stand for something, and the day on which it is read."""

    text: str
    spans: Sequence[Span]
    now: str


def read_values(file: Path) -> Iterator[tuple[str, str]]:
    """Each text and its value as Duckling writes it; nothing where there is no such file."""
    for line in file.read_text(encoding="utf-8").splitlines() if file.is_file() else ():
        if line.strip():
            item = json.loads(line)
            yield item["text"], item["value"]


def read_stretches(file: Path, now: str) -> Iterator[Stretch]:
    """The texts of a file of Recognizers; `now` is their day unless they give one."""
    for case in json.loads(file.read_text(encoding="utf-8-sig")) if file.is_file() else ():
        text = case["Input"]
        told = case.get("Context", {}).get("ReferenceDateTime", now)
        yield Stretch(text, [_span(text, result) for result in case["Results"]], told)


def _span(text: str, result: Mapping[str, Any]) -> Span:
    """Where the words of a result stand: nearest to the place that the gold gives."""
    words = result["Text"].strip()
    start = len(text.encode("utf-16-le")[: 2 * result["Start"]].decode("utf-16-le", "ignore"))
    places = [i for i in range(len(text)) if text.startswith(words, i)] or [start]
    start = min(places, key=lambda i: abs(i - start))
    return Span(start, min(start + len(words), len(text)))


class Values(NamedTuple):
    """A file of Duckling's corpus: the kinds of mention that count, when one is right, and where the clock stands."""

    kinds: Collection[str]
    right: Right
    now: str = _DAY


class Stretches(NamedTuple):
    """Files of Recognizers by their names, and the kinds of mention that count."""

    files: Sequence[str]
    kinds: Collection[str]


def measure_expressions(
    reader: Reader, folder: Path, values: Mapping[str, Values], stretches: Mapping[str, Stretches]
) -> Measured:
    """The values of whole texts and the spans within texts, by name; raises GoldError where the folder has none."""
    duckling = {name: f"duckling_{name}.jsonl" for name in values}
    gold_file(folder, *duckling.values(), *(_specification(stem) for one in stretches.values() for stem in one.files))
    counts: dict[str, Share | Tally] = {}
    words, mistakes = 0, []
    for name, (kinds, right, now) in values.items():
        counts[f"value of {name}"], wrong = measure_values(reader, folder / duckling[name], kinds, right, now)
        mistakes += wrong
    for name, (files, kinds) in stretches.items():
        tally = Tally()
        for stem in files:
            some, read, wrong = measure_stretches(reader, folder / _specification(stem), kinds, _DAY)
            tally, words = tally + some, words + read
            mistakes += wrong
        counts[name] = tally
    return Measured(counts, words, mistakes=tuple(mistakes))


def _specification(stem: str) -> str:
    """The file of a specification of Recognizers."""
    return f"recognizers_{stem}.json"


def measure_values(
    reader: Reader, file: Path, kinds: Collection[str], right: Right, now: str
) -> tuple[Share, list[str]]:
    """The share of texts that are read, as a whole, as their value; and those that are not."""
    mistakes, total = [], 0
    for text, value in read_values(file):
        found = reader.find(paragraph(reader.pack.code, text, now))
        mentions = sorted((m for m in found.mentions if m.kind in kinds), key=lambda m: m.start - m.end)
        total += 1
        if not any(right(mention, value) for mention in mentions[:1]):
            got = {name: mentions[0].value[name] for name in mentions[0].value} if mentions else "nothing"
            mistakes.append(f"{file.stem}\t{text}\twanted {value}\tgot {got}")
    return Share(total - len(mistakes), total), mistakes


def measure_stretches(reader: Reader, file: Path, kinds: Collection[str], now: str) -> tuple[Tally, int, list[str]]:
    """How many of the stretches are found with the right span, the words read, and what is missed or found beside."""
    tally, words, mistakes = Tally(), 0, []
    for case in read_stretches(file, now):
        found = reader.find(paragraph(reader.pack.code, case.text, case.now))
        wanted = {_trimmed(found.analysed, span): span for span in case.spans}
        got = {_trimmed(found.analysed, span): span for span in _told(found, kinds)}
        tally += Tally(len(wanted.keys() & got.keys()), len(wanted), len(got))
        words += len(case.text.split())
        for name, ours, theirs in (("missed", wanted, got), ("found", got, wanted)):
            cut = [ours[key].cut(case.text) for key in ours if key not in theirs]
            mistakes += [f"{file.stem}\t{name}\t{quote}\t{case.text}" for quote in cut]
    return tally, words, mistakes


def _told(found: Found, kinds: Collection[str]) -> Iterator[Span]:
    """The spans of the mentions of some kinds, those inside a longer one left out."""
    mentions = [m for m in found.mentions if m.kind in kinds]
    for mention in mentions:
        if not any(other.covers(mention) and not mention.covers(other) for other in mentions):
            yield found.analysed.span(mention.start, mention.end)


def _trimmed(analysed: Analysed, span: Span) -> tuple[int, int]:
    """The tokens of a span, without prepositions, signs and the word for day at its edges."""
    inside = [
        i for i, token in enumerate(analysed.tokens) if token.span.start < span.end and span.start < token.span.end
    ]
    first, last = (inside[0], inside[-1] + 1) if inside else (0, 0)
    while first < last - 1 and _is_edge(analysed, first):
        first += 1
    while first < last - 1 and analysed.tokens[last - 1].pos == "PUNCT":
        last -= 1
    return first, last


def _is_edge(analysed: Analysed, i: int) -> bool:
    """Whether the token that opens an expression says nothing of its value."""
    token = analysed.tokens[i]
    return (
        token.pos in _EDGE_TAGS
        or token.clitic == "pro"
        or any(hit.entry.lexicon in _EDGE_WORDS for hit in analysed.hits[i])
    )
