"""Leaving at once."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conversation import Conversation

ELSEWHERE = "https://www.bbc.co.uk/weather"


@pytest.fixture(autouse=True)
def elsewhere(context: BrowserContext) -> None:
    """The page that the exit leads to, without asking its real host."""
    context.route(ELSEWHERE, lambda route: route.fulfill(content_type="text/html", body="<title>Weather</title>"))


@pytest.fixture
def talk(page: Page, server: str) -> Conversation:
    """An open page that came after an empty one."""
    page.goto("about:blank")
    talk = Conversation(page)
    talk.open(server)
    return talk


def press_shift(page: Page, times: int) -> None:
    for _ in range(times):
        page.keyboard.press("Shift")


def test_a_click_leaves_and_ends_the_session(talk: Conversation, expect_ended: Callable[[str], None]) -> None:
    talk.say("I am a parent")
    talk.exit.click()
    expect(talk.page).to_have_url(ELSEWHERE)
    expect_ended(talk.session)


def test_the_page_is_blank_in_the_same_moment(talk: Conversation) -> None:
    talk.say("I am a parent")
    left = talk.exit.evaluate("(exit) => { exit.click(); return document.documentElement.childElementCount; }")
    assert left == 0
    expect(talk.page).to_have_url(ELSEWHERE)


def test_back_does_not_return_to_the_conversation(talk: Conversation) -> None:
    talk.say("I am a parent")
    talk.exit.click()
    expect(talk.page).to_have_url(ELSEWHERE)
    talk.page.go_back()
    expect(talk.page).to_have_url("about:blank")


def test_shift_three_times_leaves(talk: Conversation) -> None:
    press_shift(talk.page, 3)
    expect(talk.page).to_have_url(ELSEWHERE)


def test_shift_three_times_leaves_from_the_box_too(talk: Conversation) -> None:
    talk.box.press_sequentially("My")
    press_shift(talk.page, 3)
    expect(talk.page).to_have_url(ELSEWHERE)


def test_typing_capitals_never_leaves(talk: Conversation, server: str) -> None:
    talk.box.focus()
    for letter in "HELP ME PLEASE":
        talk.page.keyboard.press(f"Shift+{letter}" if letter != " " else "Space")
    press_shift(talk.page, 2)
    talk.page.keyboard.press("Shift+A")
    press_shift(talk.page, 1)
    talk.page.keyboard.press("a")
    press_shift(talk.page, 2)
    expect(talk.box).to_have_value("HELP ME PLEASEAa")
    expect(talk.page).to_have_url(f"{server}/")


def test_a_click_between_starts_the_count_again(talk: Conversation, server: str) -> None:
    press_shift(talk.page, 2)
    talk.box.click()
    press_shift(talk.page, 1)
    expect(talk.page).to_have_url(f"{server}/")
    press_shift(talk.page, 2)
    expect(talk.page).to_have_url(ELSEWHERE)


def test_slow_presses_do_not_leave(talk: Conversation, server: str) -> None:
    # The event itself says when it was, so nothing has to be waited for.
    left = talk.page.evaluate(
        """async () => {
            const { onThreeShifts } = await import("/static/exit.js");
            let left = 0;
            onThreeShifts(() => (left += 1));
            const press = (type, at) => {
                const event = new KeyboardEvent(type, { key: "Shift" });
                Object.defineProperty(event, "timeStamp", { value: at });
                document.dispatchEvent(event);
            };
            for (const at of [0, 1000, 2000]) { press("keydown", at); press("keyup", at); }
            return left;
        }"""
    )
    assert left == 0
    expect(talk.page).to_have_url(f"{server}/")


def test_the_exit_of_the_safety_page_leaves_too(page: Page, server: str) -> None:
    page.goto(f"{server}/static/device-safety.html")
    page.get_by_role("link", name="Quick exit").click()
    expect(page).to_have_url(ELSEWHERE)


def test_the_exit_leads_where_the_page_says(page: Page, server: str, context: BrowserContext) -> None:
    other = f"{server}/static/favicon.svg"
    Conversation(page).open(server)
    page.locator("waymark-chat").evaluate("(chat, href) => chat.setAttribute('exit-href', href)", other)
    Conversation(page).exit.click()
    expect(page).to_have_url(other)


def test_an_exit_address_that_is_a_script_is_not_run(page: Page, server: str) -> None:
    Conversation(page).open(server)
    page.locator("waymark-chat").evaluate("(chat) => chat.setAttribute('exit-href', 'javascript:alert(1)')")
    Conversation(page).exit.click()
    expect(page).to_have_url(ELSEWHERE)


def test_the_exit_stays_in_sight_when_the_heading_is_scrolled_away(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    talk = Conversation(page)
    talk.open(server)
    for way in ("top", "bottom"):
        page.evaluate("(way) => scrollTo(0, way === 'top' ? 0 : document.body.scrollHeight)", way)
        expect(talk.exit).to_be_in_viewport(ratio=1)
