"""Whom to turn to: the right contacts in the right order."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from knowledge.age import Age
from knowledge.case import AREAS
from knowledge.clock import parse
from knowledge.contact_plan import COLOURS
from knowledge.directory import contacts_for_roles, plan_contacts, shown_contacts
from tests.knowledge.ringing import BOOK, CALLERS, NIGHT, OFFICE, hours_of_a_year, roles_of


@pytest.mark.parametrize(
    ("area", "day", "night", "last_minute", "first_minute"),
    [
        ("stoke", "01782 235100", "01782 234234", "16:59", "08:30"),
        ("staffordshire", "0300 111 8007", "0345 604 2886", "16:59", "08:30"),
        ("south_gloucestershire", "01454 866000", "01454 615165", "16:59", "09:00"),
    ],
)
def test_red_rings_the_front_door_in_office_hours_and_the_duty_team_otherwise(
    area: str, day: str, night: str, last_minute: str, first_minute: str
) -> None:
    def first(when: str) -> str | None:
        return plan_contacts(area, "parent", "red", Age.of(8), parse(when))[0].contact.phone

    opens = parse(f"2026-11-19T{first_minute}")  # a Thursday
    before = (opens - timedelta(minutes=1)).isoformat()
    assert (first(before), first(opens.isoformat())) == (night, day)
    assert (first(f"2026-11-19T{last_minute}"), first("2026-11-19T17:00")) == (day, night)
    assert (first("2026-11-20T16:29"), first("2026-11-20T16:30")) == (day, night)
    assert first("2026-11-21T12:00") == night
    assert (first("2026-12-28T11:00"), first("2026-12-29T11:00")) == (night, day)
    # 7.45 in UTC is 8.45 in London once the clocks have gone forward; 16.30 is 17.30
    assert first("2026-03-30T08:15+00:00") == day
    assert first("2026-03-30T16:30+00:00") == night
    assert first("2026-03-27T16:15+00:00") == day


def test_the_duty_team_and_the_front_door_are_never_both_said_to_be_open() -> None:
    for when in hours_of_a_year():
        for area in ("stoke", "staffordshire", "south_gloucestershire"):
            doors = [
                one for one in plan_contacts(area, "parent", "amber", None, when) if "front_door" in one.contact.role
            ]
            assert sum(one.open_now for one in doors) == 1
            assert doors[0].open_now


def test_at_night_amber_shows_the_duty_team_first_and_then_the_front_door_for_the_morning() -> None:
    found = roles_of(plan_contacts("stoke", "parent", "amber", Age.of(8), NIGHT))
    assert found.index("front_door_out_of_hours") + 1 == found.index("front_door")
    assert "front_door" not in roles_of(plan_contacts("stoke", "parent", "red", Age.of(8), NIGHT))


@pytest.mark.parametrize("area", AREAS)
def test_a_parent_at_green_gets_the_helpline_and_people_they_know(area: str) -> None:
    assert roles_of(plan_contacts(area, "parent", "green", Age.of(3), OFFICE)) == [
        "nspcc_helpline", "health_visitor", "gp", "emergency_999"
    ]  # fmt: skip
    assert roles_of(plan_contacts(area, "parent", "information", Age.of(12), OFFICE)) == [
        "nspcc_helpline", "school_nurse", "gp", "emergency_999"
    ]  # fmt: skip


def test_a_parent_at_amber_gets_stop_it_now_the_school_and_the_front_door_for_advice() -> None:
    found = roles_of(plan_contacts("staffordshire", "parent", "amber", Age.of(8), OFFICE))
    assert found[:4] == ["nspcc_helpline", "stop_it_now", "dsl", "front_door"]
    assert found[-2:] == ["police_101", "emergency_999"]


@pytest.mark.parametrize("area", AREAS)
def test_a_parent_at_red_gets_the_council_first_then_the_police_and_the_helplines(area: str) -> None:
    found = roles_of(plan_contacts(area, "parent", "red", Age.of(8), OFFICE))
    assert found[0] == ("council_elsewhere" if area == "elsewhere" else "front_door")
    assert found[1:] == ["emergency_999", "police_101", "stop_it_now", "nspcc_helpline"]


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("area", AREAS)
def test_school_staff_are_sent_to_their_dsl_first_at_every_colour(area: str, colour: str) -> None:
    for when in (OFFICE, NIGHT):
        assert roles_of(plan_contacts(area, "school", colour, Age.of(8), when))[0] == "dsl"


def test_esas_is_for_staff_in_staffordshire_and_never_before_the_front_door() -> None:
    for area in AREAS:
        for caller in CALLERS:
            for colour in COLOURS:
                found = roles_of(plan_contacts(area, caller, colour, Age.of(8), OFFICE))
                assert ("esas" in found) is (area == "staffordshire" and caller in ("school", "professional"))
                if "esas" in found and "front_door" in found:
                    assert found.index("front_door") < found.index("esas")


@pytest.mark.parametrize(("age", "there"), [(4, False), (5, True), (17, True)])
def test_carole_house_is_for_staff_in_stoke_and_staffordshire_and_children_of_5_to_17(age: int, there: bool) -> None:
    for area in AREAS:
        for caller in CALLERS:
            found = roles_of(plan_contacts(area, caller, "red", Age.of(age), OFFICE))
            expected = there and area in ("stoke", "staffordshire") and caller in ("school", "helpline", "professional")
            assert ("nspcc_hsb_service" in found) is expected


@pytest.mark.parametrize(("age", "there"), [(6, False), (7, True), (13, True), (14, False)])
def test_be_safe_is_for_staff_in_south_gloucestershire_and_its_ages(age: int, there: bool) -> None:
    found = roles_of(plan_contacts("south_gloucestershire", "professional", "amber", Age.of(age), OFFICE))
    assert ("be_safe" in found) is there
    assert "be_safe" not in roles_of(plan_contacts("south_gloucestershire", "parent", "amber", Age.of(age), OFFICE))


def test_professionals_in_stoke_and_staffordshire_get_the_mash() -> None:
    for area in ("stoke", "staffordshire"):
        shown = plan_contacts(area, "professional", "red", Age.of(8), OFFICE)
        mash = next(one for one in shown if one.contact.role == "mash")
        assert (mash.contact.phone, mash.open_now) == ("101", True)


@pytest.mark.parametrize(("age", "shore"), [(None, True), (Age.of(12), False), (Age(12, 13), True), (Age.of(13), True)])
def test_a_child_gets_childline_first_and_shore_from_13(age: Age | None, shore: bool) -> None:
    found = roles_of(plan_contacts("stoke", "child", "red", age, NIGHT))
    assert found[0] == "childline"
    assert ("shore" in found) is shore
    assert "report_remove" in found
    assert found[-1] == "emergency_999"


def test_elsewhere_and_not_sure_are_the_same_and_lead_to_the_council_of_the_child() -> None:
    assert plan_contacts(None, "parent", "red", None, OFFICE) == plan_contacts(
        "elsewhere", "parent", "red", None, OFFICE
    )


def test_somebody_who_asks_for_another_council_gets_the_page_that_finds_it() -> None:
    for area in AREAS:
        found = contacts_for_roles(["council_elsewhere"], area, "parent", OFFICE)
        assert found[0].contact.url == "https://www.gov.uk/report-child-abuse-to-local-council"


def test_everything_that_may_be_shown_is_up_for_sign_off() -> None:
    assert {one.id for one in shown_contacts()} == {one.id for one in BOOK.live}
    assert "savana" not in {one.id for one in shown_contacts()}


def test_a_colour_that_is_not_known_yet_counts_as_amber() -> None:
    assert plan_contacts("stoke", "parent", None, None, OFFICE) == plan_contacts(
        "stoke", "parent", "amber", None, OFFICE
    )


@pytest.mark.parametrize(
    ("area", "caller", "colour", "says"),
    [
        ("wales", "parent", "red", "stoke"),
        ("stoke", "neighbour", "red", "neighbour"),
        ("stoke", "parent", "blue", "green"),
    ],
)
def test_a_word_that_is_not_one_is_refused(area: str, caller: str, colour: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        plan_contacts(area, caller, colour, None, OFFICE)


def test_an_unknown_role_is_refused() -> None:
    with pytest.raises(ValueError, match="'doctor' is not there"):
        contacts_for_roles(["doctor"], "stoke", "parent", OFFICE)


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        plan_contacts("stoke", "parent", "red", None, datetime(2026, 11, 21, 23, 10))
