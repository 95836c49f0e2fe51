"""The step of the continuum comes from markers and never from the colour (rule 6)."""

from __future__ import annotations

import pytest

from knowledge.age import UNKNOWN_AGE, Age
from knowledge.assessment import Continuum
from knowledge.colour import Colour
from knowledge.continuum import STOPS_AT_PROBLEMATIC_TO, step
from knowledge.library import library
from tests.knowledge.test_behaviours import NO_STEP_OF_THE_CONTINUUM

GREEN, AMBER, RED = Colour.GREEN, Colour.AMBER, Colour.RED
NORMAL, INAPPROPRIATE, PROBLEMATIC, ABUSIVE, VIOLENT = Continuum
TEEN, CHILD = Age.of(14), Age.of(8)


def stepped(name: str, base: Colour, *present: str, age: Age = TEEN, unknown: tuple[str, ...] = ()) -> Continuum | None:
    return step(library().behaviours[name], base, age, frozenset(present), frozenset(unknown))[0]


def test_the_five_steps_are_in_order() -> None:
    assert [one.slug for one in Continuum] == ["normal", "inappropriate", "problematic", "abusive", "violent"]
    assert [one.value for one in Continuum] == sorted(one.value for one in Continuum)


@pytest.mark.parametrize("name", sorted(NO_STEP_OF_THE_CONTINUUM))
def test_worries_and_information_have_no_step(name: str) -> None:
    for base in Colour:
        for present in ((), ("coercion", "injury")):
            assert step(library().behaviours[name], base, CHILD, frozenset(present), frozenset()) == (None, False)
            assert step(library().behaviours[name], base, TEEN, frozenset(present), frozenset()) == (None, False)


def test_every_other_behaviour_has_one() -> None:
    for name in set(library().behaviours) - NO_STEP_OF_THE_CONTINUUM:
        assert stepped(name, AMBER) is not None


@pytest.mark.parametrize(
    ("name", "base", "present", "expected"),
    [
        # normal and inappropriate: mutual, nothing added
        ("kiss_hold_hands", GREEN, (), NORMAL),
        ("self_touch_private", GREEN, (), NORMAL),
        ("self_touch_in_view", AMBER, (), INAPPROPRIATE),
        ("mooning_flashing", AMBER, (), INAPPROPRIATE),
        ("touch_child_private_parts", AMBER, (), INAPPROPRIATE),
        # problematic: unusual for the age, not mutual, compulsive, or anything that raises concern
        ("porn_searching", RED, (), PROBLEMATIC),
        ("act_out_sex", RED, (), PROBLEMATIC),
        ("peeping", AMBER, (), PROBLEMATIC),
        ("sexual_bullying", GREEN, (), PROBLEMATIC),
        ("self_touch_compulsive", AMBER, (), PROBLEMATIC),
        ("sexual_preoccupation", GREEN, (), PROBLEMATIC),
        ("self_touch_in_view", GREEN, ("frequency",), PROBLEMATIC),
        ("kiss_hold_hands", GREEN, ("secrecy",), PROBLEMATIC),
        ("sexual_talk_to_younger", RED, (), PROBLEMATIC),  # no contact: a gap in words is not misuse of power
        ("curious_bodies", GREEN, ("age_gap",), PROBLEMATIC),
        ("curious_bodies", GREEN, ("power",), PROBLEMATIC),
        ("expose_genitals", RED, ("power",), PROBLEMATIC),
        # abusive: coercion, misuse of power, no free consent
        ("kiss_hold_hands", GREEN, ("coercion",), ABUSIVE),
        ("nude_other_shared", RED, (), ABUSIVE),
        ("controlling_relationship", RED, (), ABUSIVE),
        ("touch_child_private_parts", GREEN, ("age_gap",), ABUSIVE),
        ("touch_child_private_parts", GREEN, ("dev_gap",), ABUSIVE),
        ("touch_child_private_parts", GREEN, ("power",), ABUSIVE),
        ("nude_own_shared", AMBER, ("age_gap",), ABUSIVE),
        ("nude_own_shared", AMBER, ("dev_gap",), ABUSIVE),
        ("nude_own_shared", AMBER, ("power",), ABUSIVE),
        ("touch_child_private_parts", GREEN, ("age_gap_two_years",), PROBLEMATIC),
        ("sexual_contact_younger_less_able", RED, (), ABUSIVE),
        ("sexual_harassment", RED, (), ABUSIVE),
        ("touch_child_private_parts", GREEN, ("injury",), PROBLEMATIC),
        ("sexual_intercourse_oral", AMBER, ("injury",), PROBLEMATIC),
        ("kiss_hold_hands", GREEN, ("coercion", "injury"), ABUSIVE),  # no sexual contact
        ("pull_down_clothes", RED, ("coercion", "injury"), ABUSIVE),
        # violent: force together with injury or a highly intrusive act
        ("forced_sexual_activity", RED, ("injury",), VIOLENT),
        ("sexual_aggression_degradation", RED, ("injury",), VIOLENT),
        ("touch_child_private_parts", GREEN, ("coercion", "injury"), VIOLENT),
        ("penetration_object", RED, (), PROBLEMATIC),
        ("penetration_object", RED, ("coercion",), VIOLENT),
        ("penetration_object", RED, ("injury",), PROBLEMATIC),
    ],
)
def test_the_step_follows_from_the_markers(
    name: str, base: Colour, present: tuple[str, ...], expected: Continuum
) -> None:
    assert stepped(name, base, *present) is expected


def test_a_factor_that_is_not_relevant_or_is_held_already_moves_no_step() -> None:
    assert stepped("self_touch_private", GREEN, "secrecy", "age_gap") is NORMAL
    assert stepped("forced_sexual_activity", RED, "coercion") is ABUSIVE
    assert stepped("swear_slang_body_words", GREEN, "coercion") is NORMAL


@pytest.mark.parametrize("slug", ["coercion", "distress_other", "age_gap"])
def test_contact_with_consent_not_clear_is_problematic(slug: str) -> None:
    assert stepped("touch_child_private_parts", GREEN, unknown=(slug,)) is PROBLEMATIC
    assert stepped("mutual_sexual_touching", GREEN, unknown=(slug,)) is PROBLEMATIC


def test_other_open_questions_move_no_step() -> None:
    assert stepped("touch_child_private_parts", GREEN, unknown=("secrecy", "frequency")) is NORMAL
    assert stepped("curious_bodies", GREEN, unknown=("coercion",)) is NORMAL  # no contact


@pytest.mark.parametrize("years", range(18))
def test_to_the_age_of_11_it_stops_at_problematic(years: int) -> None:
    forced, held = step(library().behaviours["forced_sexual_activity"], RED, Age.of(years), frozenset(), frozenset())
    assert (forced, held) == ((PROBLEMATIC, True) if years <= 11 else (ABUSIVE, False))
    hurt = stepped("forced_sexual_activity", RED, "injury", age=Age.of(years))
    assert hurt is (PROBLEMATIC if years <= 11 else VIOLENT)


@pytest.mark.parametrize(("age", "held"), [(Age(11, 12), True), (Age(12, 14), False), (UNKNOWN_AGE, True)])
def test_it_stops_too_where_the_child_may_be_11(age: Age, held: bool) -> None:
    found = step(library().behaviours["forced_sexual_activity"], RED, age, frozenset(), frozenset())
    assert found == ((PROBLEMATIC, True) if held else (ABUSIVE, False))
    assert STOPS_AT_PROBLEMATIC_TO == 11


@pytest.mark.parametrize(
    ("name", "base"), [("act_out_sex", RED), ("self_touch_in_view", AMBER), ("sex_questions", GREEN)]
)
def test_nothing_is_held_where_problematic_is_not_passed(name: str, base: Colour) -> None:
    assert step(library().behaviours[name], base, CHILD, frozenset(), frozenset())[1] is False
