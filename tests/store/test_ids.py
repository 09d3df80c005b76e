"""Records found by the ids of what is in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from riwaya.errors import StoreError, UnknownId
from riwaya.model import Record
from riwaya.store import Store


@pytest.fixture(autouse=True)
def filled(store: Store, full: Record, make: Callable[..., Record]) -> None:
    store.put_all([full, make("نص آخر")], analyser="1")


def test_ids_of_reports_claims_and_events_lead_to_the_record(store: Store, full: Record) -> None:
    for any_id in (full.id, full.claims[1].id, full.events[0].id, full.id[:8]):
        assert store.record_of(any_id) == full


@pytest.mark.parametrize("unknown", ["rep_0", "", "evt_bbb", "clm_ffffffff", "%", "evt_bbbb000000000001x", "\udcff"])
def test_an_unknown_id_says_what_to_give(store: Store, unknown: str) -> None:
    with pytest.raises(UnknownId, match="first 8 characters") as raised:
        store.record_of(unknown)
    assert raised.value.code == "store.unknown-id"


def test_a_prefix_of_several_ids_names_them(store: Store, full: Record) -> None:
    with pytest.raises(StoreError, match=f"clm_aaaa000000000001 in {full.id}, clm_aaaa000000000002 in") as raised:
        store.record_of("clm_aaaa")
    assert raised.value.code == "store.ambiguous-id"


def test_an_id_that_is_whole_is_not_taken_for_a_prefix(store: Store, full: Record, make: Callable[..., Record]) -> None:
    shorter = full.claims[0].model_copy(update={"id": "clm_aaaa"})
    other = make(full.text).model_copy(update={"claims": (shorter,)})
    store.put(other, analyser="1")
    assert store.record_of("clm_aaaa") == other


def test_only_ids_of_reports_are_reports(store: Store, full: Record) -> None:
    assert store.record(full.id) == full
    for no_report in (full.claims[0].id, full.id[:8], full.id + "0"):
        with pytest.raises(UnknownId):
            store.record(no_report)
