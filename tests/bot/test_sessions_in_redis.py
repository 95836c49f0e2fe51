"""What only a Redis can do to sessions: be shared, be read by others, be full, be slow, be away."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis

from bot.sessions import SessionEnded, TurnLost
from bot.sessions_in_redis import LOCK, SESSION, SessionsInRedis
from bot.settings import BadSetting, Settings
from tests.redis_server import RedisServer

ONE, TWO = "a" * 32, "b" * 32
CODES, OTHER = json.dumps({"state": {"asked": "age"}}), json.dumps({"state": {"asked": "role"}})


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RedisServer]:
    running = RedisServer(tmp_path)
    yield running
    running.stop()


def sessions_in(server: RedisServer, **settings: float) -> SessionsInRedis:
    return SessionsInRedis(Settings(redis_url=server.url, **{"redis_seconds": 0.5, **settings}))


async def test_two_processes_see_the_same_sessions_and_take_turns(server: RedisServer) -> None:
    here, there = sessions_in(server), sessions_in(server)
    await here.open(ONE, "[]")

    async def add(sessions: SessionsInRedis, number: int) -> None:
        async with sessions.turn(ONE) as turn:
            before = json.loads(turn.before)
            await asyncio.sleep(0.001)
            turn.after = json.dumps([*before, number])

    await asyncio.gather(*(add(sessions, n) for n in range(8) for sessions in (here, there)))
    assert sorted(json.loads(await there.look(ONE) or "")) == sorted([*range(8), *range(8)])
    assert await there.end(ONE)
    assert await here.look(ONE) is None
    await here.close()
    await there.close()


async def test_no_key_and_no_value_holds_a_session_id(server: RedisServer) -> None:
    sessions = sessions_in(server)
    await sessions.open(ONE, CODES)
    async with sessions.turn(ONE) as turn:
        turn.after = OTHER
        everything = server.all_keys()
        assert len([key for key in everything if key.startswith(LOCK)]) == 1
        values = [server.client.get(key) for key in everything if key.startswith((LOCK, SESSION))]
        members = server.client.zrange("{waymark}:last_used", 0, -1)
        assert not any(ONE in str(found) for found in (*everything, *values, *members))
    assert not any(key.startswith(LOCK) for key in server.all_keys())
    await sessions.close()


async def test_every_key_ends_by_itself(server: RedisServer) -> None:
    sessions = sessions_in(server, silence=60)
    await sessions.open(ONE, CODES)
    async with sessions.turn(ONE) as turn:
        turn.after = OTHER
        assert all(0 < server.client.ttl(key) <= 60 for key in server.all_keys())
    await sessions.look(ONE)
    assert server.all_keys()
    assert all(0 < server.client.ttl(key) <= 60 for key in server.all_keys())
    await sessions.close()


async def test_redis_itself_ends_a_silent_session(server: RedisServer) -> None:
    sessions = sessions_in(server, silence=0.05)
    await sessions.open(ONE, CODES)
    while server.all_keys():
        await asyncio.sleep(0.01)
    assert await sessions.look(ONE) is None
    await sessions.close()


async def test_the_lock_of_a_process_that_was_killed_lets_go(server: RedisServer) -> None:
    killed, other = sessions_in(server), sessions_in(server)
    await killed.open(ONE, CODES)
    begun = killed.turn(ONE)
    await begun.__aenter__()
    lock = next(key for key in server.all_keys() if key.startswith(LOCK))
    assert 0 < server.client.pttl(lock) <= 5300  # a turn and a little
    server.client.pexpire(lock, 1)
    async with other.turn(ONE) as turn:
        turn.after = OTHER
    assert await other.look(ONE) == OTHER
    await killed.close()
    await other.close()


async def test_a_process_that_slept_through_its_turn_cannot_write_over_the_next(server: RedisServer) -> None:
    slept, other = sessions_in(server), sessions_in(server)
    await slept.open(ONE, CODES)
    with pytest.raises(TurnLost):
        async with slept.turn(ONE) as late:
            late.after = CODES
            server.client.delete(*(key for key in server.all_keys() if key.startswith(LOCK)))
            async with other.turn(ONE) as turn:
                turn.after = OTHER
    assert await other.look(ONE) == OTHER
    await slept.close()
    await other.close()


async def test_a_step_that_had_to_be_sent_twice_counts_once(server: RedisServer) -> None:
    sessions = sessions_in(server)
    await sessions.open(ONE, CODES)
    assert await sessions._begin(ONE, "mark") == CODES
    assert await sessions._begin(ONE, "mark") == CODES
    await sessions._finish(ONE, "mark", OTHER)
    await sessions._finish(ONE, "mark", OTHER)
    assert await sessions.look(ONE) == OTHER
    await sessions.close()


async def test_after_a_restart_of_redis_the_next_call_goes_well_and_sessions_are_gone(server: RedisServer) -> None:
    sessions = sessions_in(server)
    await sessions.open(ONE, CODES)
    server.stop()
    assert not await sessions.answers()
    with pytest.raises(redis.RedisError):
        await sessions.look(ONE)
    server.start()
    assert await sessions.answers()
    assert await sessions.look(ONE) is None
    with pytest.raises(SessionEnded):
        async with sessions.turn(ONE):
            pass
    await sessions.open(ONE, CODES)
    assert await sessions.look(ONE) == CODES
    await sessions.close()


async def test_a_restart_that_nobody_noticed_costs_no_call(server: RedisServer) -> None:
    sessions = sessions_in(server)
    await sessions.open(ONE, CODES)
    server.kill()
    server.start()
    await sessions.open(TWO, CODES)
    assert await sessions.look(TWO) == CODES
    await sessions.close()


async def test_a_redis_that_does_not_answer_is_given_up_and_used_again_after_it(server: RedisServer) -> None:
    sessions = sessions_in(server, redis_seconds=0.2)
    await sessions.open(ONE, CODES)
    server.freeze()
    with pytest.raises((redis.RedisError, asyncio.TimeoutError)):
        await sessions.look(ONE)
    assert not await sessions.answers()
    server.thaw()
    limit = time.monotonic() + 20
    while not await sessions.answers():
        assert time.monotonic() < limit
    assert await sessions.look(ONE) == CODES
    await sessions.close()


async def test_a_full_redis_ends_the_longest_silent_sessions_and_goes_on(tmp_path: Path) -> None:
    server = RedisServer(tmp_path, "--maxmemory", "3mb")
    sessions = sessions_in(server, sessions=1_000_000)
    kept = json.dumps({"state": "x" * 4000})
    names = [f"{number:032d}" for number in range(1200)]  # more than twice what there is room for
    for name in names:
        await sessions.open(name, kept)
    assert await sessions.look(names[0]) is None
    assert [await sessions.look(name) for name in names[-100:]] == [kept] * 100
    async with sessions.turn(names[-1]) as turn:
        turn.after = kept + " " * 4000
    assert await sessions.look(names[-1]) == kept + " " * 4000
    assert 100 <= await sessions.count() < 1200
    await sessions.close()
    server.stop()


def test_nothing_of_it_is_written_to_disk(server: RedisServer) -> None:
    asyncio.run(sessions_in(server).open(ONE, CODES))
    server.stop()
    assert [file.name for file in server.folder.iterdir()] == ["redis.log"]
    assert "asked" not in (server.folder / "redis.log").read_text()


@pytest.mark.parametrize(
    "command", ["SAVE", "BGSAVE", "CONFIG GET *", "MONITOR", "KEYS *", "FLUSHALL", "DEBUG SLEEP 0", "REPLICAOF a 1"]
)
def test_commands_that_write_to_disk_or_listen_are_not_there(server: RedisServer, command: str) -> None:
    with pytest.raises(redis.ResponseError, match="unknown command"):
        server.client.execute_command(*command.split())


def test_nothing_of_what_passes_through_is_remembered(server: RedisServer) -> None:
    asyncio.run(sessions_in(server).open(ONE, CODES))
    assert server.client.slowlog_get() == []
    persistence = server.client.info("persistence")
    assert (persistence["aof_enabled"], persistence["rdb_saves"]) == (0, 0)


def test_an_address_that_is_none_is_refused_without_saying_it() -> None:
    with pytest.raises(BadSetting, match="REDIS_URL") as refused:
        SessionsInRedis(Settings(redis_url="redis://:secret@host:port/0"))
    assert "secret" not in str(refused.value)
