"""A contact as somebody sees it at one moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from knowledge.contact import Contact
from knowledge.contact_terms import Caller, Reach

_UNCHECKED = {
    Reach.WEB: "We have not checked this page yet.",
    Reach.EMAIL: "We have not checked this address yet.",
}
_UNCHECKED_NUMBER = "We have not checked this number yet."
_DO = {Reach.CALL: "ring", Reach.TEXT: "text"}


@dataclass(frozen=True, slots=True)
class Shown:
    """`note` says in words what it is for, whether it has been checked and what to do if nobody answers.

    `then` are the next links of its chain.
    """

    contact: Contact
    open_now: bool
    note: str
    then: tuple[Shown, ...] = ()

    def as_card(self) -> dict[str, Any]:
        """The contact card of the chat API, with the rest of the chain under `then`."""
        return {"kind": "contact", **self._fields(), "then": [link._fields() for link in self.then]}

    def _fields(self) -> dict[str, Any]:
        contact = self.contact
        return {
            "id": contact.id,
            "role": contact.role,
            "name": contact.name,
            "phone": contact.phone,
            "url": contact.url,
            "hours": contact.hours.words if contact.hours else None,
            "open_now": self.open_now,
            "note": self.note,
            "checked_on": contact.checked_on.isoformat() if contact.checked_on else None,
        }


def show(contact: Contact, caller: Caller, open_now: bool, chain: Sequence[tuple[Contact, bool]] = ()) -> Shown:
    """The contact for this caller; `chain` are the ones to try after it, each with whether it is open."""
    links = tuple(Shown(link, is_open, _note(link, caller)) for link, is_open in chain)
    return Shown(contact, open_now, _note(contact, caller, _otherwise(contact, open_now, chain)), links)


def _note(contact: Contact, caller: Caller, ending: str = "") -> str:
    return " ".join(part for part in (contact.note_to(caller), _checked(contact), ending) if part)


def _checked(contact: Contact) -> str:
    if contact.checked_on:
        return f"Checked on {contact.checked_on.day} {contact.checked_on:%B %Y}."
    return _UNCHECKED.get(contact.reach, _UNCHECKED_NUMBER) if contact.unchecked else ""


def _otherwise(contact: Contact, open_now: bool, chain: Sequence[tuple[Contact, bool]]) -> str:
    if contact.reach not in _DO:
        return ""
    by_number = [(link, is_open) for link, is_open in chain if link.reach in _DO and link.phone != contact.phone]
    # One that is closed would not answer either: name the first that would.
    best = next((link for link, is_open in by_number if is_open), by_number[0][0] if by_number else None)
    closed = contact.hours is not None and contact.hours.known and not open_now
    when = "It is closed now. If it cannot wait" if closed else "If nobody answers"
    return f"{when}, {_DO[best.reach]} {best.phone} ({best.name})." if best else ""
