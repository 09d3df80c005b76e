"""Confidence of events: how often a telling like this one is right on open reports (decision 0018)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from riwaya.model import Event

_LEAST = 0.64
_AGAIN = 0.07  # the report tells the event more than once
_BOTH = 0.06  # both its parties are told
_PLAIN = 0.10  # the words of its type seldom tell of anything else
_PLAIN_TYPES = {"ASSAULT", "COERCE", "PROTEST", "AGREE", "REQUEST", "REJECT"}


def with_confidence(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events of a report, each with the share of tellings like it that are right: between .64 and .87."""
    tellings = Counter(event.first_telling for event in events)
    return tuple(
        event.model_copy(update={"confidence": _confidence(event, tellings[event.first_telling])}) for event in events
    )


def _confidence(event: Event, tellings: int) -> float:
    """The share of events right that are told so often and so fully."""
    both = bool(event.actors and event.targets)
    return round(_LEAST + _AGAIN * (tellings > 1) + _BOTH * both + _PLAIN * (event.plover in _PLAIN_TYPES), 2)
