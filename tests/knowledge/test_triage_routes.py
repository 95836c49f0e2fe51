"""Rule 1 of the triage: routes first."""

from __future__ import annotations

import pytest

from knowledge.age import Age
from knowledge.case import Case
from knowledge.factor import Answer
from knowledge.library import library
from knowledge.triage import ADULT_ROUTE, EXPLOITATION_ROUTE, HEALTH_ROUTE, IMAGE_ROUTE, assess
from tests.knowledge.judged import NO, RED, UNKNOWN, YES, rules, told
from tests.knowledge.record import COLOURS
from tests.knowledge.test_behaviours import NUDE_IMAGE


@pytest.mark.parametrize("name", sorted(COLOURS))
def test_rule_1_an_adults_part_is_red_and_ends_the_triage_whatever_else_there_is(name: str) -> None:
    found = assess(told(name, 15, adult_involved=YES))
    assert (found.colour, found.ends_triage, found.provisional) == (RED, True, False)
    assert found.routes[0] == ADULT_ROUTE == "r.adult_abuser"
    assert found.reasons[0].rule == "adult"
    assert found.changes == ()


def test_rule_1_with_an_adult_the_age_need_not_be_known() -> None:
    assert not assess(told("peeping", None, adult_involved=YES)).provisional


@pytest.mark.parametrize("answer", [NO, UNKNOWN])
def test_rule_1_nothing_else_ends_the_triage(answer: Answer) -> None:
    found = assess(told("crush_on_adult", 15, coercion=NO, adult_involved=answer))
    assert not found.ends_triage and ADULT_ROUTE not in found.routes and "adult" not in rules(found)


@pytest.mark.parametrize("name", sorted(NUDE_IMAGE))
def test_rule_1_a_nude_picture_opens_the_image_route_at_every_age(name: str) -> None:
    assert all(assess(told(name, years)).routes[0] == IMAGE_ROUTE == "r.image_online" for years in range(18))


def test_rule_1_a_picture_beside_anything_opens_the_image_route() -> None:
    assert assess(told("kiss_hold_hands", 15, online=YES)).routes == (IMAGE_ROUTE,)
    assert assess(told("kiss_hold_hands", 15, online=NO)).routes == ()
    assert assess(told("kiss_hold_hands", 15)).routes == ()


@pytest.mark.parametrize("name", ["body_changes", "gender_sexuality_questions"])
def test_rule_1_a_picture_opens_the_image_route_even_beside_what_is_not_harmful(name: str) -> None:
    """Rule 4: any nude image of an under-18: the image route, at every colour."""
    assert IMAGE_ROUTE in assess(told(name, 12, online=YES)).routes


@pytest.mark.parametrize("name", ["risk_change", "sexual_exploitation"])
def test_rule_1_signs_of_exploitation_open_their_route(name: str) -> None:
    assert assess(told(name, 15)).routes == (EXPLOITATION_ROUTE,) == ("r.cse_cce",)


@pytest.mark.parametrize("name", ["genital_injury", "pregnancy_sti_worry", "pregnancy_sti_confirmed"])
def test_rule_1_health_worries_open_the_health_route(name: str) -> None:
    assert assess(told(name, 15)).routes == (HEALTH_ROUTE,) == ("r.health",)
    assert assess(told("body_image_worry", 15)).routes == ()


def test_rule_1_an_injury_opens_the_health_route() -> None:
    assert assess(told("self_touch_in_view", 7, injury=YES)).routes == (HEALTH_ROUTE,)


def test_rule_1_one_behaviour_of_several_is_enough_for_its_route() -> None:
    assert assess(Case(("peeping", "genital_injury"), Age.of(8))).routes == (HEALTH_ROUTE,)
    assert assess(Case(("peeping", "nude_own_shared"), Age.of(8))).routes == (IMAGE_ROUTE,)
    assert assess(Case(("peeping", "risk_change"), Age.of(8))).routes == (EXPLOITATION_ROUTE,)


def test_rule_1_several_routes_stand_in_the_order_of_their_urgency() -> None:
    case = told("risk_change", 15, adult_involved=YES, online=YES, injury=YES)
    assert assess(case).routes == (ADULT_ROUTE, IMAGE_ROUTE, EXPLOITATION_ROUTE, HEALTH_ROUTE)


@pytest.mark.parametrize("name", ["r.adult_abuser", "r.image_online", "r.cse_cce", "r.health"])
def test_rule_1_every_route_that_an_answer_names_exists(name: str) -> None:
    assert name in library().routes
