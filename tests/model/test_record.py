"""The record: what it refuses, how it travels, and which changes keep its ids."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import ValidationError

from riwaya.model import Block, Claim, Event, Issue, Link, Party, Place, Record, Relation, Report, Span, Time
from riwaya.pipeline import Reader

TEXT = "قالت وزارة الدفاع الكينية أمس إن جنديين قتلا في لامو. ونفت حركة الشباب ذلك."
LINK = Link(span=Span(5, 25), entity="Kenyan Ministry of Defence", actor="states.ken", kind="ministry")
CLAIM = Claim(
    id="clm_1",
    content=Span(33, 52),
    cue=Span(0, 4),
    speech="indirect",
    act="assert",
    confidence=0.9,
    rule="ar.claims.said-that",
    chain=(LINK,),
)
DENIAL = CLAIM.model_copy(update={"id": "clm_2", "act": "deny", "cue": Span(55, 58), "content": Span(70, 73)})
EVENT = Event(
    id="evt_1",
    trigger=Span(40, 44),
    plover="ASSAULT",
    cameo="190",
    actors=(Party(code="SOM REB", name="Al-Shabaab", span=Span(59, 69)),),
    targets=(Party(code="KEN MIL", name="Kenya", span=Span(33, 39)),),
    place=Place(span=Span(48, 52), name="Lamu", country="KEN", precision=3),
    time=Time(span=Span(26, 29), lo="2024-05-14", hi="2024-05-14", precision="day"),
    status="actual",
    killed=(2, 2),
    injured=(0, None),
    claim="clm_1",
    confidence=0.7,
    rule="ar.lexicon.triggers.qatl-v",
)
AGAIN = EVENT.model_copy(update={"id": "evt_2", "same_as": "evt_1"})
RELATION = Relation(kind="contradicts", a="clm_2", b="clm_1", about="the deaths")


def record(**changes: Any) -> Record:
    """The record of TEXT, with some fields changed."""
    fields: dict[str, Any] = {
        "id": "rep_1",
        "language": "ar",
        "text": TEXT,
        "published": "2024-05-15",
        "blocks": (Block(kind="paragraph", span=Span(0, len(TEXT))),),
        "claims": (CLAIM, DENIAL),
        "events": (EVENT, AGAIN),
        "relations": (RELATION,),
        "issues": (Issue(code="time.unresolved", span=Span(26, 29), said="yesterday"),),
    }
    return Record(**{**fields, **changes})


def test_a_record_comes_back_from_json_as_it_was() -> None:
    one = record()
    assert Record.from_json(one.to_json()) == one
    assert Record.from_json(one.to_json(indent=1)).to_json() == one.to_json()


def test_json_keeps_the_letters_and_writes_spans_as_pairs() -> None:
    written = json.loads(record().to_json())
    assert written["text"] == TEXT
    assert written["claims"][0]["content"] == [33, 52]
    assert written["events"][0]["injured"] == [0, None]


OUTSIDE = Span(60, len(TEXT) + 1)


@pytest.mark.parametrize(
    ("path", "changes"),
    [
        ("blocks[0].span", {"blocks": (Block(kind="paragraph", span=OUTSIDE),)}),
        ("clm_1.content", {"claims": (CLAIM.model_copy(update={"content": OUTSIDE}), DENIAL)}),
        ("clm_1.cue", {"claims": (CLAIM.model_copy(update={"cue": Span(4, 4)}), DENIAL)}),
        (
            "clm_1.chain[0].span",
            {"claims": (CLAIM.model_copy(update={"chain": (LINK.model_copy(update={"span": OUTSIDE}),)}), DENIAL)},
        ),
        ("evt_1.trigger", {"events": (EVENT.model_copy(update={"trigger": Span(9, 3)}), AGAIN)}),
        (
            "evt_1.targets[0].span",
            {"events": (EVENT.model_copy(update={"targets": (Party(code="A", name="a", span=OUTSIDE),)}), AGAIN)},
        ),
        ("evt_1.place.span", {"events": (EVENT.model_copy(update={"place": Place(span=OUTSIDE, name="Lamu")}), AGAIN)}),
        (
            "evt_1.time.span",
            {"events": (EVENT.model_copy(update={"time": Time(span=Span(-1, 3), precision="day")}), AGAIN)},
        ),
        ("issues[0].span", {"issues": (Issue(code="a.b", span=OUTSIDE, said="c"),)}),
    ],
)
def test_a_span_outside_the_text_is_refused_with_its_path(path: str, changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError) as refused:
        record(**changes)
    assert path in str(refused.value)


@pytest.mark.parametrize(
    ("said", "changes"),
    [
        ("event evt_1: no claim clm_9", {"events": (EVENT.model_copy(update={"claim": "clm_9"}),)}),
        ("event evt_2: no event evt_9", {"events": (EVENT, AGAIN.model_copy(update={"same_as": "evt_9"}))}),
        ("clm_9", {"relations": (Relation(kind="answers", a="clm_9", b="clm_1", about=""),)}),
    ],
)
def test_a_reference_to_nothing_is_refused(said: str, changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match=said):
        record(**changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"published": "yesterday"},
        {"published": "2024-13-01"},
        {"riwaya": "2"},
        {"unit": "byte"},
        {"colour": "red"},
    ],
)
def test_a_field_that_the_record_does_not_have_or_allow_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        record(**changes)


@pytest.mark.parametrize("bounds", [(3, 2), (-1, 2), (-1, None)])
def test_a_range_that_is_none_is_refused(bounds: tuple[int, int | None]) -> None:
    with pytest.raises(ValidationError, match="a range is"):
        Event.model_validate({**EVENT.model_dump(), "killed": bounds})


@pytest.mark.parametrize("value", [record(), CLAIM, EVENT, LINK])
def test_values_cannot_be_changed(value: Any) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        setattr(value, next(iter(type(value).model_fields)), "other")


def made(reader: Reader, **changes: str) -> Record:
    """The record of TEXT as the reader makes it."""
    return reader.read_text(TEXT, **{"published": "2024-05-15", "outlet": "Outlet A", **changes})


def ids(one: Record) -> tuple[str, ...]:
    """Every id of a record."""
    return (one.id, *(claim.id for claim in one.claims), *(event.id for event in one.events))


def test_the_same_text_gets_the_same_ids(reader: Reader) -> None:
    assert ids(made(reader)) == ids(made(reader))
    assert len(ids(made(reader))) == len(set(ids(made(reader)))) > 2


def test_a_corrected_day_keeps_every_id(reader: Reader) -> None:
    text = "قتل جنديان أمس في هجوم على قاعدة في لامو. وقالت الحكومة الكينية إن المهاجمين فروا."
    one, other = (reader.read_text(text, published=day) for day in ("2024-05-15", "2023-01-02"))
    assert ids(one) == ids(other)
    days = [event.time.lo for record in (one, other) for event in record.events[:1] if event.time]
    assert days == ["2024-05-14", "2023-01-01"]


@pytest.mark.parametrize("changes", [{"outlet": "Outlet B"}, {"url": "https://example.org/a"}])
def test_another_outlet_or_url_gets_other_ids(reader: Reader, changes: dict[str, str]) -> None:
    assert not set(ids(made(reader, **changes))) & set(ids(made(reader)))


def test_the_report_of_a_record_is_what_was_read() -> None:
    report = record().report
    assert type(report) is Report
    assert {name: getattr(report, name) for name in Report.model_fields} == {
        name: getattr(record(), name) for name in Report.model_fields
    }
