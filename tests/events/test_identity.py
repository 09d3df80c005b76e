"""Which tellings of a report are of one event."""

from __future__ import annotations

from typing import Any

import pytest

import riwaya
from riwaya.events.kinship import Kinship


@pytest.fixture(scope="module")
def kinship() -> Kinship:
    return Kinship(riwaya.load("ar").pack.concepts)


@pytest.mark.parametrize(
    ("known", "concept", "kin"),
    [
        ({"air-strike"}, "air-strike", "same"),
        ({"suicide-bombing"}, "assault", "broader"),
        ({"assault"}, "suicide-bombing", "narrower"),
        ({"car-bomb"}, "suicide-bombing", "cousin"),
        ({"killing"}, "wounding", "harms"),
        ({"killing"}, "shelling", "harm"),
        ({"shelling"}, "clash", "apart"),
        ({"opening-fire"}, "firefight", "apart"),
        ({"shelling"}, "war", "other"),
        ({"killing"}, "raid", "other"),
        ({"assault"}, "self-defence", "other"),
        ({"ceasefire"}, "withdrawal", "other"),
        ({"abduction", "shelling"}, "killing", "harm"),
    ],
)
def test_what_a_concept_is_to_the_nearest_of_others(kinship: Kinship, known: set[str], concept: str, kin: str) -> None:
    assert kinship.nearest(known, concept) == kin


def test_the_word_for_an_attack_stands_for_any_violence(kinship: Kinship) -> None:
    assert kinship.stands_for_any("assault")
    assert not any(map(kinship.stands_for_any, ("bombing", "killing", "demonstration", "raid")))


def _violent(code: Any, text: str) -> list[list[str]]:
    """The words of each violent event."""
    groups: dict[str, list[str]] = {}
    for event in code(text).events:
        if event.plover == "ASSAULT":
            groups.setdefault(event.same_as or event.id, []).append(event.trigger.cut(text))
    return list(groups.values())


@pytest.mark.parametrize(
    "text",
    [
        "اقتحم مسلحون مقرا للشرطة في كركوك. وقال شاهد إن الهجوم استمر ساعة.",
        "انفجرت عبوة في كركوك. وقال شاهد إن الانفجار هز المدينة.",
        "قتل سبعة أشخاص في تفجير في بيدوا. وارتفعت حصيلة القتلى إلى تسعة.",
        "قتل نحو مئة شخص في قصف على حلب.\n\nوقال طبيب إن 98 قتلوا في القصف على حلب.",
        "غارة على ريف إدلب\n\nقتل ستة مدنيين أمس في غارة على بلدة سراقب في إدلب.",
    ],
)
def test_what_points_back_or_tells_the_title_again_is_one_event(code: Any, text: str) -> None:
    assert len(_violent(code, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "انفجرت عبوة في كركوك. ووقع انفجار آخر في كركوك.",
        "شن مسلحون هجوما على ثكنة في كركوك. وشن مسلحون هجوما ثانيا على الثكنة.",
        "فجر انتحاري نفسه عند بوابة فندق في مقديشو، ثم اقتحم مسلحون المبنى.",
        "قتل سبعة أشخاص في تفجير في بيدوا. وارتفعت حصيلة القتلى في الحرب إلى مئة.",
        "قصفت القوات الروسية خاركيف. وقصفت القوات الأوكرانية القوات الروسية.",
        "استشهد ثلاثة شبان خلال اقتحام نابلس.",
        "قتل مدنيون في قصف على حلب. واندلعت مواجهات قرب المطار.",
        "قتل جنديان في انفجار سيارة مفخخة في ديار بكر. وجاء الهجوم بعد الغارات التركية على جبال قنديل.",
    ],
)
def test_another_attack_another_side_and_a_deed_without_its_harm_are_events_of_their_own(code: Any, text: str) -> None:
    assert len(_violent(code, text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "مقتل 13 شخصا في مواجهات بين الجيش وقبيلة في كردفان\n\nقال مسؤول إن جنديين قتلا بينما قتل 11 من أبناء القبيلة.",
        "هاجم مسلحون قرية في دارفور. وقال عمدة القرية إن الاشتباكات استمرت ساعتين.",
        "عشرات القتلى في قصف على حلب\n\nقتل 67 شخصا في قصف على حلب أمس.",
    ],
)
def test_parts_of_a_toll_the_fighting_and_what_dozens_were_are_one_event(code: Any, text: str) -> None:
    assert len(_violent(code, text)) == 1


def test_a_sum_that_is_not_the_toll_is_of_others(code: Any) -> None:
    assert (
        len(_violent(code, "مقتل 40 شخصا في مواجهات في كردفان\n\nوقتل جنديان بينما قتل 11 من أبناء قبيلة في دارفور."))
        > 1
    )


def test_the_army_and_the_rebels_of_one_country_did_not_do_the_same(code: Any) -> None:
    text = "قصف الجيش السوري أحياء في حماة. وقصفت هيئة تحرير الشام أحياء في حماة."
    assert len(_violent(code, text)) == 2


def test_a_noun_that_points_back_is_of_the_event_told_last(code: Any) -> None:
    text = (
        "قتل ستة جنود في هجوم على ثكنة في كركوك. وقتل مدنيان في هجوم على سوق في الموصل. وقال شاهد إن الهجوم وقع ظهرا."
    )
    assert [len(group) for group in _violent(code, text)] == [2, 3]


@pytest.mark.parametrize("opening", ["وفي الموصل", "من جهة أخرى"])
def test_a_sentence_that_turns_to_something_else_tells_another_event(code: Any, opening: str) -> None:
    text = f"قتل ستة مدنيين في انفجار عبوة في بغداد. {opening}، انفجرت عبوة قرب مدرسة."
    assert len(_violent(code, text)) == 2


def test_a_truce_is_not_the_one_that_an_earlier_report_told_of(code: Any) -> None:
    text = "اتفقت أرمينيا وأذربيجان على وقف إطلاق النار. وكانت هدنة سابقة انهارت عام 2020."
    truces = [event for event in code(text).events if event.plover == "RETREAT"]
    assert [event.same_as for event in truces] == [None, None]


def test_an_event_that_is_like_two_does_not_join_them(code: Any) -> None:
    text = "قتل تسعة في غارة على بنش. وقتل خمسة في غارة على أريحا. وقال ناشطون إن الغارة أصابت سوقا."
    strikes = _violent(code, text)
    assert [strike[:2] for strike in strikes] == [["قتل", "غارة"], ["قتل", "غارة"]]


def test_a_village_that_no_table_knows_may_lie_in_the_region_of_the_title(code: Any) -> None:
    coded = code(
        "مسلحون يقتلون 11 مزارعا في شمال شرق نيجيريا\n\n"
        "أعلن حاكم الولاية مقتل 11 مزارعا على الأقل في هجوم شنه مسلحون على قرية كوندوبيل."
    )
    told = [event for event in coded.events if event.plover == "ASSAULT"]
    assert len({event.same_as or event.id for event in told}) == 1


def test_the_attack_named_again_in_its_sentence_is_that_one(code: Any) -> None:
    text = "دارت معارك في كسلا بين قبيلتين.\nقال شاهد إن انتحاريا فجر نفسه في أسمرة ولم تتبن أي جهة الهجوم."
    found = {event.trigger.cut(text): event for event in code(text).events}
    assert found["الهجوم"].same_as == found["فجر"].id


def test_a_truce_that_is_asked_for_is_the_one_that_is_agreed(code: Any) -> None:
    text = "دعا الاتحاد الأفريقي إلى هدنة في تيغراي. ووافقت الحكومة الإثيوبية على الهدنة."
    assert len({event.first_telling for event in code(text).events if event.plover == "RETREAT"}) == 1


def test_fire_that_is_exchanged_is_told_once(code: Any) -> None:
    text = "تبادلت القوات الهندية والباكستانية إطلاق النار على الحدود."
    assert [event.trigger.cut(text) for event in code(text).events] == ["تبادلت"]
