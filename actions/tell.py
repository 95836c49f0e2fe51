"""Something is said about the worry, or a question is answered in words."""

from __future__ import annotations

from datetime import datetime

from actions.turn import Codes, TurnAction
from knowledge.dialogue import turns
from knowledge.dialogue.heard import Heard
from knowledge.dialogue.state import State
from knowledge.dialogue.thread import Turn


class Tell(TurnAction):
    """Something is said about the worry, or a question is answered in words."""

    named = "action_tell"

    def turn(self, state: State, codes: Codes, now: datetime) -> Turn:
        """See `knowledge.dialogue.turns.tell`."""
        return turns.tell(state, Heard.from_codes(codes), now)
