"""What every action does: state and codes out of the tracker, one turn of `knowledge`, messages and the new state
back.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from datetime import datetime
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from knowledge import clock
from knowledge.dialogue.message import each_contact_once
from knowledge.dialogue.state import State
from knowledge.dialogue.thread import Turn

STATE = "state"
Codes = dict[str, Any]


class TurnAction(Action, ABC):
    """An action that is one turn of the conversation. A subclass gives its name in domain.yml and the turn to run."""

    named: str

    def name(self) -> str:
        """The name in domain.yml."""
        return self.named

    @abstractmethod
    def turn(self, state: State, codes: Codes, now: datetime) -> Turn:
        """The next state and the messages, from the state, the codes of the newest message and the time in London."""

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Sends the turn's messages in order; returns the one event that keeps the new state."""
        before = State.from_codes(tracker.get_slot(STATE))
        heard: Codes = (tracker.latest_message or {}).get("codes") or {}
        after, messages = self.turn(before, heard, clock.now())
        for message in each_contact_once(messages):
            dispatcher.utter_message(json_message=message)
        return [SlotSet(STATE, after.as_codes())]
