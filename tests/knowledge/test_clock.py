"""The time in London, and how a test or an operator may set it."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from knowledge import clock


def test_without_a_clock_file_it_is_now_in_london(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(clock.CLOCK_FILE, raising=False)
    before = datetime.now(timezone.utc)
    found = clock.now()
    assert before <= found <= datetime.now(timezone.utc)
    assert found.tzinfo is clock.LONDON


def test_the_clock_file_is_read_anew_on_each_call(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "clock"
    monkeypatch.setenv(clock.CLOCK_FILE, str(file))
    file.write_text("2026-11-21T23:10\n")
    assert clock.now() == datetime(2026, 11, 21, 23, 10, tzinfo=clock.LONDON)
    file.write_text("2026-11-23T09:00")
    assert clock.now() == datetime(2026, 11, 23, 9, 0, tzinfo=clock.LONDON)


def test_a_clock_file_that_is_missing_is_an_error_and_not_another_time(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(clock.CLOCK_FILE, str(tmp_path / "missing"))
    with pytest.raises(OSError, match="missing"):
        clock.now()


def test_a_time_without_an_offset_is_london_time_in_winter_and_in_summer() -> None:
    assert clock.parse("2026-01-15T12:00").utcoffset() == timedelta(0)
    assert clock.parse("2026-07-15T12:00").utcoffset() == timedelta(hours=1)


@pytest.mark.parametrize("written", ["2026-07-15T11:00Z", "2026-07-15T11:00:00+00:00", "2026-07-15T13:00+02:00"])
def test_a_time_with_an_offset_is_the_same_moment_on_londons_clock(written: str) -> None:
    found = clock.parse(written)
    assert found == datetime(2026, 7, 15, 12, 0, tzinfo=clock.LONDON)
    assert (found.hour, found.tzinfo) == (12, clock.LONDON)


@pytest.mark.parametrize("written", ["", "soon", "2026-13-01T00:00", "23:10"])
def test_what_is_not_a_time_is_refused_with_an_example(written: str) -> None:
    with pytest.raises(ValueError, match="2026-11-21T23:10"):
        clock.parse(written)


def test_a_moment_that_does_not_name_its_clock_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        clock.in_london(datetime(2026, 11, 21, 23, 10))
