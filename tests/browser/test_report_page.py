"""The page of a report in a browser: shaping, keyboard, small screens, both languages, no script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from riwaya.model import Record

pytestmark = pytest.mark.browser

# Each paragraph's words as they stand, with and without the elements around them. The numbers are left out.
WIDTHS = """
() => [...document.querySelectorAll('.report .prose > *')].map((block) => {
  const measure = (inside) => {
    const line = document.createElement('div');
    line.className = 'prose';
    line.lang = 'ar';
    line.dir = 'rtl';
    line.append(...inside);
    Object.assign(line.style, {position: 'absolute', whiteSpace: 'nowrap'});
    document.querySelector('.report').append(line);
    const width = line.getBoundingClientRect().width;
    line.remove();
    return width;
  };
  const marked = block.cloneNode(true);
  marked.querySelectorAll('.pin').forEach((pin) => pin.remove());
  const plain = marked.textContent;
  return [measure([...marked.childNodes]), measure([plain])];
})
"""

# Whether each word of a card is lit, by the card's key.
LIT = """
(key) => [...document.querySelectorAll('.text .mark.' + key)]
  .map((mark) => getComputedStyle(mark).getPropertyValue('--lit'))
"""


def opened(page: Page, record: Record, more: str = "") -> Page:
    page.goto(f"/reports/{record.id}{more}")
    page.evaluate("document.fonts.ready")
    return page


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def test_marks_leave_the_shape_of_the_words_alone(page: Page, record: Record) -> None:
    widths = opened(page, record).evaluate(WIDTHS)
    assert len(widths) == len(record.blocks)
    for marked, plain in widths:
        assert plain > 50
        assert marked == pytest.approx(plain, abs=0.5)


def test_marks_run_on_in_the_line(page: Page, record: Record) -> None:
    """A box of its own would part letters that join, and stand out of the line."""
    styles = "(marks) => [...new Set(marks.map((mark) => getComputedStyle(mark).display))]"
    assert opened(page, record).locator(".prose .mark").evaluate_all(styles) == ["inline"]


def test_the_measure_of_shapes_sees_a_mark_that_breaks_them(page: Page, record: Record) -> None:
    """A measure that cannot fail measures nothing."""
    opened(page, record).evaluate(
        "document.querySelectorAll('.mark').forEach((mark) => { mark.style.paddingInline = '1px' })"
    )
    marked, plain = page.evaluate(WIDTHS)[2]
    assert marked > plain + 5


def test_both_fonts_are_loaded(page: Page, record: Record) -> None:
    opened(page, record)
    families = page.evaluate("[...document.fonts].filter((f) => f.status === 'loaded').map((f) => f.family)")
    assert {family.strip('"') for family in families} == {"Naskh", "Plex"}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_screen_is_too_narrow(page: Page, record: Record, language: str) -> None:
    for address in (f"/?lang={language}", f"/reports/{record.id}?lang={language}"):
        page.goto(address)
        for width in (320, 390, 768, 1000, 1280, 1440, 1920):
            page.set_viewport_size({"width": width, "height": 800})
            assert (width, overflow(page)) == (width, 0)


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_claims_stand_where_the_line_begins_and_events_where_it_ends(
    page: Page, record: Record, language: str, direction: str
) -> None:
    opened(page, record, f"?lang={language}")
    places = [
        page.locator(selector).first.bounding_box() for selector in (".card.claim", ".paragraph .text", ".card.event")
    ]
    lefts = [place["x"] for place in places if place]
    assert page.locator("html").get_attribute("dir") == direction
    assert lefts == sorted(lefts, reverse=direction == "rtl")


@pytest.mark.parametrize("width", [390, 1000, 1440])
def test_no_card_lies_upon_another(page: Page, record: Record, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    opened(page, record)
    page.locator("details summary").first.click()
    page.wait_for_timeout(100)
    boxes = [card.bounding_box() for card in page.locator(".card").all()]
    cards = [box for box in boxes if box]
    assert len(cards) == len(record.claims) + len(record.events)
    for i, a in enumerate(cards):
        for b in cards[i + 1 :]:
            apart_x = a["x"] + a["width"] <= b["x"] or b["x"] + b["width"] <= a["x"]
            apart_y = a["y"] + a["height"] <= b["y"] or b["y"] + b["height"] <= a["y"]
            assert apart_x or apart_y


def test_the_keyboard_reaches_every_claim_and_event(page: Page, record: Record) -> None:
    opened(page, record)
    reached = set()
    for _ in range(200):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("decodeURIComponent(document.activeElement.hash ?? '').slice(1)"))
    assert {claim.id for claim in record.claims} <= reached
    assert {event.id for event in record.events} <= reached


def test_a_number_leads_to_its_card_and_back(page: Page, record: Record) -> None:
    opened(page, record)
    page.locator(".pin").first.focus()
    page.keyboard.press("Enter")
    card = page.locator(".card:target")
    assert card.get_attribute("id") == record.claims[0].id
    card.locator(".number").first.click()
    assert page.locator(".pin:target").inner_text() == "1"


def test_pointing_at_a_card_lights_its_words_and_no_others(page: Page, record: Record) -> None:
    opened(page, record)
    assert set(page.evaluate(LIT, "c3")) == {""}
    page.locator(".card.c3").hover()
    assert set(page.evaluate(LIT, "c3")) == {"1"}
    assert set(page.evaluate(LIT, "c4")) == {""}


def test_a_click_on_content_opens_the_narrowest_card(page: Page, record: Record) -> None:
    opened(page, record)
    page.locator(".text .mark.content:not(a)", has_text="الطرفين").click()
    assert page.locator(".card:target").get_attribute("id") == "clm_00000000000000a8"


def test_all_is_there_without_a_script(browser: Browser, site: str, record: Record) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1440, "height": 900}, base_url=site)
    page = context.new_page()
    page.goto(f"/reports/{record.id}")
    assert page.locator(".card").count() == len(record.claims) + len(record.events)
    assert all(card.is_visible() for card in page.locator(".card").all())
    page.locator(".pin").nth(2).click()
    assert page.locator(".card:target").count() == 1
    page.locator(".card:target details summary").click()
    assert page.locator(".card:target details code").is_visible()
    context.close()


def test_the_list_can_be_searched(page: Page, record: Record) -> None:
    page.goto("/")
    page.get_by_role("searchbox").fill("سوتك")
    page.keyboard.press("Enter")
    page.get_by_role("link", name=record.title or "").click()
    assert page.url.endswith(record.id)
