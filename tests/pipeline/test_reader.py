"""The reader as a library: texts, pages, threads, and what it says of itself."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import riwaya
from riwaya.errors import PackError, PageError
from riwaya.model import Record
from riwaya.pipeline import Reader

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("2022-*"))
SENTENCE = "قالت وزارة الدفاع الأوكرانية إن القوات الروسية قصفت ميناء أوديسا فجر أمس."
PAGE = f"<html><head><title>قصف على ميناء</title></head><body><article><p>{SENTENCE}</p></article></body></html>"


def test_the_public_names_are_those_of_the_package() -> None:
    assert riwaya.load("ar") is riwaya.load("ar")
    assert isinstance(riwaya.load("ar"), riwaya.Reader)
    assert riwaya.Record is Record
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        riwaya.nothing  # noqa: B018


def test_an_unknown_language_names_those_that_there_are() -> None:
    with pytest.raises(PackError, match=r"no pack for 'xx'; there are: .*ar.*\[pack\.unknown\]"):
        riwaya.load("xx")


def test_a_text_and_a_page_of_it_tell_the_same(reader: Reader) -> None:
    text = reader.read_text(SENTENCE, published="2024-05-15")
    page = reader.read_page(PAGE.encode(), published="2024-05-15")
    assert [claim.content.cut(text.text) for claim in text.claims] == [
        claim.content.cut(page.text) for claim in page.claims
    ]
    assert [event.actors[0].code for event in text.events] == [event.actors[0].code for event in page.events]


def test_what_the_caller_knows_stands_in_the_record(reader: Reader) -> None:
    record = reader.read_text(SENTENCE, "2024-05-15", "Outlet A", url="https://example.org/1")
    assert (record.published, record.outlet, record.url) == ("2024-05-15", "Outlet A", "https://example.org/1")
    assert record.language == "ar"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1256"])
def test_a_page_is_read_in_any_usual_encoding(reader: Reader, encoding: str) -> None:
    assert SENTENCE in reader.read_page(PAGE.encode(encoding)).text


@pytest.mark.parametrize("text", ["", "   \n\n ", "\u200f\u200e"])
def test_an_empty_text_is_refused_by_name(reader: Reader, text: str) -> None:
    with pytest.raises(PageError, match=r"^draft: .*\[page\.empty\]"):
        reader.read_text(text, name="draft")


def test_a_text_in_another_language_is_refused(reader: Reader) -> None:
    with pytest.raises(PageError, match=r"\[page\.language\]"):
        reader.read_text("The ministry of defence said that the port was shelled at dawn. " * 5)


def test_a_record_explains_its_claims_and_events(reader: Reader) -> None:
    record = reader.read_text(SENTENCE, published="2024-05-15")
    rules = {claim.id: claim.rule for claim in record.claims} | {event.id: event.rule for event in record.events}
    assert len(rules) >= 2
    for one_id, rule in rules.items():
        explanation = reader.explain(record, one_id)
        assert explanation is not None
        assert explanation.rule == rule
        assert explanation.steps
    assert reader.explain(record, "clm_0000000000000000") is None


def test_a_record_that_travelled_is_explained_as_well(reader: Reader) -> None:
    record = Record.from_json(reader.read_text(SENTENCE, published="2024-05-15").to_json())
    assert reader.explain(record, record.claims[0].id) is not None


def test_the_record_of_a_report_that_was_extracted_before_is_the_same(reader: Reader) -> None:
    record = reader.read_page(EXAMPLES[0].read_bytes(), name=EXAMPLES[0].name)
    again = reader.read_report(record.report.model_copy(update={"issues": ()}))
    assert (again.claims, again.events, again.relations) == (record.claims, record.events, record.relations)


def test_threads_make_the_records_that_one_makes(reader: Reader) -> None:
    pages = [path.read_bytes() for path in EXAMPLES[:6]] * 4
    alone = [reader.read_page(page).to_json() for page in pages[:6]] * 4
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda page: reader.read_page(page).to_json(), pages))
    assert together == alone


def test_layers_hold_the_one_before_and_cannot_be_changed(reader: Reader) -> None:
    coded = reader.code(reader.read_text(SENTENCE).report)
    assert coded.claimed.found.analysed.report.text == SENTENCE
    for layer in (coded, coded.claimed, coded.claimed.found, coded.claimed.found.analysed):
        with pytest.raises(AttributeError):
            layer.issues = ()  # type: ignore[misc]


def test_the_analyser_names_riwaya_the_language_and_the_pack(reader: Reader) -> None:
    assert reader.analyser == f"riwaya {riwaya.__version__} ar {reader.pack.version}"
