"""What stands on the pages before anybody types."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conversation import Conversation

SAFETY = "/static/device-safety.html"


def test_the_page_says_first_what_it_is(talk: Conversation) -> None:
    expect(talk.page).to_have_title(re.compile("Waymark"))
    expect(talk.page.locator("html")).to_have_attribute("lang", "en-GB")
    expect(talk.page.get_by_role("heading", level=1)).to_contain_text("sexual in a child's behaviour")
    expect(talk.page.get_by_text("It is a computer guide")).to_be_visible()


def test_the_page_says_that_it_keeps_nothing(talk: Conversation) -> None:
    expect(talk.page.get_by_text("It keeps nothing.")).to_be_in_viewport()


def test_the_page_says_when_to_ring_999_and_rings_at_a_tap(talk: Conversation) -> None:
    ring = talk.page.get_by_role("link", name="Ring 999")
    expect(ring).to_be_in_viewport()
    expect(ring).to_have_attribute("href", "tel:999")
    expect(talk.page.get_by_text("if a child is in danger or badly hurt now")).to_be_visible()


def test_the_exit_and_the_box_are_in_sight_from_the_start(talk: Conversation) -> None:
    for part in (talk.exit, talk.box, talk.send):
        expect(part).to_be_in_viewport()


@pytest.mark.parametrize("path", ["/", SAFETY])
def test_every_page_says_that_it_is_a_demonstration_until_it_is_signed_off(page: Page, server: str, path: str) -> None:
    page.goto(server + path)
    expect(page.get_by_text("no safeguarding lead has checked this guidance")).to_be_visible()


def test_without_javascript_the_page_gives_people_to_ring(chromium: Browser, server: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server)
    fallback = page.locator(".fallback")
    for number in ("tel:999", "tel:08088005000", "tel:08001111", "tel:101"):
        expect(fallback.locator(f'a[href="{number}"]')).to_be_visible()
    context.close()


def test_a_page_says_what_the_exit_cannot_do(talk: Conversation) -> None:
    talk.page.get_by_role("link", name="What the exit button can and cannot do").click()
    expect(talk.page.get_by_role("heading", level=1)).to_contain_text("can and cannot do")
    for word in ("History.", "Other tabs.", "Watching."):
        expect(talk.page.get_by_text(word, exact=True)).to_be_visible()


def test_going_between_the_pages_leaves_no_step_behind(page: Page, server: str) -> None:
    page.goto("about:blank")
    page.goto(server)
    page.get_by_role("link", name="What the exit button can and cannot do").click()
    page.get_by_role("link", name="Back to Waymark").click()
    expect(page).to_have_url(f"{server}/")
    page.go_back()
    expect(page).to_have_url("about:blank")


def test_a_link_pressed_before_the_page_has_all_its_scripts_leaves_no_step_either(page: Page, server: str) -> None:
    page.route("**/static/page.js", lambda route: route.abort())
    test_going_between_the_pages_leaves_no_step_behind(page, server)
