"""Moments to ring at, who rings, and what a list of contacts holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from knowledge.clock import LONDON, parse
from knowledge.contact_book import contact_book
from knowledge.contact_terms import Caller
from knowledge.shown import Shown

BOOK = contact_book()
CALLERS = [caller.value for caller in Caller]
ADULTS = [caller for caller in CALLERS if caller != "child"]
OFFICE, NIGHT, HOLIDAY = parse("2026-11-19T10:00"), parse("2026-11-21T23:10"), parse("2026-12-25T11:00")


def roles_of(shown: tuple[Shown, ...]) -> list[str]:
    """The roles of a list, in its order."""
    return [one.contact.role for one in shown]


def hours_of_a_year() -> Iterator[datetime]:
    """One moment for each set of contacts that can be open together."""
    seen: set[frozenset[str]] = set()
    for half_hour in range(366 * 48):
        when = datetime(2026, 1, 1, tzinfo=LONDON) + timedelta(minutes=30 * half_hour)
        if (open_ids := BOOK.open_at(when)) not in seen:
            seen.add(open_ids)
            yield when
