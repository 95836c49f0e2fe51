"""One step back: the last answer is forgotten and its question asked again."""

from __future__ import annotations

from datetime import datetime

from knowledge.dialogue.agenda import MOST_ANSWERS
from knowledge.dialogue.asking import question
from knowledge.dialogue.message import say
from knowledge.dialogue.phrases import phrase
from knowledge.dialogue.state import State
from knowledge.dialogue.thread import Turn, ask_again, go_on


def go_back(state: State, moment: datetime) -> Turn:
    """The last question again; while another behaviour is begun, the case without it."""
    if state.kept:  # another behaviour was begun: back is the case without it
        before = state.but(behaviours=state.kept, kept=(), candidates=(), subject=None, answers=MOST_ANSWERS)
        return go_on(before, [], moment)
    if not state.trail:
        state, more = ask_again(state, moment)
        return state, [say(phrase("nothing_to_go_back", state.words_for)), *more]
    word, trail = state.trail[-1], state.trail[:-1]
    state = state.but(trail=trail, answers=max(0, state.answers - 1), finished=False, misses=0, **_forget(state, word))
    if word in ("confirm", "menu"):  # the candidates are gone: the story is asked again
        word = "story"
    state, message = question(state.but(walking=word.startswith("consideration:")), word)
    return state, [say(phrase("went_back", state.words_for)), message]


def _forget(state: State, word: str) -> dict[str, object]:
    kind, _, slug = word.partition(":")
    if kind == "factor":
        return {"factors": {name: said for name, said in state.factors.items() if name != slug}}
    if kind == "consideration":
        return {"considered": {name: said for name, said in state.considered.items() if name != slug}}
    if word in ("story", "subject", "confirm", "menu"):
        return {"behaviours": (), "candidates": (), "subject": None}
    if word == "age":
        return {"age": None, "age_refused": False}
    return {word: None}
