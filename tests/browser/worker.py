"""A worker's hands at the desk or the quick check."""

from typing import Any

from playwright.sync_api import Page, Route, expect

STORY = "a boy of 8 keeps touching his private parts on purpose in front of the whole class"
_MOST_TURNS = 25


class Staff:
    """One of the two pages for staff, on `page`."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.frame = page.locator(".staff")
        self.box = page.locator("textarea")
        self.answers = page.locator(".answers")
        self.trouble = page.locator(".trouble")
        self.script = page.get_by_role("region", name="Script")
        self.case = page.get_by_role("region", name="The case")
        self.contacts = page.get_by_role("region", name="Whom to ring")
        self.exit = page.get_by_role("button", name="Quick exit")
        self.session = ""

    def open(self, address: str) -> None:
        """Go to the page and wait for its first question."""
        with self.page.expect_response("**/api/session") as opened:
            self.page.goto(address)
        self.session = opened.value.json()["session"]
        expect(self.answers.get_by_role("button").first).to_be_visible()

    def say(self, words: str) -> None:
        """Type `words`, send them with Enter and wait for the answer."""
        self.box.fill(words)
        with self.page.expect_response("**/api/message"):
            self.box.press("Enter")
        self.wait()

    def press(self, keys: str) -> None:
        """Press a shortcut that sends an answer, and wait for what follows."""
        with self.page.expect_response("**/api/message"):
            self.page.keyboard.press(keys)
        self.wait()

    def wait(self) -> None:
        """Wait until nothing is being sent or answered."""
        expect(self.frame).not_to_have_attribute("data-busy", "")

    def carry_to_result(self) -> None:
        """Tell the story and give the first answer to whatever is asked, until the result; by keyboard alone."""
        self.say(STORY)
        for _ in range(_MOST_TURNS):
            if self.answers.get_attribute("data-asks") == "next":
                return
            self.press("Alt+1") if self.page.url.endswith("/desk") else self._first()
        raise AssertionError(f"no result after {_MOST_TURNS} turns; asked: {self.answers.get_attribute('data-asks')}")

    def _first(self) -> None:
        with self.page.expect_response("**/api/message"):
            self.answers.get_by_role("button").first.press("Enter")
        self.wait()

    def serve(self, *messages: dict[str, Any]) -> list[Any]:
        """Answer every message with these from now on; what is sent is put into the list that comes back."""
        sent: list[Any] = []

        def answer(route: Route) -> None:
            sent.append(route.request.post_data_json)
            route.fulfill(json={"messages": list(messages)})

        self.page.route("**/api/message", answer)
        return sent
