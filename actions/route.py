"""The safety net fired."""

from __future__ import annotations

from datetime import datetime

from actions.turn import Codes, TurnAction
from knowledge.dialogue import turns
from knowledge.dialogue.heard import Heard
from knowledge.dialogue.state import State
from knowledge.dialogue.thread import Turn


class Route(TurnAction):
    """The safety net fired."""

    named = "action_route"

    def turn(self, state: State, codes: Codes, now: datetime) -> Turn:
        """See `knowledge.dialogue.turns.route`."""
        return turns.route(state, Heard.from_codes(codes), now)
