"""The filter of a report's claims and events in a browser, with and without a script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from riwaya.model import Record

pytestmark = pytest.mark.browser

CLAIMS = ".card.claim:visible"
EVENTS = ".card.event:visible"


def test_a_choice_is_applied_at_once_and_the_focus_stays(page: Page, record: Record) -> None:
    page.goto(f"/reports/{record.id}?lang=en")
    assert page.locator(".filter button").is_hidden()
    page.get_by_label("Source", exact=True).focus()
    page.get_by_label("Source", exact=True).select_option("aze.gov")
    expect(page.locator(CLAIMS)).to_have_count(4)
    expect(page.get_by_role("status")).to_contain_text("Claims: 4 of 11 · Events: 2 of 6")
    assert page.url.endswith("?lang=en&source=aze.gov")
    assert page.evaluate("document.activeElement.name") == "source"
    page.get_by_label("Act", exact=True).select_option("deny")
    expect(page.locator(CLAIMS)).to_have_count(2)
    expect(page.locator(".prose .mark.cue")).to_have_count(2)
    page.get_by_role("link", name="Show all").click()
    expect(page.locator(CLAIMS)).to_have_count(len(record.claims))


def test_events_are_chosen_by_type_and_status_with_the_keyboard(page: Page, record: Record) -> None:
    page.goto(f"/reports/{record.id}?lang=en")
    page.get_by_label("Event type").focus()
    page.keyboard.press("R")  # to Retreat
    expect(page.locator(EVENTS)).to_have_count(1)
    expect(page.locator(".prose .mark.trigger")).to_have_text("وقف إطلاق النار")
    assert page.evaluate("document.activeElement.name") == "type"
    page.get_by_label("Event type").select_option("")
    page.get_by_label("Status", exact=True).select_option("actual")
    expect(page.locator(EVENTS)).to_have_count(3)
    expect(page.locator(CLAIMS)).to_have_count(2)


def test_the_other_language_keeps_the_choice(page: Page, record: Record) -> None:
    page.goto(f"/reports/{record.id}?lang=en")
    page.get_by_label("Act", exact=True).select_option("deny")
    expect(page.locator(CLAIMS)).to_have_count(2)
    page.get_by_role("link", name="العربية").click()
    expect(page.get_by_role("status")).to_contain_text("الأقوال: 2 من 11")


def test_a_failing_server_gets_the_form_itself(page: Page, record: Record) -> None:
    page.goto(f"/reports/{record.id}?lang=en")
    page.evaluate("() => { window.fetch = () => Promise.reject(new Error()); }")
    page.get_by_label("Act", exact=True).select_option("deny")
    page.wait_for_url(re.compile("act=deny"))
    expect(page.locator(CLAIMS)).to_have_count(2)


def test_a_relation_leads_to_a_claim_that_was_left_out(page: Page, record: Record) -> None:
    page.goto(f"/reports/{record.id}?lang=en&act=accuse")
    expect(page.locator(CLAIMS)).to_have_count(1)
    page.locator(".card.c1 .tie a").click()
    expect(page.locator(CLAIMS)).to_have_count(2)
    assert page.locator(".card:target").get_attribute("id") == "clm_00000000000000a2"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_form_filters_without_a_script(browser: Browser, site: str, record: Record, language: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800}, base_url=site)
    page = context.new_page()
    page.goto(f"/reports/{record.id}?lang={language}")
    page.locator("select[name=act]").select_option("admit")
    page.locator(".filter button").click()
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator(CLAIMS).count() == 1
    page.locator(".tally a").click()
    page.locator("select[name=status]").select_option("denied")
    page.locator(".filter button").click()
    assert (page.locator(CLAIMS).count(), page.locator(EVENTS).count()) == (1, 1)
    context.close()


def test_paper_shows_no_form_and_what_was_chosen(page: Page, record: Record) -> None:
    page.emulate_media(media="print")
    page.goto(f"/reports/{record.id}?lang=en")
    assert page.locator(".filter").is_hidden()
    page.goto(f"/reports/{record.id}?lang=en&act=deny")
    assert page.get_by_role("status").is_visible()
    assert page.locator(CLAIMS).count() == 2
