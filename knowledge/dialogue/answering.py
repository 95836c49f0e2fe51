"""A question about the subject, answered; then the thread is picked up."""

from __future__ import annotations

from datetime import datetime

from knowledge.card import topic_card
from knowledge.dialogue import asides, audit_talk, child
from knowledge.dialogue.asking import question
from knowledge.dialogue.heard import Heard
from knowledge.dialogue.message import Message, say
from knowledge.dialogue.phrases import phrase
from knowledge.dialogue.state import State
from knowledge.dialogue.thread import Turn, a_person, ask_again
from knowledge.library import library


def answer(state: State, heard: Heard, moment: datetime) -> Turn:
    """The answer, or a person to ask where there is none; a child is met as a child."""
    if state.child:
        return child.again(state, moment, heard)
    topic = next((library().topics[name] for name in heard.topics if name in library().topics), None)
    if topic is None and heard.aside:
        return asides.meet(state, heard, [], moment)
    if topic is None:
        name = "no_answer_but_buttons" if state.finished else "no_answer_to_question"
        messages = [say(phrase(name, state.words_for)), *a_person(state, moment)]
    else:
        messages = [*asides.line(state, heard), say(topic.short, topic_card(topic, state.words_for))]
        if topic.id in audit_talk.TOPICS:
            return offer_audit(state, messages, moment)
    state, more = ask_again(state, moment)
    return state, [*messages, *more]


def offer_audit(state: State, messages: list[Message], moment: datetime) -> Turn:
    """Where the audit is; one domain of it may be answered here, unless a case is under way."""
    if audit_talk.may_offer(state):
        state, message = question(state, audit_talk.PICK)
        return state, [*messages, message]
    state, more = ask_again(state, moment)
    return state, [*messages, say(phrase("audit_page", state.words_for)), *more]
