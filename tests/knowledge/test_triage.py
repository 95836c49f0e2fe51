"""The rules of the triage as sentences: what a case must be, the base colour, factors and roles. Whole situations are in vignettes.yml."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from knowledge.age import Age
from knowledge.assessment import Continuum
from knowledge.case import AREAS, Case, Role
from knowledge.colour import Colour
from knowledge.factor import Answer
from knowledge.triage import assess
from knowledge.words import Audience
from tests.knowledge.judged import AMBER, FINE, GREEN, NOTHING_ELSE, RED, YES, colour, rules, told
from tests.knowledge.record import COLOURS


def test_a_case_without_a_behaviour_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one behaviour"):
        assess(Case())


def test_a_behaviour_that_is_not_in_the_table_is_refused() -> None:
    with pytest.raises(KeyError, match="made_up"):
        assess(told("made_up", 8))


@pytest.mark.parametrize("answer", list(Answer))
def test_a_factor_that_does_not_exist_is_refused_and_never_passes_in_silence(answer: Answer) -> None:
    with pytest.raises(KeyError, match="made_up"):
        assess(told("peeping", 8, made_up=answer))


def test_the_answer_names_the_behaviours_and_the_age_it_was_given() -> None:
    case = Case(("peeping", "nakedness"), Age.of(8))
    assert (assess(case).behaviours, assess(case).age) == (("peeping", "nakedness"), Age.of(8))
    assert assess(told("peeping", None)).age is None


def test_rule_2_the_most_cautious_of_several_behaviours() -> None:
    names = ("swear_slang_body_words", "self_touch_in_view", "act_out_sex")
    for order in permutations(names):
        assert colour(Case(order, Age.of(7))) is RED
    for order in permutations(names[:2]):
        assert colour(Case(order, Age.of(7))) is AMBER


def test_rule_2_the_colour_comes_before_the_step_of_the_continuum() -> None:
    """A worry without a step can still be the more cautious of the two."""
    for names in permutations(("risk_change", "kiss_hold_hands")):
        found = assess(Case(names, Age.of(15), FINE))
        assert (found.colour, found.continuum) == (AMBER, Continuum.NORMAL)


def test_rule_6_of_several_behaviours_the_furthest_step_counts() -> None:
    for names in permutations(("self_touch_in_view", "peeping", "swear_slang_body_words")):
        assert assess(Case(names, Age.of(8), FINE)).continuum is Continuum.PROBLEMATIC


@pytest.mark.parametrize(("name", "years"), [("self_touch_in_view", 5), ("curious_bodies", 9), ("nude_own_shared", 13)])
def test_rule_2_at_5_9_and_13_the_more_cautious_band_and_it_says_so(name: str, years: int) -> None:
    found, before, after = (assess(told(name, age, **FINE)) for age in (years, years - 1, years + 1))
    assert found.colour is max(one.colour for one in (before, after) if one.colour)
    assert before.colour is not after.colour
    assert "overlap" in rules(found)
    assert "overlap" not in rules(before) | rules(after)


def test_rule_2_where_both_bands_agree_there_is_nothing_to_say() -> None:
    assert "overlap" not in rules(assess(told("self_touch_private", 5)))


@pytest.mark.parametrize(
    ("years", "working_at", "expected"), [(15, 7, RED), (12, 15, AMBER), (15, 12, AMBER), (16, 15, GREEN)]
)
def test_rule_2_with_two_ages_the_more_cautious_counts(years: int, working_at: int, expected: Colour) -> None:
    found = assess(replace(told("porn_searching", years), developmental_age=Age.of(working_at)))
    assert found.colour is expected
    assert "developmental_age" in rules(found)


@pytest.mark.parametrize("send", list(Answer))
def test_rule_2_special_needs_by_themselves_change_no_colour(send: Answer) -> None:
    case = told("porn_searching", 15)
    assert assess(replace(case, send=send)) == assess(case)


@pytest.mark.parametrize("name", sorted(COLOURS))
def test_rule_2_an_age_that_nobody_knows_counts_as_the_most_cautious_one(name: str) -> None:
    of_each = [colour(told(name, years, **FINE)) for years in range(18)]
    found = assess(told(name, None, **FINE))
    most_cautious = max((one for one in of_each if one), default=None)
    assert found.colour is (max(most_cautious, Colour.AMBER) if most_cautious else None)  # and silence is never green
    if found.colour:
        assert found.provisional and found.reasons[0].rule == "age_unknown"


def test_rule_3_a_no_lowers_nothing() -> None:
    for name in COLOURS:
        for years in (3, 7, 11, 15):
            known, unknown = colour(told(name, years, **NOTHING_ELSE)), colour(told(name, years))
            assert (known or 0) <= (unknown or 0)
            if known is RED:
                assert unknown is RED


def test_rule_3_a_strong_factor_of_another_behaviour_counts_only_where_it_is_relevant() -> None:
    case = Case(("swear_slang_body_words", "nakedness"), Age.of(7), {"coercion": YES})
    assert colour(case) is RED
    assert colour(told("swear_slang_body_words", 7, coercion=YES)) is GREEN


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("name", sorted(COLOURS))
def test_rule_8_the_role_changes_no_colour(name: str, role: Role) -> None:
    """The age is that of the child whose behaviour it was, whoever writes."""
    for years in (4, 8, 12, 15):
        case = told(name, years)
        assert assess(replace(case, role=role)) == assess(case)


@pytest.mark.parametrize("audience", list(Audience))
def test_who_asks_and_from_where_changes_no_colour(audience: Audience) -> None:
    case = told("peeping", 8)
    assert all(assess(replace(case, audience=audience, area=area)) == assess(case) for area in AREAS)
