"""What a session is, and Rasa's view of it.

Rasa's own stores keep every event for ever and would replay them all at each turn. Here a session is one short JSON
string: the slots that are set. A tracker is rebuilt from it for the turn that is under way, so turn 100 costs what turn
1 cost, and nothing else is left of a conversation. No form may be open between two turns (the dialogue is rules only),
so the slots are all there is to keep.

Where sessions are kept is behind `Sessions`: the memory of one process (`bot.sessions_in_memory`) or a Redis that
several share (`bot.sessions_in_redis`).
"""

import json
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Iterable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from typing import Any, Final

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

from bot.settings import Settings

NOTHING_YET: Final = "{}"


class SessionEnded(Exception):
    """There is no such session: never made here, ended, or silent for too long."""


class TurnLost(Exception):
    """A turn took so long that the session no longer waits for it; nothing of it was kept."""


@dataclass
class Turn:
    """One turn of one session: what was kept before it, and what is to be kept after it (JSON: slot name to value)."""

    before: str
    after: str | None = None  # nothing is written while this is None


class Sessions(ABC):
    """The sessions there are. Every implementation keeps these rules (tests/bot/test_sessions.py).

    A session exists from `open` until `end`, until it has been silent for `settings.silence` seconds, or until there
    are more than `settings.sessions` and it is the one that has been silent longest. Only `open` makes one: an answer
    that was under way when the person left cannot bring it back. A turn is written when it is over, at once and whole,
    or not at all. Nothing is ever written to disk.
    """

    @abstractmethod
    async def open(self, session: str, kept: str) -> None:
        """Begin `session` with what is `kept` of it, ending the longest silent one when there is no room."""

    @abstractmethod
    async def look(self, session: str) -> str | None:
        """All that is kept of `session`, or None when there is no such session. Counts as use."""

    @abstractmethod
    def turn(self, session: str) -> AbstractAsyncContextManager[Turn]:
        """One turn of `session`, after any that it has under way.

        When the block ends well, the turn's `after` is kept, if the session still exists; when it raises, everything is
        as it was. Raises SessionEnded at the beginning, TurnLost at the end.
        """

    @abstractmethod
    async def end(self, session: str) -> bool:
        """Forget `session`. Whether there was one."""

    @abstractmethod
    async def count(self) -> int:
        """How many sessions there are."""

    @abstractmethod
    async def answers(self) -> bool:
        """Whether sessions can be read and written now."""

    @abstractmethod
    async def close(self) -> None:
        """Let go of connections."""


class SessionStore(TrackerStore):
    """Rasa's tracker store: it sees a session only while a turn of it is under way, and only its slots.

    `sessions` says where they are kept.
    """

    def __init__(
        self,
        domain: Domain | None = None,
        event_broker: EventBroker | None = None,
        host: str | None = None,
        sessions: Sessions | None = None,
    ) -> None:
        """`domain`, `event_broker` and `host` are what Rasa passes to a store of its own; no events are sent anywhere.

        Without `sessions`, the settings of the environment choose: Redis where `REDIS_URL` is set.
        """
        super().__init__(domain)
        self.sessions = sessions or sessions_of(Settings.from_environment())
        self._under_way: dict[str, Turn] = {}

    @asynccontextmanager
    async def first_turn(self, session: str) -> AsyncIterator[Turn]:
        """The turn that opens `session`: it exists once that has gone well."""
        turn = Turn(NOTHING_YET)
        with _entry(self._under_way, session, turn):
            yield turn
        await self.sessions.open(session, turn.after or NOTHING_YET)

    @asynccontextmanager
    async def turn(self, session: str) -> AsyncIterator[Turn]:
        """See `Sessions.turn`; Rasa can read and save the tracker of `session` inside the block."""
        async with self.sessions.turn(session) as turn:
            with _entry(self._under_way, session, turn):
                yield turn

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Note the slots of `tracker`, and nothing else of it, for the end of the turn that is under way."""
        turn = self._under_way.get(tracker.sender_id)
        if turn is not None:
            turn.after = json.dumps(set_slots(tracker), separators=(",", ":"))

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """A tracker that waits for a message, with the slots as they are kept; None when no turn is under way."""
        turn = self._under_way.get(sender_id)
        if turn is None:
            return None
        tracker = self.init_tracker(sender_id)
        for name, value in json.loads(turn.before if turn.after is None else turn.after).items():
            tracker.update(SlotSet(name, value))
        tracker.update(ActionExecuted(ACTION_LISTEN_NAME))
        return tracker

    async def exists(self, conversation_id: str) -> bool:
        """Whether a turn of it is under way."""
        return conversation_id in self._under_way

    async def keys(self) -> Iterable[str]:
        """The ids of the sessions that have a turn under way: no other is known here."""
        return list(self._under_way)


class _entry:
    """An entry of a dictionary for as long as a block runs."""

    def __init__(self, entries: dict[str, Turn], name: str, value: Turn) -> None:
        self._entries, self._name, self._value = entries, name, value

    def __enter__(self) -> None:
        self._entries[self._name] = self._value

    def __exit__(self, *_: object) -> None:
        self._entries.pop(self._name, None)


def sessions_of(settings: Settings) -> Sessions:
    """Where the settings say that sessions are kept. Raises BadSetting for a `REDIS_URL` that is none."""
    if settings.redis_url:
        from bot.sessions_in_redis import SessionsInRedis

        return SessionsInRedis(settings)
    from bot.sessions_in_memory import SessionsInMemory

    return SessionsInMemory(settings)


def set_slots(tracker: DialogueStateTracker) -> dict[str, Any]:
    """The slots of `tracker` that hold something: name to value."""
    return {name: value for name, value in tracker.current_slot_values().items() if value is not None}
