"""When a report's events were, on its time line."""

from __future__ import annotations

from itertools import pairwise

import pytest

from riwaya.model import Event, Record, Time
from riwaya.serve.cards import cards_of
from riwaya.serve.timeline import LEAST_GAP, LEAST_WIDTH, Moment, TimeLine, time_line_of
from riwaya.serve.told import interval_of, told_by


def time(lo: str | None, hi: str | None = None, precision: str = "day") -> Time:
    return Time.model_validate({"span": (0, 1), "lo": lo, "hi": hi or lo, "precision": precision})


def line(
    record: Record, *times: Time | None, background: tuple[int, ...] = (), published: str | None = "2022-09-14"
) -> TimeLine:
    """The time line of one event at each time; those whose numbers are given are background."""
    model = record.events[2].model_copy(update={"claim": None, "same_as": None})
    events = [
        model.model_copy(update={"id": f"evt_{n}", "time": each, "background": n in background})
        for n, each in enumerate(times)
    ]
    told = told_by(cards_of(record.model_copy(update={"events": tuple(events)})).events)
    return time_line_of(told, told, published)


def end(moment: Moment) -> float:
    return moment.start + moment.width


def test_moments_stand_in_order_news_and_background_apart(record: Record) -> None:
    found = line(
        record, time("2022-09-13"), time("1994-01-01", "1994-12-31", "year"), time("2022-09-11"), background=(1,)
    )
    assert [moment.time.lo for moment in found.news] == ["2022-09-11", "2022-09-13"]
    assert [moment.time.lo for moment in found.background] == ["1994-01-01"]
    starts = [moment.start for moment in (*found.background, *found.news)]
    assert starts == sorted(starts)
    assert found.n_moments == 3
    assert found.published == pytest.approx(97.5)


def test_events_of_one_interval_are_one_moment(record: Record) -> None:
    found = line(record, time("2022-09-13"), time("2022-09-13"), time("2022-09-13T06:00"))
    assert [len(moment.events) for moment in found.news] == [2, 1]
    assert found.news[0].keys == ("e1", "e2")


def test_undated_and_unresolved_are_counted(record: Record) -> None:
    found = line(record, None, time(None), time("2022-09-13"))
    assert (len(found.undated), found.n_moments) == (2, 1)
    nothing = line(record, None)
    assert (len(nothing.undated), nothing.n_moments, nothing.ticks) == (1, 0, ())


def test_what_lies_within_a_time_lies_within_its_bar(record: Record) -> None:
    inside = [
        time("1980-01-01", "1989-12-31", "decade"),
        time("1985-03-01", "1985-03-31", "month"),
        time("2022-09-01", "2022-09-30", "month"),
        time("2022-09-12", "2022-09-18", "week"),
        time("2022-09-13"),
        time("2022-09-13T06:00", "2022-09-13T11:59", "part"),
    ]
    found = line(record, *inside)
    bars = {moment.time.lo: moment for moment in found.news}
    for outer, inner in (("1980-01-01", "1985-03-01"), ("2022-09-01", "2022-09-12"), ("2022-09-12", "2022-09-13")):
        assert bars[outer].start <= bars[inner].start + 1e-6
        assert end(bars[inner]) <= end(bars[outer]) + LEAST_WIDTH
    assert all(moment.start >= 0 and end(moment) <= 100 and moment.width >= LEAST_WIDTH for moment in found.news)


def test_a_day_can_be_seen_beside_a_war_of_thirty_years_ago(record: Record) -> None:
    found = line(record, time("1988-01-01", "1994-12-31", "year"), time("2022-09-12"), time("2022-09-13"))
    _, before, yesterday = found.news
    assert yesterday.width > 2 * LEAST_WIDTH
    assert yesterday.start == pytest.approx(end(before))


def test_what_is_planned_lies_behind_publication(record: Record) -> None:
    found = line(record, time("2022-09-13"), time("2022-10-01"))
    assert found.published is not None
    assert end(found.news[0]) <= found.published + 1e-6 < found.news[1].start


def test_the_marks_of_the_scale_have_room(record: Record) -> None:
    for lo in ("2022-09-13", "2022-01-01", "1915-04-24"):
        found = line(record, time(lo), time("2023-09-13"))
        places = sorted([*(tick.at for tick in found.ticks), found.published or 0.0])
        assert all(b - a >= LEAST_GAP for a, b in pairwise(places))
    assert "century" in {tick.age for tick in line(record, time("1915-04-24")).ticks}


def test_without_a_day_of_publication_the_last_date_stands_for_it(record: Record) -> None:
    found = line(record, time("2022-09-13"), time("2022-09-10"), published=None)
    assert found.published is None
    assert end(found.news[-1]) == pytest.approx(97.5)


@pytest.mark.parametrize("published", ["2022-09-14T10:00:00+04:00", "9999-12-31", "0001-01-01", None])
def test_any_dates_have_a_line(record: Record, published: str | None) -> None:
    found = line(record, time("0001-01-01"), time("9999-12-31"), time("2022-09-13T09:00+03:00"), published=published)
    assert found.n_moments == 3
    assert all(moment.start >= 0 and end(moment) <= 100 for moment in found.news)


def test_an_open_interval_is_its_known_end_and_one_turned_round_has_no_length() -> None:
    one = Time.model_validate({"span": (0, 1), "lo": None, "hi": "2022-09-13T06:00", "precision": "hour"})
    for interval in (interval_of(one), interval_of(time("2022-09-13T06:00", "2022-09-12T06:00", "hour"))):
        assert interval
        assert interval.lo == interval.hi


def test_an_event_told_twice_has_the_time_told_most_exactly(record: Record) -> None:
    first: Event = record.events[0].model_copy(update={"time": time("2022-09-13")})
    told = told_by(cards_of(record.model_copy(update={"events": (first, *record.events[1:])})).events)
    found = time_line_of(told, told, record.published)
    assert [moment.time.precision for moment in found.news] == ["part"]
    assert (found.news[0].keys, len(found.background), len(found.undated)) == (("e1", "e2"), 1, 3)
