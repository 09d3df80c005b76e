"""The claims and events that a reader asks for, as the server shows them without JavaScript."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html

from riwaya.model import Record
from riwaya.serve.cards import cards_of
from riwaya.serve.choice import Choice, options_of
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
    offered = options_of(cards_of(record))
    options = [(option.value, option.n_claims) for option in offered.sources]
    assert options[:3] == [("reuters", 5), (BAKU, 4), ("Western diplomatic source", 4)]
    assert sorted((n for _, n in options), reverse=True) == [n for _, n in options]
    assert dict(offered.acts) == {"accuse": 1, "deny": 2, "assert": 5, "admit": 1, "demand": 1, "silence": 1}
    assert offered.types == [("ASSAULT", 5), ("RETREAT", 1)]
    assert dict(offered.statuses) == {"actual": 3, "denied": 1, "ongoing": 1, "demanded": 1}


def test_a_choice_leaves_the_other_claims_and_their_events_out(client: TestClient, record: Record) -> None:
    page = chosen(client, record, f"source={BAKU}")
    claims = {f"clm_00000000000000{n}" for n in ("a2", "a4", "a5", "a6")}
    assert shown(page, "claim") == claims
    assert shown(page, "event") == {event.id for event in record.events if event.claim in claims}
    assert tally(page) == "Claims: 4 of 11 · Events: 2 of 6 Show all"
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


def test_type_and_status_leave_the_other_events_and_who_tells_none_of_them_out(
    client: TestClient, record: Record
) -> None:
    page = chosen(client, record, "type=ASSAULT&status=actual")
    assert shown(page, "event") == {f"evt_00000000000000{n}" for n in ("e1", "e2", "e6")}
    assert shown(page, "claim") == {"clm_00000000000000a1", "clm_00000000000000a3"}
    assert tally(page) == "Claims: 2 of 11 · Events: 3 of 6 Show all"
    assert page.xpath("//form//option[@selected]/@value") == ["ASSAULT", "actual"]
    triggers = page.xpath("//div[contains(@class, 'prose')]//*[contains(@class, 'trigger')]/text()")
    assert triggers == ["قصف", "قصفت", "حربا"]


def test_claims_and_events_are_chosen_together(client: TestClient, record: Record) -> None:
    page = chosen(client, record, f"source={BAKU}&type=ASSAULT")
    assert shown(page, "event") == {"evt_00000000000000e3", "evt_00000000000000e4"}
    assert shown(page, "claim") == {"clm_00000000000000a4", "clm_00000000000000a6"}


def test_the_reports_own_voice_is_shown_where_claims_are_not_chosen_among(record: Record) -> None:
    own = next(card.key for card in cards_of(record).events if not card.teller)
    shown_keys = {status: page_of(record, Choice(status=status)).shown for status in ("actual", "denied")}
    assert own in shown_keys["actual"]
    assert own not in shown_keys["denied"]
    assert own not in page_of(record, Choice(act="assert", status="actual")).shown


NOTHING = ["act=nonsense", "source=%3Cscript%3E", "source=reuters&act=admit", "type=AID", "act=deny&status=planned"]


@pytest.mark.parametrize("query", NOTHING)
def test_a_choice_that_nothing_meets_says_so(client: TestClient, record: Record, query: str) -> None:
    page = chosen(client, record, query)
    assert shown(page, "claim") == shown(page, "event") == set()
    assert tally(page).startswith("Nothing in this report")
    assert page.xpath("//p[@role='status']/a/@href") == ["?lang=en"]


def test_the_form_and_the_other_language_keep_the_choice(client: TestClient, record: Record) -> None:
    page = chosen(client, record, f"source={BAKU}&act=deny&status=denied")
    (form,) = page.xpath("//form[@method='get']")
    assert form.get("action") == f"/reports/{record.id}"
    assert form.xpath(".//input[@name='lang']/@value") == ["en"]
    assert page.xpath("//nav/a/@href") == [f"?lang=ar&source={BAKU}&act=deny&status=denied"]


def test_sources_are_named_in_the_words_of_the_readers_language(client: TestClient, record: Record) -> None:
    names = {}
    for language in ("ar", "en"):
        page = html.fromstring(client.get(f"/reports/{record.id}?lang={language}").text)
        names[language] = page.xpath(f"//option[@value='{BAKU}']/text()")
    assert names == {"ar": ["باكو (4)"], "en": ["Government of Azerbaijan (4)"]}


def test_a_filter_asks_for_what_the_report_has(client: TestClient, store_path: Path, record: Record) -> None:
    def asks(**kept: object) -> list[str]:
        with Store.open(store_path, fold=str.casefold) as store:
            store.put(Record(**record.report.model_dump(), **kept), analyser=f"test-{len(kept)}")
        return chosen(client, record, "act=deny").xpath("//form//select/@name")

    assert asks(claims=record.claims, relations=record.relations) == ["source", "act"]
    assert asks(events=record.events[-1:]) == ["type", "status"]
    assert asks() == []


@pytest.mark.parametrize("name", ["source", "act", "type", "status"])
def test_a_choice_out_of_bounds_is_refused(client: TestClient, record: Record, name: str) -> None:
    assert client.get(f"/reports/{record.id}?{name}={'x' * 501}").status_code == 400
