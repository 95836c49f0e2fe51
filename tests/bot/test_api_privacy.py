"""The words a person writes are in no log, no request to the action server, no answer. Asked of the real processes."""

import re
from pathlib import Path

from tests.running import Caller, Running

CANARIES = ("Quillonbury", "Zephyrine", "Ottermarsh", "07700 900461")
TEXT = "My son Quillonbury Zephyrine, 8, of 4 Ottermarsh Lane (07700 900461), showed himself to his sister."


def found(text: str) -> list[str]:
    return [canary for canary in CANARIES if canary.lower() in text.lower()]


def test_words_never_reach_the_action_server(running: Running, caller: Caller) -> None:
    session = caller.open(audience="parent")
    with running.line.overheard() as requests:
        status, _, _ = caller.say(session, TEXT)
    sent = b"".join(requests).decode("utf-8", "replace")
    assert status == 200
    assert "[not kept]" in sent
    assert found(sent) == []


def test_codes_do_reach_the_action_server(running: Running, caller: Caller) -> None:
    session = caller.open(audience="parent")
    with running.line.overheard() as requests:
        caller.say(session, TEXT)
    sent = b"".join(requests).decode("utf-8", "replace")
    latest = sent[sent.index('"latest_message"') :]
    for code in ('"codes"', '"behaviours"', '"age":[{"low":8,"high":8}]', '"identifying":true'):
        assert code in latest


def test_the_logs_hold_no_word_of_what_was_sent_and_no_session_even_when_all_is_asked_for(
    running: Running, caller: Caller
) -> None:
    session = caller.open(audience="parent")
    caller.say(session, TEXT)
    caller.say(session, '/tell{"a": "Quillonbury"}')
    caller.choose(session, "Zephyrine")
    caller.call("POST", "/api/message", b'{"session": "Ottermarsh", ')
    caller.call("POST", "/api/session", {"audience": "Quillonbury"})
    caller.call("GET", "/Ottermarsh?text=Quillonbury")
    for fault in ("cut", "garbled", "failing", "refusing"):
        with running.line.faulty(fault):
            caller.say(session, TEXT)
    caller.end(session)
    log = running.log()
    assert "DEBUG" in log  # it was as verbose as it can be
    assert found(log) == []
    assert session not in log


def test_no_line_of_the_log_holds_an_address_of_a_caller_or_a_browser(running: Running, caller: Caller) -> None:
    caller.call("GET", "/")
    assert not re.search(r"Python-urllib|User-Agent|127\.0\.0\.1:\d+", running.log())


def test_the_answers_do_not_repeat_what_was_sent(caller: Caller) -> None:
    session = caller.open(audience="parent")
    assert found(str(caller.say(session, TEXT))) == []


def test_the_server_keeps_no_file_open_that_it_could_write_to(running: Running, caller: Caller) -> None:
    caller.say(caller.open(), TEXT)
    for pid in running.processes().values():
        folder = Path(f"/proc/{pid}/fd")
        for link in folder.iterdir():
            try:
                target, flags = link.readlink(), (folder.parent / "fdinfo" / link.name).read_text()
            except FileNotFoundError:
                continue  # closed while we looked: a connection of the call before
            writable = int(re.search(r"flags:\s+(\d+)", flags)[1], 8) & 3
            if writable and str(target).startswith("/") and not str(target).startswith("/dev"):
                assert target == running.log_file


def test_a_session_that_ended_leaves_only_what_the_next_sweep_takes(caller: Caller) -> None:
    session = caller.open()
    caller.end(session)
    assert caller.say(session, TEXT)[0] == 404
