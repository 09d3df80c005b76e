"""Dates written in words or digits: a day needs its day, its month and its year, and nothing is made up.

`13/09/2022` is read with the day first, as all who write the languages of the packs do, unless only the other
order gives a date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from riwaya.extract.calendars import hijri_to_gregorian
from riwaya.rules.tables import values

_YEARS = {"gregorian": range(1900, 2100), "hijri": range(1300, 1500)}
_TIME = re.compile(r"\d{1,2}\s*:\s*\d{2}(?:\s*:\s*\d{2})?")
_WORD = re.compile(r"[^\W\d_]+")
_LABEL_WORDS = 5  # words that a line may hold beside its date and still be a date line
_YEAR_FIRST = re.compile(r"(?<![\d/.-])(?P<year>\d{4})\s?([/.-])\s?(?P<month>\d{1,2})\s?\2\s?(?P<day>\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(?<![\d/.-])(?P<day>\d{1,2})\s?([/.-])\s?(?P<month>\d{1,2})\s?\2\s?(?P<year>\d{4})(?!\d)")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as a text writes it: its day, its calendar, the weekday named beside it (1 Monday)."""

    day: date
    calendar: str
    weekday: int | None = None

    @property
    def weekday_fits(self) -> bool:
        """Whether the day of the week, if one is named, is the day's own."""
        return self.weekday is None or self.weekday == self.day.isoweekday()


@dataclass(frozen=True, slots=True)
class _Found:
    """A date and where it stands in the folded text."""

    start: int
    end: int
    day: date
    calendar: str


class DateWords:
    """The months and weekdays of a pack."""

    def __init__(
        self,
        months: Sequence[Mapping[str, str]],
        weekdays: Sequence[Mapping[str, str]],
        key: Callable[[str], str],
    ) -> None:
        """`months` and `weekdays` are the rows of the pack's tables, `key` its folding."""
        self._key = key
        self._months = {
            key(form): (int(row["month"]), row["calendar"]) for row in months for form in values(row["forms"])
        }
        self._weekdays = {key(form): int(row["weekday"]) for row in weekdays for form in values(row["forms"])}
        self._weekday = re.compile(rf"(?<!\w)(?:{_either(self._weekdays)})(?!\w)")
        name = rf"(?<![^\W\d])(?:{_either(self._months)})(?!\w)"
        second = rf"(?:\s*[/(\u060c,-]\s*{name}\s*\)?)?"  # the other name of the same month
        little_word = r"(?:[^\W\d]{1,5}\s+)?"  # "of", "of the year"
        year = r"(?P<year>\d{4})(?!\d)"
        self._patterns = (
            re.compile(
                rf"(?<!\d)(?P<day>\d{{1,2}})\s*{little_word}(?P<name>{name}){second}\W{{0,3}}{little_word}{year}"
            ),
            re.compile(rf"(?P<name>{name}){second}\s+(?P<day>\d{{1,2}})(?:\s*[,\u060c]\s*|\s+){year}"),
            _YEAR_FIRST,
            _YEAR_LAST,
        )

    def in_words(self, words: str) -> bool:
        """Whether the words hold a date."""
        return self.first(words) is not None

    def first(self, words: str) -> WrittenDate | None:
        """The first date of the words; one of the Gregorian calendar stands before one of another."""
        key = self._key(words)
        found = sorted(self._find(key), key=lambda f: (f.calendar != "gregorian", f.start))
        if not found:
            return None
        weekday = self._weekday.search(key)
        return WrittenDate(found[0].day, found[0].calendar, self._weekdays[weekday.group()] if weekday else None)

    def of_line(self, words: str) -> WrittenDate | None:
        """The date of a line that gives a date and hardly more ("published on ... at ..."), or None."""
        if len(words) > 200:
            return None
        key = self._key(words)
        rest = key
        for found in sorted(self._find(key), key=lambda f: f.start, reverse=True):
            rest = f"{rest[: found.start]} {rest[found.end :]}"
        if rest == key:
            return None
        rest = self._weekday.sub(" ", _TIME.sub(" ", rest))
        return self.first(words) if len(_WORD.findall(rest)) <= _LABEL_WORDS else None

    def _find(self, key: str) -> Iterator[_Found]:
        """The dates of folded words, each pattern's in their order."""
        for pattern in self._patterns:
            for match in pattern.finditer(key):
                found = self._read(match)
                if found:
                    yield found

    def _read(self, match: re.Match[str]) -> _Found | None:
        """The date that a match stands for, or None where there is no such day."""
        groups = match.groupdict()
        year, day = int(groups["year"]), int(groups["day"])
        if "name" in groups:
            month, calendar = self._months[groups["name"]]
        else:
            month, calendar = int(groups["month"]), "gregorian"
            if month > 12 >= day:
                month, day = day, month
        if year not in _YEARS[calendar]:
            return None
        try:
            read = date(year, month, day) if calendar == "gregorian" else hijri_to_gregorian(year, month, day)
        except ValueError:
            return None
        return _Found(match.start(), match.end(), read, calendar)


def _either(words: Mapping[str, object]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
