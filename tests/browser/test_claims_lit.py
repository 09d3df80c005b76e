"""What lights together on the page of a report, with the pointer and with the keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from riwaya.model import Record

pytestmark = pytest.mark.browser

# The words of the text that are lit as core or as part of some claim, in order, and their grounds.
LIT = """
() => [...document.querySelectorAll('.text .mark')].map((mark) => {
  const style = getComputedStyle(mark);
  const own = mark.className.includes('-part') && style.getPropertyValue('--part-lit');
  return {words: mark.textContent, core: style.getPropertyValue('--lit'), part: own, ground: style.backgroundImage};
}).filter(({core, part}) => core || part)
"""


def opened(page: Page, record: Record, more: str = "") -> Page:
    page.goto(f"/reports/{record.id}{more}")
    page.evaluate("document.fonts.ready")
    return page


def lit(page: Page, as_what: str) -> str:
    """The words of the text that are lit as `core` or as `part`."""
    return "|".join(mark["words"] for mark in page.evaluate(LIT) if mark[as_what])


def test_a_card_lights_content_cue_and_links_in_their_own_colours(page: Page, record: Record) -> None:
    opened(page, record).locator(".card.c7").hover()
    assert lit(page, "part") == "ذكر|مصدر دبلوماسي غربي|رويترز"
    assert lit(page, "core").startswith("رئيس الوزراء |نيكول باشينيان| |أبلغ")
    grounds = {mark["words"]: mark["ground"] for mark in page.evaluate(LIT)}
    assert len({grounds[words] for words in ("ذكر", "رويترز", "رئيس الوزراء ")}) == 3


def test_an_inherited_source_lights_where_it_was_named(page: Page, record: Record) -> None:
    opened(page, record).locator(".card.c6").hover()
    assert lit(page, "part") == "باكو|أضافت"


def test_pointing_at_nested_words_lights_the_narrowest_claim(page: Page, record: Record) -> None:
    opened(page, record).locator(".text .mark", has_text="الطرفين").hover()
    lit_cards = page.locator(".card").evaluate_all(
        "(cards) => cards.filter((c) => getComputedStyle(c).getPropertyValue('--lit')).map((c) => c.classList[2])"
    )
    assert lit_cards == ["c8"]


def test_pointing_at_a_source_lights_every_claim_on_its_word(page: Page, record: Record) -> None:
    opened(page, record).locator(".text .mark.link", has_text="باشينيان").hover()
    assert lit(page, "core") == "موسكو| |طالبت| الطرفين |ب|وقف إطلاق النار"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_keyboard_lights_what_the_pointer_does(page: Page, record: Record, language: str) -> None:
    opened(page, record, f"?lang={language}").locator(".pin.c6").focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")  # so that the focus is visible
    assert lit(page, "part") == "باكو|أضافت"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_escape_leads_back_to_the_words_and_puts_the_light_out(page: Page, record: Record) -> None:
    opened(page, record).locator(".pin.c6").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.classList[2]") == "c6"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "at-clm_00000000000000a6"
    page.keyboard.press("Escape")
    assert page.locator(":target").count() == 0
    assert lit(page, "part") == lit(page, "core") == ""
    page.keyboard.press("Tab")  # goes on from the number to the event that stands after it
    assert page.evaluate("document.activeElement.textContent") == "المعارك"


def test_escape_shuts_the_details(page: Page, record: Record) -> None:
    opened(page, record).locator(".card.c6 summary").focus()
    page.keyboard.press("Enter")
    assert page.locator(".card.c6 details[open]").count() == 1
    page.keyboard.press("Escape")
    assert page.locator(".card.c6 details[open]").count() == 0
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_claims_light_without_a_script(browser: Browser, site: str, record: Record) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1440, "height": 900}, base_url=site)
    page = context.new_page()
    page.goto(f"/reports/{record.id}")
    dark = page.locator(".text .mark.cue", has_text="أضافت")
    before = dark.screenshot()
    page.locator(".card.c6").get_by_role("link", name="مضمر، سبق ذكره").click()
    assert page.locator(".text .mark:target").inner_text() == "باكو"
    page.mouse.move(0, 0)
    assert dark.screenshot() != before
    context.close()


def test_marks_are_told_apart_without_colour(page: Page, record: Record) -> None:
    opened(page, record).locator(".legend summary").click()
    styles = (
        "(all) => all.map((m) => { const s = getComputedStyle(m); return [s.textDecorationStyle, s.backgroundImage]; })"
    )
    lines = page.locator(".legend dt .mark").evaluate_all(styles)
    assert len({tuple(line) for line in lines}) == len(lines) == 6
