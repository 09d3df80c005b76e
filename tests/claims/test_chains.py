"""Chains: from the outlet nearest the reader to the one whose word it is."""

from __future__ import annotations

from typing import Any

import pytest


def failing(reason: str, *values: object) -> Any:
    """A case that fails today and must go on failing until it is promoted."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))


# text, content, entities and kinds from the outermost link inwards
CHAINS = [
    (
        "نقلت رويترز عن ثلاثة دبلوماسيين أن المفاوضات توقفت.",
        "المفاوضات توقفت",
        ("Reuters", "ثلاثة دبلوماسيين"),
        ("agency", "unnamed"),
    ),
    (
        "قال مسؤول أمني عراقي لوكالة رويترز إن القافلة وصلت إلى الموصل.",
        "القافلة وصلت إلى الموصل",
        ("Reuters", "Iraqi official"),
        ("agency", "unnamed"),
    ),
    (
        "جاء في بيان لوزارة الداخلية الباكستانية أن المهاجمين قتلوا.",
        "المهاجمين قتلوا",
        ("statement", "Pakistani Ministry of the Interior"),
        ("document", "ministry"),
    ),
    (
        "نقلت رويترز عن بيان لوزارة الدفاع السعودية أن صاروخا سقط فوق نجران.",
        "صاروخا سقط فوق نجران",
        ("Reuters", "statement", "Saudi Ministry of Defence"),
        ("agency", "document", "ministry"),
    ),
    (
        "نقلت وكالة الأناضول عن قناة العربية أن الوفد وصل.",
        "الوفد وصل",
        ("Anadolu Agency", "Al Arabiya"),
        ("agency", "outlet"),
    ),
    (
        "نقل التلفزيون الحكومي عن شهود عيان أن دوي انفجارات سمع في الحي الشرقي.",
        "دوي انفجارات سمع في الحي الشرقي",
        ("television", "eyewitnesses"),
        ("outlet", "unnamed"),
    ),
    failing(
        "of two relays only the first is a link",
        "نقلت رويترز عن وكالة إنترفاكس عن مسؤول روسي قوله إن الجسر مغلق.",
        "الجسر مغلق",
        ("Reuters", "Interfax", "Russian official"),
        ("agency", "agency", "unnamed"),
    ),
    (
        "قالت وكالة تاس إن وزارة الدفاع الروسية أعلنت أن الميناء مغلق.",
        "الميناء مغلق",
        ("TASS", "Russian Ministry of Defence"),
        ("agency", "ministry"),
    ),
    (
        "ذكر تلفزيون الميادين نقلا عن مصدر ميداني أن القافلة عبرت الجسر.",
        "القافلة عبرت الجسر",
        ("Al Mayadeen", "source"),
        ("outlet", "unnamed"),
    ),
    (
        "أكد مدير المستشفى لراديو دمشق أن الدواء نفد.",
        "الدواء نفد",
        ("Syria radio", "مدير المستشفى"),
        ("outlet", "person"),
    ),
    (
        "أضاف وزير الخارجية العراقي في مقابلة مع الجزيرة أن الوفد عاد.",
        "الوفد عاد",
        ("Al Jazeera", "Iraqi Foreign Minister"),
        ("outlet", "person"),
    ),
    (
        "وفي حديث لوكالة رويترز، قال وزير الخارجية العراقي إن الوفد عاد.",
        "الوفد عاد",
        ("Reuters", "Iraqi Foreign Minister"),
        ("agency", "person"),
    ),
    (
        "قال وزير الخارجية العراقي بعد زيارة للجزيرة إن الوفد عاد.",
        "الوفد عاد",
        ("Iraqi Foreign Minister",),
        ("person",),
    ),
    (
        "قصف الطيران البلدة ليلا، في بيان للجيش السوداني نشر أمس. وزعم البيان أن المدينة آمنة.",
        "المدينة آمنة",
        ("statement", "Sudanese army"),
        ("document", "military"),
    ),
    (
        "قال وزير الخارجية العراقي إن الجسر مفتوح، ووفقا لشهود عيان فإن العبور توقف.",
        "العبور توقف",
        ("eyewitnesses",),
        ("unnamed",),
    ),
    (
        "قال وزير الخارجية العراقي إن الجسر مفتوح، ووفقا لشهود عيان فإن العبور توقف.",
        "الجسر مفتوح",
        ("Iraqi Foreign Minister",),
        ("person",),
    ),
    (
        "وردا على سؤال لوكالة رويترز، قال وزير الخارجية العراقي إن الوفد عاد.",
        "الوفد عاد",
        ("Reuters", "Iraqi Foreign Minister"),
        ("agency", "person"),
    ),
    (
        "وبعد زيارة لصحيفة الحياة، قال وزير الخارجية العراقي إن الوفد عاد.",
        "الوفد عاد",
        ("Iraqi Foreign Minister",),
        ("person",),
    ),
]


@pytest.mark.parametrize(("text", "content", "entities", "kinds"), CHAINS)
def test_a_chain_runs_from_the_reader_to_the_speaker(
    told: Any, text: str, content: str, entities: tuple[str, ...], kinds: tuple[str, ...]
) -> None:
    assert (content, entities, kinds) in [(claim.content, claim.entities, claim.kinds) for claim in told(text)]


ATTRIBUTED = [
    ("عادت الكهرباء إلى نصف الأحياء، وفقا لوزارة الطاقة السورية.", "عادت الكهرباء إلى نصف الأحياء"),
    ("وفقا لوزارة الطاقة السورية، عادت الكهرباء إلى نصف الأحياء.", "عادت الكهرباء إلى نصف الأحياء"),
    (
        "عادت الكهرباء، وفقا لوزارة الطاقة السورية، إلى نصف الأحياء.",
        "عادت الكهرباء، وفقا لوزارة الطاقة السورية، إلى نصف الأحياء",
    ),
]


@pytest.mark.parametrize(("text", "content"), ATTRIBUTED)
def test_an_attribution_after_before_and_inside_what_it_stands_for(told: Any, text: str, content: str) -> None:
    assert (content, ("وزارة الطاقة السورية",)) in [(claim.content, claim.sources) for claim in told(text)]


def test_an_attribution_goes_outside_the_speaker_of_a_claim(told: Any) -> None:
    (claim,) = told("أكدت الشرطة الكينية أن الرهائن بخير، حسبما ذكرت وكالة رويترز.")
    assert (claim.content, claim.entities) == ("الرهائن بخير", ("Reuters", "Kenyan police"))


def test_the_agency_of_a_byline_is_no_link(reader: Any) -> None:
    paragraphs = (
        "مقتل جنديين في هجوم على قاعدة شمالية",
        "نيروبي - رويترز",
        "قالت الشرطة الكينية إن جنديين قتلا في هجوم على قاعدة عسكرية قرب الحدود الشمالية فجر الثلاثاء، وإن الجيش رد.",
    )
    record = reader.read_text("\n\n".join(paragraphs), published="2024-05-15")
    assert record.claims
    assert all(link.entity != "Reuters" for claim in record.claims for link in claim.chain)


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("ذكرت صحيفة الوطن أن الجسر نسف، نقلا عن مهندس في البلدية.", ("صحيفة الوطن", "مهندس في البلدية")),
        ("ذكرت صحيفة الوطن أن الجسر نسف، بحسب مهندس في البلدية.", ("صحيفة الوطن", "مهندس في البلدية")),
        ("قال وزير النقل الكيني إن الجسر نسف، نقلا عن وكالة رويترز.", ("وكالة رويترز", "وزير النقل الكيني")),
        ("قال وزير النقل الكيني إن الجسر نسف، بحسب وكالة رويترز.", ("وكالة رويترز", "وزير النقل الكيني")),
    ],
)
def test_a_paper_quotes_within_itself_and_a_minister_quotes_an_agency(
    told: Any, text: str, entities: tuple[str, ...]
) -> None:
    (claim,) = told(text)
    assert claim.sources == entities


def test_the_statement_is_that_of_the_last_body_that_spoke(code: Any) -> None:
    claims = code("قالت وزارة الدفاع الكينية إن الطريق آمن. وأضاف البيان أن جسرين أصلحا.").claimed.claims
    assert [link.kind for link in claims[-1].chain] == ["document", "ministry"]


@pytest.mark.parametrize(
    "text",
    [
        "أكدت خمسة أحزاب كينية أن الاقتراع مزور.",
        "قال قادة ميدانيون إن الاقتراع مزور.",
        "وأعلنت مئات العائلات الكينية أن الاقتراع مزور.",
    ],
)
def test_counted_and_several_speakers_agree_with_their_verb(told: Any, text: str) -> None:
    assert [claim.content for claim in told(text)] == ["الاقتراع مزور"]
