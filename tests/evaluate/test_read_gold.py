"""Gold that can be read is read in all its forms; gold that cannot says what, where and what to do."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from riwaya.errors import GoldError
from riwaya.evaluate import read_gold


def _rewrite(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    path = folder / "small.json"
    gold = json.loads(path.read_text(encoding="utf-8"))
    change(gold)
    path.write_text(json.dumps(gold), encoding="utf-8")


def test_a_folder_is_read(folder: Path) -> None:
    [report] = read_gold(folder)
    assert (report.id, report.published, report.page) == ("small", "2015-03-02", None)
    assert [claim.content.cut(report.text) for claim in report.reading.claims][2] == "مقاتليها انسحبوا"
    assert report.reading.events[3].actors == ("SYR REB",)


def test_the_index_gives_the_day(folder: Path) -> None:
    (folder / "index.json").write_text('[{"id": "small", "source": "x", "published": "2016-01-01"}]')
    assert read_gold(folder)[0].published == "2016-01-01"


def test_an_index_that_is_no_list_is_refused(folder: Path) -> None:
    (folder / "index.json").write_text('{"small": "2016-01-01"}')
    with pytest.raises(GoldError, match=r"index\.json.*is no list.*\[gold\.broken\]"):
        read_gold(folder)


def test_gold_beside_its_page(folder: Path) -> None:
    (folder / "small.json").rename(folder / "small.gold.json")
    (folder / "small.html").write_text("<p>")
    [report] = read_gold(folder)
    assert (report.id, report.page) == ("small", folder / "small.html")


def test_a_party_may_be_an_object(folder: Path) -> None:
    _rewrite(folder, lambda g: g["events"][0].update(actors=[{"code": "SYR MIL", "name": "the army"}]))
    assert read_gold(folder)[0].reading.events[0].actors == ("SYR MIL",)


def test_json_without_claims_is_passed_over(folder: Path) -> None:
    (folder / "dates.json").write_text('{"small": 1}')
    assert len(read_gold(folder)) == 1


@pytest.mark.parametrize("where", ["nowhere", "."])
def test_no_gold(tmp_path: Path, where: str) -> None:
    with pytest.raises(GoldError) as caught:
        read_gold(tmp_path / where)
    assert caught.value.code == "gold.missing"
    assert caught.value.todo


def test_no_text(folder: Path) -> None:
    (folder / "small.txt").unlink()
    with pytest.raises(GoldError, match=r"small\.json: the report has no text; put small\.txt beside it"):
        read_gold(folder)


@pytest.mark.parametrize("name", ["small.txt", "small.json"])
def test_bytes_that_are_no_utf8(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"\xd3\xff\xfe{")
    with pytest.raises(GoldError, match=rf"{name}: no .* in UTF-8 .*\[gold\.broken\]"):
        read_gold(folder)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda g: g["claims"][0].update(act="sing"), "claims.0.act"),
        (lambda g: g["claims"][0].pop("content"), "claims.0.content"),
        (
            lambda g: g["claims"][1].update(content=[5, 9999], content_text=None),
            "c2: span [5, 9999] does not lie",
        ),
        (
            lambda g: g["claims"][1].update(content=[5, 9]),
            "c2: span [5, 9] does not cut out its content_text",
        ),
        (lambda g: g["events"][0].update(trigger=[7, 7]), "e1: span [7, 7] does not lie"),
        (lambda g: g["events"][1].update(killed=[5, 2]), "events.1.killed"),
        (lambda g: g["events"][1].update(actors=[7]), "events.1.actors.0"),
        (lambda g: g.update(events={}), "events"),
        (lambda g: g["relations"][0].update(b="c9"), "relation corroborates: there is no claim c9"),
        (lambda g: g["relations"][0].update(kind="resembles"), "relations.0.kind"),
        (lambda g: g.update(published="2 March"), "published"),
        (lambda g: g.update(published=2015), "published"),
    ],
)
def test_broken_gold_names_the_place(folder: Path, change: Callable[[dict[str, Any]], object], said: str) -> None:
    _rewrite(folder, change)
    with pytest.raises(GoldError) as caught:
        read_gold(folder)
    assert caught.value.code == "gold.broken"
    assert caught.value.what.startswith(said)
    assert caught.value.where.endswith("small.json")
