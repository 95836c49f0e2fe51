"""The safety net: what opens when this is heard and that was met, and its rules alone."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.nlu import facts
from bot.nlu.ranker import Ranking
from bot.nlu.route_head import URGENT
from bot.nlu.route_odds import Dangers
from bot.nlu.route_rules import LIKELY, SURE, Opened, rules
from bot.nlu.safety_net import (
    ALSO_FROM,
    BEHAVIOUR_FROM,
    CALM_FROM,
    DONE_TO_FROM,
    FEW_WORDS_FROM,
    HEARD_ALONE,
    HEARD_TOO,
    LIKELY_FROM,
    MAYBE_BEHAVIOUR,
    MAYBE_ELSE,
    SURE_FROM,
    SURELY_BEHAVIOUR,
    UNMET_FROM,
    fire,
)


def opened(
    likely_any: float = 0.0,
    each: dict[str, float] | None = None,
    met: Opened | None = None,
    kinds: dict[str, float] | None = None,
    done_to_writer: float = 0.0,
) -> dict[str, float]:
    dangers = Dangers(likely_any, each or {}, done_to_writer)
    return dict(fire(Ranking(kinds or {}, (), (), 1.0, dangers, met or Opened())))


def test_the_likeliest_urgent_route_opens_when_some_urgent_route_is_meant() -> None:
    each = {"r.sextortion": 0.2, "r.image_online": 0.3}
    assert opened(UNMET_FROM, each) == {"r.image_online": UNMET_FROM}
    assert opened(UNMET_FROM - 0.01, each) == {}


@pytest.mark.parametrize(
    ("met", "kinds", "enough"),
    [
        (Opened({}, few_words=True), {}, FEW_WORDS_FROM),
        (Opened({}, few_words=True), {"topic": MAYBE_ELSE}, CALM_FROM),
        (None, {"behaviour": MAYBE_BEHAVIOUR}, CALM_FROM),
        (None, {"topic": MAYBE_ELSE}, CALM_FROM),
        (None, {"route.legal_advice": MAYBE_ELSE}, CALM_FROM),
        (None, {"behaviour": SURELY_BEHAVIOUR}, BEHAVIOUR_FROM),
        (Opened({}, few_words=True), {"behaviour": SURELY_BEHAVIOUR}, BEHAVIOUR_FROM),
        (None, {"route.image_online": SURELY_BEHAVIOUR}, UNMET_FROM),
    ],
)
def test_what_no_rule_met_must_be_heard_better_when_it_is_brief_or_may_be_something_else(
    met: Opened | None, kinds: dict[str, float], enough: float
) -> None:
    each = {"r.image_online": 0.3}
    assert "r.image_online" in opened(enough, each, met, kinds)
    if enough > UNMET_FROM:
        assert "r.image_online" not in opened(enough - 0.01, each, met, kinds)


@pytest.mark.parametrize(
    ("grade", "child_writes", "enough"),
    [(SURE, False, SURE_FROM), (LIKELY, False, LIKELY_FROM), (SURE, True, SURE_FROM), (LIKELY, True, SURE_FROM)],
)
def test_a_rule_of_the_likeliest_route_is_a_second_witness_and_one_of_another_route_is_none(
    grade: str, child_writes: bool, enough: float
) -> None:
    each, calm = {"r.image_online": 0.15}, {"behaviour": SURELY_BEHAVIOUR}
    met, beside = (
        Opened({route: grade}, child_writes=child_writes, few_words=True) for route in ("r.image_online", "r.fgm")
    )
    assert opened(enough, each, met, calm) == {"r.image_online": enough}
    assert opened(enough - 0.01, each, met, calm) == {}
    assert opened(enough, each, beside, calm) == {}


def test_a_second_urgent_route_opens_beside_it_only_when_it_is_as_good_as_said() -> None:
    said, faint = {"r.sextortion": ALSO_FROM, "r.image_online": 0.9}, {"r.sextortion": 0.4, "r.image_online": 0.9}
    assert list(opened(0.9, said)) == ["r.image_online", "r.sextortion"]
    assert list(opened(0.9, faint)) == ["r.image_online"]


def test_a_rule_alone_never_opens_an_urgent_route_past_what_it_was_found_to_be_worth() -> None:
    assert opened(0.1, {"r.fgm": 0.1}, Opened({"r.fgm": SURE})) == {}


def test_that_somebody_may_end_their_life_counts_by_itself_whatever_else_the_message_is_about() -> None:
    met, calm = Opened({"r.suicide_selfharm": LIKELY}), {"behaviour": 0.9}
    assert list(opened(0.1, {"r.suicide_selfharm": LIKELY_FROM}, met, calm)) == ["r.suicide_selfharm"]
    assert opened(0.1, {"r.suicide_selfharm": LIKELY_FROM - 0.01}, met, calm) == {}
    assert opened(0.1, {"r.fgm": 0.9}, Opened({"r.fgm": LIKELY}), calm) == {}
    likelier = {"r.child_self_disclosure": 0.5, "r.suicide_selfharm": UNMET_FROM}
    assert opened(0.1, likelier, done_to_writer=1.0).keys() == likelier.keys()
    assert list(opened(0.9, likelier, done_to_writer=1.0)) == ["r.child_self_disclosure"]


def test_nobody_who_says_they_are_under_18_is_answered_as_a_grown_up() -> None:
    each = {"r.adult_own_thoughts": 0.5, "r.young_self_worry": 0.4}
    assert list(opened(0.9, each, Opened({}, child_writes=True))) == ["r.young_self_worry"]
    assert list(opened(0.9, each)) == ["r.adult_own_thoughts"]


def test_a_child_who_was_harmed_is_believed_even_where_their_age_sounds_like_another_route() -> None:
    each = {"r.child_under13_self_worry": 0.8, "r.child_self_disclosure": 0.3}
    assert list(opened(0.9, each, done_to_writer=DONE_TO_FROM)) == ["r.child_self_disclosure"]
    assert list(opened(0.9, each, done_to_writer=DONE_TO_FROM - 0.01)) == ["r.child_under13_self_worry"]
    assert list(opened(0.9, {"r.child_self_disclosure": 0.9}, done_to_writer=0.1)) == ["r.young_self_worry"]


def test_a_route_that_only_shows_the_way_opens_by_a_sure_rule_a_likely_one_that_is_heard_too_or_by_ear_alone() -> None:
    heard = "route.legal_advice"
    assert "r.legal_advice" in opened(met=Opened({"r.legal_advice": SURE}))
    assert "r.legal_advice" not in opened(met=Opened({"r.legal_advice": LIKELY}))
    assert "r.legal_advice" in opened(met=Opened({"r.legal_advice": LIKELY}), kinds={heard: HEARD_TOO})
    assert "r.legal_advice" in opened(kinds={heard: HEARD_ALONE})
    assert "r.legal_advice" not in opened(kinds={heard: HEARD_ALONE - 0.01})


def test_how_likely_a_single_kind_is_opens_no_urgent_route() -> None:
    assert opened(kinds={"route.sextortion": 1.0}) == {}


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("he is hurting her right now", "r.immediate_danger"),
        ("her stepdad touches her at night", "r.adult_abuser"),
        ("im 10 and i did something rude to my little sister, am i a bad person", "r.child_under13_self_worry"),
        ("i want to see the lawyer about bail", "r.legal_advice"),
    ],
)
def test_a_rule_meets_plain_words(text: str, route: str) -> None:
    assert route in rules().fire(text).routes


@given(st.text(max_size=2000))
def test_no_text_upsets_the_rules_and_each_route_has_a_grade(text: str) -> None:
    assert all(name.startswith("r.") and grade in (SURE, LIKELY) for name, grade in rules().fire(text).routes.items())


# What short forms, numbers and signs leave when letters are lost between them.
PIECES = [
    "n't", "n\N{RIGHT SINGLE QUOTATION MARK}t", "'", "''", "'s", "'t", "'re", "d'", "isn'", "#", "#1", "...", "?", '"', "”", "½", "²", "٣", "y",
    "yo", "5", "2.5", "thirty", "four", "nearly", "he", "is", "got", "@", "/", "_", "\x00", "\u200b", "ß", "e\u0301", "\ud83d", "zzzz",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=9), st.sampled_from(["", " ", ", "]))
@example(["it", "n't", "stopping"], " ")
def test_no_pieces_of_words_upset_the_rules_or_the_facts(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    assert isinstance(rules().fire(text), Opened)
    assert facts.find(text).identifying is not None


@pytest.mark.parametrize(
    "text",
    [
        "I'm hiding, he's hurting me right now",
        "i'm hiding he is hurting me right now",
        "IM HIDING HES HURTING ME RIGHT NOW",
        "im hiding hes hurting meee right now",
    ],
)
def test_case_points_and_short_forms_do_not_matter(text: str) -> None:
    assert "r.immediate_danger" in rules().fire(text).routes


def test_a_rule_that_is_taken_back_is_not_met() -> None:
    assert "r.adult_abuser" in rules().fire("my uncle touched my daughter").routes
    assert "r.adult_abuser" not in rules().fire("it was not my uncle").routes


def test_whoever_says_that_they_are_a_child_is_taken_for_one_and_a_grown_up_is_not() -> None:
    assert rules().fire("i am 12 and he touches me").child_writes
    assert not rules().fire("i am 42 and he is 12").child_writes


def test_every_rule_can_be_met_through_the_index() -> None:
    every = rules()
    reachable = {number for numbers in every._index.values() for number in numbers}
    assert reachable == set(range(len(every._patterns)))


def test_the_rules_know_every_urgent_route_but_need_not_know_it_alone() -> None:
    known = {route["route"] for route in rules()._routes}
    assert known >= URGENT


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("they want to marry her off", SURE),
        ("my uncle is marrying me off to his friend", SURE),
        ("she says that she will marry mummy when she is big", None),
        ("he wants to marry his teacher and they will have a cake", None),
    ],
)
def test_married_off_is_no_childs_plan_to_marry(text: str, grade: str | None) -> None:
    assert rules().fire(text).routes.get("r.forced_marriage_hba") == grade


@pytest.mark.parametrize(
    "told",
    [
        "my little lad is 6 and he pulled his cousins knickers down at nans, shes 4",
        "my 6 year old pulled his cousin's pants down at grandma's house",
        "my boy 7 was touching his little cousin at my nan's house, i feel sick",
        "my daughter of 5 asked her cousin to show his willy at grandads",
    ],
)
def test_whose_home_it_was_in_is_not_who_did_it(told: str) -> None:
    assert "r.adult_abuser" not in rules().fire(told).routes


@pytest.mark.parametrize(
    "told",
    [
        "when she is at her grandads he puts his hand in her knickers",
        "at my grandad's he puts his hand in her knickers and she is 6",
        "she said grandad touched her down there at grandad's house",
        "my daughter is 7. at my uncle's, and he makes her touch his penis",
        "he touched her privates at her dads on saturday, she's 5",
        "my daughter said he touches her bottom at grandads",
        "my daughter disclosed to her friend that he touches her bottom at her grandad's house",
    ],
)
def test_a_host_who_goes_on_in_the_next_words_is_still_heard(told: str) -> None:
    assert "r.adult_abuser" in rules().fire(told).routes
