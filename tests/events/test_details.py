"""How many, with what, where, when, on whose word, and told how often."""

from __future__ import annotations

from typing import Any

import pytest


def failing(reason: str, *values: object) -> Any:
    """A case that fails today and must go on failing until it is promoted."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))


HARM = [
    ("قتل ثلاثة مدنيين وأصيب خمسة آخرون في قصف على جنين.", "قتل", (3, 3), (5, 5)),
    ("قتل ما لا يقل عن 15 مدنيا وأصيب نحو 40 بجروح في قصف على سوق في أم درمان.", "قتل", (15, None), (40, 40)),
    ("انفجرت سيارة مفخخة في مقديشو ما أسفر عن مقتل 12 شخصا وإصابة 30 آخرين.", "انفجرت", (12, 12), (30, 30)),
    ("قتل جنديان في هجوم على قاعدة في لامو.", "قتل", (2, 2), None),
    ("أسفر الهجوم عن سقوط عشرات القتلى.", "الهجوم", (20, None), None),
    ("قصفت القوات الروسية الميناء ولم تتضرر السفن.", "قصفت", None, None),
    failing("without injuries is counted as injuries", "قصفت القوات الروسية الميناء دون إصابات.", "قصفت", None, None),
    failing(
        "hurt, as a verb after the killed, is not counted by its ordinal", "قتل شخصان وجرح ثالث.", "قتل", (2, 2), (1, 1)
    ),
    ("27 قتيلا و100 جريح في انفجار بمقديشو", "انفجار", (27, 27), (100, 100)),
]


@pytest.mark.parametrize(("text", "trigger", "killed", "injured"), HARM)
def test_killed_and_injured_as_ranges(
    events: Any, text: str, trigger: str, killed: tuple[int, int | None] | None, injured: tuple[int, int | None] | None
) -> None:
    event = events(text)[trigger]
    assert (event.killed, event.injured) == (killed, injured)


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [("قتل ثلاثة مدنيين في القصف.", "قتل", "CVL"), ("قتل خمسة جنود في القصف.", "قتل", "MIL")],
)
def test_those_hurt_have_a_sector(events: Any, text: str, trigger: str, who: str) -> None:
    assert events(text)[trigger].harm_who.split()[1] == who


@pytest.mark.parametrize(
    ("text", "trigger", "weapons"),
    [
        ("قصفت القوات الروسية أوديسا بالصواريخ.", "قصفت", ("missile",)),
        ("انفجر لغم أرضي بحافلة في مالي.", "انفجر", ("mine",)),
        ("شن الطيران السعودي غارات على صنعاء.", "غارات", ("aircraft",)),
        ("قصفت القوات الروسية أوديسا.", "قصفت", ()),
    ],
)
def test_weapons_that_the_clause_names(events: Any, text: str, trigger: str, weapons: tuple[str, ...]) -> None:
    assert events(text)[trigger].weapons == weapons


def test_place_and_time_of_the_clause(events: Any) -> None:
    text = "قصفت القوات الروسية خيرسون مساء الاثنين، فيما عاد الهدوء إلى خاركيف صباح اليوم."
    event = events(text)["قصفت"]
    assert (event.place.name, event.place.country) == ("Kherson", "UKR")
    assert (event.time.lo, event.time.precision) == ("2024-05-13T17:00", "part")
    assert (event.place.span.cut(text), event.time.span.cut(text)) == ("خيرسون", "مساء الاثنين")


def test_a_state_that_acts_is_no_place(events: Any) -> None:
    assert events("اتهمت أوكرانيا روسيا بارتكاب جرائم حرب.")["اتهمت"].place is None


def test_an_event_in_a_content_hangs_on_the_claim(code: Any) -> None:
    coded = code("قالت كييف إن القوات الروسية قصفت الميناء.")
    (claim,), (event,) = coded.claimed.claims, coded.events
    assert event.claim == claim.id


def test_an_event_in_the_narrators_voice_hangs_on_none(code: Any) -> None:
    (event,) = code("قصفت القوات الروسية الميناء.").events
    assert event.claim is None


def test_an_event_told_again_points_to_the_first(code: Any) -> None:
    coded = code("قصفت القوات الإسرائيلية غزة. وأدى القصف الإسرائيلي على غزة إلى دمار.")
    first, again = coded.events[:2]
    assert (first.same_as, again.same_as) == (None, first.id)


@pytest.mark.parametrize(
    "text",
    [
        "قصفت القوات الإسرائيلية غزة. ثم قصفت القوات الروسية خاركيف.",
        "قصفت القوات الروسية خاركيف أمس. وقصفت القوات الروسية خاركيف عام 2022.",
        "قصفت القوات الروسية خاركيف. ثم قصفت القوات الروسية أوديسا.",
        "قصفت القوات الروسية خاركيف. وتعتزم القوات الروسية قصف خاركيف.",
    ],
)
def test_events_of_other_parties_places_days_or_status_stay_apart(code: Any, text: str) -> None:
    assert [event.same_as for event in code(text).events] == [None, None]


def test_a_reference_never_points_to_a_reference(code: Any) -> None:
    sentence = "قصفت القوات الروسية خاركيف."
    events = {event.id: event for event in code(f"{sentence} {sentence} {sentence}").events}
    assert [event.same_as for event in events.values()].count(None) == 1
    assert all(event.same_as is None or events[event.same_as].same_as is None for event in events.values())


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("وقع الهجوم الذي قصفت فيه القوات الروسية الميناء.", ("الهجوم", "قصفت")),
        ("أدت الغارات التي نفذها الطيران الروسي إلى مقتل ستة مدنيين في إدلب.", ("الغارات", "مقتل")),
    ],
)
def test_what_a_noun_s_relative_clause_or_toll_tells_is_the_noun_s_event(
    events: Any, text: str, again: tuple[str, str]
) -> None:
    found = events(text)
    assert found[again[1]].same_as == found[again[0]].id


def test_what_those_did_whom_a_relative_clause_describes_is_another_event(code: Any) -> None:
    first, again = code("شن المسلحون الذين قصفوا الميناء هجوما على قاعدة عسكرية.").events
    assert (first.same_as, again.same_as) == (None, None)
