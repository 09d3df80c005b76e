"""Where and when: which of the places and times of a sentence are those of an event."""

from __future__ import annotations

from typing import Any

import pytest

PLACES = [
    # states and capitals: places, not parties
    ("السودان: مقتل 13 شخصا في مواجهات قبلية.", "مواجهات", "السودان"),
    ("ندد الوزير بغزو العراق.", "غزو", "العراق"),
    ("أوقع الغزو الأمريكي للعراق آلاف الضحايا.", "الغزو", "لعراق"),
    ("أدان المجلس غزو العراق للكويت.", "غزو", "لكويت"),
    ("حققت الشرطة في هجوم لندن أمس.", "هجوم", "لندن"),
    ("يزور الوزير الروسي دمشق غدا.", "يزور", "دمشق"),
    ("وشهد العراق اشتباكات حادة بين مسلحين.", "اشتباكات", "العراق"),
    ("صد الجيش هجوما شنته أوكرانيا.", "هجوما", None),
    ("اتهمت فرنسا إيران بقصف السفينة.", "قصف", None),
    # the more exact of two places, and the place that something comes from
    ("قصفت الطائرات في سوريا مواقع قرب بلدة سرمدا.", "قصفت", "بلدة سرمدا"),
    ("أطلقت من غزة صواريخ على عسقلان.", "أطلقت", "عسقلان"),
    ("سقط صاروخ على حي الزيتون بمدينة غزة ما أدى إلى مقتل رجلين.", "مقتل", "حي الزيتون"),
    # the head of the sentence
    ("وفي البصرة قالت الشرطة إن مسلحين أطلقوا النار على دورية.", "أطلقوا", "البصرة"),
    # common nouns
    ("أطلق المسلحون النار على المصلين خارج المسجد.", "أطلق", "المسجد"),
    ("وقع هجوم على الطريق السريع.", "هجوم", "الطريق السريع"),
    ("قصف الجيش قافلة كانت في طريقها إلى البلاد.", "قصف", None),
    ("تمركز المسلحون أمام المصنع وقصفوا المدرسة.", "قصفوا", "المدرسة"),
    ("اقتحم الجنود مبنى الإذاعة صباحا.", "اقتحم", "مبنى الإذاعة"),
    ("قتل ثلاثة رجال كانوا يحرسون قافلة.", "قتل", None),
]


@pytest.mark.parametrize(("text", "trigger", "place"), PLACES)
def test_the_place_of_an_event(events: Any, text: str, trigger: str, place: str | None) -> None:
    event = next(event for words, event in events(text).items() if words.startswith(trigger))
    assert (event.place.span.cut(text) if event.place else None) == place


def test_a_state_that_a_trigger_makes_a_place_of_has_its_point(events: Any) -> None:
    place = events("ندد الوزير بغزو العراق.")["غزو"].place
    assert (place.name, place.country, place.precision, place.lat is None) == ("Iraq", "IRQ", 1, False)


TIMES = [
    ("قتل ستة رجال في الغارات خلال أسبوعين.", "قتل", "خلال أسبوعين"),
    ("تواصل القتال في البلدة طوال عدة أيام.", "القتال", "طوال عدة أيام"),
    ("وقع الهجوم مساء الاثنين بعد حصار دام منذ أسابيع.", "الهجوم", "مساء الاثنين"),  # days of its own come first
    ("دمر القصف منازل سكنها الأهالي عشرين عاما.", "القصف", None),
]


@pytest.mark.parametrize(("text", "trigger", "time"), TIMES)
def test_a_stretch_of_time_tells_when(events: Any, text: str, trigger: str, time: str | None) -> None:
    event = next(event for words, event in events(text).items() if words.startswith(trigger))
    assert (event.time.span.cut(text) if event.time else None) == time


OF_SPEECH = [
    # what is said has no place; the place of what is spoken of is not that of speaking
    ("طالب النواب الحكومة بسحب القوات من البصرة.", "طالب", None, None),
    ("اتهم الوزير المتمردين بقصف حي الزيتون في غزة مساء الأحد.", "اتهم", None, None),
    ("دمرت الطائرات جسرا في الموصل أمس، وأدانت تركيا القصف.", "أدانت", None, None),
    ("رفضت إيران الجمعة مقترحا بعقد مؤتمر في جنيف.", "رفضت", None, "الجمعة"),
    ("وفي الموصل، دعا رئيس الوزراء المسلحين إلى إلقاء السلاح.", "دعا", "الموصل", None),
    ("دعا وزير الدفاع في الموصل المسلحين إلى إلقاء السلاح.", "دعا", "الموصل", None),
    ("دعا بان كي مون اليوم روسيا إلى ضبط النفس.", "دعا", None, "اليوم"),  # "so that" in a name opens no clause
]


@pytest.mark.parametrize(("text", "trigger", "place", "time"), OF_SPEECH)
def test_of_speech_only_what_stands_beside_it_tells(
    events: Any, text: str, trigger: str, place: str | None, time: str | None
) -> None:
    event = next(event for words, event in events(text).items() if words.startswith(trigger))
    assert (event.place.span.cut(text) if event.place else None) == place
    assert (event.time.span.cut(text) if event.time else None) == time


REACH = [
    # nearer to another event
    ("أفرجت السلطات عن صحفي كان مسلحون قد خطفوه في الموصل الأحد.", "أفرجت", None, None),
    ("وقع البلدان اتفاقا يقضي بسحب المدفعية بعد هجوم شنه مسلحون على كركوك الجمعة.", "اتفاقا", None, None),
    ("شن مسلحون هجوما على كركوك الجمعة واعتقلت الشرطة اثنين.", "اعتقلت", None, None),
    # a deed of force has what the clause after it tells
    ("قتل أربعة رجال عندما انفجرت قنبلة في كركوك الجمعة.", "قتل", "كركوك", "الجمعة"),
    ("قتل أربعة رجال بينما شن مسلحون هجوما على الموصل الجمعة.", "قتل", "الموصل", None),
    # a time with which a sentence opens is that of all of it
    ("ومساء الجمعة شن مسلحون هجوما على كركوك أسفر عن مقتل شرطي.", "مقتل", "كركوك", "مساء الجمعة"),
    # a verb that goes on with the same subject has the time of the verb before it
    ("اقتحم الجنود فجر الجمعة قرية قرب كركوك واعتقلوا ستة رجال.", "اعتقلوا", None, "فجر الجمعة"),
    ("هاجم مسلحون الجمعة موقعا قرب كركوك واعتقلت الشرطة اثنين.", "اعتقلت", None, None),
    ("وقع البلدان اتفاقا أبرماه في كركوك الجمعة.", "اتفاقا", "كركوك", "الجمعة"),
    # in what course something was done, and what describes a thing, is no other event
    ("اعتقلت الشرطة ستة رجال في حملة دهم وتفتيش في كركوك فجر الجمعة.", "اعتقلت", "كركوك", "فجر الجمعة"),
    ("احتجزت القوات الإيرانية سفينة ترفع العلم الفرنسي في مضيق هرمز الجمعة.", "احتجزت", "مضيق هرمز", "الجمعة"),
    ("وكانت هدنة إنسانية قد دخلت حيز التنفيذ مساء الجمعة.", "هدنة", None, "مساء الجمعة"),
    ("أفرجت السلطات فجر اليوم عن صحفي بعد عامين من اعتقاله.", "اعتقال", None, None),
    # where, apposition, and what one visits
    ("وقال الناطق إن القوات انتشرت في كركوك حيث تدور اشتباكات.", "اشتباكات", "كركوك", None),
    ("وقع تفجير في العاصمة العراقية، بغداد، أمس.", "تفجير", "بغداد", "أمس"),
    ("سار الجنود إلى العراق حيث انفجرت قنبلة في كركوك.", "انفجرت", "كركوك", None),
    ("قصف الجيش مواقع إلى الغرب من حلب.", "قصف", "حلب", None),
    ("يزور الوزير الروسي دمشق غدا لبحث الأزمة السورية.", "يزور", "دمشق", "غدا"),
]


@pytest.mark.parametrize(("text", "trigger", "place", "time"), REACH)
def test_the_reach_of_a_trigger(events: Any, text: str, trigger: str, place: str | None, time: str | None) -> None:
    event = next(event for words, event in events(text).items() if words.startswith(trigger))
    assert (event.place.span.cut(text) if event.place else None) == place
    assert (event.time.span.cut(text) if event.time else None) == time
