"""The school door: a first answer in the same turn as the first message, before anything is asked."""

from __future__ import annotations

from datetime import datetime

from knowledge.card import assessment_card
from knowledge.dialogue.checklists import SCHOOL_RECORD, TELL_PARENTS, checklist_card, checklist_lines
from knowledge.dialogue.message import Message, say
from knowledge.dialogue.phrases import phrase
from knowledge.dialogue.results import contact_messages, first_contacts, would_change
from knowledge.dialogue.state import State
from knowledge.library import library
from knowledge.plan import plan
from knowledge.triage import assess


def first_answer(state: State, moment: datetime) -> list[Message]:
    """What the message points to if it was understood rightly: the colour with its reasons, what is unknown and
    whether it matters, what to record, what to tell parents, and the front door. The person confirms it next.
    """
    supposed = state.but(
        behaviours=tuple(dict.fromkeys((*state.kept, state.candidates[0]))), factors={**state.factors, **state.heard}
    )
    assessment = assess(supposed.case)
    guidance = plan(supposed.case, assessment)
    first = library().behaviours[state.candidates[0]]
    card = {**assessment_card(assessment, guidance), "provisional": True}
    text = phrase("first_answer", state.words_for, clinical=first.clinical)
    text += " " + phrase(f"first_{assessment.colour_slug}", state.words_for)
    messages = [say(text, card)]
    if assessment.colour is not None:
        messages.append(say(would_change(supposed, assessment)))
    record = say(phrase("next_school_record", state.words_for), checklist_card(supposed, SCHOOL_RECORD))
    parents = say("\n".join(checklist_lines(supposed, TELL_PARENTS)))
    return [*messages, record, parents, *contact_messages(first_contacts(supposed, assessment, moment))]
