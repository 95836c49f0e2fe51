"""A question about the subject."""

from __future__ import annotations

from datetime import datetime

from actions.turn import Codes, TurnAction
from knowledge.dialogue import turns
from knowledge.dialogue.heard import Heard
from knowledge.dialogue.state import State
from knowledge.dialogue.thread import Turn


class Question(TurnAction):
    """A question about the subject."""

    named = "action_question"

    def turn(self, state: State, codes: Codes, now: datetime) -> Turn:
        """See `knowledge.dialogue.turns.answer_question`."""
        return turns.answer_question(state, Heard.from_codes(codes), now)
