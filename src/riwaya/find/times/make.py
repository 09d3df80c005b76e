"""The maker of times: from the match of a time rule to a mention."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from riwaya.find.times import clock, dates, days, holidays, periods, ranges
from riwaya.find.times.intervals import Interval
from riwaya.find.times.reading import Reading
from riwaya.model.layers import Analysed, Mention
from riwaya.rules.rule import RuleMatch

Family = Callable[[Reading], Interval | None]
# What `reads` in a rule may say.
FAMILIES: Mapping[str, Family] = {
    "ago": periods.ago,
    "century": dates.century,
    "clock": clock.clock,
    "corresponding": dates.corresponding,
    "day-of-month": periods.day_of_month,
    "figures": dates.figures,
    "from-to": ranges.from_to,
    "holiday": holidays.holiday,
    "inside": ranges.inside,
    "lasting": periods.lasting,
    "narrated": periods.narrated,
    "night-between": days.night_between,
    "now": days.now,
    "nth": periods.nth,
    "part-of-base": periods.part_of_base,
    "part-today": days.part_today,
    "running": periods.running,
    "season": periods.season,
    "since": periods.since,
    "vague": periods.vague,
    "week-of": periods.week_of,
    "weekday-and-number": days.weekday_and_number,
    "weekday-of": days.weekday_of,
    "weekdays-joined": days.weekdays_joined,
    "within": periods.within,
}
# Without `reads`, the first of these captures decides.
_BY_CAPTURE: tuple[tuple[str, Family], ...] = (
    ("relative", days.relative_day),
    ("weekday", days.weekday),
    ("month", dates.calendar_day),
    ("day", dates.calendar_day),
    ("decade", dates.decade),
    ("year", dates.year),
    ("ago", periods.ago),
    ("unit", periods.this_unit),
)


class TimeMaker:
    """Makes the times of one report."""

    def __init__(self, analysed: Analysed) -> None:
        """Reads when the report was published."""
        self._analysed = analysed
        self._starts = [sentence.start for sentence in analysed.sentences]
        published = analysed.report.published
        self.now = datetime.fromisoformat(published) if published else None

    def make(self, match: RuleMatch) -> Mention | None:
        """The mention of kind `time` that a match stands for; None where the numbers fit no calendar."""
        sentence = self._analysed.sentences[bisect_right(self._starts, match.start) - 1]
        reading = Reading(match, self._analysed, sentence, self.now)
        interval = self._interval(reading)
        if interval is None:
            return None
        value = {
            "lo": interval.lo,
            "hi": interval.hi,
            "precision": interval.precision,
            "direction": match.rule.gives.get("direction", ""),
            "sort": interval.sort or interval.precision,
            "dated": reading.has("year") or _is_dated(reading),
            "calendar": reading.column("month", "calendar") or reading.column("holiday", "calendar"),
            "shift": reading.column("told", "shift") or match.rule.gives.get("shift", ""),
            "length": _length(reading),
            "bare": interval.sort == "clock" and not reading.has("base"),
            "of": (int(reading.column("month", "month") or reading.number("month") or 0), reading.number("day") or 1),
        }
        return Mention(match.start, match.end, "time", match.rule.id, value)

    def _interval(self, reading: Reading) -> Interval | None:
        """The interval of the family that the rule names, or that its captures call for."""
        family = FAMILIES.get(reading.gives.get("reads", ""))
        if family is None:
            family = next((family for name, family in _BY_CAPTURE if reading.has(name)), None)
        try:
            return family(reading) if family else None
        except (ValueError, OverflowError):  # a day that no calendar has
            return None


def _length(reading: Reading) -> tuple[float, str] | None:
    """How long before or after another time it is, where a rule tells it."""
    length = reading.mention("length")
    parts: Any = length.value["parts"] if length else ()
    return (parts[0][0], parts[0][2]) if parts else None


def _is_dated(reading: Reading) -> bool:
    """Whether a time inside this one has a year of its own."""
    base = reading.mention("base") or reading.mention("last")
    return bool(base and base.value.get("dated"))
