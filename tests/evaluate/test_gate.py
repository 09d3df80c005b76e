"""Floors rise by themselves and fall only on purpose."""

from __future__ import annotations

from pathlib import Path

import pytest

from riwaya.errors import GoldError
from riwaya.evaluate import falls, raised, read_floors, write_floors


def test_floors_rise_and_do_not_sink() -> None:
    floors = {"act": 0.8, "source": 0.9}
    assert raised({"act": 0.85, "source": 0.7}, floors) == {"act": 0.85, "source": 0.9}


def test_lower_on_purpose_drops_what_is_gone() -> None:
    floors = {"act": 0.8, "gone": 0.9}
    assert raised({"act": 0.5}, floors) == {"act": 0.8, "gone": 0.9}
    assert raised({"act": 0.5}, floors, allow_lower=True) == {"act": 0.5}


@pytest.mark.parametrize("figure", [0.0, 1 / 3, 0.6, 2 / 3, 0.9999, 1.0])
def test_a_figure_stands_on_the_floor_it_gave(figure: float) -> None:
    assert falls({"act": figure}, raised({"act": figure}, {})) == []


def test_a_figure_without_a_floor_is_told() -> None:
    assert falls({"act": 0.5}, {}) == ["act: 0.500 has no floor yet"]


def test_floors_are_kept_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    write_floors(path, {"b": 0.5, "a": 1.0})
    assert read_floors(path) == {"a": 1.0, "b": 0.5}
    assert path.read_text().splitlines() == ["{", '  "a": 1.0,', '  "b": 0.5', "}"]


@pytest.mark.parametrize("text", [None, "{", "[1]", '{"act": "high"}'])
def test_a_file_without_floors_is_refused(tmp_path: Path, text: str | None) -> None:
    path = tmp_path / "floors.json"
    if text is not None:
        path.write_text(text)
    with pytest.raises(GoldError, match=r"floors\.json: .*tools/raise_floors\.py \[gold\.broken\]"):
        read_floors(path)
