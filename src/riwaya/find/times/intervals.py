"""Intervals: the arithmetic of days, weeks, months and years on the Gregorian calendar, with both ends included."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta
from typing import NamedTuple

_YEARS = {"year": 1, "decade": 10, "century": 100}
_SECONDS = {"hour": 3600, "minute": 60, "second": 1}
_DAYS = {"day": 1, "week": 7}
_THIRDS = ("early", "mid", "late")


class Interval(NamedTuple):
    """From the first to the last day or minute, as ISO 8601; None where an end is unresolved or open."""

    lo: str | None
    hi: str | None
    precision: str
    sort: str = ""  # what names it, where that is not the precision: clock, span


def unresolved(precision: str) -> Interval:
    """An interval whose ends nothing tells."""
    return Interval(None, None, precision)


def days(lo: date, hi: date, precision: str, sort: str = "") -> Interval:
    """The interval of whole days."""
    return Interval(str(lo), str(hi), precision, sort)


def unit_bounds(today: date, unit: str, shift: int) -> tuple[date, date]:
    """The first and last day of the unit that lies `shift` units from the one of a day; weeks begin on Monday.

    >>> unit_bounds(date(2024, 5, 15), "week", -1)
    (datetime.date(2024, 5, 6), datetime.date(2024, 5, 12))
    """
    if unit in _SECONDS or unit == "day":
        day = today + timedelta(days=shift if unit == "day" else 0)
        return day, day
    if unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
        return monday, monday + timedelta(days=6)
    if unit in ("month", "quarter"):
        size = 3 if unit == "quarter" else 1
        months = (today.year * 12 + today.month - 1) // size * size + shift * size
        return month_start(months), month_start(months + size) - timedelta(days=1)
    size = _YEARS[unit]
    year = (today.year - (unit == "century")) // size * size + (unit == "century") + shift * size
    return date(year, 1, 1), date(year + size - 1, 12, 31)


def month_start(months: int) -> date:
    """The first day of a month counted from the year 0."""
    return date(months // 12, months % 12 + 1, 1)


def moved(day: date, unit: str, n: float) -> date:
    """The day so many units after a day, before it where `n` is negative; parts of years and months count as days.

    >>> moved(date(2024, 3, 31), "month", -1), moved(date(2024, 5, 15), "year", 0.5)
    (datetime.date(2024, 2, 29), datetime.date(2024, 11, 15))
    """
    if unit in _DAYS:
        return day + timedelta(days=n * _DAYS[unit])
    if unit in _SECONDS:
        return day + timedelta(seconds=n * _SECONDS[unit])
    months = n * 12 * _YEARS.get(unit, 1 / 12)
    start = month_start(day.year * 12 + day.month - 1 + int(months // 1))
    day = start.replace(day=min(day.day, monthrange(start.year, start.month)[1]))
    return day + timedelta(days=round((months - months // 1) * 30))


def moved_moment(now: datetime, unit: str, n: float) -> datetime:
    """The moment so many hours, minutes or seconds after another."""
    return now + timedelta(seconds=n * _SECONDS[unit])


def third(lo: date, hi: date, edge: str) -> tuple[date, date]:
    """The early, middle or late third of an interval, its last or first day; all of it without an edge."""
    if edge not in _THIRDS:
        return {"first": (lo, lo), "last": (hi, hi)}.get(edge, (lo, hi))
    size = (hi - lo) / 3
    at = _THIRDS.index(edge)
    return lo + at * size, hi if at == 2 else lo + (at + 1) * size


def nth_unit(lo: date, hi: date, unit: str, n: int) -> tuple[date, date] | None:
    """The nth whole unit (day, week, month, quarter) inside an interval, from its end where `n` is negative."""
    found, first = [], lo
    while first <= hi:
        start, end = unit_bounds(first, unit, 0)
        if start >= lo and end <= hi:
            found.append((start, end))
        first = end + timedelta(days=1)
    at = n - 1 if n > 0 else n
    return found[at] if -len(found) <= at < len(found) else None


def nth_weekday(lo: date, hi: date, weekday: int, n: int) -> date | None:
    """The nth such weekday (Monday is 1) inside an interval, from its end where `n` is negative."""
    if n > 0:
        day = lo + timedelta(days=(weekday - lo.isoweekday()) % 7 + 7 * (n - 1))
    else:
        day = hi - timedelta(days=(hi.isoweekday() - weekday) % 7 + 7 * (-n - 1))
    return day if lo <= day <= hi else None


def day_of(iso: str) -> date:
    """The day of an end of an interval."""
    return date.fromisoformat(iso[:10])
