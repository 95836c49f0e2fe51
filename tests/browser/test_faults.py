"""When the line, the server or the session is gone: the words are kept and people to ring are there."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conversation import Conversation
from tests.running import Running

NUMBERS = ("tel:999", "tel:08088005000", "tel:08001111", "tel:101")
WORDS = "I am a parent"


def try_to_say(talk: Conversation, words: str) -> None:
    talk.box.fill(words)
    talk.box.press("Enter")
    expect(talk.trouble).to_be_visible()


def expect_numbers(place: Locator) -> None:
    for number in NUMBERS:
        expect(place.locator(f'a[href="{number}"]')).to_be_visible()


def test_people_to_ring_are_there_when_the_server_is_away_from_the_start(page: Page, server: str) -> None:
    page.route("**/api/**", lambda route: route.abort())
    page.goto(server)
    talk = Conversation(page)
    expect(talk.trouble.get_by_role("alert")).to_contain_text("cannot be reached")
    expect_numbers(talk.trouble)
    page.unroute("**/api/**")
    talk.trouble.get_by_role("button", name="Try again").click()
    expect(talk.answers.get_by_role("button").first).to_be_visible()
    expect(talk.trouble).to_be_hidden()


def test_words_that_could_not_be_sent_are_kept_and_can_be_sent_again(talk: Conversation) -> None:
    talk.page.route("**/api/message", lambda route: route.abort())
    try_to_say(talk, WORDS)
    expect(talk.box).to_have_value(WORDS)
    expect(talk.log.locator(".own")).to_have_count(0)
    expect_numbers(talk.trouble)
    talk.page.unroute("**/api/message")
    talk.trouble.get_by_role("button", name="Try again").click()
    expect(talk.log.locator(".own .said")).to_have_text(WORDS)
    expect(talk.trouble).to_be_hidden()
    expect(talk.box).to_have_value("")


def test_a_choice_that_could_not_be_sent_can_be_sent_again(talk: Conversation) -> None:
    talk.page.route("**/api/message", lambda route: route.abort())
    talk.answers.get_by_role("button").first.click()
    expect(talk.trouble).to_be_visible()
    talk.page.unroute("**/api/message")
    talk.trouble.get_by_role("button", name="Try again").click()
    expect(talk.log.locator(".own")).to_have_count(1)
    expect(talk.trouble).to_be_hidden()


def test_being_offline_is_said_in_words(talk: Conversation) -> None:
    talk.page.context.set_offline(True)
    try_to_say(talk, WORDS)
    expect(talk.trouble.get_by_role("alert")).to_contain_text("offline")
    expect_numbers(talk.trouble)
    talk.page.context.set_offline(False)


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_a_server_that_cannot_answer_is_stood_in_for_by_people(talk: Conversation, status: int) -> None:
    talk.page.route("**/api/message", lambda route: route.fulfill(status=status, body="gateway"))
    try_to_say(talk, WORDS)
    expect_numbers(talk.trouble)
    expect(talk.box).to_have_value(WORDS)
    expect(talk.trouble.get_by_role("button", name="Try again")).to_be_visible()


def test_contacts_that_come_with_an_error_are_shown(talk: Conversation) -> None:
    card: dict[str, Any] = {"kind": "contact", "role": "emergency_999", "name": "Emergency services", "phone": "999"}
    body = {
        "error": {"code": "not_ready", "message": "Please try again soon."},
        "messages": [{"text": "", "card": card}],
    }
    talk.page.route("**/api/message", lambda route: route.fulfill(status=503, json=body))
    try_to_say(talk, WORDS)
    expect(talk.trouble.get_by_role("alert")).to_contain_text("Please try again soon.")
    expect(talk.widget.locator('.contact a[href="tel:999"]').last).to_be_visible()


def test_a_session_that_has_ended_can_be_started_again(talk: Conversation, server: str) -> None:
    ended = talk.page.request.delete(f"{server}/api/session", data={"session": talk.session})
    assert ended.status == 204
    try_to_say(talk, WORDS)
    expect(talk.trouble.get_by_role("alert")).to_contain_text("ended")
    with talk.page.expect_response("**/api/session"):
        talk.trouble.get_by_role("button", name="Start again").click()
    expect(talk.trouble).to_be_hidden()
    expect(talk.box).to_have_value(WORDS)


def test_a_text_that_is_too_long_is_kept_to_be_shortened(talk: Conversation) -> None:
    long = "a parent asks " * 200
    try_to_say(talk, long)
    expect(talk.trouble.get_by_role("alert")).to_contain_text("2,000")
    expect(talk.box).to_have_value(long.strip())
    expect(talk.trouble.get_by_role("button")).to_have_count(0)


def test_fields_that_are_empty_do_not_break_a_card(talk: Conversation) -> None:
    empty = dict.fromkeys(("colour", "continuum", "age", "reasons", "unknowns", "do_now", "avoid", "sources"))
    nobody = dict.fromkeys(("phone", "url", "hours", "open_now", "note", "checked_on", "then"))
    messages = [
        {"text": "Here it is.", "card": {"kind": "assessment", **empty}},
        {"text": "", "card": {"kind": "contact", "role": "dsl", "name": "The school's safeguarding lead", **nobody}},
        {"text": "And more.", "card": {"kind": "topic", "topic": "new", "sources": None}},
        {"text": "Something new.", "card": {"kind": "not_known_yet"}},
    ]
    talk.page.route("**/api/message", lambda route: route.fulfill(json={"messages": messages}))
    talk.say(WORDS)
    expect(talk.result).to_be_visible()
    expect(talk.widget.get_by_role("heading", name="The school's safeguarding lead")).to_be_visible()
    expect(talk.log.get_by_text("Something new.")).to_be_visible()


def test_words_survive_the_death_of_the_part_that_decides_in_mid_conversation(
    talk: Conversation, running: Running
) -> None:
    talk.choose(talk.answers.get_by_role("button").first)
    running.kill_actions()
    try:
        talk.box.fill(WORDS)
        talk.box.press("Enter")
        expect(talk.trouble).to_be_visible(timeout=30_000)
        expect(talk.widget.locator('.contact a[href="tel:999"]').last).to_be_visible()
        expect(talk.box).to_have_value(WORDS)
    finally:
        running.restart_actions()
    with talk.page.expect_response("**/api/message"):
        talk.trouble.get_by_role("button", name="Try again").click()
    talk.wait()
    expect(talk.trouble).to_be_hidden()
    expect(talk.log.locator(".own").last).to_contain_text(WORDS)
