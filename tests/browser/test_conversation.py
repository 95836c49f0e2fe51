"""Talking to Waymark: by keyboard and by pointer, and what a screen reader is told."""

import json

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conversation import Conversation


def test_a_conversation_can_be_had_by_keyboard_alone(talk: Conversation) -> None:
    talk.page.get_by_role("link", name="Go to the chat").press("Enter")
    first = talk.answers.get_by_role("button").first
    for _ in range(12):
        talk.page.keyboard.press("Tab")
        if first.evaluate("(button) => button.matches(':focus')"):
            break
    expect(first).to_be_focused()
    with talk.page.expect_response("**/api/message"):
        talk.page.keyboard.press("Enter")
    talk.wait()
    expect(talk.log.locator(".own")).to_have_count(1)
    # The focus has not jumped: it is on the group of answers, and Tab goes on to the first of the new ones.
    expect(talk.answers).to_be_focused()
    talk.page.keyboard.press("Tab")
    expect(talk.answers.get_by_role("button").first).to_be_focused()


def test_typing_leaves_the_focus_in_the_box(talk: Conversation) -> None:
    talk.say("I am a parent")
    expect(talk.box).to_be_focused()
    expect(talk.box).to_have_value("")


def test_shift_and_enter_make_a_new_line(talk: Conversation) -> None:
    talk.box.press_sequentially("one")
    talk.box.press("Shift+Enter")
    talk.box.press_sequentially("two")
    expect(talk.box).to_have_value("one\ntwo")
    expect(talk.log.locator(".own")).to_have_count(0)


def test_a_parent_gets_a_result_with_steps_reasons_and_people(talk: Conversation) -> None:
    talk.carry_to_result()
    expect(talk.result.get_by_role("heading", level=3)).to_have_text("Red")
    expect(talk.result.locator("ol").first.locator("li")).to_have_count(3)
    why = talk.result.get_by_text("Why am I seeing this?")
    reason = talk.result.locator(".folds details").first.locator("li").first
    expect(reason).to_be_hidden()
    why.click()
    expect(reason).to_be_visible()
    contact = talk.widget.locator(".contact").first
    expect(contact.get_by_role("link", name="Call").first).to_have_attribute("href", "tel:01782235100")
    expect(contact.get_by_text("Open now").first).to_be_visible()
    expect(contact.locator(".checked").first).to_contain_text("checked")


def test_whoever_tells_at_once_what_they_saw_is_shown_what_a_parent_is_shown(talk: Conversation) -> None:
    talk.say("my daughter of six pulled down a classmate's trousers")
    talk.carry_to_result()
    expect(talk.result.get_by_role("heading", level=3)).to_be_visible()
    expect(talk.result.get_by_text("Hackett continuum")).to_have_count(0)


def test_the_colour_is_said_by_word_and_by_shape_too(talk: Conversation) -> None:
    talk.carry_to_result()
    expect(talk.result.get_by_role("heading", level=3)).to_be_visible()
    shapes = talk.page.evaluate(
        """async () => {
            const { icon } = await import("/static/element.js");
            return ["green", "amber", "red", "none"].map((name) => icon(name).outerHTML);
        }"""
    )
    assert len(set(shapes)) == 4


def test_each_speaker_is_named_for_those_who_hear(talk: Conversation) -> None:
    talk.say("I am a parent")
    expect(talk.log).to_match_aria_snapshot(
        """
        - log "Conversation":
          - paragraph: /Waymark/
          - paragraph: /You/
          - paragraph: I am a parent
          - paragraph: /Waymark/
        """
    )
    for entry in talk.log.locator(".entry").all():
        assert entry.locator("p").first.inner_text().startswith(("Waymark", "You"))


def test_the_live_region_stands_before_the_first_message_and_never_holds_a_button(page: Page, server: str) -> None:
    starting: list[Route] = []
    page.route("**/api/session", lambda route: starting.append(route))
    talk = Conversation(page)
    page.goto(server)
    expect(talk.box).to_be_visible()
    expect(talk.log).to_be_attached()
    expect(talk.log.locator(".entry")).to_have_count(0)
    starting[0].continue_()
    expect(talk.answers.get_by_role("button").first).to_be_visible()
    talk.carry_to_result()
    expect(talk.log.get_by_role("button")).to_have_count(0)
    expect(talk.log.locator(".body[aria-live=off]").first).to_be_attached()


def test_a_sign_shows_while_an_answer_takes_its_time(talk: Conversation) -> None:
    held: list[Route] = []
    talk.page.route("**/api/message", lambda route: held.append(route))
    talk.box.fill("I am a parent")
    talk.box.press("Enter")
    sign = talk.widget.locator(".typing").get_by_text("Waymark is answering")
    expect(sign).to_be_attached()
    held[0].continue_()
    expect(sign).not_to_be_attached()


def test_sending_twice_sends_once(talk: Conversation) -> None:
    held: list[Route] = []
    talk.page.route("**/api/message", lambda route: held.append(route))
    choice = talk.answers.get_by_role("button").first
    choice.dblclick()
    talk.box.fill("and this at the same time")
    talk.box.press("Enter")
    expect(talk.log.locator(".own")).to_have_count(1)
    expect(talk.box).to_have_value("and this at the same time")
    held[0].continue_()
    talk.wait()
    expect(talk.log.locator(".own")).to_have_count(1)
    assert len(held) == 1


def test_nothing_is_sent_when_nothing_is_written(talk: Conversation) -> None:
    talk.box.fill("   ")
    talk.send.click()
    expect(talk.log.locator(".own")).to_have_count(0)
    expect(talk.box).to_be_focused()


def test_what_is_typed_is_shown_as_text_and_never_as_markup(talk: Conversation) -> None:
    talk.say("<b>I am</b> <img src=x> a parent")
    expect(talk.log.locator(".own .said")).to_have_text("<b>I am</b> <img src=x> a parent")
    expect(talk.log.locator("b, img")).to_have_count(0)


def test_the_text_can_be_made_larger(talk: Conversation) -> None:
    size = talk.widget.get_by_role("button", name="Text size")
    sizes = []
    for name in ("normal", "large", "largest"):
        expect(size).to_have_accessible_name(f"Text size: {name}")
        sizes.append(talk.chat.evaluate("(chat) => parseFloat(getComputedStyle(chat).fontSize)"))
        size.click()
    assert sizes == sorted(set(sizes))
    expect(size).to_have_accessible_name("Text size: normal")


@pytest.mark.parametrize("attribute", ["autocomplete", "spellcheck", "writingsuggestions"])
def test_no_service_of_the_browser_is_offered_what_is_typed(talk: Conversation, attribute: str) -> None:
    assert talk.box.get_attribute(attribute) in ("off", "false")
    assert talk.box.get_attribute("name") is None


def test_several_answers_can_be_ticked_and_none_of_these_excludes_the_others(talk: Conversation) -> None:
    choices = [
        {"title": title, "value": value} for title, value in (("One", "a"), ("Two", "b"), ("None", "none_of_these"))
    ]
    talk.page.route(
        "**/api/message",
        lambda route: route.fulfill(json={"messages": [{"text": "Which?", "choices": choices, "multiple": True}]}),
    )
    talk.say("I am a parent")
    one, two, none = talk.answers.get_by_role("checkbox").all()
    none.check()
    one.check()
    two.check()
    expect(none).not_to_be_checked()
    with talk.page.expect_request("**/api/message") as sent:
        talk.answers.get_by_role("button", name="Send").click()
    assert json.loads(sent.value.post_data or "")["choices"] == ["a", "b"]
    expect(talk.log.locator(".own .said").last).to_have_text("One; Two")


def test_on_paper_there_is_the_summary_and_nothing_that_was_typed(talk: Conversation) -> None:
    talk.carry_to_result()
    expect(talk.widget.get_by_role("button", name="Print this summary")).to_be_visible()
    talk.page.emulate_media(media="print")
    talk.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(talk.result).to_be_visible()
    expect(talk.result.locator(".folds li").first).to_be_visible()
    expect(talk.widget.locator(".contact").first).to_be_visible()
    for typed in talk.log.locator(".own").all():
        expect(typed).to_be_hidden()
    expect(talk.box).to_be_hidden()
    talk.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(talk.result.locator("details[open]")).to_have_count(0)


def test_the_summary_can_be_copied_without_what_was_typed(talk: Conversation) -> None:
    talk.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    talk.carry_to_result()
    typed = talk.log.locator(".own .said").all_inner_texts()
    talk.widget.get_by_role("button", name="Copy this summary").click()
    expect(talk.widget.get_by_text("Copied.")).to_be_visible()
    copied = talk.page.evaluate("navigator.clipboard.readText()")
    assert "What to do now" in copied
    assert "01782 235100" in copied
    assert not any(words in copied for words in typed if len(words) > 20)


def test_the_summary_and_the_safety_plan_can_be_opened_after_the_result(talk: Conversation) -> None:
    talk.carry_to_result()
    while talk.answers.get_attribute("data-asks") != "next":
        talk.choose(talk.answers.get_by_role("button").first)
    talk.choose(talk.answers.locator('button[value="safety_plan"]'))
    plan = talk.widget.locator(".plan")
    expect(plan.get_by_role("heading", name="Safety plan")).to_be_visible()
    expect(plan.get_by_role("listitem").first).to_be_visible()
    talk.choose(talk.answers.locator('button[value="summary"]'))
    expect(talk.result.last.get_by_text("Summary, 18 November 2026")).to_be_visible()
    # On paper the summary takes the place of the result before it.
    assert talk.widget.locator(".assessment.prints").count() == 1
