"""A message in the person's own words."""

from __future__ import annotations

from datetime import datetime

from knowledge.dialogue import after_result, asides, audit_talk, child, school
from knowledge.dialogue.answering import answer
from knowledge.dialogue.heard import Heard
from knowledge.dialogue.listening import Taken, take
from knowledge.dialogue.message import Message, say
from knowledge.dialogue.not_understood import not_understood, nothing_fits
from knowledge.dialogue.phrases import phrase
from knowledge.dialogue.state import State
from knowledge.dialogue.stopping import stop, stopped
from knowledge.dialogue.thread import Turn, ask_again, go_on
from knowledge.words import Audience


def tell(state: State, heard: Heard, moment: datetime) -> Turn:
    """The next turn after a message: what it says is taken, what it asks answered, and the thread goes on."""
    if state.child:
        return child.again(state, moment, heard)
    if audit_talk.in_audit(state) and heard.about_a_worry:
        state = audit_talk.left(state)  # a child comes before the audit
    messages = [say(phrase("identifying", state.words_for))] if heard.identifying else []
    if heard.sure_topic and not heard.about_a_worry and _answers_nothing(state, heard):
        state, more = answer(state, heard, moment)
        return state, [*messages, *more]
    heard = asides.without_softening(heard)
    if asides.nothing_else(state, heard):
        return asides.meet(state, heard, messages, moment)
    messages += asides.line(state, heard)
    if state.asked == "route" or (state.finished and not (state.asked or "").startswith("consideration:")):
        return _after_the_result(state, heard, messages, moment)
    if _fits_nothing(state, heard):
        return nothing_fits(state, messages, moment)
    if stopped(state) and not state.misses and heard.answer and not heard.about_a_worry:
        return state.but(misses=1), [*messages, say(phrase("stop_again", state.words_for))]
    if heard.too_old and state.asked in ("age", "story"):
        messages.append(say(phrase("age_too_old", state.words_for)))
    taken = take(state, heard)
    messages += [say(note) for note in taken.notes]
    if not taken.answered:
        return _beside_the_question(state, taken, messages, moment, heard)
    if taken.state.candidates and taken.state.candidates != state.candidates:
        return _understood(state, taken.state, messages, moment)
    return go_on(taken.state, messages, moment)


def _fits_nothing(state: State, heard: Heard) -> bool:
    """Whether nothing that is offered is what happened, or the person does not know which."""
    if state.asked == "confirm" and heard.answer == "no":
        return not (heard.ages or heard.factors)  # "no, he is 14": the rest of it is put right
    return (
        state.asked in ("confirm", "menu", "subject") and heard.answer in ("no", "unknown") and not heard.about_a_worry
    )


def _beside_the_question(before: State, taken: Taken, messages: list[Message], moment: datetime, heard: Heard) -> Turn:
    """No answer to the open question. What contradicts is asked first; what is new is taken with thanks."""
    state = taken.state
    if state.doubted and state.doubted != before.doubted:
        return go_on(state.but(asked=None, offered=()), messages, moment)
    told = (state.case, state.heard, state.heard_ages) != (before.case, before.heard, before.heard_ages)
    if told and not taken.notes:
        messages = [*messages, say(phrase("noted", state.words_for))]
    if not told or before.misses:
        return not_understood(state, messages, moment, heard)
    state, more = ask_again(state, moment)
    return state.but(misses=1), [*messages, *more]


def _answers_nothing(state: State, heard: Heard) -> bool:
    """Whether a message says nothing about the case: no answer to the open question, no age, no fact."""
    return not (heard.answer or heard.ages or heard.factors or (heard.area and state.asked == "area"))


def _understood(before: State, state: State, messages: list[Message], moment: datetime) -> Turn:
    """A story was told: thanks where no feeling was met already; school staff get a first answer at once."""
    if not messages and not before.candidates:
        messages = [say(phrase("thanks", state.words_for))]
    if state.words_for is Audience.SCHOOL:
        messages = [*messages, *school.first_answer(state, moment)]
    return go_on(state, messages, moment)


def _after_the_result(state: State, heard: Heard, messages: list[Message], moment: datetime) -> Turn:
    """After the result a new story opens a new case, a changed fact a new answer."""
    if not state.finished:
        if heard.about_a_worry:
            return _another_story(state, heard, moment)
        if heard.answer == "yes":
            return go_on(state.but(asked=None, offered=()), messages, moment)
        return after_result.nothing_new(state, messages, moment)
    # A few words about this child sound a little like many behaviours: what they change comes first.
    story = heard.about_a_worry and heard.behaviours[0][0] not in state.behaviours
    if story and (heard.sure_story or heard.ages or not heard.factors):
        return _another_story(state, heard, moment)
    changed = after_result.changed(state, heard, messages, moment)
    if changed:
        return changed
    if heard.about_a_worry:
        return _another_story(state, heard, moment)
    if heard.answer == "no":
        return stop(state, moment)
    return after_result.nothing_new(state, messages, moment)


def _another_story(state: State, heard: Heard, moment: datetime) -> Turn:
    """A new worry is a new case; who is asking and where stays."""
    return tell(after_result.another_case(state).but(asked="story"), heard, moment)
