"""Stretches counted from the day of publication: so long ago, the last three days, this week, since, running."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from riwaya.find.times.intervals import (
    Interval,
    day_of,
    days,
    moved,
    moved_moment,
    nth_unit,
    nth_weekday,
    third,
    unit_bounds,
    unresolved,
)
from riwaya.find.times.reading import Reading
from riwaya.model.layers import Mention

_BELOW_DAY = ("hour", "minute", "second")
_OPEN = 10  # units that an open number of them may reach


def _parts(r: Reading) -> list[tuple[float, float, str]]:
    """The length that is told: least and most of each unit."""
    length = r.mention("length")
    parts: Iterable[tuple[float, float | None, str]] = length.value["parts"] if length else ()  # type: ignore[assignment]
    if length is None:
        number = r.mention("count")
        dual = "du" in r.features("unit") or r.column("unit", "count")
        lo = number.value["lo"] if number else 2
        hi = number.value["hi"] if number else (lo if dual else None)
        parts = [(lo, hi, r.column("unit", "unit"))]  # type: ignore[list-item]
    return [(lo, max(lo, _OPEN) if hi is None else hi, unit) for lo, hi, unit in parts]


def ago(r: Reading) -> Interval:
    """So long before or after the day of publication, or since then."""
    parts = _parts(r)
    unit = parts[0][2]
    shift = r.column("ago", "shift")
    if shift == "after" and r.tense == "past":
        return unresolved(unit)._replace(sort="told")
    if r.now is None or r.today is None or shift == "told":
        return unresolved(unit)
    sign = 1 if shift == "after" else -1
    if unit in _BELOW_DAY:
        return _moments(r, parts[0], sign, since=shift == "since")
    ends = [_moved(r.today, parts, sign, most) for most in (False, True)]
    lo, hi = min(ends), max(ends)
    if shift == "since":
        return days(lo, r.today, unit, "span")
    if unit != "day" and len(parts) == 1:
        lo, hi = unit_bounds(lo, unit, 0)[0], unit_bounds(hi, unit, 0)[1]
    return days(lo, hi, "day" if lo == hi else unit)


def _moved(today: date, parts: list[tuple[float, float, str]], sign: int, most: bool) -> date:
    """The day at the end of the length, its least or its most."""
    for lo, hi, unit in parts:
        today = moved(today, unit, sign * (hi if most else lo))
    return today


def _moments(r: Reading, part: tuple[float, float, str], sign: int, *, since: bool) -> Interval:
    """So many hours or minutes from publication: a moment where its hour is known, else the days it may be."""
    lo, hi, unit = part
    if r.now is None or r.today is None:
        return unresolved(unit)
    ends = sorted((moved_moment(r.now, unit, sign * lo), moved_moment(r.now, unit, sign * hi)))
    if r.now.time().isoformat() == "00:00:00":
        first = ends[0].date() if unit == "hour" else r.today
        return days(min(first, r.today), max(ends[1].date(), r.today) if sign > 0 else r.today, "day")
    last = r.now if since else ends[1]
    return Interval(ends[0].isoformat(timespec="minutes"), last.isoformat(timespec="minutes"), unit, "clock")


def lasting(r: Reading) -> Interval:
    """The last or next so many units: up to the day of publication, or from it."""
    parts = _parts(r)
    if r.today is None:
        return unresolved(parts[0][2])
    far = _moved(r.today, parts, 1 if r.shift == 1 else -1, most=True)
    precision = "day" if parts[0][2] in _BELOW_DAY else parts[0][2]
    return days(min(far, r.today), max(far, r.today), precision, "span")


def within(r: Reading) -> Interval | None:
    """From the day of publication on, as long as the length; a clause that looks back tells no interval by it."""
    parts = _parts(r)
    if r.tense != "future":
        return None
    if r.today is None:
        return unresolved(parts[0][2])
    return days(r.today, _moved(r.today, parts, 1, most=True), parts[0][2], "span")


def this_unit(r: Reading) -> Interval | None:
    """This, last or next week, month, quarter, year, decade; or a part of it, or what is left of it."""
    unit, edge = r.column("unit", "unit"), r.column("edge", "edge")
    if {"du", "pl"} & set(r.features("unit").split()) and r.shift:
        return lasting(r)
    if r.today is None or unit in _BELOW_DAY:
        return unresolved(unit)
    lo, hi = unit_bounds(r.today, unit, r.shift or 0)
    if edge == "rest":
        return days(max(lo, r.today), hi, unit, "span")
    return days(*third(lo, hi, edge), unit)


def part_of_base(r: Reading) -> Interval | None:
    """The early, middle or late part of a time that is named, or all of it."""
    base = r.mention("base")
    if base is None or not isinstance(base.value["lo"], str) or not isinstance(base.value["hi"], str):
        return unresolved(str(base.value["precision"]) if base else "day")
    precision = str(base.value["precision"])
    if "T" in base.value["lo"] or not r.has("edge"):
        return Interval(base.value["lo"], base.value["hi"], precision)
    return days(*third(day_of(base.value["lo"]), day_of(base.value["hi"]), r.column("edge", "edge")), precision)


def since(r: Reading) -> Interval | None:
    """From a time that is named up to the day of publication; to the time itself where it lies ahead."""
    base = r.mention("base")
    if base is None or r.today is None or not isinstance(base.value["lo"], str):
        return unresolved(str(base.value["precision"]) if base else "day")
    if day_of(base.value["lo"]) > r.today:
        return None
    return Interval(base.value["lo"], str(r.today), str(base.value["precision"]), "span")


def running(r: Reading) -> Interval:
    """For the second day running: from the first of these days, weeks, months to the day of publication."""
    number, unit = r.number("ordinal") or int(r.column("unit", "count") or 1), r.column("unit", "unit") or "day"
    if r.today is None:
        return unresolved(unit)
    lo = moved(r.today, unit, 1 - number)
    return days(unit_bounds(lo, unit, 0)[0], r.today, unit, "span")


def season(r: Reading) -> Interval | None:
    """A season of a year: by its number, as last, this or next, else the nearest that the tense allows."""
    base, first, last = r.mention("base"), int(r.column("season", "from")), int(r.column("season", "to"))
    year = r.number("year")
    if base is not None and isinstance(base.value["lo"], str):
        year = day_of(base.value["lo"]).year
    if year is None and r.today is None:
        return unresolved("season")
    if year is None and r.today is not None:
        years = range(r.today.year - 1, r.today.year + 2)
        bounds = {y: _months(y, first, last) for y in years}
        if r.shift == 1 or (r.shift is None and r.tense in ("future", "alone")):
            year = min(y for y in years if (bounds[y][0] > r.today if r.shift else bounds[y][1] >= r.today))
        elif r.shift == -1:
            year = max(y for y in years if bounds[y][1] < r.today)
        else:
            year = max(y for y in years if bounds[y][0] <= r.today)
    return days(*third(*_months(year or 0, first, last), r.column("edge", "edge")), "season")


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    """The bounds of the months of a season; one that crosses the new year is of the year in which it begins."""
    after = date(year + (last < first), last, 1) + timedelta(days=31)
    return date(year, first, 1), after.replace(day=1) - timedelta(days=1)


def nth(r: Reading) -> Interval | None:
    """The nth weekday, day, week, month or quarter of a time that is named, or its last."""
    base, n = r.mention("base"), r.number("nth")
    lo, hi = _base_bounds(r, base)
    if lo is None or hi is None or n is None:
        return unresolved(r.column("unit", "unit") or "day")
    if other := r.mention("other"):
        year = int(str(other.value["lo"] or lo)[:4])
        lo, hi = unit_bounds(lo.replace(year=year), "month", 0)
    if r.has("weekday"):
        day = nth_weekday(lo, hi, int(r.column("weekday", "weekday")), n)
        return days(day, day, "day") if day else None
    unit = r.column("unit", "unit") or r.gives["unit"]
    found = nth_unit(lo, hi, unit, n)
    return days(*found, unit) if found else None


def _base_bounds(r: Reading, base: Mention | None) -> tuple[date | None, date | None]:
    """The bounds of the named time, of a year by its number, or of the unit of the day of publication."""
    if base is not None:
        ends = base.value["lo"], base.value["hi"]
        return (
            (day_of(ends[0]), day_of(ends[1]))
            if isinstance(ends[0], str) and isinstance(ends[1], str)
            else (None, None)
        )
    if (year := r.number("year")) is not None:
        return (date(year, 1, 1), date(year, 12, 31)) if 1 <= year <= 2200 else (None, None)
    if r.today is None:
        return None, None
    return unit_bounds(r.today, r.gives.get("within", "year"), 0)


def day_of_month(r: Reading) -> Interval | None:
    """A day by its number in a month that is named: the twentieth of next month."""
    base, day = r.mention("base"), r.number("day")
    if base is None or not isinstance(base.value["lo"], str) or day is None:
        return unresolved("day")
    try:
        found = day_of(base.value["lo"]).replace(day=day)
    except ValueError:
        return None
    return days(found, found, "day")


def week_of(r: Reading) -> Interval | None:
    """The week in which a day lies."""
    base = r.mention("base")
    if base is None or not isinstance(base.value["lo"], str):
        return unresolved("week")
    return days(*unit_bounds(day_of(base.value["lo"]), "week", 0), "week")


def narrated(r: Reading) -> Interval:
    """A day or other unit counted from one told before; riwaya.find.times.told brings it to a day."""
    unit = r.column("unit", "unit") or (_parts(r)[0][2] if r.has("length") else "day")
    return unresolved("day" if unit in _BELOW_DAY else unit)._replace(sort="told")


def vague(r: Reading) -> Interval:
    """Recently, soon: up to the day of publication, or after it, with an open end."""
    today = str(r.today) if r.today else None
    ahead = r.column("vague", "shift") == "1"
    return Interval(today if ahead else None, None if ahead else today, "month", "vague")
