"""A person's hands in the browser: finding the parts of the widget, saying and choosing things in it."""

from playwright.sync_api import Locator, Page, expect

_MOST_TURNS = 25
_STORY = "my little boy keeps touching his private parts on purpose in front of the whole class"
_AGE = "8"
# Which of the offered values to take for each thing that Waymark asks; the first that is offered.
_WANTED = ("parent", "stoke", "displayed", "yes", "8", "no", "unknown")


class Conversation:
    """The widget on `page`. Each turn returns when the answer has been shown."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.widget = page.locator("waymark-chat")
        self.chat = self.widget.locator(".chat")
        self.log = self.widget.get_by_role("log")
        self.box = self.widget.get_by_label("Your message")
        self.send = self.widget.get_by_role("button", name="Send", exact=True)
        self.exit = self.widget.get_by_role("button", name="Quick exit")
        self.answers = self.widget.locator(".answers")
        self.trouble = self.widget.locator(".trouble")
        self.result = self.widget.locator(".assessment")
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

    def choose(self, button: Locator) -> None:
        """Press one of the offered answers and wait for what follows."""
        with self.page.expect_response("**/api/message"):
            button.click()
        self.wait()

    def wait(self) -> None:
        """Wait until nothing is being sent or answered."""
        expect(self.chat).not_to_have_attribute("data-busy", "")

    def carry_to_result(self, story: str = _STORY, factors: str = "yes") -> None:
        """Answer whatever is asked, as a parent, until there is an assessment; every factor with `factors`."""
        for _ in range(_MOST_TURNS):
            if self.result.count():
                return
            self._answer(story, factors)
        raise AssertionError(f"no result after {_MOST_TURNS} turns; last asked: {self._asked()}")

    def _asked(self) -> str:
        return self.answers.get_attribute("data-asks") or ""

    def _answer(self, story: str, factors: str) -> None:
        asked = self._asked()
        if asked == "behaviour" and not self.log.locator(".own").filter(has_text=story).count():
            return self.say(story)
        if asked == "age":
            return self.say(_AGE)
        for value in (factors, *_WANTED) if asked.startswith("factor:") else _WANTED:
            button = self.answers.locator(f'button[value="{value}"]')
            if button.count():
                return self.choose(button)
        self.choose(self.answers.get_by_role("button").first)
