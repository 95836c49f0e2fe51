"""What a turn said, held against what the scenario expects: a list of differences, empty when all is as expected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tests.scenarios.expected import AssessmentExpected, ContactsExpected, Expected

Messages = Sequence[Mapping[str, Any]]
NOTHING = "nothing"


def differences(expected: Expected, messages: Messages, error: Mapping[str, Any] | None) -> list[str]:
    """Every difference, as a sentence."""
    cards = [message["card"] for message in messages if message.get("card")]
    kinds = [card["kind"] for card in cards]
    asks = next((message["asks"] for message in reversed(messages) if message.get("asks")), NOTHING)
    offered = [choice["value"] for message in messages for choice in message.get("choices", ())]
    said = "\n".join([*(message["text"] for message in messages), *_texts(cards), *_titles(messages)]).casefold()
    found = []
    if expected.error is not None and (error or {}).get("code") != expected.error:
        found.append(f"the error is {(error or {}).get('code')}, not {expected.error}")
    if expected.asks and asks not in expected.asks:
        found.append(f"asks {asks}, not {' or '.join(expected.asks)}")
    found += [f"does not offer {value}" for value in expected.offers if value not in offered]
    found += [f"offers {value}" for value in expected.offers_not if value in offered]
    found += [f"does not say {text!r}" for text in expected.text if text.casefold() not in said]
    found += [f"says {text!r}" for text in expected.says_not if text.casefold() in said]
    found += [f"no {kind} card" for kind in expected.cards if kind not in kinds]
    found += [f"a {kind} card" for kind in expected.cards_not if kind in kinds]
    if expected.route:
        found += _one("route", expected.route, [card["route"] for card in cards if card["kind"] == "route"])
    if expected.topic:
        found += _one("topic", (expected.topic,), [card["topic"] for card in cards if card["kind"] == "topic"])
    if expected.assessment:
        found += _assessment(expected.assessment, [card for card in cards if card["kind"] == "assessment"])
    if expected.contacts:
        found += _contacts(expected.contacts, [card for card in cards if card["kind"] == "contact"])
    return found


def _one(what: str, wanted: Sequence[str], there: Sequence[str]) -> list[str]:
    """Empty when one of the wanted is there."""
    if set(wanted) & set(there):
        return []
    return [f"the {what} is {' and '.join(there) or 'missing'}, not {' or '.join(wanted)}"]


def _assessment(wanted: AssessmentExpected, cards: Sequence[Mapping[str, Any]]) -> list[str]:
    if len(cards) != 1:
        return [f"{len(cards)} assessment cards"]
    card = cards[0]
    years = card["age"]
    low, high = years["low"], years["high"]
    age = "unknown" if low is None else str(low) if low == high else f"{low}-{high}"
    found = []
    for name, there in (("colour", card["colour"] or "none"), ("continuum", card["continuum"] or "none"), ("age", age)):
        expected = getattr(wanted, name)
        if expected is not None and there != expected:
            found.append(f"the {name} is {there}, not {expected} (reasons: {' '.join(card['reasons'])})")
    if wanted.provisional is not None and card["provisional"] is not wanted.provisional:
        found.append(f"provisional is {card['provisional']} (unknown: {', '.join(card['unknowns']) or '-'})")
    if wanted.behaviours and set(card["behaviours"]) != set(wanted.behaviours):
        found.append(f"the behaviours are {', '.join(card['behaviours'])}, not {', '.join(wanted.behaviours)}")
    for field in ("reasons", "do_now", "avoid"):
        found += _passages(field, getattr(wanted, field), card[field])
    joined = " ".join(card["reasons"]).casefold()
    found += [f"the reasons say {text!r}" for text in wanted.reasons_not if text.casefold() in joined]
    for field in ("topics", "unknowns"):
        there = ", ".join(card[field]) or "none"
        found += [
            f"{one} is not among the {field}: {there}" for one in getattr(wanted, field) if one not in card[field]
        ]
        found += [f"{one} is among the {field}" for one in getattr(wanted, f"{field}_not") if one in card[field]]
    return found


def _passages(field: str, wanted: Iterable[str], lines: Sequence[str]) -> list[str]:
    joined = " ".join(lines).casefold()
    return [f"{field} does not say {text!r}" for text in wanted if text.casefold() not in joined]


def _contacts(wanted: ContactsExpected, cards: Sequence[Mapping[str, Any]]) -> list[str]:
    there = [card["role"] for card in cards]
    found = []
    if wanted.first and there[:1] != [wanted.first]:
        found.append(f"the first contact is {there[0] if there else 'missing'}, not {wanted.first}")
    found += [f"no contact {role}, only {', '.join(there) or 'none'}" for role in wanted.roles if role not in there]
    found += [f"a contact {role}" for role in wanted.never if role in there]
    if wanted.some_open and not any(card["open_now"] and card["phone"] for card in cards):
        found.append(f"nobody answers now: {', '.join(there)}")
    for roles, is_open in ((wanted.open, True), (wanted.closed, False)):
        for role in roles:
            states = [card["open_now"] for card in cards if card["role"] == role]
            if states[:1] != [is_open]:
                found.append(f"{role} is {'missing' if not states else 'open' if states[0] else 'closed'}")
    return found


def _texts(value: Any) -> list[str]:
    """Every text inside a card."""
    if isinstance(value, str):
        return [value]
    inside = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    return [text for one in inside for text in _texts(one)]


def _titles(messages: Messages) -> list[str]:
    return [choice["title"] for message in messages for choice in message.get("choices", ())]
