"""Each kind of card by itself: our modules in a real browser, without a conversation."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.fixtures import CARDS

DRAW = """async ([card, forStaff]) => {
    const { drawCard } = await import("/static/cards.js");
    const drawn = drawCard(card, forStaff);
    document.body.replaceChildren(drawn ?? "");
    return drawn ? drawn.innerText : null;
}"""


@pytest.fixture(scope="module")
def modules(chromium: Browser, server: str) -> Iterator[Page]:
    """A page of ours that is there only to load modules into."""
    context = chromium.new_context(locale="en-GB")
    page = context.new_page()
    page.goto(f"{server}/static/device-safety.html")
    yield page
    context.close()


def drawn(page: Page, card: dict[str, Any], for_staff: bool = True) -> str:
    """The words of a card as they are seen."""
    text = page.evaluate(DRAW, [card, for_staff])
    assert isinstance(text, str)
    return text


def test_a_checklist_says_the_state_of_each_item_in_words(modules: Page) -> None:
    words = drawn(modules, CARDS["considerations"])
    assert "The age of both children Yes" in words
    assert "Force or threats Not known" in words
    assert "Secrecy No" in words
    assert "Earlier concerns Not asked yet" in words


def test_what_is_to_be_written_by_hand_has_an_empty_line(modules: Page) -> None:
    words = drawn(modules, CARDS["school_record"])
    assert "Date and time it happened" in words
    lines = modules.locator(".write")
    assert lines.count() == len(CARDS["school_record"]["items"])
    assert lines.first.evaluate("() => 0") == 0
    modules.add_style_tag(url="/static/waymark-chat.css")
    border, height = lines.first.evaluate(
        "(line) => [getComputedStyle(line).borderBottomStyle, line.getBoundingClientRect().height]"
    )
    assert border == "solid"
    assert height > 20


def test_a_safety_plan_shows_every_part_with_its_steps(modules: Page) -> None:
    words = drawn(modules, CARDS["safety_plan"])
    for part in CARDS["safety_plan"]["parts"]:
        assert part["title"] in words
        assert all(step in words for step in part["steps"])


def test_a_summary_is_whole_without_unfolding_anything(modules: Page) -> None:
    card = CARDS["summary"]
    words = drawn(modules, card)
    for said in (*card["behaviours"], *card["reasons"], *card["unknowns"], *card["do_now"], *card["avoid"]):
        assert said in words
    for said in ("29 November 2026", "Amber", "Step 3 of 5: problematic", "0808 800 5000", card["notice"]):
        assert said in words


def test_what_is_not_known_is_named_with_the_server_s_words(modules: Page) -> None:
    card = {"kind": "assessment", "colour": "amber", "unknowns": ["coercion"], "unknown_names": ["force or threats"]}
    drawn(modules, card)
    modules.get_by_text("What could change this").click()
    assert modules.get_by_text("force or threats").is_visible()


@pytest.mark.parametrize(("for_staff", "shown"), [(True, True), (False, False)])
def test_the_continuum_is_for_professionals(modules: Page, for_staff: bool, shown: bool) -> None:
    words = drawn(modules, {"kind": "assessment", "colour": "red", "continuum": "abusive"}, for_staff)
    assert ("Step 4 of 5: abusive" in words) is shown


@pytest.mark.parametrize("colour", ["green", "amber", "red"])
def test_each_colour_is_a_word_before_it_is_a_colour(modules: Page, colour: str) -> None:
    words = drawn(modules, {"kind": "assessment", "colour": colour})
    assert colour.capitalize() in words.splitlines()


def test_a_first_answer_says_that_it_is_not_final(modules: Page) -> None:
    assert "Not the final answer yet" in drawn(modules, {"kind": "assessment", "colour": "red", "provisional": True})


def test_a_contact_says_in_words_whether_it_is_open_and_when_it_was_checked(modules: Page) -> None:
    card = {"kind": "contact", "role": "mash", "name": "Front door", "phone": "01234 567890", "hours": "9 to 5"}
    open_now = drawn(modules, {**card, "open_now": True, "checked_on": "2026-03-01"})
    assert "Open now · 9 to 5" in open_now
    assert "Number last checked on 1 March 2026" in open_now
    closed = drawn(modules, {**card, "open_now": False})
    assert "Closed now" in closed
    assert "Number not yet checked" in closed
    assert modules.get_by_role("link", name="Call 01234 567890").get_attribute("href") == "tel:01234567890"


def test_an_address_that_is_no_web_address_is_no_link(modules: Page) -> None:
    source = {"title": "A source", "ref": "javascript:alert(1)"}
    drawn(modules, {"kind": "topic", "topic": "a", "sources": [source]})
    assert modules.get_by_role("link").count() == 0


@pytest.mark.parametrize("kind", ["case", "script", "route", "not_known_yet"])
def test_a_kind_that_is_shown_elsewhere_or_not_known_draws_nothing(modules: Page, kind: str) -> None:
    assert modules.evaluate(DRAW, [{"kind": kind}, True]) is None


def test_the_text_of_a_summary_for_another_system_holds_all_of_it(modules: Page) -> None:
    card = CARDS["summary"]
    text = modules.evaluate("async (card) => (await import('/static/summary.js')).summaryText(card)", card)
    assert text.splitlines()[:5] == [
        "Waymark. Summary, 2026-11-29",
        "Amber; Hackett continuum: problematic",
        "Not the final answer yet: some things are still not known.",
        "The age you gave: 8",
        "Touching another child's private parts",
    ]
    for said in (*card["reasons"], *card["unknowns"], *card["do_now"], *card["avoid"], "NSPCC Helpline: 0808 800 5000"):
        assert f"- {said}" in text
    assert text.endswith(card["notice"])
