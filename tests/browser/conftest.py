"""A real Chromium, one fresh profile for each test, with every request and every complaint of the page written down."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

from tests.browser.conversation import Conversation

_ROOT = Path(__file__).parents[2]
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
QUIET = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
# A choice that was never offered is refused without a turn, as long as there is a session.
_IS_ENDED = """async (session) => {
    const body = JSON.stringify({ session, choice: "never offered" });
    const headers = { "Content-Type": "application/json" };
    return (await fetch("/api/message", { method: "POST", headers, body })).status === 404;
}"""
DESK: ViewportSize = {"width": 1280, "height": 900}


@dataclass
class Seen:
    """What the page did: `requests` as (method, address), `complaints` as the console's warnings and errors."""

    requests: list[tuple[str, str]] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        """Write down what every page of `context` does from now on."""
        context.on("request", lambda request: self.requests.append((request.method, request.url)))
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        context.on("console", self._hear)

    def _hear(self, message: Any) -> None:
        if message.type in ("warning", "error"):
            self.complaints.append(message.text)


# Closed when the last test of this folder has run: while it is open, no other event loop can run in this process.
@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """The browser itself."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A profile of its own, with nothing in it. It keeps nothing after the test."""
    context = chromium.new_context(viewport=DESK, reduced_motion="reduce", locale="en-GB")
    yield context
    context.close()


@pytest.fixture
def seen(context: BrowserContext) -> Seen:
    """What the page asks for and complains of, from the first request on."""
    seen = Seen()
    seen.watch(context)
    return seen


@pytest.fixture
def page(context: BrowserContext, seen: Seen) -> Page:
    """An empty tab."""
    return context.new_page()


@pytest.fixture
def talk(page: Page, server: str) -> Conversation:
    """The page, open, with the first question on it."""
    conversation = Conversation(page)
    conversation.open(server)
    return conversation


@pytest.fixture
def expect_ended(chromium: Browser, server: str) -> Iterator[Callable[[str], None]]:
    """Waits until the server no longer knows a session. What a page sends as it goes is not reported by the browser."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{server}/static/favicon.svg")

    def wait(session: str) -> None:
        page.wait_for_function(_IS_ENDED, arg=session)

    yield wait
    context.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, as `make` fetched it."""
    return (_ROOT / ".waymark" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
