"""riwaya show and explain: a report, claim or event of the store, by its id or the beginning of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from riwaya.model import Claim, Event, Record


@pytest.fixture
def store(run: Any, good: Path, tmp_path: Path) -> tuple[Path, Record]:
    """A store with one report, and its record."""
    path = tmp_path / "r.db"
    written = run("read", good, "--published", "2024-05-15", "--store", path, "--format", "json")
    return path, Record.from_json(written.out)


@pytest.mark.parametrize("length", [None, 12])
def test_show_gives_a_report_a_claim_or_an_event(run: Any, store: tuple[Path, Record], length: int | None) -> None:
    path, record = store
    report = run("show", record.id[:length], "--store", path)
    claim = run("show", record.claims[0].id[:length], "--store", path)
    event = run("show", record.events[0].id[:length], "--store", path)
    assert (report.code, claim.code, event.code) == (0, 0, 0)
    assert Record.from_json(report.out) == record
    assert Claim.model_validate_json(claim.out) == record.claims[0]
    assert Event.model_validate_json(event.out) == record.events[0]


def test_explain_names_rule_words_and_reasons(run: Any, store: tuple[Path, Record]) -> None:
    path, record = store
    claim = record.claims[0]
    outcome = run("explain", claim.id[:12], "--store", path)
    assert outcome.code == 0
    for said in (claim.id, claim.rule, claim.content.cut(record.text), claim.chain[0].entity):
        assert said in outcome.out
    event = record.events[0]
    outcome = run("explain", event.id, "--store", path)
    assert event.rule in outcome.out
    assert event.trigger.cut(record.text) in outcome.out


@pytest.mark.parametrize(
    ("command", "wanted", "code"),
    [
        ("show", "rep_0000000000000000", "store.unknown-id"),
        ("explain", "evt_0000000000000000", "store.unknown-id"),
        ("show", "nonsense", "store.unknown-id"),
    ],
)
def test_an_unknown_id_is_one_line(run: Any, store: tuple[Path, Record], command: str, wanted: str, code: str) -> None:
    outcome = run(command, wanted, "--store", store[0])
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.count("\n") == 1
    assert wanted in outcome.err
    assert f"[{code}]" in outcome.err


def test_a_report_is_nothing_to_explain(run: Any, store: tuple[Path, Record]) -> None:
    path, record = store
    outcome = run("explain", record.id, "--store", path)
    assert outcome.code == 1
    assert "[store.unexplained]" in outcome.err


def test_a_beginning_that_several_ids_share_is_refused(run: Any, store: tuple[Path, Record]) -> None:
    outcome = run("show", "clm_", "--store", store[0])
    assert outcome.code == 1
    assert outcome.err.count("\n") == 1


def test_a_store_that_is_not_there_is_one_line(run: Any, tmp_path: Path) -> None:
    outcome = run("show", "rep_0000000000000000", "--store", tmp_path / "none.db")
    assert outcome.code == 1
    assert "[store.missing]" in outcome.err
    assert not (tmp_path / "none.db").exists()


def test_json_of_show_is_whole(run: Any, store: tuple[Path, Record]) -> None:
    path, record = store
    assert json.loads(run("show", record.id, "--store", path).out)["text"] == record.text
