"""What a browser that keeps its profile has of a conversation on its disk: nothing that was typed, no session."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.browser import CHROMIUM, QUIET
from tests.browser.conversation import Conversation
from tests.privacy.canaries import invent
from tests.privacy.searching import in_file


def test_no_word_that_was_typed_and_no_session_is_in_the_profile(
    chromium: Browser, server: str, tmp_path: Path
) -> None:
    person = invent()
    context = chromium.browser_type.launch_persistent_context(tmp_path, executable_path=CHROMIUM, args=QUIET)
    talk = Conversation(context.pages[0])
    talk.open(server)
    talk.say(person.story)
    talk.box.fill(f"and {person.sentence}")  # typed and never sent
    session = talk.session
    talk.page.close(run_before_unload=True)
    context.close()
    files = [path for path in tmp_path.rglob("*") if path.is_file() and not path.is_symlink()]
    assert any("History" in path.name for path in files)  # it is a profile, and it was used
    assert [str(hit) for path in files for hit in in_file(path, [person])] == []
    assert [path for path in files if session.encode() in path.read_bytes()] == []
