"""Days of months, months, years, decades and centuries, of the Gregorian and the Hijri calendar."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from riwaya.extract.calendars import gregorian_to_hijri, hijri_to_gregorian
from riwaya.find.times.days import part_of
from riwaya.find.times.intervals import (
    Interval,
    day_of,
    days,
    nth_unit,
    nth_weekday,
    third,
    unit_bounds,
    unresolved,
)
from riwaya.find.times.reading import Reading

_LONG_MONTHS, _WEEKS = 30, 5
_FIRST_YEAR, _LAST_YEAR = 100, 2200
_CENTURY = 100


def calendar_day(r: Reading) -> Interval | None:
    """A month or a day of it; without a year, the one that the words or the tense choose, else the nearest."""
    month = int(r.column("month", "month") or r.number("month") or 0)
    day, year = r.number("day"), _year_of(r)
    precision = "day" if day else "month"
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    if last_day := _last_day(r):
        return _days_of_month(r, last_day)
    hijri = r.column("month", "calendar") == "hijri"
    if year is None and r.today is None:
        return unresolved(precision)
    if hijri:
        return _hijri(r, year, month, day)
    if year is None:
        year = _chosen_year(r, lambda y: _clipped(y, month, day or 1), lambda y: _clipped(y, month, day or 31))
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    last = monthrange(year, month)[1]
    bounds = date(year, month, 1), date(year, month, last)
    if day is None:
        return days(*third(*bounds, r.column("edge", "edge")), "month")
    if nth := _nth_of(r, bounds, day):
        return nth
    return part_of(r, date(year, month, day)) if day <= last else None


def _nth_of(r: Reading, bounds: tuple[date, date], n: int) -> Interval | None:
    """The nth week of a month, or its nth weekday: an ordinal is so meant where the day of that number is another."""
    if r.has("weekly"):
        week = nth_unit(*bounds, "week", n)
        return days(*week, "week") if week else None
    ordinal, weekday = r.mention("day"), r.column("beside", "weekday")
    if not weekday or ordinal is None or ordinal.kind != "ordinal" or n > _WEEKS:
        return None
    if (bounds[0] + timedelta(days=n - 1)).isoweekday() == int(weekday):
        return None
    day = nth_weekday(*bounds, int(weekday), n)
    return days(day, day, "day") if day else None


def _last_day(r: Reading) -> int | None:
    """The last of the days that a range of numbers before a month tells; None for one day."""
    number = r.mention("day")
    hi = number.value["hi"] if number and number.kind == "number" else None
    return hi if isinstance(hi, int) and hi != r.number("day") else None


def _days_of_month(r: Reading, last_day: int) -> Interval | None:
    """From one day to another of a month."""
    month, first, year = int(r.column("month", "month") or 0), r.number("day") or 0, _year_of(r)
    if year is None and r.today is None:
        return unresolved("day")
    if year is None:
        year = _chosen_year(r, lambda y: _clipped(y, month, first), lambda y: _clipped(y, month, last_day))
    return days(date(year, month, first), date(year, month, last_day), "day", "span")


def _year_of(r: Reading) -> int | None:
    """The year that is told, by its number or as last, this or next year."""
    base = r.mention("base")
    if base is not None and isinstance(base.value["lo"], str):
        return day_of(base.value["lo"]).year
    return r.number("year")


def _clipped(year: int, month: int, day: int) -> date:
    """A day of a month, the last where the month has no such day."""
    return date(year, month, min(day, monthrange(year, month)[1]))


def _chosen_year(r: Reading, first: Callable[[int], date], last: Callable[[int], date]) -> int:
    """The year of a day or month without one: by the words, by the tense, else that which puts it nearest.

    `first` and `last` give its bounds in a year.
    """
    today = r.today or date.min
    shift, years = r.shift, range(today.year - 1, today.year + 2)
    if shift == -1:
        return max(y for y in years if last(y) < today)
    if shift is None and r.tense == "alone":
        return min(y for y in years if last(y).replace(day=28) >= today.replace(day=1))
    if shift == 1 or (shift is None and r.tense in ("alone", "future")):
        return min(y for y in years if (first(y) > today if shift else last(y) >= today))
    if shift == 0:
        return today.year
    if r.tense == "past":
        return max(y for y in years if first(y) <= today)
    return min(years, key=lambda y: abs((first(y) - today).days))


def _hijri(r: Reading, year: int | None, month: int, day: int | None) -> Interval | None:
    """A Hijri month or day; the day may be off by one, since months begin by sight of the moon."""
    if year is not None and year > 1800:
        year = next((y for y in _hijri_years(year) if hijri_to_gregorian(y, month, 1).year == year), None)
    if year is None:
        near = gregorian_to_hijri(r.today)[0] if r.today else 0
        starts = {y: hijri_to_gregorian(y, month, day or 1) for y in (near - 1, near, near + 1)}
        year = _chosen_hijri(r, starts, 0 if day else _LONG_MONTHS - 1)
    if not 1 <= year <= 1700:
        return None
    lo = hijri_to_gregorian(year, month, day or 1)
    if day is not None:
        return part_of(r, lo) if day <= _LONG_MONTHS else None
    after = hijri_to_gregorian(*((year, month + 1, 1) if month < 12 else (year + 1, 1, 1)))
    return days(*third(lo, after - timedelta(days=1), r.column("edge", "edge")), "month")


def _hijri_years(year: int) -> tuple[int, ...]:
    """The Hijri years that share days with a Gregorian one."""
    first = gregorian_to_hijri(date(year, 1, 1))[0]
    return (first, first + 1)


def _chosen_hijri(r: Reading, starts: dict[int, date], length: int) -> int:
    """The Hijri year of a month without one, as `_chosen_year` does."""
    today = r.today or date.min
    ahead = [y for y, d in starts.items() if d + timedelta(days=length) >= today]
    behind = [y for y, d in starts.items() if d <= today]
    if r.shift == 1 or (r.shift is None and r.tense in ("alone", "future")):
        return min(ahead)
    if r.shift == -1 or r.tense == "past":
        return max(y for y in behind if r.shift != -1 or starts[y] + timedelta(days=length) < today)
    return min(starts, key=lambda y: abs((starts[y] - today).days))


def year(r: Reading) -> Interval | None:
    """A year, a part of it, or the years from one to another."""
    first, last = r.number("year"), r.number("last")
    if first is None or not _FIRST_YEAR <= first <= _LAST_YEAR:
        return None
    if last is not None:
        return days(date(first, 1, 1), date(last, 12, 31), "year", "span") if first < last <= _LAST_YEAR else None
    return days(*third(date(first, 1, 1), date(first, 12, 31), r.column("edge", "edge")), "year")


def decade(r: Reading) -> Interval:
    """A decade, or its early, middle or late years; of the twentieth century unless another is named."""
    first = int(r.column("decade", "decade"))
    if century := r.number("century"):
        first = first % _CENTURY + (century - 1) * _CENTURY
    edge = r.column("edge", "edge")
    years = {"early": (0, 2), "mid": (4, 6), "late": (7, 9)}.get(edge, (0, 9))
    return Interval(f"{first + years[0]}-01-01", f"{first + years[1]}-12-31", "year" if edge else "decade")


def century(r: Reading) -> Interval | None:
    """A century by its number."""
    number = r.number("century")
    if number is None or not 1 < number < 30:
        return None
    first = date((number - 1) * _CENTURY + 1, 1, 1)
    return days(*third(first, date(number * _CENTURY, 12, 31), r.column("edge", "edge")), "century")


def figures(r: Reading) -> Interval | None:
    """A date in figures: day, month and year in the order that fits, the day first where two do."""
    if not r.solid():
        return None
    parts = [part for name in ("a", "b", "c") if (part := r.words(name))]
    if not all(part.isascii() and part.isdigit() for part in parts):
        return None
    orders = [(2, 1, 0), (0, 1, 2)] if len(parts) == 3 and len(parts[0]) != 4 else [(0, 1, 2)]
    if len(parts) == 2:
        return _two_figures(r, parts)
    for order in orders:
        year, month, day = (int(parts[i]) for i in order)
        year += 2000 if year < 50 and len(parts[order[0]]) == 2 else 0
        try:
            return part_of(r, date(year, month, day)) if year > 1000 else None
        except ValueError:
            continue
    return None


def _two_figures(r: Reading, parts: list[str]) -> Interval | None:
    """A day and a month, or a month and a year."""
    long = next((part for part in parts if len(part) == 4), "")
    a, b = map(int, parts)
    if long:
        month = b if parts[0] == long else a
        return days(*unit_bounds(date(int(long), month, 1), "month", 0), "month") if 1 <= month <= 12 else None
    day, month = (a, b) if b <= 12 else (b, a)
    if not (1 <= month <= 12 and 1 <= day <= 31) or _counts(r):
        return None
    if r.today is None:
        return unresolved("day")
    year = _chosen_year(r, lambda y: _clipped(y, month, day), lambda y: _clipped(y, month, day))
    return part_of(r, date(year, month, day)) if day <= monthrange(year, month)[1] else None


def _counts(r: Reading) -> bool:
    """Whether a noun without the article follows, which the figures may count."""
    token = r.analysed.tokens[r.end] if r.end < len(r.analysed.tokens) else None
    if token is None or r.analysed.hit(r.end, "clock-words"):
        return False
    return token.pos == "NOUN" and not token.definite and token.clitic == ""


def corresponding(r: Reading) -> Interval | None:
    """One day told in two calendars: the Gregorian one."""
    other = r.mention("other")
    return other and Interval(*(other.value[n] for n in ("lo", "hi", "precision")))  # type: ignore[arg-type]
