"""Relevance: what coders of event records would accept stands above what they would not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from riwaya.events.relevance import Relevance
from riwaya.model import Event
from riwaya.packs import Pack
from riwaya.pipeline import Reader

Events = Callable[..., dict[str, Event]]

ASSAULTS = [
    ("قتل تسعة أشخاص وأصيب عشرون آخرون في تفجير انتحاري استهدف مركزا للشرطة شرق مدينة كويتا أمس.", "قتل"),
    ("وقال مصدر في الشرطة إن مسلحين خطفوا مهندسين اثنين من شركة نفط جنوب مدينة كركوك مساء أمس.", "خطفوا"),
]
TALK_OF_ASSAULTS = [
    ("وناقش الوزيران في اجتماعهما سبل وقف القتل والعنف الذي تعاني منه المنطقة منذ سنوات طويلة.", "العنف"),
    ("ونفت الحكومة أن يكون التفجير من عمل أجهزتها، ودعت المعارضة إلى انتظار نتائج التحقيق.", "التفجير"),
]
PROTEST = (
    "تظاهر آلاف الطلاب أمس أمام مقر البرلمان في وسط العاصمة احتجاجا على اعتقال زملائهم، "
    "ورددوا هتافات تطالب باستقالة الحكومة."
)
TALK_OF_PROTESTS = "وأضاف الوزير أن حق التظاهر يكفله الدستور، لكن المظاهرات التي تعطل المرور لا تخدم أحدا."


def relevance(events: Events, text: str, words: str) -> float:
    value = events(text)[words].relevance
    assert value is not None
    return value


def test_an_incident_that_is_told_stands_above_talk_of_violence(events: Events) -> None:
    told = [relevance(events, text, words) for text, words in ASSAULTS]
    talk = [relevance(events, text, words) for text, words in TALK_OF_ASSAULTS]
    assert min(told) > 0.45 > max(talk)


def test_a_protest_that_is_told_stands_above_talk_of_protests(events: Events) -> None:
    told = [event.relevance for event in events(PROTEST).values() if event.plover == "PROTEST"]
    talk = [event.relevance for event in events(TALK_OF_PROTESTS).values() if event.plover == "PROTEST"]
    assert told
    assert all(value is not None and value > 0.45 for value in told)
    assert all(value is not None and value < 0.45 for value in talk)


def test_events_of_a_type_in_a_sentence_have_one_relevance(events: Events) -> None:
    text, _ = ASSAULTS[0]
    assert len({event.relevance for event in events(text).values() if event.plover == "ASSAULT"}) == 1


def test_of_other_types_and_of_short_sentences_nothing_is_said(events: Events) -> None:
    found = events("اتفق الوفدان على هدنة مدتها ثلاثة أيام في ريف حماة، حسب بيان مشترك صدر أمس.\nقتل جنديان أمس.")
    assert found["قتل"].plover == "ASSAULT"
    assert {event.relevance for event in found.values()} == {None}


def test_the_weights_are_read_with_the_first_event_that_is_judged(
    reader: Reader, code: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    weights = Pack.weights
    monkeypatch.setattr(Pack, "weights", lambda self, model, read: asked.append(model) or weights(self, model, read))
    coded = code(ASSAULTS[0][0], None)
    judge = Relevance(reader.pack)
    assert judge.judged(coded.claimed.found, ()) == ()
    assert asked == []
    assert judge.judged(coded.claimed.found, coded.events) == coded.events
    judge.judged(coded.claimed.found, coded.events)
    assert asked == ["relevance"]


def test_a_pack_may_do_without(reader: Reader, code: Callable[..., Any]) -> None:
    coded = code(ASSAULTS[0][0], None)
    bare = tuple(event.model_copy(update={"relevance": None}) for event in coded.events)
    without = replace(reader.pack, settings={**reader.pack.settings, "models": {}})
    assert Relevance(without).judged(coded.claimed.found, bare) == bare
