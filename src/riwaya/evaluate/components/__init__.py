"""How good each component is, by itself, on gold data: one measure for each, by name."""

from collections.abc import Mapping

from riwaya.evaluate.components.actors import measure_actors
from riwaya.evaluate.components.events import measure_events
from riwaya.evaluate.components.lemma import measure_lemma
from riwaya.evaluate.components.measured import Measure, Measured
from riwaya.evaluate.components.names import measure_names
from riwaya.evaluate.components.numbers import measure_numbers
from riwaya.evaluate.components.places import measure_places
from riwaya.evaluate.components.pos import measure_pos
from riwaya.evaluate.components.quotations import measure_quotations
from riwaya.evaluate.components.reference import measure_reference
from riwaya.evaluate.components.roles import measure_roles
from riwaya.evaluate.components.segmentation import measure_segmentation
from riwaya.evaluate.components.time import measure_time
from riwaya.evaluate.components.voice import measure_voice

MEASURES: Mapping[str, Measure] = {
    "segmentation": measure_segmentation,
    "pos": measure_pos,
    "lemma": measure_lemma,
    "voice": measure_voice,
    "quotations": measure_quotations,
    "time": measure_time,
    "numbers": measure_numbers,
    "names": measure_names,
    "places": measure_places,
    "actors": measure_actors,
    "events": measure_events,
    "roles": measure_roles,
    "reference": measure_reference,
}

__all__ = ["MEASURES", "Measure", "Measured"]
