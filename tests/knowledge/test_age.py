"""Ages in whole years and the bands they touch."""

from __future__ import annotations

import pytest
from hypothesis import given

from knowledge.age import OLDEST, UNKNOWN_AGE, YOUNGEST, Age, Band, gap
from tests.knowledge.cases import ages

BANDS_OF_EACH_YEAR = {
    0: ["0-5"], 1: ["0-5"], 2: ["0-5"], 3: ["0-5"], 4: ["0-5"], 5: ["0-5", "5-9"],
    6: ["5-9"], 7: ["5-9"], 8: ["5-9"], 9: ["5-9", "9-13"],
    10: ["9-13"], 11: ["9-13"], 12: ["9-13"], 13: ["9-13", "13-17"],
    14: ["13-17"], 15: ["13-17"], 16: ["13-17"], 17: ["13-17"],
}  # fmt: skip


def slugs(age: Age) -> list[str]:
    return [band.slug for band in age.bands]


@pytest.mark.parametrize(("years", "bands"), BANDS_OF_EACH_YEAR.items())
def test_each_year_touches_its_bands_and_5_9_and_13_touch_two(years: int, bands: list[str]) -> None:
    assert slugs(Age.of(years)) == bands


def test_the_years_of_childhood_are_0_to_17() -> None:
    assert (YOUNGEST, OLDEST) == (0, 17)
    assert Age(YOUNGEST, OLDEST) == UNKNOWN_AGE
    assert list(BANDS_OF_EACH_YEAR) == list(range(YOUNGEST, OLDEST + 1))


@pytest.mark.parametrize(
    ("age", "bands"),
    [
        (Age(6, 8), ["5-9"]),
        (Age(4, 5), ["0-5", "5-9"]),
        (Age(8, 10), ["5-9", "9-13"]),
        (Age(3, 14), ["0-5", "5-9", "9-13", "13-17"]),
        (UNKNOWN_AGE, ["0-5", "5-9", "9-13", "13-17"]),
    ],
)
def test_a_range_touches_every_band_that_one_of_its_years_touches(age: Age, bands: list[str]) -> None:
    assert slugs(age) == bands


@pytest.mark.parametrize(("low", "high"), [(-1, 5), (5, 18), (18, 18), (9, 8), (-1, -1)])
def test_an_age_outside_childhood_or_the_wrong_way_round_is_refused(low: int, high: int) -> None:
    with pytest.raises(ValueError, match=f"whole years from 0 to 17, lower first; got {low} to {high}"):
        Age(low, high)


def test_one_number_is_a_whole_age() -> None:
    assert Age.of(8) == Age(8, 8)
    assert Age.of(7, 9) == Age(7, 9)
    assert Age.of(0) == Age(0, 0)
    assert Age.of(0, 0) == Age(0, 0)
    assert Age.of(3, 3).high == 3


def test_an_age_in_words() -> None:
    assert Age.of(8).in_words() == "8"
    assert Age(8, 9).in_words() == "8 to 9"
    assert Age(0, 16).in_words() == "0 to 16"
    assert UNKNOWN_AGE.in_words() == "any age"


def test_a_band_names_its_first_and_last_year() -> None:
    assert [(band.first, band.last) for band in Band] == [(0, 5), (5, 9), (9, 13), (13, 17)]
    assert [band.slug for band in Band] == ["0-5", "5-9", "9-13", "13-17"]


@pytest.mark.parametrize(
    ("one", "other", "least_and_most"),
    [
        (Age.of(8), Age.of(8), (0, 0)),
        (Age.of(8), Age.of(5), (3, 3)),
        (Age.of(5), Age.of(8), (3, 3)),
        (Age(7, 9), Age.of(5), (2, 4)),
        (Age(7, 9), Age(8, 12), (0, 5)),
        (Age(7, 9), Age(4, 6), (1, 5)),
        (Age(4, 6), Age(7, 9), (1, 5)),
        (Age(3, 10), Age(5, 6), (0, 5)),
    ],
)
def test_a_gap_is_the_least_and_the_most_that_may_lie_between(
    one: Age, other: Age, least_and_most: tuple[int, int]
) -> None:
    assert gap(one, other) == least_and_most


@given(ages, ages)
def test_a_gap_is_that_of_the_nearest_and_of_the_furthest_years(one: Age, other: Age) -> None:
    apart = [abs(a - b) for a in range(one.low, one.high + 1) for b in range(other.low, other.high + 1)]
    assert gap(one, other) == gap(other, one) == (min(apart), max(apart))
