"""How good each component is, by itself, on gold data: one measure for each, by name."""

from collections.abc import Mapping

from riwaya.evaluate.components.actors import measure_actors
from riwaya.evaluate.components.measured import Measure, Measured
from riwaya.evaluate.components.segmentation import measure_segmentation

MEASURES: Mapping[str, Measure] = {
    "actors": measure_actors,
    "segmentation": measure_segmentation,
}

__all__ = ["MEASURES", "Measure", "Measured"]
