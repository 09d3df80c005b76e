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
    ("قصفت القوات الروسية الميناء دون إصابات.", "قصفت", None, (0, 0)),
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


@pytest.mark.parametrize(
    ("text", "alike"),
    [
        ("انفجار في حلب\n\nقتل خمسة في انفجار وسط المدينة اليوم.", [True]),
        ("هاجم مسلحون سوقا في كانو. وقال السكان إن الهجوم استمر ساعة.", [True]),
        ("هاجم مسلحون سوقا في كانو. واستمر الحادث ساعة.", [True]),
        ("شن مسلحون هجوما على سوق في كانو. وشهدت المنطقة هجمات مماثلة.", [False]),
        ("اختطف مسلحون قاضيا في كركوك. وأصيب شرطي.", [False]),
    ],
)
def test_what_tells_whether_an_event_is_told_again(code: Any, text: str, alike: list[bool]) -> None:
    events = [event for event in code(text).events if event.plover == "ASSAULT"]
    assert any(event.same_as for event in events) == alike[0]


def test_an_event_in_a_town_may_be_that_of_its_region_but_not_of_another(code: Any) -> None:
    text = "قصفت الطائرات الروسية محافظة إدلب. وقصفت الطائرات الروسية بلدة {}."
    near, far = (code(text.format(town)).events[-1].same_as for town in ("سراقب", "القريتين"))
    assert (near is None, far is None) == (False, True)


def test_the_incident_is_an_event_only_where_one_was_told(code: Any) -> None:
    assert not code("وقع الحادث على الطريق السريع بين المدينتين.").events


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("زار الوزير مركزا للنازحين في إربد.", 0),
        ("وصل إلى المخيم ثلاثة آلاف نازح سوري.", 1),
        ("التقى القاضي المعتقلين في السجن.", 0),
    ],
)
def test_those_who_suffered_are_an_event_only_where_they_are_counted(code: Any, text: str, n: int) -> None:
    assert len([event for event in code(text).events if event.plover in ("SANCTION", "COERCE")]) == n


def test_the_death_that_one_meets_is_one_event(code: Any) -> None:
    assert [
        event.trigger.cut("لقي ثلاثة رجال حتفهم في انفجار.") for event in code("لقي ثلاثة رجال حتفهم في انفجار.").events
    ] == [
        "حتف",
        "انفجار",
    ]


def test_the_word_by_which_a_claim_is_made_is_no_deed(code: Any) -> None:
    assert not code("نقلت الصحيفة أن الوزير يزور المعرض.").events


def test_a_named_death_may_be_one_of_a_toll_but_two_tolls_are_two_events(code: Any) -> None:
    one, two = (code(f"قتل ثلاثة جنود في انفجار قرب كركوك. وقتل {who} في الانفجار.") for who in ("الضابط", "تسعة جنود"))
    assert [
        len([e for e in coded.events if e.rule.endswith("qatala-v") and not e.same_as]) for coded in (one, two)
    ] == [
        1,
        2,
    ]


def test_other_days_are_other_events_even_where_nobody_knows_the_date(code: Any) -> None:
    same, other = (
        code(f"هاجم مسلحون سوقا في كانو يوم الأحد. وهاجم المسلحون السوق {day}.", None).events[-1].same_as
        for day in ("يوم الأحد", "يوم الخميس")
    )
    assert (same is None, other is None) == (False, True)


def _groups(events: Any) -> int:
    return sum(event.same_as is None for event in events)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("قتل الجيش المصري خمسة مسلحين ردا على الهجوم على الحافلة.", 2),
        ("قتل خمسة جنود في الهجوم على الحافلة.", 1),
        ("هجوم انتحاري يستهدف السفارة الفرنسية في نواكشوط.", 1),
        ("غارة تقتل تسعة مسلحين في إدلب.", 1),
        ("تعرضت قافلة للأمم المتحدة لإطلاق نار في جوبا.", 1),
        ("غارة جوية على مخيم في غزة. وأدانت مصر الهجوم الانتحاري في غزة.", 3),  # the third: the condemnation
        ("غارة جوية على مخيم في غزة. وأدانت مصر الغارة الجوية على غزة.", 2),
        ("دعت فرنسا إلى فتح ممرات آمنة في صعدة. ومن المقرر فتح الممرات الآمنة غدا.", 2),  # the call and what it is for
    ],
)
def test_an_answer_is_another_event_and_what_an_attack_did_is_the_same(code: Any, text: str, number: int) -> None:
    assert _groups(code(text).events) == number


def test_what_one_side_denies_may_be_what_another_tells(code: Any) -> None:
    text = "قتل أربعة في قصف مدفعي على سوق في أم درمان. ونفت قوات الدعم السريع قصف السوق."
    events = code(text).events
    assert [event.status for event in events][-1] == "denied"
    assert events[-1].same_as == events[0].id


def test_what_is_told_again_and_with_both_parties_is_surer(code: Any) -> None:
    once = code("قتل ثلاثة مدنيين في كركوك.").events[0].confidence
    both = code("قصف الجيش السوداني مواقع الدعم السريع في الفاشر.").events[0].confidence
    again = code("هجوم في مقديشو\n\nقتل عشرة أشخاص في هجوم في مقديشو.").events
    assert 0.64 <= once < both <= 0.87
    assert all(event.confidence > once for event in again)


def test_a_type_whose_words_often_tell_of_other_things_is_less_sure(code: Any) -> None:
    attack, visit = code("قصفت روسيا أوديسا.").events[0], code("زار الرئيس المصري الخرطوم.").events[0]
    assert visit.confidence < attack.confidence


def test_what_another_source_says_who_did_it_stays_its_word(code: Any) -> None:
    told = code(
        "قتل عشرة مدنيين في قصف على الفاشر.\n\n"
        "وقال الجيش السوداني إن قوات الدعم السريع قصفت الفاشر.\n\n"
        "وقالت قوات الدعم السريع إن الجيش السوداني قصف الفاشر."
    ).events
    by_claim = [{a.code for a in event.actors} for event in told if event.claim and event.plover == "ASSAULT"]
    assert by_claim == [{"SDN REB"}, {"SDN MIL"}]
