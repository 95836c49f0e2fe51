"""Opening hours: to the minute, over weekends, bank holidays and the change of the clocks."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from knowledge.clock import LONDON, parse
from knowledge.opening_hours import OpeningHours, day_of, is_bank_holiday

OFFICE = OpeningHours(words="office hours", open={"mon-thu": "08:30-17:00", "fri": "08:30-16:30"})
NIGHTS = OpeningHours(
    words="when the office is closed",
    open={
        "mon-thu": "00:00-08:30, 17:00-24:00",
        "fri": "00:00-08:30, 16:30-24:00",
        "sat-sun": "00:00-24:00",
        "bank_holidays": "00:00-24:00",
    },
)
MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2035, 12, 31), timezones=st.just(LONDON))


@pytest.mark.parametrize(
    ("written", "is_open"),
    [
        ("2026-11-19T08:29:59", False),  # a Thursday
        ("2026-11-19T08:30", True),
        ("2026-11-19T16:59:59", True),
        ("2026-11-19T17:00", False),
        ("2026-11-20T16:29:59", True),  # a Friday
        ("2026-11-20T16:30", False),
        ("2026-11-21T12:00", False),  # a Saturday
        ("2026-11-22T12:00", False),
        ("2026-11-23T08:30", True),
    ],
)
def test_an_office_opens_and_closes_to_the_minute(written: str, is_open: bool) -> None:
    assert OFFICE.open_at(parse(written)) is is_open
    assert NIGHTS.open_at(parse(written)) is not is_open


@pytest.mark.parametrize(
    "day",
    ["2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25", "2026-12-28"],
)
def test_an_office_is_closed_on_each_bank_holiday_of_england(day: str) -> None:
    assert is_bank_holiday(date.fromisoformat(day))
    assert not OFFICE.open_at(parse(f"{day}T11:00"))
    assert NIGHTS.open_at(parse(f"{day}T11:00"))


def test_saint_andrews_day_is_a_working_day_in_england() -> None:
    assert not is_bank_holiday(date(2026, 11, 30))
    assert OFFICE.open_at(parse("2026-11-30T11:00"))


def test_the_day_after_a_bank_holiday_is_an_ordinary_day() -> None:
    assert NIGHTS.open_at(parse("2026-12-29T08:29"))
    assert OFFICE.open_at(parse("2026-12-29T08:30"))


@pytest.mark.parametrize(
    ("utc", "is_open"),
    [
        ("2026-03-27T08:29:59", False),  # the Friday before the clocks go forward: London is on UTC
        ("2026-03-27T08:30:00", True),
        ("2026-03-30T07:29:59", False),  # the Monday after: London is an hour ahead
        ("2026-03-30T07:30:00", True),
        ("2026-10-23T07:30:00", True),  # the Friday before they go back
        ("2026-10-26T07:30:00", False),
        ("2026-10-26T08:30:00", True),
    ],
)
def test_hours_follow_londons_clock_through_summer_time(utc: str, is_open: bool) -> None:
    assert OFFICE.open_at(datetime.fromisoformat(utc).replace(tzinfo=timezone.utc)) is is_open


def test_the_hour_that_comes_twice_is_open_both_times() -> None:
    start = datetime(2026, 10, 25, 0, 0, tzinfo=timezone.utc)
    assert all(NIGHTS.open_at(start + timedelta(minutes=minute)) for minute in range(0, 180, 10))


@given(MOMENTS)
def test_the_office_and_the_night_team_are_never_open_or_closed_together(when: datetime) -> None:
    assert OFFICE.open_at(when) is not NIGHTS.open_at(when)


@given(MOMENTS, st.sampled_from([timezone.utc, timezone(timedelta(hours=9)), timezone(timedelta(hours=-8))]))
def test_the_clock_it_is_read_from_does_not_matter(when: datetime, elsewhere: timezone) -> None:
    assert OFFICE.open_at(when) is OFFICE.open_at(when.astimezone(elsewhere))


@given(MOMENTS)
def test_always_is_always_and_unknown_never_counts_as_open(when: datetime) -> None:
    assert OpeningHours(words="any time", open="always").open_at(when)
    assert not OpeningHours(words="not known", open="unknown").open_at(when)


def test_a_bank_holiday_is_a_day_of_its_own() -> None:
    assert day_of(date(2026, 12, 25)) == 7
    assert day_of(date(2026, 12, 24)) == 3


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        OFFICE.open_at(datetime(2026, 11, 19, 9, 0))


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("sometimes", '"always", "unknown" or a mapping'),
        ({"monday": "08:30-17:00"}, "days such as mon"),
        ({"thu-mon": "08:30-17:00"}, "days such as mon"),
        ({"mon-wed": "08:30-17:00", "tue": "09:00-10:00"}, "'tue' stands twice"),
        ({"mon": "8.30-5"}, 'times such as "08:30-17:00"'),
        ({"mon": "17:00-08:30"}, "opening before closing"),
        ({"mon": "08:30-24:30"}, "24:00"),
        ({"mon": "08:30-12:00, 11:00-17:00"}, "in order"),
    ],
)
def test_hours_that_cannot_be_are_refused_with_what_is_expected(written: object, says: str) -> None:
    with pytest.raises(ValidationError) as raised:
        OpeningHours(words="hours", open=written)
    assert says in str(raised.value)
