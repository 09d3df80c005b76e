"""One small gold report on disk, and the record that agrees with it in everything."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from riwaya.evaluate import GoldReport, read_gold
from riwaya.model import Record

TEXT = (
    "قالت وزارة الدفاع إن الجيش قصف المدينة أمس. وأضافت أن ثلاثة مدنيين قتلوا في القصف.\n"
    "ونقلت رويترز عن متحدث باسم الحركة قوله إن مقاتليها انسحبوا."
)


def _span(words: str, after: str = "") -> list[int]:
    start = TEXT.index(words, TEXT.index(after) + len(after))
    return [start, start + len(words)]


def _claim(name: str, content: str, chain: list[dict[str, Any]], act: str = "assert") -> dict[str, Any]:
    span = _span(content)
    return {
        "id": name,
        "content": span,
        "content_text": content,
        "speech": "indirect",
        "act": act,
        "chain": chain,
    }


def _link(words: str | None, entity: str, kind: str) -> dict[str, Any]:
    return {"span": words and _span(words), "text": words, "entity": entity, "kind": kind}


def _event(name: str, trigger: list[int], **changes: Any) -> dict[str, Any]:
    event = {
        "id": name,
        "trigger": trigger,
        "plover": "ASSAULT",
        "mode": "heavy-weapons",
        "acled": ["Explosions/Remote violence", "Shelling/artillery/missile attack"],
        "actors": ["SYR MIL"],
        "targets": ["SYR CVL"],
        "place": None,
        "time": None,
        "status": "actual",
        "background": False,
        "killed": None,
        "injured": None,
        "same_as": None,
    }
    return event | changes


def gold_json() -> dict[str, Any]:
    """Three claims, one of them over two links; two events, one of them told by three words; two relations."""
    place = {"span": _span("المدينة"), "text": "المدينة", "name": "the city"}
    time = {"span": _span("أمس"), "text": "أمس", "kind": "day"}
    return {
        "id": "small",
        "published": "2015-03-02",
        "claims": [
            _claim(
                "c1",
                "الجيش قصف المدينة أمس",
                [_link("وزارة الدفاع", "Ministry of Defence of Syria", "ministry")],
            ),
            _claim("c2", "ثلاثة مدنيين قتلوا في القصف", [_link(None, "Ministry of Defence of Syria", "ministry")]),
            _claim(
                "c3",
                "مقاتليها انسحبوا",
                [
                    _link("رويترز", "Reuters", "agency"),
                    _link("متحدث باسم الحركة", "spokesman of the Movement", "person"),
                ],
                act="admit",
            ),
        ],
        "events": [
            _event("e1", _span("قصف"), place=place, time=time),
            _event("e2", _span("قتلوا"), killed=[3, 3], same_as="e1"),
            _event("e3", _span("القصف"), same_as="e1"),
            _event(
                "e4",
                _span("انسحبوا"),
                plover="RETREAT",
                mode="withdraw",
                acled=None,
                actors=["SYR REB:The Movement"],
                targets=[],
            ),
        ],
        "relations": [
            {"kind": "corroborate", "a": "c2", "b": "c1", "about": "the shelling"},
            {"kind": "contradicts", "a": "c3", "b": "c1", "about": "who holds the city"},
        ],
    }


def record_json() -> dict[str, Any]:
    """The record that says what the gold says."""
    gold = gold_json()
    for claim in gold["claims"]:
        del claim["content_text"]
        claim |= {"cue": None, "confidence": 0.9, "rule": "ar.claims.said-that"}
        for link in claim["chain"]:
            del link["text"]
    for event in gold["events"]:
        event |= {"cameo": "190", "confidence": 0.9, "rule": "ar.events.trigger"}
        for role in ("actors", "targets"):
            event[role] = [{"code": code.split(":")[0], "name": code} for code in event[role]]
        if event["place"]:
            del event["place"]["text"]
        if event["time"]:
            event["time"] = {"span": event["time"]["span"], "precision": "day"}
    for relation in gold["relations"]:
        relation["kind"] = relation["kind"].removesuffix("s") + "s"
    return {"id": "rep_1", "language": "ar", "text": TEXT, **{k: gold[k] for k in ("claims", "events", "relations")}}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "small.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "small.json").write_text(json.dumps(gold_json()), encoding="utf-8")
    return tmp_path


@pytest.fixture
def gold(folder: Path) -> list[GoldReport]:
    return read_gold(folder)


@pytest.fixture
def answer() -> dict[str, Any]:
    """The right record, as a JSON value to spoil."""
    return record_json()


@pytest.fixture
def right(answer: dict[str, Any]) -> Record:
    return Record.model_validate(answer)
