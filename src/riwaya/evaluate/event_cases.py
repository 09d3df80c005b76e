"""Event cases: paragraphs with every event that a good reading finds in them, and nothing else.

A file of `cases/events/` in a pack is a list of paragraphs. Each expected event gives the words of its mentions, its
PLOVER type, and of mode, status, background, actors, targets, place, time, killed and injured those that are sure.
As in `cases/`, `fails` and `extra` must stay true until they are promoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from riwaya.errors import PackError
from riwaya.evaluate.cases import listed_cases
from riwaya.evaluate.expected import Judged, paired, wrong_of_expected, wrong_of_extra
from riwaya.evaluate.told_events import (
    FIELDS,
    ToldEvent,
    as_finding,
    differing,
    rank,
    told,
    told_events,
    wanted_events,
)
from riwaya.evaluate.trials import Finding, trial_report
from riwaya.model import PLOVER_TYPES, STATUSES
from riwaya.packs import Pack
from riwaya.pipeline import Reader

NEGATIVE = "negative"  # the type of paragraphs full of words of war that tell no event
TYPES = (*PLOVER_TYPES, NEGATIVE)
_REQUIRED = {"id", "type", "register", "text", "gloss", "events"}
_KNOWN = _REQUIRED | {"published", "extra"}
_TODO = "see the head of evaluate/event_cases.py and README.md in cases/events/"
_CODE = re.compile(r"[A-Z]{3}( [A-Z]{3})?")


@dataclass(frozen=True, slots=True)
class EventCase:
    """A text and the events that are expected in it, in the order of their first mentions."""

    id: str
    type: str
    text: str
    published: str | None
    events: Sequence[Finding]
    extra: Sequence[Finding]


def read_event_cases(pack: Pack) -> Iterator[EventCase]:
    """The paragraphs of a pack's `cases/events/`, in the order of the files; raises PackError (pack.case)."""
    for where, case in listed_cases(pack.folder / "cases" / "events", _REQUIRED, _KNOWN, _TODO):
        yield _event_case(case, where, pack)


def _event_case(case: dict[str, Any], where: str, pack: Pack) -> EventCase:
    """One paragraph of a file, checked."""
    if case["type"] not in TYPES:
        raise PackError("pack.case", f"no type: {case['type']}", where=where, todo=_TODO)
    text, published = str(case["text"]).strip(), case.get("published")
    for event in case["events"]:
        if reason := _wrong(event, text, pack):
            raise PackError("pack.case", f"{reason}: {event}", where=where, todo=_TODO)
    day = str(published) if published else None
    return EventCase(str(case["id"]), case["type"], text, day, case["events"], case.get("extra", ()))


def _wrong(event: Mapping[str, Any], text: str, pack: Pack) -> str:
    """What is wrong with an expected event; empty where it is well formed and its words stand in the text."""
    if event.keys() - {"triggers", "type", *FIELDS, "fails"} or not event.get("triggers"):
        return "keys of an event"
    if event.get("type") not in PLOVER_TYPES or event.get("status", STATUSES[0]) not in STATUSES:
        return "no type or no status of the record"
    if event.get("mode") not in {None, *pack.modes[event["type"]]}:
        return "no mode of its type"
    if any(not _CODE.fullmatch(code) for role in ("actors", "targets") for code in event.get(role, ())):
        return "a party is a code such as SDN MIL"
    if any(len(event[name]) != 2 for name in ("killed", "injured") if event.get(name) is not None):
        return "the dead or hurt are [lowest, highest]"
    words = [*event["triggers"], *(event[name] for name in ("place", "time") if event.get(name) is not None)]
    return next((f"not in the text: {part}" for part in words if part not in text), "")


def run_event_case(case: EventCase, reader: Reader) -> list[str]:
    """What is wrong with the events of a paragraph, a line each; empty where all is well."""
    coded = reader.code(trial_report(reader, case.text, case.published))
    wanted = wanted_events(case.events, coded.claimed.found.analysed)
    pairs, left = paired(wanted, told_events(coded), rank)
    judged = [
        Judged(one.of, near is not None and not differing(near, one), told(one.of), near and told(as_finding(near)))
        for one, near in zip(wanted, pairs, strict=True)
    ]
    return [*wrong_of_expected(judged), *wrong_of_extra(left, case.extra, _is, _told)]


def _is(found: ToldEvent, known: Finding) -> bool:
    """Whether a found event is the one that an extra tells of: its type, and the words of its first mention."""
    return found.type == known["type"] and found.words[0] == known["trigger"]


def _told(event: ToldEvent | Finding) -> str:
    """A found event or an extra on one line."""
    return told(as_finding(event) if isinstance(event, ToldEvent) else event)
