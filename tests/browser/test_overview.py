"""The map and the time line of a report in a browser: what lights, the keyboard, no script, narrow screens."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from riwaya.model import Record

pytestmark = pytest.mark.browser

# The words of the text that are lit as the core of an event, and the cards.
LIT = """
(selector) => [...document.querySelectorAll(selector)]
  .filter((each) => getComputedStyle(each).getPropertyValue('--lit'))
  .map((each) => each.id || each.textContent)
"""
TRIGGERS, CARDS = ".text .mark.trigger", ".card.event"
SOTK = ["evt_00000000000000e1", "evt_00000000000000e2"]
WAR = ["evt_00000000000000e6"]


def opened(page: Page, record: Record, more: str = "") -> Page:
    page.goto(f"/reports/{record.id}{more}")
    page.evaluate("document.fonts.ready")
    return page


def test_a_point_lights_its_events_and_their_words(page: Page, record: Record) -> None:
    opened(page, record).locator(".map .spot").hover()
    assert page.evaluate(LIT, CARDS) == SOTK
    assert page.evaluate(LIT, TRIGGERS) == ["قصف", "قصفت"]
    assert len(page.evaluate(LIT, ".moment")) == 1


def test_a_moment_lights_its_events(page: Page, record: Record) -> None:
    opened(page, record).locator(".past .when").hover()
    assert page.evaluate(LIT, CARDS) == WAR


def test_a_card_and_its_words_light_the_point_and_the_moment(page: Page, record: Record) -> None:
    for words in (".card.e2", ".text .mark.trigger.e2"):
        opened(page, record).locator(words).hover()
        assert len(page.evaluate(LIT, ".map .spot")) == 1
        assert len(page.evaluate(LIT, ".moment")) == 1


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_keyboard_reaches_points_and_moments_and_opens_them(page: Page, record: Record, language: str) -> None:
    opened(page, record, f"?lang={language}").locator("#status").focus()
    page.locator(".links a").last.focus()
    page.keyboard.press("Tab")
    assert "spot" in page.evaluate("document.activeElement.getAttribute('class')")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    assert page.evaluate(LIT, CARDS) == SOTK
    page.keyboard.press("Enter")
    expect(page.locator(".map details[open] .where").first).to_be_visible()
    assert page.evaluate("document.activeElement.id") == "place-1"
    page.locator(".moment summary").last.focus()
    page.keyboard.press("Enter")
    assert page.locator(".moment details[open]").count() == 1
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.hash") == "#evt_00000000000000e6"
    page.keyboard.press("Escape")
    assert page.locator(".moment details[open]").count() == 0


def test_points_light_and_lead_on_without_a_script(browser: Browser, site: str, record: Record) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1440, "height": 900}, base_url=site)
    page = context.new_page()
    page.goto(f"/reports/{record.id}")
    dark = page.locator(".text .mark.trigger").first
    before = dark.screenshot()
    page.locator(".map .spot").click()
    page.mouse.move(0, 0)
    assert page.locator(".where:target").is_visible()
    assert dark.screenshot() != before
    context.close()


def test_a_choice_leaves_points_out_at_once(page: Page, record: Record) -> None:
    opened(page, record, "?lang=en")
    page.get_by_label("Status", exact=True).select_option("denied")
    expect(page.locator(".map .spot")).to_have_count(0)
    expect(page.locator(".moment")).to_have_count(0)
    page.get_by_label("Status", exact=True).select_option("actual")
    expect(page.locator(".map .spot")).to_have_count(1)
    expect(page.locator(".moment")).to_have_count(2)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_latest_stands_where_a_line_of_writing_ends(page: Page, record: Record, language: str) -> None:
    opened(page, record, f"?lang={language}")
    boxes = [page.locator(f"{kind} .bar rect").bounding_box() for kind in ("ol.past", "ol.news")]
    past, news = (box["x"] for box in boxes if box)
    assert (past < news) == (language == "en")


@pytest.mark.parametrize("width", [360, 1000, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_names_on_the_map_can_be_read(browser: Browser, site: str, record: Record, width: int, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme="dark" if scheme == "dark" else "light", base_url=site
    )
    page = context.new_page()
    page.goto(f"/reports/{record.id}?lang=ar")
    chart = page.locator(".map > svg").bounding_box()
    assert chart
    assert chart["width"] >= 270
    assert chart["x"] >= 0
    assert chart["x"] + chart["width"] <= width
    for name in page.locator(".map .names text").all():
        box = name.bounding_box()
        assert box
        assert box["height"] > 9
        assert chart["x"] <= box["x"] <= box["x"] + box["width"] <= chart["x"] + chart["width"]
    context.close()
