"""The outlines of countries: as they were locked, named in both languages, without leaps, and cut to a view."""

from __future__ import annotations

import hashlib
import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.packs import cell_values, load_pack
from riwaya.serve.outlines import ATLAS, Box, Scale, country_names, shapes
from riwaya.serve.view import FINEST, MARGIN, View, cut, path

CAUCASUS = View.around([(43.1, 40.6), (49.9, 40.8)], 320, 230, 30)
SCALES: tuple[Scale, ...] = ("50m", "110m")


def test_the_atlas_is_the_one_that_the_lock_names() -> None:
    (entry,) = json.loads((ATLAS / "vendor.lock.json").read_text(encoding="utf-8"))
    hashes = {each["file"]: hashlib.sha256((ATLAS / each["file"]).read_bytes()).hexdigest() for each in entry["files"]}
    assert hashes == {each["file"]: each["sha256"] for each in entry["files"]}
    assert {path.name for path in ATLAS.iterdir()} - set(hashes) == {"vendor.lock.json", "countries.tsv", "README.md"}
    notices = (Path(__file__).parents[2] / "THIRD_PARTY_NOTICES.md").read_text(encoding="utf-8")
    assert all(words in notices for words in (entry["package"], entry["version"], entry["licence"], "Natural Earth"))


def test_countries_are_called_what_the_pack_calls_them() -> None:
    states = {row["iso3"]: row for row in load_pack("ar").rows("gazetteer/states")}
    assert country_names("en") == {iso3: states[iso3]["name_en"] for iso3 in country_names("en")}
    assert country_names("ar") == {iso3: cell_values(states[iso3], "names")[0] for iso3 in country_names("ar")}
    assert len(country_names("en")) > 190


@pytest.mark.parametrize("scale", SCALES)
def test_shapes_hold_what_lies_in_them(scale: Scale) -> None:
    known = {shape.iso3: shape for shape in shapes(scale) if shape.iso3}
    assert {"ARM", "SYR", "PSE", "SDN", "UKR", "KOS"} <= set(known)
    box = known["SYR"].rings[0][1]
    assert (box.west, box.south, box.east, box.north) == pytest.approx((35.7, 32.3, 42.4, 37.3), abs=0.3)


@pytest.mark.parametrize("scale", SCALES)
def test_no_outline_leaps_from_one_end_of_the_world_to_the_other(scale: Scale) -> None:
    for ring, _ in (ring for shape in shapes(scale) for ring in shape.rings):
        assert all(abs(a[0] - b[0]) < 180 or a[1] == b[1] == -90 for a, b in pairwise(ring))
        assert abs(ring[0][0] - ring[-1][0]) < 180 or -90 in (ring[0][1], ring[-1][1])


def test_the_far_east_of_russia_is_drawn_on_both_ends_of_the_world() -> None:
    (russia,) = (shape for shape in shapes("110m") if shape.iso3 == "RUS")
    for lon in (-175.0, 179.0):
        assert any(box.meets(Box(lon, 66.0, lon + 0.5, 66.5)) for _, box in russia.rings)


def test_a_view_holds_its_points_with_room_and_north_is_up() -> None:
    kars, baku = CAUCASUS.place((43.1, 40.6)), CAUCASUS.place((49.9, 40.8))
    assert kars[0] == pytest.approx(30)
    assert baku[0] == pytest.approx(290)
    assert baku[1] < kars[1]
    assert CAUCASUS.holds(kars)
    assert not CAUCASUS.holds(CAUCASUS.place((37.6, 55.8)))


def test_one_point_alone_shows_the_land_around_it() -> None:
    view = View.around([(45.87, 40.2)], 320, 230, 30)
    assert view.place((45.87, 40.2)) == (160, 115)
    assert view.box.north - view.box.south > 4


POINTS = st.tuples(st.floats(-180, 180), st.floats(-90, 90))


@given(st.lists(POINTS, min_size=1, max_size=8))
def test_every_view_holds_its_points(points: list[tuple[float, float]]) -> None:
    view = View.around(points, 320, 230, 30)
    for x, y in map(view.place, points):
        assert 29.9 <= x <= 290.1
        assert 29.9 <= y <= 200.1


PLACES = st.tuples(st.floats(-500, 800), st.floats(-500, 800))


@given(st.lists(PLACES, min_size=3, max_size=20))
def test_what_is_cut_lies_inside_and_keeps_what_was_inside(ring: list[tuple[float, float]]) -> None:
    kept = cut(ring, 100, 80)
    for x, y in kept:
        assert -MARGIN - 1e-6 <= x <= 100 + MARGIN + 1e-6
        assert -MARGIN - 1e-6 <= y <= 80 + MARGIN + 1e-6
    assert {place for place in ring if 0 <= place[0] <= 100 and 0 <= place[1] <= 80} <= set(kept)


def test_a_ring_out_of_view_is_not_drawn_and_points_of_one_place_are_one() -> None:
    assert CAUCASUS.drawn([(0, 0), (1, 0), (1, 1)]) == []
    near = FINEST / CAUCASUS.scale / 3
    square = [(45.0, 40.0), (45.0, 40.0 + near), (46.0, 40.0), (46.0, 41.0), (45.0, 41.0)]
    assert len(CAUCASUS.drawn(square)) == 4


def test_a_path_runs_from_place_to_place() -> None:
    assert path([[(1, 2), (1.05, 2), (0, 0)], [(5, 5), (6, 5), (6, 6)]]) == "M10 20l0 0 -10 -20zM50 50l10 0 0 10z"
