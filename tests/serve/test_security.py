"""Hostile reports, addresses and searches."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from lxml import html

from riwaya.model import Claim, Event, Issue, Link, Party, Place, Record, Span
from riwaya.serve import create_app
from riwaya.store import Store

SCRIPT = "<script>alert(1)</script>"
BREAKOUT = "\" onmouseover=alert(1) x='"


@pytest.fixture
def hostile(store_path: Path) -> Record:
    """A stored record with markup in every field that holds words."""
    text = f"{SCRIPT} {BREAKOUT} قال"
    here = Span(0, len(SCRIPT))
    claim = Claim(
        id="clm_1",
        content=here,
        cue=Span(4, 9),
        speech="direct",
        act="assert",
        confidence=1,
        rule=SCRIPT,
        chain=(Link(span=None, entity=SCRIPT + BREAKOUT, kind="person"),),
    )
    event = Event(
        id="evt_1",
        trigger=Span(2, 6),
        plover="ASSAULT",
        mode=SCRIPT,
        cameo=SCRIPT,
        acled=(SCRIPT, BREAKOUT),
        actors=(Party(code=SCRIPT, name=SCRIPT),),
        place=Place(span=Span(5, 9), name=BREAKOUT, country=SCRIPT, lat=40.0, lon=45.0, precision=4),
        status="actual",
        weapons=(SCRIPT,),
        harm_who=SCRIPT,
        confidence=0,
        rule=BREAKOUT,
    )
    record = Record(
        id="rep_hostile",
        title=SCRIPT,
        outlet=SCRIPT,
        byline=BREAKOUT,
        url="javascript:alert(1)",
        language="ar",
        published="2022-09-14",
        text=text,
        claims=(claim,),
        events=(event,),
        issues=(Issue(code=SCRIPT, span=Span(0, 3), said=SCRIPT),),
    )
    with Store.open(store_path, fold=str) as store:
        store.put(record, analyser="test")
    return record


def assert_harmless(page: str) -> None:
    """No script but our own module, no handler, no foreign or script address."""
    tree = html.fromstring(page)
    assert tree.xpath("//script/@src") in ([], ["/static/report.js"])
    assert not [script for script in tree.xpath("//script") if script.text]
    assert not [name for element in tree.iter("*") for name in element.attrib if name.startswith("on")]
    assert not [link for link in tree.xpath("//@href | //@src | //@action") if link[:1] not in "/#?"]
    assert not tree.xpath("//@style | //style")


def test_markup_in_a_report_stays_words(store_path: Path, hostile: Record) -> None:
    with TestClient(create_app(store_path, fold=str)) as client:
        chosen = f"/reports/{hostile.id}?source={quote(SCRIPT)}&act={quote(BREAKOUT)}"
        in_english = f"/reports/{hostile.id}?lang=en"
        for address in ("/", in_english, f"/reports/{hostile.id}", chosen, f"/reports/{hostile.id}/explain/clm_1"):
            page = client.get(address).text
            assert "&lt;script&gt;" in page
            assert_harmless(page)


HOSTILE_PARTS = [
    "../../etc/passwd",
    "%00",
    "a" * 5000,
    "' OR 1=1 --",
    SCRIPT,
    "rep_%",
    "\u202e",
    "😀",
    "null",
]


@pytest.mark.parametrize("part", HOSTILE_PARTS)
def test_a_hostile_id_is_not_found(client: TestClient, part: str) -> None:
    for address in (f"/reports/{quote(part, safe='')}", f"/reports/{quote(part, safe='')}.json"):
        answer = client.get(address)
        assert answer.status_code in (400, 404)
        if not address.endswith(".json"):
            assert_harmless(answer.text)


@pytest.mark.parametrize(
    "query",
    [
        '"',
        "a AND",
        "NEAR(",
        "*",
        "-",
        "^x",
        "col:x",
        SCRIPT,
        BREAKOUT,
        "\x00",
        "سوتك\x00",
        "%",
        "((((",
        "\ud7ff😀",
    ],
)
def test_a_hostile_search_is_a_page(client: TestClient, query: str) -> None:
    answer = client.get("/", params={"q": query, "outlet": query})
    assert answer.status_code == 200
    assert_harmless(answer.text)


@pytest.mark.parametrize("query", ["page=0", "page=-1", "page=x", "page=99999999999999999999", "q=" + "a" * 501])
def test_a_request_out_of_bounds_is_refused_on_a_page(client: TestClient, query: str) -> None:
    answer = client.get("/?lang=en&" + query)
    assert answer.status_code == 400
    assert "could not be understood" in answer.text


@pytest.mark.parametrize("address", ["/", "/static/base.css", "/reports/none", "/healthz", "/nowhere"])
def test_every_answer_bears_the_headers(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"


def test_pages_that_fetch_from_elsewhere_are_not_served(client: TestClient) -> None:
    assert [client.get(address).status_code for address in ("/docs", "/redoc")] == [404, 404]


def test_a_link_to_the_other_language_never_leaves_the_server(client: TestClient) -> None:
    page = html.fromstring(client.get("//evil.example/x").text)
    assert page.xpath("//nav/a/@href") == ["?lang=en"]


def test_the_page_cannot_be_changed_by_other_methods(client: TestClient) -> None:
    assert client.post("/").status_code == 405
    assert client.delete("/reports/x").status_code == 405


def test_static_files_do_not_lead_out_of_their_folder(client: TestClient) -> None:
    for path in ("../app.py", "%2e%2e/app.py", "..%2fapp.py", "vendor/../../app.py"):
        assert client.get(f"/static/{path}").status_code == 404
