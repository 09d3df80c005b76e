"""Times and durations: their values on Duckling's corpus, their spans on the specifications of Recognizers."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from pathlib import Path

from riwaya.evaluate.components.expressions import Stretches, Values, measure_expressions
from riwaya.evaluate.components.measured import Measured
from riwaya.model.layers import Mention
from riwaya.pipeline import Reader

_CLOCK = "2013-02-12T04:30:00"  # where the clock of Duckling's corpus stands
_ZONE = timezone(timedelta(hours=-2))  # its time zone
_STRETCHES = {
    "dates": Stretches(("DateExtractor", "DatePeriodExtractor"), ("time",)),
    "clock times": Stretches(("TimeExtractor", "TimePeriodExtractor"), ("time",)),
    "durations": Stretches(("DurationExtractor",), ("duration",)),
    "holidays": Stretches(("HolidayExtractor",), ("time",)),
}
_GRAINS = {"second": 19, "minute": 16, "hour": 13, "day": 10, "week": 10, "month": 10, "quarter": 10, "year": 10}
_TIME = re.compile(r"\((\d+), (\d+), (\d+), (\d+), (\d+), (\d+)\) (\w+)")
_DURATION = re.compile(r"\(DurationData (\d+) (\w+)\)")


def measure_time(reader: Reader, folder: Path) -> Measured:
    """The values of times and durations, and the spans of dates, clock times, durations and holidays."""
    values = {"time": Values(("time",), is_time, _CLOCK), "duration": Values(("duration",), is_duration, _CLOCK)}
    return measure_expressions(reader, folder, values, _STRETCHES)


def is_time(mention: Mention, value: str) -> bool:
    """Whether a time begins where the value does, and is as exact.

    >>> is_time(Mention(0, 1, "time", "", {"lo": "2013-02-12", "precision": "day"}),
    ...         "(datetime (2013, 2, 12, 0, 0, 0) Day)")
    True
    """
    found = _TIME.search(value)
    lo, precision = mention.value["lo"], str(mention.value["precision"])
    if not found or not isinstance(lo, str):
        return False
    *numbers, grain = found.groups()
    wanted = datetime(*map(int, numbers))  # type: ignore[arg-type]
    told = datetime.fromisoformat(lo)
    if told.tzinfo:
        told, precision = told.astimezone(_ZONE).replace(tzinfo=None), "minute"
    same = told.isoformat()[: _GRAINS[grain.lower()]] == wanted.isoformat()[: _GRAINS[grain.lower()]]
    return same and precision == grain.lower()


def is_duration(mention: Mention, value: str) -> bool:
    """Whether a duration is that of the value, in the same unit."""
    found = _DURATION.search(value)
    told = (mention.value["lo"], str(mention.value["unit"]))
    return found is not None and told == (int(found[1]), found[2].lower())
