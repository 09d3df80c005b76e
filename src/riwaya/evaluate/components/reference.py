"""Reference: words that stand for what a report names elsewhere, on marked reports.

The gold is `marked.txt`: short reports in which each such word is marked with what it stands for; the head of the
file tells how.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from riwaya.evaluate.components.measured import Measured, gold_file, paragraphs, read_sections
from riwaya.evaluate.figures import Share, Tally
from riwaya.model import Span
from riwaya.model.layers import Coded, Mention
from riwaya.pipeline import Reader

_OPENS, _CLOSES, _MEANS, _SPEAKER, _NOTHING = "\u27e6", "\u27e7", "=", "@", "-"
_PUBLISHED = "2022-09-14"


class Anaphor(NamedTuple):
    """A word that stands for something, and what for."""

    span: Span
    answer: str


def measure_reference(reader: Reader, folder: Path) -> Measured:
    """Words that are resolved as the gold has it, and those rightly left open; raises GoldError without gold."""
    counts: dict[str, Tally] = {}
    left_open = Share()
    mistakes: list[str] = []
    words = 0
    for name, text, anaphors in read_anaphors(gold_file(folder, "marked.txt")):
        words += len(text.split())
        read = _Read(reader.code(paragraphs(reader.pack.code, text, _PUBLISHED)))
        for anaphor in anaphors:
            given = read.answers(anaphor)
            right = not given.isdisjoint(anaphor.answer.split("|")) or (anaphor.answer == _NOTHING and not given)
            mistakes += [] if right else [f"{name}\t{anaphor.span.cut(text)}\twanted {anaphor.answer}\tgot {given}"]
            if anaphor.answer == _NOTHING:
                left_open += Share(right, 1)
            kind = "speakers" if anaphor.answer.startswith(_SPEAKER) else "mentions"
            told = Tally(right and anaphor.answer != _NOTHING, anaphor.answer != _NOTHING, bool(given))
            counts[kind] = counts.get(kind, Tally()) + told
        extra = read.unmarked([anaphor.span for anaphor in anaphors])
        counts["mentions"] = counts.get("mentions", Tally()) + Tally(found=len(extra))
        mistakes += [f"{name}\t{one}\textra" for one in extra]
    return Measured({**counts, "left open": left_open}, words, (), tuple(mistakes))


class _Read:
    """What is read in one report."""

    def __init__(self, coded: Coded) -> None:
        """Takes the layers apart."""
        self._coded, self._analysed = coded, coded.claimed.found.analysed
        self._text = self._analysed.report.text
        self._mentions = [m for m in coded.claimed.found.mentions if m.kind in ("actor", "place")]

    def answers(self, anaphor: Anaphor) -> set[str]:
        """What a word is taken to stand for: nothing, or one thing under each of its names."""
        if anaphor.answer.startswith(_SPEAKER):
            return self._speaker(anaphor)
        named = {word for m in self._mentions if self._at(m, anaphor.span) for word in _names(m)}
        parties = (p for event in self._coded.events for p in (*event.actors, *event.targets))
        return named | {p.code for p in parties if p.span and p.span.overlap(anaphor.span) and self._by_voice(p.span)}

    def _at(self, mention: Mention, span: Span) -> bool:
        """Whether a mention takes up a word."""
        found = self._analysed.span(mention.start, mention.end)
        return span.within(found) or found.within(span)

    def _by_voice(self, span: Span) -> bool:
        """Whether words were resolved by who speaks, or name themselves."""
        there = [m for m in self._mentions if m.kind == "actor" and self._at(m, span)]
        return any(m.value.get("refers") in ("enemy", "own-speaker") or not m.value.get("refers") for m in there)

    def _speaker(self, anaphor: Anaphor) -> set[str]:
        """The earlier words of the speaker, if a claim's verb or source at a word has the same one."""
        claims = self._coded.claimed.claims
        links = [link for claim in claims for link in claim.chain]
        own = [
            c.chain[-1]
            for c in claims
            if (c.cue and c.cue.overlap(anaphor.span)) or (c.chain[-1].span and anaphor.span.overlap(c.chain[-1].span))
        ]
        return {
            f"{_SPEAKER}{link.span.cut(self._text)}"
            for link in links
            for one in own
            if link.span and link is not one and (link.actor, link.entity) == (one.actor, one.entity)
        }

    def unmarked(self, marked: list[Span]) -> list[str]:
        """The words of mentions that are taken to stand for another, but those marked."""
        resolved = (self._analysed.span(m.start, m.end) for m in self._mentions if m.value.get("resolved"))
        return [span.cut(self._text) for span in resolved if not any(span.overlap(one) for one in marked)]


def _names(mention: Mention) -> set[str]:
    """What a resolved mention stands for: its code or name, or the two sides."""
    if mention.value.get("refers") and not mention.value.get("resolved"):
        return set()
    if mention.value.get("refers") == "both":
        sides: tuple[dict[str, str], ...] = mention.value["sides"]  # type: ignore[assignment]
        return {"+".join(side[column] for side in sides) for column in ("iso3", "code")}
    return {str(mention.value["code" if mention.kind == "actor" else "name"]), str(mention.value.get("antecedent", ""))}


def read_anaphors(path: Path) -> Iterator[tuple[str, str, list[Anaphor]]]:
    """The reports of a file: name, text, and what is marked in it."""
    yield from ((name, *_unmarked(text)) for name, text in read_sections(path))


def _unmarked(marked: str) -> tuple[str, list[Anaphor]]:
    """A text without its marks, and what they marked."""
    text, *pieces = marked.split(_OPENS)
    anaphors = []
    for piece in pieces:
        inside, _, after = piece.partition(_CLOSES)
        words, _, answer = inside.partition(_MEANS)
        anaphors.append(Anaphor(Span(len(text), len(text) + len(words)), answer))
        text += words + after
    return text, anaphors
