"""The claims that a reader asks for, by source and by act, as the server shows them without JavaScript."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html

from riwaya.model import Record
from riwaya.serve.cards import cards_of
from riwaya.serve.choice import Choice, act_options, source_options
from riwaya.serve.layout import page_of
from riwaya.store import Store

BAKU = "aze.gov"


def chosen(client: TestClient, record: Record, query: str) -> html.HtmlElement:
    answer = client.get(f"/reports/{record.id}?lang=en&{query}")
    assert answer.status_code == 200
    return html.fromstring(answer.text)


def shown(page: html.HtmlElement, kind: str) -> set[str]:
    cards = page.xpath(f"//article[contains(@class, 'card {kind}')][not(contains(@class, 'left-out'))]/@id")
    return set(cards)


def tally(page: html.HtmlElement) -> str:
    (status,) = page.xpath("//p[@role='status']")
    return " ".join(status.text_content().split())


def test_nothing_asked_for_admits_every_claim(record: Record) -> None:
    assert not Choice()
    assert all(Choice().admits(claim) for claim in record.claims)
    assert page_of(record).shown == set(cards_of(record).anchors)


def test_source_and_act_are_asked_for_together(record: Record) -> None:
    admitted = [claim.id[-2:] for claim in record.claims if Choice(BAKU, "deny").admits(claim)]
    assert admitted == ["a2", "a4"]


def test_a_source_is_any_link_of_a_chain(record: Record) -> None:
    assert [claim.id[-2:] for claim in record.claims if Choice("reuters").admits(claim)] == [
        "a3",
        "a7",
        "a8",
        "a9",
        "b1",
    ]


def test_the_options_count_claims_and_the_frequent_come_first(record: Record) -> None:
    cards = cards_of(record)
    options = [(option.value, option.n_claims) for option in source_options(cards)]
    assert options[:3] == [("reuters", 5), (BAKU, 4), ("Western diplomatic source", 4)]
    assert sorted((n for _, n in options), reverse=True) == [n for _, n in options]
    assert dict(act_options(cards)) == {"accuse": 1, "deny": 2, "assert": 5, "admit": 1, "demand": 1, "silence": 1}


def test_a_choice_leaves_the_other_claims_and_their_events_out(client: TestClient, record: Record) -> None:
    page = chosen(client, record, f"source={BAKU}")
    claims = {f"clm_00000000000000{n}" for n in ("a2", "a4", "a5", "a6")}
    assert shown(page, "claim") == claims
    assert shown(page, "event") == {event.id for event in record.events if event.claim in claims}
    assert tally(page) == "Claims: 4 of 11 Show all"
    assert page.xpath("//form//option[@selected]/@value") == [BAKU]


def test_only_the_words_of_the_chosen_claims_are_marked(client: TestClient, record: Record) -> None:
    page = chosen(client, record, "act=admit")
    marks = {
        role: page.xpath(f"//div[contains(@class, 'prose')]//*[contains(@class, 'mark {role}')]/text()")
        for role in ("content", "cue", "link")
    }
    assert marks == {
        "content": ["خمسين من جنودها قتلوا في ", "المعارك"],
        "cue": ["أضافت"],
        "link": ["باكو"],
    }


def test_a_link_leads_to_what_is_left_out(client: TestClient, record: Record) -> None:
    page = chosen(client, record, "act=accuse")
    names = page.xpath("//@id")
    assert len(names) == len(set(names))
    assert {href[1:] for href in page.xpath("//@href") if href.startswith("#")} <= set(names)


@pytest.mark.parametrize("query", ["act=nonsense", "source=%3Cscript%3E", "source=reuters&act=admit"])
def test_a_choice_that_no_claim_meets_says_so(client: TestClient, record: Record, query: str) -> None:
    page = chosen(client, record, query)
    assert shown(page, "claim") == shown(page, "event") == set()
    assert tally(page).startswith("No claim of this report")
    assert page.xpath("//p[@role='status']/a/@href") == ["?lang=en"]


def test_the_form_and_the_other_language_keep_the_choice(client: TestClient, record: Record) -> None:
    page = chosen(client, record, f"source={BAKU}&act=deny")
    (form,) = page.xpath("//form[@method='get']")
    assert form.get("action") == f"/reports/{record.id}"
    assert form.xpath(".//input[@name='lang']/@value") == ["en"]
    assert page.xpath("//nav/a/@href") == [f"?lang=ar&source={BAKU}&act=deny"]


def test_sources_are_named_in_the_words_of_the_readers_language(client: TestClient, record: Record) -> None:
    names = {}
    for language in ("ar", "en"):
        page = html.fromstring(client.get(f"/reports/{record.id}?lang={language}").text)
        names[language] = page.xpath(f"//option[@value='{BAKU}']/text()")
    assert names == {"ar": ["باكو (4)"], "en": ["Government of Azerbaijan (4)"]}


def test_a_report_without_claims_has_no_filter(client: TestClient, store_path: Path, record: Record) -> None:
    with Store.open(store_path, fold=str.casefold) as store:
        store.put(Record(**record.report.model_dump()), analyser="test-2")
    assert not chosen(client, record, "act=deny").xpath("//form")


def test_a_choice_out_of_bounds_is_refused(client: TestClient, record: Record) -> None:
    assert client.get(f"/reports/{record.id}?source={'x' * 501}").status_code == 400
