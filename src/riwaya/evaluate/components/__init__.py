"""How good each component is, by itself, on gold data: one measure for each, by name."""

from collections.abc import Mapping

from riwaya.evaluate.components.measured import Measure, Measured
from riwaya.evaluate.components.names import measure_names
from riwaya.evaluate.components.segmentation import measure_segmentation

MEASURES: Mapping[str, Measure] = {
    "names": measure_names,
    "segmentation": measure_segmentation,
}

__all__ = ["MEASURES", "Measure", "Measured"]
