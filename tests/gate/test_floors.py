"""No figure of the gate's reports falls below its floor."""

from __future__ import annotations

from pathlib import Path

import pytest

import riwaya
from riwaya.evaluate import evaluate_reports, falls, read_floors, read_gold

GATE = Path(__file__).parent


def test_no_figure_is_below_its_floor() -> None:
    reader = riwaya.load("ar")
    scores = evaluate_reports(
        read_gold(GATE / "reports"), lambda report: reader.read_text(report.text, published=report.published)
    )
    fallen = falls(scores.figures(), read_floors(GATE / "floors.json"))
    if fallen:
        better = "python tools/raise_floors.py pins what has become better or is new"
        pytest.fail("\n".join([*fallen, better, "--allow-lower sets every floor anew: say why in the change"]))
