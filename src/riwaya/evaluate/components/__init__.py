"""How good each component is, by itself, on gold data: one measure for each, by name."""

from collections.abc import Mapping

from riwaya.evaluate.components.measured import Measure, Measured
from riwaya.evaluate.components.numbers import measure_numbers
from riwaya.evaluate.components.quotations import measure_quotations
from riwaya.evaluate.components.reference import measure_reference
from riwaya.evaluate.components.segmentation import measure_segmentation
from riwaya.evaluate.components.time import measure_time

MEASURES: Mapping[str, Measure] = {
    "numbers": measure_numbers,
    "quotations": measure_quotations,
    "reference": measure_reference,
    "segmentation": measure_segmentation,
    "time": measure_time,
}

__all__ = ["MEASURES", "Measure", "Measured"]
