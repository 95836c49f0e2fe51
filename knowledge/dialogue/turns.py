"""One turn of the conversation: a state and what was heard in, the next state and the messages out. Pure, but for the
clock that is handed in.
"""

from __future__ import annotations

from datetime import datetime

from knowledge.dialogue import (
    answering,
    child,
    choosing,
    helpline,
    interrupting,
    telling,
)
from knowledge.dialogue.going_back import go_back
from knowledge.dialogue.heard import Heard
from knowledge.dialogue.message import say
from knowledge.dialogue.phrases import phrase
from knowledge.dialogue.state import State
from knowledge.dialogue.stopping import stop
from knowledge.dialogue.thread import Turn, a_person, ask_again, go_on
from knowledge.signing import all_signed_off


def start(audience: str | None, area: str | None, moment: datetime) -> Turn:
    """The opening: what this is, what is kept, when to ring 999, and the first question."""
    return helpline.accompany(_start(audience, area, moment))


def tell(state: State, heard: Heard, moment: datetime) -> Turn:
    """A message in the person's own words."""
    return helpline.accompany(telling.tell(state, heard, moment))


def choose(state: State, values: tuple[str, ...], moment: datetime) -> Turn:
    """One or more of the offered choices. The channel has checked that they were offered."""
    return helpline.accompany(choosing.choose(state, values, moment))


def route(state: State, heard: Heard, moment: datetime) -> Turn:
    """The safety net fired: its most urgent route is answered, then the conversation goes on where that is right."""
    return helpline.accompany(interrupting.interrupt(state, heard, moment))


def answer_question(state: State, heard: Heard, moment: datetime) -> Turn:
    """A question about the subject: answered, then the thread is picked up."""
    return helpline.accompany(answering.answer(state, heard, moment))


def command(state: State, name: str, moment: datetime) -> Turn:
    """Start again, stop, go back or help."""
    return helpline.accompany(_command(state, name, moment))


def _start(audience: str | None, area: str | None, moment: datetime) -> Turn:
    state = State(audience=audience, area=area)
    reader = state.words_for
    lines = [phrase("opening", reader), phrase("emergency", reader)]
    if not all_signed_off():
        lines.append(phrase("demonstration", reader))
    return go_on(state, [helpline.opening(say("\n".join(lines)), state)], moment)


def _command(state: State, name: str, moment: datetime) -> Turn:
    if name == "stop":
        return stop(state, moment)
    if state.child:
        return child.again(state, moment)
    if name == "restart":
        state, messages = _start(state.audience, state.area, moment)
        return state, [say(phrase("restarted", state.words_for)), messages[-1]]
    if name == "audit":
        return answering.offer_audit(state, [], moment)
    if name == "back":
        return go_back(state, moment)
    state, more = ask_again(state, moment)
    return state, [say(phrase("help", state.words_for)), *a_person(state, moment), *more]
