"""What the scenarios together have to cover."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import pytest

from knowledge import clock
from knowledge.age import Age, Band
from knowledge.case import AREAS
from knowledge.library import library
from knowledge.opening_hours import is_bank_holiday
from knowledge.route import Grade
from knowledge.words import Audience
from tests.scenarios.expected import COLOURS, AssessmentExpected
from tests.scenarios.scenario import EVENTS, FOLDER, Scenario, files, load

MOST_URGENT = (
    "r.immediate_danger",
    "r.recent_assault",
    "r.adult_abuser",
    "r.sextortion",
    "r.suicide_selfharm",
    "r.child_self_disclosure",
)


@cache
def scenarios() -> dict[str, Scenario]:
    """Every scenario by its place."""
    return {file.relative_to(FOLDER).with_suffix("").as_posix(): load(file) for file in files()}


def assessments() -> Iterable[AssessmentExpected]:
    """Every assessment that is expected."""
    for scenario in scenarios().values():
        yield from (step.expect.assessment for step in scenario.steps if step.expect.assessment)


def routed(scenario: Scenario) -> set[str]:
    """The routes that a scenario expects."""
    return {route for step in scenario.steps for route in step.expect.route}


def test_no_scenario_lies_outside_the_events() -> None:
    assert set(FOLDER.rglob("*.yml")) == set(files())
    assert all(any(place.startswith(f"{event}/") for place in scenarios()) for event in EVENTS)


def test_there_are_at_least_150_of_them_and_no_two_have_the_same_name() -> None:
    names = [scenario.name for scenario in scenarios().values()]
    assert len(names) >= 150
    assert len(names) == len(set(names))


def test_every_audience_every_area_and_both_roles_are_among_them() -> None:
    assert {scenario.audience for scenario in scenarios().values()} == {None, *Audience}
    assert {scenario.area for scenario in scenarios().values()} == {None, *AREAS}
    roles = {(step.answers or {}).get("role") for scenario in scenarios().values() for step in scenario.steps}
    assert {"displayed", "affected", "both", "unknown"} <= roles


@pytest.mark.parametrize("band", Band)
@pytest.mark.parametrize("colour", ["green", "amber", "red"])
def test_every_colour_is_reached_in_every_age_band(band: Band, colour: str) -> None:
    ages = [one.age for one in assessments() if one.colour == colour and one.age not in (None, "unknown")]
    spans = [Age(int(low), int(high or low)) for low, _, high in ((age or "").partition("-") for age in ages)]
    assert any(band in span.bands for span in spans)


def test_every_colour_and_none_is_expected_somewhere() -> None:
    assert {one.colour for one in assessments()} >= set(COLOURS)


def test_every_route_that_stops_the_triage_is_expected_somewhere() -> None:
    stopping = {route.id for route in library().routes.values() if route.grade is Grade.STOP}
    assert stopping <= {route for scenario in scenarios().values() for route in routed(scenario)}


@pytest.mark.parametrize("route", MOST_URGENT)
def test_the_most_urgent_routes_are_met_in_the_first_message_in_the_middle_and_after_the_result(route: str) -> None:
    first = middle = after = False
    for scenario in scenarios().values():
        results = [number for number, step in enumerate(scenario.steps) if step.until == "result"]
        for number, step in enumerate(scenario.steps):
            if route in step.expect.route:
                first |= number == 0
                middle |= number > 0 and not any(result < number for result in results)
                after |= any(result < number for result in results)
    assert (first, middle, after) == (True, True, True)


def test_nights_weekends_and_bank_holidays_are_among_them() -> None:
    moments = [clock.parse(scenario.at) for scenario in scenarios().values()]
    assert any(moment.hour < 8 or moment.hour >= 20 for moment in moments)
    assert any(moment.weekday() >= 5 for moment in moments)
    assert sum(is_bank_holiday(moment.date()) for moment in moments) >= 2


def test_at_least_forty_behaviours_are_confirmed_by_somebody() -> None:
    named = {
        value
        for scenario in scenarios().values()
        for step in scenario.steps
        for value in (step.choose, (step.answers or {}).get("behaviour"))
        if value in library().behaviours
    }
    assert len(named) >= 40
