"""Addressees: to whom a word is said that names nobody: by what it answers, or by who does what it is about.

"Denied the accusations" is said to whoever made them, "condemned the shelling" of whoever shelled, "demanded the
release of" to whoever would release. Somebody who answers earlier words that were said to him answers their speaker.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from riwaya.events.parties import as_government
from riwaya.model import Claim, Event, Party, Span

_ABOUT = ("ACCUSE", "REQUEST", "REJECT")  # words about what others do
_ANSWERED = ("ACCUSE", "REQUEST", "THREATEN")  # words that are said to somebody who may answer them
_ANSWERS = "REJECT"
_ANSWERING = ("CONCEDE", "REJECT")
_NEAR = 60  # code points between an answer and the noun for what it answers
_FAR = 600  # code points of the report between some words and the answer to them
_FEW = 4  # cues that one word may be part of

Parties = tuple[Party, ...]


def with_addressees(events: Sequence[Event], claims: Iterable[Claim], by_verbs: Collection[str]) -> tuple[Event, ...]:
    """The events; words that are said to nobody have those as targets whom they are about or whom they answer.

    `by_verbs` are the ids of the events that verbs tell.
    """
    events = _answering(events, by_verbs)
    contents = sorted({claim.cue: claim.content for claim in claims if claim.cue}.items())
    done: list[Event] = []
    for i, event in enumerate(events):
        targets = event.targets
        if event.plover in _ABOUT and event.actors and not targets:
            content = _content(contents, event.trigger)
            following = events[i + 1] if content and i + 1 < len(events) else None
            about = following if content and following and following.trigger.start < content.end else None
            targets = _about(event, about) or _answered(event, reversed(done))
        done.append(event.model_copy(update={"targets": targets}) if targets != event.targets else event)
    return tuple(done)


def _content(contents: Sequence[tuple[Span, Span]], trigger: Span) -> Span | None:
    """What somebody says by some words, of the contents of claims with their cues, in the order of the cues."""
    last = bisect_left(contents, trigger.end, key=lambda known: known[0].start)
    return next((span for cue, span in contents[max(0, last - _FEW) : last] if cue.overlap(trigger)), None)


def _answering(events: Sequence[Event], by_verbs: Collection[str]) -> list[Event]:
    """The events; an answer and the noun right behind it for what it answers are each said to whoever says the other.

    A verb behind it tells what somebody else does: "Turkey rejected the plan, while Germany called for calm".
    """
    done = list(events)
    for i, (one, other) in enumerate(pairwise(events)):
        near = other.id not in by_verbs and other.trigger.start - one.trigger.end < _NEAR
        if near and one.plover in _ANSWERING and other.plover in _ABOUT and one.actors and other.actors:
            if not one.targets:
                done[i] = done[i].model_copy(update={"targets": _others(one, other.actors)})
            if not other.targets:
                done[i + 1] = other.model_copy(update={"targets": _others(other, one.actors)})
    return done


def _about(event: Event, about: Event | None) -> Parties:
    """Who does what some words are about, the first event of their content, unless it is the speaker."""
    return _others(event, about.actors) if about and about.status != "denied" else ()


def _answered(event: Event, before: Iterator[Event]) -> Parties:
    """Who said to the speaker what a denial or a refusal answers: in the nearest words before it, not far off."""
    if event.plover != _ANSWERS:
        return ()
    for other in before:
        if event.trigger.start - other.trigger.start > _FAR:
            return ()
        if other.plover in _ANSWERED and _codes(other.targets) & _codes(event.actors):
            return _others(event, other.actors)
    return ()


def _others(event: Event, parties: Parties) -> Parties:
    """Some parties as they are spoken to: states by their governments; nobody where the speaker is one of them."""
    spoken = tuple(as_government(party) for party in parties)
    return () if _codes(spoken) & _codes(event.actors) else spoken


def _codes(parties: Parties) -> frozenset[str]:
    """The codes of some parties."""
    return frozenset(party.code for party in parties)
