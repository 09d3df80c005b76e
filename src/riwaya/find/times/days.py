"""Days counted from the day of publication, and weekdays."""

from __future__ import annotations

from datetime import date, timedelta

from riwaya.find.times.intervals import Interval, day_of, unresolved
from riwaya.find.times.reading import Reading

_WEEK = 7


def part_of(r: Reading, day: date | None) -> Interval:
    """A day, or the part of it that is named."""
    start, end = r.column("part", "from"), r.column("part", "to")
    if r.column("relative", "part") and not start:
        start, end = "18:00", "23:59"
    if day is None:
        return unresolved("part" if start else "day")
    if start:
        return Interval(f"{day}T{start}", f"{day}T{end}", "part")
    return Interval(str(day), str(day), "day")


def relative_day(r: Reading) -> Interval:
    """So many days from the day of publication."""
    return part_of(r, r.today + timedelta(days=int(r.column("relative", "days"))) if r.today else None)


def part_today(r: Reading) -> Interval:
    """A part of the day of publication: this morning."""
    return part_of(r, r.today)


def now(r: Reading) -> Interval | None:
    """The moment of publication, or its day; "until now" is no time of its own."""
    if r.has("until"):
        return None
    if r.now is None:
        return unresolved("day")
    told = r.now.isoformat(timespec="seconds")
    return Interval(told, told, "second", "clock") if r.now.time().isoformat() != "00:00:00" else part_of(r, r.today)


def weekday(r: Reading) -> Interval:
    """A weekday: the last or next as the words say, else as the tense of the clause does; without a tense, the last."""
    if r.today is None:
        return part_of(r, None)
    back = (r.today.isoweekday() - int(r.column("weekday", "weekday"))) % _WEEK
    shift = r.shift
    if shift in (2, -2):
        return part_of(r, r.today + timedelta(days=2 * _WEEK - back if shift > 0 else -_WEEK - (back or _WEEK)))
    if shift == 1 or (shift is None and r.tense == "alone"):
        return part_of(r, r.today + timedelta(days=_WEEK - back))
    if (shift is None and r.tense == "future") or shift == 0:
        return part_of(r, r.today + timedelta(days=(_WEEK - back) % _WEEK))
    return part_of(r, r.today - timedelta(days=_WEEK if shift == -1 and back == 0 else back))


def weekdays_joined(r: Reading) -> Interval | None:
    """From one weekday to the next: Friday and Saturday."""
    if r.today is None:
        return unresolved("day")
    last = day_of(weekday(r).lo or str(r.today))
    first = last - timedelta(days=(last.isoweekday() - int(r.column("other", "weekday"))) % _WEEK)
    return Interval(str(first), str(last), "day", "days")


def night_between(r: Reading) -> Interval:
    """The night between two weekdays: it begins on the first, but midnight is of the second."""
    night = weekdays_joined(r)
    if night is None or night.lo is None or night.hi is None:
        return part_of(r, None)
    return part_of(r, day_of(night.hi if r.column("part", "part") == "midnight" else night.lo))


def weekday_of(r: Reading) -> Interval | None:
    """A weekday of a week that is named: Friday of last week."""
    base = r.mention("base")
    if base is None or not isinstance(base.value["lo"], str):
        return unresolved("day")
    first = day_of(base.value["lo"])
    return part_of(r, first + timedelta(days=(int(r.column("weekday", "weekday")) - first.isoweekday()) % _WEEK))


def weekday_and_number(r: Reading) -> Interval | None:
    """A weekday with the number of the day: the nearest month in which that day is that weekday."""
    day = r.number("day")
    if r.today is None:
        return unresolved("day")
    wanted, found = int(r.column("weekday", "weekday")), []
    for months in range(-6, 7):
        year, month = divmod(r.today.year * 12 + r.today.month - 1 + months, 12)
        try:
            candidate = date(year, month + 1, day or 0)
        except ValueError:
            continue
        if candidate.isoweekday() == wanted:
            found.append(candidate)
    return part_of(r, min(found, key=lambda d: abs(d - r.today))) if found else None  # type: ignore[operator]
