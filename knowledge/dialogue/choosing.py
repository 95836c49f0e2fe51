"""A choice that was offered, pressed or said."""

from __future__ import annotations

from datetime import datetime

from knowledge.dialogue import after_result, audit_talk, child, helpline
from knowledge.dialogue.asking import question
from knowledge.dialogue.case_card import CHANGE, changes
from knowledge.dialogue.checklists import CONSIDERATIONS, checklist_card
from knowledge.dialogue.listening import misheard, pick
from knowledge.dialogue.message import say
from knowledge.dialogue.not_understood import not_understood, nothing_fits
from knowledge.dialogue.phrases import phrase
from knowledge.dialogue.results import area_known, piece, what_next
from knowledge.dialogue.state import State
from knowledge.dialogue.stopping import stop
from knowledge.dialogue.thread import Turn, end_of_walk, go_on


def choose(state: State, values: tuple[str, ...], moment: datetime) -> Turn:
    """The next turn after one or more of the choices that were offered."""
    value = values[0] if values else ""
    if value.startswith(CHANGE):
        return _change(state, value.removeprefix(CHANGE))
    if audit_talk.in_audit(state):
        return _audit(state, value, moment)
    if value == "child":
        return child.hello(state, moment)
    if value in child.WAYS:
        return child.chose(state, value, moment)
    if value == "none_of_these":
        return nothing_fits(state, [], moment)
    if value == "not_right":
        corrected = [say(phrase("will_ask", state.words_for))]
        return go_on(misheard(state).but(asked=None, offered=()), corrected, moment)
    if value == "carry_on":
        return _carry_on(state, moment)
    if value == "adult_here":
        state = state.but(child=False, asked=None, offered=(), audience=state.audience or "parent")
        return go_on(state, [], moment)
    if value == "stop":
        return stop(state, moment)
    if value == "another":
        return go_on(after_result.another_case(state), [], moment)
    if value == "leave_list":
        return end_of_walk(state, [], moment)
    if state.asked == "next":
        return _after_choice(state, value, moment)
    taken = pick(state, values)
    if not taken.answered:
        return not_understood(taken.state, [], moment)
    if state.finished and state.asked == "area":
        return area_known(taken.state, moment)
    return go_on(taken.state, [], moment)


def _audit(state: State, value: str, moment: datetime) -> Turn:
    """An answer in the audit: its next question, or back to the thread."""
    state, word, messages = audit_talk.answered(state, value)
    if word is None:
        return go_on(state, messages, moment)
    state, message = question(state, word)
    return state, [*messages, message]


def _after_choice(state: State, value: str, moment: datetime) -> Turn:
    if value == "another_behaviour":
        kept = after_result.reopened(state).but(kept=state.behaviours, behaviours=(), answers=0)
        return go_on(kept, [], moment)
    if value == "ask_more":
        return go_on(after_result.reopened(state).but(answers=0), [], moment)
    if value == CONSIDERATIONS:
        listed = say(phrase("considerations_intro", state.words_for), checklist_card(state, CONSIDERATIONS))
        return go_on(state.but(walking=True, asked=None, offered=()), [listed], moment)
    if value == "case":
        case = helpline.case_message(state)
        state, following = what_next(state)
        return state.but(offered=(*state.offered, *changes(case["card"]))), [case, following]
    messages = piece(state, value, moment)
    state, following = what_next(state.but(misses=0))
    return state, [*messages, following]


def _change(state: State, name: str) -> Turn:
    """A fact of the case is asked again, at any time; then the thread goes on."""
    state = after_result.reopened(state)
    if name == "behaviour":
        state, message = question(state.but(behaviours=(), candidates=(), subject=None, answers=0), "story")
    else:
        state, message = question(state.but(heard_ages=()) if name == "age" else state, name)
    return state, [message]


def _carry_on(state: State, moment: datetime) -> Turn:
    """ "I did not mean that": an adult's part, if that was it, is open again."""
    finished = state.finished
    state = state.without_factor("adult_involved").but(asked=None, offered=())
    opening = [say(phrase("carry_on_intro", state.words_for))]
    if finished:
        state, following = what_next(state)
        return state, [*opening, following]
    return go_on(state, opening, moment)
