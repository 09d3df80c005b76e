"""Which places a report's map shows, and how."""

from __future__ import annotations

import pytest

from riwaya.model import Event, Place, Record, Span
from riwaya.serve.cards import cards_of
from riwaya.serve.choice import Choice
from riwaya.serve.interface import interfaces
from riwaya.serve.layout import page_of
from riwaya.serve.maps import Map, parts
from riwaya.serve.overview import Overview, overview_of
from riwaya.serve.room import LETTER, LINE

SOTK, JERMUK, GORIS = ("Sotk", 40.2, 45.87), ("Jermuk", 39.84, 45.67), ("Goris", 39.51, 46.34)
WASHINGTON = ("Washington", 38.91, -77.04)


def place(name: str, lat: float | None, lon: float | None, precision: int = 4, country: str | None = None) -> Place:
    return Place(span=Span(0, 5), name=name, lat=lat, lon=lon, precision=precision, country=country)


def told(record: Record, *places: Place | None, background: bool = False) -> Record:
    """The report with one event at each place."""
    model = record.events[2].model_copy(update={"claim": None, "same_as": None})
    events = tuple(
        model.model_copy(update={"id": f"evt_{n}", "place": each, "background": background})
        for n, each in enumerate(places)
    )
    return record.model_copy(update={"events": events})


def overview(record: Record, choice: Choice | None = None, language: str = "en") -> Overview:
    return overview_of(page_of(record, choice or Choice()), interfaces()[language])


def mapped(record: Record, *places: Place | None) -> Map:
    return overview(told(record, *places)).map


def test_events_of_one_place_are_one_spot_and_those_of_none_are_counted(record: Record) -> None:
    found = mapped(record, place(*SOTK), place(*JERMUK), place("Sotk", 40.203, 45.866), None)
    assert [(spot.name, len(spot.events), spot.mapped) for spot in found.spots] == [
        ("Sotk", 2, True),
        ("Jermuk", 1, True),
    ]
    assert len(found.unplaced) == 1
    assert found.near
    assert [dot.radius for dot in found.near.dots] == sorted((dot.radius for dot in found.near.dots), reverse=True)


def test_an_event_told_twice_is_one_where_it_is_told_best(record: Record) -> None:
    found = overview(record).map
    (sotk, karabakh) = found.spots
    assert (sotk.name, len(sotk.events), sotk.keys, sotk.mapped) == ("Sotk", 1, ("e1", "e2"), True)
    assert (karabakh.name, karabakh.mapped, karabakh.background) == ("Nagorno-Karabakh", False, True)
    assert len(found.unplaced) == 3


def test_places_bear_the_names_that_the_reader_knows(record: Record) -> None:
    names = {language: [s.name for s in overview(record, language=language).map.spots] for language in ("ar", "en")}
    assert names == {"ar": ["بلدة سوتك", "إقليم ناغورنو قره باغ"], "en": ["Sotk", "Nagorno-Karabakh"]}


def test_what_lies_far_off_stands_on_a_smaller_map(record: Record) -> None:
    found = mapped(record, place(*SOTK), place(*GORIS), place(*WASHINGTON))
    assert found.near
    assert found.far
    assert [dot.spot.name for dot in found.near.dots] == ["Sotk", "Goris"]
    assert [spot.name for spot in found.afar] == ["Washington"]
    (left, top), (right, bottom) = found.far.frame or ((0, 0), (0, 0))
    assert 0 <= left < right <= found.far.view.width
    assert 0 <= top < bottom <= found.far.view.height
    assert found.far.dots[0].at[0] < left


def test_parts_of_the_world_are_told_apart_along_both_axes() -> None:
    points = [(10.0, 0.0), (12.0, 30.0), (11.0, 1.0), (40.0, 1.0)]
    assert sorted(map(sorted, parts(points))) == [[(10.0, 0.0), (11.0, 1.0)], [(12.0, 30.0)], [(40.0, 1.0)]]
    assert parts([]) == []


def test_a_country_is_marked_whole_and_does_not_widen_the_view(record: Record) -> None:
    armenia = place("Armenia", 40.2, 44.9, precision=1, country="ARM")
    found = mapped(record, place(*SOTK), armenia, place("Japan", 36.0, 138.0, precision=1, country="JPN"))
    assert found.near
    assert found.near.view == mapped(record, place(*SOTK)).near.view  # type: ignore[union-attr]
    assert [dot.spot.name for dot in found.near.dots] == ["Sotk"]
    assert [land.spot.name for land in found.near.lands if land.spot] == ["Armenia"]
    assert [spot.name for spot in found.afar] == ["Japan"]


def test_a_country_alone_is_what_the_map_shows(record: Record) -> None:
    found = mapped(record, place("Sudan", None, None, precision=1, country="SDN"))
    assert found.near
    assert [land.iso3 for land in found.near.lands if land.spot] == ["SDN"]
    assert found.near.dots == ()
    assert found.far is None


def test_a_country_of_most_events_goes_before_a_town_far_off(record: Record) -> None:
    ukraine = place("Ukraine", 49.0, 31.4, precision=1, country="UKR")
    found = mapped(record, ukraine, place("Samarkand", 39.7, 67.0), ukraine)
    assert found.near
    assert [land.iso3 for land in found.near.lands if land.spot] == ["UKR"]
    assert [spot.name for spot in found.afar] == ["Samarkand"]


def test_a_wide_region_does_not_widen_the_view_and_alone_has_one(record: Record) -> None:
    region = place("South Caucasus", 42.0, 44.0, precision=1)
    (alone, both, without) = (mapped(record, *places) for places in ([region], [region, place(*SOTK)], [place(*SOTK)]))
    assert alone.near
    assert both.near
    assert without.near
    assert [(dot.spot.name, dot.spot.vague) for dot in alone.near.dots] == [("South Caucasus", True)]
    assert both.near.view == without.near.view


def test_a_region_is_a_vague_spot_and_a_country_that_the_atlas_lacks_too(record: Record) -> None:
    found = mapped(
        record,
        place("Vayots Dzor", 39.76, 45.4, precision=2),
        place("Tuvalu", -8.5, 179.2, precision=1, country="TUV"),
        place(*SOTK),
    )
    assert {spot.name: spot.vague for spot in found.spots} == {"Vayots Dzor": True, "Tuvalu": True, "Sotk": False}
    assert [spot.name for spot in found.afar] == ["Tuvalu"]


@pytest.mark.parametrize(
    "places", [[], [None], [place("the area", None, None)], [place("nowhere", float("nan"), 500.0)]]
)
def test_without_a_point_nothing_is_drawn(record: Record, places: list[Place | None]) -> None:
    found = mapped(record, *places)
    assert (found.near, found.far, found.afar) == (None, None, ())
    assert not any(spot.mapped for spot in found.spots)


def test_background_counts_less_for_what_is_shown(record: Record) -> None:
    past = told(record, place(*WASHINGTON), place(*WASHINGTON), background=True).events
    news = told(record, place(*SOTK)).events[0].model_copy(update={"id": "evt_news"})
    found = overview(record.model_copy(update={"events": (*past, news)})).map
    assert found.near
    assert [dot.spot.name for dot in found.near.dots] == ["Sotk"]
    assert {spot.name: spot.background for spot in found.spots} == {"Washington": True, "Sotk": False}


def test_a_choice_leaves_spots_out_and_the_view_alone(record: Record) -> None:
    every = told(record, place(*SOTK), place(*GORIS))
    one: tuple[Event, ...] = (every.events[0].model_copy(update={"status": "planned"}), every.events[1])
    every = every.model_copy(update={"events": one})
    whole, chosen = overview(every).map, overview(every, Choice(status="planned")).map
    assert whole.near
    assert chosen.near
    assert [dot.spot.name for dot in chosen.near.dots] == ["Sotk"]
    assert chosen.near.view == whole.near.view


def test_no_name_lies_upon_another_or_out_of_view(record: Record) -> None:
    many = [place(f"Village {n}", 34 + n * 0.37 % 3, 36 + n * 0.53 % 5) for n in range(60)]
    found = mapped(record, *many)
    assert found.near
    named = [dot for dot in found.near.dots if dot.name_at]
    assert 5 < len(named) < 60
    boxes = [(dot.name_at[0], dot.name_at[1], LETTER * len(dot.spot.name) / 2) for dot in named if dot.name_at] + [
        (land.name_at[0], land.name_at[1], 0.0) for land in found.near.lands if land.name_at
    ]
    for n, (x, y, half) in enumerate(boxes):
        assert half <= x <= found.near.view.width - half
        assert all(abs(x - a) >= half + b or abs(y - z) >= LINE for a, z, b in boxes[n + 1 :])


def test_the_names_of_countries_stand_within_them(record: Record) -> None:
    found = mapped(record, place(*SOTK), place("Baku", 40.4, 49.9))
    assert found.near
    named = {land.iso3 for land in found.near.lands if land.name_at}
    assert {"ARM", "AZE", "IRN"} <= named <= {"ARM", "AZE", "IRN", "GEO", "RUS", "TUR"}


def test_tellings_that_point_at_each_other_in_a_ring_are_one_event(record: Record) -> None:
    one, two, *_ = told(record, place(*SOTK), None).events
    ring = (one.model_copy(update={"same_as": two.id}), two.model_copy(update={"same_as": one.id}))
    found = overview(record.model_copy(update={"events": ring})).map
    assert [spot.keys for spot in found.spots] == [("e1", "e2")]
    assert len(found.unplaced) == 0


def test_each_telling_leads_to_the_first_and_the_first_to_all(record: Record) -> None:
    first, second, *others = cards_of(record).events
    assert [telling.words for telling in first.again] == ["قصفت"]
    assert (second.first.event_id, second.again) == (first.event.id, ())
    assert all(card.first.event_id == card.event.id and not card.again for card in others)
