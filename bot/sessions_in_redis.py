"""The sessions of several server processes, in a Redis that keeps nothing on disk (deploy/redis.conf).

Three kinds of keys, all of which end by themselves: a session (its codes), the lock of a session that has a turn under
way, and the list of sessions by last use. No key and no value holds a session id: a session stands under the SHA-256 of
its id, and an id is 192 random bits, so nobody who reads the whole of Redis can take part in a conversation. Each step
is one script: Redis runs it whole or not at all, and no other step comes between.
"""

import asyncio
import contextlib
import hashlib
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final

from redis.asyncio import BlockingConnectionPool, Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import ConnectionError as RedisAway
from redis.exceptions import OutOfMemoryError, RedisError

from bot.one_at_a_time import OneAtATime
from bot.sessions import SessionEnded, Sessions, Turn, TurnLost
from bot.settings import BadSetting, Settings

# One slot of a cluster holds them all ({...}), so that a script may reach them together.
SESSION: Final = "{waymark}:session:"
LOCK: Final = "{waymark}:lock:"
LAST_USED: Final = "{waymark}:last_used"

_LOOK_AGAIN_SECONDS = 0.02  # how often a turn that waits for another process looks whether it is its turn
_LOCK_BEYOND_A_TURN_SECONDS = 0.5
_CONNECTIONS = 64
_ROOM = 100  # a full Redis loses one in so many sessions, the longest silent
_TRIES_FOR_ROOM = 4

# KEYS: session, lock, last_used. ARGV: silence in ms, the session's name, then what a script needs.
_NOW = "local t = redis.call('TIME') local now = t[1] * 1000 + math.floor(t[2] / 1000) "
_USED = (
    _NOW
    + "redis.call('PEXPIRE', KEYS[1], ARGV[1]) redis.call('ZADD', KEYS[3], now, ARGV[2]) "
    + "redis.call('PEXPIRE', KEYS[3], ARGV[1]) "
)
# The first command is one that a full Redis refuses: once a script has written, it is let go on whatever it takes.
_OPEN = f"""
redis.call('SET', KEYS[1], ARGV[3], 'PX', ARGV[1])
{_USED}
redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', now - ARGV[1])
while redis.call('ZCARD', KEYS[3]) > tonumber(ARGV[4]) do
  redis.call('DEL', '{SESSION}' .. redis.call('ZPOPMIN', KEYS[3])[1])
end
"""
_LOOK = f"""
local kept = redis.call('GET', KEYS[1])
if kept then {_USED} end
return kept
"""
_BEGIN = f"""
local kept = redis.call('GET', KEYS[1])
if not kept then return {{'ended'}} end
if not redis.call('SET', KEYS[2], ARGV[3], 'NX', 'PX', ARGV[4]) and redis.call('GET', KEYS[2]) ~= ARGV[3] then
  return {{'busy'}}
end
{_USED}
return {{'begun', kept}}
"""
_FINISH = f"""
local kept = redis.call('GET', KEYS[1])
if redis.call('GET', KEYS[2]) ~= ARGV[3] then
  if kept == ARGV[4] then return 'kept' end
  return 'lost'
end
redis.call('DEL', KEYS[2])
if not kept then return 'ended' end
redis.call('SET', KEYS[1], ARGV[4], 'PX', ARGV[1])
{_USED}
return 'kept'
"""
_RELEASE = "if redis.call('GET', KEYS[2]) == ARGV[3] then redis.call('DEL', KEYS[2]) end"
_END = "redis.call('ZREM', KEYS[3], ARGV[2]) return redis.call('DEL', KEYS[1])"
_MAKE_ROOM = f"""
local many = math.ceil(redis.call('ZCARD', KEYS[3]) / {_ROOM})
for i = 1, many do redis.call('DEL', '{SESSION}' .. redis.call('ZPOPMIN', KEYS[3])[1]) end
return many
"""
_COUNT = _NOW + "return redis.call('ZCOUNT', KEYS[3], now - ARGV[1] + 1, '+inf')"


class SessionsInRedis(Sessions):
    """See `Sessions` for the rules.

    Silence is counted by Redis, which ends the key. Every call raises what `redis` raises when Redis is away, slow or
    refuses; the next call after it is back goes well.
    """

    def __init__(self, settings: Settings) -> None:
        """Connects at the first call. Raises BadSetting when `settings.redis_url` is no address of a Redis."""
        self._silence = max(1, round(settings.silence * 1000))
        self._most = settings.sessions
        self._lock_for = round((settings.turn_seconds + _LOCK_BEYOND_A_TURN_SECONDS) * 1000)
        try:
            pool = BlockingConnectionPool.from_url(
                settings.redis_url,
                decode_responses=True,
                max_connections=_CONNECTIONS,
                timeout=settings.redis_seconds,
                socket_timeout=settings.redis_seconds,
                socket_connect_timeout=settings.redis_seconds,
                # A kept connection of a Redis that has been started anew: every script may be run twice.
                retry=Retry(NoBackoff(), 1),
                retry_on_error=[RedisAway],
            )
        except (ValueError, TypeError):
            raise BadSetting("REDIS_URL should be an address such as redis://127.0.0.1:6379/0.") from None
        self._redis: Redis[str] = Redis(connection_pool=pool)
        self._scripts = {text: self._redis.register_script(text) for text in _ALL_SCRIPTS}
        self._turns = OneAtATime()
        self._releases: set[asyncio.Task[None]] = set()

    async def open(self, session: str, kept: str) -> None:
        """See `Sessions.open`."""
        await self._run(_OPEN, session, kept, self._most)

    async def look(self, session: str) -> str | None:
        """See `Sessions.look`."""
        kept: str | None = await self._run(_LOOK, session)
        return kept

    @asynccontextmanager
    async def turn(self, session: str) -> AsyncIterator[Turn]:
        """See `Sessions.turn`. The order in which turns came is kept within a process, not between processes."""
        async with self._turns.turn(session):
            mark = secrets.token_hex(8)
            turn: Turn | None = None
            try:
                turn = Turn(await self._begin(session, mark))
                yield turn
                if turn.after is not None:
                    await self._finish(session, mark, turn.after)
                    return
            except SessionEnded:
                raise
            except BaseException:
                self._release_soon(session, mark)
                raise
            self._release_soon(session, mark)

    async def end(self, session: str) -> bool:
        """See `Sessions.end`."""
        return bool(await self._run(_END, session))

    async def count(self) -> int:
        """See `Sessions.count`."""
        return int(await self._run(_COUNT, ""))

    async def answers(self) -> bool:
        """Whether Redis answers and lets itself be written to."""
        try:
            await self._run(_RELEASE, "", "")
            return True
        except (RedisError, OSError, asyncio.TimeoutError):
            return False

    async def close(self) -> None:
        """Close the connections."""
        if self._releases:
            await asyncio.wait(self._releases)
        await self._redis.close()
        await self._redis.connection_pool.disconnect()

    async def _begin(self, session: str, mark: str) -> str:
        while True:
            answer = await self._run(_BEGIN, session, mark, self._lock_for)
            if answer[0] == "begun":
                return str(answer[1])
            if answer[0] == "ended":
                raise SessionEnded
            await asyncio.sleep(_LOOK_AGAIN_SECONDS)

    async def _finish(self, session: str, mark: str, kept: str) -> None:
        if await self._run(_FINISH, session, mark, kept) == "lost":
            raise TurnLost

    def _release_soon(self, session: str, mark: str) -> None:
        """Let go of the lock without waiting for it: whoever waits for this turn has waited long enough."""

        async def release() -> None:
            with contextlib.suppress(RedisError, OSError, asyncio.TimeoutError):
                await self._run(_RELEASE, session, mark)

        task = asyncio.get_running_loop().create_task(release())
        self._releases.add(task)
        task.add_done_callback(self._releases.discard)

    async def _run(self, script: str, session: str, *arguments: Any) -> Any:
        """Run `script`; when Redis is full, make room as the bound on sessions does, and run it again."""
        for _ in range(_TRIES_FOR_ROOM):
            try:
                return await self._run_once(script, session, *arguments)
            except OutOfMemoryError:
                if not await self._run_once(_MAKE_ROOM, ""):
                    raise
        return await self._run_once(script, session, *arguments)

    async def _run_once(self, script: str, session: str, *arguments: Any) -> Any:
        name = hashlib.sha256(session.encode()).hexdigest()
        keys = (SESSION + name, LOCK + name, LAST_USED)
        return await self._scripts[script](keys=keys, args=(self._silence, name, *arguments))


_ALL_SCRIPTS: Final = (_OPEN, _LOOK, _BEGIN, _FINISH, _RELEASE, _END, _MAKE_ROOM, _COUNT)
