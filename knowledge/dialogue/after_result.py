"""What is said after the result or after a route: a new worry, a changed fact, an area, or nothing that changes it."""

from __future__ import annotations

from datetime import datetime

from knowledge.dialogue.asides import PERSON_AFTER
from knowledge.dialogue.heard import Heard
from knowledge.dialogue.listening import take
from knowledge.dialogue.message import Message, say
from knowledge.dialogue.results import area_known
from knowledge.dialogue.routing import after_stop
from knowledge.dialogue.state import State
from knowledge.dialogue.thread import Turn, a_person, ask_again, go_on
from knowledge.library import library

# After a change the questions it opens may be asked, within these many answers.
ANSWERS_BEFORE = 4


def reopened(state: State) -> State:
    """The case open again, with room for the questions that a change brings."""
    return state.but(finished=False, asked=None, offered=(), walking=False, answers=min(state.answers, ANSWERS_BEFORE))


def changed(state: State, heard: Heard, messages: list[Message], moment: datetime) -> Turn | None:
    """The turn for a fact that changes the case, or `None` where the message has none."""
    if state.asked == "area" and (heard.area or heard.answer in ("unknown", "no")):
        state, more = area_known(take(state, heard).state, moment)
        return state, [*messages, *more]
    if not heard.ages and not any(slug in library().factors for slug in heard.factors):
        return None
    taken = take(state, heard)
    after = taken.state
    if (after.case, after.heard, after.doubted) == (state.case, state.heard, state.doubted):
        return None
    notes = [say(note) for note in taken.notes]
    return go_on(reopened(taken.state), [*messages, *notes], moment)


def nothing_new(state: State, messages: list[Message], moment: datetime) -> Turn:
    """The choices once more; from the second time on with a person to ring."""
    misses = state.misses + 1
    if misses >= PERSON_AFTER:
        messages = [*messages, *a_person(state, moment)]
    if state.finished:
        state, more = ask_again(state, moment)
    else:
        state, following = after_stop(state, None)
        more = [following]
    return state.but(misses=misses), [*messages, *more]
