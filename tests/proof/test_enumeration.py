"""A stated part of the space of cases, in a few seconds; the whole of it is `python -m tests.proof.enumeration`.

Every claim is checked on all cases of 12 behaviours at an age, drawn at random from the 1,102 by a fixed seed, on about
250 of the cases with a second age or behaviour, and on every contact list.
"""

from __future__ import annotations

from itertools import combinations, product
from random import Random

import pytest

from knowledge.case import Case
from knowledge.colour import Colour
from knowledge.factor import Answer
from knowledge.library import library
from tests.proof import claims
from tests.proof.enumeration import CLAIMS, Walk, moments, reduction_is_true, sample, walk
from tests.proof.space import Square, beside, squares

SEED, SQUARES, OTHERS = 20261, 12, 250


@pytest.fixture(scope="module")
def walked() -> Walk:
    return walk(*sample(SEED, SQUARES, OTHERS))


@pytest.mark.parametrize("claim", CLAIMS)
def test_the_claim_holds_on_the_sample(walked: Walk, claim: str) -> None:
    assert walked.wrong[claim] == 0, f"{walked.wrong[claim]} times, first {walked.example[claim]}"


def test_the_sample_is_large_and_has_every_colour(walked: Walk) -> None:
    assert walked.assessments > 9_000
    assert walked.cases > 1_000_000
    assert {colour for colour, count in walked.colours.items() if count > 20} >= {"green", "amber", "red"}
    assert len(CLAIMS) == len(set(CLAIMS)) == 23


def test_the_whole_space_is_every_behaviour_at_every_age() -> None:
    assert len(squares()) == 58 * 19
    assert {(square.behaviour, square.years) for square in squares()} == {
        (name, years) for name in library().behaviours for years in (None, *range(18))
    }


def test_each_two_factors_meet_in_all_nine_combinations_of_yes_no_and_unknown() -> None:
    square = Square("curious_bodies", 8)
    met: dict[tuple[str, str], set[tuple[Answer, Answer]]] = {}
    for key in square.all_keys():
        case = square.case(key)
        for one, other in combinations(square.relevant, 2):
            met.setdefault((one, other), set()).add((case.answer(one), case.answer(other)))
    assert all(pairs == set(product(Answer, Answer)) for pairs in met.values())
    assert len(met) == len(square.relevant) * (len(square.relevant) - 1) // 2


def test_no_case_of_a_square_stands_twice() -> None:
    keys = list(Square("curious_bodies", 8).all_keys())
    assert len(set(keys)) == len(keys)


def test_second_ages_and_second_behaviours_are_all_there() -> None:
    cases = list(beside())
    assert len(cases) == 2 * (2 * 58 * 18 * 18 + 58 * 57 // 2 * 18)
    assert {case.behaviours for case in cases if len(case.behaviours) == 2} == set(
        combinations(library().behaviours, 2)
    )


def test_a_case_has_the_same_plan_as_what_it_is_reduced_to() -> None:
    random = Random(SEED)
    for square in random.sample(squares(), 60):
        for key in random.sample(list(square.all_keys()), 5):
            assert reduction_is_true(square.case(key)), square.case(key)


def test_the_hour_classes_hold_office_hours_nights_and_holidays() -> None:
    hours = moments()
    assert len(hours) >= 4
    assert any(9 <= hour.hour < 16 and hour.weekday() < 5 for hour in hours) and any(hour.hour < 6 for hour in hours)


def test_a_claim_that_is_broken_is_counted_and_kept() -> None:
    found = Walk()
    found.note("some_claim", None, "nothing")
    found.note("some_claim", "wrong", Case(("peeping",)))
    found.note("some_claim", "wrong again", Case(("nakedness",)))
    assert found.wrong == {"some_claim": 2}
    assert found.example["some_claim"].startswith("wrong: Case(behaviours=('peeping',)")


def test_the_order_of_the_colours_is_that_of_concern() -> None:
    assert claims.GREEN < claims.AMBER < claims.RED and list(Colour)[-1] is claims.RED
