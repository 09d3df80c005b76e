"""Marks the paragraphs of a pack's `cases/events/` by the present reading: `fails` and `extra` are written again.

    python tools/mark_event_cases.py [ar] [--report] [--only FILE ...]

What is expected is never touched. An event that is met loses its `fails`; one that is not gets one, unless a reason
written by hand is there already. `extra` lists the events that are found besides. Printed are, for each type, how many
events are expected, met and missed, in which fields those that are read differ (in `type`: read as another one), and
how many of the type are found besides.
"""

from __future__ import annotations

from collections.abc import Sequence

from marking import Case, Figures, judged, mark_files, table
from riwaya.evaluate.expected import paired
from riwaya.evaluate.told_events import (
    FIELDS,
    ToldEvent,
    WantedEvent,
    as_finding,
    differing,
    rank,
    shares_trigger,
    told_events,
    wanted_events,
)
from riwaya.evaluate.trials import trial_report
from riwaya.model import PLOVER_TYPES
from riwaya.pipeline import Reader

_COLUMNS = ("expected", "met", "missed", "type", *FIELDS, "extra")
Pairs = Sequence[tuple[WantedEvent, ToldEvent | None]]


def main() -> None:
    """Marks the files of a pack and prints the figures."""
    print("\n".join(table(mark_files(__doc__, "events", _marked), "type", PLOVER_TYPES, _COLUMNS)))


def _marked(case: Case, reader: Reader, figures: Figures) -> Case:
    """The paragraph with `fails` and `extra` as they are today."""
    published = case.get("published")
    coded = reader.code(trial_report(reader, str(case["text"]).strip(), published and str(published)))
    wanted = wanted_events(case["events"], coded.claimed.found.analysed)
    found, left = paired(wanted, told_events(coded), rank)
    pairs = list(zip(wanted, found, strict=True))
    events = []
    for one, near in pairs:
        wrong = ["missed"] if near is None else differing(near, one)
        figures.update((str(one.of["type"]), name) for name in ["expected", *(wrong or ["met"])])
        events.append(judged(one.of, _why_missed(one, near, wrong, pairs) if wrong else ""))
    figures.update((event.type, "extra") for event in left)
    extra = [{"trigger": e.words[0], "type": e.type, "why": _why_extra(e, wanted)} for e in left]
    return {**case, "events": events, "extra": extra}


def _why_missed(wanted: WantedEvent, found: ToldEvent | None, wrong: Sequence[str], pairs: Pairs) -> str:
    """Why an event counts as missed: nothing found, another event's mention, or other fields."""
    if found is not None:
        fields = as_finding(found)
        return f"found with {'; '.join(f'{name} {_plain(fields[name])}' for name in wrong)}"
    other = next((one for one, near in pairs if near is not None and shares_trigger(near, wanted)), None)
    return "not found" if other is None else f"found as one with {other.of['triggers'][0]}"


def _plain(value: object) -> str:
    """A field of a found event in words."""
    if isinstance(value, list):
        return ", ".join(map(_plain, value)) or "none"
    return "null" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _why_extra(found: ToldEvent, wanted: Sequence[WantedEvent]) -> str:
    """What an event that nobody expects is, as far as its words tell."""
    whole = next((one for one in wanted if shares_trigger(found, one)), None)
    return f"a mention of {whole.of['triggers'][0]}" if whole else "no event is meant"


if __name__ == "__main__":
    main()
