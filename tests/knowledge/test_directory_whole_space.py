"""Somebody who answers, and nobody whom the person may not ring, over the whole space."""

from __future__ import annotations

from datetime import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.age import Age
from knowledge.case import AREAS
from knowledge.clock import LONDON
from knowledge.contact_plan import COLOURS
from knowledge.contact_role import roles
from knowledge.contact_terms import Caller, Status
from knowledge.directory import contacts_for_roles, plan_contacts
from knowledge.shown import Shown
from tests.knowledge.ringing import CALLERS, HOLIDAY, NIGHT, OFFICE, hours_of_a_year, roles_of

areas = st.sampled_from([*AREAS, None])
callers = st.sampled_from(CALLERS)
ages = st.none() | st.tuples(st.integers(0, 17), st.integers(0, 17)).map(lambda two: Age(min(two), max(two)))
moments = st.datetimes(datetime(2025, 1, 1), datetime(2034, 12, 31), timezones=st.just(LONDON))


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
