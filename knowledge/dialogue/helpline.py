"""Script mode: every question and result with the words to read aloud, what to listen for, and the case so far."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from knowledge.dialogue.case_card import case_card, changes
from knowledge.dialogue.checklists import RECORD, checklist_card
from knowledge.dialogue.message import Message, say
from knowledge.dialogue.phrases import phrase
from knowledge.dialogue.script import script_card
from knowledge.dialogue.state import State
from knowledge.dialogue.thread import Turn
from knowledge.words import Audience

OPENING, CLOSING = "opening", "closing"
NAMED_AT_MOST = 5  # of what is still to be found out; the card has all of it


def accompany(turn: Turn) -> Turn:
    """The turn with its script and its case, for a helpline worker; any other turn as it is."""
    state, messages = turn
    if state.words_for is not Audience.HELPLINE or state.child or not messages or "asks" not in messages[-1]:
        return turn
    *before, question = messages
    case = case_message(state)
    offered = (*state.offered, *(value for value in changes(case["card"]) if value not in state.offered))
    scripted = {**question, "card": _script(state, before)}
    return state.but(offered=offered), [*before, case, scripted]


def _script(state: State, before: list[Message]) -> dict[str, Any]:
    """The words to read with a question; after a route that stops, the words of that route."""
    card = script_card(state.asked or "next")
    route = next((one["text"] for one in before if one.get("card", {}).get("kind") == "route"), None)
    if route and state.asked == "route":
        return {**card, "read": route.split("\n"), "listen_for": script_card(OPENING)["listen_for"]}
    return card


def opening(message: Message, state: State) -> Message:
    """The opening with the words to begin a call."""
    return {**message, "card": script_card(OPENING)} if state.words_for is Audience.HELPLINE else message


def case_message(state: State) -> Message:
    """The case so far, in a line and as a card."""
    card = case_card(state)
    known = "; ".join(f"{fact['title']}: {fact['words']}" for fact in card["known"])
    open_ones = _first_few(state, [fact["title"] for fact in card["unknown"] if fact["matters"]])
    nothing, done = (phrase(name, state.words_for) for name in ("case_nothing", "case_done"))
    text = phrase("case_so_far", state.words_for, known=known or nothing, open=open_ones or done)
    colour = card["colour"]
    if colour:
        text += " " + phrase("case_colour", state.words_for, colour=colour)
    return say(text, card)


def _first_few(state: State, titles: list[str]) -> str:
    """What is still to be found out, as a line that can be read: the first of it, and how much more there is."""
    first, more = "; ".join(titles[:NAMED_AT_MOST]), len(titles) - NAMED_AT_MOST
    return phrase("case_more", state.words_for, first=first, more=str(more)) if more > 0 else first


def close(state: State, moment: datetime) -> list[Message]:
    """The end of a call: the words to close with, and what to write down in the helpline's own system."""
    return [
        say(phrase("closing", state.words_for), script_card(CLOSING)),
        say(phrase("next_record", state.words_for), checklist_card(state, RECORD)),
    ]
