"""Whom to turn to: pure functions of the area, who asks, the colour, the age, a route's roles, and the moment.

What they return always has somebody who answers at that moment, ends with 999, 101 or a helpline, and holds nothing
that is closed, superseded or, for a parent or a child, referral-only. The NSPCC Helpline (Childline for a child) and
999 or 101 are always in it, because the other numbers may not have been checked.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache

from knowledge.age import Age
from knowledge.case import AREAS
from knowledge.contact import Contact
from knowledge.contact_book import FRONT_DOOR, OUT_OF_HOURS, ContactBook, contact_book
from knowledge.contact_plan import COLOURS, contact_plans
from knowledge.contact_role import known_role, roles
from knowledge.contact_terms import Caller
from knowledge.shown import Shown

__all__ = ["Shown", "contacts_for_roles", "plan_contacts", "shown_contacts"]

ELSEWHERE = "elsewhere"
COUNCIL_ELSEWHERE = "council_elsewhere"
EMERGENCY, POLICE = "emergency_999", "police_101"
_DOORS = (FRONT_DOOR, OUT_OF_HOURS)


def plan_contacts(
    area: str | None,
    audience: str,
    colour: str | None,
    age: Age | None,
    moment: datetime,
    *,
    book: ContactBook | None = None,
) -> tuple[Shown, ...]:
    """The contacts of a plan, in order.

    `area` is one of `knowledge.case.AREAS`, `None` where it is not known. `audience` is an audience or `child`.
    `colour` is a colour's slug or `information`; `None`, not known yet, counts as amber. `age` is that of the child
    whose behaviour it is. Raises `ValueError` for any other word.
    """
    book = book or contact_book()
    if colour is not None and colour not in COLOURS:
        raise ValueError(f"one of {', '.join(COLOURS)}; got {colour!r}")
    return _plan(book, _area(area), Caller(audience), colour or "amber", age, book.open_at(moment))


def contacts_for_roles(
    wanted: Iterable[str],
    area: str | None,
    audience: str,
    moment: datetime,
    *,
    age: Age | None = None,
    book: ContactBook | None = None,
) -> tuple[Shown, ...]:
    """The contacts of a route's roles, in its order.

    A role that this area, caller or age has no contact for gives way to the one that stands in for it. Raises
    `ValueError` for a role, an area or an audience that is not one.
    """
    book = book or contact_book()
    return _for_roles(book, tuple(wanted), _area(area), Caller(audience), age, book.open_at(moment))


def shown_contacts() -> tuple[Contact, ...]:
    """Every contact that may be shown to somebody: what a safeguarding lead has to sign off."""
    return contact_book().live


@lru_cache(maxsize=8192)
def _plan(
    book: ContactBook, area: str, caller: Caller, colour: str, age: Age | None, open_ids: frozenset[str]
) -> tuple[Shown, ...]:
    found: dict[str, Contact] = {}
    for role in contact_plans()[caller, colour].roles:
        if role == FRONT_DOOR:
            some = _front_door(book, area, caller, open_ids, can_wait=colour != "red")
        else:
            some = _one(book, area, caller, role, age)
        found.update((contact.id, contact) for contact in some)
    return _completed(book, area, caller, found, open_ids)


@lru_cache(maxsize=8192)
def _for_roles(
    book: ContactBook, wanted: tuple[str, ...], area: str, caller: Caller, age: Age | None, open_ids: frozenset[str]
) -> tuple[Shown, ...]:
    found: dict[str, Contact] = {}
    for role in wanted:
        some = _standing_in(book, area, caller, known_role(role), age, open_ids, ())
        found.update((contact.id, contact) for contact in some)
    return _completed(book, area, caller, found, open_ids)


def _one(book: ContactBook, area: str, caller: Caller, role: str, age: Age | None) -> tuple[Contact, ...]:
    contact = book.first(area, caller, role)
    return (contact,) if contact and contact.takes(age, caller) else ()


def _front_door(
    book: ContactBook, area: str, caller: Caller, open_ids: frozenset[str], *, can_wait: bool
) -> tuple[Contact, ...]:
    """The front door while it is open, otherwise the out-of-hours team; then the front door too if it can wait."""
    day, night = (book.first(area, caller, role) for role in _DOORS)
    if day is None:
        return _one(book, area, caller, COUNCIL_ELSEWHERE, None)
    if night is None or day.id in open_ids:
        return (day,)
    return (night, day) if can_wait else (night,)


def _standing_in(
    book: ContactBook,
    area: str,
    caller: Caller,
    role: str,
    age: Age | None,
    open_ids: frozenset[str],
    tried: tuple[str, ...],
) -> tuple[Contact, ...]:
    if role in tried:
        return ()
    if role in _DOORS:
        some = _front_door(book, area, caller, open_ids, can_wait=False)
    else:
        some = _one(book, area, caller, role, age)
    if some:
        return some
    entry = roles()[role]
    others = (entry.instead_for_child if caller is Caller.CHILD else ()) or entry.instead
    for other in others:
        some = _standing_in(book, area, caller, other, age, open_ids, (*tried, role))
        if some:
            return some
    return ()


def _completed(
    book: ContactBook, area: str, caller: Caller, found: dict[str, Contact], open_ids: frozenset[str]
) -> tuple[Shown, ...]:
    """The list with whatever must stand beside it, ending where a list may end."""
    present = {contact.role for contact in found.values()}
    helpline = "childline" if caller is Caller.CHILD else "nspcc_helpline"
    beside = [] if helpline in present else [helpline]
    if not present & {EMERGENCY, POLICE}:
        beside.append(EMERGENCY)
    for role in beside:
        found.update((contact.id, contact) for contact in _one(book, area, caller, role, None))
    ids = list(found)
    if not roles()[found[ids[-1]].role].closes:
        # Both are in the list by now: the later one moves to its end.
        last = [contact.id for contact in found.values() if contact.role in (POLICE, helpline)] or [ids[0]]
        ids.remove(last[-1])
        ids.append(last[-1])
    return tuple(book.shown(contact, area, caller, open_ids) for contact in ids)


def _area(area: str | None) -> str:
    if area is None:
        return ELSEWHERE
    if area not in AREAS:
        raise ValueError(f"one of {', '.join(AREAS)}; got {area!r}")
    return area
