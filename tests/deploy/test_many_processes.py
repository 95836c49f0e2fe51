"""Two Rasa servers behind the real nginx share their sessions in a real Redis: nobody notices that they are two."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.deployment import Deployment
from tests.running import Caller

WORRY = "my 6 year old son touched a girl's private parts at a party"
PHONES = {"999", "0808 800 5000", "101"}
_LOCK_GONE_SECONDS = 60.0  # far beyond the life of a lock
Say = Callable[[str, dict[str, Any]], tuple[int, Any]]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def deployment(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployment]:
    running = Deployment(tmp_path_factory.mktemp("deployment") / "all")
    yield running
    running.stop()


def conversation(through: Callable[[int], Caller], tries: int = 1) -> list[Any]:
    """A whole conversation, its turn `n` through `through(n)`: what was answered, to the result.

    A refusal that says whom to ring may be met with the same message again, up to `tries` times in all.
    """
    turn = 0

    def send(method: str, path: str, body: dict[str, Any]) -> Any:
        nonlocal turn
        for attempt in range(tries):
            status, _, answer = through(turn).call(method, path, body)
            turn += 1
            if status != 503 or attempt == tries - 1:
                assert status in (200, 201), (status, answer)
                return answer
            assert {card["phone"] for card in cards(answer)} >= PHONES
            time.sleep(0.05)

    opened = send("POST", "/api/session", {"audience": "parent", "area": "stoke"})
    session, said = opened["session"], [opened["messages"]]
    said.append(send("POST", "/api/message", {"session": session, "text": WORRY})["messages"])
    for _ in range(12):
        if any(card["kind"] == "assessment" for card in cards({"messages": said[-1]})):
            return said
        offered = [choice["value"] for message in said[-1] for choice in message.get("choices", [])]
        wanted = ("touch_child_private_parts", "displayed", "no", "yes", "unknown")
        choice = next((value for value in wanted if value in offered), offered[0])
        said.append(send("POST", "/api/message", {"session": session, "choice": choice})["messages"])
    raise AssertionError("no result")


def cards(answer: Any) -> list[dict[str, Any]]:
    return [message["card"] for message in answer["messages"] if message.get("card")]


@pytest.fixture(scope="module")
def undisturbed(deployment: Deployment) -> list[Any]:
    return conversation(lambda _: deployment.directly(0))


def test_a_conversation_may_go_from_one_process_to_the_other_at_every_turn(
    deployment: Deployment, undisturbed: list[Any]
) -> None:
    assert conversation(lambda turn: deployment.directly(turn % 2)) == undisturbed
    assert conversation(lambda _: deployment.caller) == undisturbed


def test_a_session_that_ends_at_one_process_has_ended_at_the_other(deployment: Deployment) -> None:
    session = deployment.directly(0).open()
    assert deployment.directly(1).say(session, WORRY)[0] == 200
    assert deployment.directly(1).end(session) == 204
    assert deployment.directly(0).say(session, WORRY)[0] == 404


def test_messages_of_one_session_at_both_processes_at_once_are_all_answered(deployment: Deployment) -> None:
    session = deployment.directly(0).open(audience="parent", area="stoke")
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda n: deployment.directly(n % 2).say(session, "help"), range(6)))
    assert [status for status, _, _ in answers] == [200] * 6


def test_the_page_comes_through_the_door_with_its_headers_once(deployment: Deployment) -> None:
    status, headers, page = deployment.caller.call("GET", "/")
    assert status == 200
    assert b"<html" in page
    assert headers["cache-control"] == "no-store"
    assert headers["content-security-policy"].count("default-src") == 1


def test_neither_redis_nor_nginx_holds_words_or_session_ids(deployment: Deployment) -> None:
    session = deployment.caller.open(audience="parent", area="stoke")
    assert deployment.caller.say(session, f"{WORRY}, my name is Zebediah Quux")[0] == 200
    client = deployment.redis.client
    kept = []
    for key in deployment.redis.all_keys():
        kept += [key, str(client.zrange(key, 0, -1) if client.type(key) == "zset" else client.get(key))]
    files = [file.read_text(errors="replace") for file in deployment.nginx.written()]
    assert len(kept) > 2
    for text in (*kept, *files):
        assert session not in text
        assert "Zebediah" not in text
        assert "party" not in text


def test_while_redis_is_away_the_person_gets_whom_to_ring_and_after_it_all_goes_on(deployment: Deployment) -> None:
    session = deployment.caller.open()
    deployment.redis.kill()
    try:
        for call in (
            deployment.caller.say(session, WORRY),
            deployment.caller.call("POST", "/api/session", {}),
            deployment.caller.call("DELETE", "/api/session", {"session": session}),
        ):
            assert call[0] == 503
            assert {card["phone"] for card in cards(call[2])} >= PHONES
        assert deployment.caller.call("GET", "/api/health")[0] == 503
    finally:
        deployment.redis.start()
    assert deployment.caller.call("GET", "/api/health")[0] == 200
    assert deployment.caller.say(session, WORRY)[0] == 404  # Redis keeps nothing, so this one has ended
    assert deployment.caller.open()


def test_a_redis_that_hangs_makes_nobody_wait_for_long(deployment: Deployment, undisturbed: list[Any]) -> None:
    session = deployment.caller.open(audience="parent", area="stoke")
    deployment.redis.freeze()
    try:
        begun = time.monotonic()
        status, _, body = deployment.caller.say(session, WORRY)
        assert time.monotonic() - begun < 7
    finally:
        deployment.redis.thaw()
    assert status == 503
    assert {card["phone"] for card in cards(body)} >= PHONES
    assert deployment.caller.say(session, WORRY)[2]["messages"] == undisturbed[1]


def test_a_rolling_restart_loses_no_conversation(deployment: Deployment, undisturbed: list[Any]) -> None:
    over = threading.Event()
    held: list[Any] = []

    def talk() -> None:
        while not over.is_set():
            held.append(conversation(lambda _: deployment.caller, tries=100))

    with ThreadPoolExecutor(1) as pool:
        talking = pool.submit(talk)
        try:
            for process in deployment.processes:
                process.restart_rasa()
                begun = len(held)
                while len(held) < begun + 2 and not talking.done():
                    time.sleep(0.05)
        finally:
            over.set()
        talking.result()
    assert len(held) > 4
    assert all(one == undisturbed for one in held)


def test_a_process_that_is_killed_in_mid_turn_leaves_the_conversation_to_the_other(
    deployment: Deployment, undisturbed: list[Any]
) -> None:
    session = deployment.caller.open(audience="parent", area="stoke")
    killed = deployment.processes[0]
    with killed.line.faulty("silent"), ThreadPoolExecutor(1) as pool:
        answer = pool.submit(_say_or_be_cut_off, deployment.directly(0), session)
        while not any(":lock:" in key for key in deployment.redis.all_keys()):
            time.sleep(0.01)
        killed.kill_rasa()
        assert answer.result() is None
    # The lock of the killed one lets go by itself; until then the person is told whom to ring.
    limit = time.monotonic() + _LOCK_GONE_SECONDS
    while time.monotonic() < limit:
        status, _, body = deployment.caller.say(session, WORRY)
        if status == 200:
            break
        assert status == 503
        assert {card["phone"] for card in cards(body)} >= PHONES
        time.sleep(0.2)  # between two looks: a refusal may come at once
    assert body["messages"] == undisturbed[1]


def _say_or_be_cut_off(caller: Caller, session: str) -> int | None:
    try:
        return caller.say(session, WORRY)[0]
    except OSError:
        return None
