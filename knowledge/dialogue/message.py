"""A message of the chat API (design.md 5)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Message = dict[str, Any]
Choice = tuple[str, str]  # what the person reads, and the stable code


def say(text: str, card: dict[str, Any] | None = None) -> Message:
    """A message that asks nothing."""
    return {"text": text, "card": card} if card else {"text": text}


def ask(text: str, asks: str, choices: Iterable[Choice] = (), multiple: bool = False) -> Message:
    """A message that wants to know something; free text is accepted besides the choices."""
    message: Message = {"text": text, "asks": asks}
    offered = [{"title": title, "value": value} for title, value in choices]
    if offered:
        message["choices"] = offered
    if multiple:
        message["multiple"] = True
    return message


def each_contact_once(messages: Iterable[Message]) -> list[Message]:
    """The messages without a contact that the same turn has shown already."""
    kept: list[Message] = []
    seen: set[str] = set()
    for message in messages:
        card = message.get("card") or {}
        if card.get("kind") == "contact":
            if card["id"] in seen:
                continue
            seen.add(card["id"])
        kept.append(message)
    return kept


def offered(messages: Iterable[Message]) -> tuple[str, ...]:
    """The values that may come back after these messages: those of the last one that offers any."""
    last: tuple[str, ...] = ()
    for message in messages:
        if "choices" in message:
            last = tuple(choice["value"] for choice in message["choices"])
    return last
