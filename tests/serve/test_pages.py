"""The pages, as a reader without JavaScript gets them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html

from riwaya.errors import StoreError
from riwaya.model import Record
from riwaya.serve import create_app
from riwaya.store import Store


def tree(client: TestClient, address: str, status: int = 200) -> html.HtmlElement:
    answer = client.get(address)
    assert answer.status_code == status, answer.text[-400:]
    return html.fromstring(answer.text)


def said(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@dataclass(frozen=True)
class Step:
    name: str
    words: str
    why: str


@dataclass(frozen=True)
class Explanation:
    rule: str
    about: str
    steps: tuple[Step, ...]


def test_an_empty_store_says_how_to_read_a_first_report(store_path: Path) -> None:
    with TestClient(create_app(store_path, fold=str)) as client:
        page = tree(client, "/?lang=en")
    assert "No reports in the store yet" in said(page)
    assert page.xpath("//pre/code")[0].text.startswith("riwaya ")
    assert not page.xpath("//form")


def test_a_store_that_is_missing_is_refused_before_serving(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as refused:
        create_app(tmp_path / "none.db", fold=str)
    assert refused.value.code == "store.missing"


def test_the_list_shows_title_outlet_day_and_counts(client: TestClient, record: Record) -> None:
    page = tree(client, "/?lang=en")
    assert [said(link) for link in page.xpath("//ol[@class='reports']//h2/a")] == [record.title]
    assert said(page.xpath("//p[@class='where-from']")[0]) == f"{record.outlet} · 14 September 2022"
    counts = [said(count) for count in page.xpath("//dl[@class='counts']/div")]
    assert [int(re.sub(r"\D", "", count)) for count in counts] == [11, 6, 3]


def test_a_search_finds_and_a_fruitless_one_says_what_to_do(client: TestClient) -> None:
    assert tree(client, "/?q=سوتك").xpath("//ol[@class='reports']/li")
    page = tree(client, "/?lang=en&q=لندن")
    assert not page.xpath("//ol[@class='reports']")
    assert "No report matches" in said(page)
    assert page.xpath("//input[@name='q']/@value") == ["لندن"]


def test_the_list_is_kept_to_an_outlet(client: TestClient, record: Record) -> None:
    page = tree(client, f"/?outlet={record.outlet}")
    assert page.xpath("//select/option[@selected]/@value") == [record.outlet]
    assert page.xpath("//ol[@class='reports']/li")
    assert not tree(client, "/?outlet=none").xpath("//ol[@class='reports']")


def test_a_long_list_has_pages_that_keep_the_search(client: TestClient, store_path: Path, record: Record) -> None:
    with Store.open(store_path, fold=str.casefold) as store:
        more = [record.report.model_copy(update={"id": f"rep_{n:016x}"}) for n in range(60)]
        store.put_all((Record(**report.model_dump()) for report in more), analyser="test")
    first = tree(client, "/?q=سوتك&lang=en")
    assert len(first.xpath("//ol[@class='reports']/li")) == 30
    (link,) = first.xpath("//nav[@class='paging']/a[@rel='next']/@href")
    second = tree(client, "/" + link)
    assert "Page 2 of 3" in said(second)
    assert second.xpath("//input[@name='q']/@value") == ["سوتك"]
    ids = [set(page.xpath("//ol[@class='reports']//a/@href")) for page in (first, second)]
    assert not ids[0] & ids[1]
    assert "Page 3 of 3" in said(tree(client, "/?page=999"))


def test_the_report_shows_its_text_letter_for_letter(client: TestClient, record: Record) -> None:
    page = tree(client, f"/reports/{record.id}")
    for pin in page.xpath("//a[contains(@class, 'pin')]"):
        pin.drop_tree()
    blocks = page.xpath("//section/div[contains(@class, 'prose')]/*")
    assert [element.text_content() for element in blocks] == [block.span.cut(record.text) for block in record.blocks]


def test_a_link_to_every_part_of_the_page_leads_somewhere(client: TestClient, record: Record) -> None:
    page = tree(client, f"/reports/{record.id}")
    names = page.xpath("//@id")
    assert len(names) == len(set(names))
    targets = {href[1:] for href in page.xpath("//@href") if href.startswith("#")}
    assert targets <= set(names)
    assert {claim.id for claim in record.claims} | {event.id for event in record.events} <= targets


def test_the_chain_is_shown_link_by_link(client: TestClient, record: Record) -> None:
    page = tree(client, f"/reports/{record.id}?lang=en")
    (card,) = page.xpath("//article[@id='clm_00000000000000a9']")
    chain = [said(node.xpath(".//bdi")[0]) for node in card.xpath(".//ol/li")]
    assert chain == ["Reuters", "Western diplomatic source", "Nikol Pashinyan", "Government of Russia"]
    assert "demands" in said(card)
    arabic = tree(client, f"/reports/{record.id}?lang=ar")
    (card,) = arabic.xpath("//article[@id='clm_00000000000000a3']")
    chain = [said(node.xpath(".//bdi")[0]) for node in card.xpath(".//ol/li")]
    assert chain == ["رويترز", "بيان", "وزارة الدفاع الأرمينية"]


def test_an_event_shows_who_whom_where_when_harm_and_whose_word(client: TestClient, record: Record) -> None:
    page = tree(client, f"/reports/{record.id}?lang=en")
    (card,) = page.xpath("//article[@id='evt_00000000000000e2']")
    for words in (
        "Assault",
        "Armed Forces of Azerbaijan",
        "Armed Forces of Armenia",
        "Sotk",
        "13 September 2022, 00:00 – 06:00",
        "killed: at least 49",
        "AZE MIL",
        "ar.events.shelled",
        "artillery · drone",
    ):
        assert words in said(card)
    assert "#clm_00000000000000a3" in card.xpath(".//a/@href")


def test_words_for_both_sides_give_way_to_their_names(client: TestClient, store_path: Path, record: Record) -> None:
    war = record.events[-1]
    sides = tuple(party.model_copy(update={"span": war.actors[0].span}) for party in war.actors)
    both = war.model_copy(update={"actors": sides})
    with Store.open(store_path, fold=str.casefold) as store:
        store.put(record.model_copy(update={"events": (*record.events[:-1], both)}), analyser="test-2")
    page = tree(client, f"/reports/{record.id}?lang=ar")
    (deed,) = page.xpath(f"//article[@id='{war.id}']/p[@class='deed']")
    assert [said(name) for name in deed.xpath(".//bdi")] == [party.name for party in sides]


def test_what_could_not_be_resolved_is_in_sight(client: TestClient, record: Record) -> None:
    page = tree(client, f"/reports/{record.id}")
    (section,) = page.xpath("//*[@id='issues']")
    assert [issue.said in said(section) for issue in record.issues] == [True] * 3
    assert len(page.xpath("//a[contains(@class, 'issue-pin')]")) == 2


def test_each_card_is_lit_with_its_words(client: TestClient, record: Record) -> None:
    answer = client.get(f"/reports/{record.id}/light.css")
    assert answer.headers["content-type"].startswith("text/css")
    n_cards = len(record.claims) + len(record.events) + len(record.issues)
    assert answer.text.count(" { --lit: 1; }\n") == answer.text.count("-part { --part-lit: 1; }\n") == n_cards
    assert "main:has(.on-c3:is(" in answer.text


def test_the_record_is_served_as_it_is_stored(client: TestClient, record: Record) -> None:
    answer = client.get(f"/reports/{record.id}.json")
    assert answer.headers["content-type"] == "application/json"
    assert Record.from_json(answer.content) == record


@pytest.mark.parametrize("language", ["ar", "en"])
def test_an_unknown_report_is_a_page_that_helps(client: TestClient, language: str) -> None:
    page = tree(client, f"/reports/rep_none?lang={language}", 404)
    assert page.get("lang") == language
    assert page.xpath("//main//a/@href") == ["/"]
    assert "store.unknown-id" in said(page)


def test_an_unknown_record_is_json_for_a_program(client: TestClient) -> None:
    answer = client.get("/reports/rep_none.json")
    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "store.unknown-id")


def test_the_language_is_remembered(client: TestClient) -> None:
    assert tree(client, "/").attrib == {"lang": "ar", "dir": "rtl"}
    assert tree(client, "/?lang=en").attrib == {"lang": "en", "dir": "ltr"}
    assert tree(client, "/").get("lang") == "en"
    assert tree(client, "/?lang=xx").get("lang") == "en"
    assert tree(client, "/?lang=ar").get("dir") == "rtl"


def test_an_explanation_is_shown_step_by_step(store_path: Path, record: Record) -> None:
    def explain(given: Record, any_id: str) -> Explanation | None:
        steps = (Step("verb of saying", "قالت", "known to the lexicon"),)
        return Explanation("ar.claims.said-that", "A verb of saying.", steps) if "a3" in any_id else None

    with Store.open(store_path, fold=str) as store:
        store.put(record, analyser="test")
    with TestClient(create_app(store_path, fold=str, explain=explain)) as client:
        link = f"/reports/{record.id}/explain/clm_00000000000000a3"
        assert link in tree(client, f"/reports/{record.id}").xpath("//details//a/@href")
        page = tree(client, link)
        assert [said(step) for step in page.xpath("//ol[@class='steps']/li")] == [
            "verb of saying قالت known to the lexicon"
        ]
        without = tree(client, f"/reports/{record.id}/explain/evt_00000000000000e1?lang=en", 404)
        assert "There is no explanation" in said(without)
        assert tree(client, f"/reports/{record.id}/explain/clm_none", 404).xpath("//main//a/@href") == ["/"]


def test_no_link_to_an_explanation_where_none_is_given(client: TestClient, record: Record) -> None:
    assert "/explain/" not in client.get(f"/reports/{record.id}").text


def test_health_counts_the_reports_and_fails_with_the_store(client: TestClient, store_path: Path) -> None:
    assert client.get("/healthz").json() == {"status": "ok", "reports": 1}
    for path in store_path.parent.glob("riwaya.db*"):
        path.unlink()
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()["error"]["code"]) == (503, "store.missing")
    assert "store.missing" in said(tree(client, "/", 503))
