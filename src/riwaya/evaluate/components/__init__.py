"""How good each component is, by itself, on gold data: one measure for each, by name."""

from collections.abc import Mapping

from riwaya.evaluate.components.lemma import measure_lemma
from riwaya.evaluate.components.measured import Measure, Measured
from riwaya.evaluate.components.pos import measure_pos
from riwaya.evaluate.components.segmentation import measure_segmentation

MEASURES: Mapping[str, Measure] = {
    "lemma": measure_lemma,
    "pos": measure_pos,
    "segmentation": measure_segmentation,
}

__all__ = ["MEASURES", "Measure", "Measured"]
