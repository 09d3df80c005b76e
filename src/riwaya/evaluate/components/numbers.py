"""Numbers and ordinals: their values on Duckling's corpus, their spans on the specifications of Recognizers."""

from __future__ import annotations

import math
import re
from pathlib import Path

from riwaya.evaluate.components.expressions import Stretches, Values, measure_expressions
from riwaya.evaluate.components.measured import Measured
from riwaya.model.layers import Mention
from riwaya.pipeline import Reader

_STRETCHES = {
    "numbers": Stretches(("NumberModel",), ("number", "label")),
    "number ranges": Stretches(("NumberRangeModel",), ("number",)),
    "ordinals": Stretches(("OrdinalModel", "OrdinalModelSuppressExtendedTypes"), ("ordinal",)),
    "percentages": Stretches(("PercentModel",), ("percent",)),
}
_VALUE = re.compile(r"\(\w+ \(?(-?[\d.]+)")


def measure_numbers(reader: Reader, folder: Path) -> Measured:
    """The values of numerals and ordinals, and the spans of numbers, ranges, ordinals and percentages."""
    values = {"numeral": Values(("number", "label"), is_number), "ordinal": Values(("ordinal",), is_number)}
    return measure_expressions(reader, folder, values, _STRETCHES)


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
