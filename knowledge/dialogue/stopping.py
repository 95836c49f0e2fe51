"""The end of a conversation: kind, with nothing of the case left."""

from __future__ import annotations

from datetime import datetime

from knowledge.dialogue import child, helpline
from knowledge.dialogue.message import say
from knowledge.dialogue.phrases import phrase
from knowledge.dialogue.state import State
from knowledge.dialogue.thread import Turn
from knowledge.words import Audience


def stop(state: State, moment: datetime) -> Turn:
    """The goodbye. Said a second time, in other words."""
    if state.child:
        return child.close(state, moment)
    again = stopped(state) and not state.misses
    messages = [say(phrase("stop_again" if again else "stop", state.words_for))]
    if state.words_for is Audience.HELPLINE and state.finished:
        messages = [*helpline.close(state, moment), *messages]
    ended = State(audience=state.audience, area=state.area)
    return ended.but(asked="story", misses=int(again)), messages


def stopped(state: State) -> bool:
    """Whether nothing has been offered since the last goodbye."""
    return state.asked == "story" and not state.offered
