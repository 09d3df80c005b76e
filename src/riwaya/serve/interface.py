"""The interface's languages: what the pages say, out of strings/LANGUAGE.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from riwaya.model import Time
from riwaya.serve.outlines import country_names

STRINGS = Path(__file__).parent / "strings"
DEFAULT_LANGUAGE = "ar"
DAY = len("2022-09-13")  # the length of a day in ISO 8601; what follows it is the time of day

Tables = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Interface:
    """One language's strings, by table and key, and the ways to write a day, a range and an interval."""

    language: str
    tables: Tables

    def say(self, key: str, **values: object) -> str:
        """A sentence or label of the pages, with its values set in."""
        return self.tables["page"][key].format(**values)

    def name(self, table: str, key: str) -> str:
        """The name of a value of the record; the value itself where the set is open and it has none."""
        return self.tables[table].get(key, key)

    def country(self, iso3: str) -> str:
        """The name of a country by its letters; the letters themselves where it has none."""
        return country_names(self.language).get(iso3, iso3)

    def coded(self, code: str) -> str:
        """A code of country and sector in words, as far as it is made of such.

        >>> interfaces()["en"].coded("ARM MIL"), interfaces()["en"].coded("farmers")
        ('Armenia: military', 'farmers')
        """
        names = [
            self.name("sector", part) if part in self.tables["sector"] else self.country(part) for part in code.split()
        ]
        return ": ".join(names)

    @property
    def direction(self) -> str:
        """The direction of writing: "rtl" or "ltr"."""
        return self.say("direction")

    def day(self, iso: str, precision: str = "day") -> str:
        """A day, with the time of day where one is given, as precise as it is known."""
        moment = datetime.fromisoformat(iso)
        if precision in ("year", "decade"):
            return str(moment.year)
        month_and_year = f"{self.name('month', str(moment.month))} {moment.year}"
        if precision in ("month", "season"):
            return month_and_year
        day = f"{moment.day} {month_and_year}"
        return self.say("day_and_clock", day=day, clock=_clock(iso)) if _clock(iso) else day

    def when(self, time: Time) -> str:
        """An interval of time; says so where it is unresolved."""
        ends = [self.day(end, time.precision) for end in (time.lo, time.hi) if end]
        if time.lo and time.hi and _clock(time.lo) and time.lo[:DAY] == time.hi[:DAY]:
            ends[1] = _clock(time.hi) if time.lo != time.hi else ends[0]
        return " – ".join(dict.fromkeys(ends)) or self.say("time_unresolved")

    def amount(self, bounds: tuple[int, int | None]) -> str:
        """A number or a range of numbers."""
        lowest, highest = bounds
        if highest is None:
            return self.say("at_least", n=lowest)
        return str(lowest) if lowest == highest else f"{lowest}–{highest}"


def _clock(iso: str) -> str:
    """The hour and minute of an ISO 8601 time; empty for a day.

    >>> _clock("2022-09-13T06:30:00+04:00"), _clock("2022-09-13")
    ('06:30', '')
    """
    return f"{datetime.fromisoformat(iso):%H:%M}" if len(iso) > DAY else ""


@cache
def interfaces() -> dict[str, Interface]:
    """The interface in each language that has a file of strings."""
    return {path.stem: _load(path) for path in sorted(STRINGS.glob("*.toml"))}


def _load(path: Path) -> Interface:
    """The interface that a file of strings gives."""
    return Interface(path.stem, tomllib.loads(path.read_text(encoding="utf-8")))


def choose(asked: str | None, remembered: str | None) -> Interface:
    """The interface in the language asked for, else the one remembered, else the default one."""
    known = interfaces()
    return next(known[wish] for wish in (asked, remembered, DEFAULT_LANGUAGE) if wish in known)
