"""The routes of the safety net: complete, in a clear order of urgency, short, and with somebody to turn to."""

from __future__ import annotations

import re

import pytest

from knowledge.contact_role import known_role
from knowledge.library import library
from knowledge.provenance import Certainty
from knowledge.route import Grade, Route
from knowledge.words import Audience

SLUGS = {
    "r.immediate_danger",
    "r.recent_assault",
    "r.adult_abuser",
    "r.grooming_online",
    "r.sextortion",
    "r.child_self_disclosure",
    "r.young_self_worry",
    "r.child_under13_self_worry",
    "r.adult_own_thoughts",
    "r.partner_worry",
    "r.suicide_selfharm",
    "r.image_online",
    "r.fgm",
    "r.forced_marriage_hba",
    "r.cse_cce",
    "r.domestic_abuse",
    "r.non_sexual",
    "r.health",
    "r.allegation_staff",
    "r.staff_procedure",
    "r.adult_survivor",
    "r.mandatory_reporting_q",
    "r.legal_advice",
    "r.complaint_school",
    "r.media_research",
    "r.sexual_request",
    "r.test_abuse_of_bot",
    "r.off_area",
    "r.non_english",
    "r.learning_disabled_18_25",
    "r.data_request",
}  # the table of domain.md 7
STOPS = {
    "r.immediate_danger",
    "r.recent_assault",
    "r.adult_abuser",
    "r.allegation_staff",
    "r.child_self_disclosure",
    "r.young_self_worry",
    "r.child_under13_self_worry",
    "r.adult_own_thoughts",
    "r.suicide_selfharm",
    "r.sextortion",
    "r.fgm",
    "r.forced_marriage_hba",
    "r.sexual_request",
    "r.learning_disabled_18_25",  # not urgent, but about an adult: no colour applies
}
ROUTES = sorted(library().routes.values(), key=lambda route: route.id)


def lines(route: Route, audience: Audience) -> list[str]:
    return [words for says in route.says if (words := says.to(audience))]


def test_every_route_of_the_table_is_there() -> None:
    assert set(library().routes) == SLUGS


def test_what_cannot_wait_or_has_no_colour_stops_the_conversation() -> None:
    assert {route.id for route in ROUTES if route.grade is Grade.STOP} == STOPS


def test_no_two_routes_are_equally_urgent_and_danger_now_is_the_first() -> None:
    order = sorted(ROUTES, key=lambda route: route.priority)
    assert [route.priority for route in order] == list(range(1, len(ROUTES) + 1))
    assert order[0].id == "r.immediate_danger"


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.id)
def test_everybody_gets_two_to_five_short_lines(route: Route) -> None:
    for audience in Audience:
        found = lines(route, audience)
        assert 2 <= len(found) <= 5, (audience, found)
        assert all(len(line) <= 160 for line in found), (audience, [line for line in found if len(line) > 160])


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.id)
def test_there_is_somebody_to_turn_to_and_no_number_stands_in_the_words(route: Route) -> None:
    assert all(known_role(role) for role in route.contacts)
    for audience in Audience:
        words = " ".join(lines(route, audience))
        assert not set(re.findall(r"\b\d{3,}\b", words)) - {"999", "101", "111", "2026"}, words


def test_a_child_who_writes_hears_the_same_kind_words_whatever_audience_was_chosen() -> None:
    for slug in ("r.child_self_disclosure", "r.child_under13_self_worry", "r.young_self_worry"):
        route = library().routes[slug]
        assert len({tuple(lines(route, audience)) for audience in Audience}) == 1
        assert "childline" in route.contacts


def test_the_advice_for_the_first_hours_is_marked_as_not_yet_verified() -> None:
    assert library().routes["r.recent_assault"].certainty is Certainty.UNVERIFIED


def test_the_routes_about_an_adult_or_a_refused_request_do_not_go_on_to_triage() -> None:
    for slug in ("r.adult_abuser", "r.adult_own_thoughts", "r.sexual_request"):
        assert not library().routes[slug].may_continue
