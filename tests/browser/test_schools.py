"""The quick check for schools: one box, the first answer beside the firm one, a sheet for the record."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Seen
from tests.browser.test_nothing_left_behind import KEPT
from tests.browser.worker import STORY, Staff


@pytest.fixture
def check(page: Page, server: str) -> Staff:
    check = Staff(page)
    check.open(f"{server}/schools")
    return check


def test_there_is_one_box_and_it_comes_first(check: Staff) -> None:
    expect(check.page.get_by_role("textbox")).to_have_count(1)
    expect(check.page.get_by_role("textbox", name="What happened?")).to_be_in_viewport(ratio=1)


def test_a_whole_check_ends_in_an_answer_with_steps_and_the_front_door(check: Staff) -> None:
    check.carry_to_result()
    firm = check.page.get_by_role("region", name="Firm answer")
    expect(firm.get_by_role("heading", name="Red")).to_be_visible()
    expect(firm.get_by_text("What to do now")).to_be_visible()
    expect(check.contacts.locator(".contact").first).to_be_visible()


def test_the_first_answer_comes_at_once_and_then_stands_beside_the_firm_one(check: Staff) -> None:
    check.say(STORY)
    first = check.page.get_by_role("region", name="First answer, not final")
    expect(first.get_by_role("heading", name="Red")).to_be_visible()
    expect(first.get_by_text("Not the final answer yet")).to_be_visible()
    expect(first.get_by_text("What to tell the parents")).to_be_visible()
    expect(check.contacts.locator(".contact").first).to_be_visible()
    asking = check.page.get_by_role("region", name="To make it firm")
    with check.page.expect_response("**/api/message"):
        asking.get_by_role("button", name="Yes:").click()
    asking.get_by_role("button", name="Stoke-on-Trent").click()
    firm = check.page.get_by_role("region", name="Firm answer")
    expect(firm.get_by_role("heading", name="Red")).to_be_visible()
    expect(first.get_by_role("heading", name="Red")).to_be_visible()
    left, right = first.bounding_box(), firm.bounding_box()
    assert left and right
    assert left["y"] == right["y"]
    assert left["x"] + left["width"] < right["x"]


def test_the_sheet_for_the_record_has_the_answer_and_empty_lines_and_nothing_that_was_typed(check: Staff) -> None:
    check.page.evaluate("window.print = () => { window.printed = true; }")
    check.carry_to_result()
    check.page.get_by_role("button", name="Print the record sheet").click()
    check.page.wait_for_function("window.printed")
    check.page.emulate_media(media="print")
    paper = check.page.locator(".paper")
    expect(paper.get_by_text("Summary, 18 November 2026")).to_be_visible()
    expect(paper.get_by_text("What to record")).to_be_visible()
    assert paper.locator(".write").count() == paper.locator(".checklist .body > ul > li").count() > 4
    expect(check.box).to_be_hidden()
    assert STORY not in paper.inner_text()


def test_starting_a_new_one_leaves_nothing_of_the_last(check: Staff) -> None:
    check.say(STORY)
    with check.page.expect_response("**/api/session"):
        check.page.get_by_role("button", name="Start a new one").click()
    expect(check.page.locator(".assessment, .contact, .paper > *")).to_have_count(0)
    expect(check.box).to_be_focused()


def test_nothing_is_kept_and_nobody_else_is_asked(
    check: Staff, context: BrowserContext, seen: Seen, server: str
) -> None:
    check.carry_to_result()
    assert STORY not in check.frame.evaluate("(frame) => frame.getRootNode().textContent")
    assert not any(check.page.evaluate(KEPT).values())
    assert context.cookies() == []
    assert all(address.startswith(server) for _, address in seen.requests)
    assert seen.complaints == []
