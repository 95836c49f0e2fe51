"""The widget on somebody else's page: as a panel, themed, under a strict policy."""

import json

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Seen
from tests.browser.conversation import Conversation
from tests.browser.host_page import host

THEME = "waymark-chat { --waymark-accent: rgb(120, 20, 90); }"


def test_a_panel_opens_from_its_button_and_closes_with_escape(page: Page, server: str, context: BrowserContext) -> None:
    talk = Conversation(page)
    page.goto(host(context, server, "<waymark-chat panel></waymark-chat>"))
    opener = talk.widget.get_by_role("button", name="Ask Waymark")
    expect(talk.chat).to_be_hidden()
    opener.press("Enter")
    expect(talk.box).to_be_focused()
    expect(talk.answers.get_by_role("button").first).to_be_visible()
    talk.box.press("Escape")
    expect(talk.chat).to_be_hidden()
    expect(opener).to_be_focused()


def test_a_panel_asks_the_server_nothing_until_it_is_opened(
    page: Page, server: str, context: BrowserContext, seen: Seen
) -> None:
    page.goto(host(context, server, "<waymark-chat panel></waymark-chat>"))
    expect(page.get_by_role("button", name="Ask Waymark")).to_be_visible()
    assert not any("/api/" in address for _, address in seen.requests)


def test_the_attributes_say_who_asks_where_and_under_which_title(
    page: Page, server: str, context: BrowserContext
) -> None:
    element = '<waymark-chat audience="school" area="stoke" title="Worried about a child?"></waymark-chat>'
    with page.expect_request("**/api/session") as opening:
        page.goto(host(context, server, element))
    assert json.loads(opening.value.post_data or "") == {"audience": "school", "area": "stoke"}
    expect(page.get_by_role("heading", name="Worried about a child?")).to_be_visible()
    assert page.locator("waymark-chat").get_attribute("title") is None


def test_the_page_around_it_gives_it_its_colours(page: Page, server: str, context: BrowserContext) -> None:
    page.goto(host(context, server, "<waymark-chat></waymark-chat>", theme=THEME))
    expect(Conversation(page).send).to_have_css("background-color", "rgb(120, 20, 90)")


def test_it_works_under_a_strict_policy(page: Page, server: str, context: BrowserContext, seen: Seen) -> None:
    page.goto(host(context, server, "<waymark-chat></waymark-chat>"))
    talk = Conversation(page)
    expect(talk.answers.get_by_role("button").first).to_be_visible()
    talk.carry_to_result()
    assert seen.complaints == []
