"""Rule 4 of the triage: the law sets floors."""

from __future__ import annotations

import pytest

from knowledge.colour import Colour
from knowledge.factor import Answer
from knowledge.triage import assess
from tests.knowledge.judged import AMBER, FINE, GREEN, NO, NOTHING_ELSE, RED, UNKNOWN, YES, colour, rules, told
from tests.knowledge.test_behaviours import SEXUAL_ACTIVITY


@pytest.mark.parametrize("name", sorted(SEXUAL_ACTIVITY))
@pytest.mark.parametrize("years", range(9, 13))
def test_rule_4_sexual_activity_from_9_to_12_is_red_with_a_referral(name: str, years: int) -> None:
    found = assess(told(name, years, **NOTHING_ELSE))
    assert found.colour is RED and "under_13" in rules(found)
    assert "referral" in next(reason.text for reason in found.reasons if reason.rule == "under_13")


@pytest.mark.parametrize("name", sorted(SEXUAL_ACTIVITY - {"mutual_sexual_touching", "sexual_contact_family_member"}))
@pytest.mark.parametrize("years", range(9))
def test_rule_4_there_is_no_exception_for_these_under_9(name: str, years: int) -> None:
    found = assess(told(name, years, **NOTHING_ELSE))
    assert found.colour is RED and "under_13" in rules(found) and "under_9_like_age" not in rules(found)


@pytest.mark.parametrize("years", range(9))
def test_rule_4_the_exception_is_amber_with_advice(years: int) -> None:
    found = assess(told("mutual_sexual_touching", years, years, coercion=NO, distress_other=NO))
    assert found.colour is AMBER and "under_13" not in rules(found)
    assert "advice" in next(reason.text for reason in found.reasons if reason.rule == "under_9_like_age")
    assert "under_9_plainly" not in rules(found)


@pytest.mark.parametrize("answers", [{}, {"coercion": NO}, {"distress_other": NO}, {**FINE, "sibling": YES}])
def test_rule_4_the_exception_says_plainly_what_is_unknown_about_force_or_upset_or_raises(
    answers: dict[str, Answer],
) -> None:
    assert "under_9_plainly" in rules(assess(told("mutual_sexual_touching", 7, **answers)))


def test_rule_4_sexual_activity_with_a_child_under_13_is_red_however_old_the_other_is() -> None:
    for name in SEXUAL_ACTIVITY:
        for years, other in ((13, 12), (14, 12), (17, 12), (17, 3), (14, 8)):
            found = assess(told(name, years, other, coercion=NO, distress_other=NO))
            assert found.colour is RED and "under_13" in rules(found), (name, years, other)


@pytest.mark.parametrize("years", [13, 14, 15, 16, 17])
def test_rule_4_from_13_on_the_under_13_rule_is_silent(years: int) -> None:
    for name in SEXUAL_ACTIVITY:
        assert "under_13" not in rules(assess(told(name, years, years, **FINE)))


@pytest.mark.parametrize("name", ["mutual_sexual_touching", "sexual_intercourse_oral"])
@pytest.mark.parametrize(
    ("years", "expected"), [(12, RED), (13, RED), (14, AMBER), (15, AMBER), (16, GREEN), (17, GREEN)]
)
def test_rule_4_mutual_with_somebody_of_the_same_age(name: str, years: int, expected: Colour) -> None:
    assert colour(told(name, years, years, coercion=NO, distress_other=NO)) is expected
    assert colour(told(name, years, **FINE)) is expected


@pytest.mark.parametrize("name", ["mutual_sexual_touching", "sexual_intercourse_oral"])
@pytest.mark.parametrize(("years", "other"), [(16, 15), (15, 16), (16, 14), (17, 15)])
def test_rule_4_amber_at_least_while_either_is_under_the_age_of_consent(name: str, years: int, other: int) -> None:
    assert (colour(told(name, years, other, coercion=NO, distress_other=NO)) or 0) >= AMBER


@pytest.mark.parametrize("name", ["mutual_sexual_touching", "sexual_intercourse_oral"])
@pytest.mark.parametrize("years", [14, 15, 16, 17])
def test_rule_4_within_a_family_it_is_red_and_says_so(name: str, years: int) -> None:
    found = assess(told(name, years, sibling=YES, **FINE))
    assert found.colour is RED and "family" in rules(found)
    assert "family" not in rules(assess(told(name, years, sibling=NO, **FINE)))
    assert "family" not in rules(assess(told(name, years, **FINE)))


def test_rule_4_living_in_one_home_is_one_step_where_the_law_is_silent() -> None:
    found = assess(told("peeping", 7, sibling=YES, **FINE))
    assert found.colour is RED and "family" not in rules(found)
    assert colour(told("touch_child_private_parts", 4, sibling=YES, **FINE)) is AMBER


def test_rule_4_a_picture_of_a_child_under_13_is_red_and_from_13_amber_at_least() -> None:
    for years, other, expected in ((12, None, RED), (13, None, AMBER), (14, 12, RED), (14, 13, AMBER), (17, 17, AMBER)):
        found = assess(told("chat_online_peers", years, other, online=YES))
        assert found.colour is expected and "image" in rules(found), (years, other)
        assert ("image_under_13" in rules(found)) is (expected is RED)


def test_rule_4_a_picture_counts_where_it_was_part_of_it_only() -> None:
    for answer in (NO, UNKNOWN):
        assert "image" not in rules(assess(told("chat_online_peers", 12, online=answer)))
