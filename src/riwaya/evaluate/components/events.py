"""Events in single sentences: whether one tells of an actual assault, or protest; and whether sentences of peace do.

`assault.csv` and `protest.csv` are as in the open Arabic event records: a sentence a row, and whether annotators
accepted it (`yes`), rejected it (`easy no`, `difficult no`) or were of two minds (`ambiguous`: left out). Each type is
counted twice: by its events alone, and by those of them of which at least `RELEVANT` of coders would say the same.
The weights for that were learnt from the open half of these records, so figures on it are not held out: those of the
card, `models/README.md` of the pack, are. `peace.txt` has a sentence a line that tells of no conflict; lines that
begin with # are passed over. A folder has one of them at least.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from riwaya.errors import GoldError
from riwaya.evaluate.components.measured import Measured, gold_file
from riwaya.evaluate.figures import Share, Tally
from riwaya.model import Event
from riwaya.pipeline import Reader

_TYPES = {"assault.csv": "ASSAULT", "protest.csv": "PROTEST"}
_PEACE = "peace.txt"
_HAPPENED = {"actual", "ongoing"}
RELEVANT = 0.45  # the relevance from which an event counts as relevant
_SEEN = "learnt from the open half of arabic_event_gsr; held-out figures on that half: models/README.md of the pack"
_LABELS = {"yes": True, "easy no": False, "difficult no": False, "ambiguous": None}


def measure_events(reader: Reader, folder: Path) -> Measured:
    """The tally of sentences for each type, and the share of peaceful sentences without any event.

    Raises GoldError (gold.missing, gold.broken).
    """
    gold_file(folder, *_TYPES, _PEACE)
    counts: dict[str, Share | Tally] = {}
    notes: list[tuple[str, str]] = []
    mistakes: list[str] = []
    words = 0
    for name, plover in _TYPES.items():
        told: Counter[tuple[bool, bool]] = Counter()
        relevant: Counter[tuple[bool, bool]] = Counter()
        for sentence, wanted in _labelled(folder / name):
            events = [e for e in reader.read_text(sentence).events if e.plover == plover and e.status in _HAPPENED]
            told[wanted, bool(events)] += 1
            relevant[wanted, any((event.relevance or 0) >= RELEVANT for event in events)] += 1
            words += len(sentence.split())
            if wanted != bool(events):
                mistakes.append(_mistake(plover, sentence, events))
        if told:
            counts[plover.lower()] = _tally(told)
            counts[f"relevant {plover.lower()}"] = _tally(relevant)
    if counts:
        notes.append(("relevance", _SEEN))
    peaceful = [(sentence, reader.read_text(sentence).events) for sentence in _lines(folder / _PEACE)]
    if peaceful:
        counts["peace"] = Share(sum(not events for _, events in peaceful), len(peaceful))
        extra = sum(len(events) for _, events in peaceful)
        notes.append(("events per 100 sentences of peace", f"{100 * extra / len(peaceful):.1f}"))
        mistakes += [_mistake("peace", sentence, events) for sentence, events in peaceful if events]
    return Measured(counts, words, tuple(notes), tuple(mistakes))


def _tally(told: Counter[tuple[bool, bool]]) -> Tally:
    """The tally of sentences, counted by whether annotators accepted them and whether an event was found."""
    hits, missed, extra = told[True, True], told[True, False], told[False, True]
    return Tally(hits, hits + missed, hits + extra)


def _labelled(path: Path) -> Iterator[tuple[str, bool]]:
    """The sentences of a table on which annotators agreed, each with whether they accepted it."""
    if not path.is_file():
        return
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), start=2):
            label, text = row.get("label"), row.get("text")
            if label not in _LABELS or not text:
                todo = f"give each row a text and one of the labels {', '.join(_LABELS)}"
                raise GoldError("gold.broken", f"label {label!r}", where=f"{path}:{number}", todo=todo)
            accepted = _LABELS[label]
            if accepted is not None:
                yield text, accepted


def _lines(path: Path) -> list[str]:
    """The lines of a file that are no comments; none where it is missing."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return [line for line in lines if line and not line.startswith("#")]


def _mistake(what: str, sentence: str, events: list[Event] | tuple[Event, ...]) -> str:
    """A sentence that was read otherwise, with the words that were taken for events."""
    found = ", ".join(event.trigger.cut(sentence) for event in events) or "nothing"
    return f"{what}\t{sentence}\tgot {found}"
