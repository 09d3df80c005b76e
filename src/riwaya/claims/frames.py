"""Frames: the matches of claim rules in one sentence, with those dropped that a better one explains."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from riwaya.rules.elements import Capture
from riwaya.rules.rule import Rule, RuleMatch

Stretch = tuple[int, int]  # tokens, half-open


_TOLD = ("before", "circumstances", "after", "addressee")  # captures in which an outlet may be named


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
    circumstances: tuple[Stretch, ...]  # where, when, how and to whom it was said
    more: Stretch | None  # further words of a quotation that the verb of saying breaks
    spoken_by: bool  # the attribution names who spoke for the source: "by the mouth of"
    relays: bool  # the attribution names whom the source quotes: "quoting"
    features: str  # of the cue: gender and number, for an inherited speaker

    @property
    def inherits(self) -> str:
        """From where the speaker is inherited: "" (it is not), "previous" or "sentence"."""
        return self.rule.gives.get("inherit", "")

    @property
    def order(self) -> str:
        """Where the source stands: "before" its verb, "after" it, or "" where the rule does not say."""
        return self.rule.gives.get("subject", "")

    @property
    def exact(self) -> bool:
        """Whether the words of the source were read as a phrase, not as whatever stands between two words."""
        return bool(self.order) or self.rule.gives.get("source") == "phrase"

    @property
    def judges(self) -> bool:
        """Whether what is said describes a thing as something, good or bad."""
        return self.rule.gives.get("content") == "judgement"

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
    source = captures.get("source")
    fronted = source is not None and match.rule.gives.get("subject") == "before"
    start = source.start if source and fronted else match.start
    return Frame(
        match.rule,
        start,
        match.end,
        (cue.start, cue.end),
        act,
        _stretch(source),
        _stretch(captures.get("via")),
        _content(match, start),
        tuple((c.start, c.end) for name in _TOLD if (c := captures.get(name))),
        _stretch(captures.get("more")),
        _kind(cue) == "mouth",
        _kind(cue) == "relay",
        cue.hit.entry.features if cue.hit else "",
    )


def _content(match: RuleMatch, start: int) -> Stretch | None:
    """The content: what was captured, or the clause (`whole`), or from its negation or cue on."""
    content, cue = match.captures.get("content"), match.captures["cue"].start
    first = {"whole": start, "predicate": cue - 1, "cue": cue}.get(match.rule.gives.get("content", ""))
    if content is not None:
        return content.start if first is None else first, content.end
    return None if first is None else (first, max(capture.end for capture in match.captures.values()))


def _stretch(capture: Capture | None) -> Stretch | None:
    """The tokens of a capture."""
    return (capture.start, capture.end) if capture else None


def _kind(capture: Capture) -> str:
    """The kind that the lexicon gives to a cue."""
    return capture.hit.entry.get("kind") if capture.hit else ""


def _act(capture: Capture | None) -> str:
    """The act that the lexicon gives to a cue."""
    return capture.hit.entry.get("act") if capture and capture.hit else ""


def best_frames(matches: Iterable[RuleMatch], fits: Callable[[Frame], bool]) -> list[Frame]:
    """One frame that fits for each cue, by the start of its content; none whose cue stands in another's source.

    Of several for one cue, the rule of higher priority counts, then the one whose content begins first.
    """
    by_cue: dict[int, Frame] = {}
    for frame in map(make_frame, matches):
        if " 1 " in frame.features:  # "we say" stands within somebody's direct speech, or is another word
            continue
        if not fits(frame):
            continue
        best = by_cue.get(frame.cue[0])
        if best is None or _rank(frame) < _rank(best):
            by_cue[frame.cue[0]] = frame
    frames = sorted(by_cue.values(), key=lambda f: ((f.content or f.cue)[0], f.start))
    return [frame for frame in frames if not _explained(frame, frames)]


def _rank(frame: Frame) -> tuple[int, int]:
    """What sorts the better frame of one cue first."""
    return -frame.rule.priority, (frame.content or frame.cue)[0]


def _explained(frame: Frame, frames: Sequence[Frame]) -> bool:
    """Whether the frame's cue is part of another frame's source, or lies between its cue and its content."""
    for other in frames:
        if other is frame or other.content is None:
            continue
        silent = other.act == "silence" and frame.inherits and other.content[0] <= frame.cue[0] < other.content[1]
        if _brings(other, frame) or (silent and other.cue != frame.cue):
            return True
        between = other.cue[0] < frame.cue[0] < other.content[0] and other.rule.gives.get("content") != "whole"
        if between and not _brings(frame, other):
            return True
    return False


def _brings(frame: Frame, other: Frame) -> bool:
    """Whether the cue of another frame is but the verb that brings this one's: "quoted him as saying"."""
    return frame.start <= other.cue[0] < frame.cue[0] and frame.rule.priority > other.rule.priority
