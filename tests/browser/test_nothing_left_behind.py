"""What is left in the browser, and whom the page has asked, after a whole conversation."""

from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, expect

from tests.browser.conftest import Seen
from tests.browser.conversation import Conversation

KEPT = """async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookie: document.cookie,
})"""


def test_a_whole_conversation_leaves_nothing_in_the_browser(talk: Conversation, context: BrowserContext) -> None:
    talk.carry_to_result()
    kept = talk.page.evaluate(KEPT)
    assert kept == {"local": 0, "session": 0, "databases": 0, "caches": 0, "workers": 0, "cookie": ""}
    assert context.cookies() == []


def test_nothing_gets_into_the_address_or_the_history(talk: Conversation, server: str) -> None:
    steps = talk.page.evaluate("history.length")
    talk.carry_to_result()
    expect(talk.page).to_have_url(f"{server}/")
    assert talk.page.evaluate("history.length") == steps
    assert talk.page.evaluate("history.state") is None


def test_no_other_host_is_asked_for_anything(talk: Conversation, seen: Seen, server: str) -> None:
    talk.carry_to_result()
    hosts = {urlsplit(address).netloc for _, address in seen.requests}
    assert hosts == {urlsplit(server).netloc}


def test_nothing_that_was_typed_is_in_any_address(talk: Conversation, seen: Seen) -> None:
    talk.carry_to_result()
    assert not any(urlsplit(address).query for _, address in seen.requests)


def test_the_content_security_policy_has_nothing_to_complain_of(talk: Conversation, seen: Seen) -> None:
    talk.carry_to_result()
    assert seen.complaints == []


def test_reloading_ends_the_conversation(talk: Conversation, expect_ended: Callable[[str], None]) -> None:
    talk.say("I am a parent")
    talk.page.reload()
    expect(talk.answers.get_by_role("button").first).to_be_visible()
    expect(talk.log.locator(".own")).to_have_count(0)
    expect(talk.box).to_have_value("")
    expect_ended(talk.session)


def test_leaving_by_a_link_ends_the_conversation(talk: Conversation, expect_ended: Callable[[str], None]) -> None:
    talk.page.get_by_role("link", name="What the exit button can and cannot do").click()
    expect_ended(talk.session)


def test_closing_the_page_ends_the_conversation(talk: Conversation, expect_ended: Callable[[str], None]) -> None:
    talk.page.close(run_before_unload=True)
    expect_ended(talk.session)


def test_coming_back_starts_a_new_conversation(talk: Conversation, server: str) -> None:
    talk.say("I am a parent")
    # The way back out of the browser's memory: the same page, shown again.
    talk.page.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    expect(talk.log.locator(".entry")).to_have_count(0)
    with talk.page.expect_response("**/api/session"):
        talk.page.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(talk.answers.get_by_role("button").first).to_be_visible()
    expect(talk.log.locator(".own")).to_have_count(0)


def test_taking_the_widget_off_the_page_ends_the_conversation(
    talk: Conversation, expect_ended: Callable[[str], None]
) -> None:
    talk.widget.evaluate("(chat) => chat.remove()")
    expect_ended(talk.session)
