"""When the part that decides or the part that reads is away: the person gets whom to ring, and the session waits."""

import os
import signal
import time

import pytest

from tests.running import Caller, Running

TEXT = "My son is eight and keeps showing his body to his sister."


def assert_whom_to_ring(answer: tuple) -> None:
    status, headers, body = answer
    assert status == 503
    assert headers["retry-after"]
    assert body["error"]["code"] == "not_ready"
    assert {"999", "0808 800 5000", "101"} <= {message["card"]["phone"] for message in body["messages"]}


@pytest.mark.parametrize("fault", ["cut", "garbled", "failing", "refusing", "silent"])
def test_without_an_answer_from_the_actions_the_person_gets_whom_to_ring_and_goes_on_after_it(
    running: Running, caller: Caller, fault: str
) -> None:
    session = caller.open(audience="parent")
    undisturbed = caller.say(caller.open(audience="parent"), TEXT)[2]
    with running.line.faulty(fault):
        begun = time.monotonic()
        assert_whom_to_ring(caller.say(session, TEXT))
        assert time.monotonic() - begun < 7
    assert caller.say(session, TEXT)[::2] == (200, undisturbed)


def test_a_choice_that_could_not_be_answered_is_still_offered(running: Running, caller: Caller) -> None:
    _, _, opened = caller.call("POST", "/api/session", {})
    choice = opened["messages"][-1]["choices"][0]["value"]
    with running.line.faulty("garbled"):
        assert_whom_to_ring(caller.choose(opened["session"], choice))
    assert caller.choose(opened["session"], choice)[0] == 200


def test_a_session_that_could_not_begin_is_not_there(running: Running, caller: Caller) -> None:
    with running.line.faulty("cut"):
        answer = caller.call("POST", "/api/session", {})
        assert_whom_to_ring(answer)
        assert "session" not in answer[2]


def test_health_says_not_ready_while_the_actions_are_away(running: Running, caller: Caller) -> None:
    with running.line.faulty("cut"):
        assert caller.call("GET", "/api/health")[0] == 503
    assert caller.call("GET", "/api/health")[0] == 200


def test_a_session_can_be_ended_while_the_actions_are_away(running: Running, caller: Caller) -> None:
    session = caller.open()
    with running.line.faulty("cut"):
        assert caller.end(session) == 204


def test_the_action_server_killed_in_mid_conversation_and_back_loses_nothing(running: Running, caller: Caller) -> None:
    session = caller.open(audience="parent")
    first = caller.say(session, TEXT)[2]
    choice = first["messages"][-1]["choices"][0]["value"]
    running.kill_actions()
    assert_whom_to_ring(caller.choose(session, choice))
    running.restart_actions()
    assert caller.choose(session, choice)[0] == 200


def test_messages_that_wait_behind_a_slow_one_are_answered_in_time_too(running: Running, caller: Caller) -> None:
    from concurrent.futures import ThreadPoolExecutor

    session = caller.open(audience="parent")
    with running.line.faulty("silent"):
        begun = time.monotonic()
        with ThreadPoolExecutor(4) as pool:
            for answer in pool.map(lambda text: caller.say(session, text), [TEXT] * 4):
                assert_whom_to_ring(answer)
        assert time.monotonic() - begun < 7
    assert caller.say(session, TEXT)[0] == 200


@pytest.mark.parametrize("fault", [signal.SIGKILL, signal.SIGSTOP])
def test_when_the_process_that_reads_is_gone_choices_go_on_and_words_soon_do_again(
    running: Running, caller: Caller, fault: signal.Signals
) -> None:
    session = caller.open(audience="parent")
    undisturbed = caller.say(caller.open(audience="parent"), TEXT)[2]
    reading = running.reading()
    os.kill(reading, fault)
    begun = time.monotonic()
    assert_whom_to_ring(caller.say(session, TEXT))
    assert_whom_to_ring(caller.say(session, TEXT))  # the one who asks after it did not answer
    assert time.monotonic() - begun < 14
    assert caller.call("GET", "/api/health")[0] == 503
    _, _, opened = caller.call("POST", "/api/session", {})
    assert caller.choose(opened["session"], opened["messages"][-1]["choices"][0]["value"])[0] == 200
    running.wait_until_ready()
    assert running.reading() != reading
    assert caller.say(session, TEXT)[::2] == (200, undisturbed)


def test_asked_to_stop_it_does_not_leave_the_server_without_what_reads(running: Running, caller: Caller) -> None:
    reading = running.reading()
    os.kill(reading, signal.SIGTERM)  # as whoever stops all processes at once would
    assert caller.say(caller.open(audience="parent"), TEXT)[0] == 200
    assert running.reading() == reading
