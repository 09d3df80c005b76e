"""Holidays: feasts by their rule in the table `holidays`, in the year that is told or that the tense chooses."""

from __future__ import annotations

from datetime import date, timedelta

from riwaya.extract.calendars import eastern_easter, gregorian_to_hijri, hijri_to_gregorian, western_easter
from riwaya.find.times.days import part_of
from riwaya.find.times.intervals import Interval, day_of, days, nth_weekday, unit_bounds, unresolved
from riwaya.find.times.reading import Reading


def holiday(r: Reading) -> Interval | None:
    """The days of a feast."""
    base, year = r.mention("base"), r.number("year")
    if base is not None and isinstance(base.value["lo"], str):
        year = day_of(base.value["lo"]).year
    if year is None and r.today is None:
        return unresolved("day")
    if year is not None:
        found = [day for day in _starts(r, year) if day.year == year]
        day = found[0] if found else None
    else:
        day = _chosen(r, [day for y in (-1, 0, 1, 2) for day in _starts(r, r.today.year + y)])  # type: ignore[union-attr]
    if day is None:
        return None
    length = int(r.column("holiday", "days") or 1)
    return part_of(r, day) if length == 1 else days(day, day + timedelta(days=length - 1), "day")


def _chosen(r: Reading, starts: list[date]) -> date | None:
    """The feast that the words or the tense choose, else the nearest to the day of publication."""
    today = r.today or date.min
    behind, ahead = [d for d in starts if d <= today], [d for d in starts if d >= today]
    if r.shift == 1 or (r.shift is None and r.tense in ("future", "alone")):
        return min(ahead, default=None)
    if r.shift == -1 or (r.shift is None and r.tense == "past"):
        return max(behind, default=None)
    return min(starts, key=lambda d: abs((d - today).days), default=None)


def _starts(r: Reading, year: int) -> list[date]:
    """The days on which the feast begins in a Gregorian year; a Hijri one may fall into it twice."""
    calendar, shift = r.column("holiday", "calendar"), int(r.column("holiday", "shift") or 0)
    month, day = (int(r.column("holiday", name) or 0) for name in ("month", "day"))
    if calendar == "easter":
        starts = [western_easter(year)]
    elif calendar == "eastern-easter":
        starts = [eastern_easter(year)]
    elif calendar == "hijri":
        first = gregorian_to_hijri(date(year, 1, 1))[0]
        starts = [d for y in (first, first + 1) if (d := hijri_to_gregorian(y, month, day)).year == year]
    elif weekday := r.column("holiday", "weekday"):
        found = nth_weekday(*unit_bounds(date(year, month, 1), "month", 0), int(weekday), day)
        starts = [found] if found else []
    else:
        starts = [date(year, month, day)]
    return [start + timedelta(days=shift) for start in starts]
