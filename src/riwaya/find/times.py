"""Times: what the captures of a time rule stand for, as an interval against the day of publication.

A rule names what it captured by these words, and the calendar arithmetic here is the same for every language:
relative, weekday, part, day, month, year, decade, edge, unit, count, direction. A relative time without a day of
publication stays unresolved, with an issue that says so; nothing is guessed.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from riwaya.model.layers import Mention
from riwaya.rules.elements import Capture
from riwaya.rules.rule import RuleMatch

_DAYS = {"day": 1, "week": 7}


class Interval(NamedTuple):
    """From the first to the last day (both included), as ISO 8601; None where it is unresolved."""

    lo: str | None
    hi: str | None
    precision: str


class _Reading:
    """The captures of one time expression, as values."""

    def __init__(self, captures: Mapping[str, Capture], gives: Mapping[str, str], today: date | None) -> None:
        self._captures, self._gives, self.today = captures, gives, today

    def column(self, name: str, column: str) -> str:
        """A column of the entry that a capture holds."""
        capture = self._captures.get(name)
        return capture.hit.entry.get(column) if capture and capture.hit else ""

    def number(self, name: str) -> int | None:
        """The number that a capture holds, or that the rule gives."""
        capture = self._captures.get(name)
        if capture and capture.mention:
            return int(str(capture.mention.value["lo"]))
        if value := self.column(name, "value"):
            return int(value)
        return int(self._gives[name]) if name in self._gives else None

    def has(self, name: str) -> bool:
        """Whether the rule captured this."""
        return name in self._captures or name in self._gives


def make_time(match: RuleMatch, today: date | None) -> Mention | None:
    """The mention of kind `time` that a time rule's match stands for; None where the numbers fit no calendar."""
    reading = _Reading(match.captures, match.rule.gives, today)
    interval = _interval(reading)
    if interval is None:
        return None
    value = {**interval._asdict(), "direction": match.rule.gives.get("direction", "")}
    return Mention(match.start, match.end, "time", match.rule.id, value)


def _interval(r: _Reading) -> Interval | None:
    """The interval of the first reading that the captures allow."""
    if r.has("relative"):
        return _days_from(r, int(r.column("relative", "days")))
    if r.has("weekday"):
        return _weekday(r)
    if r.has("month") or r.has("day"):
        return _calendar_day(r)
    if r.has("decade"):
        return _decade(r)
    if r.has("year"):
        return _year(r)
    if r.has("ago"):
        return _ago(r)
    return _this_unit(r) if r.has("unit") else None


def _part_of(r: _Reading, day: date | None) -> Interval:
    """A day, or the part of it that is named."""
    start, end = r.column("part", "from"), r.column("part", "to")
    if r.column("relative", "part") and not start:
        start, end = "18:00", "23:59"
    if day is None:
        return Interval(None, None, "part" if start else "day")
    if start:
        return Interval(f"{day}T{start}", f"{day}T{end}", "part")
    return Interval(str(day), str(day), "day")


def _days_from(r: _Reading, days: int) -> Interval:
    """So many days from the day of publication."""
    return _part_of(r, r.today + timedelta(days=days) if r.today else None)


def _weekday(r: _Reading) -> Interval:
    """A weekday: the last one up to the day of publication, or the next after it where the words say so."""
    if r.today is None:
        return _part_of(r, None)
    back = (r.today.isoweekday() - int(r.column("weekday", "weekday"))) % 7
    if r.column("direction", "shift") == "1":
        return _part_of(r, r.today + timedelta(days=7 - back))
    if r.column("direction", "shift") == "-1" and back == 0:
        back = 7
    return _part_of(r, r.today - timedelta(days=back))


def _calendar_day(r: _Reading) -> Interval | None:
    """A month, or a day of it; without a year, the nearest such day or month to the day of publication."""
    month = int(r.column("month", "month") or r.number("month") or 0)
    day, year = r.number("day"), r.number("year")
    if not 1 <= month <= 12 or r.column("month", "calendar") == "hijri":
        return Interval(None, None, "day" if day else "month")
    if year is None:
        if r.today is None:
            return Interval(None, None, "day" if day else "month")
        year = _nearest_year(r.today, month, day or 1, r.column("direction", "shift"))
    last = monthrange(year, month)[1]
    if day is None:
        lo, hi = _edge(date(year, month, 1), date(year, month, last), r.column("edge", "edge"))
        return Interval(str(lo), str(hi), "month")
    return _part_of(r, date(year, month, day)) if 1 <= day <= last else None


def _nearest_year(today: date, month: int, day: int, shift: str) -> int:
    """The year that puts a day of a month nearest to the day of publication."""
    if shift in ("1", "-1"):
        passed = (month, day) <= (today.month, today.day)
        return today.year + (1 if passed else 0) if shift == "1" else today.year - (0 if passed else 1)
    years = (today.year - 1, today.year, today.year + 1)
    return min(years, key=lambda y: abs((date(y, month, min(day, 28)) - today).days))


def _year(r: _Reading) -> Interval | None:
    """A year, or a part of it."""
    year = r.number("year")
    if year is None or not 1000 <= year <= 2100:
        return None
    lo, hi = _edge(date(year, 1, 1), date(year, 12, 31), r.column("edge", "edge"))
    return Interval(str(lo), str(hi), "year")


def _decade(r: _Reading) -> Interval:
    """A decade, or its early, middle or late years."""
    first = int(r.column("decade", "decade"))
    edge = r.column("edge", "edge")
    years = {"early": (0, 2), "mid": (4, 6), "late": (7, 9)}.get(edge, (0, 9))
    return Interval(f"{first + years[0]}-01-01", f"{first + years[1]}-12-31", "year" if edge else "decade")


def _edge(lo: date, hi: date, edge: str) -> tuple[date, date]:
    """The early, middle or late third of an interval; all of it without an edge."""
    third = (hi - lo) / 3
    if edge == "early":
        return lo, lo + third
    if edge == "mid":
        return lo + third, hi - third
    return (hi - third, hi) if edge == "late" else (lo, hi)


def _ago(r: _Reading) -> Interval:
    """So many units before the day of publication."""
    unit, n = r.column("unit", "unit"), r.number("count") or int(r.column("unit", "count") or 1)
    precision = {"hour": "hour", "minute": "minute"}.get(unit, unit)
    if r.today is None:
        return Interval(None, None, precision)
    if unit in ("hour", "minute"):
        return Interval(str(r.today - timedelta(days=1)) if unit == "hour" else str(r.today), str(r.today), "day")
    lo, hi = _unit_bounds(r.today, unit, -n)
    if unit == "day":
        return Interval(str(lo), str(hi), "day")
    since = r.column("ago", "shift") == "since"
    return Interval(str(lo), str(r.today if since else hi), precision)


def _this_unit(r: _Reading) -> Interval:
    """This, last or next week, month or year."""
    unit = r.column("unit", "unit")
    if r.today is None or unit in ("hour", "minute"):
        return Interval(None, None, unit)
    lo, hi = _unit_bounds(r.today, unit, int(r.column("direction", "shift") or 0))
    return Interval(str(lo), str(hi), unit)


def _unit_bounds(today: date, unit: str, shift: int) -> tuple[date, date]:
    """The first and last day of the unit that lies `shift` units from today's."""
    if unit == "day":
        day = today + timedelta(days=shift)
        return day, day
    if unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
        return monday, monday + timedelta(days=6)
    if unit == "month":
        months = today.year * 12 + today.month - 1 + shift
        year, month = divmod(months, 12)
        return date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1])
    year = today.year + shift * (10 if unit == "decade" else 1)
    return date(year, 1, 1), date(year, 12, 31)
