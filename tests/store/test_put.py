"""What is stored, what is replaced, what is refused, and when nothing is touched."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from riwaya.errors import StoreError
from riwaya.model import Claim, Event, Record, Span
from riwaya.store import Store

Make = Callable[..., Record]
_CHILDREN = ("block", "issue", "claim", "link", "event", "party", "relation")


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def test_the_second_time_nothing_changes_not_even_a_byte(
    store: Store, path: Path, full: Record, dump: Callable[[], str]
) -> None:
    assert store.put(full, analyser="1")
    before, files = dump(), {file.name: file.read_bytes() for file in path.parent.glob("riwaya.db*")}
    assert not store.put(full, analyser="1")
    assert dump() == before
    # -shm is the index that processes share: its locks are no part of what is stored.
    after = {file.name: file.read_bytes() for file in path.parent.glob("riwaya.db*")}
    assert {k: v for k, v in after.items() if "shm" not in k} == {k: v for k, v in files.items() if "shm" not in k}


def test_a_new_time_of_retrieval_is_no_news(store: Store, full: Record) -> None:
    store.put(full, analyser="1")
    assert not store.put(full.model_copy(update={"retrieved": "2024-01-01"}), analyser="1")
    assert store.record(full.id).retrieved == full.retrieved


def test_a_new_analyser_replaces_the_old_analysis(store: Store, path: Path, full: Record, make: Make) -> None:
    other = make("نص آخر")
    store.put_all([full, other], analyser="1")
    poorer = full.model_copy(update={"claims": (), "events": (), "relations": (), "issues": (), "blocks": ()})
    assert store.put(poorer, analyser="2")
    assert store.record(full.id) == poorer
    assert [rows(path, f"SELECT count(*) FROM {table}") for table in _CHILDREN] == [[(0,)]] * len(_CHILDREN)
    assert rows(path, "SELECT analyser FROM analysis ORDER BY report_key") == [("2",), ("1",)]
    assert store.count(query="القصف") == 1, "the words are indexed once"
    assert store.record(other.id) == other


def test_the_same_analysis_of_another_version_is_noted(store: Store, path: Path, full: Record) -> None:
    store.put(full, analyser="1")
    assert store.put(full, analyser="2")
    assert rows(path, "SELECT analyser FROM analysis") == [("2",)]


def test_a_replaced_report_is_found_by_its_new_words_only(store: Store, make: Make) -> None:
    first = make("نص", title="قديم")
    store.put(first, analyser="1")
    store.put(first.model_copy(update={"title": "جديد"}), analyser="1")
    assert [store.count(query=word) for word in ("قديم", "جديد", "نص")] == [0, 1, 1]


def test_put_all_counts_what_changed_and_stores_batch_by_batch(store: Store, make: Make) -> None:
    made = [make(f"نص {n}") for n in range(7)]
    store.put(made[3], analyser="1")

    def broken() -> Iterator[Record]:
        yield from made
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.put_all(broken(), analyser="1", batch=3)
    assert store.count() == 6, "the batches that were full are stored"
    assert store.put_all(made, analyser="1", batch=3) == 1
    assert store.put_all([], analyser="1") == 0
    for batch in (0, -1, 10_001):
        with pytest.raises(ValueError, match="a batch has 1 to 10000 reports"):
            store.put_all(made, analyser="2", batch=batch)


def test_of_two_records_of_one_report_in_a_batch_the_last_counts(store: Store, full: Record) -> None:
    assert store.put_all([full.model_copy(update={"byline": "x"}), full], analyser="1") == 1
    assert store.record(full.id) == full


def test_one_id_in_two_reports_is_kept_apart(store: Store, full: Record, make: Make) -> None:
    twin = make(full.text, url="https://example.org/2").model_copy(update={"claims": full.claims})
    store.put_all([full, twin], analyser="1")
    assert store.record(twin.id) == twin
    assert store.record(full.id) == full


def claim(claim_id: str, end: int) -> Claim:
    return Claim(
        id=claim_id,
        content=Span(0, end),
        cue=None,
        speech="direct",
        act="assert",
        confidence=0.5,
        rule="r",
        chain=(),
    )


def unfit(make: Make) -> dict[str, Record]:
    plain = make()
    huge = Event(
        id="evt_1",
        trigger=Span(0, 1),
        plover="ASSAULT",
        cameo="19",
        status="actual",
        killed=(0, 2**63),
        confidence=1,
        rule="r",
    )
    return {
        "two claims or events": plain.model_copy(update={"claims": (claim("clm_1", 1), claim("clm_1", 2))}),
        "does not lie in a text": plain.model_copy(update={"claims": (claim("clm_1", 99),)}),
        "too large": plain.model_copy(update={"events": (huge,)}),
        "no character": plain.model_copy(update={"title": "\ud800"}),
    }


@pytest.mark.parametrize("wrong", ["two claims or events", "does not lie in a text", "too large", "no character"])
def test_what_could_not_be_read_back_is_refused_with_its_batch(store: Store, make: Make, wrong: str) -> None:
    record = unfit(make)[wrong]
    with pytest.raises(StoreError, match=wrong) as refused:
        store.put_all([make("نص سليم"), record], analyser="1")
    assert (refused.value.code, refused.value.where) == ("store.unfit", record.id)
    assert store.count() == 0


def test_the_file_can_be_asked_in_plain_sql(store: Store, path: Path, full: Record) -> None:
    store.put(full, analyser="1")
    said = """
        SELECT link.entity, substr(report.text, content_start + 1, content_end - content_start)
        FROM link JOIN claim ON claim.report_key = link.report_key AND claim.id = link.claim_id
        JOIN report ON report.key = claim.report_key WHERE claim.act = 'assert' ORDER BY link.position
    """
    words = "القصف أوقع ٢٧ قتيلًا"
    assert rows(path, said) == [("Agency", words), ("Ministry of Defence", words)]
    assert rows(path, "SELECT value FROM event, json_each(weapons)") == [("artillery",), ("قذائف",)]
    assert rows(path, "SELECT weapons FROM event WHERE weapons LIKE '%قذائف%'") != []
