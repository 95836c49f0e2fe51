"""The thread of a conversation: what is asked next or answered now, and how it is picked up after something else."""

from __future__ import annotations

from datetime import datetime

from knowledge.dialogue.agenda import next_question
from knowledge.dialogue.asking import question
from knowledge.dialogue.checklists import CONSIDERATIONS, checklist_card, next_item
from knowledge.dialogue.message import Message, say
from knowledge.dialogue.phrases import phrase
from knowledge.dialogue.results import contact_messages, result, what_next
from knowledge.dialogue.routing import after_stop, announce
from knowledge.dialogue.state import State
from knowledge.dialogue.wording import BUTTONS
from knowledge.directory import contacts_for_roles
from knowledge.library import library
from knowledge.route import Route
from knowledge.words import Audience

Turn = tuple[State, list[Message]]
# Whom somebody may talk to instead, whatever the colour: the first of them where one is enough.
PERSON = {
    Audience.PARENT: ("nspcc_helpline", "front_door", "emergency_999"),
    Audience.HELPLINE: ("nspcc_helpline", "front_door", "emergency_999"),
    Audience.SCHOOL: ("nspcc_helpline", "dsl", "front_door", "emergency_999"),
    Audience.PROFESSIONAL: ("nspcc_helpline", "front_door", "emergency_999"),
}


def go_on(state: State, messages: list[Message], moment: datetime) -> Turn:
    """Asks what is next, or gives the result."""
    if state.factors.get("adult_involved") == "yes" and not state.finished:
        adult = library().routes["r.adult_abuser"]
        if adult.id not in state.shown_routes:
            return stop_for(state, adult, messages, moment)
    if state.walking:
        return _walk_on(state, messages, moment)
    if state.candidates:
        word: str | None = "confirm"
    elif state.subject:
        word = "menu"
    else:
        word = next_question(state)
        word = "story" if word == "behaviour" else word
    if word is None:
        state, more = result(state, moment)
        return state, [*messages, *more]
    state, message = question(state, word, "more" if word == "story" and state.kept else "")
    return state, [*messages, message]


def _walk_on(state: State, messages: list[Message], moment: datetime) -> Turn:
    """The next consideration of the local procedure, or the list with its answers at the end."""
    item = next_item(state)
    if item:
        state, message = question(state, f"consideration:{item.id}")
        return state, [*messages, message]
    return end_of_walk(state, messages, moment)


def end_of_walk(state: State, messages: list[Message], moment: datetime) -> Turn:
    """The list as it stands, then on: with a new result where an answer changed it."""
    state = state.but(walking=False, asked=None, offered=())
    listed = say(phrase("considerations_done", state.words_for), checklist_card(state, CONSIDERATIONS))
    if not state.finished:
        return go_on(state, [*messages, listed], moment)
    state, following = what_next(state)
    return state, [*messages, listed, following]


def ask_again(state: State, moment: datetime) -> Turn:
    """The open question once more, with nothing changed; where it was asked again before, it points at the buttons."""
    way = BUTTONS if state.misses + state.asides else ""
    if state.child:
        state, message = after_stop(state, None)
    elif state.asked and state.asked not in ("route", "next"):
        state, message = question(state, state.asked, way)
    elif state.finished:
        state, message = what_next(state)
    else:
        return go_on(state.but(asked=None), [], moment)
    return state, [message]


def stop_for(state: State, found: Route, messages: list[Message], moment: datetime) -> Turn:
    """A route that stops the triage: its words and contacts, then what may be done after it."""
    state, more = announce(state, found, moment)
    state, following = after_stop(state, found)
    return state, [*messages, *more, following]


def a_person(state: State, moment: datetime, most: int = 1) -> list[Message]:
    """Somebody to talk to instead."""
    roles = ("childline",) if state.child else PERSON[state.words_for]
    reader = "child" if state.child else state.words_for.value
    return contact_messages(contacts_for_roles(roles, state.area or "elsewhere", reader, moment)[:most])
