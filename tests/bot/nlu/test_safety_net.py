"""The safety net by its rules alone: plain words open their route, near misses stay quiet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.route_rules import rules
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
def test_no_text_upsets_the_rules_and_scores_are_shares(text: str) -> None:
    assert all(name.startswith("r.") and 0 <= score <= 1 for name, score in rules().fire(text).items())
