"""Places: names of the gazetteer, borders, territory, and ordinary words of the same letters."""

from __future__ import annotations

from typing import Any

import pytest

PLACES = [
    ("وقع الهجوم قرب بغداد.", "بغداد", "Baghdad", 4),
    ("قصفت الطائرات مدينة حلب.", "مدينة حلب", "Aleppo", 4),
    ("دخل الجنود تمبكتو.", "تمبكتو", "Timbuktu", 4),
    ("استهدف القصف خاركيف.", "خاركيف", "Kharkiv", 4),
    ("وقع الانفجار في أم درمان.", "أم درمان", "Omdurman", 4),
    ("احترقت غابات في إقليم ناغورنو قرة باغ.", "إقليم ناغورنو قرة باغ", "Nagorno-Karabakh", 2),
    ("وقع الحريق في النيجر.", "النيجر", "Niger", 1),
    ("دخلت الشاحنات الأراضي السورية.", "الأراضي السورية", "Syria", 1),
    ("حلقت المسيرة فوق الأجواء الإيرانية.", "الأجواء الإيرانية", "Iran", 1),
    ("عبرت السفينة المياه الإقليمية اليونانية.", "المياه الإقليمية اليونانية", "Greece", 1),
    ("وصل اللاجئون إلى بلدة أدري.", "بلدة أدري", "Adre", 4),
    ("أقيم المخيم على الحدود مع تشاد.", "الحدود مع تشاد", "border of Chad", 2),
    ("أقيم المخيم على الحدود بين تركيا وسوريا.", "الحدود بين تركيا وسوريا", "Syria-Turkey border", 2),
    ("أقيم المخيم على حدود السودان.", "حدود السودان", "border of Sudan", 2),
    ("نصبت الخيام على الحدود السورية التركية.", "الحدود السورية التركية", "Syria-Turkey border", 2),
]


@pytest.mark.parametrize(("text", "words", "name", "precision"), PLACES)
def test_a_place_has_its_name_and_precision(mentions: Any, text: str, words: str, name: str, precision: int) -> None:
    found = mentions("place", text)
    assert {place: (value["name"], value["precision"]) for place, value in found.items()} == {words: (name, precision)}


def test_a_town_has_a_point_and_a_country(mentions: Any) -> None:
    place = mentions("place", "وقع الانفجار في أم درمان.")["أم درمان"]
    assert place["country"] == "SDN"
    assert (round(place["lat"]), round(place["lon"])) == (16, 32)


def test_a_border_has_no_point(mentions: Any) -> None:
    place = mentions("place", "أقيم المخيم على الحدود مع تشاد.")["الحدود مع تشاد"]
    assert (place["lat"], place["lon"], place["country"]) == (None, None, None)


def test_one_name_in_two_states_is_told_by_words_beside_it(mentions: Any) -> None:
    assert mentions("place", "وقع الحريق في النيجر.")["النيجر"]["country"] == "NER"
    assert mentions("place", "وقع الهجوم في نيجيريا.")["نيجيريا"]["country"] == "NGA"


@pytest.mark.parametrize(
    "text",
    [
        "أغلق الحارس الباب ثم نام.",
        "فتح العامل الزاوية اليمنى.",
        "أكل الأطفال الرطب والعنب.",
        "حققت الشركة أرباحا كبيرة في الربع الأول.",
        "زار الفريق السفينة في الحوض.",
        "لا حدود للكرم بينهما.",
        "استصلحت الشركة أراضي زراعية.",
        "انهار جدار وسط المدينة.",
        "سلم الموظف الأمانة إلى صاحبها.",
        "جلست العائلة في الحديقة.",
    ],
)
def test_ordinary_words_are_no_places(mentions: Any, text: str) -> None:
    assert mentions("place", text) == {}


def test_an_ordinary_word_after_its_kind_is_a_place(mentions: Any) -> None:
    assert list(mentions("place", "وقع الهجوم في مدينة الباب.")) == ["مدينة الباب"]


DERIVED = [
    ("دخل الجيش بلدة بلدروز العراقية.", "بلدة بلدروز", "IRQ"),
    ("انفجرت سيارة في الزقازيق بمصر.", "الزقازيق", "EGY"),
    ("قتل شخصان في مدينة منزل بورقيبة التونسية.", "مدينة منزل بورقيبة", "TUN"),
]


@pytest.mark.parametrize(("text", "words", "country"), DERIVED)
def test_a_derived_place_has_its_country_and_point(mentions: Any, text: str, words: str, country: str) -> None:
    place = mentions("place", text)[words]
    assert place["country"] == country
    assert place["lat"] is not None


def test_a_place_of_geonames_has_its_id(mentions: Any) -> None:
    place = mentions("place", "دخل الجيش بلدة خان شيخون.")["بلدة خان شيخون"]
    assert isinstance(place["geonames"], int)


NAMED_BY_KIND = [
    ("عاد النازحون إلى المدن السورية بعد الهدنة.", "المدن السورية", "Syria"),
    ("شمل القصف بلدات سرمين وبنش في شمال سوريا.", "بنش", "Binnish"),
    ("انسحبت الفصائل من كفر القندول ليلا.", "كفر القندول", "كفر القندول"),
    ("شنت الطائرات غارة على قرية خربة الزيتون.", "قرية خربة الزيتون", "خربة الزيتون"),
]


@pytest.mark.parametrize(("text", "words", "name"), NAMED_BY_KIND)
def test_a_kind_a_list_or_a_first_word_makes_a_name_a_place(mentions: Any, text: str, words: str, name: str) -> None:
    assert mentions("place", text)[words]["name"] == name


OFFSETS = [
    ("وقع الهجوم على بعد 80 كلم شمال شرقي بغداد.", "80 km north-east of Baghdad", (33.82, 44.97)),
    ("وقع الانفجار على بعد 50 كيلومترا جنوب حلب.", "50 km south of Aleppo", (35.75, 37.16)),
    ("دمر القصف منازل في ريف حماة الشمالي.", "north countryside of Hama", (35.36, 36.76)),
]


@pytest.mark.parametrize(("text", "name", "point"), OFFSETS)
def test_distance_and_direction_give_a_point_and_how_far_off_it_may_be(
    mentions: Any, text: str, name: str, point: tuple[float, float]
) -> None:
    (place,) = mentions("place", text).values()
    assert place["name"] == name
    assert (place["lat"], place["lon"]) == pytest.approx(point, abs=0.05)
    assert place["radius_km"] > 0


def test_a_distance_after_a_name_tells_where_it_lies(mentions: Any) -> None:
    found = mentions("place", "وقع الهجوم في بلدة سرحاب (30 كلم شمال حلب).")
    assert list(found) == ["بلدة سرحاب", "30 كلم شمال حلب"]
    assert found["بلدة سرحاب"]["lat"] == pytest.approx(36.47, abs=0.03)
    assert found["بلدة سرحاب"]["country"] == "SYR"


def test_a_side_after_a_name_is_no_place_of_its_own(mentions: Any) -> None:
    found = mentions("place", "دارت معارك في سرت شرق طرابلس.")
    assert [(words, place["name"]) for words, place in found.items()] == [("سرت", "Sirte")]


def test_one_name_in_two_countries_is_settled_by_the_country_that_is_named(mentions: Any) -> None:
    lebanon = mentions("place", "انتشر الجيش اللبناني في مدينة طرابلس.")["مدينة طرابلس"]
    libya = mentions("place", "انتشرت القوات الليبية في مدينة طرابلس.")["مدينة طرابلس"]
    assert (lebanon["country"], libya["country"]) == ("LBN", "LBY")


def test_one_name_in_two_countries_stays_open_and_says_so(code: Any) -> None:
    found = code("قتل شخص في بلدة الطيبة.", None).claimed.found
    place = next(m for m in found.mentions if m.kind == "place")
    assert place.value["lat"] is None
    assert [issue.code for issue in found.issues] == ["place.unresolved"]


def test_a_quarter_of_another_country_is_a_name_alone(mentions: Any) -> None:
    found = mentions("place", "سقطت قذائف على حي الزهراء في غزة.")
    assert found["حي الزهراء"]["lat"] is None
    assert found["غزة"]["country"] == "PSE"


def test_the_kind_before_a_name_tells_how_precise_it_is(mentions: Any) -> None:
    assert mentions("place", "وقع الهجوم في قضاء بلدروز العراقي.")["قضاء بلدروز"]["precision"] == 3
    assert mentions("place", "وقع الهجوم في محافظة صعدة.")["محافظة صعدة"]["precision"] == 2


def test_the_town_stands_for_the_last_one_named(mentions: Any) -> None:
    found = mentions("place", "دخل الجيش تمبكتو، ثم عاد الهدوء إلى المدينة.")
    assert found["المدينة"]["name"] == "Timbuktu"


def test_a_clitic_is_parted_from_a_name_and_not_from_within(mentions: Any) -> None:
    assert list(mentions("place", "اندلعت معارك ببعقوبة وبانياس.")) == ["بعقوبة", "بانياس"]


@pytest.mark.parametrize(
    "text",
    [
        "أعرب الوزير عن أسفه لأول مرة.",
        "تبنى المجلس القرار بالإجماع.",
        "وصل رئيس الدولة إلى المؤتمر.",
        "حدد المحققون هويته بعد أيام.",
        "وقعت سلسلة انفجارات ليلا.",
        "بحث الاجتماع تقسيم الميزانية وشحن البضائع.",
        "انتقد التقرير جودة الطعام وحدة اللهجة.",
        "أقلعت الطائرات من قاعدة عسكرية مجاورة.",
        "لم يكشف عن هوية منفذ الهجوم.",
        "نقلت وسائل إعلام محلية موثوقة الخبر.",
    ],
)
def test_ordinary_words_that_places_are_named_by_are_no_places(mentions: Any, text: str) -> None:
    assert mentions("place", text) == {}
