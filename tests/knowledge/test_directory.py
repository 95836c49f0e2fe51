"""Whom to turn to: the right contacts in the right order, and somebody who answers, over the whole space."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.age import Age
from knowledge.case import AREAS
from knowledge.clock import LONDON, parse
from knowledge.contact_book import contact_book
from knowledge.contact_plan import COLOURS
from knowledge.contact_role import roles
from knowledge.contact_terms import Caller, Status
from knowledge.directory import contacts_for_roles, plan_contacts, shown_contacts
from knowledge.shown import Shown

BOOK = contact_book()
CALLERS = [caller.value for caller in Caller]
ADULTS = [caller for caller in CALLERS if caller != "child"]
OFFICE, NIGHT, HOLIDAY = parse("2026-11-19T10:00"), parse("2026-11-21T23:10"), parse("2026-12-25T11:00")

areas = st.sampled_from([*AREAS, None])
callers = st.sampled_from(CALLERS)
ages = st.none() | st.tuples(st.integers(0, 17), st.integers(0, 17)).map(lambda two: Age(min(two), max(two)))
moments = st.datetimes(datetime(2025, 1, 1), datetime(2034, 12, 31), timezones=st.just(LONDON))


def roles_of(shown: tuple[Shown, ...]) -> list[str]:
    return [one.contact.role for one in shown]


def must_hold(shown: tuple[Shown, ...], caller: str) -> None:
    """What is true of every list, for everybody, at every moment."""
    ids = [one.contact.id for one in shown]
    assert len(set(ids)) == len(ids)
    assert any(one.open_now for one in shown)
    assert any(one.open_now and one.contact.role in ("emergency_999", "police_101") for one in shown)
    assert ("childline" if caller == "child" else "nspcc_helpline") in roles_of(shown)
    assert roles()[shown[-1].contact.role].closes
    for one in (*shown, *(link for first in shown for link in first.then)):
        assert one.contact.status in (Status.CONFIRMED, Status.SOURCE_ONLY)
        assert one.contact.id != "savana"
        assert Caller(caller) in one.contact.audiences
        if caller in ("parent", "child"):
            assert not one.contact.referral_only


def hours_of_a_year() -> Iterator[datetime]:
    """One moment for each set of contacts that can be open together."""
    seen: set[frozenset[str]] = set()
    for half_hour in range(366 * 48):
        when = datetime(2026, 1, 1, tzinfo=LONDON) + timedelta(minutes=30 * half_hour)
        if (open_ids := BOOK.open_at(when)) not in seen:
            seen.add(open_ids)
            yield when


@given(areas, callers, st.sampled_from([*COLOURS, None]), ages, moments)
@settings(max_examples=500)
def test_every_plan_has_somebody_who_answers_and_nobody_whom_the_person_may_not_ring(
    area: str | None, caller: str, colour: str | None, age: Age | None, when: datetime
) -> None:
    must_hold(plan_contacts(area, caller, colour, age, when), caller)


@given(st.lists(st.sampled_from(sorted(roles())), max_size=8), areas, callers, ages, moments)
@settings(max_examples=500)
def test_every_routes_roles_do_too(
    wanted: list[str], area: str | None, caller: str, age: Age | None, when: datetime
) -> None:
    must_hold(contacts_for_roles(wanted, area, caller, when, age=age), caller)


def test_the_whole_space_of_plans_holds() -> None:
    """Every area, caller, colour and age in years, at one moment of each set of contacts that are open together."""
    cases = 0
    for when in hours_of_a_year():
        for area in AREAS:
            for caller in CALLERS:
                for colour in COLOURS:
                    for age in [None, *map(Age.of, range(18))]:
                        must_hold(plan_contacts(area, caller, colour, age, when), caller)
                        cases += 1
    assert cases > 10_000


def test_every_role_alone_gives_somebody_in_every_area_at_every_hour() -> None:
    for when in (OFFICE, NIGHT, HOLIDAY):
        for area in AREAS:
            for caller in CALLERS:
                for role in roles():
                    must_hold(contacts_for_roles([role], area, caller, when), caller)


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
