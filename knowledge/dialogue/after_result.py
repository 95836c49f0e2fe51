"""What is said after the result or after a route: a new worry, a changed fact, an area, or nothing that changes it."""

from __future__ import annotations

from datetime import datetime

from knowledge.dialogue.agenda import of_use
from knowledge.dialogue.asking import question
from knowledge.dialogue.heard import Heard
from knowledge.dialogue.listening import take
from knowledge.dialogue.message import Message, say
from knowledge.dialogue.results import area_known, what_next
from knowledge.dialogue.routing import after_stop
from knowledge.dialogue.state import State
from knowledge.dialogue.thread import Turn, a_person, go_on
from knowledge.dialogue.wording import WAYS

# After a change the questions it opens may be asked, within these many answers.
ANSWERS_BEFORE = 4


def reopened(state: State) -> State:
    """The case open again, with room for the questions that a change brings."""
    return state.but(finished=False, asked=None, offered=(), walking=False, answers=min(state.answers, ANSWERS_BEFORE))


def another_case(state: State) -> State:
    """Nothing of the case left; who is asking, where, and what was already answered stay."""
    return State(audience=state.audience, area=state.area, shown_routes=state.shown_routes)


def changed(state: State, heard: Heard, messages: list[Message], moment: datetime) -> Turn | None:
    """The turn for a fact that changes the case, or `None` where the message has none."""
    if state.asked == "area" and (heard.area or heard.answer in ("unknown", "no")):
        state, more = area_known(take(state, heard).state, moment)
        return state, [*messages, *more]
    if not heard.ages and not of_use(state.behaviours) & set(heard.factors):
        return None
    taken = take(state, heard)
    after = taken.state
    if (after.case, after.heard, after.doubted) == (state.case, state.heard, state.doubted):
        return None
    notes = [say(note) for note in taken.notes]
    return go_on(reopened(taken.state), [*messages, *notes], moment)


def nothing_new(state: State, messages: list[Message], moment: datetime) -> Turn:
    """The choices once more: in other words twice, then as buttons, then with a person to ring. After a route that
    stops the person comes with the second try.
    """
    misses = state.misses + 1
    if misses > (len(WAYS) if state.finished else 1):
        messages = [*messages, *a_person(state, moment)]
    way = WAYS[(misses - 1) % len(WAYS)]
    if not state.finished:
        state, following = after_stop(state, None)
    elif state.asked == "area":
        state, following = question(state, "area", way)
    else:
        state, following = what_next(state, way=way)
    return state.but(misses=misses), [*messages, following]
