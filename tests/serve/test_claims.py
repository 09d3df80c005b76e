"""The claims of a report on its page: chains, inherited sources, relations, the key to the marks."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from lxml import html

from riwaya.model import Record
from riwaya.serve.chains import chains_of
from riwaya.serve.interface import interfaces


def card(client: TestClient, record: Record, claim: str, language: str = "en") -> html.HtmlElement:
    page = html.fromstring(client.get(f"/reports/{record.id}?lang={language}").text)
    (found,) = page.xpath(f"//article[@id='clm_00000000000000{claim}']")
    return found


def said(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.mark.parametrize(
    ("language", "links"),
    [
        ("en", ["Reuters news agency", "on the word of Western diplomatic source unnamed"]),
        ("ar", ["رويترز وكالة أنباء", "عن مصدر دبلوماسي غربي بلا اسم"]),
    ],
)
def test_a_chain_reads_from_the_nearest_link_inwards(
    client: TestClient, record: Record, language: str, links: list[str]
) -> None:
    nodes = card(client, record, "a7", language).xpath(".//ol/li")
    assert [said(node) for node in nodes] == links


def test_an_inherited_source_says_so_and_leads_to_where_it_was_named(client: TestClient, record: Record) -> None:
    found = card(client, record, "a6")
    (link,) = found.xpath(".//ol//a")
    assert said(link) == "understood, named before"
    (place,) = found.xpath(f"//*[@id='{link.get('href')[1:]}']")
    assert place.text == "باكو"
    assert {"link", "c6-part", "on-c6"} <= set(place.get("class").split())


def test_an_inherited_source_stands_where_it_was_named_last(record: Record) -> None:
    chains = chains_of(record)
    named = [node.place for claim in record.claims for node in chains[claim.id] if node.link.actor == "aze.gov"]
    assert named[-1] == named[-2]  # in its own paragraph, not in the title
    late = record.claims[1].model_copy(update={"chain": record.claims[5].chain})
    (node,) = chains_of(record.model_copy(update={"claims": (late, *record.claims[2:])}))[late.id]
    assert node.place == named[-1]  # named later alone


def test_an_inherited_source_that_no_chain_names_has_no_place(record: Record) -> None:
    alone = record.model_copy(update={"claims": record.claims[5:6], "events": (), "relations": ()})
    (node,) = chains_of(alone)[alone.claims[0].id]
    assert (node.words, node.place, node.anchor) == (None, None, None)


def test_a_claim_shows_its_own_words_on_its_card(client: TestClient, record: Record) -> None:
    found = card(client, record, "a9")
    (saying,) = found.xpath(".//p[@class='saying']")
    assert said(saying) == "طالبت وقف إطلاق النار"
    assert saying.attrib == {"class": "saying", "lang": "ar", "dir": "auto"}


def test_a_relation_leads_from_each_claim_to_the_other_by_name(client: TestClient, record: Record) -> None:
    ties = {
        claim: [
            (said(tie), *tie.xpath(".//a/@href"))
            for tie in card(client, record, claim).xpath("p[starts-with(@class, 'tie')]")
        ]
        for claim in ("a1", "a2", "b2", "a3")
    }
    assert ties == {
        "a1": [
            ("contradicted by Claim 2 2Government of Azerbaijan whether the town was shelled", "#clm_00000000000000a2")
        ],
        "a2": [("contradicts Claim 1 1Government of Armenia whether the town was shelled", "#clm_00000000000000a1")],
        "b2": [
            ("is silent on Claim 3 3Ministry of Defence of Armenia no comment on the shelling", "#clm_00000000000000a3")
        ],
        "a3": [
            (
                "met with silence by Claim 11 11Ministry of Foreign Affairs of Azerbaijan no comment on the shelling",
                "#clm_00000000000000b2",
            )
        ],
    }


@pytest.mark.parametrize("language", sorted(interfaces()))
def test_the_key_shows_and_explains_each_mark(client: TestClient, record: Record, language: str) -> None:
    page = html.fromstring(client.get(f"/reports/{record.id}?lang={language}").text)
    (legend,) = page.xpath("//details[@class='legend']")
    roles = [mark.get("class").removeprefix("mark ") for mark in legend.xpath("summary/span[contains(@class, 'mark')]")]
    assert roles == ["content", "cue", "link", "trigger", "place", "issue"]
    tables = interfaces()[language].tables
    assert [said(line) for line in legend.xpath("dl/div")] == [
        f"{tables['role'][role]}{tables['role_about'][role]}" for role in roles
    ]


def test_the_levels_of_nested_claims_are_told_apart(client: TestClient, record: Record) -> None:
    page = html.fromstring(client.get(f"/reports/{record.id}").text)
    words = {
        depth: "".join(page.xpath(f"//div//*[contains(@class, 'mark')][contains(@class, 'depth-{depth}')]/text()"))
        for depth in (2, 3)
    }
    assert words == {2: "موسكو طالبت الطرفين ب", 3: "وقف إطلاق النار"}
