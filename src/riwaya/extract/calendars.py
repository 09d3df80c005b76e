"""Calendars: days of other calendars on the Gregorian one, by arithmetic."""

from __future__ import annotations

from datetime import date, timedelta

# The ordinal of 1 Muharram 1: 19 July 622 in the proleptic Gregorian calendar, 16 July in the Julian.
_HIJRI_EPOCH = 227_015


def hijri_to_gregorian(year: int, month: int, day: int) -> date:
    """The day on which a Hijri date falls in the tabular (civil) calendar.

    Eleven leap years in a cycle of thirty (Reingold and Dershowitz, Calendrical Calculations, ch. 7). The
    calendar by sight of the moon, which newspapers print, differs by a day either way. Raises ValueError for
    no such date.

    >>> hijri_to_gregorian(1444, 2, 17), hijri_to_gregorian(1400, 1, 1)
    (datetime.date(2022, 9, 14), datetime.date(1979, 11, 21))
    """
    if not (year > 0 and 1 <= month <= 12 and 1 <= day <= 30):
        raise ValueError(f"no Hijri date: {year}-{month}-{day}")
    whole_years = 354 * (year - 1) + (11 * year + 3) // 30
    whole_months = 29 * (month - 1) + month // 2
    return date.fromordinal(_HIJRI_EPOCH - 1 + whole_years + whole_months + day)


def gregorian_to_hijri(day: date) -> tuple[int, int, int]:
    """The Hijri date of a day in the tabular calendar.

    >>> gregorian_to_hijri(date(2022, 9, 14)), gregorian_to_hijri(date(1979, 11, 21))
    ((1444, 2, 17), (1400, 1, 1))
    """
    year = (30 * (day.toordinal() - _HIJRI_EPOCH) + 10646) // 10631
    month = 12
    while month > 1 and hijri_to_gregorian(year, month, 1) > day:
        month -= 1
    return year, month, (day - hijri_to_gregorian(year, month, 1)).days + 1


def western_easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, ch. 8).

    >>> western_easter(2013), western_easter(2024)
    (datetime.date(2013, 3, 31), datetime.date(2024, 3, 31))
    """
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (year % 19 + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def eastern_easter(year: int) -> date:
    """Easter Sunday of the Eastern churches, by the Julian calendar (Meeus, ch. 8), for 1900 to 2099.

    >>> eastern_easter(2013), eastern_easter(2024)
    (datetime.date(2013, 5, 5), datetime.date(2024, 5, 5))
    """
    moon = (19 * (year % 19) + 15) % 30
    week = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + week + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)
