"""The answer at the end of the questions, and the shorter pieces a person may open after it."""

from __future__ import annotations

from datetime import datetime

from knowledge.assessment import Assessment
from knowledge.card import assessment_card, topic_card
from knowledge.dialogue.agenda import another_child, more_to_ask, of_use
from knowledge.dialogue.asking import question
from knowledge.dialogue.checklists import RECORD, SCHOOL_RECORD, TELL_PARENTS, checklist_card, checklist_lines
from knowledge.dialogue.message import Choice, Message, ask, say
from knowledge.dialogue.phrases import phrase
from knowledge.dialogue.safety_plan import safety_plan_card
from knowledge.dialogue.state import State
from knowledge.dialogue.summary import summary_card
from knowledge.dialogue.wording import worded
from knowledge.directory import Shown, plan_contacts
from knowledge.factor import Answer
from knowledge.library import library
from knowledge.plan import Plan, plan
from knowledge.step import Section
from knowledge.triage import assess
from knowledge.words import Audience

FIRST_CONTACTS = 3
MOST_CHANGES = 6
# What may be opened after the result, in order; a section of the plan only where the case has it.
PIECES = (
    "more",
    "say_to_child",
    "say_to_affected",
    "contacts",
    "safety_plan",
    "change",
    "write_down",
    "yourself",
    "step_up",
)
FOR_STAFF = {
    Audience.SCHOOL: ("tell_parents", "school_record", "considerations", "case"),
    Audience.PROFESSIONAL: ("considerations",),
    Audience.HELPLINE: ("record",),
}
AT_THE_END = ("summary", "another_behaviour", "another", "stop")
_COLOUR_TOPICS = {"green": "green_means", "amber": "amber_means", "red": "red_means"}


def result(state: State, moment: datetime) -> tuple[State, list[Message]]:
    """The assessment card, the first contacts, and what may be opened next."""
    state = _settled(state)
    assessment = assess(state.case)
    guidance = plan(state.case, assessment)
    both = " " + phrase("both_children", state.words_for) if another_child(state.behaviours) else ""
    text = phrase(f"result_{assessment.colour_slug}", state.words_for, both=both)
    if assessment.provisional:
        text += " " + phrase("result_provisional", state.words_for)
    messages = [say(text, assessment_card(assessment, guidance))]
    if state.words_for is Audience.SCHOOL and assessment.changes:
        messages.append(say(would_change(state, assessment)))
    messages += contact_messages(first_contacts(state, assessment, moment))
    state = state.but(finished=True)
    if state.area is None:
        state, following = question(state, "area")
    else:
        state, following = what_next(state, guidance)
    return state, [*messages, following]


def _settled(state: State) -> State:
    """What was heard and would not raise the colour is taken as heard: it may still change what helps."""
    use = of_use(state.behaviours) - set(state.factors)
    left = {slug: said for slug, said in state.heard.items() if said == "yes" and slug in use}
    return state.but(factors={**state.factors, **left}, heard={})


def area_known(state: State, moment: datetime) -> tuple[State, list[Message]]:
    """The contacts of the area, where it was asked with the result."""
    shown = first_contacts(state, assess(state.case), moment)
    state, following = what_next(state)
    return state, [say(phrase("contacts_intro", state.words_for)), *contact_messages(shown), following]


def first_contacts(state: State, assessment: Assessment, moment: datetime) -> tuple[Shown, ...]:
    """The first contacts; where none of them answers at this hour, the last gives way to the first that does."""
    shown = _contacts(state, assessment, moment)
    first = shown[:FIRST_CONTACTS]
    if any(one.open_now for one in first):
        return first
    answering = next((one for one in shown if one.open_now), None)
    return (*first[:-1], answering) if answering else first


def what_next(state: State, guidance: Plan | None = None, way: str = "") -> tuple[State, Message]:
    """The question what would help now, with the pieces that this case has."""
    guidance = guidance or plan(state.case, assess(state.case))
    sections = {section.value: bool(guidance.steps[section]) for section in Section}
    values = [value for value in PIECES if sections.get(value, True)]
    if more_to_ask(state):
        values.insert(1, "ask_more")
    values += [*FOR_STAFF.get(state.words_for, ()), *AT_THE_END]
    choices: list[Choice] = [(phrase(f"next_{value}", state.words_for), value) for value in values]
    message = ask(worded(state, "ask_next", way), "next", choices)
    return state.but(asked="next", offered=tuple(values), multiple=False), message


def piece(state: State, value: str, moment: datetime) -> list[Message]:
    """One piece of the guidance, opened after the result."""
    assessment = assess(state.case)
    if value == "contacts":
        shown = _contacts(state, assessment, moment)
        return [say(phrase("contacts_intro", state.words_for)), *contact_messages(shown)]
    if value == "change":
        return [say(would_change(state, assessment))]
    if value == "more":
        return [_tell_me_more(state, assessment)]
    title = phrase(f"next_{value}", state.words_for)
    if value == "summary":
        return [say(phrase("summary_intro", state.words_for), summary_card(state, assessment, moment))]
    if value == TELL_PARENTS:
        return [say("\n".join(checklist_lines(state, value)))]
    if value in (RECORD, SCHOOL_RECORD):
        return [say(title, checklist_card(state, value))]
    guidance = plan(state.case, assessment)
    lines = guidance.texts(Section(value))
    text = "\n".join([title, *(f"• {line}" for line in lines)])
    return [say(text, safety_plan_card(state, guidance) if value == Section.SAFETY_PLAN.value else None)]


def contact_messages(shown: tuple[Shown, ...]) -> list[Message]:
    """A message for each contact; the text says what the card says, with the state of its check, for readers that
    show no cards.
    """
    messages = []
    for one in shown:
        card = one.as_card()
        where = card["phone"] or card["url"] or ""
        named = ": ".join(part for part in (card["name"], where) if part)
        messages.append(say(". ".join(part for part in (named, card["note"]) if part), card))
    return messages


def _contacts(state: State, assessment: Assessment, moment: datetime) -> tuple[Shown, ...]:
    case = state.case
    return plan_contacts(case.area, case.audience.value, assessment.colour_slug, case.age, moment)


def _tell_me_more(state: State, assessment: Assessment) -> Message:
    """Why it is this colour, and what the colour means."""
    lines = [phrase("more_why", state.words_for), *(f"• {reason.text}" for reason in assessment.reasons)]
    if assessment.colour is None:
        return say("\n".join(lines))
    topic = library().topics[_COLOUR_TOPICS[assessment.colour_slug]]
    return say("\n".join([*lines, topic.short]), topic_card(topic, state.words_for))


def would_change(state: State, assessment: Assessment) -> str:
    """What is not known and would change the answer, with the colour it would become; or that nothing would."""
    lines = [
        phrase("change_line", state.words_for, fact=library().factors[c.factor].if_present, colour=c.colour.slug)
        for c in assessment.changes[:MOST_CHANGES]
    ]
    text = "\n".join([phrase("change_list", state.words_for), *(f"• {line}" for line in lines)]) if lines else ""
    open_ones = [s for s in assessment.unknowns if state.case.answer(s) is Answer.UNKNOWN]
    if state.age is None and assessment.colour is not None:
        text += ("\n" if text else "") + phrase("change_age", state.words_for)
    elif not lines:
        name = "change_none_open" if open_ones else "change_none"
        text = phrase(name, state.words_for)
    return text
