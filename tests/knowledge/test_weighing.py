"""How a behaviour and its factors are weighed: the table's colour for an age, and what factors do to it."""

from __future__ import annotations

import pytest

from knowledge.age import UNKNOWN_AGE, Age
from knowledge.colour import Colour
from knowledge.library import library
from knowledge.weighing import (
    ALWAYS_REFER_UNDER,
    CONSENT_AT,
    LIKE_AGE_UNDER,
    Base,
    base,
    mild_exception,
    moderate_count,
    scales,
    weigh,
)
from tests.knowledge.record import COLOURS, marked

GREEN, AMBER, RED = Colour.GREEN, Colour.AMBER, Colour.RED
CONSENT = {"coercion", "distress_other", "age_gap"}
WITH_SOMEONE = {"other child", "others", "adult", "self+others"}
OWN_QUESTIONS = {"self_touch_deliberately_in_front", "touch_adult_private_parts", "crush_on_adult"}


def some(*slugs: str) -> frozenset[str]:
    return frozenset(slugs)


def test_the_ages_of_the_law() -> None:
    assert (CONSENT_AT, ALWAYS_REFER_UNDER, LIKE_AGE_UNDER) == (16, 13, 9)


@pytest.mark.parametrize("name", sorted(COLOURS))
def test_the_scales_of_each_behaviour_are_those_of_record(name: str) -> None:
    scale = scales(name)
    assert scale.strong == marked(name, "s")
    assert scale.moderate == marked(name, "m")
    assert set(scale.relevant) == marked(name, "smr")
    ranks = [(library().factors[slug].rank, slug) for slug in scale.relevant]
    assert ranks == sorted(ranks)


@pytest.mark.parametrize("name", sorted(set(COLOURS) - OWN_QUESTIONS))
def test_consent_has_to_be_known_where_and_only_where_someone_else_is_involved(name: str) -> None:
    expected = CONSENT & marked(name, "sm") if COLOURS[name]["involves"] in WITH_SOMEONE else set()
    assert set(scales(name).needs_known) == expected
    order = [slug for slug in ("coercion", "distress_other", "age_gap") if slug in expected]
    assert list(scales(name).needs_known) == order


def test_a_behaviour_may_name_its_own_questions() -> None:
    assert scales("touch_adult_private_parts").needs_known == ("coercion",)
    assert scales("crush_on_adult").needs_known == ("coercion",)
    assert scales("self_touch_deliberately_in_front").needs_known == ("coercion", "distress_other")


@pytest.mark.parametrize("function", [scales, lambda name: base(name, Age.of(8))])
def test_a_behaviour_that_is_not_in_the_table_is_refused(function: object) -> None:
    assert callable(function)
    with pytest.raises(KeyError):
        function("made_up")


@pytest.mark.parametrize(
    ("name", "age", "expected"),
    [
        # one band
        ("self_touch_in_view", Age.of(4), Base(GREEN, derived=False, overlap=False, by_law=False)),
        ("self_touch_in_view", Age.of(8), Base(AMBER, derived=False, overlap=False, by_law=False)),
        ("self_touch_in_view", Age.of(15), Base(AMBER, derived=True, overlap=False, by_law=False)),
        # the overlaps
        ("self_touch_in_view", Age.of(5), Base(AMBER, derived=False, overlap=True, by_law=False)),
        ("self_touch_compulsive", Age.of(9), Base(RED, derived=True, overlap=True, by_law=False)),
        ("curious_bodies", Age.of(9), Base(AMBER, derived=True, overlap=True, by_law=False)),
        ("nude_own_shared", Age.of(13), Base(RED, derived=False, overlap=True, by_law=False)),
        ("self_touch_private", Age.of(5), Base(GREEN, derived=False, overlap=False, by_law=False)),
        # two cells agree: derived only if both are
        ("self_touch_in_view", Age.of(13), Base(AMBER, derived=False, overlap=False, by_law=False)),
        ("nakedness", Age.of(13), Base(AMBER, derived=True, overlap=False, by_law=False)),
        ("kiss_hold_hands", Age.of(9), Base(GREEN, derived=False, overlap=False, by_law=False)),
        # a range is no overlap, but takes the more cautious band too
        ("self_touch_in_view", Age(4, 6), Base(AMBER, derived=False, overlap=False, by_law=False)),
        ("porn_searching", Age(10, 15), Base(AMBER, derived=False, overlap=False, by_law=False)),
        ("porn_searching", UNKNOWN_AGE, Base(RED, derived=False, overlap=False, by_law=False)),
        # what the law decides
        ("mutual_sexual_touching", Age.of(13), Base(RED, derived=False, overlap=True, by_law=False)),
        ("mutual_sexual_touching", Age.of(14), Base(AMBER, derived=False, overlap=False, by_law=True)),
        ("mutual_sexual_touching", Age.of(15), Base(AMBER, derived=False, overlap=False, by_law=True)),
        ("mutual_sexual_touching", Age.of(16), Base(GREEN, derived=False, overlap=False, by_law=True)),
        ("mutual_sexual_touching", Age.of(17), Base(GREEN, derived=False, overlap=False, by_law=True)),
        ("sexual_intercourse_oral", Age(15, 17), Base(AMBER, derived=False, overlap=False, by_law=True)),
        ("sexual_intercourse_oral", Age(16, 17), Base(GREEN, derived=False, overlap=False, by_law=True)),
        ("sexual_intercourse_oral", Age.of(12), Base(RED, derived=False, overlap=False, by_law=False)),
        ("sexual_intercourse_oral", UNKNOWN_AGE, Base(RED, derived=False, overlap=False, by_law=False)),
        # no colour
        ("body_changes", Age.of(11), Base(None, derived=False, overlap=False, by_law=False)),
        ("gender_sexuality_questions", UNKNOWN_AGE, Base(None, derived=False, overlap=False, by_law=False)),
    ],
)
def test_the_table_answers_with_the_most_cautious_cell(name: str, age: Age, expected: Base) -> None:
    assert base(name, age) == expected


@pytest.mark.parametrize(
    ("start", "present", "end"),
    [
        (GREEN, some(), GREEN), (AMBER, some(), AMBER), (RED, some(), RED),
        (GREEN, some("secrecy"), AMBER), (AMBER, some("secrecy"), RED), (RED, some("secrecy"), RED),
        (GREEN, some("secrecy", "planning"), RED), (AMBER, some("secrecy", "planning"), RED),
        (GREEN, some("secrecy", "planning", "frequency"), RED),
        (GREEN, some("coercion"), RED), (AMBER, some("coercion"), RED), (RED, some("coercion"), RED),
        (GREEN, some("coercion", "secrecy"), RED),
        (GREEN, some("age_gap"), AMBER), (GREEN, some("age_gap_two_years"), AMBER),
        (GREEN, some("age_gap", "age_gap_two_years"), AMBER),
        (GREEN, some("age_gap", "age_gap_two_years", "power"), RED),
        (GREEN, some("adult_involved"), GREEN),  # a route, never weighed
        (GREEN, some("adult_involved", "secrecy"), AMBER),
        (GREEN, some("injury", "sibling", "carer_minimises"), GREEN),  # not relevant to looking
        (GREEN, some("injury", "secrecy"), AMBER),
    ],
)  # fmt: skip
def test_strong_is_red_one_moderate_is_a_step_and_two_are_red(
    start: Colour, present: frozenset[str], end: Colour
) -> None:
    assert weigh(start, "curious_bodies", present) is end


@pytest.mark.parametrize("slug", ["injury", "age_gap", "dev_gap", "power", "distress_other", "persistence", "coercion"])
def test_with_sexual_contact_these_are_red_by_themselves(slug: str) -> None:
    assert weigh(GREEN, "touch_child_private_parts", some(slug)) is RED


@pytest.mark.parametrize("slug", ["age_gap", "dev_gap", "power"])
def test_with_a_nude_image_a_large_gap_is_red_by_itself(slug: str) -> None:
    assert weigh(GREEN, "nude_own_shared", some(slug)) is RED


@pytest.mark.parametrize("slug", ["age_gap", "dev_gap", "power", "distress_other", "persistence"])
def test_without_contact_showing_or_image_they_raise_one_step(slug: str) -> None:
    assert weigh(GREEN, "curious_bodies", some(slug)) is AMBER


def test_showing_that_goes_on_is_red_and_upset_at_showing_is_one_step() -> None:
    assert weigh(GREEN, "mooning_flashing", some("persistence")) is RED
    assert weigh(GREEN, "mooning_flashing", some("distress_other")) is AMBER


def test_a_picture_that_goes_on_is_one_step() -> None:
    assert weigh(GREEN, "porn_under_18", some("persistence")) is AMBER


def test_what_a_cell_holds_is_not_counted_again() -> None:
    assert weigh(AMBER, "self_touch_deliberately_in_front", some("frequency")) is AMBER
    assert weigh(AMBER, "risk_change", some("change")) is AMBER
    assert weigh(AMBER, "body_image_worry", some("distress_self")) is AMBER


@pytest.mark.parametrize(
    ("present", "count"),
    [
        (some(), 0), (some("secrecy"), 1), (some("secrecy", "planning"), 2), (some("age_gap", "age_gap_two_years"), 1),
        (some("age_gap", "age_gap_two_years", "secrecy"), 2), (some("coercion", "secrecy"), 1), (some("sibling"), 0),
        (some("adult_involved"), 0),
    ],
)  # fmt: skip
def test_the_two_sizes_of_a_gap_are_one_fact(present: frozenset[str], count: int) -> None:
    assert moderate_count("curious_bodies", present) == count


def test_with_contact_only_the_small_gap_is_moderate() -> None:
    assert moderate_count("touch_child_private_parts", some("age_gap", "age_gap_two_years")) == 1


@pytest.mark.parametrize(
    ("name", "age", "other", "present", "excepted"),
    [
        ("mutual_sexual_touching", Age.of(8), None, some(), True),
        ("mutual_sexual_touching", Age.of(0), None, some(), True),
        ("mutual_sexual_touching", Age.of(9), None, some(), False),
        ("mutual_sexual_touching", Age(8, 9), None, some(), False),
        ("mutual_sexual_touching", Age.of(8), Age.of(8), some(), True),
        ("mutual_sexual_touching", Age.of(7), Age.of(9), some(), False),
        ("mutual_sexual_touching", Age.of(7), Age(8, 9), some(), False),
        ("mutual_sexual_touching", Age.of(9), Age.of(7), some(), False),
        ("mutual_sexual_touching", UNKNOWN_AGE, None, some(), False),
        ("mutual_sexual_touching", Age.of(7), None, some("coercion"), False),
        ("mutual_sexual_touching", Age.of(7), None, some("age_gap"), False),
        ("mutual_sexual_touching", Age.of(7), None, some("secrecy", "age_gap_two_years"), True),
        ("sexual_contact_family_member", Age.of(4), None, some(), True),
        ("sexual_intercourse_oral", Age.of(4), None, some(), False),
        ("touch_child_private_parts", Age.of(4), None, some(), False),
        ("penetration_object", Age.of(4), None, some(), False),
    ],
)
def test_the_one_exception_is_for_two_under_9_of_like_age_neither_made_to(
    name: str, age: Age, other: Age | None, present: frozenset[str], excepted: bool
) -> None:
    assert mild_exception(library().behaviours[name], age, other, present) is excepted
