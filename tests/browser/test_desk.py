"""The helpline desk: script, case, contacts, by keyboard, cleared between calls."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Seen
from tests.browser.test_nothing_left_behind import KEPT
from tests.browser.worker import STORY, Staff


@pytest.fixture
def desk(page: Page, server: str) -> Staff:
    desk = Staff(page)
    desk.open(f"{server}/desk")
    return desk


def test_script_left_case_right_contacts_below(desk: Staff) -> None:
    script, case, contacts = (part.bounding_box() for part in (desk.script, desk.case, desk.contacts))
    assert script and case and contacts
    assert script["x"] + script["width"] <= case["x"]
    assert contacts["y"] >= case["y"] + case["height"]
    for part in (desk.script, desk.case, desk.contacts, desk.box, desk.exit):
        expect(part).to_be_in_viewport(ratio=1)


def test_a_whole_call_by_keyboard_alone(desk: Staff) -> None:
    desk.page.keyboard.press("Alt+0")
    expect(desk.box).to_be_focused()
    desk.carry_to_result()
    expect(desk.case.get_by_role("heading", name="Red")).to_be_visible()
    expect(desk.case.get_by_text("What to do now")).to_be_attached()
    expect(desk.contacts.locator(".contact").first).to_be_visible()
    desk.page.keyboard.press("Alt+j")
    assert desk.contacts.evaluate("(contacts) => contacts.matches(':focus-within')")
    desk.page.keyboard.press("Alt+k")
    assert desk.case.evaluate("(case_) => case_.matches(':focus-within')")


def test_every_shortcut_is_on_the_screen(desk: Staff) -> None:
    for keys in ("Alt 1 to 9", "Alt 0", "Alt K", "Alt J", "Alt C", "Alt P", "Alt X"):
        expect(desk.page.get_by_label("Shortcuts").get_by_text(keys, exact=True)).to_be_visible()
    before = desk.answers.get_by_role("button").nth(2).evaluate("(b) => getComputedStyle(b, '::before').content")
    assert "Alt" in before


def test_the_words_to_read_aloud_are_larger_than_the_rest(desk: Staff) -> None:
    expect(desk.script.get_by_role("heading", name="Read aloud")).to_be_visible()
    expect(desk.script.get_by_role("heading", name="Listen for")).to_be_attached()
    size = "(line) => parseFloat(getComputedStyle(line).fontSize)"
    aloud, listen = desk.script.locator(".aloud").first, desk.script.get_by_role("listitem").first
    assert aloud.evaluate(size) > 1.2 * listen.evaluate(size)


def test_the_case_says_what_is_known_what_is_not_and_what_it_would_change(desk: Staff) -> None:
    desk.say(STORY)
    expect(desk.case).to_match_aria_snapshot(
        """
        - region "The case":
          - heading "The case" [level=2]
          - heading "No colour yet" [level=3]
          - heading "Not known" [level=3]
          - list:
            - listitem:
              - text: Behaviour
              - emphasis: could change the colour
              - 'button "Ask now: Behaviour"'
          - heading "Known" [level=3]
          - list:
            - listitem:
              - text: Age of the child who did it 8
              - 'button "Change: Age of the child who did it"'
        """
    )
    desk.press("Alt+1")
    expect(desk.case.get_by_text("So far")).to_be_visible()
    expect(desk.case.get_by_role("heading", name="Red")).to_be_visible()
    expect(desk.case.get_by_role("heading", name="Why")).to_be_attached()


def test_a_question_of_the_case_can_be_asked_in_any_order_and_an_answer_put_right(desk: Staff) -> None:
    desk.say(STORY)
    desk.press("Alt+1")
    for name, asks in (("Ask now: Force", "factor:coercion"), ("Change: Age", "age")):
        with desk.page.expect_response("**/api/message"):
            desk.case.get_by_role("button", name=name).click()
        desk.wait()
        expect(desk.answers).to_have_attribute("data-asks", asks)
    desk.say("5")
    expect(desk.case.get_by_role("listitem").filter(has_text="Age of the child who did it")).to_contain_text("5")


def test_nothing_that_was_typed_is_on_the_page_or_kept(
    desk: Staff, context: BrowserContext, seen: Seen, server: str
) -> None:
    desk.carry_to_result()
    everything = desk.frame.evaluate("(frame) => frame.getRootNode().textContent")
    assert STORY not in everything
    expect(desk.box).to_have_value("")
    assert not any(desk.page.evaluate(KEPT).values())
    assert context.cookies() == []
    assert all(address.startswith(server) for _, address in seen.requests)
    assert seen.complaints == []


def test_clearing_takes_two_presses_and_leaves_nothing_of_the_call(
    desk: Staff, expect_ended: Callable[[str], None]
) -> None:
    desk.carry_to_result()
    desk.box.fill("half a sentence")
    desk.page.keyboard.press("Alt+x")
    clear = desk.page.get_by_role("button", name="Press again to clear")
    expect(clear).to_be_focused()
    expect(desk.contacts.locator(".contact").first).to_be_visible()
    with desk.page.expect_response("**/api/session"):
        desk.page.keyboard.press("Alt+x")
    expect(desk.page.get_by_text("Cleared. Nothing of the last call is left.")).to_be_visible()
    expect(desk.box).to_be_focused()
    expect(desk.box).to_have_value("")
    expect(desk.page.locator(".contact, .advice > *, .paper > *")).to_have_count(0)
    expect(desk.case.get_by_role("heading", name="No colour yet")).to_be_visible()
    expect(desk.case.get_by_role("heading", name="Known", exact=True)).to_have_count(0)
    expect_ended(desk.session)


def test_a_slip_on_the_clear_button_is_forgotten_as_soon_as_the_focus_moves_on(desk: Staff) -> None:
    desk.page.keyboard.press("Alt+x")
    desk.box.focus()
    expect(desk.page.get_by_role("button", name="Clear for the next call")).to_be_visible()


def test_digits_without_alt_are_what_the_caller_says(desk: Staff) -> None:
    desk.box.press_sequentially("8")
    expect(desk.box).to_have_value("8")


def test_the_exit_of_the_desk_leaves_and_ends_the_session(
    desk: Staff, context: BrowserContext, expect_ended: Callable[[str], None]
) -> None:
    elsewhere = "https://www.bbc.co.uk/weather"
    context.route(elsewhere, lambda route: route.fulfill(content_type="text/html", body="<title>Weather</title>"))
    desk.exit.click()
    expect(desk.page).to_have_url(elsewhere)
    expect_ended(desk.session)


def test_people_to_ring_are_there_and_the_words_are_kept_when_the_server_is_away(desk: Staff) -> None:
    desk.page.route("**/api/message", lambda route: route.abort())
    desk.box.fill("the caller is worried")
    desk.box.press("Enter")
    for number in ("tel:999", "tel:08088005000"):
        expect(desk.trouble.locator(f'a[href="{number}"]')).to_be_visible()
    expect(desk.box).to_have_value("the caller is worried")
    desk.page.unroute("**/api/message")
    with desk.page.expect_response("**/api/message"):
        desk.trouble.get_by_role("button", name="Try again").click()
    expect(desk.trouble).to_be_hidden()


def test_the_coded_summary_can_be_copied_for_another_system(desk: Staff, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    desk.carry_to_result()
    desk.press("Alt+c")
    expect(desk.page.get_by_text("Copied: codes and Waymark's own words only.")).to_be_visible()
    copied = desk.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Waymark. Summary, 2026-11-18\nRed; Hackett continuum: problematic")
    assert "What to do now:\n- " in copied
    assert STORY not in copied


def test_on_paper_there_is_the_summary_alone(desk: Staff) -> None:
    desk.page.evaluate("window.print = () => { window.printed = true; }")
    desk.carry_to_result()
    desk.press("Alt+p")
    desk.page.wait_for_function("window.printed")
    desk.page.emulate_media(media="print")
    paper = desk.page.locator(".paper")
    expect(paper.get_by_text("Summary, 18 November 2026")).to_be_visible()
    expect(paper.get_by_text("Hackett continuum")).to_be_visible()
    assert STORY not in paper.inner_text()
    for part in (desk.script, desk.case, desk.contacts, desk.box, desk.exit):
        expect(part).to_be_hidden()
