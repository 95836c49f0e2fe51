"""The sessions of one server process, in its memory."""

import os
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.one_at_a_time import OneAtATime
from bot.sessions import SessionEnded, Sessions, Turn
from bot.settings import Settings
from knowledge.clock import CLOCK_FILE, now


@dataclass
class _Session:
    kept: str
    last_used: float  # seconds of the clock


class SessionsInMemory(Sessions):
    """See `Sessions` for the rules. Silent sessions also go while nobody calls, if `sweep` is called now and then."""

    def __init__(self, settings: Settings, clock: Callable[[], float] | None = None) -> None:
        """`clock` gives seconds, of which only differences matter: by default the machine's own, which no change of
        the time of day moves; the time in `WAYMARK_CLOCK_FILE` where that is set.
        """
        self._silence, self._most = settings.silence, settings.sessions
        self._clock = clock or _seconds_clock()
        self._sessions: OrderedDict[str, _Session] = OrderedDict()  # longest silent first
        self._turns = OneAtATime()

    async def open(self, session: str, kept: str) -> None:
        """See `Sessions.open`."""
        self.sweep()
        while len(self._sessions) >= self._most:
            self._sessions.popitem(last=False)
        self._sessions[session] = _Session(kept, self._clock())

    async def look(self, session: str) -> str | None:
        """See `Sessions.look`."""
        found = self._use(session)
        return None if found is None else found.kept

    @asynccontextmanager
    async def turn(self, session: str) -> AsyncIterator[Turn]:
        """See `Sessions.turn`."""
        async with self._turns.turn(session):
            found = self._use(session)
            if found is None:
                raise SessionEnded
            turn = Turn(found.kept)
            yield turn
            found = self._use(session)
            if found is not None and turn.after is not None:
                found.kept = turn.after

    async def end(self, session: str) -> bool:
        """See `Sessions.end`."""
        self.sweep()
        return self._sessions.pop(session, None) is not None

    async def count(self) -> int:
        """See `Sessions.count`."""
        self.sweep()
        return len(self._sessions)

    async def answers(self) -> bool:
        """Memory always answers."""
        return True

    async def close(self) -> None:
        """Nothing to let go of."""

    def sweep(self) -> None:
        """Forget every session that has been silent for too long."""
        while self._sessions:
            session, longest_silent = next(iter(self._sessions.items()))
            if not self._too_long(longest_silent):
                return
            del self._sessions[session]

    def _too_long(self, session: _Session) -> bool:
        return self._clock() - session.last_used >= self._silence

    def _use(self, session: str) -> _Session | None:
        self.sweep()
        found = self._sessions.get(session)
        if found is not None and self._too_long(found):  # behind one from a time that the clock has come back from
            del self._sessions[session]
            return None
        if found is not None:
            found.last_used = self._clock()
            self._sessions.move_to_end(session)
        return found


def _seconds_clock() -> Callable[[], float]:
    if os.environ.get(CLOCK_FILE):
        return lambda: now().timestamp()
    return time.monotonic
