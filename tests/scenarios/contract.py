"""What every answer of the chat API must be, whatever the conversation (design: the chat API)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from knowledge.contact_book import contact_book
from knowledge.contact_role import roles

MESSAGE_FIELDS = {"text", "asks", "choices", "multiple", "card"}
_ASSESSMENT = "colour continuum provisional behaviours age reasons unknowns do_now avoid sources topics"
_CASE = "audience area age role behaviours known unknown colour continuum reasons provisional"
_SUMMARY = "made_on audience area age behaviours colour continuum provisional reasons unknowns do_now avoid contacts sources notice"
CARD_FIELDS = {
    "assessment": set(_ASSESSMENT.split()),
    "contact": {"id", "role", "name", "phone", "url", "hours", "open_now", "note", "checked_on"},
    "route": {"route"},
    "topic": {"topic", "sources"},
    "case": set(_CASE.split()),
    "script": {"read", "listen_for", "step"},
    "checklist": {"id", "title", "items", "sources"},
    "summary": set(_SUMMARY.split()),
    "safety_plan": {"place", "parts"},
}


def breaches(status: int, messages: Sequence[Mapping[str, Any]], error: Mapping[str, Any] | None) -> list[str]:
    """What is wrong with an answer: nothing for one that keeps the contract."""
    if status >= 400:
        return [] if error and set(error) == {"code", "message"} else ["a refusal without code and message"]
    if status == 204:
        return ["a message after the end"] if messages else []
    if not messages:
        return ["no message"]
    found = [problem for message in messages for problem in _of_message(message)]
    if sum("choices" in message for message in messages) > 1:
        found.append("choices in two messages: nobody knows which are meant")
    if "choices" in messages[-1] or not any("choices" in message for message in messages):
        return found + _of_contacts(messages)
    return [*found, "a message after the choices", *_of_contacts(messages)]


def _of_message(message: Mapping[str, Any]) -> list[str]:
    found = [f"a message with a field {name!r}" for name in set(message) - MESSAGE_FIELDS]
    if not str(message.get("text", "")).strip():
        found.append("a message without text")
    if "{" in str(message.get("text")):
        found.append(f"a text that was not filled in: {message['text']!r}")
    if "choices" in message:
        if not message.get("asks"):
            found.append("choices without `asks`")
        values = [choice["value"] for choice in message["choices"]]
        if len(values) != len(set(values)) or not all(choice["title"].strip() for choice in message["choices"]):
            found.append("a choice that stands twice or has no title")
    card = message.get("card")
    if card is not None:
        missing = CARD_FIELDS.get(card.get("kind"), {"kind of card"}) - set(card)
        found += [f"a card {card.get('kind')} without {name}" for name in sorted(missing)]
    return found


def _of_contacts(messages: Sequence[Mapping[str, Any]]) -> list[str]:
    cards = [message["card"] for message in messages if message.get("card", {}).get("kind") == "contact"]
    found = [f"a contact of an unknown role {card['role']}" for card in cards if card["role"] not in roles()]
    said = "\n".join(str(message) for message in messages)
    found += [f"the number {number}, which is out of use" for number in _out_of_use() if number in said]
    ids = [card["id"] for card in cards]
    return found + [f"{name} is shown twice" for name in set(ids) if ids.count(name) > 1]


@cache
def _out_of_use() -> frozenset[str]:
    """Numbers that only closed or superseded contacts have."""
    book = contact_book()
    live = {contact.phone for contact in book.live}
    return frozenset(c.phone for c in book.contacts.values() if c.phone and c.phone not in live)
