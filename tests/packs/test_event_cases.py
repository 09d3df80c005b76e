"""The paragraphs of the pack's event cases: every expected event is found, and nothing else."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from riwaya.errors import PackError
from riwaya.evaluate.event_cases import EventCase, read_event_cases, run_event_case
from riwaya.evaluate.locate import located
from riwaya.evaluate.told_events import wanted_events
from riwaya.evaluate.trials import trial_report
from riwaya.packs import load_pack
from riwaya.pipeline import Reader

CASES = list(read_event_cases(load_pack("ar")))
TEXT = "وقتلت القوات الروسية ثلاثة مدنيين أوكرانيين في قصف على مدينة خاركيف أمس."
SHELLED: dict[str, Any] = {
    "triggers": ["قتلت", "قصف"],
    "type": "ASSAULT",
    "mode": "heavy-weapons",
    "status": "actual",
    "actors": ["RUS MIL"],
    "targets": ["UKR CVL"],
    "place": "مدينة خاركيف",
    "time": "أمس",
    "killed": [3, 3],
    "injured": None,
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_every_event_is_found_and_nothing_else(case: EventCase, reader: Reader) -> None:
    assert run_event_case(case, reader) == []


def test_every_case_has_an_id_of_its_own() -> None:
    assert [name for name, times in Counter(case.id for case in CASES).items() if times > 1] == []


def judged(reader: Reader, *events: dict[str, Any], extra: tuple[dict[str, Any], ...] = ()) -> list[str]:
    """What is wrong with the events of a sentence, given what is expected."""
    return run_event_case(EventCase("x", "ASSAULT", TEXT, "2024-05-15", events, extra), reader)


def test_what_is_wrong_is_told(reader: Reader) -> None:
    other = {**SHELLED, "killed": [4, 4]}
    known = {"trigger": "قتلت", "type": "ASSAULT", "why": "no"}
    assert judged(reader, SHELLED) == []
    assert judged(reader)[0].startswith("found, not expected  triggers: [قتلت, قصف] · type: ASSAULT · mode: heavy")
    assert judged(reader, other)[0].startswith("missed  triggers: [قتلت, قصف]")
    assert "killed: [3, 3]" in judged(reader, other)[1]
    assert judged(reader, {**SHELLED, "fails": "why"})[0].startswith("found now")
    assert judged(reader, {**other, "fails": "why"}) == []
    assert judged(reader, extra=(known,)) == []
    assert judged(reader, SHELLED, extra=(known,))[0].startswith("no longer")


@pytest.mark.parametrize(
    "given",
    [
        {"triggers": ["قصف"]},  # one of its words is enough
        {"triggers": ["وقتلت"]},  # with what is written with it
        {"place": "خاركيف"},  # a word of the place is enough
    ],
)
def test_an_event_is_met(given: dict[str, Any], reader: Reader) -> None:
    assert judged(reader, {**SHELLED, **given}) == []


@pytest.mark.parametrize("name", ["mode", "status", "actors", "targets", "place", "time", "killed", "injured"])
def test_a_field_that_is_not_given_is_not_compared(name: str, reader: Reader) -> None:
    assert judged(reader, {field: value for field, value in SHELLED.items() if field != name}) == []


@pytest.mark.parametrize(
    "given",
    [
        {"type": "COERCE", "mode": None},
        {"mode": "aerial"},
        {"mode": None},
        {"status": "denied"},
        {"background": True},
        {"actors": []},
        {"actors": ["RUS MIL", "UKR MIL"]},
        {"targets": ["UKR MIL"]},
        {"place": None},
        {"place": "القوات"},
        {"time": None},
        {"killed": None},
        {"killed": [3, None]},
        {"injured": [3, 3]},
    ],
)
def test_an_event_is_not_met_where_a_field_differs(given: dict[str, Any], reader: Reader) -> None:
    assert judged(reader, {**SHELLED, **given})[0].startswith("missed")


def test_a_word_listed_twice_stands_for_two_places(reader: Reader) -> None:
    text = "هز انفجار مدينة خاركيف أمس، بعد يوم من انفجار في كييف."
    analysed = reader.analyse(trial_report(reader, text))
    first, second = wanted_events([{"triggers": ["انفجار"], "type": "ASSAULT"}] * 2, analysed)
    assert (first.triggers[0].start, second.triggers[0].start) == (text.find("انفجار"), text.rfind("انفجار"))


@pytest.mark.parametrize(
    ("text", "words", "where"),
    [
        ("وقتل الجندي بعد مقتل زميله.", "قتل", [(1, 4)]),  # without the conjunction; the longer word is another one
        ("خطفوهن قبل شهر.", "خطفوهن", [(0, 6)]),  # with the pronoun
        ("خطفوهن قبل شهر.", "خطفوا", []),
        ("اتفق الطرفان على الهدنة.", "هدنة", [(19, 23)]),  # without the article
        ("تظاهر الآلاف للمطالبة بالتغيير.", "للمطالبة", [(13, 21)]),  # with preposition and article
        ("انتهى وقف إطلاق النار.", "وقف إطلاق", [(6, 15)]),  # a phrase
        ("انتهى وقف إطلاق النار.", "وقف إط", [(6, 15)]),  # inside a word: all of it
    ],
)
def test_where_words_stand(text: str, words: str, where: list[tuple[int, int]], reader: Reader) -> None:
    found = located(words, reader.analyse(trial_report(reader, text)))
    assert [(span.start, span.end) for span in found] == where


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        ({"type": "WAR"}, "no type"),
        ({"status": "past"}, "no status"),
        ({"mode": "withdraw"}, "no mode of its type"),
        ({"actors": ["Russia"]}, "a party is a code"),
        ({"killed": [3]}, "the dead or hurt"),
        ({"place": "كييف"}, "not in the text: كييف"),
        ({"triggers": []}, "keys of an event"),
        ({"colour": "red"}, "keys of an event"),
    ],
)
def test_a_case_that_is_none_is_refused(event: dict[str, Any], reason: str, own_pack: Path) -> None:
    case = {"id": "x", "type": "ASSAULT", "register": "a daily", "text": TEXT, "gloss": "g"}
    listed = [{**case, "events": [{**SHELLED, **event}]}]
    path = own_pack / "cases" / "events" / "a.yaml"
    path.write_text(yaml.safe_dump(listed, allow_unicode=True), encoding="utf-8")
    with pytest.raises(PackError, match=reason) as error:
        list(read_event_cases(load_pack("ar")))
    assert error.value.code == "pack.case"
