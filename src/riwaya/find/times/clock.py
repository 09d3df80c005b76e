"""Clock times: hours and minutes in words and figures, with the part of the day and the zone."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from riwaya.find.times.intervals import Interval, day_of, unresolved
from riwaya.find.times.reading import Reading

_FIGURES = re.compile(r"(\d{1,2})[.,:\u066b](\d{2})(?::(\d{2}))?|(\d{2})(\d{2})|(\d{1,2})")
_NOON, _DAY, _HOUR = 12, 24, 60
_DAWN = 6


def clock(r: Reading) -> Interval | None:
    """An hour of the day of publication, or of the day that stands beside it."""
    told = _hour_minute_second(r)
    if told is None:
        return None
    hour, minute, second = told
    base = r.mention("base")
    day, part = r.today, (r.column("part", "from"), r.column("part", "to"))
    if base is not None and isinstance(base.value["lo"], str):
        day = day_of(base.value["lo"])
        part = part if part[0] else _part_of(base.value["lo"], base.value["hi"])
    elif base is not None:
        day = None
    hour = _by_part(hour, *part) if part[0] else _by_tense(r, day, hour, minute)
    if not 0 <= hour < _DAY or (minute is not None and not 0 <= minute < _HOUR):
        return None
    precision = "second" if second is not None else "minute" if minute is not None else "hour"
    if day is None:
        return unresolved(precision)._replace(sort="clock")
    return _interval(day, hour, minute, second, precision, r.column("zone", "offset"))


def _interval(day: date, hour: int, minute: int | None, second: int | None, precision: str, zone: str) -> Interval:
    """The moment of an hour, minute or second, with the offset of its zone; the precision says how exact it is."""
    lo = f"{day}T{hour:02}:{minute or 0:02}" + (f":{second:02}" if second is not None else "")
    return Interval(lo + zone, lo + zone, precision, "clock")


def _hour_minute_second(r: Reading) -> tuple[int, int | None, int | None] | None:
    """The hour, minute and second that are told; an hour may lack a part ("a quarter to five")."""
    figures = _FIGURES.fullmatch(r.words("hour"))
    minute: int | None = None
    second: int | None = None
    if r.column("hour", "value"):
        hour = int(r.column("hour", "value"))
    elif figures and r.solid("hour"):
        hour, *finer = [int(part) for part in figures.groups() if part]
        minute, second = finer[0] if finer else None, finer[1] if len(finer) > 1 else None
    elif (told := _amount(r)) is not None:
        hour, minute = int(told), round(told % 1 * _HOUR) if told % 1 else None
    else:
        return None
    if r.has("minute"):
        minute = r.number("minute")
    if r.has("second"):
        second = r.number("second")
    if r.column("share", "minutes"):
        minute = int(r.column("share", "minutes"))
    if less := r.column("less", "minutes") or r.number("lacking"):
        hour, minute = (hour - 1) % _DAY or _NOON, _HOUR - int(less)
    return hour, minute, second


def _amount(r: Reading) -> float | None:
    """The hour as a number; "three and a third" has its minutes with it."""
    mention = r.mention("hour")
    amount = mention.value["lo"] if mention else None
    return amount if isinstance(amount, int | float) else None


def _part_of(lo: object, hi: object) -> tuple[str, str]:
    """The hours of a part of the day that is named beside an hour."""
    return (str(lo)[11:16], str(hi)[11:16]) if "T" in str(lo) else ("", "")


def _by_part(hour: int, start: str, end: str) -> int:
    """The hour of twenty-four, by the part of the day: eight in the evening is twenty."""
    first, last = int(start[:2]), int(end[:2])
    if hour > _NOON or hour == 0:
        return hour
    if hour == _NOON:
        return 0 if first >= _NOON + _DAWN or first == 0 else _NOON
    if last < _NOON:
        return hour
    if first >= _NOON + _DAWN - 1 and last > _NOON + _DAWN and hour < _DAWN - 1 and first >= _NOON + _DAWN:
        return hour  # two or three at night
    return hour if first < _NOON and first <= hour else hour + _NOON


def _by_tense(r: Reading, day: date | None, hour: int, minute: int | None) -> int:
    """An hour without a part of the day: the next such one after publication where nothing but the hour is told."""
    if r.now is None or day != r.today or hour >= _NOON or r.tense != "alone" or not r.now.time().hour:
        return hour
    told = datetime.combine(r.now.date(), datetime.min.time()) + timedelta(hours=hour, minutes=minute or 0)
    return hour + _NOON if told <= r.now.replace(tzinfo=None) else hour


def hour_range(r: Reading) -> Interval | None:
    """From one hour to another."""
    last = r.mention("last")
    base = r.mention("first")
    first = r.number("first") if base is None or base.kind == "number" else None
    if last is None or not isinstance(last.value["hi"], str):
        return unresolved("hour")
    if first is not None:
        if not 0 <= first < _DAY:
            return None
        end = int(last.value["lo"][11:13])  # type: ignore[index]
        start = first + _NOON if first < _NOON and first + _NOON <= end else first
        return Interval(f"{last.value['lo'][:11]}{start:02}:00", last.value["hi"], "hour", "span")  # type: ignore[index]
    if base is None or not isinstance(base.value["lo"], str):
        return unresolved("hour")
    return Interval(base.value["lo"], last.value["hi"], str(base.value["precision"]), "span")
