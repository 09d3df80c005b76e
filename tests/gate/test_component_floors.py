"""No figure of a component falls below its floor, on the gate's own gold data."""

from __future__ import annotations

from pathlib import Path

import pytest

from riwaya.cli.evaluate import COMPONENTS
from riwaya.evaluate import falls, read_floors
from riwaya.evaluate.components import MEASURES
from riwaya.pipeline import Reader

GATE = Path(__file__).parent / "components"


def test_every_component_has_a_command_and_a_gate() -> None:
    assert MEASURES.keys() == COMPONENTS.keys() == {path.name for path in GATE.iterdir()}


@pytest.mark.parametrize("component", sorted(MEASURES))
def test_no_figure_is_below_its_floor(component: str, reader: Reader) -> None:
    folder = GATE / component
    fallen = falls(MEASURES[component](reader, folder).figures(), read_floors(folder / "floors.json"))
    if fallen:
        pytest.fail("\n".join([*fallen, "python tools/raise_floors.py pins what has become better or is new"]))
