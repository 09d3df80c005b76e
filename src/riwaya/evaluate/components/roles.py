"""Roles: who acts and who is acted on, in whole sentences of the open event records, by the code of most annotators.

The event of a sentence is the one on most of the words that annotators marked as its verb, otherwise the first that
took place. A side is right where one of its parties has a country and a sector that the label of more than half of
the annotators accepts (`packs/_ontology/event-records.tsv`); where more than half marked nobody, where it has no
party. Sides on which they do not agree are left out, as are sentences of which most marked no verb.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from riwaya.evaluate.components.actors import SLOTS, WORD, accepted, located, read_records
from riwaya.evaluate.components.measured import Measured
from riwaya.evaluate.figures import Share
from riwaya.model import Event, Party, Record
from riwaya.pipeline import Reader

_TYPES = {"assault_spans.json": "ASSAULT", "protest_spans.json": "PROTEST"}
_SIDES = {"source": "actors", "target": "targets"}
_HAPPENED = {"actual", "ongoing"}
_NOBODY = "nobody"
_ANY = "None"  # the label of those of whom no state is told
_DAY = re.compile(r"_(\d{4})(\d\d)(\d\d)\.")

Labels = Mapping[str, str]
Accepted = Mapping[tuple[str, str], Sequence[str]]


def measure_roles(reader: Reader, folder: Path) -> Measured:
    """The shares of sources and targets that are right; raises GoldError (gold.missing, gold.broken)."""
    accepts = accepted()
    judged: dict[str, list[bool]] = {}
    mistakes: list[str] = []
    words = 0
    for name, record in read_records(folder, _TYPES):
        spans: list[Mapping[str, Any]] = record["spans"]
        if 2 * sum(bool(span["verb"]) for span in spans) <= len(spans):
            continue
        read = reader.read_text(record["text"], published=_day(str(record.get("source", ""))))
        words += len(read.text.split())
        event = _event(read, _TYPES[name], spans)
        for side, field in _SIDES.items():
            labels = _labels(spans, side)
            parties: Sequence[Party] = getattr(event, field) if event else ()
            right = _right(labels, parties, accepts)
            if right is None:
                continue
            for figure in (side, f"{_TYPES[name].lower()} {side}"):
                judged.setdefault(figure, []).append(right)
            if not right:
                told = " ".join(party.code for party in parties) or "nobody"
                mistakes.append(f"{side}\t{read.text}\twanted {' '.join(labels.values())}\tgot {told}")
    counts = {figure: Share(sum(judged[figure]), len(judged[figure])) for figure in sorted(judged, key=_order)}
    return Measured(counts, words, mistakes=tuple(mistakes))


def _order(figure: str) -> tuple[int, str]:
    """Whole sides first."""
    return figure.count(" "), figure


def _day(source: str) -> str | None:
    """The day of publication that the name of a document tells."""
    found = _DAY.search(source)
    return "-".join(found.groups()) if found else None


def _event(read: Record, plover: str, spans: Sequence[Mapping[str, Any]]) -> Event | None:
    """The event that most marked words of verbs stand on, otherwise the first that took place."""
    places = [match.span() for match in WORD.finditer(read.text)]
    votes = Counter(i for span in spans for i in located(read.text, span["verb"]))

    def marked(event: Event) -> int:
        trigger = event.trigger
        return sum(n for i, n in votes.items() if places[i][0] < trigger.end and trigger.start < places[i][1])

    events = [event for event in read.events if event.plover == plover]
    return max(events, key=lambda e: (marked(e), e.status in _HAPPENED, -e.trigger.start), default=None)


def _labels(spans: Sequence[Mapping[str, Any]], side: str) -> Labels:
    """The label of each slot that more than half of the annotators give; "" where they do not agree."""
    labels = {}
    for slot in SLOTS:
        votes = Counter(_label(span, side, slot) for span in spans)
        label, n = votes.most_common(1)[0]
        labels[slot] = label if 2 * n > len(spans) else ""
    return labels


def _label(span: Mapping[str, Any], side: str, slot: str) -> str:
    """What an annotator says of a side of the event."""
    role = span[f"{side}_role"]
    if not span[f"{side}_actor"]:
        return _NOBODY
    return str(role.get(slot, "")) if isinstance(role, dict) else ""


def _right(labels: Labels, parties: Sequence[Party], accepts: Accepted) -> bool | None:
    """Whether a side is right; None where it does not count."""
    if _NOBODY in labels.values():
        return not parties
    if "" in labels.values() or set(labels.values()) == {_ANY}:
        return None
    country, sector = (_fits(slot, labels[slot], accepts) for slot in SLOTS)
    return any(country(party) and sector(party) for party in parties)


def _fits(slot: str, label: str, accepts: Accepted) -> Callable[[Party], bool]:
    """Whether a party may have a label in a slot: its country, or its sector."""
    wanted = accepts.get((slot, label), (label,))
    if label == _ANY or not any(wanted):
        return lambda party: True
    if "group" in wanted:
        return lambda party: bool(party.actor and party.actor.startswith("groups."))
    at = 0 if slot == SLOTS[0] else 1
    return lambda party: ([*party.code.split(), ""])[at] in wanted
