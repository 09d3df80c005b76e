"""Numbers and ordinals: their values on Duckling's corpus, their spans on the specifications of Recognizers."""

from __future__ import annotations

import math
import re
from pathlib import Path

from riwaya.evaluate.components.expressions import measure_stretches, measure_values
from riwaya.evaluate.components.measured import Measured
from riwaya.evaluate.figures import Share, Tally
from riwaya.model.layers import Mention
from riwaya.pipeline import Reader

_DAY = "2016-11-07"
_VALUES = {"numeral": ("number", "label"), "ordinal": ("ordinal",)}
_STRETCHES = {
    "numbers": (("NumberModel",), ("number", "label")),
    "number ranges": (("NumberRangeModel",), ("number",)),
    "ordinals": (("OrdinalModel", "OrdinalModelSuppressExtendedTypes"), ("ordinal",)),
    "percentages": (("PercentModel",), ("percent",)),
}
_VALUE = re.compile(r"\(\w+ \(?(-?[\d.]+)")


def measure_numbers(reader: Reader, folder: Path) -> Measured:
    """The values of numerals and ordinals, and the spans of numbers, ranges, ordinals and percentages."""
    counts: dict[str, Share | Tally] = {}
    words, mistakes = 0, []
    for name, kinds in _VALUES.items():
        file = folder / f"duckling_{name}.jsonl"
        counts[f"value of {name}"], wrong = measure_values(reader, file, kinds, is_number, _DAY)
        mistakes += wrong
    for name, (files, kinds) in _STRETCHES.items():
        tally = Tally()
        for stem in files:
            some, read, wrong = measure_stretches(reader, folder / f"recognizers_{stem}.json", kinds, _DAY)
            tally, words = tally + some, words + read
            mistakes += wrong
        counts[name] = tally
    return Measured(counts, words, mistakes=tuple(mistakes))


def is_number(mention: Mention, value: str) -> bool:
    """Whether a number or ordinal is the value, both ends of its range.

    >>> is_number(Mention(0, 1, "number", "", {"lo": 5, "hi": 5}), "(NumeralValue 5)")
    True
    """
    found = _VALUE.search(value)
    ends = [mention.value.get("lo"), mention.value.get("hi")]
    return found is not None and all(
        isinstance(end, int | float) and math.isclose(end, float(found[1]), abs_tol=1e-9) for end in ends
    )
