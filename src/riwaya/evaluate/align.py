"""Bringing a record's spans onto the gold's text, where the two texts are not the same.

A page gives less than the text that the gold was written on (furniture, a title), or other blanks. Where the
record's text stands in the gold's as a whole, spans are shifted; otherwise the two are aligned word by word.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from difflib import SequenceMatcher

from riwaya.evaluate.reading import ReadClaim, ReadEvent, Reading, Where
from riwaya.model import Span

Carry = Callable[[Span], Span | None]

_LEAST = 0.5  # of a span's letters must be met again, or the words are others


def bring_over(reading: Reading, text: str, onto: str) -> tuple[Reading, int]:
    """The reading of `text` with its spans on `onto`, and how many spans could not be brought over.

    A claim without its content and an event without its trigger are left out, relations of such claims too; other
    spans become null.
    """
    if text == onto:
        return reading, 0
    carry = carrier(text, onto)
    claims = tuple(filter(None, (_move_claim(claim, carry) for claim in reading.claims)))
    events = tuple(filter(None, (_move_event(event, carry) for event in reading.events)))
    left = {claim.id for claim in claims}
    relations = tuple(relation for relation in reading.relations if {relation.a, relation.b} <= left)
    moved = Reading(claims=claims, events=events, relations=relations)
    return moved, sum(carry(span) is None for _, span in reading.spans())


def carrier(text: str, onto: str) -> Carry:
    """The function that brings a span of `text` onto `onto`, or gives None.

    >>> carrier("on Tuesday", "Fire on Tuesday")(Span(3, 10))
    Span(start=8, end=15)
    >>> carrier("Fire, on  Tuesday", "Fire on Tuesday")(Span(10, 17))
    Span(start=8, end=15)
    >>> carrier("Rain on Tuesday", "Fire on Tuesday")(Span(0, 4)) is None
    True
    """
    shift = onto.find(text)
    if shift >= 0:
        return lambda span: Span(span.start + shift, span.end + shift)
    return _by_words(text, onto)


def _by_words(text: str, onto: str) -> Carry:
    """The function that brings a span over by the words that the two texts share, in order."""
    here, there = _letters(text, onto)

    def carry(span: Span) -> Span | None:
        first, last = bisect_left(here, span.start), bisect_left(here, span.end)
        letters = sum(not letter.isspace() for letter in span.cut(text))
        if last - first < max(1, _LEAST * letters):
            return None
        return Span(there[first], there[last - 1] + 1)

    return carry


def _letters(text: str, onto: str) -> tuple[list[int], list[int]]:
    """The positions of the letters of all shared words: in `text`, and in `onto`."""
    a, b = list(re.finditer(r"\w+|[^\w\s]", text)), list(re.finditer(r"\w+|[^\w\s]", onto))
    matcher = SequenceMatcher(None, [m.group() for m in a], [m.group() for m in b], autojunk=False)
    here: list[int] = []
    there: list[int] = []
    for block in matcher.get_matching_blocks():
        for i in range(block.size):
            here += range(*a[block.a + i].span())
            there += range(*b[block.b + i].span())
    return here, there


def _move_claim(claim: ReadClaim, carry: Carry) -> ReadClaim | None:
    """The claim on the other text, if its content stands there."""
    content = carry(claim.content)
    chain = tuple(link.model_copy(update={"span": link.span and carry(link.span)}) for link in claim.chain)
    return claim.model_copy(update={"content": content, "chain": chain}) if content else None


def _move_event(event: ReadEvent, carry: Carry) -> ReadEvent | None:
    """The event on the other text, if its trigger stands there."""
    trigger = carry(event.trigger)
    places = {k: _move_where(where, carry) for k in ("place", "time") if (where := getattr(event, k))}
    return event.model_copy(update={"trigger": trigger, **places}) if trigger else None


def _move_where(where: Where, carry: Carry) -> Where:
    """The words of a place or time on the other text."""
    return Where(span=where.span and carry(where.span))
