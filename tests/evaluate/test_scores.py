"""Each mistake of a record lowers its own figure, by as much as counting by hand gives."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from riwaya.evaluate import GoldReport, Scores, evaluate_reports, table
from riwaya.model import Record

Gold = list[GoldReport]
Answer = dict[str, Any]


def _score(gold: Gold, answer: Answer, *, details: bool = False) -> Scores:
    record = Record.model_validate(answer)
    return evaluate_reports(gold, lambda _: record, details=details)


def test_the_right_record_is_right_in_everything(gold: Gold, right: Record) -> None:
    scores = evaluate_reports(gold, lambda _: right, details=True)
    assert set(scores.figures().values()) == {1.0}
    assert scores.claim_overlap == 1.0
    assert scores.mistakes == ()
    assert scores.tally("events").gold == 2  # four mentions
    assert scores.share("long_chain").of == 1


def test_an_empty_record_finds_nothing(gold: Gold, answer: Answer) -> None:
    scores = _score(gold, answer | {"claims": [], "events": [], "relations": []}, details=True)
    assert scores.tally("claims").recall == 0.0
    assert set(scores.figures().values()) == {0.0}
    assert sorted(m.kind for m in scores.mistakes) == [
        *(["claim missed"] * 3),
        *(["event missed"] * 2),
        *(["relation missed"] * 2),
    ]


SPOILT: list[tuple[str, Callable[[Answer], object], dict[str, float]]] = [
    (
        "a claim missed, and its relation",
        lambda a: (a["claims"].pop(), a["relations"].pop()),
        {"claims.f1": 4 / 5, "strict_claims.f1": 4 / 5, "relations.f1": 2 / 3, "contradicts.f1": 0.0},
    ),
    (
        "a relation missed",
        lambda a: a["relations"].pop(),
        {"relations.f1": 2 / 3, "contradicts.f1": 0.0, "relations_of_found_claims": 1 / 2},
    ),
    (
        "the kind of a relation",
        lambda a: a["relations"][0].update(kind="answers"),
        {"relations.f1": 1 / 2, "corroborates.f1": 0.0, "relations_of_found_claims": 1 / 2},
    ),
    (
        "a relation of another claim",
        lambda a: a["relations"][1].update(b="c2"),
        {"relations.f1": 1 / 2, "contradicts.f1": 0.0, "relations_of_found_claims": 1 / 2},
    ),
    ("act", lambda a: a["claims"][0].update(act="deny"), {"act": 2 / 3, "strict_claims.f1": 2 / 3}),
    ("speech", lambda a: a["claims"][0].update(speech="direct"), {"speech": 2 / 3}),
    (
        "the outer link missed",
        lambda a: a["claims"][2]["chain"].pop(0),
        {"chain": 2 / 3, "long_chain": 0.0, "links.f1": 6 / 7},
    ),
    (
        "the wrong mouth",
        lambda a: a["claims"][1]["chain"][0].update(entity="Reuters"),
        {"source": 2 / 3, "chain": 2 / 3, "strict_claims.f1": 2 / 3, "links.f1": 3 / 4},
    ),
    ("status", lambda a: a["events"][3].update(status="planned"), {"status": 1 / 2}),
    ("history", lambda a: a["events"][3].update(background=True), {"background": 1 / 2}),
    ("killed", lambda a: a["events"][1].update(killed=[3, None]), {"killed": 0.0}),
    ("place", lambda a: a["events"][0].update(place=None), {"place": 0.0}),
    (
        "sector",
        lambda a: a["events"][3]["actors"][0].update(code="SYR MIL"),
        {"actors": 1 / 2},
    ),
    (
        "country",
        lambda a: a["events"][3]["actors"][0].update(code="IRQ REB"),
        {"actors": 1 / 2, "actors_country": 1 / 2},
    ),
    (
        "type",
        lambda a: a["events"][3].update(plover="CONCEDE"),
        {"events.f1": 1 / 2},
    ),
]


@pytest.mark.parametrize(("change", "fallen"), [s[1:] for s in SPOILT], ids=[s[0] for s in SPOILT])
def test_a_mistake_lowers_its_own_figures(
    gold: Gold, answer: Answer, change: Callable[[Answer], object], fallen: dict[str, float]
) -> None:
    change(answer)
    figures = _score(gold, answer).figures()
    assert {name: value for name, value in figures.items() if value < 1} == pytest.approx(fallen)


def test_relations_count_in_either_order(gold: Gold, answer: Answer) -> None:
    for relation in answer["relations"]:
        relation["a"], relation["b"] = relation["b"], relation["a"]
    assert _score(gold, answer).tally("relations").f1 == 1.0


def test_a_relation_of_a_claim_that_the_gold_does_not_have_is_too_many(gold: Gold, answer: Answer) -> None:
    answer["claims"].append(answer["claims"][0] | {"id": "c9", "content": [0, 4]})
    answer["relations"].append({"kind": "answers", "a": "c9", "b": "c1", "about": ""})
    scores = _score(gold, answer, details=True)
    assert (scores.tally("relations").precision, scores.tally("relations").recall) == (pytest.approx(2 / 3), 1.0)
    assert scores.share("relations_of_found_claims").rate == 1.0
    assert [(m.kind, m.said) for m in scores.mistakes if m.kind.startswith("relation")] == [
        ("relation extra", "answers")
    ]


def test_one_event_told_as_two_is_one_too_many(gold: Gold, answer: Answer) -> None:
    answer["events"][2]["same_as"] = None
    scores = _score(gold, answer)
    assert (scores.tally("events").hit, scores.tally("events").found) == (2, 3)
    assert scores.tally("violence").f1 == pytest.approx(2 / 3)


def test_a_content_counts_from_half_an_overlap(gold: Gold, answer: Answer) -> None:
    start, end = answer["claims"][0]["content"]
    answer["claims"][0]["content"] = [start, start + (end - start + 1) // 2]
    assert _score(gold, answer).tally("claims").hit == 3
    answer["claims"][0]["content"] = [start, start + (end - start) // 2 - 1]
    assert _score(gold, answer).tally("claims").hit == 2


def test_a_source_is_known_by_another_name_of_it(gold: Gold, answer: Answer) -> None:
    """Another name is right where the gold's entity is called by the same words elsewhere in the report."""
    for claim in answer["claims"][:2]:
        claim["chain"][0]["entity"] = "wizarat al-difa"
    assert _score(gold, answer).share("source").rate == 1.0


def test_mistakes_are_told_with_their_words(gold: Gold, answer: Answer) -> None:
    answer["claims"][0]["act"] = "deny"
    answer["events"][1]["killed"] = [3, None]
    answer["events"].pop()
    told = {m.kind: (m.words, m.said) for m in _score(gold, answer, details=True).mistakes}
    assert told["claim wrong"][0] == "الجيش قصف المدينة أمس"
    assert told["claim wrong"][1].startswith("act: gold assert,")
    assert told["event wrong"] == ("قصف | قتلوا | القصف", "killed: gold (3, 3), found (3, None)")
    assert told["event missed"] == ("انسحبوا", "RETREAT, actual")


def test_confidence_is_held_against_what_is_right(gold: Gold, answer: Answer) -> None:
    answer["claims"][0].update(act="deny", confidence=0.95)
    scores = _score(gold, answer)
    assert [(b.count, pytest.approx(b.right)) for b in scores.claim_bins] == [(3, 2 / 3)]
    assert scores.claim_bins[0].confidence == pytest.approx((0.95 + 0.9 + 0.9) / 3)


def test_what_is_extra_is_counted_by_the_word(gold: Gold, answer: Answer) -> None:
    extra = answer["claims"][0] | {"id": "c9", "content": [0, 4]}
    answer["claims"].append(extra)
    scores = _score(gold, answer)
    assert scores.extra_per_1000("claims") == pytest.approx(1000 / scores.words)
    assert scores.extra_per_1000("events") == 0.0


def test_spans_come_back_from_a_part_of_the_text(gold: Gold, answer: Answer) -> None:
    """A reading of the second line alone is scored on the gold's whole text."""
    cut = answer["text"].index("\n") + 1
    claim, event = answer["claims"][2], answer["events"][3]
    claim["content"] = [n - cut for n in claim["content"]]
    event["trigger"] = [n - cut for n in event["trigger"]]
    for link in claim["chain"]:
        link["span"] = [n - cut for n in link["span"]]
    part = {"text": answer["text"][cut:], "claims": [claim], "events": [event], "relations": []}
    scores = _score(gold, answer | part)
    assert (scores.tally("strict_claims").hit, scores.tally("events").hit, scores.dropped) == (1, 1, 0)


def test_the_table_and_the_json_say_the_same(gold: Gold, right: Record) -> None:
    scores = evaluate_reports(gold, lambda _: right)
    rows = dict(table(scores))
    assert rows["claims"] == "P 1.000 R 1.000 F1 1.000 (gold 3, found 3), mean overlap 1.00"
    assert rows["relations"] == "P 1.000 R 1.000 F1 1.000 (gold 2, found 2)"
    assert rows["  corroborates"] == "P 1.000 R 1.000 F1 1.000 (gold 1, found 1)"
    assert rows["of relations whose claims were found"] == "2 of 2"
    assert rows["numbers"] == "killed 1 of 1, injured 0 of 0"
    parsed = json.loads(json.dumps(scores.to_dict()))
    assert parsed["tallies"]["claims"] == {"hit": 3, "gold": 3, "found": 3}
    assert parsed["calibration_gap"]["claims"] == pytest.approx(0.1)


def test_no_reports_give_no_figures() -> None:
    def never(report: GoldReport) -> Record:
        raise AssertionError(report)

    scores = evaluate_reports([], never)
    assert scores.figures() == {}
    assert table(scores)
