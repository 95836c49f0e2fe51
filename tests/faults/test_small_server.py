"""A server with small limits whose disk is full: floods and exhaustion are refused in plain words, and when it is stopped
in the middle of a turn nobody is left without an answer.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.attacks.raw_http import connected
from tests.faults.whom_to_ring import assert_whom_to_ring
from tests.running import ROOT, Caller, Running

TEXT = "My son is eight and keeps showing his body to his sister."
SMALL = {
    "WAYMARK_SESSIONS_AT_MOST": "6",
    "WAYMARK_RATE_TOTAL": "4/s burst 60",
    "WAYMARK_RATE_NEW_SESSIONS": "2/s burst 12",
    "WAYMARK_RATE_SESSION": "1/s burst 15",
    "WAYMARK_COUNTS_FILE": "/proc/full/counts.csv",  # nothing can be written there
}


class OnFullDisk(Running):
    """Whatever its processes print cannot be written."""

    def __init__(self, folder: Path) -> None:
        folder.joinpath("all.log").symlink_to("/dev/full")
        super().__init__(folder, SMALL)

    def log(self) -> str:
        return "(the disk is full)"


@pytest.fixture(scope="module")
def small(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Caller]:
    running = OnFullDisk(tmp_path_factory.mktemp("small"))
    caller = Caller(running.address)
    caller.running = running  # type: ignore[attr-defined]
    yield caller
    running.stop()


@pytest.fixture
def rested(small: Caller) -> Caller:
    """The server when the limits let calls through again."""
    let_through(small, "POST", {})
    let_through(small, "DELETE", {})
    return small


def let_through(caller: Caller, method: str, body: dict[str, str]) -> tuple[int, Any]:
    """Status and body of a call about a session, as soon as the limits allow it."""
    answer = caller.call(method, "/api/session", body)
    while answer[0] == 429:
        threading.Event().wait(int(answer[1]["retry-after"]))
        answer = caller.call(method, "/api/session", body)
    return answer[0], answer[2]


def opened(caller: Caller) -> str:
    """A session, as soon as the limits allow one: what the fixture found room for may have been the last of it."""
    status, body = let_through(caller, "POST", {"audience": "parent"})
    assert status == 201, body
    return str(body["session"])


def assert_asked_to_wait(answer: tuple[int, dict[str, str], Any]) -> None:
    assert int(answer[1]["retry-after"]) >= 1
    assert answer[2]["error"]["code"] == "too_many"


def test_with_a_full_disk_people_are_answered(rested: Caller) -> None:
    session = opened(rested)
    assert rested.say(session, TEXT)[0] == 200
    with rested.running.line.faulty("failing"):  # type: ignore[attr-defined]
        assert_whom_to_ring(rested.say(session, TEXT))
    assert rested.say(session, TEXT)[0] == 200


def test_more_conversations_than_there_is_room_for_end_the_longest_silent_and_no_other(rested: Caller) -> None:
    sessions = [opened(rested) for _ in range(8)]
    known = [rested.choose(session, "not offered")[0] for session in sessions]
    assert known == [404, 404, 422, 422, 422, 422, 422, 422]


def test_a_flood_of_new_conversations_is_refused_and_those_who_talk_go_on(rested: Caller) -> None:
    session = opened(rested)
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: rested.call("POST", "/api/session", {"audience": "x"}), range(20)))
    assert {status for status, _, _ in answers} == {400}  # what is refused for its shape makes no conversation
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: rested.call("POST", "/api/session", {}), range(24)))
    statuses = Counter(status for status, _, _ in answers)
    assert statuses[429] > 0
    assert set(statuses) <= {201, 429}
    for answer in answers:
        if answer[0] == 429:
            assert_asked_to_wait(answer)
    assert rested.choose(session, "not offered")[0] in (404, 422, 429)


def test_a_flood_over_all_calls_is_refused_and_health_is_still_told(rested: Caller) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda number: rested.say(f"{number:032d}", "hello"), range(150)))
    assert {status for status, _, _ in answers} == {404, 429}
    assert rested.call("GET", "/api/health")[0] == 200


def test_a_flood_over_one_connection_is_refused_too(rested: Caller) -> None:
    body = json.dumps({"session": "x" * 32, "text": "hello"}).encode()
    one = b"POST /api/message HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n" % len(body) + body
    with connected(rested.address) as connection:
        connection.sendall(one * 150)
        said = b""
        while b"HTTP/1.1 429" not in said:
            block = connection.recv(65536)
            assert block, said[-200:]
            said += block
    assert b"Traceback" not in said
    assert rested.call("GET", "/api/health")[0] == 200


def test_stopped_in_the_middle_of_a_turn_it_answers_first(rested: Caller) -> None:
    """The last test of this file: the server is asked to stop while a person waits for the action server."""
    running = rested.running  # type: ignore[attr-defined]
    session = opened(rested)
    answers: list[Any] = []
    with running.line.faulty("silent"):
        speaking = threading.Thread(target=lambda: answers.append(rested.say(session, TEXT)))
        speaking.start()
        running.line.wait_for_a_caller()
        running.rasa.send_signal(signal.SIGTERM)
        speaking.join()
    assert_whom_to_ring(answers[0])
    assert running.rasa.wait() == 0


def test_the_action_server_answers_when_nothing_it_prints_can_be_written() -> None:
    code = "import sys; from actions.__main__ import _say; _say('x' * 100); print('goes on')"
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, stderr=full, check=False)
    assert done.stdout == b"goes on\n"
