"""What an operator may set, each from the environment, with its default. One home for every limit of the runtime."""

import os
from collections.abc import Mapping
from dataclasses import dataclass


class BadSetting(ValueError):
    """A setting that cannot be read: the message names the variable and what it should hold."""


@dataclass(frozen=True)
class Settings:
    """Limits of one server process. Times are seconds, sizes bytes, rates in the form `<n>/<unit> burst <n>`."""

    silence: float = 30 * 60  # a session ends after this long without a message
    sessions: int = 20_000  # more than this and the longest silent ones end
    rate_session: str = "10/s burst 120"  # messages of one session
    rate_total: str = "500/s burst 1000"  # messages of all sessions together
    rate_new_sessions: str = "50/s burst 500"  # conversations that begin
    body: int = 32 * 1024  # a request body; 2,000 characters fit in it in any script and any JSON escape
    text: int = 2_000  # characters of a message
    parse_waiting: int = 200  # messages that may wait to be understood
    reading_start_seconds: float = 120.0  # the longest that what reads messages may take to load
    action_seconds: float = 4.0  # the longest that the action server may take
    turn_seconds: float = 4.8  # the longest that a whole turn may take
    check_again_days: float = 180  # a phone number whose last check is older is named when Waymark starts
    redis_url: str = ""  # where several processes keep their sessions; empty: in the memory of this one
    redis_seconds: float = 1.0  # the longest that Redis may take for one step
    frame_ancestors: str = "'none'"  # which pages may show the chat in a frame (CSP frame-ancestors)
    allowed_origins: str = ""  # which other sites may put the widget on their own pages (CORS); none
    counts_file: str = ""  # where results are counted (bot/counts.py); nothing is counted without a file or a port
    counts_port: int = 0  # the port of this machine at which Prometheus may ask for the counts
    counts_by: str = "colour,audience,area,age_band"  # what the counts tell apart

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """Read the settings; a variable that is absent or empty leaves its default.

        Raises BadSetting when a number is not a positive number or an address is none.
        """
        env = os.environ if environment is None else environment
        default = cls()
        return cls(
            silence=_number(env, "WAYMARK_SESSION_SILENCE", default.silence),
            sessions=int(_number(env, "WAYMARK_SESSIONS_AT_MOST", default.sessions)),
            rate_session=env.get("WAYMARK_RATE_SESSION") or default.rate_session,
            rate_total=env.get("WAYMARK_RATE_TOTAL") or default.rate_total,
            rate_new_sessions=env.get("WAYMARK_RATE_NEW_SESSIONS") or default.rate_new_sessions,
            action_seconds=_number(env, "WAYMARK_ACTION_SECONDS", default.action_seconds),
            turn_seconds=_number(env, "WAYMARK_TURN_SECONDS", default.turn_seconds),
            check_again_days=_number(env, "WAYMARK_CHECK_AGAIN_DAYS", default.check_again_days),
            redis_url=_redis_url(env),
            redis_seconds=_number(env, "WAYMARK_REDIS_SECONDS", default.redis_seconds),
            frame_ancestors=env.get("WAYMARK_FRAME_ANCESTORS") or default.frame_ancestors,
            allowed_origins=env.get("WAYMARK_ALLOWED_ORIGINS") or default.allowed_origins,
            counts_file=env.get("WAYMARK_COUNTS_FILE") or default.counts_file,
            counts_port=int(_number(env, "WAYMARK_COUNTS_PORT", default.counts_port)),
            counts_by=env.get("WAYMARK_COUNTS_BY") or default.counts_by,
        )


def _number(env: Mapping[str, str], name: str, default: float) -> float:
    text = env.get(name, "")
    if not text:
        return default
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0 < number < 1e9:
        raise BadSetting(f"{name} should be a number above zero.")
    return number


def _redis_url(env: Mapping[str, str]) -> str:
    address = env.get("REDIS_URL", "")
    if address and not address.startswith(("redis://", "rediss://", "unix://")):
        raise BadSetting("REDIS_URL should be an address such as redis://127.0.0.1:6379/0.")  # it may hold a password
    return address
