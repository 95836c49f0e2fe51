"""The sessions of one server process: codes, in memory, for as long as somebody talks.

Rasa's own stores keep every event for ever and would replay them all at each turn. Here a session is one short JSON
string: the slots that are set. A tracker is rebuilt from it at each turn, so turn 100 costs what turn 1 cost, and
nothing else is left of a conversation. No form may be open between two turns (the dialogue is rules only), so the slots
are all there is to keep.
"""

import json
import os
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

from bot.settings import Settings
from knowledge.clock import CLOCK_FILE, now


@dataclass
class _Session:
    kept: str  # JSON: slot name to value
    last_used: float  # seconds of the store's clock


class SessionStore(TrackerStore):
    """Rasa's tracker store and the channel's list of sessions in one.

    A session exists from `open` until `end`, until it has been silent for `settings.silence` seconds, or until there
    are more than `settings.sessions` and it is the one that has been silent longest. Rasa can only save into a session
    that exists, so an answer that was under way when the person left cannot bring it back. Nothing is ever written to
    disk.
    """

    def __init__(
        self,
        domain: Domain | None = None,
        event_broker: EventBroker | None = None,
        host: str | None = None,
        settings: Settings | None = None,
        clock: Callable[[], float] | None = None,
    ) -> None:
        """`domain`, `event_broker` and `host` are what Rasa passes to a store of its own; no events are sent anywhere.

        `clock` gives seconds, of which only differences matter: by default the machine's own, which no change of the
        time of day moves; the time in `WAYMARK_CLOCK_FILE` where that is set.
        """
        super().__init__(domain)
        settings = settings or Settings.from_environment()
        self._silence, self._most = settings.silence, settings.sessions
        self._clock = clock or _seconds_clock()
        self._sessions: OrderedDict[str, _Session] = OrderedDict()  # longest silent first

    def open(self, session: str) -> None:
        """Begin `session`, ending the longest silent one when there is no room."""
        self.sweep()
        while len(self._sessions) >= self._most:
            self._sessions.popitem(last=False)
        self._sessions[session] = _Session("{}", self._clock())

    def kept(self, session: str) -> str | None:
        """All that is kept of `session` (JSON: slot name to value), or None when there is no such session.

        Counts as use.
        """
        self.sweep()
        found = self._sessions.get(session)
        if found is None or self._silent_for_too_long(found):
            self._sessions.pop(session, None)
            return None
        found.last_used = self._clock()
        self._sessions.move_to_end(session)
        return found.kept

    def put_back(self, session: str, kept: str) -> None:
        """Set `session` to what `kept()` gave earlier, as if the turn since had not been; nothing if it has ended."""
        found = self._sessions.get(session)
        if found is not None:
            found.kept = kept

    def end(self, session: str) -> bool:
        """Forget `session`. Whether there was one."""
        return self._sessions.pop(session, None) is not None

    def sweep(self) -> None:
        """Forget every session that has been silent for too long."""
        while self._sessions:
            session, longest_silent = next(iter(self._sessions.items()))
            if not self._silent_for_too_long(longest_silent):
                return
            del self._sessions[session]

    def __len__(self) -> int:
        """How many sessions there are."""
        return len(self._sessions)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keep the slots of `tracker`, and nothing else of it, if its session still exists."""
        found = self._sessions.get(tracker.sender_id)
        if found is not None:
            found.kept = json.dumps(set_slots(tracker), separators=(",", ":"))

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """A tracker that waits for a message, with the slots as they were saved; None when there is no such session."""
        kept = self.kept(sender_id)
        return None if kept is None else self._waiting_tracker(sender_id, json.loads(kept))

    async def exists(self, conversation_id: str) -> bool:
        """Whether there is such a session."""
        return self.kept(conversation_id) is not None

    async def keys(self) -> Iterable[str]:
        """The ids of all sessions."""
        return list(self._sessions)

    def _silent_for_too_long(self, session: _Session) -> bool:
        return self._clock() - session.last_used >= self._silence

    def _waiting_tracker(self, session: str, slots: dict[str, Any]) -> DialogueStateTracker:
        tracker = self.init_tracker(session)
        for name, value in slots.items():
            tracker.update(SlotSet(name, value))
        tracker.update(ActionExecuted(ACTION_LISTEN_NAME))
        return tracker


def _seconds_clock() -> Callable[[], float]:
    if os.environ.get(CLOCK_FILE):
        return lambda: now().timestamp()
    return time.monotonic


def set_slots(tracker: DialogueStateTracker) -> dict[str, Any]:
    """The slots of `tracker` that hold something: name to value."""
    return {name: value for name, value in tracker.current_slot_values().items() if value is not None}
