"""riwaya read: what it takes, what it writes to stdout, what it stores."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from riwaya.model import Record
from riwaya.store import Store

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_a_file_becomes_a_record(run: Any, good: Path) -> None:
    outcome = run("read", good, "--published", "2024-05-15", "--format", "json")
    record = Record.from_json(outcome.out)
    assert (outcome.code, outcome.err) == (0, "")
    assert record.published == "2024-05-15"
    assert record.claims
    assert record.events


def test_several_sources_become_one_json_list_in_their_order(run: Any, good: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("عاد الهدوء إلى مدينة خاركيف الأوكرانية بعد ليلة من القصف الروسي العنيف.", encoding="utf-8")
    records = json.loads(run("read", good, other, "--format", "json").out)
    assert [Record.model_validate(record).text[:2] for record in records] == ["قص", "عا"]


def test_a_folder_is_read_in_the_order_of_its_names(run: Any) -> None:
    outcome = run("read", EXAMPLES, "--format", "jsonl")
    records = [Record.from_json(line) for line in outcome.out.splitlines()]
    assert (outcome.code, len(records)) == (0, 12)
    assert [record.published[:10] for record in records if record.published] == sorted(
        path.name[:10] for path in EXAMPLES.glob("2022-*")
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1256"])
def test_standard_input_is_read(run: Any, good: Path, encoding: str) -> None:
    outcome = run("read", "-", "--format", "json", stdin=good.read_text(encoding="utf-8").encode(encoding))
    assert outcome.code == 0
    assert "أوديسا" in Record.from_json(outcome.out).text


def test_a_page_is_read_without_its_furniture(run: Any) -> None:
    page = next(EXAMPLES.glob("*.html"))
    record = Record.from_json(run("read", page, "--format", "json").out)
    assert record.title
    assert "<" not in record.text


def test_outlet_and_day_of_the_command_line_go_before_the_page(run: Any) -> None:
    page = next(EXAMPLES.glob("*.html"))
    arguments = ("--outlet", "Outlet A", "--published", "2023-02-01T08:30", "--format", "json")
    record = Record.from_json(run("read", page, *arguments).out)
    assert (record.outlet, record.published) == ("Outlet A", "2023-02-01T08:30")


def test_the_table_has_a_line_a_report(run: Any, good: Path) -> None:
    outcome = run("read", good, "--format", "table")
    record = Record.from_json(run("read", good, "--format", "json").out)
    assert record.id[:12] in outcome.out
    assert "claims" in outcome.out


def test_what_goes_to_a_pipe_is_json(run: Any, good: Path) -> None:
    assert Record.from_json(run("read", good).out).claims


def test_what_goes_to_a_terminal_is_a_table(run: Any, good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert "claims" in run("read", good).out.splitlines()[0]


def test_only_json_stands_on_stdout_when_a_source_fails(run: Any, good: Path, tmp_path: Path) -> None:
    outcome = run("read", tmp_path / "missing.html", good, "--format", "json")
    assert outcome.code == 3
    assert Record.from_json(outcome.out).claims
    assert "[source.missing]" in outcome.err


def test_a_store_read_into_twice_stays_as_it_is(run: Any, good: Path, tmp_path: Path, reader: Any) -> None:
    store = tmp_path / "r.db"
    first = run("read", good, "--store", store, "--format", "json")
    held = stored(store, first.out, reader)
    again = run("read", good, "--store", store, "--format", "json")
    assert (first.code, again.code) == (0, 0)
    assert stored(store, again.out, reader) == held
    with Store.open(store, fold=reader.pack.key, create=False) as opened:
        assert opened.count() == 1


def stored(path: Path, written: str, reader: Any) -> Record:
    """The record of a store that has the id of one written to stdout."""
    with Store.open(path, fold=reader.pack.key, create=False) as opened:
        return opened.record(Record.from_json(written).id)


def test_the_store_may_come_from_the_environment(
    run: Any, good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RIWAYA_STORE", str(tmp_path / "env.db"))
    assert run("read", good).code == 0
    assert (tmp_path / "env.db").exists()


def test_without_a_store_nothing_is_written_to_disk(
    run: Any, good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("read", good).code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["good.txt"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("read",), "sources"),
        (("read", "a.txt", "--published", "yesterday"), "'yesterday' is no day such as 2022-09-13"),
        (("read", "a.txt", "--format", "xml"), "xml"),
        (("read", "a.txt", "--colour"), "--colour"),
        (("rede", "a.txt"), "rede"),
    ],
)
def test_a_wrong_command_line_is_told_with_code_2(run: Any, arguments: tuple[str, ...], said: str) -> None:
    outcome = run(*arguments)
    assert outcome.code == 2
    assert said in outcome.err
    assert outcome.out == ""


def test_an_unknown_language_is_one_line(run: Any, good: Path) -> None:
    outcome = run("read", good, "--language", "xx")
    assert outcome.code == 1
    assert outcome.err.count("\n") == 1
    assert "[pack.unknown]" in outcome.err
