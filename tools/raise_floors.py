"""Raises the floors of the gate to what the project reads today.

python tools/raise_floors.py                 raises what has become better
python tools/raise_floors.py --allow-lower   sets every floor anew, after a change of the gold reports
"""

from __future__ import annotations

import argparse
from pathlib import Path

import riwaya
from riwaya.evaluate import Floors, evaluate_reports, raised, read_floors, read_gold, write_floors

GATE = Path(__file__).parent.parent / "tests" / "gate"
FLOORS = GATE / "floors.json"


def main() -> None:
    """Writes the floors and says what has changed."""
    parser = argparse.ArgumentParser(description="Raise the floors of tests/gate/floors.json.")
    parser.add_argument("--allow-lower", action="store_true", help="lower floors too, and drop those of no figure")
    options = parser.parse_args()
    reader = riwaya.load("ar")
    scores = evaluate_reports(
        read_gold(GATE / "reports"), lambda report: reader.read_text(report.text, published=report.published)
    )
    old = read_floors(FLOORS) if FLOORS.exists() else {}
    new = raised(scores.figures(), old, allow_lower=options.allow_lower)
    write_floors(FLOORS, new)
    _tell(old, new, scores.figures())


def _tell(old: Floors, new: Floors, figures: Floors) -> None:
    """Prints each floor that has changed, and each figure that stays below its floor."""
    for name in sorted(old.keys() | new.keys()):
        if old.get(name) != new.get(name):
            print(f"{name}: {old.get(name, 'no floor')} -> {new.get(name, 'no floor')}")
        elif name in new and figures.get(name, 0.0) < new[name]:
            print(f"{name}: {figures.get(name, 0.0):.3f} is below its floor, {new[name]:.3f}: not lowered")


if __name__ == "__main__":
    main()
