"""Colours that can be told apart, in light and in dark; nothing that moves; the page when colours are forced."""

from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conversation import Conversation

TEXT, EDGE = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11
PAIRS = [
    *(("--waymark-ink", ground, TEXT) for ground in ("--waymark-paper", "--waymark-ground", "--waymark-own")),
    *(("--waymark-soft", ground, TEXT) for ground in ("--waymark-paper", "--waymark-ground")),
    *(("--waymark-accent", ground, TEXT) for ground in ("--waymark-paper", "--waymark-ground", "--waymark-own")),
    *(("--waymark-edge", ground, EDGE) for ground in ("--waymark-paper", "--waymark-ground")),
    *((f"--{colour}", f"--{colour}-tint", TEXT) for colour in ("green", "amber", "red")),
    *((f"--{colour}", "--waymark-paper", TEXT) for colour in ("green", "amber", "red")),
    *(("--waymark-ink", f"--{colour}-tint", TEXT) for colour in ("green", "amber", "red")),
]
# A colour as the browser understands it, whatever way it is written: painted, and the point read back.
CHANNELS = """(host, name) => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d");
    canvas.fillStyle = getComputedStyle(host).getPropertyValue(name);
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
}"""


def luminance(channels: list[int]) -> float:
    parts = [value / 255 for value in channels[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(page: Page, one: str, other: str) -> float:
    host = page.locator("waymark-chat")
    first, second = (luminance(host.evaluate(CHANNELS, name)) for name in (one, other))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_pair_of_colours_can_be_read(chromium: Browser, server: str, scheme: Literal["light", "dark"]) -> None:
    context = chromium.new_context(color_scheme=scheme)
    page = context.new_page()
    Conversation(page).open(server)
    weak = {(one, other): found for one, other, least in PAIRS if (found := contrast(page, one, other)) < least}
    assert weak == {}
    context.close()


def test_light_and_dark_differ(chromium: Browser, server: str) -> None:
    grounds = []
    for scheme in ("light", "dark"):
        context = chromium.new_context(color_scheme=scheme)  # type: ignore[arg-type]
        page = context.new_page()
        Conversation(page).open(server)
        grounds.append(luminance(page.locator("waymark-chat").evaluate(CHANNELS, "--waymark-ground")))
        context.close()
    assert grounds[0] > 0.8 > 0.1 > grounds[1]


def test_nothing_on_the_page_moves_even_for_those_who_have_not_asked_for_stillness(
    chromium: Browser, server: str
) -> None:
    context = chromium.new_context(reduced_motion="no-preference")
    talk = Conversation(context.new_page())
    talk.open(server)
    talk.carry_to_result()
    assert talk.page.evaluate("document.getAnimations().length") == 0
    expect(talk.chat).to_have_css("transition-duration", "0s")
    context.close()
