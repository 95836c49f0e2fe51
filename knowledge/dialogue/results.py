"""The answer at the end of the questions, and the shorter pieces a person may open after it."""

from __future__ import annotations

from datetime import datetime

from knowledge.assessment import Assessment
from knowledge.card import assessment_card
from knowledge.dialogue.message import Choice, Message, ask, say
from knowledge.dialogue.phrases import phrase
from knowledge.dialogue.state import State
from knowledge.directory import Shown, plan_contacts
from knowledge.library import library
from knowledge.plan import Plan, plan
from knowledge.step import Section
from knowledge.triage import assess

FIRST_CONTACTS = 3
PIECES = (
    Section.SAY_TO_CHILD,
    Section.SAY_TO_AFFECTED,
    Section.SAFETY_PLAN,
    Section.WRITE_DOWN,
    Section.YOURSELF,
    Section.STEP_UP,
)


def result(state: State, moment: datetime) -> tuple[State, list[Message]]:
    """The assessment card, the first contacts, and what may be opened next."""
    assessment = assess(state.case)
    guidance = plan(state.case, assessment)
    text = phrase(f"result_{assessment.colour_slug}", state.words_for)
    if assessment.provisional:
        text += " " + phrase("result_provisional", state.words_for)
    shown = _contacts(state, assessment, moment)
    messages = [say(text, assessment_card(assessment, guidance))]
    messages += contact_messages(_first(shown))
    state, following = what_next(state.but(finished=True, asked="next"), guidance)
    return state, [*messages, following]


def _first(shown: tuple[Shown, ...]) -> tuple[Shown, ...]:
    """The first contacts; where none of them answers at this hour, the last gives way to the first that does."""
    first = shown[:FIRST_CONTACTS]
    if any(one.open_now for one in first):
        return first
    answering = next((one for one in shown if one.open_now), None)
    return (*first[:-1], answering) if answering else first


def what_next(state: State, guidance: Plan | None = None) -> tuple[State, Message]:
    """The question what would help now, with the pieces that this case has."""
    guidance = guidance or plan(state.case, assess(state.case))
    values = [section.value for section in PIECES if guidance.steps[section]]
    values += ["change", "contacts", "another", "stop"]
    choices: list[Choice] = [(phrase(f"next_{value}", state.words_for), value) for value in values]
    message = ask(phrase("ask_next", state.words_for), "next", choices)
    return state.but(asked="next", offered=tuple(values), multiple=False), message


def piece(state: State, value: str, moment: datetime) -> list[Message]:
    """One piece of the guidance, opened after the result."""
    assessment = assess(state.case)
    if value == "contacts":
        shown = _contacts(state, assessment, moment)
        return [say(phrase("contacts_intro", state.words_for)), *contact_messages(shown)]
    if value == "change":
        return [say(_what_would_change(state, assessment))]
    guidance = plan(state.case, assessment)
    lines = guidance.texts(Section(value))
    title = phrase(f"next_{value}", state.words_for)
    return [say("\n".join([title, *(f"• {line}" for line in lines)]))]


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


def _what_would_change(state: State, assessment: Assessment) -> str:
    if not assessment.changes:
        return phrase("change_none", state.words_for)
    factors = library().factors
    lines = [
        phrase("change_line", state.words_for, fact=factors[c.factor].if_present, colour=c.colour.slug)
        for c in assessment.changes[:6]
    ]
    return "\n".join([phrase("change_list", state.words_for), *(f"• {line}" for line in lines)])
