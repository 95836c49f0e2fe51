"""The contacts of a route: its order, and who stands in where there is no such contact."""

from __future__ import annotations

import pytest

from knowledge.age import Age
from knowledge.directory import contacts_for_roles
from tests.knowledge.ringing import ADULTS, NIGHT, OFFICE, roles_of


def test_a_route_keeps_its_order() -> None:
    shown = contacts_for_roles(["emergency_999", "front_door", "gp", "nspcc_helpline"], "stoke", "parent", OFFICE)
    assert roles_of(shown) == ["emergency_999", "front_door", "gp", "nspcc_helpline"]


def test_what_must_stand_beside_a_route_is_added() -> None:
    assert roles_of(contacts_for_roles(["gp"], "stoke", "parent", OFFICE)) == ["gp", "nspcc_helpline", "emergency_999"]
    assert roles_of(contacts_for_roles([], "stoke", "child", OFFICE)) == ["childline", "emergency_999"]


def test_a_list_that_ends_with_a_person_ends_with_a_helpline_instead() -> None:
    shown = contacts_for_roles(["emergency_999", "nspcc_helpline", "gp"], "stoke", "parent", OFFICE)
    assert roles_of(shown) == ["emergency_999", "gp", "nspcc_helpline"]


@pytest.mark.parametrize(
    ("role", "area", "caller", "instead"),
    [
        ("front_door", "elsewhere", "parent", "council_elsewhere"),
        ("adult_social_care", "stoke", "parent", "council_switchboard"),
        ("front_door", "stoke", "child", "childline"),
        ("mash", "stoke", "parent", "front_door"),
        ("mash", "south_gloucestershire", "professional", "front_door"),
        ("esas", "stoke", "school", "dsl"),
        ("nspcc_hsb_service", "stoke", "parent", "nspcc_helpline"),
        ("nspcc_hsb_service", "south_gloucestershire", "professional", "be_safe"),
        ("lado", "staffordshire", "school", "front_door"),
        ("local_domestic_abuse", "elsewhere", "parent", "domestic_abuse"),
        ("sexual_violence_support", "elsewhere", "parent", "rape_crisis"),
        ("revenge_porn_helpline", "stoke", "child", "report_remove"),
        ("nspcc_helpline", "stoke", "child", "childline"),
    ],
)
def test_another_role_stands_in_where_there_is_no_such_contact(role: str, area: str, caller: str, instead: str) -> None:
    assert roles_of(contacts_for_roles([role], area, caller, OFFICE))[0] == instead


def test_out_of_hours_the_front_door_of_a_route_is_the_duty_team_and_the_other_way_round() -> None:
    assert roles_of(contacts_for_roles(["front_door"], "stoke", "parent", NIGHT))[0] == "front_door_out_of_hours"
    assert roles_of(contacts_for_roles(["front_door_out_of_hours"], "stoke", "parent", OFFICE))[0] == "front_door"


@pytest.mark.parametrize(("age", "there"), [(None, True), (Age.of(13), True), (Age(9, 13), True), (Age.of(12), False)])
def test_a_parent_is_shown_the_sarc_unless_only_the_police_can_arrange_it(age: Age | None, there: bool) -> None:
    assert ("sarc" in roles_of(contacts_for_roles(["sarc"], "stoke", "parent", NIGHT, age=age))) is there


def test_sexual_violence_support_in_staffordshire_is_survive_and_never_savana() -> None:
    for caller in ADULTS:
        found = contacts_for_roles(["sexual_violence_support"], "staffordshire", caller, OFFICE)
        assert found[0].contact.id == "survive"
