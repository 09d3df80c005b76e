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
