"""The rules of sessions, which hold wherever they are kept: in the memory of a process, and in a real Redis."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.sessions import SessionEnded, Sessions
from bot.sessions_in_memory import SessionsInMemory
from bot.sessions_in_redis import SessionsInRedis
from bot.settings import Settings
from tests.redis_server import RedisServer

ONE, TWO, THREE, FOUR = (letter * 32 for letter in "abcd")
SETTINGS = {"silence": 60.0, "sessions": 3, "turn_seconds": 4.8}
CODES = json.dumps({"state": {"asked": "age"}})
OTHER = json.dumps({"state": {"asked": "role"}})


class Kept:
    """Sessions, and the passing of time: no test waits for it."""

    def __init__(self, sessions: Sessions, redis: RedisServer | None = None) -> None:
        self.sessions, self._redis, self.seconds = sessions, redis, 1000.0

    def pass_time(self, seconds: float) -> None:
        self.seconds += seconds
        if self._redis:
            self._redis.age(seconds)


@pytest.fixture(scope="module")
def redis_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    server = RedisServer(tmp_path_factory.mktemp("redis"))
    yield server
    server.stop()


@pytest.fixture(params=["memory", "redis"])
async def kept(request: pytest.FixtureRequest) -> AsyncIterator[Kept]:
    if request.param == "memory":
        inside = SessionsInMemory(Settings(**SETTINGS), clock=lambda: found.seconds)
        found = Kept(inside)
    else:
        server: RedisServer = request.getfixturevalue("redis_server")
        server.client.delete(*server.all_keys() or ["none"])
        found = Kept(SessionsInRedis(Settings(**SETTINGS, redis_url=server.url)), server)
    yield found
    await found.sessions.close()


@pytest.fixture
def sessions(kept: Kept) -> Sessions:
    return kept.sessions


async def a_turn(sessions: Sessions, session: str, after: str) -> None:
    async with sessions.turn(session) as turn:
        turn.after = after


async def test_a_session_is_what_it_was_opened_with_until_a_turn_changes_it(sessions: Sessions) -> None:
    await sessions.open(ONE, CODES)
    assert await sessions.look(ONE) == CODES
    async with sessions.turn(ONE) as turn:
        assert turn.before == CODES
        turn.after = OTHER
        assert await sessions.look(ONE) == CODES
    assert await sessions.look(ONE) == OTHER


async def test_a_turn_that_fails_leaves_the_session_as_it_was(sessions: Sessions) -> None:
    await sessions.open(ONE, CODES)
    with pytest.raises(ZeroDivisionError):
        async with sessions.turn(ONE) as turn:
            turn.after = OTHER
            raise ZeroDivisionError
    assert await sessions.look(ONE) == CODES
    await a_turn(sessions, ONE, OTHER)
    assert await sessions.look(ONE) == OTHER


async def test_a_turn_that_is_broken_off_leaves_the_session_as_it_was_and_open_to_the_next(sessions: Sessions) -> None:
    await sessions.open(ONE, CODES)
    begun = asyncio.Event()

    async def never_ending() -> None:
        async with sessions.turn(ONE) as turn:
            turn.after = OTHER
            begun.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(never_ending())
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with sessions.turn(ONE) as turn:
        assert turn.before == CODES


async def test_a_turn_that_changes_nothing_keeps_nothing(sessions: Sessions) -> None:
    await sessions.open(ONE, CODES)
    async with sessions.turn(ONE):
        pass
    assert await sessions.look(ONE) == CODES
    await a_turn(sessions, ONE, OTHER)


async def test_a_session_that_was_never_opened_is_not_there(sessions: Sessions) -> None:
    assert await sessions.look(ONE) is None
    assert not await sessions.end(ONE)
    with pytest.raises(SessionEnded):
        await a_turn(sessions, ONE, CODES)
    assert await sessions.count() == 0


async def test_a_session_that_ended_is_gone(sessions: Sessions) -> None:
    await sessions.open(ONE, CODES)
    assert await sessions.end(ONE)
    assert await sessions.look(ONE) is None
    assert not await sessions.end(ONE)
    assert await sessions.count() == 0


async def test_an_answer_that_was_under_way_does_not_bring_an_ended_session_back(sessions: Sessions) -> None:
    await sessions.open(ONE, CODES)
    async with sessions.turn(ONE) as turn:
        assert await sessions.end(ONE)
        turn.after = OTHER
    assert await sessions.look(ONE) is None
    assert await sessions.count() == 0


async def test_a_session_ends_after_so_much_silence(sessions: Sessions, kept: Kept) -> None:
    await sessions.open(ONE, CODES)
    kept.pass_time(59)
    assert await sessions.look(ONE) == CODES
    kept.pass_time(61)
    assert await sessions.look(ONE) is None
    assert await sessions.count() == 0


@pytest.mark.parametrize("use", ["look", "turn"])
async def test_every_use_begins_the_silence_anew(sessions: Sessions, kept: Kept, use: str) -> None:
    await sessions.open(ONE, CODES)
    for _ in range(4):
        kept.pass_time(50)
        await (sessions.look(ONE) if use == "look" else a_turn(sessions, ONE, OTHER))
    assert await sessions.look(ONE) is not None


async def test_the_silence_begins_when_a_turn_is_over(sessions: Sessions, kept: Kept) -> None:
    await sessions.open(ONE, CODES)
    async with sessions.turn(ONE) as turn:
        kept.pass_time(4)
        turn.after = OTHER
    kept.pass_time(58)
    assert await sessions.look(ONE) == OTHER


async def test_when_there_is_no_room_the_one_that_was_silent_longest_ends(sessions: Sessions, kept: Kept) -> None:
    for session in (ONE, TWO, THREE):
        await sessions.open(session, CODES)
        kept.pass_time(1)
    await a_turn(sessions, ONE, OTHER)
    kept.pass_time(1)
    await sessions.open(FOUR, CODES)
    assert [s for s in (ONE, TWO, THREE, FOUR) if await sessions.look(s)] == [ONE, THREE, FOUR]
    assert await sessions.count() == 3


async def test_a_session_that_ended_by_silence_makes_room_before_any_other_ends(sessions: Sessions, kept: Kept) -> None:
    await sessions.open(ONE, CODES)
    kept.pass_time(40)
    await sessions.open(TWO, CODES)
    await sessions.open(THREE, CODES)
    kept.pass_time(30)
    await sessions.open(FOUR, CODES)
    assert [s for s in (ONE, TWO, THREE, FOUR) if await sessions.look(s)] == [TWO, THREE, FOUR]


async def test_turns_of_one_session_come_one_after_the_other_in_order(sessions: Sessions) -> None:
    await sessions.open(ONE, "[]")

    async def add(number: int) -> None:
        async with sessions.turn(ONE) as turn:
            before = json.loads(turn.before)
            await asyncio.sleep(0)
            turn.after = json.dumps([*before, number])

    await asyncio.gather(*(add(number) for number in range(20)))
    assert json.loads(await sessions.look(ONE) or "") == list(range(20))


async def test_turns_of_different_sessions_do_not_wait_for_each_other(sessions: Sessions) -> None:
    await sessions.open(ONE, CODES)
    await sessions.open(TWO, CODES)
    async with sessions.turn(ONE):
        await asyncio.wait_for(a_turn(sessions, TWO, OTHER), 20)
    assert (await sessions.look(ONE), await sessions.look(TWO)) == (CODES, OTHER)


async def test_it_can_be_written_to(sessions: Sessions) -> None:
    assert await sessions.answers()


def test_the_clock_of_a_running_server_is_not_the_time_of_day(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import time

    monkeypatch.delenv("WAYMARK_CLOCK_FILE", raising=False)
    assert SessionsInMemory(Settings())._clock is time.monotonic
    file = tmp_path / "clock"
    file.write_text("2026-11-18T11:00:00")
    monkeypatch.setenv("WAYMARK_CLOCK_FILE", str(file))
    before = SessionsInMemory(Settings())._clock()
    file.write_text("2026-11-18T11:01:00")
    assert SessionsInMemory(Settings())._clock() - before == 60
