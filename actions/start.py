"""A session opens."""

from __future__ import annotations

from datetime import datetime

from actions.turn import Codes, TurnAction
from knowledge.dialogue import turns
from knowledge.dialogue.state import State
from knowledge.dialogue.thread import Turn


class Start(TurnAction):
    """A session opens."""

    named = "action_start"

    def turn(self, state: State, codes: Codes, now: datetime) -> Turn:
        """See `knowledge.dialogue.turns.start`."""
        return turns.start(codes.get("audience"), codes.get("area"), now)
