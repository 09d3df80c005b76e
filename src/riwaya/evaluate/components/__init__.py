"""How good each component is, by itself, on gold data: one measure for each, by name."""

from collections.abc import Mapping

from riwaya.evaluate.components.measured import Measure, Measured
from riwaya.evaluate.components.segmentation import measure_segmentation
from riwaya.evaluate.components.voice import measure_voice

MEASURES: Mapping[str, Measure] = {
    "segmentation": measure_segmentation,
    "voice": measure_voice,
}

__all__ = ["MEASURES", "Measure", "Measured"]
