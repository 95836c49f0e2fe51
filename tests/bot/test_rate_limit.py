import gc
import secrets

import pytest

from bot.errors import ApiError
from bot.rate_limit import RateLimits
from bot.settings import BadSetting, Settings

SESSION, ANOTHER = "a" * 32, "b" * 32


async def passed(call, times: int, *arguments: str) -> int:
    """How many of `times` calls pass."""
    count = 0
    for _ in range(times):
        try:
            await call(*arguments)
            count += 1
        except ApiError as refused:
            assert refused.status == 429
            assert int(refused.headers["Retry-After"]) >= 1
    return count


async def test_one_session_may_send_a_burst_and_no_more() -> None:
    limits = RateLimits(Settings(rate_session="1/m burst 5"))
    assert await passed(limits.message, 20, SESSION) == 5


async def test_one_session_does_not_use_up_what_another_may_send() -> None:
    limits = RateLimits(Settings(rate_session="1/m burst 5"))
    await passed(limits.message, 20, SESSION)
    assert await passed(limits.message, 20, ANOTHER) == 5


async def test_all_calls_together_and_new_conversations_have_limits_of_their_own() -> None:
    limits = RateLimits(Settings(rate_total="1/m burst 7", rate_new_sessions="1/m burst 3"))
    assert await passed(limits.call, 20) == 7
    assert await passed(limits.new_session, 20) == 3


async def test_the_defaults_let_a_hundred_quick_messages_through() -> None:
    assert await passed(RateLimits(Settings()).message, 100, SESSION) == 100


async def test_the_limiter_does_not_hold_the_id_of_a_session() -> None:
    limits = RateLimits(Settings())
    session = secrets.token_urlsafe(24)
    await limits.message(session)
    tables = [found for found in gc.get_objects() if isinstance(found, dict)]
    assert not [key for table in tables for key in list(table) if isinstance(key, str) and session in key]


@pytest.mark.parametrize("rate", ["lots", "", "5/fortnight"])
def test_a_rate_that_cannot_be_read_is_refused_at_the_start(rate: str) -> None:
    with pytest.raises(BadSetting, match="WAYMARK_RATE_SESSION"):
        RateLimits(Settings(rate_session=rate))
