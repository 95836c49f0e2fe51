"""The contacts of the sources and the public pages, and how they fit together."""

from __future__ import annotations

import re

import pytest

from knowledge.case import AREAS
from knowledge.contact import Contact
from knowledge.contact_book import ENDS, contact_book
from knowledge.contact_role import roles
from knowledge.contact_terms import Caller, Reach, Status

BOOK = contact_book()
SOURCES = ("strategy", "framework", "procedures", "southglos", "larc7")


def every(**fields: object) -> list[Contact]:
    return [one for one in BOOK.contacts.values() if all(getattr(one, name) == value for name, value in fields.items())]


@pytest.mark.parametrize(
    ("area", "role", "number"),
    [
        ("stoke", "front_door", "01782 235100"),
        ("stoke", "front_door_out_of_hours", "01782 234234"),
        ("staffordshire", "front_door", "0300 111 8007"),
        ("staffordshire", "front_door_out_of_hours", "0345 604 2886"),
        ("south_gloucestershire", "front_door", "01454 866000"),
        ("south_gloucestershire", "front_door_out_of_hours", "01454 615165"),
        ("elsewhere", "nspcc_helpline", "0808 800 5000"),
        ("elsewhere", "stop_it_now", "0808 1000 900"),
        ("elsewhere", "childline", "0800 1111"),
        ("elsewhere", "emergency_999", "999"),
        ("elsewhere", "police_101", "101"),
    ],
)
def test_each_area_has_its_numbers(area: str, role: str, number: str) -> None:
    found = BOOK.first(area, Caller.PARENT, role)
    assert found is not None
    assert found.phone == number


@pytest.mark.parametrize(
    ("role", "number"),
    [
        ("mash", "101"),
        ("nspcc_hsb_service", "01782 958100"),
        ("front_door_out_of_hours", "0345 604 2886"),
        ("esas", "01785 895836"),
    ],
)
def test_the_four_that_must_work_are_there_for_a_school_in_staffordshire(role: str, number: str) -> None:
    found = BOOK.first("staffordshire", Caller.SCHOOL, role)
    assert found is not None
    assert found.phone == number


def test_the_mash_is_reached_by_ringing_101_and_asking_for_it() -> None:
    for caller in (Caller.SCHOOL, Caller.PROFESSIONAL, Caller.HELPLINE):
        assert "101 and ask for MASH" in BOOK.contacts["mash"].note_to(caller)


@pytest.mark.parametrize(
    "number",
    # Every number that one of the source documents prints.
    [
        "01785 232385", "999", "101", "0300 111 8000", "01785 276207", "020 7825 2505", "0300 790 7000", "01782 958100",
        "01782 235100", "01782 234234", "01782 235897", "01782 235858", "0800 1313 126", "0845 6042886", "01785 854223",
        "01785 895836", "01782 286862",
    ],
)  # fmt: skip
def test_every_number_of_the_sources_is_kept_as_printed(number: str) -> None:
    holders = [one for one in every(phone=number) if any(number in printed.says for printed in one.printed)]
    assert holders, number
    assert all(printed.source.source in SOURCES for one in holders for printed in one.printed)


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("savana", Status.CLOSED),
        ("staffordshire_first_response", Status.SUPERSEDED),
        ("staffordshire_out_of_hours_0845", Status.SUPERSEDED),
        ("staffordshire_fax", Status.SUPERSEDED),
        ("stoke_advice_and_access", Status.SUPERSEDED),
        ("nspcc_text_line", Status.SUPERSEDED),
    ],
)
def test_what_has_ended_is_kept_for_the_record_and_is_nobodys_contact(name: str, status: Status) -> None:
    contact = BOOK.contacts[name]
    assert contact.status is status
    assert not any(contact.serves(area, caller) for area in AREAS for caller in Caller)
    assert contact in BOOK.record
    assert all(one.next != name for one in BOOK.contacts.values())


def test_savana_closed_on_30_april_2025() -> None:
    closed = BOOK.contacts["savana"].closed_on
    assert closed is not None
    assert closed.isoformat() == "2025-04-30"


def test_nobody_has_checked_a_number_yet_and_no_entry_says_so() -> None:
    assert [one.id for one in BOOK.contacts.values() if one.checked_on or one.status is Status.CONFIRMED] == []


def test_staffordshire_names_newcastle_under_lyme_and_stoke_does_not() -> None:
    assert "Newcastle-under-Lyme" in BOOK.contacts["staffordshire_front_door"].note_to(Caller.PARENT)
    assert all("Newcastle" not in one.note_to(Caller.PARENT) for one in BOOK.live if one.areas == ("stoke",))


def test_the_chain_of_the_staffordshire_front_door_is_the_team_the_council_and_the_police() -> None:
    shown = BOOK.shown("staffordshire_front_door", "staffordshire", Caller.PARENT, frozenset())
    assert [shown.contact.phone, *(link.contact.phone for link in shown.then)] == [
        "0300 111 8007",
        "0300 111 8000",
        "101",
    ]


def test_every_chain_ends_with_999_or_101_or_the_nspcc_helpline_and_somebody_in_it_always_answers() -> None:
    for contact in BOOK.live:
        for area in contact.areas:
            for caller in contact.audiences:
                shown = BOOK.shown(contact.id, area, caller, frozenset())
                chain = [contact, *(link.contact for link in shown.then)]
                assert chain[-1].role in ENDS
                assert any(link.always_open for link in chain)
                assert all(link.serves(area, caller) for link in chain)


def test_referral_only_services_are_for_staff() -> None:
    referral = every(referral_only=True)
    assert {one.id for one in referral} == {"nspcc_hsb_service", "be_safe"}
    assert all(not {Caller.PARENT, Caller.CHILD} & set(one.audiences) for one in referral)


def test_esas_is_for_schools_and_professionals_in_staffordshire_and_not_for_referrals() -> None:
    esas = BOOK.contacts["esas"]
    assert esas.areas == ("staffordshire",)
    assert set(esas.audiences) == {Caller.SCHOOL, Caller.PROFESSIONAL}
    assert "Not for child protection or welfare referrals" in esas.note_to(Caller.SCHOOL)


def test_the_nspcc_helpline_is_never_said_to_be_there_round_the_clock() -> None:
    for one in every(role="nspcc_helpline"):
        said = " ".join([one.name, one.hours.words if one.hours else "", *(one.note_to(caller) for caller in Caller)])
        assert not re.search(r"24|any time|day and night|round the clock", said, re.IGNORECASE)
        assert not one.always_open


def test_the_nspcc_switchboard_is_nobodys_contact() -> None:
    assert BOOK.contacts["nspcc_switchboard"].audiences == ()


def test_every_contact_names_its_sources_and_every_number_from_a_document_its_place() -> None:
    for one in BOOK.contacts.values():
        assert one.sources
        assert all(printed.source.ref for printed in one.printed)


def test_every_live_contact_has_a_note_for_everybody_who_may_use_it() -> None:
    for one in BOOK.live:
        for caller in one.audiences:
            assert one.note_to(caller), (one.id, caller)


def test_every_role_has_a_contact_somewhere() -> None:
    assert set(roles()) == {one.role for one in BOOK.contacts.values()}


def test_a_page_is_always_there_and_a_number_of_unknown_hours_never_counts_as_open() -> None:
    for one in BOOK.live:
        assert one.hours is not None
        if one.reach is Reach.WEB:
            assert one.always_open
        if "do not know" in one.hours.words:
            assert not one.hours.known
