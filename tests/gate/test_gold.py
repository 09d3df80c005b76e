"""The gold reports hold together: words stand where spans say, and every code is in its code book."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import riwaya
from riwaya.evaluate import read_gold
from riwaya.model import ACTS, LINK_KINDS, STATUSES
from riwaya.rules.tables import read_table, values

PACKS = Path(riwaya.__file__).parent / "packs"
REPORTS = Path(__file__).parent / "reports"
NAMES = [path.stem for path in sorted(REPORTS.glob("*.json")) if path.stem != "index"]

MODES = {row["type"]: set(values(row["modes"] or "")) for row in read_table(PACKS / "_ontology/plover.tsv")}
CAMEO = {row["code"] for row in read_table(PACKS / "_ontology/cameo.tsv")}
ACLED = {(row["type"], row["sub_event"]) for row in read_table(PACKS / "_ontology/acled.tsv")}
STATES = {row["iso3"] for row in read_table(PACKS / "ar/gazetteer/states.tsv")}
INTERNATIONAL = {"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"}
_SECTORS = "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC"
SECTORS = {*_SECTORS.split(), "UNO", "NATO"}  # the last two stand after IGO


def _faults(gold: dict[str, Any], text: str) -> Iterator[str]:
    """What is wrong with a gold report."""
    date.fromisoformat(gold["published"])
    for claim in gold["claims"]:
        yield from _span_faults(claim, text, "content", "cue")
        yield from _claim_faults(claim, text)
    known: set[str] = set()
    claims = {claim["id"] for claim in gold["claims"]}
    for event in gold["events"]:
        yield from _span_faults(event, text, "trigger")
        yield from _event_faults(event, text)
        if event["same_as"] and event["same_as"] not in known:
            yield f"{event['id']}: same_as is no earlier event"
        if event["claim"] and event["claim"] not in claims:
            yield f"{event['id']}: there is no claim {event['claim']}"
        known.add(event["id"])


def _span_faults(found: dict[str, Any], text: str, *fields: str) -> Iterator[str]:
    for field in fields:
        span, words = found[field], found[f"{field}_text"]
        if span is not None and text[slice(*span)] != words:
            yield f"{found['id']}: {field} does not cut out its words"


def _claim_faults(claim: dict[str, Any], text: str) -> Iterator[str]:
    if not claim["chain"]:
        yield f"{claim['id']}: the chain is empty"
    for link in claim["chain"]:
        if link["span"] and text[slice(*link["span"])] != link["text"]:
            yield f"{claim['id']}: a link does not cut out its words"
        if link["kind"] not in LINK_KINDS or not link["entity"]:
            yield f"{claim['id']}: a link names no entity or is of no known kind"
    if claim["act"] not in ACTS or claim["speech"] not in {"direct", "indirect", "mixed"}:
        yield f"{claim['id']}: act or speech is unknown"


def _event_faults(event: dict[str, Any], text: str) -> Iterator[str]:
    name = event["id"]
    if event["plover"] not in MODES or (event["mode"] and event["mode"] not in MODES[event["plover"]]):
        yield f"{name}: type or mode is not PLOVER's"
    if event["cameo"] not in CAMEO:
        yield f"{name}: code is not CAMEO's"
    if event["acled"] and tuple(event["acled"]) not in ACLED:
        yield f"{name}: type is not ACLED's"
    if event["status"] not in STATUSES:
        yield f"{name}: status is unknown"
    for code in filter(None, [*event["actors"], *event["targets"], event["harm_who"]]):
        state, _, sector = code.split(":")[0].partition(" ")
        if state not in STATES | INTERNATIONAL or sector not in SECTORS:
            yield f"{name}: {code} is no code of a state and a sector"
    for field in ("place", "time"):
        if event[field] and text[slice(*event[field]["span"])] != event[field]["text"]:
            yield f"{name}: {field} does not cut out its words"


def _load(name: str) -> tuple[dict[str, Any], str]:
    gold = json.loads((REPORTS / f"{name}.json").read_text(encoding="utf-8"))
    return gold, (REPORTS / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_gold_holds_together(name: str) -> None:
    assert list(_faults(*_load(name))) == []


def test_all_gold_reports_can_be_read() -> None:
    assert [report.id for report in read_gold(REPORTS)] == NAMES


BREAKS = [
    (("claims", 0, "content"), [0, 3], "content does not cut out"),
    (("claims", 0, "chain"), [], "chain is empty"),
    (("claims", 0, "act"), "sing", "act or speech"),
    (("events", 0, "plover"), "DANCE", "not PLOVER's"),
    (("events", 0, "mode"), "ceasefire", "not PLOVER's"),
    (("events", 0, "cameo"), "999", "not CAMEO's"),
    (("events", 0, "acled"), ["Battles", "Agreement"], "not ACLED's"),
    (("events", 0, "actors"), ["XXX MIL"], "no code of a state"),
    (("events", 0, "targets"), ["SDN"], "no code of a state"),
    (("events", 0, "same_as"), "e3", "no earlier event"),
]


@pytest.mark.parametrize(("path", "value", "said"), BREAKS, ids=[".".join(map(str, b[0])) for b in BREAKS])
def test_a_fault_is_seen(path: tuple[str, int, str], value: object, said: str) -> None:
    gold, text = copy.deepcopy(_load(NAMES[0]))
    kind, i, field = path
    gold[kind][i][field] = value
    assert any(said in fault for fault in _faults(gold, text))
