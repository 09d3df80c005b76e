"""Frames: the matches of claim rules in one sentence, with those dropped that a better one explains."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from riwaya.rules.elements import Capture
from riwaya.rules.rule import Rule, RuleMatch

Stretch = tuple[int, int]  # tokens, half-open


class Frame(NamedTuple):
    """One reporting of speech: where the cue, the source and the content stand."""

    rule: Rule
    start: int
    end: int
    cue: Stretch
    act: str
    source: Stretch | None
    via: Stretch | None
    content: Stretch | None  # None for an attribution
    features: str  # of the cue: gender and number, for an inherited speaker

    @property
    def inherits(self) -> str:
        """From where the speaker is inherited: "" (it is not), "previous" or "sentence"."""
        return self.rule.gives.get("inherit", "")

    @property
    def direct(self) -> bool:
        """Whether the content is a quotation as a whole."""
        return self.rule.gives.get("speech") == "direct"


def make_frame(match: RuleMatch) -> Frame:
    """The frame of a claim or attribution rule's match."""
    captures = match.captures
    cue = captures["cue"]
    noun = captures.get("saying")  # a noun of saying after the verb: "expressed his hope that"
    act = match.rule.gives.get("act") or _act(noun) or _act(cue) or "assert"
    content = captures.get("content")
    return Frame(
        match.rule,
        match.start,
        match.end,
        (cue.start, cue.end),
        act,
        _stretch(captures.get("source")),
        _stretch(captures.get("via")),
        (match.start, content.end) if content and match.rule.gives.get("content") == "whole" else _stretch(content),
        cue.hit.entry.features if cue.hit else "",
    )


def _stretch(capture: Capture | None) -> Stretch | None:
    """The tokens of a capture."""
    return (capture.start, capture.end) if capture else None


def _act(capture: Capture | None) -> str:
    """The act that the lexicon gives to a cue."""
    return capture.hit.entry.get("act") if capture and capture.hit else ""


def best_frames(matches: Iterable[RuleMatch]) -> list[Frame]:
    """One frame for each cue, by the start of its content; none whose cue stands in another's source.

    Of several for one cue, the rule of higher priority counts, then the one whose content begins first.
    """
    by_cue: dict[int, Frame] = {}
    for frame in map(make_frame, matches):
        if " 1 " in frame.features:  # "we say" stands within somebody's direct speech, or is another word
            continue
        best = by_cue.get(frame.cue[0])
        if best is None or _rank(frame) < _rank(best):
            by_cue[frame.cue[0]] = frame
    frames = sorted(by_cue.values(), key=lambda f: (f.content or f.cue, f.start))
    return [frame for frame in frames if not _explained(frame, frames)]


def _rank(frame: Frame) -> tuple[int, int]:
    """What sorts the better frame of one cue first."""
    return -frame.rule.priority, (frame.content or frame.cue)[0]


def _explained(frame: Frame, frames: Sequence[Frame]) -> bool:
    """Whether the frame's cue is part of another frame's source, or lies between its cue and its content."""
    for other in frames:
        if other is frame or other.content is None:
            continue
        if other.cue[0] < frame.cue[0] < other.content[0] and other.rule.gives.get("content") != "whole":
            return True
    return False
