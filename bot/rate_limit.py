"""How often one may call: per session, in all, and how many conversations may begin. Never by address of the sender.

GCRA from `throttled`: a steady rate with room for a burst, on the monotonic clock, in memory.
"""

import hashlib
import math
import secrets

from throttled.asyncio import RateLimiterType, Throttled
from throttled.asyncio.store import MemoryStore
from throttled.exceptions import DataError

from bot.errors import too_many
from bot.settings import BadSetting, Settings

_ALL = "all"


class RateLimits:
    """The limits of one server process. Each method raises ApiError 429 with `Retry-After` when its limit is passed."""

    def __init__(self, settings: Settings) -> None:
        """Raises BadSetting for a rate that cannot be read."""
        # What stays in the limiter after a session's end does not name the session.
        self._salt = secrets.token_bytes(16)
        self._session = _limit("WAYMARK_RATE_SESSION", settings.rate_session, settings.sessions)
        self._total = _limit("WAYMARK_RATE_TOTAL", settings.rate_total, 1)
        self._new = _limit("WAYMARK_RATE_NEW_SESSIONS", settings.rate_new_sessions, 1)

    async def call(self) -> None:
        """Count one call of any kind."""
        await _count(self._total, _ALL)

    async def new_session(self) -> None:
        """Count one conversation that begins."""
        await _count(self._new, _ALL)

    async def message(self, session: str) -> None:
        """Count one message of `session`, which must exist: made-up sessions must not fill the memory."""
        await _count(self._session, hashlib.blake2b(session.encode(), key=self._salt, digest_size=16).hexdigest())


def _limit(variable: str, quota: str, keys: int) -> Throttled:
    store = MemoryStore(options={"MAX_SIZE": keys})
    try:
        return Throttled(using=RateLimiterType.GCRA.value, quota=quota, store=store)
    except DataError:
        raise BadSetting(f"{variable} should be a rate such as 10/s burst 120.") from None


async def _count(limit: Throttled, key: str) -> None:
    result = await limit.limit(key)
    if result.limited:
        raise too_many(math.ceil(result.state.retry_after))
