"""A case: codes only, and what follows from the two ages."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields

import pytest

from knowledge.age import UNKNOWN_AGE, Age
from knowledge.case import AREAS, Case, Role
from knowledge.factor import Answer
from knowledge.words import Audience

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN


def two(one: Age | None, other: Age | None, **factors: Answer) -> Case:
    return Case(("curious_bodies",), one, factors, other_age=other)


def test_nothing_is_known_of_an_empty_case() -> None:
    case = Case()
    assert case.behaviours == () and case.age is None and case.other_age is None and case.developmental_age is None
    assert (case.audience, case.area, case.role, case.send) == (Audience.PARENT, "elsewhere", Role.DISPLAYED, UNKNOWN)
    assert case.answer("coercion") is UNKNOWN
    assert case.known(YES) == case.known(NO) == frozenset()


def test_a_case_has_no_room_for_words_or_names() -> None:
    assert {field.name for field in fields(Case)} == {
        "behaviours", "age", "factors", "audience", "area", "role", "other_age", "send", "developmental_age",
    }  # fmt: skip
    with pytest.raises((AttributeError, TypeError)):
        Case().words = "what somebody typed"  # type: ignore[attr-defined]


def test_a_case_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Case().area = "stoke"  # type: ignore[misc]


def test_the_areas_and_roles_are_those_of_the_contract() -> None:
    assert AREAS == ("stoke", "staffordshire", "south_gloucestershire", "elsewhere")
    assert [role.value for role in Role] == ["displayed", "affected", "both", "unclear"]


def test_an_unknown_age_may_be_any_age() -> None:
    assert Case().years == UNKNOWN_AGE
    assert Case(age=Age.of(8)).years == Age.of(8)
    assert Case(age=Age.of(0)).years == Age.of(0)


@pytest.mark.parametrize("given", list(Answer))
def test_what_was_said_is_what_is_known(given: Answer) -> None:
    assert Case(factors={"secrecy": given}).answer("secrecy") is given
    assert Case(factors={"age_gap": given}).answer("age_gap") is given


@pytest.mark.parametrize(
    ("one", "other", "large", "two_years"),
    [
        (Age.of(8), Age.of(8), NO, NO),
        (Age.of(8), Age.of(7), NO, NO),
        (Age.of(8), Age.of(6), NO, YES),
        (Age.of(6), Age.of(8), NO, YES),
        (Age.of(8), Age.of(5), YES, NO),
        (Age.of(5), Age.of(8), YES, NO),
        (Age.of(17), Age.of(0), YES, NO),
        (Age(8, 9), Age.of(6), UNKNOWN, YES),
        (Age(8, 9), Age.of(7), NO, UNKNOWN),
        (Age(8, 10), Age.of(8), NO, UNKNOWN),
        (Age(8, 11), Age.of(8), UNKNOWN, UNKNOWN),
        (Age(9, 12), Age(5, 6), YES, NO),
        (Age(9, 12), Age(5, 7), UNKNOWN, YES),
        (Age(8, 9), Age(8, 9), NO, NO),
        (Age.of(8), None, UNKNOWN, UNKNOWN),
        (None, Age.of(8), UNKNOWN, UNKNOWN),
        (None, None, UNKNOWN, UNKNOWN),
    ],
)
def test_a_gap_follows_from_the_two_ages(one: Age | None, other: Age | None, large: Answer, two_years: Answer) -> None:
    """Three whole years or more are the large gap, two the small one; a range that leaves it open leaves it open."""
    case = two(one, other)
    assert (case.answer("age_gap"), case.answer("age_gap_two_years")) == (large, two_years)


def test_a_yes_is_never_taken_back_by_the_ages() -> None:
    """One child may have begun puberty and the other not, however near their ages are."""
    assert two(Age.of(12), Age.of(12), age_gap=YES).answer("age_gap") is YES
    assert two(Age.of(12), Age.of(12), age_gap_two_years=YES).answer("age_gap_two_years") is YES


def test_the_ages_outrank_a_no_that_they_contradict() -> None:
    assert two(Age.of(12), Age.of(4), age_gap=NO).answer("age_gap") is YES
    assert two(Age.of(12), Age.of(10), age_gap_two_years=NO).answer("age_gap_two_years") is YES


def test_a_no_stands_where_the_ages_leave_it_open() -> None:
    assert two(Age(8, 11), Age.of(8), age_gap=NO).answer("age_gap") is NO
    assert two(Age.of(8), None, age_gap=NO).answer("age_gap") is NO


def test_an_unknown_gap_becomes_known_with_the_ages() -> None:
    assert two(Age.of(8), Age.of(8), age_gap=UNKNOWN).answer("age_gap") is NO
    assert two(Age.of(8), Age.of(2), age_gap=UNKNOWN).answer("age_gap") is YES


def test_the_ages_say_nothing_of_other_factors() -> None:
    case = two(Age.of(12), Age.of(4), power=UNKNOWN)
    assert case.answer("power") is case.answer("coercion") is UNKNOWN


def test_the_known_factors_are_those_that_were_said_and_those_that_follow() -> None:
    case = two(Age.of(12), Age.of(4), secrecy=YES, coercion=NO, injury=UNKNOWN)
    assert case.known(YES) == {"secrecy", "age_gap"}
    assert case.known(NO) == {"coercion", "age_gap_two_years"}
    assert case.known(UNKNOWN) == {"injury"}


def test_without_a_second_age_only_what_was_said_is_known() -> None:
    case = Case(age=Age.of(12), factors={"secrecy": YES, "coercion": NO})
    assert [set(case.known(answer)) for answer in Answer] == [{"secrecy"}, {"coercion"}, set()]


def test_a_second_age_of_zero_counts_too() -> None:
    assert Case(age=Age.of(4), other_age=Age.of(0)).known(YES) == {"age_gap"}
