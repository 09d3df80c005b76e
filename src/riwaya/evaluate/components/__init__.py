"""How good each component is, by itself, on gold data: one measure for each, by name."""

from collections.abc import Mapping

from riwaya.evaluate.components.measured import Measure, Measured
from riwaya.evaluate.components.places import measure_places
from riwaya.evaluate.components.segmentation import measure_segmentation

MEASURES: Mapping[str, Measure] = {
    "places": measure_places,
    "segmentation": measure_segmentation,
}

__all__ = ["MEASURES", "Measure", "Measured"]
