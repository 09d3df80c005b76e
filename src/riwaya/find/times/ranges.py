"""Ranges: from one time to another, told with both, or with the number of the first day or year alone."""

from __future__ import annotations

from datetime import date

from riwaya.find.times.clock import hour_range
from riwaya.find.times.intervals import Interval, day_of, days, unresolved
from riwaya.find.times.reading import Reading


def from_to(r: Reading) -> Interval | None:
    """From the first to the last; the first takes its year, and a bare number its month, from the last."""
    first, last = r.mention("first"), r.mention("last")
    if last is not None and r.column("first", "value"):
        return hour_range(r)
    if first is None or last is None:
        return None
    if first.kind == "number" and last.kind == "number":
        return _years(r)
    if last.value.get("sort") == "clock" and (first.kind == "number" or first.value.get("sort") == "clock"):
        return hour_range(r)
    lo, hi = last.value["lo"], last.value["hi"]
    if not isinstance(lo, str) or not isinstance(hi, str):
        return unresolved(str(last.value["precision"]))
    if first.kind == "number":
        return _first_day(r, day_of(lo), hi) if last.value["precision"] in ("day", "part") else None
    start = first.value["lo"] or _of_year(first.value["of"], day_of(hi))
    if not isinstance(start, str):
        return unresolved(str(last.value["precision"]))
    by_month = isinstance(first.value["of"], tuple) and first.value["of"][0] and not first.value["dated"]
    if by_month and (last.value["dated"] or start > hi):
        start = str(_in_year(day_of(start), day_of(hi)))
    return Interval(start, hi, str(first.value["precision"]), "span") if start <= hi else None


def _of_year(of: object, last: date) -> str | None:
    """The first day, told without a year, in the year of the last; None where it has no month."""
    month, day = of if isinstance(of, tuple) else (0, 0)
    return str(_in_year(date(last.year, month, day), last)) if month else None


def _in_year(first: date, last: date) -> date:
    """The first day in the year of the last, or in the year before where it would come after it."""
    moved = first.replace(year=last.year, day=min(first.day, 28) if first.month == 2 else first.day)
    return moved if moved <= last else moved.replace(year=last.year - 1)


def _first_day(r: Reading, last: date, hi: str) -> Interval | None:
    """From a day by its number to a day of the same month."""
    number = r.number("first")
    if number is None or not 1 <= number < last.day:
        return None
    return Interval(str(last.replace(day=number)), hi, "day", "span")


def _years(r: Reading) -> Interval | None:
    """From one year to another by their numbers."""
    first, last = r.number("first"), r.number("last")
    if first is None or last is None or not first < last:
        return None
    return days(date(first, 1, 1), date(last, 12, 31), "year", "span")


def inside(r: Reading) -> Interval | None:
    """Weekdays or days of a week or month that is named before or after them: next week from Wednesday to Friday."""
    base, first, last = r.mention("base"), r.mention("first"), r.mention("last")
    if base is None or not isinstance(base.value["lo"], str):
        return unresolved("day")
    start = day_of(base.value["lo"])
    if first is not None and first.kind == "number":
        numbers = r.number("first"), r.number("last")
        try:
            ends = [start.replace(day=n or 0) for n in numbers]
        except ValueError:
            return None
        return days(ends[0], ends[1], "day", "span") if ends[0] < ends[1] else None
    if both := r.mention("both"):
        first = last = both
    if first is None or last is None or not isinstance(first.value["lo"], str) or not isinstance(last.value["lo"], str):
        return unresolved("day")
    days_told = day_of(str(first.value["lo"])), day_of(str(last.value["hi"]))
    shifts = [(day.isoweekday() - start.isoweekday()) % 7 for day in days_told]
    ends = [date.fromordinal(start.toordinal() + shift) for shift in shifts]
    return days(ends[0], ends[1], "day", "span") if ends[0] < ends[1] else None
