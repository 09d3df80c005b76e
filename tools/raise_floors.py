"""Raises the floors of the gate to what the project reads today.

python tools/raise_floors.py                 raises what has become better
python tools/raise_floors.py --allow-lower   sets every floor anew, after a change of the gold reports
"""

from __future__ import annotations

import argparse
from pathlib import Path

import riwaya
from riwaya.evaluate import Floors, evaluate_reports, raised, read_floors, read_gold, write_floors
from riwaya.evaluate.components import MEASURES

GATE = Path(__file__).parent.parent / "tests" / "gate"
COMPONENTS = GATE / "components"


def main() -> None:
    """Writes the floors and says what has changed."""
    parser = argparse.ArgumentParser(description="Raise the floors of tests/gate.")
    parser.add_argument("--allow-lower", action="store_true", help="lower floors too, and drop those of no figure")
    options = parser.parse_args()
    reader = riwaya.load("ar")
    scores = evaluate_reports(
        read_gold(GATE / "reports"), lambda report: reader.read_text(report.text, published=report.published)
    )
    _pin(GATE / "floors.json", scores.figures(), allow_lower=options.allow_lower)
    for name, measure in MEASURES.items():
        print(name)
        figures = measure(reader, COMPONENTS / name).figures()
        _pin(COMPONENTS / name / "floors.json", figures, allow_lower=options.allow_lower)


def _pin(path: Path, figures: Floors, *, allow_lower: bool) -> None:
    """Writes the floors of a file."""
    old = read_floors(path) if path.exists() else {}
    new = raised(figures, old, allow_lower=allow_lower)
    write_floors(path, new)
    _tell(old, new, figures)


def _tell(old: Floors, new: Floors, figures: Floors) -> None:
    """Prints each floor that has changed, and each figure that stays below its floor."""
    for name in sorted(old.keys() | new.keys()):
        if old.get(name) != new.get(name):
            print(f"{name}: {old.get(name, 'no floor')} -> {new.get(name, 'no floor')}")
        elif name in new and figures.get(name, 0.0) < new[name]:
            print(f"{name}: {figures.get(name, 0.0):.3f} is below its floor, {new[name]:.3f}: not lowered")


if __name__ == "__main__":
    main()
