"""The contact card: exactly the fields of the chat API, and a note that says how sure the number is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from knowledge.contact_book import contact_book
from knowledge.contact_terms import Caller
from knowledge.shown import show

BOOK = contact_book()
FIELDS = {"id", "role", "name", "phone", "url", "hours", "open_now", "note", "checked_on"}


def test_a_card_has_the_fields_of_the_contract_and_the_rest_of_the_chain() -> None:
    card = BOOK.shown("staffordshire_front_door", "staffordshire", Caller.PARENT, frozenset({"police_101"})).as_card()
    assert set(card) == FIELDS | {"kind", "then"}
    assert card["kind"] == "contact"
    assert card["checked_on"] is None
    then = card["then"]
    assert isinstance(then, list)
    assert [set(link) for link in then] == [FIELDS, FIELDS]
    assert [link["open_now"] for link in then] == [False, True]


def test_a_number_that_nobody_checked_says_so_and_what_to_ring_if_nobody_answers() -> None:
    open_ids = frozenset({"staffordshire_front_door", "staffordshire_council", "police_101"})
    note = BOOK.shown("staffordshire_front_door", "staffordshire", Caller.PARENT, open_ids).note
    assert "We have not checked this number yet." in note
    assert note.endswith("If nobody answers, ring 0300 111 8000 (Staffordshire County Council).")


def test_a_closed_line_names_the_first_of_its_chain_that_is_open() -> None:
    note = BOOK.shown("staffordshire_front_door", "staffordshire", Caller.PARENT, frozenset({"police_101"})).note
    assert note.endswith("It is closed now. If it cannot wait, ring 101 (Police, not an emergency).")


def test_a_page_that_nobody_checked_is_called_a_page() -> None:
    note = BOOK.shown("shore", "stoke", Caller.CHILD, frozenset({"shore"})).note
    assert "We have not checked this page yet." in note


@pytest.mark.parametrize("name", ["emergency_999", "police_101", "gp", "dsl"])
def test_what_needs_no_check_does_not_say_that_it_lacks_one(name: str) -> None:
    assert "not checked" not in BOOK.shown(name, "stoke", Caller.PARENT, frozenset({name})).note


def test_every_other_contact_says_that_it_was_not_checked() -> None:
    for contact in BOOK.live:
        if contact.unchecked:
            for caller in contact.audiences:
                assert "not checked" in BOOK.shown(contact.id, contact.areas[0], caller, frozenset()).note


def test_a_checked_number_gives_the_day_of_the_check() -> None:
    contact = replace(BOOK.contacts["childline"], checked_on=date(2026, 11, 3), checked_by="A. Reviewer")
    shown = show(contact, Caller.PARENT, True)
    assert "Checked on 3 November 2026." in shown.note
    assert "not checked" not in shown.note
    assert shown.as_card()["checked_on"] == "2026-11-03"


def test_a_note_never_sends_somebody_to_the_number_they_just_rang() -> None:
    for contact in BOOK.live:
        for caller in contact.audiences:
            ending = BOOK.shown(contact.id, contact.areas[0], caller, frozenset()).note.rpartition(". ")[2]
            assert not (contact.phone and f"ring {contact.phone} (" in ending)


def test_somebody_who_may_not_use_a_contact_cannot_be_shown_it() -> None:
    with pytest.raises(KeyError):
        BOOK.shown("nspcc_hsb_service", "stoke", Caller.PARENT, frozenset())
    with pytest.raises(KeyError):
        BOOK.shown("savana", "stoke", Caller.PROFESSIONAL, frozenset())
