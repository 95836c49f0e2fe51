"""Start again, stop, go back or help."""

from __future__ import annotations

from datetime import datetime

from actions.turn import Codes, TurnAction
from knowledge.dialogue import turns
from knowledge.dialogue.state import State
from knowledge.dialogue.thread import Turn


class Command(TurnAction):
    """Start again, stop, go back or help."""

    named = "action_command"

    def turn(self, state: State, codes: Codes, now: datetime) -> Turn:
        """See `knowledge.dialogue.turns.command`."""
        return turns.command(state, codes.get("command") or "help", now)
