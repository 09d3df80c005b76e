"""Lists of reports and the search in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from riwaya.model import Record
from riwaya.store import ReportLine, Store

Make = Callable[..., Record]


def ids(lines: list[ReportLine]) -> list[str]:
    return [line.id for line in lines]


def test_a_line_says_what_the_report_holds(store: Store, full: Record) -> None:
    store.put(full, analyser="1")
    assert store.reports() == [
        ReportLine(
            id=full.id,
            title="باكو تعلن هدنة",
            outlet="وكالة المثال",
            published="2020-10-10T12:00:00+04:00",
            language="ar",
            n_claims=2,
            n_events=2,
            n_issues=2,
        )
    ]


def test_a_report_without_a_title_is_known_by_its_first_words(store: Store, make: Make) -> None:
    store.put(make(" ".join(f"كلمة{n}" for n in range(40))), analyser="1")
    assert store.reports()[0].title == " ".join(f"كلمة{n}" for n in range(12))


def test_the_newest_come_first_then_the_last_stored_then_the_undated(store: Store, make: Make) -> None:
    days = ["2020-10-09", None, "2020-10-10T08:00", "2020-10-10T09:00", "2020-10-09"]
    made = [make(f"نص {n}", published=day) for n, day in enumerate(days)]
    store.put_all(made, analyser="1")
    assert ids(store.reports()) == [made[n].id for n in (3, 2, 4, 0, 1)]
    assert ids(store.reports(limit=2, offset=1)) == [made[n].id for n in (2, 4)]
    assert store.reports(offset=5) == []


def test_the_filters_work_alone_and_together(store: Store, make: Make) -> None:
    made = [make(f"هدنة {n}", outlet=outlet) for n, outlet in enumerate(["أ", "ب", "ب", None])]
    made.append(make("قصف", outlet="ب"))
    store.put_all(made, analyser="1")
    assert store.outlets() == [("ب", 3), ("أ", 1)]
    assert (store.count(), store.count(outlet="ب"), store.count(query="هدنة", outlet="ب")) == (5, 3, 2)
    assert ids(store.reports(query="هدنة", outlet="أ")) == [made[0].id]
    assert store.reports(outlet="' OR 1=1 --") == []
    assert store.reports(outlet="\udcff") == []


@pytest.mark.parametrize("query", ["أرمينيا", "ارمينيا", "إرمينيا", "  أُرمينيا؟ ", "المدينه", "27", "٢٧", "قتيلا"])
def test_spellings_of_a_word_find_each_other(store: Store, full: Record, make: Make, query: str) -> None:
    store.put_all([full, make("نص آخر")], analyser="1")
    assert ids(store.reports(query=query)) == [full.id]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("الدفاع القصف", 1),
        ("الدفاع سلام", 0),
        ('"وزارة الدفاع"', 1),
        ('"الدفاع وزارة"', 0),
        ("«وزارة الدفاع» القصف", 1),
        ('"وزارة القصف', 1),  # a mark left open is no phrase
        ("لندن OR القصف", 0),  # words of FTS5's own are words here
        ("القص*", 0),
        ("", 1),
        ("   ", 1),
        ("!!!", 0),
        ('""', 0),
    ],
)
def test_words_are_anded_and_quoted_words_stand_together(store: Store, full: Record, query: str, found: int) -> None:
    store.put(full, analyser="1")
    assert (len(store.reports(query=query)), store.count(query=query)) == (found, found)


HOSTILE = [
    '"',
    "'",
    "a' OR '1'='1",
    "NEAR(",
    "words:x",
    "^a",
    "-",
    "a AND",
    "(((",
    "*",
    "a\0b",
    "\udcff",
    "%",
    "{",
]


@pytest.mark.parametrize("query", [*HOSTILE, "ك" * 100_000, " ".join(f"w{n}" for n in range(5_000))])
def test_no_query_breaks_the_search(store: Store, full: Record, query: str) -> None:
    store.put(full, analyser="1")
    assert store.reports(query=query) == []


def test_the_best_match_comes_first_with_its_own_words(store: Store, make: Make) -> None:
    filler = " ".join(f"كلمة{n}" for n in range(60))
    once = make(f"{filler} القصفُ، {filler}", published="2024-01-01")
    often = make("القصف القصف القصف", published="2020-01-01")
    store.put_all([often, once], analyser="1")
    lines = store.reports(query="القصف")
    assert ids(lines) == [often.id, once.id]
    assert lines[1].snippet is not None
    assert "القصفُ، كلمة0" in lines[1].snippet
    assert lines[1].snippet.startswith("… كلمة48")
    assert lines[1].snippet.endswith("كلمة10 …")


def test_a_title_that_is_not_in_the_text_is_searched(store: Store, make: Make) -> None:
    store.put(make("نص", title="عنوان"), analyser="1")
    assert store.reports(query="عنوان")[0].snippet == "نص"
