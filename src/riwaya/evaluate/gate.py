"""The gate: the floor under every figure, which rises with the project and is lowered only on purpose."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path

from riwaya.errors import GoldError

Floors = dict[str, float]

_STEP = 1000  # floors are cut to three decimals


def read_floors(path: Path) -> Floors:
    """The floors that a file pins, by figure; raises GoldError (gold.broken)."""
    todo = "write it with tools/raise_floors.py"
    try:
        floors = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise GoldError("gold.broken", f"no floors ({error})", where=str(path), todo=todo) from error
    if not isinstance(floors, dict) or not all(isinstance(v, float | int) for v in floors.values()):
        raise GoldError("gold.broken", "the floors are no object of numbers", where=str(path), todo=todo)
    return floors


def write_floors(path: Path, floors: Mapping[str, float]) -> None:
    """Writes the floors, one figure a line."""
    path.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def falls(figures: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """What is wrong, a line for each figure: fallen below its floor, gone, or without a floor.

    >>> falls({"claims.f1": 0.61}, {"claims.f1": 0.7, "act": 0.9})
    ['act: the figure is gone, its floor is 0.900', 'claims.f1: 0.610 is below its floor, 0.700']
    """
    lines = [_fall(name, figures.get(name), floor) for name, floor in sorted(floors.items())]
    new = [f"{name}: {figures[name]:.3f} has no floor yet" for name in sorted(figures.keys() - floors.keys())]
    return [line for line in lines if line] + new


def _fall(name: str, figure: float | None, floor: float) -> str:
    """What is wrong with a figure, or nothing."""
    if figure is None:
        return f"{name}: the figure is gone, its floor is {floor:.3f}"
    return f"{name}: {figure:.3f} is below its floor, {floor:.3f}" if figure < floor else ""


def raised(figures: Mapping[str, float], floors: Mapping[str, float], *, allow_lower: bool = False) -> Floors:
    """The new floors: each figure cut to three decimals, none below the old floor unless that is allowed.

    >>> raised({"act": 0.8349, "source": 0.5}, {"source": 0.6})
    {'act': 0.834, 'source': 0.6}
    """
    cut = {name: math.floor(figure * _STEP) / _STEP for name, figure in figures.items()}
    return cut if allow_lower else cut | {n: max(floor, cut.get(n, floor)) for n, floor in floors.items()}
