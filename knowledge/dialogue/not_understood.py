"""Silence and nonsense: other words twice, then the buttons, then a person to ring. No dead end, no loop."""

from __future__ import annotations

from datetime import datetime

from knowledge.dialogue.asking import question
from knowledge.dialogue.heard import Heard
from knowledge.dialogue.listening import pick
from knowledge.dialogue.message import Message, say
from knowledge.dialogue.phrases import phrase
from knowledge.dialogue.state import State
from knowledge.dialogue.thread import Turn, a_person, go_on
from knowledge.dialogue.wording import BUTTONS, WAYS


def not_understood(state: State, messages: list[Message], moment: datetime, heard: Heard | None = None) -> Turn:
    """What follows an answer that was none. Never the same sentence twice in a row."""
    word = state.asked or "story"
    misses = state.misses + 1
    if misses + state.asides > len(WAYS):
        return _with_a_person(state.but(misses=misses), word, messages, moment)
    if heard and misses == 1 and word == "story" and not heard.ages and not heard.answer:
        messages = [*messages, say(phrase("out_of_scope", state.words_for))]
    state, message = question(state, word, WAYS[misses - 1])
    return state.but(misses=misses), [*messages, message]


def _with_a_person(state: State, word: str, messages: list[Message], moment: datetime) -> Turn:
    """Nobody is asked the same thing for ever: what may stay open stays open, which is never taken as a no."""
    if "unknown" in state.offered:
        messages = [*messages, say(phrase("left_open", state.words_for)), *a_person(state, moment)]
        return go_on(pick(state, ("unknown",)).state, messages, moment)
    if word == "confirm":
        return nothing_fits(state, [*messages, *a_person(state, moment)], moment)
    misses = state.misses
    state, message = question(state, word, WAYS[misses % len(WAYS)])
    return state.but(misses=misses), [*messages, *a_person(state, moment), message]


def nothing_fits(state: State, messages: list[Message], moment: datetime) -> Turn:
    """Nothing that was offered is what happened: the subjects as buttons; after those a person, and other words."""
    came_from_menu = state.asked in ("menu", "subject")
    # Whose child it is was perhaps misread with the rest: it is asked when it matters.
    state = state.but(candidates=(), subject=None, behaviours=(), role=None, misses=0)
    if came_from_menu:
        messages = [*messages, say(phrase("nothing_fits", state.words_for)), *a_person(state, moment)]
        state, message = question(state, "story", BUTTONS)
    else:
        state, message = question(state, "subject")
    return state, [*messages, message]
