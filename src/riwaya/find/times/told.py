"""Narrated times: "the next day" is counted from the time that the report told before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from riwaya.find.times.intervals import Interval, day_of, days, moved, unit_bounds
from riwaya.model.layers import Analysed, Mention

_REACH = 120  # tokens: what was told longer ago is no reference
_HOUR_REACH = 60  # tokens between a day and an hour of it
_DAYS = ("day", "part", "hour", "minute", "second")


def resolve_told(times: Sequence[Mention], analysed: Analysed) -> list[Mention]:
    """The times with those counted from another brought to days; without a reference they stay unresolved.

    A report that is nothing but such a time counts from its own day: it is asked of a calendar, not told.
    """
    found: list[Mention] = []
    reference: Mention | None = None
    for time in times:
        near = reference if reference and time.start - reference.end <= _REACH else None
        resolved = _resolved(time, near, analysed) if time.value["sort"] == "told" else time
        if time.value["bare"] and near and time.start - near.end <= _HOUR_REACH:
            resolved = _on_day_of(time, near)
        known = isinstance(resolved.value["lo"], str) and resolved.value["sort"] != "span"
        if resolved.value["precision"] in _DAYS and known and not time.value["bare"]:
            reference = resolved
        found.append(resolved)
    return found


def _on_day_of(clock: Mention, reference: Mention) -> Mention:
    """A bare hour on the day that was told before it."""
    ends = {name: clock.value[name] for name in ("lo", "hi")}
    day = str(reference.value["lo"])[:10]
    moved_ends = {name: day + end[10:] for name, end in ends.items() if isinstance(end, str)}
    return clock._replace(value={**clock.value, **moved_ends})


def _resolved(time: Mention, reference: Mention | None, analysed: Analysed) -> Mention:
    """The time counted from the one told before it."""
    start = str(reference.value["lo"]) if reference else None
    if start is None:
        alone = all(t.pos in ("PUNCT", "PREP") for i, t in enumerate(analysed.tokens) if not time.start <= i < time.end)
        start = analysed.report.published if alone else None
    if start is None:
        return time
    interval = _interval(time.value, start)
    return time._replace(value={**time.value, **interval._asdict()})


def _interval(value: Mapping[str, Any], start: str) -> Interval:
    """So many units from the day of the reference."""
    day, unit, shift = day_of(start), str(value["precision"]), int(value["shift"] or 0)
    length = value["length"]
    if length is not None:
        found = moved(day, length[1], shift * length[0])
        return days(found, found, "day")
    return days(*unit_bounds(day, unit, shift), "day" if unit == "day" else unit)
