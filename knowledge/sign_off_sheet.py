"""What to ring, oldest check first: `python -m knowledge.sign_off_sheet`, or `make contacts`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from knowledge import clock
from knowledge.case import AREAS
from knowledge.contact import Contact
from knowledge.contact_book import ContactBook, contact_book
from knowledge.contact_role import roles
from knowledge.contact_terms import Reach

CHECK_AGAIN_AFTER = timedelta(days=180)
_VERB = {
    Reach.CALL: "ring",
    Reach.TEXT: "text",
    Reach.TEXTPHONE: "textphone",
    Reach.WEB: "open",
    Reach.EMAIL: "write to",
    Reach.PERSON: "find out",
}


def to_check(book: ContactBook) -> tuple[Contact, ...]:
    """Every contact that somebody has to check: the oldest check first, then in the order of the roles."""
    rank = {role: place for place, role in enumerate(roles())}
    checks = [one for one in book.live if not one.fixed and (one.reach is not Reach.PERSON or one.ask)]
    return tuple(sorted(checks, key=lambda one: (one.checked_on or date.min, rank[one.role])))


def overdue(book: ContactBook, on: date, after: timedelta = CHECK_AGAIN_AFTER) -> tuple[Contact, ...]:
    """Those with a number, page or address that was never checked, or last checked longer than `after` before `on`."""
    return tuple(
        one for one in to_check(book) if one.unchecked or (one.checked_on is not None and on - one.checked_on > after)
    )


def lines(book: ContactBook, on: date) -> Iterator[str]:
    """The sheet, line by line."""
    checks = to_check(book)
    never = sum(one.checked_on is None for one in checks)
    yield f"Contacts to check: {len(checks)}, of which {never} never. Sheet of {on.isoformat()}, oldest check first."
    yield "Fill in checked_on, checked_by and status: confirmed in the file when it has been done."
    for one in checks:
        yield ""
        areas = "all areas" if len(one.areas) == len(AREAS) else ", ".join(one.areas)
        yield f"[ ] {one.name}  ({one.id}; {one.role}; {areas})"
        yield from _entry(one)
    yield ""
    yield f"Kept for the record and never shown: {len(book.record)}. Nothing to ring."
    for one in book.record:
        state = one.status.value if one.audiences else "not for users"
        yield f"    {state:14} {one.phone or one.email or '-':14} {one.name}"


def _entry(one: Contact) -> Iterator[str]:
    checked = f"{one.checked_on.isoformat()} by {one.checked_by}" if one.checked_on else "never"
    # What it is reached by comes first; the rest is checked in the same go.
    ways = [way for way in (one.phone, one.url, one.email) if way]
    yield f"    last checked  {checked}; certainty {one.certainty.value}"
    yield f"    {_VERB[one.reach]:13} {', '.join(ways) or one.name}"
    if one.hours:
        yield f"    hours         {one.hours.words}"
    for printed in one.printed:
        yield f'    printed       "{printed.says}" ({printed.source.source}: {printed.source.ref})'
    for seen in one.seen:
        yield f"    seen          {seen}"
    for question in one.ask:
        yield f"    ask           {question}"


if __name__ == "__main__":
    print("\n".join(lines(contact_book(), clock.now().date())))
