"""On a phone, at 400 % zoom, with large text, with a finger."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conversation import Conversation
from tests.browser.fixtures import CARDS
from tests.browser.worker import Staff

FINGER = 44
# A text link within a sentence may be smaller (WCAG 2.5.8 leaves it out); everything else a finger must hit.
TARGETS = "button, summary, textarea, .call, .tick, .ring, footer p > a:only-child"


def wider_than_the_window(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


@pytest.mark.parametrize("size", [(320, 568), (320, 256), (390, 844)], ids=["320px", "400% zoom", "phone"])
def test_nothing_has_to_be_scrolled_sideways(page: Page, server: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    talk = Conversation(page)
    talk.open(server)
    assert wider_than_the_window(page) <= 0
    talk.carry_to_result()
    assert wider_than_the_window(page) <= 0
    assert talk.widget.locator(".scroll").evaluate("(scroll) => scroll.scrollWidth - scroll.clientWidth") <= 0


def test_the_largest_text_still_fits_a_narrow_screen(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 320, "height": 568})
    talk = Conversation(page)
    talk.open(server)
    talk.carry_to_result()
    for _ in range(2):
        talk.widget.get_by_role("button", name="Text size").click()
    assert wider_than_the_window(page) <= 0


def test_everything_to_press_is_large_enough_for_a_finger(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    talk = Conversation(page)
    talk.open(server)
    talk.carry_to_result()
    small = [
        (target.inner_text(), box["width"], box["height"])
        for target in page.locator(TARGETS).all()
        if target.is_visible() and (box := target.bounding_box()) and min(box["width"], box["height"]) < FINGER
    ]
    assert small == []


def test_the_answer_is_read_from_its_beginning(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    talk = Conversation(page)
    talk.open(server)
    talk.carry_to_result()
    expect(talk.log.locator(".own").last).to_be_in_viewport(ratio=1)
    expect(talk.exit).to_be_in_viewport(ratio=1)
    expect(talk.box).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("name", ["desk", "schools"])
@pytest.mark.parametrize("size", [(320, 568), (320, 256)], ids=["320px", "400% zoom"])
def test_the_pages_for_staff_fit_a_small_screen_too(page: Page, server: str, name: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    staff = Staff(page)
    staff.open(f"{server}/{name}")
    staff.serve(*({"text": "Some words.", "card": card} for card in CARDS.values()))
    staff.say("a child is worried")
    assert wider_than_the_window(page) <= 0
    small = [
        (target.inner_text(), box["width"], box["height"])
        for target in page.locator("button, summary, textarea, .call").all()
        if target.is_visible() and (box := target.bounding_box()) and min(box["width"], box["height"]) < FINGER
    ]
    assert small == []
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(staff.exit).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("height", [600, 720, 800, 1080])
def test_on_a_desk_the_box_to_write_in_is_at_the_foot_of_the_conversation(page: Page, server: str, height: int) -> None:
    """Also where the words beside it are longer than the window and the page moves a little."""
    page.set_viewport_size({"width": 1280, "height": height})
    talk = Conversation(page)
    talk.open(server)
    composer, chat = (talk.widget.locator(part).bounding_box() for part in (".composer", ".chat"))
    assert composer is not None and chat is not None
    assert composer["y"] + composer["height"] == pytest.approx(chat["y"] + chat["height"], abs=1)
