"""Silence and nonsense: other words twice, with a person to ring from the second time on, then the buttons. No dead
end, no loop.
"""

from __future__ import annotations

from datetime import datetime

from knowledge.dialogue.asking import question
from knowledge.dialogue.heard import Heard
from knowledge.dialogue.listening import pick
from knowledge.dialogue.message import Message, say
from knowledge.dialogue.phrases import phrase
from knowledge.dialogue.state import State
from knowledge.dialogue.thread import Turn, a_person, go_on

# So many tries in other words; then the story is looked for with buttons, and a question is left open.
OTHER_WORDS = 2
_WORDED = ("story", "age", "confirm")


def not_understood(state: State, messages: list[Message], moment: datetime, heard: Heard | None = None) -> Turn:
    """What follows an answer that was none. Never the same sentence twice in a row."""
    word = state.asked or "story"
    misses = state.misses + 1
    if misses > OTHER_WORDS and "unknown" in state.offered:
        # Nobody is asked the same thing for ever: it stays open, which is never taken as a no.
        left_open = [*messages, say(phrase("left_open", state.words_for)), *a_person(state, moment)]
        return go_on(pick(state, ("unknown",)).state, left_open, moment)
    if misses > OTHER_WORDS and word == "confirm":
        return nothing_fits(state, messages, moment)
    if heard and misses == 1 and word == "story" and not heard.ages and not heard.answer:
        messages = [*messages, say(phrase("out_of_scope", state.words_for))]
    if misses >= OTHER_WORDS:
        messages = [*messages, *a_person(state, moment)]
    state, message = question(state, word, _way(misses) if word in _WORDED else "")
    if word not in _WORDED:
        name = "again" if misses % 2 else "again_with_help"
        message["text"] = phrase(name, state.words_for, question=message["text"])
    return state.but(misses=misses), [*messages, message]


def _way(misses: int) -> str:
    if misses > OTHER_WORDS:
        return "menu" if misses % 2 else "again"
    return "again" if misses == 1 else "again_2"


def nothing_fits(state: State, messages: list[Message], moment: datetime) -> Turn:
    """Nothing that was offered is what happened: the subjects as buttons; after those a person, and other words."""
    came_from_menu = state.asked == "menu"
    # Whose child it is was perhaps misread with the rest: it is asked when it matters.
    state = state.but(candidates=(), subject=None, behaviours=(), role=None)
    if came_from_menu:
        messages = [*messages, say(phrase("nothing_fits", state.words_for)), *a_person(state, moment)]
        state, message = question(state, "story", "menu")
    else:
        state, message = question(state, "subject")
    return state, [*messages, message]
