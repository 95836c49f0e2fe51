"""What the widget weighs on the wire, and that it brings nothing along."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conversation import Conversation
from tests.browser.host_page import host

MOST_BYTES = 15_000


def test_the_widget_alone_weighs_at_most_fifteen_kilobytes(page: Page, server: str, context: BrowserContext) -> None:
    weights: dict[str, int] = {}
    page.on(
        "requestfinished",
        lambda request: weights.update({urlsplit(request.url).path: request.sizes()["responseBodySize"]}),
    )
    page.goto(host(context, server, "<waymark-chat></waymark-chat>"))
    talk = Conversation(page)
    expect(talk.answers.get_by_role("button").first).to_be_visible()
    talk.carry_to_result()
    files = {path: size for path, size in weights.items() if path.startswith("/static/")}
    assert all(size > 0 for size in files.values())
    assert sum(files.values()) <= MOST_BYTES, files
    assert sorted(files) == [
        f"/static/{name}"
        for name in (
            *("api.js", "cards.js", "controls.js", "element.js", "exit.js", "transcript.js"),
            *("waymark-chat.css", "waymark-chat.js", "words.js"),
        )
    ]
