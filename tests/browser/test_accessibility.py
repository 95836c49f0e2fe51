"""What axe-core finds on each state, in light and in dark: nothing. It finds about half of what can be wrong."""

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.conftest import DESK
from tests.browser.conversation import Conversation
from tests.browser.fixtures import CARDS
from tests.browser.worker import Staff

Scheme = Literal["light", "dark"]
State = Callable[[Conversation, str], None]


def opening(talk: Conversation, server: str) -> None:
    """Nothing has been said yet."""


def result(talk: Conversation, server: str) -> None:
    talk.carry_to_result()


def unfolded(talk: Conversation, server: str) -> None:
    talk.carry_to_result()
    for fold in talk.result.locator("summary").all():
        fold.click()


def danger(talk: Conversation, server: str) -> None:
    talk.say("help, he is hurting her right now and she is bleeding")


def trouble(talk: Conversation, server: str) -> None:
    talk.page.route("**/api/message", lambda route: route.abort())
    talk.box.fill("I am a parent")
    talk.box.press("Enter")
    expect(talk.trouble).to_be_visible()


def largest_text(talk: Conversation, server: str) -> None:
    for _ in range(2):
        talk.widget.get_by_role("button", name="Text size").click()


def safety_page(talk: Conversation, server: str) -> None:
    talk.page.goto(f"{server}/static/device-safety.html")


def desk_opening(talk: Conversation, server: str) -> None:
    Staff(talk.page).open(f"{server}/desk")


def desk_case(talk: Conversation, server: str) -> None:
    desk = Staff(talk.page)
    desk.open(f"{server}/desk")
    cards = ("script", "case", "considerations", "summary", "safety_plan")
    desk.serve(*({"text": "Some words.", "card": CARDS[kind]} for kind in cards))
    desk.say("the caller is worried")


def desk_result(talk: Conversation, server: str) -> None:
    desk = Staff(talk.page)
    desk.open(f"{server}/desk")
    desk.carry_to_result()


def schools_opening(talk: Conversation, server: str) -> None:
    Staff(talk.page).open(f"{server}/schools")


def schools_result(talk: Conversation, server: str) -> None:
    check = Staff(talk.page)
    check.open(f"{server}/schools")
    check.carry_to_result()


STATES = [
    *(opening, result, unfolded, danger, trouble, largest_text, safety_page),
    *(desk_opening, desk_case, desk_result, schools_opening, schools_result),
]


def faults(page: Page, axe: str) -> list[str]:
    page.evaluate(axe)
    # What is right is not listed: on a long form that list takes its time, and nobody reads it.
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [f"{one['id']}: {one['nodes'][0]['failureSummary']}" for one in found["violations"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(
    chromium: Browser, server: str, axe: str, state: State, scheme: Literal["light", "dark"]
) -> None:
    phone: ViewportSize = {"width": 390, "height": 844}
    size = DESK if "desk" in state.__name__ else phone
    context = chromium.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce")
    talk = Conversation(context.new_page())
    talk.open(server)
    state(talk, server)
    assert faults(talk.page, axe) == []
    context.close()


def test_the_parts_of_the_page_can_be_found_by_name(talk: Conversation) -> None:
    expect(talk.page.locator("body")).to_match_aria_snapshot(
        """
        - main:
          - heading /sexual in a child's behaviour/ [level=1]
          - region "Waymark":
            - heading "Waymark" [level=2]
            - button /Text size/
            - button "Quick exit"
            - region "Conversation":
              - log "Conversation"
              - group "Answers you can choose"
            - textbox "Your message"
            - button "Send"
        """
    )


def test_forced_colours_keep_every_result_apart(chromium: Browser, server: str) -> None:
    context = chromium.new_context(forced_colors="active")
    talk = Conversation(context.new_page())
    talk.open(server)
    talk.carry_to_result()
    expect(talk.result.get_by_role("heading", level=3)).to_be_visible()
    expect(talk.result.locator("header svg")).to_be_visible()
    assert talk.widget.locator(".own .said").first.evaluate("(said) => getComputedStyle(said).borderTopWidth") != "0px"
    context.close()
