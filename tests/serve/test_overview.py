"""Where and when a report's events were, as a reader without JavaScript gets it."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html

from riwaya.model import Party, Record
from riwaya.serve import create_app
from riwaya.serve.interface import interfaces
from riwaya.store import Store

LANGUAGES = sorted(interfaces())


def overview(client: TestClient, record: Record, query: str = "lang=en") -> html.HtmlElement:
    page = html.fromstring(client.get(f"/reports/{record.id}?{query}").text)
    (section,) = page.xpath("//section[contains(@class, 'overview')]")
    return section


def said(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture
def keep(store_path: Path, record: Record, client: TestClient) -> object:
    """What puts the sample with other events into the store that the client reads."""

    def put(*events: object, published: str | None = "2022-09-14") -> None:
        with Store.open(store_path, fold=str.casefold) as store:
            changed = record.model_copy(update={"events": events, "published": published})
            store.put(changed, analyser="test-2")

    return put


def test_a_point_of_the_map_leads_to_its_line_in_the_list(client: TestClient, record: Record) -> None:
    section = overview(client, record)
    (spot,) = section.xpath(".//*[@role='group']//a[contains(@class, 'spot')]")
    assert spot.get("aria-label") == "Sotk: events: 1"
    (where,) = section.xpath(f".//*[@id='{spot.get('href')[1:]}']")
    assert said(where) == "Sotk"
    assert {"on-e1", "e1", "on-e2", "e2"} <= set(spot.get("class").split()) & set(where.get("class").split())
    links = where.getparent().xpath(".//a")
    assert [(said(link), link.get("href")) for link in links] == [("قصف", "#evt_00000000000000e1")]


def test_what_has_no_place_or_no_point_or_no_date_is_said(client: TestClient, record: Record) -> None:
    figures = overview(client, record).xpath(".//figcaption")
    assert "events without a place: 3" in said(figures[0])
    assert "Nagorno-Karabakh (not on the map)" in said(figures[0])
    assert "Without a place: استهداف · المعارك · وقف إطلاق النار" in said(figures[0])
    assert said(figures[1]).startswith("events without a date: 3 استهداف · المعارك · وقف إطلاق النار")


def test_the_times_are_written_out_news_and_background_apart(client: TestClient, record: Record) -> None:
    section = overview(client, record)
    times = {
        said(heading): [said(when) for when in heading.xpath("following-sibling::ol[1]//*[@class='when']")]
        for heading in section.xpath(".//h3")
    }
    assert times == {
        "News": ["13 September 2022, 00:00 – 06:00"],
        "Background": ["September 2020 – November 2020"],
    }
    hrefs = section.xpath(".//li[contains(@class, 'moment')]//p/a/@href")
    assert hrefs == ["#evt_00000000000000e1", "#evt_00000000000000e6"]


def test_the_line_runs_as_the_readers_writing_does(client: TestClient, record: Record) -> None:
    places = {}
    for language in LANGUAGES:
        bars = overview(client, record, f"lang={language}").xpath(".//li//*[name()='rect']")
        places[language] = [(float(bar.get("x")[:-1]), float(bar.get("width")[:-1])) for bar in bars]
    for (x, width), (mirrored, _) in zip(places["en"], places["ar"], strict=True):
        assert mirrored == pytest.approx(100 - x - width, abs=0.02)
    (news, _), (past, _) = places["en"]
    assert past < news


@pytest.mark.parametrize("language", LANGUAGES)
def test_countries_are_named_in_the_readers_language(client: TestClient, record: Record, language: str) -> None:
    names = overview(client, record, f"lang={language}").xpath(".//*[@class='country']/text()")
    assert {"ar": "أذربيجان", "en": "Azerbaijan"}[language] in names


def test_a_choice_leaves_points_and_moments_out(client: TestClient, record: Record) -> None:
    section = overview(client, record, "lang=en&status=denied")
    assert section.xpath(".//a[contains(@class, 'spot')] | .//li[contains(@class, 'moment')]") == []
    assert "No event shown has a known place" in said(section)
    assert "No event shown has a known date" in said(section)


def test_a_report_without_events_has_no_overview(client: TestClient, record: Record, keep: object) -> None:
    keep()  # type: ignore[operator]
    page = client.get(f"/reports/{record.id}").text
    assert "overview" not in page


def test_a_report_without_places_and_dates_says_so(client: TestClient, record: Record, keep: object) -> None:
    keep(record.events[2])  # type: ignore[operator]
    section = overview(client, record)
    assert not section.xpath(".//*[name()='svg']")
    assert "known place" in said(section)
    assert "known date" in said(section)


def test_without_a_day_of_publication_no_line_stands_for_it(client: TestClient, record: Record, keep: object) -> None:
    keep(record.events[1], published=None)  # type: ignore[operator]
    section = overview(client, record)
    assert not section.xpath(".//*[@class='now']")
    assert "nearer to the last date" in said(section)


def test_the_way_past_the_overview_leads_to_the_text(client: TestClient, record: Record) -> None:
    page = html.fromstring(client.get(f"/reports/{record.id}").text)
    assert page.xpath("//a[@class='skip']/@href") == ["#text"]
    assert page.xpath("//*[@id='text']/following-sibling::section[1]/@class") == ["row dateline"]


def test_an_event_is_told_on_the_word_of_its_whole_chain(client: TestClient, record: Record) -> None:
    page = html.fromstring(client.get(f"/reports/{record.id}?lang=en").text)
    (card,) = page.xpath("//article[@id='evt_00000000000000e2']")
    told = [said(line) for line in card.xpath("p[@class='told']")]
    assert told == [
        "On the word of 3 Ministry of Defence of Armenia by way of statement, Reuters",
        "Told before: قصف",
    ]
    (first,) = page.xpath("//article[@id='evt_00000000000000e1']")
    again = first.xpath("p[@class='told'][2]")[0]
    assert said(again) == "Told again: قصفت 3"
    assert again.xpath("a/@href") == ["#evt_00000000000000e2"]


@pytest.mark.parametrize(("language", "told"), [("en", "Armenia: civilians"), ("ar", "أرمينيا: مدنيون")])
def test_a_party_that_no_words_name_is_told_by_its_code(
    store_path: Path, record: Record, language: str, told: str
) -> None:
    hurt = (Party(code="ARM CVL", name="civilian"),)
    events = tuple(e.model_copy(update={"targets": hurt, "harm_who": None}) for e in record.events)
    with Store.open(store_path, fold=str.casefold) as store:
        store.put(record.model_copy(update={"events": events}), analyser="test")
    with TestClient(create_app(store_path, fold=str.casefold)) as client:
        page = html.fromstring(client.get(f"/reports/{record.id}?lang={language}").text)
    assert said(page.xpath("//article[@id='evt_00000000000000e2']//span[@class='party'][last()]")[0]) == told


@pytest.mark.parametrize(
    ("language", "harm"),
    [("en", "Harm: killed: at least 49 (Armenia: military)"), ("ar", "الضرر: قتلى: 49 على الأقل (أرمينيا: عسكريون)")],
)
def test_who_was_harmed_is_told_in_words(client: TestClient, record: Record, language: str, harm: str) -> None:
    page = html.fromstring(client.get(f"/reports/{record.id}?lang={language}").text)
    assert said(page.xpath("//article[@id='evt_00000000000000e2']/p[@class='harm']")[0]) == harm
