"""One or more of the offered choices are taken."""

from __future__ import annotations

from datetime import datetime

from actions.turn import Codes, TurnAction
from knowledge.dialogue import turns
from knowledge.dialogue.state import State
from knowledge.dialogue.thread import Turn


class Choose(TurnAction):
    """One or more of the offered choices are taken."""

    named = "action_choose"

    def turn(self, state: State, codes: Codes, now: datetime) -> Turn:
        """See `knowledge.dialogue.turns.choose`."""
        return turns.choose(state, tuple(codes.get("choices") or ()), now)
