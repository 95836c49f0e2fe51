"""`python -m knowledge.sign_off`: writes knowledge/SIGN_OFF.md, and warns of numbers that were not checked lately."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from textwrap import wrap
from typing import Final

from knowledge import clock
from knowledge.contact import Contact
from knowledge.contact_book import ContactBook, contact_book
from knowledge.content import ContentError
from knowledge.sign_off_list import FILE, text
from knowledge.sign_off_sheet import CHECK_AGAIN_AFTER, overdue

_WIDTH: Final = 120  # columns of a terminal


def warnings(book: ContactBook, on: date, after: timedelta = CHECK_AGAIN_AFTER) -> Iterator[str]:
    """A line for each number, page or address whose check is older than `after`, and one for those never checked."""
    late = overdue(book, on, after)
    for contact in late:
        if contact.checked_on:
            yield f"Last checked on {contact.checked_on.isoformat()}, over {after.days} days ago: {_named(contact)}"
    never = [contact for contact in late if not contact.checked_on]
    if never:
        yield f"Never checked ({len(never)}): {'; '.join(map(_named, never))}"


def at_start(after: timedelta, on: date | None = None, book: ContactBook | None = None) -> Iterator[str]:
    """What an operator is told when Waymark starts: each number whose check is older than `after` in a line of its
    own; those never checked wrapped into a paragraph.
    """
    for line in warnings(book or contact_book(), on or clock.now().date(), after):
        yield from wrap(f"Warning: {line}", width=_WIDTH, subsequent_indent="  ", break_on_hyphens=False)


def is_current(file: Path = FILE) -> bool:
    """Whether the page says what the content says."""
    return file.exists() and file.read_text(encoding="utf-8") == text()


def main(arguments: Sequence[str] | None = None, file: Path = FILE) -> int:
    """Writes the page to `file`, checks it or prints warnings; 1 if it is out of date, 2 if it cannot be made."""
    parser = argparse.ArgumentParser(
        prog="python -m knowledge.sign_off", description="What still has to be signed off."
    )
    parser.add_argument("--check", action="store_true", help="change nothing; 1 if SIGN_OFF.md is out of date")
    parser.add_argument("--overdue", action="store_true", help="change nothing; name the numbers to check again")
    days = CHECK_AGAIN_AFTER.days
    parser.add_argument("--older-than", type=int, default=days, metavar="DAYS", help=f"the age of a check; {days}")
    options = parser.parse_args(arguments)
    try:
        if options.overdue:
            after = timedelta(days=options.older_than)
            print("\n".join(warnings(contact_book(), clock.now().date(), after)) or "Every number was checked lately.")
        elif options.check:
            if not is_current(file):
                print("knowledge/SIGN_OFF.md is out of date: python -m knowledge.sign_off", file=sys.stderr)
                return 1
        else:
            file.write_text(text(), encoding="utf-8")
            print(f"Wrote {file.name}, {len(text().splitlines())} lines.")
    except (ContentError, ValueError) as error:
        print(f"knowledge: {error}", file=sys.stderr)
        return 2
    return 0


def _named(contact: Contact) -> str:
    return f"{contact.name} {contact.phone or contact.url or contact.email or ''}".strip()


if __name__ == "__main__":
    sys.exit(main())
