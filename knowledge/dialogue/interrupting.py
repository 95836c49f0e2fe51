"""The safety net fired: its most urgent route is answered before anything else."""

from __future__ import annotations

from datetime import datetime

from knowledge.dialogue import asides, child
from knowledge.dialogue.heard import Heard
from knowledge.dialogue.listening import take
from knowledge.dialogue.routing import announce, most_urgent, stops
from knowledge.dialogue.state import State
from knowledge.dialogue.stopping import stop
from knowledge.dialogue.telling import tell
from knowledge.dialogue.thread import Turn, ask_again, stop_for
from knowledge.route import Grade


def interrupt(state: State, heard: Heard, moment: datetime) -> Turn:
    """The next turn after a message with routes; where none of them needs an answer, that of an ordinary message."""
    routes = child.for_the_age(heard.routes, heard)
    found = most_urgent(routes)
    if found is None:
        return tell(state, heard, moment)
    if _only_stops(state, heard):
        return stop(state, moment)
    if found.id in child.ROUTES and found.id in heard.likely_routes and _feels(state, heard):
        return tell(state, heard, moment)
    if child.is_writing(routes):
        state = state.but(child=True)  # also where something more urgent is answered first
    if state.child:
        found = child.in_words_for_a_child(found)
    if state.child and found.id in child.ROUTES and found.id in state.shown_routes:
        return child.again(state, moment, heard)
    if stops(found):
        if not state.child and not state.finished and state.asked in ("story", "confirm"):
            state = take(state, heard).state  # what was told is not told in vain: "go on" picks it up
        return stop_for(state, found, [], moment)
    if state.child:
        return child.again(state, moment, heard)
    if found.id in state.shown_routes:
        return tell(state, heard, moment)
    state, messages = announce(state, found, moment)
    if found.grade is Grade.MENTION or heard.about_a_worry or state.asked in (None, "story"):
        state, more = tell(state, heard, moment)
    else:
        state, more = ask_again(state, moment)
    return state, [*messages, *more]


def _feels(state: State, heard: Heard) -> bool:
    """A grown-up who has said so, in the middle of their case, with a feeling and no age: a child may sound like it."""
    at_a_question = state.asked not in (None, "audience", "story", "route") and not state.child
    return bool(at_a_question and state.audience and heard.aside in asides.FEELINGS and not heard.ages)


def _only_stops(state: State, heard: Heard) -> bool:
    """ "I want to stop": a plea for help from somebody who has told nothing yet, the end of it at a question."""
    at_a_question = state.asked not in (None, "audience", "story") and not state.child
    return at_a_question and heard.command == "stop" and heard.routes == ("r.adult_own_thoughts",)
