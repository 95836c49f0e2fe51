"""The safety net by its rules alone: plain words open their route, near misses stay quiet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.route_rules import LIKELY, SURE, rules
from bot.nlu.safety_net import URGENT, fire

CALM = {"behaviour": 1.0}
AFRAID = {"behaviour": 0.5, "route.immediate_danger": 0.5}


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("he is hurting her right now", "r.immediate_danger"),
        ("her stepdad touches her at night", "r.adult_abuser"),
        ("i want to kill myself", "r.suicide_selfharm"),
        ("im 10 and i did something rude to my little sister, am i a bad person", "r.child_under13_self_worry"),
    ],
)
def test_plain_words_open_their_route(text: str, route: str) -> None:
    assert route in dict(fire(text, AFRAID))


@pytest.mark.parametrize(
    "text",
    [
        "it's killing me not knowing what to say",
        "my son is 8 and he looked under the toilet door",
        "his teacher told me about it yesterday",
        "she kissed a boy at the disco",
    ],
)
def test_near_misses_and_ordinary_worries_stay_quiet(text: str) -> None:
    assert not set(dict(fire(text, CALM))) & URGENT


def test_the_ranking_alone_fires_when_it_hears_a_good_deal_of_danger() -> None:
    assert fire("words that no rule knows", {"route.sextortion": 0.6, "behaviour": 0.4})[0][0] == "r.sextortion"
    assert not fire("words that no rule knows", {"route.sextortion": 0.3, "behaviour": 0.7})


@given(st.text(max_size=2000))
def test_no_text_upsets_the_rules_and_each_route_has_a_grade(text: str) -> None:
    assert all(name.startswith("r.") and grade in (SURE, LIKELY) for name, grade in rules().fire(text).routes.items())


def test_a_sure_rule_fires_alone_and_a_likely_one_only_when_some_danger_is_heard() -> None:
    sure, likely = "i want to kill myself", "her stepdad touches her at night"
    assert rules().fire(sure).routes["r.suicide_selfharm"] == SURE
    assert rules().fire(likely).routes["r.adult_abuser"] == LIKELY
    assert "r.suicide_selfharm" in dict(fire(sure, CALM))
    assert "r.adult_abuser" not in dict(fire(likely, CALM)) and "r.adult_abuser" in dict(fire(likely, AFRAID))


@pytest.mark.parametrize(
    "text",
    [
        "I'm hiding, he's chasing me",
        "i'm hiding he is chasing me",
        "IM HIDING HES CHASING ME",
        "im hiding hes chasing meee",
    ],
)
def test_case_points_and_short_forms_do_not_matter(text: str) -> None:
    assert "r.immediate_danger" in rules().fire(text).routes


def test_a_rule_that_is_taken_back_does_not_fire() -> None:
    assert "r.adult_abuser" in rules().fire("my uncle touched my daughter").routes
    assert "r.adult_abuser" not in rules().fire("it was not my uncle").routes


def test_every_rule_can_be_met_through_the_index() -> None:
    every = rules()
    reachable = {number for numbers in every._index.values() for number in numbers}
    assert reachable == set(range(len(every._patterns)))


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("I am sixteen and it frightens me", "r.young_self_worry"),
        ("I am forty and it frightens me", "r.adult_own_thoughts"),
    ],
)
def test_nobody_who_says_they_are_under_18_is_answered_as_a_grown_up(text: str, route: str) -> None:
    assert fire(text, {"route.adult_own_thoughts": 0.5, "route.young_self_worry": 0.4})[0][0] == route
