"""Pictures of every state, for docs/pictures: `python -m tests.browser.pictures [NAME ...]`.

Taken in a real Chromium from the real server, which is started for it. Look at them after each change of the looks.
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.browser import launch
from tests.browser.conversation import Conversation
from tests.browser.host_page import host
from tests.browser.worker import STORY, Staff
from tests.running import ROOT, Running

FOLDER = ROOT / "docs" / "pictures"
PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 800}
PAPER = {"width": 794, "height": 1123}  # A4 at 96 points an inch
GREEN = "my son of 4 touches his private parts when he is tired"
AMBER = "my son of 7 drew a picture of people having sex"
RED = "my little boy keeps touching his private parts on purpose in front of the whole class"
DANGER = "help, he is hurting her right now and she is bleeding"


def opening(page: Page, server: str) -> Conversation:
    talk = Conversation(page)
    talk.open(server)
    return talk


def told(story: str) -> Callable[[Page, str], Conversation]:
    def tell(page: Page, server: str) -> Conversation:
        talk = opening(page, server)
        talk.carry_to_result(story, "no")
        return talk

    return tell


def question(page: Page, server: str) -> None:
    talk = opening(page, server)
    talk.choose(talk.answers.get_by_role("button").first)
    talk.say(RED)


def contacts(page: Page, server: str) -> None:
    talk = told(RED)(page, server)
    talk.widget.locator(".contact").first.scroll_into_view_if_needed()
    talk.widget.locator(".contact").first.evaluate("(card) => card.scrollIntoView()")


def unfolded(page: Page, server: str) -> None:
    talk = told(AMBER)(page, server)
    for fold in talk.result.locator("summary").all():
        fold.click()
    talk.result.evaluate("(card) => card.scrollIntoView()")


def danger(page: Page, server: str) -> None:
    opening(page, server).say(DANGER)


def offline(page: Page, server: str) -> None:
    talk = opening(page, server)
    page.context.set_offline(True)
    talk.box.fill("I am a parent")
    talk.box.press("Enter")
    talk.trouble.wait_for()
    talk.trouble.scroll_into_view_if_needed()


def largest(page: Page, server: str) -> None:
    talk = told(AMBER)(page, server)
    for _ in range(2):
        talk.widget.get_by_role("button", name="Text size").click()
    talk.result.evaluate("(card) => card.scrollIntoView()")


def printed(page: Page, server: str) -> None:
    told(RED)(page, server)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")


def panel(page: Page, server: str) -> None:
    page.goto(host(page.context, server, "<p>Bins are emptied on Mondays.</p><waymark-chat panel></waymark-chat>"))
    talk = Conversation(page)
    talk.widget.get_by_role("button", name="Ask Waymark").click()
    talk.answers.get_by_role("button").first.wait_for()


def safety(page: Page, server: str) -> None:
    page.goto(f"{server}/device-safety")


def staff(name: str, *, told: bool = False, to_result: bool = False) -> Callable[[Page, str], Staff]:
    def show(page: Page, server: str) -> Staff:
        one = Staff(page)
        one.open(f"{server}/{name}")
        if told:
            one.say(STORY)
        if to_result:
            one.carry_to_result()
        return one

    return show


def sheet(page: Page, server: str) -> None:
    check = staff("schools", to_result=True)(page, server)
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print the record sheet").click()
    check.wait()
    page.emulate_media(media="print")


# Name: what to do, how large the window is, and how the browser is set.
STATES: dict[str, tuple[Callable[[Page, str], Any], dict[str, int], dict[str, Any]]] = {
    "opening": (opening, DESKTOP, {}),
    "phone-opening": (opening, PHONE, {}),
    "phone-question": (question, PHONE, {}),
    "phone-green": (told(GREEN), PHONE, {}),
    "phone-amber": (told(AMBER), PHONE, {}),
    "phone-red": (told(RED), PHONE, {}),
    "phone-why": (unfolded, PHONE, {}),
    "phone-contacts": (contacts, PHONE, {}),
    "phone-danger": (danger, PHONE, {}),
    "phone-offline": (offline, PHONE, {}),
    "phone-largest-text": (largest, PHONE, {}),
    "phone-dark": (told(AMBER), PHONE, {"color_scheme": "dark"}),
    "phone-forced-colours": (told(RED), PHONE, {"forced_colors": "active"}),
    "result": (told(RED), DESKTOP, {}),
    "panel": (panel, DESKTOP, {}),
    "device-safety": (safety, PHONE, {}),
    "summary-on-paper": (printed, PAPER, {}),
    "desk-opening": (staff("desk"), DESKTOP, {}),
    "desk-call": (staff("desk", told=True), DESKTOP, {}),
    "desk-result": (staff("desk", to_result=True), DESKTOP, {}),
    "desk-dark": (staff("desk", to_result=True), DESKTOP, {"color_scheme": "dark"}),
    "schools-first": (staff("schools", told=True), DESKTOP, {}),
    "schools-firm": (staff("schools", to_result=True), DESKTOP, {}),
    "schools-phone": (staff("schools", to_result=True), PHONE, {}),
    "schools-sheet": (sheet, PAPER, {}),
}


def take(browser: Browser, server: str, name: str) -> None:
    """Write the picture of one state."""
    act, size, settings = STATES[name]
    context: BrowserContext = browser.new_context(viewport=size, locale="en-GB", reduced_motion="reduce", **settings)  # type: ignore[arg-type]
    page = context.new_page()
    act(page, server)
    page.screenshot(path=FOLDER / f"{name}.png", full_page=size is PAPER)
    context.close()
    print(f"{name}.png", flush=True)


def main(names: list[str]) -> int:
    """Take the pictures with these names, or all. Gives the exit status."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        running = Running(Path(folder))
        browser = launch(playwright)
        try:
            for name in names or STATES:
                take(browser, running.address, name)
        finally:
            browser.close()
            running.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
