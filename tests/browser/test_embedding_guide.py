"""What docs/embedding.md says to put on a website works, word for word, on a website of another origin."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from bot.allowed_origins import allowed_origins
from bot.settings import Settings
from tests.browser.conftest import Seen
from tests.browser.conversation import Conversation
from tests.browser.host_page import host
from tests.running import HOST_SITE

GUIDE = (Path(__file__).parents[2] / "docs" / "embedding.md").read_text(encoding="utf-8")
BLOCKS = dict(re.findall(r"^```\w+ ([\w-]+)\n(.*?)^```", GUIDE, re.DOTALL | re.MULTILINE))
ELSEWHERE = "https://www.bbc.co.uk/weather"
BEFORE = "default-src 'none'; img-src data:; "  # what the website's own policy may say besides


def block(name: str, server: str) -> str:
    """A block of the guide, with the real server in the place of the one in it."""
    return BLOCKS[name].replace("https://waymark.example.org", server)


def site(context: BrowserContext, server: str, element: str) -> str:
    """A page with a block of the guide on it, under the policy of the guide; its address."""
    style = f"{BLOCKS['place']}\n{BLOCKS['theme']}"
    return host(context, HOST_SITE, element, BEFORE + block("policy", server).strip(), style, script="")


def wordpress(server: str) -> str:
    """What WordPress makes of the lines in the guide."""
    address = re.search(r"'(\S+/static/\S+)'", block("wordpress", server))
    assert address
    return f'<script type="module" src="{address[1]}" id="waymark-js-module"></script>{block("block", server)}'


def test_the_settings_of_the_guide_can_be_read() -> None:
    settings = Settings.from_environment(dict(line.split("=") for line in BLOCKS["settings"].split()))
    assert allowed_origins(settings) == {"https://www.example.org"} == {settings.frame_ancestors}


@pytest.mark.parametrize("way", ["element", "wordpress"])
def test_the_lines_of_the_guide_give_a_whole_conversation_on_another_site(
    page: Page, server: str, context: BrowserContext, seen: Seen, expect_ended: Callable[[str], None], way: str
) -> None:
    lines = wordpress(server) if way == "wordpress" else block(way, server)
    talk = Conversation(page)
    talk.open(site(context, server, lines))
    talk.carry_to_result()
    expect(talk.send).to_have_css("background-color", "rgb(107, 31, 79)")
    assert seen.complaints == []
    hosts = {address for _, address in seen.requests if not address.startswith((f"{server}/", f"{HOST_SITE}/"))}
    assert hosts == set()
    page.goto("about:blank")
    expect_ended(talk.session)


def test_the_element_fills_the_place_that_the_page_gives_it(page: Page, server: str, context: BrowserContext) -> None:
    page.goto(site(context, server, block("element", server)))
    talk = Conversation(page)
    expect(talk.answers.get_by_role("button").first).to_be_visible()
    place, whole = page.locator(".waymark-place").bounding_box(), talk.chat.bounding_box()
    assert place and whole
    assert whole["height"] == place["height"] == 640


def test_the_panel_of_the_guide_opens(page: Page, server: str, context: BrowserContext) -> None:
    page.goto(site(context, server, block("panel", server)))
    talk = Conversation(page)
    talk.widget.get_by_role("button", name="Ask Waymark").click()
    expect(talk.widget.get_by_role("heading", name="Worried about a child?")).to_be_visible()
    expect(talk.answers.get_by_role("button").first).to_be_visible()


def test_a_site_that_was_not_named_gets_neither_the_widget_nor_an_answer(
    page: Page, server: str, context: BrowserContext
) -> None:
    other = "http://localhost:8098"
    page.goto(host(context, other, block("element", server), BEFORE + block("policy", server).strip(), script=""))
    expect(page.get_by_text("NSPCC helpline:")).to_be_visible()  # what stands between the tags
    assert page.evaluate("customElements.get('waymark-chat') === undefined")
    refused = page.evaluate(
        """(address) => fetch(address, { method: "POST", body: "{}", headers: { "Content-Type": "application/json" } })
            .then(() => "answered", () => "refused")""",
        f"{server}/api/session",
    )
    assert refused == "refused"


def test_every_attribute_and_every_property_of_the_guide_is_one_and_none_is_left_out() -> None:
    static = Path(__file__).parents[2] / "bot" / "static"
    code = (static / "waymark-chat.js").read_text(encoding="utf-8")
    attributes = set(re.findall(r"[gh][ea][ts]Attribute\(\"([\w-]+)\"\)", code)) | {"lang"}
    assert set(re.findall(r"^\| `([\w-]+)` \|", GUIDE, re.MULTILINE)) == attributes
    style = (static / "waymark-chat.css").read_text(encoding="utf-8")
    assert set(re.findall(r"--waymark-[\w-]+(?=:)", BLOCKS["theme"])) == set(re.findall(r"--waymark-[\w-]+", style))


@pytest.fixture
def framed(context: BrowserContext, server: str) -> str:
    """The policy of a page that may frame the server, which allows it as the setting in the guide would.

    The setting itself is tested in tests/bot/test_security_headers.py.
    """

    def allow(route: Route) -> None:
        answer = route.fetch()
        closed = answer.headers["content-security-policy"]
        policy = closed.replace("frame-ancestors 'none'", f"frame-ancestors {HOST_SITE}")
        headers = {name: value for name, value in answer.headers.items() if name != "x-frame-options"}
        route.fulfill(response=answer, headers={**headers, "content-security-policy": policy})

    context.route(f"{server}/", allow)
    context.route(ELSEWHERE, lambda route: route.fulfill(content_type="text/html", body="<p>Weather</p>"))
    return f"{BEFORE}style-src 'self'; {block('frame-policy', server).strip()}"


@pytest.mark.parametrize("way", ["click", "Shift"])
def test_in_the_frame_of_the_guide_the_exit_moves_the_whole_window(
    page: Page, server: str, context: BrowserContext, framed: str, way: str
) -> None:
    page.goto(host(context, HOST_SITE, block("frame", server), framed, script=""))
    inside = page.frame_locator("iframe")
    expect(inside.locator("waymark-chat .answers button").first).to_be_visible()
    if way == "click":
        inside.get_by_role("button", name="Quick exit").click()
    else:
        inside.get_by_label("Your message").focus()
        for _ in range(3):
            page.keyboard.press("Shift")
    expect(page).to_have_url(ELSEWHERE)


def test_a_frame_that_may_not_move_the_window_is_blanked_and_left(
    page: Page, server: str, context: BrowserContext, framed: str
) -> None:
    frame = block("frame", server).replace("<iframe", '<iframe sandbox="allow-scripts allow-same-origin"')
    page.goto(host(context, HOST_SITE, frame, f"{framed} {ELSEWHERE}", script=""))
    page.frame_locator("iframe").get_by_role("button", name="Quick exit").click()
    expect(page.frame_locator("iframe").locator("waymark-chat")).to_have_count(0)
    expect(page.frame_locator("iframe").get_by_text("Weather")).to_be_visible()
