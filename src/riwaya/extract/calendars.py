"""Calendars: days of other calendars on the Gregorian one, by arithmetic."""

from __future__ import annotations

from datetime import date

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
