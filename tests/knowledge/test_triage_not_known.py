"""Rules 5 and 7 of the triage: not knowing is never green, and every answer says what would change it."""

from __future__ import annotations

import pytest

from knowledge.age import Age
from knowledge.assessment import Change
from knowledge.case import Case
from knowledge.library import library
from knowledge.triage import assess
from tests.knowledge.judged import AMBER, FINE, GREEN, NO, NOTHING_ELSE, RED, UNKNOWN, colour, rules, told


@pytest.mark.parametrize("open_question", ["coercion", "distress_other", "age_gap"])
@pytest.mark.parametrize("name", ["curious_bodies", "touch_child_private_parts", "body_role_play", "kiss_hold_hands"])
def test_rule_5_one_open_question_is_amber_at_least_and_says_which(name: str, open_question: str) -> None:
    known = {slug: answer for slug, answer in NOTHING_ELSE.items() if slug != open_question}
    found = assess(told(name, 4, **known))
    assert (found.colour, found.provisional, found.unknowns[0]) == (AMBER, True, open_question)
    reason = next(reason.text for reason in found.reasons if reason.rule == "consent_unknown")
    assert library().factors[open_question].if_present in reason
    assert colour(told(name, 4, **NOTHING_ELSE)) is GREEN


def test_rule_5_it_says_so_of_an_amber_answer_too() -> None:
    found = assess(told("peeping", 7))
    assert found.colour is AMBER and found.provisional and "consent_unknown" in rules(found)
    known = assess(told("peeping", 7, **FINE))
    assert known.colour is AMBER and not known.provisional and "consent_unknown" not in rules(known)


def test_rule_5_a_red_answer_waits_for_nothing() -> None:
    found = assess(told("forced_sexual_activity", 15))
    assert not found.provisional and "consent_unknown" not in rules(found)


def test_rule_5_is_silent_where_nobody_else_is_involved() -> None:
    for name in ("self_touch_private", "swear_slang_body_words", "chat_online_peers", "privacy_wanted"):
        found = assess(told(name, 8))
        assert (found.colour, found.provisional) == (GREEN, False), name


def test_rule_5_the_two_ages_answer_the_question_of_the_gap() -> None:
    assert colour(told("kiss_hold_hands", 12, 12, coercion=NO, distress_other=NO)) is GREEN
    assert colour(told("kiss_hold_hands", 12, None, coercion=NO, distress_other=NO)) is AMBER


def test_rule_7_changes_name_what_would_raise_the_colour_the_most_important_first() -> None:
    found = assess(told("self_touch_in_view", 4, **{**NOTHING_ELSE, "injury": UNKNOWN, "frequency": UNKNOWN}))
    assert found.colour is GREEN
    assert found.changes == (Change("injury", RED), Change("frequency", AMBER))
    assert found.unknowns == ("injury", "frequency")


def test_rule_7_what_would_not_raise_it_is_not_named() -> None:
    """Silence has made it amber already; one moderate factor would not make it more."""
    found = assess(told("crush_on_adult", 4, **{**NOTHING_ELSE, "coercion": UNKNOWN, "preoccupation": UNKNOWN}))
    assert found.colour is AMBER
    assert found.changes == (Change("coercion", RED),)
    assert found.unknowns == ("coercion",)


def test_rule_7_nothing_can_change_a_red_answer() -> None:
    assert assess(told("act_out_sex", 4)).changes == ()


def test_rule_7_what_only_the_law_would_raise_is_named_too() -> None:
    known = {**NOTHING_ELSE, "sibling": UNKNOWN, "online": UNKNOWN}
    assert Change("sibling", RED) in assess(told("sexual_intercourse_oral", 16, **known)).changes
    assert Change("online", AMBER) in assess(told("sexual_intercourse_oral", 16, **known)).changes
    assert Change("online", RED) in assess(told("chat_online_peers", 12)).changes
    assert Change("sibling", AMBER) in assess(told("touch_child_private_parts", 4, **known)).changes


def test_rule_7_an_adults_part_would_always_make_it_red() -> None:
    assert Change("adult_involved", RED) in assess(told("privacy_wanted", 9)).changes


def test_rule_7_several_behaviours_add_up_their_open_questions_once() -> None:
    found = assess(Case(("curious_bodies", "kiss_hold_hands"), Age.of(7)))
    assert found.unknowns[:3] == ("coercion", "distress_other", "age_gap")
    assert len(set(found.unknowns)) == len(found.unknowns)
