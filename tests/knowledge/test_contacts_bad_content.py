"""Contacts that cannot be used are refused at load, with file, entry, field and what is expected."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge import contact_plan
from knowledge.contact_book import ContactBook
from knowledge.content import ContentError, files, read_yaml

TOMORROW = date.today() + timedelta(days=1)


def book_with(folder: Path, name: str, **changes: object) -> ContactBook:
    """The real contacts with some fields of one entry changed; `...` takes a field away."""
    paths = []
    for path in files("contacts"):
        document: dict[str, Any] = read_yaml(path)
        for entry in document["entries"]:
            if entry["id"] == name:
                entry.update(changes)
                for field in [field for field, value in changes.items() if value is ...]:
                    del entry[field]
                path = folder / path.name
                path.write_text(yaml.safe_dump(document, allow_unicode=True), encoding="utf-8")
        paths.append(path)
    return ContactBook(paths)


@pytest.mark.parametrize(
    ("name", "changes", "field", "expected"),
    [
        ("gp", {"role": "doctor"}, "role", "a role of knowledge/contact_roles.yml; 'doctor' is not there"),
        ("gp", {"areas": ["wales"]}, "areas", "'all' or a list of stoke, staffordshire"),
        ("gp", {"areas": []}, "areas", "'all' or a list of stoke"),
        ("gp", {"audiences": "public"}, "audiences", "everyone, adults, staff, nobody"),
        ("gp", {"audiences": ["teacher"]}, "audiences.0", "parent"),
        ("gp", {"status": "probably"}, "status", "source_only"),
        ("gp", {"sources": []}, "sources", "at least one source"),
        ("gp", {"sources": ["hearsay: p. 1"]}, "sources.0", "a source named in knowledge/sources.yml"),
        ("gp", {"colour": "blue"}, "-", "colour"),
        ("gp", {"hours": ...}, "hours", "opening hours"),
        ("gp", {"hours": {"words": "late", "open": {"mon": "late"}}}, "hours.open", 'times such as "08:30-17:00"'),
        ("stoke_front_door", {"phone": "01782 2351"}, "phone", "a phone number that can be rung"),
        ("stoke_front_door", {"phone": "0800 NUMBER"}, "phone", "a phone number that can be rung"),
        ("stoke_front_door", {"phone": ...}, "phone", "a number, because it is reached by call"),
        ("stoke_front_door", {"reach": "fax"}, "reach", "a way that people still use"),
        ("stoke_front_door", {"fixed": True}, "fixed", "only 999 and 101 need no check"),
        ("stoke_front_door", {"checked_on": TOMORROW, "checked_by": "A. Reviewer"}, "checked_on", "not in the future"),
        ("stoke_front_door", {"checked_on": date(2026, 1, 2)}, "checked_by", "a name and checked_on together"),
        ("stoke_front_door", {"checked_by": "A. Reviewer"}, "checked_by", "a name and checked_on together"),
        ("stoke_front_door", {"status": "confirmed"}, "checked_by", "who rang it"),
        ("stoke_front_door", {"signed_off_on": TOMORROW}, "signed_off_on", "not in the future"),
        ("stoke_front_door", {"status": "closed", "next": ...}, "closed_on", "the day it closed"),
        ("stoke_front_door", {"status": "superseded"}, "next", "in no chain"),
        ("savana", {"closed_on": TOMORROW}, "closed_on", "not in the future"),
        ("savana", {"next": "police_101"}, "next", "in no chain"),
        ("shore", {"url": "shorespace.org.uk"}, "url", "an address that begins with https://"),
        ("shore", {"url": ...}, "url", "an address, because it is reached on the web"),
        ("nspcc_helpline", {"email": "help at nspcc"}, "email", "an email address"),
        ("kooth", {"to_age": 9}, "to_age", "an age of 11 or more"),
        ("nspcc_hsb_service", {"audiences": "adults"}, "referral_only", "only professionals refer"),
        ("be_safe", {"audiences": "everyone"}, "referral_only", "only professionals refer"),
        ("esas", {"next": "nowhere"}, "next", "the id of a contact; 'nowhere' is not there"),
        ("survive", {"next": "savana"}, "next", "a contact that may be shown; 'savana' is closed"),
        ("esas", {"next": "staffordshire_first_response"}, "next", "'staffordshire_first_response' is superseded"),
        ("esas", {"next": "nspcc_switchboard"}, "next", "'nspcc_switchboard' is for nobody"),
        ("esas", {"next": ...}, "next", "a chain that ends with 999, 101 or the NSPCC Helpline"),
        ("police_101", {"next": "nspcc_helpline"}, "next", "a chain that ends; this one comes back to"),
        ("new_era", {"next": "police_101"}, "next", "one chain for each role: local_domestic_abuse"),
        ("emergency_999", {"hours": {"words": "Days", "open": {"mon-sun": "08:00-20:00"}}}, "next", "at every hour"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused(
    tmp_path: Path, name: str, changes: dict[str, object], field: str, expected: str
) -> None:
    with pytest.raises(ContentError) as raised:
        book_with(tmp_path, name, **changes)
    error = raised.value
    assert Path(error.file).parent == tmp_path or "knowledge/contacts" in error.file
    assert error.field == field
    assert expected in error.expected
    assert error.file in str(error)
    assert error.entry in str(error)


def test_an_error_names_the_entry_and_its_file(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as raised:
        book_with(tmp_path, "stoke_front_door", phone="01782 2351")
    assert raised.value.entry == "stoke_front_door"
    assert raised.value.file == str(tmp_path / "stoke_on_trent.yml")
    assert "got '01782 2351'" in str(raised.value)


@pytest.mark.parametrize(
    ("opens", "says"),
    [
        ({"mon-thu": "00:00-08:30, 17:05-24:00"}, "nobody answers on mon at 17:00"),
        ({"mon-thu": "00:00-08:30, 17:00-24:00"}, "nobody answers on fri at 00:00"),
    ],
)
def test_a_gap_between_the_front_door_and_the_night_team_is_refused(
    tmp_path: Path, opens: dict[str, str], says: str
) -> None:
    with pytest.raises(ContentError, match=says):
        book_with(tmp_path, "stoke_out_of_hours", hours={"words": "nights", "open": opens})


def test_an_id_that_stands_twice_is_refused(tmp_path: Path) -> None:
    double = tmp_path / "double.yml"
    double.write_text(next(iter(files("contacts"))).read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(ContentError, match="an id that stands only once"):
        ContactBook([*files("contacts"), double])


@pytest.mark.parametrize("missing", ["emergency_999", "nspcc_helpline", "childline"])
def test_contacts_without_one_that_everybody_needs_are_refused(tmp_path: Path, missing: str) -> None:
    with pytest.raises(ContentError):
        book_with(tmp_path, missing, audiences="nobody")


def test_a_checked_number_is_accepted_and_says_when(tmp_path: Path) -> None:
    book = book_with(
        tmp_path, "stoke_front_door", status="confirmed", checked_on=date(2026, 11, 3), checked_by="A. Reviewer"
    )
    assert not book.contacts["stoke_front_door"].unchecked


def plans_with(folder: Path, change: Callable[[list[dict[str, Any]]], object]) -> None:
    document = read_yaml(contact_plan.FILE)
    change(document["entries"])
    (folder / "plans.yml").write_text(yaml.safe_dump(document), encoding="utf-8")
    contact_plan.load(folder / "plans.yml")


@pytest.mark.parametrize(
    ("change", "field", "expected"),
    [
        (lambda plans: plans[0]["roles"].append("doctor"), "roles.5", "'doctor' is not there"),
        (lambda plans: plans[0]["roles"].remove("emergency_999"), "roles", "somebody must always answer"),
        (lambda plans: plans[0]["roles"].append("gp"), "roles", "'gp' does not"),
        (lambda plans: plans[0]["colours"].append("blue"), "colours.2", "got 'blue'"),
        (lambda plans: plans[0]["colours"].append("red"), "colours", "parent has two for red"),
        (lambda plans: plans.pop(1), "entries", "a plan for parent and amber"),
    ],
)
def test_a_plan_that_could_leave_somebody_alone_is_refused(
    tmp_path: Path, change: Callable[[list[dict[str, Any]]], object], field: str, expected: str
) -> None:
    with pytest.raises(ContentError) as raised:
        plans_with(tmp_path, change)
    assert raised.value.field == field
    assert expected in raised.value.expected
